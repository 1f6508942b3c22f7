//! Phenopackets, version 2.0 of the schema (<https://phenopacket-schema.readthedocs.io>).

use super::codes::{LOCAL, curie, resources};
use super::{Context, family, genomics};
use ariane_domain::cell::odyssey::VagueDate;
use ariane_domain::clinical::entry::{Problem, ProblemState, Sign, SignState, Treatment};
use ariane_domain::clinical::kinship::KinSex;
use ariane_domain::clinical::variant::Variant;
use ariane_domain::clinical::{Entry, EntryKind};
use ariane_domain::dossier::content::AgeShown;
use ariane_domain::dossier::{Dossier, Enclosed};
use ariane_knowledge::formats::phenopacket::years;
use chrono::{DateTime, NaiveDate, SecondsFormat, Utc};
use serde_json::{Map, Value, json};

/// HPO term *Allergy*: a phenopacket has no place of its own for allergies.
const ALLERGY: &str = "HP:0012393";

struct Writing<'a> {
    dossier: &'a Dossier,
    used: Vec<String>,
}

pub(super) fn write(dossier: &Dossier, context: Context<'_>) -> Value {
    let mut writing = Writing { dossier, used: Vec::new() };
    let diseases = writing.diseases();
    let interpretations = writing.interpretations();
    let features = writing.features();
    let actions = writing.actions();
    let meta = json!({
        "created": moment(dossier.made_at),
        "createdBy": if dossier.is_training { "Ariane (training: the person is invented)" } else { "Ariane" },
        "resources": resources(&writing.used, context.ontology_version),
        "phenopacketSchemaVersion": "2.0",
    });
    let mut packet = Map::new();
    packet.insert("id".into(), json!(dossier.serial));
    packet.insert("subject".into(), subject(dossier));
    for (name, list) in [
        ("phenotypicFeatures", features),
        ("interpretations", interpretations),
        ("diseases", diseases),
        ("medicalActions", actions),
        ("files", files(dossier)),
    ] {
        packet.insert(name.into(), list.into());
    }
    packet.insert("metaData".into(), meta.clone());
    let Some(pedigree) = family::pedigree(dossier) else { return packet.into() };
    json!({
        "id": format!("{}-F", dossier.pseudonym),
        "proband": packet,
        "consanguinousParents": dossier.are_parents_related,
        "pedigree": pedigree,
        "metaData": meta,
    })
}

/// Files that go beside the packet, under the names that they have there.
fn files(dossier: &Dossier) -> Vec<Value> {
    let file = |one: &Enclosed| {
        let attributes = json!({ "fileFormat": one.media_type, "description": one.kind.word() });
        json!({ "uri": one.name, "fileAttributes": attributes })
    };
    dossier.enclosures.iter().map(file).collect()
}

fn moment(at: DateTime<Utc>) -> String {
    at.to_rfc3339_opts(SecondsFormat::Secs, true)
}

fn midnight(day: NaiveDate) -> String {
    format!("{day}T00:00:00Z")
}

/// A date in its own precision: what is no day is the stretch of days that it may mean.
fn time(date: VagueDate) -> Value {
    match date {
        VagueDate::Day(day) => json!({ "timestamp": midnight(day) }),
        vague => json!({
            "interval": { "start": midnight(vague.earliest()), "end": midnight(vague.latest()) },
        }),
    }
}

fn subject(dossier: &Dossier) -> Value {
    let mut subject = json!({
        "id": dossier.pseudonym,
        "sex": family::sex(dossier.sex.unwrap_or(KinSex::NotSaid)),
    });
    match dossier.age {
        Some(AgeShown::Born(day)) => subject["dateOfBirth"] = json!(midnight(day)),
        Some(AgeShown::Band(from, to)) => {
            let age = |years: u8| json!({ "iso8601duration": format!("P{years}Y") });
            subject["timeAtLastEncounter"] =
                json!({ "ageRange": { "start": age(from), "end": age(to.unwrap_or(130)) } });
        }
        None => {}
    }
    subject
}

impl Writing<'_> {
    /// A term of a public system, or of the packet's own for words that have no code there.
    fn term(&mut self, code: &str, label: &str, own: &str) -> Value {
        let id = curie(code).unwrap_or_else(|| format!("{LOCAL}:{own}"));
        self.known(&id, label)
    }

    fn known(&mut self, id: &str, label: &str) -> Value {
        self.used.push(id.to_owned());
        json!({ "id": id, "label": label })
    }

    fn problem(&mut self, at: usize, one: &Problem) -> Value {
        self.term(&one.code, &one.text, &format!("problem-{at}"))
    }

    fn diseases(&mut self) -> Vec<Value> {
        let mut all = Vec::new();
        for (at, kept) in self.dossier.of_kind(EntryKind::Problem).enumerate() {
            let Entry::Problem(one) = &kept.entry else { continue };
            if one.state == Some(ProblemState::Suspected) {
                continue; // Said as an interpretation that goes on.
            }
            let mut disease = json!({ "term": self.problem(at, one) });
            if let Some(since) = one.since {
                disease["onset"] = time(since);
            }
            if one.state == Some(ProblemState::Resolved) {
                disease["resolution"] =
                    json!({ "ontologyClass": self.known(&format!("{LOCAL}:resolved"), "resolved") });
            }
            all.push(disease);
        }
        all
    }

    /// What is thought of, and under what is looked for the variants that were found.
    fn interpretations(&mut self) -> Vec<Value> {
        let mut all = Vec::new();
        for (at, kept) in self.dossier.of_kind(EntryKind::Problem).enumerate() {
            let Entry::Problem(one) = &kept.entry else { continue };
            if one.state == Some(ProblemState::Suspected) {
                let disease = self.problem(at, one);
                all.push(json!({
                    "id": format!("suspected-{at}"),
                    "progressStatus": "IN_PROGRESS",
                    "diagnosis": { "disease": disease },
                }));
            }
        }
        let variants: Vec<Value> = self
            .dossier
            .of_kind(EntryKind::Variant)
            .enumerate()
            .filter_map(|(at, kept)| match &kept.entry {
                Entry::Variant(one) => Some((at, one.clone())),
                _ => None,
            })
            .map(|(at, one)| self.variant(at, &one))
            .collect();
        if !variants.is_empty() {
            let (code, name) = &self.dossier.disorder;
            // The schema asks for a disease above variants; which of them explains it, a clinician judges.
            let disease = match curie(code) {
                Some(_) => self.term(&code.clone(), &name.clone(), ""),
                None => self.known(&format!("{LOCAL}:not-diagnosed"), "no diagnosis stated"),
            };
            all.push(json!({
                "id": "variants",
                "progressStatus": "UNKNOWN_PROGRESS",
                "diagnosis": { "disease": disease, "genomicInterpretations": variants },
            }));
        }
        all
    }

    fn variant(&mut self, at: usize, one: &Variant) -> Value {
        let syntax =
            genomics::system(&one.text).map_or_else(|| "iscn".to_owned(), |system| format!("hgvs.{system}"));
        let mut expressions = vec![json!({ "syntax": syntax, "value": one.text })];
        if !one.protein.is_empty() {
            expressions.push(json!({ "syntax": "hgvs.p", "value": one.protein }));
        }
        let mut descriptor = json!({
            "id": format!("variant-{at}"),
            "label": one.text,
            "expressions": expressions,
            "moleculeContext": "genomic",
        });
        if !one.gene.is_empty() {
            let id = format!("hgnc.symbol:{}", one.gene);
            self.used.push(id.clone());
            descriptor["geneContext"] = json!({ "valueId": id, "symbol": one.gene });
        }
        if let Some(zygosity) = one.zygosity {
            let id = genomics::zygosity(zygosity)
                .geno
                .map_or_else(|| format!("{LOCAL}:{zygosity}"), str::to_owned);
            descriptor["allelicState"] = self.known(&id, zygosity.word());
        }
        let mut extensions = Vec::new();
        let mut extend = |name: &str, value: String| {
            if !value.is_empty() {
                extensions.push(json!({ "name": name, "value": value }));
            }
        };
        extend("inheritance", one.origin.map(|origin| origin.word().to_owned()).unwrap_or_default());
        extend(
            "classified-on",
            one.classified_on.map(|on| self.dossier.day(on).to_string()).unwrap_or_default(),
        );
        extend("laboratory", one.laboratory.clone());
        if !extensions.is_empty() {
            descriptor["extensions"] = extensions.into();
        }
        if !one.note.is_empty() {
            descriptor["description"] = json!(one.note);
        }
        let class = one.class.map_or("NOT_PROVIDED", |class| genomics::class(class).2);
        json!({
            "subjectOrBiosampleId": self.dossier.pseudonym,
            "interpretationStatus": "UNKNOWN_STATUS",
            "variantInterpretation": {
                "acmgPathogenicityClassification": class,
                "variationDescriptor": descriptor,
            },
        })
    }

    fn features(&mut self) -> Vec<Value> {
        let mut all = Vec::new();
        for kept in &self.dossier.entries {
            match &kept.entry {
                Entry::Sign(one) => all.push(self.sign(one)),
                Entry::Allergy(one) => {
                    let parts = [one.substance.as_str(), one.reaction.as_str()];
                    let said: Vec<&str> = parts.into_iter().filter(|part| !part.is_empty()).collect();
                    let term = self.known(ALLERGY, "Allergy");
                    all.push(json!({ "type": term, "description": said.join(": ") }));
                }
                _ => {}
            }
        }
        all
    }

    fn sign(&mut self, one: &Sign) -> Value {
        let id = format!("HP:{:07}", one.term);
        let label = if one.label.is_empty() { id.clone() } else { one.label.clone() };
        let mut feature = json!({ "type": self.known(&id, &label) });
        if one.state == SignState::Excluded {
            feature["excluded"] = json!(true);
        }
        if years(&one.onset).is_some() {
            feature["onset"] = json!({ "age": { "iso8601duration": one.onset.trim() } });
        } else if let Some(since) = one.since {
            feature["onset"] = time(since);
        } else if !one.onset.is_empty() {
            feature["onset"] = json!({ "ontologyClass": self.known(&format!("{LOCAL}:onset"), &one.onset) });
        }
        if !one.note.is_empty() {
            feature["description"] = json!(one.note);
        }
        feature
    }

    fn actions(&mut self) -> Vec<Value> {
        let treatments: Vec<Treatment> = self
            .dossier
            .of_kind(EntryKind::Treatment)
            .filter_map(|kept| match &kept.entry {
                Entry::Treatment(one) => Some(one.clone()),
                _ => None,
            })
            .collect();
        treatments.iter().enumerate().map(|(at, one)| self.action(at, one)).collect()
    }

    fn action(&mut self, at: usize, one: &Treatment) -> Value {
        let mut treatment = json!({ "agent": self.known(&format!("{LOCAL}:treatment-{at}"), &one.text) });
        let mut interval = Map::new();
        let mut often = vec![one.dose.clone()];
        for (name, word, date) in [("start", "since", one.since), ("end", "until", one.until)] {
            match date {
                Some(VagueDate::Day(day)) => {
                    interval.insert(name.into(), json!(midnight(day)));
                }
                // An edge of an interval is a moment: what is known less exactly is said in words.
                Some(vague) => often.push(format!("{word} {vague}")),
                None => {}
            }
        }
        often.retain(|part| !part.is_empty());
        let mut dose = Map::new();
        if !often.is_empty() {
            let often = self.known(&format!("{LOCAL}:dose-{at}"), &often.join(", "));
            dose.insert("scheduleFrequency".into(), often);
        }
        if !interval.is_empty() {
            dose.insert("interval".into(), interval.into());
        }
        if !dose.is_empty() {
            treatment["doseIntervals"] = json!([dose]);
        }
        let mut action = json!({ "treatment": treatment });
        if !one.effect.is_empty() {
            action["responseToTreatment"] = self.known(&format!("{LOCAL}:effect-{at}"), &one.effect);
        }
        action
    }
}
