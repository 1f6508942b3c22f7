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
#[path = "../../store/benches/filling/two_years.rs"]
mod two_years;

use ariane_domain::access::Actor;
use ariane_store::StoreError;
use ariane_web::figures::editions::make_edition;
use ariane_web::figures::renewal::warm;
use axum::http::StatusCode;
use chrono::{DateTime, TimeDelta, Utc};
use filling::{Failure, report, report_memory};
use infoline::{Hand, Infoline};
use std::sync::OnceLock;
use std::time::{Duration, Instant};
use two_years::{AREAS, NETWORKS, files, requests};

const ROUNDS: usize = 300;

/// When measuring began.
static BEGUN: OnceLock<Instant> = OnceLock::new();

/// The clock of the application: it stands while the store is filled, or who signed in would be signed out, and goes on from then,
/// so that figures grow old.
fn ticking() -> DateTime<Utc> {
    let passed = BEGUN.get().map(Instant::elapsed).unwrap_or_default();
    application::now() + TimeDelta::from_std(passed).unwrap_or_default()
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
    requests(&line.records, application::now(), count).await?;
    files(&line.records, application::now(), count / 10).await?;
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
