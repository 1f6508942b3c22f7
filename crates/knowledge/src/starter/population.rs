//! Margins of populations, for "how many people could this be".

use super::{areas, file};
use ariane_domain::place::Country;
use ariane_domain::reidentification::margins::{AgeClass, Area, Margins, Nationality};
use serde::Deserialize;

/// Where a table was read, and when.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize)]
pub struct Read {
    /// Publication, and address at which it was read.
    pub source: String,
    /// Date of the check.
    pub checked: String,
}

/// An area below the country.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct NamedArea {
    /// Stable id.
    pub id: String,
    /// Name, as in the country's own publications.
    pub name: String,
    /// Persons.
    pub persons: u64,
}

/// One `[[population]]` of `starter/population.toml`.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct Population {
    /// Country.
    pub country: Country,
    women: u64,
    men: u64,
    ages: Vec<AgeClass>,
    nationalities: Vec<Nationality>,
    nationalities_of: u64,
    /// Areas below the country.
    pub areas: Vec<NamedArea>,
    /// Source of ages and sexes.
    pub people_source: Read,
    /// Source of nationalities.
    pub nationality_source: Read,
    /// Source of areas.
    pub area_source: Read,
}

#[derive(Deserialize)]
struct File {
    population: Vec<Population>,
}

/// Id of the area of everybody who takes part: all countries of `areas.csv` whose population is known.
pub const EVERYBODY: &str = "everybody";

/// All populations.
pub fn all() -> Vec<Population> {
    let bytes = file("population.toml");
    let text = String::from_utf8_lossy(&bytes);
    toml::from_str::<File>(&text).map(|file| file.population).unwrap_or_default()
}

impl Population {
    /// Nationalities that the table names.
    pub fn countries(&self) -> impl Iterator<Item = Country> + '_ {
        self.nationalities.iter().map(|one| one.country)
    }

    /// Its margins, with the country itself and everybody as the largest areas. Totals of countries stand with the areas that
    /// the rarity of a disorder is computed for.
    pub fn margins(&self, countries: &[areas::Area]) -> Margins {
        let of = |area: &areas::Area| area.population.as_ref().map(|(persons, _)| persons.round() as u64);
        let whole = |area: &&areas::Area| area.level == "country" && of(area).is_some();
        let mut all: Vec<Area> =
            self.areas.iter().map(|area| Area { id: area.id.clone(), persons: area.persons }).collect();
        let home = countries.iter().filter(whole).find(|area| area.country == self.country);
        all.extend(home.and_then(|area| Some(Area { id: area.id.clone(), persons: of(area)? })));
        let everybody = countries.iter().filter(whole).filter_map(of).sum();
        all.push(Area { id: EVERYBODY.to_owned(), persons: everybody });
        Margins {
            ages: self.ages.clone(),
            women: self.women,
            men: self.men,
            nationalities: self.nationalities.clone(),
            nationalities_of: self.nationalities_of,
            areas: all,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tables_are_read_add_up_and_say_where_they_come_from() {
        let all = all();
        assert!(!all.is_empty());
        for one in &all {
            let by_age: u64 = one.ages.iter().map(|class| class.persons).sum();
            assert_eq!(by_age, one.women + one.men, "{}", one.country.code());
            assert!(one.nationalities.iter().map(|n| n.persons).sum::<u64>() <= one.nationalities_of);
            for read in [&one.people_source, &one.nationality_source, &one.area_source] {
                assert!(read.source.contains("http") && read.checked.len() == 10, "{read:?}");
            }
            let margins = one.margins(&areas::all());
            let everybody = margins.everybody().unwrap_or_default();
            assert!(margins.areas.iter().all(|area| area.persons > 0 && area.persons <= everybody));
            assert!(margins.area(&one.country.code().to_ascii_lowercase()).is_some_and(|n| n < everybody));
        }
    }
}
