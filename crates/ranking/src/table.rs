//! What every disorder is known for, laid out for ranking: by disorder, and by term.

use crate::first_stage::TermOffsets;
use crate::frequency::{Mark, Profile, Share};
use crate::groups::Groups;
use ariane_knowledge::phenotype::Phenotypes;
use ariane_knowledge::phenotype::ontology::TermIndex;
use rustc_hash::FxHashMap;

/// Position of a disorder in [`Phenotypes::disorders`].
pub type DisorderIndex = u16;

/// What differs from the table because a publication was left out.
#[derive(Debug, Default)]
pub struct Changed {
    /// The references that are left out.
    pub references: Vec<u32>,
    /// Profiles without their rows, of the disorders that they speak of and of the sisters of these.
    pub profiles: FxHashMap<DisorderIndex, Profile>,
}

/// A disorder below a term.
#[derive(Debug, Clone, Copy)]
pub struct Bearer {
    /// Which.
    pub disorder: DisorderIndex,
    /// Highest share of the term and of those below it.
    pub within: Share,
    /// Share of the term itself.
    pub itself: Share,
}

/// The lowest background share: a sign that no disorder is known for is not infinitely telling.
const LEAST_BACKGROUND: f32 = 3e-4;

/// Lists of bearers per term, one after the other.
#[derive(Debug, Default)]
struct Lists {
    starts: Vec<u32>,
    bearers: Vec<Bearer>,
}

impl Lists {
    fn new(profiles: &[Profile], terms: usize, keep: impl Fn(&Mark) -> bool) -> Self {
        let mut starts = vec![0_u32; terms + 1];
        for mark in profiles.iter().flat_map(|p| &p.marks).filter(|m| keep(m)) {
            starts[usize::from(mark.term) + 1] += 1;
        }
        for i in 0..terms {
            starts[i + 1] += starts[i];
        }
        let total = starts.last().copied().unwrap_or_default() as usize;
        let mut bearers = vec![Bearer { disorder: 0, within: Share::NONE, itself: Share::NONE }; total];
        let mut next = starts.clone();
        for (d, profile) in profiles.iter().enumerate() {
            for Mark { term, within, itself } in profile.marks.iter().copied().filter(|m| keep(m)) {
                let at = &mut next[usize::from(term)];
                bearers[*at as usize] = Bearer { disorder: d as DisorderIndex, within, itself };
                *at += 1;
            }
        }
        Self { starts, bearers }
    }

    fn of(&self, term: TermIndex) -> &[Bearer] {
        let at = usize::from(term);
        match (self.starts.get(at), self.starts.get(at + 1)) {
            (Some(start), Some(end)) => &self.bearers[*start as usize..*end as usize],
            _ => &[],
        }
    }
}

/// Tables over all disorders.
pub struct Table {
    /// Profiles, by disorder.
    pub profiles: Vec<Profile>,
    /// What the first stage reads of every disorder, laid out so that one query walks little memory: what all
    /// its signs together take away, and its class of thinness.
    pub starts: Vec<(f32, u8)>,
    within: Lists,
    named: Lists,
    /// Terms right above each term, but for those that close a circle: ends of the ranges, then the terms.
    parents: (Vec<u32>, Vec<TermIndex>),
    /// From shares to ratios, by term.
    pub offsets: Vec<TermOffsets>,
    /// Mean share over all disorders, by term.
    pub background: Vec<f32>,
    /// Natural logarithm of `background`.
    pub ln_background: Vec<f32>,
    /// Information content: minus the logarithm of the part of disorders that bear the term.
    pub information: Vec<f32>,
}

impl Table {
    /// Builds the tables over all published rows.
    pub fn new(phenotypes: &Phenotypes) -> (Self, Groups) {
        let ontology = &phenotypes.ontology;
        let base: Vec<Profile> =
            phenotypes.disorders.iter().map(|d| Profile::new(ontology, d, &[], None)).collect();
        let mut groups = Groups::new(phenotypes, &base);
        let profiles: Vec<Profile> = phenotypes
            .disorders
            .iter()
            .zip(base)
            .enumerate()
            .map(|(i, (d, own))| match groups.sisters(i as DisorderIndex, &own, &[]) {
                Some(sisters) => Profile::new(ontology, d, &[], Some(&sisters)),
                None => own,
            })
            .collect();
        groups.sum_up(&profiles);
        let terms = ontology.terms().len();
        let described = profiles.iter().filter(|p| !p.marks.is_empty()).count().max(1) as f32;
        let within = Lists::new(&profiles, terms, |_| true);
        let named = Lists::new(&profiles, terms, |m| m.itself != Share::NONE);
        let starts = profiles.iter().map(|p| (p.missed, p.thinness)).collect();
        let mut table = Self {
            profiles,
            starts,
            within,
            named,
            parents: (Vec::with_capacity(terms), Vec::new()),
            offsets: Vec::with_capacity(terms),
            background: vec![0.0; terms],
            ln_background: vec![0.0; terms],
            information: vec![0.0; terms],
        };
        for t in 0..terms {
            let list = table.bearers(t as TermIndex);
            let mean = list.iter().map(|b| b.within.value()).sum::<f32>() / described;
            let share = list.len().max(1) as f32 / described;
            table.background[t] = mean.max(LEAST_BACKGROUND);
            table.ln_background[t] = table.background[t].ln();
            table.information[t] = -share.ln();
            table.offsets.push(TermOffsets::new(table.background[t], table.ln_background[t]));
        }
        for (t, term) in ontology.terms().iter().enumerate() {
            let above = term.parents.iter().copied().filter(|p| usize::from(*p) < terms);
            table.parents.1.extend(above.filter(|p| !ontology.is_within(*p, t as TermIndex)));
            table.parents.0.push(table.parents.1.len() as u32);
        }
        let information = &table.information;
        table.profiles.iter_mut().for_each(|p| p.weigh(information));
        (table, groups)
    }

    /// Profiles without the rows of some references: of the disorders that it speaks of, and of their sisters.
    pub fn without(&self, phenotypes: &Phenotypes, groups: &Groups, references: Vec<u32>) -> Changed {
        let ontology = &phenotypes.ontology;
        let base = |d: DisorderIndex, without: &[u32]| {
            Profile::new(ontology, &phenotypes.disorders[usize::from(d)], without, None)
        };
        let cited: Vec<DisorderIndex> = (0..phenotypes.disorders.len() as DisorderIndex)
            .filter(|d| {
                phenotypes.disorders[usize::from(*d)].rows.iter().any(|r| references.contains(&r.reference))
            })
            .collect();
        let changed: FxHashMap<DisorderIndex, (Profile, Profile)> =
            cited.iter().map(|d| (*d, (base(*d, &[]), base(*d, &references)))).collect();
        let mut concerned = cited.clone();
        for disorder in &cited {
            concerned.extend(groups.of(*disorder).into_iter().flat_map(|g| &g.members).copied());
        }
        concerned.sort_unstable();
        concerned.dedup();
        let profiles = concerned
            .into_iter()
            .map(|d| {
                let members = groups.of(d).map_or(&[][..], |g| g.members.as_slice());
                let others: Vec<(&Profile, &Profile)> = members
                    .iter()
                    .filter(|m| **m != d)
                    .filter_map(|m| changed.get(m).map(|(before, after)| (before, after)))
                    .collect();
                let own = match changed.get(&d) {
                    Some((before, _)) => before.clone(),
                    None => base(d, &[]),
                };
                let sisters = groups.sisters(d, &own, &others);
                let disorder = &phenotypes.disorders[usize::from(d)];
                let mut profile = Profile::new(ontology, disorder, &references, sisters.as_ref());
                profile.weigh(&self.information);
                (d, profile)
            })
            .collect();
        Changed { references, profiles }
    }

    /// Memory in bytes.
    pub fn bytes(&self) -> usize {
        let marks: usize = self
            .profiles
            .iter()
            .map(|p| size_of_val(p.marks.as_slice()) + size_of_val(p.names.as_slice()) + size_of::<Profile>())
            .sum();
        let lists = [&self.within, &self.named]
            .map(|l| size_of_val(l.starts.as_slice()) + size_of_val(l.bearers.as_slice()));
        marks
            + lists.iter().sum::<usize>()
            + 3 * size_of_val(self.background.as_slice())
            + size_of_val(self.offsets.as_slice())
            + size_of_val(self.parents.0.as_slice())
            + size_of_val(self.parents.1.as_slice())
    }

    /// Terms right above a term, but for those that close a circle.
    #[inline]
    pub fn parents(&self, term: TermIndex) -> &[TermIndex] {
        let (ends, parents) = &self.parents;
        let at = usize::from(term);
        let Some(end) = ends.get(at) else { return &[] };
        let start = if at == 0 { 0 } else { ends[at - 1] };
        &parents[start as usize..*end as usize]
    }

    /// Disorders that bear a term or one below it.
    pub fn bearers(&self, term: TermIndex) -> &[Bearer] {
        self.within.of(term)
    }

    /// Disorders whose rows name the term itself.
    pub fn named(&self, term: TermIndex) -> &[Bearer] {
        self.named.of(term)
    }
}
