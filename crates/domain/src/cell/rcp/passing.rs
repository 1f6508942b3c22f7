//! How the signed report of a session reaches the physician who treats a person: on which way and day, or why it does not
//! (duties D10, D20). A report counts as sent once each file has an answer.

use crate::cell::letter::{self, LetterFault};
use crate::cell::told::Audience;
use crate::person::SafeContact;
use crate::stable::stable_words;
use chrono::NaiveDate;

stable_words! {
    /// On which way it went.
    pub enum PassingWay in "report-way" {
        /// By post.
        Post = "post",
        /// By a protected mail service of the professions.
        SecureMail = "secure-mail",
        /// From hand to hand.
        InPerson = "in-person",
    }
}

stable_words! {
    /// Why it does not go out.
    pub enum KeptBack in "report-kept" {
        /// The person does not wish that this physician reads it.
        Refused = "refused",
        /// The physician at the head of the file treats the person no more: somebody is to be found first.
        NoPhysician = "no-physician",
        /// The person died, and nobody treats them any more.
        Died = "died",
    }
}

/// What became of the report on one file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Passing {
    /// It went out.
    Passed {
        /// How.
        way: PassingWay,
        /// On which day.
        on: NaiveDate,
    },
    /// It stays here.
    Kept(KeptBack),
}

/// Why that is not recorded.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum PassingFault {
    /// The report is not signed.
    #[error("a report goes out once it is signed")]
    NotSigned,
    /// The person said that their doctor must never be told.
    #[error("the person said that this reader must never be told")]
    NeverTell,
    /// It would have gone out before it was signed, or in the future.
    #[error("the day lies before the signature, or ahead")]
    Day,
    /// Nobody is named to whom it went.
    #[error("nobody is named to whom it went")]
    Nobody,
}

impl Passing {
    /// Checks what is recorded: `signed` and `today` are days of the office, `to` the physician to whom it went.
    ///
    /// # Errors
    /// [`PassingFault`].
    pub fn check(
        self,
        contact: &SafeContact,
        to: &str,
        signed: Option<NaiveDate>,
        today: NaiveDate,
    ) -> Result<(), PassingFault> {
        let signed = signed.ok_or(PassingFault::NotSigned)?;
        let Self::Passed { on, .. } = self else { return Ok(()) };
        if letter::handing(Audience::Gp, contact, false) == Err(LetterFault::NeverTell) {
            return Err(PassingFault::NeverTell);
        }
        if on < signed || on > today {
            return Err(PassingFault::Day);
        }
        if to.trim().is_empty() { Err(PassingFault::Nobody) } else { Ok(()) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::person::NeverTell;

    #[test]
    fn a_report_goes_out_signed_to_somebody_named_and_never_against_the_persons_word() {
        let day = |text: &str| text.parse::<NaiveDate>().expect("a day");
        let (signed, today) = (Some(day("2026-11-10")), day("2026-11-23"));
        let sent = |on: &str| Passing::Passed { way: PassingWay::Post, on: day(on) };
        let free = SafeContact::default();
        let check = |one: Passing, to: &str| one.check(&free, to, signed, today);
        assert_eq!(check(sent("2026-11-10"), "Dr Fictif"), Ok(()));
        assert_eq!(check(sent("2026-11-09"), "Dr Fictif"), Err(PassingFault::Day));
        assert_eq!(check(sent("2026-11-24"), "Dr Fictif"), Err(PassingFault::Day));
        assert_eq!(check(sent("2026-11-12"), " "), Err(PassingFault::Nobody));
        assert_eq!(check(Passing::Kept(KeptBack::Refused), ""), Ok(()));
        let kept = Passing::Kept(KeptBack::Refused).check(&free, "", None, today);
        assert_eq!(kept, Err(PassingFault::NotSigned));
        let never = SafeContact { never_tell: vec![NeverTell::Doctor], ..SafeContact::default() };
        let against = sent("2026-11-12").check(&never, "Dr Fictif", signed, today);
        assert_eq!(against, Err(PassingFault::NeverTell));
        assert_eq!(Passing::Kept(KeptBack::Refused).check(&never, "", signed, today), Ok(()));
    }
}
