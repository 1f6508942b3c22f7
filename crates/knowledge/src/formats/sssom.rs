//! SSSOM mapping tables of MONDO: exact matches to Orphanet and OMIM.

use super::FormatError;

/// A mapping file.
#[derive(Debug, Default, Clone)]
pub struct Mappings {
    /// Version, from the comment header.
    pub version: String,
    /// `(MONDO number, other code such as "ORPHA:586" or "OMIM:219700")`.
    pub pairs: Vec<(u32, String)>,
    /// Labels of the pairs: MONDO's, else the other side's; empty where retired or not given.
    pub labels: Vec<String>,
}

/// Reads the file.
pub fn read(bytes: &[u8]) -> Result<Mappings, FormatError> {
    let text = std::str::from_utf8(bytes).map_err(|_| FormatError::Encoding)?;
    let mut out = Mappings::default();
    let mut columns: Option<(usize, usize)> = None;
    let mut label_columns: [Option<usize>; 2] = [None; 2];
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
            label_columns =
                ["subject_label", "object_label"].map(|name| cells.iter().position(|c| *c == name));
            continue;
        };
        let (Some(mondo), Some(other)) = (cells.get(subject), cells.get(object)) else { continue };
        let Some(mondo) = mondo.strip_prefix("MONDO:").and_then(|n| n.parse().ok()) else { continue };
        let label = label_columns.iter().flatten().filter_map(|c| cells.get(*c)).find(|l| !l.is_empty());
        let label = label.filter(|l| !l.starts_with("obsolete"));
        out.pairs.push((mondo, other.replace("Orphanet:", "ORPHA:")));
        out.labels.push(label.map_or_else(String::new, |l| l.trim().to_owned()));
    }
    if out.pairs.is_empty() {
        return Err(FormatError::Empty("mapping"));
    }
    Ok(out)
}
