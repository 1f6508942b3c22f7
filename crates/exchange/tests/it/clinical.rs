//! Clinical files of other programs: what is proposed, what is said not to be, and what no file can do.

use ariane_domain::clinical::Entry;
use ariane_domain::clinical::entry::{ProblemState, SignState};
use ariane_domain::clinical::kinship::{Affected, Kinship};
use ariane_domain::clinical::proposal::{PassedOver, Proposals};
use ariane_domain::clinical::variant::{VariantClass, Zygosity};
use ariane_exchange::clinical::{BYTE_LIMIT, ClinicalFault, Format, MOST_PROPOSED, read};
use proptest::prelude::*;

fn proposed(json: &str) -> (Format, Proposals) {
    let file = read(json.as_bytes(), |_| false).unwrap_or_else(|fault| panic!("{fault}: {json}"));
    (file.format, file.proposals)
}

fn has(found: &Proposals, why: PassedOver, what: &str) -> bool {
    found.passed_over.iter().any(|(reason, words)| *reason == why && words.contains(what))
}

const PACKET: &str = r#"{"id":"a","subject":{"id":"p1","sex":"FEMALE"},
 "phenotypicFeatures":[
  {"type":{"id":"HP:0001250","label":"Seizure"},"onset":{"age":{"iso8601duration":"P2Y"}}},
  {"type":{"id":"HP:0001252","label":"Hypotonia"},"excluded":true},
  {"type":{"id":"SNOMED:1","label":"Odd"}}],
 "diseases":[{"term":{"id":"OMIM:106210","label":"Aniridia 1"}},{"term":{"id":"OMIM:1","label":"Other"},"excluded":true}],
 "interpretations":[{"progressStatus":"SOLVED","diagnosis":{"disease":{"id":"OMIM:106210","label":"Aniridia 1"},
  "genomicInterpretations":[{"interpretationStatus":"CAUSATIVE","variantInterpretation":{"acmgPathogenicityClassification":"PATHOGENIC",
   "variationDescriptor":{"geneContext":{"symbol":"PAX6"},"expressions":[{"syntax":"hgvs.g","value":"NC_000011.10:g.31801757G>A"},
    {"syntax":"hgvs.c","value":"NM_000280.4:c.718C>T"},{"syntax":"hgvs.p","value":"NP_000271.1:p.Arg240Ter"}],
    "allelicState":{"id":"GENO:0000135","label":"heterozygous"}}}}]}}],
 "medicalActions":[{"treatment":{"agent":{"id":"DrugCentral:1","label":"Valproate"},"doseIntervals":[{"quantity":{"unit":{"label":"mg"},"value":300},
   "interval":{"start":"2020-03-20T00:00:00Z"}}]}}],
 "measurements":[{"assay":{"id":"LOINC:1","label":"Copper"}}]}"#;

#[test]
fn a_phenopacket_proposes_what_a_clinical_summary_keeps_and_names_the_rest() {
    let (format, found) = proposed(PACKET);
    assert_eq!(format, Format::Phenopacket);
    let kinds: Vec<&str> = found.entries.iter().map(|one| one.kind().word()).collect();
    assert_eq!(kinds, ["problem", "variant", "sign", "sign", "treatment", "relative"]);
    let Entry::Variant(variant) = &found.entries[1] else { panic!("a variant") };
    assert_eq!((variant.gene.as_str(), variant.text.as_str()), ("PAX6", "NM_000280.4:c.718C>T"));
    assert_eq!(
        (variant.zygosity, variant.class),
        (Some(Zygosity::Heterozygous), Some(VariantClass::Pathogenic))
    );
    assert_eq!(variant.classified_on, None, "a packet does not say when, and nobody guesses");
    let Entry::Sign(seizure) = &found.entries[2] else { panic!("a sign") };
    assert_eq!((seizure.term, seizure.state, seizure.onset.as_str()), (1250, SignState::Observed, "P2Y"));
    assert!(matches!(&found.entries[3], Entry::Sign(one) if one.state == SignState::Excluded));
    assert!(
        matches!(&found.entries[4], Entry::Treatment(one) if one.dose == "300 mg" && one.since.is_some())
    );
    assert!(has(&found, PassedOver::ForeignCode, "Odd"));
    assert!(has(&found, PassedOver::NotValid, "Other"));
    assert!(has(&found, PassedOver::NotKept, "Copper"));
}

#[test]
fn a_family_becomes_relatives_without_names() {
    let (_, found) = proposed(
        r#"{"id":"f","proband":{"subject":{"id":"kid"},"phenotypicFeatures":[]},"pedigree":{"persons":[
        {"individualId":"kid","paternalId":"dad","maternalId":"mum","sex":"MALE","affectedStatus":"AFFECTED"},
        {"individualId":"mum","paternalId":"0","maternalId":"gran","sex":"FEMALE","affectedStatus":"UNAFFECTED"},
        {"individualId":"dad","sex":"MALE"},{"individualId":"gran","sex":"FEMALE","affectedStatus":"AFFECTED"},
        {"individualId":"Jane Imaginary","paternalId":"dad","maternalId":"mum","sex":"FEMALE"},
        {"individualId":"far","sex":"MALE"}]}}"#,
    );
    let relatives: Vec<(Kinship, Affected)> = found
        .entries
        .iter()
        .filter_map(|one| match one {
            Entry::Relative(one) => Some((one.kinship, one.affected)),
            _ => None,
        })
        .collect();
    assert_eq!(
        relatives,
        [
            (Kinship::Proband, Affected::Yes),
            (Kinship::Mother, Affected::No),
            (Kinship::Father, Affected::NotKnown),
            (Kinship::MaternalGrandmother, Affected::Yes),
            (Kinship::Sister, Affected::NotKnown),
        ]
    );
    let all = format!("{found:?}");
    assert!(!all.contains("Imaginary") && !all.contains("gran\""), "{all}");
}

const BUNDLE: &str = r##"{"resourceType":"Bundle","entry":[
 {"resource":{"resourceType":"Patient","name":[{"family":"Imaginary"}]}},
 {"resource":{"resourceType":"Condition","verificationStatus":{"coding":[{"code":"provisional"}]},
  "code":{"coding":[{"system":"http://www.orpha.net","code":"250923","display":"Isolated aniridia"}],"text":"Aniridie"},"onsetDateTime":"2019-05"}},
 {"resource":{"resourceType":"Condition","verificationStatus":{"coding":[{"code":"entered-in-error"}]},"code":{"text":"Asthma"}}},
 {"resource":{"resourceType":"Observation","status":"final","code":{"coding":[{"system":"http://human-phenotype-ontology.org","code":"HP:0001250","display":"Seizure"}]},
  "valueCodeableConcept":{"coding":[{"system":"http://loinc.org","code":"LA9634-2"}]}}},
 {"fullUrl":"urn:uuid:v1","resource":{"resourceType":"Observation","id":"v1","status":"final","code":{"coding":[{"system":"http://loinc.org","code":"69548-6"}]},
  "performer":[{"display":"Labo imaginaire"}],"component":[
  {"code":{"coding":[{"code":"48018-6"}]},"valueCodeableConcept":{"coding":[{"code":"HGNC:8620","display":"PAX6"}]}},
  {"code":{"coding":[{"code":"48004-6"}]},"valueCodeableConcept":{"coding":[{"system":"http://varnomen.hgvs.org","code":"NM_000280.4:c.718C>T"}]}},
  {"code":{"coding":[{"code":"53034-5"}]},"valueCodeableConcept":{"coding":[{"code":"LA6706-1","display":"Heterozygous"}]}}]}},
 {"resource":{"resourceType":"Observation","status":"final","effectiveDateTime":"2024-02-03","code":{"coding":[{"code":"diagnostic-implication"}]},
  "derivedFrom":[{"reference":"urn:uuid:v1"}],"component":[{"code":{"coding":[{"code":"53037-8"}]},"valueCodeableConcept":{"coding":[{"code":"LA26332-9"}]}}]}},
 {"resource":{"resourceType":"AllergyIntolerance","code":{"text":"Pénicilline"},"reaction":[{"manifestation":[{"text":"urticaire"}]}]}},
 {"resource":{"resourceType":"AllergyIntolerance","code":{"coding":[{"code":"716186003","display":"No known allergy"}]}}},
 {"resource":{"resourceType":"MedicationStatement","status":"active","contained":[{"resourceType":"Medication","id":"m","code":{"text":"Valproate"}}],
  "medicationReference":{"reference":"#m"},"dosage":[{"text":"300 mg matin"}],"effectivePeriod":{"start":"2020-03-20"}}},
 {"resource":{"resourceType":"FamilyMemberHistory","status":"partial","relationship":{"coding":[{"code":"MGRMTH"}]},"deceasedBoolean":true,
  "bornDate":"1931","condition":[{"code":{"text":"aniridie"}}]}},
 {"resource":{"resourceType":"Immunization"}}]}"##;

#[test]
fn a_bundle_proposes_the_same_kinds_and_keeps_to_what_it_says_itself() {
    let (format, found) = proposed(BUNDLE);
    assert_eq!(format, Format::Fhir);
    let kinds: Vec<&str> = found.entries.iter().map(|one| one.kind().word()).collect();
    assert_eq!(kinds, ["problem", "sign", "variant", "allergy", "treatment", "relative"]);
    assert!(matches!(&found.entries[0], Entry::Problem(one)
        if one.text == "Aniridie" && one.code == "ORPHA:250923" && one.state == Some(ProblemState::Suspected)));
    assert!(matches!(&found.entries[1], Entry::Sign(one) if one.state == SignState::Excluded));
    let Entry::Variant(variant) = &found.entries[2] else { panic!("a variant") };
    assert_eq!((variant.gene.as_str(), variant.laboratory.as_str()), ("PAX6", "Labo imaginaire"));
    assert_eq!(
        (variant.class, variant.classified_on),
        (Some(VariantClass::LikelyPathogenic), "2024-02-03".parse().ok())
    );
    assert!(
        matches!(&found.entries[4], Entry::Treatment(one) if one.text == "Valproate" && one.dose == "300 mg matin")
    );
    assert!(matches!(&found.entries[5], Entry::Relative(one)
        if one.kinship == Kinship::MaternalGrandmother && one.is_deceased && one.born == Some(1931) && one.affected == Affected::NotKnown));
    assert!(has(&found, PassedOver::NotValid, "Asthma"));
    assert!(has(&found, PassedOver::NotKept, "No known allergy"), "that is no allergy");
    assert!(has(&found, PassedOver::NotKept, "Immunization"));
    assert!(!format!("{found:?}").contains("Imaginary"), "who it is about is not read");
}

#[test]
fn what_is_no_such_file_is_refused_and_what_is_too_much_is_said() {
    assert_eq!(read(b"", |_| false).unwrap_err(), ClinicalFault::NotJson);
    assert_eq!(read(b"{\"a\":1}", |_| false).unwrap_err(), ClinicalFault::OtherKind);
    assert_eq!(read(b"[]", |_| false).unwrap_err(), ClinicalFault::OtherKind);
    assert_eq!(read("[".repeat(200_000).as_bytes(), |_| false).unwrap_err(), ClinicalFault::NotJson);
    assert_eq!(read(&vec![b' '; BYTE_LIMIT + 1], |_| false).unwrap_err(), ClinicalFault::TooLong);
    let feature = |at: usize| format!(r#"{{"type":{{"id":"HP:{at:07}","label":"x"}}}}"#);
    let many: Vec<String> = (0..MOST_PROPOSED + 5).map(feature).collect();
    let (_, found) = proposed(&format!(r#"{{"phenotypicFeatures":[{}]}}"#, many.join(",")));
    assert_eq!(found.entries.len(), MOST_PROPOSED);
    assert!(has(&found, PassedOver::TooMany, ""));
    // A bundle that contains itself in words, and resources in resources.
    let nested = r#"{"resourceType":"Bundle","entry":[{"resource":{"resourceType":"Bundle","entry":[{"resource":{"resourceType":"Condition","code":{"text":"x"}}}]}}]}"#;
    assert_eq!(proposed(nested).1.entries.len(), 1);
}

proptest! {
    #[test]
    fn no_shape_of_json_makes_it_panic(at in 0..200usize, put in "(null|7|\"x\"|\\[\\]|\\{\\}|\\[null\\]|true)") {
        for text in [PACKET, BUNDLE] {
            let mut value: serde_json::Value = serde_json::from_str(text).unwrap();
            let put: serde_json::Value = serde_json::from_str(&put).unwrap();
            replace(&mut value, &mut at.clone(), &put);
            let _ = read(value.to_string().as_bytes(), |_| true);
        }
    }
}

/// Puts something of another shape in the place of one value, counted from the outside in.
fn replace(value: &mut serde_json::Value, left: &mut usize, put: &serde_json::Value) {
    if *left == 0 {
        *value = put.clone();
        *left = usize::MAX;
        return;
    }
    *left = left.saturating_sub(1);
    match value {
        serde_json::Value::Array(all) => all.iter_mut().for_each(|one| replace(one, left, put)),
        serde_json::Value::Object(all) => all.values_mut().for_each(|one| replace(one, left, put)),
        _ => {}
    }
}

/// On the published cases, where they are at hand: every packet is read, and nearly every variant with it.
#[test]
fn published_cases_are_read() {
    let Some(data) = std::env::var_os("ARIANE_TEST_DATA") else { return };
    let path = std::path::Path::new(&data).join("cases/dev_phenopackets.zip");
    let Ok(file) = std::fs::File::open(&path) else { return };
    let mut archive = zip::ZipArchive::new(file).unwrap();
    let (mut packets, mut variants, mut unread) = (0, 0, 0);
    for at in 0..archive.len() {
        let mut entry = archive.by_index(at).unwrap();
        if !entry.name().ends_with(".json") {
            continue;
        }
        let mut bytes = Vec::new();
        std::io::Read::read_to_end(&mut entry, &mut bytes).unwrap();
        let found = read(&bytes, |_| false).unwrap().proposals;
        packets += 1;
        variants += found.entries.iter().filter(|one| matches!(one, Entry::Variant(_))).count();
        unread += found.passed_over.iter().filter(|(why, _)| *why == PassedOver::Unreadable).count();
    }
    eprintln!("{packets} packets, {variants} variants, {unread} unread");
    assert!(packets > 5_000 && unread * 10 < variants, "{variants} variants, {unread} unread");
}
