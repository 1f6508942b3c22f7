//! Signs for a search field: the wordings that begin so, and what the reader of texts makes of it.

use super::sign_label::{Label, label};
use super::visit::Visit;
use ariane_domain::Language;
use ariane_knowledge::fold::{self, QUERY_LIMIT};
use ariane_knowledge::phenotype::ontology::TermIndex;

/// From this score on a wording is as good as typed in full.
const NEARLY_WHOLE: f32 = 0.9;

/// A sign that was found.
#[derive(Debug, Clone)]
pub struct FoundTerm {
    /// HPO number.
    pub id: u32,
    /// Label.
    pub label: Label,
    /// The wording through which it was found, where the label does not show it.
    pub wording: String,
    /// Language of that wording, when it is not that of the page.
    pub wording_language: Option<&'static str>,
}

/// Signs for what was typed, best first.
pub fn find(visit: &Visit, text: &str, most: usize) -> Vec<FoundTerm> {
    let text: String = text.chars().take(QUERY_LIMIT).collect();
    let mut hits: Vec<(TermIndex, String, Language)> = Vec::new();
    let typed = visit.knowledge.terms().find(&text, visit.language, most);
    let (whole, part): (Vec<_>, Vec<_>) = typed.into_iter().partition(|h| h.score >= NEARLY_WHOLE);
    hits.extend(whole.into_iter().map(|h| (h.term, h.wording, h.language)));
    let read = visit.knowledge.signs().read(&text, visit.language).unwrap_or_default();
    hits.extend(read.signs.into_iter().map(|s| (s.term, s.wording, s.matched_language)));
    hits.extend(part.into_iter().map(|h| (h.term, h.wording, h.language)));
    let mut found: Vec<FoundTerm> = Vec::new();
    for (term, wording, language) in hits {
        let Some(id) = visit.knowledge.phenotypes.ontology.term(term).map(|t| t.id) else { continue };
        if found.len() == most || found.iter().any(|f| f.id == id) {
            continue;
        }
        let label = label(visit, term);
        let shows = fold::key(&label.text) == fold::key(&wording);
        found.push(FoundTerm {
            id,
            wording: if shows { String::new() } else { wording },
            wording_language: (language != visit.language).then(|| language.code()),
            label,
        });
    }
    found
}
