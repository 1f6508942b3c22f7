//! The catalogue: everything that Ariane knows about disorders, signs and places, in memory, read-only.
//!
//! It is built from a release of reference files (see [`crate::reference`]) over the starter set,
//! and shared between threads without locks.

pub mod builder;
pub mod entity;
mod joins;
pub mod lineage;
pub mod places;
pub mod snapshot;

use ariane_domain::{Language, OrphaCode};
use entity::{Classification, Entity, Name, NameKind, Status, Term};
use places::Place;
use serde::{Deserialize, Serialize};

/// Where a part of the catalogue comes from, for the page "sources and licences".
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SourceInfo {
    /// Name of the file as handed in.
    pub file: String,
    /// What it is, e.g. `nomenclature-fr`.
    pub slot: String,
    /// Version or date as the file states it.
    pub version: String,
    /// Licence under which it may be shown.
    pub licence: String,
    /// Who is to be named.
    pub attribution: String,
    /// SHA-256 of the file, hexadecimal.
    pub sha256: String,
    /// Size in bytes.
    pub bytes: u64,
    /// Records read from it.
    pub records: u64,
}

/// Which release a catalogue is.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Release {
    /// Name of the release directory; `starter` for the set that comes with the program.
    pub id: String,
    /// When it was built, UTC, RFC 3339.
    pub built_at: String,
    /// The files it was built from.
    pub sources: Vec<SourceInfo>,
}

/// All reference knowledge of one release.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
pub struct Catalogue {
    /// Which release this is.
    pub release: Release,
    pub(crate) entities: Vec<Entity>,
    pub(crate) names: Vec<Name>,
    pub(crate) classifications: Vec<Classification>,
    pub(crate) terms: Vec<Term>,
    /// Places with postcodes.
    pub places: Vec<Place>,
}

/// How many of each thing a catalogue holds.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Counts {
    /// Active entities.
    pub active: usize,
    /// Retired entities.
    pub retired: usize,
    /// Names and synonyms per language, in the order of [`Language::OF_NOMENCLATURE`].
    pub names: [usize; 4],
    /// Definitions.
    pub definitions: usize,
    /// Links between entities and signs.
    pub signs: usize,
    /// Links between entities and genes.
    pub genes: usize,
    /// Published frequencies.
    pub prevalences: usize,
    /// Classifications.
    pub classifications: usize,
    /// HPO terms.
    pub terms: usize,
    /// Postcodes.
    pub places: usize,
}

impl Catalogue {
    /// Position of an entity, for the other methods.
    pub fn position(&self, code: OrphaCode) -> Option<usize> {
        self.entities.binary_search_by_key(&code.0, |e| e.code.0).ok()
    }

    /// The entity of a code, active or retired.
    pub fn entity(&self, code: OrphaCode) -> Option<&Entity> {
        self.position(code).map(|i| &self.entities[i])
    }

    /// All entities by ascending code.
    pub fn entities(&self) -> &[Entity] {
        &self.entities
    }

    /// All names, grouped by entity.
    pub fn names(&self) -> &[Name] {
        &self.names
    }

    /// Names of one entity.
    pub fn names_of<'a>(&'a self, entity: &Entity) -> &'a [Name] {
        let start = entity.first_name as usize;
        self.names.get(start..start + entity.name_count as usize).unwrap_or_default()
    }

    /// Preferred name in a language or its nearest fallback, with the language it is in.
    pub fn name<'a>(&'a self, entity: &Entity, language: Language) -> (Language, &'a str) {
        let names = self.names_of(entity);
        let preferred = |l: Language| names.iter().find(|n| n.language == l && n.kind == NameKind::Preferred);
        std::iter::once(language)
            .chain(language.fallbacks())
            .find_map(preferred)
            .or(names.first())
            .map_or((Language::En, ""), |n| (n.language, n.text.as_ref()))
    }

    /// The entity in use for a code: itself, or the successor of a retired code.
    ///
    /// Follows at most eight redirections, so that a loop in the data ends.
    pub fn current(&self, code: OrphaCode) -> Option<&Entity> {
        let mut entity = self.entity(code)?;
        for _ in 0..8 {
            match entity.status {
                Status::Active => return Some(entity),
                _ => entity = self.entity(entity.successor?)?,
            }
        }
        None
    }

    /// Classifications in which entities stand.
    pub fn classifications(&self) -> &[Classification] {
        &self.classifications
    }

    /// Whether a whole nomenclature with its classifications was imported: then a code that is not here is
    /// none.
    pub fn is_whole_nomenclature(&self) -> bool {
        self.release.id != "starter" && !self.classifications.is_empty()
    }

    /// A term of the Human Phenotype Ontology.
    pub fn term(&self, id: u32) -> Option<&Term> {
        self.terms.binary_search_by_key(&id, |t| t.id).ok().map(|i| &self.terms[i])
    }

    /// Counts for `ariane reference status`.
    pub fn counts(&self) -> Counts {
        let mut counts = Counts {
            classifications: self.classifications.len(),
            terms: self.terms.len(),
            places: self.places.len(),
            ..Counts::default()
        };
        for entity in &self.entities {
            if entity.status == Status::Active {
                counts.active += 1;
            } else {
                counts.retired += 1;
            }
            counts.definitions += usize::from(entity.definition.is_some());
            counts.signs += entity.signs.len();
            counts.genes += entity.genes.len();
            counts.prevalences += entity.prevalences.len();
        }
        for name in &self.names {
            if let Some(i) = Language::OF_NOMENCLATURE.iter().position(|l| *l == name.language) {
                counts.names[i] += 1;
            }
        }
        counts
    }
}
