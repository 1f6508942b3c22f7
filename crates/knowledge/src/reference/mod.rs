//! The reference directory: official files as they came, releases built from them, one atomic switch.
//!
//! ```text
//! reference/
//!   files/<sha256>            files as handed in, each once
//!   releases/<id>/release.json  which files, versions, licences, counts
//!   releases/<id>/catalogue.bin the catalogue, read whole at start
//!   releases/<id>/phenotypes.bin the ontology and who has which sign
//!   releases/<id>/cases.bin   published cases, joined to the above at start; only where some were imported
//!   current                   id of the release in use
//! ```
//! A release is complete before `current` names it; a failed import leaves `current` untouched.

pub mod import;
pub mod slot;

use crate::catalogue::{Catalogue, Counts, Release, SourceInfo, builder, snapshot};
use crate::formats::published_case::PublishedCase;
use crate::phenotype::Phenotypes;
use crate::starter;
use serde::{Deserialize, Serialize};
use std::path::{Path, PathBuf};

/// Why the reference directory could not be used.
#[derive(Debug, thiserror::Error)]
pub enum ReferenceError {
    /// A file or directory cannot be read or written.
    #[error("{path}: {reason}")]
    Io {
        /// Which.
        path: String,
        /// Why. Part of the message, therefore no source of its own.
        reason: std::io::Error,
    },
    /// The snapshot cannot be used.
    #[error(transparent)]
    Snapshot(#[from] snapshot::SnapshotError),
    /// A description of a release is damaged.
    #[error("the description of release {0} is damaged; import the files again")]
    Description(String),
    /// One of the files handed in is not usable; nothing was changed.
    #[error("{file}: {reason}")]
    File {
        /// Name of the file, and of the entry inside an archive.
        file: String,
        /// What is wrong. Part of the message, therefore no source of its own.
        reason: crate::formats::FormatError,
    },
    /// A file holds far less than the one in use.
    #[error(
        "{file}: {now} records, where the one in use holds {before}; if that is meant, import it with --force"
    )]
    Shrunk {
        /// Name of the file.
        file: String,
        /// Records of the file in use.
        before: u64,
        /// Records of the new file.
        now: u64,
    },
    /// Another import is under way.
    #[error("another import is under way (lock {0}); wait for it, or remove the lock if it died")]
    Busy(String),
    /// There is no earlier release.
    #[error("no release `{0}` is there; see `ariane reference status`")]
    NoSuchRelease(String),
}

/// What `release.json` holds.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
pub struct Description {
    /// Id, time, files.
    pub release: Release,
    /// How much of what.
    pub counts: Counts,
    /// The release that was in use before.
    pub previous: Option<String>,
}

/// The reference directory of an installation.
#[derive(Debug, Clone)]
pub struct ReferenceDir {
    root: PathBuf,
}

impl ReferenceDir {
    /// Below the data directory; nothing is created until the first import.
    pub fn new(data: &Path) -> Self {
        Self { root: data.join("reference") }
    }

    /// Where it is.
    pub fn path(&self) -> &Path {
        &self.root
    }

    /// Id of the release in use; none before the first import.
    pub fn current(&self) -> Option<String> {
        let id = std::fs::read_to_string(self.root.join("current")).ok()?;
        let id = id.trim();
        is_release_id(id).then(|| id.to_owned())
    }

    /// The description of a release.
    pub fn describe(&self, id: &str) -> Result<Description, ReferenceError> {
        let path = self.release_dir(id)?.join("release.json");
        let text = std::fs::read(&path).map_err(|source| io(&path, source))?;
        serde_json::from_slice(&text).map_err(|_| ReferenceError::Description(id.to_owned()))
    }

    /// The catalogue in use: the current release, or the starter set when nothing was imported.
    pub fn load(&self) -> Result<Catalogue, ReferenceError> {
        match self.current() {
            None => Ok(starter_catalogue()),
            Some(id) => self.load_of(&id),
        }
    }

    /// The catalogue of any release that is still there.
    pub fn load_of(&self, id: &str) -> Result<Catalogue, ReferenceError> {
        let path = self.release_dir(id)?.join("catalogue.bin");
        Ok(snapshot::read(&path, snapshot::Kind::Catalogue)?)
    }

    /// Signs and who has them, of the release in use; empty before the first import, and for a release
    /// that was built before there was a ranking.
    pub fn load_phenotypes(&self) -> Result<Phenotypes, ReferenceError> {
        match self.current() {
            None => Ok(Phenotypes::default()),
            Some(id) => self.load_phenotypes_of(&id),
        }
    }

    /// Like [`ReferenceDir::load_phenotypes`], of any release that is still there.
    pub fn load_phenotypes_of(&self, id: &str) -> Result<Phenotypes, ReferenceError> {
        let mut phenotypes = self.load_phenotypes_without_cases_of(id)?;
        phenotypes.add_cases(&self.load_cases_of(id)?);
        Ok(phenotypes)
    }

    /// What the annotations alone say, as if no case had been imported: to measure what cases add.
    pub fn load_phenotypes_without_cases_of(&self, id: &str) -> Result<Phenotypes, ReferenceError> {
        let path = self.release_dir(id)?.join("phenotypes.bin");
        if !path.is_file() {
            return Ok(Phenotypes::default());
        }
        Ok(snapshot::read::<Phenotypes>(&path, snapshot::Kind::Phenotypes)?.linked())
    }

    /// The published cases of a release; none where none were imported.
    pub fn load_cases_of(&self, id: &str) -> Result<Vec<PublishedCase>, ReferenceError> {
        let path = self.release_dir(id)?.join("cases.bin");
        if !path.is_file() {
            return Ok(Vec::new());
        }
        Ok(snapshot::read(&path, snapshot::Kind::Cases)?)
    }

    /// Makes an earlier release the current one again.
    pub fn switch(&self, id: &str) -> Result<(), ReferenceError> {
        let dir = self.release_dir(id)?;
        if !dir.join("catalogue.bin").is_file() {
            return Err(ReferenceError::NoSuchRelease(id.to_owned()));
        }
        self.set_current(id)
    }

    fn release_dir(&self, id: &str) -> Result<PathBuf, ReferenceError> {
        if is_release_id(id) {
            Ok(self.root.join("releases").join(id))
        } else {
            Err(ReferenceError::NoSuchRelease(id.chars().filter(|c| !c.is_control()).take(40).collect()))
        }
    }

    fn set_current(&self, id: &str) -> Result<(), ReferenceError> {
        let next = self.root.join("current.next");
        std::fs::write(&next, id).map_err(|source| io(&next, source))?;
        let file = std::fs::File::open(&next).map_err(|source| io(&next, source))?;
        file.sync_all().map_err(|source| io(&next, source))?;
        let current = self.root.join("current");
        std::fs::rename(&next, &current).map_err(|source| io(&current, source))
    }
}

fn is_release_id(id: &str) -> bool {
    !id.is_empty() && id.len() <= 60 && id.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-')
}

fn io(path: &Path, reason: std::io::Error) -> ReferenceError {
    ReferenceError::Io { path: path.display().to_string(), reason }
}

/// The sources of the starter set, to which imported files are added.
pub(crate) fn starter_sources() -> builder::Sources {
    builder::Sources {
        starter: starter::disorders::all(),
        lay_names: starter::lay_names::all(),
        starter_places: starter::towns::all(),
        ..builder::Sources::default()
    }
}

/// The catalogue of the starter set alone.
pub fn starter_catalogue() -> Catalogue {
    builder::build(starter_sources(), Release { id: "starter".into(), ..Release::default() })
}

/// Attribution that the pages owe for a source.
pub fn attribution(slot: &str) -> (&'static str, &'static str) {
    match slot.split('-').next().unwrap_or_default() {
        "hpo" => (
            "HPO licence",
            "Human Phenotype Ontology, https://hpo.jax.org — Gargano et al., Nucleic Acids Res 2024",
        ),
        // Packets of other origin have their own licence; what is imported here is published, and cited.
        "cases" => (
            "BSD 3-Clause",
            "Phenopacket Store, Monarch Initiative, https://github.com/monarch-initiative/phenopacket-store — Danis et al., HGG Adv 2025",
        ),
        "mondo" => ("CC BY 4.0", "Mondo Disease Ontology, https://mondo.monarchinitiative.org"),
        "geonames" => ("CC BY 4.0", "GeoNames, https://www.geonames.org"),
        _ => ("CC BY 4.0", "Orphanet, INSERM, https://www.orphadata.com"),
    }
}

/// One line per source for pages and commands.
pub fn describe_source(source: &SourceInfo) -> String {
    format!("{} {} ({}, {})", source.slot, source.version, source.licence, source.attribution)
}
