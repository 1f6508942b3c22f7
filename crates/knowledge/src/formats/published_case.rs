//! Published cases: GA4GH phenopackets (version 2) that say who published them and which disorder was found,
//! as the phenopacket-store project releases them.
//!
//! Nothing that tells who the person is gets read: signs, the disorder, the publication, the day of writing. A packet that names
//! no publication is never taken: it may be a patient's own file.

use super::FormatError;
use super::hpoa::Database;
use super::phenopacket::{self, BYTE_LIMIT};
use serde::{Deserialize, Serialize};
use serde_json::Value;
use std::collections::BTreeSet;

/// Most signs of one packet: more is no description of a person.
const MOST_SIGNS: usize = 1_000;

/// Longest name of a disorder or publication that is kept, in characters.
const LONGEST_NAME: usize = 200;

/// One person of one publication.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PublishedCase {
    /// Where it was published, e.g. `PMID:24573067`; several joined by `;`, as in HPO's annotations.
    pub publication: Box<str>,
    /// Whether the code of the disorder is an ORPHA code; OMIM's otherwise.
    pub of_orphanet: bool,
    /// Code of the disorder.
    pub code: u32,
    /// English name of the disorder as the packet gives it.
    pub name: Box<str>,
    /// HPO numbers of the signs that were seen, ascending, each once.
    pub observed: Vec<u32>,
    /// HPO numbers of the signs that were looked for and are absent, ascending, each once.
    pub excluded: Vec<u32>,
}

/// Why a packet is not used.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Unused {
    /// No readable packet.
    Broken,
    /// Longer than [`BYTE_LIMIT`], or with more signs than a person can have.
    TooLarge,
    /// No publication is named.
    NoPublication,
    /// No disorder is named.
    NoDisorder,
    /// More than one disorder: nobody can say which sign is whose.
    SeveralDisorders,
    /// The disorder has neither an OMIM number nor an ORPHA code.
    OtherVocabulary,
    /// No sign was seen.
    NoSign,
}

impl Unused {
    /// Every reason, in the order in which they are told.
    pub const ALL: [Self; 7] = [
        Self::Broken,
        Self::TooLarge,
        Self::NoPublication,
        Self::NoDisorder,
        Self::SeveralDisorders,
        Self::OtherVocabulary,
        Self::NoSign,
    ];

    /// Words for a line of the import.
    pub const fn words(self) -> &'static str {
        match self {
            Self::Broken => "not readable",
            Self::TooLarge => "too large",
            Self::NoPublication => "without publication",
            Self::NoDisorder => "without disorder",
            Self::SeveralDisorders => "with several disorders",
            Self::OtherVocabulary => "of a disorder without OMIM number or ORPHA code",
            Self::NoSign => "without an observed sign",
        }
    }
}

#[derive(Default, Deserialize)]
#[serde(default)]
struct Packet {
    interpretations: Value,
    diseases: Value,
    #[serde(rename = "metaData", alias = "meta_data")]
    meta: Value,
}

/// Reads a packet; gives the case and the day on which the packet was written, empty where it does not say.
pub fn read(bytes: &[u8]) -> Result<(PublishedCase, String), Unused> {
    if bytes.len() > BYTE_LIMIT {
        return Err(Unused::TooLarge);
    }
    let signs = phenopacket::read(bytes).map_err(|error| match error {
        FormatError::Empty(_) => Unused::NoSign,
        _ => Unused::Broken,
    })?;
    if signs.observed.len() + signs.excluded.len() > MOST_SIGNS {
        return Err(Unused::TooLarge);
    }
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    let packet: Packet = serde_json::from_slice(bytes).map_err(|_| Unused::Broken)?;
    let publication = publications(&packet.meta).ok_or(Unused::NoPublication)?;
    let (database, code, name) = disorder(&packet)?;
    let each_once =
        |list: Vec<u32>| -> Vec<u32> { list.into_iter().collect::<BTreeSet<u32>>().into_iter().collect() };
    let observed = each_once(signs.observed);
    if observed.is_empty() {
        return Err(Unused::NoSign);
    }
    let case = PublishedCase {
        publication: publication.into(),
        of_orphanet: database == Database::Orpha,
        code,
        name: name.into(),
        observed,
        excluded: each_once(signs.excluded),
    };
    let written = text(packet.meta.get("created")).chars().take(10).collect();
    Ok((case, written))
}

fn text(value: Option<&Value>) -> &str {
    value.and_then(Value::as_str).unwrap_or_default()
}

fn list(value: &Value) -> &[Value] {
    value.as_array().map_or(&[], Vec::as_slice)
}

/// PubMed ids and DOIs, as the packet orders them.
fn publications(meta: &Value) -> Option<String> {
    let of = |key| meta.get(key).map_or(&[][..], list);
    let mut found: Vec<&str> = of("externalReferences")
        .iter()
        .chain(of("external_references"))
        .map(|r| text(r.get("id")).trim())
        .filter(|id| id.starts_with("PMID:") || id.to_ascii_lowercase().starts_with("doi:"))
        .filter(|id| id.len() <= LONGEST_NAME && !id.contains([';', ' ']) && !id.contains(char::is_control))
        .take(20)
        .collect();
    let mut seen = BTreeSet::new();
    found.retain(|id| seen.insert(*id));
    (!found.is_empty()).then(|| found.join(";"))
}

/// The one disorder: of the interpretations, else of the list of diseases.
fn disorder(packet: &Packet) -> Result<(Database, u32, String), Unused> {
    let interpreted: Vec<&Value> = list(&packet.interpretations)
        .iter()
        .filter(|i| text(i.get("progressStatus").or_else(|| i.get("progress_status"))) != "UNSOLVED")
        .filter_map(|i| i.get("diagnosis")?.get("disease"))
        .collect();
    let listed: Vec<&Value> = list(&packet.diseases)
        .iter()
        .filter(|d| d.get("excluded").and_then(Value::as_bool) != Some(true))
        .filter_map(|d| d.get("term"))
        .collect();
    let terms = if interpreted.is_empty() { listed } else { interpreted };
    let ids: BTreeSet<&str> = terms.iter().map(|t| text(t.get("id"))).filter(|id| !id.is_empty()).collect();
    let id = match ids.len() {
        0 => return Err(Unused::NoDisorder),
        1 => ids.into_iter().next().unwrap_or_default(),
        _ => return Err(Unused::SeveralDisorders),
    };
    let (database, number) = match id.split_once(':') {
        Some(("OMIM" | "MIM", number)) => (Database::Omim, number),
        Some(("ORPHA" | "Orphanet" | "ORDO", number)) => (Database::Orpha, number),
        _ => return Err(Unused::OtherVocabulary),
    };
    let code = number.parse().map_err(|_| Unused::OtherVocabulary)?;
    let name = terms.iter().map(|t| text(t.get("label"))).find(|l| !l.is_empty()).unwrap_or_default();
    let name = name.chars().filter(|c| !c.is_control()).take(LONGEST_NAME).collect();
    Ok((database, code, name))
}

#[cfg(test)]
mod tests {
    use super::*;

    const CASE: &str = r#"{"id":"a","subject":{"id":"somebody"},
        "phenotypicFeatures":[{"type":{"id":"HP:0000202"}},{"type":{"id":"HP:0000201"}},{"type":{"id":"HP:0000201"}},
            {"type":{"id":"HP:0000203"},"excluded":true}],
        "interpretations":[{"progressStatus":"SOLVED","diagnosis":{"disease":{"id":"OMIM:900001","label":"A disease"}}}],
        "metaData":{"created":"2099-01-02T03:04:05Z","externalReferences":[{"id":"PMID:1"},{"id":"https://x"}]}}"#;

    #[test]
    fn signs_disorder_publication_and_day_are_read_and_nothing_of_the_person() {
        let (case, written) = read(CASE.as_bytes()).expect("a case");
        assert_eq!((&*case.publication, case.code, case.of_orphanet), ("PMID:1", 900_001, false));
        assert_eq!((case.observed, case.excluded), (vec![201, 202], vec![203]));
        assert_eq!((&*case.name, written.as_str()), ("A disease", "2099-01-02"));
    }

    #[test]
    fn what_cannot_be_used_says_why() {
        let why = |from: &str, to: &str| read(CASE.replace(from, to).as_bytes()).err();
        assert_eq!(read(b"{").err(), Some(Unused::Broken));
        assert_eq!(read(&vec![b' '; BYTE_LIMIT + 1]).err(), Some(Unused::TooLarge));
        assert_eq!(why("PMID:1", "a letter"), Some(Unused::NoPublication));
        assert_eq!(why("OMIM:900001", "MONDO:1"), Some(Unused::OtherVocabulary));
        assert_eq!(why("OMIM:900001", "OMIM:x"), Some(Unused::OtherVocabulary));
        assert_eq!(why("\"interpretations\"", "\"others\""), Some(Unused::NoDisorder));
        assert_eq!(why("\"phenotypicFeatures\"", "\"others\""), Some(Unused::NoSign));
        let second = r#"[{"diagnosis":{"disease":{"id":"OMIM:2"}}},{"#;
        assert_eq!(
            why("[{\"progressStatus\"", &format!("{second}\"progressStatus\"")),
            Some(Unused::SeveralDisorders)
        );
        for odd in ["7", "[]", "{\"a\":1}", "null"] {
            let with = CASE.replace("[{\"id\":\"PMID:1\"},{\"id\":\"https://x\"}]", odd);
            assert_eq!(read(with.as_bytes()).err(), Some(Unused::NoPublication), "{odd}");
        }
    }
}
