//! What the record of a death does to everything that hangs on the file (duty D6).

use super::step::{CancelReason, Step, StepEvent};
use super::words::Track;
use chrono::NaiveDate;
use uuid::Uuid;

/// An open step that a death ends.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Ended<K> {
    /// Which.
    pub step: K,
    /// What is recorded on it.
    pub event: StepEvent,
}

/// Everything that the same transaction does.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DeathEffects<K> {
    /// Open steps, each cancelled.
    pub ended: Vec<Ended<K>>,
    /// One task for a human, whatever the number of steps: to tell those who were to do something, and the relatives.
    pub task: DeathTask,
    /// Every queued automatic message and reminder is stopped.
    pub stops_messages: bool,
    /// Appointments that are cancelled with the services.
    pub appointments: Vec<Uuid>,
}

/// The task that a death raises.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct DeathTask {
    /// The psycho-social track has it: relatives come first.
    pub track: Track,
    /// How many services and colleagues have to be told.
    pub to_tell: usize,
}

/// What a death does, given the steps of the file and its appointments to come.
///
/// The file itself stays, with the rights of the relatives, for as long as the register says.
pub fn on_death<'a, K: Copy>(
    steps: impl IntoIterator<Item = (K, &'a Step)>,
    appointments: Vec<Uuid>,
) -> DeathEffects<K> {
    let event = StepEvent::Cancel(CancelReason::Died);
    let ended: Vec<Ended<K>> = steps
        .into_iter()
        .filter(|(_, step)| step.state.is_open())
        .map(|(step, _)| Ended { step, event })
        .collect();
    let task = DeathTask { track: Track::Psychosocial, to_tell: ended.len() + appointments.len() };
    DeathEffects { ended, task, stops_messages: true, appointments }
}

/// Why a day of death is not taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum DayOfDeathFault {
    /// It lies ahead.
    #[error("the day of a death does not lie ahead")]
    Ahead,
    /// It lies before the person was born.
    #[error("nobody dies before they were born")]
    BeforeBirth,
}

/// Checks the day of a death. Where nobody knows it the day on which it was learned stands in its place.
///
/// # Errors
/// [`DayOfDeathFault`].
pub fn day_of_death(
    told: Option<NaiveDate>,
    birth: Option<NaiveDate>,
    today: NaiveDate,
) -> Result<NaiveDate, DayOfDeathFault> {
    let day = told.unwrap_or(today);
    if day > today {
        return Err(DayOfDeathFault::Ahead);
    }
    if birth.is_some_and(|birth| day < birth) {
        return Err(DayOfDeathFault::BeforeBirth);
    }
    Ok(day)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::cell::step::StepState;
    use crate::cell::who::{Acting, Who};
    use chrono::{DateTime, Utc};

    #[test]
    fn every_open_step_ends_and_one_human_is_asked() {
        let at: DateTime<Utc> = "2026-11-23T09:00:00Z".parse().unwrap();
        let today = at.date_naive();
        let proposed = Step::propose(Track::Medical, Uuid::nil(), today, today, at).unwrap();
        let all: Vec<Step> =
            StepState::ALL.into_iter().map(|state| Step { state, ..proposed.clone() }).collect();
        let effects = on_death(all.iter().enumerate(), vec![Uuid::nil()]);
        assert!(effects.stops_messages);
        assert_eq!(effects.ended.len(), 3);
        assert_eq!(effects.task, DeathTask { track: Track::Psychosocial, to_tell: 4 });
        for ended in effects.ended {
            let after = all[ended.step].after(ended.event, &Acting::of(Who::System), at).unwrap();
            assert_eq!(after.state, StepState::Cancelled);
        }
    }

    #[test]
    fn the_day_lies_between_birth_and_today() {
        let day = |text: &str| text.parse::<NaiveDate>().unwrap();
        let (today, birth) = (day("2026-11-23"), Some(day("2010-05-01")));
        assert_eq!(day_of_death(None, birth, today), Ok(today));
        assert_eq!(day_of_death(Some(day("2026-11-20")), birth, today), Ok(day("2026-11-20")));
        assert_eq!(day_of_death(Some(day("2026-11-24")), birth, today), Err(DayOfDeathFault::Ahead));
        assert_eq!(day_of_death(Some(day("2010-04-30")), birth, today), Err(DayOfDeathFault::BeforeBirth));
    }
}
