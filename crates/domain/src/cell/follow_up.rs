//! What makes a file one in active follow-up: stated rules, never a tick by hand (F58; seed 000: "31 patients en
//! follow-up actif").
//!
//! A file is in active follow-up while it is open, does not rest, and something *carries* it: a step that is open, a
//! referral that waits for its answer, or a contact not longer ago than the rule says. The document gives no
//! definition; this is our reading, and its numbers are settings (duty D43).

use super::span::Span;
use crate::stable::stable_words;
use chrono::{DateTime, TimeDelta, Utc};
use serde::{Deserialize, Serialize};

/// The numbers of the rule; a setting, printed beside the figures.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct FollowUpRule {
    /// Days for which a contact or a discussion carries the file.
    pub contact_days: u16,
    /// Days after its due date for which an open step still carries the file: a forgotten step is no follow-up.
    pub overdue_days: u16,
    /// Whether a referral that waits for an answer carries the file.
    pub referral_carries: bool,
}

impl Default for FollowUpRule {
    fn default() -> Self {
        Self { contact_days: 90, overdue_days: 60, referral_carries: true }
    }
}

stable_words! {
    /// Why a file is in active follow-up, or why not.
    pub enum FollowUpReason in "follow-up-reason" {
        /// A step is open.
        StepOpen = "step-open",
        /// A referral waits for its answer.
        ReferralWaits = "referral-waits",
        /// There was a contact or a discussion lately.
        RecentContact = "recent-contact",
        /// Not accepted yet, or refused.
        NotOpen = "not-open",
        /// It rests.
        Dormant = "dormant",
        /// Open, but nothing carries it.
        Quiet = "quiet",
        /// Closed.
        Closed = "closed",
        /// The person died.
        Died = "died",
    }
}

/// An open step, as far as the rule needs it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct StepSpan {
    /// From its proposal to its end.
    pub span: Span,
    /// End of the day on which it is due.
    pub due_at: DateTime<Utc>,
}

/// What the rule looks at.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct FollowUpFacts {
    /// `CaseFile::open`.
    pub open: Vec<Span>,
    /// `CaseFile::paused`.
    pub paused: Vec<Span>,
    /// `CaseFile::death_recorded_at`.
    pub died_at: Option<DateTime<Utc>>,
    /// Steps, also ended ones.
    pub steps: Vec<StepSpan>,
    /// Referrals, from sending to answer.
    pub referrals: Vec<Span>,
    /// Contacts with the person and discussions of the file.
    pub contacts: Vec<DateTime<Utc>>,
}

/// Whether a file is in active follow-up.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct FollowUp {
    /// Whether it is.
    pub is_active: bool,
    /// Why, or why not. Of several reasons the first in the order of [`FollowUpReason`].
    pub reason: FollowUpReason,
    /// Since when without interruption; none when it never was and never opened.
    pub since: Option<DateTime<Utc>>,
}

impl FollowUpFacts {
    fn step_spans(&self, rule: &FollowUpRule) -> Vec<Span> {
        let carries = |step: &StepSpan| {
            let forgotten = step.due_at + TimeDelta::days(i64::from(rule.overdue_days));
            let until = step.span.until.map_or(forgotten, |until| until.min(forgotten));
            Span::new(step.span.from, until)
        };
        self.steps.iter().map(carries).collect()
    }

    fn referral_spans(&self, rule: &FollowUpRule) -> &[Span] {
        if rule.referral_carries { &self.referrals } else { &[] }
    }

    fn contact_spans(&self, rule: &FollowUpRule) -> Vec<Span> {
        let days = TimeDelta::days(i64::from(rule.contact_days));
        self.contacts.iter().map(|at| Span::new(*at, *at + days)).collect()
    }

    /// The stretches of active follow-up, in order, as far as they are known at `now`.
    pub fn active(&self, rule: &FollowUpRule, now: DateTime<Utc>) -> Vec<Span> {
        let mut carried = self.step_spans(rule);
        carried.extend(self.referral_spans(rule));
        carried.extend(self.contact_spans(rule));
        let mut stops = self.paused.clone();
        stops.extend(self.died_at.map(Span::since));
        let open = Span::without(&self.open, &stops);
        let active = Span::join(carried)
            .into_iter()
            .flat_map(|carrying| open.iter().filter_map(|open| open.common(&carrying)).collect::<Vec<_>>());
        Span::join(active).into_iter().filter(|span| span.from <= now).collect()
    }

    /// Whether the file was in active follow-up at any moment of a period: what the yearly figure counts.
    pub fn was_active_in(&self, period: Span, rule: &FollowUpRule, now: DateTime<Utc>) -> bool {
        was_active_in(&self.active(rule, now), period, now)
    }

    fn why_not(&self, at: DateTime<Utc>) -> FollowUpReason {
        if self.died_at.is_some_and(|died| died <= at) {
            return FollowUpReason::Died;
        }
        if !self.open.iter().any(|span| span.contains(at)) {
            let was_open = self.open.iter().any(|span| span.from <= at);
            return if was_open { FollowUpReason::Closed } else { FollowUpReason::NotOpen };
        }
        if self.paused.iter().any(|span| span.contains(at)) {
            return FollowUpReason::Dormant;
        }
        FollowUpReason::Quiet
    }
}

/// [`FollowUpFacts::was_active_in`] for stretches that are at hand.
pub fn was_active_in(active: &[Span], period: Span, now: DateTime<Utc>) -> bool {
    let known = Span { from: period.from, until: Some(period.until.map_or(now, |until| until.min(now))) };
    active.iter().any(|span| span.common(&known).is_some())
}

/// Decides whether a file is in active follow-up at a moment, with the reason and since when.
///
/// `since` of an inactive file is the end of its last active stretch, or the moment it was accepted.
pub fn follow_up(facts: &FollowUpFacts, rule: &FollowUpRule, now: DateTime<Utc>) -> FollowUp {
    let holds = |spans: &[Span]| spans.iter().any(|span| span.contains(now));
    let active = facts.active(rule, now);
    if let Some(current) = active.iter().find(|span| span.contains(now)) {
        let reason = if holds(&facts.step_spans(rule)) {
            FollowUpReason::StepOpen
        } else if holds(facts.referral_spans(rule)) {
            FollowUpReason::ReferralWaits
        } else {
            FollowUpReason::RecentContact
        };
        return FollowUp { is_active: true, reason, since: Some(current.from) };
    }
    let opened = facts.open.iter().map(|span| span.from).filter(|from| *from <= now).max();
    let ended = active.iter().filter_map(|span| span.until).max();
    FollowUp { is_active: false, reason: facts.why_not(now), since: ended.max(opened) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn day(n: i64) -> DateTime<Utc> {
        DateTime::from_timestamp(1_600_000_000 + n * 86_400, 0).unwrap()
    }

    fn open(facts: FollowUpFacts) -> FollowUpFacts {
        FollowUpFacts { open: vec![Span::since(day(0))], ..facts }
    }

    fn ask(facts: &FollowUpFacts, n: i64) -> (bool, FollowUpReason, Option<DateTime<Utc>>) {
        let found = follow_up(facts, &FollowUpRule::default(), day(n));
        (found.is_active, found.reason, found.since)
    }

    #[test]
    fn a_contact_carries_for_ninety_days_and_not_one_moment_longer() {
        let facts = open(FollowUpFacts { contacts: vec![day(10)], ..Default::default() });
        assert_eq!(ask(&facts, 5), (false, FollowUpReason::Quiet, Some(day(0))));
        assert_eq!(ask(&facts, 99), (true, FollowUpReason::RecentContact, Some(day(10))));
        assert_eq!(ask(&facts, 100), (false, FollowUpReason::Quiet, Some(day(100))));
    }

    #[test]
    fn a_step_carries_until_it_ends_or_is_forgotten() {
        let step = StepSpan { span: Span::since(day(1)), due_at: day(30) };
        let facts = open(FollowUpFacts { steps: vec![step], ..Default::default() });
        assert_eq!(ask(&facts, 89), (true, FollowUpReason::StepOpen, Some(day(1))));
        assert_eq!(ask(&facts, 90), (false, FollowUpReason::Quiet, Some(day(90))));
        let done = StepSpan { span: Span::new(day(1), day(20)), ..step };
        let facts = open(FollowUpFacts { steps: vec![done], ..Default::default() });
        assert_eq!(ask(&facts, 20), (false, FollowUpReason::Quiet, Some(day(20))));
    }

    #[test]
    fn neither_a_resting_nor_a_closed_file_nor_the_dead_are_followed() {
        let contacts = vec![day(1)];
        let paused = vec![Span::new(day(5), day(8))];
        let facts = open(FollowUpFacts { contacts, paused, ..Default::default() });
        assert_eq!(ask(&facts, 6), (false, FollowUpReason::Dormant, Some(day(5))));
        assert_eq!(ask(&facts, 8), (true, FollowUpReason::RecentContact, Some(day(8))));
        let died = FollowUpFacts { died_at: Some(day(9)), ..facts.clone() };
        assert_eq!(ask(&died, 9), (false, FollowUpReason::Died, Some(day(9))));
        let closed = FollowUpFacts { open: vec![Span::new(day(0), day(9))], ..facts };
        assert_eq!(ask(&closed, 9), (false, FollowUpReason::Closed, Some(day(9))));
        assert_eq!(ask(&FollowUpFacts::default(), 9), (false, FollowUpReason::NotOpen, None));
    }

    #[test]
    fn a_year_counts_who_was_followed_at_any_moment_of_it() {
        let facts = open(FollowUpFacts { contacts: vec![day(10)], ..Default::default() });
        let was = |from, until| {
            facts.was_active_in(Span::new(day(from), day(until)), &FollowUpRule::default(), day(400))
        };
        assert!(was(99, 200) && was(0, 11));
        assert!(!was(100, 200) && !was(0, 10));
    }

    proptest! {
        #[test]
        fn what_is_said_at_a_moment_agrees_with_the_stretches(
            contacts in proptest::collection::vec(0i64..400, 0..4),
            steps in proptest::collection::vec((0i64..300, 1i64..100, 0i64..100), 0..3),
            paused in (0i64..400, 0i64..60),
            closed in proptest::option::of(0i64..500),
            now in 0i64..500,
        ) {
            let facts = FollowUpFacts {
                open: vec![Span { from: day(0), until: closed.map(day) }],
                paused: vec![Span::new(day(paused.0), day(paused.0 + paused.1))],
                contacts: contacts.into_iter().map(day).collect(),
                steps: steps.into_iter().map(|(from, long, due)| StepSpan {
                    span: Span::new(day(from), day(from + long)), due_at: day(from + due),
                }).collect(),
                ..Default::default()
            };
            let rule = FollowUpRule::default();
            let found = follow_up(&facts, &rule, day(now));
            let stretches = facts.active(&rule, day(now));
            prop_assert_eq!(found.is_active, stretches.iter().any(|span| span.contains(day(now))));
            prop_assert!(found.since.is_none_or(|since| since <= day(now)));
            prop_assert!(!found.is_active || !facts.paused[0].contains(day(now)));
        }
    }
}
