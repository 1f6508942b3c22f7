//! FHIR R4 (<https://hl7.org/fhir/R4>): a bundle, or one resource with what it contains. Conditions, observations (HPO terms;
//! variants as HL7's Genomics Reporting guide writes them), allergies, medication, procedures, family history, impressions.

use super::fields::{date, day, field, first, hpo, list, text};
use super::{Reading, genomics};
use ariane_domain::cell::odyssey::VagueDate;
use ariane_domain::clinical::Entry;
use ariane_domain::clinical::entry::{Allergy, Opinion, Problem, ProblemState, Sign, SignState, Treatment};
use ariane_domain::clinical::kinship::{Affected, KinSex, Kinship, Relative};
use ariane_domain::clinical::proposal::PassedOver;
use ariane_domain::clinical::variant::{Variant, VariantClass, VariantOrigin, notation};
use chrono::NaiveDate;
use serde_json::Value;

/// Most resources of a file that are looked at.
const MOST_RESOURCES: usize = 5_000;

/// A resource with the address under which others of the bundle speak of it.
struct Resource<'v> {
    address: String,
    value: &'v Value,
}

fn gather<'v>(value: &'v Value, address: String, all: &mut Vec<Resource<'v>>) {
    if all.len() >= MOST_RESOURCES {
        return;
    }
    for inner in list(value, "contained") {
        gather(inner, format!("#{}", text(inner, "id")), all);
    }
    for entry in list(value, "entry") {
        gather(field(entry, "resource"), text(entry, "fullUrl"), all);
    }
    if text(value, "resourceType") != "Bundle" {
        all.push(Resource { address, value });
    }
}

impl Resource<'_> {
    fn is_named_by(&self, reference: &str) -> bool {
        let local = format!("{}/{}", text(self.value, "resourceType"), text(self.value, "id"));
        !reference.is_empty()
            && (self.address == reference
                || local == reference
                || self.address.ends_with(&format!("/{reference}")))
    }
}

pub(super) fn read(value: &Value, reading: &mut Reading) {
    let mut all = Vec::new();
    gather(value, String::new(), &mut all);
    for one in &all {
        let value = one.value;
        let kind = text(value, "resourceType");
        match kind.as_str() {
            "Condition" => condition(value, reading),
            "Observation" => observation(one, &all, reading),
            "AllergyIntolerance" => allergy(value, reading),
            "MedicationStatement" | "MedicationRequest" => medication(value, &all, reading),
            "Procedure" => procedure(value, reading),
            "FamilyMemberHistory" => relative(value, reading),
            "ClinicalImpression" => opinion(value, &["summary", "description"], "assessor", reading),
            "DiagnosticReport" => opinion(value, &["conclusion"], "performer", reading),
            // Who the file is about is not read; these say nothing clinical by themselves.
            "Patient" | "Organization" | "Practitioner" | "PractitionerRole" | "Medication" | "Device"
            | "Composition" => {}
            _ => reading.pass_over(PassedOver::NotKept, &kind),
        }
    }
}

/// A concept: the words that a human chose, else those of a code.
fn words(concept: &Value) -> String {
    let displays = list(concept, "coding").into_iter().map(|coding| text(coding, "display"));
    first([text(concept, "text"), displays.into_iter().find(|text| !text.is_empty()).unwrap_or_default()])
}

fn codings(concept: &Value) -> Vec<(String, String)> {
    list(concept, "coding").into_iter().map(|coding| (text(coding, "system"), text(coding, "code"))).collect()
}

fn has_code(concept: &Value, codes: &[&str]) -> bool {
    codings(concept).iter().any(|(_, code)| codes.contains(&code.as_str()))
}

/// The code of a disease with its system, as people write it; the systems of rare diseases first.
fn disease_code(concept: &Value) -> String {
    const SYSTEMS: [(&str, &str); 7] = [
        ("orpha", "ORPHA"),
        ("omim.org", "OMIM"),
        ("mondo", "MONDO"),
        ("icd-11", "ICD-11"),
        ("icd-10", "ICD-10"),
        ("icd10", "ICD-10"),
        ("snomed", "SNOMEDCT"),
    ];
    let all = codings(concept);
    for (part, name) in SYSTEMS {
        if let Some((_, code)) = all.iter().find(|(system, _)| system.to_lowercase().contains(part)) {
            let bare = code.rsplit(':').next().unwrap_or(code);
            return format!("{name}:{bare}");
        }
    }
    String::new()
}

fn sign_code(concept: &Value) -> Option<u32> {
    codings(concept).iter().find_map(|(_, code)| hpo(code))
}

/// Whether a file says itself that something is wrong, or was never so.
fn is_not_valid(value: &Value) -> bool {
    let status = field(value, "verificationStatus");
    matches!(text(value, "status").as_str(), "entered-in-error" | "not-taken" | "not-done" | "cancelled")
        || has_code(status, &["refuted", "entered-in-error"])
}

fn since(value: &Value, names: &[&str]) -> Option<VagueDate> {
    names.iter().find_map(|name| {
        let found = field(value, name);
        date(found.as_str().unwrap_or_default()).or_else(|| date(&text(found, "start")))
    })
}

fn condition(value: &Value, reading: &mut Reading) {
    let code = field(value, "code");
    let said = words(code);
    let begun = since(value, &["onsetDateTime", "onsetPeriod", "recordedDate"]);
    let is_refuted = has_code(field(value, "verificationStatus"), &["refuted"]);
    if let Some(term) = sign_code(code) {
        if is_not_valid(value) && !is_refuted {
            return reading.pass_over(PassedOver::NotValid, &said);
        }
        let state = if is_refuted { SignState::Excluded } else { SignState::Observed };
        return reading.propose(sign(term, said, state, begun));
    }
    if is_not_valid(value) {
        return reading.pass_over(PassedOver::NotValid, &said);
    }
    let coded = disease_code(code);
    if said.is_empty() && coded.is_empty() {
        return reading.pass_over(PassedOver::Unreadable, "Condition");
    }
    let is_suspected =
        has_code(field(value, "verificationStatus"), &["provisional", "differential", "unconfirmed"]);
    let is_over = has_code(field(value, "clinicalStatus"), &["resolved", "inactive", "remission"]);
    reading.propose(Entry::Problem(Problem {
        text: first([said, coded.clone()]),
        code: coded,
        state: Some(match (is_suspected, is_over) {
            (true, _) => ProblemState::Suspected,
            (false, true) => ProblemState::Resolved,
            (false, false) => ProblemState::Present,
        }),
        since: begun,
    }));
}

const fn sign(term: u32, label: String, state: SignState, since: Option<VagueDate>) -> Entry {
    Entry::Sign(Sign { term, label, state, since, onset: String::new(), note: String::new() })
}

/// LOINC 69548-6 *Genetic variant assessment*; LA9634-2 *Absent*; SNOMED CT 2667000 *Absent*, 260373001 *Detected*.
fn observation(one: &Resource<'_>, all: &[Resource<'_>], reading: &mut Reading) {
    let value = one.value;
    let code = field(value, "code");
    let said = words(code);
    if is_not_valid(value) {
        return reading.pass_over(PassedOver::NotValid, &first([said, "Observation".to_owned()]));
    }
    let answer = field(value, "valueCodeableConcept");
    let is_absent = has_code(answer, &["LA9634-2", "2667000", "260415000", "373067005"])
        || field(value, "valueBoolean").as_bool() == Some(false);
    if has_code(code, &["69548-6"]) {
        return variant(one, all, is_absent, reading);
    }
    if has_code(code, &["diagnostic-implication", "53037-8"]) {
        return; // Says what a variant means, and is read with it.
    }
    let term = sign_code(code).map(|term| (term, said.clone()));
    let Some((term, label)) = term.or_else(|| Some((sign_code(answer)?, words(answer)))) else {
        return reading.pass_over(PassedOver::NotKept, &first([said, "Observation".to_owned()]));
    };
    if !field(value, "dataAbsentReason").is_null() {
        return reading.pass_over(PassedOver::NotValid, &label);
    }
    let state = if is_absent { SignState::Excluded } else { SignState::Observed };
    let begun = since(value, &["effectiveDateTime", "effectivePeriod"]);
    let (_, onset) = component(value, &["HP:0003674"]);
    reading.propose(Entry::Sign(Sign { term, label, state, since: begun, onset, note: notes(value) }));
}

/// Words beside a resource.
fn notes(value: &Value) -> String {
    let notes: Vec<String> = list(value, "note")
        .into_iter()
        .map(|one| text(one, "text"))
        .filter(|text| !text.is_empty())
        .collect();
    notes.join(" ; ")
}

/// What a component of an observation answers: code and words.
fn component(value: &Value, loinc: &[&str]) -> (String, String) {
    let found = list(value, "component").into_iter().find(|one| has_code(field(one, "code"), loinc));
    let Some(found) = found else { return (String::new(), String::new()) };
    let answer = field(found, "valueCodeableConcept");
    let code = codings(answer).into_iter().map(|(_, code)| code).next().unwrap_or_default();
    (code, first([words(answer), text(found, "valueString")]))
}

fn class_of(value: &Value) -> Option<(VariantClass, Option<NaiveDate>)> {
    let (code, said) = component(value, &["53037-8"]);
    let class = genomics::class(&code, &said)?;
    Some((class, day(&first([text(value, "effectiveDateTime"), text(value, "issued")]))))
}

/// Components by LOINC: 48018-6 gene, 48004-6 c.HGVS, 81290-9 g.HGVS, 81252-9 discrete variant, 81291-7 ISCN, 48005-3 p.HGVS,
/// 53034-5 allelic state, 53037-8 clinical significance; and the guide's own for inheritance.
fn variant(one: &Resource<'_>, all: &[Resource<'_>], is_absent: bool, reading: &mut Reading) {
    let value = one.value;
    let either = |loinc: &[&str]| {
        let (code, said) = component(value, loinc);
        [code, said]
    };
    let readable = |texts: [String; 2]| texts.into_iter().find(|text| notation(text).is_some());
    let written =
        ["48004-6", "81290-9", "81252-9", "81291-7"].into_iter().find_map(|loinc| readable(either(&[loinc])));
    let (_, gene) = component(value, &["48018-6"]);
    let Some(written) = written else {
        let what = format!("{gene} {}", words(field(value, "code")));
        return reading.pass_over(PassedOver::Unreadable, &what);
    };
    if is_absent {
        return reading.pass_over(PassedOver::NotValid, &format!("{gene} {written}"));
    }
    let of_this = |other: &&Resource<'_>| {
        list(other.value, "derivedFrom").iter().any(|from| one.is_named_by(&text(from, "reference")))
    };
    let class =
        class_of(value).or_else(|| all.iter().filter(of_this).find_map(|other| class_of(other.value)));
    let (state, state_said) = component(value, &["53034-5"]);
    let protein = readable(either(&["48005-3"])).unwrap_or_default();
    reading.propose(Entry::Variant(Variant {
        gene,
        text: written,
        protein,
        zygosity: genomics::zygosity(&state, &state_said),
        class: class.map(|(class, _)| class),
        classified_on: class.and_then(|(_, day)| day),
        laboratory: list(value, "performer")
            .into_iter()
            .map(|who| text(who, "display"))
            .find(|text| !text.is_empty())
            .unwrap_or_default(),
        origin: VariantOrigin::from_word(&component(value, &["variant-inheritance"]).1),
        note: notes(value),
    }));
}

fn allergy(value: &Value, reading: &mut Reading) {
    let substance = words(field(value, "code"));
    if is_not_valid(value) {
        return reading.pass_over(PassedOver::NotValid, &substance);
    }
    if substance.is_empty() {
        return reading.pass_over(PassedOver::Unreadable, "AllergyIntolerance");
    }
    // "No known allergy" is a statement of its own kind, and no allergy (SNOMED CT 716186003, 409137002, 428607008).
    if has_code(field(value, "code"), &["716186003", "409137002", "428607008"]) {
        return reading.pass_over(PassedOver::NotKept, &substance);
    }
    let reactions = list(value, "reaction").into_iter().flat_map(|one| list(one, "manifestation")).map(words);
    let reactions: Vec<String> = reactions.filter(|text| !text.is_empty()).collect();
    reading.propose(Entry::Allergy(Allergy { substance, reaction: reactions.join(", ") }));
}

fn medication(value: &Value, all: &[Resource<'_>], reading: &mut Reading) {
    let reference = text(field(value, "medicationReference"), "reference");
    let named = all.iter().find(|one| one.is_named_by(&reference)).map(|one| words(field(one.value, "code")));
    let what = first([
        words(field(value, "medicationCodeableConcept")),
        named.unwrap_or_default(),
        text(field(value, "medicationReference"), "display"),
    ]);
    if is_not_valid(value) {
        return reading.pass_over(PassedOver::NotValid, &what);
    }
    if what.is_empty() {
        return reading.pass_over(PassedOver::Unreadable, "Medication");
    }
    let doses = [list(value, "dosage"), list(value, "dosageInstruction")].concat();
    let doses: Vec<String> =
        doses.into_iter().map(|one| text(one, "text")).filter(|text| !text.is_empty()).collect();
    reading.propose(Entry::Treatment(Treatment {
        text: what,
        dose: doses.join(" ; "),
        since: since(value, &["effectivePeriod", "effectiveDateTime", "authoredOn"]),
        until: date(&text(field(value, "effectivePeriod"), "end")),
        effect: notes(value),
    }));
}

fn procedure(value: &Value, reading: &mut Reading) {
    let what = words(field(value, "code"));
    if is_not_valid(value) {
        return reading.pass_over(PassedOver::NotValid, &what);
    }
    if what.is_empty() {
        return reading.pass_over(PassedOver::Unreadable, "Procedure");
    }
    let begun = since(value, &["performedDateTime", "performedPeriod"]);
    reading.propose(Entry::Treatment(Treatment {
        text: what,
        since: begun,
        until: date(&text(field(value, "performedPeriod"), "end")).or(begun),
        effect: words(field(value, "outcome")),
        ..Treatment::default()
    }));
}

/// HL7 v3 RoleCode, FamilyMember.
fn kinship(code: &str) -> Option<Kinship> {
    use Kinship as K;
    Some(match code {
        "MTH" | "NMTH" => K::Mother,
        "FTH" | "NFTH" => K::Father,
        "SIS" | "NSIS" | "TWINSIS" => K::Sister,
        "BRO" | "NBRO" | "TWINBRO" => K::Brother,
        "SIB" | "NSIB" | "TWIN" => K::Sibling,
        "DAU" | "DAUC" => K::Daughter,
        "SON" | "SONC" => K::Son,
        "CHILD" | "NCHILD" => K::Child,
        "SPS" | "HUSB" | "WIFE" | "DOMPART" => K::Partner,
        "MGRMTH" => K::MaternalGrandmother,
        "MGRFTH" => K::MaternalGrandfather,
        "PGRMTH" => K::PaternalGrandmother,
        "PGRFTH" => K::PaternalGrandfather,
        "MAUNT" => K::MaternalAunt,
        "MUNCLE" => K::MaternalUncle,
        "PAUNT" => K::PaternalAunt,
        "PUNCLE" => K::PaternalUncle,
        _ => return None,
    })
}

fn relative(value: &Value, reading: &mut Reading) {
    let relationship = field(value, "relationship");
    let said = first([words(relationship), "FamilyMemberHistory".to_owned()]);
    if is_not_valid(value) {
        return reading.pass_over(PassedOver::NotValid, &said);
    }
    let Some(kinship) = codings(relationship).iter().find_map(|(_, code)| kinship(code)) else {
        return reading.pass_over(PassedOver::NotKept, &said);
    };
    // What they have is told; whether it is what the person has, a clinician judges.
    let conditions = list(value, "condition").into_iter().map(|one| words(field(one, "code")));
    let conditions: Vec<String> = conditions.filter(|text| !text.is_empty()).collect();
    let sex = if has_code(field(value, "sex"), &["female"]) {
        KinSex::Female
    } else if has_code(field(value, "sex"), &["male"]) {
        KinSex::Male
    } else {
        KinSex::NotSaid
    };
    let died = ["deceasedAge", "deceasedRange", "deceasedDate", "deceasedString"];
    reading.propose(Entry::Relative(Relative {
        kinship,
        child_of: None,
        sex: kinship.sex().unwrap_or(sex),
        affected: Affected::NotKnown,
        is_deceased: field(value, "deceasedBoolean").as_bool() == Some(true)
            || died.iter().any(|name| !field(value, name).is_null()),
        born: text(value, "bornDate").get(..4).and_then(|year| year.parse().ok()),
        note: conditions.join(", "),
    }));
}

fn opinion(value: &Value, names: &[&str], by: &str, reading: &mut Reading) {
    let said = names.iter().map(|name| text(value, name)).find(|text| !text.is_empty()).unwrap_or_default();
    let kind = text(value, "resourceType");
    if is_not_valid(value) {
        return reading.pass_over(PassedOver::NotValid, &kind);
    }
    if said.is_empty() {
        return reading.pass_over(PassedOver::Unreadable, &kind);
    }
    let who = list(value, by).into_iter().map(|one| text(one, "display")).find(|text| !text.is_empty());
    reading.propose(Entry::Opinion(Opinion {
        by: who.unwrap_or_default(),
        on: since(value, &["effectiveDateTime", "effectivePeriod", "date", "issued"]),
        text: said,
    }));
}
