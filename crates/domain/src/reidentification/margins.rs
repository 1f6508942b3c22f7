//! What is published of a population: totals and shares, with source and date.

use super::shown::Sex;
use crate::place::Country;
use serde::{Deserialize, Serialize};

/// Persons of an age class; the last class is open.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct AgeClass {
    /// First age.
    pub from: u8,
    /// Last age; absent for the open class.
    pub to: Option<u8>,
    /// Persons.
    pub persons: u64,
}

/// Persons of a nationality.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Nationality {
    /// Which.
    pub country: Country,
    /// Persons.
    pub persons: u64,
}

/// Persons of an area.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Area {
    /// Id, as in the lists of areas.
    pub id: String,
    /// Persons.
    pub persons: u64,
}

/// Margins of a population. Tables may be of different years: shares are taken from each table by itself.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Margins {
    /// Ages.
    #[serde(default)]
    pub ages: Vec<AgeClass>,
    /// Women.
    #[serde(default)]
    pub women: u64,
    /// Men.
    #[serde(default)]
    pub men: u64,
    /// Nationalities that the published table names.
    #[serde(default)]
    pub nationalities: Vec<Nationality>,
    /// Everybody in the table of nationalities, named there or not.
    #[serde(default)]
    pub nationalities_of: u64,
    /// Areas, from small to large. The largest is everybody who takes part.
    #[serde(default)]
    pub areas: Vec<Area>,
}

/// Oldest age that the open class is thought to reach, so that its years can be told apart.
const OPEN_TO: u8 = 99;

impl AgeClass {
    fn years(&self) -> f64 {
        f64::from(self.to.unwrap_or(OPEN_TO).saturating_sub(self.from)) + 1.0
    }

    /// Persons of the class within ages from `first` to `last`, spread evenly over its years.
    fn within(&self, first: u8, last: u8) -> f64 {
        let to = self.to.unwrap_or(OPEN_TO);
        // What lies beyond the open class is the end of the open class.
        let (first, last) = (first.min(if self.to.is_none() { OPEN_TO } else { u8::MAX }), last.min(to));
        let first = first.max(self.from);
        if first > last {
            return 0.0;
        }
        self.persons as f64 * (f64::from(last - first) + 1.0) / self.years()
    }
}

impl Margins {
    /// Share of people of these ages, both within; `None` where no table of ages is known.
    pub fn age_share(&self, first: u8, last: u8) -> Option<f64> {
        let all: u64 = self.ages.iter().map(|class| class.persons).sum();
        (all > 0).then(|| self.ages.iter().map(|class| class.within(first, last)).sum::<f64>() / all as f64)
    }

    /// Share of a sex.
    pub fn sex_share(&self, sex: Sex) -> Option<f64> {
        let all = self.women + self.men;
        let of = match sex {
            Sex::Female => self.women,
            Sex::Male => self.men,
        };
        (all > 0).then(|| of as f64 / all as f64)
    }

    /// Share of a nationality; `None` for one that the table does not name: it may be anybody, or nobody else.
    pub fn nationality_share(&self, country: Country) -> Option<f64> {
        let found = self.nationalities.iter().find(|one| one.country == country)?;
        (self.nationalities_of > 0).then(|| found.persons as f64 / self.nationalities_of as f64)
    }

    /// Persons of an area.
    pub fn area(&self, id: &str) -> Option<u64> {
        self.areas.iter().find(|area| area.id == id).map(|area| area.persons)
    }

    /// Everybody who takes part.
    pub fn everybody(&self) -> Option<u64> {
        self.areas.iter().map(|area| area.persons).max()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ages() -> Margins {
        let class = |from, to, persons| AgeClass { from, to, persons };
        Margins {
            ages: vec![class(0, Some(19), 200), class(20, Some(79), 700), class(80, None, 100)],
            ..Margins::default()
        }
    }

    #[test]
    fn a_class_is_spread_over_its_years_and_all_ages_are_everybody() {
        let m = ages();
        assert_eq!(m.age_share(0, u8::MAX), Some(1.0));
        assert_eq!(m.age_share(0, 9), Some(0.1));
        assert!((m.age_share(15, 24).unwrap_or(0.0) - (50.0 + 5.0 * 700.0 / 60.0) / 1000.0).abs() < 1e-12);
        let by_year: f64 = (0..=OPEN_TO).filter_map(|age| m.age_share(age, age)).sum();
        assert!((by_year - 1.0).abs() < 1e-9);
        assert!(m.age_share(100, u8::MAX).is_some_and(|share| share > 0.0), "somebody older than the table");
    }

    #[test]
    fn what_no_table_names_has_no_share() {
        let none = Margins::default();
        assert_eq!(none.age_share(0, 9), None);
        assert_eq!(none.sex_share(Sex::Female), None);
        let Some(country) = Country::new("PT") else { return };
        assert_eq!(none.nationality_share(country), None);
    }
}
