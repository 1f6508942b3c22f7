//! Joins annotations of OMIM and ORPHA into one list.
//!
//! An OMIM disease and an ORPHA entity are one where Orphanet states an exact relation, or where both are
//! exact matches of one MONDO entity. An ORPHA entity that is broader than OMIM diseases of the list lends
//! them its code and its rows, and is no entry of its own: its parts stand for it.

use super::Phenotypes;
use super::disorders::{AnnotatedDisorder, Evidence, Row};
use super::mining::Miner;
use super::ontology::{Ontology, Resolution, TermIndex};
use crate::catalogue::Catalogue;
use crate::catalogue::entity::{Entity, Status};
use crate::formats::babelon::Translations;
use crate::formats::hpo::Hpo;
use crate::formats::hpoa::{Annotations, Aspect, Database};
use crate::formats::sssom::Mappings;
use ariane_domain::Language;
use rustc_hash::{FxHashMap, FxHashSet};
use std::collections::BTreeSet;

/// The files from which [`Phenotypes`] are built.
#[derive(Default)]
pub struct PhenotypeSources {
    /// The ontology.
    pub hpo: Option<Hpo>,
    /// The annotations.
    pub annotations: Option<Annotations>,
    /// Translated labels.
    pub translations: Vec<Translations>,
    /// Translated synonyms.
    pub synonyms: Vec<Translations>,
    /// MONDO's exact matches.
    pub mappings: Vec<Mappings>,
}

/// References by name, numbered in the order they come.
#[derive(Default)]
struct References {
    names: Vec<Box<str>>,
    places: FxHashMap<Box<str>, u32>,
}

impl References {
    fn number(&mut self, name: &str) -> u32 {
        if let Some(at) = self.places.get(name) {
            return *at;
        }
        let at = self.names.len() as u32;
        self.names.push(name.into());
        self.places.insert(name.into(), at);
        at
    }

    /// Sorts the names and gives the new number of each old one.
    fn sorted(self) -> (Vec<Box<str>>, Vec<u32>) {
        let mut order: Vec<u32> = (0..self.names.len() as u32).collect();
        order.sort_by(|a, b| self.names[*a as usize].cmp(&self.names[*b as usize]));
        let mut new = vec![0; order.len()];
        for (to, from) in order.iter().enumerate() {
            new[*from as usize] = to as u32;
        }
        let mut names = self.names;
        names.sort();
        (names, new)
    }
}

pub(super) fn build(sources: PhenotypeSources, catalogue: &Catalogue) -> Phenotypes {
    let Some(hpo) = sources.hpo else { return Phenotypes::default() };
    let mut translations = Vec::new();
    for (files, is_label) in [(sources.translations, true), (sources.synonyms, false)] {
        for file in files {
            let Ok(language) = file.language.parse::<Language>() else { continue };
            translations.extend(file.labels.into_iter().map(|(id, text)| (language, id, text, is_label)));
        }
    }
    let ontology = Ontology::new(hpo, &translations);
    let annotations = sources.annotations.unwrap_or_default();
    let version = annotations.version.clone();
    let mut references = References::default();
    let mut list = of_omim(&ontology, &annotations, &mut references);
    let equal = equalities(catalogue, &sources.mappings);
    add_orphanet(&mut list, &ontology, catalogue, &equal, &mut references);
    add_names_only(&mut list, &sources.mappings);
    add_codes(&mut list, catalogue, &equal);
    let miner = Miner::new(&ontology);
    for disorder in &mut list {
        mine(disorder, &miner, catalogue);
    }
    let (references, new) = references.sorted();
    for row in list.iter_mut().flat_map(|d| &mut d.rows) {
        row.reference = new.get(row.reference as usize).copied().unwrap_or_default();
    }
    Phenotypes { ontology, annotations_version: version, disorders: list, references }
}

fn sign(ontology: &Ontology, id: u32) -> Option<TermIndex> {
    match ontology.resolve(id) {
        Resolution::Sign(term) | Resolution::Successor(term) => Some(term),
        _ => None,
    }
}

fn of_omim(
    ontology: &Ontology,
    annotations: &Annotations,
    references: &mut References,
) -> Vec<AnnotatedDisorder> {
    let mut list = Vec::new();
    let mut places: FxHashMap<u32, usize> = FxHashMap::default();
    for row in &annotations.rows {
        let Some(disorder) = annotations.disorders.get(row.disorder as usize) else { continue };
        if disorder.database != Database::Omim {
            continue;
        }
        let at = *places.entry(disorder.code).or_insert_with(|| {
            list.push(AnnotatedDisorder {
                omim: vec![disorder.code],
                name: disorder.name.as_str().into(),
                ..AnnotatedDisorder::default()
            });
            list.len() - 1
        });
        add_row(&mut list[at], ontology, row, references);
    }
    list
}

fn add_row(
    disorder: &mut AnnotatedDisorder,
    ontology: &Ontology,
    row: &crate::formats::hpoa::AnnotationRow,
    references: &mut References,
) {
    // Course and inheritance are kept without their references. What a publication alone says of them is not
    // taken, so that leaving the publication out of a ranking leaves nothing of it behind.
    let published = row.reference.split(';').any(|r| r.trim().starts_with("PMID:"));
    match row.aspect {
        Aspect::Inheritance | Aspect::Course if published => {}
        Aspect::Inheritance => disorder.inheritance.add_term(row.term),
        Aspect::Course => disorder.onsets.add_term(row.term),
        Aspect::Sign => {
            if let Some(term) = sign(ontology, row.term) {
                let reference = row.reference.trim();
                disorder.rows.push(Row {
                    term,
                    evidence: Evidence::parse(&row.frequency, row.excluded),
                    reference: references.number(reference),
                    of_orphanet: false,
                });
            }
        }
    }
}

/// OMIM numbers that are equal to an ORPHA code, and those that are narrower.
#[derive(Default)]
struct Equalities {
    exact: FxHashMap<u32, BTreeSet<u32>>,
    narrower: FxHashMap<u32, BTreeSet<u32>>,
}

fn equalities(catalogue: &Catalogue, mappings: &[Mappings]) -> Equalities {
    let mut out = Equalities::default();
    for entity in catalogue.entities() {
        for code in entity.codes.iter().filter(|c| &*c.system == "OMIM") {
            let Ok(omim) = code.code.parse::<u32>() else { continue };
            let side = match &*code.relation {
                "E" => &mut out.exact,
                "BTNT" => &mut out.narrower,
                _ => continue,
            };
            side.entry(entity.code.0).or_default().insert(omim);
        }
    }
    let mut omim_of: FxHashMap<u32, Vec<u32>> = FxHashMap::default();
    let mut orpha_of: FxHashMap<u32, Vec<u32>> = FxHashMap::default();
    for (mondo, other) in mappings.iter().flat_map(|m| &m.pairs) {
        if let Some(omim) = other.strip_prefix("OMIM:").and_then(|n| n.parse().ok()) {
            omim_of.entry(*mondo).or_default().push(omim);
        } else if let Some(orpha) = other.strip_prefix("ORPHA:").and_then(|n| n.parse().ok()) {
            orpha_of.entry(*mondo).or_default().push(orpha);
        }
    }
    for (mondo, orphas) in orpha_of {
        for orpha in orphas {
            let known = catalogue.entity(ariane_domain::OrphaCode(orpha));
            if known.is_none_or(|e| e.status == Status::Active) {
                out.exact
                    .entry(orpha)
                    .or_default()
                    .extend(omim_of.get(&mondo).into_iter().flatten().copied());
            }
        }
    }
    out
}

fn add_orphanet(
    list: &mut Vec<AnnotatedDisorder>,
    ontology: &Ontology,
    catalogue: &Catalogue,
    equal: &Equalities,
    references: &mut References,
) {
    let of_omim: FxHashMap<u32, usize> = list.iter().enumerate().map(|(i, d)| (d.omim[0], i)).collect();
    for entity in catalogue.entities().iter().filter(|e| e.status == Status::Active) {
        let code = entity.code.0;
        let rows = rows_of(entity, ontology, references);
        let listed = |side: &FxHashMap<u32, BTreeSet<u32>>| -> Vec<usize> {
            side.get(&code).into_iter().flatten().filter_map(|o| of_omim.get(o).copied()).collect()
        };
        let exact = listed(&equal.exact);
        for at in &exact {
            let disorder = &mut list[*at];
            disorder.orpha.insert(usize::from(disorder.exact_orpha), code);
            disorder.exact_orpha += 1;
            disorder.rows.extend(rows.iter().copied());
            add_course(disorder, entity);
        }
        let narrower: Vec<usize> =
            listed(&equal.narrower).into_iter().filter(|i| !exact.contains(i)).collect();
        for at in &narrower {
            list[*at].orpha.push(code);
        }
        if exact.is_empty() && narrower.is_empty() && !rows.is_empty() {
            let mut disorder = AnnotatedDisorder {
                omim: equal.exact.get(&code).into_iter().flatten().copied().collect(),
                orpha: vec![code],
                exact_orpha: 1,
                name: catalogue.name(entity, Language::En).1.into(),
                rows,
                ..AnnotatedDisorder::default()
            };
            add_course(&mut disorder, entity);
            list.push(disorder);
        }
    }
}

fn rows_of(entity: &Entity, ontology: &Ontology, references: &mut References) -> Vec<Row> {
    let reference = references.number(&format!("ORPHA:{}", entity.code.0));
    entity
        .signs
        .iter()
        .filter_map(|s| {
            Some(Row {
                term: sign(ontology, s.term)?,
                evidence: Evidence::of_class(s.frequency),
                reference,
                of_orphanet: true,
            })
        })
        .collect()
}

fn add_course(disorder: &mut AnnotatedDisorder, entity: &Entity) {
    for label in &entity.onsets {
        disorder.onsets.add_label(label);
    }
    for label in &entity.inheritance {
        disorder.inheritance.add_label(label);
    }
}

/// Names and the definition of a disorder say what stands out in it.
fn mine(disorder: &mut AnnotatedDisorder, miner: &Miner, catalogue: &Catalogue) {
    let mut named = miner.signs(&disorder.name);
    let mut defined = Vec::new();
    for code in disorder.orpha.iter().take(usize::from(disorder.exact_orpha)) {
        let Some(entity) = catalogue.entity(ariane_domain::OrphaCode(*code)) else { continue };
        for name in catalogue.names_of(entity).iter().filter(|n| n.language == Language::En) {
            named.extend(miner.signs(&name.text));
        }
        if let Some((Language::En, text)) = &entity.definition {
            defined.extend(miner.signs(text));
        }
    }
    for list in [&mut named, &mut defined] {
        list.sort_unstable();
        list.dedup();
    }
    disorder.named_signs = named;
    disorder.defined_signs = defined;
}

/// Gives entries without code those of the entities that are equal to them or broader: their networks are known.
fn add_codes(list: &mut [AnnotatedDisorder], catalogue: &Catalogue, equal: &Equalities) {
    let bare: FxHashMap<u32, usize> = list
        .iter()
        .enumerate()
        .filter(|(_, d)| d.orpha.is_empty())
        .filter_map(|(i, d)| Some((*d.omim.first()?, i)))
        .collect();
    for entity in catalogue.entities().iter().filter(|e| e.status == Status::Active) {
        let code = entity.code.0;
        for omim in equal.exact.get(&code).into_iter().flatten() {
            if let Some(disorder) = bare.get(omim).and_then(|at| list.get_mut(*at)) {
                disorder.orpha.insert(usize::from(disorder.exact_orpha), code);
                disorder.exact_orpha += 1;
            }
        }
        for omim in equal.narrower.get(&code).into_iter().flatten() {
            if let Some(disorder) = bare.get(omim).and_then(|at| list.get_mut(*at))
                && !disorder.orpha.contains(&code)
            {
                disorder.orpha.push(code);
            }
        }
    }
}

/// OMIM diseases that only MONDO names: they have no rows, but their names may speak.
fn add_names_only(list: &mut Vec<AnnotatedDisorder>, mappings: &[Mappings]) {
    let mut known: FxHashSet<u32> = list.iter().flat_map(|d| d.omim.iter().copied()).collect();
    for mapping in mappings {
        for ((_, other), label) in mapping.pairs.iter().zip(&mapping.labels) {
            let Some(omim) = other.strip_prefix("OMIM:").and_then(|n| n.parse().ok()) else { continue };
            if !label.is_empty() && known.insert(omim) {
                list.push(AnnotatedDisorder {
                    omim: vec![omim],
                    name: label.as_str().into(),
                    ..AnnotatedDisorder::default()
                });
            }
        }
    }
}
