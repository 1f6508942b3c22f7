//! Ages at which a person decides: settings of the country profile, each with its source (duties D23, D45).

use super::RepresentedAct;
use crate::enquiry::AgeBand;
use chrono::{Datelike, NaiveDate};
use serde::Deserialize;

/// The ages of a country.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct Ages {
    /// Completed years from which a person is of age.
    pub majority: u8,
    /// Completed years from which an adolescent may keep something from the parents. Where the law names no age but
    /// discernment, a setting of the installation.
    pub confidential_from: u8,
    /// Acts for which both parents must agree; for the others one is presumed to act with the other.
    #[serde(default)]
    pub both_parents: Vec<RepresentedAct>,
    /// Where this reading comes from.
    #[serde(default)]
    pub source: String,
    /// When it was checked; empty when it was not.
    #[serde(default)]
    pub checked: String,
}

impl Default for Ages {
    /// Of a country whose profile says nothing: of age at eighteen (Convention on the Rights of the Child, article 1),
    /// nothing kept from the parents, and both asked before anything leaves the house.
    fn default() -> Self {
        Self {
            majority: 18,
            confidential_from: 18,
            both_parents: vec![RepresentedAct::ShareOutside],
            source: String::new(),
            checked: String::new(),
        }
    }
}

/// What is known of somebody's age.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Age {
    /// By the day of birth.
    Born(NaiveDate),
    /// By the band that was said.
    Band(AgeBand),
}

impl Age {
    /// The day of birth where it is known, else the band.
    pub fn of(born: Option<NaiveDate>, band: Option<AgeBand>) -> Self {
        born.map_or(Self::Band(band.unwrap_or(AgeBand::Unknown)), Self::Born)
    }

    /// Completed years on a day. Who was born on 29 February has a birthday on 1 March in other years.
    pub fn years(born: NaiveDate, day: NaiveDate) -> i32 {
        let had_birthday = (day.month(), day.day()) >= (born.month(), born.day());
        day.year() - born.year() - i32::from(!had_birthday)
    }
}

impl Ages {
    /// Whether somebody is under age; none where nothing is known.
    pub fn is_minor(&self, age: Age, day: NaiveDate) -> Option<bool> {
        match age {
            Age::Born(born) => Some(Age::years(born, day) < i32::from(self.majority)),
            Age::Band(AgeBand::Unknown) => None,
            Age::Band(band) => Some(band.is_minor()),
        }
    }

    /// The day on which somebody comes of age.
    pub fn majority_of(&self, born: NaiveDate) -> Option<NaiveDate> {
        let year = born.year() + i32::from(self.majority);
        born.with_year(year).or_else(|| NaiveDate::from_ymd_opt(year, 3, 1))
    }

    /// Whether an adolescent may keep something from the parents.
    ///
    /// The day of birth says it. A band is not precise enough unless it lies whole above the age: then a human asks.
    pub fn may_be_confidential(&self, age: Age, day: NaiveDate) -> bool {
        let from = i32::from(self.confidential_from);
        match age {
            Age::Born(born) => {
                let years = Age::years(born, day);
                years >= from && years < i32::from(self.majority)
            }
            Age::Band(band) => band == AgeBand::From12To18 && from <= 12,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    fn ages() -> Ages {
        Ages { confidential_from: 14, ..Ages::default() }
    }

    #[test]
    fn one_is_of_age_on_the_birthday_and_not_the_day_before() {
        let born = Age::Born(day("2008-11-23"));
        assert_eq!(ages().is_minor(born, day("2026-11-22")), Some(true));
        assert_eq!(ages().is_minor(born, day("2026-11-23")), Some(false));
        assert_eq!(ages().majority_of(day("2008-11-23")), Some(day("2026-11-23")));
        assert_eq!(ages().majority_of(day("2008-02-29")), Some(day("2026-03-01")));
        assert_eq!(ages().is_minor(Age::Born(day("2008-02-29")), day("2026-02-28")), Some(true));
    }

    #[test]
    fn without_a_day_of_birth_the_band_counts_and_the_unknown_stays_unknown() {
        assert_eq!(ages().is_minor(Age::of(None, Some(AgeBand::Under12)), day("2026-11-22")), Some(true));
        assert_eq!(ages().is_minor(Age::of(None, Some(AgeBand::Adult)), day("2026-11-22")), Some(false));
        assert_eq!(ages().is_minor(Age::of(None, None), day("2026-11-22")), None);
    }

    #[test]
    fn confidence_begins_at_the_age_of_the_setting_and_a_band_is_not_precise_enough() {
        let on = day("2026-11-22");
        assert!(!ages().may_be_confidential(Age::Born(day("2012-11-23")), on));
        assert!(ages().may_be_confidential(Age::Born(day("2012-11-22")), on));
        assert!(
            !ages().may_be_confidential(Age::Born(day("2008-11-22")), on),
            "of age: no longer a matter of parents"
        );
        assert!(!ages().may_be_confidential(Age::Band(AgeBand::From12To18), on));
        let early = Ages { confidential_from: 12, ..ages() };
        assert!(early.may_be_confidential(Age::Band(AgeBand::From12To18), on));
    }
}
