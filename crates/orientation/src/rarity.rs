//! "How rare is it here": expected births, new patients and patients of an area.
//!
//! Each published figure answers its own question: prevalence at birth gives affected births,
//! incidence gives new patients a year, point prevalence gives patients living with it. They are
//! never turned into one another.

use ariane_domain::epidemiology::{Expected, Measure, RateRange, years_between};
use ariane_knowledge::catalogue::entity::{Entity, Prevalence};
use ariane_knowledge::starter::areas::Area;
use serde::Serialize;

/// What can be expected in an area from one published figure.
#[derive(Debug, Clone, Serialize)]
pub struct Expectation {
    /// What was measured, and so what is expected.
    pub measure: Measure,
    /// Expected number: affected births a year, new patients a year, or patients.
    pub expected: Expected,
    /// The published rate itself, per birth or per person.
    pub rate: RateRange,
    /// Years between two affected births, from the rarest to the most frequent rate of the range.
    pub years_between: Option<(f64, Option<f64>)>,
    /// The class as published.
    pub class: String,
    /// Where it was measured.
    pub geography: String,
    /// Where it was published.
    pub source: String,
}

/// Applies one published figure to an area; none where the area lacks the number that it needs.
pub fn expectation(prevalence: &Prevalence, area: &Area) -> Option<Expectation> {
    let range = prevalence.range?;
    let base = match prevalence.measure {
        Measure::PrevalenceAtBirth => area.births.as_ref()?.0,
        Measure::AnnualIncidence | Measure::PointPrevalence | Measure::LifetimePrevalence => {
            area.population.as_ref()?.0
        }
        Measure::CasesOrFamilies => return None,
    };
    let between = (prevalence.measure == Measure::PrevalenceAtBirth)
        .then(|| {
            let rarest = years_between(if range.low > 0.0 { range.low } else { range.high? }, base)?;
            let often =
                range.high.filter(|h| range.low > 0.0 && *h > range.low).and_then(|h| years_between(h, base));
            Some((rarest, often))
        })
        .flatten();
    Some(Expectation {
        measure: prevalence.measure,
        expected: range.expected(base),
        rate: range,
        years_between: between,
        class: prevalence.class.to_string(),
        geography: prevalence.geography.to_string(),
        source: prevalence.source.to_string(),
    })
}

/// One figure per measure for an area: the published one that was measured nearest to it.
///
/// Nearest: the area's own country, then Europe, then the world. A figure of another country is not
/// carried over: founder effects make it wrong by orders of magnitude.
pub fn expectations(entity: &Entity, area: &Area, country_english: &str) -> Vec<Expectation> {
    let nearness = |p: &Prevalence| match p.geography.as_ref() {
        g if g == country_english => Some(0),
        "Europe" => Some(1),
        "Worldwide" => Some(2),
        _ => None,
    };
    [
        Measure::PrevalenceAtBirth,
        Measure::AnnualIncidence,
        Measure::PointPrevalence,
        Measure::LifetimePrevalence,
    ]
    .into_iter()
    .filter_map(|measure| {
        entity
            .prevalences
            .iter()
            .filter(|p| p.measure == measure)
            .filter_map(|p| Some((nearness(p)?, expectation(p, area)?)))
            .min_by_key(|(n, _)| *n)
            .map(|(_, e)| e)
    })
    .collect()
}

/// The rate of the example of seed 000: "une maladie qui touche 1/300000 bébés".
pub const SEED_RATE: f64 = 1.0 / 300_000.0;

/// Years between two affected births at a rate per birth, for an area with known births.
pub fn years_in(area: &Area, rate: f64) -> Option<f64> {
    years_between(rate, area.births.as_ref()?.0)
}

#[cfg(test)]
mod tests {
    use super::*;
    use ariane_domain::epidemiology::RateRange;

    fn areas() -> Vec<Area> {
        ariane_knowledge::starter::areas::all()
    }

    fn figure(measure: Measure, class: &str) -> Prevalence {
        Prevalence {
            measure,
            class: class.into(),
            range: RateRange::from_class(class, None),
            count: None,
            geography: "Europe".into(),
            source: "[EXPERT]".into(),
        }
    }

    #[test]
    fn the_seeds_catchments_give_sixty_twenty_and_ten_years() {
        let years: Vec<f64> = areas()
            .iter()
            .filter(|a| a.is_seed_example())
            .filter_map(|a| years_in(a, SEED_RATE))
            .map(f64::round)
            .collect();
        assert_eq!(years, [60.0, 20.0, 10.0]);
    }

    #[test]
    fn births_answer_birth_prevalence_and_population_answers_point_prevalence() {
        let areas = areas();
        let lu = areas.iter().find(|a| a.id == "lu").expect("Luxembourg");
        let births = lu.births.as_ref().expect("births").0;
        let people = lu.population.as_ref().expect("population").0;
        let at_birth = expectation(&figure(Measure::PrevalenceAtBirth, "1-9 / 100 000"), lu).expect("births");
        assert_eq!(at_birth.expected.low, 1e-5 * births);
        let point = expectation(&figure(Measure::PointPrevalence, "1-9 / 100 000"), lu).expect("patients");
        assert_eq!(point.expected.low, 1e-5 * people);
        assert!(point.years_between.is_none());
    }

    #[test]
    fn a_figure_of_another_country_is_not_carried_over() {
        let mut entity = ariane_knowledge::reference::starter_catalogue().entities()[0].clone();
        let areas = areas();
        let lu = areas.iter().find(|a| a.id == "lu").expect("Luxembourg");
        let at = |geography: &str| Prevalence {
            geography: geography.into(),
            ..figure(Measure::PointPrevalence, "1-9 / 100 000")
        };
        entity.prevalences = [at("Brazil")].into();
        assert!(expectations(&entity, lu, "Luxembourg").is_empty());
        entity.prevalences = [at("Brazil"), at("Europe"), at("Luxembourg")].into();
        assert_eq!(expectations(&entity, lu, "Luxembourg")[0].geography, "Luxembourg");
    }

    #[test]
    fn a_class_that_only_says_less_than_gives_years_at_least() {
        let areas = areas();
        let lu = areas.iter().find(|a| a.id == "lu").expect("Luxembourg");
        let e = expectation(&figure(Measure::PrevalenceAtBirth, "<1 / 1 000 000"), lu).expect("births");
        let (rarest, often) = e.years_between.expect("years");
        assert!(rarest > 100.0 && often.is_none());
    }
}
