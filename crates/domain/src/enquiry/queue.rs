//! Who comes first in the queue.

use crate::danger::Danger;
use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use std::fmt;

/// How urgent a request is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Urgency {
    /// As any other.
    #[default]
    None,
    /// A listener marked it as pressing.
    Pressing,
    /// What was written suggests danger (duty D1).
    Danger(Danger),
}

impl Urgency {
    /// All of them, least urgent first.
    pub const ALL: [Urgency; 5] = [
        Self::None,
        Self::Pressing,
        Self::Danger(Danger::SelfHarm),
        Self::Danger(Danger::Violence),
        Self::Danger(Danger::Acute),
    ];

    /// Beginning of the translation keys of its words.
    pub const FAMILY: &'static str = "urgency";

    /// The urgency of a text in which these dangers were found; of several the acute emergency is named.
    pub fn of(dangers: &[Danger]) -> Self {
        dangers.iter().max().map_or(Self::None, |danger| Self::Danger(*danger))
    }

    /// Stable word for columns and translation keys.
    pub const fn word(self) -> &'static str {
        match self {
            Self::None => "none",
            Self::Pressing => "pressing",
            Self::Danger(Danger::SelfHarm) => "danger-self-harm",
            Self::Danger(Danger::Violence) => "danger-violence",
            Self::Danger(Danger::Acute) => "danger-acute",
        }
    }

    /// Reads [`Urgency::word`].
    pub fn from_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|one| one.word() == word)
    }

    /// Whether the emergency number has to be shown before anything else.
    pub const fn is_danger(self) -> bool {
        matches!(self, Self::Danger(_))
    }

    /// The more urgent of both: a further message never makes a request less urgent, only a listener does.
    #[must_use]
    pub fn or(self, other: Self) -> Self {
        if other.rank() < self.rank() { other } else { self }
    }

    const fn rank(self) -> i64 {
        match self {
            Self::Danger(_) => 0,
            Self::Pressing => 1,
            Self::None => 2,
        }
    }
}

impl fmt::Display for Urgency {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.word())
    }
}

impl Serialize for Urgency {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.word())
    }
}

impl<'de> Deserialize<'de> for Urgency {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let word = String::deserialize(deserializer)?;
        Self::from_word(&word).ok_or_else(|| serde::de::Error::custom("unknown urgency"))
    }
}

/// Minutes that fit the 30 bits of a time in the key: until the year 4011.
const TIMES: i64 = 1 << 30;

/// Place in the queue as one number for one column, ascending: danger first, then pressing, then what is due soonest,
/// then who waits longest. Equal keys are told apart by the id, which grows with time.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct QueueKey(i64);

impl QueueKey {
    /// The key of a request. Without a promise it comes after those that have one; times count by the minute.
    pub fn new(urgency: Urgency, due_at: Option<DateTime<Utc>>, received_at: DateTime<Utc>) -> Self {
        let minutes = |at: DateTime<Utc>| at.timestamp().div_euclid(60).clamp(0, TIMES - 1);
        let due = due_at.map_or(TIMES - 1, minutes);
        Self((urgency.rank() * TIMES + due) * TIMES + minutes(received_at))
    }

    /// The number for the column.
    pub const fn number(self) -> i64 {
        self.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(text: &str) -> DateTime<Utc> {
        text.parse().unwrap()
    }

    const DUE: &str = "2026-11-27T16:00:00Z";
    const LATER: &str = "2026-11-30T16:00:00Z";
    const RECEIVED: &str = "2026-11-20T09:00:00Z";
    const AFTER: &str = "2026-11-20T09:01:00Z";

    fn key(urgency: Urgency, due: &str, received: &str) -> QueueKey {
        QueueKey::new(urgency, Some(at(due)), at(received))
    }

    #[test]
    fn danger_then_pressing_then_due_then_waiting() {
        let danger = Urgency::Danger(Danger::Violence);
        let order = [
            key(danger, DUE, RECEIVED),
            key(danger, LATER, RECEIVED),
            key(Urgency::Pressing, DUE, RECEIVED),
            key(Urgency::None, DUE, RECEIVED),
            key(Urgency::None, DUE, AFTER),
            key(Urgency::None, LATER, RECEIVED),
            QueueKey::new(Urgency::None, None, at(RECEIVED)),
        ];
        assert!(order.windows(2).all(|pair| pair[0] < pair[1]), "{order:?}");
        assert!(order.windows(2).all(|pair| pair[0].number() < pair[1].number()));
    }

    #[test]
    fn all_kinds_of_danger_wait_together() {
        let kinds = [Danger::SelfHarm, Danger::Violence, Danger::Acute]
            .map(|d| key(Urgency::Danger(d), DUE, RECEIVED));
        assert!(kinds.iter().all(|k| *k == kinds[0]));
    }

    #[test]
    fn extreme_times_stay_within_their_place() {
        let none = QueueKey::new(Urgency::None, None, DateTime::<Utc>::MAX_UTC);
        assert!(none.number() > 0);
        let first = QueueKey::new(
            Urgency::Danger(Danger::Acute),
            Some(DateTime::<Utc>::MIN_UTC),
            DateTime::<Utc>::MIN_UTC,
        );
        assert_eq!(first.number(), 0);
        let late_danger = QueueKey::new(Urgency::Danger(Danger::Acute), None, DateTime::<Utc>::MAX_UTC);
        assert!(late_danger < QueueKey::new(Urgency::Pressing, Some(DateTime::<Utc>::MIN_UTC), at(RECEIVED)));
    }

    #[test]
    fn words_read_back_and_danger_only_grows() {
        for urgency in Urgency::ALL {
            assert_eq!(Urgency::from_word(urgency.word()), Some(urgency));
        }
        let danger = Urgency::of(&[Danger::SelfHarm, Danger::Acute]);
        assert_eq!(danger, Urgency::Danger(Danger::Acute));
        assert_eq!(Urgency::of(&[]), Urgency::None);
        assert_eq!(danger.or(Urgency::None), danger);
        assert_eq!(Urgency::Pressing.or(danger), danger);
        assert_eq!(Urgency::None.or(Urgency::Pressing), Urgency::Pressing);
    }
}
