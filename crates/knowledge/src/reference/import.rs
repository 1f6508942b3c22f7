//! Import of official files: read everything, build beside the running release, switch at the end.

use super::slot::{CASES, Read, of_archive, take};
use super::{Description, ReferenceDir, ReferenceError, attribution, io, starter_sources};
use crate::catalogue::builder::{self, Sources};
use crate::catalogue::{Catalogue, Release, SourceInfo, snapshot};
use crate::formats::FormatError;
use crate::formats::archive::{Limits, each_entry, is_zip};
use crate::formats::published_case::{PublishedCase, Unused};
use crate::phenotype::cases::CaseCounts;
use crate::phenotype::{PhenotypeSources, Phenotypes};
use sha2::{Digest, Sha256};
use std::fs;
use std::path::{Path, PathBuf};

/// What is told while an import runs.
#[derive(Debug, Clone)]
pub enum Progress {
    /// A file is being read.
    Reading {
        /// Its name.
        file: String,
    },
    /// A file was understood.
    Understood {
        /// Its name.
        file: String,
        /// What it is.
        slot: String,
        /// How many records it holds.
        records: u64,
    },
    /// Packets of a file that are no usable case were passed over.
    PassedOver {
        /// Name of the file.
        file: String,
        /// How many, by reason.
        packets: Vec<(Unused, u64)>,
    },
    /// The catalogue is being joined.
    Building,
    /// Published cases were joined to the annotations.
    Cases(CaseCounts),
    /// The new release is in use.
    Switched {
        /// Its id.
        release: String,
    },
}

fn read_file(path: &Path, sources: &mut Sources) -> Result<(Read, String, u64), ReferenceError> {
    let name = path.file_name().map_or_else(String::new, |n| n.to_string_lossy().into_owned());
    let bytes = fs::read(path).map_err(|source| io(path, source))?;
    let sha256 = hex(&Sha256::digest(&bytes));
    let size = bytes.len() as u64;
    let fault = |file: String| move |reason: FormatError| ReferenceError::File { file, reason };
    let read = if is_zip(&bytes) {
        let mut contents = Vec::new();
        let mut place = name.clone();
        each_entry(&bytes, Limits::default(), |entry, content| {
            match take(content, sources) {
                Ok(read) => contents.push(read),
                // Archives carry licences, manuals and tables that we have no use for.
                Err(FormatError::Unknown) => {}
                Err(error) => {
                    place = format!("{name} ({})", printable(entry));
                    return Err(error);
                }
            }
            Ok(())
        })
        .map_err(fault(place))?;
        if contents.is_empty() {
            return Err(fault(name)(FormatError::Unknown));
        }
        of_archive(&contents)
    } else {
        take(&bytes, sources).map_err(fault(name.clone()))?
    };
    if read.slot == CASES && sources.cases.is_empty() {
        let reasons = passed_over(&sources.unused_cases.iter().map(|(w, n)| (*w, *n)).collect::<Vec<_>>());
        return Err(fault(name)(FormatError::NoCase(reasons)));
    }
    Ok((read, sha256, size))
}

/// Reasons with their counts, for a line of the import.
pub fn passed_over(packets: &[(Unused, u64)]) -> String {
    let all: Vec<String> = packets.iter().map(|(why, n)| format!("{n} {}", why.words())).collect();
    all.join(", ")
}

/// The name of an entry as an archive gives it, short and without what a terminal would obey.
fn printable(entry: &str) -> String {
    entry.chars().filter(|c| !c.is_control()).take(120).collect()
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|b| format!("{b:02x}")).collect()
}

/// Removes the lock when the import ends, however it ends.
struct Lock(PathBuf);

impl Drop for Lock {
    fn drop(&mut self) {
        let _ = fs::remove_file(&self.0);
    }
}

impl ReferenceDir {
    fn lock(&self) -> Result<Lock, ReferenceError> {
        fs::create_dir_all(&self.root).map_err(|source| io(&self.root, source))?;
        let path = self.root.join("import.lock");
        match fs::OpenOptions::new().write(true).create_new(true).open(&path) {
            Ok(_) => Ok(Lock(path)),
            Err(error) if error.kind() == std::io::ErrorKind::AlreadyExists => {
                Err(ReferenceError::Busy(path.display().to_string()))
            }
            Err(source) => Err(io(&path, source)),
        }
    }

    /// Imports files over those of the current release and makes the result the current release.
    ///
    /// `now` is the time of the import, UTC. A file replaces the one that has its slot; one that holds
    /// less than half of its records is refused, because a cut or emptied file looks like that. On any
    /// error nothing changes.
    pub fn import(
        &self,
        files: &[PathBuf],
        now: chrono::DateTime<chrono::Utc>,
        progress: impl FnMut(Progress),
    ) -> Result<Description, ReferenceError> {
        self.import_with(files, now, false, progress)
    }

    /// Like [`ReferenceDir::import`], but takes files however little they hold.
    pub fn import_forced(
        &self,
        files: &[PathBuf],
        now: chrono::DateTime<chrono::Utc>,
        progress: impl FnMut(Progress),
    ) -> Result<Description, ReferenceError> {
        self.import_with(files, now, true, progress)
    }

    fn import_with(
        &self,
        files: &[PathBuf],
        now: chrono::DateTime<chrono::Utc>,
        forced: bool,
        mut progress: impl FnMut(Progress),
    ) -> Result<Description, ReferenceError> {
        let _lock = self.lock()?;
        let previous = self.current();
        let former = match &previous {
            Some(id) => self.describe(id)?.release.sources,
            None => Vec::new(),
        };
        let mut sources = starter_sources();
        let mut infos: Vec<SourceInfo> = Vec::new();
        for path in files {
            let file = path.file_name().map_or_else(String::new, |n| n.to_string_lossy().into_owned());
            progress(Progress::Reading { file: file.clone() });
            // A file handed in twice, or two of one slot: the later one counts.
            let mut own = Sources::default();
            let (read, sha256, bytes) = read_file(path, &mut own)?;
            progress(Progress::Understood {
                file: file.clone(),
                slot: read.slot.clone(),
                records: read.records,
            });
            if !own.unused_cases.is_empty() {
                let packets = std::mem::take(&mut own.unused_cases).into_iter().collect();
                progress(Progress::PassedOver { file: file.clone(), packets });
            }
            if let Some(before) =
                former.iter().find(|i| !forced && i.slot == read.slot && read.records * 2 < i.records)
            {
                return Err(ReferenceError::Shrunk { file, before: before.records, now: read.records });
            }
            if infos.iter().any(|i| i.slot == read.slot) {
                return Err(ReferenceError::File {
                    file,
                    reason: FormatError::Archive(format!("a second file for {} was handed in", read.slot)),
                });
            }
            merge(&mut sources, own);
            self.keep(path, &sha256)?;
            let (licence, named) = attribution(&read.slot);
            infos.push(SourceInfo {
                file,
                slot: read.slot,
                version: read.version,
                licence: licence.into(),
                attribution: named.into(),
                sha256,
                bytes,
                records: read.records,
            });
        }
        for kept in former {
            if infos.iter().any(|i| i.slot == kept.slot) {
                continue;
            }
            progress(Progress::Reading { file: kept.file.clone() });
            let mut own = Sources::default();
            read_file(&self.root.join("files").join(&kept.sha256), &mut own)?;
            merge(&mut sources, own);
            infos.push(kept);
        }
        infos.sort_by(|a, b| a.slot.cmp(&b.slot));
        progress(Progress::Building);
        let id = release_id(now, &infos);
        let release = Release { id: id.clone(), built_at: now.to_rfc3339(), sources: infos };
        let phenotype_sources = PhenotypeSources {
            hpo: sources.hpo.clone(),
            annotations: sources.annotations.clone(),
            translations: sources.translations.clone(),
            synonyms: std::mem::take(&mut sources.synonyms),
            mappings: sources.mappings.clone(),
        };
        let cases = std::mem::take(&mut sources.cases);
        let catalogue = builder::build(sources, release);
        let mut phenotypes = Phenotypes::build(phenotype_sources, &catalogue);
        let description = self.store(&id, &catalogue, &phenotypes, &cases, previous)?;
        self.set_current(&id)?;
        if !cases.is_empty() {
            progress(Progress::Cases(phenotypes.add_cases(&cases)));
        }
        progress(Progress::Switched { release: id });
        Ok(description)
    }

    fn keep(&self, path: &Path, sha256: &str) -> Result<(), ReferenceError> {
        let dir = self.root.join("files");
        fs::create_dir_all(&dir).map_err(|source| io(&dir, source))?;
        let target = dir.join(sha256);
        if !target.exists() {
            let part = dir.join(format!("{sha256}.part"));
            fs::copy(path, &part).map_err(|source| io(path, source))?;
            fs::rename(&part, &target).map_err(|source| io(&target, source))?;
        }
        Ok(())
    }

    fn store(
        &self,
        id: &str,
        catalogue: &Catalogue,
        phenotypes: &Phenotypes,
        cases: &[PublishedCase],
        previous: Option<String>,
    ) -> Result<Description, ReferenceError> {
        let dir = self.release_dir(id)?;
        fs::create_dir_all(&dir).map_err(|source| io(&dir, source))?;
        snapshot::write(&dir.join("catalogue.bin"), snapshot::Kind::Catalogue, catalogue)?;
        snapshot::write(&dir.join("phenotypes.bin"), snapshot::Kind::Phenotypes, phenotypes)?;
        if !cases.is_empty() {
            snapshot::write(&dir.join("cases.bin"), snapshot::Kind::Cases, &cases)?;
        }
        let description = Description {
            release: catalogue.release.clone(),
            counts: catalogue.counts(),
            previous: previous.filter(|p| p != id),
        };
        let path = dir.join("release.json");
        let json =
            serde_json::to_vec_pretty(&description).map_err(|_| ReferenceError::Description(id.into()))?;
        fs::write(&path, json).map_err(|source| io(&path, source))?;
        Ok(description)
    }
}

/// Day and time, and a mark of the content: two imports of the same files are told apart by time only.
fn release_id(now: chrono::DateTime<chrono::Utc>, infos: &[SourceInfo]) -> String {
    let mut digest = Sha256::new();
    for info in infos {
        digest.update(info.sha256.as_bytes());
    }
    format!("{}-{}", now.format("%Y%m%d-%H%M%S"), &hex(&digest.finalize())[..8])
}

fn merge(into: &mut Sources, from: Sources) {
    into.nomenclatures.extend(from.nomenclatures);
    into.classifications.extend(from.classifications);
    into.packets.extend(from.packets);
    into.hpo = from.hpo.or(into.hpo.take());
    into.annotations = from.annotations.or(into.annotations.take());
    into.translations.extend(from.translations);
    into.synonyms.extend(from.synonyms);
    into.mappings.extend(from.mappings);
    into.postcodes.extend(from.postcodes);
    into.correspondences.extend(from.correspondences);
    into.retired.extend(from.retired);
    into.cases.extend(from.cases);
}
