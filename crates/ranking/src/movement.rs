//! Whether a newer release of the reference data says something else of the same signs, so that the person
//! who follows an undiagnosed case can be told (F103: "be found again").
//!
//! A case has *moved* when another network stands first, when the first network's probability changed by the
//! bound or more, or when a disorder came among the first ten that was not there, at or above the bound.

use crate::answer::Ranking;
use ariane_knowledge::phenotype::Phenotypes;
use serde::Serialize;

/// What changed between two rankings of the same request.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
pub struct Movement {
    /// The network that stood first, and the one that stands first now, where they differ.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub first_network: Option<(String, String)>,
    /// Probability of the network that stands first now: before and now.
    pub network_probability: (f32, f32),
    /// Disorders that came among the first ten, by name, with their probability.
    pub newcomers: Vec<(String, f32)>,
    /// Whether any of this reaches the bound.
    pub moved: bool,
}

/// Compares a ranking under an older and a newer release; `bound` is a difference of probabilities.
pub fn between(before: (&Phenotypes, &Ranking), now: (&Phenotypes, &Ranking), bound: f32) -> Movement {
    let first = |r: &Ranking| r.ern.first().map(|n| n.id.clone()).unwrap_or_default();
    let (old, new) = (first(before.1), first(now.1));
    let of = |r: &Ranking| r.ern.iter().find(|n| n.id == new).map_or(0.0, |n| n.probability);
    let network_probability = (of(before.1), of(now.1));
    let codes = |p: &Phenotypes, r: &Ranking| -> Vec<(Vec<u32>, Vec<u32>, String, f32)> {
        r.disorders
            .iter()
            .take(10)
            .filter_map(|d| {
                let disorder = p.disorders.get(usize::from(d.disorder))?;
                Some((
                    disorder.omim.clone(),
                    disorder.orpha.clone(),
                    disorder.name.to_string(),
                    d.probability,
                ))
            })
            .collect()
    };
    let known = codes(before.0, before.1);
    let newcomers: Vec<(String, f32)> = codes(now.0, now.1)
        .into_iter()
        .filter(|(omim, orpha, ..)| {
            let shares = |a: &[u32], b: &[u32]| a.iter().any(|code| b.contains(code));
            !known.iter().any(|(o, p, ..)| shares(o, omim) || shares(p, orpha))
        })
        .map(|(_, _, name, probability)| (name, probability))
        .collect();
    let first_network = (old != new).then(|| (old, new.clone()));
    let moved = first_network.is_some()
        || (network_probability.1 - network_probability.0).abs() >= bound
        || newcomers.iter().any(|(_, p)| *p >= bound);
    Movement { first_network, network_probability, newcomers, moved }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::answer::{RankedDisorder, RankedNetwork};
    use ariane_knowledge::phenotype::disorders::AnnotatedDisorder;

    fn release(disorders: &[(u32, f32)], network: (&str, f32)) -> (Phenotypes, Ranking) {
        let mut phenotypes = Phenotypes::default();
        let mut ranking = Ranking {
            ern: vec![RankedNetwork { id: network.0.into(), probability: network.1 }],
            ..Ranking::default()
        };
        for (i, (omim, probability)) in disorders.iter().enumerate() {
            phenotypes.disorders.push(AnnotatedDisorder {
                omim: vec![*omim],
                name: format!("disorder {omim}").into(),
                ..AnnotatedDisorder::default()
            });
            ranking.disorders.push(RankedDisorder {
                disorder: i as u16,
                probability: *probability,
                score: 0.0,
            });
        }
        (phenotypes, ranking)
    }

    fn moved(before: &(Phenotypes, Ranking), now: &(Phenotypes, Ranking)) -> Movement {
        between((&before.0, &before.1), (&now.0, &now.1), 0.1)
    }

    #[test]
    fn the_same_answer_in_another_order_of_entries_has_not_moved() {
        let before = release(&[(1, 0.3), (2, 0.1)], ("ern-a", 0.8));
        let now = release(&[(2, 0.12), (1, 0.28)], ("ern-a", 0.85));
        assert!(!moved(&before, &now).moved);
    }

    #[test]
    fn another_first_network_a_jump_or_a_strong_newcomer_is_told() {
        let before = release(&[(1, 0.3)], ("ern-a", 0.5));
        let other = moved(&before, &release(&[(1, 0.3)], ("ern-b", 0.5)));
        assert_eq!(other.first_network, Some(("ern-a".into(), "ern-b".into())));
        assert!(other.moved);
        assert!(moved(&before, &release(&[(1, 0.3)], ("ern-a", 0.7))).moved);
        let newcomer = moved(&before, &release(&[(1, 0.3), (9, 0.2)], ("ern-a", 0.5)));
        assert_eq!(newcomer.newcomers, [("disorder 9".to_owned(), 0.2)]);
        assert!(newcomer.moved);
        assert!(!moved(&before, &release(&[(1, 0.3), (9, 0.01)], ("ern-a", 0.5))).moved);
    }
}
