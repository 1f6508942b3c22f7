//! What an RCP gives: an advice, dissent included. The treating physician decides and explains (duty D20).

use crate::cell::meeting::Dissent;
use crate::stable::stable_words;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

/// The advice on one file. Its words are sealed and kept apart; the treating physician to whom it goes stands, sealed, at the
/// head of the file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Advice {
    /// The file.
    pub file: Uuid,
    /// Who was of another opinion, each once.
    pub dissent: Vec<Dissent>,
}

/// Why an advice is not recorded.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum AdviceFault {
    /// The file was not on the list of the session.
    #[error("the file was not on the list of this session")]
    NotOnList,
    /// Nobody treats the person: finding a physician is the first step.
    #[error("no treating physician is named")]
    NoPhysician,
    /// Who dissents was not there.
    #[error("who dissents was not present")]
    NotPresent,
    /// Somebody dissents twice.
    #[error("somebody dissents twice")]
    Twice,
}

impl Advice {
    /// Checks an advice against the list of the session and who was there.
    ///
    /// # Errors
    /// [`AdviceFault`].
    pub fn record(
        file: Uuid,
        has_physician: bool,
        dissent: Vec<Dissent>,
        list: &[Uuid],
        present: &[Uuid],
    ) -> Result<Self, AdviceFault> {
        if !list.contains(&file) {
            return Err(AdviceFault::NotOnList);
        }
        if first_step(has_physician).is_some() {
            return Err(AdviceFault::NoPhysician);
        }
        for (n, one) in dissent.iter().enumerate() {
            if !present.contains(&one.by) {
                return Err(AdviceFault::NotPresent);
            }
            if dissent[..n].iter().any(|other| other.by == one.by) {
                return Err(AdviceFault::Twice);
            }
        }
        Ok(Self { file, dissent })
    }
}

stable_words! {
    /// What has to come before everything else in a file.
    pub enum FirstStep in "first-step" {
        /// Find a physician who treats, decides and explains.
        FindPhysician = "find-physician",
    }
}

/// The first step of a file without a treating physician; none where one is named.
pub const fn first_step(has_physician: bool) -> Option<FirstStep> {
    if has_physician { None } else { Some(FirstStep::FindPhysician) }
}

#[cfg(test)]
mod tests {
    use super::*;

    const FILE: Uuid = Uuid::from_u128(1);
    const OTHER: Uuid = Uuid::from_u128(3);

    #[test]
    fn an_advice_goes_to_a_physician_and_names_who_disagrees() {
        let against = Dissent { by: OTHER, text: None };
        let record = |physician: bool, dissent, list: &[Uuid], present: &[Uuid]| {
            Advice::record(FILE, physician, dissent, list, present)
        };
        assert!(record(true, vec![against], &[FILE], &[OTHER]).is_ok());
        assert_eq!(record(true, vec![], &[], &[]), Err(AdviceFault::NotOnList));
        assert_eq!(record(false, vec![], &[FILE], &[]), Err(AdviceFault::NoPhysician));
        assert_eq!(record(true, vec![against], &[FILE], &[]), Err(AdviceFault::NotPresent));
        assert_eq!(record(true, vec![against, against], &[FILE], &[OTHER]), Err(AdviceFault::Twice));
    }

    #[test]
    fn without_a_physician_finding_one_comes_first() {
        assert_eq!(first_step(false), Some(FirstStep::FindPhysician));
        assert_eq!(first_step(true), None);
    }
}
