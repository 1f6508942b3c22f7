//! What the sisters of a candidate are known for, as far as a query asks: mean shares, the candidate itself taken out.

use crate::features::Candidate;
use crate::frequency::{Profile, Share};
use crate::groups::Group;
use crate::query::{Hit, Prepared, Word, has, put};
use rustc_hash::FxHashMap;

/// Of one group: sums by slot, and the mean shares of its members but one.
struct OfGroup {
    sums: Vec<(f32, f32)>,
    shares: Vec<(Share, Share)>,
    /// Slots that are telling and have a share.
    known: Vec<Word>,
}

/// Working memory of one query.
#[derive(Default)]
pub struct SisterShares {
    /// Groups met in this query, by number.
    groups: FxHashMap<u16, OfGroup>,
    /// Mean shares of a slot and of its term itself, where [`Self::known`] has it.
    pub shares: Vec<(Share, Share)>,
    /// Telling slots that sisters bear.
    pub known: Vec<Word>,
}

impl SisterShares {
    /// Finds the shares among the sisters of a candidate; gives how many sisters are described.
    pub fn find(&mut self, query: &Prepared, candidate: &Candidate<'_>, hits: &[Hit]) -> f32 {
        let Some(group) = candidate.group else { return 0.0 };
        let of_group = self.groups.entry(group.number).or_insert_with(|| OfGroup::new(query, group));
        self.shares.clear();
        self.known.clear();
        let alone = std::ptr::eq(candidate.profile, candidate.summed) && candidate.changed.is_empty();
        if alone && !candidate.profile.marks.is_empty() {
            // What the candidate does not bear is the same for all members: only what it bears is found anew.
            let described = group.described as f32 - 1.0;
            self.shares.extend_from_slice(&of_group.shares);
            self.known.extend_from_slice(&of_group.known);
            if described > 0.0 {
                for hit in hits.iter().filter(|h| has(&query.telling, h.slot())) {
                    let mut sum = of_group.sums[hit.slot()];
                    take(&mut sum, -1.0, hit.within, hit.itself);
                    let shares = means(sum, described);
                    self.shares[hit.slot()] = shares;
                    if shares.0 == Share::NONE {
                        let bits = Word::BITS as usize;
                        self.known[hit.slot() / bits] &= !(1 << (hit.slot() % bits));
                    }
                }
            }
            return described;
        }
        let mut sums = of_group.sums.clone();
        let mut described = group.described as f32;
        let mut add = |profile: &Profile, sign: f32| {
            if profile.marks.is_empty() {
                return;
            }
            described += sign;
            for mark in &profile.marks {
                if let Some(slot) = query.slots.of(mark.term) {
                    take(&mut sums[slot], sign, mark.within, mark.itself);
                }
            }
        };
        add(candidate.summed, -1.0);
        for (before, after) in &candidate.changed {
            add(before, -1.0);
            add(after, 1.0);
        }
        (self.shares, self.known) = shares(query, &sums, described);
        described
    }
}

impl OfGroup {
    fn new(query: &Prepared, group: &Group) -> Self {
        let mut sums = vec![(0.0, 0.0); query.slots.len()];
        for sum in &group.sums {
            if let Some(slot) = query.slots.of(sum.term) {
                sums[slot] = (sum.within, sum.itself);
            }
        }
        let (shares, known) = shares(query, &sums, group.described as f32 - 1.0);
        Self { sums, shares, known }
    }
}

/// Adds the shares of one profile to a sum, or takes them away.
fn take(sum: &mut (f32, f32), sign: f32, within: Share, itself: Share) {
    sum.0 = (sum.0 + sign * within.value()).max(0.0);
    sum.1 = (sum.1 + sign * itself.value()).max(0.0);
}

fn means((within, itself): (f32, f32), described: f32) -> (Share, Share) {
    (Share::new(within / described), Share::new(itself / described))
}

fn shares(query: &Prepared, sums: &[(f32, f32)], described: f32) -> (Vec<(Share, Share)>, Vec<Word>) {
    let mut shares = vec![(Share::NONE, Share::NONE); sums.len()];
    let mut known = vec![0; query.slots.words()];
    if described > 0.0 {
        for (slot, sum) in sums.iter().enumerate() {
            if sum.0 > 0.0 && has(&query.telling, slot) {
                shares[slot] = means(*sum, described);
                if shares[slot].0 != Share::NONE {
                    put(&mut known, slot);
                }
            }
        }
    }
    (shares, known)
}
