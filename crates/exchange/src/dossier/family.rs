//! Relatives in the forms of others: the pedigree of a phenopacket, the codes of FHIR. Nobody has a name (duty D7).

use ariane_domain::clinical::kinship::{Affected, KinSex, Kinship};
use ariane_domain::clinical::pedigree::{Pedigree, Who};
use ariane_domain::dossier::Dossier;
use serde_json::{Value, json};

/// The pedigree; none where the dossier holds no relatives.
pub(super) fn pedigree(dossier: &Dossier) -> Option<Value> {
    let pedigree = Pedigree::of(&dossier.entries, dossier.are_parents_related)?;
    let id = |place: usize| match pedigree.members.get(place).map(|one| one.who) {
        Some(Who::Proband) => dossier.pseudonym.clone(),
        _ => format!("{}-F{place}", dossier.pseudonym),
    };
    let parents = |place: usize| {
        let union = pedigree.unions.iter().find(|union| union.children.contains(&place))?;
        let is_woman =
            |place: usize| pedigree.members.get(place).is_some_and(|one| one.sex == KinSex::Female);
        // Men are drawn left where nobody says otherwise.
        Some(match is_woman(union.left) && !is_woman(union.right) {
            true => (union.right, union.left),
            false => (union.left, union.right),
        })
    };
    let person = |(place, member): (usize, &ariane_domain::clinical::pedigree::Member)| {
        let (father, mother) = match parents(place) {
            Some((father, mother)) => (id(father), id(mother)),
            None => ("0".to_owned(), "0".to_owned()),
        };
        json!({
            "familyId": format!("{}-F", dossier.pseudonym),
            "individualId": id(place),
            "paternalId": father,
            "maternalId": mother,
            "sex": sex(member.sex),
            "affectedStatus": match member.affected {
                Affected::Yes => "AFFECTED",
                // Who carries it does not have it; the note of the summary says that they carry it.
                Affected::No | Affected::Carrier => "UNAFFECTED",
                Affected::NotKnown => "MISSING",
            },
        })
    };
    let persons: Vec<Value> = pedigree.members.iter().enumerate().map(person).collect();
    Some(json!({ "persons": persons }))
}

/// Sex in a phenopacket.
pub(super) const fn sex(sex: KinSex) -> &'static str {
    match sex {
        KinSex::Female => "FEMALE",
        KinSex::Male => "MALE",
        KinSex::NotSaid => "UNKNOWN_SEX",
    }
}

/// HL7 v3 RoleCode, FamilyMember, with its words; none for the person.
pub(super) const fn role(kinship: Kinship, kin: KinSex) -> Option<(&'static str, &'static str)> {
    Some(match kinship {
        Kinship::Proband => return None,
        Kinship::Mother => ("MTH", "mother"),
        Kinship::Father => ("FTH", "father"),
        Kinship::Sister => ("SIS", "sister"),
        Kinship::Brother => ("BRO", "brother"),
        Kinship::Sibling => ("SIB", "sibling"),
        Kinship::Daughter => ("DAUC", "daughter"),
        Kinship::Son => ("SONC", "son"),
        Kinship::Child => ("CHILD", "child"),
        Kinship::Partner => match kin {
            KinSex::Female => ("WIFE", "wife"),
            KinSex::Male => ("HUSB", "husband"),
            KinSex::NotSaid => ("SPS", "spouse"),
        },
        Kinship::MaternalGrandmother => ("MGRMTH", "maternal grandmother"),
        Kinship::MaternalGrandfather => ("MGRFTH", "maternal grandfather"),
        Kinship::PaternalGrandmother => ("PGRMTH", "paternal grandmother"),
        Kinship::PaternalGrandfather => ("PGRFTH", "paternal grandfather"),
        Kinship::MaternalAunt => ("MAUNT", "maternal aunt"),
        Kinship::MaternalUncle => ("MUNCLE", "maternal uncle"),
        Kinship::PaternalAunt => ("PAUNT", "paternal aunt"),
        Kinship::PaternalUncle => ("PUNCLE", "paternal uncle"),
        Kinship::ChildOf => ("EXT", "extended family member"),
    })
}
