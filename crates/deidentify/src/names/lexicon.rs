//! Small lists of our own: particles of names, ordinary words, eponyms.

use crate::fold::fold;
use rustc_hash::{FxHashMap, FxHashSet};
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
const PARTICLES: [&str; 36] = [
    "de", "du", "des", "la", "le", "les", "da", "do", "dos", "das", "von", "vom", "van", "der", "den", "dem",
    "zu", "zum", "zur", "ter", "ten", "di", "del", "della", "al", "el", "ben", "bin", "ibn", "af", "av",
    "mac", "mc", "st", "san", "y",
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

/// What a word does for the words around it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Section {
    /// A title or an office.
    Title,
    /// A title that is also a letter or an everyday word: it counts with a point or before a capital.
    Guarded,
    /// Kinship, or a part that a person plays.
    Kin,
    /// It introduces a name.
    Introduces,
    /// It introduces, and also stands before other words.
    IntroducesWeakly,
    /// It begins a letter.
    Greets,
    /// Names are frequent after it, not the rule.
    By,
    /// It ends a letter.
    Closes,
    /// Head of a disorder before the name: "syndrome de X".
    HeadBefore,
    /// A head after which a person may stand as well: "la maladie de Kevin".
    HeadGeneric,
    /// Head after the name: "X syndrome".
    HeadAfter,
    /// Head that takes the name directly: "Morbus X".
    HeadDirect,
}

const SECTIONS: [(&str, Section); 12] = [
    ("[title]", Section::Title),
    ("[guarded]", Section::Guarded),
    ("[kin]", Section::Kin),
    ("[introduces]", Section::Introduces),
    ("[weakly]", Section::IntroducesWeakly),
    ("[greets]", Section::Greets),
    ("[by]", Section::By),
    ("[closes]", Section::Closes),
    ("[heads-before]", Section::HeadBefore),
    ("[heads-generic]", Section::HeadGeneric),
    ("[heads-after]", Section::HeadAfter),
    ("[heads-direct]", Section::HeadDirect),
];

static AROUND: LazyLock<FxHashMap<&'static str, u16>> = LazyLock::new(|| {
    let mut out = FxHashMap::default();
    let mut bit = 0_u16;
    for line in include_str!("../lexicon/around.txt").lines().filter(|l| !l.starts_with('#')) {
        if let Some((_, section)) = SECTIONS.iter().find(|(head, _)| *head == line) {
            bit = 1 << *section as u16;
        } else {
            line.split_whitespace().for_each(|word| *out.entry(word).or_default() |= bit);
        }
    }
    out
});

/// Whether a folded word belongs to a section.
pub fn is(section: Section, folded: &str) -> bool {
    AROUND.get(folded).is_some_and(|bits| bits & (1 << section as u16) != 0)
}

/// Whether a folded word is a head of a disorder's name, before or after it; such a word is no name itself.
pub fn is_head(folded: &str) -> bool {
    [Section::HeadBefore, Section::HeadAfter, Section::HeadDirect]
        .into_iter()
        .any(|section| is(section, folded))
}

/// Whether a folded word begins with a head that stands after names: "Marfan-Syndromen".
pub fn begins_with_head(folded: &str) -> bool {
    AROUND.iter().any(|(head, bits)| {
        bits & (1 << Section::HeadAfter as u16) != 0 && head.len() > 5 && folded.starts_with(head)
    })
}
