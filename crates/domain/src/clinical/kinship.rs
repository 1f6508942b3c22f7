//! Relatives of the person in a clinical summary. No relative is named (duty D7): each is who they are to the person.

use super::entry::{EntryFault, noted};
use crate::stable::stable_words;
use chrono::{Datelike as _, NaiveDate};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

stable_words! {
    /// What somebody is to the person.
    pub enum Kinship in "kinship" {
        /// The person, whose sex the pedigree needs and nothing else here knows.
        Proband = "proband",
        /// Mother.
        Mother = "mother",
        /// Father.
        Father = "father",
        /// Sister of both parents.
        Sister = "sister",
        /// Brother of both parents.
        Brother = "brother",
        /// Child of both parents, of a sex that is not said.
        Sibling = "sibling",
        /// Daughter.
        Daughter = "daughter",
        /// Son.
        Son = "son",
        /// Child, of a sex that is not said.
        Child = "child",
        /// With whom the person has children.
        Partner = "partner",
        /// Mother's mother.
        MaternalGrandmother = "maternal-grandmother",
        /// Mother's father.
        MaternalGrandfather = "maternal-grandfather",
        /// Father's mother.
        PaternalGrandmother = "paternal-grandmother",
        /// Father's father.
        PaternalGrandfather = "paternal-grandfather",
        /// Mother's sister.
        MaternalAunt = "maternal-aunt",
        /// Mother's brother.
        MaternalUncle = "maternal-uncle",
        /// Father's sister.
        PaternalAunt = "paternal-aunt",
        /// Father's brother.
        PaternalUncle = "paternal-uncle",
        /// Child of somebody else of the summary: a half-sister, a nephew, a cousin, a grandchild.
        ChildOf = "child-of",
    }
}

stable_words! {
    /// Sex of a relative, as the pedigree draws it.
    pub enum KinSex in "kin-sex" {
        /// Female: a circle.
        Female = "female",
        /// Male: a square.
        Male = "male",
        /// Not said: a diamond.
        NotSaid = "not-said",
    }
}

stable_words! {
    /// Whether a relative has what the person has.
    pub enum Affected in "affected" {
        /// Nobody knows.
        NotKnown = "not-known",
        /// No.
        No = "no",
        /// Yes.
        Yes = "yes",
        /// Carries it without having it.
        Carrier = "carrier",
    }
}

impl Kinship {
    /// The sex that the word says; none where it says none.
    pub const fn sex(self) -> Option<KinSex> {
        match self {
            Self::Mother
            | Self::Sister
            | Self::Daughter
            | Self::MaternalGrandmother
            | Self::PaternalGrandmother
            | Self::MaternalAunt
            | Self::PaternalAunt => Some(KinSex::Female),
            Self::Father
            | Self::Brother
            | Self::Son
            | Self::MaternalGrandfather
            | Self::PaternalGrandfather
            | Self::MaternalUncle
            | Self::PaternalUncle => Some(KinSex::Male),
            Self::Proband | Self::Sibling | Self::Child | Self::Partner | Self::ChildOf => None,
        }
    }

    /// Whether somebody has at most one. The drawing knows one partner.
    pub const fn is_only_one(self) -> bool {
        matches!(
            self,
            Self::Proband
                | Self::Mother
                | Self::Father
                | Self::Partner
                | Self::MaternalGrandmother
                | Self::MaternalGrandfather
                | Self::PaternalGrandmother
                | Self::PaternalGrandfather
        )
    }

    /// Whether children of theirs may stand in the summary as [`Kinship::ChildOf`]. Children of both parents and of the person
    /// have words of their own.
    const fn may_have_children(self) -> bool {
        !matches!(
            self,
            Self::Proband
                | Self::MaternalGrandmother
                | Self::MaternalGrandfather
                | Self::PaternalGrandmother
                | Self::PaternalGrandfather
        )
    }
}

/// A relative.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Relative {
    /// What they are to the person.
    pub kinship: Kinship,
    /// Whose child, for [`Kinship::ChildOf`].
    #[serde(default)]
    pub child_of: Option<Uuid>,
    /// Sex; follows the word where that says one.
    pub sex: KinSex,
    /// Whether they have it.
    pub affected: Affected,
    /// Whether they died.
    #[serde(default)]
    pub is_deceased: bool,
    /// Year of birth, where it matters.
    #[serde(default)]
    pub born: Option<i32>,
    /// Words beside it, no name.
    #[serde(default)]
    pub note: String,
}

impl Relative {
    pub(super) fn complete(&mut self, today: NaiveDate) -> Result<(), EntryFault> {
        noted(&mut self.note)?;
        self.sex = self.kinship.sex().unwrap_or(self.sex);
        if self.kinship != Kinship::ChildOf {
            self.child_of = None;
        } else if self.child_of.is_none() {
            return Err(EntryFault::NoSuchRelative);
        }
        if self.born.is_some_and(|year| year > today.year() || year < 1800) {
            return Err(EntryFault::DayAhead);
        }
        Ok(())
    }

    pub(super) fn may_stand(&self, others: &[(Uuid, &Self)], own: Option<Uuid>) -> Result<(), EntryFault> {
        if self.kinship.is_only_one() && others.iter().any(|(_, one)| one.kinship == self.kinship) {
            return Err(EntryFault::OnlyOne);
        }
        let has_children = others.iter().any(|(_, one)| own.is_some() && one.child_of == own);
        if has_children && !self.kinship.may_have_children() {
            return Err(EntryFault::NoSuchRelative);
        }
        let Some(mut above) = self.child_of else { return Ok(()) };
        // Up to somebody with a word of their own; whoever comes back to where they began is their own ancestor.
        for _ in 0..=others.len() {
            let (_, parent) = others.iter().find(|(id, _)| *id == above).ok_or(EntryFault::NoSuchRelative)?;
            match parent.child_of {
                Some(next) => above = next,
                None if parent.kinship.may_have_children() => return Ok(()),
                None => return Err(EntryFault::NoSuchRelative),
            }
        }
        Err(EntryFault::NoSuchRelative)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn relative(kinship: Kinship, child_of: Option<u128>) -> Relative {
        Relative {
            kinship,
            child_of: child_of.map(Uuid::from_u128),
            sex: KinSex::NotSaid,
            affected: Affected::NotKnown,
            is_deceased: false,
            born: None,
            note: String::new(),
        }
    }

    #[test]
    fn a_word_says_the_sex_and_who_has_none_keeps_what_is_said() {
        let today = "2026-11-23".parse().unwrap();
        let mut aunt = Relative { sex: KinSex::Male, ..relative(Kinship::MaternalAunt, Some(1)) };
        aunt.complete(today).unwrap();
        assert_eq!((aunt.sex, aunt.child_of), (KinSex::Female, None));
        assert_eq!(relative(Kinship::ChildOf, None).complete(today), Err(EntryFault::NoSuchRelative));
        let born = |year| Relative { born: Some(year), ..relative(Kinship::Son, None) }.complete(today);
        assert_eq!(
            [born(2027), born(1799), born(2026)],
            [Err(EntryFault::DayAhead), Err(EntryFault::DayAhead), Ok(())]
        );
    }

    #[test]
    fn one_mother_and_nobody_is_their_own_ancestor() {
        let (mother, cousin, uncle) = (
            relative(Kinship::Mother, None),
            relative(Kinship::ChildOf, Some(3)),
            relative(Kinship::PaternalUncle, None),
        );
        let there =
            [(Uuid::from_u128(1), &mother), (Uuid::from_u128(2), &cousin), (Uuid::from_u128(3), &uncle)];
        assert_eq!(mother.may_stand(&there, None), Err(EntryFault::OnlyOne));
        assert_eq!(mother.may_stand(&there[1..], Some(Uuid::from_u128(1))), Ok(()));
        assert_eq!(relative(Kinship::ChildOf, Some(2)).may_stand(&there, None), Ok(()), "a cousin's child");
        assert_eq!(
            relative(Kinship::ChildOf, Some(9)).may_stand(&there, None),
            Err(EntryFault::NoSuchRelative)
        );
        // The uncle becomes the child of his own child.
        let turned = relative(Kinship::ChildOf, Some(2));
        let rest = [there[0], there[1]];
        assert_eq!(turned.may_stand(&rest, Some(Uuid::from_u128(3))), Err(EntryFault::NoSuchRelative));
        let grandmother = relative(Kinship::MaternalGrandmother, None);
        let there = [(Uuid::from_u128(1), &grandmother)];
        assert_eq!(
            relative(Kinship::ChildOf, Some(1)).may_stand(&there, None),
            Err(EntryFault::NoSuchRelative)
        );
    }
}
