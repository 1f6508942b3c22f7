//! Figures from records, on both engines: the report of seed 000 from a year made through the same commands as live data;
//! what a correction, an erasure, an objection and training do to it.

use crate::cell::{social, write};
use crate::engines::{Engine, both};
use crate::office::{answer_grant, at, enquiry, grant_all, listener, log, staff};
use ariane_domain::access::grant::{
    AnswerEnquiry, CommentFigures, Erase, Grant, HoldMeeting, ListEnquiries, LogEnquiry, MergePersons,
    PublishFigures, ReadCase, ReadFigures, ReadLiveFigures, SendToCell,
};
use ariane_domain::access::{Actor, Facts as About, Refusal};
use ariane_domain::account::Role;
use ariane_domain::cell::follow_up::FollowUpRule;
use ariane_domain::cell::odyssey::Odyssey;
use ariane_domain::cell::{BroughtBy, Reality};
use ariane_domain::enquiry::{Change, EntryMode, Outcome, Urgency};
use ariane_domain::need::Nature;
use ariane_domain::office::Office;
use ariane_domain::purpose::{Choice, Purpose};
use ariane_exchange::demonstration::cell::{DemoFile, Step};
use ariane_exchange::demonstration::{self, DemoEnquiry};
use ariane_figures::count::Setting;
use ariane_figures::count::group::By;
use ariane_figures::count::ledger::Ledger;
use ariane_figures::fact::{Facts, ReferralFact};
use ariane_figures::period::{Period, beginning};
use ariane_figures::report::canonical::canonical;
use ariane_figures::report::{Note, Publication, Report, make};
use ariane_figures::scope::Scope;
use ariane_knowledge::starter::countries;
use ariane_store::StoreError;
use ariane_store::directory::OWN_CONTROLLER;
use ariane_store::figures::Collected;
use ariane_store::figures::editions::Signed;
use ariane_store::figures::readers::Reader;
use ariane_store::records::cell::open::{Head, NewCase};
use ariane_store::records::enquiries::log::{EnquiryCodes, EnquiryTexts, NewEnquiry};
use ariane_store::records::persons::{Identity, PersonCodes};
use ariane_store::records::{Records, Work};
use chrono::{DateTime, TimeDelta, Utc};
use uuid::Uuid;

fn office() -> Office {
    let all = countries::all();
    let luxembourg = all.iter().find(|country| country.code.code() == "LU").expect("a profile");
    luxembourg.office("").expect("an office")
}

fn period(text: &str) -> Period {
    text.parse().expect("a period")
}

fn new(demo: &DemoEnquiry) -> NewEnquiry {
    let codes = EnquiryCodes::of(&demo.profile);
    NewEnquiry {
        codes,
        texts: EnquiryTexts { summary: demo.subject.clone(), ..EnquiryTexts::default() },
        form_version: 1,
        requester: Identity {
            name: demo.name.clone(),
            mail: demo.mail.clone(),
            phone: demo.phone.clone(),
            ..Identity::default()
        },
        known_requester: None,
        concerned: None,
        urgency: demo.urgency,
        received_at: demo.received_at,
        due_at: demo.due_at,
        once: None,
        message: None,
        choices: demo.handover.map(|_| (Purpose::Handover, Choice::Agreed, "spoken")).into_iter().collect(),
    }
}

async fn keep(work: &mut Work<'_>, demo: &DemoEnquiry) {
    work.set_now(demo.received_at);
    let grant: Grant<LogEnquiry> = grant_all(work, &listener(), "enquiry");
    let logged = work.log_enquiry(&grant, &new(demo)).await.expect("logged");
    for (version, (when, change)) in (1..).zip(&demo.history) {
        work.set_now(*when);
        let grant: Grant<AnswerEnquiry> = answer_grant(work, logged.id).await;
        match change {
            Change::Reply => {
                work.reply(&grant, version, EntryMode::Mail, "Réponse", None).await.expect("replied")
            }
            other => work.change_enquiry(&grant, version, *other).await.expect("changed"),
        }
    }
}

async fn keep_file(work: &mut Work<'_>, demo: &DemoFile, office: &Office) {
    work.set_now(demo.received_at);
    let send: Grant<SendToCell> = grant_all(work, &social(), "case_file");
    let case = NewCase {
        origin: demo.origin,
        brought_by: demo.brought_by,
        reality: demo.reality,
        identity: Identity { name: demo.name.clone(), ..Identity::default() },
        codes: PersonCodes::default(),
        head: Head::default(),
    };
    let opened = work.receive_case(&send, &case).await.expect("received");
    for (when, step) in &demo.steps {
        work.set_now(*when);
        let grant = write(work, &social(), opened.id).await;
        match step {
            Step::Event(event) => {
                let version = version(work, opened.id).await;
                work.change_case(&grant, version, *event, "", office.day(*when)).await.expect("changed");
            }
            Step::Contact => work.record_contact(&grant, "Appel fictif").await.expect("written"),
        }
    }
}

async fn version(work: &mut Work<'_>, file: Uuid) -> i32 {
    let about = work.case_facts(OWN_CONTROLLER, file).await.expect("facts");
    let read: Grant<ReadCase> = work.grant(&social(), about).expect("allowed");
    work.read_case(&read).await.expect("read").version
}

/// The year of seed 000, made by listeners, coordinators and meetings as live data are.
async fn fill(records: &Records, office: &Office) -> Vec<ReferralFact> {
    let end = demonstration::cell::after(office, 2020);
    let mut work = records.begin(end).await.expect("begun");
    for demo in demonstration::year(2020, office, end) {
        keep(&mut work, &demo).await;
    }
    let cell = demonstration::cell::year(office, 2020);
    for file in &cell.files {
        keep_file(&mut work, file, office).await;
    }
    for starts_at in &cell.meetings {
        work.set_now(*starts_at - TimeDelta::days(1));
        let all: Grant<HoldMeeting> = grant_all(&work, &social(), "cell_meeting");
        let id = work.schedule_meeting(&all, Reality::Real, *starts_at).await.expect("planned");
        work.set_now(*starts_at);
        let facts = work.meeting_facts(OWN_CONTROLLER, id).await.expect("facts");
        let hold: Grant<HoldMeeting> = work.grant(&social(), facts).expect("allowed");
        let version = work.read_meeting(&hold).await.expect("read").version;
        work.begin_meeting(&hold, version).await.expect("begun");
        work.end_meeting(&hold, version + 1).await.expect("ended");
    }
    work.commit().await.expect("kept");
    let referred = cell.files.iter().zip(0..).filter_map(|(file, n)| Some((file.referred_at?, n)));
    referred.map(|(sent_at, person)| ReferralFact::sent(person, sent_at)).collect()
}

async fn facts(records: &Records, office: &Office, as_of: DateTime<Utc>) -> Facts {
    let mut work = records.begin(as_of).await.expect("begun");
    let grant: Grant<ReadLiveFigures> = grant_all(&work, &staff(7, Role::MedicalCoordinator), "figures");
    let from = office.begins(period("2019").first());
    let facts = work.figure_facts(&grant, from, as_of).await.expect("read");
    work.commit().await.expect("kept");
    facts
}

fn report(facts: &Facts, office: &Office, text: &str, as_of: DateTime<Utc>) -> Report {
    let setting = Setting { office, follow_up: FollowUpRule::default(), as_of };
    let publication = Publication { is_fictitious: true, ..Publication::default() };
    make(facts, period(text), &setting, &publication).expect("nothing stands in the way").report
}

/// What the slides show, line by line.
fn slides(report: &Report) -> String {
    let year = period("2020");
    let mut text = String::new();
    for figure in [
        "infoline.requesters",
        "infoline.age",
        "infoline.sender",
        "infoline.entry",
        "infoline.nationality",
        "infoline.nature",
        "cell.meetings",
        "cell.active",
        "cell.brought",
        "hub.active",
        "hub.new",
        "hub.referred",
    ] {
        let table = report.table(figure, year).expect("a table");
        let mut line = format!("{figure} {}", table.total.expect("a total"));
        for row in table.rows.iter().filter(|row| row.n != Some(0)) {
            line.push_str(&format!(" | {} {}", row.category, row.n.expect("a count")));
            if let Some(share) = row.percent {
                line.push_str(&format!(" {share}%"));
            }
        }
        for note in &table.notes {
            match note {
                Note::SharesAddUpTo { sum } => line.push_str(&format!(" | * {sum}%")),
                Note::Overlaps => line.push_str(" | * several"),
                _ => {}
            }
        }
        text.push_str(&line);
        text.push('\n');
    }
    text
}

/// Every figure of seed 000. Natures carry no numbers there: ours are made up, and declared so.
const SEED: &str = "\
infoline.requesters 259 | first 259 100%
infoline.age 259 | under-12 70 27% | 12-18 16 6% | adult 173 67%
infoline.sender 259 | professional 135 52% | media 75 29% | acquaintance 49 19%
infoline.entry 259 | mail 163 63% | phone 96 37%
infoline.nationality 259 | LU 147 57% | PT 36 14% | FR 25 10% | other 51 20% | * 101%
infoline.nature NATURES
cell.meetings 21
cell.active 31
cell.brought 31 | psychosocial-coordinator 26 84% | psychosocial-worker 3 10% | doctor 1 3% | person 1 3%
hub.active 39
hub.new 39 | new 19 49% | known 20 51%
hub.referred 33
";

/// The made-up natures, counted by hand from the data set.
fn natures(office: &Office) -> String {
    let year = demonstration::year(2020, office, demonstration::cell::after(office, 2020));
    let mut line = year.len().to_string();
    for nature in Nature::ALL {
        let asks = |demo: &&DemoEnquiry| demo.profile.needs.iter().any(|need| need.nature == nature);
        let n = year.iter().filter(asks).count();
        line.push_str(&format!(" | {} {n} {}%", nature.code(), (n * 200 + 259) / 518));
    }
    line + " | * several"
}

#[tokio::test]
async fn the_report_of_the_seed_comes_out_of_records_and_one_more_enquiry_changes_it() {
    let office = office();
    let end = demonstration::cell::after(&office, 2020);
    let mut bytes: Vec<String> = Vec::new();
    for engine in both().await {
        let records = engine.records().await;
        let referrals = fill(&records, &office).await;
        let mut known = facts(&records, &office, end).await;
        // Those of the seed are facts of the demonstration: sending one takes a person's agreement and a packet.
        assert_eq!(known.referrals.replace(referrals), Some(Vec::new()), "recorded, and nobody was sent");
        let made = report(&known, &office, "2020", end);
        let expected = SEED.replace("NATURES", &natures(&office));
        assert_eq!(slides(&made), expected, "{}", engine.name);
        bytes.push(canonical(&made).expect("written"));

        // One more enquiry, and the report made again as of before it.
        let mut more = enquiry("Anne Fictive", 0);
        more.received_at = end - TimeDelta::hours(60);
        log(&records, &more).await;
        let mut again = facts(&records, &office, end).await;
        again.referrals = known.referrals.clone();
        let changed = report(&again, &office, "2020", end);
        let first = |report: &Report| {
            report.table("infoline.requesters", period("2020")).and_then(|table| table.row("first")?.n)
        };
        assert_eq!((first(&made), first(&changed)), (Some(259), Some(260)), "{}", engine.name);
        let before = end - TimeDelta::hours(61);
        let then = report(&facts(&records, &office, before).await, &office, "2020", before);
        assert_eq!(first(&then), first(&report(&as_known(&known, before), &office, "2020", before)));
    }
    assert_eq!(bytes[0], bytes[1], "both engines give the same bytes");
}

/// Requests that had come in by a moment; what became of them since does not matter to how many there are.
fn as_known(facts: &Facts, at: DateTime<Utc>) -> Facts {
    let mut known = facts.clone();
    known.enquiries.retain(|one| one.received_at <= at);
    known
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
        let version = version(&mut work, id).await;
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
