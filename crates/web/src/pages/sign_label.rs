//! Signs in words.

use super::visit::Visit;
use ariane_knowledge::phenotype::ontology::{Resolution, TermIndex, code};

/// The label of a sign, with its language where that is not the page's.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Label {
    /// Label.
    pub text: String,
    /// Its language, when it is not that of the page.
    pub language: Option<&'static str>,
    /// `HP:0001250`.
    pub code: String,
}

/// The label of a term.
pub fn label(visit: &Visit, term: TermIndex) -> Label {
    match visit.knowledge.phenotypes.ontology.term(term) {
        Some(term) => {
            let (language, text) = term.label(visit.language);
            Label {
                text: text.to_owned(),
                language: (language != visit.language).then(|| language.code()),
                code: term.code(),
            }
        }
        None => Label { text: String::new(), language: None, code: String::new() },
    }
}

/// The label of an HPO number, also of one that is retired or unknown.
pub fn label_of_id(visit: &Visit, id: u32) -> Label {
    let written = code(id);
    match visit.knowledge.phenotypes.ontology.resolve(id) {
        Resolution::Sign(term) | Resolution::Successor(term) | Resolution::NotASign(term) => {
            Label { code: written, ..label(visit, term) }
        }
        Resolution::Retired(_) | Resolution::Unknown => {
            Label { text: visit.t.w("signs-unknown-id", "code", &written), language: None, code: written }
        }
    }
}

/// The name of a body part: ours in the language of the page, or the ontology's.
pub fn part_name(visit: &Visit, term: TermIndex) -> Label {
    let plain = label(visit, term);
    let id = visit.knowledge.phenotypes.ontology.term(term).map_or(0, |t| t.id);
    let key = format!("body-{id}");
    if visit.t.has(&key) {
        Label { text: visit.t.k("body", &id.to_string()), language: None, ..plain }
    } else {
        plain
    }
}
