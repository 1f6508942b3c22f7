//! What published cases add, and that nothing of a publication remains when it is left out.

use crate::fixture::{cases, phenotypes, ranker, request, signs, with_cases};
use ariane_knowledge::phenotype::Phenotypes;
use ariane_ranking::measure::removal::removed;
use ariane_ranking::request::check;
use ariane_ranking::{Ranker, Request};

fn asked(p: &Phenotypes, r: &Ranker, observed: &[u32], without: Option<&str>) -> Vec<u32> {
    let request = Request { without: without.map(str::to_owned), ..request(observed, &[]) };
    let disorders = r.rank(p, &request, 20).map(|ranking| ranking.disorders).unwrap_or_default();
    disorders.iter().map(|d| p.disorders[usize::from(d.disorder)].omim[0]).collect()
}

#[test]
fn a_disorder_known_from_cases_only_is_ranked_and_vanishes_with_their_publication() {
    let p = with_cases();
    let r = ranker(&p);
    assert!(asked(&p, &r, &[203, 241], None).contains(&900_008));
    assert!(!asked(&p, &r, &[203, 241], Some("PMID:8")).contains(&900_008));
    let without = phenotypes();
    assert!(!asked(&without, &ranker(&without), &[203, 241], None).contains(&900_008));
}

/// A row that rests on several publications is left out with each of them.
#[test]
fn a_pooled_reference_is_left_out_with_each_of_its_publications() {
    let p = with_cases();
    let r = ranker(&p);
    let bare = |name: &str| {
        let request = Request { without: Some(name.into()), ..request(&[213], &[]) };
        let at = p.disorders.iter().position(|d| d.omim == [900_003]).expect("there") as u16;
        r.left_out(&p, &request).profiles.get(&at).map(|profile| profile.rows)
    };
    let at = |d: u32| p.disorders.iter().find(|x| x.omim == [d]).expect("there");
    let all = at(900_003).rows.len() as u32;
    assert_eq!((bare("PMID:8"), bare("PMID:9")), (Some(all - 2), Some(all - 2)));
}

/// Profiles and persons of a left-out publication are what they are when it was never read.
#[test]
fn leaving_out_is_never_having_read() {
    let p = with_cases();
    let r = ranker(&p);
    for publication in ["PMID:1", "PMID:2", "PMID:6", "PMID:7", "PMID:8", "PMID:9"] {
        let bare = removed(&phenotypes(), &cases(), publication);
        let never = ranker(&bare);
        let request = Request { without: Some(publication.into()), ..request(&signs(), &[]) };
        let changed = r.left_out(&p, &request);
        let checked = check(&p.ontology, &request).expect("signs");
        assert!(!checked.observed.is_empty());
        for (index, disorder) in p.disorders.iter().enumerate() {
            let left = changed.profiles.get(&(index as u16)).unwrap_or(&r.knowledge.table.profiles[index]);
            let other = bare.disorders.iter().position(|d| d.omim == disorder.omim);
            match other {
                Some(at) => {
                    let never = &never.knowledge.table.profiles[at];
                    assert_eq!(left.marks, never.marks, "{publication} {:?}", disorder.omim);
                    assert_eq!((left.rows, left.references), (never.rows, never.references));
                }
                None => assert!(left.marks.is_empty(), "{publication} {:?}", disorder.omim),
            }
            let kept = disorder.cases.iter().filter(|c| !changed.references.contains(&c.reference)).count();
            let read = other.map_or(0, |at| bare.disorders[at].cases.len());
            assert_eq!(kept, read, "{publication} {:?}", disorder.omim);
        }
    }
}
