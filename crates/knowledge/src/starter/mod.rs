//! The starter set: facts written by us, each row with its source and the date it was checked.
//!
//! The files are compiled into the program, so that a fresh installation is useful before any
//! download; `starter/README.md` describes their columns.

pub mod areas;
pub mod countries;
pub mod danger_phrases;
pub mod disorders;
pub mod documents;
pub mod enquiry_form;
pub mod guides;
pub mod lay_names;
pub mod needs;
pub mod population;
pub mod procedures;
pub mod purposes;
pub mod reference_sources;
pub mod referral_packets;
pub mod reply_templates;
pub mod routing;
pub mod sign_words;
pub mod single_disease_networks;
pub mod table;
pub mod towns;
pub mod urgent;

use rust_embed::RustEmbed;

#[derive(RustEmbed)]
#[folder = "../../starter"]
struct Files;

/// The bytes of a starter file; empty when there is none of that name.
pub fn file(name: &str) -> Vec<u8> {
    Files::get(name).map(|f| f.data.into_owned()).unwrap_or_default()
}

/// Names of all starter files.
pub fn names() -> impl Iterator<Item = String> {
    Files::iter().map(|name| name.into_owned())
}
