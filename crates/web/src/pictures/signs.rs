//! How often each sign is present, as a bar between its published bounds.

use crate::pages::visit::Visit;
use ariane_knowledge::catalogue::entity::{Entity, SignFrequency};

/// A sign with its bar.
#[derive(Debug, Clone)]
pub struct SignBar {
    /// Label in the reader's language or a fallback.
    pub label: String,
    /// Language of the label, when it is not that of the page.
    pub label_language: Option<&'static str>,
    /// Frequency in words.
    pub frequency: String,
    /// The bar; decorative, the words beside it say the same.
    pub svg: String,
}

/// Bars of all signs, most frequent first.
pub fn bars(visit: &Visit, entity: &Entity) -> Vec<SignBar> {
    entity
        .signs
        .iter()
        .map(|sign| {
            let term = visit.knowledge.catalogue.term(sign.term);
            let (language, label) = term.map_or((visit.language, ""), |t| t.label(visit.language));
            SignBar {
                label: if label.is_empty() { format!("HP:{:07}", sign.term) } else { label.to_owned() },
                label_language: (language != visit.language && !label.is_empty()).then(|| language.code()),
                frequency: visit.t.k("sign", sign.frequency.word()),
                svg: bar(sign.frequency),
            }
        })
        .collect()
}

/// A track of 100 with the share between the bounds filled; the part up to the lower bound is solid.
fn bar(frequency: SignFrequency) -> String {
    let filled = match frequency.percent() {
        Some((low, high)) => format!(
            "<rect class=\"sure\" width=\"{low}\" height=\"8\" y=\"1\"/><rect class=\"maybe\" x=\"{low}\" width=\"{}\" height=\"8\" y=\"1\"/>",
            high - low
        ),
        None => String::new(),
    };
    format!(
        "<svg class=\"bar-picture\" viewBox=\"0 0 100 10\" width=\"100\" height=\"10\" aria-hidden=\"true\" focusable=\"false\"><rect class=\"track\" width=\"100\" height=\"8\" y=\"1\"/>{filled}</svg>"
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_bar_is_solid_to_the_lower_bound_and_open_to_the_upper() {
        let svg = bar(SignFrequency::Frequent);
        assert!(svg.contains("class=\"sure\" width=\"30\""));
        assert!(svg.contains("x=\"30\" width=\"49\""));
        assert!(!bar(SignFrequency::Unknown).contains("sure"));
    }
}
