//! When an agreement is to be spoken of anew (F67: expiring, renewed at majority), file by file and as a list of what ends.

use super::{Consent, GivenBy, Minority, Standing};
use crate::purpose::Purpose;
use chrono::{NaiveDate, TimeDelta};
use std::collections::BTreeMap;
use uuid::Uuid;

/// How many days before its end an agreement is to be spoken of anew, and how long after it the list still says so.
pub const RENEWAL_DAYS: i64 = 60;

/// An agreement that ends soon, or ended a short while ago, and that no other takes the place of.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Ending {
    /// Its place among the agreements that were looked at.
    pub nth: usize,
    /// To what.
    pub purpose: Purpose,
    /// Its last day, or the day on which the person comes of age.
    pub on: NaiveDate,
}

impl Consent {
    /// The day with which it ends: its last day, or the birthday with which a parent's word ends.
    pub fn ends_on(&self, minority: &Minority) -> NaiveDate {
        let by_age = match self.by {
            GivenBy::Representative(kind) if kind.ends_at_majority() => minority.of_age_on,
            _ => None,
        };
        by_age.map_or(self.until, |age| self.until.min(age))
    }

    /// The day from which it is to be spoken of anew; none for one that counts no more.
    pub fn renew_from(&self, day: NaiveDate, minority: &Minority) -> Option<NaiveDate> {
        if self.standing(day, minority) != Standing::Valid {
            return None;
        }
        self.ends_on(minority).checked_sub_signed(TimeDelta::days(RENEWAL_DAYS))
    }
}

/// What ends within [`RENEWAL_DAYS`] or ended as long ago, of all agreements of one person, by day. A later agreement to the same towards
/// the same recipient, or towards everybody, takes the place of one that ends; who took back their agreement is not asked again.
pub fn ending(all: &[Consent], day: NaiveDate, minority: &Minority) -> Vec<Ending> {
    let mut latest: BTreeMap<(Purpose, Option<Uuid>), Ending> = BTreeMap::new();
    for (nth, one) in all.iter().enumerate() {
        if matches!(one.standing(day, minority), Standing::Withdrawn | Standing::OneParent) {
            continue;
        }
        let found = Ending { nth, purpose: one.purpose, on: one.ends_on(minority) };
        latest
            .entry((one.purpose, one.recipient))
            .and_modify(|before| {
                if before.on < found.on {
                    *before = found;
                }
            })
            .or_insert(found);
    }
    let is_covered =
        |purpose, on| latest.get(&(purpose, None)).is_some_and(|towards_all| on < towards_all.on);
    let was_taken_back = |one: &Consent| {
        let same = |other: &&Consent| other.purpose == one.purpose && other.recipient == one.recipient;
        all.iter().filter(same).any(|other| other.withdrawn_at.is_some() && one.from <= other.from)
    };
    let mut ending: Vec<Ending> = latest
        .values()
        .filter(|one| (one.on - day).num_days().abs() <= RENEWAL_DAYS)
        .filter(|one| !is_covered(one.purpose, one.on))
        .filter(|one| all.get(one.nth).is_some_and(|consent| !was_taken_back(consent)))
        .copied()
        .collect();
    ending.sort_by_key(|one| (one.on, one.nth));
    ending
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::representation::RepresentativeKind;
    use chrono::DateTime;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    fn until(purpose: Purpose, last: &str) -> Consent {
        Consent {
            purpose,
            recipient: None,
            by: GivenBy::Person,
            parents: None,
            from: day("2025-01-10"),
            until: day(last),
            withdrawn_at: None,
        }
    }

    fn found(all: &[Consent], on: &str) -> Vec<(Purpose, String)> {
        let ending = ending(all, day(on), &Minority::default());
        ending.iter().map(|one| (one.purpose, one.on.to_string())).collect()
    }

    #[test]
    fn one_that_ends_is_named_sixty_days_before_and_after() {
        let one = [until(Purpose::Panel, "2026-06-30")];
        let named = vec![(Purpose::Panel, "2026-06-30".to_owned())];
        assert_eq!(found(&one, "2026-04-30"), []);
        assert_eq!(found(&one, "2026-05-01"), named);
        assert_eq!(found(&one, "2026-06-30"), named);
        assert_eq!(found(&one, "2026-08-29"), named);
        assert_eq!(found(&one, "2026-08-30"), []);
    }

    #[test]
    fn what_was_renewed_or_taken_back_is_not_named() {
        let old = until(Purpose::Panel, "2026-06-30");
        let new = until(Purpose::Panel, "2027-06-30");
        assert_eq!(found(&[old, new], "2026-06-15"), []);
        assert_eq!(found(&[new, old], "2026-06-15"), [], "in whatever order they were written");
        let centre = Consent { recipient: Some(Uuid::from_u128(4)), ..old };
        assert_eq!(
            found(&[centre, new], "2026-06-15"),
            [],
            "who agreed towards everybody is not asked for one"
        );
        let other = until(Purpose::Transfer, "2027-06-30");
        assert_eq!(found(&[old, other], "2026-06-15").len(), 1, "to something else");
        let taken_back = Consent { withdrawn_at: Some(DateTime::UNIX_EPOCH), ..old };
        assert_eq!(found(&[taken_back], "2026-06-15"), []);
        let again = Consent { from: day("2025-03-01"), ..taken_back };
        assert_eq!(found(&[old, again], "2026-06-15"), [], "a later one was taken back: that is an answer");
        let since = Consent { from: day("2025-04-01"), ..old };
        assert_eq!(found(&[again, since], "2026-06-15").len(), 1, "and another was given since");
        let towards_all = Consent { recipient: None, ..old };
        let longer = Consent { recipient: Some(Uuid::from_u128(4)), ..new };
        assert_eq!(
            found(&[towards_all, longer], "2026-06-15").len(),
            1,
            "one recipient stands for itself only"
        );
    }

    #[test]
    fn a_parents_word_ends_with_the_birthday_and_one_signature_of_two_never_began() {
        let parent = Consent {
            by: GivenBy::Representative(RepresentativeKind::Parent),
            ..until(Purpose::Transfer, "2027-06-30")
        };
        let minority = Minority { of_age_on: Some(day("2026-07-01")), ..Minority::default() };
        let ends = ending(&[parent], day("2026-06-01"), &minority);
        assert_eq!(ends, [Ending { nth: 0, purpose: Purpose::Transfer, on: day("2026-07-01") }]);
        let own = Consent { from: day("2026-07-02"), ..until(Purpose::Transfer, "2028-06-30") };
        assert_eq!(ending(&[parent, own], day("2026-07-03"), &minority), [], "asked afresh");
        let both = Minority { both_parents: true, ..minority };
        assert_eq!(ending(&[parent], day("2026-06-01"), &both), []);
    }
}
