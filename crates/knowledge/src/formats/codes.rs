//! Tables of codes: ICD and OMIM correspondences, and retired ORPHA codes.

use super::FormatError;

/// `(system, ORPHA code, code, relation)`.
pub type CodeRow = (String, u32, String, String);

/// Reads a table with the columns `system`, `orpha`, `code`, `relation`.
pub fn read_correspondences(bytes: &[u8]) -> Result<Vec<CodeRow>, FormatError> {
    let rows = rows(bytes, ["system", "orpha", "code", "relation"])?;
    let rows: Vec<CodeRow> = rows
        .into_iter()
        .filter_map(|[system, orpha, code, relation]| {
            let orpha = orpha.parse().ok()?;
            (!code.is_empty()).then_some((system, orpha, code, relation))
        })
        .collect();
    if rows.is_empty() { Err(FormatError::Empty("correspondence")) } else { Ok(rows) }
}

/// A retired code.
#[derive(Debug, Clone)]
pub struct RetiredRow {
    /// The code that is no longer in use.
    pub code: u32,
    /// Its last name, English.
    pub label: String,
    /// `Obsolete`, `Deprecated`, …
    pub status: String,
    /// Its successor.
    pub target: Option<u32>,
}

/// Reads a table with the columns `orpha`, `label`, `status`, `target`.
pub fn read_retired(bytes: &[u8]) -> Result<Vec<RetiredRow>, FormatError> {
    let rows = rows(bytes, ["orpha", "label", "status", "target"])?;
    let rows: Vec<RetiredRow> = rows
        .into_iter()
        .filter_map(|[code, label, status, target]| {
            Some(RetiredRow { code: code.parse().ok()?, label, status, target: target.parse().ok() })
        })
        .collect();
    if rows.is_empty() { Err(FormatError::Empty("retired code")) } else { Ok(rows) }
}

fn rows(bytes: &[u8], names: [&'static str; 4]) -> Result<Vec<[String; 4]>, FormatError> {
    let text = std::str::from_utf8(bytes).map_err(|_| FormatError::Encoding)?;
    let mut lines = text.lines();
    let header: Vec<&str> = lines.next().unwrap_or_default().split('\t').map(str::trim).collect();
    let mut index = [0; 4];
    for (slot, name) in index.iter_mut().zip(names) {
        *slot = header.iter().position(|h| *h == name).ok_or(FormatError::MissingColumn(name))?;
    }
    Ok(lines
        .map(|line| {
            let cells: Vec<&str> = line.split('\t').collect();
            index.map(|i| cells.get(i).copied().unwrap_or_default().trim().to_owned())
        })
        .collect())
}
