//! For what a dossier is made, who approves it, and for how long what was approved may be fetched (duties D11, D14, D19).

use crate::cell::told::CLINICIANS;
use crate::cell::who::Acting;
use crate::purpose::Purpose;
use crate::stable::stable_words;
use chrono::{DateTime, TimeDelta, Utc};
use serde::{Deserialize, Serialize};

use super::content::Addition;
use super::enclosure::Enclosure;

/// Purposes for which a dossier may leave, each with a gate of its own in [`crate::access::policy`].
pub const PURPOSES: [Purpose; 3] = [Purpose::Panel, Purpose::Transfer, Purpose::Research];

/// Whether a dossier is made as a query for people alike, too (Matchmaker Exchange): where experts or researchers are asked.
pub const fn asks_for_alike(purpose: Purpose) -> bool {
    matches!(purpose, Purpose::Panel | Purpose::Research)
}

/// Whether it is made as what registries share, too.
pub const fn goes_to_registries(purpose: Purpose) -> bool {
    matches!(purpose, Purpose::Research)
}

/// For how many days what was approved may be fetched: our own choice. Afterwards the file is looked at anew.
pub const GOOD_FOR_DAYS: i64 = 30;

/// Longest reason, question or list of words, in characters.
pub const LONGEST: usize = 2_000;

stable_words! {
    /// How far a dossier is.
    pub enum DossierState in "dossier-state" {
        /// Being prepared: nothing leaves.
        Draft = "draft",
        /// A clinician approved its rendering.
        Approved = "approved",
        /// Given up before anything left.
        Dropped = "dropped",
    }
}

/// Why a dossier is not prepared, approved or handed out.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum ReleaseFault {
    /// Nobody makes dossiers for this purpose.
    #[error("no dossier is made for this purpose")]
    NotForThis,
    /// Nobody is named who receives it.
    #[error("nobody is named who receives it")]
    NobodyNamed,
    /// Outside the European Economic Area without a recorded basis (duty D19).
    #[error("a recipient outside the EEA needs a recorded basis")]
    NoBasisAbroad,
    /// What is added has no reason.
    #[error("what is added needs a reason")]
    ReasonMissing,
    /// A text is longer than [`LONGEST`].
    #[error("a text is too long")]
    TooLong,
    /// The summary is empty: there is nothing to hand on.
    #[error("the clinical summary is empty")]
    Empty,
    /// Who approves is no clinician.
    #[error("a clinician approves")]
    NotAClinician,
    /// Nobody judged how many people it could be.
    #[error("nobody judged who could be recognised")]
    NotJudged,
    /// What was read is not what would leave.
    #[error("it is not what was read")]
    NotWhatWasRead,
    /// A picture or report that is to go along may not leave yet.
    #[error("a file that goes along is not ready")]
    EnclosureOpen,
    /// It is no draft any more.
    #[error("it is no draft")]
    NotADraft,
    /// Nobody approved it.
    #[error("nobody approved it")]
    NotApproved,
    /// It was approved too long ago.
    #[error("the approval is over")]
    TooOld,
}

/// Who receives a dossier.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Recipient {
    /// Name, as people say it.
    pub name: String,
    /// Whether they are outside the European Economic Area.
    #[serde(default)]
    pub is_outside_eea: bool,
    /// On what the transfer rests then: an adequacy decision, clauses, a derogation (GDPR, articles 45 to 49).
    #[serde(default)]
    pub basis: String,
}

/// What is to leave, as who prepares it orders.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Order {
    /// Who receives it.
    pub recipient: Recipient,
    /// What is asked of them.
    pub question: String,
    /// Language of the rendering, ISO 639-1.
    pub language: String,
    /// What goes besides, each with its reason.
    #[serde(default)]
    pub additions: Vec<(Addition, String)>,
    /// Findings that stay in a text, by their keys.
    #[serde(default)]
    pub kept: Vec<String>,
    /// Findings that usually stay ([`super::content::names_a_thing`]) and are taken out.
    #[serde(default)]
    pub taken: Vec<String>,
    /// Words to be taken out besides.
    #[serde(default)]
    pub words: Vec<String>,
    /// Pictures and reports that go along.
    #[serde(default)]
    pub enclosures: Vec<Enclosure>,
}

impl Order {
    /// What goes besides.
    pub fn additions(&self) -> Vec<Addition> {
        self.additions.iter().map(|(one, _)| *one).collect()
    }

    /// Whether it may be prepared.
    ///
    /// # Errors
    /// [`ReleaseFault`].
    pub fn check(&self, purpose: Purpose) -> Result<(), ReleaseFault> {
        let is_empty = |text: &str| text.trim().is_empty();
        let reasons = self.additions.iter().map(|(_, reason)| reason);
        let texts = [&self.recipient.name, &self.recipient.basis, &self.question];
        match () {
            () if !PURPOSES.contains(&purpose) => Err(ReleaseFault::NotForThis),
            () if is_empty(&self.recipient.name) => Err(ReleaseFault::NobodyNamed),
            () if self.recipient.is_outside_eea && is_empty(&self.recipient.basis) => {
                Err(ReleaseFault::NoBasisAbroad)
            }
            () if reasons.clone().any(|reason| is_empty(reason)) => Err(ReleaseFault::ReasonMissing),
            () if texts
                .into_iter()
                .chain(reasons)
                .chain(&self.words)
                .any(|text| text.chars().count() > LONGEST) =>
            {
                Err(ReleaseFault::TooLong)
            }
            () => Ok(()),
        }
    }
}

/// What is known when somebody approves.
#[derive(Debug, Clone, Copy)]
pub struct Approving<'a> {
    /// State.
    pub state: DossierState,
    /// For what.
    pub purpose: Purpose,
    /// Digest of what they read.
    pub read: &'a str,
    /// Digest of what would leave now.
    pub now: &'a str,
    /// Whether how many people it could be was judged, and written into the thread of the file.
    pub is_judged: bool,
    /// Whether every file that was to go along is in the rendering ([`Enclosure::may_leave`]).
    pub is_complete: bool,
}

/// Whether somebody may approve a rendering: a clinician, who read this very rendering. What goes to people who do not treat the
/// person must have been judged first ([`crate::reidentification`]); a centre that takes the person over learns who it is anyway.
///
/// # Errors
/// [`ReleaseFault`].
pub fn may_approve(acting: &Acting, on: Approving<'_>) -> Result<(), ReleaseFault> {
    match () {
        () if !acting.is_any_of(CLINICIANS) => Err(ReleaseFault::NotAClinician),
        () if on.state != DossierState::Draft => Err(ReleaseFault::NotADraft),
        () if !on.is_judged && on.purpose != Purpose::Transfer => Err(ReleaseFault::NotJudged),
        () if !on.is_complete => Err(ReleaseFault::EnclosureOpen),
        () if on.read != on.now || on.now.is_empty() => Err(ReleaseFault::NotWhatWasRead),
        () => Ok(()),
    }
}

/// Whether what was approved may be fetched at a moment.
///
/// # Errors
/// [`ReleaseFault`].
pub fn may_fetch(
    state: DossierState,
    approved_at: Option<DateTime<Utc>>,
    now: DateTime<Utc>,
) -> Result<(), ReleaseFault> {
    match (state, approved_at) {
        (DossierState::Approved, Some(at)) if now < at => Err(ReleaseFault::NotApproved),
        (DossierState::Approved, Some(at)) if now - at < TimeDelta::days(GOOD_FOR_DAYS) => Ok(()),
        (DossierState::Approved, Some(_)) => Err(ReleaseFault::TooOld),
        _ => Err(ReleaseFault::NotApproved),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::account::Role;

    fn order() -> Order {
        Order { recipient: Recipient { name: "Panel".into(), ..Recipient::default() }, ..Order::default() }
    }

    #[test]
    fn what_is_added_needs_a_reason_and_who_is_far_away_a_basis() {
        assert_eq!(order().check(Purpose::Panel), Ok(()));
        assert_eq!(order().check(Purpose::Coordination), Err(ReleaseFault::NotForThis));
        assert_eq!(Order::default().check(Purpose::Panel), Err(ReleaseFault::NobodyNamed));
        let added = |reason: &str| {
            Order { additions: vec![(Addition::Pedigree, reason.into())], ..order() }.check(Purpose::Panel)
        };
        assert_eq!(added(" "), Err(ReleaseFault::ReasonMissing));
        assert_eq!(added("two affected sisters"), Ok(()));
        assert_eq!(added(&"x".repeat(LONGEST + 1)), Err(ReleaseFault::TooLong));
        let abroad = |basis: &str| {
            let recipient = Recipient { is_outside_eea: true, basis: basis.into(), ..order().recipient };
            Order { recipient, ..order() }.check(Purpose::Panel)
        };
        assert_eq!(abroad(""), Err(ReleaseFault::NoBasisAbroad));
        assert_eq!(abroad("adequacy decision"), Ok(()));
    }

    #[test]
    fn what_is_as_long_as_may_be_goes_and_what_goes_besides_is_listed() {
        let additions = vec![(Addition::Pedigree, "x".repeat(LONGEST)), (Addition::Places, "y".into())];
        let order = Order { additions, ..order() };
        assert_eq!(order.check(Purpose::Panel), Ok(()));
        assert_eq!(order.additions(), [Addition::Pedigree, Addition::Places]);
    }

    #[test]
    fn a_query_for_people_alike_and_what_registries_share_are_made_for_whom_they_are_meant() {
        let forms = |purpose| (asks_for_alike(purpose), goes_to_registries(purpose));
        assert_eq!(PURPOSES.map(forms), [(true, false), (false, false), (true, true)]);
    }

    #[test]
    fn a_clinician_approves_what_they_read_and_nothing_else() {
        let on = Approving {
            state: DossierState::Draft,
            purpose: Purpose::Panel,
            read: "a",
            now: "a",
            is_judged: true,
            is_complete: true,
        };
        let ask = |role, on: Approving<'_>| may_approve(&Acting::of_roles(&[role]), on);
        let doctor = |on| ask(Role::MedicalCoordinator, on);
        assert_eq!(doctor(on), Ok(()));
        assert_eq!(ask(Role::PsychosocialCoordinator, on), Err(ReleaseFault::NotAClinician));
        assert_eq!(doctor(Approving { now: "b", ..on }), Err(ReleaseFault::NotWhatWasRead));
        assert_eq!(doctor(Approving { read: "", now: "", ..on }), Err(ReleaseFault::NotWhatWasRead));
        assert_eq!(doctor(Approving { state: DossierState::Approved, ..on }), Err(ReleaseFault::NotADraft));
        assert_eq!(doctor(Approving { is_judged: false, ..on }), Err(ReleaseFault::NotJudged));
        assert_eq!(doctor(Approving { is_complete: false, ..on }), Err(ReleaseFault::EnclosureOpen));
        let transfer = Approving { is_judged: false, purpose: Purpose::Transfer, ..on };
        assert_eq!(doctor(transfer), Ok(()));
    }

    #[test]
    fn what_nobody_approved_or_long_ago_is_not_fetched() {
        let at = |days| DateTime::UNIX_EPOCH + TimeDelta::days(days);
        let fetch = |state, approved: Option<i64>, now| may_fetch(state, approved.map(at), at(now));
        assert_eq!(fetch(DossierState::Draft, None, 1), Err(ReleaseFault::NotApproved));
        assert_eq!(fetch(DossierState::Draft, Some(1), 1), Err(ReleaseFault::NotApproved));
        assert_eq!(fetch(DossierState::Approved, Some(1), 1), Ok(()));
        assert_eq!(fetch(DossierState::Approved, Some(2), 1), Err(ReleaseFault::NotApproved));
        assert_eq!(fetch(DossierState::Approved, Some(1), 30), Ok(()));
        assert_eq!(fetch(DossierState::Approved, Some(1), 31), Err(ReleaseFault::TooOld));
        assert_eq!(fetch(DossierState::Dropped, Some(1), 1), Err(ReleaseFault::NotApproved));
    }
}
