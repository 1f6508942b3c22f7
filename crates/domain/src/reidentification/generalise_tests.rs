use super::super::estimate::tests::{land, rate, somebody};
use super::*;
use proptest::prelude::*;

fn enough(person: &Person, shown: &Shown, bound: &Bound) -> bool {
    Fitting::new(person, shown, &land()).is_ok_and(|fitting| fitting.fewer_than(bound.enough) <= DOUBT)
}

#[test]
fn who_shows_everything_of_a_rare_disorder_is_refused_and_told_the_way_out() {
    let judged = judge(&somebody(), &Shown::EXACT, &land(), &Bound::default());
    let Verdict::Refused(Some(proposal)) = &judged.verdict else { panic!("{judged:?}") };
    assert!(needs_reason(&judged));
    assert!(enough(&somebody(), &proposal.shown, &Bound::default()));
    assert!(
        proposal.blurred.contains(&Attribute::Nationality) && proposal.blurred.contains(&Attribute::Area)
    );
    assert!(
        !proposal.blurred.contains(&Attribute::Disorder),
        "what the advice is about goes last: {proposal:?}"
    );
    assert_eq!(blurred(&Shown::EXACT, &proposal.shown), proposal.blurred);
}

#[test]
fn who_is_one_of_many_is_shared_as_they_are() {
    let common = Shown { age: AgeStep::TenYears, nationality: false, area: 2, disorder: 1, ..Shown::EXACT };
    let judged = judge(&somebody(), &common, &land(), &Bound::default());
    assert_eq!(judged.verdict, Verdict::Enough, "{:?}", judged.estimate);
    assert!(!needs_reason(&judged));
}

#[test]
fn what_nobody_counted_is_taken_as_nobody_else_until_it_is_left_out() {
    let mut person = somebody();
    person.traits = vec![rate(0.0, 0.0)];
    person.nationality = crate::place::Country::new("AD");
    let shown = Shown { area: 2, age: AgeStep::Hidden, ..Shown::EXACT };
    let judged = judge(&person, &shown, &land(), &Bound::default());
    assert_eq!((judged.estimate, judged.unknown), (None, Some("nationality")));
    let Verdict::Refused(Some(proposal)) = judged.verdict else { panic!("refused") };
    assert!(!proposal.shown.nationality);
}

#[test]
fn where_nothing_helps_it_is_said() {
    let few = crate::reidentification::margins::Margins {
        areas: vec![crate::reidentification::margins::Area { id: "island".into(), persons: 12 }],
        ..Default::default()
    };
    let person = Person { areas: vec!["island".into()], ..Person::default() };
    let judged = judge(&person, &Shown::EXACT, &few, &Bound::default());
    assert_eq!(judged.verdict, Verdict::NoWay, "{judged:?}");
    let bound = Bound { enough: 11, floor: 9 };
    let judged = judge(&person, &Shown::EXACT, &few, &bound);
    assert_eq!(judged.verdict, Verdict::Refused(None));
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, ..ProptestConfig::default() })]
    #[test]
    fn no_cheaper_way_was_passed_over(age in 0_u8..100, low in 1e-7_f64..1e-3, enough_at in 2_u64..60) {
        let mut person = somebody();
        person.age = Some(age);
        person.disorders[0].prevalence = Some(rate(low, low * 9.0));
        let bound = Bound { enough: enough_at, floor: 1 };
        match judge(&person, &Shown::EXACT, &land(), &bound).verdict {
            Verdict::Enough => prop_assert!(enough(&person, &Shown::EXACT, &bound)),
            Verdict::Blur(proposal) | Verdict::Refused(Some(proposal)) => {
                prop_assert!(enough(&person, &proposal.shown, &bound));
                let all = ways(&person, &Shown::EXACT);
                let paid = all.iter().find(|(_, way)| *way == proposal.shown).map(|(cost, _)| *cost);
                for (cost, way) in all {
                    prop_assert!(Some(cost) >= paid || !enough(&person, &way, &bound), "{way:?} is cheaper");
                }
            }
            Verdict::NoWay | Verdict::Refused(None) => {
                for (_, way) in ways(&person, &Shown::EXACT) {
                    prop_assert!(!enough(&person, &way, &bound));
                }
            }
        }
    }
}

#[test]
fn an_installation_asks_for_more_people_and_never_for_too_few() {
    let check = |enough, floor| Bound { enough, floor }.check();
    assert_eq!(Bound::default().check(), Ok(Bound::default()));
    assert!(check(20, 11).is_ok() && check(5, 5).is_ok() && check(1_000, 1_000).is_ok());
    for (enough, floor) in [(11, 4), (11, 12), (1_001, 5), (3, 3), (0, 0)] {
        assert_eq!(check(enough, floor), Err(NotABound), "{enough} {floor}");
    }
}
