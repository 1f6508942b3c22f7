//! Small lists of our own: particles of names, ordinary words, eponyms.

use crate::fold::fold;
use rustc_hash::FxHashSet;
use std::sync::LazyLock;

fn set(text: &'static str) -> FxHashSet<String> {
    text.lines()
        .filter(|l| !l.starts_with('#'))
        .flat_map(|l| l.split(|c: char| c.is_whitespace() || c == ','))
        .filter(|w| !w.is_empty())
        .map(fold)
        .collect()
}

static ORDINARY: LazyLock<FxHashSet<String>> = LazyLock::new(|| set(include_str!("../lexicon/ordinary.txt")));
static EPONYMS: LazyLock<FxHashSet<String>> = LazyLock::new(|| set(include_str!("../lexicon/eponyms.txt")));
static MEDICINES: LazyLock<FxHashSet<String>> =
    LazyLock::new(|| set(include_str!("../lexicon/medicines.txt")));

/// Words that join the parts of a name.
const PARTICLES: [&str; 38] = [
    "de", "du", "des", "la", "le", "les", "da", "do", "dos", "das", "e", "von", "vom", "van", "der", "den",
    "dem", "zu", "zum", "zur", "und", "ter", "ten", "di", "del", "della", "al", "el", "ben", "bin", "ibn",
    "af", "av", "mac", "mc", "st", "san", "y",
];

/// Whether a folded word joins the parts of a name.
pub fn is_particle(folded: &str) -> bool {
    PARTICLES.contains(&folded)
}

/// Whether a folded word is an ordinary one of the five languages.
pub fn is_ordinary(folded: &str) -> bool {
    ORDINARY.contains(folded)
}

/// Whether a folded word names a disorder, a sign or a test after a person.
pub fn is_eponym(folded: &str) -> bool {
    EPONYMS.contains(folded) || folded.strip_suffix('s').is_some_and(|w| EPONYMS.contains(w))
}

/// Whether a folded word is a medicine on our list.
pub fn is_medicine(folded: &str) -> bool {
    MEDICINES.contains(folded)
}

/// Every word of the lists, folded; a test of unknown names must hold none of them.
pub fn all() -> impl Iterator<Item = &'static str> {
    ORDINARY.iter().chain(EPONYMS.iter()).chain(MEDICINES.iter()).map(String::as_str)
}
