//! Global care: the parts of a care plan (seed 001, "Prise en charge globale"; F59).

mod checklist;
mod transition;

pub use checklist::{Mark, MarkFault, check_mark};
pub use transition::{Transition, TransitionItem, TransitionRule, birthday, transition};

use crate::stable::stable_words;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

stable_words! {
    /// A part of the care plan.
    pub enum PlanPart in "plan-part" {
        /// Psychological support.
        Psychological = "psychological",
        /// Medico-social support and rights.
        MedicoSocial = "medico-social",
        /// Therapeutic education.
        TherapeuticEducation = "therapeutic-education",
        /// School and work.
        SchoolWork = "school-work",
        /// Care at home.
        HomeCare = "home-care",
        /// Palliative care: shown when sought, never pushed by the disease (duty D37).
        Palliative = "palliative",
        /// Telemedicine.
        Telemedicine = "telemedicine",
        /// Transition to adulthood.
        Transition = "transition",
    }
}

stable_words! {
    /// What came of an item.
    pub enum PlanOutcome in "plan-outcome" {
        /// It takes place, or took place.
        InPlace = "in-place",
        /// A part of it.
        Partly = "partly",
        /// On a waiting list.
        Waiting = "waiting",
        /// The service refused.
        Refused = "refused",
        /// The person does not want it.
        Declined = "declined",
        /// It ended.
        Ended = "ended",
    }
}

/// Who does something for the person.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum PlanActor {
    /// A structure of the directory, by its stable id.
    Organisation(String),
    /// A contact of the contact book (duty D47): school doctor, social worker.
    Contact(Uuid),
    /// Somebody with an account.
    Account(Uuid),
    /// Somebody whom no list knows, as named by who wrote the line.
    Named(String),
    /// The person or the family.
    Family,
}

impl PlanOutcome {
    /// Whether it says nothing without a reason in words: what was hoped for did not come, or came in part.
    pub const fn needs_words(self) -> bool {
        matches!(self, Self::Partly | Self::Waiting | Self::Refused | Self::Declined)
    }
}

/// One line of the plan. The action is text and kept sealed beside it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PlanItem {
    /// Part.
    pub part: PlanPart,
    /// Who does it; none while nobody is found, which the page shows as a gap.
    pub actor: Option<PlanActor>,
    /// Day on which it begins, takes place, or is to be looked at again.
    pub on: Option<NaiveDate>,
    /// Day on which a right ends and is to be renewed (duty D47).
    pub renew_by: Option<NaiveDate>,
    /// What came of it, and the day on which that was known.
    pub outcome: Option<(PlanOutcome, NaiveDate)>,
}

/// Why a line is not taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum PlanFault {
    /// An outcome that lies ahead.
    #[error("an outcome cannot be known before its day")]
    OutcomeAhead,
    /// Something takes place and nobody does it.
    #[error("what is in place has somebody who does it")]
    NobodyDoesIt,
    /// A right that ends before it begins.
    #[error("the renewal lies before the beginning")]
    RenewalBeforeBeginning,
}

impl PlanItem {
    /// Checks a line. `today` is the day at the office.
    ///
    /// # Errors
    /// [`PlanFault`].
    pub fn check(self, today: NaiveDate) -> Result<Self, PlanFault> {
        if self.outcome.is_some_and(|(_, day)| day > today) {
            return Err(PlanFault::OutcomeAhead);
        }
        let takes_place =
            self.outcome.is_some_and(|(o, _)| matches!(o, PlanOutcome::InPlace | PlanOutcome::Partly));
        if takes_place && self.actor.is_none() {
            return Err(PlanFault::NobodyDoesIt);
        }
        if self.on.zip(self.renew_by).is_some_and(|(on, renew)| renew < on) {
            return Err(PlanFault::RenewalBeforeBeginning);
        }
        Ok(self)
    }

    /// Whether its day has passed and nobody wrote down what came of it.
    pub fn awaits_outcome(&self, today: NaiveDate) -> bool {
        self.outcome.is_none() && self.on.is_some_and(|day| day < today)
    }

    /// Whether a renewal is to be raised as a step: from `days` before its date on, and after it.
    pub fn raises_renewal(&self, today: NaiveDate, days: u16) -> bool {
        let ended = matches!(self.outcome, Some((PlanOutcome::Ended | PlanOutcome::Declined, _)));
        !ended && self.renew_by.is_some_and(|day| (day - today).num_days() <= i64::from(days))
    }
}

/// The care plan of a file.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct CarePlan {
    /// Lines, in the order in which they were written.
    pub items: Vec<PlanItem>,
}

impl CarePlan {
    /// Lines of a part.
    pub fn part(&self, part: PlanPart) -> impl Iterator<Item = &PlanItem> {
        self.items.iter().filter(move |item| item.part == part)
    }

    /// Parts of which nobody has spoken yet: a prompt, not a fault. Palliative care is never among them (duty D37), and
    /// the transition only when it is flagged.
    pub fn unspoken(&self, transition_is_flagged: bool) -> Vec<PlanPart> {
        let is_prompted = |part: &PlanPart| match part {
            PlanPart::Palliative => false,
            PlanPart::Transition => transition_is_flagged,
            _ => true,
        };
        PlanPart::ALL
            .into_iter()
            .filter(|part| is_prompted(part) && self.part(*part).next().is_none())
            .collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    fn item() -> PlanItem {
        PlanItem { part: PlanPart::MedicoSocial, actor: None, on: None, renew_by: None, outcome: None }
    }

    #[test]
    fn what_is_in_place_has_somebody_and_lies_not_ahead() {
        let today = day("2026-11-23");
        let with = |outcome, on: &str, actor| PlanItem { outcome: Some((outcome, day(on))), actor, ..item() };
        let check = |item: PlanItem| item.check(today);
        assert_eq!(check(with(PlanOutcome::InPlace, "2026-11-23", None)), Err(PlanFault::NobodyDoesIt));
        assert!(check(with(PlanOutcome::InPlace, "2026-11-23", Some(PlanActor::Family))).is_ok());
        assert_eq!(check(with(PlanOutcome::Waiting, "2026-11-24", None)), Err(PlanFault::OutcomeAhead));
        let backwards = PlanItem { on: Some(today), renew_by: Some(day("2026-11-22")), ..item() };
        assert_eq!(check(backwards), Err(PlanFault::RenewalBeforeBeginning));
    }

    #[test]
    fn a_line_waits_for_its_outcome_from_the_day_after() {
        let line = PlanItem { on: Some(day("2026-11-22")), ..item() };
        assert!(!line.awaits_outcome(day("2026-11-22")) && line.awaits_outcome(day("2026-11-23")));
        let known = PlanItem { outcome: Some((PlanOutcome::Refused, day("2026-11-23"))), ..line };
        assert!(!known.awaits_outcome(day("2026-11-30")) && PlanOutcome::Refused.needs_words());
        assert!(!item().awaits_outcome(day("2026-11-30")), "without a day nothing is late");
    }

    #[test]
    fn a_right_that_ends_is_raised_ahead() {
        let right = PlanItem { renew_by: Some(day("2027-02-01")), ..item() };
        assert!(!right.raises_renewal(day("2026-11-02"), 90));
        assert!(right.raises_renewal(day("2026-11-03"), 90) && right.raises_renewal(day("2027-03-01"), 90));
        let ended = PlanItem { outcome: Some((PlanOutcome::Ended, day("2026-11-01"))), ..right };
        assert!(!ended.raises_renewal(day("2027-03-01"), 90));
    }

    #[test]
    fn palliative_care_is_never_prompted() {
        let plan = CarePlan { items: vec![item()] };
        let unspoken = plan.unspoken(false);
        assert_eq!(unspoken.len(), 5);
        assert!(!unspoken.contains(&PlanPart::Palliative) && !unspoken.contains(&PlanPart::MedicoSocial));
        assert!(plan.unspoken(true).contains(&PlanPart::Transition));
    }
}
