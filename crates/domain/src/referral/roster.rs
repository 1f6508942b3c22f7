//! Who coordinates which European network here, who is away, and who acts for them (F41; seed 000, "coordinateurs ERN (CERN)
//! concernés").

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

/// An absence by days, both included.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Away {
    /// First day.
    pub from: NaiveDate,
    /// Last day.
    pub until: NaiveDate,
    /// Who acts for them meanwhile.
    pub deputy: Option<Uuid>,
}

/// Somebody of the roster, as the rule needs them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OnRoster {
    /// Id.
    pub id: Uuid,
    /// Networks that they coordinate, by their id in the directory.
    pub networks: Vec<String>,
    /// Absences.
    pub away: Vec<Away>,
    /// Whether they left for good.
    pub has_left: bool,
}

impl OnRoster {
    fn absence(&self, day: NaiveDate) -> Option<&Away> {
        self.away.iter().filter(|away| away.from <= day && day <= away.until).max_by_key(|away| away.from)
    }
}

/// Who is on duty for a network on a day: the first of its coordinators who is there, else the deputy of one, the deputy's own
/// deputy, and so on. None where nobody is, which is said and never guessed.
pub fn on_duty(roster: &[OnRoster], network: &str, day: NaiveDate) -> Option<Uuid> {
    let own: Vec<&OnRoster> =
        roster.iter().filter(|one| !one.has_left && one.networks.iter().any(|n| n == network)).collect();
    if let Some(there) = own.iter().find(|one| one.absence(day).is_none()) {
        return Some(there.id);
    }
    own.into_iter().find_map(|one| acting_for(roster, one, day))
}

fn acting_for(roster: &[OnRoster], of: &OnRoster, day: NaiveDate) -> Option<Uuid> {
    let mut current = of;
    // A chain without a circle passes each person once at most.
    for _ in 0..=roster.len() {
        let Some(away) = current.absence(day) else { return Some(current.id) };
        let deputy = away.deputy?;
        current = roster.iter().find(|one| one.id == deputy && !one.has_left)?;
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn day(n: u32) -> NaiveDate {
        NaiveDate::from_ymd_opt(2026, 11, n).unwrap()
    }

    fn one(id: u128, networks: &[&str], away: &[(u32, u32, Option<u128>)]) -> OnRoster {
        OnRoster {
            id: Uuid::from_u128(id),
            networks: networks.iter().map(|n| (*n).to_owned()).collect(),
            away: away
                .iter()
                .map(|(from, until, deputy)| Away {
                    from: day(*from),
                    until: day(*until),
                    deputy: deputy.map(Uuid::from_u128),
                })
                .collect(),
            has_left: false,
        }
    }

    #[test]
    fn who_is_away_is_stood_in_for_and_both_days_count() {
        let roster =
            [one(1, &["ern-rnd"], &[(5, 10, Some(2))]), one(2, &[], &[]), one(3, &["ern-lung"], &[])];
        let duty = |n| on_duty(&roster, "ern-rnd", day(n)).map(|id| id.as_u128());
        assert_eq!([4, 5, 10, 11].map(duty), [Some(1), Some(2), Some(2), Some(1)]);
        assert_eq!(on_duty(&roster, "ern-skin", day(1)), None, "nobody is guessed");
    }

    #[test]
    fn two_who_stand_in_for_each_other_and_are_both_away_are_nobody() {
        let roster = [one(1, &["a"], &[(1, 9, Some(2))]), one(2, &["a"], &[(1, 9, Some(1))])];
        assert_eq!(on_duty(&roster, "a", day(3)), None);
        let mut left = [one(1, &["a"], &[]), one(2, &["a"], &[])];
        left[0].has_left = true;
        assert_eq!(on_duty(&left, "a", day(3)), Some(Uuid::from_u128(2)));
    }

    proptest! {
        #[test]
        fn who_is_on_duty_is_there(
            people in prop::collection::vec((any::<bool>(), prop::collection::vec((1_u32..20, 1_u32..20, prop::option::of(0_u128..6)), 0..3)), 1..6),
            on in 1_u32..25,
        ) {
            let roster: Vec<OnRoster> = (0_u128..).zip(people).map(|(id, (left, away))| {
                let away: Vec<_> = away.into_iter().map(|(a, b, deputy)| (a.min(b), a.max(b), deputy)).collect();
                OnRoster { has_left: left, ..one(id, &["n"], &away) }
            }).collect();
            if let Some(id) = on_duty(&roster, "n", day(on)) {
                let found = roster.iter().find(|one| one.id == id).unwrap();
                prop_assert!(!found.has_left && found.absence(day(on)).is_none());
            }
        }
    }
}
