//! Stretches of time with a beginning that belongs to them and an end that does not.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

/// A stretch of time `[from, until)`. At the very moment of `until` it is over.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Span {
    /// First moment.
    pub from: DateTime<Utc>,
    /// First moment after it; none while it lasts.
    pub until: Option<DateTime<Utc>>,
}

impl Span {
    /// A stretch that lasts.
    pub const fn since(from: DateTime<Utc>) -> Self {
        Self { from, until: None }
    }

    /// A stretch with an end.
    pub const fn new(from: DateTime<Utc>, until: DateTime<Utc>) -> Self {
        Self { from, until: Some(until) }
    }

    /// Whether a moment lies in it.
    pub fn contains(&self, at: DateTime<Utc>) -> bool {
        self.from <= at && self.until.is_none_or(|until| at < until)
    }

    /// Whether it is no time at all.
    pub fn is_empty(&self) -> bool {
        self.until.is_some_and(|until| until <= self.from)
    }

    /// What both have in common.
    pub fn common(&self, other: &Self) -> Option<Self> {
        let until = match (self.until, other.until) {
            (Some(a), Some(b)) => Some(a.min(b)),
            (a, b) => a.or(b),
        };
        let common = Self { from: self.from.max(other.from), until };
        (!common.is_empty()).then_some(common)
    }

    /// Joins stretches that overlap or touch; in order, none empty.
    pub fn join(spans: impl IntoIterator<Item = Self>) -> Vec<Self> {
        let mut sorted: Vec<Self> = spans.into_iter().filter(|span| !span.is_empty()).collect();
        sorted.sort();
        let mut joined: Vec<Self> = Vec::new();
        for span in sorted {
            match joined.last_mut() {
                Some(last) if last.until.is_none_or(|until| span.from <= until) => {
                    last.until = last.until.zip(span.until).map(|(a, b)| a.max(b));
                }
                _ => joined.push(span),
            }
        }
        joined
    }

    /// What of these stretches lies in none of `others`.
    pub fn without(spans: &[Self], others: &[Self]) -> Vec<Self> {
        let mut left = Self::join(spans.iter().copied());
        for other in others.iter().filter(|other| !other.is_empty()) {
            left = left.iter().flat_map(|span| span.minus(other)).collect();
        }
        left
    }

    fn minus(&self, other: &Self) -> Vec<Self> {
        if self.common(other).is_none() {
            return vec![*self];
        }
        let before = Self::new(self.from, other.from);
        let after = other.until.map(|from| Self { from, until: self.until });
        [Some(before), after].into_iter().flatten().filter(|span| !span.is_empty()).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn at(minute: i64) -> DateTime<Utc> {
        DateTime::from_timestamp(minute * 60, 0).unwrap()
    }

    fn span() -> impl Strategy<Value = Span> {
        (0i64..60, proptest::option::of(0i64..60))
            .prop_map(|(from, until)| Span { from: at(from), until: until.map(at) })
    }

    fn any(spans: &[Span], moment: DateTime<Utc>) -> bool {
        spans.iter().any(|span| span.contains(moment))
    }

    #[test]
    fn its_end_does_not_belong_to_it() {
        let hour = Span::new(at(0), at(60));
        assert!(hour.contains(at(0)) && hour.contains(at(59)) && !hour.contains(at(60)));
        assert!(Span::since(at(0)).contains(at(1_000_000)));
    }

    proptest! {
        #[test]
        fn joining_and_taking_away_are_what_they_say_at_every_minute(
            a in proptest::collection::vec(span(), 0..6),
            b in proptest::collection::vec(span(), 0..6),
        ) {
            let (joined, rest) = (Span::join(a.iter().copied()), Span::without(&a, &b));
            for minute in 0..70 {
                let moment = at(minute);
                prop_assert_eq!(any(&joined, moment), any(&a, moment));
                prop_assert_eq!(any(&rest, moment), any(&a, moment) && !any(&b, moment));
            }
            for pair in joined.windows(2) {
                prop_assert!(pair[0].until.is_some_and(|until| until < pair[1].from));
            }
        }

        #[test]
        fn what_two_have_in_common_lies_in_both(a in span(), b in span()) {
            for minute in 0..70 {
                let both = a.contains(at(minute)) && b.contains(at(minute));
                prop_assert_eq!(a.common(&b).is_some_and(|c| c.contains(at(minute))), both);
            }
        }
    }
}
