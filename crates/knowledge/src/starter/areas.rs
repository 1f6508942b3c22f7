//! Births and populations of countries, regions and hospital catchments.

use super::table::own;
use ariane_domain::Language;
use ariane_domain::organisation::Provenance;
use ariane_domain::place::Country;

/// One row of `starter/areas.csv`.
#[derive(Debug, Clone)]
pub struct Area {
    /// Stable id.
    pub id: String,
    /// Country.
    pub country: Country,
    /// `country`, `region` or `catchment`.
    pub level: String,
    names: Vec<(Language, String)>,
    /// Live births a year, with the year.
    pub births: Option<(f64, String)>,
    /// Inhabitants, with the year.
    pub population: Option<(f64, String)>,
    /// Source.
    pub provenance: Provenance,
    /// Remark.
    pub note: String,
}

impl Area {
    /// Name in the reader's language.
    pub fn name(&self, language: Language) -> &str {
        std::iter::once(language)
            .chain(language.fallbacks())
            .find_map(|l| self.names.iter().find(|(n, _)| *n == l))
            .map_or(&self.id, |(_, name)| name)
    }

    /// Whether it is one of the three catchments of the seed's own example.
    pub fn is_seed_example(&self) -> bool {
        self.id.starts_with("seed-")
    }
}

/// All areas.
pub fn all() -> Vec<Area> {
    own("areas.csv")
        .iter()
        .filter_map(|row| {
            let number = |value: &str, year: &str| {
                let number: f64 = row.get(value).parse().ok()?;
                (number > 0.0).then(|| (number, row.get(year).to_owned()))
            };
            Some(Area {
                id: row.get("id").to_owned(),
                country: Country::new(row.get("country"))?,
                level: row.get("level").to_owned(),
                names: Language::ALL
                    .into_iter()
                    .map(|l| (l, row.get(&format!("name_{l}")).to_owned()))
                    .filter(|(_, n)| !n.is_empty())
                    .collect(),
                births: number("births", "births_year"),
                population: number("population", "population_year"),
                provenance: row.provenance().ok()?,
                note: row.get("note").to_owned(),
            })
        })
        .collect()
}
