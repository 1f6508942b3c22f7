//! SSSOM mapping tables of MONDO: exact matches to Orphanet and OMIM.

use super::FormatError;

/// A mapping file.
#[derive(Debug, Default)]
pub struct Mappings {
    /// Version, from the comment header.
    pub version: String,
    /// `(MONDO number, other code such as "ORPHA:586" or "OMIM:219700")`.
    pub pairs: Vec<(u32, String)>,
}

/// Reads the file.
pub fn read(bytes: &[u8]) -> Result<Mappings, FormatError> {
    let text = std::str::from_utf8(bytes).map_err(|_| FormatError::Encoding)?;
    let mut out = Mappings::default();
    let mut columns: Option<(usize, usize)> = None;
    for line in text.lines() {
        if let Some(comment) = line.strip_prefix('#') {
            if let Some(version) = comment.trim().strip_prefix("mapping_set_version:") {
                out.version = version.split('/').rev().nth(2).unwrap_or_default().trim().to_owned();
                if out.version == "mappings" || out.version.is_empty() {
                    version.trim().clone_into(&mut out.version);
                }
            }
            continue;
        }
        let cells: Vec<&str> = line.split('\t').collect();
        let Some((subject, object)) = columns else {
            let find = |name: &'static str| {
                cells.iter().position(|c| *c == name).ok_or(FormatError::MissingColumn(name))
            };
            columns = Some((find("subject_id")?, find("object_id")?));
            continue;
        };
        let (Some(mondo), Some(other)) = (cells.get(subject), cells.get(object)) else { continue };
        let Some(mondo) = mondo.strip_prefix("MONDO:").and_then(|n| n.parse().ok()) else { continue };
        out.pairs.push((mondo, other.replace("Orphanet:", "ORPHA:")));
    }
    if out.pairs.is_empty() {
        return Err(FormatError::Empty("mapping"));
    }
    Ok(out)
}
