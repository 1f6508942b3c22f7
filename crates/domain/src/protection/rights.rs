//! What a person may ask for about their data, and by when it is answered.

use crate::stable::stable_words;
use chrono::{DateTime, Months, Utc};

stable_words! {
    /// A right of the person, by article of the GDPR.
    pub enum Right in "right" {
        /// Copy and information (article 15).
        Access = "access",
        /// Correction (article 16).
        Rectification = "rectification",
        /// Erasure (article 17).
        Erasure = "erasure",
        /// Restriction of use (article 18): also a request that was taken back.
        Restriction = "restriction",
        /// Data to take along (article 20).
        Portability = "portability",
        /// Objection (article 21).
        Objection = "objection",
    }
}

impl Right {
    /// Number of its article.
    pub const fn article(self) -> u8 {
        match self {
            Self::Access => 15,
            Self::Rectification => 16,
            Self::Erasure => 17,
            Self::Restriction => 18,
            Self::Portability => 20,
            Self::Objection => 21,
        }
    }
}

stable_words! {
    /// How a request came: every act online has a twin by phone or on paper (duty D51).
    pub enum Way in "way-asked" {
        /// Through the private link.
        Online = "online",
        /// By telephone.
        Phone = "phone",
        /// By letter.
        Letter = "letter",
        /// By mail.
        Mail = "mail",
        /// In person.
        InPerson = "in-person",
    }
}

stable_words! {
    /// Where a request stands.
    pub enum Standing in "standing" {
        /// To be answered.
        Open = "open",
        /// Prolonged by two months, and the person was told (article 12(3)).
        Extended = "extended",
        /// Done.
        Done = "done",
        /// Refused, with the reason told (article 12(4)).
        Refused = "refused",
        /// The person took it back.
        Cancelled = "cancelled",
    }
}

impl Standing {
    /// Whether somebody still has to act.
    pub const fn is_open(self) -> bool {
        matches!(self, Self::Open | Self::Extended)
    }

    /// Whether a request may pass from here to there. What has ended stays so: a new request begins a new clock.
    pub const fn may_become(self, next: Self) -> bool {
        match (self, next) {
            (Self::Open, Self::Open) | (Self::Extended, Self::Extended | Self::Open) => false,
            (Self::Open | Self::Extended, _) => true,
            _ => false,
        }
    }
}

/// By when a request is answered: one month after it came (article 12(3)); the last day of a shorter month where the
/// day is missing (Regulation 1182/71, article 3).
pub fn due(received: DateTime<Utc>) -> DateTime<Utc> {
    received.checked_add_months(Months::new(1)).unwrap_or(received)
}

/// By when at the latest, once it was prolonged.
pub fn due_extended(received: DateTime<Utc>) -> DateTime<Utc> {
    received.checked_add_months(Months::new(3)).unwrap_or(received)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(text: &str) -> DateTime<Utc> {
        text.parse().unwrap()
    }

    #[test]
    fn the_clock_is_one_month_and_ends_within_a_shorter_one() {
        assert_eq!(due(at("2026-11-22T10:00:00Z")), at("2026-12-22T10:00:00Z"));
        assert_eq!(due(at("2027-01-31T10:00:00Z")), at("2027-02-28T10:00:00Z"));
        assert_eq!(due_extended(at("2026-11-30T10:00:00Z")), at("2027-02-28T10:00:00Z"));
    }

    #[test]
    fn what_has_ended_does_not_begin_again() {
        for ended in [Standing::Done, Standing::Refused, Standing::Cancelled] {
            assert!(!ended.is_open());
            assert!(Standing::ALL.into_iter().all(|next| !ended.may_become(next)), "{ended}");
        }
        assert!(
            Standing::Open.may_become(Standing::Extended) && Standing::Extended.may_become(Standing::Done)
        );
        assert!(!Standing::Extended.may_become(Standing::Open));
    }

    #[test]
    fn articles_are_those_of_the_regulation() {
        assert_eq!(Right::ALL.map(Right::article), [15, 16, 17, 18, 20, 21]);
    }
}
