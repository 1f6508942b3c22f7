//! Country profiles: emergency numbers, lines, routes. Data, never constants in code (duty D45).

use ariane_domain::Language;
use ariane_domain::office::{Holidays, HoursFault, Office, ReplyPromise, UnknownHoliday};
use ariane_domain::place::Country;
use ariane_domain::representation::Ages;
use chrono::NaiveDate;
use serde::Deserialize;
use std::collections::BTreeMap;

/// Promise of a country whose profile states none: that of the Luxembourg Infoline.
const REPLY_WORKING_DAYS: u32 = 5;

/// One `[[country]]` of `starter/countries.toml`.
#[derive(Debug, Clone, Deserialize)]
pub struct CountryProfile {
    /// Country.
    pub code: Country,
    name: BTreeMap<Language, String>,
    /// The number that works in the whole country.
    pub emergency: Number,
    /// Ids of crisis lines in the directory, most general first.
    #[serde(default)]
    pub crisis_lines: Vec<String>,
    /// Ids of helplines in the directory, first the national one for rare diseases.
    #[serde(default)]
    pub helplines: Vec<String>,
    /// Id of the service that authorises treatment abroad.
    #[serde(default)]
    pub treatment_abroad: String,
    /// Steps by which a professional reaches a European network (duty D17), as text ids.
    #[serde(default)]
    pub european_route: Vec<String>,
    /// Promise of a reply, in working days.
    #[serde(default)]
    pub reply_working_days: Option<u32>,
    /// International prefix of telephone numbers, such as `352`.
    #[serde(default)]
    pub calling_code: String,
    /// Ages at which a person decides (duty D23); those of [`Ages::default`] where the profile says none.
    #[serde(default)]
    pub ages: Ages,
    /// From when on the way into care for adults is prepared; none where the profile says nothing.
    #[serde(default)]
    pub transition: Option<TransitionAge>,
    /// Time zone of the IANA database, such as `Europe/Luxembourg`.
    #[serde(default)]
    pub time_zone: String,
    /// The helpline for rare diseases.
    #[serde(default)]
    pub infoline: Option<Infoline>,
    /// Public holidays of the whole country.
    #[serde(default)]
    pub holidays: Option<HolidayList>,
    /// Public holidays of regions, beside those of the country.
    #[serde(default)]
    pub regional_holidays: Vec<HolidayList>,
}

/// From when on the way into care for adults is prepared.
#[derive(Debug, Clone, Deserialize)]
pub struct TransitionAge {
    /// Completed years.
    pub flag_age: u8,
    /// Source.
    pub source: String,
    /// Date of the check.
    pub checked: NaiveDate,
}

/// The helpline of a country.
#[derive(Debug, Clone, Deserialize)]
pub struct Infoline {
    /// Id in the directory.
    pub id: String,
    /// Mail address.
    #[serde(default)]
    pub email: String,
    /// Telephone number.
    #[serde(default)]
    pub phone: String,
    /// Opening hours; empty when they are not known.
    #[serde(default)]
    pub hours: String,
    /// Source.
    #[serde(default)]
    pub source: String,
    /// Date of the check.
    #[serde(default)]
    pub checked: String,
}

/// Public holidays with their source.
#[derive(Debug, Clone, Deserialize)]
pub struct HolidayList {
    /// Region; empty for the whole country.
    #[serde(default)]
    pub region: String,
    /// Rules: `MM-DD`, `easter+N`, `easter-N`.
    pub public_holidays: Vec<String>,
    /// Source.
    #[serde(default)]
    pub source: String,
    /// Date of the check.
    #[serde(default)]
    pub checked: String,
}

/// Why a profile gives no office.
#[derive(Debug, thiserror::Error)]
pub enum OfficeFault {
    /// The time zone is not in the IANA database.
    #[error("country {0}: unknown time zone `{1}`; write it like Europe/Luxembourg")]
    TimeZone(Country, String),
    /// The opening hours cannot be read.
    #[error("country {0}: {1}")]
    Hours(Country, HoursFault),
    /// A holiday cannot be read.
    #[error("country {0}: {1}")]
    Holiday(Country, UnknownHoliday),
    /// No such region.
    #[error("country {0}: no holidays of a region `{1}` are known")]
    Region(Country, String),
}

/// A telephone number with its source.
#[derive(Debug, Clone, Deserialize)]
pub struct Number {
    /// As dialled.
    pub number: String,
    /// Source.
    #[serde(default)]
    pub source: String,
    /// Date of the check.
    #[serde(default)]
    pub checked: String,
}

impl CountryProfile {
    /// Name in a language.
    pub fn name(&self, language: Language) -> &str {
        std::iter::once(language)
            .chain(language.fallbacks())
            .find_map(|l| self.name.get(&l))
            .map_or(self.code.code(), String::as_str)
    }

    /// The helpline's office: hours, holidays of the country and, unless `region` is empty, of the region.
    ///
    /// Where the profile knows no hours, or no holidays, the office has none and says so.
    ///
    /// # Errors
    /// [`OfficeFault`] names what cannot be read.
    pub fn office(&self, region: &str) -> Result<Office, OfficeFault> {
        let read = |list: &HolidayList| {
            Holidays::read(&list.public_holidays).map_err(|fault| OfficeFault::Holiday(self.code, fault))
        };
        let mut holidays = self.holidays.as_ref().map(read).transpose()?.unwrap_or_default();
        if !region.is_empty() {
            let list = self.regional_holidays.iter().find(|list| list.region == region);
            let list = list.ok_or_else(|| OfficeFault::Region(self.code, region.to_owned()))?;
            holidays = holidays.with(&read(list)?);
        }
        let hours = self.infoline.as_ref().map_or("", |line| line.hours.trim());
        let hours = (!hours.is_empty()).then(|| hours.parse()).transpose();
        Ok(Office {
            zone: self
                .time_zone
                .parse()
                .map_err(|_| OfficeFault::TimeZone(self.code, self.time_zone.clone()))?,
            hours: hours.map_err(|fault| OfficeFault::Hours(self.code, fault))?,
            holidays,
            promise: ReplyPromise { working_days: self.reply_working_days.unwrap_or(REPLY_WORKING_DAYS) },
        })
    }
}

#[derive(Deserialize)]
struct File {
    #[serde(default)]
    country: Vec<CountryProfile>,
}

/// Reads country profiles.
pub fn parse(text: &str) -> Result<Vec<CountryProfile>, toml::de::Error> {
    toml::from_str::<File>(text).map(|file| file.country)
}

/// The profiles that come with the program.
pub fn all() -> Vec<CountryProfile> {
    parse(&String::from_utf8_lossy(&super::file("countries.toml"))).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn profile(code: &str) -> CountryProfile {
        all().into_iter().find(|country| country.code.code() == code).unwrap()
    }

    #[test]
    fn every_country_that_comes_with_the_program_has_an_office() {
        for country in all() {
            assert!(country.office("").is_ok(), "{}: {:?}", country.code, country.office(""));
        }
    }

    #[test]
    fn ages_are_data_with_a_source_and_a_date() {
        for code in ["LU", "FR"] {
            let ages = profile(code).ages;
            assert_eq!((ages.majority, ages.confidential_from), (18, 14), "{code}");
            assert!(ages.source.starts_with("https://") && ages.checked.starts_with("20"), "{code}");
        }
    }

    #[test]
    fn the_age_of_transition_lies_before_majority_and_says_where_it_is_from() {
        for code in ["LU", "FR"] {
            let profile = profile(code);
            let transition = profile.transition.expect("an age");
            assert!(transition.flag_age < profile.ages.majority && !transition.source.is_empty(), "{code}");
        }
    }

    #[test]
    fn luxembourg_is_open_as_the_seed_says() {
        let office = profile("LU").office("").unwrap();
        assert!(office.is_open("2026-11-23T08:00:00Z".parse().unwrap()));
        assert!(!office.is_open("2026-11-23T11:30:00Z".parse().unwrap()));
        assert_eq!(office.promise.working_days, 5);
        assert_eq!(office.holidays.of_year(2026).len(), 11);
    }

    #[test]
    fn a_region_of_france_has_its_own_holidays() {
        let france = profile("FR");
        assert_eq!(france.office("").unwrap().holidays.of_year(2026).len(), 11);
        assert_eq!(france.office("Alsace-Moselle").unwrap().holidays.of_year(2026).len(), 13);
        assert!(matches!(france.office("Bretagne"), Err(OfficeFault::Region(..))));
        assert_eq!(france.office("").unwrap().hours, None);
    }

    #[test]
    fn what_cannot_be_read_is_named() {
        let wrong = |change: fn(&mut CountryProfile)| {
            let mut country = profile("LU");
            change(&mut country);
            country.office("").unwrap_err().to_string()
        };
        assert!(wrong(|c| c.time_zone = "Luxembourg".into()).contains("`Luxembourg`"));
        assert!(wrong(|c| c.infoline.as_mut().unwrap().hours = "9h-12h".into()).contains("9h-12h"));
        assert!(wrong(|c| c.holidays.as_mut().unwrap().public_holidays.push("x".into())).contains("`x`"));
    }
}
