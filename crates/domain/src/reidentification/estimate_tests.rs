use super::*;
use crate::place::Country;
use crate::reidentification::margins::{AgeClass, Area, Nationality};
use crate::reidentification::shown::{Named, Sex};
use proptest::prelude::*;

pub fn land() -> Margins {
    let class = |from, to, persons| AgeClass { from, to, persons };
    let area = |id: &str, persons| Area { id: id.to_owned(), persons };
    Margins {
        ages: vec![class(0, Some(19), 200_000), class(20, Some(64), 600_000), class(65, None, 200_000)],
        women: 500_000,
        men: 500_000,
        nationalities: Country::new("PT")
            .map(|country| Nationality { country, persons: 150_000 })
            .into_iter()
            .collect(),
        nationalities_of: 1_000_000,
        areas: vec![area("valley", 50_000), area("land", 1_000_000), area("all", 100_000_000)],
    }
}

pub fn rate(low: f64, high: f64) -> RateRange {
    RateRange { low, high: Some(high), mean: None }
}

pub fn somebody() -> Person {
    let named = |label: &str, low, high| Named { label: label.to_owned(), prevalence: Some(rate(low, high)) };
    Person {
        age: Some(34),
        sex: Some(Sex::Female),
        nationality: Country::new("PT"),
        areas: vec!["valley".into(), "land".into(), "all".into()],
        disorders: vec![named("disorder", 1e-6, 9e-6), named("group", 1e-4, 5e-4)],
        traits: Vec::new(),
    }
}

const NOTHING: Shown =
    Shown { age: AgeStep::Hidden, sex: false, nationality: false, area: 9, disorder: 9, traits: false };

fn of(person: &Person, shown: &Shown) -> Estimate {
    Fitting::new(person, shown, &land()).expect("counted").estimate()
}

#[test]
fn whoever_shows_nothing_could_be_anybody() {
    let all = of(&somebody(), &NOTHING);
    assert!(all.low > 99_000_000 && all.high < 101_000_000, "{all:?}");
}

#[test]
fn a_prevalence_alone_gives_the_range_of_its_class() {
    let shown = Shown { disorder: 0, ..NOTHING };
    let all = of(&somebody(), &shown);
    assert!((100..=130).contains(&all.low), "1 to 9 in a million of 100 million: {all:?}");
    assert!((800..=900).contains(&all.high), "{all:?}");
}

#[test]
fn the_person_alone_is_one() {
    let all = of(&somebody(), &Shown::EXACT);
    assert_eq!((all.low, all.middle), (1, 1));
    assert!(all.risk > 0.99);
}

#[test]
fn what_has_no_number_is_said_and_never_guessed() {
    let foreign = Person { nationality: Country::new("AD"), ..somebody() };
    let shown = Shown { nationality: true, ..NOTHING };
    assert_eq!(Fitting::new(&foreign, &shown, &land()).err(), Some(Unknown::Nationality));
    let unnamed = Person { disorders: vec![Named { label: String::new(), prevalence: None }], ..somebody() };
    let shown = Shown { disorder: 0, ..NOTHING };
    assert_eq!(Fitting::new(&unnamed, &shown, &land()).err(), Some(Unknown::Prevalence));
    let elsewhere = Person { areas: vec!["moon".into()], ..somebody() };
    assert_eq!(Fitting::new(&elsewhere, &Shown { area: 0, ..NOTHING }, &land()).err(), Some(Unknown::Area));
    assert_eq!(Fitting::new(&somebody(), &NOTHING, &Margins::default()).err(), Some(Unknown::Area));
    let bare = Margins { areas: land().areas, ..Margins::default() };
    assert_eq!(Fitting::new(&somebody(), &Shown { sex: true, ..NOTHING }, &bare).err(), Some(Unknown::Sex));
}

#[test]
fn a_bound_of_one_is_always_reached_and_the_median_is_between() {
    let fitting =
        Fitting::new(&somebody(), &Shown { disorder: 0, area: 1, ..NOTHING }, &land()).expect("counted");
    assert_eq!((fitting.fewer_than(0), fitting.fewer_than(1)), (0.0, 0.0));
    let estimate = fitting.estimate();
    assert!(fitting.fewer_than(estimate.low) <= TAIL && fitting.fewer_than(estimate.low + 1) >= TAIL);
    assert!(estimate.low <= estimate.middle && estimate.middle <= estimate.high);
}

#[test]
fn sums_and_approximation_say_the_same_where_they_meet() {
    for most in [150, 180, 199, 200, 201, 230, 260] {
        let (below, above) = (poisson_at_most(MANY, most), poisson_at_most(MANY + 1e-9, most));
        assert!((below - above).abs() < 2e-4, "{most}: {below} {above}");
    }
    // Poisson with mean 3, at most 2: 8.5 e^-3.
    assert!((poisson_at_most(3.0, 2) - 8.5 * (-3.0_f64).exp()).abs() < 1e-12);
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, ..ProptestConfig::default() })]
    #[test]
    fn whoever_shows_less_is_one_of_no_fewer(
        age in 0_u8..120,
        step in 0_usize..5,
        area in 0_usize..4,
        disorder in 0_usize..3,
        sex: bool,
    ) {
        let person = Person { age: Some(age), ..somebody() };
        let shown = Shown { age: AgeStep::ALL[step], area, disorder, sex, ..NOTHING };
        let now = of(&person, &shown);
        if disorder < 2 {
            let less = of(&person, &Shown { disorder: disorder + 1, ..shown });
            prop_assert!(less.middle >= now.middle, "{now:?} {less:?}");
        }
        if sex {
            let less = of(&person, &Shown { sex: false, ..shown });
            prop_assert!(less.middle >= now.middle, "{now:?} {less:?}");
        }
        if area < 3 {
            let less = of(&person, &Shown { area: area + 1, ..shown });
            prop_assert!(less.middle >= now.middle, "{now:?} {less:?}");
        }
    }
}
