//! The coded columns of a request in one line, as the event of a correction keeps them.

use std::fmt;

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
    /// Country of residence, ISO 3166-1.
    pub country: String,
    /// Area of residence.
    pub area: String,
    /// Network of the disorder.
    pub network: String,
}

impl Codes {
    /// Country and area as one word.
    pub fn place(&self) -> String {
        if self.area.is_empty() { self.country.clone() } else { format!("{}/{}", self.country, self.area) }
    }
}

/// The line is not one that a correction wrote.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("the former codes of a correction cannot be read")]
pub struct CodesFault;

/// Beginning of the line, with its version.
const MARK: &str = "codes2";
/// Beginning of a line that tells of neither place nor network.
const FIRST_MARK: &str = "codes1";

impl fmt::Display for Codes {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            f,
            "{MARK}|{}|{}|{}|{}|{}|{}|{}|{}|{}|{}",
            self.mode,
            self.kind,
            self.source,
            self.age,
            self.nationality,
            self.disorder,
            self.needs.join(","),
            self.country,
            self.area,
            self.network
        )
    }
}

impl Codes {
    /// Reads a line; where it tells of neither place nor network, these are as they stand now.
    ///
    /// # Errors
    /// [`CodesFault`] when no correction wrote it.
    pub fn read(line: &str, now: &Self) -> Result<Self, CodesFault> {
        let mut parts: Vec<&str> = line.split('|').collect();
        if parts.first() == Some(&FIRST_MARK) && parts.len() == 8 {
            parts[0] = MARK;
            parts.extend([now.country.as_str(), now.area.as_str(), now.network.as_str()]);
        }
        let [MARK, mode, kind, source, age, nationality, disorder, needs, country, area, network] = parts[..]
        else {
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
            country: country.to_owned(),
            area: area.to_owned(),
            network: network.to_owned(),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn former_codes_read_back_and_old_lines_take_place_and_network_from_now() {
        let now = Codes { country: "LU".into(), network: "ern-lung".into(), ..Codes::default() };
        let codes = Codes { mode: "mail".into(), needs: vec!["information".into()], ..now.clone() };
        assert_eq!(Codes::read(&codes.to_string(), &Codes::default()), Ok(codes));
        let old = Codes::read("codes1|phone||||||information,school-work", &now).unwrap();
        assert_eq!((old.mode.as_str(), old.place().as_str(), old.needs.len()), ("phone", "LU", 2));
        assert_eq!(Codes::read("codes1|phone", &now), Err(CodesFault));
    }
}
