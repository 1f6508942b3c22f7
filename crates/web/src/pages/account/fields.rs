//! Fields of a form or of an address, in their order, some of them several times.

use crate::guard::enforce::{RETURN, own_path};
use serde::Deserialize;

/// Longest value that is looked at, in characters.
const LONGEST: usize = 20_000;

/// What was sent.
#[derive(Debug, Default, Deserialize)]
#[serde(transparent)]
pub struct Fields(Vec<(String, String)>);

impl Fields {
    /// A value without surrounding space; empty where there is none.
    pub fn text(&self, name: &str) -> &str {
        self.raw(name).trim()
    }

    /// A value as it was typed, for passwords.
    pub fn raw(&self, name: &str) -> &str {
        let value = self.0.iter().find(|(n, _)| n == name).map_or("", |(_, v)| v.as_str());
        if value.chars().count() > LONGEST { "" } else { value }
    }

    /// All values of a name.
    pub fn all<'a>(&'a self, name: &'a str) -> impl Iterator<Item = &'a str> {
        self.0.iter().filter(move |(n, _)| n == name).map(|(_, v)| v.as_str())
    }

    /// Where somebody wanted to go: a page of ours, or nothing.
    pub fn to(&self) -> &str {
        own_path(self.text(RETURN)).unwrap_or_default()
    }
}
