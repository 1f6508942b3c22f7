//! Why a disorder stands where it stands: every sign with what it says.

use crate::answer::{Ranking, SignAccount, Stance};
use crate::first_stage::{self, Offsets};
use crate::frequency::{Profile, Share};
use crate::ranker::Ranker;
use crate::table::DisorderIndex;
use ariane_knowledge::phenotype::Phenotypes;
use ariane_knowledge::phenotype::ontology::{Ontology, TermIndex};

/// The most signs that nobody asked for.
const MOST_NOT_ASKED: usize = 12;
/// A sign that fewer patients have is not worth asking for by itself.
const OFTEN: f32 = 0.3;
/// A match below this weight explains nothing.
const EXPLAINS: f32 = 0.0;

impl Ranker {
    /// What every sign of a ranking says of one of its disorders: for, unexplained, against, fits, then what
    /// it often has and nobody said (at most twelve), strongest first within each.
    pub fn account(
        &self,
        phenotypes: &Phenotypes,
        ranking: &Ranking,
        disorder: DisorderIndex,
    ) -> Vec<SignAccount> {
        let Some(profile) = self.knowledge.table.profiles.get(usize::from(disorder)) else {
            return Vec::new();
        };
        let ontology = &phenotypes.ontology;
        let mut lines: Vec<SignAccount> =
            ranking.observed.iter().map(|sign| self.observed(ontology, profile, *sign)).collect();
        for sign in &ranking.excluded {
            let share = profile.mark(*sign).map(|m| m.within.value());
            lines.push(SignAccount {
                sign: *sign,
                stance: if share.is_some() { Stance::Against } else { Stance::Fits },
                weight: share.map_or(0.0, |s| (1.0 - 0.9 * s).ln()),
                by: None,
                share,
            });
        }
        let closure = first_stage::closure(ontology, &ranking.observed);
        let said = |t: TermIndex| {
            closure.binary_search(&t).is_ok()
                || ranking.observed.iter().chain(&ranking.excluded).any(|o| ontology.is_within(t, *o))
        };
        let mut missing: Vec<SignAccount> = profile
            .named()
            .filter(|m| m.itself.value() >= OFTEN && !said(m.term))
            .map(|m| SignAccount {
                sign: m.term,
                stance: Stance::NotAsked,
                weight: first_stage::missed(m.itself),
                by: None,
                share: Some(m.itself.value()),
            })
            .collect();
        missing.sort_by(|a, b| a.weight.total_cmp(&b.weight).then(a.sign.cmp(&b.sign)));
        missing.truncate(MOST_NOT_ASKED);
        lines.extend(missing);
        lines.sort_by(|a, b| {
            (a.stance as u8).cmp(&(b.stance as u8)).then(b.weight.abs().total_cmp(&a.weight.abs()))
        });
        lines
    }

    fn observed(&self, ontology: &Ontology, profile: &Profile, sign: TermIndex) -> SignAccount {
        let table = &self.knowledge.table;
        let weight = first_stage::of_sign(table, ontology, profile, sign);
        let exact = profile.mark(sign).filter(|m| m.itself != Share::NONE);
        let by = if exact.is_some() { None } else { self.nearest(ontology, profile, sign) };
        let share = exact.map(|m| m.itself.value()).or_else(|| {
            by.and_then(|t| profile.mark(t)).filter(|m| m.itself != Share::NONE).map(|m| m.itself.value())
        });
        let stance = if weight > EXPLAINS { Stance::For } else { Stance::Unexplained };
        SignAccount { sign, stance, weight, by: by.filter(|_| stance == Stance::For), share }
    }

    /// The sign of the disorder that lies nearest to a sign that it does not bear by name: one below it, or
    /// the annotation that shares the most telling ancestor.
    fn nearest(&self, ontology: &Ontology, profile: &Profile, sign: TermIndex) -> Option<TermIndex> {
        let table = &self.knowledge.table;
        let best = ontology
            .ancestors_or_self(sign)
            .iter()
            .copied()
            .filter_map(|above| {
                let mark = profile.mark(above)?;
                let ratio = Offsets::new(table, above, above == sign)?.ratio(mark.within, mark.itself);
                Some((ratio, above))
            })
            .max()?
            .1;
        profile
            .named()
            .filter(|m| ontology.is_within(m.term, best))
            .max_by_key(|m| (std::cmp::Reverse(m.itself.0), m.term))
            .map(|m| m.term)
    }
}
