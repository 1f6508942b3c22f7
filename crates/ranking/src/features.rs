//! What the second stage looks at: for a query and a disorder, one row of numbers.

use crate::first_stage::{self, Score};
use crate::frequency::{Profile, Share};
use crate::groups::Group;
use crate::persons::Said;
use crate::query::Prepared;
use crate::table::Table;
use ariane_knowledge::phenotype::disorders::AnnotatedDisorder;
use ariane_knowledge::phenotype::ontology::{Ontology, TermIndex};
use rustc_hash::FxHashMap;

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

/// Working memory and what is remembered of terms within one query.
#[derive(Default)]
pub struct Memory {
    within: Vec<Share>,
    itself: Vec<Share>,
    sums: Vec<(f32, f32)>,
    /// Sums of the groups seen in this query, by the number of the group.
    groups: FxHashMap<u16, Vec<(f32, f32)>>,
    flags: Vec<bool>,
    /// What a term has in common with the query; `NaN` where not yet asked.
    common: Vec<f32>,
}

impl Memory {
    /// Memory for one query.
    pub fn new(ontology: &Ontology) -> Self {
        Self { common: vec![f32::NAN; ontology.terms().len()], ..Self::default() }
    }

    /// Information of the most informative term that is above both the query and this term: its own where the
    /// query has it, because nothing above is borne by fewer.
    fn common(&mut self, ontology: &Ontology, query: &Prepared, term: TermIndex) -> f32 {
        let Some(known) = self.common.get(usize::from(term)) else { return 0.0 };
        if !known.is_nan() {
            return *known;
        }
        let found = match query.slots.of(term) {
            Some(slot) => query.information[slot],
            None => ontology
                .ancestors_or_self(term)
                .iter()
                .filter_map(|above| query.slots.of(*above))
                .fold(0.0, |most, slot| query.information[slot].max(most)),
        };
        self.common[usize::from(term)] = found;
        found
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
    let count = query.slots.terms.len();
    let n = query.signs.len().max(1) as f32;
    memory.within.clear();
    memory.within.resize(count, Share::NONE);
    memory.itself.clear();
    memory.itself.resize(count, Share::NONE);

    let (mut back, mut lin_back, mut weight) = (0.0, 0.0, 0.0);
    let (mut covered, mut expected, mut named, mut missing_expected) = (0.0, 0.0, 0.0, 0.0);
    let mut shared = 0.0;
    for mark in &profile.marks {
        let slot = query.slots.of(mark.term);
        if let Some(slot) = slot {
            memory.within[slot] = mark.within;
            memory.itself[slot] = mark.itself;
            shared += query.information[slot];
        }
        if mark.itself != Share::NONE {
            let own = table.information[usize::from(mark.term)];
            named += 1.0;
            let share = mark.itself.value();
            let common = memory.common(ontology, query, mark.term);
            back += share * common;
            lin_back += share * if own > 0.0 { common / own } else { 1.0 };
            weight += share;
            expected += share * own;
            if slot.is_some() {
                covered += share * own;
            } else if share >= 0.45 {
                missing_expected += 1.0;
            }
        }
    }
    let all = query.closure_information + profile.information - shared;

    let described = sister_sums(query, candidate, memory);
    let (mut resnik, mut lin) = (0.0, 0.0);
    let (mut exact, mut matched, mut above_matched, mut unmatched) = (0.0, 0.0, 0.0, 0.0);
    let (mut unmatched_information, mut all_information) = (0.0, 0.0);
    let (mut exact_information, mut exact_evidence, mut exact_share) = (0.0, 0.0, 0.0);
    let (mut best, mut second, mut least, mut sum) = (-9.0_f32, -9.0_f32, 9.0_f32, 0.0);
    let (mut sister_evidence, mut sister_gain) = (0.0, 0.0);
    for sign in &query.signs {
        let own = query.information[sign.slot];
        all_information += own;
        let (mut common, mut named_above) = (0.0_f32, false);
        let (mut ratio, mut sister_ratio): (Option<i32>, Option<i32>) = (None, None);
        for (slot, offsets) in &sign.above {
            let within = memory.within[*slot];
            if within != Share::NONE {
                common = common.max(query.information[*slot]);
                named_above |= memory.itself[*slot] != Share::NONE && *slot != sign.slot;
                if let Some(offsets) = offsets {
                    ratio = ratio.max(Some(offsets.ratio(within, memory.itself[*slot])));
                }
            }
            if let (true, Some(offsets)) = (described > 0.0, offsets) {
                let (within, itself) = memory.sums[*slot];
                let share = Share::new(within / described);
                if share != Share::NONE {
                    sister_ratio =
                        sister_ratio.max(Some(offsets.ratio(share, Share::new(itself / described))));
                }
            }
        }
        resnik += common;
        lin += if own > 0.0 { common / own } else { 1.0 };
        let itself = memory.itself[sign.slot];
        if memory.within[sign.slot] != Share::NONE {
            matched += 1.0;
            if itself != Share::NONE {
                exact += 1.0;
                exact_information += own;
                exact_share += itself.value();
                exact_evidence += itself.ln() - table.ln_background[usize::from(sign.term)];
            }
        } else if named_above {
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
        let of_sisters = first_stage::of_ratio(profile.thinness, sister_ratio);
        sister_evidence += of_sisters;
        sister_gain += (of_sisters - evidence).max(0.0);
    }
    let systems_missed = query
        .systems
        .iter()
        .filter(|s| query.slots.of(**s).is_some_and(|slot| memory.within[slot] == Share::NONE))
        .count() as f32;
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
        covered / f32::max(expected, 1e-3),
        systems_missed,
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

/// Fills the memory with the sums of the sisters' shares per slot, the candidate itself taken out; gives
/// how many sisters are described.
fn sister_sums(query: &Prepared, candidate: &Candidate<'_>, memory: &mut Memory) -> f32 {
    memory.sums.clear();
    let Some(group) = candidate.group else { return 0.0 };
    let sums = memory.groups.entry(group.number).or_insert_with(|| {
        let mut sums = vec![(0.0, 0.0); query.slots.terms.len()];
        for (slot, term) in query.slots.terms.iter().enumerate() {
            if let Ok(at) = group.sums.binary_search_by_key(term, |s| s.term) {
                sums[slot] = (group.sums[at].within, group.sums[at].itself);
            }
        }
        sums
    });
    memory.sums.extend_from_slice(sums);
    let mut described = group.described as f32;
    let mut add = |profile: &Profile, sign: f32| {
        if profile.marks.is_empty() {
            return;
        }
        described += sign;
        for mark in &profile.marks {
            if let Some(slot) = query.slots.of(mark.term) {
                let sum = &mut memory.sums[slot];
                sum.0 = (sum.0 + sign * mark.within.value()).max(0.0);
                sum.1 = (sum.1 + sign * mark.itself.value()).max(0.0);
            }
        }
    };
    add(candidate.summed, -1.0);
    for (before, after) in &candidate.changed {
        add(before, -1.0);
        add(after, 1.0);
    }
    described
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
    memory.flags.clear();
    memory.flags.resize(query.slots.terms.len(), false);
    let (mut covered, mut all) = (0.0, 0.0);
    for sign in signs {
        all += table.information[usize::from(*sign)];
        covered += memory.common(ontology, query, *sign);
        for above in ontology.ancestors_or_self(*sign) {
            if let Some(slot) = query.slots.of(*above) {
                memory.flags[slot] = true;
            }
        }
    }
    let mut found = 0.0;
    for sign in &query.signs {
        let of = |slot: &usize| query.information[*slot];
        found += sign.above.iter().map(|(s, _)| s).filter(|s| memory.flags[**s]).map(of).fold(0.0, f32::max);
    }
    (found / query.signs.len().max(1) as f32, covered / f32::max(all, 1e-3))
}
