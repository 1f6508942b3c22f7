//! GA4GH phenopackets, version 2, as JSON: the signs of one person, read tolerantly and written plainly.
//!
//! Reading takes what says a sign, the sex and the age, in the spelling of protobuf's JSON or of its field
//! names, and passes over the rest; what version 1 called otherwise (`negated`, `ageAtCollection`) is
//! understood too. Nothing that names a person is read.

use super::FormatError;
use super::hpo::number;
use serde::{Deserialize, Deserializer, Serialize};
use serde_json::Value;

/// Longest file that is read, in bytes.
pub const BYTE_LIMIT: usize = 4 << 20;

/// Sex at birth, where the packet says it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Sex {
    /// Female.
    Female,
    /// Male.
    Male,
}

/// What a phenopacket says of signs.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct PhenopacketSigns {
    /// The packet's id; empty when it has none.
    pub id: String,
    /// HPO numbers of the signs that were seen, in the order of the file.
    pub observed: Vec<u32>,
    /// HPO numbers of the signs that were looked for and are absent.
    pub excluded: Vec<u32>,
    /// Sex at birth.
    pub sex: Option<Sex>,
    /// Age in years at the last encounter.
    pub age_years: Option<f32>,
    /// How many features are no HPO term and were passed over.
    pub passed_over: usize,
}

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
struct Packet {
    #[serde(deserialize_with = "lenient")]
    id: Option<String>,
    #[serde(deserialize_with = "lenient")]
    subject: Option<Subject>,
    #[serde(alias = "phenotypic_features")]
    #[serde(rename = "phenotypicFeatures")]
    features: Option<Vec<Value>>,
    // A packet wrapped by a tool, or the person asked about in a family.
    #[serde(alias = "proband", deserialize_with = "lenient")]
    phenopacket: Option<Box<Packet>>,
}

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
struct Subject {
    #[serde(deserialize_with = "lenient")]
    sex: Option<String>,
    #[serde(
        rename = "timeAtLastEncounter",
        alias = "time_at_last_encounter",
        alias = "ageAtCollection",
        alias = "age_at_collection",
        deserialize_with = "lenient"
    )]
    time: Option<Value>,
}

#[derive(Debug, Deserialize)]
struct Feature {
    #[serde(rename = "type")]
    kind: Class,
    #[serde(default, alias = "negated", deserialize_with = "lenient")]
    excluded: Option<bool>,
}

#[derive(Debug, Deserialize)]
struct Class {
    id: String,
}

/// A field of another type than expected counts as missing: one odd field is no reason to refuse a packet.
fn lenient<'de, D: Deserializer<'de>, T: serde::de::DeserializeOwned>(
    from: D,
) -> Result<Option<T>, D::Error> {
    Ok(serde_json::from_value(Value::deserialize(from)?).ok())
}

/// Reads a packet. A packet without features is refused: it is most likely another kind of file.
pub fn read(bytes: &[u8]) -> Result<PhenopacketSigns, FormatError> {
    if bytes.len() > BYTE_LIMIT {
        return Err(FormatError::Archive(format!("longer than {BYTE_LIMIT} bytes")));
    }
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    let outer: Packet = serde_json::from_slice(bytes)?;
    let packet = match outer {
        Packet { features: None, phenopacket: Some(inner), .. } => *inner,
        packet => packet,
    };
    let features = packet.features.ok_or(FormatError::Empty("phenotypicFeatures"))?;
    let mut out = PhenopacketSigns { id: packet.id.unwrap_or_default(), ..PhenopacketSigns::default() };
    for value in features {
        let feature: Option<Feature> = serde_json::from_value(value).ok();
        match feature.and_then(|f| Some((number(&f.kind.id)?, f.excluded.unwrap_or(false)))) {
            Some((term, true)) => out.excluded.push(term),
            Some((term, false)) => out.observed.push(term),
            None => out.passed_over += 1,
        }
    }
    if let Some(subject) = packet.subject {
        out.sex = match subject.sex.as_deref() {
            Some("FEMALE") => Some(Sex::Female),
            Some("MALE") => Some(Sex::Male),
            _ => None,
        };
        out.age_years = subject.time.as_ref().and_then(age);
    }
    Ok(out)
}

/// The first duration below `age` or at the start of `ageRange`, in years.
fn age(time: &Value) -> Option<f32> {
    match time {
        Value::String(text) => years(text),
        Value::Object(fields) => ["iso8601duration", "age", "ageRange", "age_range", "start"]
            .iter()
            .find_map(|k| age(fields.get(*k)?)),
        _ => None,
    }
}

/// Years of an ISO 8601 duration such as `P4Y6M` or `P3W`.
pub fn years(duration: &str) -> Option<f32> {
    let date = duration.trim().strip_prefix('P')?.split('T').next()?;
    let mut total = None;
    let mut rest = date;
    while let Some(end) = rest.find(|c: char| c.is_ascii_alphabetic()) {
        let amount: f32 = rest[..end].parse().ok().filter(|a: &f32| a.is_finite() && *a >= 0.0)?;
        let per_year = match rest.as_bytes()[end] {
            b'Y' => 1.0,
            b'M' => 12.0,
            b'W' => 52.18,
            b'D' => 365.25,
            _ => return None,
        };
        total = Some(total.unwrap_or(0.0) + amount / per_year);
        rest = &rest[end + 1..];
    }
    // "PT5H": less than a day old.
    let total = total.or_else(|| duration.trim().starts_with("PT").then_some(0.0));
    total.filter(|t| rest.is_empty() && *t < 150.0)
}

/// An ISO 8601 duration of whole years and months; none for what is no age.
pub fn duration(years: f32) -> Option<String> {
    if !(0.0..150.0).contains(&years) {
        return None;
    }
    let months = (years * 12.0).round() as u32;
    Some(match (months / 12, months % 12) {
        (0, m) => format!("P{m}M"),
        (y, 0) => format!("P{y}Y"),
        (y, m) => format!("P{y}Y{m}M"),
    })
}

/// A sign as it is written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WrittenSign {
    /// HPO number.
    pub term: u32,
    /// English label.
    pub label: String,
    /// Whether it was looked for and is absent.
    pub excluded: bool,
}

/// What is written.
#[derive(Debug, Clone, Default)]
pub struct Written<'a> {
    /// Signs.
    pub signs: Vec<WrittenSign>,
    /// Sex at birth.
    pub sex: Option<Sex>,
    /// Age in years.
    pub age_years: Option<f32>,
    /// Version of the ontology.
    pub ontology_version: &'a str,
    /// When, as RFC 3339 in UTC.
    pub created: String,
}

#[derive(Serialize)]
struct Out<'a> {
    id: &'static str,
    subject: OutSubject,
    #[serde(rename = "phenotypicFeatures")]
    features: Vec<OutFeature<'a>>,
    #[serde(rename = "metaData")]
    meta: Meta<'a>,
}

#[derive(Serialize)]
struct OutSubject {
    id: &'static str,
    #[serde(rename = "timeAtLastEncounter", skip_serializing_if = "Option::is_none")]
    time: Option<OutTime>,
    sex: &'static str,
}

#[derive(Serialize)]
struct OutTime {
    age: OutAge,
}

#[derive(Serialize)]
struct OutAge {
    iso8601duration: String,
}

#[derive(Serialize)]
struct OutFeature<'a> {
    #[serde(rename = "type")]
    kind: OutClass<'a>,
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    excluded: bool,
}

#[derive(Serialize)]
struct OutClass<'a> {
    id: String,
    label: &'a str,
}

#[derive(Serialize)]
struct Meta<'a> {
    created: &'a str,
    #[serde(rename = "createdBy")]
    created_by: &'static str,
    resources: [Resource<'a>; 1],
    #[serde(rename = "phenopacketSchemaVersion")]
    schema: &'static str,
}

#[derive(Serialize)]
struct Resource<'a> {
    id: &'static str,
    name: &'static str,
    url: &'static str,
    version: &'a str,
    #[serde(rename = "namespacePrefix")]
    prefix: &'static str,
    #[serde(rename = "iriPrefix")]
    iri: &'static str,
}

/// Writes a packet. Ids are fixed: nothing in it tells one person from another but the signs themselves.
pub fn write(written: &Written<'_>) -> String {
    let out = Out {
        id: "ariane-signs",
        subject: OutSubject {
            id: "person-concerned",
            time: written
                .age_years
                .and_then(duration)
                .map(|d| OutTime { age: OutAge { iso8601duration: d } }),
            sex: match written.sex {
                Some(Sex::Female) => "FEMALE",
                Some(Sex::Male) => "MALE",
                None => "UNKNOWN_SEX",
            },
        },
        features: written
            .signs
            .iter()
            .map(|s| OutFeature {
                kind: OutClass { id: crate::phenotype::ontology::code(s.term), label: &s.label },
                excluded: s.excluded,
            })
            .collect(),
        meta: Meta {
            created: &written.created,
            created_by: "Ariane",
            resources: [Resource {
                id: "hp",
                name: "Human Phenotype Ontology",
                url: "http://purl.obolibrary.org/obo/hp.owl",
                version: written.ontology_version,
                prefix: "HP",
                iri: "http://purl.obolibrary.org/obo/HP_",
            }],
            schema: "2.0",
        },
    };
    serde_json::to_string_pretty(&out).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn signs_sex_and_age_are_read_and_the_rest_is_passed_over() {
        let packet = br#"{"id":"x","subject":{"id":"n","sex":"FEMALE","timeAtLastEncounter":{"age":{"iso8601duration":"P4Y6M"}}},
            "phenotypicFeatures":[{"type":{"id":"HP:0001250","label":"Seizure"}},{"type":{"id":"HP:0001252"},"excluded":true},
            {"type":{"id":"MONDO:0001"}},{"odd":1},7],"interpretations":[{"progressStatus":"SOLVED"}]}"#;
        let read = read(packet).expect("readable");
        assert_eq!((read.observed, read.excluded, read.passed_over), (vec![1250], vec![1252], 3));
        assert_eq!((read.id.as_str(), read.sex, read.age_years), ("x", Some(Sex::Female), Some(4.5)));
    }

    #[test]
    fn field_names_and_the_words_of_version_1_are_understood() {
        let packet = br#"{"phenopacket":{"subject":{"age_at_collection":{"age":"P25Y"},"sex":3},
            "phenotypic_features":[{"type":{"id":"HP:0001250"},"negated":true}]}}"#;
        let read = read(packet).expect("readable");
        assert_eq!((read.excluded, read.age_years, read.sex), (vec![1250], Some(25.0), None));
    }

    #[test]
    fn what_is_no_packet_is_refused_and_nothing_panics() {
        for text in ["", "{", "[]", "7", "{}", "{\"phenotypicFeatures\":7}", "\u{feff}{}"] {
            assert!(read(text.as_bytes()).is_err(), "{text}");
        }
        assert!(read(&vec![b' '; BYTE_LIMIT + 1]).is_err());
        assert!(read("[".repeat(100_000).as_bytes()).is_err());
    }

    #[test]
    fn durations_are_read_and_written() {
        for (text, expected) in
            [("P80Y", Some(80.0)), ("P6M", Some(0.5)), ("P1Y6M", Some(1.5)), ("PT5H", Some(0.0))]
        {
            assert_eq!(years(text), expected, "{text}");
        }
        for text in ["", "P", "80", "P-1Y", "PY", "P9999Y", "P1X", "P1Y2", "PéY"] {
            assert_eq!(years(text), None, "{text}");
        }
        assert_eq!(duration(4.5).as_deref(), Some("P4Y6M"));
        assert_eq!(duration(0.0).as_deref(), Some("P0M"));
        assert_eq!(duration(f32::NAN), None);
    }

    #[test]
    fn what_is_written_is_read_back() {
        let sign = |term, excluded| WrittenSign { term, label: "A \"sign\"".into(), excluded };
        let text = write(&Written {
            signs: vec![sign(1250, false), sign(1252, true)],
            sex: Some(Sex::Male),
            age_years: Some(4.0),
            ontology_version: "2026-02-16",
            created: "2026-11-22T00:00:00Z".into(),
        });
        let back = read(text.as_bytes()).expect("readable");
        assert_eq!((back.observed, back.excluded), (vec![1250], vec![1252]));
        assert_eq!((back.sex, back.age_years), (Some(Sex::Male), Some(4.0)));
        assert!(text.contains("\"phenopacketSchemaVersion\": \"2.0\""));
    }
}
