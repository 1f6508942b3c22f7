//! What place a file takes in a release: a newer file of the same slot replaces the older one.

use crate::catalogue::builder::Sources;
use crate::formats::archive::{FileKind, kind_of};
use crate::formats::{
    FormatError, babelon, classification, codes, geonames, hpo, hpoa, nomenclature, orphapacket,
    published_case, sssom,
};

/// Slot of published cases.
pub const CASES: &str = "cases-phenopackets";

/// What one file turned out to be.
#[derive(Debug, Default, Clone, PartialEq, Eq)]
pub struct Read {
    /// Slot, e.g. `orphanet-nomenclature-fr`; an archive takes the slot of what it holds.
    pub slot: String,
    /// Version or date.
    pub version: String,
    /// Records read.
    pub records: u64,
}

/// Reads one plain file into the sources.
pub fn take(bytes: &[u8], sources: &mut Sources) -> Result<Read, FormatError> {
    let day = |date: &str| date.chars().take(10).collect::<String>();
    Ok(match kind_of(bytes)? {
        FileKind::Nomenclature => {
            let file = nomenclature::read(bytes)?;
            let read = Read {
                slot: format!("orphanet-nomenclature-{}", file.language),
                version: day(&file.date),
                records: file.rows.len() as u64,
            };
            sources.nomenclatures.push(file);
            read
        }
        FileKind::Classification => {
            let file = classification::read(bytes)?;
            let read = Read {
                slot: format!("orphanet-classification-{}-{}", file.id, file.language),
                version: day(&file.date),
                records: file.edges.len() as u64,
            };
            sources.classifications.push(file);
            read
        }
        FileKind::Orphapacket => {
            let packet = orphapacket::read(bytes)?;
            let read = Read { slot: "orphanet-orphapacket".into(), version: day(&packet.date), records: 1 };
            sources.packets.push(packet);
            read
        }
        FileKind::PublishedCase => match published_case::read(bytes) {
            Ok((case, written)) => {
                sources.cases.push(case);
                Read { slot: CASES.into(), version: written, records: 1 }
            }
            // One bad packet of thousands is counted and told, and stops nothing.
            Err(why) => {
                *sources.unused_cases.entry(why).or_default() += 1;
                Read { slot: CASES.into(), ..Read::default() }
            }
        },
        FileKind::Hpo => {
            let file = hpo::read(bytes)?;
            let version = file.version.rsplit('/').next().unwrap_or_default().to_owned();
            let read = Read { slot: "hpo-ontology".into(), version, records: file.terms.len() as u64 };
            sources.hpo = Some(file);
            read
        }
        FileKind::Annotations => {
            let file = hpoa::read(bytes)?;
            let read =
                Read { slot: "hpo-annotations".into(), version: file.version.clone(), records: file.total };
            sources.annotations = Some(file);
            read
        }
        FileKind::Translations => {
            let file = babelon::read(bytes)?;
            let read = Read {
                slot: format!("hpo-translation-{}", file.language),
                version: String::new(),
                records: file.labels.len() as u64,
            };
            sources.translations.push(file);
            read
        }
        FileKind::TranslatedSynonyms => {
            let file = babelon::read_synonyms(bytes)?;
            let read = Read {
                slot: format!("hpo-synonyms-{}", file.language),
                version: String::new(),
                records: file.labels.len() as u64,
            };
            sources.synonyms.push(file);
            read
        }
        FileKind::Mappings => {
            let file = sssom::read(bytes)?;
            let target =
                if file.pairs.iter().any(|(_, o)| o.starts_with("ORPHA:")) { "orphanet" } else { "other" };
            let read = Read {
                slot: format!("mondo-mapping-{target}"),
                version: file.version.clone(),
                records: file.pairs.len() as u64,
            };
            sources.mappings.push(file);
            read
        }
        FileKind::Postcodes => {
            let rows = geonames::read(bytes)?;
            let country = rows.first().map(|r| r.country.to_ascii_lowercase()).unwrap_or_default();
            let read = Read {
                slot: format!("geonames-{country}"),
                version: String::new(),
                records: rows.len() as u64,
            };
            sources.postcodes.extend(rows);
            read
        }
        FileKind::Correspondences => {
            let rows = codes::read_correspondences(bytes)?;
            let read = Read {
                slot: "orphanet-correspondences".into(),
                version: String::new(),
                records: rows.len() as u64,
            };
            sources.correspondences.extend(rows);
            read
        }
        FileKind::Retired => {
            let rows = codes::read_retired(bytes)?;
            let read =
                Read { slot: "orphanet-retired".into(), version: String::new(), records: rows.len() as u64 };
            sources.retired.extend(rows);
            read
        }
    })
}

/// The slot of an archive: that of its contents, or of the pack they make together.
pub fn of_archive(contents: &[Read]) -> Read {
    let nomenclature = contents.iter().find(|r| r.slot.starts_with("orphanet-nomenclature-"));
    let slot = match (nomenclature, contents) {
        (Some(n), [_, _, ..]) => n.slot.replace("nomenclature", "pack"),
        (None, [first, ..])
            if contents.iter().all(|r| r.slot.starts_with("orphanet-classification-"))
                && contents.len() > 1 =>
        {
            format!("orphanet-classifications-{}", first.slot.rsplit('-').next().unwrap_or_default())
        }
        (_, [first, ..]) => first.slot.clone(),
        (_, []) => String::new(),
    };
    Read {
        slot,
        version: contents.iter().map(|r| r.version.clone()).max().unwrap_or_default(),
        records: contents.iter().map(|r| r.records).sum(),
    }
}
