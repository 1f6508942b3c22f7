//! A few towns of our own, so that "near me" works before postcodes are imported.

use super::table::own;
use crate::catalogue::places::Place;
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
