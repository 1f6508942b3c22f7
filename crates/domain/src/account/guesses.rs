//! Who guesses is made to wait; the holder is not shut out by who guesses elsewhere.
//!
//! Wrong tries are counted per account *and* network. A stranger's tries make the stranger wait. Where many
//! networks guess at once, only networks from which the holder never came are made to wait by the sum of all
//! (OWASP, "Slow Down Online Guessing Attacks with Device Cookies", read 2026-11: the network takes the cookie's place).

use chrono::{DateTime, TimeDelta, Utc};

/// Wrong tries from one network that cost no waiting.
pub const FREE: u32 = 5;
/// Longest waiting time, and how long a wrong try is remembered.
pub const LONGEST: TimeDelta = TimeDelta::hours(1);
/// Wrong tries from all networks within [`LONGEST`] from which on unknown networks wait.
pub const MANY: u32 = 50;

/// Wrong tries for one account from one network.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Tries {
    /// How many since the last right one.
    pub wrong: u32,
    /// When the last one was.
    pub last: Option<DateTime<Utc>>,
    /// Whether the holder signed in from there before.
    pub known: bool,
}

impl Tries {
    /// Until when another try from there is not looked at; `elsewhere` counts the wrong tries from all networks.
    pub fn waits_until(&self, elsewhere: u32, now: DateTime<Utc>) -> Option<DateTime<Utc>> {
        let own = self.last.filter(|_| self.wrong >= FREE).map(|last| {
            let doublings = (self.wrong - FREE).min(6);
            last + TimeDelta::minutes(1 << doublings).min(LONGEST)
        });
        let crowd =
            self.last.filter(|_| !self.known && elsewhere >= MANY).map(|last| last + TimeDelta::minutes(15));
        own.max(crowd).filter(|end| *end > now)
    }

    /// The count after one more wrong try; tries older than [`LONGEST`] are forgotten.
    pub fn after_wrong(&self, now: DateTime<Utc>) -> u32 {
        let counts = self.last.is_some_and(|last| now - last < LONGEST);
        if counts { self.wrong.saturating_add(1) } else { 1 }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(minutes: i64) -> DateTime<Utc> {
        DateTime::<Utc>::UNIX_EPOCH + TimeDelta::days(20_000) + TimeDelta::minutes(minutes)
    }

    fn tries(wrong: u32, known: bool) -> Tries {
        Tries { wrong, last: Some(at(0)), known }
    }

    #[test]
    fn the_wait_doubles_and_never_exceeds_an_hour() {
        let until = |wrong| tries(wrong, false).waits_until(0, at(0));
        assert_eq!(until(4), None);
        assert_eq!(until(5), Some(at(1)));
        assert_eq!(until(6), Some(at(2)));
        assert_eq!(until(10), Some(at(32)));
        assert_eq!(until(4_000_000_000), Some(at(60)));
        assert_eq!(tries(5, false).waits_until(0, at(1)), None, "over");
    }

    #[test]
    fn a_crowd_of_guessers_does_not_make_the_holders_network_wait() {
        assert_eq!(tries(1, true).waits_until(10_000, at(0)), None);
        assert_eq!(tries(1, false).waits_until(10_000, at(0)), Some(at(15)));
        assert_eq!(Tries::default().waits_until(10_000, at(0)), None, "everybody has a first try");
    }

    #[test]
    fn old_tries_are_forgotten() {
        assert_eq!(tries(9, false).after_wrong(at(59)), 10);
        assert_eq!(tries(9, false).after_wrong(at(60)), 1);
        assert_eq!(Tries::default().after_wrong(at(0)), 1);
    }
}
