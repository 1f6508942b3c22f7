//! Somebody else's story (duty D24): does the person know, and by when are they told (article 14)?

use crate::enquiry::RequesterKind;
use crate::stable::stable_words;
use chrono::{DateTime, Months, TimeDelta, Utc};

/// Within how many days a person learns that somebody else told about them; a setting, and never more than the law's
/// one month (GDPR, article 14(3)(a)).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Term(pub u16);

impl Default for Term {
    fn default() -> Self {
        Self(30)
    }
}

impl Term {
    /// By when they are told: after the days of the setting, and within one month in any case, which February makes
    /// shorter than thirty days.
    pub fn due(self, obtained: DateTime<Utc>) -> DateTime<Utc> {
        let days = obtained + TimeDelta::days(i64::from(self.0));
        obtained.checked_add_months(Months::new(1)).map_or(days, |month| days.min(month))
    }
}

stable_words! {
    /// How the duty to tell the person ended: the notice, or one of the exemptions of article 14(5).
    pub enum NoticeEnding in "notice-ending" {
        /// The notice was given.
        Given = "given",
        /// The person has the information already (14(5)(a)).
        Knows = "knows",
        /// It is impossible or would take a disproportionate effort, such as nobody to write to (14(5)(b)).
        Effort = "effort",
        /// A law lays down that the data are obtained (14(5)(c)).
        Law = "law",
        /// Professional secrecy stands against it (14(5)(d)).
        Secrecy = "secrecy",
    }
}

/// Whether the notice of article 14 has to be scheduled.
///
/// It is when who asks is not the person and did not say that the person knows: not having asked is no knowledge. Of a
/// relative's story the person can always be told apart; of a professional's question only where somebody is on record
/// as the person concerned, or where it was said that the person does not know.
pub fn is_needed(kind: RequesterKind, person_knows: Option<bool>, is_somebody_on_record: bool) -> bool {
    match (kind.speaks_for_another(), person_knows) {
        (false, _) | (true, Some(true)) => false,
        (true, Some(false)) => true,
        (true, None) => kind == RequesterKind::Relative || is_somebody_on_record,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(text: &str) -> DateTime<Utc> {
        text.parse().unwrap()
    }

    #[test]
    fn not_having_asked_is_no_knowledge() {
        use RequesterKind::{Other, PersonConcerned, Professional, Relative};
        assert!(is_needed(Relative, None, false) && is_needed(Relative, Some(false), true));
        assert!(!is_needed(Relative, Some(true), true));
        assert!(!is_needed(Professional, None, false) && is_needed(Professional, None, true));
        assert!(is_needed(Other, Some(false), false));
        for knows in [None, Some(false), Some(true)] {
            assert!(!is_needed(PersonConcerned, knows, true));
        }
    }

    #[test]
    fn the_term_is_never_longer_than_the_month_of_the_law() {
        assert_eq!(Term(14).due(at("2026-11-22T10:00:00Z")), at("2026-12-06T10:00:00Z"));
        assert_eq!(Term::default().due(at("2027-01-31T10:00:00Z")), at("2027-02-28T10:00:00Z"));
        assert_eq!(Term(300).due(at("2026-11-22T10:00:00Z")), at("2026-12-22T10:00:00Z"));
    }
}
