//! What happened to data, and by when whom must be told (articles 33, 34).

use crate::stable::stable_words;
use chrono::{DateTime, TimeDelta, Utc};

stable_words! {
    /// What was lost (article 4(12)).
    pub enum BreachKind in "breach-kind" {
        /// Somebody read what they may not.
        Confidentiality = "confidentiality",
        /// Something was changed that must not be.
        Integrity = "integrity",
        /// Something is gone or cannot be reached.
        Availability = "availability",
    }
}

stable_words! {
    /// What it may do to the persons.
    pub enum BreachRisk in "breach-risk" {
        /// Not weighed yet.
        Unknown = "unknown",
        /// Unlikely to harm: recorded only (article 33(1)).
        Unlikely = "unlikely",
        /// A risk: the authority is told.
        Risk = "risk",
        /// A high risk: the persons are told too.
        High = "high",
    }
}

/// By when the authority is told: 72 hours after it became known (article 33(1)).
pub fn due(noticed: DateTime<Utc>) -> DateTime<Utc> {
    noticed + TimeDelta::hours(72)
}

/// What is still to be done about a breach.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct ToDo {
    /// The risk must be weighed.
    pub weigh: bool,
    /// The authority must be told.
    pub tell_authority: bool,
    /// The persons must be told.
    pub tell_persons: bool,
}

/// What is still to be done.
pub const fn to_do(risk: BreachRisk, authority_told: bool, persons_told: bool) -> ToDo {
    ToDo {
        weigh: matches!(risk, BreachRisk::Unknown),
        // As long as the risk is not weighed the clock runs.
        tell_authority: !matches!(risk, BreachRisk::Unlikely) && !authority_told,
        tell_persons: matches!(risk, BreachRisk::High) && !persons_told,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_clock_runs_until_the_risk_is_found_unlikely_or_the_authority_told() {
        assert!(to_do(BreachRisk::Unknown, false, false).tell_authority);
        assert!(!to_do(BreachRisk::Unlikely, false, false).tell_authority);
        assert!(!to_do(BreachRisk::Risk, true, false).tell_authority);
        assert!(to_do(BreachRisk::High, true, false).tell_persons);
        assert_eq!(to_do(BreachRisk::High, true, true), ToDo::default());
    }

    #[test]
    fn it_is_seventy_two_hours_also_over_a_weekend() {
        let noticed = "2026-11-20T16:00:00Z".parse().unwrap();
        assert_eq!(due(noticed), "2026-11-23T16:00:00Z".parse::<DateTime<Utc>>().unwrap());
    }
}
