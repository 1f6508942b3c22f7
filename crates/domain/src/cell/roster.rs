//! Who stands in for whom (F41): absences with a stand-in, and departures for good.

use super::span::Span;
use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

/// An absence, or a departure when it has no end.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Absence {
    /// Account of who is away.
    pub account: Uuid,
    /// When.
    pub span: Span,
    /// Who acts for them meanwhile.
    pub stand_in: Option<Uuid>,
}

/// All absences, past and planned.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Roster {
    /// In any order.
    pub absences: Vec<Absence>,
}

impl Roster {
    /// The absence of an account at a moment; of several the one that began last, because it was known best.
    pub fn absence(&self, account: Uuid, at: DateTime<Utc>) -> Option<&Absence> {
        self.absences
            .iter()
            .filter(|absence| absence.account == account && absence.span.contains(at))
            .max_by_key(|absence| absence.span.from)
    }

    /// Who acts for an account at a moment: itself when present, else its stand-in, the stand-in's own when that one is
    /// away too, and so on. None when the chain ends with somebody absent, or turns in a circle.
    pub fn acting_for(&self, account: Uuid, at: DateTime<Utc>) -> Option<Uuid> {
        let mut current = account;
        // A chain without a circle passes each absence once at most.
        for _ in 0..=self.absences.len() {
            match self.absence(current, at) {
                None => return Some(current),
                Some(absence) => current = absence.stand_in?,
            }
        }
        None
    }

    /// Whether somebody may act where `holder` is named: the holder always, also from leave; anyone else only while they
    /// stand in.
    pub fn may_act_for(&self, who: Uuid, holder: Uuid, at: DateTime<Utc>) -> bool {
        who == holder || self.acting_for(holder, at) == Some(who)
    }

    /// The accounts for which this one stands in at a moment.
    pub fn stood_in_for(&self, account: Uuid, at: DateTime<Utc>) -> Vec<Uuid> {
        let mut away: Vec<Uuid> = self.absences.iter().map(|absence| absence.account).collect();
        away.sort();
        away.dedup();
        away.retain(|one| *one != account && self.may_act_for(account, *one, at));
        away
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn id(n: u128) -> Uuid {
        Uuid::from_u128(n)
    }

    fn at(n: i64) -> DateTime<Utc> {
        DateTime::from_timestamp(n, 0).unwrap()
    }

    fn away(account: u128, from: i64, until: i64, stand_in: Option<u128>) -> Absence {
        Absence { account: id(account), span: Span::new(at(from), at(until)), stand_in: stand_in.map(id) }
    }

    #[test]
    fn the_stand_in_of_a_stand_in_acts_and_only_meanwhile() {
        let roster = Roster { absences: vec![away(1, 10, 20, Some(2)), away(2, 15, 30, Some(3))] };
        let acting = |n| roster.acting_for(id(1), at(n));
        assert_eq!(
            [acting(9), acting(10), acting(15), acting(20)],
            [Some(id(1)), Some(id(2)), Some(id(3)), Some(id(1))]
        );
        assert!(roster.may_act_for(id(1), id(1), at(12)), "also from leave");
        assert!(roster.may_act_for(id(2), id(1), at(12)) && !roster.may_act_for(id(2), id(1), at(20)));
    }

    #[test]
    fn nobody_acts_where_nobody_is_named_or_two_name_each_other() {
        let roster = Roster { absences: vec![away(1, 0, 9, None)] };
        assert_eq!(roster.acting_for(id(1), at(1)), None);
        let circle = Roster { absences: vec![away(1, 0, 9, Some(2)), away(2, 0, 9, Some(1))] };
        assert_eq!(circle.acting_for(id(1), at(1)), None);
    }

    proptest! {
        #[test]
        fn who_acts_is_present(
            absences in proptest::collection::vec((1u128..6, 0i64..20, 0i64..20, proptest::option::of(1u128..6)), 0..12),
            who in 1u128..6, now in 0i64..20,
        ) {
            let absences = absences.into_iter().map(|(a, f, u, s)| away(a, f, u, s)).collect();
            let roster = Roster { absences };
            if let Some(acting) = roster.acting_for(id(who), at(now)) {
                prop_assert!(roster.absence(acting, at(now)).is_none());
            }
        }
    }
}
