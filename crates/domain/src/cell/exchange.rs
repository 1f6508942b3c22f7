//! What is said between meetings: notes of exchanges between professionals (duty D31), and what the cell gives back to the
//! listener (duty D30).

use crate::enquiry::{HandoverChange, Return};
use crate::stable::stable_words;
use chrono::{DateTime, NaiveDate, Utc};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

stable_words! {
    /// How professionals spoke to each other.
    pub enum ExchangeWay in "exchange-way" {
        /// On the phone.
        Phone = "phone",
        /// By mail.
        Mail = "mail",
        /// By video.
        Video = "video",
        /// Face to face.
        InPerson = "in-person",
    }
}

/// A dated note: who was asked, what, and what they advised. Question and advice are sealed texts kept apart.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Exchange {
    /// Account of who asked and writes the note.
    pub by: Uuid,
    /// Account or contact of who was asked.
    pub with: Uuid,
    /// How.
    pub way: ExchangeWay,
    /// When it took place.
    pub at: DateTime<Utc>,
}

/// What the cell gives the listener. The listener sees this, not the file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum ToListener {
    /// A sentence that may be said to the person, word for word, in their language.
    Sentence(String),
    /// A call to make.
    CallBack {
        /// By when.
        by: NaiveDate,
        /// What to say or ask; may be all there is to say.
        sentence: String,
    },
}

/// Why something is not given to the listener.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum ToListenerFault {
    /// Nothing to say.
    #[error("there is nothing to say")]
    Empty,
    /// Longer than anybody says on the phone.
    #[error("a sentence has at most {} signs", ToListener::LONGEST)]
    TooLong,
    /// The call would lie in the past.
    #[error("the call lies in the past")]
    InPast,
    /// What would be said is a result that nobody explained yet (duty D2).
    #[error("nobody explained this to the person yet")]
    NotExplained,
}

impl ToListener {
    /// Longest sentence, in signs.
    pub const LONGEST: usize = 600;

    /// The sentence.
    pub fn sentence(&self) -> &str {
        match self {
            Self::Sentence(sentence) | Self::CallBack { sentence, .. } => sentence,
        }
    }

    /// Checks it. `is_released` says whether everything delicate that it mentions was explained (`cell::told`); the author
    /// answers for that with a tick of their own.
    ///
    /// # Errors
    /// [`ToListenerFault`].
    pub fn check(self, today: NaiveDate, is_released: bool) -> Result<Self, ToListenerFault> {
        let sentence = self.sentence().trim();
        if sentence.is_empty() {
            return Err(ToListenerFault::Empty);
        }
        if sentence.chars().count() > Self::LONGEST {
            return Err(ToListenerFault::TooLong);
        }
        if matches!(&self, Self::CallBack { by, .. } if *by < today) {
            return Err(ToListenerFault::InPast);
        }
        if is_released { Ok(self) } else { Err(ToListenerFault::NotExplained) }
    }

    /// What happens to the hand-over from which the file came.
    pub const fn handover_change(&self) -> HandoverChange {
        HandoverChange::Return(match self {
            Self::Sentence(_) => Return::Sentence,
            Self::CallBack { .. } => Return::CallBack,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_listener_gets_a_sentence_or_a_call_and_no_result() {
        let today: NaiveDate = "2026-11-23".parse().unwrap();
        let say = |text: &str| ToListener::Sentence(text.to_owned());
        let call =
            |by: &str| ToListener::CallBack { by: by.parse().unwrap(), sentence: "Rappeler.".to_owned() };
        assert_eq!(say("  ").check(today, true), Err(ToListenerFault::Empty));
        assert_eq!(say(&"é".repeat(601)).check(today, true), Err(ToListenerFault::TooLong));
        assert!(say(&"é".repeat(600)).check(today, true).is_ok());
        assert_eq!(call("2026-11-22").check(today, true), Err(ToListenerFault::InPast));
        assert_eq!(call("2026-11-23").check(today, false), Err(ToListenerFault::NotExplained));
        assert_eq!(
            call("2026-11-23").check(today, true).unwrap().handover_change(),
            HandoverChange::Return(Return::CallBack)
        );
    }
}
