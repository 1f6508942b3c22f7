//! What went wrong, in the half that may be looked at.

use crate::tables;
use ariane_domain::Language;
use ariane_knowledge::phenotype::ontology::Ontology;
use ariane_signs::SignReader;
use ariane_signs::measure::{corpus, sentences};
use std::path::Path;

fn cut(text: &str, start: usize, end: usize) -> String {
    text.chars().skip(start).take(end.saturating_sub(start)).collect()
}

pub fn sentences(reader: &SignReader, ontology: &Ontology, language: Language) {
    for sentence in tables::of(language).iter().filter(|s| s.is_development()) {
        let (_, difference) = sentences::score(reader, ontology, sentence, language);
        if difference.missed.is_empty() && difference.wrong.is_empty() && difference.status.is_empty() {
            continue;
        }
        println!("{} {}", sentence.id, sentence.text);
        for i in difference.missed {
            let s = &sentence.signs[i];
            println!("    - {} {} «{}» {}", s.hpo, s.label, s.quote, s.status);
        }
        for (id, status, start, end, wording) in difference.wrong {
            let name = ontology.position(id).and_then(|t| ontology.term(t)).map_or("", |t| &t.name);
            println!(
                "    + HP:{id:07} {name} «{}» by «{wording}» {status:?}",
                cut(&sentence.text, start, end)
            );
        }
        for (i, status) in difference.status {
            let s = &sentence.signs[i];
            println!("    ~ {} «{}» {} read as {status:?}", s.label, s.quote, s.status);
        }
    }
}

pub fn gsc(reader: &SignReader, ontology: &Ontology, data: &Path) {
    let name = |t: u16| ontology.term(t).map_or("", |t| &t.name);
    for document in corpus::read(&data.join("text/gsc_plus"), ontology, true) {
        if !corpus::is_development(&document.name) {
            continue;
        }
        let reading = reader.read(&document.text, Language::En).expect("short");
        for m in &document.mentions {
            if !reading.signs.iter().any(|s| s.term == m.2) {
                let text = cut(&document.text, m.0, m.1);
                let here: Vec<_> = reading
                    .signs
                    .iter()
                    .filter(|s| s.start < m.1 && m.0 < s.end)
                    .map(|s| name(s.term))
                    .collect();
                println!("- {} «{text}» = {} | read there: {here:?}", document.name, name(m.2));
            }
        }
        for s in &reading.signs {
            if !document.mentions.iter().any(|m| s.term == m.2) {
                let text = cut(&document.text, s.start.saturating_sub(25), s.end + 25);
                println!(
                    "+ {} «{}» [{text}] = {} by «{}» {:.2} {:?}",
                    document.name,
                    cut(&document.text, s.start, s.end),
                    name(s.term),
                    s.wording,
                    s.score,
                    s.kind
                );
            }
        }
    }
}

pub fn made(reader: &SignReader, ontology: &Ontology, language: Language) {
    for made in ariane_signs::measure::generated::make(ontology, language, 4000, 20_261_122)
        .iter()
        .filter(|m| !m.noisy)
        .take(600)
    {
        let signs = reader.read(&made.text, language).expect("short").signs;
        if signs.len() != 1
            || signs[0].term != made.term && !signs[0].alternatives.contains(&made.term)
            || signs[0].status != made.status
        {
            println!(
                "{} = {} {:?}",
                made.text,
                ontology.term(made.term).map_or("", |t| &t.name),
                made.status
            );
            for s in signs {
                println!(
                    "    {} «{}» by «{}» {:?}",
                    ontology.term(s.term).map_or("", |t| &t.name),
                    cut(&made.text, s.start, s.end),
                    s.wording,
                    s.status
                );
            }
        }
    }
}
