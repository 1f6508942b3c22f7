//! The coded columns of a request in one line, as the event of a correction keeps them.

use std::fmt;
use std::str::FromStr;

/// Codes of a request that figures look at. Words, as stored; none names anybody.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Codes {
    /// `EntryMode`.
    pub mode: String,
    /// `RequesterKind`.
    pub kind: String,
    /// `ReferralSource`.
    pub source: String,
    /// `AgeBand`.
    pub age: String,
    /// ISO 3166-1.
    pub nationality: String,
    /// `DisorderStatus`.
    pub disorder: String,
    /// Needs.
    pub needs: Vec<String>,
}

/// The line is not one that a correction wrote.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("the former codes of a correction cannot be read")]
pub struct CodesFault;

/// Beginning of the line, with its version.
const MARK: &str = "codes1";

impl fmt::Display for Codes {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            f,
            "{MARK}|{}|{}|{}|{}|{}|{}|{}",
            self.mode,
            self.kind,
            self.source,
            self.age,
            self.nationality,
            self.disorder,
            self.needs.join(",")
        )
    }
}

impl FromStr for Codes {
    type Err = CodesFault;

    fn from_str(line: &str) -> Result<Self, Self::Err> {
        let parts: Vec<&str> = line.split('|').collect();
        let [MARK, mode, kind, source, age, nationality, disorder, needs] = parts[..] else {
            return Err(CodesFault);
        };
        Ok(Self {
            mode: mode.to_owned(),
            kind: kind.to_owned(),
            source: source.to_owned(),
            age: age.to_owned(),
            nationality: nationality.to_owned(),
            disorder: disorder.to_owned(),
            needs: needs.split(',').filter(|need| !need.is_empty()).map(str::to_owned).collect(),
        })
    }
}
