//! FHIR R4 (<https://hl7.org/fhir/R4>), a bundle of type `document`; variants as HL7's Genomics Reporting guide writes them
//! (<https://hl7.org/fhir/uv/genomics-reporting>).

use super::resources::{
    CATEGORY, LOINC, allergy, concept, condition, consent, enclosure, note, opinion, sign, treatment, words,
};
use super::{family, genomics};
use ariane_domain::clinical::Entry;
use ariane_domain::clinical::kinship::{Affected, KinSex, Relative};
use ariane_domain::clinical::variant::Variant;
use ariane_domain::dossier::content::AgeShown;
use ariane_domain::dossier::{Dossier, Part};
use chrono::SecondsFormat;
use serde_json::{Value, json};
use uuid::Uuid;

const UCUM: &str = "http://unitsofmeasure.org";
const ROLE: &str = "http://terminology.hl7.org/CodeSystem/v3-RoleCode";
const GENOMICS: &str = "http://hl7.org/fhir/uv/genomics-reporting/CodeSystem/tbd-codes-cs";

/// Entries of the bundle, and what stands in which section.
struct Writing<'a> {
    dossier: &'a Dossier,
    resources: Vec<(String, Value)>,
    sections: Vec<(Part, Vec<String>)>,
}

pub(super) fn write(dossier: &Dossier) -> Value {
    let mut writing = Writing { dossier, resources: Vec::new(), sections: Vec::new() };
    let patient = writing.patient();
    let author = writing.add(
        "Device",
        json!({ "deviceName": [{ "name": "Ariane", "type": "user-friendly-name" }], "status": "active" }),
    );
    for part in Part::ALL {
        let there = writing.part(part, &patient);
        writing.sections.push((part, there));
    }
    let composition = writing.composition(&patient, &author);
    let mut entries = vec![composition];
    entries.extend(
        writing
            .resources
            .into_iter()
            .map(|(address, resource)| json!({ "fullUrl": address, "resource": resource })),
    );
    json!({
        "resourceType": "Bundle",
        "id": dossier.serial,
        "meta": meta(dossier),
        "identifier": { "system": "urn:ietf:rfc:3986", "value": format!("urn:uuid:{}", dossier.serial) },
        "type": "document",
        "timestamp": dossier.made_at.to_rfc3339_opts(SecondsFormat::Secs, true),
        "entry": entries,
    })
}

/// What labels a resource about the person: pseudonymised, and, of an invented person, that it is for trying out.
fn meta(dossier: &Dossier) -> Value {
    let mut meta = json!({ "security": security() });
    if dossier.is_training {
        meta["tag"] = json!([{
            "system": "http://terminology.hl7.org/CodeSystem/v3-ActReason",
            "code": "HTEST",
            "display": "test health data",
        }]);
    }
    meta
}

/// Pseudonymised, never anonymised (duty D19).
fn security() -> Value {
    json!([{
        "system": "http://terminology.hl7.org/CodeSystem/v3-ObservationValue",
        "code": "PSEUDED",
        "display": "pseudonymized",
    }])
}

fn heading(part: Part) -> &'static str {
    match part {
        Part::Consent => "Agreements",
        Part::Person => "Person",
        Part::Question => "Question",
        Part::Problem => "Problems",
        Part::Sign => "Signs",
        Part::Variant => "Variants",
        Part::Relative => "Family",
        Part::Treatment => "Treatments",
        Part::Allergy => "Allergies and intolerances",
        Part::Opinion => "Earlier opinions",
        Part::Enclosure => "Enclosures",
    }
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('\n', "<br/>")
}

impl Writing<'_> {
    fn add(&mut self, kind: &str, mut resource: Value) -> String {
        // Ids follow from that of the dossier: they say nothing, and two dossiers share none.
        let place = u128::try_from(self.resources.len()).unwrap_or_default() + 1;
        let id = Uuid::from_u128(self.dossier.serial.as_u128().wrapping_add(place));
        resource["resourceType"] = json!(kind);
        resource["id"] = json!(id);
        let address = format!("urn:uuid:{id}");
        self.resources.push((address.clone(), resource));
        address
    }

    fn patient(&mut self) -> String {
        let dossier = self.dossier;
        let mut patient = json!({
            "meta": meta(dossier),
            "identifier": [{ "use": "temp", "value": dossier.pseudonym }],
            "gender": match dossier.sex {
                Some(KinSex::Female) => "female",
                Some(KinSex::Male) => "male",
                Some(KinSex::NotSaid) | None => "unknown",
            },
        });
        if let Some(AgeShown::Born(day)) = dossier.age {
            patient["birthDate"] = json!(day);
        }
        self.add("Patient", patient)
    }

    fn part(&mut self, part: Part, patient: &str) -> Vec<String> {
        let about = json!({ "reference": patient });
        match part {
            Part::Consent => self
                .dossier
                .consents
                .iter()
                .map(|one| consent(one, &about))
                .collect::<Vec<_>>()
                .into_iter()
                .map(|one| self.add("Consent", one))
                .collect(),
            Part::Person => self.age(&about).into_iter().collect(),
            Part::Question => Vec::new(),
            Part::Enclosure => {
                let dossier = self.dossier;
                let files = dossier.enclosures.iter().map(|one| enclosure(one, &about));
                files.map(|one| self.add("DocumentReference", one)).collect()
            }
            _ => {
                let Some(kind) = part.kind() else { return Vec::new() };
                let entries: Vec<Entry> = self.dossier.of_kind(kind).map(|one| one.entry.clone()).collect();
                entries.iter().flat_map(|one| self.entry(one, &about)).collect()
            }
        }
    }

    fn age(&mut self, about: &Value) -> Option<String> {
        let Some(AgeShown::Band(from, to)) = self.dossier.age else { return None };
        let years = |n: u8| json!({ "value": n, "unit": "a", "system": UCUM, "code": "a" });
        let mut range = json!({ "low": years(from) });
        if let Some(to) = to {
            range["high"] = years(to);
        }
        let age = json!({
            "status": "final", "code": concept(LOINC, "30525-0", "Age"), "subject": about, "valueRange": range,
        });
        Some(self.add("Observation", age))
    }

    fn entry(&mut self, entry: &Entry, about: &Value) -> Vec<String> {
        match entry {
            Entry::Problem(one) => vec![self.add("Condition", condition(one, about))],
            Entry::Sign(one) => vec![self.add("Observation", sign(one, about))],
            Entry::Variant(one) => self.variant(one, about),
            Entry::Treatment(one) => vec![self.add("MedicationStatement", treatment(one, about))],
            Entry::Allergy(one) => vec![self.add("AllergyIntolerance", allergy(one, about))],
            Entry::Opinion(one) => vec![self.add("ClinicalImpression", opinion(one, about))],
            Entry::Relative(one) => self
                .relative(one, about)
                .map(|one| vec![self.add("FamilyMemberHistory", one)])
                .unwrap_or_default(),
        }
    }

    /// Components by LOINC as `clinical::fhir` reads them; 48004-6 is a change of a transcript, 81290-9 of a genomic sequence,
    /// 81291-7 ISCN.
    fn variant(&mut self, one: &Variant, about: &Value) -> Vec<String> {
        let component = |code: &str, display: &str, value: Value| json!({ "code": concept(LOINC, code, display), "valueCodeableConcept": value });
        let hgvs = |text: &str| json!({ "coding": [{ "system": "http://varnomen.hgvs.org", "code": text }], "text": text });
        let mut components = vec![match genomics::system(&one.text) {
            Some('g' | 'm' | 'o') => component("81290-9", "Genomic DNA change (gHGVS)", hgvs(&one.text)),
            Some(_) => component("48004-6", "DNA change (c.HGVS)", hgvs(&one.text)),
            None => component("81291-7", "Variant ISCN", words(&one.text)),
        }];
        if !one.gene.is_empty() {
            components.push(component("48018-6", "Gene studied [ID]", words(&one.gene)));
        }
        if !one.protein.is_empty() {
            components.push(component("48005-3", "Amino acid change (pHGVS)", hgvs(&one.protein)));
        }
        if let Some(zygosity) = one.zygosity {
            let value = match genomics::zygosity(zygosity).loinc {
                Some(code) => concept(LOINC, code, zygosity.word()),
                None => words(zygosity.word()),
            };
            components.push(component("53034-5", "Allelic state", value));
        }
        if let Some(origin) = one.origin {
            let code = concept(GENOMICS, "variant-inheritance", "Variant Inheritance");
            components.push(json!({ "code": code, "valueCodeableConcept": words(origin.word()) }));
        }
        let category = [
            concept(CATEGORY, "laboratory", "Laboratory"),
            concept("http://terminology.hl7.org/CodeSystem/v2-0074", "GE", "Genetics"),
        ];
        let mut variant = json!({
            "status": "final",
            "category": category,
            "code": concept(LOINC, "69548-6", "Genetic variant assessment"),
            "subject": about,
            "valueCodeableConcept": concept(LOINC, "LA9633-4", "Present"),
            "component": components,
        });
        if !one.laboratory.is_empty() {
            variant["performer"] = json!([{ "display": one.laboratory }]);
        }
        note(&mut variant, &one.note);
        let variant = self.add("Observation", variant);
        let Some(class) = one.class else { return vec![variant] };
        let (code, display, _) = genomics::class(class);
        let mut implication = json!({
            "status": "final",
            "category": category,
            "code": concept(GENOMICS, "diagnostic-implication", "Diagnostic Implication"),
            "subject": about,
            "derivedFrom": [{ "reference": variant }],
            "component": [component(
                "53037-8",
                "Genetic variation clinical significance [Imp]",
                concept(LOINC, code, display),
            )],
        });
        if let Some(on) = one.classified_on {
            implication["effectiveDateTime"] = json!(self.dossier.day(on));
        }
        vec![variant, self.add("Observation", implication)]
    }

    fn relative(&self, one: &Relative, about: &Value) -> Option<Value> {
        let (code, display) = family::role(one.kinship, one.sex)?;
        let mut relationship = concept(ROLE, code, display);
        if let Some(parent) =
            one.child_of.and_then(|id| self.dossier.entries.iter().find(|kept| kept.id == id))
            && let Entry::Relative(parent) = &parent.entry
            && let Some((_, parent)) = family::role(parent.kinship, parent.sex)
        {
            relationship["text"] = json!(format!("child of the {parent}"));
        }
        let mut relative = json!({
            "status": "completed", "patient": about, "relationship": relationship,
        });
        let sex = match one.sex {
            KinSex::Female => Some(("female", "Female")),
            KinSex::Male => Some(("male", "Male")),
            KinSex::NotSaid => None,
        };
        if let Some((code, display)) = sex {
            relative["sex"] = concept("http://hl7.org/fhir/administrative-gender", code, display);
        }
        if let Some(year) = one.born {
            relative["bornDate"] = json!(year.to_string());
        }
        if one.is_deceased {
            relative["deceasedBoolean"] = json!(true);
        }
        let affected = match one.affected {
            Affected::Yes => "has what the person has",
            Affected::Carrier => "carrier",
            Affected::No => "does not have what the person has",
            Affected::NotKnown => "",
        };
        let said: Vec<&str> =
            [affected, one.note.as_str()].into_iter().filter(|part| !part.is_empty()).collect();
        note(&mut relative, &said.join(". "));
        Some(relative)
    }

    fn composition(&self, patient: &str, author: &str) -> Value {
        let dossier = self.dossier;
        let section = |(part, there): &(Part, Vec<String>)| {
            let mut section = json!({ "title": heading(*part) });
            if *part == Part::Question && !dossier.question.is_empty() {
                let div = format!(
                    "<div xmlns=\"http://www.w3.org/1999/xhtml\">{}</div>",
                    escaped(&dossier.question)
                );
                section["text"] = json!({ "status": "generated", "div": div });
                return Some(section);
            }
            if there.is_empty() {
                return None;
            }
            section["entry"] = there.iter().map(|one| json!({ "reference": one })).collect();
            Some(section)
        };
        let id = Uuid::from_u128(dossier.serial.as_u128().wrapping_add(1 << 32));
        let composition = json!({
            "resourceType": "Composition",
            "id": id,
            "status": "final",
            "type": concept(LOINC, "60591-5", "Patient summary Document"),
            "subject": { "reference": patient },
            "date": dossier.made_at.to_rfc3339_opts(SecondsFormat::Secs, true),
            "author": [{ "reference": author }],
            "title": format!("Pseudonymised dossier {}", dossier.pseudonym),
            "confidentiality": "R",
            "section": self.sections.iter().filter_map(section).collect::<Vec<_>>(),
        });
        json!({ "fullUrl": format!("urn:uuid:{id}"), "resource": composition })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use ariane_domain::clinical::EntryKind;

    #[test]
    fn every_kind_of_entry_has_its_section() {
        let mut there: Vec<EntryKind> = Part::ALL.into_iter().filter_map(Part::kind).collect();
        there.sort();
        let mut all = EntryKind::ALL.to_vec();
        all.sort();
        assert_eq!(there, all);
    }

    #[test]
    fn a_question_is_words_and_no_markup() {
        assert_eq!(escaped("a<script>&\nb"), "a&lt;script&gt;&amp;<br/>b");
    }
}
