//! Import of official files: whole or not at all, replaced by slot, switched at once.

use ariane_domain::{Language, OrphaCode};
use ariane_knowledge::catalogue::places::PlaceAnswer;
use ariane_knowledge::reference::{ReferenceDir, ReferenceError};
use ariane_knowledge::search::{Query, SearchIndex};
use chrono::{DateTime, Utc};
use std::path::PathBuf;

fn at(hour: i64) -> DateTime<Utc> {
    DateTime::from_timestamp(1_790_000_000 + hour * 3600, 0).unwrap_or_default()
}

fn nomenclature(language: &str, date: &str, name: &str) -> String {
    format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?><JDBOR ExtractionDate=\"{date}\" version=\"1\"><DisorderList count=\"2\">\
         <Disorder id=\"1\"><OrphaCode>900001</OrphaCode><Name lang=\"{language}\">{name}</Name><Totalstatus lang=\"en\">Active</Totalstatus>\
         <DisorderType><Name lang=\"en\">Disease</Name></DisorderType></Disorder>\
         <Disorder id=\"2\"><OrphaCode>900002</OrphaCode><Name lang=\"{language}\">Ancien nom imaginaire</Name><Totalstatus lang=\"en\">Inactive: Deprecated</Totalstatus>\
         <DisorderDisorderAssociationList><DisorderDisorderAssociation><TargetDisorder><OrphaCode>900001</OrphaCode></TargetDisorder>\
         <DisorderDisorderAssociationType><Name lang=\"en\">Moved to</Name></DisorderDisorderAssociationType></DisorderDisorderAssociation></DisorderDisorderAssociationList></Disorder>\
         </DisorderList></JDBOR>"
    )
}

struct Files(tempfile::TempDir);

impl Files {
    fn new() -> Self {
        Self(tempfile::tempdir().expect("a scratch directory"))
    }

    fn file(&self, name: &str, content: &[u8]) -> PathBuf {
        let path = self.0.path().join(name);
        std::fs::write(&path, content).expect("written");
        path
    }

    fn reference(&self) -> ReferenceDir {
        ReferenceDir::new(&self.0.path().join("data"))
    }
}

#[test]
fn a_retired_code_and_its_name_lead_to_the_successor_saying_so() {
    let files = Files::new();
    let reference = files.reference();
    let xml = files.file("n.xml", nomenclature("fr", "2025-01-01", "Maladie imaginaire").as_bytes());
    reference.import(&[xml], at(0), |_| {}).expect("imported");
    let catalogue = reference.load().expect("loaded");
    let index = SearchIndex::new(&catalogue);
    for text in ["900002", "ancien nom imaginaire"] {
        let hits = index.search(&catalogue, Query { text, language: Language::Fr, limit: 3, typing: false });
        assert_eq!(hits[0].code, OrphaCode(900_001), "{text}");
        assert_eq!(hits[0].retired, Some(OrphaCode(900_002)), "{text}");
    }
}

#[test]
fn a_newer_file_takes_the_slot_and_the_rest_stays() {
    let files = Files::new();
    let reference = files.reference();
    let french = files.file("fr.xml", nomenclature("fr", "2024-01-01", "Premier nom").as_bytes());
    let german = files.file("de.xml", nomenclature("de", "2024-01-01", "Erster Name").as_bytes());
    reference.import(&[french, german], at(0), |_| {}).expect("imported");
    let newer = files.file("fr2.xml", nomenclature("fr", "2025-01-01", "Second nom").as_bytes());
    let description = reference.import(&[newer], at(1), |_| {}).expect("imported");
    assert_eq!(description.release.sources.len(), 2);
    let catalogue = reference.load().expect("loaded");
    let entity = catalogue.entity(OrphaCode(900_001)).expect("there");
    assert_eq!(catalogue.name(entity, Language::Fr).1, "Second nom");
    assert_eq!(catalogue.name(entity, Language::De).1, "Erster Name");
}

/// An error with its causes, as the command prints it.
fn told(error: &dyn std::error::Error) -> String {
    match error.source() {
        Some(cause) => format!("{error}: {}", told(cause)),
        None => error.to_string(),
    }
}

#[test]
fn a_bad_file_among_good_ones_leaves_everything_as_it_was() {
    let files = Files::new();
    let reference = files.reference();
    let good = files.file("n.xml", nomenclature("fr", "2024-01-01", "Premier nom").as_bytes());
    reference.import(std::slice::from_ref(&good), at(0), |_| {}).expect("imported");
    let before = reference.current();
    let truncated = nomenclature("fr", "2025-01-01", "Autre");
    for (name, content) in [
        ("cut.xml", truncated.as_bytes()[..300].to_vec()),
        ("bomb.xml", b"<?xml version=\"1.0\"?><!DOCTYPE a [<!ENTITY b \"c\">]><JDBOR><DisorderList>&b;</DisorderList></JDBOR>".to_vec()),
        ("text.txt", b"hello".to_vec()),
        ("empty.xml", Vec::new()),
        ("cut.zip", b"PK\x03\x04garbage".to_vec()),
    ] {
        let bad = files.file(name, &content);
        let result = reference.import(&[good.clone(), bad], at(1), |_| {});
        assert!(matches!(result, Err(ReferenceError::File { .. })), "{name}: {result:?}");
        assert_eq!(reference.current(), before, "{name}");
        let said = told(&result.expect_err("bad"));
        let (file, reason) = said.split_once(": ").expect("file and reason");
        assert_eq!(file, name, "{said}");
        assert_eq!(said.matches(reason).count(), 1, "said once: {said}");
        assert!(!said.contains("()"), "{said}");
    }
    assert!(!reference.path().join("import.lock").exists(), "the lock is gone after a failure");
}

#[test]
fn an_earlier_release_can_be_taken_up_again_and_a_damaged_one_is_noticed() {
    let files = Files::new();
    let reference = files.reference();
    let first = files.file("a.xml", nomenclature("fr", "2024-01-01", "Premier nom").as_bytes());
    let second = files.file("b.xml", nomenclature("fr", "2025-01-01", "Second nom").as_bytes());
    let one = reference.import(&[first], at(0), |_| {}).expect("imported").release.id;
    let two = reference.import(&[second], at(1), |_| {}).expect("imported").release.id;
    assert_eq!(reference.current(), Some(two.clone()));
    reference.switch(&one).expect("switched");
    assert_eq!(reference.load().expect("loaded").release.id, one);
    assert!(reference.switch("../../etc").is_err());
    let snapshot = reference.path().join("releases").join(&one).join("catalogue.bin");
    let mut bytes = std::fs::read(&snapshot).expect("read");
    let middle = bytes.len() / 2;
    bytes[middle] ^= 1;
    std::fs::write(&snapshot, bytes).expect("written");
    assert!(matches!(reference.load(), Err(ReferenceError::Snapshot(_))));
}

#[test]
fn a_file_that_lost_most_of_its_records_is_refused_unless_it_is_meant() {
    let files = Files::new();
    let reference = files.reference();
    let line = |n: usize| format!("LU\tL-{}\tX\tX\t\t\t\t\t\t49.6\t6.1\t6\n", 1000 + n);
    let whole = files.file("LU.txt", (0..9).map(line).collect::<String>().as_bytes());
    reference.import(&[whole], at(0), |_| {}).expect("imported");
    let cut = files.file("cut.txt", line(0).as_bytes());
    let result = reference.import(std::slice::from_ref(&cut), at(1), |_| {});
    assert!(matches!(result, Err(ReferenceError::Shrunk { before: 9, now: 1, .. })), "{result:?}");
    let nowhere = files.file("nan.txt", b"LU\t1210\tX\t\t\t\t\t\t\tNaN\t1e999\t\n");
    assert!(matches!(reference.import(&[nowhere], at(1), |_| {}), Err(ReferenceError::File { .. })));
    assert_eq!(reference.load().expect("loaded").places.len(), 9);
    reference.import_forced(&[cut], at(2), |_| {}).expect("meant");
    assert_eq!(reference.load().expect("loaded").places.len(), 1);
}

#[test]
fn imported_postcodes_replace_the_starter_towns() {
    let files = Files::new();
    let reference = files.reference();
    let table = "PT\t1000-001\tLisboa\tLisboa\t14\tLisboa\t1106\tLisboa\t\t38.7167\t-9.1333\t4\n\
                 PT\t1000-002\tLisboa\tLisboa\t14\tLisboa\t1106\tLisboa\t\t38.7267\t-9.1433\t4\n";
    let txt = files.file("PT.txt", table.as_bytes());
    reference.import(&[txt], at(0), |_| {}).expect("imported");
    let catalogue = reference.load().expect("loaded");
    assert_eq!(catalogue.places.len(), 1);
    assert!(matches!(catalogue.find_place("1000-002", None), PlaceAnswer::Found(_)));
}

fn packet(publication: &str, disorder: &str, signs: &[(u32, bool)]) -> String {
    let features: Vec<String> = signs
        .iter()
        .map(|(id, excluded)| format!("{{\"type\":{{\"id\":\"HP:{id:07}\"}},\"excluded\":{excluded}}}"))
        .collect();
    format!(
        "{{\"id\":\"x\",\"subject\":{{\"id\":\"y\"}},\"phenotypicFeatures\":[{}],\
         \"diseases\":[{{\"term\":{{\"id\":\"{disorder}\",\"label\":\"Torn sail syndrome\"}}}}],\
         \"metaData\":{{\"created\":\"2099-03-01T00:00:00Z\",\"externalReferences\":[{{\"id\":\"{publication}\"}}]}}}}",
        features.join(",")
    )
}

fn archive(entries: &[String]) -> Vec<u8> {
    use std::io::Write;
    let mut writer = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    for (i, content) in entries.iter().enumerate() {
        writer.start_file(format!("{i}.json"), zip::write::SimpleFileOptions::default()).expect("started");
        writer.write_all(content.as_bytes()).expect("written");
    }
    writer.finish().expect("finished").into_inner()
}

const OBO: &str = "format-version: 1.2\ndata-version: hp/releases/2099-01-01\n\n[Term]\nid: HP:0000001\nname: All\n\n\
    [Term]\nid: HP:0000118\nname: Phenotypic abnormality\nis_a: HP:0000001\n\n\
    [Term]\nid: HP:0000201\nname: Torn sail\nis_a: HP:0000118\n\n\
    [Term]\nid: HP:0000202\nname: Broken mast\nis_a: HP:0000118\n\n\
    [Term]\nid: HP:0000300\nname: obsolete Mast\nis_obsolete: true\nreplaced_by: HP:0000202\n\n";

const HPOA: &str = "#version: 2099-01-01\ndatabase_id\tdisease_name\tqualifier\thpo_id\n\
    OMIM:900001\tA\t\tHP:0000201\tPMID:1\tPCS\t\t7/9\t\t\tP\tx\n\
    OMIM:900001\tA\t\tHP:0000202\tPMID:1;PMID:2\tPCS\t\t3/4\t\t\tP\tx\n";

#[test]
fn published_cases_are_counted_once_and_bad_packets_stop_nothing() {
    use ariane_knowledge::phenotype::disorders::Evidence;
    use ariane_knowledge::reference::import::Progress;
    let files = Files::new();
    let reference = files.reference();
    let entries = vec![
        packet("PMID:1", "OMIM:900001", &[(201, false), (300, false), (999, false)]),
        packet("PMID:1", "OMIM:900001", &[(201, true), (202, false)]),
        packet("PMID:3", "OMIM:900009", &[(201, false)]),
        packet("a letter", "OMIM:900001", &[(201, false)]),
        packet("PMID:4", "MONDO:1", &[(201, false)]),
        "{\"subject\":".to_owned(),
    ];
    let paths = [
        files.file("hp.obo", OBO.as_bytes()),
        files.file("phenotype.hpoa", HPOA.as_bytes()),
        files.file("cases.zip", &archive(&entries)),
    ];
    let mut told = Vec::new();
    let description = reference.import(&paths, at(0), |p| told.push(p)).expect("imported");
    let source = description.release.sources.iter().find(|s| s.slot == "cases-phenopackets").expect("there");
    assert_eq!(
        (source.records, source.version.as_str(), source.licence.as_str()),
        (3, "2099-03-01", "BSD 3-Clause")
    );
    assert!(told.iter().any(
        |p| matches!(p, Progress::PassedOver { packets, .. } if packets.iter().map(|(_, n)| n).sum::<u64>() == 3)
    ));
    let counts =
        told.iter().find_map(|p| if let Progress::Cases(c) = p { Some(*c) } else { None }).expect("said");
    assert_eq!((counts.joined, counts.publications, counts.new_disorders), (3, 2, 1));
    assert_eq!((counts.replaced, counts.unknown), (1, 1));

    let phenotypes = reference.load_phenotypes().expect("loaded");
    let of = |omim: u32| phenotypes.disorders.iter().find(|d| d.omim == [omim]).expect("known");
    let rows: Vec<(&str, Evidence)> = of(900_001)
        .rows
        .iter()
        .map(|r| (&*phenotypes.references[r.reference as usize], r.evidence))
        .collect();
    assert_eq!(
        rows,
        [
            ("PMID:1;PMID:2", Evidence::Counted { with: 3, of: 4 }),
            ("PMID:1", Evidence::Counted { with: 1, of: 2 }),
            ("PMID:1", Evidence::Counted { with: 2, of: 2 }),
        ]
    );
    assert_eq!(&*of(900_009).name, "Torn sail syndrome");
    assert_eq!(phenotypes.references_to("PMID:1").len(), 2, "alone, and among others");

    let id = reference.current().expect("in use");
    let without = reference.load_phenotypes_without_cases_of(&id).expect("loaded");
    assert!(!without.disorders.iter().any(|d| d.omim == [900_009]));
    assert_eq!(without.disorders[0].rows.len(), 2);
}

#[test]
fn an_archive_without_one_usable_case_changes_nothing_and_says_why() {
    let files = Files::new();
    let reference = files.reference();
    let bad = files.file("cases.zip", &archive(&[packet("my own file", "OMIM:1", &[(201, false)])]));
    let error = reference.import(&[bad], at(0), |_| {}).expect_err("nothing usable");
    assert!(told(&error).contains("1 without publication"), "{}", told(&error));
    assert_eq!(reference.current(), None);
}
