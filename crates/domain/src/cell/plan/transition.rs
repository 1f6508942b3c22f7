//! Transition to adulthood: flagged ahead, with a checklist (seed 001, "transition de l'adolescence à l'âge adulte"; F60).

use crate::stable::stable_words;
use chrono::{Datelike as _, NaiveDate};
use serde::{Deserialize, Serialize};

/// Ages of a country profile (duty D45), with where they come from.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct TransitionRule {
    /// Age in years from which the transition is flagged.
    pub flag_age: u8,
    /// Age of majority in years.
    pub majority_age: u8,
    /// Where both are written.
    pub source: String,
    /// When that was read.
    pub checked: NaiveDate,
}

/// Where somebody stands on the way to adulthood.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Transition {
    /// It is not flagged yet.
    NotYet {
        /// Day from which on it is.
        flag_on: NaiveDate,
    },
    /// It is to be prepared.
    Flagged {
        /// Since when.
        since: NaiveDate,
        /// Day of majority.
        majority_on: NaiveDate,
    },
    /// The person is of age: a parent's link ended and the person is asked afresh (duty D23).
    OfAge {
        /// Since when.
        since: NaiveDate,
    },
}

/// The birthday on which somebody reaches an age. Who was born on 29 February has it on 1 March in other years: nobody's
/// rights begin or end a day early. None beyond the calendar.
pub fn birthday(birth: NaiveDate, age: u8) -> Option<NaiveDate> {
    let year = birth.year().checked_add(i32::from(age))?;
    NaiveDate::from_ymd_opt(year, birth.month(), birth.day()).or_else(|| NaiveDate::from_ymd_opt(year, 3, 1))
}

/// Where somebody born on a day stands on another day. None for a birth date beyond the calendar.
pub fn transition(birth: NaiveDate, today: NaiveDate, rule: &TransitionRule) -> Option<Transition> {
    let flag_on = birthday(birth, rule.flag_age)?;
    let majority_on = birthday(birth, rule.majority_age)?;
    Some(if today >= majority_on {
        Transition::OfAge { since: majority_on }
    } else if today >= flag_on {
        Transition::Flagged { since: flag_on, majority_on }
    } else {
        Transition::NotYet { flag_on }
    })
}

stable_words! {
    /// What is to be prepared. Editors may add to it per country; these are common to all.
    pub enum TransitionItem in "transition-item" {
        /// The young person was spoken to alone.
        SpokenAlone = "spoken-alone",
        /// They know their disease, treatment and what to do in an emergency.
        KnowsOwnDisease = "knows-own-disease",
        /// The team for adults is named.
        AdultTeamNamed = "adult-team-named",
        /// A consultation of both teams together.
        JointConsultation = "joint-consultation",
        /// A medical summary for the new team.
        MedicalSummary = "medical-summary",
        /// First appointment with the new team kept.
        FirstAppointment = "first-appointment",
        /// Rights that change with the age: allowances, insurance, invalidity.
        Rights = "rights",
        /// School, training, work.
        SchoolWork = "school-work",
        /// Whether protection of an adult is needed, weighed in time.
        AdultProtection = "adult-protection",
        /// Consents asked of the person afresh (duty D23).
        ConsentsAfresh = "consents-afresh",
        /// Genetic counselling and family planning offered.
        GeneticCounselling = "genetic-counselling",
    }
}

impl TransitionItem {
    /// Whether it can only be done once the person is of age.
    pub const fn needs_majority(self) -> bool {
        matches!(self, Self::ConsentsAfresh)
    }

    /// What remains to be done now, in order; `done` are those finished or set aside with a reason.
    pub fn remaining(done: &[Self], now: &Transition) -> Vec<Self> {
        let is_due = |item: &Self| match now {
            Transition::NotYet { .. } => false,
            Transition::Flagged { .. } => !item.needs_majority(),
            Transition::OfAge { .. } => true,
        };
        Self::ALL.into_iter().filter(|item| is_due(item) && !done.contains(item)).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    fn rule() -> TransitionRule {
        TransitionRule { flag_age: 15, majority_age: 18, source: String::new(), checked: day("2026-11-22") }
    }

    fn at(birth: &str, today: &str) -> Transition {
        transition(day(birth), day(today), &rule()).unwrap()
    }

    #[test]
    fn it_is_flagged_on_the_fifteenth_birthday_and_ends_on_the_eighteenth() {
        let (flag_on, majority_on) = (day("2025-06-23"), day("2028-06-23"));
        assert_eq!(at("2010-06-23", "2025-06-22"), Transition::NotYet { flag_on });
        assert_eq!(at("2010-06-23", "2025-06-23"), Transition::Flagged { since: flag_on, majority_on });
        assert_eq!(at("2010-06-23", "2028-06-22"), Transition::Flagged { since: flag_on, majority_on });
        assert_eq!(at("2010-06-23", "2028-06-23"), Transition::OfAge { since: majority_on });
    }

    #[test]
    fn who_was_born_on_a_leap_day_is_of_age_on_the_first_of_march() {
        assert_eq!(birthday(day("2008-02-29"), 18), Some(day("2026-03-01")));
        assert_eq!(birthday(day("2008-02-29"), 20), Some(day("2028-02-29")));
    }

    #[test]
    fn consents_are_asked_afresh_only_of_an_adult() {
        let young = at("2010-06-23", "2026-01-01");
        let remaining = TransitionItem::remaining(&[TransitionItem::SpokenAlone], &young);
        assert_eq!(remaining.len(), TransitionItem::ALL.len() - 2);
        assert!(!remaining.contains(&TransitionItem::ConsentsAfresh));
        let adult = at("2000-01-01", "2026-01-01");
        assert_eq!(TransitionItem::remaining(&[], &adult).len(), TransitionItem::ALL.len());
        assert!(TransitionItem::remaining(&[], &at("2020-01-01", "2026-01-01")).is_empty());
    }

    #[test]
    fn every_day_of_a_life_has_its_place() {
        let birth = day("2008-02-29");
        let mut rank = 0;
        for today in birth.iter_days().take(20 * 366) {
            let now = match transition(birth, today, &rule()).unwrap() {
                Transition::NotYet { .. } => 0,
                Transition::Flagged { .. } => 1,
                Transition::OfAge { .. } => 2,
            };
            assert!(now >= rank, "{today}");
            rank = now;
        }
        assert_eq!(rank, 2);
    }
}
