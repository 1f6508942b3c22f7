//! Who brought the person: set at opening, correctable with a reason (duty D42).

use crate::cell::words::BroughtBy;
use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

/// A correction of the field.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Correction {
    /// What stood there.
    pub from: BroughtBy,
    /// Why it was wrong.
    pub reason: String,
    /// Account of who corrected it.
    pub by: Uuid,
    /// When.
    pub at: DateTime<Utc>,
}

/// The field with its corrections, oldest first.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct BroughtByField {
    /// What counts now.
    pub value: BroughtBy,
    /// How it came to that.
    pub corrections: Vec<Correction>,
}

/// Why a correction is not taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum CorrectionFault {
    /// A figure of the yearly report hangs on it: a correction says why.
    #[error("a correction needs a reason")]
    ReasonMissing,
    /// It says what stands there already.
    #[error("this is what stands there")]
    Same,
}

impl BroughtByField {
    /// As set at opening.
    pub const fn new(value: BroughtBy) -> Self {
        Self { value, corrections: Vec::new() }
    }

    /// Corrects it.
    ///
    /// # Errors
    /// [`CorrectionFault`] without a reason, or without a difference.
    pub fn correct(
        mut self,
        to: BroughtBy,
        reason: &str,
        by: Uuid,
        at: DateTime<Utc>,
    ) -> Result<Self, CorrectionFault> {
        let reason = reason.trim();
        if reason.is_empty() {
            return Err(CorrectionFault::ReasonMissing);
        }
        if to == self.value {
            return Err(CorrectionFault::Same);
        }
        self.corrections.push(Correction { from: self.value, reason: reason.to_owned(), by, at });
        Ok(Self { value: to, ..self })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_correction_says_why_and_keeps_what_stood_there() {
        let at = DateTime::UNIX_EPOCH;
        let field = BroughtByField::new(BroughtBy::Listener);
        let correct = |to, reason| field.clone().correct(to, reason, Uuid::nil(), at);
        assert_eq!(correct(BroughtBy::Psychosocial, "  "), Err(CorrectionFault::ReasonMissing));
        assert_eq!(correct(BroughtBy::Listener, "x"), Err(CorrectionFault::Same));
        let corrected = correct(BroughtBy::Psychosocial, " came through the CNPS ").unwrap();
        assert_eq!(corrected.value, BroughtBy::Psychosocial);
        assert_eq!(corrected.corrections[0].from, BroughtBy::Listener);
        assert_eq!(corrected.corrections[0].reason, "came through the CNPS");
    }
}
