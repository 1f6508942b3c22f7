//! `cargo bench -p ariane-signs --bench reading -- [errors fr|de|pt|en|lb|gsc] [small]`: how well signs are
//! read, how fast, in what memory. The published files are looked for in the directory that
//! `ARIANE_TEST_DATA` names. Targets and verdicts are printed; nothing fails.

#![allow(clippy::expect_used, clippy::panic, clippy::unwrap_used, reason = "a test fails by panicking")]

mod errors;
mod speed;
mod tables;

use ariane_domain::Language;
use ariane_knowledge::starter::sign_words;
use ariane_signs::SignReader;
use ariane_signs::measure::reference;
use std::path::PathBuf;
use std::time::Instant;

fn main() {
    let arguments: Vec<String> = std::env::args().skip(1).filter(|a| a != "--bench").collect();
    let Some(data) = std::env::var_os("ARIANE_TEST_DATA").map(PathBuf::from) else {
        println!("ARIANE_TEST_DATA names no directory; nothing is measured");
        return;
    };
    let Some(ontology) = reference::ontology(&data) else {
        println!("no hpo/hp.obo below {}", data.display());
        return;
    };
    let words = sign_words::all();
    let before = speed::resident();
    let start = Instant::now();
    let reader = SignReader::new(&ontology, &words);
    let built = start.elapsed();
    let grown = speed::resident() - before;
    println!(
        "HPO {}; {} wordings of {} terms and {} rows of ours; built in {:.2} s; resident memory grew by {grown:.1} MB\n",
        ontology.version,
        reader.wordings(),
        ontology.terms().len(),
        words.len(),
        built.as_secs_f64()
    );
    if arguments.first().is_some_and(|a| a == "errors") {
        match arguments.get(1).map(String::as_str) {
            Some("made") => {
                errors::made(&reader, &ontology, arguments[2].parse::<Language>().expect("a language"))
            }
            Some("gsc") => errors::gsc(&reader, &ontology, &data),
            Some(code) => {
                errors::sentences(&reader, &ontology, code.parse::<Language>().expect("a language"))
            }
            None => {}
        }
        return;
    }
    if let Some(text) = arguments.first().filter(|a| *a == "read").and_then(|_| arguments.get(2)) {
        let language = arguments[1].parse::<Language>().expect("a language");
        for sign in reader.read(text, language).expect("short enough").signs {
            println!(
                "{} {} {:?} {:.2} «{}» {:?} {}..{}",
                ontology.term(sign.term).unwrap().code(),
                ontology.term(sign.term).unwrap().name,
                sign.status,
                sign.score,
                sign.wording,
                sign.kind,
                sign.start,
                sign.end
            );
        }
        return;
    }
    if arguments.first().is_some_and(|a| a == "speed") {
        speed::latency(&reader);
        speed::slowest(&reader);
        return;
    }
    tables::corpora(&reader, &ontology, &data);
    tables::sentences(&reader, &ontology);
    if !arguments.iter().any(|a| a == "small") {
        tables::generated(&reader, &ontology);
        speed::latency(&reader);
    }
}
