//! How long a session lasts, and what the second factor is needed for.

use crate::access::policy::STEP_UP_MINUTES;
use chrono::{DateTime, TimeDelta, Utc};
use std::fmt;
use std::str::FromStr;

use super::UnknownWord;

/// How far somebody has come in signing in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Level {
    /// The first factor was given; only the page of the second answers.
    First,
    /// The first factor was given, and an invitation or an administrator's code allows a new second factor.
    Enrolling,
    /// Both factors were given.
    Full,
}

impl Level {
    /// Stable word for the store.
    pub const fn word(self) -> &'static str {
        match self {
            Self::First => "first",
            Self::Enrolling => "enrolling",
            Self::Full => "full",
        }
    }
}

impl fmt::Display for Level {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.word())
    }
}

impl FromStr for Level {
    type Err = UnknownWord;

    fn from_str(word: &str) -> Result<Self, Self::Err> {
        [Self::First, Self::Enrolling, Self::Full].into_iter().find(|l| l.word() == word).ok_or(UnknownWord)
    }
}

/// Limits of a session; a setting of the installation.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Limits {
    /// Ends when nothing was asked for so long.
    pub idle: TimeDelta,
    /// Ends in any case.
    pub absolute: TimeDelta,
    /// How long the page of the second factor waits for it.
    pub first_factor: TimeDelta,
    /// How long a repeated second factor counts as fresh.
    pub step_up: TimeDelta,
}

impl Default for Limits {
    /// 30 minutes idle and 12 hours in all: NIST SP 800-63B-4, assurance level 2 (section 2.2.3, read 2026-11), allows
    /// one hour and 24; a desk that stands open in an office asks for less.
    fn default() -> Self {
        Self {
            idle: TimeDelta::minutes(30),
            absolute: TimeDelta::hours(12),
            first_factor: TimeDelta::minutes(15),
            step_up: TimeDelta::minutes(STEP_UP_MINUTES),
        }
    }
}

/// The times of a session.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Times {
    /// When it began; a change of its id does not begin it anew.
    pub began: DateTime<Utc>,
    /// When something was last asked.
    pub last_seen: DateTime<Utc>,
}

impl Limits {
    /// Whether a session of this level still counts.
    pub fn is_alive(&self, level: Level, times: Times, now: DateTime<Utc>) -> bool {
        let longest = if level == Level::Full { self.absolute } else { self.first_factor };
        // A clock set back must not make a session last longer than it may: what lies ahead counts as just now.
        now - times.began < longest && now - times.last_seen < self.idle
    }

    /// Whether the second factor was given lately enough for an act that asks for it anew.
    pub fn is_fresh(&self, stepped_up: Option<DateTime<Utc>>, now: DateTime<Utc>) -> bool {
        stepped_up.is_some_and(|at| now - at < self.step_up && at - now < TimeDelta::minutes(1))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(minutes: i64) -> DateTime<Utc> {
        DateTime::<Utc>::UNIX_EPOCH + TimeDelta::days(20_000) + TimeDelta::minutes(minutes)
    }

    #[test]
    fn a_session_ends_when_idle_and_in_any_case_after_a_working_day() {
        let limits = Limits::default();
        let alive =
            |level, seen, now| limits.is_alive(level, Times { began: at(0), last_seen: at(seen) }, at(now));
        assert!(alive(Level::Full, 0, 29));
        assert!(!alive(Level::Full, 0, 30));
        assert!(alive(Level::Full, 700, 719));
        assert!(!alive(Level::Full, 719, 720));
        assert!(alive(Level::First, 14, 14));
        assert!(!alive(Level::First, 14, 15));
        assert!(!alive(Level::Enrolling, 14, 15));
    }

    #[test]
    fn a_second_factor_is_fresh_for_a_quarter_of_an_hour() {
        let limits = Limits::default();
        assert!(!limits.is_fresh(None, at(0)));
        assert!(limits.is_fresh(Some(at(0)), at(14)));
        assert!(!limits.is_fresh(Some(at(0)), at(15)));
        assert!(!limits.is_fresh(Some(at(60)), at(0)), "not from the future");
    }

    #[test]
    fn levels_are_read_back_from_their_words() {
        for level in [Level::First, Level::Enrolling, Level::Full] {
            assert_eq!(level.word().parse(), Ok(level));
        }
    }
}
