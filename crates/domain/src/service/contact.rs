//! The next contact with a person whom the service follows, and the order in which its files are worked off.

use super::state::ServiceState;
use crate::stable::stable_words;
use chrono::NaiveDate;

/// The next contact would lie in the past.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("the next contact lies in the past")]
pub struct InPast;

/// Checks the day of the next contact; none where it is left open.
///
/// # Errors
/// [`InPast`].
pub fn next_contact(on: Option<NaiveDate>, today: NaiveDate) -> Result<Option<NaiveDate>, InPast> {
    if on.is_some_and(|day| day < today) { Err(InPast) } else { Ok(on) }
}

stable_words! {
    /// How a file stands today, in the order in which it is worked off.
    pub enum Due in "service-due" {
        /// The cell asks: nobody answered yet.
        Offered = "offered",
        /// The day of the next contact has come or passed.
        Now = "now",
        /// Nobody said when the next contact is: that is how somebody is forgotten.
        NoDay = "no-day",
        /// The next contact has its day.
        Later = "later",
        /// Nothing is due.
        Nothing = "nothing",
    }
}

impl Due {
    /// How a file in a state stands, with the day of its next contact.
    pub fn of(state: ServiceState, next: Option<NaiveDate>, today: NaiveDate) -> Self {
        match (state, next) {
            (ServiceState::Offered, _) => Self::Offered,
            (ServiceState::Followed, None) => Self::NoDay,
            (ServiceState::Followed, Some(day)) if day <= today => Self::Now,
            (ServiceState::Followed, Some(_)) => Self::Later,
            (ServiceState::Declined | ServiceState::Ended | ServiceState::Died, _) => Self::Nothing,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn who_is_asked_for_comes_first_and_who_has_no_day_before_who_has_one() {
        let day = |text: &str| text.parse::<NaiveDate>().unwrap();
        let of = |state, next: Option<&str>| Due::of(state, next.map(day), day("2026-11-23"));
        assert_eq!(of(ServiceState::Offered, None), Due::Offered);
        assert_eq!(of(ServiceState::Followed, Some("2026-11-23")), Due::Now);
        assert_eq!(of(ServiceState::Followed, Some("2026-11-24")), Due::Later);
        assert_eq!(of(ServiceState::Followed, None), Due::NoDay);
        assert_eq!(of(ServiceState::Died, Some("2026-11-01")), Due::Nothing);
        assert!(Due::Offered < Due::Now && Due::NoDay < Due::Later);
        assert_eq!(next_contact(Some(day("2026-11-22")), day("2026-11-23")), Err(InPast));
        assert!(next_contact(None, day("2026-11-23")).is_ok());
    }
}
