//! Urgency, deadline, what a panel waits for, and how long each of its steps took.

use super::PanelFault;
use super::state::{PanelKind, PanelState};
use crate::stable::stable_words;
use chrono::{DateTime, Days, NaiveDate, TimeDelta, Utc};

/// Furthest deadline from today, in days: our own choice. A case changes meanwhile; a dossier is then approved anew.
pub const MOST_DAYS: i64 = 90;

stable_words! {
    /// How soon an advice is needed.
    pub enum Urgency in "panel-urgency" {
        /// As usual.
        Usual = "usual",
        /// Soon: a decision waits for it.
        Soon = "soon",
        /// Urgent: harm is near.
        Urgent = "urgent",
    }
}

impl Urgency {
    /// The deadline that a page proposes, in days from today: our own choice.
    pub const fn usual_days(self) -> u64 {
        match self {
            Self::Usual => 28,
            Self::Soon => 14,
            Self::Urgent => 3,
        }
    }

    /// The day that a page proposes.
    pub fn proposed(self, today: NaiveDate) -> NaiveDate {
        today.checked_add_days(Days::new(self.usual_days())).unwrap_or(today)
    }
}

/// Whether a day may be the last one for an advice.
///
/// # Errors
/// [`PanelFault::Deadline`].
pub fn deadline(day: NaiveDate, today: NaiveDate) -> Result<(), PanelFault> {
    let ahead = (day - today).num_days();
    if (0..=MOST_DAYS).contains(&ahead) { Ok(()) } else { Err(PanelFault::Deadline) }
}

stable_words! {
    /// What a panel waits for.
    pub enum PanelWait in "panel-wait" {
        /// The hub's clinician validates the case.
        Case = "case",
        /// Somebody is invited to lead.
        Lead = "lead",
        /// The European coordinator validates an access.
        Access = "access",
        /// It is opened.
        Opening = "opening",
        /// The cell answers a question of an expert.
        Answer = "answer",
        /// The advice.
        Advice = "advice",
        /// What the treating physician decided is written down.
        Decision = "decision",
    }
}

impl PanelWait {
    /// Days after which it is late, where no deadline says it: our own choice.
    const fn days(self) -> i64 {
        match self {
            Self::Answer => 3,
            Self::Access | Self::Lead => 5,
            Self::Case | Self::Opening => 7,
            Self::Advice => 0,
            Self::Decision => 14,
        }
    }
}

/// Where a panel stands, as its clock sees it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Standing {
    /// Kind.
    pub kind: PanelKind,
    /// State.
    pub state: PanelState,
    /// Urgency.
    pub urgency: Urgency,
    /// Since when it is in this state.
    pub since: DateTime<Utc>,
    /// First moment after the deadline.
    pub due: DateTime<Utc>,
    /// Whether somebody was named to lead, and may still take part.
    pub has_lead: bool,
    /// The oldest invitation whose access nobody validated.
    pub unvalidated_since: Option<DateTime<Utc>>,
    /// The oldest question that nobody answered.
    pub asked_at: Option<DateTime<Utc>>,
}

impl Standing {
    /// What is waited for, and from when on that is late. None for what ended.
    pub fn waits(&self) -> Option<(PanelWait, DateTime<Utc>)> {
        let is_local = self.kind == PanelKind::Local;
        // What is urgent is late after a day.
        let late = |wait: PanelWait, since: DateTime<Utc>| {
            let days = if self.urgency == Urgency::Urgent { wait.days().min(1) } else { wait.days() };
            Some((wait, since + TimeDelta::days(days)))
        };
        match self.state {
            PanelState::Prepared => late(PanelWait::Case, self.since),
            PanelState::Validated | PanelState::Open if is_local && !self.has_lead => {
                late(PanelWait::Lead, self.since)
            }
            PanelState::Validated | PanelState::Open if self.due_first(self.unvalidated_since) => {
                late(PanelWait::Access, self.unvalidated_since.unwrap_or(self.since))
            }
            PanelState::Validated => late(PanelWait::Opening, self.since),
            PanelState::Open => match self.asked_at {
                Some(at) if at + TimeDelta::days(PanelWait::Answer.days()) < self.due => {
                    late(PanelWait::Answer, at)
                }
                _ => Some((PanelWait::Advice, self.due)),
            },
            PanelState::Closed => late(PanelWait::Decision, self.since),
            PanelState::Decided | PanelState::Withdrawn => None,
        }
    }

    fn due_first(&self, at: Option<DateTime<Utc>>) -> bool {
        at.is_some_and(|at| at + TimeDelta::days(PanelWait::Access.days()) < self.due)
    }

    /// Whether it is late.
    pub fn is_late(&self, now: DateTime<Utc>) -> bool {
        self.waits().is_some_and(|(_, late)| late <= now)
    }
}

stable_words! {
    /// The steps of a panel that are timed.
    pub enum Step in "panel-step" {
        /// Begun from the file.
        Begun = "begun",
        /// The case was validated.
        CaseValidated = "case-validated",
        /// The first expert was invited by name.
        Invited = "invited",
        /// The first access was validated.
        AccessValidated = "access-validated",
        /// Opened.
        Opened = "opened",
        /// An expert read the case for the first time.
        FirstRead = "first-read",
        /// An expert wrote for the first time.
        FirstContribution = "first-contribution",
        /// Closed with an advice.
        Closed = "closed",
        /// The decision of the treating physician was written down.
        Decided = "decided",
    }
}

/// A step that was made: when, and how long after the one before it, in whole hours.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Timed {
    /// Which.
    pub step: Step,
    /// When.
    pub at: DateTime<Utc>,
    /// Hours since the step before it in time; none for the first.
    pub hours: Option<i64>,
}

/// The steps that were made, in the order of time, each with how long it took.
pub fn timed(moments: &[(Step, Option<DateTime<Utc>>)]) -> Vec<Timed> {
    let mut made: Vec<(DateTime<Utc>, Step)> =
        moments.iter().filter_map(|(step, at)| Some(((*at)?, *step))).collect();
    made.sort();
    let mut before: Option<DateTime<Utc>> = None;
    made.into_iter()
        .map(|(at, step)| {
            let hours = before.map(|one| (at - one).num_hours());
            before = Some(at);
            Timed { step, at, hours }
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn at(hour: i64) -> DateTime<Utc> {
        DateTime::UNIX_EPOCH + TimeDelta::hours(hour)
    }

    fn standing(state: PanelState) -> Standing {
        Standing {
            kind: PanelKind::Local,
            state,
            urgency: Urgency::Usual,
            since: at(0),
            due: at(24 * 28),
            has_lead: true,
            unvalidated_since: None,
            asked_at: None,
        }
    }

    #[test]
    fn an_open_panel_is_late_from_its_deadline_on() {
        let open = standing(PanelState::Open);
        assert_eq!(open.waits(), Some((PanelWait::Advice, at(24 * 28))));
        assert!(!open.is_late(at(24 * 28 - 1)) && open.is_late(at(24 * 28)));
        let asked = Standing { asked_at: Some(at(24)), ..open };
        assert_eq!(asked.waits().map(|(wait, _)| wait), Some(PanelWait::Answer));
        let leaderless = Standing { has_lead: false, ..open };
        assert_eq!(leaderless.waits().map(|(wait, _)| wait), Some(PanelWait::Lead));
        let european = Standing { kind: PanelKind::European, ..leaderless };
        assert_eq!(european.waits().map(|(wait, _)| wait), Some(PanelWait::Advice));
    }

    #[test]
    fn what_is_urgent_is_late_after_a_day() {
        let urgent = Standing { urgency: Urgency::Urgent, ..standing(PanelState::Prepared) };
        assert!(urgent.is_late(at(24)) && !standing(PanelState::Prepared).is_late(at(24)));
    }

    #[test]
    fn each_step_says_how_long_it_took() {
        let made = timed(&[
            (Step::Begun, Some(at(0))),
            (Step::CaseValidated, Some(at(5))),
            (Step::Opened, None),
            (Step::Closed, Some(at(30))),
        ]);
        let told: Vec<_> = made.iter().map(|one| (one.step, one.hours)).collect();
        assert_eq!(told, [(Step::Begun, None), (Step::CaseValidated, Some(5)), (Step::Closed, Some(25))]);
    }

    proptest! {
        /// Nobody is forgotten: whatever has not ended is late some day.
        #[test]
        fn whatever_has_not_ended_is_late_some_day(
            state in 0_usize..PanelState::ALL.len(),
            urgency in 0_usize..Urgency::ALL.len(),
            has_lead in any::<bool>(),
            asked in prop::option::of(0_i64..2000),
            named in prop::option::of(0_i64..2000),
            european in any::<bool>(),
        ) {
            let kind = if european { PanelKind::European } else { PanelKind::Local };
            let one = Standing {
                kind,
                urgency: Urgency::ALL[urgency],
                has_lead,
                asked_at: asked.map(at),
                unvalidated_since: named.map(at),
                ..standing(PanelState::ALL[state])
            };
            let ended = matches!(one.state, PanelState::Decided | PanelState::Withdrawn);
            prop_assert_eq!(one.is_late(at(24 * 400)), !ended);
        }
    }
}
