//! How often a sign is present in a disorder: one estimate from all rows that speak of it.
//!
//! The estimate is a mean of what the rows say, drawn towards a low prior so that one patient of one is
//! not taken for certainty (see `docs/ranking.md`):
//!
//! `f = (Σ with + n₀·f₀·stated + n₁·Σ share + α·μ) / (Σ of + n₀·stated + n₁·classes + α)`

use ariane_knowledge::phenotype::disorders::{AnnotatedDisorder, Evidence, Row};
use ariane_knowledge::phenotype::ontology::{Ontology, TermIndex};
use rustc_hash::FxHashMap;
use std::sync::LazyLock;

/// Patients that a row without frequency counts for.
const STATED_WEIGHT: f32 = 2.0;
/// Share that a row without frequency stands for.
const STATED_SHARE: f32 = 0.4;
/// Patients that a row with a class or percentage counts for.
const CLASS_WEIGHT: f32 = 10.0;
/// Weight of the prior, in patients.
const PRIOR_WEIGHT: f32 = 4.0;
/// Share of the prior.
const PRIOR_SHARE: f32 = 0.1;

/// A sign that fewer patients have is not missed when nobody names it.
const EXPECTED: f32 = 0.45;

/// Steps of a stored share per unit of natural logarithm: 2.8 % a step, down to 0.0008.
pub const STEPS: f32 = 36.0;

/// Shares of all steps, so that no exponential is computed in a ranking.
pub static VALUES: LazyLock<[f32; 256]> = LazyLock::new(|| {
    std::array::from_fn(|step| if step == 255 { 0.0 } else { (-(step as f32) / STEPS).exp() })
});

/// A share in (0, 1] as one byte, logarithmic; [`Share::NONE`] stands for "not said".
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Share(pub u8);

impl Share {
    /// Nothing is said.
    pub const NONE: Self = Self(u8::MAX);

    /// The nearest step.
    pub fn new(value: f32) -> Self {
        if value <= 0.0 {
            return Self::NONE;
        }
        Self((-value.ln() * STEPS).round().clamp(0.0, 254.0) as u8)
    }

    /// Back to a share; 0 for [`Share::NONE`].
    #[inline]
    pub fn value(self) -> f32 {
        VALUES[usize::from(self.0)]
    }

    /// Whether so many patients have the sign that its absence is noticed.
    #[inline]
    pub fn is_expected(self) -> bool {
        self.value() >= EXPECTED
    }

    /// Its natural logarithm, at most 0; minus infinity for [`Share::NONE`].
    pub fn ln(self) -> f32 {
        if self == Self::NONE { f32::NEG_INFINITY } else { -f32::from(self.0) / STEPS }
    }
}

/// What is said of one term in one disorder.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Mark {
    /// The term.
    pub term: TermIndex,
    /// Highest share of the term and of those below it.
    pub within: Share,
    /// Share of the term itself, where rows name it.
    pub itself: Share,
}

/// A term that rows name, with what the second look reads of it, side by side.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Name {
    /// The term.
    pub term: TermIndex,
    /// Its share.
    pub share: Share,
    /// Its information.
    pub information: f32,
}

/// The signs of one disorder: every term that rows name, and everything above them, by ascending term.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Profile {
    /// Terms.
    pub marks: Vec<Mark>,
    /// How many rows it rests on.
    pub rows: u32,
    /// How many rows give numbers of patients.
    pub counted: u32,
    /// How many references its rows cite.
    pub references: u32,
    /// What all its signs together take away when none of them is named.
    pub missed: f32,
    /// Information of all its terms together; set, as what follows, once the information of terms is known.
    pub information: f32,
    /// Terms that rows name, ascending.
    pub names: Vec<Name>,
    /// Sum of the shares of the named terms.
    pub weight: f32,
    /// Sum of their shares, each times its information.
    pub expected: f32,
    /// How many of them most patients have ([`Share::is_expected`]).
    pub expected_names: u32,
    /// How much of its signs is unknown, as a class of the first stage.
    pub thinness: u8,
}

#[derive(Default)]
struct Sum {
    with: f32,
    of: f32,
    stated: f32,
    shares: f32,
    classes: f32,
    affirmed: bool,
}

impl Sum {
    fn add(&mut self, evidence: Evidence) {
        match evidence {
            Evidence::Counted { with, of } => {
                self.with += f32::from(with);
                self.of += f32::from(of);
                self.affirmed |= with > 0;
            }
            Evidence::Share(share) => {
                self.shares += share;
                self.classes += 1.0;
                self.affirmed |= share > 0.0;
            }
            Evidence::Stated => {
                self.stated += 1.0;
                self.affirmed = true;
            }
            Evidence::Absent => {}
        }
    }

    /// So many imagined patients, this share of them with the sign.
    fn lend(&mut self, weight: f32, share: f32) {
        self.with += weight * share;
        self.of += weight;
        self.affirmed |= share > 0.0;
    }

    fn share(&self) -> f32 {
        if !self.affirmed {
            return 0.0;
        }
        let found = self.with
            + STATED_WEIGHT * STATED_SHARE * self.stated
            + CLASS_WEIGHT * self.shares
            + PRIOR_WEIGHT * PRIOR_SHARE;
        found / (self.of + STATED_WEIGHT * self.stated + CLASS_WEIGHT * self.classes + PRIOR_WEIGHT)
    }
}

/// Patients that a sign in a disorder's name counts for, and the share it stands for.
const NAME: (f32, f32) = (6.0, 0.85);
/// The same for a sign in its definition.
const DEFINITION: (f32, f32) = (2.0, 0.6);
/// Patients that the mean of the sisters counts for, where a disorder has no row of its own.
const SISTERS: f32 = 5.0;
/// Rows at which the sisters count for half of that.
const SISTERS_HALF: f32 = 20.0;

/// Mean shares of a disorder's sisters, by ascending term.
pub type Sisters = Vec<(TermIndex, f32)>;

impl Profile {
    /// From all rows but those of some references, from what the name and the definition speak of, and, for
    /// what is thinly annotated, from its sisters.
    pub fn new(
        ontology: &Ontology,
        disorder: &AnnotatedDisorder,
        without: &[u32],
        sisters: Option<&Sisters>,
    ) -> Self {
        let mut profile = Self::default();
        let mut sums: FxHashMap<TermIndex, Sum> = FxHashMap::default();
        let mut references: Vec<u32> = Vec::new();
        for row in disorder.rows.iter().filter(|r| !without.contains(&r.reference)) {
            sums.entry(row.term).or_default().add(row.evidence);
            profile.rows += 1;
            if references.last() != Some(&row.reference) {
                references.push(row.reference);
            }
            profile.counted += u32::from(matches!(row.evidence, Evidence::Counted { .. }));
        }
        if profile.rows == 0 {
            return profile;
        }
        references.sort_unstable();
        references.dedup();
        profile.references = references.len() as u32;
        for (signs, (weight, share)) in [(&disorder.named_signs, NAME), (&disorder.defined_signs, DEFINITION)]
        {
            for sign in signs {
                sums.entry(*sign).or_default().lend(weight, share);
            }
        }
        let weight = SISTERS * SISTERS_HALF / (profile.rows as f32 + SISTERS_HALF);
        for (term, share) in sisters.into_iter().flatten() {
            sums.entry(*term).or_default().lend(weight, *share);
        }
        let direct: Vec<(TermIndex, Share)> = sums
            .iter()
            .map(|(t, s)| (*t, Share::new(s.share())))
            .filter(|(_, s)| *s != Share::NONE)
            .collect();
        profile.marks = propagated(ontology, &direct);
        profile.thinness = crate::first_stage::thinness(profile.rows);
        profile.missed = profile.named().map(|m| crate::first_stage::missed(m.itself)).sum();
        profile
    }

    /// Sums up what takes the information of terms, which is given by term.
    pub fn weigh(&mut self, information: &[f32]) {
        self.information = self.marks.iter().filter_map(|m| information.get(usize::from(m.term))).sum();
        let of = |m: &Mark| information.get(usize::from(m.term)).copied().unwrap_or(0.0);
        self.names = self
            .marks
            .iter()
            .filter(|m| m.itself != Share::NONE)
            .map(|m| Name { term: m.term, share: m.itself, information: of(m) })
            .collect();
        (self.weight, self.expected, self.expected_names) = (0.0, 0.0, 0);
        for name in &self.names {
            self.weight += name.share.value();
            self.expected += name.share.value() * name.information;
            self.expected_names += u32::from(name.share.is_expected());
        }
    }

    /// From rows alone.
    pub fn of_rows(ontology: &Ontology, rows: &[Row]) -> Self {
        let disorder = AnnotatedDisorder { rows: rows.to_vec(), ..AnnotatedDisorder::default() };
        Self::new(ontology, &disorder, &[], None)
    }

    /// The mark of a term.
    pub fn mark(&self, term: TermIndex) -> Option<&Mark> {
        self.marks.binary_search_by_key(&term, |m| m.term).ok().map(|i| &self.marks[i])
    }

    /// Terms that rows name, with their shares.
    pub fn named(&self) -> impl Iterator<Item = &Mark> {
        self.marks.iter().filter(|m| m.itself != Share::NONE)
    }
}

/// Carries shares up to every ancestor: the highest below counts (the sum and the noisy-or were tried
/// and rank worse).
pub fn propagated(ontology: &Ontology, direct: &[(TermIndex, Share)]) -> Vec<Mark> {
    let mut within: FxHashMap<TermIndex, (Share, Share)> = FxHashMap::default();
    for (term, share) in direct {
        for above in ontology.ancestors_or_self(*term) {
            let slot = within.entry(*above).or_insert((Share::NONE, Share::NONE));
            slot.0 = slot.0.min(*share);
        }
        if let Some(slot) = within.get_mut(term) {
            slot.1 = *share;
        }
    }
    let mut marks: Vec<Mark> =
        within.into_iter().map(|(term, (within, itself))| Mark { term, within, itself }).collect();
    marks.sort_unstable_by_key(|m| m.term);
    marks
}
