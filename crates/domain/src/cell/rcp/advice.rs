//! What an RCP gives: an advice, dissent included. The treating physician decides and explains (duty D20).

use crate::cell::meeting::Dissent;
use crate::stable::stable_words;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

/// The advice on one file. Its words are sealed and kept apart.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Advice {
    /// The file.
    pub file: Uuid,
    /// Treating physician to whom it goes: a person of the contact book or an account.
    pub physician: Uuid,
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
        physician: Option<Uuid>,
        dissent: Vec<Dissent>,
        list: &[Uuid],
        present: &[Uuid],
    ) -> Result<Self, AdviceFault> {
        if !list.contains(&file) {
            return Err(AdviceFault::NotOnList);
        }
        let physician = physician.ok_or(AdviceFault::NoPhysician)?;
        for (n, one) in dissent.iter().enumerate() {
            if !present.contains(&one.by) {
                return Err(AdviceFault::NotPresent);
            }
            if dissent[..n].iter().any(|other| other.by == one.by) {
                return Err(AdviceFault::Twice);
            }
        }
        Ok(Self { file, physician, dissent })
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
pub const fn first_step(physician: Option<Uuid>) -> Option<FirstStep> {
    match physician {
        None => Some(FirstStep::FindPhysician),
        Some(_) => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const FILE: Uuid = Uuid::from_u128(1);
    const DOCTOR: Uuid = Uuid::from_u128(2);
    const OTHER: Uuid = Uuid::from_u128(3);

    #[test]
    fn an_advice_goes_to_a_physician_and_names_who_disagrees() {
        let against = Dissent { by: OTHER, text: None };
        let record = |physician, dissent, list: &[Uuid], present: &[Uuid]| {
            Advice::record(FILE, physician, dissent, list, present)
        };
        assert!(record(Some(DOCTOR), vec![against], &[FILE], &[OTHER]).is_ok());
        assert_eq!(record(Some(DOCTOR), vec![], &[], &[]), Err(AdviceFault::NotOnList));
        assert_eq!(record(None, vec![], &[FILE], &[]), Err(AdviceFault::NoPhysician));
        assert_eq!(record(Some(DOCTOR), vec![against], &[FILE], &[]), Err(AdviceFault::NotPresent));
        assert_eq!(record(Some(DOCTOR), vec![against, against], &[FILE], &[OTHER]), Err(AdviceFault::Twice));
    }

    #[test]
    fn without_a_physician_finding_one_comes_first() {
        assert_eq!(first_step(None), Some(FirstStep::FindPhysician));
        assert_eq!(first_step(Some(DOCTOR)), None);
    }
}
