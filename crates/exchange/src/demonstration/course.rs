//! When requests come in, and what becomes of each.

use super::chance::Chance;
use super::{DemoEnquiry, REQUESTERS, satisfaction, texts};
use ariane_domain::enquiry::{
    Change, EntryMode, HandoverReason, Outcome, State, UnmetNeed, UnmetReason, Urgency,
};
use ariane_domain::office::Office;
use chrono::{DateTime, Days, Duration, NaiveDate, NaiveTime, TimeZone, Utc};

/// A local time of a day as an instant; noon in universal time for what the clock change leaves out.
fn instant(office: &Office, day: NaiveDate, minute: i64) -> DateTime<Utc> {
    let local = day.and_time(NaiveTime::MIN) + Duration::minutes(minute);
    let at = office.zone.from_local_datetime(&local).earliest();
    at.map_or_else(|| local.and_utc(), |at| at.with_timezone(&Utc))
}

/// Mode and time of each request, in the order of time: on working days of the past year, calls in opening hours,
/// mails from seven to ten in the evening.
pub(super) fn times(
    chance: &mut Chance,
    office: &Office,
    now: DateTime<Utc>,
    modes: &[EntryMode],
) -> Vec<(EntryMode, DateTime<Utc>)> {
    let today = office.day(now);
    let days: Vec<NaiveDate> = (1..=365)
        .filter_map(|back| today.checked_sub_days(Days::new(back)))
        .filter(|day| office.is_working_day(*day))
        .collect();
    if days.is_empty() {
        return Vec::new();
    }
    let mut all = Vec::with_capacity(REQUESTERS);
    for mode in modes {
        let day = days[chance.below(days.len())];
        let at = match mode {
            EntryMode::Phone => {
                let tries: Vec<_> =
                    (0..60).map(|_| instant(office, day, chance.between(9 * 60, 17 * 60 - 1))).collect();
                tries.iter().copied().find(|at| office.is_open(*at)).unwrap_or(tries[0])
            }
            _ => instant(office, day, chance.between(7 * 60, 22 * 60)),
        };
        all.push((*mode, at));
    }
    all.sort_by_key(|(_, at)| *at);
    all
}

/// A moment shortly before the office closes on the nth working day after another.
fn on_working_day(chance: &mut Chance, office: &Office, after: DateTime<Utc>, days: u32) -> DateTime<Utc> {
    office.due_after(after, days) - Duration::minutes(chance.between(5, 220))
}

/// Gives a request its course up to `now`: taken, answered, closed or handed over, as far as it has come.
pub(super) fn follow(chance: &mut Chance, office: &Office, now: DateTime<Utc>, one: &mut DemoEnquiry) {
    if chance.one_in(20) {
        one.urgency = Urgency::Pressing;
    }
    let minutes = chance.between(5, 45);
    let at_once = one.profile.entry_mode == Some(EntryMode::Phone) && !chance.one_in(4);
    let (taken, replied) = if at_once {
        (one.received_at, one.received_at + Duration::minutes(minutes))
    } else {
        // Most replies keep the promise of five working days; about one in fifteen does not.
        let days = chance.pick_by(&[1, 2, 3, 4, 5, 6, 8], &[22, 26, 22, 14, 9, 4, 3]);
        let replied = on_working_day(chance, office, one.received_at, days);
        (replied - Duration::minutes(minutes), replied)
    };
    if taken <= now {
        step(one, taken, Change::Take);
    }
    if replied > now {
        return;
    }
    let outcomes = [
        Outcome::Oriented,
        Outcome::Answered,
        Outcome::Redirected,
        Outcome::NoAnswerPossible,
        Outcome::HandedOver,
        Outcome::Abandoned,
    ];
    let outcome = chance.pick_by(&outcomes, &[44, 32, 6, 6, 8, 4]);
    one.replied_at = Some(replied);
    one.profile.response_minutes = u32::try_from(minutes).ok();
    one.reply = texts::reply(one.language);
    step(one, replied, Change::Reply);
    if outcome == Outcome::NoAnswerPossible || chance.one_in(12) {
        one.unmet = unmet(chance, one);
    }
    if outcome == Outcome::HandedOver {
        let reasons = [
            HandoverReason::FollowUp,
            HandoverReason::Coordination,
            HandoverReason::Medical,
            HandoverReason::Diagnosis,
        ];
        one.handover = Some(chance.pick_by(&reasons, &[35, 30, 15, 20]));
        step(one, replied, Change::HandOver);
    }
    let days = u32::try_from(chance.between(3, 10)).unwrap_or(3);
    let closed = on_working_day(chance, office, replied, days);
    if closed <= now {
        step(one, closed, Change::Close(outcome));
        one.outcome = Some(outcome);
        one.profile.satisfaction = satisfaction(chance);
    }
}

fn unmet(chance: &mut Chance, one: &DemoEnquiry) -> Vec<UnmetNeed> {
    let reasons = [
        UnmetReason::NoService,
        UnmetReason::TooFar,
        UnmetReason::WaitingList,
        UnmetReason::Cost,
        UnmetReason::Language,
        UnmetReason::AgeLimit,
        UnmetReason::NoExpert,
    ];
    let reason = chance.pick_by(&reasons, &[20, 15, 25, 15, 8, 7, 10]);
    one.profile.needs.first().map(|need| UnmetNeed { need: *need, reason }).into_iter().collect()
}

/// Makes a change that the state allows; one that it does not would be a fault of this generator, and is left out.
fn step(one: &mut DemoEnquiry, at: DateTime<Utc>, change: Change) {
    if let Ok(next) = State::after(one.state, change) {
        one.state = next;
        one.history.push((at, change));
    }
}
