//! Why a person's data may be used: purposes, what each rests on, and what follows from that (duty D14).
//!
//! Which basis a purpose has is an installation's setting with a source (`starter/purposes.toml`), never a constant here;
//! what follows from a basis is a rule, and stands here.

use crate::language::Language;
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};

/// What data are used for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Purpose {
    /// To inform and orient who asks.
    Orientation,
    /// To listen: what was confided, kept apart from the factual record.
    Listening,
    /// To hand over to the coordination cell.
    Handover,
    /// To follow a person in the psycho-social service (duty D29).
    Support,
    /// To coordinate the care of a person whom the cell follows.
    Coordination,
    /// To let the participants of a meeting of several specialties (RCP) read a file.
    Rcp,
    /// To pass a file on to a centre of expertise.
    Transfer,
    /// To ask a panel of experts of several countries.
    Panel,
    /// To bring two families in touch.
    FamilyContact,
    /// To take part in research.
    Research,
    /// To ask afterwards whether the answer helped.
    Satisfaction,
    /// To let a person see, correct and take along what is kept about them.
    OwnRight,
    /// To answer requests about data protection and show that the law is kept.
    Protection,
    /// To count without naming anybody.
    Figures,
    /// To run the accounts of staff and keep the application safe.
    Security,
    /// To avert a danger to life.
    VitalInterest,
}

impl Purpose {
    /// All purposes.
    pub const ALL: [Purpose; 16] = [
        Self::Orientation,
        Self::Listening,
        Self::Handover,
        Self::Support,
        Self::Coordination,
        Self::Rcp,
        Self::Transfer,
        Self::Panel,
        Self::FamilyContact,
        Self::Research,
        Self::Satisfaction,
        Self::OwnRight,
        Self::Protection,
        Self::Figures,
        Self::Security,
        Self::VitalInterest,
    ];

    /// Stable word for files, the log and translation keys.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Orientation => "orientation",
            Self::Listening => "listening",
            Self::Handover => "handover",
            Self::Support => "support",
            Self::Coordination => "coordination",
            Self::Rcp => "rcp",
            Self::Transfer => "transfer",
            Self::Panel => "panel",
            Self::FamilyContact => "family-contact",
            Self::Research => "research",
            Self::Satisfaction => "satisfaction",
            Self::OwnRight => "own-right",
            Self::Protection => "protection",
            Self::Figures => "figures",
            Self::Security => "security",
            Self::VitalInterest => "vital-interest",
        }
    }

    /// Reads [`Purpose::word`].
    pub fn from_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|purpose| purpose.word() == word)
    }
}

/// What a purpose rests on: the points of article 6(1) of the GDPR, told apart where a different rule follows.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Basis {
    /// Consent (6(1)(a), 9(2)(a)): refused without it, and from the moment it is withdrawn.
    Consent,
    /// Care or social care under secrecy (9(2)(h), 9(3)): open to those who take part in it.
    Care,
    /// Release from secrecy: the person agreed that this is passed on; refused without it.
    Release,
    /// A duty of law (6(1)(c)).
    Law,
    /// The person's own right (articles 12 to 22).
    OwnRight,
    /// Public or legitimate interest (6(1)(e), (f)): refused from the moment the person objects (article 21).
    Interest,
    /// Vital interests (6(1)(d), 9(2)(c)): with a reason, and looked at afterwards.
    Vital,
}

impl Basis {
    /// Whether what the person chose can close a purpose that rests on it (see [`Choices::allow`]): where not, nobody has to be
    /// asked row by row.
    pub const fn hangs_on_choice(self) -> bool {
        match self {
            Self::Consent | Self::Release | Self::Interest => true,
            Self::Care | Self::Law | Self::OwnRight | Self::Vital => false,
        }
    }
}

/// A purpose as the register of processing shows it (article 30).
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct PurposeRule {
    /// Purpose.
    pub purpose: Purpose,
    /// What it rests on.
    pub basis: Basis,
    /// Point of article 6, as written.
    pub article6: String,
    /// Point of article 9, as written; empty where no such data are used.
    #[serde(default)]
    pub article9: String,
    /// For how many months data are kept after the last contact; none while a longer duty or none is known.
    #[serde(default)]
    pub retention_months: Option<u32>,
    /// For how many months after the last contact the law asks to keep them, also against a wish for erasure; none known.
    #[serde(default)]
    pub duty_months: Option<u32>,
    /// Who receives data.
    #[serde(default)]
    pub recipients: BTreeMap<Language, String>,
    /// What is used.
    #[serde(default)]
    pub data: BTreeMap<Language, String>,
    /// Where this reading comes from.
    #[serde(default)]
    pub source: String,
    /// When it was checked; empty when it was not.
    #[serde(default)]
    pub checked: String,
}

/// The purposes of an installation.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Register {
    rules: Vec<PurposeRule>,
}

impl Register {
    /// A register; of two rules for a purpose the later counts.
    pub fn new(rules: Vec<PurposeRule>) -> Self {
        Self { rules }
    }

    /// All rules.
    pub fn rules(&self) -> &[PurposeRule] {
        &self.rules
    }

    /// For how many months after the last contact the law asks to keep what was used for a purpose.
    pub fn duty_months(&self, purpose: Purpose) -> Option<u32> {
        self.rules.iter().rev().find(|rule| rule.purpose == purpose)?.duty_months
    }

    /// For how many months after the last contact what was used for a purpose is kept at most.
    pub fn retention_months(&self, purpose: Purpose) -> Option<u32> {
        self.rules.iter().rev().find(|rule| rule.purpose == purpose)?.retention_months
    }

    /// What a purpose rests on; none when the register does not name it, and then nothing is allowed for it.
    pub fn basis(&self, purpose: Purpose) -> Option<Basis> {
        self.rules.iter().rev().find(|rule| rule.purpose == purpose).map(|rule| rule.basis)
    }
}

/// What a person decided about a purpose.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Choice {
    /// Agreed: consent, or release from secrecy.
    Agreed,
    /// Withdrew an agreement.
    Withdrawn,
    /// Objected (article 21).
    Objected,
}

impl Choice {
    /// Stable word.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Agreed => "agreed",
            Self::Withdrawn => "withdrawn",
            Self::Objected => "objected",
        }
    }

    /// Reads [`Choice::word`].
    pub fn from_word(word: &str) -> Option<Self> {
        [Self::Agreed, Self::Withdrawn, Self::Objected].into_iter().find(|c| c.word() == word)
    }
}

/// The person's latest choice per purpose.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Choices {
    made: BTreeMap<Purpose, Choice>,
    signed_for: BTreeSet<Purpose>,
}

impl Choices {
    /// Takes choices in the order in which they were made; the last about a purpose counts.
    pub fn new(choices: impl IntoIterator<Item = (Purpose, Choice)>) -> Self {
        Self { made: choices.into_iter().collect(), signed_for: BTreeSet::new() }
    }

    /// The same, with the purposes for which everybody who decides for the person signed an agreement that counts.
    pub fn signed_for(self, purposes: impl IntoIterator<Item = Purpose>) -> Self {
        Self { signed_for: purposes.into_iter().collect(), ..self }
    }

    /// Whether everybody who decides for the person signed for a purpose.
    pub fn is_signed_for(&self, purpose: Purpose) -> bool {
        self.signed_for.contains(&purpose)
    }

    /// The latest choice about a purpose.
    pub fn about(&self, purpose: Purpose) -> Option<Choice> {
        self.made.get(&purpose).copied()
    }

    /// Whether a basis allows a purpose after what the person chose. What else it needs (a role, a proof, a reason) is
    /// the business of [`crate::access`].
    pub fn allow(&self, purpose: Purpose, basis: Basis) -> bool {
        match basis {
            Basis::Consent | Basis::Release => self.about(purpose) == Some(Choice::Agreed),
            Basis::Interest => self.about(purpose) != Some(Choice::Objected),
            Basis::Care | Basis::Law | Basis::OwnRight | Basis::Vital => true,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_hangs_on_no_choice_is_the_same_whatever_was_chosen() {
        use Basis as B;
        for basis in [B::Consent, B::Care, B::Release, B::Law, B::OwnRight, B::Interest, B::Vital] {
            let allowed = |choice: Option<Choice>| {
                Choices::new(choice.map(|choice| (Purpose::Coordination, choice)))
                    .allow(Purpose::Coordination, basis)
            };
            let all =
                [None, Some(Choice::Agreed), Some(Choice::Withdrawn), Some(Choice::Objected)].map(allowed);
            assert_eq!(all.iter().any(|one| *one != all[0]), basis.hangs_on_choice(), "{basis:?}");
        }
    }

    #[test]
    fn consent_and_release_are_needed_and_end_with_withdrawal() {
        for basis in [Basis::Consent, Basis::Release] {
            let allowed = |choices: &[(Purpose, Choice)]| {
                Choices::new(choices.iter().copied()).allow(Purpose::Handover, basis)
            };
            let agreed = (Purpose::Handover, Choice::Agreed);
            assert!(!allowed(&[]));
            assert!(
                !allowed(&[(Purpose::Satisfaction, Choice::Agreed)]),
                "another purpose's consent is none"
            );
            assert!(allowed(&[agreed]));
            assert!(!allowed(&[agreed, (Purpose::Handover, Choice::Withdrawn)]));
            assert!(allowed(&[(Purpose::Handover, Choice::Withdrawn), agreed]));
        }
    }

    #[test]
    fn an_objection_ends_what_rests_on_interest_and_nothing_else() {
        let objected = Choices::new([(Purpose::Figures, Choice::Objected)]);
        assert!(!objected.allow(Purpose::Figures, Basis::Interest));
        assert!(objected.allow(Purpose::Figures, Basis::Law));
        assert!(objected.allow(Purpose::Orientation, Basis::Interest));
    }

    #[test]
    fn every_purpose_reads_back_as_itself() {
        for purpose in Purpose::ALL {
            assert_eq!(Purpose::from_word(purpose.word()), Some(purpose));
        }
    }
}
