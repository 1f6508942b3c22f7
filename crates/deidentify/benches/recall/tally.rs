//! Counting what was found and what was kept.

use crate::containers;
use crate::plant::{self, Planted};
use ariane_deidentify::files::{self, Held, Options};
use ariane_deidentify::names::lexicon;
use ariane_deidentify::{About, Known, Reader};
use std::collections::BTreeMap;

/// Counts by rows, with everything that was missed.
#[derive(Default)]
pub struct Tally {
    rows: BTreeMap<String, (usize, usize)>,
    /// One line for each miss.
    pub misses: Vec<String>,
}

impl Tally {
    fn count(&mut self, row: String, good: bool) {
        let (hit, all) = self.rows.entry(row).or_default();
        *hit += usize::from(good);
        *all += 1;
    }

    /// Good ones and all of a row.
    pub fn row(&self, name: &str) -> (usize, usize) {
        self.rows.get(name).copied().unwrap_or_default()
    }

    /// As text.
    pub fn table(&self) -> String {
        self.rows
            .iter()
            .map(|(name, (hit, all))| {
                format!(
                    "{name:<34} {hit:>6} of {all:>6}  {:>6.2} %\n",
                    100.0 * *hit as f64 / (*all).max(1) as f64
                )
            })
            .collect()
    }
}

/// Recall of planted identifiers, nothing being known of them.
pub fn recall(reader: &Reader, planted: &[Planted]) -> Tally {
    let known = Known::default();
    let mut tally = Tally::default();
    for p in planted {
        let Ok(examined) = reader.examine(&p.text, &About::new(p.language, &known)) else { continue };
        for (span, kind) in &p.identifiers {
            let found = plant::is_found(&examined, span, *kind);
            let family = if kind.is_structured() { "structured" } else { "free text" };
            for row in [
                family.to_owned(),
                format!("{family}, {}", p.language),
                format!("{family}, {}", p.case),
                format!("{}, {}", kind.word(), p.language),
                format!("{}, {}", kind.word(), p.case),
                kind.word().to_owned(),
            ] {
                tally.count(row, found);
            }
            if !found {
                tally.misses.push(format!(
                    "missed {} {} {}: {} | {}",
                    p.language,
                    p.case,
                    kind.word(),
                    &p.text[span.clone()],
                    examined.apply().text
                ));
            }
        }
        // Words of the sentence around that were taken though nobody planted them.
        for word in plant::words(&p.text, 0..p.text.len()).filter(|w| w.len() > 2) {
            if !p.identifiers.iter().any(|(s, _)| s.start < word.end && word.start < s.end) {
                let covered = plant::is_covered(&examined, &word);
                tally.count(format!("kept around, {}", p.case), !covered);
                if covered {
                    tally.misses.push(format!(
                        "taken {} {}: {} | {}",
                        p.language,
                        p.case,
                        &p.text[word],
                        examined.apply().text
                    ));
                }
            }
        }
    }
    tally
}

/// Words of medicine that stay.
pub fn kept(reader: &Reader) -> Tally {
    let known = Known::default();
    let mut tally = Tally::default();
    for (language, sentence) in plant::lines(include_str!("clinical.txt")) {
        for (case, text) in [
            ("as is", sentence.to_owned()),
            ("upper", sentence.to_uppercase()),
            ("lower", sentence.to_lowercase()),
        ] {
            let Ok(examined) = reader.examine(&text, &About::new(language, &known)) else { continue };
            for word in plant::words(&text, 0..text.len()) {
                let stays = !plant::is_covered(&examined, &word);
                let written = &text[word];
                tally.count("clinical words".into(), stays);
                tally.count(format!("clinical words, {language}"), stays);
                tally.count(format!("clinical words, {case}"), stays);
                if lexicon::is_eponym(&ariane_deidentify::fold::fold(written)) {
                    tally.count("eponyms".into(), stays);
                }
                if !stays {
                    tally.misses.push(format!("lost {language} {case}: {written} | {text}"));
                }
            }
        }
    }
    tally
}

/// Planted identifiers within files: those in what describes a file have to be gone from its bytes; those in the
/// text of a document have to hold it back.
pub fn in_files(reader: &Reader, planted: &[Planted]) -> Tally {
    let known = Known::default();
    let mut tally = Tally::default();
    for p in planted.iter().filter(|p| p.case == "as is") {
        let options = Options {
            reader,
            about: About::new(p.language, &known),
            declared_clean: true,
            pseudonym: "",
            uid_key: b"a secret of the measurement",
        };
        for (kind, bytes) in containers::all(&p.text) {
            let gone = files::clean(None, &bytes, &options).is_ok_and(|cleaned| {
                p.identifiers
                    .iter()
                    .all(|(span, _)| !containers::holds(&cleaned.bytes, &p.text[span.clone()]))
            });
            tally.count(format!("gone from {kind}"), gone);
        }
        let held = files::clean(None, &containers::pdf_page(&p.text), &options)
            .is_ok_and(|cleaned| cleaned.held.contains(&Held::IdentifyingText));
        tally.count("PDF with identifying text held".into(), held);
        if !held {
            tally.misses.push(format!("PDF not held: {}", p.text));
        }
    }
    tally
}
