//! What the second stage looks at: for a query and a disorder, one row of numbers.

use crate::first_stage::{self, Score};
use crate::frequency::{Profile, Share, VALUES};
use crate::groups::Group;
use crate::persons::Said;
use crate::query::{self, Hit, Prepared, Sign, Word, has, highest, put};
use crate::reach::Reach;
use crate::sisters::SisterShares;
use crate::table::Table;
use ariane_knowledge::phenotype::disorders::AnnotatedDisorder;
use ariane_knowledge::phenotype::ontology::{Ontology, TermIndex};

/// Numbers of one candidate by itself.
pub const OWN: usize = 48;

/// Of these, the numbers that are also given as the distance to the best candidate of the query.
pub const COMPARED: [usize; 13] = [1, 5, 6, 9, 18, 23, 28, 33, 36, 40, 43, 44, 45];

/// All numbers of a row.
pub const COUNT: usize = OWN + COMPARED.len();

/// Names of a candidate's own numbers, in order; the distances follow as `…_behind`.
pub const NAMES: [&str; OWN] = [
    "total",
    "observed",
    "missing",
    "gap",
    "ln_rank",
    "resnik_query",
    "resnik_disorder",
    "lin_query",
    "lin_disorder",
    "simgic",
    "signs",
    "exact",
    "matched",
    "above_matched",
    "unmatched",
    "unmatched_information",
    "unmatched_part",
    "exact_information",
    "exact_evidence",
    "exact_share",
    "best_evidence",
    "second_evidence",
    "least_evidence",
    "mean_evidence",
    "named",
    "rows",
    "counted_part",
    "expected_missing",
    "covered_part",
    "systems_missed",
    "age_since_onset",
    "sex_against_x",
    "name_query",
    "name_covered",
    "definition_query",
    "definition_covered",
    "sister_evidence",
    "sisters",
    "signs_information",
    "sister_gain",
    "likeness",
    "references",
    "persons",
    "persons_evidence",
    "person_exact",
    "person_overlap",
    "person_shared",
    "persons_overlap",
];

/// What is known of a candidate beside its profile.
pub struct Candidate<'a> {
    /// Published facts.
    pub disorder: &'a AnnotatedDisorder,
    /// Its signs.
    pub profile: &'a Profile,
    /// Its group, where it has one.
    pub group: Option<&'a Group>,
    /// Members of the group whose profile is another now: as it was in the table, as it is.
    pub changed: Vec<(&'a Profile, &'a Profile)>,
    /// The profile by which the candidate entered the sums of its group.
    pub summed: &'a Profile,
    /// First-stage score.
    pub score: Score,
    /// First-stage rank, from 1.
    pub rank: u32,
    /// Best first-stage total of the query.
    pub best_total: f32,
    /// Cosine of query and disorder.
    pub likeness: f32,
    /// What published persons with the disorder say.
    pub said: Said,
}

/// Working memory and what is remembered of terms and groups within one query.
pub struct Memory {
    reach: Reach,
    sisters: SisterShares,
    hits: Vec<Hit>,
    /// Shares by slot, of the slots of `within_set`.
    shares: Vec<(Share, Share)>,
    /// Slots that the candidate bears, and those that its rows name.
    within_set: Vec<Word>,
    itself_set: Vec<Word>,
    /// Slots of which a text speaks.
    told: Vec<Word>,
}

impl Memory {
    /// Memory for one query.
    pub fn new(ontology: &Ontology, query: &Prepared) -> Self {
        let none = vec![0; query.slots.words()];
        Self {
            reach: Reach::new(ontology),
            sisters: SisterShares::default(),
            hits: Vec::new(),
            shares: vec![(Share::NONE, Share::NONE); query.slots.len()],
            within_set: none.clone(),
            itself_set: none.clone(),
            told: none,
        }
    }
}

/// The candidate's own numbers; `NaN` where something is not known.
pub fn own(
    table: &Table,
    ontology: &Ontology,
    query: &Prepared,
    candidate: &Candidate<'_>,
    memory: &mut Memory,
) -> [f32; OWN] {
    let profile = candidate.profile;
    let values: &[f32; 256] = &VALUES;
    let n = query.signs.len().max(1) as f32;
    query.slots.hits(&profile.marks, &mut memory.hits);
    memory.within_set.fill(0);
    memory.itself_set.fill(0);
    let (mut shared, mut covered, mut covered_names) = (0.0, 0.0, 0);
    for hit in &memory.hits {
        let slot = hit.slot();
        memory.shares[slot] = (hit.within, hit.itself);
        put(&mut memory.within_set, slot);
        shared += query.information[slot];
        if hit.itself != Share::NONE {
            put(&mut memory.itself_set, slot);
            covered += values[usize::from(hit.itself.0)] * query.information[slot];
            covered_names += u32::from(hit.itself.is_expected());
        }
    }
    let (mut back, mut lin_back) = (0.0, 0.0);
    for name in &profile.names {
        let share = values[usize::from(name.share.0)];
        let common = memory.reach.common(table, query, name.term);
        back += share * common;
        lin_back += share * if name.information > 0.0 { common / name.information } else { 1.0 };
    }
    let (weight, named) = (profile.weight, profile.names.len() as f32);
    let missing_expected = (profile.expected_names - covered_names) as f32;
    let all = query.closure_information + profile.information - shared;

    let described = memory.sisters.find(query, candidate, &memory.hits);
    let (mut resnik, mut lin) = (0.0, 0.0);
    let (mut exact, mut matched, mut above_matched, mut unmatched) = (0.0, 0.0, 0.0, 0.0);
    let (mut unmatched_information, mut all_information) = (0.0, 0.0);
    let (mut exact_information, mut exact_evidence, mut exact_share) = (0.0, 0.0, 0.0);
    let (mut best, mut second, mut least, mut sum) = (-9.0_f32, -9.0_f32, 9.0_f32, 0.0);
    let (mut sister_evidence, mut sister_gain) = (0.0, 0.0);
    for sign in &query.signs {
        let own = query.information[sign.slot];
        all_information += own;
        let common = highest(&sign.above, &memory.within_set).map_or(0.0, |slot| query.information[slot]);
        let ratio = best_ratio(query, sign, &memory.within_set, &memory.shares);
        resnik += common;
        lin += if own > 0.0 { common / own } else { 1.0 };
        if has(&memory.within_set, sign.slot) {
            matched += 1.0;
            let itself = memory.shares[sign.slot].1;
            if itself != Share::NONE {
                exact += 1.0;
                exact_information += own;
                exact_share += itself.value();
                exact_evidence += itself.ln() - table.ln_background[usize::from(sign.term)];
            }
        } else if highest(&sign.above, &memory.itself_set).is_some() {
            above_matched += 1.0;
        } else {
            unmatched += 1.0;
            unmatched_information += own - common;
        }
        let evidence = first_stage::of_ratio(profile.thinness, ratio);
        sum += evidence;
        if evidence > best {
            second = best;
            best = evidence;
        } else if evidence > second {
            second = evidence;
        }
        least = least.min(evidence);
        if described > 0.0 {
            let sisters = &memory.sisters;
            let ratio = best_ratio(query, sign, &sisters.known, &sisters.shares);
            let of_sisters = first_stage::of_ratio(profile.thinness, ratio);
            sister_evidence += of_sisters;
            sister_gain += (of_sisters - evidence).max(0.0);
        }
    }
    let systems_missed: u32 =
        query.systems.iter().zip(&memory.within_set).map(|(all, met)| (all & !met).count_ones()).sum();
    let disorder = candidate.disorder;
    let age = match (query.age, disorder.onsets.earliest()) {
        (Some(age), Some(onset)) => (age - onset).clamp(-20.0, 40.0),
        _ => f32::NAN,
    };
    let sex = match query.male {
        Some(false) if disorder.inheritance.is_x_linked_only() => 1.0,
        Some(_) => 0.0,
        None => f32::NAN,
    };
    let (name_query, name_covered) = told(table, ontology, query, &disorder.named_signs, memory);
    let (definition_query, definition_covered) =
        told(table, ontology, query, &disorder.defined_signs, memory);
    let of_sisters = |v: f32| if described > 0.0 { v / n } else { f32::NAN };
    [
        candidate.score.total(),
        candidate.score.observed,
        candidate.score.missing,
        candidate.best_total - candidate.score.total(),
        (candidate.rank.max(1) as f32).ln(),
        resnik / n,
        back / f32::max(weight, 1e-3),
        lin / n,
        lin_back / f32::max(weight, 1e-3),
        shared / f32::max(all, 1e-3),
        n,
        exact,
        matched,
        above_matched,
        unmatched,
        unmatched_information,
        unmatched_information / f32::max(all_information, 1e-3),
        exact_information,
        exact_evidence,
        if exact > 0.0 { exact_share / exact } else { f32::NAN },
        best,
        second,
        least,
        sum / n,
        named,
        profile.rows as f32,
        profile.counted as f32 / f32::max(profile.rows as f32, 1.0),
        missing_expected,
        covered / f32::max(profile.expected, 1e-3),
        systems_missed as f32,
        age,
        sex,
        name_query,
        name_covered,
        definition_query,
        definition_covered,
        of_sisters(sister_evidence),
        described,
        all_information / n,
        of_sisters(sister_gain),
        candidate.likeness,
        profile.references as f32,
        candidate.said.persons,
        candidate.said.evidence,
        candidate.said.exact,
        candidate.said.overlap,
        candidate.said.shared,
        candidate.said.mean_overlap,
    ]
}

/// Adds to each row how far it lies behind the best of the query in the compared numbers.
pub fn compared(rows: &[[f32; OWN]]) -> Vec<[f32; COUNT]> {
    let best = COMPARED.map(|c| rows.iter().map(|r| r[c]).fold(f32::NEG_INFINITY, f32::max));
    rows.iter()
        .map(|row| {
            let mut out = [0.0; COUNT];
            out[..OWN].copy_from_slice(row);
            for (i, (c, best)) in COMPARED.iter().zip(best).enumerate() {
                out[OWN + i] = best - row[*c];
            }
            out
        })
        .collect()
}

/// The best ratio of a sign over shares by slot, of the slots of a set; none where none says anything.
#[inline]
pub fn best_ratio(query: &Prepared, sign: &Sign, set: &[Word], shares: &[(Share, Share)]) -> Option<i32> {
    query::shared(&sign.telling, set)
        .filter_map(|slot| Some(query.offsets(sign, slot)?.ratio(shares[slot].0, shares[slot].1)))
        .max()
}

/// How much a text's signs and the query say of each other: mean information of the query found in the
/// text, and the part of the text that the query covers. `NaN` where the text speaks of no sign.
fn told(
    table: &Table,
    ontology: &Ontology,
    query: &Prepared,
    signs: &[TermIndex],
    memory: &mut Memory,
) -> (f32, f32) {
    if signs.is_empty() {
        return (f32::NAN, f32::NAN);
    }
    memory.told.fill(0);
    let (mut covered, mut all) = (0.0, 0.0);
    for sign in signs {
        all += table.information[usize::from(*sign)];
        covered += memory.reach.common(table, query, *sign);
        memory.reach.add(ontology, query, *sign, &mut memory.told);
    }
    let of = |slot: usize| query.information[slot];
    let mut found = 0.0;
    for sign in &query.signs {
        found += highest(&sign.above, &memory.told).map_or(0.0, of);
    }
    (found / query.signs.len().max(1) as f32, covered / f32::max(all, 1e-3))
}
