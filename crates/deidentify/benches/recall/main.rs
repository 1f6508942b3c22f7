//! How much of what was planted is found, and how many words of medicine are kept.
//!
//! `cargo bench -p ariane-deidentify --bench recall`; every miss is listed. With `ARIANE_TEST_DATA`, the English
//! notes of others there are read as texts without identifiers. `-- --choosing` leaves out the fourth set. `-- --dump FILE` writes the planted texts for
//! `peers.py`.

#![allow(clippy::print_stdout, clippy::expect_used, reason = "a measurement, run by hand")]

mod containers;
mod plant;
mod tally;

use ariane_deidentify::{About, Known, Reader};
use ariane_domain::Language;
use std::path::Path;

const SEED: u64 = 0x00c0_ffee_1234_5678;

fn main() {
    let reader = Reader::new();
    let known = Known::default();
    if let Some(file) = std::env::args().skip_while(|a| a != "--dump").nth(1) {
        dump(&plant::all(plant::HELD_OUT, 5, SEED), &file);
        return;
    }
    let rounds = std::env::var("ARIANE_RECALL_ROUNDS").ok().and_then(|r| r.parse().ok()).unwrap_or(20);
    let kept = tally::kept(&reader);
    let sets = [
        ("sentences seen while it was made", plant::SEEN),
        ("second set of sentences", plant::HELD_OUT),
        ("third set of sentences", plant::THIRD),
        ("fourth set of sentences", plant::FOURTH),
    ];
    // Who chooses thresholds does not look at the last one.
    let looked_at = if std::env::args().any(|a| a == "--choosing") { &sets[..3] } else { &sets[..] };
    for (title, set) in looked_at.iter().copied() {
        let recall = tally::recall(&reader, &plant::all(set, rounds, SEED));
        let (found, all) = recall.row("free text");
        let names =
            set.names_file().lines().filter(|l| !l.starts_with('#')).flat_map(|l| l.split(',')).count();
        println!("# Recall, {title}: {names} names; free text {found} of {all}\n{}", recall.table());
        recall.misses.iter().for_each(|miss| println!("{miss}"));
    }
    println!("# Words of medicine\n{}", kept.table());
    kept.misses.iter().for_each(|miss| println!("{miss}"));
    println!("# Files\n{}", tally::in_files(&reader, &plant::all(plant::HELD_OUT, 4, SEED)).table());
    if let Some(data) = std::env::var_os("ARIANE_TEST_DATA") {
        for corpus in ["text/gsc_plus/corpus", "text/id_68/corpus"] {
            let (mut words, mut lost) = (0_usize, Vec::new());
            let Ok(files) = std::fs::read_dir(Path::new(&data).join(corpus)) else { continue };
            for file in files.flatten() {
                let Ok(text) = std::fs::read_to_string(file.path()) else { continue };
                let examined = reader.examine(&text, &About::new(Language::En, &known)).expect("short");
                for word in plant::words(&text, 0..text.len()).filter(|w| w.len() > 2) {
                    words += 1;
                    if plant::is_covered(&examined, &word) {
                        lost.push(text[word].to_owned());
                    }
                }
            }
            println!(
                "{corpus}: {words} words, {} taken out ({:.2} %)",
                lost.len(),
                100.0 * lost.len() as f64 / words.max(1) as f64
            );
            if std::env::var_os("ARIANE_SHOW_LOST").is_some() {
                println!("{}", lost.join(" "));
            }
        }
    }
}

fn dump(planted: &[plant::Planted], file: &str) {
    let lines: Vec<String> = planted
        .iter()
        .map(|p| {
            let identifiers: Vec<_> = p.identifiers.iter().map(|(r, k)| serde_json::json!([p.text[..r.start].chars().count(), p.text[..r.end].chars().count(), k.word()])).collect();
            serde_json::json!({"language": p.language.code(), "case": p.case, "text": p.text, "identifiers": identifiers}).to_string()
        })
        .collect();
    std::fs::write(file, lines.join("\n")).expect("written");
}
