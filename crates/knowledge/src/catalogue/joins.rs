//! What each kind of source adds to the entities of a catalogue under construction.

use super::builder::Sources;
use super::entity::{
    ANNOTATIONS_ONLY, Classification, ExternalCode, Gene, NameKind, Prevalence, Sign, SignFrequency, Status,
    Term,
};
use super::places::Place;
use crate::fold;
use crate::formats::classification::Classification as ClassificationFile;
use crate::formats::codes::RetiredRow;
use crate::formats::hpo::Hpo;
use crate::formats::hpoa::{Annotations, Aspect, Database};
use crate::formats::nomenclature::Nomenclature;
use crate::formats::orphapacket::Packet;
use crate::starter::disorders::StarterDisorder;
use ariane_domain::Language;
use ariane_domain::code::Level;
use ariane_domain::epidemiology::{Measure, RateRange};
use ariane_domain::place::{Country, Point};
use rustc_hash::FxHashMap;
use std::collections::{BTreeMap, BTreeSet};

/// An entity while its sources are joined.
#[derive(Default)]
pub(super) struct Draft {
    pub(super) preferred: BTreeMap<Language, String>,
    pub(super) synonyms: Vec<(Language, String)>,
    pub(super) lay: Vec<(Language, String, NameKind)>,
    pub(super) disorder_type: String,
    pub(super) level: Option<Level>,
    pub(super) status: Option<Status>,
    pub(super) successor: Option<u32>,
    pub(super) definition: Option<(Language, String)>,
    pub(super) parents: BTreeSet<u32>,
    pub(super) prevalences: Vec<Prevalence>,
    pub(super) onsets: Vec<String>,
    pub(super) inheritance: Vec<String>,
    pub(super) signs: Vec<Sign>,
    pub(super) genes: Vec<Gene>,
    pub(super) codes: Vec<ExternalCode>,
    pub(super) imported: bool,
    pub(super) source: String,
}

impl Draft {
    /// Makes a name the preferred one; the former one stays as a synonym.
    fn prefer(&mut self, language: Language, name: &str) {
        if let Some(former) = self.preferred.insert(language, name.to_owned())
            && fold::key(&former) != fold::key(name)
        {
            self.synonyms.push((language, former));
        }
    }

    /// Adds a code of another system once.
    pub(super) fn add_code(&mut self, system: &str, code: &str, relation: &str) {
        if !self.codes.iter().any(|c| &*c.system == system && &*c.code == code) {
            self.codes.push(ExternalCode {
                system: system.into(),
                code: code.into(),
                relation: relation.into(),
            });
        }
    }
}

pub(super) fn add_nomenclatures(drafts: &mut BTreeMap<u32, Draft>, files: &mut [Nomenclature]) {
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
pub(super) fn add_classifications(
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

pub(super) fn add_packets(drafts: &mut BTreeMap<u32, Draft>, packets: Vec<Packet>) {
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
pub(super) fn prevalence(
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

pub(super) fn add_retired(drafts: &mut BTreeMap<u32, Draft>, retired: Vec<RetiredRow>) {
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

pub(super) fn add_starter(drafts: &mut BTreeMap<u32, Draft>, starter: Vec<StarterDisorder>) {
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
pub(super) fn add_annotations(
    drafts: &mut BTreeMap<u32, Draft>,
    annotations: Annotations,
    has_nomenclature: bool,
) {
    let mut grouped: FxHashMap<u32, Vec<Sign>> = FxHashMap::default();
    for row in annotations.rows.iter().filter(|r| r.aspect == Aspect::Sign) {
        let Some(disorder) = annotations.disorders.get(row.disorder as usize) else { continue };
        if disorder.database != Database::Orpha {
            continue;
        }
        if !drafts.contains_key(&disorder.code) {
            if has_nomenclature {
                continue;
            }
            let draft = drafts.entry(disorder.code).or_default();
            draft.imported = true;
            draft.preferred.insert(Language::En, disorder.name.clone());
            draft.status = Some(Status::Active);
            draft.source = ANNOTATIONS_ONLY.into();
        }
        let frequency =
            if row.excluded { SignFrequency::Excluded } else { SignFrequency::parse(&row.frequency) };
        grouped.entry(disorder.code).or_default().push(Sign { term: row.term, frequency });
    }
    for (code, signs) in grouped {
        if let Some(draft) = drafts.get_mut(&code).filter(|d| d.signs.is_empty()) {
            draft.signs = signs;
        }
    }
}

pub(super) fn terms(hpo: Option<Hpo>, translations: Vec<crate::formats::babelon::Translations>) -> Vec<Term> {
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
pub(super) fn places(sources: &mut Sources) -> Vec<Place> {
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
