//! Places: where a person lives and where help is.

use serde::{Deserialize, Serialize};

/// A point on the earth, degrees, WGS 84.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
pub struct Point {
    /// Latitude, -90 to 90.
    pub lat: f64,
    /// Longitude, -180 to 180.
    pub lon: f64,
}

/// Mean earth radius in kilometres (IUGG R1).
const EARTH_RADIUS_KM: f64 = 6371.0088;

impl Point {
    /// A point, or none when a coordinate is out of range or not a number.
    pub fn new(lat: f64, lon: f64) -> Option<Self> {
        ((-90.0..=90.0).contains(&lat) && (-180.0..=180.0).contains(&lon)).then_some(Self { lat, lon })
    }

    /// Great-circle distance in kilometres (haversine formula; Sinnott, Sky & Telescope 1984).
    pub fn distance_km(self, other: Point) -> f64 {
        let (a, b) = (self.lat.to_radians(), other.lat.to_radians());
        let half_lat = ((b - a) / 2.0).sin();
        let half_lon = ((other.lon - self.lon).to_radians() / 2.0).sin();
        let h = half_lat * half_lat + a.cos() * b.cos() * half_lon * half_lon;
        2.0 * EARTH_RADIUS_KM * h.sqrt().min(1.0).asin()
    }
}

/// Codes of ISO 3166-1 in use, with `EU` and `XK`.
const IN_USE: &str = "AD AE AF AG AI AL AM AO AQ AR AS AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BL BM BN BO BQ BR BS \
    BT BV BW BY BZ CA CC CD CF CG CH CI CK CL CM CN CO CR CU CV CW CX CY CZ DE DJ DK DM DO DZ EC EE \
    EG EH ER ES ET EU FI FJ FK FM FO FR GA GB GD GE GF GG GH GI GL GM GN GP GQ GR GS GT GU GW GY HK \
    HM HN HR HT HU ID IE IL IM IN IO IQ IR IS IT JE JM JO JP KE KG KH KI KM KN KP KR KW KY KZ LA LB \
    LC LI LK LR LS LT LU LV LY MA MC MD ME MF MG MH MK ML MM MN MO MP MQ MR MS MT MU MV MW MX MY MZ \
    NA NC NE NF NG NI NL NO NP NR NU NZ OM PA PE PF PG PH PK PL PM PN PR PS PT PW PY QA RE RO RS RU \
    RW SA SB SC SD SE SG SH SI SJ SK SL SM SN SO SR SS ST SV SX SY SZ TC TD TF TG TH TJ TK TL TM TN \
    TO TR TT TV TW TZ UA UG UM US UY UZ VA VC VE VG VI VN VU WF WS XK YE YT ZA ZM ZW";

/// A country, ISO 3166-1 alpha-2, upper case; `EU` for European bodies.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Country([u8; 2]);

impl Country {
    /// Countries whose postcodes Ariane reads, in the order in which a bare postcode is tried.
    pub const WITH_POSTCODES: [Country; 7] = [
        Country(*b"LU"),
        Country(*b"FR"),
        Country(*b"BE"),
        Country(*b"DE"),
        Country(*b"NL"),
        Country(*b"CH"),
        Country(*b"PT"),
    ];

    /// Luxembourg.
    pub const LU: Country = Country(*b"LU");
    /// France.
    pub const FR: Country = Country(*b"FR");
    /// European bodies.
    pub const EU: Country = Country(*b"EU");

    /// Two letters, any case.
    pub fn new(text: &str) -> Option<Self> {
        match text.trim().as_bytes() {
            [a, b] if a.is_ascii_alphabetic() && b.is_ascii_alphabetic() => {
                Some(Self([a.to_ascii_uppercase(), b.to_ascii_uppercase()]))
            }
            _ => None,
        }
    }

    /// Whether the letters are in use: ISO 3166-1, `EU`, and `XK` for Kosovo, which ISO leaves free.
    pub fn exists(&self) -> bool {
        IN_USE.split(' ').any(|code| code == self.code())
    }

    /// The two letters.
    pub fn code(&self) -> &str {
        std::str::from_utf8(&self.0).unwrap_or("??")
    }
}

impl std::fmt::Display for Country {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(self.code())
    }
}

impl Serialize for Country {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.code())
    }
}

impl<'de> Deserialize<'de> for Country {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        Self::new(&text).ok_or_else(|| serde::de::Error::custom("two letters expected"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn luxembourg_to_nancy_is_about_a_hundred_kilometres() {
        let luxembourg = Point { lat: 49.6117, lon: 6.13 };
        let nancy = Point { lat: 48.6921, lon: 6.1844 };
        let km = luxembourg.distance_km(nancy);
        assert!((100.0..105.0).contains(&km), "{km}");
        assert_eq!(luxembourg.distance_km(luxembourg), 0.0);
    }

    #[test]
    fn antipodes_are_half_the_circumference_apart() {
        let km = Point { lat: 0.0, lon: 0.0 }.distance_km(Point { lat: 0.0, lon: 180.0 });
        assert!((km - 20015.1).abs() < 0.2, "{km}");
    }

    #[test]
    fn coordinates_out_of_range_are_no_point() {
        assert_eq!(Point::new(91.0, 0.0), None);
        assert_eq!(Point::new(f64::NAN, 0.0), None);
        assert!(Point::new(49.6, 6.1).is_some());
    }
}
