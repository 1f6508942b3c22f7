//! What holds for every request.

use crate::fixture::{phenotypes, ranker, request, signs, with_cases};
use ariane_ranking::Ranking;
use ariane_ranking::first_stage::{self, Scratch};
use proptest::prelude::*;
use std::collections::BTreeMap;

fn scores(ranking: &Ranking) -> BTreeMap<u16, f32> {
    ranking.disorders.iter().map(|d| (d.disorder, d.score)).collect()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    /// Excluding a sign never raises the score of a disorder that has it, nor its odds against one that lacks it.
    #[test]
    fn an_excluded_sign_never_helps_who_has_it(
        observed in proptest::sample::subsequence(signs(), 1..5),
        excluded in proptest::sample::select(signs()),
        known: bool,
    ) {
        let p = if known { with_cases() } else { phenotypes() };
        let r = ranker(&p);
        let before = r.rank(&p, &request(&observed, &[]), 50);
        let after = r.rank(&p, &request(&observed, &[excluded]), 50);
        let (Ok(before), Ok(after)) = (before, after) else { return Ok(()) };
        let (old, new) = (scores(&before), scores(&after));
        let term = p.ontology.position(excluded);
        let has = |d: u16| term.is_some_and(|t| r.knowledge.table.profiles[usize::from(d)].mark(t).is_some());
        for (d, score) in &new {
            if has(*d) {
                prop_assert!(*score <= old[d] + 1e-5);
                for (other, theirs) in new.iter().filter(|(o, _)| !has(**o)) {
                    prop_assert!(score - theirs <= old[d] - old[other] + 1e-5);
                }
            }
        }
    }

    /// The lists per term give what the definition gives, one disorder at a time.
    #[test]
    fn the_first_stage_is_its_definition(observed in proptest::sample::subsequence(signs(), 1..6)) {
        let p = phenotypes();
        let r = ranker(&p);
        let terms: Vec<u16> = observed.iter().filter_map(|id| p.ontology.position(*id)).collect();
        let mut scratch = Scratch::default();
        first_stage::of_all(&r.knowledge.table, &p.ontology, &terms, &mut scratch);
        for (profile, score) in r.knowledge.table.profiles.iter().zip(&scratch.scores) {
            let defined = first_stage::of_profile(&r.knowledge.table, &p.ontology, profile, &terms);
            prop_assert!((defined.total() - score.total()).abs() < 1e-3);
        }
    }

    /// The order in which signs are named, and naming one twice, changes nothing.
    #[test]
    fn order_and_repetition_of_signs_change_nothing(
        mut observed in proptest::sample::subsequence(signs(), 1..5),
    ) {
        let p = phenotypes();
        let r = ranker(&p);
        let first = r.rank(&p, &request(&observed, &[]), 50);
        observed.reverse();
        let again = observed[0];
        observed.push(again);
        prop_assert_eq!(first, r.rank(&p, &request(&observed, &[]), 50));
    }
}
