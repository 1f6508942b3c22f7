//! Families: several members, one household, and nothing disclosed by the link (duty D7; F63; seed 000: "Dans notre
//! famille on est comme ça").

use super::told::Told;
use super::words::Track;
use crate::stable::stable_words;
use chrono::{DateTime, NaiveDate, Utc};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

stable_words! {
    /// What a member is in the household. Says nothing of who is affected.
    pub enum Tie in "household-tie" {
        /// A child.
        Child = "child",
        /// A parent.
        Parent = "parent",
        /// A brother or sister.
        Sibling = "sibling",
        /// A partner.
        Partner = "partner",
        /// A grandparent.
        Grandparent = "grandparent",
        /// Another relative.
        Relative = "relative",
    }
}

stable_words! {
    /// Whether the parents are related by blood: noted for the geneticist, only with the family's knowledge.
    pub enum Consanguinity in "consanguinity" {
        /// Nobody asked.
        NotAsked = "not-asked",
        /// They are not.
        No = "no",
        /// They are.
        Yes = "yes",
        /// The family does not wish to say.
        NotSaid = "not-said",
    }
}

stable_words! {
    /// How heavily caring weighs on the family, in its own words (duty D36).
    pub enum Burden in "carer-burden" {
        /// It can be borne.
        Light = "light",
        /// It is heavy.
        Heavy = "heavy",
        /// It cannot be borne any longer: respite is the next step.
        TooHeavy = "too-heavy",
    }
}

/// A member with a file of their own.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Member {
    /// Their file.
    pub file: Uuid,
    /// What they are in the household.
    pub tie: Tie,
}

/// A household.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Household {
    /// Members, each once.
    pub members: Vec<Member>,
    /// Whether the parents are related.
    pub consanguinity: Consanguinity,
    /// What the carers said last, and when.
    pub burden: Option<(Burden, NaiveDate)>,
}

impl Household {
    /// Links a file; one that is linked already changes its tie.
    #[must_use]
    pub fn link(mut self, member: Member) -> Self {
        self.members.retain(|other| other.file != member.file);
        self.members.push(member);
        self
    }

    /// Takes a file out.
    #[must_use]
    pub fn unlink(mut self, file: Uuid) -> Self {
        self.members.retain(|member| member.file != file);
        self
    }

    /// What a reader sees of the household: the members whose files they may read anyway. The link gives no right, and does
    /// not say how many others there are.
    pub fn seen_by(&self, may_read: impl Fn(Uuid) -> bool) -> Vec<Member> {
        self.members.iter().copied().filter(|member| may_read(member.file)).collect()
    }
}

stable_words! {
    /// What somebody prefers not to know.
    pub enum NotToKnow in "not-to-know" {
        /// Whether they carry what runs in the family.
        Carrier = "carrier",
        /// What was found beside what was looked for (duty D25).
        SecondaryFinding = "secondary-finding",
        /// Their own diagnosis or its course.
        Diagnosis = "diagnosis",
        /// Anything of this kind.
        Everything = "everything",
    }
}

/// A wish not to know, of one person; it may be taken back by that person at any time.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Wish {
    /// What.
    pub what: NotToKnow,
    /// Account of the clinician who recorded it.
    pub recorded_by: Uuid,
    /// When.
    pub at: DateTime<Utc>,
    /// When it was taken back.
    pub taken_back_at: Option<DateTime<Utc>>,
}

/// Whether one person's wishes stand against telling them something at a moment. The wishes of relatives do not count.
pub fn prefers_not_to_know(wishes: &[Wish], what: NotToKnow, now: DateTime<Utc>) -> bool {
    wishes.iter().any(|wish| {
        (wish.what == what || wish.what == NotToKnow::Everything)
            && wish.at <= now
            && wish.taken_back_at.is_none_or(|back| now < back)
    })
}

/// A result that may concern relatives.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct HeritableResult {
    /// The file in which it was found.
    pub file: Uuid,
    /// Account or contact of who prescribed the test.
    pub prescriber: Uuid,
    /// Whether the person was told.
    pub told: Told,
    /// When the person was asked who may inform the relatives, and answered.
    pub asked_at: Option<DateTime<Utc>>,
}

/// The prompt to inform relatives at risk: a step on the medical track, owned by the prescriber. It names no relative.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct InformRelatives {
    /// The file.
    pub file: Uuid,
    /// Owner of the step.
    pub owner: Uuid,
    /// Track.
    pub track: Track,
}

/// Whether relatives at risk are to be informed now. Not before the person was told; and once, when no step for it exists.
pub fn inform_relatives(
    result: &HeritableResult,
    has_step: bool,
    now: DateTime<Utc>,
) -> Option<InformRelatives> {
    let is_told = match result.told {
        Told::NotYet => false,
        // The duty towards relatives stands also when the person does not wish to know.
        Told::Explained { at, .. } | Told::PrefersNotToKnow { at, .. } => at <= now,
    };
    let prompt = InformRelatives { file: result.file, owner: result.prescriber, track: Track::Medical };
    (is_told && !has_step && result.asked_at.is_some_and(|asked| asked <= now)).then_some(prompt)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn id(n: u128) -> Uuid {
        Uuid::from_u128(n)
    }

    fn at(n: i64) -> DateTime<Utc> {
        DateTime::from_timestamp(n, 0).unwrap()
    }

    fn family() -> Household {
        let empty = Household { members: Vec::new(), consanguinity: Consanguinity::NotAsked, burden: None };
        (1..4).fold(empty, |house, n| house.link(Member { file: id(n), tie: Tie::Sibling }))
    }

    #[test]
    fn a_link_discloses_nobody() {
        let house = family();
        assert_eq!(house.seen_by(|file| file == id(2)).len(), 1);
        assert!(house.seen_by(|_| false).is_empty());
    }

    #[test]
    fn a_member_is_there_once() {
        let house = family().link(Member { file: id(2), tie: Tie::Parent });
        assert_eq!(house.members.len(), 3);
        assert_eq!(house.unlink(id(2)).members.len(), 2);
    }

    #[test]
    fn a_wish_not_to_know_is_ones_own_and_can_be_taken_back() {
        let wish =
            Wish { what: NotToKnow::Carrier, recorded_by: id(9), at: at(5), taken_back_at: Some(at(8)) };
        let asks = |what, n| prefers_not_to_know(&[wish], what, at(n));
        assert_eq!([4, 5, 7, 8].map(|n| asks(NotToKnow::Carrier, n)), [false, true, true, false]);
        assert!(!asks(NotToKnow::Diagnosis, 6));
        let all = Wish { what: NotToKnow::Everything, ..wish };
        assert!(prefers_not_to_know(&[all], NotToKnow::Diagnosis, at(6)));
    }

    #[test]
    fn the_prescriber_is_prompted_once_after_the_person_was_told_and_asked() {
        let told = Told::Explained { by: id(9), at: at(5) };
        let result = HeritableResult { file: id(1), prescriber: id(9), told, asked_at: Some(at(6)) };
        assert_eq!(inform_relatives(&result, false, at(5)), None);
        assert_eq!(inform_relatives(&result, false, at(6)).map(|p| p.owner), Some(id(9)));
        assert_eq!(inform_relatives(&result, true, at(6)), None);
        let untold = HeritableResult { told: Told::NotYet, ..result };
        assert_eq!(inform_relatives(&untold, false, at(6)), None);
    }
}
