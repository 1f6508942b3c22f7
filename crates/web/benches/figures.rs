//! How long the live page of figures takes over HTTP requests, with very many records in the store.
//!
//! `cargo bench -p ariane-web --bench figures -- [ENQUIRIES]` (1,000,000 when not said, a tenth as many files; filling takes long, and
//! some gigabytes of the directory for temporary files). Each request passes session, policy, audit and template, as for a browser.
//! Prints how long the first reading took, then p50 and p99 of the page: asked again, asked for what nobody asked before, and while
//! calls are logged and what they wrote is brought in beside the answers; then of editions of a year and of quarters. SQLite, with the settings of the program.

#![allow(
    clippy::expect_used,
    clippy::unwrap_used,
    dead_code,
    reason = "the stage of the stories, of which a part is used"
)]

#[path = "../tests/it/application.rs"]
mod application;
#[path = "../tests/it/engine.rs"]
mod engine;
#[path = "../../store/benches/filling/mod.rs"]
mod filling;
#[path = "../tests/it/infoline.rs"]
mod infoline;

use ariane_domain::access::grant::{Grant, ImportEnquiries, SendToCell, WriteCase};
use ariane_domain::access::{Actor, Facts};
use ariane_domain::account::Role;
use ariane_domain::cell::file::FileEvent;
use ariane_domain::cell::{BroughtBy, Origin, Reality};
use ariane_domain::enquiry::{AgeBand, EntryMode, Outcome};
use ariane_store::StoreError;
use ariane_store::directory::OWN_CONTROLLER;
use ariane_store::records::Records;
use ariane_store::records::cell::open::{Head, NewCase};
use ariane_store::records::enquiries::log::{EnquiryTexts, NewEnquiry};
use ariane_store::records::enquiries::past::Past;
use ariane_store::records::persons::{Identity, PersonCodes};
use ariane_web::figures::editions::make_edition;
use ariane_web::figures::renewal::warm;
use axum::http::StatusCode;
use chrono::{DateTime, TimeDelta, Utc};
use filling::{Failure, report, report_memory, staff};
use infoline::{Hand, Infoline};
use std::sync::OnceLock;
use std::time::{Duration, Instant};
use uuid::Uuid;

const ROUNDS: usize = 300;
/// Records lie in the two years before.
const MINUTES: i64 = 2 * 365 * 24 * 60;
/// So many persons ask, again and again: each has a key.
const REQUESTERS: usize = 20_000;
const AREAS: [&str; 4] = ["lu-es", "lu-lu", "lu-di", "lu-me"];
const NETWORKS: [&str; 6] = ["ern-lung", "ern-skin", "ern-rnd", "ern-eye", "metabern", ""];

/// When measuring began.
static BEGUN: OnceLock<Instant> = OnceLock::new();

/// The clock of the application: it stands while the store is filled, or who signed in would be signed out, and goes on from then,
/// so that figures grow old.
fn ticking() -> DateTime<Utc> {
    let passed = BEGUN.get().map(Instant::elapsed).unwrap_or_default();
    application::now() + TimeDelta::from_std(passed).unwrap_or_default()
}

/// The moment of one of so many records.
fn when(number: usize, count: usize) -> DateTime<Utc> {
    let share = MINUTES as f64 * number as f64 / count as f64;
    application::now() - TimeDelta::minutes(MINUTES) + TimeDelta::seconds((share * 60.0) as i64)
}

fn request(number: usize, count: usize, known: Option<Uuid>) -> (NewEnquiry, Past) {
    let mut new = filling::enquiry(number);
    let received_at = when(number, count);
    new.texts = EnquiryTexts::default();
    new.codes.mode = EntryMode::ALL[number % EntryMode::ALL.len()];
    new.codes.person = PersonCodes {
        age_band: AgeBand::ALL[number / 3 % AgeBand::ALL.len()].word().to_owned(),
        nationality: ["LU", "PT", "FR", "BE"][number / 7 % 4].to_owned(),
        residence_country: "LU".to_owned(),
        residence_area: AREAS[number / 5 % AREAS.len()].to_owned(),
        ..PersonCodes::default()
    };
    new.codes.network = NETWORKS[number / 11 % NETWORKS.len()].to_owned();
    (new.received_at, new.known_requester) = (received_at, known);
    new.due_at = received_at + TimeDelta::days(7);
    let outcome = [Outcome::Answered, Outcome::Oriented, Outcome::Redirected][number % 3];
    let past = Past {
        replied_at: Some(received_at + TimeDelta::hours(number as i64 % 200)),
        outcome: Some(outcome),
    };
    (new, past)
}

async fn requests(records: &Records, count: usize) -> Result<(), Failure> {
    let (mut number, mut persons) = (0, Vec::new());
    while number < count {
        let mut work = records.begin(when(number, count)).await?;
        let grant: Grant<ImportEnquiries> =
            work.grant(&Actor::Operator, Facts::of_all(OWN_CONTROLLER, "enquiry"))?;
        for _ in 0..1_000.min(count - number) {
            work.set_now(when(number, count));
            let known = (persons.len() >= REQUESTERS).then(|| persons[number % REQUESTERS]);
            let (new, past) = request(number, count, known);
            let logged = work.import_enquiry(&grant, &new, past).await?;
            if known.is_none() {
                let facts = work.enquiry_facts(OWN_CONTROLLER, logged.id).await?;
                let read = work.grant(&staff(Role::Listener), facts)?;
                persons.push(work.read_enquiry(&read).await?.requester.id);
            }
            number += 1;
        }
        work.commit().await?;
        if number % 50_000 == 0 {
            eprintln!("{number} of {count} enquiries");
        }
    }
    Ok(())
}

async fn files(records: &Records, count: usize) -> Result<(), Failure> {
    let mut number = 0;
    let coordinator = staff(Role::PsychosocialCoordinator);
    while number < count {
        let mut work = records.begin(when(number, count)).await?;
        let send: Grant<SendToCell> = work.grant(&coordinator, Facts::of_all(OWN_CONTROLLER, "case_file"))?;
        for _ in 0..500.min(count - number) {
            work.set_now(when(number, count));
            let case = NewCase {
                origin: [Origin::PsychosocialService, Origin::Hub][number % 2],
                brought_by: BroughtBy::Worker,
                reality: Reality::Real,
                identity: Identity { name: format!("Personne Fictive {number}"), ..Identity::default() },
                codes: PersonCodes::default(),
                head: Head::default(),
            };
            let opened = work.receive_case(&send, &case).await?;
            let facts = work.case_facts(OWN_CONTROLLER, opened.id).await?;
            let grant: Grant<WriteCase> = work.grant(&coordinator, facts)?;
            work.change_case(&grant, 1, FileEvent::Accept, "", when(number, count).date_naive()).await?;
            work.record_contact(&grant, "Appel fictif").await?;
            number += 1;
        }
        work.commit().await?;
        if number % 10_000 == 0 {
            eprintln!("{number} of {count} files");
        }
    }
    Ok(())
}

async fn page(line: &Infoline, path: &str) -> Result<Duration, Failure> {
    let begun = Instant::now();
    let answer = line.get(&line.anne, path).await;
    let took = begun.elapsed();
    assert_eq!(answer.status, StatusCode::OK, "{path}");
    Ok(took)
}

/// Addresses of which no two ask for the same.
fn never_asked(number: usize) -> String {
    let day = |back: i64| (application::now() - TimeDelta::days(back)).date_naive();
    let (back, long) = (1 + number as i64 % 300, 30 + number as i64 % 330);
    let part = match number % 3 {
        0 => String::new(),
        1 => format!("&network={}", NETWORKS[number % 5]),
        _ => format!("&place=LU%2F{}", AREAS[number % AREAS.len()]),
    };
    format!("/fr/chiffres?from={}&to={}{part}", day(back + long), day(back))
}

async fn call(line: &Infoline, hand: &Hand, number: usize) {
    let name = format!("Marie Imaginaire {number}");
    let call = [("name", name.as_str()), ("f-entry-mode", "phone"), ("known", "new"), ("summary", "École")];
    let answer = line.post(hand, "/fr/permanence/appel", &call).await;
    assert_eq!(answer.status, StatusCode::SEE_OTHER, "{}", answer.text());
}

async fn run(count: usize) -> Result<(), Failure> {
    let line =
        Infoline::with(ariane_web::state::Settings { now: ticking, ..application::settings(false) }).await;
    requests(&line.records, count).await?;
    files(&line.records, count / 10).await?;
    let begun = *BEGUN.get_or_init(Instant::now);
    warm(&line.app, ticking()).await?;
    println!("read at the start: {:.1} s", begun.elapsed().as_secs_f64());
    page(&line, "/fr/chiffres?period=2026").await?;
    let mut again = Vec::new();
    for _ in 0..ROUNDS {
        again.push(page(&line, "/fr/chiffres?period=2026").await?);
    }
    report("live figures, asked again", again);
    let mut new = Vec::new();
    for number in 0..ROUNDS {
        new.push(page(&line, &never_asked(number)).await?);
    }
    report("live figures, any days and part, never asked before", new);
    let mut written = Vec::new();
    for number in 0..ROUNDS {
        call(&line, &line.bea, number).await;
        written.push(page(&line, "/fr/chiffres?period=2026").await?);
        written.push(page(&line, "/fr/chiffres?period=2026-11").await?);
        // As people do: so that what was written since is brought in many times over.
        tokio::time::sleep(Duration::from_millis(100)).await;
    }
    report("live figures while calls are logged", written);
    let (mut made, figures) = (Vec::new(), &line.app.figures);
    let desk = line.app.desk.as_ref().ok_or(StoreError::NotThere)?;
    for period in ["2025", "2026-Q1", "2025-Q4", "2026-Q2", "2026-Q3"] {
        let (period, begun) = (period.parse()?, Instant::now());
        make_edition(desk, figures, &Actor::System("figures"), None, period, ticking()).await?;
        made.push(begun.elapsed());
    }
    report("an edition, counted, protected, signed and kept", made);
    report_memory();
    Ok(())
}

fn main() -> Result<(), Failure> {
    let count = filling::asked(1_000_000);
    tokio::runtime::Builder::new_multi_thread().worker_threads(2).enable_all().build()?.block_on(run(count))
}
