//! The silence alarm: one of the pair has not acted on a file for N days (F40).

use super::roster::Roster;
use super::words::Track;
use crate::stable::stable_words;
use chrono::{DateTime, TimeDelta, Utc};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

/// After how many days silence is told; a setting.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct SilenceRule {
    /// Days without an act on the psycho-social track.
    pub psychosocial_days: u16,
    /// Days without an act on the medical track.
    pub medical_days: u16,
}

impl Default for SilenceRule {
    fn default() -> Self {
        Self { psychosocial_days: 21, medical_days: 21 }
    }
}

/// Who holds the two tracks of a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Pair {
    /// Psycho-social coordinator.
    pub psychosocial: Uuid,
    /// Medical coordinator.
    pub medical: Uuid,
}

impl Pair {
    /// The pair of a file; a track that nobody holds yet is the other's to look after. None where nobody holds either.
    pub fn of(psychosocial: Option<Uuid>, medical: Option<Uuid>) -> Option<Self> {
        Some(Self { psychosocial: psychosocial.or(medical)?, medical: medical.or(psychosocial)? })
    }

    /// Who holds a track.
    pub const fn holder(&self, track: Track) -> Uuid {
        match track {
            Track::Psychosocial => self.psychosocial,
            Track::Medical => self.medical,
        }
    }
}

/// What the alarm looks at.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct SilenceFacts {
    /// Start of the present active follow-up; a file that nobody follows is not silent.
    pub active_since: Option<DateTime<Utc>>,
    /// Who holds the tracks.
    pub pair: Pair,
    /// Last act on the psycho-social track, by its holder or who stood in.
    pub psychosocial_act: Option<DateTime<Utc>>,
    /// Last act on the medical track.
    pub medical_act: Option<DateTime<Utc>>,
}

stable_words! {
    /// Whom an alarm goes to, and why them.
    pub enum AlarmTo in "silence-to" {
        /// The holder of the track.
        Holder = "holder",
        /// Who stands in for them.
        StandIn = "stand-in",
        /// The other of the pair: the track has nobody at present.
        OtherTrack = "other-track",
        /// Nobody of the pair is there: a task of the organisation.
        Organisation = "organisation",
    }
}

/// Silence on one track.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Silence {
    /// Track.
    pub track: Track,
    /// Since when nothing was done.
    pub since: DateTime<Utc>,
    /// Whole days of it.
    pub days: i64,
    /// Why this addressee.
    pub to: AlarmTo,
    /// Account; none for the organisation.
    pub account: Option<Uuid>,
}

/// The alarms of a file at a moment, at most one per track.
///
/// An absence does not stop the clock, because the person waits all the same; it turns the alarm to who acts instead.
pub fn silences(
    facts: &SilenceFacts,
    rule: &SilenceRule,
    roster: &Roster,
    now: DateTime<Utc>,
) -> Vec<Silence> {
    let Some(active_since) = facts.active_since else { return Vec::new() };
    let silence = |track: Track| {
        let (act, days) = match track {
            Track::Psychosocial => (facts.psychosocial_act, rule.psychosocial_days),
            Track::Medical => (facts.medical_act, rule.medical_days),
        };
        let since = act.map_or(active_since, |act| act.max(active_since));
        if now - since < TimeDelta::days(i64::from(days)) {
            return None;
        }
        let holder = facts.pair.holder(track);
        let (to, account) = match roster.acting_for(holder, now) {
            Some(who) if who == holder => (AlarmTo::Holder, Some(who)),
            Some(who) => (AlarmTo::StandIn, Some(who)),
            None => match roster.acting_for(facts.pair.holder(track.other()), now) {
                Some(who) => (AlarmTo::OtherTrack, Some(who)),
                None => (AlarmTo::Organisation, None),
            },
        };
        Some(Silence { track, since, days: (now - since).num_days(), to, account })
    };
    Track::ALL.into_iter().filter_map(silence).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::cell::roster::Absence;
    use crate::cell::span::Span;

    const PAIR: Pair = Pair { psychosocial: Uuid::from_u128(1), medical: Uuid::from_u128(2) };
    const STAND_IN: Uuid = Uuid::from_u128(3);

    fn day(n: i64) -> DateTime<Utc> {
        DateTime::from_timestamp(n * 86_400, 0).unwrap()
    }

    fn facts() -> SilenceFacts {
        SilenceFacts {
            active_since: Some(day(0)),
            pair: PAIR,
            psychosocial_act: Some(day(30)),
            medical_act: Some(day(10)),
        }
    }

    fn told(roster: &Roster, now: i64) -> Vec<(Track, AlarmTo, Option<Uuid>)> {
        let found = silences(&facts(), &SilenceRule::default(), roster, day(now));
        found.into_iter().map(|s| (s.track, s.to, s.account)).collect()
    }

    fn away(account: Uuid, stand_in: Option<Uuid>) -> Absence {
        Absence { account, span: Span::new(day(20), day(40)), stand_in }
    }

    #[test]
    fn who_has_not_acted_for_three_weeks_is_told() {
        let roster = Roster::default();
        assert_eq!(told(&roster, 30), []);
        assert_eq!(told(&roster, 31), [(Track::Medical, AlarmTo::Holder, Some(PAIR.medical))]);
        assert_eq!(told(&roster, 51).len(), 2);
    }

    #[test]
    fn while_away_the_alarm_goes_to_who_is_there() {
        let with = Roster { absences: vec![away(PAIR.medical, Some(STAND_IN))] };
        assert_eq!(told(&with, 31), [(Track::Medical, AlarmTo::StandIn, Some(STAND_IN))]);
        let without = Roster { absences: vec![away(PAIR.medical, None)] };
        assert_eq!(told(&without, 31), [(Track::Medical, AlarmTo::OtherTrack, Some(PAIR.psychosocial))]);
        let nobody = Roster { absences: vec![away(PAIR.medical, None), away(PAIR.psychosocial, None)] };
        assert_eq!(told(&nobody, 31), [(Track::Medical, AlarmTo::Organisation, None)]);
    }

    #[test]
    fn a_track_without_a_holder_is_the_others_to_look_after() {
        let alone = Pair::of(None, Some(PAIR.medical)).unwrap();
        assert_eq!(alone.psychosocial, PAIR.medical);
        assert_eq!(Pair::of(None, None), None);
    }

    #[test]
    fn a_file_that_nobody_follows_is_not_silent() {
        let facts = SilenceFacts { active_since: None, ..facts() };
        assert_eq!(silences(&facts, &SilenceRule::default(), &Roster::default(), day(900)), []);
    }

    #[test]
    fn before_the_first_act_silence_counts_from_the_start_of_follow_up() {
        let facts = SilenceFacts { medical_act: None, ..facts() };
        let found = silences(&facts, &SilenceRule::default(), &Roster::default(), day(21));
        assert_eq!((found[0].since, found[0].days), (day(0), 21));
    }
}
