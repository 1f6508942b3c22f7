//! What a letter of the cell may say, and to whom (duties D2, D10): to the person, to a parent, to the family doctor, to who
//! helps in daily life.

use super::household::{NotToKnow, Wish, prefers_not_to_know};
use super::told::{Audience, Delicate, NotReleased, Told};
use crate::organisation::Kind;
use crate::person::{Channel, NeverTell, SafeContact};
use chrono::{DateTime, Utc};

/// How a letter reaches its reader.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Handing {
    /// By post; `is_neutral`: sender and subject say nothing of what it is about.
    Post {
        /// With a neutral sender.
        is_neutral: bool,
    },
    /// From hand to hand: the person does not wish that anything is sent.
    ByHand,
}

/// Why no letter is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum LetterFault {
    /// The person said that this reader must never be told (duty D10).
    #[error("the person said that this reader must never be told")]
    NeverTell,
    /// The person died: nothing goes out to them any more (duty D6).
    #[error("the person died")]
    Died,
    /// There is nothing in it.
    #[error("the letter says nothing")]
    Empty,
    /// Words that were typed give away what a human has not explained yet (duty D2).
    #[error("the words give away what was not explained yet")]
    NotTold,
}

/// Whether a letter may be written to a reader, and how it reaches them.
///
/// # Errors
/// [`LetterFault::NeverTell`], [`LetterFault::Died`].
pub fn handing(audience: Audience, contact: &SafeContact, has_died: bool) -> Result<Handing, LetterFault> {
    let forbidden = match audience {
        Audience::Person => None,
        Audience::Parent => Some(NeverTell::Parent),
        Audience::Gp => Some(NeverTell::Doctor),
        // Whom among them, the contact book says ([`super::contact::Contact::may_read_practical`]).
        Audience::Support => None,
    };
    if forbidden.is_some_and(|who| contact.never_tell.contains(&who)) {
        return Err(LetterFault::NeverTell);
    }
    match audience {
        Audience::Person | Audience::Parent | Audience::Support if has_died => Err(LetterFault::Died),
        // The letter to a doctor goes to a practice, whose post nobody of the household opens.
        Audience::Gp | Audience::Support => Ok(Handing::Post { is_neutral: false }),
        Audience::Person | Audience::Parent => Ok(match contact.channel {
            Channel::LinkOnly => Handing::ByHand,
            Channel::Mail | Channel::Phone | Channel::Letter => {
                Handing::Post { is_neutral: contact.is_neutral }
            }
        }),
    }
}

/// Whether the name of a structure can give a disease away. Expert networks and centres are for some diseases and not for
/// others; an association or a laboratory where it says so (`is_for_some`); a public service or a helpline is for all.
pub const fn is_telling(kind: Kind, is_for_some: bool) -> bool {
    match kind {
        Kind::Ern | Kind::Fsmr | Kind::Crmr | Kind::Ccmr | Kind::ErnMember => true,
        Kind::Association | Kind::Laboratory => is_for_some,
        Kind::Hub | Kind::Alliance | Kind::Helpline | Kind::CrisisLine | Kind::Platform | Kind::Service => {
            false
        }
    }
}

/// Names that a letter must not hold before somebody explained what they give away, each folded as by the caller's search.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Names {
    /// Of the disease that the file speaks of.
    pub disease: Vec<String>,
    /// Of structures whose name tells.
    pub structures: Vec<String>,
}

/// Shortest name that is looked for; a shorter one stands in too many words.
const SHORTEST: usize = 4;

/// What words give away, where they hold one of the names. `text` is folded in the same way as the names: small letters
/// without accents, words apart by one blank.
pub fn gives_away(text: &str, names: &Names) -> Option<Delicate> {
    let padded = format!(" {text} ");
    let holds = |name: &String| name.len() >= SHORTEST && padded.contains(&format!(" {name} "));
    if names.disease.iter().any(holds) {
        Some(Delicate::Candidate)
    } else if names.structures.iter().any(holds) {
        Some(Delicate::TellingName)
    } else {
        None
    }
}

/// What clinicians recorded for a file: per kind the latest record.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct ToldBook(pub Vec<(Delicate, Told)>);

impl ToldBook {
    /// What stands for a kind; the latest of several.
    pub fn of(&self, delicate: Delicate) -> Told {
        self.0.iter().rev().find(|(kind, _)| *kind == delicate).map_or(Told::NotYet, |(_, told)| *told)
    }

    /// The book with what the person prefers not to know (duty D7): a wish that is newer than what was recorded stands for
    /// everything that would tell the diagnosis or a genetic result, until it is taken back.
    #[must_use]
    pub fn with_wishes(mut self, wishes: &[Wish], now: DateTime<Utc>) -> Self {
        for kind in Delicate::ALL {
            let what = match kind {
                Delicate::GeneticResult => [NotToKnow::Diagnosis, NotToKnow::Carrier],
                _ => [NotToKnow::Diagnosis, NotToKnow::Diagnosis],
            };
            let since = match self.of(kind) {
                Told::NotYet => None,
                Told::Explained { at, .. } | Told::PrefersNotToKnow { at, .. } => Some(at),
            };
            let newest = wishes
                .iter()
                .filter(|wish| what.iter().any(|what| prefers_not_to_know(&[**wish], *what, now)))
                .filter(|wish| since.is_none_or(|since| since < wish.at))
                .max_by_key(|wish| wish.at);
            if let Some(wish) = newest {
                self.0.push((kind, Told::PrefersNotToKnow { by: wish.recorded_by, at: wish.at }));
            }
        }
        self
    }

    /// Whether something may be written to a reader now. What gives nothing away always may.
    ///
    /// # Errors
    /// [`NotReleased`].
    pub fn release(
        &self,
        delicate: Option<Delicate>,
        audience: Audience,
        now: DateTime<Utc>,
    ) -> Result<(), NotReleased> {
        delicate.map_or(Ok(()), |kind| self.of(kind).release(audience, now))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use uuid::Uuid;

    fn at(n: i64) -> DateTime<Utc> {
        DateTime::from_timestamp(n, 0).unwrap()
    }

    fn names() -> Names {
        Names { disease: vec!["mucoviscidose".into(), "cf".into()], structures: vec!["ern lung".into()] }
    }

    #[test]
    fn who_must_never_be_told_gets_no_letter() {
        let contact = SafeContact { never_tell: vec![NeverTell::Doctor], ..SafeContact::default() };
        assert_eq!(handing(Audience::Gp, &contact, false), Err(LetterFault::NeverTell));
        assert_eq!(handing(Audience::Person, &contact, false), Ok(Handing::Post { is_neutral: false }));
        let quiet = SafeContact { channel: Channel::LinkOnly, ..SafeContact::default() };
        assert_eq!(handing(Audience::Person, &quiet, false), Ok(Handing::ByHand));
        assert_eq!(handing(Audience::Person, &quiet, true), Err(LetterFault::Died));
        assert_eq!(handing(Audience::Support, &quiet, true), Err(LetterFault::Died));
        assert!(handing(Audience::Gp, &quiet, true).is_ok(), "the doctor is told of a death");
    }

    #[test]
    fn a_wish_not_to_know_holds_back_until_it_is_taken_back_and_not_what_is_known_already() {
        let wish = |what, back: Option<i64>| Wish {
            what,
            recorded_by: Uuid::nil(),
            at: at(5),
            taken_back_at: back.map(at),
        };
        let ask = |book: ToldBook, wish, now| {
            let book = book.with_wishes(&[wish], at(now));
            book.release(Some(Delicate::GeneticResult), Audience::Person, at(now)).is_ok()
        };
        let told = |when| {
            ToldBook(vec![(Delicate::GeneticResult, Told::Explained { by: Uuid::nil(), at: at(when) })])
        };
        assert!(!ask(told(4), wish(NotToKnow::Everything, None), 6));
        assert!(!ask(told(4), wish(NotToKnow::Carrier, None), 6));
        assert!(ask(told(4), wish(NotToKnow::SecondaryFinding, None), 6));
        assert!(ask(told(4), wish(NotToKnow::Diagnosis, Some(6)), 6));
        assert!(ask(told(6), wish(NotToKnow::Diagnosis, None), 7), "explained since, at their own wish");
    }

    #[test]
    fn a_name_is_found_as_whole_words_and_only_long_enough() {
        assert_eq!(gives_away("suivi de la mucoviscidose a lyon", &names()), Some(Delicate::Candidate));
        assert_eq!(gives_away("contact avec ern lung", &names()), Some(Delicate::TellingName));
        assert_eq!(gives_away("mucoviscidoses", &names()), None);
        assert_eq!(gives_away("cf annexe", &names()), None);
    }

    #[test]
    fn an_association_for_all_tells_nothing_and_a_network_always_does() {
        assert!(!is_telling(Kind::Association, false) && is_telling(Kind::Association, true));
        assert!(is_telling(Kind::Ern, false) && !is_telling(Kind::Service, true));
    }

    #[test]
    fn the_latest_record_counts() {
        let by = Uuid::nil();
        let book = ToldBook(vec![
            (Delicate::Candidate, Told::PrefersNotToKnow { by, at: at(1) }),
            (Delicate::Candidate, Told::Explained { by, at: at(2) }),
        ]);
        assert!(book.release(Some(Delicate::Candidate), Audience::Person, at(3)).is_ok());
        assert!(book.release(Some(Delicate::GeneticResult), Audience::Gp, at(3)).is_err());
        assert!(book.release(None, Audience::Person, at(0)).is_ok());
    }

    proptest! {
        #[test]
        fn nothing_delicate_ever_reaches_who_helps_in_daily_life(kind in 0usize..5, at_hour in 0i64..9) {
            let told = Told::Explained { by: Uuid::nil(), at: at(0) };
            let book = ToldBook(vec![(Delicate::ALL[kind], told)]);
            prop_assert!(book.release(Some(Delicate::ALL[kind]), Audience::Support, at(at_hour)).is_err());
        }

        #[test]
        fn nothing_delicate_is_released_without_a_record_of_its_kind(kind in 0usize..5, other in 0usize..5, who in 0usize..3) {
            let told = Told::Explained { by: Uuid::nil(), at: at(0) };
            let book = ToldBook(vec![(Delicate::ALL[other], told)]);
            let released = book.release(Some(Delicate::ALL[kind]), Audience::ALL[who], at(1)).is_ok();
            prop_assert_eq!(released, kind == other);
        }
    }
}
