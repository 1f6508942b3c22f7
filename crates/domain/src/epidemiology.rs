//! Published frequencies and what may be computed from each.
//!
//! Birth prevalence, incidence and point prevalence are different quantities and are never
//! interchanged: the type says which question a figure can answer.

use serde::{Deserialize, Serialize};

/// What a published frequency measures (Orphanet, product 9, "PrevalenceType").
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Measure {
    /// Affected births among live births.
    PrevalenceAtBirth,
    /// New cases a year in a population.
    AnnualIncidence,
    /// Persons living with the disorder at a time.
    PointPrevalence,
    /// Persons who have or will have it in their life.
    LifetimePrevalence,
    /// Number of cases or families ever published: no rate.
    CasesOrFamilies,
}

impl Measure {
    /// Orphanet's English label.
    pub fn from_label(label: &str) -> Option<Self> {
        Some(match label {
            "Prevalence at birth" => Self::PrevalenceAtBirth,
            "Annual incidence" => Self::AnnualIncidence,
            "Point prevalence" => Self::PointPrevalence,
            "Lifetime Prevalence" | "Lifetime prevalence" => Self::LifetimePrevalence,
            "Cases/families" => Self::CasesOrFamilies,
            _ => return None,
        })
    }

    /// Stable word for translation keys and commands.
    pub const fn word(self) -> &'static str {
        match self {
            Self::PrevalenceAtBirth => "prevalence-at-birth",
            Self::AnnualIncidence => "annual-incidence",
            Self::PointPrevalence => "point-prevalence",
            Self::LifetimePrevalence => "lifetime-prevalence",
            Self::CasesOrFamilies => "cases-or-families",
        }
    }
}

/// A range of a rate, per person (or per birth); the upper bound may be absent (`>1 / 1000`).
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
pub struct RateRange {
    /// Lower bound; 0 where only an upper bound is published.
    pub low: f64,
    /// Upper bound.
    pub high: Option<f64>,
    /// Published mean, when there is one.
    pub mean: Option<f64>,
}

impl RateRange {
    /// Reads one of Orphanet's classes and its mean value per 100,000 (`ValMoy`).
    ///
    /// Classes: `>1 / 1000`, `6-9 / 10 000`, `1-5 / 10 000`, `1-9 / 100 000`, `1-9 / 1 000 000`,
    /// `<1 / 1 000 000`. A mean of zero is how Orphanet writes "no value" and is passed over.
    pub fn from_class(class: &str, mean_per_100_000: Option<f64>) -> Option<Self> {
        let mean = mean_per_100_000.filter(|v| v.is_finite() && *v > 0.0).map(|v| v / 1e5);
        let compact: String = class.chars().filter(|c| !c.is_whitespace()).collect();
        let range = match compact.as_str() {
            ">1/1000" => (1e-3, None),
            "6-9/10000" => (6e-4, Some(9e-4)),
            "1-5/10000" => (1e-4, Some(5e-4)),
            "1-9/100000" => (1e-5, Some(9e-5)),
            "1-9/1000000" => (1e-6, Some(9e-6)),
            "<1/1000000" => (0.0, Some(1e-6)),
            _ => return mean.map(|m| Self { low: m, high: Some(m), mean }),
        };
        Some(Self { low: range.0, high: range.1, mean })
    }

    /// Expected number among `persons` (or births): low, high, mean.
    pub fn expected(&self, persons: f64) -> Expected {
        Expected {
            low: self.low * persons,
            high: self.high.map(|h| h * persons),
            mean: self.mean.map(|m| m * persons),
        }
    }
}

/// An expected number with its range.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub struct Expected {
    /// Lower bound.
    pub low: f64,
    /// Upper bound, when there is one.
    pub high: Option<f64>,
    /// From the published mean, when there is one.
    pub mean: Option<f64>,
}

/// Years between two affected births where `births` are expected a year and `rate` is per birth.
///
/// Seed 000: "Pour une maladie qui touche 1/300000 bébés: 1 tous les 60 ans à Luxembourg…". None when
/// nothing can be expected.
pub fn years_between(rate: f64, births: f64) -> Option<f64> {
    let per_year = rate * births;
    (per_year.is_finite() && per_year > 0.0).then(|| 1.0 / per_year)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_seeds_example_comes_out() {
        let years = |births| years_between(1.0 / 300_000.0, births).map(|y| y.round());
        assert_eq!(years(5_000.0), Some(60.0));
        assert_eq!(years(15_000.0), Some(20.0));
        assert_eq!(years(30_000.0), Some(10.0));
        assert_eq!(years(0.0), None);
    }

    #[test]
    fn a_class_gives_its_bounds_and_keeps_the_mean_apart() {
        let range = RateRange::from_class("1-9 / 100 000", Some(7.4)).expect("a class");
        assert_eq!((range.low, range.high), (1e-5, Some(9e-5)));
        assert!((range.mean.expect("a mean") - 7.4e-5).abs() < 1e-12);
    }

    #[test]
    fn an_open_class_has_no_upper_bound_and_zero_is_no_mean() {
        let range = RateRange::from_class(">1 / 1000", Some(0.0)).expect("a class");
        assert_eq!((range.low, range.high, range.mean), (1e-3, None, None));
        assert_eq!(RateRange::from_class("Unknown", None), None);
        assert_eq!(RateRange::from_class("Not yet documented", Some(0.0)), None);
    }

    #[test]
    fn a_mean_without_a_class_is_its_own_range() {
        let range = RateRange::from_class("no data", Some(2.0)).expect("a mean");
        assert_eq!(range.high, Some(2e-5));
    }
}
