//! Disorders that belong together, so that what is known of one helps a thinly annotated sister.
//!
//! Sisters share a name but for its number or letter ("Retinitis pigmentosa 19", "… 20") or a broader
//! ORPHA entity.

use crate::frequency::{Profile, Share, Sisters};
use crate::table::DisorderIndex;
use ariane_knowledge::fold;
use ariane_knowledge::phenotype::Phenotypes;
use ariane_knowledge::phenotype::ontology::TermIndex;
use rustc_hash::FxHashMap;

/// Groups larger than this say too little of their members.
const MOST_MEMBERS: usize = 120;

/// Signs that fewer of the sisters' patients have are not lent.
const LEAST_SHARE: f32 = 0.15;

/// Sums of shares over the members of a group, for one term.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Sum {
    /// The term.
    pub term: TermIndex,
    /// Of the term and what lies below it.
    pub within: f32,
    /// Of the term itself.
    pub itself: f32,
}

/// One group.
#[derive(Debug, Default)]
pub struct Group {
    /// Its number.
    pub number: u16,
    /// Its members.
    pub members: Vec<DisorderIndex>,
    /// Sums over all members, by ascending term, of their own rows alone: what is lent.
    own: Vec<Sum>,
    /// Sums over all members with what their sisters lend them, by ascending term.
    pub sums: Vec<Sum>,
    /// How many members have any sign.
    pub described: u32,
}

/// All groups.
#[derive(Debug, Default)]
pub struct Groups {
    of: Vec<Option<u16>>,
    groups: Vec<Group>,
}

impl Groups {
    /// Finds the groups of two and more.
    pub fn new(phenotypes: &Phenotypes, profiles: &[Profile]) -> Self {
        let mut by_key: FxHashMap<String, Vec<DisorderIndex>> = FxHashMap::default();
        for (index, disorder) in phenotypes.disorders.iter().enumerate() {
            let key = stem(&disorder.name);
            if !key.is_empty() {
                by_key.entry(key).or_default().push(index as DisorderIndex);
            }
            for broader in disorder.orpha.iter().skip(usize::from(disorder.exact_orpha)) {
                by_key.entry(format!("ORPHA {broader}")).or_default().push(index as DisorderIndex);
            }
        }
        let mut lists: Vec<Vec<DisorderIndex>> =
            by_key.into_values().filter(|m| (2..=MOST_MEMBERS).contains(&m.len())).collect();
        lists.sort();
        let mut of: Vec<Option<u16>> = vec![None; phenotypes.disorders.len()];
        for (number, members) in lists.iter().enumerate() {
            for member in members {
                let slot = &mut of[usize::from(*member)];
                // The larger group tells more.
                if slot.is_none_or(|g| lists[usize::from(g)].len() < members.len()) {
                    *slot = Some(number as u16);
                }
            }
        }
        let groups = lists
            .into_iter()
            .enumerate()
            .map(|(i, members)| Group::new(i as u16, members, profiles))
            .collect();
        Self { of, groups }
    }

    /// Sums the profiles as they are once the sisters have lent.
    pub fn sum_up(&mut self, profiles: &[Profile]) {
        for group in &mut self.groups {
            group.sums = sums(&group.members, profiles).0;
        }
    }

    /// Mean shares of the sisters of a disorder, its own share taken out of the sums; `changed` are members
    /// whose profile is another now. None without a described sister.
    pub fn sisters(
        &self,
        disorder: DisorderIndex,
        own: &Profile,
        changed: &[(&Profile, &Profile)],
    ) -> Option<Sisters> {
        let group = self.of(disorder)?;
        let mut sums: FxHashMap<TermIndex, f32> = group.own.iter().map(|s| (s.term, s.itself)).collect();
        let mut described = group.described as f32;
        let mut add = |profile: &Profile, sign: f32| {
            described += if profile.marks.is_empty() { 0.0 } else { sign };
            for mark in profile.named() {
                *sums.entry(mark.term).or_default() += sign * mark.itself.value();
            }
        };
        add(own, -1.0);
        for (before, after) in changed {
            add(before, -1.0);
            add(after, 1.0);
        }
        if described < 0.5 {
            return None;
        }
        let mut mean: Sisters = sums
            .into_iter()
            .map(|(term, sum)| (term, sum / described))
            .filter(|(_, share)| *share >= LEAST_SHARE)
            .collect();
        mean.sort_unstable_by_key(|(term, _)| *term);
        Some(mean)
    }

    /// Memory in bytes.
    pub fn bytes(&self) -> usize {
        let groups: usize = self
            .groups
            .iter()
            .map(|g| {
                size_of_val(g.members.as_slice())
                    + size_of_val(g.sums.as_slice())
                    + size_of_val(g.own.as_slice())
                    + size_of::<Group>()
            })
            .sum();
        groups + size_of_val(self.of.as_slice())
    }

    /// The group of a disorder.
    pub fn of(&self, disorder: DisorderIndex) -> Option<&Group> {
        let group = self.of.get(usize::from(disorder)).copied().flatten();
        group.and_then(|g| self.groups.get(usize::from(g)))
    }
}

impl Group {
    fn new(number: u16, members: Vec<DisorderIndex>, profiles: &[Profile]) -> Self {
        let (own, described) = sums(&members, profiles);
        Self { number, members, own, sums: Vec::new(), described }
    }
}

/// Sums over the members that have any sign, and how many these are.
fn sums(members: &[DisorderIndex], profiles: &[Profile]) -> (Vec<Sum>, u32) {
    let mut sums: FxHashMap<TermIndex, Sum> = FxHashMap::default();
    let mut described = 0;
    for profile in members.iter().map(|m| &profiles[usize::from(*m)]).filter(|p| !p.marks.is_empty()) {
        described += 1;
        for mark in &profile.marks {
            let slot = sums.entry(mark.term).or_default();
            slot.term = mark.term;
            slot.within += mark.within.value();
            if mark.itself != Share::NONE {
                slot.itself += mark.itself.value();
            }
        }
    }
    let mut sums: Vec<Sum> = sums.into_values().collect();
    sums.sort_unstable_by_key(|s| s.term);
    (sums, described)
}

/// A name without what numbers it within its series, and without its mode of inheritance.
fn stem(name: &str) -> String {
    let mut words = fold::words(name);
    while let Some(last) = words.last() {
        let numbers = last.len() <= 3
            && (last.len() == 1
                || last.bytes().any(|b| b.is_ascii_digit())
                || last.bytes().all(|b| b"ivx".contains(&b)));
        if numbers || last == "type" {
            words.pop();
        } else {
            break;
        }
    }
    words.retain(|w| !matches!(w.as_str(), "autosomal" | "dominant" | "recessive" | "x" | "linked"));
    if words.len() < 2 && words.first().is_none_or(|w| w.len() < 8) { String::new() } else { words.join(" ") }
}
