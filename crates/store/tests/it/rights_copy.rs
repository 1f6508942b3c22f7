//! The copy of one's data against the schema: no table that holds something of a person is forgotten.

use crate::engines::{Engine, both};
use crate::office::{answer_grant, at, enquiry, grant, grant_all, listener, log, message, staff};
use ariane_domain::access::grant::{
    AskBreakGlass, FollowOwnEnquiry, Grant, HandOver, LockLink, ProtectData, ReceiveHandover, UseOwnRights,
    WriteCase, WriteListeningNotes,
};
use ariane_domain::access::{Actor, Proof};
use ariane_domain::account::Role;
use ariane_domain::cell::file::FileEvent;
use ariane_domain::cell::step::{AnswerWay, StepEvent};
use ariane_domain::cell::{BroughtBy, Track};
use ariane_domain::clinical::kinship::Kinship;
use ariane_domain::enquiry::{HandoverChange, HandoverReason, RequesterKind, Return, UnmetNeed, UnmetReason};
use ariane_domain::protection::copy::Part;
use ariane_domain::protection::erasure::HoldReason;
use ariane_domain::protection::glass::GlassReason;
use ariane_domain::protection::rights::{Right, Standing};
use ariane_domain::purpose::{Choice, Purpose};
use ariane_domain::representation::{Evidence, RepresentativeKind, RepresentedAct, Said, Scope};
use ariane_store::directory::OWN_CONTROLLER;
use ariane_store::records::cell::steps::NewStep;
use ariane_store::records::outbox::Outgoing;
use ariane_store::records::own::copy::{Covered, TABLES};
use ariane_store::records::own::link::Travelled;
use ariane_store::records::own::parts::Value;
use ariane_store::records::rights::representatives::NewRepresentative;
use ariane_store::records::{Records, Work};
use sea_orm::{DbBackend, FromQueryResult, Statement};
use std::collections::BTreeSet;
use uuid::Uuid;

#[derive(FromQueryResult)]
struct Column {
    table_name: String,
    column_name: String,
}

async fn columns(engine: &Engine) -> Vec<Column> {
    let db = engine.outside().await;
    let sql = match db.get_database_backend() {
        DbBackend::Sqlite => {
            "SELECT m.name AS table_name, p.name AS column_name FROM sqlite_master m, pragma_table_info(m.name) p \
             WHERE m.type = 'table'"
        }
        _ => {
            "SELECT table_name::text AS table_name, column_name::text AS column_name FROM \
             information_schema.columns WHERE table_schema = 'public'"
        }
    };
    let statement = Statement::from_string(db.get_database_backend(), sql);
    Column::find_by_statement(statement).all(&db).await.expect("the schema")
}

/// Whether a column ties its table to a person: by an id, or because it is sealed.
fn is_personal(column: &Column) -> bool {
    const IDS: [&str; 8] = [
        "person_id",
        "subject_id",
        "requester_id",
        "concerned_id",
        "enquiry_id",
        "handover_id",
        "link_id",
        "account_id",
    ];
    IDS.contains(&column.column_name.as_str())
        || column.column_name.starts_with("sealed_")
        || matches!(column.table_name.as_str(), "person" | "enquiry" | "audit_entry")
}

#[tokio::test]
async fn every_table_that_holds_something_of_a_person_is_in_the_copy_or_was_reviewed() {
    for engine in both().await {
        let personal: BTreeSet<String> =
            columns(&engine).await.into_iter().filter(is_personal).map(|c| c.table_name).collect();
        let covered: BTreeSet<String> = TABLES.iter().map(|(table, _)| (*table).to_owned()).collect();
        assert!(personal.len() > 30, "{}: the schema was read", engine.name);
        let forgotten: Vec<_> = personal.difference(&covered).collect();
        assert!(
            forgotten.is_empty(),
            "{forgotten:?}: put them into the copy, or with a reason into records/own/copy.rs"
        );
        let gone: Vec<_> = covered.difference(&personal).collect();
        assert!(gone.is_empty(), "{gone:?}: no such table holds something of a person any more");
    }
}

#[test]
fn every_part_has_its_tables() {
    for part in Part::ALL {
        assert!(TABLES.iter().any(|(_, covered)| *covered == Covered::In(part)), "{part}");
    }
}

/// Fills every table of a part for one enquiry; gives its id.
async fn fill(records: &Records, kind: RequesterKind) -> Uuid {
    let mut new = enquiry("Anne Fictive", 0);
    new.codes.requester_kind = kind;
    new.codes.person.age_band = "12-18".into();
    new.message = Some(message("Marqueur écrit", "a@example.org", 0));
    let id = log(records, &new).await.id;
    let mut work = records.begin(at(1)).await.expect("begun");
    let answer = answer_grant(&mut work, id).await;
    let notes: Grant<WriteListeningNotes> = grant(&mut work, &listener(), id).await;
    work.write_note(&notes, "Marqueur confié", false).await.expect("written");
    work.write_note(&notes, "Marqueur d'une autre", true).await.expect("written");
    work.choose_spoken(&answer, Purpose::Handover, Choice::Agreed).await.expect("chosen");
    work.call_in(&answer, Uuid::from_u128(200)).await.expect("called");
    let entry = UnmetNeed { need: "professionals".parse().expect("a need"), reason: UnmetReason::TooFar };
    work.record_unmet(&answer, entry, "Marqueur manque").await.expect("stored").expect("taken");
    let hand: Grant<HandOver> = grant(&mut work, &listener(), id).await;
    let handed = work.hand_over(&hand, 1, HandoverReason::FollowUp, "Marqueur transmis").await.expect("sent");
    let facts = work.handover_facts(OWN_CONTROLLER, handed).await.expect("facts");
    let cell = staff(300, Role::MedicalCoordinator);
    let receive: Grant<ReceiveHandover> = work.grant(&cell, facts).expect("allowed");
    let back = HandoverChange::Return(Return::Sentence);
    work.receive_handover(&receive, 1, HandoverChange::Receive, "").await.expect("received");
    work.receive_handover(&receive, 2, back, "Marqueur phrase").await.expect("returned");
    follow(&mut work, &receive, &cell).await;
    let parent = NewRepresentative {
        kind: RepresentativeKind::Parent,
        scope: Scope::Everything,
        evidence: Evidence::Declared,
        is_sole: false,
        name: "Marqueur Parent",
        from: at(0).date_naive(),
        until: None,
    };
    let one = work.add_representative(&answer, &parent).await.expect("stored").expect("taken");
    let act = RepresentedAct::HandOver;
    work.record_opinion(&answer, Some(one), act, Said::Agrees).await.expect("recorded");
    // A mail to another address, while both parents agree to nothing: written down by the application.
    let elsewhere =
        Outgoing { to: "autre@example.org".into(), text: "Marqueur réponse".into(), ..Outgoing::default() };
    let version = work.enquiry_version(OWN_CONTROLLER, id).await.expect("a version");
    work.change_enquiry(&answer, version, ariane_domain::enquiry::Change::Take).await.expect("taken");
    let version = work.enquiry_version(OWN_CONTROLLER, id).await.expect("a version");
    let mode = ariane_domain::enquiry::EntryMode::Mail;
    work.reply(&answer, version, mode, "Marqueur réponse", Some(&elsewhere)).await.expect("sent");
    let officer = staff(2, Role::DataProtectionOfficer);
    let protect: Grant<ProtectData> = grant_all(&work, &officer, "protection");
    work.set_hold(&protect, id, HoldReason::LegalClaim, None).await.expect("held");
    let glass: Grant<AskBreakGlass> = grant(&mut work, &cell, id).await;
    work.ask_glass(&glass, GlassReason::Danger).await.expect("asked");
    let lock: Grant<LockLink> = grant(&mut work, &listener(), id).await;
    work.make_link(&lock, id, &format!("token-{id}"), "hash", Travelled::Spoken).await.expect("made");
    work.issue_proof(&lock, Travelled::Letter).await.expect("issued");
    work.commit().await.expect("kept");
    let mut work = records.begin(at(2)).await.expect("begun");
    let own = proven(id);
    let follow: Grant<FollowOwnEnquiry> = grant(&mut work, &own, id).await;
    work.choose_own(&follow, Purpose::Handover, Choice::Withdrawn).await.expect("withdrawn");
    let rights: Grant<UseOwnRights> = grant(&mut work, &own, id).await;
    work.ask_own(&rights, Right::Access, Standing::Done, None).await.expect("asked");
    work.commit().await.expect("kept");
    id
}

/// The hand-over becomes a file with an analysis and a step that the person agreed to.
async fn follow(work: &mut Work<'_>, receive: &Grant<ReceiveHandover>, cell: &Actor) {
    let day = at(1).date_naive();
    let file = work.open_from_handover(receive, 3, BroughtBy::Listener).await.expect("opened").id;
    let write: Grant<WriteCase> = crate::cell::write(work, cell, file).await;
    work.change_case(&write, 1, FileEvent::Accept, "", day).await.expect("accepted");
    work.write_analysis(&write, Track::Medical, 0, "Marqueur analyse").await.expect("written");
    let owner = Uuid::from_u128(300);
    let step = NewStep { track: Track::Medical, owner, due: day, text: "Marqueur démarche", meeting: None };
    let step = work.propose_step(&write, &step, day).await.expect("proposed");
    let entries = vec![
        crate::clinical::allergy("Marqueur latex"),
        crate::clinical::variant("NM_000280.4:c.718C>T"),
        crate::clinical::relative(Kinship::Mother, None),
    ];
    work.add_entries(&write, entries).await.expect("written");
    let agreed = StepEvent::Answer { agreed: true, way: AnswerWay::Spoken, recorded_by: None };
    work.change_step(&write, step, 1, agreed, "").await.expect("agreed");
}

fn proven(enquiry: Uuid) -> Actor {
    Actor::LinkHolder { enquiry, proof: Proof::SecondChannel }
}

fn texts(values: &[Vec<(&'static str, Value)>]) -> String {
    let text = |value: &Value| match value {
        Value::Text(text) => text.clone(),
        other => format!("{other:?}"),
    };
    values.iter().flatten().map(|(_, value)| text(value)).collect::<Vec<_>>().join("\n")
}

#[tokio::test]
async fn ones_own_copy_holds_every_part_and_says_what_is_withheld() {
    for engine in both().await {
        let records = engine.records().await;
        let id = fill(&records, RequesterKind::PersonConcerned).await;
        let mut work = records.begin(at(3)).await.expect("begun");
        let rights: Grant<UseOwnRights> = grant(&mut work, &proven(id), id).await;
        let copy = work.whole_copy(&rights).await.expect("copied");
        let mut all = String::new();
        for part in Part::ALL {
            let found = copy.part(0, part);
            assert!(found.is_some_and(|p| !p.lines.is_empty()), "{}: {part} is missing", engine.name);
            let lines: Vec<_> = found.into_iter().flat_map(|p| &p.lines).map(|l| l.0.clone()).collect();
            all.push_str(&texts(&lines));
        }
        for said in ["confié", "transmis", "phrase", "manque", "Parent", "réponse", "démarche", "latex"] {
            assert!(all.contains(&format!("Marqueur {said}")), "{}: {said}", engine.name);
        }
        assert!(!all.contains("Marqueur d'une autre"), "rights of others");
        let withheld: Vec<_> = copy.withheld.iter().map(|w| (w.part, w.count)).collect();
        assert!(!all.contains("Marqueur analyse"), "a clinician hands it over (D2)");
        assert!(!all.contains("718C"), "nobody explained it yet (D2)");
        // Six events of the file, the analysis, a variant, a relative.
        let expected = [(Part::ListeningNotes, 1), (Part::CaseFile, 9)];
        assert_eq!(withheld, expected, "and the copy says so");
    }
}

#[tokio::test]
async fn nothing_noted_about_another_goes_back_to_who_told_it() {
    for engine in both().await {
        let records = engine.records().await;
        let id = fill(&records, RequesterKind::Relative).await;
        let mut work = records.begin(at(3)).await.expect("begun");
        let rights: Grant<UseOwnRights> = grant(&mut work, &proven(id), id).await;
        let copy = work.whole_copy(&rights).await.expect("copied");
        let all = format!("{:?}", copy.beside);
        for said in ["confié", "transmis", "phrase", "manque", "Parent"] {
            assert!(!all.contains(&format!("Marqueur {said}")), "{}: {said}", engine.name);
        }
        assert!(copy.part(0, Part::Handovers).is_some(), "that it was handed over is theirs to know");
        let withheld: BTreeSet<&str> = copy.withheld.iter().map(|w| w.part.word()).collect();
        assert!(withheld.contains("listening-notes") && withheld.contains("representatives"), "{withheld:?}");
        assert!(copy.enquiries[0].messages.iter().any(|m| m.text == "Marqueur écrit"), "their own words are");
    }
}

#[tokio::test]
async fn what_another_told_about_somebody_is_theirs_without_the_others_words() {
    for engine in both().await {
        let records = engine.records().await;
        let own = log(&records, &enquiry("Anne Fictive", 0)).await.id;
        let mut told = enquiry("Jean Fictif", 1);
        told.concerned = Some(crate::office::person("Anne Fictive"));
        told.message = Some(message("Marqueur du fils", "b@example.org", 1));
        let told = log(&records, &told).await.id;
        let mut work = records.begin(at(2)).await.expect("begun");
        let read = work.enquiry_facts(OWN_CONTROLLER, told).await.expect("facts");
        let read = work.grant(&listener(), read).expect("allowed");
        let concerned = work.read_enquiry(&read).await.expect("read").concerned.expect("somebody").id;
        let merge = grant(&mut work, &listener(), own).await;
        let facts = work.enquiry_facts(OWN_CONTROLLER, own).await.expect("facts");
        let read = work.grant(&listener(), facts).expect("allowed");
        let asker = work.read_enquiry(&read).await.expect("read").requester.id;
        work.link_persons(&merge, asker, concerned).await.expect("linked");
        let rights: Grant<UseOwnRights> = grant(&mut work, &proven(own), own).await;
        let copy = work.whole_copy(&rights).await.expect("copied");
        assert_eq!(copy.enquiries.len(), 2, "{}", engine.name);
        assert_eq!(copy.enquiries[1].texts.note, "Marqueur Note", "what is noted about them");
        let all = format!("{:?}", copy.enquiries[1]);
        assert!(
            !all.contains("Jean Fictif") && !all.contains("Marqueur du fils"),
            "not who told, nor their words"
        );
        assert!(copy.leaves_out_another);
    }
}
