//! What a person takes along: from one house, with link and second proof, into the file of another house that knew nothing; and what
//! comes back changed, packed to burst or from a later program.

use super::following::issue_code;
use super::{Browser, Site, now, secrets, site, unpacked};
use crate::care::{file, person};
use crate::infoline::{Hand, Infoline};
use ariane_domain::access::grant::{Act, Grant, HandOver, ReadCase, ReceiveHandover, WriteCase};
use ariane_domain::access::{Actor, Staff};
use ariane_domain::account::Role;
use ariane_domain::cell::BroughtBy;
use ariane_domain::cell::told::{Delicate, Told};
use ariane_domain::clinical::Entry;
use ariane_domain::clinical::entry::{Allergy, Opinion, Problem, ProblemState, Sign, SignState, Treatment};
use ariane_domain::clinical::kinship::{Affected, KinSex, Kinship, Relative};
use ariane_domain::clinical::variant::{Variant, VariantClass, VariantOrigin, Zygosity};
use ariane_domain::enquiry::HandoverReason;
use ariane_domain::purpose::{Choice, Purpose};
use ariane_store::directory::OWN_CONTROLLER;
use ariane_store::records::{Records, Work};
use axum::http::StatusCode;
use std::io::Write as _;
use uuid::Uuid;

const RIGHTS: &str = "/fr/ma-demande/mes-donnees";
const CAPSULE: &str = "/fr/ma-demande/dossier-portable";
const CARD: &str = "/fr/ma-demande/carte-urgence";

fn staff(role: Role) -> Actor {
    Actor::Staff(Staff {
        account: Uuid::from_u128(8),
        controller: OWN_CONTROLLER,
        roles: vec![role],
        is_full: true,
        stepped_up_at: None,
    })
}

/// One of everything that may be taken along, every field filled.
fn theirs() -> Vec<Entry> {
    let date = |text: &str| text.parse().ok();
    vec![
        Entry::Allergy(Allergy { substance: "Pénicilline <b>".into(), reaction: "urticaire".into() }),
        Entry::Treatment(Treatment {
            text: "Larmes artificielles".into(),
            dose: "4×/j".into(),
            since: date("2020-03"),
            until: None,
            effect: "soulagement\nle soir".into(),
        }),
        Entry::Problem(Problem {
            text: "Aniridie".into(),
            code: "ORPHA:77".into(),
            state: Some(ProblemState::Present),
            since: date("1992"),
        }),
        Entry::Variant(Variant {
            gene: "PAX6".into(),
            text: "NM_000280.4:c.718C>T".into(),
            protein: "NP_000271.1:p.(Arg240Ter)".into(),
            zygosity: Some(Zygosity::Heterozygous),
            origin: Some(VariantOrigin::DeNovo),
            class: Some(VariantClass::Pathogenic),
            classified_on: "2024-02-03".parse().ok(),
            laboratory: "Laboratoire imaginaire".into(),
            note: "confirmé".into(),
        }),
        Entry::Sign(Sign {
            term: 1250,
            label: "Seizure".into(),
            state: SignState::Excluded,
            since: date("2001-02-03"),
            onset: "P2Y6M".into(),
            note: "jamais".into(),
        }),
        Entry::Opinion(Opinion {
            by: "RCP imaginaire".into(),
            on: date("2023-05-06"),
            text: "Suivre.".into(),
        }),
    ]
}

fn mother() -> Entry {
    Entry::Relative(Relative {
        kinship: Kinship::Mother,
        child_of: None,
        sex: KinSex::Female,
        affected: Affected::Yes,
        is_deceased: false,
        born: Some(1961),
        note: "Marqueurmère".into(),
    })
}

async fn case_grant<A: Act>(work: &mut Work<'_>, who: &Actor, case: Uuid) -> Grant<A> {
    let facts = work.case_facts(OWN_CONTROLLER, case).await.expect("facts");
    work.grant(who, facts).expect("allowed")
}

/// A person's own request that became a file with a summary; the browser has given both proofs.
async fn followed<'s>(site: &'s Site, told: &[Delicate]) -> Browser<'s> {
    let mut browser = site.browser();
    let fields = [
        ("message", "Un suivi"),
        ("channel", "mail"),
        ("mail", "fictive@example.org"),
        ("name", "Nom Fictif"),
        ("who", "person-concerned"),
    ];
    let (link, code) = secrets(&browser.write(&fields).await.text());
    browser.open_link(&link, &code).await;
    let (enquiry, proof) = issue_code(site, 1).await;
    browser.act(RIGHTS, "/fr/ma-demande/code", &[("code", &proof)]).await;
    let (listener, doctor) = (staff(Role::Listener), staff(Role::MedicalCoordinator));
    let mut work = site.desk().records.begin(now()).await.expect("begun");
    let facts = work.enquiry_facts(OWN_CONTROLLER, enquiry).await.expect("facts");
    let answer = work.grant(&listener, facts).expect("allowed");
    work.choose_spoken(&answer, Purpose::Handover, Choice::Agreed).await.expect("chosen");
    let facts = work.enquiry_facts(OWN_CONTROLLER, enquiry).await.expect("facts");
    let hand: Grant<HandOver> = work.grant(&listener, facts).expect("allowed");
    let version = 1;
    let handover = work.hand_over(&hand, version, HandoverReason::FollowUp, "").await.expect("sent");
    let facts = work.handover_facts(OWN_CONTROLLER, handover).await.expect("facts");
    let receive: Grant<ReceiveHandover> = work.grant(&doctor, facts).expect("allowed");
    let case = work.open_from_handover(&receive, 1, BroughtBy::Listener).await.expect("opened").id;
    let grant = case_grant::<WriteCase>(&mut work, &doctor, case).await;
    let mut all = theirs();
    all.push(mother());
    work.add_entries(&grant, all).await.expect("written");
    for kind in told {
        let explained = Told::Explained { by: Uuid::nil(), at: work.now() };
        work.note_told(&grant, *kind, explained, "Dre Imaginaire").await.expect("noted");
    }
    work.commit().await.expect("kept");
    browser
}

async fn entries(records: &Records, case: Uuid) -> Vec<Entry> {
    let mut work = records.begin(now()).await.expect("begun");
    let grant = case_grant::<ReadCase>(&mut work, &staff(Role::MedicalCoordinator), case).await;
    let found = work.read_case(&grant).await.expect("read");
    work.commit().await.expect("kept");
    found.care.clinical.into_iter().map(|one| one.kept.entry).collect()
}

const ALL: [Delicate; 3] = [Delicate::Candidate, Delicate::GeneticResult, Delicate::RcpAdvice];

/// What the page of proposals carries, as a browser would send it back with everything ticked.
fn ticked(page: &str) -> Vec<(String, String)> {
    let mut fields = Vec::new();
    for piece in page.split("name=\"entry-").skip(1) {
        let (number, rest) = piece.split_once('"').expect("a number");
        let carried = rest.split("value=\"").nth(1).and_then(|rest| rest.split('"').next()).expect("carried");
        let plain = carried
            .replace("&#34;", "\"")
            .replace("&quot;", "\"")
            .replace("&#60;", "<")
            .replace("&#62;", ">")
            .replace("&#39;", "'")
            .replace("&#38;", "&");
        fields.push((format!("entry-{number}"), plain));
        fields.push((format!("take-{number}"), "1".to_owned()));
    }
    fields
}

#[tokio::test]
async fn a_capsule_of_one_house_taken_in_by_another_is_the_same() {
    let site = site().await;
    let mut browser = followed(&site, &ALL).await;
    let taken = browser.act(RIGHTS, CAPSULE, &[]).await;
    assert_eq!(taken.status, StatusCode::OK);
    assert_eq!(taken.headers["content-type"], "application/zip");
    let whole = unpacked(&taken.bytes, "capsule.json");
    assert!(!whole.contains("Marqueurmère") && !unpacked(&taken.bytes, "fhir.json").contains("Marqueurmère"));
    assert!(whole.contains("Nom Fictif"), "it is theirs and names them");

    let other = Infoline::open().await;
    let doctor = person(&other, "Max Fictif", Role::MedicalCoordinator).await;
    let at = file(&other, "Nom Fictif", &[]).await;
    let read = format!("{at}/clinical/read");
    let proposed = other.upload(&doctor, &read, &[], ("capsule.zip", "application/zip", &taken.bytes)).await;
    let page = proposed.text();
    assert_eq!(proposed.status, StatusCode::OK, "{page}");
    assert!(page.contains("Dossier portable") && page.contains("Signature intacte : rien"), "{page}");
    let case: Uuid = at.rsplit('/').next().unwrap_or_default().parse().expect("an id");
    assert!(entries(&other.records, case).await.is_empty(), "nothing is written by reading");
    let fields = ticked(&page);
    let fields: Vec<(&str, &str)> = fields.iter().map(|(n, v)| (n.as_str(), v.as_str())).collect();
    let kept = other.post(&doctor, &format!("{at}/clinical/take"), &fields).await;
    assert_eq!(kept.status, StatusCode::SEE_OTHER, "{}", kept.text());
    assert_eq!(entries(&other.records, case).await, theirs(), "without loss, in its order");
    // The JSON alone is read as well.
    let alone = other.upload(&doctor, &read, &[], ("a.json", "application/json", whole.as_bytes())).await;
    assert!(alone.text().contains("Se trouve déjà dans le résumé"));
}

#[tokio::test]
async fn what_nobody_explained_is_not_in_it_and_without_the_second_proof_there_is_none() {
    let site = site().await;
    let mut browser = followed(&site, &[]).await;
    assert!(browser.get(RIGHTS).await.text().contains("Mon dossier portable"));
    let taken = browser.act(RIGHTS, CAPSULE, &[]).await;
    let whole = unpacked(&taken.bytes, "capsule.json");
    assert!(whole.contains("Larmes") && !whole.contains("PAX6") && !whole.contains("Aniridie"), "{whole}");
    assert!(!unpacked(&taken.bytes, "phenopacket.json").contains("PAX6"));
    let card = browser.act(RIGHTS, CARD, &[]).await;
    assert_eq!(card.status, StatusCode::OK);
    assert_eq!(card.headers["content-type"], "application/pdf");
    assert!(card.bytes.starts_with(b"%PDF"));
    // The link and its code alone are not enough.
    let mut stranger = site.browser();
    for path in [CAPSULE, CARD] {
        let refused = stranger.post(path, &[]).await;
        assert_ne!(refused.status, StatusCode::OK, "{path}");
    }
    let unknown = stranger.get("/fr/carte-urgence/AAAA-AAAA-AAAA-AAAA").await;
    assert_eq!(unknown.status, StatusCode::NOT_FOUND);
    assert!(unknown.text().contains("n’est pas connu ici"));
    let odd = stranger.get("/fr/carte-urgence?code=%3Cscript%3E").await;
    assert!(!odd.text().contains("<script>alert") && odd.text().contains("&#60;script&#62;"));
}

fn zipped(name: &str, bytes: &[u8]) -> Vec<u8> {
    let mut zip = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    zip.start_file(name, zip::write::SimpleFileOptions::default()).expect("a file");
    zip.write_all(bytes).expect("written");
    zip.finish().expect("a zip").into_inner()
}

#[tokio::test]
async fn a_capsule_that_was_changed_packed_to_burst_or_made_later_is_refused_in_words() {
    let site = site().await;
    let mut browser = followed(&site, &ALL).await;
    let whole = unpacked(&browser.act(RIGHTS, CAPSULE, &[]).await.bytes, "capsule.json");
    let other = Infoline::open().await;
    let doctor = person(&other, "Max Fictif", Role::MedicalCoordinator).await;
    let at = file(&other, "Nom Fictif", &[]).await;
    let read = format!("{at}/clinical/read");
    let send = async |hand: &Hand, name: &str, kind: &str, bytes: &[u8]| {
        other.upload(hand, &read, &[], (name, kind, bytes)).await
    };
    let json = "application/json";
    let changed = whole.replace("Larmes artificielles", "Autre chose");
    let unsigned = {
        let mut value: serde_json::Value = serde_json::from_str(&whole).expect("JSON");
        value["proof"] = serde_json::Value::Null;
        value.to_string()
    };
    let later = whole.replacen("\"version\": 1\n}", "\"version\": 2\n}", 1);
    assert_ne!(later, whole);
    for (text, says) in [
        (&changed, "a été modifié depuis"),
        (&unsigned, "n’est pas signé"),
        (&later, "version plus récente"),
        (
            &"{\"format\":\"ariane-capsule\",\"version\":1,\"content\":[]}".to_owned(),
            "n’est pas un dossier portable",
        ),
        (&"{\"format\":\"ariane-capsule\",\"version\":\"x\"}".to_owned(), "n’est pas un dossier portable"),
    ] {
        let refused = send(&doctor, "a.json", json, text.as_bytes()).await;
        assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY, "{says}");
        assert!(refused.text().contains(says), "{says}: {}", refused.text());
    }
    let zip = "application/zip";
    let bomb = zipped("capsule.json", &vec![b' '; 40 * 1024 * 1024]);
    for (bytes, what) in [
        (bomb, "a bomb"),
        (zipped("other.json", whole.as_bytes()), "no capsule in it"),
        (zipped("capsule.json", b"[[["), "no JSON"),
        (b"PK\x03\x04 and nothing".to_vec(), "no zip"),
    ] {
        let refused = send(&doctor, "a.zip", zip, &bytes).await;
        assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY, "{what}: {}", refused.text());
    }
    // Signed by somebody else, and holding what no capsule of ours does: relatives stay out, whatever the signature says.
    let mut capsule: ariane_domain::dossier::capsule::Capsule = serde_json::from_value(
        serde_json::from_str::<serde_json::Value>(&whole).expect("JSON")["content"].clone(),
    )
    .expect("a capsule");
    capsule.entries.push(mother());
    let text = ariane_exchange::capsule::text(&capsule);
    let foreign = ariane_privacy::master::MasterKey::random().expect("a key").head_signer();
    let proof = serde_json::to_value(foreign.state(ariane_exchange::capsule::LABEL, &text)).expect("a proof");
    let forged =
        ariane_exchange::capsule::file(&ariane_exchange::capsule::Sealed { text, proof }).to_string();
    let shown = send(&doctor, "a.json", json, forged.as_bytes()).await.text();
    assert!(shown.contains("Signature intacte : rien") && !shown.contains("Marqueurmère"), "{shown}");
    let social = send(&other.cell, "a.json", json, whole.as_bytes()).await;
    let carried = ticked(&social.text());
    let fields: Vec<(&str, &str)> = carried.iter().map(|(n, v)| (n.as_str(), v.as_str())).collect();
    let kept = other.post(&other.cell, &format!("{at}/clinical/take"), &fields).await;
    assert_eq!(kept.status, StatusCode::UNPROCESSABLE_ENTITY, "the clinicians write the summary");
}
