//! A few towns of our own, so that "near me" works before postcodes are imported.

use super::table::own;
use crate::catalogue::places::Place;
use crate::fold;
use ariane_domain::place::{Country, Point};

/// All rows of `starter/towns.csv`.
pub fn all() -> Vec<Place> {
    own("towns.csv")
        .iter()
        .filter_map(|row| {
            Some(Place {
                country: Country::new(row.get("country"))?,
                postcode: row.get("postcode").into(),
                name: row.get("name").into(),
                region: row.get("region").into(),
                point: Point::new(row.get("lat").parse().ok()?, row.get("lon").parse().ok()?)?,
            })
        })
        .collect()
}

/// Names that a town bears in other languages: folded name, country, folded name in the postcode tables.
pub fn other_names() -> Vec<(String, Country, String)> {
    own("place_names.csv")
        .iter()
        .filter_map(|row| {
            let country = Country::new(row.get("country"))?;
            Some((fold::key(row.get("alias")), country, fold::key(row.get("name"))))
        })
        .collect()
}
