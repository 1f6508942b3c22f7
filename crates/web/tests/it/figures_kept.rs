//! Stories of figures that are kept between two runs of the program.

use crate::application::now;
use crate::infoline::Infoline;
use ariane_domain::office::Office;
use ariane_figures::scope::Scope;
use ariane_privacy::master::MasterKey;
use ariane_store::directory::OWN_CONTROLLER;
use ariane_web::figures::Figures;
use ariane_web::figures::kept::Kept;
use ariane_web::figures::memory::Known;
use ariane_web::figures::reading::Source;
use ariane_web::figures::renewal::{at_hand, renew};
use ariane_web::state::App;
use chrono::{DateTime, TimeDelta, Utc};
use std::fs;
use std::path::Path;

fn run_of(line: &Infoline, file: &Path) -> App {
    let kept = Kept::new(file.to_owned(), line.records.keys().master());
    line.app.clone().with_figures(Figures::default().kept_in(kept))
}

/// What figures count of the year, in words.
fn counted(known: &Known, office: &Office) -> String {
    let counted = known.counted(Scope::default(), "2026".parse().expect("a period"), office);
    format!("{counted:?}")
}

/// Logs a request of somebody who lives in a canton.
async fn log(line: &Infoline, area: &str) {
    line.log(&line.anne, &[("f-residence", "LU"), ("f-area", area), ("f-age-band", "adult")]).await;
}

fn minutes(many: i64) -> DateTime<Utc> {
    now() + TimeDelta::minutes(many)
}

#[tokio::test]
async fn a_run_begins_with_the_figures_of_the_run_before_and_brings_in_what_was_written_since() {
    let (line, place) = (Infoline::open().await, tempfile::tempdir().expect("a directory"));
    let file = place.path().join("figures.kept");
    log(&line, "lu-es").await;
    renew(&run_of(&line, &file), minutes(1)).await.expect("read");
    log(&line, "lu-di").await;

    let next = run_of(&line, &file);
    renew(&next, minutes(2)).await.expect("brought in");
    let desk = next.desk.as_deref().expect("a desk");
    let known = next.figures.memory.known(OWN_CONTROLLER).expect("at hand");
    assert_eq!((known.read_at, known.as_of), (minutes(1), minutes(2)), "nothing was read twice");
    let whole = run_of(&line, &place.path().join("none"));
    renew(&whole, minutes(2)).await.expect("read");
    let whole = whole.figures.memory.known(OWN_CONTROLLER).expect("read");
    assert_eq!(counted(&known, &desk.office), counted(&whole, &desk.office));
    assert_eq!(known.ledger.requests(), 2);

    // A command of its own, which makes one report and ends.
    let command = run_of(&line, &file);
    let found = at_hand(Source::from(desk), &command.figures, minutes(3)).await.expect("read");
    let found = found.expect("at hand");
    assert_eq!((found.read_at, found.as_of), (minutes(1), minutes(3)));
    assert_eq!(found.ledger.requests(), 2);
}

#[tokio::test]
async fn figures_that_cannot_be_relied_on_are_as_good_as_none() {
    let (line, place) = (Infoline::open().await, tempfile::tempdir().expect("a directory"));
    let file = place.path().join("figures.kept");
    log(&line, "lu-es").await;
    let run = run_of(&line, &file);
    renew(&run, minutes(1)).await.expect("read");
    let known = run.figures.memory.known(OWN_CONTROLLER).expect("at hand");
    let desk = run.desk.as_deref().expect("a desk");
    let kept = |key: &MasterKey| Kept::new(file.clone(), key);
    let ours = kept(line.records.keys().master());
    let read = |kept: &Kept, office: &Office| kept.read(OWN_CONTROLLER, office, minutes(1)).is_some();
    assert!(read(&ours, &desk.office));
    assert!(ours.read(uuid::Uuid::nil(), &desk.office, minutes(1)).is_none(), "another organisation");
    assert!(ours.read(OWN_CONTROLLER, &desk.office, minutes(0)).is_none(), "the clock went back");
    assert!(!read(&kept(&MasterKey::random().expect("a key")), &desk.office), "another installation");
    let mut hours = desk.office.clone();
    hours.hours = Some("Mo 09:00-12:00".parse().expect("hours"));
    assert!(!read(&ours, &hours), "waiting times in other hours");

    let whole = fs::read(&file).expect("a file");
    assert!(!whole.windows(8).any(|some| some == b"LU/lu-es"), "it is sealed");
    for bytes in [&whole[..whole.len() / 2], &[], b"figures"] {
        fs::write(&file, bytes).expect("written");
        assert!(!read(&ours, &desk.office));
    }
    let next = run_of(&line, &file);
    renew(&next, minutes(2)).await.expect("read");
    let again = next.figures.memory.known(OWN_CONTROLLER).expect("at hand");
    assert_eq!((again.read_at, counted(&again, &desk.office)), (minutes(2), counted(&known, &desk.office)));
    let written = kept(line.records.keys().master()).read(OWN_CONTROLLER, &desk.office, minutes(2));
    assert_eq!(written.map(|known| known.as_of), Some(minutes(2)), "and written anew");
}

#[tokio::test]
async fn an_older_store_in_the_place_of_the_one_that_was_read_is_read_again() {
    let place = tempfile::tempdir().expect("a directory");
    let file = place.path().join("figures.kept");
    let (before, after) = (Infoline::open().await, Infoline::open().await);
    log(&before, "lu-es").await;
    log(&after, "lu-di").await;
    renew(&run_of(&before, &file), minutes(1)).await.expect("read");
    let known = Kept::new(file, before.records.keys().master());
    let office = &before.app.desk.as_deref().expect("a desk").office;
    let known = known.read(OWN_CONTROLLER, office, minutes(2)).expect("kept");
    // The records that the other store never had are not counted there.
    after.app.figures.memory.keep(known);
    renew(&after.app, minutes(2)).await.expect("read");
    let known = after.app.figures.memory.known(OWN_CONTROLLER).expect("at hand");
    assert_eq!((known.read_at, known.ledger.requests()), (minutes(2), 1));
}
