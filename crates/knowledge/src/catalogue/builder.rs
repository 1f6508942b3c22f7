//! Joins reference files and the starter set into one catalogue.
//!
//! Precedence, lowest first: starter set, nomenclature files by date, orphapackets; retired codes
//! close what is no longer in use. A newer English name keeps the older one as a synonym, so that
//! people find what they learnt first.

use super::entity::{
    ANNOTATIONS_ONLY, Classification, Entity, ExternalCode, Gene, Name, NameKind, Origin, Prevalence, Sign,
    SignFrequency, Status, Term,
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
use crate::formats::sssom::Mappings;
use crate::starter::disorders::StarterDisorder;
use crate::starter::lay_names::LayName;
use ariane_domain::code::Level;
use ariane_domain::epidemiology::{Measure, RateRange};
use ariane_domain::place::{Country, Point};
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
    /// MONDO mappings.
    pub mappings: Vec<Mappings>,
    /// Postcodes.
    pub postcodes: Vec<PostcodeRow>,
    /// ICD and OMIM correspondences.
    pub correspondences: Vec<CodeRow>,
    /// Retired codes.
    pub retired: Vec<RetiredRow>,
    /// Our own disorders.
    pub starter: Vec<StarterDisorder>,
    /// Our own everyday names.
    pub lay_names: Vec<LayName>,
    /// Our own towns, for as long as no postcodes are imported.
    pub starter_places: Vec<Place>,
}

#[derive(Default)]
struct Draft {
    preferred: BTreeMap<Language, String>,
    synonyms: Vec<(Language, String)>,
    lay: Vec<(Language, String, NameKind)>,
    disorder_type: String,
    level: Option<Level>,
    status: Option<Status>,
    successor: Option<u32>,
    definition: Option<(Language, String)>,
    parents: BTreeSet<u32>,
    prevalences: Vec<Prevalence>,
    onsets: Vec<String>,
    inheritance: Vec<String>,
    signs: Vec<Sign>,
    genes: Vec<Gene>,
    codes: Vec<ExternalCode>,
    imported: bool,
    source: String,
}

impl Draft {
    fn prefer(&mut self, language: Language, name: &str) {
        if let Some(former) = self.preferred.insert(language, name.to_owned())
            && fold::key(&former) != fold::key(name)
        {
            self.synonyms.push((language, former));
        }
    }

    fn add_code(&mut self, system: &str, code: &str, relation: &str) {
        if !self.codes.iter().any(|c| &*c.system == system && &*c.code == code) {
            self.codes.push(ExternalCode {
                system: system.into(),
                code: code.into(),
                relation: relation.into(),
            });
        }
    }
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

fn add_nomenclatures(drafts: &mut BTreeMap<u32, Draft>, files: &mut [Nomenclature]) {
    files.sort_by(|a, b| a.date.cmp(&b.date));
    for file in files {
        let Ok(language) = file.language.parse::<Language>() else { continue };
        for row in std::mem::take(&mut file.rows) {
            let draft = drafts.entry(row.code).or_default();
            draft.imported = true;
            draft.prefer(language, &row.name);
            draft.synonyms.extend(row.synonyms.into_iter().map(|s| (language, s)));
            if language == Language::En || draft.disorder_type.is_empty() {
                draft.disorder_type = row.disorder_type;
            }
            draft.status = match row.status.as_str() {
                "" => draft.status,
                "Active" => Some(Status::Active),
                s if s.contains("Deprecated") => Some(Status::Deprecated),
                s if s.contains("Non rare") => Some(Status::NotRare),
                s if s.starts_with("Inactive") => Some(Status::Obsolete),
                _ => draft.status,
            };
            draft.successor = row.moved_to.or(draft.successor);
            if let Some(text) = row.definition
                && (draft.definition.is_none() || language == Language::En)
            {
                draft.definition = Some((language, text));
            }
        }
    }
}

/// Keeps the newest file of each classification for the edges, and every language for titles and names.
fn add_classifications(
    drafts: &mut BTreeMap<u32, Draft>,
    mut files: Vec<ClassificationFile>,
) -> Vec<Classification> {
    files.sort_by(|a, b| a.date.cmp(&b.date));
    let mut newest: BTreeMap<u32, Classification> = BTreeMap::new();
    for file in files {
        let language = file.language.parse::<Language>().ok();
        for (code, name, kind) in file.names {
            let draft = drafts.entry(code).or_default();
            draft.imported = true;
            if let Some(language) = language {
                draft.preferred.entry(language).or_insert(name);
            }
            if draft.disorder_type.is_empty() && language == Some(Language::En) {
                draft.disorder_type = kind;
            }
        }
        let entry = newest.entry(file.id).or_insert_with(|| Classification {
            id: file.id,
            titles: Vec::new(),
            edges: Vec::new(),
        });
        entry.edges = file.edges;
        if let Some(language) = language {
            entry.titles.retain(|(l, _)| *l != language);
            entry.titles.push((language, file.title.into()));
        }
    }
    for classification in newest.values() {
        for (child, parent) in &classification.edges {
            if *parent != 0 {
                drafts.entry(*child).or_default().parents.insert(*parent);
            }
        }
    }
    newest.into_values().collect()
}

fn add_packets(drafts: &mut BTreeMap<u32, Draft>, packets: Vec<Packet>) {
    for packet in packets {
        let draft = drafts.entry(packet.code).or_default();
        draft.imported = true;
        if !packet.label.is_empty() {
            draft.prefer(Language::En, &packet.label);
        }
        draft.synonyms.extend(packet.synonyms.into_iter().map(|s| (Language::En, s)));
        if !packet.disorder_type.is_empty() {
            draft.disorder_type = packet.disorder_type;
        }
        draft.status = Some(Status::Active);
        draft.successor = None;
        if draft.definition.is_none() {
            draft.definition = packet.definition.map(|text| (Language::En, text));
        }
        draft.parents.extend(packet.parents);
        for (code, relation) in packet.omim {
            draft.add_code("OMIM", &code, &relation);
        }
        draft.genes = packet
            .genes
            .into_iter()
            .map(|(symbol, association)| Gene { symbol: symbol.into(), association: association.into() })
            .collect();
        draft.genes.sort_by_key(|g| (!g.is_causative(), g.symbol.clone()));
        draft.signs = packet
            .signs
            .into_iter()
            .filter_map(|(id, frequency)| {
                let term = crate::formats::hpo::number(&id)?;
                Some(Sign { term, frequency: SignFrequency::parse(&frequency) })
            })
            .collect();
        draft.prevalences = packet
            .prevalences
            .into_iter()
            .filter_map(|row| prevalence(&row.measure, &row.class, row.mean, &row.geography, &row.source))
            .collect();
        draft.onsets = packet.onsets;
        draft.inheritance = packet.inheritance;
    }
}

/// Reads one published frequency; a count of cases is never read as a rate.
fn prevalence(
    measure: &str,
    class: &str,
    mean: Option<f64>,
    geography: &str,
    source: &str,
) -> Option<Prevalence> {
    let measure = Measure::from_label(measure)?;
    let counted = measure == Measure::CasesOrFamilies;
    let range = if counted { None } else { RateRange::from_class(class, mean) };
    let count = mean.filter(|m| counted && *m >= 1.0).map(|m| m as u32);
    (range.is_some() || count.is_some()).then(|| Prevalence {
        measure,
        class: if class == "no data" { "".into() } else { class.into() },
        range,
        count,
        geography: geography.into(),
        source: source.into(),
    })
}

fn add_retired(drafts: &mut BTreeMap<u32, Draft>, retired: Vec<RetiredRow>) {
    for row in retired {
        let draft = drafts.entry(row.code).or_default();
        draft.imported = true;
        draft
            .preferred
            .entry(Language::En)
            .or_insert_with(|| row.label.trim_start_matches("OBSOLETE: ").to_owned());
        draft.status = Some(match row.status.as_str() {
            "Deprecated" => Status::Deprecated,
            s if s.contains("Non rare") => Status::NotRare,
            // The list says "Obsolete" of what an older pack called "non rare in Europe" as well.
            _ if draft.status == Some(Status::NotRare) => Status::NotRare,
            _ => Status::Obsolete,
        });
        draft.successor = row.target.or(draft.successor);
    }
}

fn add_starter(drafts: &mut BTreeMap<u32, Draft>, starter: Vec<StarterDisorder>) {
    for own in starter {
        let draft = drafts.entry(own.code.0).or_default();
        for (language, name) in own.names {
            draft.preferred.entry(language).or_insert(name);
        }
        if draft.imported {
            continue;
        }
        draft.synonyms.extend(own.synonyms);
        draft.level = Some(own.level);
        draft.disorder_type = own.disorder_type;
        draft.status = Some(Status::Active);
        draft.parents.extend(own.parents);
        draft.onsets = own.onsets;
        draft.inheritance = own.inheritance;
        draft.genes = own
            .genes
            .into_iter()
            .map(|symbol| Gene { symbol: symbol.into(), association: "".into() })
            .collect();
        for (system, code) in own.codes {
            draft.add_code(&system, &code, "");
        }
        if let Some((measure, class, value, geography, source)) = own.prevalence {
            draft.prevalences.extend(prevalence(&measure, &class, value, &geography, &source));
        }
        draft.source = own.source;
    }
}

/// Signs from `phenotype.hpoa` for entities that have none; without a nomenclature, the file's
/// English names make entities of their own, so that they can at least be found.
fn add_annotations(drafts: &mut BTreeMap<u32, Draft>, annotations: Annotations, has_nomenclature: bool) {
    let mut grouped: FxHashMap<u32, Vec<Sign>> = FxHashMap::default();
    for row in annotations.rows {
        if !drafts.contains_key(&row.code) {
            if has_nomenclature {
                continue;
            }
            let draft = drafts.entry(row.code).or_default();
            draft.imported = true;
            draft.preferred.insert(Language::En, row.name.clone());
            draft.status = Some(Status::Active);
            draft.source = ANNOTATIONS_ONLY.into();
        }
        let frequency =
            if row.excluded { SignFrequency::Excluded } else { SignFrequency::parse(&row.frequency) };
        grouped.entry(row.code).or_default().push(Sign { term: row.term, frequency });
    }
    for (code, signs) in grouped {
        if let Some(draft) = drafts.get_mut(&code).filter(|d| d.signs.is_empty()) {
            draft.signs = signs;
        }
    }
}

fn terms(hpo: Option<Hpo>, translations: Vec<crate::formats::babelon::Translations>) -> Vec<Term> {
    let Some(hpo) = hpo else { return Vec::new() };
    let mut terms: BTreeMap<u32, Term> = BTreeMap::new();
    for term in hpo.terms {
        for alt in &term.alt_ids {
            terms.entry(*alt).or_insert_with(|| Term {
                id: *alt,
                name: term.name.as_str().into(),
                labels: Vec::new(),
                is_a: Box::default(),
                replaced_by: Some(term.id),
            });
        }
        let replaced_by = if term.obsolete { term.replaced_by } else { None };
        terms.insert(
            term.id,
            Term {
                id: term.id,
                name: term.name.into(),
                labels: Vec::new(),
                is_a: term.is_a.into(),
                replaced_by,
            },
        );
    }
    for file in translations {
        let Ok(language) = file.language.parse::<Language>() else { continue };
        for (id, label) in file.labels {
            if let Some(term) = terms.get_mut(&id) {
                term.labels.retain(|(l, _)| *l != language);
                term.labels.push((language, label.into()));
            }
        }
    }
    terms.into_values().collect()
}

/// Portuguese postcodes (seven digits, 200,000 of them) are kept per first four digits and place.
fn places(sources: &mut Sources) -> Vec<Place> {
    if sources.postcodes.is_empty() {
        return std::mem::take(&mut sources.starter_places);
    }
    /// Sums of latitude and longitude, how many rows, region.
    type Sums = (f64, f64, u32, String);
    let mut grouped: BTreeMap<(Country, String, String), Sums> = BTreeMap::new();
    for row in std::mem::take(&mut sources.postcodes) {
        let Some(country) = Country::new(&row.country) else { continue };
        let digits: String = row.postcode.chars().filter(char::is_ascii_digit).collect();
        let postcode = match country.code() {
            "PT" | "NL" => digits.chars().take(4).collect(),
            _ => digits,
        };
        let slot = grouped.entry((country, postcode, row.name)).or_insert((0.0, 0.0, 0, row.region));
        slot.0 += row.lat;
        slot.1 += row.lon;
        slot.2 += 1;
    }
    grouped
        .into_iter()
        .filter_map(|((country, postcode, name), (lat, lon, n, region))| {
            let point = Point::new(lat / f64::from(n), lon / f64::from(n))?;
            Some(Place {
                country,
                postcode: postcode.into(),
                name: name.into(),
                region: region.into(),
                point,
            })
        })
        .collect()
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
