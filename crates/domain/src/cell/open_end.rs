//! Open ends of a file: what waits for somebody because its day has passed, or because a right is about to end.

use super::callback::CallState;
use super::hospital::{RecordRequest, RequestState};
use super::plan::PlanItem;
use super::settings::CellSettings;
use super::step::{Step, StepState};
use crate::stable::stable_words;
use chrono::{DateTime, NaiveDate, TimeDelta, Utc};

stable_words! {
    /// What is open, in the order in which a list shows it.
    pub enum OpenEnd in "open-end" {
        /// Nobody may follow the person for want of their agreement, where following rests on it (duty D14).
        NotAgreed = "not-agreed",
        /// A call is owed today or was owed before.
        CallDue = "call-due",
        /// An access to the hospital's record should be closed, and nobody confirmed it (duty D22).
        RecordClosure = "record-closure",
        /// A step that was agreed has passed its day, and nobody said what came of it.
        StepLate = "step-late",
        /// A step was proposed, and the person has not answered for too long.
        StepUnanswered = "step-unanswered",
        /// The hospital has not answered a request for its record for too long.
        RecordUnanswered = "record-unanswered",
        /// A colleague was asked between meetings, and nobody wrote down what they advised for too long (duty D31).
        AdviceMissing = "advice-missing",
        /// A panel or a local advice waits for the house, or its deadline has passed (F53).
        PanelLate = "panel-late",
        /// The person came of age, and nobody has spoken with them since (duty D23).
        CameOfAge = "came-of-age",
        /// An agreement ends soon or has just ended: the person is asked again (F67).
        Agreement = "agreement",
        /// A line of the plan has passed its day, and nobody said what came of it.
        OutcomeMissing = "outcome-missing",
        /// A right ends soon, or has ended (duty D47).
        Renewal = "renewal",
    }
}

impl OpenEnd {
    /// What is open about a step.
    pub fn of_step(step: &Step, today: NaiveDate, settings: &CellSettings) -> Option<Self> {
        match step.state {
            StepState::Accepted | StepState::InProgress if step.due < today => Some(Self::StepLate),
            StepState::Proposed => {
                let asked = step.proposed_at.date_naive() + TimeDelta::days(i64::from(settings.answer_days));
                (asked <= today || step.due < today).then_some(Self::StepUnanswered)
            }
            _ => None,
        }
    }

    /// What is open about a line of the plan: a missing outcome before a renewal.
    pub fn of_line(line: &PlanItem, today: NaiveDate, settings: &CellSettings) -> Option<Self> {
        if line.awaits_outcome(today) {
            Some(Self::OutcomeMissing)
        } else {
            line.raises_renewal(today, settings.renewal_days).then_some(Self::Renewal)
        }
    }

    /// What is open about a call.
    pub fn of_call(state: CallState, due: NaiveDate, today: NaiveDate) -> Option<Self> {
        (state == CallState::Owed && due <= today).then_some(Self::CallDue)
    }

    /// What is open about an exchange, `is_awaited` since a day.
    pub fn of_exchange(
        is_awaited: bool,
        asked_on: NaiveDate,
        today: NaiveDate,
        settings: &CellSettings,
    ) -> Option<Self> {
        let waited = asked_on + TimeDelta::days(i64::from(settings.answer_days));
        (is_awaited && waited <= today).then_some(Self::AdviceMissing)
    }

    /// What is open about a request for the hospital's record.
    pub fn of_request(request: &RecordRequest, now: DateTime<Utc>, settings: &CellSettings) -> Option<Self> {
        if request.closure_is_due(now) {
            return Some(Self::RecordClosure);
        }
        let waited = request.changed_at + TimeDelta::days(i64::from(settings.answer_days));
        (request.state == RequestState::Requested && waited <= now).then_some(Self::RecordUnanswered)
    }
}

#[cfg(test)]
mod tests {
    use super::super::words::Track;
    use super::*;
    use chrono::{DateTime, Utc};
    use uuid::Uuid;

    #[test]
    fn a_step_is_open_when_late_or_unanswered_and_never_once_it_ended() {
        let at: DateTime<Utc> = "2026-11-01T09:00:00Z".parse().unwrap();
        let due: NaiveDate = "2026-11-20".parse().unwrap();
        let proposed = Step::propose(Track::Medical, Uuid::nil(), due, at.date_naive(), at).unwrap();
        let ask = |state, day: &str| {
            let step = Step { state, ..proposed.clone() };
            OpenEnd::of_step(&step, day.parse().unwrap(), &CellSettings::default())
        };
        assert_eq!(ask(StepState::Proposed, "2026-11-14"), None);
        assert_eq!(ask(StepState::Proposed, "2026-11-15"), Some(OpenEnd::StepUnanswered));
        assert_eq!(ask(StepState::Accepted, "2026-11-20"), None);
        assert_eq!(ask(StepState::InProgress, "2026-11-21"), Some(OpenEnd::StepLate));
        for state in StepState::ALL.into_iter().filter(|state| !state.is_open()) {
            assert_eq!(ask(state, "2027-11-21"), None, "{state}");
        }
    }

    #[test]
    fn a_request_for_the_hospitals_record_is_open_until_it_is_answered_and_closed_again() {
        use super::super::hospital::RequestChange;
        use super::super::span::Span;
        use super::super::who::{Acting, Who};
        let at = |text: &str| text.parse::<DateTime<Utc>>().unwrap();
        let (from, until) = (at("2026-11-20T00:00:00Z"), at("2026-12-01T00:00:00Z"));
        let asked = RecordRequest::write(Span::new(from, until), at("2026-11-01T09:00:00Z")).unwrap();
        let ask = |one: &RecordRequest, day| OpenEnd::of_request(one, at(day), &CellSettings::default());
        assert_eq!(ask(&asked, "2026-11-15T08:59:59Z"), None);
        assert_eq!(ask(&asked, "2026-11-15T09:00:00Z"), Some(OpenEnd::RecordUnanswered));
        let medical = Acting::of(Who::Medical);
        let open = asked.after(RequestChange::Grant, &medical, at("2026-11-15T10:00:00Z")).unwrap();
        assert_eq!(ask(&open, "2026-11-30T23:59:59Z"), None);
        assert_eq!(ask(&open, "2026-12-01T00:00:00Z"), Some(OpenEnd::RecordClosure));
        let closed = open.after(RequestChange::ConfirmClosure, &medical, at("2026-12-02T00:00:00Z")).unwrap();
        assert_eq!(ask(&closed, "2027-12-01T00:00:00Z"), None);
    }

    #[test]
    fn a_question_to_a_colleague_is_open_once_it_waited_as_long_as_a_person_may() {
        let ask = |is_awaited, today: &str| {
            let asked = "2026-11-01".parse().unwrap();
            OpenEnd::of_exchange(is_awaited, asked, today.parse().unwrap(), &CellSettings::default())
        };
        assert_eq!(ask(true, "2026-11-14"), None);
        assert_eq!(ask(true, "2026-11-15"), Some(OpenEnd::AdviceMissing));
        assert_eq!(ask(false, "2027-11-15"), None);
    }

    #[test]
    fn a_call_is_open_on_its_day() {
        let day = |text: &str| text.parse::<NaiveDate>().unwrap();
        let open = |state| OpenEnd::of_call(state, day("2026-11-20"), day("2026-11-20"));
        assert_eq!(open(CallState::Owed), Some(OpenEnd::CallDue));
        assert_eq!(open(CallState::Reached), None);
        assert_eq!(OpenEnd::of_call(CallState::Owed, day("2026-11-21"), day("2026-11-20")), None);
    }
}
