//! Search of disorders in anyone's words: names in four languages, abbreviations, codes, genes,
//! everyday names; accents, word order, hyphens and plurals don't matter, nor does a typo.
//!
//! One index over the words of all names, held in memory and rebuilt from the catalogue at start:
//!
//! * [`vocabulary`]: every distinct word, sorted, so that the word being typed finds its completions;
//! * [`fuzzy`]: deletion neighbourhoods (SymSpell), so that a misspelt word finds what was meant;
//! * [`index`]: which names hold a word, and which words a name holds;
//! * `reading`: what a typed word may stand for;
//! * [`rank`]: how a name is scored against a query;
//! * [`terms`]: signs by their wordings, for a search field;
//! * [`codes`]: ORPHA, OMIM, ICD and MONDO codes, and gene symbols.

pub mod codes;
pub mod fuzzy;
pub mod index;
pub mod rank;
mod reading;
pub mod terms;
pub mod vocabulary;

pub use index::SearchIndex;

use ariane_domain::{Language, OrphaCode};
use serde::Serialize;

/// Why an entity is among the hits.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum MatchKind {
    /// A code of the entity.
    Code,
    /// A preferred name, as a whole.
    Name,
    /// A synonym or abbreviation, as a whole.
    Synonym,
    /// An everyday name from our overlay, as a whole.
    LayName,
    /// A gene that causes or influences it.
    Gene,
    /// Some words of a name.
    Words,
    /// Words that are spelt nearly like those of a name.
    Similar,
}

/// One entity that answers a query.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Hit {
    /// The entity.
    pub code: OrphaCode,
    /// Why it is here.
    pub kind: MatchKind,
    /// The name that matched, as published.
    pub matched: String,
    /// Language of that name; none for codes and genes.
    pub language: Option<Language>,
    /// The retired code through which it was found.
    pub retired: Option<OrphaCode>,
    /// 0 to 1, comparable within one answer only.
    pub score: f32,
}

/// What is asked.
#[derive(Debug, Clone, Copy)]
pub struct Query<'a> {
    /// As typed.
    pub text: &'a str,
    /// Language of the page: breaks ties, excludes nothing.
    pub language: Language,
    /// Most hits.
    pub limit: usize,
    /// Whether the last word may still be unfinished.
    pub typing: bool,
}
