//! Told by a human (duty D2): no result reaches person, parent or GP before a named clinician recorded that it was
//! explained, or that the person prefers not to know.

use super::who::Who;
use crate::stable::stable_words;
use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

stable_words! {
    /// What must be told by a human first.
    pub enum Delicate in "delicate" {
        /// A disease that is only thought of.
        Candidate = "candidate",
        /// A genetic result.
        GeneticResult = "genetic-result",
        /// The advice of an RCP.
        RcpAdvice = "rcp-advice",
        /// The outcome of a panel.
        PanelOutcome = "panel-outcome",
        /// The name of a network or centre that gives the disease away.
        TellingName = "telling-name",
    }
}

stable_words! {
    /// Who would read it.
    pub enum Audience in "audience" {
        /// The person concerned.
        Person = "person",
        /// A parent or representative.
        Parent = "parent",
        /// The family doctor.
        Gp = "gp",
        /// A school, a social worker, a home care service: somebody of the contact book who helps in daily life.
        Support = "support",
    }
}

/// What a clinician recorded.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Told {
    /// Nobody spoke to the person yet.
    NotYet,
    /// It was explained.
    Explained {
        /// Account of the clinician.
        by: Uuid,
        /// When it was explained.
        at: DateTime<Utc>,
    },
    /// The person prefers not to know (also duty D7).
    PrefersNotToKnow {
        /// Account of the clinician who heard it.
        by: Uuid,
        /// When.
        at: DateTime<Utc>,
    },
}

/// Why it is not released.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum NotReleased {
    /// Nobody explained it yet.
    #[error("nobody explained it yet")]
    NotExplained,
    /// The person does not wish to know; a parent or representative does not learn in their place.
    #[error("the person prefers not to know")]
    PrefersNotToKnow,
    /// Nothing of the disease is for this reader, whatever was explained to the person.
    #[error("nothing of the disease is for this reader")]
    NotForThem,
}

/// Who may record that a person was told: clinicians (duty D2).
pub const CLINICIANS: &[Who] = &[Who::Medical, Who::Hub];

impl Told {
    /// Whether what was recorded may be replaced: who preferred not to know may ask later; what was explained is known.
    pub const fn may_change(&self) -> bool {
        !matches!(self, Self::Explained { .. })
    }

    /// Whether something delicate may be released to somebody at a moment.
    ///
    /// Who helps in daily life is told what that help needs, and nothing delicate. After "prefers not to know" the GP may be written to, because treatment needs it; person and parent are not.
    /// A record dated ahead releases nothing before its time.
    ///
    /// # Errors
    /// [`NotReleased`].
    pub fn release(&self, audience: Audience, now: DateTime<Utc>) -> Result<(), NotReleased> {
        if audience == Audience::Support {
            return Err(NotReleased::NotForThem);
        }
        match self {
            Self::Explained { at, .. } if *at <= now => Ok(()),
            Self::PrefersNotToKnow { at, .. } if *at <= now => match audience {
                Audience::Gp => Ok(()),
                Audience::Person | Audience::Parent | Audience::Support => Err(NotReleased::PrefersNotToKnow),
            },
            _ => Err(NotReleased::NotExplained),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(n: i64) -> DateTime<Utc> {
        DateTime::from_timestamp(n, 0).unwrap()
    }

    #[test]
    fn the_whole_table() {
        let by = Uuid::nil();
        let ask = |told: Told, now| Audience::ALL.map(|audience| told.release(audience, at(now)));
        let never = Err(NotReleased::NotForThem);
        let waits = Err(NotReleased::NotExplained);
        let not_yet = [waits, waits, waits, never];
        let refuses = Err(NotReleased::PrefersNotToKnow);
        assert_eq!(ask(Told::NotYet, 9), not_yet);
        assert_eq!(ask(Told::Explained { by, at: at(5) }, 4), not_yet);
        assert_eq!(ask(Told::Explained { by, at: at(5) }, 5), [Ok(()), Ok(()), Ok(()), never]);
        assert_eq!(ask(Told::PrefersNotToKnow { by, at: at(5) }, 5), [refuses, refuses, Ok(()), never]);
        assert_eq!(ask(Told::PrefersNotToKnow { by, at: at(5) }, 4), not_yet);
    }
}
