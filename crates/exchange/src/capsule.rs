//! The capsule of a person as one file (F64): what [`ariane_domain::dossier::capsule`] says it holds, signed by who made it.
//!
//! The file is JSON, or that JSON as `capsule.json` in a zip, with a phenopacket and FHIR beside it for programs that know nothing of
//! Ariane. A signature shows that nothing was changed since; it says who signed only to
//! whoever knows that key. How it is made and checked is the caller's: this crate holds no keys.

use ariane_domain::dossier::capsule::{Capsule, VERSION};
use serde_json::{Value, json};
use std::io::{Cursor, Read};

/// What the file calls itself.
pub const FORMAT: &str = "ariane-capsule";
/// Its name within a zip.
pub const NAME: &str = "capsule.json";
/// Label of the signature, so that it passes for no other statement.
pub const LABEL: &str = "capsule 1";
/// Most files of a zip that is looked into.
const MOST_FILES: usize = 64;

/// Why a capsule is not read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum CapsuleFault {
    /// Longer than [`super::clinical::BYTE_LIMIT`], packed or unpacked.
    #[error("the capsule is too long")]
    TooLong,
    /// A zip without a capsule, or JSON of another shape.
    #[error("it is no capsule")]
    NotOne,
    /// Made by a later program.
    #[error("the capsule is of a later version")]
    Later,
    /// Without a signature, or changed since.
    #[error("the capsule was changed")]
    Changed,
}

/// A capsule as a file holds it: its content as text, and what proves it.
#[derive(Debug, Clone, PartialEq)]
pub struct Sealed {
    /// What was signed, letter by letter.
    pub text: String,
    /// Proof, as who signed writes it.
    pub proof: Value,
}

/// The text of a capsule that is to be signed.
pub fn text(capsule: &Capsule) -> String {
    serde_json::to_value(capsule).map(|value| canonical(&value)).unwrap_or_default()
}

/// A value with sorted keys and no blanks: what is read and written again by another program is the same, letter by letter.
fn canonical(value: &Value) -> String {
    let joined = |parts: Vec<String>| parts.join(",");
    match value {
        Value::Array(all) => format!("[{}]", joined(all.iter().map(canonical).collect())),
        Value::Object(fields) => {
            let mut sorted: Vec<(&String, &Value)> = fields.iter().collect();
            sorted.sort_by_key(|(name, _)| name.as_str());
            let field = |(name, value): (&String, &Value)| {
                format!("{}:{}", Value::from(name.as_str()), canonical(value))
            };
            format!("{{{}}}", joined(sorted.into_iter().map(field).collect()))
        }
        plain => plain.to_string(),
    }
}

/// The file.
pub fn file(sealed: &Sealed) -> Value {
    let content: Value = serde_json::from_str(&sealed.text).unwrap_or_default();
    json!({ "format": FORMAT, "version": VERSION, "content": content, "proof": sealed.proof })
}

/// Whether a value is a capsule, of whatever version.
pub fn is_one(value: &Value) -> bool {
    value.get("format").and_then(Value::as_str) == Some(FORMAT)
}

/// The key that a capsule names, as hexadecimal; empty where the bytes are none.
pub fn key_of(bytes: &[u8]) -> String {
    let inner =
        if is_zip(bytes) { unpacked(bytes, super::clinical::BYTE_LIMIT).ok() } else { Some(bytes.to_vec()) };
    let value: Option<Value> = inner.and_then(|bytes| serde_json::from_slice(&bytes).ok());
    let key = value.as_ref().and_then(|value| value.get("proof")?.get("key")?.as_str());
    key.unwrap_or_default().chars().filter(char::is_ascii_hexdigit).take(64).collect()
}

/// Whether bytes begin as a zip does.
pub fn is_zip(bytes: &[u8]) -> bool {
    bytes.starts_with(b"PK\x03\x04")
}

/// The capsule within a zip, unpacked up to a limit: what a zip claims about its sizes is not believed.
///
/// # Errors
/// [`CapsuleFault`].
pub fn unpacked(bytes: &[u8], limit: usize) -> Result<Vec<u8>, CapsuleFault> {
    if bytes.len() > limit {
        return Err(CapsuleFault::TooLong);
    }
    let mut zip = zip::ZipArchive::new(Cursor::new(bytes)).map_err(|_| CapsuleFault::NotOne)?;
    if zip.len() > MOST_FILES {
        return Err(CapsuleFault::NotOne);
    }
    let file = zip.by_name(NAME).map_err(|_| CapsuleFault::NotOne)?;
    let mut unpacked = Vec::new();
    let most = u64::try_from(limit).unwrap_or(u64::MAX).saturating_add(1);
    file.take(most).read_to_end(&mut unpacked).map_err(|_| CapsuleFault::NotOne)?;
    if unpacked.len() > limit { Err(CapsuleFault::TooLong) } else { Ok(unpacked) }
}

/// A capsule of a file. Its proof is not checked here; `holds` is asked for that, with the text and the proof.
///
/// # Errors
/// [`CapsuleFault`].
pub fn read(value: &Value, holds: impl FnOnce(&Sealed) -> bool) -> Result<Capsule, CapsuleFault> {
    if !is_one(value) {
        return Err(CapsuleFault::NotOne);
    }
    let version = value.get("version").and_then(Value::as_u64).ok_or(CapsuleFault::NotOne)?;
    if version > u64::from(VERSION) {
        return Err(CapsuleFault::Later);
    }
    let content = value.get("content").filter(|content| content.is_object()).ok_or(CapsuleFault::NotOne)?;
    let proof = value.get("proof").cloned().unwrap_or_default();
    let sealed = Sealed { text: canonical(content), proof };
    if !holds(&sealed) {
        return Err(CapsuleFault::Changed);
    }
    // What is said twice must be said alike, or a later form could pass for this one.
    let capsule: Capsule = serde_json::from_value(content.clone()).map_err(|_| CapsuleFault::NotOne)?;
    if u64::from(capsule.version) == version { Ok(capsule) } else { Err(CapsuleFault::NotOne) }
}
