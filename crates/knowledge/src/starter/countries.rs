//! Country profiles: emergency numbers, lines, routes. Data, never constants in code (duty D45).

use ariane_domain::Language;
use ariane_domain::place::Country;
use serde::Deserialize;
use std::collections::BTreeMap;

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
