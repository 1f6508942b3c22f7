//! Joins reference files and the starter set into one catalogue.
//!
//! Precedence, lowest first: starter set, nomenclature files by date, orphapackets; retired codes
//! close what is no longer in use. A newer English name keeps the older one as a synonym, so that
//! people find what they learnt first.

use super::entity::{Classification, Entity, Name, NameKind, Origin, Status, Term};
use super::joins::{
    Draft, add_annotations, add_classifications, add_nomenclatures, add_packets, add_retired, add_starter,
    places, terms,
};
use super::places::Place;
use super::{Catalogue, Release};
use crate::fold;
use crate::formats::classification::Classification as ClassificationFile;
use crate::formats::codes::{CodeRow, RetiredRow};
use crate::formats::geonames::PostcodeRow;
use crate::formats::hpo::Hpo;
use crate::formats::hpoa::Annotations;
use crate::formats::nomenclature::Nomenclature;
use crate::formats::orphapacket::Packet;
use crate::formats::published_case::{PublishedCase, Unused};
use crate::formats::sssom::Mappings;
use crate::starter::disorders::StarterDisorder;
use crate::starter::lay_names::LayName;
use ariane_domain::code::Level;
use ariane_domain::{Language, OrphaCode};
use rustc_hash::FxHashMap;
use std::collections::{BTreeMap, BTreeSet};

/// Everything that was read, before it is joined.
#[derive(Default)]
pub struct Sources {
    /// Nomenclature files.
    pub nomenclatures: Vec<Nomenclature>,
    /// Classification files.
    pub classifications: Vec<ClassificationFile>,
    /// Orphapackets.
    pub packets: Vec<Packet>,
    /// The ontology.
    pub hpo: Option<Hpo>,
    /// Annotations of ORPHA entities.
    pub annotations: Option<Annotations>,
    /// Label translations, per language.
    pub translations: Vec<crate::formats::babelon::Translations>,
    /// Synonyms beside the translations.
    pub synonyms: Vec<crate::formats::babelon::Translations>,
    /// MONDO mappings.
    pub mappings: Vec<Mappings>,
    /// Postcodes.
    pub postcodes: Vec<PostcodeRow>,
    /// ICD and OMIM correspondences.
    pub correspondences: Vec<CodeRow>,
    /// Retired codes.
    pub retired: Vec<RetiredRow>,
    /// Published cases.
    pub cases: Vec<PublishedCase>,
    /// Packets that are no usable case, by reason.
    pub unused_cases: BTreeMap<Unused, u64>,
    /// Our own disorders.
    pub starter: Vec<StarterDisorder>,
    /// Our own everyday names.
    pub lay_names: Vec<LayName>,
    /// Our own towns, for as long as no postcodes are imported.
    pub starter_places: Vec<Place>,
}

/// Builds the catalogue.
pub fn build(mut sources: Sources, release: Release) -> Catalogue {
    let mut drafts: BTreeMap<u32, Draft> = BTreeMap::new();
    let places = places(&mut sources);
    add_nomenclatures(&mut drafts, &mut sources.nomenclatures);
    let classifications = add_classifications(&mut drafts, sources.classifications);
    add_packets(&mut drafts, sources.packets);
    add_retired(&mut drafts, sources.retired);
    for (system, orpha, code, relation) in sources.correspondences {
        if let Some(draft) = drafts.get_mut(&orpha) {
            draft.add_code(&system, &code, &relation);
        }
    }
    let has_nomenclature = !drafts.is_empty();
    add_starter(&mut drafts, sources.starter);
    if let Some(annotations) = sources.annotations {
        add_annotations(&mut drafts, annotations, has_nomenclature);
    }
    for mappings in sources.mappings {
        for (mondo, other) in mappings.pairs {
            let draft = other
                .strip_prefix("ORPHA:")
                .and_then(|n| n.parse().ok())
                .and_then(|code: u32| drafts.get_mut(&code));
            if let Some(draft) = draft {
                draft.add_code("MONDO", &format!("{mondo:07}"), "E");
            }
        }
    }
    for lay in sources.lay_names {
        if let Some(draft) = drafts.get_mut(&lay.code.0) {
            let kind = if lay.unspoken { NameKind::Unspoken } else { NameKind::Lay };
            draft.lay.push((lay.language, lay.name, kind));
        }
    }
    let terms = terms(sources.hpo, sources.translations);
    assemble(drafts, classifications, terms, places, release)
}

fn assemble(
    drafts: BTreeMap<u32, Draft>,
    classifications: Vec<Classification>,
    terms: Vec<Term>,
    places: Vec<Place>,
    release: Release,
) -> Catalogue {
    let drafts: Vec<(u32, Draft)> = drafts.into_iter().filter(|(_, d)| !d.preferred.is_empty()).collect();
    let index: FxHashMap<u32, u32> =
        drafts.iter().enumerate().map(|(i, (code, _))| (*code, i as u32)).collect();
    let mut catalogue = Catalogue { release, classifications, terms, places, ..Catalogue::default() };
    for (position, (code, mut draft)) in drafts.into_iter().enumerate() {
        let first_name = catalogue.names.len() as u32;
        push_names(&mut catalogue.names, position as u32, &mut draft);
        draft.signs.sort_by_key(|s| s.frequency);
        let mut seen = BTreeSet::new();
        draft.signs.retain(|s| seen.insert(s.term));
        let level = draft.level.unwrap_or_else(|| Level::of_type(&draft.disorder_type));
        catalogue.entities.push(Entity {
            code: OrphaCode(code),
            level,
            disorder_type: draft.disorder_type.into(),
            status: draft.status.unwrap_or(Status::Active),
            successor: draft.successor.map(OrphaCode),
            first_name,
            name_count: catalogue.names.len() as u32 - first_name,
            definition: draft.definition.map(|(l, t)| (l, t.into())),
            parents: draft
                .parents
                .iter()
                .filter_map(|p| index.get(p).copied())
                .filter(|p| *p != position as u32)
                .collect(),
            prevalences: draft.prevalences.into(),
            onsets: draft.onsets.into_iter().map(Into::into).collect(),
            inheritance: draft.inheritance.into_iter().map(Into::into).collect(),
            signs: draft.signs.into(),
            genes: draft.genes.into(),
            codes: draft.codes.into(),
            origin: if draft.imported { Origin::Imported } else { Origin::Starter },
            source: draft.source.into(),
        });
    }
    catalogue.entities.shrink_to_fit();
    catalogue.names.shrink_to_fit();
    catalogue
}

fn push_names(names: &mut Vec<Name>, entity: u32, draft: &mut Draft) {
    let preferred = std::mem::take(&mut draft.preferred);
    let mut keys: BTreeSet<(Language, String)> = BTreeSet::new();
    for (language, text) in preferred {
        keys.insert((language, fold::key(&text)));
        let text = text.trim_start_matches("OBSOLETE: ").into();
        names.push(Name { entity, language, kind: NameKind::Preferred, text });
    }
    let synonyms = draft.synonyms.drain(..).map(|(l, t)| (l, t, NameKind::Synonym));
    for (language, text, kind) in synonyms.chain(draft.lay.drain(..)) {
        if keys.insert((language, fold::key(&text))) {
            names.push(Name { entity, language, kind, text: text.into() });
        }
    }
}
