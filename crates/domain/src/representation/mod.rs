//! Who acts for a child or a protected adult, and when an act stands still (duty D23).
//!
//! * [`ages`]: from when on a person decides alone; settings of the country profile;
//! * [`hindrance`]: whether an act may be done, by what representatives and the person said.

pub mod ages;
pub mod hindrance;

pub use ages::{Age, Ages};
pub use hindrance::{Hindrance, Opinion, Position, hindrance};

use crate::stable::stable_words;
use chrono::NaiveDate;
use uuid::Uuid;

stable_words! {
    /// As what somebody acts for the person.
    pub enum RepresentativeKind in "representative" {
        /// Mother or father with parental authority.
        Parent = "parent",
        /// Guardian of a child.
        Guardian = "guardian",
        /// Named by a court for a protected adult.
        LegalRepresentative = "legal-representative",
        /// Chosen by the person: accompanies, is heard, decides nothing.
        TrustedPerson = "trusted-person",
    }
}

impl RepresentativeKind {
    /// Whether it ends when the person comes of age.
    pub const fn ends_at_majority(self) -> bool {
        matches!(self, Self::Parent | Self::Guardian)
    }

    /// Whether they decide for the person. A trusted person is heard.
    pub const fn decides(self) -> bool {
        !matches!(self, Self::TrustedPerson)
    }
}

stable_words! {
    /// How far it reaches.
    pub enum Scope in "representative-scope" {
        /// Everything.
        Everything = "everything",
        /// Care and what belongs to it.
        Care = "care",
        /// Papers and rights, no care.
        Administrative = "administrative",
        /// To be told, not to decide.
        Information = "information",
    }
}

impl Scope {
    /// Whether it reaches an act. Passing on what was confided is a matter of care.
    pub const fn covers(self, act: RepresentedAct) -> bool {
        match act {
            RepresentedAct::HandOver | RepresentedAct::ShareOutside => {
                matches!(self, Self::Everything | Self::Care)
            }
        }
    }
}

stable_words! {
    /// What shows it.
    pub enum Evidence in "representative-evidence" {
        /// They say so.
        Declared = "declared",
        /// A paper of identity.
        IdentityPaper = "identity-paper",
        /// A record of civil status, such as a birth certificate.
        CivilStatus = "civil-status",
        /// A decision of a court.
        Court = "court",
        /// A paper signed by the person.
        Signed = "signed",
    }
}

impl Evidence {
    /// Whether it is enough for a kind: who was named by a court shows the decision, whom the person chose shows the
    /// signature; parents are believed until somebody says otherwise.
    pub const fn is_enough_for(self, kind: RepresentativeKind) -> bool {
        match kind {
            RepresentativeKind::Parent => true,
            RepresentativeKind::Guardian | RepresentativeKind::LegalRepresentative => {
                matches!(self, Self::Court)
            }
            RepresentativeKind::TrustedPerson => matches!(self, Self::Signed | Self::Court),
        }
    }

    /// Whether it may show that one parent decides alone.
    pub const fn shows_sole_authority(self) -> bool {
        matches!(self, Self::Court | Self::CivilStatus)
    }
}

stable_words! {
    /// An act for which representatives are asked.
    pub enum RepresentedAct in "represented-act" {
        /// Handing over to the coordination cell.
        HandOver = "hand-over",
        /// Passing on to another organisation.
        ShareOutside = "share-outside",
    }
}

stable_words! {
    /// What somebody said about an act.
    pub enum Said in "opinion" {
        /// Agrees.
        Agrees = "agrees",
        /// Refuses.
        Refuses = "refuses",
    }
}

/// Somebody who acts for the person.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Representative {
    /// Id of the record.
    pub id: Uuid,
    /// As what.
    pub kind: RepresentativeKind,
    /// How far.
    pub scope: Scope,
    /// What shows it.
    pub evidence: Evidence,
    /// Whether this parent decides alone.
    pub is_sole: bool,
    /// From when on.
    pub from: NaiveDate,
    /// Until when; none without an end.
    pub until: Option<NaiveDate>,
}

/// What is wrong with a representative about to be recorded.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum RepresentativeFault {
    /// The proof is not enough for this kind.
    #[error("this proof is not enough for this kind of representative")]
    Evidence,
    /// Deciding alone needs a decision or a record of civil status.
    #[error("that a parent decides alone needs a court's decision or a record of civil status")]
    Sole,
    /// It ends before it begins.
    #[error("it ends before it begins")]
    Dates,
}

impl RepresentativeFault {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::Evidence, Self::Sole, Self::Dates];

    /// Stable word for translation keys.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Evidence => "evidence",
            Self::Sole => "sole",
            Self::Dates => "dates",
        }
    }
}

impl Representative {
    /// Checks one that is about to be recorded.
    ///
    /// # Errors
    /// [`RepresentativeFault`] names what is wrong.
    pub fn check(&self) -> Result<(), RepresentativeFault> {
        if !self.evidence.is_enough_for(self.kind) {
            return Err(RepresentativeFault::Evidence);
        }
        if self.is_sole && !(self.kind == RepresentativeKind::Parent && self.evidence.shows_sole_authority())
        {
            return Err(RepresentativeFault::Sole);
        }
        if self.until.is_some_and(|until| until < self.from) {
            return Err(RepresentativeFault::Dates);
        }
        Ok(())
    }

    /// Whether they act on a day.
    pub fn acts_on(&self, day: NaiveDate) -> bool {
        self.from <= day && self.until.is_none_or(|until| day <= until)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    fn one(kind: RepresentativeKind, evidence: Evidence) -> Representative {
        Representative {
            id: Uuid::from_u128(1),
            kind,
            scope: Scope::Everything,
            evidence,
            is_sole: false,
            from: day("2026-01-01"),
            until: Some(day("2026-12-31")),
        }
    }

    #[test]
    fn each_kind_shows_what_it_must() {
        use RepresentativeKind::{Guardian, LegalRepresentative, Parent, TrustedPerson};
        assert_eq!(one(Parent, Evidence::Declared).check(), Ok(()));
        for kind in [Guardian, LegalRepresentative, TrustedPerson] {
            assert_eq!(one(kind, Evidence::Declared).check(), Err(RepresentativeFault::Evidence));
        }
        assert_eq!(one(TrustedPerson, Evidence::Signed).check(), Ok(()));
        let sole = Representative { is_sole: true, ..one(Parent, Evidence::Declared) };
        assert_eq!(sole.check(), Err(RepresentativeFault::Sole));
        let sole = Representative { is_sole: true, ..one(Parent, Evidence::Court) };
        assert_eq!(sole.check(), Ok(()));
        let back = Representative { until: Some(day("2025-12-31")), ..one(Parent, Evidence::Declared) };
        assert_eq!(back.check(), Err(RepresentativeFault::Dates));
    }

    #[test]
    fn it_counts_from_its_first_to_its_last_day() {
        let parent = one(RepresentativeKind::Parent, Evidence::Declared);
        assert!(parent.acts_on(day("2026-01-01")) && parent.acts_on(day("2026-12-31")));
        assert!(!parent.acts_on(day("2025-12-31")) && !parent.acts_on(day("2027-01-01")));
    }
}
