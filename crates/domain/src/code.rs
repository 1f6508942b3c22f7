//! Codes that name a disorder.

use serde::{Deserialize, Serialize};
use std::fmt;
use std::str::FromStr;

/// An ORPHA code: the number by which Orphanet names a disorder, group or subtype.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct OrphaCode(pub u32);

impl OrphaCode {
    /// "Rare disorder without a determined diagnosis after full investigation".
    pub const UNDIAGNOSED: OrphaCode = OrphaCode(616_874);
}

impl fmt::Display for OrphaCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "ORPHA:{}", self.0)
    }
}

/// The text is not an ORPHA code.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("`{0}` is not an ORPHA code; write it like ORPHA:586 or 586")]
pub struct NotAnOrphaCode(pub String);

impl FromStr for OrphaCode {
    type Err = NotAnOrphaCode;

    /// Accepts `586`, `ORPHA:586`, `ORPHA 586`, `orpha586` and `Orphanet:586`.
    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let error = || NotAnOrphaCode(text.chars().take(40).collect());
        let trimmed = text.trim();
        let lower = trimmed.to_ascii_lowercase();
        let digits = ["orphanet", "orpha"]
            .iter()
            .find_map(|prefix| lower.strip_prefix(prefix))
            .map_or(lower.as_str(), |rest| rest.trim_start_matches([':', '_', '-', ' ']))
            .trim_start_matches("code ");
        if digits.is_empty() || !digits.bytes().all(|b| b.is_ascii_digit()) {
            return Err(error());
        }
        match digits.parse() {
            Ok(0) | Err(_) => Err(error()),
            Ok(number) => Ok(Self(number)),
        }
    }
}

/// Where an entity stands in Orphanet's nomenclature.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Level {
    /// A disorder: the level at which a diagnosis is usually given.
    Disorder,
    /// A subtype of a disorder.
    Subtype,
    /// A group of disorders.
    Group,
}

impl Level {
    /// The level that Orphanet gives to a disorder type (its English label).
    ///
    /// Source: Orphanet, "Description of the nomenclature": categories and clinical groups are
    /// groups; clinical, etiological and histopathological subtypes are subtypes; the rest disorders.
    pub fn of_type(disorder_type: &str) -> Self {
        match disorder_type {
            "Category" | "Clinical group" => Self::Group,
            t if t.ends_with("subtype") => Self::Subtype,
            _ => Self::Disorder,
        }
    }

    /// Stable word for pages, files and commands.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Disorder => "disorder",
            Self::Subtype => "subtype",
            Self::Group => "group",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_usual_spellings_of_a_code_are_read() {
        for text in ["586", "ORPHA:586", "orpha 586", "Orphanet_586", " ORPHA586 "] {
            assert_eq!(text.parse(), Ok(OrphaCode(586)), "{text}");
        }
    }

    #[test]
    fn what_is_no_code_is_refused() {
        for text in ["", "ORPHA:", "0", "5 86", "-586", "99999999999999", "E84", "٥٨٦"] {
            assert!(text.parse::<OrphaCode>().is_err(), "{text}");
        }
    }

    #[test]
    fn types_have_the_level_that_orphanet_gives_them() {
        assert_eq!(Level::of_type("Clinical group"), Level::Group);
        assert_eq!(Level::of_type("Etiological subtype"), Level::Subtype);
        assert_eq!(Level::of_type("Morphological anomaly"), Level::Disorder);
    }
}
