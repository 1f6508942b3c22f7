//! GeoNames postcode tables (`LU.txt` …): postcode, place, coordinates.

use super::FormatError;

/// One postcode and place.
#[derive(Debug, Clone)]
pub struct PostcodeRow {
    /// ISO alpha-2.
    pub country: String,
    /// Postcode without a country prefix (`L-1210` becomes `1210`).
    pub postcode: String,
    /// Place name.
    pub name: String,
    /// First-level division, e.g. the region.
    pub region: String,
    /// Latitude.
    pub lat: f64,
    /// Longitude.
    pub lon: f64,
}

/// Reads the table.
pub fn read(bytes: &[u8]) -> Result<Vec<PostcodeRow>, FormatError> {
    let text = std::str::from_utf8(bytes).map_err(|_| FormatError::Encoding)?;
    let mut out = Vec::new();
    for (index, line) in text.lines().enumerate().filter(|(_, l)| !l.is_empty()) {
        let cells: Vec<&str> = line.split('\t').collect();
        let bad = |reason: &str| FormatError::Row { line: index as u64 + 1, reason: reason.into() };
        if cells.len() < 11 {
            return Err(bad("fewer than 11 columns"));
        }
        let (Ok(lat), Ok(lon)) = (cells[9].parse::<f64>(), cells[10].parse::<f64>()) else {
            return Err(bad("coordinates are not numbers"));
        };
        let point = ariane_domain::place::Point::new(lat, lon);
        if cells[0].len() != 2 || cells[1].trim().is_empty() || point.is_none() {
            return Err(bad("country, postcode or coordinates are out of range"));
        }
        let postcode = cells[1].trim();
        let postcode = postcode.strip_prefix("L-").unwrap_or(postcode);
        out.push(PostcodeRow {
            country: cells[0].to_ascii_uppercase(),
            postcode: postcode.to_owned(),
            name: cells[2].trim().to_owned(),
            region: cells[3].trim().to_owned(),
            lat,
            lon,
        });
    }
    if out.is_empty() {
        return Err(FormatError::Empty("postcode"));
    }
    Ok(out)
}
