//! Asking experts about one pseudonymised case (F50, F53; duties D11, D16 to D20; seed 000: *"création de panels pour partager des
//! informations et après signature d'un consentement par le patient"*).
//!
//! Two kinds under one thread of rules: a European panel runs in CPMS under the network's own consent form, and is prepared and followed
//! here; a local advice is Ariane's own and is never called a panel of a network.
//!
//! | module | rule |
//! |---|---|
//! | [`state`] | where a panel stands, and who may change it |
//! | [`seat`] | an expert's place in it, and what they see at a moment |
//! | [`acts`] | three acts of three persons; who may be invited |
//! | [`outcome`] | votes, dissent, and what the lead closes |
//! | [`clock`] | urgency, deadline, what is waited for, how long each step took |
//! | [`reminder`] | when an expert is reminded, and of what |
//! | [`prepared`] | what a panel is begun with, and how complete its dossier is |

pub mod acts;
pub mod clock;
pub mod outcome;
pub mod prepared;
pub mod reminder;
pub mod seat;
pub mod state;

pub use clock::{PanelWait, Urgency};
pub use outcome::Vote;
pub use seat::{SeatChange, SeatState, Sight};
pub use state::{PanelChange, PanelEnd, PanelKind, PanelState};

/// Why something about a panel is not done.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum PanelFault {
    /// It belongs to the other kind of panel.
    #[error("this is not done in this kind of panel")]
    NotThisKind,
    /// No treating physician is named in the file: finding one is the first step (duty D20).
    #[error("no treating physician is named in the file")]
    NoDoctor,
    /// The deadline has passed, or is too far.
    #[error("the deadline is not possible")]
    Deadline,
    /// A European panel names its network.
    #[error("no network is named")]
    NoNetwork,
    /// A panel in CPMS has a case number there.
    #[error("no case number is named")]
    NoCaseNumber,
    /// Nobody leads it.
    #[error("nobody leads it")]
    NoLead,
    /// Who validated one thing validates no other (duty D18).
    #[error("who validated one thing validates no other")]
    SamePerson,
    /// Outside the EEA without a recorded basis (duty D19).
    #[error("an expert outside the EEA needs a recorded basis")]
    NoBasisAbroad,
    /// Name, specialty, country or address is missing.
    #[error("who is invited is not named")]
    NotNamed,
    /// There is no second channel for the code.
    #[error("there is no second channel for the code")]
    NoSecondChannel,
    /// They were invited already.
    #[error("they were invited already")]
    Twice,
    /// A member of this house is no expert from outside.
    #[error("a member of this house is no expert from outside")]
    OwnStaff,
    /// Words are missing.
    #[error("words are missing")]
    WordsMissing,
    /// A text is too long.
    #[error("a text is too long")]
    TooLong,
    /// What was read is not what would be closed.
    #[error("it is not what was read")]
    NotWhatWasRead,
    /// The words name somebody.
    #[error("the words name somebody")]
    NamesSomebody,
}

impl PanelFault {
    /// The word of the rule, as pages say it.
    pub const fn rule(self) -> &'static str {
        match self {
            Self::NotThisKind => "panel-not-this-kind",
            Self::NoDoctor => "panel-no-doctor",
            Self::Deadline => "panel-deadline",
            Self::NoNetwork => "panel-no-network",
            Self::NoCaseNumber => "panel-no-case-number",
            Self::NoLead => "panel-no-lead",
            Self::SamePerson => "same-person",
            Self::NoBasisAbroad => "panel-no-basis-abroad",
            Self::NotNamed => "panel-not-named",
            Self::NoSecondChannel => "panel-no-second-channel",
            Self::Twice => "panel-twice",
            Self::OwnStaff => "panel-own-staff",
            Self::WordsMissing => "words-missing",
            Self::TooLong => "panel-too-long",
            Self::NotWhatWasRead => "not-what-was-read",
            Self::NamesSomebody => "panel-names-somebody",
        }
    }
}

/// Longest text that somebody writes into a panel, in characters.
pub const LONGEST: usize = 10_000;

/// A text that is there and not too long, without the space around it.
///
/// # Errors
/// [`PanelFault::WordsMissing`], [`PanelFault::TooLong`].
pub fn said(text: &str) -> Result<&str, PanelFault> {
    let text = text.trim();
    match () {
        () if text.is_empty() => Err(PanelFault::WordsMissing),
        () if text.chars().count() > LONGEST => Err(PanelFault::TooLong),
        () => Ok(text),
    }
}
