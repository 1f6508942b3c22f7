//! An ontology and disorders that exist nowhere.

use ariane_knowledge::catalogue::Catalogue;
use ariane_knowledge::formats::published_case::PublishedCase;
use ariane_knowledge::formats::{hpo, hpoa};
use ariane_knowledge::phenotype::{PhenotypeSources, Phenotypes};
use ariane_orientation::routing::RuleTable;
use ariane_ranking::{Ranker, Request};

/// `(number, label, parent)`; 118 is the root of signs.
const TERMS: [(u32, &str, u32); 16] = [
    (200, "Abnormal sail", 118),
    (201, "Torn sail", 200),
    (202, "Torn mainsail", 201),
    (203, "Faded sail", 200),
    (210, "Abnormal hull", 118),
    (211, "Leaking hull", 210),
    (212, "Leak at the keel", 211),
    (213, "Barnacles", 210),
    (220, "Abnormal rudder", 118),
    (221, "Stuck rudder", 220),
    (222, "Missing rudder", 220),
    (230, "Abnormal crew", 118),
    (231, "Seasickness", 230),
    (232, "Mutiny", 230),
    (240, "Abnormal mast", 118),
    (241, "Broken mast", 240),
];

/// `(OMIM, name, rows of (term, frequency, reference))`.
type Disorder = (u32, &'static str, &'static [(u32, &'static str, &'static str)]);

const DISORDERS: [Disorder; 6] = [
    (
        900_001,
        "Sail-tearing disease 1",
        &[(202, "9/10", "PMID:1"), (203, "3/10", "OMIM:900001"), (231, "8/10", "OMIM:900001")],
    ),
    (900_002, "Sail-tearing disease 2", &[(201, "HP:0040281", "OMIM:900002"), (241, "4/5", "PMID:2")]),
    (900_003, "Keel leak of the north", &[(212, "8/8", "PMID:3"), (213, "HP:0040282", "OMIM:900003")]),
    (900_004, "Leaky hull with mutiny", &[(211, "5/6", "OMIM:900004"), (232, "5/6", "OMIM:900004")]),
    (900_005, "Rudderless disease", &[(222, "", "OMIM:900005"), (231, "HP:0040283", "OMIM:900005")]),
    (900_006, "Known from one paper only", &[(221, "2/2", "PMID:6"), (232, "1/2", "PMID:6")]),
];

/// The ontology and annotations as their official files would say them.
pub fn phenotypes() -> Phenotypes {
    let mut obo = String::from(
        "data-version: hp/releases/2099-01-01\n\n[Term]\nid: HP:0000001\nname: All\n\n\
         [Term]\nid: HP:0000118\nname: Phenotypic abnormality\nis_a: HP:0000001\n\n\
         [Term]\nid: HP:0000006\nname: Autosomal dominant inheritance\nis_a: HP:0000001\n\n\
         [Term]\nid: HP:0000300\nname: obsolete Rigging\nis_obsolete: true\nreplaced_by: HP:0000240\n\n\
         [Term]\nid: HP:0000301\nname: obsolete Knot\nis_obsolete: true\nconsider: HP:0000241\n\n",
    );
    for (id, name, parent) in TERMS {
        obo.push_str(&format!("[Term]\nid: HP:{id:07}\nname: {name}\nis_a: HP:{parent:07}\n\n"));
    }
    let mut file = String::from("#version: 2099-01-01\ndatabase_id\tdisease_name\n");
    for (omim, name, rows) in DISORDERS {
        for (term, frequency, reference) in rows {
            file.push_str(&format!(
                "OMIM:{omim}\t{name}\t\tHP:{term:07}\t{reference}\tPCS\t\t{frequency}\t\t\tP\tx\n"
            ));
        }
    }
    let sources = PhenotypeSources {
        hpo: hpo::read(obo.as_bytes()).ok(),
        annotations: hpoa::read(file.as_bytes()).ok(),
        ..PhenotypeSources::default()
    };
    Phenotypes::build(sources, &Catalogue::default())
}

/// A ranker over them.
pub fn ranker(phenotypes: &Phenotypes) -> Ranker {
    Ranker::new(phenotypes, &Catalogue::default(), &RuleTable::default())
}

/// A request of observed and excluded signs.
pub fn request(observed: &[u32], excluded: &[u32]) -> Request {
    Request { observed: observed.to_vec(), excluded: excluded.to_vec(), ..Request::default() }
}

/// All ids of signs.
pub fn signs() -> Vec<u32> {
    TERMS.iter().map(|(id, ..)| *id).collect()
}

/// Persons of published cases: `(publication, OMIM, observed, excluded)`.
const CASES: [(&str, u32, &[u32], &[u32]); 6] = [
    ("PMID:1", 900_001, &[202, 231], &[203]),
    ("PMID:1", 900_001, &[202], &[]),
    ("PMID:7", 900_001, &[202, 232], &[]),
    ("PMID:7", 900_004, &[212, 232], &[]),
    ("PMID:8", 900_008, &[203, 241], &[]),
    ("PMID:8;PMID:9", 900_003, &[213], &[212]),
];

/// The cases as an import reads them.
pub fn cases() -> Vec<PublishedCase> {
    CASES
        .iter()
        .map(|(publication, code, observed, excluded)| PublishedCase {
            publication: (*publication).into(),
            of_orphanet: false,
            code: *code,
            name: "Known from cases only".into(),
            observed: observed.to_vec(),
            excluded: excluded.to_vec(),
        })
        .collect()
}

/// The annotations with the cases joined.
pub fn with_cases() -> Phenotypes {
    let mut all = phenotypes();
    all.add_cases(&cases());
    all
}
