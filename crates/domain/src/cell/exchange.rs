//! An exchange between professionals between two meetings: a dated note of who asked whom, what, and what was advised (duty D31).
//!
//! It belongs to the track of who asked, and to both unless they keep it to their own. A question stays open until somebody
//! writes the advice down, or that there will be none and why: nothing is asked and forgotten.

use super::contact::ContactRole;
use crate::stable::stable_words;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

stable_words! {
    /// How professionals spoke to each other.
    pub enum ExchangeWay in "exchange-way" {
        /// On the phone.
        Phone = "phone",
        /// By mail or secure messaging.
        Mail = "mail",
        /// By video.
        Video = "video",
        /// Face to face.
        InPerson = "in-person",
    }
}

stable_words! {
    /// Where an exchange stands.
    pub enum ExchangeState in "exchange-state" {
        /// Asked, without an answer yet.
        Awaited = "awaited",
        /// Advice was given.
        Advised = "advised",
        /// No advice will come; the reason stands in its place.
        NoAdvice = "no-advice",
    }
}

/// Who was asked.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", tag = "who")]
pub enum Asked {
    /// A colleague with an account.
    Colleague {
        /// Account.
        account: Uuid,
    },
    /// Somebody of the contact book, as they stood there on the day: a later change of the book changes no note.
    Contact {
        /// Name.
        name: String,
        /// What they are for the person.
        role: ContactRole,
        /// Where they work; may be empty.
        place: String,
    },
    /// Somebody else: name and function in words.
    Other {
        /// Name and function.
        words: String,
    },
}

/// What was asked, of whom and when.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Question {
    /// Who was asked.
    pub of: Asked,
    /// How.
    pub way: ExchangeWay,
    /// Day.
    pub on: NaiveDate,
    /// What was asked.
    pub text: String,
}

/// How it ended: advice, or why there is none.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Advice {
    /// Whether advice was given.
    pub is_given: bool,
    /// Day.
    pub on: NaiveDate,
    /// The advice, or the reason.
    pub text: String,
}

/// Why a note is not kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum ExchangeFault {
    /// Nobody was named.
    #[error("who was asked is missing")]
    NobodyAsked,
    /// They asked themselves.
    #[error("nobody asks themselves")]
    AskedOneself,
    /// What was asked is missing.
    #[error("what was asked is missing")]
    QuestionMissing,
    /// Neither advice nor a reason.
    #[error("the advice, or why there is none, is missing")]
    AdviceMissing,
    /// A day that has not come.
    #[error("the day has not come")]
    Ahead,
    /// Advised before it was asked.
    #[error("the advice is dated before the question")]
    BeforeQuestion,
    /// More than a note.
    #[error("a note has at most {LONGEST} signs")]
    TooLong,
}

/// Longest question or advice, in signs.
pub const LONGEST: usize = 20_000;

fn words(text: &str, missing: ExchangeFault) -> Result<String, ExchangeFault> {
    let text = text.trim();
    match text.chars().count() {
        0 => Err(missing),
        count if count > LONGEST => Err(ExchangeFault::TooLong),
        _ => Ok(text.to_owned()),
    }
}

impl Question {
    /// Checks what `asker` writes down on `today`, the day at the office.
    ///
    /// # Errors
    /// [`ExchangeFault`].
    pub fn check(self, asker: Uuid, today: NaiveDate) -> Result<Self, ExchangeFault> {
        let of = match self.of {
            Asked::Colleague { account } if account == asker => return Err(ExchangeFault::AskedOneself),
            Asked::Other { words: who } => Asked::Other { words: words(&who, ExchangeFault::NobodyAsked)? },
            known => known,
        };
        let text = words(&self.text, ExchangeFault::QuestionMissing)?;
        if self.on > today {
            return Err(ExchangeFault::Ahead);
        }
        Ok(Self { of, text, ..self })
    }
}

impl Advice {
    /// Checks it against the day of the question.
    ///
    /// # Errors
    /// [`ExchangeFault`].
    pub fn check(self, asked_on: NaiveDate, today: NaiveDate) -> Result<Self, ExchangeFault> {
        let text = words(&self.text, ExchangeFault::AdviceMissing)?;
        if self.on > today {
            return Err(ExchangeFault::Ahead);
        }
        if self.on < asked_on {
            return Err(ExchangeFault::BeforeQuestion);
        }
        Ok(Self { text, ..self })
    }

    /// Where an exchange stands that ended so, or has not ended.
    pub fn state(advice: Option<&Self>) -> ExchangeState {
        match advice {
            None => ExchangeState::Awaited,
            Some(one) if one.is_given => ExchangeState::Advised,
            Some(_) => ExchangeState::NoAdvice,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const ASKER: Uuid = Uuid::from_u128(1);

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    fn question(of: Asked, text: &str) -> Result<Question, ExchangeFault> {
        let question = Question { of, way: ExchangeWay::Phone, on: day("2026-11-20"), text: text.to_owned() };
        question.check(ASKER, day("2026-11-23"))
    }

    fn other(words: &str) -> Asked {
        Asked::Other { words: words.to_owned() }
    }

    #[test]
    fn a_note_says_who_was_asked_and_what() {
        assert_eq!(question(other(" "), "Quoi ?").unwrap_err(), ExchangeFault::NobodyAsked);
        assert_eq!(question(other("Dr Fictif"), " \n").unwrap_err(), ExchangeFault::QuestionMissing);
        let oneself = Asked::Colleague { account: ASKER };
        assert_eq!(question(oneself, "Quoi ?").unwrap_err(), ExchangeFault::AskedOneself);
        let kept = question(other(" Dr Fictif, généticien "), " Quel test ? ").unwrap();
        assert_eq!((kept.of, kept.text.as_str()), (other("Dr Fictif, généticien"), "Quel test ?"));
        let long = "é".repeat(LONGEST + 1);
        assert_eq!(question(other("Dr Fictif"), &long).unwrap_err(), ExchangeFault::TooLong);
    }

    #[test]
    fn no_day_lies_ahead_and_no_advice_before_its_question() {
        let ahead = Question { on: day("2026-11-24"), ..question(other("Dr Fictif"), "Quoi ?").unwrap() };
        assert_eq!(ahead.check(ASKER, day("2026-11-23")).unwrap_err(), ExchangeFault::Ahead);
        let advised = |on: &str, text: &str| {
            let advice = Advice { is_given: true, on: day(on), text: text.to_owned() };
            advice.check(day("2026-11-20"), day("2026-11-23"))
        };
        assert_eq!(advised("2026-11-19", "Exome").unwrap_err(), ExchangeFault::BeforeQuestion);
        assert_eq!(advised("2026-11-24", "Exome").unwrap_err(), ExchangeFault::Ahead);
        assert_eq!(advised("2026-11-20", " ").unwrap_err(), ExchangeFault::AdviceMissing);
        assert_eq!(Advice::state(advised("2026-11-20", "Exome").ok().as_ref()), ExchangeState::Advised);
        assert_eq!(Advice::state(None), ExchangeState::Awaited);
    }
}
