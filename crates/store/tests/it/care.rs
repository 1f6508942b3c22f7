//! Care beyond the two analyses in the store, on both engines: each act with its grant, sealed, nobody's words lost.

use crate::cell::{accepted, medical, sent, social, today, write};
use crate::engines::both;
use crate::office::{at, grant_all, staff};
use ariane_domain::access::grant::{Erase, Grant, HoldMeeting, ListCases, ManageGuidelines, ReadCase};
use ariane_domain::access::{Actor, Facts, Refusal};
use ariane_domain::account::Role;
use ariane_domain::cell::callback::CallState;
use ariane_domain::cell::file::FileEvent;
use ariane_domain::cell::guideline::{GuidelineChange, GuidelineState};
use ariane_domain::cell::household::{Burden, Consanguinity, Tie};
use ariane_domain::cell::odyssey::Odyssey;
use ariane_domain::cell::open_end::OpenEnd;
use ariane_domain::cell::plan::{Mark, PlanActor, PlanItem, PlanOutcome, PlanPart};
use ariane_domain::cell::told::{Audience, Delicate, Told};
use ariane_domain::cell::{Origin, Reality, Span};
use ariane_store::StoreError;
use ariane_store::directory::OWN_CONTROLLER;
use ariane_store::records::Work;
use ariane_store::records::care::guidelines::{GuidelineText, NewGuideline};
use ariane_store::records::care::household::MemberFacts;
use ariane_store::records::care::letters::{AgreedLine, LetterText};
use ariane_store::records::care::marks::List;
use ariane_store::records::care::plan::LineText;
use ariane_store::records::cell::CellError;
use ariane_store::records::cell::read::Case;
use chrono::{Days, TimeDelta};
use sea_orm::{ConnectionTrait, Database};
use uuid::Uuid;

async fn read(work: &mut Work<'_>, who: &Actor, id: Uuid) -> Case {
    let facts = work.case_facts(OWN_CONTROLLER, id).await.expect("facts");
    let grant: Grant<ReadCase> = work.grant(who, facts).expect("allowed");
    work.read_case(&grant).await.expect("read")
}

fn item(part: PlanPart) -> PlanItem {
    PlanItem { part, actor: None, on: None, renew_by: None, outcome: None }
}

fn rule<T: std::fmt::Debug>(result: Result<T, CellError>) -> &'static str {
    match result {
        Err(CellError::Rule(word)) => word,
        other => panic!("no rule refused: {other:?}"),
    }
}

#[tokio::test]
async fn a_plan_keeps_its_lines_and_nobody_writes_over_another() {
    for engine in both().await {
        let records = engine.records().await;
        let id = accepted(&records, "Anne Fictive").await;
        let mut work = records.begin(at(2)).await.expect("begun");
        let grant = write(&mut work, &social(), id).await;
        let line = item(PlanPart::HomeCare);
        let text = |item, action, reason| LineText { item, action, reason };
        assert_eq!(rule(work.keep_line(&grant, None, text(&line, " ", ""), today()).await), "empty");
        let refused = PlanItem { outcome: Some((PlanOutcome::Refused, today())), ..line.clone() };
        let silent = work.keep_line(&grant, None, text(&refused, "Aide", ""), today()).await;
        assert_eq!(rule(silent), "reason-missing");
        let kept = work.keep_line(&grant, None, text(&line, "Marqueur action", ""), today()).await;
        let kept = kept.expect("kept");
        let done = PlanItem {
            actor: Some(PlanActor::Named("Marqueur service".into())),
            outcome: Some((PlanOutcome::InPlace, today())),
            ..line.clone()
        };
        let changed =
            work.keep_line(&grant, Some((kept, 1)), text(&done, "Marqueur action", ""), today()).await;
        assert_eq!(changed.expect("changed"), kept);
        let again = work.keep_line(&grant, Some((kept, 1)), text(&line, "Autre", ""), today()).await;
        assert!(matches!(again, Err(CellError::Store(StoreError::Conflict))), "{}", engine.name);
        let case = read(&mut work, &medical(), id).await;
        assert_eq!((case.care.plan.len(), &case.care.plan[0].item), (1, &done));
        assert!(case.thread.iter().any(|knot| knot.kind == "plan-changed"));
        work.commit().await.expect("kept");
        let db = Database::connect(&engine.url).await.expect("a second look");
        let rows = db.query_all_raw(sea_orm::Statement::from_string(
            db.get_database_backend(),
            "SELECT sealed_rules, sealed_text FROM care_line".to_owned(),
        ));
        for row in rows.await.expect("rows") {
            for column in ["sealed_rules", "sealed_text"] {
                let bytes: Vec<u8> = row.try_get("", column).expect("a column");
                assert!(!String::from_utf8_lossy(&bytes).contains("Marqueur"), "{}", engine.name);
            }
        }
    }
}

#[tokio::test]
async fn what_waits_is_listed_until_somebody_says_what_came_of_it() {
    for engine in both().await {
        let records = engine.records().await;
        let id = accepted(&records, "Anne Fictive").await;
        let mut work = records.begin(at(2)).await.expect("begun");
        let grant = write(&mut work, &social(), id).await;
        let line = PlanItem { on: Some(today()), ..item(PlanPart::Psychological) };
        let text = LineText { item: &line, action: "Séances fictives", reason: "" };
        let kept = work.keep_line(&grant, None, text, today()).await.expect("kept");
        let right =
            PlanItem { renew_by: today().checked_add_days(Days::new(60)), ..item(PlanPart::MedicoSocial) };
        let text = LineText { item: &right, action: "Carte fictive", reason: "" };
        work.keep_line(&grant, None, text, today()).await.expect("kept");
        let owner = Uuid::from_u128(300);
        let past = today().pred_opt().expect("a day");
        assert_eq!(rule(work.owe_call(&grant, owner, past, "Rappel", today()).await), "due-in-past");
        let call = work.owe_call(&grant, owner, today(), "Rappel fictif", today()).await.expect("owed");
        work.commit().await.expect("kept");

        let ends = async |day: u64| {
            let mut work = records.begin(at(0) + TimeDelta::days(day as i64)).await.expect("begun");
            let list: Grant<ListCases> = grant_all(&work, &social(), "board");
            let today = today().checked_add_days(Days::new(day)).expect("a day");
            let open = work.open_ends(&list, false, today).await.expect("listed");
            assert!(work.open_ends(&list, true, today).await.expect("listed").is_empty());
            open.into_iter().map(|one| (one.end, one.name, one.text)).collect::<Vec<_>>()
        };
        let name = || "Anne Fictive".to_owned();
        let call_due = (OpenEnd::CallDue, name(), "Rappel fictif".to_owned());
        let renewal = (OpenEnd::Renewal, name(), "Carte fictive".to_owned());
        let missing = (OpenEnd::OutcomeMissing, name(), "Séances fictives".to_owned());
        assert_eq!(ends(0).await, [call_due.clone(), renewal.clone()], "{}", engine.name);
        assert_eq!(ends(1).await, [call_due, missing, renewal.clone()]);

        let mut work = records.begin(at(3)).await.expect("begun");
        let grant = write(&mut work, &social(), id).await;
        let silent = work.end_call(&grant, call, 1, CallState::Reached, "").await;
        assert_eq!(rule(silent), "words-missing");
        work.end_call(&grant, call, 1, CallState::Reached, "Tout va bien.").await.expect("ended");
        let twice = work.end_call(&grant, call, 2, CallState::NotReached, "").await;
        assert_eq!(rule(twice), "not-possible");
        let known = PlanItem { outcome: Some((PlanOutcome::Waiting, today())), ..line };
        let text = LineText { item: &known, action: "Séances fictives", reason: "Liste d’attente" };
        work.keep_line(&grant, Some((kept, 1)), text, today()).await.expect("kept");
        let case = read(&mut work, &social(), id).await;
        assert!(case.thread.iter().any(|knot| knot.kind == "contact" && knot.text == "Tout va bien."));
        work.commit().await.expect("kept");
        assert_eq!(ends(1).await, [renewal]);
    }
}

#[tokio::test]
async fn a_death_ends_the_calls_and_keeps_its_day() {
    for engine in both().await {
        let records = engine.records().await;
        let id = accepted(&records, "Anne Fictive").await;
        let mut work = records.begin(at(2)).await.expect("begun");
        let grant = write(&mut work, &social(), id).await;
        let call = work.owe_call(&grant, Uuid::from_u128(300), today(), "Rappel", today()).await;
        call.expect("owed");
        let version = read(&mut work, &social(), id).await.version;
        let ahead = today().succ_opt();
        let event = FileEvent::RecordDeath;
        let early = work.change_case_on(&grant, version, event, "", ahead, today()).await;
        assert_eq!(rule(early), "death-ahead");
        let day = today().checked_sub_days(Days::new(3));
        work.change_case_on(&grant, version, event, "", day, today()).await.expect("recorded");
        let case = read(&mut work, &social(), id).await;
        assert_eq!(case.person.died_on, day, "{}", engine.name);
        assert!(case.care.calls.iter().all(|call| call.state == CallState::Died));
        let list: Grant<ListCases> = grant_all(&work, &social(), "board");
        assert!(work.open_ends(&list, false, today()).await.expect("listed").is_empty());
        let owed = work.owe_call(&grant, Uuid::from_u128(300), today(), "Rappel", today()).await;
        assert_eq!(rule(owed), "not-possible");
    }
}

#[tokio::test]
async fn only_a_clinician_records_what_was_told_and_a_letter_stays_as_it_was_written() {
    for engine in both().await {
        let records = engine.records().await;
        let id = accepted(&records, "Anne Fictive").await;
        let mut work = records.begin(at(2)).await.expect("begun");
        let by = Uuid::nil();
        let told = Told::Explained { by, at: at(1) };
        let of_social = write(&mut work, &social(), id).await;
        let refused = work.note_told(&of_social, Delicate::Candidate, told, "Dit").await;
        assert_eq!(rule(refused), "clinician-only");
        let grant = write(&mut work, &medical(), id).await;
        let ahead = Told::Explained { by, at: at(60) };
        assert_eq!(rule(work.note_told(&grant, Delicate::Candidate, ahead, "Dit").await), "told-ahead");
        assert_eq!(rule(work.note_told(&grant, Delicate::Candidate, told, " ").await), "words-missing");
        work.note_told(&grant, Delicate::Candidate, told, "Dre Fictive, en consultation")
            .await
            .expect("kept");
        let letter = LetterText {
            to: "Anne Fictive".into(),
            lines: vec![AgreedLine { what: "Rendez-vous".into(), ..AgreedLine::default() }],
            ..LetterText::default()
        };
        let kept = work.keep_letter(&grant, Audience::Person, "fr", &letter).await.expect("kept");
        let case = read(&mut work, &social(), id).await;
        let named = Told::Explained { by: Uuid::from_u128(301), at: at(1) };
        assert_eq!(case.care.told[0].told, named, "who is signed in answers for it");
        assert_eq!(case.care.letters.len(), 1);
        let facts = work.case_facts(OWN_CONTROLLER, id).await.expect("facts");
        let read: Grant<ReadCase> = work.grant(&social(), facts).expect("allowed");
        let (outline, text) = work.read_letter(&read, kept).await.expect("read");
        assert_eq!((outline.audience, text), (Audience::Person, letter));
    }
}

#[tokio::test]
async fn a_letter_of_one_file_is_not_read_through_another() {
    for engine in both().await {
        let records = engine.records().await;
        let id = accepted(&records, "Anne Fictive").await;
        let other = sent(&records, "Zoé Fictive", Origin::Hub, Reality::Real).await.id;
        let mut work = records.begin(at(2)).await.expect("begun");
        let grant = write(&mut work, &medical(), id).await;
        let letter =
            work.keep_letter(&grant, Audience::Gp, "de", &LetterText::default()).await.expect("kept");
        let facts = work.case_facts(OWN_CONTROLLER, other).await.expect("facts");
        let elsewhere: Grant<ReadCase> = work.grant(&medical(), facts).expect("allowed");
        let read = work.read_letter(&elsewhere, letter).await;
        assert!(matches!(read, Err(StoreError::NotThere)), "{}", engine.name);
    }
}

#[tokio::test]
async fn dates_of_the_way_keep_their_precision_and_marks_their_reason() {
    for engine in both().await {
        let records = engine.records().await;
        let id = accepted(&records, "Anne Fictive").await;
        let mut work = records.begin(at(2)).await.expect("begun");
        let grant = write(&mut work, &social(), id).await;
        let way = Odyssey {
            first_symptom: "2019".parse().ok(),
            first_contact: "2021-02".parse().ok(),
            ..Odyssey::default()
        };
        work.keep_way(&grant, 0, &way).await.expect("kept");
        let overtaken = work.keep_way(&grant, 0, &Odyssey::default()).await;
        assert!(matches!(overtaken, Err(CellError::Store(StoreError::Conflict))));
        let later = Odyssey { diagnosis: "2024-05-06".parse().ok(), ..way };
        work.keep_way(&grant, 1, &later).await.expect("kept");
        let item = (List::Transition, "spoken-alone");
        assert_eq!(rule(work.mark_item(&grant, item, Some(Mark::Aside), "").await), "reason-missing");
        work.mark_item(&grant, item, Some(Mark::Aside), "Ne le souhaite pas").await.expect("marked");
        work.mark_item(&grant, item, Some(Mark::Done), "").await.expect("marked again");
        let case = read(&mut work, &medical(), id).await;
        assert_eq!((case.care.way.odyssey, case.care.way.version), (later, 2), "{}", engine.name);
        assert_eq!(case.care.marks.iter().map(|mark| mark.mark).collect::<Vec<_>>(), [Mark::Done]);
        work.mark_item(&grant, item, None, "").await.expect("taken back");
        assert!(read(&mut work, &medical(), id).await.care.marks.is_empty());
    }
}

#[tokio::test]
async fn a_household_shows_to_each_only_what_they_may_read_and_ends_with_an_erasure() {
    for engine in both().await {
        let records = engine.records().await;
        let anne = accepted(&records, "Anne Fictive").await;
        let zoe = sent(&records, "Zoé Fictive", Origin::Hub, Reality::Real).await.id;
        let trained = sent(&records, "Luc Imaginaire", Origin::Hub, Reality::Training).await.id;
        let mut work = records.begin(at(2)).await.expect("begun");
        let own = write(&mut work, &social(), anne).await;
        let other = write(&mut work, &social(), zoe).await;
        let fictitious = write(&mut work, &social(), trained).await;
        let link = work.link_member(&own, Tie::Parent, &fictitious, Tie::Child).await;
        assert_eq!(rule(link), "other-reality");
        assert_eq!(rule(work.link_member(&own, Tie::Parent, &own, Tie::Child).await), "same-file");
        work.link_member(&own, Tie::Parent, &other, Tie::Child).await.expect("linked");
        assert_eq!(rule(work.link_member(&own, Tie::Parent, &other, Tie::Child).await), "linked-already");
        let facts = MemberFacts {
            tie: Tie::Parent,
            consanguinity: Consanguinity::Yes,
            burden: Some((Burden::Heavy, today())),
        };
        work.keep_member(&own, 1, &facts, today()).await.expect("kept");
        let read = async |work: &mut Work<'_>, id| {
            let facts = work.case_facts(OWN_CONTROLLER, id).await.expect("facts");
            let grant: Grant<ReadCase> = work.grant(&social(), facts).expect("allowed");
            let members = work.household_of(&grant).await.expect("listed");
            (members, work.read_member(&grant).await)
        };
        let (members, member) = read(&mut work, zoe).await;
        assert_eq!(members, [zoe, anne], "{}", engine.name);
        let member = member.expect("read").facts;
        assert_eq!(member.consanguinity, Consanguinity::NotAsked, "what one said stays in their file");
        let (_, member) = read(&mut work, anne).await;
        assert_eq!(member.expect("read").facts, facts);
        // A listener, and anybody without the function, gets no grant for any member.
        let facts = work.case_facts(OWN_CONTROLLER, zoe).await.expect("facts");
        let listener = work.may::<ReadCase>(&staff(9, Role::Listener), facts);
        assert!(matches!(listener, Err(Refusal::Role)), "{listener:?}");
        let subject = self::subject(&engine.url, anne).await;
        work.commit().await.expect("kept");
        let mut work = records.begin(at(3)).await.expect("begun");
        let officer = staff(8, Role::DataProtectionOfficer);
        let erase: Grant<Erase> =
            work.grant(&officer, Facts::of(OWN_CONTROLLER, "person", subject)).expect("allowed");
        work.erase_person(&erase, subject).await.expect("erased");
        assert!(read(&mut work, zoe).await.0.is_empty(), "who is left alone is in no household");
    }
}

/// Whose key seals a file, looked up from outside the program.
async fn subject(url: &str, file: Uuid) -> Uuid {
    let db = Database::connect(url).await.expect("a second look");
    let rows = db.query_all_raw(sea_orm::Statement::from_string(
        db.get_database_backend(),
        "SELECT id, subject_id FROM case_file".to_owned(),
    ));
    let rows = rows.await.expect("rows");
    let found = rows.iter().find(|row| row.try_get::<Uuid>("", "id").expect("an id") == file);
    found.expect("the file").try_get("", "subject_id").expect("a subject")
}

#[tokio::test]
async fn a_guideline_is_shown_while_it_is_in_force_and_never_past_its_review() {
    for engine in both().await {
        let records = engine.records().await;
        let mut work = records.begin(at(2)).await.expect("begun");
        let author: Grant<ManageGuidelines> = grant_all(&work, &social(), "guideline");
        let chief: Grant<ManageGuidelines> = grant_all(&work, &medical(), "guideline");
        let new = NewGuideline { code: 586, language: "fr", title: "Suivi imaginaire" };
        let text = |body: &str, authors: &[&str]| GuidelineText {
            authors: authors.iter().map(|one| (*one).to_owned()).collect(),
            body: body.into(),
            url: String::new(),
        };
        let id = work.begin_guideline(&author, new, &text("Texte", &[])).await.expect("begun");
        let day = |days| today().checked_add_days(Days::new(days));
        let validate = GuidelineChange::Validate;
        let no_author = work.change_guideline(&chief, id, 1, validate, day(30), today()).await;
        assert_eq!(rule(no_author), "no-author");
        work.write_guideline(&author, id, 1, &text("Texte", &["Dre Fictive"])).await.expect("written");
        let not_hers = work.change_guideline(&author, id, 2, validate, day(30), today()).await;
        assert_eq!(rule(not_hers), "not-yours");
        let same_day = work.change_guideline(&chief, id, 2, validate, day(0), today()).await;
        assert_eq!(rule(same_day), "review-too-early");
        work.change_guideline(&chief, id, 2, validate, day(30), today()).await.expect("in force");
        work.write_guideline(&author, id, 3, &text("Deuxième", &["Dre Fictive"])).await.expect("a new draft");
        let kept = work.guideline(&chief, id).await.expect("read");
        assert_eq!(kept.versions.iter().map(|v| v.rules.number).collect::<Vec<_>>(), [2, 1]);
        assert_eq!(kept.latest().map(|v| v.rules.state), Some(GuidelineState::Draft));
        work.commit().await.expect("kept");
        let shown = async |days| {
            let day = day(days).expect("a day");
            let found = records.guidelines_in_force(OWN_CONTROLLER, &[1, 586], day).await.expect("read");
            found.iter().map(|one| one.versions[0].body.clone()).collect::<Vec<_>>()
        };
        assert_eq!(shown(0).await, ["Texte"], "{}: the draft is not shown", engine.name);
        assert_eq!(shown(30).await, ["Texte"]);
        assert!(shown(31).await.is_empty(), "past its review it has left");
        let listener = staff(9, Role::Listener);
        let work = records.begin(at(2)).await.expect("begun");
        let asked = work.grant::<ManageGuidelines>(&listener, Facts::of_all(OWN_CONTROLLER, "guideline"));
        assert!(asked.is_err());
    }
}

#[tokio::test]
async fn one_ends_ones_own_absence_and_nobody_elses() {
    for engine in both().await {
        let records = engine.records().await;
        let mut work = records.begin(at(2)).await.expect("begun");
        let own: Grant<HoldMeeting> = grant_all(&work, &social(), "roster");
        let other: Grant<HoldMeeting> = grant_all(&work, &medical(), "roster");
        work.add_absence(&own, Span::since(at(1)), Some(Uuid::from_u128(301))).await.expect("away");
        let now = at(2);
        let id = work.absences(OWN_CONTROLLER, now).await.expect("listed")[0].0;
        assert_eq!(rule(work.end_absence(&other, id).await), "not-yours");
        let acting = work.roster(OWN_CONTROLLER).await.expect("read").acting_for(Uuid::from_u128(300), now);
        assert_eq!(acting, Some(Uuid::from_u128(301)), "{}", engine.name);
        work.end_absence(&own, id).await.expect("back");
        assert!(work.absences(OWN_CONTROLLER, at(2)).await.expect("listed").is_empty());
    }
}
