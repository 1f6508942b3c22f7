//! Figures from records, on both engines: what a correction, an erasure, an objection and training do to them.

use crate::cell::{social, write};
use crate::engines::{Engine, both};
use crate::office::{answer_grant, at, enquiry, grant_all, listener, log, staff};
use ariane_domain::access::grant::{
    CommentFigures, Erase, Grant, ListEnquiries, LogEnquiry, MergePersons, PublishFigures, ReadFigures,
    ReadLiveFigures,
};
use ariane_domain::access::{Actor, Facts as About, Refusal};
use ariane_domain::account::Role;
use ariane_domain::cell::follow_up::FollowUpRule;
use ariane_domain::cell::odyssey::Odyssey;
use ariane_domain::cell::{BroughtBy, Reality};
use ariane_domain::enquiry::{Change, Outcome, Urgency};
use ariane_domain::office::Office;
use ariane_domain::purpose::{Choice, Purpose};
use ariane_figures::count::Setting;
use ariane_figures::count::group::By;
use ariane_figures::count::ledger::Ledger;
use ariane_figures::fact::Facts;
use ariane_figures::period::{Period, beginning};
use ariane_figures::report::{Publication, Report, make};
use ariane_figures::scope::Scope;
use ariane_knowledge::starter::countries;
use ariane_store::StoreError;
use ariane_store::directory::OWN_CONTROLLER;
use ariane_store::figures::Collected;
use ariane_store::figures::editions::Signed;
use ariane_store::figures::readers::Reader;
use ariane_store::records::Records;
use ariane_store::records::enquiries::log::EnquiryTexts;
use chrono::{DateTime, Utc};
use uuid::Uuid;

pub fn office() -> Office {
    let all = countries::all();
    let luxembourg = all.iter().find(|country| country.code.code() == "LU").expect("a profile");
    luxembourg.office("").expect("an office")
}

pub fn period(text: &str) -> Period {
    text.parse().expect("a period")
}

pub async fn facts(records: &Records, office: &Office, as_of: DateTime<Utc>) -> Facts {
    let mut work = records.begin(as_of).await.expect("begun");
    let grant: Grant<ReadLiveFigures> = grant_all(&work, &staff(7, Role::MedicalCoordinator), "figures");
    let from = office.begins(period("2019").first());
    let facts = work.figure_facts(&grant, from, as_of).await.expect("read");
    work.commit().await.expect("kept");
    facts
}

pub fn report(facts: &Facts, office: &Office, text: &str, as_of: DateTime<Utc>) -> Report {
    let setting = Setting { office, follow_up: FollowUpRule::default(), as_of };
    let publication = Publication { is_fictitious: true, ..Publication::default() };
    make(facts, period(text), &setting, &publication).expect("nothing stands in the way").report
}

fn age(report: &Report, band: &str) -> Option<u64> {
    let table = report.tables.iter().find(|table| table.figure == "infoline.age").expect("a table");
    table.row(band).and_then(|row| row.n)
}

/// The year of the tests' own clock.
async fn now_report(engine: &Engine, records: &Records, minute: i64) -> Report {
    let office = office();
    let as_of = at(minute);
    let facts = facts(records, &office, as_of).await;
    assert!(facts.files.len() < 100, "{}", engine.name);
    report(&facts, &office, "2026", as_of)
}

#[tokio::test]
async fn a_correction_counts_from_then_on_and_not_before() {
    for engine in both().await {
        let records = engine.records().await;
        let logged = log(&records, &enquiry("Anne Fictive", 0)).await;
        let mut work = records.begin(at(10)).await.expect("begun");
        let answer = answer_grant(&mut work, logged.id).await;
        let mut codes = crate::office::codes();
        codes.person.age_band = "under-12".into();
        codes.needs = vec!["school-work/school".parse().expect("a need")];
        work.revise_enquiry(&answer, 1, &codes, &EnquiryTexts::default(), Urgency::None)
            .await
            .expect("revised");
        work.commit().await.expect("kept");
        let (then, now) = (now_report(&engine, &records, 5).await, now_report(&engine, &records, 20).await);
        assert_eq!((age(&then, "adult"), age(&then, "under-12")), (Some(1), Some(0)), "{}", engine.name);
        assert_eq!((age(&now, "adult"), age(&now, "under-12")), (Some(0), Some(1)));
        let nature = |report: &Report, code: &str| {
            report.table("infoline.nature", period("2026")).and_then(|table| table.row(code)?.n)
        };
        assert_eq!((nature(&then, "professionals"), nature(&then, "school-work")), (Some(1), Some(0)));
        assert_eq!((nature(&now, "professionals"), nature(&now, "school-work")), (Some(0), Some(1)));
    }
}

#[tokio::test]
async fn who_was_erased_leaves_a_count_and_who_objected_leaves_none() {
    for engine in both().await {
        let records = engine.records().await;
        let (anne, bea) = (
            log(&records, &enquiry("Anne Fictive", 0)).await,
            log(&records, &enquiry("Béa Fictive", 1)).await,
        );
        let before = now_report(&engine, &records, 5).await;
        let person = crate::office::read(&records, anne.id).await.requester.id;
        let mut work = records.begin(at(6)).await.expect("begun");
        let officer = staff(7, Role::DataProtectionOfficer);
        let about = About::of(OWN_CONTROLLER, "person", person);
        let erase: Grant<Erase> = work.grant(&officer, about).expect("allowed");
        work.erase_person(&erase, person).await.expect("erased");
        work.commit().await.expect("kept");
        let after = now_report(&engine, &records, 7).await;
        assert_eq!((age(&before, "adult"), age(&after, "adult")), (Some(2), Some(2)), "{}", engine.name);

        let mut work = records.begin(at(8)).await.expect("begun");
        let answer = answer_grant(&mut work, bea.id).await;
        work.choose_spoken(&answer, Purpose::Figures, Choice::Objected).await.expect("chosen");
        work.commit().await.expect("kept");
        let objected = now_report(&engine, &records, 9).await;
        assert_eq!(age(&objected, "adult"), Some(1), "{}", engine.name);
        let records_table = objected.table("infoline.records", period("2026")).expect("a table");
        assert_eq!(records_table.row("objected").and_then(|row| row.n), Some(1), "stated, not dropped");
    }
}

#[tokio::test]
async fn linked_records_are_one_requester_and_what_is_no_request_does_not_count() {
    for engine in both().await {
        let records = engine.records().await;
        let one = log(&records, &enquiry("Anne Fictive", 0)).await;
        let two = log(&records, &enquiry("Anne F.", 1)).await;
        let none = log(&records, &enquiry("Réclame Fictive", 2)).await;
        let ids = [
            crate::office::read(&records, one.id).await.requester.id,
            crate::office::read(&records, two.id).await.requester.id,
        ];
        let mut work = records.begin(at(3)).await.expect("begun");
        let merge: Grant<MergePersons> = grant_all(&work, &listener(), "person");
        work.link_persons(&merge, ids[0], ids[1]).await.expect("linked");
        let answer = answer_grant(&mut work, none.id).await;
        work.change_enquiry(&answer, 1, Change::Close(Outcome::NotARequest)).await.expect("closed");
        work.commit().await.expect("kept");
        let made = now_report(&engine, &records, 5).await;
        let row = |figure: &str, category: &str| {
            made.table(figure, period("2026")).and_then(|table| table.row(category)?.n)
        };
        assert_eq!(row("infoline.requesters", "first"), Some(1), "{}", engine.name);
        assert_eq!(row("infoline.requesters", "further"), Some(1));
        assert_eq!(row("infoline.records", "not-a-request"), Some(1));
        // Before the closing it still was one; links are facts about persons and hold for all times.
        let then = now_report(&engine, &records, 2).await;
        let counted =
            then.table("infoline.records", period("2026")).and_then(|table| table.row("counted")?.n);
        assert_eq!(counted, Some(3));
    }
}

#[tokio::test]
async fn who_brought_somebody_is_corrected_from_then_on_and_training_is_in_no_figure() {
    for engine in both().await {
        let records = engine.records().await;
        let id = crate::cell::accepted(&records, "Anne Fictive").await;
        crate::cell::sent(&records, "Exercice", ariane_domain::cell::Origin::Hub, Reality::Training).await;
        let mut work = records.begin(at(2)).await.expect("begun");
        let grant = write(&mut work, &social(), id).await;
        work.record_contact(&grant, "Appel fictif").await.expect("written");
        work.set_now(at(10));
        let version = crate::seed_report::version(&mut work, id).await;
        work.correct_brought_by(&grant, version, BroughtBy::Psychosocial, "Erreur").await.expect("corrected");
        work.commit().await.expect("kept");
        let office = office();
        let brought =
            |facts: &Facts| facts.files.iter().map(|file| file.brought_by.value()).collect::<Vec<_>>();
        let then = facts(&records, &office, at(5)).await;
        let now = facts(&records, &office, at(20)).await;
        assert_eq!(brought(&then), [Some(BroughtBy::Worker)], "{}", engine.name);
        assert_eq!(brought(&now), [Some(BroughtBy::Psychosocial)]);
        let made = report(&now, &office, "2026", at(20));
        assert_eq!(made.table("cell.active", period("2026")).and_then(|table| table.total), Some(1));
    }
}

#[tokio::test]
async fn figures_open_for_those_who_may_and_are_an_entry_in_the_log() {
    for engine in both().await {
        let records = engine.records().await;
        let mut work = records.begin(at(0)).await.expect("begun");
        let about = || About::of_all(OWN_CONTROLLER, "figures");
        for role in [Role::Administrator, Role::DirectoryEditor, Role::DataProtectionOfficer] {
            assert_eq!(
                work.may::<ReadFigures>(&staff(9, role), about()).err(),
                Some(Refusal::Role),
                "{role:?}"
            );
        }
        for role in [Role::SteeringMember, Role::PatientsRepresentative, Role::MedicalCoordinator] {
            assert!(work.may::<ReadFigures>(&staff(9, role), about()).is_ok(), "{role:?}");
        }
        for role in [Role::SteeringMember, Role::PatientsRepresentative, Role::HubCoordinator] {
            let live = work.may::<ReadLiveFigures>(&staff(9, role), about());
            assert_eq!(live.err(), Some(Refusal::Role), "exact small numbers are not for {role:?}");
        }
        let grant: Grant<ReadLiveFigures> = work.grant(&Actor::Operator, about()).expect("allowed");
        work.figure_facts(&grant, at(-10), at(0)).await.expect("read");
        work.commit().await.expect("kept");
        assert_eq!(entries(&engine, "read-live-figures").await, 1, "{}", engine.name);
    }
}

#[tokio::test]
async fn an_edition_is_kept_once_read_commented_and_known_to_the_next() {
    for engine in both().await {
        let records = engine.records().await;
        log(&records, &enquiry("Anne Fictive", 0)).await;
        let office = office();
        let about = || About::of_all(OWN_CONTROLLER, "figures");
        let mut work = records.begin(at(0)).await.expect("begun");
        let live: Grant<ReadLiveFigures> = work.grant(&social(), about()).expect("allowed");
        let publish: Grant<PublishFigures> = work.grant(&social(), about()).expect("allowed");
        let mark = work.figure_mark(&live).await.expect("read");
        let Collected { facts, sources, .. } =
            work.figure_sources(&live, beginning(), at(0)).await.expect("read");
        assert_eq!((facts.enquiries.len(), sources.enquiries.len()), (1, 1), "{}", engine.name);
        let heads: Grant<ListEnquiries> = work.grant(&listener(), about()).expect("allowed");
        let behind = work.enquiries_behind(&heads.because("infoline.age"), &sources.enquiries).await;
        assert_eq!(behind.expect("read").len(), 1);
        let setting = Setting { office: &office, follow_up: FollowUpRule::default(), as_of: at(0) };
        let made = |text: &str| {
            ariane_figures::report::make(&facts, period(text), &setting, &Publication::default())
                .expect("made")
        };
        let signer = records.keys().master().head_signer();
        let year = made("2020");
        let signed = Signed::new(&year.report, &signer).expect("signed");
        let id = work.keep_edition(&publish, &year, &signed, 0, None).await.expect("kept");
        let again = work.keep_edition(&publish, &year, &signed, 0, None).await;
        assert!(matches!(again, Err(StoreError::Conflict)), "made without knowing of the first");
        let month = made("2020-03");
        let not = work.keep_edition(&publish, &month, &signed, 1, None).await;
        assert!(matches!(not, Err(StoreError::NotPossible)), "a month is not of the lattice");
        assert_eq!(work.edition_logs(&publish).await.expect("read"), [year.edition]);

        let patients = staff(8, Role::PatientsRepresentative);
        let comment: Grant<CommentFigures> = work.grant(&patients, about()).expect("allowed");
        work.comment_edition(&comment, id, Uuid::from_u128(8), "Trop d’attente").await.expect("kept");
        let read: Grant<ReadFigures> = work.grant(&patients, about()).expect("allowed");
        let (head, kept, comments) = work.edition(&read, id).await.expect("read");
        assert!(kept.holds(&signer.public_key()) && kept.report() == Some(year.report.clone()));
        assert_eq!((head.period, head.told_at, comments.len()), (period("2020"), None, 1));
        work.edition_told(&publish, id).await.expect("noted");
        assert_eq!(work.edition_of(&publish, period("2020")).await.expect("read"), Some((id, true)));

        let reader = Reader { account: Uuid::from_u128(8), yearly: true, quarterly: false };
        let silent = Reader { account: Uuid::from_u128(9), yearly: false, quarterly: false };
        work.set_figure_readers(&publish, &[reader, silent]).await.expect("kept");
        assert_eq!(work.figure_readers(&publish).await.expect("read"), [reader]);
        work.commit().await.expect("kept");

        log(&records, &enquiry("Zoé Fictive", 1)).await;
        let mut work = records.begin(at(0)).await.expect("begun");
        assert_ne!(work.figure_mark(&live).await.expect("read"), mark, "one more request is noticed");
    }
}

/// What a ledger counts, in words: the same whatever persons are numbered.
fn counted(ledger: &Ledger<Uuid>, office: &Office, as_of: DateTime<Utc>) -> String {
    let setting = Setting { office, follow_up: FollowUpRule::default(), as_of };
    let (whole, mut text) = (Scope::default(), String::new());
    for of in ["2026", "2026-H2", "2026-11-20..2026-11-24"] {
        text.push_str(&format!("{:?}\n", ledger.tables(whole, period(of), &setting)));
        for by in [By::Network, By::Place] {
            for (word, group) in ledger.groups(whole, by, period(of), &setting) {
                text.push_str(&format!("{} {group:?}\n", ledger.words().text(word)));
            }
        }
    }
    text
}

#[tokio::test]
async fn what_was_written_since_brought_in_is_what_reading_everything_gives() {
    for engine in both().await {
        let (records, office) = (engine.records().await, office());
        let anne = log(&records, &enquiry("Anne Fictive", 0)).await;
        let bea = log(&records, &enquiry("Béa Fictive", 1)).await;
        let zoe = log(&records, &enquiry("Zoé Fictive", 2)).await;
        let file = crate::cell::accepted(&records, "Fanny Fictive").await;
        let persons = [
            crate::office::read(&records, anne.id).await.requester.id,
            crate::office::read(&records, bea.id).await.requester.id,
        ];
        let about = || About::of_all(OWN_CONTROLLER, "figures");
        let live = async |as_of| {
            let mut work = records.begin(as_of).await.expect("begun");
            let grant: Grant<ReadLiveFigures> = work.grant(&social(), about()).expect("allowed");
            let mark = work.figure_mark(&grant).await.expect("looked");
            let read = work.figure_sources(&grant, beginning(), as_of).await.expect("read");
            work.commit().await.expect("kept");
            let setting = Setting { office: &office, follow_up: FollowUpRule::default(), as_of };
            (mark, Ledger::new(&read.facts, read.sources, &setting), read.persons)
        };
        let (mut mark, mut ledger, mut known) = live(at(5)).await;
        for step in 0..7 {
            let now = at(10 + step);
            let mut work = records.begin(now).await.expect("begun");
            match step {
                0 => {
                    let grant: Grant<LogEnquiry> = grant_all(&work, &listener(), "enquiry");
                    work.log_enquiry(&grant, &enquiry("Dora Fictive", 9)).await.expect("logged");
                }
                1 => {
                    let answer = answer_grant(&mut work, anne.id).await;
                    let mut codes = crate::office::codes();
                    codes.person.age_band = "under-12".into();
                    codes.person.residence_country = "LU".into();
                    codes.person.residence_area = "lu-es".into();
                    codes.network = "ern-lung".into();
                    work.revise_enquiry(&answer, 1, &codes, &EnquiryTexts::default(), Urgency::None)
                        .await
                        .expect("revised");
                }
                2 => {
                    let answer = answer_grant(&mut work, zoe.id).await;
                    work.change_enquiry(&answer, 1, Change::Close(Outcome::NotARequest))
                        .await
                        .expect("closed");
                }
                3 => {
                    let grant = write(&mut work, &social(), file).await;
                    work.record_contact(&grant, "Appel fictif").await.expect("written");
                }
                4 => {
                    let officer = staff(7, Role::DataProtectionOfficer);
                    let of = About::of(OWN_CONTROLLER, "person", persons[0]);
                    let erase: Grant<Erase> = work.grant(&officer, of).expect("allowed");
                    work.erase_person(&erase, persons[0]).await.expect("erased");
                }
                5 => {
                    let merge: Grant<MergePersons> = grant_all(&work, &listener(), "person");
                    work.link_persons(&merge, persons[0], persons[1]).await.expect("linked");
                }
                _ => {
                    let answer = answer_grant(&mut work, bea.id).await;
                    work.choose_spoken(&answer, Purpose::Figures, Choice::Objected).await.expect("chosen");
                }
            }
            work.commit().await.expect("kept");

            let mut work = records.begin(now).await.expect("begun");
            let grant: Grant<ReadLiveFigures> = work.grant(&social(), about()).expect("allowed");
            let newer = work.figure_mark(&grant).await.expect("looked");
            let at_hand = (&known, ledger.words());
            let since = work.figures_since(&grant, &mark, at_hand, beginning(), now).await.expect("read");
            work.commit().await.expect("kept");
            assert!(step == 4 || newer != mark, "{}: step {step} is noticed", engine.name);
            let (fresh_mark, fresh, fresh_persons) = live(now).await;
            let setting = Setting { office: &office, follow_up: FollowUpRule::default(), as_of: now };
            match since {
                Some((changes, persons)) => {
                    assert!(step < 5, "{}: who is who changed, and nothing else tells", engine.name);
                    (ledger, known, mark) = (ledger.renewed(changes, &setting), persons, newer);
                }
                None => {
                    assert!(step >= 5, "{}: step {step}", engine.name);
                    (ledger, known, mark) = (fresh.clone(), fresh_persons, fresh_mark);
                }
            }
            // Until the step after which the person no longer counts.
            let is_placed = counted(&ledger, &office, now).contains("LU/lu-es");
            assert_eq!(is_placed, (1..6).contains(&step), "{} {step}", engine.name);
            assert_eq!(
                counted(&ledger, &office, now),
                counted(&fresh, &office, now),
                "{} {step}",
                engine.name
            );
        }
    }
}

#[tokio::test]
async fn a_diagnosis_is_counted_by_its_month_and_band_and_taken_back() {
    for engine in both().await {
        let (records, office) = (engine.records().await, office());
        let id = crate::cell::accepted(&records, "Anne Fictive").await;
        let date = |text: &str| Some(text.parse().expect("a date"));
        let way = |diagnosis| Odyssey { first_symptom: date("2019-03"), diagnosis, ..Odyssey::default() };
        for (minute, version, diagnosis) in
            [(2, 0, date("2026-05-17")), (4, 1, date("2026-05-20")), (6, 2, None)]
        {
            let mut work = records.begin(at(minute)).await.expect("begun");
            let grant = write(&mut work, &social(), id).await;
            work.keep_way(&grant, version, &way(diagnosis)).await.expect("kept");
            work.commit().await.expect("kept");
        }
        for (minute, counted) in [(1, 0), (3, 1), (5, 1), (7, 0)] {
            let made = report(&facts(&records, &office, at(minute)).await, &office, "2026", at(minute));
            let table = made.table("cell.diagnosis", period("2026")).expect("a table");
            let long = table.row("5-more").and_then(|row| row.n);
            assert_eq!((table.total, long), (Some(counted), Some(counted)), "{} {minute}", engine.name);
        }
        // The day itself stands nowhere clear, and the same month and band are written once.
        let (db, sql) =
            (engine.outside().await, "SELECT detail FROM case_event WHERE kind = 'diagnosis-dated'");
        use sea_orm::{ConnectionTrait, Statement};
        let rows =
            db.query_all_raw(Statement::from_string(db.get_database_backend(), sql)).await.expect("read");
        let mut details: Vec<String> =
            rows.iter().map(|row| row.try_get("", "detail").expect("a text")).collect();
        details.sort();
        assert_eq!(details, ["", "2026-05 5-more"], "{}", engine.name);
    }
}

/// Entries of the log about an act.
async fn entries(engine: &Engine, action: &str) -> usize {
    use sea_orm::{ConnectionTrait, Statement};
    let db = engine.outside().await;
    let sql = format!("SELECT action FROM audit_entry WHERE action = '{action}'");
    db.query_all_raw(Statement::from_string(db.get_database_backend(), sql)).await.expect("read").len()
}
