//! How somebody without an account reaches one referral: a link by one channel, a code by another (duty D3, told to recipients).

use crate::stable::stable_words;
use chrono::{DateTime, TimeDelta, Utc};

stable_words! {
    /// Over which channel a link or a code goes.
    pub enum Channel in "referral-channel" {
        /// By mail.
        Mail = "mail",
        /// Told by telephone, by a person to a person.
        Phone = "phone",
        /// By a message to a telephone.
        Sms = "sms",
        /// By letter.
        Letter = "letter",
    }
}

impl Channel {
    /// Channels over which a link goes.
    pub const OF_LINK: [Self; 2] = [Self::Mail, Self::Letter];

    /// Channels over which the code of a link may go: another one, and never by mail.
    pub fn of_code(link: Self) -> Vec<Self> {
        Self::ALL.into_iter().filter(|one| *one != link && *one != Self::Mail).collect()
    }

    /// For how long a code is good that goes this way.
    pub const fn code_lasts(self) -> TimeDelta {
        match self {
            Self::Letter => TimeDelta::days(14),
            Self::Mail | Self::Phone | Self::Sms => TimeDelta::days(3),
        }
    }
}

/// Wrong tries that end a code: forty bits, five tries.
pub const MOST_WRONG: i32 = 5;

/// For how long somebody who gave the code reads on without doing anything.
pub const IDLE: TimeDelta = TimeDelta::minutes(30);

/// For how long at most, from the code on.
pub const LONGEST: TimeDelta = TimeDelta::hours(12);

/// A link with its code, as they stand.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Door {
    /// Until when the link is good.
    pub until: DateTime<Utc>,
    /// When it was ended before that.
    pub ended_at: Option<DateTime<Utc>>,
    /// Until when its code is good; none where none was made, or it was used.
    pub code_until: Option<DateTime<Utc>>,
    /// Wrong tries of its code.
    pub wrong: i32,
}

impl Door {
    /// Whether the link leads anywhere.
    pub fn is_open(&self, now: DateTime<Utc>) -> bool {
        self.ended_at.is_none() && now < self.until
    }

    /// Whether a code may be tried.
    pub fn may_try(&self, now: DateTime<Utc>) -> bool {
        self.is_open(now) && self.wrong < MOST_WRONG && self.code_until.is_some_and(|until| now < until)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_code_never_goes_the_way_of_its_link() {
        for link in Channel::OF_LINK {
            let codes = Channel::of_code(link);
            assert!(!codes.is_empty() && !codes.contains(&link) && !codes.contains(&Channel::Mail), "{link}");
        }
    }

    #[test]
    fn a_code_ends_with_its_tries_its_time_and_its_link() {
        let at = |n| DateTime::from_timestamp(n, 0).unwrap();
        let door = Door { until: at(100), ended_at: None, code_until: Some(at(50)), wrong: 0 };
        assert!(
            door.may_try(at(49)) && !door.may_try(at(50)) && door.is_open(at(99)) && !door.is_open(at(100))
        );
        assert!(!Door { wrong: MOST_WRONG, ..door }.may_try(at(1)));
        assert!(!Door { ended_at: Some(at(1)), ..door }.may_try(at(1)));
        assert!(!Door { code_until: None, ..door }.may_try(at(1)));
    }
}
