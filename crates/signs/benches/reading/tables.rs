//! The tables of scores.

use ariane_domain::Language;
use ariane_knowledge::phenotype::ontology::Ontology;
use ariane_signs::SignReader;
use ariane_signs::measure::corpus::{self, Scores};
use ariane_signs::measure::generated;
use ariane_signs::measure::score::Counts;
use ariane_signs::measure::sentences::{self, STATUSES, Sentence};
use std::path::Path;

pub fn verdict(met: bool) -> &'static str {
    if met { "met" } else { "NOT met" }
}

/// The sentences of a language, from the directory of this benchmark.
pub fn of(language: Language) -> Vec<Sentence> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("benches/sentences/{language}.jsonl"));
    sentences::read(&std::fs::read_to_string(path).unwrap_or_default())
}

fn row(name: &str, c: &Counts) -> String {
    format!("{name:<34} P {:.3}  R {:.3}  F1 {:.3}", c.precision(), c.recall(), c.f1())
}

pub fn corpora(reader: &SignReader, ontology: &Ontology, data: &Path) {
    println!("English texts, micro-averaged (document: set of terms; span: exact place and term)");
    for (name, folder) in [("GSC+", "gsc_plus"), ("ID-68", "id_68")] {
        for signs_only in [false, true] {
            let documents = corpus::read(&data.join("text").join(folder), ontology, signs_only);
            let dropped: usize = documents.iter().map(|d| d.dropped).sum();
            let (mut halves, mut all) = ([Scores::default(), Scores::default()], Scores::default());
            for document in &documents {
                let scores = corpus::score(&corpus::found(reader, document, signs_only), &document.mentions);
                for total in [&mut halves[usize::from(!corpus::is_development(&document.name))], &mut all] {
                    total.document.add(scores.document);
                    total.span.add(scores.span);
                }
            }
            let what = if signs_only { "signs only" } else { "all terms" };
            println!(
                "{name}, {} documents, {what}; {dropped} marks of ids without successor left out",
                documents.len()
            );
            for (half, scores) in
                [("development half", &halves[0]), ("other half", &halves[1]), ("whole", &all)]
            {
                println!(
                    "  {}   | {}",
                    row(&format!("document, {half}"), &scores.document),
                    row("span", &scores.span)
                );
            }
            if name == "GSC+" {
                println!("  target document F1 0.66: {}", verdict(all.document.f1() >= 0.66));
            }
        }
    }
    println!();
}

pub fn sentences(reader: &SignReader, ontology: &Ontology) {
    println!("Sentences written by hand (code: the term; full: term and status)");
    let (mut denied, mut family) = (sentences::Scores::default(), 0);
    for language in [Language::Fr, Language::De, Language::Pt, Language::En, Language::Lb] {
        let all = of(language);
        let mut parts =
            [sentences::Scores::default(), sentences::Scores::default(), sentences::Scores::default()];
        for sentence in &all {
            let (scores, _) = sentences::score(reader, ontology, sentence, language);
            parts[usize::from(!sentence.is_development())].add(&scores);
            parts[2].add(&scores);
        }
        for (name, scores) in [("odd", &parts[0]), ("even", &parts[1]), ("whole", &parts[2])] {
            let status: Vec<String> = STATUSES
                .iter()
                .zip(&scores.status)
                .map(|((n, _), s)| format!("{n} {}/{}", s.hits, s.of))
                .collect();
            println!(
                "  {} | full F1 {:.3} | status right: {}",
                row(&format!("{language} {name}, code"), &scores.code),
                scores.full.f1(),
                status.join(", ")
            );
        }
        denied.add(&parts[2]);
        family += parts[2].status[2].of;
        let target = match language {
            Language::Fr => 0.75,
            Language::De | Language::Pt => 0.65,
            _ => continue,
        };
        println!(
            "  target F1 {target}: code {}, full {}",
            verdict(parts[2].code.f1() >= target),
            verdict(parts[2].full.f1() >= target)
        );
    }
    let (excluded, relatives) = (denied.status[1], denied.status[2]);
    println!(
        "  all languages: excluded right {:.3} of {}, family right {:.3} of {family}, target 0.90: {}\n",
        excluded.value(),
        excluded.of,
        relatives.value(),
        verdict(excluded.value() >= 0.9 && relatives.value() >= 0.9)
    );
}

pub fn generated(reader: &SignReader, ontology: &Ontology) {
    println!(
        "Sentences made from translated labels and synonyms, seed 20261122, 4,000 per language; half with noise"
    );
    for language in [Language::Fr, Language::De, Language::Pt] {
        let made = generated::make(ontology, language, 4000, 20_261_122);
        let scores = generated::score(reader, &made, language);
        let status: Vec<String> = STATUSES
            .iter()
            .zip(&scores.status)
            .map(|((n, _), s)| format!("{n} {:.3} of {}", s.value(), s.of))
            .collect();
        println!(
            "  {} | {} | status right: {}",
            row(&format!("{language} plain"), &scores.plain),
            row("noisy", &scores.noisy),
            status.join(", ")
        );
    }
    println!();
}
