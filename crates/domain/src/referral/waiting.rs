//! How long people waited from being sent to their appointment, learned from our own referrals (F32).
//!
//! Counted are persons and not referrals, over a rolling period; below a bound nothing is told (duty D13). What is told is the
//! middle in whole weeks and the number of persons, rounded down to fives: neither changes visibly with one person.

use chrono::NaiveDate;
use std::collections::BTreeMap;
use uuid::Uuid;

/// A wait: whose, and how many days.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Waited {
    /// Person; never told.
    pub person: Uuid,
    /// Days from sending to appointment.
    pub days: i64,
}

impl Waited {
    /// From two days; none where the appointment lies before.
    pub fn between(person: Uuid, sent: NaiveDate, appointment: NaiveDate) -> Option<Self> {
        let days = (appointment - sent).num_days();
        (days >= 0).then_some(Self { person, days })
    }
}

/// What was learned.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Learned {
    /// Persons, rounded down to fives.
    pub at_least: u32,
    /// Half of them waited so many weeks or less, rounded up.
    pub weeks: u32,
}

/// What was learned; none below the bound, which is never less than five.
pub fn learned(waits: &[Waited], least: u16) -> Option<Learned> {
    // Of several waits of one person the longest: who had to come again waited for that.
    let mut by_person: BTreeMap<Uuid, i64> = BTreeMap::new();
    for one in waits {
        let days = by_person.entry(one.person).or_default();
        *days = (*days).max(one.days);
    }
    let count = by_person.len();
    if count < usize::from(least.max(super::settings::LEAST_PERSONS)) {
        return None;
    }
    let mut days: Vec<i64> = by_person.into_values().collect();
    days.sort_unstable();
    let middle = days.get((count - 1) / 2).copied()?;
    let weeks = u32::try_from((middle + 6) / 7).ok()?;
    Some(Learned { at_least: u32::try_from(count / 5 * 5).ok()?, weeks })
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn waited(person: u128, days: i64) -> Waited {
        Waited { person: Uuid::from_u128(person), days }
    }

    #[test]
    fn below_five_persons_nothing_is_told() {
        let four: Vec<Waited> = (0..4).map(|n| waited(n, 10)).collect();
        assert_eq!(learned(&four, 1), None);
        let same: Vec<Waited> = (0..50).map(|n| waited(n % 4, 10)).collect();
        assert_eq!(learned(&same, 5), None, "persons are counted, not referrals");
        let seven: Vec<Waited> = (0..7).map(|n| waited(n, 7 * i64::try_from(n).unwrap_or(0))).collect();
        assert_eq!(learned(&seven, 5), Some(Learned { at_least: 5, weeks: 3 }));
        assert_eq!(learned(&seven, 8), None);
    }

    proptest! {
        #[test]
        fn one_person_more_never_shows_in_the_count_unless_a_five_is_full(days in prop::collection::vec(0_i64..400, 5..40)) {
            let all: Vec<Waited> = (0_u128..).zip(&days).map(|(n, days)| waited(n, *days)).collect();
            let told = learned(&all, 5).unwrap();
            prop_assert_eq!(told.at_least % 5, 0);
            prop_assert!(usize::try_from(told.at_least).unwrap() <= days.len());
            let most = days.iter().max().copied().unwrap_or(0);
            prop_assert!(i64::from(told.weeks) * 7 <= most + 6);
        }
    }
}
