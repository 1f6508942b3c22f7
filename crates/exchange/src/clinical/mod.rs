//! Clinical files of other programs, read as proposals for a clinical summary (duty D48): a GA4GH phenopacket (version 2, also a
//! family), FHIR R4 (a bundle or one resource), or the capsule of a person. Reading is tolerant: what cannot be read is said beside what can. Who the file is
//! about is not read at all; the file of the cell is known already.

mod fhir;
mod fields;
pub(crate) mod genomics;
mod pedigree;
mod phenopacket;

use crate::capsule::{self, CapsuleFault, Sealed};
use ariane_domain::clinical::Entry;
use ariane_domain::clinical::proposal::{PassedOver, Proposals};
use ariane_domain::dossier::capsule::{Capsule, may_be_carried};
use serde_json::Value;

/// Largest file that is read, in bytes.
pub const BYTE_LIMIT: usize = 8 * 1024 * 1024;
/// Most entries that one file proposes.
pub const MOST_PROPOSED: usize = 300;
/// Most things that are named as passed over.
const MOST_NAMED: usize = 100;

/// What kind of file was read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Format {
    /// GA4GH phenopacket.
    Phenopacket,
    /// FHIR R4.
    Fhir,
    /// The capsule of a person, as another Ariane made it.
    Capsule,
}

/// What a file says.
#[derive(Debug, Clone, PartialEq)]
pub struct ReadFile {
    /// What kind of file it is.
    pub format: Format,
    /// What it proposes.
    pub proposals: Proposals,
    /// The capsule that it was, for who made it and until when it is good.
    pub capsule: Option<Capsule>,
}

/// Why a file proposes nothing.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum ClinicalFault {
    /// Longer than [`BYTE_LIMIT`].
    #[error("the file is longer than {BYTE_LIMIT} bytes")]
    TooLong,
    /// No JSON.
    #[error("the file is not JSON")]
    NotJson,
    /// JSON of another kind.
    #[error("neither a phenopacket nor FHIR")]
    OtherKind,
    /// A capsule that is not read.
    #[error(transparent)]
    Capsule(#[from] CapsuleFault),
}

/// What is being read.
#[derive(Debug, Default)]
struct Reading(Proposals);

impl Reading {
    fn propose(&mut self, entry: Entry) {
        if self.0.entries.len() < MOST_PROPOSED {
            self.0.entries.push(entry);
        } else if !self.0.passed_over.iter().any(|(why, _)| *why == PassedOver::TooMany) {
            self.0.passed_over.push((PassedOver::TooMany, MOST_PROPOSED.to_string()));
        }
    }

    fn pass_over(&mut self, why: PassedOver, what: &str) {
        let what: String = what.trim().chars().take(200).collect();
        let one = (why, what);
        if self.0.passed_over.len() < MOST_NAMED && !self.0.passed_over.contains(&one) {
            self.0.passed_over.push(one);
        }
    }
}

/// Reads a file. `holds` says whether the proof of a capsule is one of its text.
///
/// # Errors
/// [`ClinicalFault`].
pub fn read(bytes: &[u8], holds: impl FnOnce(&Sealed) -> bool) -> Result<ReadFile, ClinicalFault> {
    if bytes.len() > BYTE_LIMIT {
        return Err(ClinicalFault::TooLong);
    }
    if capsule::is_zip(bytes) {
        let inner = capsule::unpacked(bytes, BYTE_LIMIT)?;
        let value = serde_json::from_slice(&inner).map_err(|_| CapsuleFault::NotOne)?;
        return of_capsule(&value, holds);
    }
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    let value: Value = serde_json::from_slice(bytes).map_err(|_| ClinicalFault::NotJson)?;
    if capsule::is_one(&value) {
        return of_capsule(&value, holds);
    }
    let mut reading = Reading::default();
    let format = if value.get("resourceType").is_some_and(Value::is_string) {
        fhir::read(&value, &mut reading);
        Format::Fhir
    } else if phenopacket::is_one(&value) {
        phenopacket::read(&value, &mut reading);
        Format::Phenopacket
    } else {
        return Err(ClinicalFault::OtherKind);
    };
    Ok(ReadFile { format, proposals: reading.0, capsule: None })
}

/// The entries of a capsule as they were written. What no capsule of ours holds is not taken from one that claims to be ours.
fn of_capsule(value: &Value, holds: impl FnOnce(&Sealed) -> bool) -> Result<ReadFile, ClinicalFault> {
    let capsule = capsule::read(value, holds)?;
    let mut reading = Reading::default();
    for entry in &capsule.entries {
        if may_be_carried(entry, true) {
            reading.propose(entry.clone());
        } else {
            reading.pass_over(PassedOver::NotKept, entry.kind().word());
        }
    }
    Ok(ReadFile { format: Format::Capsule, proposals: reading.0, capsule: Some(capsule) })
}
