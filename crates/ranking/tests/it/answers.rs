//! Requests and what comes of them.

use crate::fixture::{phenotypes, ranker, request};
use ariane_ranking::request::MOST_SIGNS;
use ariane_ranking::{Refusal, Remark, Request, Stance};

fn omim(phenotypes: &ariane_knowledge::phenotype::Phenotypes, d: u16) -> u32 {
    phenotypes.disorders[usize::from(d)].omim[0]
}

#[test]
fn the_disorder_that_has_the_signs_comes_first_however_general_or_special_they_are() {
    let p = phenotypes();
    let r = ranker(&p);
    for (observed, first) in [(vec![212, 213], 900_003), (vec![211, 232], 900_004), (vec![222], 900_005)] {
        let ranking = r.rank(&p, &request(&observed, &[]), 10).expect("an answer");
        assert_eq!(omim(&p, ranking.disorders[0].disorder), first, "{observed:?}");
    }
}

#[test]
fn probabilities_lie_between_0_and_1_and_fall() {
    let p = phenotypes();
    let ranking = ranker(&p).rank(&p, &request(&[202, 231], &[203]), 10).expect("an answer");
    let list: Vec<f32> = ranking.disorders.iter().map(|d| d.probability).collect();
    assert!(list.iter().all(|q| (0.0..=1.0).contains(q)), "{list:?}");
    assert!(list.windows(2).all(|w| w[0] >= w[1]), "{list:?}");
    assert!(list.iter().sum::<f32>() <= 1.0 + 1e-4);
}

#[test]
fn rows_of_a_left_out_publication_do_not_count() {
    let p = phenotypes();
    let r = ranker(&p);
    let asked = |without: Option<&str>| {
        let request = Request { without: without.map(str::to_owned), ..request(&[221, 232], &[]) };
        let ranking = r.rank(&p, &request, 10).expect("an answer");
        ranking.disorders.iter().map(|d| omim(&p, d.disorder)).collect::<Vec<_>>()
    };
    assert_eq!(asked(None)[0], 900_006);
    assert!(!asked(Some("PMID:6")).contains(&900_006), "nothing is left of it");
    assert_eq!(asked(Some("PMID:unheard-of")), asked(None));
}

#[test]
fn what_cannot_be_asked_is_refused_and_what_was_changed_is_said() {
    let p = phenotypes();
    let r = ranker(&p);
    let ask = |observed: &[u32], excluded: &[u32]| r.rank(&p, &request(observed, excluded), 5);
    assert_eq!(ask(&[], &[]), Err(Refusal::NoSign));
    assert_eq!(ask(&[], &[201]), Err(Refusal::OnlyExcluded));
    assert_eq!(ask(&[999_999], &[]), Err(Refusal::NoSign));
    assert_eq!(ask(&vec![201; MOST_SIGNS + 1], &[]), Err(Refusal::TooManySigns { given: MOST_SIGNS + 1 }));
    let ranking = ask(&[202, 300, 301, 6, 999_999], &[201]).expect("an answer");
    for remark in [
        Remark::Replaced { from: 300, to: 240 },
        Remark::Retired { id: 301, consider: vec![241] },
        Remark::NotASign { id: 6 },
        Remark::Unknown { id: 999_999 },
        Remark::Contradiction { observed: 202, excluded: 201 },
    ] {
        assert!(ranking.remarks.contains(&remark), "{remark:?}");
    }
    assert!(ranking.excluded.is_empty());
}

#[test]
fn without_reference_data_nothing_is_ranked() {
    let empty = ariane_knowledge::phenotype::Phenotypes::default();
    assert_eq!(ranker(&empty).rank(&empty, &request(&[201], &[]), 5), Err(Refusal::NoReference));
}

#[test]
fn every_sign_of_the_person_has_its_line_in_the_account() {
    let p = phenotypes();
    let r = ranker(&p);
    let ranking = r.rank(&p, &request(&[202, 232], &[203]), 5).expect("an answer");
    let first = ranking.disorders.iter().find(|d| omim(&p, d.disorder) == 900_001).expect("ranked");
    let account = r.account(&p, &ranking, first.disorder);
    let stance = |id: u32| {
        account.iter().find(|l| p.ontology.term(l.sign).is_some_and(|t| t.id == id)).map(|l| l.stance)
    };
    assert_eq!(stance(202), Some(Stance::For));
    assert_eq!(stance(232), Some(Stance::Unexplained));
    assert_eq!(stance(203), Some(Stance::Against));
    assert_eq!(stance(231), Some(Stance::NotAsked));
}

#[test]
fn questions_ask_for_nothing_that_was_said() {
    let p = phenotypes();
    let r = ranker(&p);
    let ranking = r.rank(&p, &request(&[201], &[241]), 6).expect("an answer");
    let questions = r.questions(&p, &ranking, 5);
    assert!(!questions.is_empty());
    for question in questions {
        let id = p.ontology.term(question.sign).map(|t| t.id);
        assert!(![Some(201), Some(241)].contains(&id), "{id:?}");
        assert!(question.gain > 0.0);
    }
}
