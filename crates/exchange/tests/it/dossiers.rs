//! A dossier that holds one of everything, for the tests of what is written.

use ariane_domain::cell::document::DocumentKind;
use ariane_domain::clinical::entry::{
    Allergy, Kept, Opinion, Problem, ProblemState, Sign, SignState, Treatment,
};
use ariane_domain::clinical::kinship::{Affected, KinSex, Kinship, Relative};
use ariane_domain::clinical::variant::{Variant, VariantClass, VariantOrigin, Zygosity};
use ariane_domain::clinical::{Entry, EntryKind};
use ariane_domain::consent::{GivenBy, Means};
use ariane_domain::dossier::content::{AgeShown, selected};
use ariane_domain::dossier::{Addition, Covering, Dossier, Enclosed};
use ariane_domain::purpose::Purpose;
use uuid::Uuid;

fn sign(term: u32, label: &str, state: SignState) -> Sign {
    Sign { term, label: label.into(), state, since: None, onset: String::new(), note: String::new() }
}

fn relative(kinship: Kinship, sex: KinSex, affected: Affected, child_of: Option<u128>) -> Entry {
    Entry::Relative(Relative {
        kinship,
        child_of: child_of.map(Uuid::from_u128),
        sex,
        affected,
        is_deceased: kinship == Kinship::MaternalGrandfather,
        born: Some(1950),
        note: String::new(),
    })
}

/// Every kind in every state that changes what is written.
pub fn entries() -> Vec<Entry> {
    let date = |text: &str| text.parse().ok();
    let problem = |text: &str, code: &str, state, since: &str| {
        Entry::Problem(Problem { text: text.into(), code: code.into(), state, since: date(since) })
    };
    let variant =
        |gene: &str, text: &str| Variant { gene: gene.into(), text: text.into(), ..Variant::default() };
    vec![
        problem("Aniridia", "ORPHA:77", Some(ProblemState::Present), "2019-04-05"),
        problem("fatigue <b> & \"doute\"", "", None, ""),
        problem("WAGR syndrome", "OMIM:194072", Some(ProblemState::Suspected), ""),
        problem("Cataracte", "", Some(ProblemState::Resolved), "2018"),
        Entry::Sign(Sign { onset: "P2Y6M".into(), ..sign(526, "Aniridia", SignState::Observed) }),
        Entry::Sign(Sign {
            since: date("2015-03"),
            note: "à gauche".into(),
            ..sign(518, "Cataract", SignState::Observed)
        }),
        Entry::Sign(sign(1250, "Seizure", SignState::Excluded)),
        Entry::Variant(Variant {
            protein: "NP_000271.1:p.(Arg240Ter)".into(),
            zygosity: Some(Zygosity::Heterozygous),
            origin: Some(VariantOrigin::DeNovo),
            class: Some(VariantClass::Pathogenic),
            classified_on: "2024-02-03".parse().ok(),
            laboratory: "Laboratoire imaginaire".into(),
            note: "confirmé".into(),
            ..variant("PAX6", "NM_000280.4:c.718C>T")
        }),
        Entry::Variant(Variant { zygosity: Some(Zygosity::Mosaic), ..variant("", "46,XY,del(11)(p13)") }),
        Entry::Variant(variant("MT-TL1", "NC_012920.1:m.3243A>G")),
        Entry::Treatment(Treatment {
            text: "Larmes artificielles".into(),
            dose: "4×/j".into(),
            since: date("2020-03-20"),
            until: date("2021-02-01"),
            effect: "soulagement".into(),
        }),
        Entry::Treatment(Treatment {
            text: "Verres filtrants".into(),
            since: date("2020"),
            ..Treatment::default()
        }),
        Entry::Allergy(Allergy { substance: "Pénicilline".into(), reaction: "urticaire".into() }),
        Entry::Allergy(Allergy { substance: "latex".into(), reaction: String::new() }),
        Entry::Opinion(Opinion {
            by: "RCP imaginaire".into(),
            on: date("2023-05-06"),
            text: "Poursuivre la surveillance.".into(),
        }),
        relative(Kinship::Proband, KinSex::Female, Affected::Yes, None),
        relative(Kinship::Mother, KinSex::Female, Affected::Carrier, None),
        relative(Kinship::MaternalGrandfather, KinSex::Male, Affected::Yes, None),
        relative(Kinship::MaternalUncle, KinSex::Male, Affected::No, None),
        relative(Kinship::ChildOf, KinSex::NotSaid, Affected::NotKnown, Some(119)),
        relative(Kinship::Sister, KinSex::Female, Affected::NotKnown, None),
    ]
}

fn enclosed(kind: DocumentKind) -> Enclosed {
    Enclosed { name: format!("enclosure-{kind}.jpg"), kind, media_type: "image/jpeg".into(), size: 12_345 }
}

pub fn dossier(additions: &[Addition]) -> Dossier {
    let kept = |(at, entry): (usize, Entry)| Kept { id: Uuid::from_u128(101 + at as u128), entry };
    let all: Vec<Kept> = entries().into_iter().enumerate().map(kept).collect();
    let is_exact = additions.contains(&Addition::ExactDates);
    let born = "1990-01-02".parse().ok();
    Dossier {
        serial: Uuid::from_u128(0x0192_0000_0000_7000_8000_0000_0000_0000),
        pseudonym: "P-7K3M-2QXD".into(),
        purpose: Purpose::Panel,
        made_at: "2026-11-23T08:00:00Z".parse().unwrap(),
        sex: Some(KinSex::Female),
        age: AgeShown::of(born, "2026-11-23".parse().unwrap(), (!is_exact).then_some(AgeShown::USUAL)),
        disorder: ("ORPHA:77".into(), "Aniridia".into()),
        question: "Faut-il chercher un WAGR ?\n<script>".into(),
        entries: selected(&all, additions),
        are_parents_related: additions.contains(&Addition::Pedigree),
        is_exact,
        consents: vec![Covering {
            purpose: Purpose::Panel,
            by: GivenBy::Person,
            means: Means::Paper,
            from: "2026-01-01".parse().unwrap(),
            until: "2027-12-31".parse().unwrap(),
        }],
        enclosures: DocumentKind::ALL.map(enclosed).into(),
        is_training: additions.contains(&Addition::Places),
    }
}

/// Every way in which additions can be chosen, and a summary with one entry of each kind alone.
pub fn all() -> Vec<Dossier> {
    use Addition as A;
    let mut all: Vec<Dossier> =
        [vec![], vec![A::ExactDates], vec![A::Pedigree], vec![A::ExactDates, A::Pedigree, A::Places]]
            .iter()
            .map(|additions| dossier(additions))
            .collect();
    for kind in EntryKind::ALL {
        let mut one = dossier(&[A::Pedigree]);
        one.entries.retain(|kept| kept.entry.kind() == kind);
        one.age = None;
        one.sex = None;
        one.disorder = Default::default();
        one.question.clear();
        one.consents.clear();
        one.enclosures.clear();
        all.push(one);
    }
    all
}
