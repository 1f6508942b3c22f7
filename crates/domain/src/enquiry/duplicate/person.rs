//! Records that may be one person.

use super::names::{Likeness, likeness};
use crate::place::Country;
use crate::stable::stable_words;
use chrono::NaiveDate;

/// What is compared of a person record, decrypted by the caller under a grant and dropped after.
///
/// Names are folded words; mail addresses are folded; telephone numbers are digits with the country's prefix.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct PersonFacts<Id> {
    /// Record.
    pub id: Id,
    /// Name as folded words; empty when anonymous.
    pub name: Vec<String>,
    /// Birth date.
    pub birth: Option<NaiveDate>,
    /// Mail addresses.
    pub mails: Vec<String>,
    /// Telephone numbers.
    pub phones: Vec<String>,
    /// Country of residence.
    pub residence: Option<Country>,
    /// Postcode of residence; empty when unknown.
    pub postcode: String,
}

stable_words! {
    /// Why two records may be one person.
    pub enum PersonReason in "duplicate-reason" {
        /// The same mail address.
        SameMail = "same-mail",
        /// The same telephone number.
        SamePhone = "same-phone",
        /// The same name and birth date.
        SameNameAndBirth = "same-name-and-birth",
        /// The same name and place of residence.
        SameNameAndResidence = "same-name-and-residence",
        /// The same name.
        SameName = "same-name",
        /// A name spelt alike, and the same birth date.
        SimilarNameAndBirth = "similar-name-and-birth",
        /// A name spelt alike.
        SimilarName = "similar-name",
        /// A name with a part more or less.
        PartOfName = "part-of-name",
    }
}

stable_words! {
    /// What speaks against it, and is shown beside the reasons.
    pub enum Caution in "duplicate-caution" {
        /// Both birth dates are known and differ: a namesake, or a slip.
        OtherBirth = "other-birth",
        /// Both names are known and differ: a family that shares a mailbox or a telephone.
        OtherName = "other-name",
    }
}

impl PersonReason {
    /// Chance in hundred that the reason alone means one person; our judgement, for the order of the list only.
    const fn weight(self) -> u32 {
        match self {
            Self::SameNameAndBirth => 95,
            Self::SameMail => 80,
            Self::SimilarNameAndBirth => 75,
            Self::SamePhone => 70,
            Self::SameNameAndResidence => 60,
            Self::SameName => 45,
            Self::SimilarName => 25,
            Self::PartOfName => 20,
        }
    }
}

/// A record that may be the same person.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PossiblePerson<Id> {
    /// Record.
    pub id: Id,
    /// Why, strongest first.
    pub reasons: Vec<PersonReason>,
    /// What speaks against it.
    pub cautions: Vec<Caution>,
    /// 1 to 100, for the order only.
    pub score: u32,
}

fn shares(a: &[String], b: &[String]) -> bool {
    a.iter().any(|one| !one.is_empty() && b.contains(one))
}

fn compare<Id: Clone>(asked: &PersonFacts<Id>, other: &PersonFacts<Id>) -> Option<PossiblePerson<Id>> {
    let name = likeness(&asked.name, &other.name);
    let birth = asked.birth.zip(other.birth).map(|(a, b)| a == b);
    let same_place = match (asked.residence, other.residence) {
        (Some(a), Some(b)) if a == b => asked.postcode.is_empty() || asked.postcode == other.postcode,
        _ => false,
    };
    let mut reasons = Vec::new();
    if shares(&asked.mails, &other.mails) {
        reasons.push(PersonReason::SameMail);
    }
    if shares(&asked.phones, &other.phones) {
        reasons.push(PersonReason::SamePhone);
    }
    reasons.extend(match (name, birth == Some(true)) {
        (Likeness::Same, true) => Some(PersonReason::SameNameAndBirth),
        (Likeness::Same, false) if same_place => Some(PersonReason::SameNameAndResidence),
        (Likeness::Same, false) => Some(PersonReason::SameName),
        (Likeness::Similar | Likeness::PartMissing, true) => Some(PersonReason::SimilarNameAndBirth),
        (Likeness::Similar, false) => Some(PersonReason::SimilarName),
        (Likeness::PartMissing, false) => Some(PersonReason::PartOfName),
        (Likeness::Different, _) => None,
    });
    if reasons.is_empty() {
        return None;
    }
    let mut cautions = Vec::new();
    if birth == Some(false) {
        cautions.push(Caution::OtherBirth);
    }
    if name == Likeness::Different && !asked.name.is_empty() && !other.name.is_empty() {
        cautions.push(Caution::OtherName);
    }
    reasons.sort_by_key(|reason| std::cmp::Reverse(reason.weight()));
    // Reasons as independent witnesses: what remains of the doubt is the product of their doubts.
    let doubt = reasons.iter().fold(1000, |doubt, reason| doubt * (100 - reason.weight()) / 100);
    let score = cautions.iter().fold((1000 - doubt) / 10, |score, _| score / 2).clamp(1, 100);
    Some(PossiblePerson { id: other.id.clone(), reasons, cautions, score })
}

/// Records that may be the person asked for, likeliest first; the record itself is passed over.
pub fn possible_persons<Id: Clone + Ord>(
    asked: &PersonFacts<Id>,
    candidates: &[PersonFacts<Id>],
) -> Vec<PossiblePerson<Id>> {
    let others = candidates.iter().filter(|other| other.id != asked.id);
    let mut found: Vec<_> = others.filter_map(|other| compare(asked, other)).collect();
    found.sort_by(|a, b| b.score.cmp(&a.score).then_with(|| a.id.cmp(&b.id)));
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    fn person(id: u32, name: &str, birth: &str, mail: &str, phone: &str) -> PersonFacts<u32> {
        let list = |text: &str| text.split_whitespace().map(str::to_owned).collect::<Vec<_>>();
        PersonFacts {
            id,
            name: list(name),
            birth: birth.parse().ok(),
            mails: list(mail),
            phones: list(phone),
            ..Default::default()
        }
    }

    fn reasons(a: &PersonFacts<u32>, b: &PersonFacts<u32>) -> (Vec<PersonReason>, Vec<Caution>) {
        let found = possible_persons(a, std::slice::from_ref(b));
        found.into_iter().next().map(|p| (p.reasons, p.cautions)).unwrap_or_default()
    }

    const BIRTH: &str = "1980-02-29";

    #[test]
    fn each_reason_is_given() {
        use PersonReason::{
            PartOfName, SameMail, SameName, SameNameAndBirth, SamePhone, SimilarName, SimilarNameAndBirth,
        };
        let asked = person(1, "anne weber", BIRTH, "a@b.lu", "+352123");
        for (other, expected) in [
            (person(2, "weber anne", BIRTH, "", ""), vec![SameNameAndBirth]),
            (person(2, "weber anne", "", "", ""), vec![SameName]),
            (person(2, "anne webre", BIRTH, "", ""), vec![SimilarNameAndBirth]),
            (person(2, "anne webre", "", "", ""), vec![SimilarName]),
            (person(2, "marie anne weber", "", "", ""), vec![PartOfName]),
            (person(2, "", "", "x@y.lu a@b.lu", ""), vec![SameMail]),
            (person(2, "", "", "", "+352123"), vec![SamePhone]),
            (
                person(2, "anne weber", BIRTH, "a@b.lu", "+352123"),
                vec![SameNameAndBirth, SameMail, SamePhone],
            ),
            (person(2, "marc muller", BIRTH, "", ""), vec![]),
            (person(2, "", BIRTH, "", ""), vec![]),
        ] {
            assert_eq!(reasons(&asked, &other), (expected, vec![]), "{other:?}");
        }
    }

    #[test]
    fn residence_helps_when_the_place_is_the_same() {
        let at = |id, country: &str, postcode: &str| PersonFacts {
            residence: Country::new(country),
            postcode: postcode.into(),
            ..person(id, "anne weber", "", "", "")
        };
        let found = |a, b| reasons(&a, &b).0;
        assert_eq!(found(at(1, "LU", ""), at(2, "LU", "4001")), [PersonReason::SameNameAndResidence]);
        assert_eq!(found(at(1, "LU", "4001"), at(2, "LU", "4001")), [PersonReason::SameNameAndResidence]);
        assert_eq!(found(at(1, "LU", "4001"), at(2, "LU", "9001")), [PersonReason::SameName]);
        assert_eq!(found(at(1, "LU", ""), at(2, "FR", "")), [PersonReason::SameName]);
    }

    #[test]
    fn a_mother_and_her_child_share_a_mailbox() {
        let mother = person(1, "anne weber", BIRTH, "a@b.lu", "");
        let child = person(2, "marc muller", "2015-01-01", "a@b.lu", "");
        let expected = (vec![PersonReason::SameMail], vec![Caution::OtherBirth, Caution::OtherName]);
        assert_eq!(reasons(&mother, &child), expected);
    }

    #[test]
    fn the_likeliest_stands_first_and_the_record_itself_never() {
        let asked = person(1, "anne weber", BIRTH, "a@b.lu", "");
        let others = [
            asked.clone(),
            person(2, "anne webre", "", "", ""),
            person(3, "anne weber", "1990-01-01", "", ""),
            person(4, "anne weber", BIRTH, "", ""),
            person(5, "anne weber", "", "a@b.lu", ""),
        ];
        let found = possible_persons(&asked, &others);
        assert_eq!(found.iter().map(|p| p.id).collect::<Vec<_>>(), [4, 5, 2, 3]);
        assert!(found.iter().all(|p| (1..=100).contains(&p.score)));
    }

    #[test]
    fn anonymous_people_are_never_alike() {
        assert!(possible_persons(&person(1, "", "", "", ""), &[person(2, "", "", "", "")]).is_empty());
    }
}
