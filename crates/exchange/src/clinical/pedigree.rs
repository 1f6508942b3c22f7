//! The pedigree of a phenopacket family: who is what to the proband, told from mothers and fathers. Ids and names are not kept.

use super::Reading;
use super::fields::{list, text};
use ariane_domain::clinical::Entry;
use ariane_domain::clinical::kinship::{Affected, KinSex, Kinship, Relative};
use ariane_domain::clinical::proposal::PassedOver;
use serde_json::Value;

struct Person {
    id: String,
    father: String,
    mother: String,
    sex: KinSex,
    affected: Affected,
}

fn person(value: &Value) -> Person {
    // In pedigree files a parent that is not there is written 0.
    let parent = |name: &str| Some(text(value, name)).filter(|id| id != "0").unwrap_or_default();
    Person {
        id: text(value, "individualId"),
        father: parent("paternalId"),
        mother: parent("maternalId"),
        sex: match text(value, "sex").as_str() {
            "FEMALE" => KinSex::Female,
            "MALE" => KinSex::Male,
            _ => KinSex::NotSaid,
        },
        affected: match text(value, "affectedStatus").as_str() {
            "AFFECTED" => Affected::Yes,
            "UNAFFECTED" => Affected::No,
            _ => Affected::NotKnown,
        },
    }
}

const fn by_sex(sex: KinSex, female: Kinship, male: Kinship, neither: Option<Kinship>) -> Option<Kinship> {
    match sex {
        KinSex::Female => Some(female),
        KinSex::Male => Some(male),
        KinSex::NotSaid => neither,
    }
}

/// Whether two are children of the same mother and the same father, both of them known.
fn are_siblings(a: &Person, b: &Person) -> bool {
    !a.mother.is_empty() && !a.father.is_empty() && a.mother == b.mother && a.father == b.father
}

fn kinship(all: &[Person], proband: &Person, one: &Person) -> Option<Kinship> {
    use Kinship as K;
    let known = |id: &str| all.iter().find(|person| !id.is_empty() && person.id == id);
    let (mother, father) = (known(&proband.mother), known(&proband.father));
    let is = |id: &str| !id.is_empty() && one.id == id;
    if is(&proband.mother) {
        return Some(K::Mother);
    }
    if is(&proband.father) {
        return Some(K::Father);
    }
    if are_siblings(proband, one) {
        return by_sex(one.sex, K::Sister, K::Brother, Some(K::Sibling));
    }
    if one.mother == proband.id || one.father == proband.id {
        return by_sex(one.sex, K::Daughter, K::Son, Some(K::Child));
    }
    let both = |child: &Person| {
        (child.mother == proband.id && is(&child.father)) || (child.father == proband.id && is(&child.mother))
    };
    if all.iter().any(both) {
        return Some(K::Partner);
    }
    for (parent, words) in [
        (mother, [K::MaternalGrandmother, K::MaternalGrandfather, K::MaternalAunt, K::MaternalUncle]),
        (father, [K::PaternalGrandmother, K::PaternalGrandfather, K::PaternalAunt, K::PaternalUncle]),
    ] {
        let Some(parent) = parent else { continue };
        if is(&parent.mother) {
            return Some(words[0]);
        }
        if is(&parent.father) {
            return Some(words[1]);
        }
        if are_siblings(parent, one) {
            return by_sex(one.sex, words[2], words[3], None);
        }
    }
    None
}

fn relative(kinship: Kinship, one: &Person) -> Entry {
    Entry::Relative(Relative {
        kinship,
        child_of: None,
        sex: one.sex,
        affected: one.affected,
        is_deceased: false,
        born: None,
        note: String::new(),
    })
}

/// The sex of whom a packet is about, for the drawing; they are the ones who have it.
pub(super) fn read_subject(subject: &Value, reading: &mut Reading) {
    let one = person(subject);
    if one.sex != KinSex::NotSaid {
        reading.propose(relative(Kinship::Proband, &Person { affected: Affected::Yes, ..one }));
    }
}

pub(super) fn read(value: &Value, proband: &str, reading: &mut Reading) {
    let all: Vec<Person> = list(value, "persons").into_iter().map(person).collect();
    let Some(proband) = all.iter().find(|one| !proband.is_empty() && one.id == proband) else {
        return reading.pass_over(PassedOver::Unreadable, "pedigree");
    };
    reading.propose(relative(Kinship::Proband, proband));
    for one in all.iter().filter(|one| one.id != proband.id) {
        match kinship(&all, proband, one) {
            Some(kinship) => reading.propose(relative(kinship, one)),
            // Further away: drawn by hand, as the child of somebody who stands in the summary.
            None => reading.pass_over(PassedOver::NotKept, "pedigree"),
        }
    }
}
