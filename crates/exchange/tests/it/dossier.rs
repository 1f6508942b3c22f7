//! What leaves in the forms of others: nothing that was left out, nothing lost that the form has a place for.

use crate::dossiers::{all, dossier};
use ariane_domain::clinical::Entry;
use ariane_domain::clinical::EntryKind;
use ariane_domain::dossier::{Addition, Dossier};
use ariane_exchange::clinical::read;
use ariane_exchange::dossier::{Context, fhir, not_in_phenopacket, phenopacket};
use serde_json::Value;

fn back(value: &Value) -> Vec<Entry> {
    read(value.to_string().as_bytes(), |_| false).expect("read").proposals.entries
}

/// Entries of a dossier but for some kinds.
fn but(one: &Dossier, kinds: &[EntryKind]) -> Vec<Entry> {
    let kept = one.entries.iter().filter(|kept| !kinds.contains(&kept.entry.kind()));
    kept.map(|kept| kept.entry.clone()).collect()
}

#[test]
fn what_fhir_carries_is_read_back_as_it_was() {
    let one = dossier(&[Addition::ExactDates]);
    let mut found = back(&fhir(&one));
    let mut expected = but(&one, &[]);
    for entry in found.iter_mut().chain(&mut expected) {
        if let Entry::Problem(problem) = entry {
            // Who says nothing of the state says in FHIR that it is there.
            problem.state =
                Some(problem.state.unwrap_or(ariane_domain::clinical::entry::ProblemState::Present));
        }
    }
    for entry in &expected {
        assert!(found.contains(entry), "{entry:?}\n{found:#?}");
    }
    assert_eq!(found.len(), expected.len());
}

#[test]
fn what_a_phenopacket_carries_is_read_back_as_it_was() {
    let one = dossier(&[Addition::ExactDates]);
    let found = back(&phenopacket(&one, Context { ontology_version: "2026-10-01" }));
    for entry in but(&one, &[EntryKind::Opinion, EntryKind::Allergy]) {
        let is_there = match &entry {
            // Of a problem without a state a packet says that it is there.
            Entry::Problem(a) => found.iter().any(|other| {
                matches!(other, Entry::Problem(b) if a.text == b.text && a.code == b.code && a.since == b.since)
            }),
            // A packet says one beginning of a treatment, and no vague one.
            Entry::Treatment(a) => {
                found.iter().any(|other| matches!(other, Entry::Treatment(b) if a.text == b.text && a.effect == b.effect))
            }
            other => found.contains(other),
        };
        assert!(is_there, "{entry:?}\n{found:#?}");
    }
    assert_eq!(not_in_phenopacket(&one), [EntryKind::Opinion]);
}

#[test]
fn a_family_is_read_back_as_relatives_and_related_parents_are_said() {
    let one = dossier(&[Addition::Pedigree]);
    let family = phenopacket(&one, Context::default());
    assert_eq!(family["consanguinousParents"], true);
    let found = back(&family);
    for word in ["proband", "mother", "maternal-grandfather", "maternal-uncle", "sister"] {
        let is_it = |entry: &Entry| matches!(entry, Entry::Relative(one) if one.kinship.word() == word);
        assert!(found.iter().any(is_it), "{word}: {found:#?}");
    }
}

#[test]
fn without_a_reason_no_exact_date_and_no_relative_stands_in_any_form() {
    let one = dossier(&[]);
    for written in [fhir(&one), phenopacket(&one, Context::default())] {
        let text = written.to_string();
        for kept_back in [
            "1990-01-02",
            "2019-04",
            "2024-02-03",
            "2015-03-",
            "2020-03",
            "2023-05",
            "FamilyMember",
            "1950",
            "uncle",
        ] {
            assert!(!text.contains(kept_back), "{kept_back}");
        }
        assert!(text.contains("P-7K3M-2QXD") && !text.to_lowercase().contains("anonymi"));
        assert!(!text.contains("<script>"));
    }
}

#[test]
fn every_reference_of_a_bundle_leads_to_one_of_its_entries() {
    fn references(value: &Value, found: &mut Vec<String>) {
        match value {
            Value::Array(all) => all.iter().for_each(|one| references(one, found)),
            Value::Object(fields) => {
                found.extend(fields.get("reference").and_then(Value::as_str).map(str::to_owned));
                fields.values().for_each(|one| references(one, found));
            }
            _ => {}
        }
    }
    for one in all() {
        let bundle = fhir(&one);
        let mut addresses: Vec<&str> =
            bundle["entry"].as_array().unwrap().iter().map(|one| one["fullUrl"].as_str().unwrap()).collect();
        let mut found = Vec::new();
        references(&bundle, &mut found);
        assert!(!found.is_empty());
        for reference in found {
            assert!(addresses.contains(&reference.as_str()), "{reference}");
        }
        let count = addresses.len();
        addresses.sort_unstable();
        addresses.dedup();
        assert_eq!(addresses.len(), count, "two entries of one address");
    }
}
