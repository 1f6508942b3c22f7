//! A dossier in the forms that others read: GA4GH phenopacket (version 2), FHIR R4, a query to the Matchmaker Exchange, the common data
//! elements of registries. What goes into it is the rule of
//! [`ariane_domain::dossier`]; here it is only written down. What a form has no place for is named, never dropped in silence.

mod codes;
mod common_data;
mod family;
mod fhir;
mod genomics;
mod matchmaker;
mod phenopacket;
mod resources;

use ariane_domain::clinical::EntryKind;
use ariane_domain::dossier::Dossier;
use serde_json::Value;

/// What is needed beside the dossier.
#[derive(Debug, Clone, Copy, Default)]
pub struct Context<'a> {
    /// Version of the HPO in use; empty where none was imported.
    pub ontology_version: &'a str,
}

/// A dossier as a phenopacket; a family where relatives go along.
///
/// Earlier opinions and agreements have no place in it, and it knows no free words without a code: these stand under codes of the
/// packet's own, which its `metaData` declares.
pub fn phenopacket(dossier: &Dossier, context: Context<'_>) -> Value {
    phenopacket::write(dossier, context)
}

/// A dossier as a FHIR R4 bundle of type `document`.
pub fn fhir(dossier: &Dossier) -> Value {
    fhir::write(dossier)
}

/// Who is asked about a match: an organisation, never a person.
#[derive(Debug, Clone, Copy)]
pub struct Contact<'a> {
    /// Name.
    pub name: &'a str,
    /// A page or an address of mail that needs no account.
    pub href: &'a str,
}

/// A dossier as a query to the Matchmaker Exchange; none without a sign or a gene, of which it asks for one.
pub fn matchmaker(dossier: &Dossier, contact: &Contact<'_>) -> Option<Value> {
    matchmaker::write(dossier, contact)
}

/// A dossier as the common data elements that registries of rare diseases share.
pub fn common_data(dossier: &Dossier) -> Value {
    common_data::write(dossier)
}

/// Kinds of which a dossier holds something that a phenopacket has no place for.
pub fn not_in_phenopacket(dossier: &Dossier) -> Vec<EntryKind> {
    let has = |kind: &EntryKind| dossier.of_kind(*kind).next().is_some();
    [EntryKind::Opinion].into_iter().filter(has).collect()
}
