//! The contact book of a file: who stands around the person, what each is for them, and what each may be told (duties D10, D47).

use crate::person::{NeverTell, SafeContact};
use crate::stable::stable_words;
use serde::{Deserialize, Serialize};

stable_words! {
    /// What somebody is for the person.
    pub enum ContactRole in "contact-role" {
        /// Family doctor.
        Gp = "gp",
        /// Specialist, also one of a hospital.
        Specialist = "specialist",
        /// Nurse, physiotherapist or another therapist.
        Therapist = "therapist",
        /// Pharmacist.
        Pharmacist = "pharmacist",
        /// Home care service.
        HomeCare = "home-care",
        /// Relative or friend who cares for the person.
        Carer = "carer",
        /// School: head, teacher, companion.
        School = "school",
        /// School doctor or school nurse.
        SchoolDoctor = "school-doctor",
        /// Social worker.
        SocialWorker = "social-worker",
        /// Occupational doctor or employer.
        Employer = "employer",
        /// Health insurer or fund.
        Insurer = "insurer",
        /// Association.
        Association = "association",
        /// Somebody else, whom the words beside the name explain.
        Other = "other",
    }
}

impl ContactRole {
    /// Whether they treat the person, and are bound to secrecy as doctors are.
    pub const fn treats(self) -> bool {
        matches!(self, Self::Gp | Self::Specialist | Self::SchoolDoctor)
    }

    /// Whom the person named where they said that one like this must never be told.
    pub const fn forbidden_by(self) -> Option<NeverTell> {
        match self {
            Self::Gp => Some(NeverTell::Doctor),
            Self::Carer => Some(NeverTell::Relatives),
            Self::School | Self::SchoolDoctor => Some(NeverTell::School),
            Self::Employer => Some(NeverTell::Employer),
            Self::Insurer => Some(NeverTell::Insurer),
            Self::Specialist
            | Self::Therapist
            | Self::Pharmacist
            | Self::HomeCare
            | Self::SocialWorker
            | Self::Association
            | Self::Other => None,
        }
    }
}

stable_words! {
    /// What the person agreed that somebody is told.
    pub enum MayKnow in "may-know" {
        /// Nothing: they are written down to be called, never to be told.
        Nothing = "nothing",
        /// What concerns the help they give: days, places, what is needed; nothing of the disease.
        Practical = "practical",
        /// What was explained to the person, as a doctor would be told.
        Medical = "medical",
    }
}

/// Somebody around the person.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Contact {
    /// Name.
    pub name: String,
    /// What they are for the person.
    pub role: ContactRole,
    /// What they may be told.
    pub may_know: MayKnow,
    /// Where they work; empty where it does not matter.
    #[serde(default)]
    pub place: String,
    /// Telephone.
    #[serde(default)]
    pub phone: String,
    /// Mail.
    #[serde(default)]
    pub mail: String,
    /// Postal address, for letters.
    #[serde(default)]
    pub address: String,
    /// What else one should know to reach them.
    #[serde(default)]
    pub note: String,
}

/// Why somebody is not written to, or not written down.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum ContactFault {
    /// No name.
    #[error("a contact has a name")]
    NoName,
    /// The person said that one like this must never be told.
    #[error("the person said that this reader must never be told")]
    NeverTell,
    /// The person agreed to nothing, or to practical things only.
    #[error("the person did not agree that this reader is told so much")]
    NotAgreed,
    /// Medical matters go to who treats the person, never to a school, an employer or an insurer.
    #[error("medical matters are for those who treat the person")]
    NotForThem,
}

impl Contact {
    /// The contact as it is kept. What the person forbids is not undone by a choice in the book; medical matters are agreed
    /// for those who treat the person, and for a carer.
    ///
    /// # Errors
    /// [`ContactFault`].
    pub fn check(self, safe: &SafeContact) -> Result<Self, ContactFault> {
        if self.name.trim().is_empty() {
            return Err(ContactFault::NoName);
        }
        if self.may_know != MayKnow::Nothing && self.is_forbidden(safe) {
            return Err(ContactFault::NeverTell);
        }
        let is_near = self.role.treats() || matches!(self.role, ContactRole::Carer | ContactRole::Therapist);
        if self.may_know == MayKnow::Medical && !is_near {
            return Err(ContactFault::NotForThem);
        }
        Ok(self)
    }

    fn is_forbidden(&self, safe: &SafeContact) -> bool {
        self.role.forbidden_by().is_some_and(|who| safe.never_tell.contains(&who))
    }

    /// Whether a medical letter, or the report of an RCP, may be made out to them: they treat the person, the person agreed,
    /// and did not forbid it since. What they are told of it besides is the rule of letters.
    ///
    /// # Errors
    /// [`ContactFault`].
    pub fn may_read_medical(&self, safe: &SafeContact) -> Result<(), ContactFault> {
        if self.is_forbidden(safe) {
            return Err(ContactFault::NeverTell);
        }
        if !self.role.treats() {
            return Err(ContactFault::NotForThem);
        }
        if self.may_know == MayKnow::Medical { Ok(()) } else { Err(ContactFault::NotAgreed) }
    }

    /// Whether a letter about daily life may be made out to them: the person agreed that they know at least that much, and did
    /// not forbid it since.
    ///
    /// # Errors
    /// [`ContactFault::NeverTell`], [`ContactFault::NotAgreed`].
    pub fn may_read_practical(&self, safe: &SafeContact) -> Result<(), ContactFault> {
        if self.is_forbidden(safe) {
            return Err(ContactFault::NeverTell);
        }
        if self.may_know == MayKnow::Nothing { Err(ContactFault::NotAgreed) } else { Ok(()) }
    }

    /// Name and place as a letter shows them.
    pub fn addressed(&self) -> String {
        [self.name.as_str(), &self.place, &self.address]
            .into_iter()
            .map(str::trim)
            .filter(|part| !part.is_empty())
            .collect::<Vec<_>>()
            .join(", ")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn contact(role: ContactRole, may_know: MayKnow) -> Contact {
        Contact {
            name: "Dr Imaginaire".into(),
            role,
            may_know,
            place: "Cabinet".into(),
            phone: String::new(),
            mail: String::new(),
            address: String::new(),
            note: String::new(),
        }
    }

    #[test]
    fn who_must_never_be_told_is_told_nothing_whatever_the_book_says() {
        let safe = SafeContact { never_tell: vec![NeverTell::School], ..SafeContact::default() };
        let school = |may_know| contact(ContactRole::SchoolDoctor, may_know);
        assert_eq!(school(MayKnow::Practical).check(&safe), Err(ContactFault::NeverTell));
        assert!(school(MayKnow::Nothing).check(&safe).is_ok());
        // Forbidden after it was agreed: the letter is refused all the same.
        assert_eq!(school(MayKnow::Medical).may_read_medical(&safe), Err(ContactFault::NeverTell));
        assert_eq!(school(MayKnow::Medical).may_read_medical(&SafeContact::default()), Ok(()));
    }

    #[test]
    fn a_letter_about_daily_life_goes_to_whom_the_person_allows_it() {
        let safe = SafeContact { never_tell: vec![NeverTell::School], ..SafeContact::default() };
        let school = contact(ContactRole::School, MayKnow::Practical);
        assert_eq!(school.may_read_practical(&safe), Err(ContactFault::NeverTell));
        assert_eq!(school.may_read_practical(&SafeContact::default()), Ok(()));
        let worker = contact(ContactRole::SocialWorker, MayKnow::Nothing);
        assert_eq!(worker.may_read_practical(&safe), Err(ContactFault::NotAgreed));
    }

    #[test]
    fn medical_matters_are_for_those_who_treat() {
        let safe = SafeContact::default();
        for role in [ContactRole::School, ContactRole::Employer, ContactRole::Insurer] {
            assert_eq!(contact(role, MayKnow::Medical).check(&safe), Err(ContactFault::NotForThem), "{role}");
        }
        let gp = contact(ContactRole::Gp, MayKnow::Practical);
        assert_eq!(gp.may_read_medical(&safe), Err(ContactFault::NotAgreed));
        assert_eq!(gp.addressed(), "Dr Imaginaire, Cabinet");
        let nobody = Contact { name: " ".into(), ..gp };
        assert_eq!(nobody.check(&safe), Err(ContactFault::NoName));
    }
}
