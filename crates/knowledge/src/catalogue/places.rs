//! Finding the place where a person lives, from a postcode or a town.

use super::Catalogue;
use crate::fold;
use ariane_domain::place::{Country, Point};
use serde::{Deserialize, Serialize};
use std::sync::LazyLock;

/// A place with its postcode.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Place {
    /// Country.
    pub country: Country,
    /// Postcode without a country prefix.
    pub postcode: Box<str>,
    /// Name.
    pub name: Box<str>,
    /// First-level division.
    pub region: Box<str>,
    /// Coordinates.
    pub point: Point,
}

/// What a typed place turned out to be.
#[derive(Debug, Clone, PartialEq)]
pub enum PlaceAnswer<'a> {
    /// One place.
    Found(&'a Place),
    /// Several places bear that name or code; the person chooses.
    Several(Vec<&'a Place>),
    /// None does.
    Unknown,
}

/// How many times more postcodes a town has than its namesake to be the one that is meant.
const MUCH_LARGER: usize = 5;

/// Names of towns in other languages, read once.
static OTHER_NAMES: LazyLock<Vec<(String, Country, String)>> =
    LazyLock::new(crate::starter::towns::other_names);

/// The most places that are offered for a choice.
const CHOICES: usize = 8;

impl Catalogue {
    /// Reads a place: `L-1210`, `54000`, `1000-001`, `Nancy`, `54000 Nancy`, `Esch`, preferring `home`
    /// where several countries know the code or name.
    pub fn find_place(&self, text: &str, home: Option<Country>) -> PlaceAnswer<'_> {
        let words = fold::words(&text.chars().take(80).collect::<String>());
        if words.is_empty() {
            return PlaceAnswer::Unknown;
        }
        let (mut country, words) = prefix_country(&words);
        let is_number = |w: &&String| w.bytes().all(|b| b.is_ascii_digit());
        let digits: String = words.iter().filter(is_number).map(String::as_str).collect();
        let name = words.iter().filter(|w| !is_number(w)).map(String::as_str).collect::<Vec<_>>().join(" ");
        // Only Portugal's postcodes have seven digits.
        if digits.len() == 7 {
            country = country.or(Country::new("PT"));
        }
        let of_country: Vec<&Place> =
            self.places.iter().filter(|p| country.is_none_or(|c| c == p.country)).collect();
        let mut found = if digits.is_empty() {
            called(&of_country, &name)
        } else {
            // A Dutch postcode is 1011 AB; ours are the four digits. A Portuguese one is 1000-001;
            // ours are the first four digits of each place.
            let code = &digits[..digits.len().min(if digits.len() == 7 { 4 } else { 5 })];
            let by_code: Vec<&Place> =
                of_country.iter().copied().filter(|p| p.postcode.as_ref() == code).collect();
            with_name(&of_country, by_code, &name)
        };
        // Zürich is not Zurich, for those who write the sign; Esch may still be Esch-sur-Alzette.
        let written = text.trim().to_lowercase();
        if found.iter().any(|p| p.name.to_lowercase() == written) {
            found.retain(|p| p.name.to_lowercase() == written || fold::key(&p.name) != name);
        }
        if let Some(home) = home.filter(|home| found.iter().any(|p| p.country == *home)) {
            found.retain(|p| p.country == home);
        }
        one_per_town(found, digits.is_empty())
    }
}

/// Places that bear the name, in the language of their tables or in another; else those whose name
/// begins with it (`Esch` for Esch-sur-Alzette).
fn called<'a>(places: &[&'a Place], name: &str) -> Vec<&'a Place> {
    let others = OTHER_NAMES.iter().filter(|(alias, ..)| alias == name);
    let meant: Vec<(Option<Country>, &str)> =
        std::iter::once((None, name)).chain(others.map(|(_, c, n)| (Some(*c), n.as_str()))).collect();
    let keyed: Vec<(&Place, String)> = places.iter().map(|p| (*p, fold::key(&p.name))).collect();
    let is_meant = |place: &Place, key: &str| {
        meant.iter().any(|(country, name)| key == *name && country.is_none_or(|c| c == place.country))
    };
    let exact: Vec<&Place> = keyed.iter().filter(|(p, k)| is_meant(p, k)).map(|(p, _)| *p).collect();
    if !exact.is_empty() {
        return exact;
    }
    let begins = |key: &str| key.strip_prefix(name).is_some_and(|rest| rest.starts_with(' '));
    keyed.iter().filter(|(_, k)| begins(k)).map(|(p, _)| *p).collect()
}

/// Of the places of a postcode, those that fit the name beside it: the place itself, else the countries
/// in which a place of that name exists (`1050 Bruxelles` is Ixelles, in Belgium).
fn with_name<'a>(all: &[&'a Place], by_code: Vec<&'a Place>, name: &str) -> Vec<&'a Place> {
    if name.is_empty() {
        return by_code;
    }
    let named = called(&by_code, name);
    if !named.is_empty() {
        return named;
    }
    let countries: Vec<Country> = called(all, name).into_iter().map(|p| p.country).collect();
    let there: Vec<&Place> = by_code.iter().copied().filter(|p| countries.contains(&p.country)).collect();
    if there.is_empty() { by_code } else { there }
}

/// Places of one name in one region, or of one postcode, close to each other are one answer.
fn one_per_town(found: Vec<&Place>, by_name: bool) -> PlaceAnswer<'_> {
    let radius_km = if by_name { 25.0 } else { 40.0 };
    let mut clusters: Vec<(&Place, usize)> = Vec::new();
    for place in found {
        let same = |other: &Place| {
            other.country == place.country && other.point.distance_km(place.point) < radius_km
        };
        match clusters.iter_mut().find(|(town, _)| same(town)) {
            Some((_, size)) => *size += 1,
            None => clusters.push((place, 1)),
        }
    }
    // A city with many postcodes is meant rather than hamlets that share its name.
    let sizes = clusters.clone();
    clusters.retain(|(town, size)| {
        let rivals = sizes.iter().filter(|(other, _)| by_name || other.country == town.country);
        rivals.map(|(_, larger)| larger).all(|larger| *larger < MUCH_LARGER * size)
    });
    let mut towns: Vec<&Place> = clusters.into_iter().map(|(town, _)| town).collect();
    match towns.as_slice() {
        [] => PlaceAnswer::Unknown,
        [one] => PlaceAnswer::Found(one),
        _ => {
            towns.sort_by_key(|p| Country::WITH_POSTCODES.iter().position(|c| *c == p.country));
            towns.truncate(CHOICES);
            PlaceAnswer::Several(towns)
        }
    }
}

/// `l 1210`, `f54000` and `de 66111` say their country.
fn prefix_country(words: &[String]) -> (Option<Country>, Vec<String>) {
    let country = |text: &str| match text {
        "l" | "lu" | "lux" => Country::new("LU"),
        "f" | "fr" => Country::new("FR"),
        "b" | "be" => Country::new("BE"),
        "d" | "de" => Country::new("DE"),
        "nl" => Country::new("NL"),
        "ch" => Country::new("CH"),
        "p" | "pt" => Country::new("PT"),
        _ => None,
    };
    let Some(first) = words.first() else { return (None, Vec::new()) };
    let letters = first.trim_end_matches(|c: char| c.is_ascii_digit());
    if letters.len() < first.len() {
        if let Some(found) = country(letters) {
            let mut rest = words.to_vec();
            rest[0] = first[letters.len()..].to_owned();
            return (Some(found), rest);
        }
    } else if words.len() > 1
        && words[1].bytes().all(|b| b.is_ascii_digit())
        && let Some(found) = country(first)
    {
        return (Some(found), words[1..].to_vec());
    }
    (None, words.to_vec())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn place(country: &str, postcode: &str, name: &str, lat: f64, lon: f64) -> Place {
        Place {
            country: Country::new(country).expect("country"),
            postcode: postcode.into(),
            name: name.into(),
            region: "".into(),
            point: Point { lat, lon },
        }
    }

    fn catalogue() -> Catalogue {
        Catalogue {
            places: vec![
                place("LU", "1210", "Luxembourg", 49.61, 6.12),
                place("LU", "1111", "Luxembourg", 49.60, 6.11),
                place("FR", "54000", "Nancy", 48.69, 6.18),
                place("FR", "54100", "Nancy", 48.70, 6.17),
                place("BE", "1210", "Saint-Josse", 50.85, 4.37),
                place("PT", "1000", "Lisboa", 38.71, -9.13),
                place("NL", "1011", "Amsterdam", 52.37, 4.90),
                place("LU", "4001", "Esch-sur-Alzette", 49.49, 5.98),
            ],
            ..Catalogue::default()
        }
    }

    fn found(text: &str) -> String {
        match catalogue().find_place(text, None) {
            PlaceAnswer::Found(p) => p.name.to_string(),
            PlaceAnswer::Several(all) => format!("{} places", all.len()),
            PlaceAnswer::Unknown => "unknown".into(),
        }
    }

    #[test]
    fn postcodes_of_every_country_are_read_as_people_write_them() {
        assert_eq!(found("L-1210"), "Luxembourg");
        assert_eq!(found("B-1210"), "Saint-Josse");
        assert_eq!(found("F-54000"), "Nancy");
        assert_eq!(found("1000-001"), "Lisboa");
        assert_eq!(found("1011 AB"), "Amsterdam");
        assert_eq!(found("54000 Nancy"), "Nancy");
    }

    #[test]
    fn towns_are_read_without_accents_or_their_second_half() {
        assert_eq!(found("nancy"), "Nancy");
        assert_eq!(found("ESCH"), "Esch-sur-Alzette");
        assert_eq!(found("saint josse"), "Saint-Josse");
    }

    #[test]
    fn a_code_of_two_countries_asks_unless_home_decides() {
        assert_eq!(found("1210"), "2 places");
        let home = Country::new("BE");
        assert!(
            matches!(catalogue().find_place("1210", home), PlaceAnswer::Found(p) if &*p.name == "Saint-Josse")
        );
    }

    #[test]
    fn names_in_other_languages_and_a_name_beside_a_postcode_are_understood() {
        assert_eq!(found("Lisbonne"), "Lisboa");
        assert_eq!(found("Luxembourg ville"), "Luxembourg");
        assert_eq!(found("Esch-Uelzecht"), "Esch-sur-Alzette");
        assert_eq!(found("1210 Nancy"), "2 places");
        assert_eq!(found("1210 Luxembourg"), "Luxembourg");
    }

    #[test]
    fn nonsense_is_unknown() {
        for text in ["", "99999", "Atlantis", "💥", "'; drop table"] {
            assert_eq!(found(text), "unknown", "{text}");
        }
    }
}
