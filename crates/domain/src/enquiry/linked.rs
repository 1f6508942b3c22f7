//! Records that stand for one person, or one request: linked, never melted together.
//!
//! A merge draws one link from the root of one group to the root of another; a record that has a link is root no more,
//! so that what hangs below it never changes while the link stands. Taking the link away therefore gives back exactly
//! the two groups that were, with what was linked to either since.

use std::collections::{BTreeMap, BTreeSet};

/// Links between records, from each to the one it was merged into.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Linked<Id> {
    into: BTreeMap<Id, Id>,
}

/// Why links are not taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum LinkedFault {
    /// Both are the same record or in one group already.
    #[error("both records are linked already")]
    SameGroup,
    /// The record was not merged into another.
    #[error("the record was not merged into another")]
    NotLinked,
    /// Stored links go in a circle, or a record has two.
    #[error("the stored links contradict each other")]
    Contradiction,
}

impl<Id> Default for Linked<Id> {
    fn default() -> Self {
        Self { into: BTreeMap::new() }
    }
}

impl<Id: Ord + Clone> Linked<Id> {
    /// Reads stored links, as pairs of record and the one it was merged into.
    ///
    /// # Errors
    /// [`LinkedFault::Contradiction`] when no series of merges leads to them.
    pub fn read(pairs: impl IntoIterator<Item = (Id, Id)>) -> Result<Self, LinkedFault> {
        let mut links = Self::default();
        for (child, parent) in pairs {
            if links.into.insert(child, parent).is_some() {
                return Err(LinkedFault::Contradiction);
            }
        }
        let limit = links.into.len();
        for start in links.into.keys() {
            let mut at = start;
            let mut steps = 0;
            while let Some(next) = links.into.get(at) {
                at = next;
                steps += 1;
                if steps > limit {
                    return Err(LinkedFault::Contradiction);
                }
            }
        }
        Ok(links)
    }

    /// The record that stands for the group; the record itself when it is not linked.
    pub fn root<'a>(&'a self, id: &'a Id) -> &'a Id {
        let mut at = id;
        while let Some(next) = self.into.get(at) {
            at = next;
        }
        at
    }

    /// All records of the group of a record, itself among them.
    pub fn group(&self, id: &Id) -> BTreeSet<Id> {
        let root = self.root(id);
        let mut members = BTreeSet::from([root.clone(), id.clone()]);
        members.extend(self.into.keys().filter(|other| self.root(other) == root).cloned());
        members
    }

    /// Merges the group of `from` into the group of `into`; gives the link to store (record, merged into).
    ///
    /// # Errors
    /// [`LinkedFault::SameGroup`] when they are one already.
    pub fn merge(&mut self, from: &Id, into: &Id) -> Result<(Id, Id), LinkedFault> {
        let (child, parent) = (self.root(from).clone(), self.root(into).clone());
        if child == parent {
            return Err(LinkedFault::SameGroup);
        }
        self.into.insert(child.clone(), parent.clone());
        Ok((child, parent))
    }

    /// Takes back the merge by which a record ceased to be a root; gives the record it was merged into.
    ///
    /// # Errors
    /// [`LinkedFault::NotLinked`] when it is a root.
    pub fn unmerge(&mut self, id: &Id) -> Result<Id, LinkedFault> {
        self.into.remove(id).ok_or(LinkedFault::NotLinked)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn set(members: &[u32]) -> BTreeSet<u32> {
        members.iter().copied().collect()
    }

    #[test]
    fn unmerge_gives_back_exactly_what_was() {
        let mut links = Linked::default();
        links.merge(&2, &1).unwrap();
        links.merge(&4, &3).unwrap();
        let before = links.clone();
        assert_eq!(links.merge(&4, &2), Ok((3, 1)));
        assert_eq!(links.group(&4), set(&[1, 2, 3, 4]));
        assert_eq!(*links.root(&4), 1);
        assert_eq!(links.unmerge(&3), Ok(1));
        assert_eq!(links, before);
    }

    #[test]
    fn later_merges_stay_where_they_were_made() {
        let mut links = Linked::default();
        links.merge(&2, &1).unwrap();
        links.merge(&3, &2).unwrap();
        links.unmerge(&2).unwrap();
        assert_eq!(links.group(&3), set(&[1, 3]));
        assert_eq!(links.group(&2), set(&[2]));
    }

    #[test]
    fn what_is_one_is_not_merged_twice() {
        let mut links = Linked::default();
        assert_eq!(links.merge(&1, &1), Err(LinkedFault::SameGroup));
        links.merge(&2, &1).unwrap();
        assert_eq!(links.merge(&1, &2), Err(LinkedFault::SameGroup));
        assert_eq!(links.unmerge(&1), Err(LinkedFault::NotLinked));
    }

    #[test]
    fn stored_links_in_a_circle_are_refused() {
        assert!(Linked::read([(1, 2), (2, 3)]).is_ok());
        assert_eq!(Linked::read([(1, 2), (2, 1)]), Err(LinkedFault::Contradiction));
        assert_eq!(Linked::read([(1, 1)]), Err(LinkedFault::Contradiction));
        assert_eq!(Linked::read([(1, 2), (1, 3)]), Err(LinkedFault::Contradiction));
    }

    #[test]
    fn any_series_taken_back_in_any_order_leaves_nothing() {
        let mut state = 7_u64;
        let mut next = |below: u64| {
            state = state.wrapping_mul(6364136223846793005).wrapping_add(1442695040888963407);
            (state >> 33) % below
        };
        for _ in 0..200 {
            let mut links = Linked::default();
            for _ in 0..12 {
                let _ = links.merge(&next(10), &next(10));
            }
            assert_eq!(Linked::read(links.into.clone()), Ok(links.clone()));
            let mut children: Vec<u64> = links.into.keys().copied().collect();
            while !children.is_empty() {
                let child = children.swap_remove(next(children.len() as u64) as usize);
                let whole = links.group(&child);
                let parent = links.unmerge(&child).unwrap();
                let (mine, theirs) = (links.group(&child), links.group(&parent));
                assert!(mine.is_disjoint(&theirs));
                assert_eq!(&mine | &theirs, whole);
            }
            assert_eq!(links, Linked::default());
        }
    }
}
