//! `ariane reference …`.

use crate::args::Reference;
use crate::configuration::DataDir;
use crate::fetch;
use anyhow::Result;
use ariane_knowledge::catalogue::Counts;
use ariane_knowledge::reference::import::{Progress, passed_over};
use ariane_knowledge::reference::{Description, ReferenceDir};
use chrono::{DateTime, Utc};
use serde::Serialize;
use std::path::PathBuf;
use std::process::ExitCode;
use std::time::SystemTime;

pub fn run(data: &DataDir, what: Reference) -> Result<ExitCode> {
    let reference = data.reference();
    match what {
        Reference::Import { files, force } => import(&reference, &files, force),
        Reference::Status { json } => status(&reference, json),
        Reference::Switch { release } => {
            reference.switch(&release)?;
            println!("{release} is in use; a running server takes it within seconds");
            Ok(ExitCode::SUCCESS)
        }
        Reference::Update(options) => fetch::update(&reference, &options, &mut |line| println!("{line}")),
    }
}

/// The time at which a command runs: the one place where the program reads the clock.
#[expect(clippy::disallowed_methods, reason = "everything below takes the time as an argument")]
pub fn now() -> DateTime<Utc> {
    SystemTime::now().into()
}

/// A new id: the one place where the program makes one.
#[expect(clippy::disallowed_methods, reason = "everything below takes the id as an argument")]
pub fn new_id() -> uuid::Uuid {
    uuid::Uuid::now_v7()
}

fn import(reference: &ReferenceDir, files: &[PathBuf], force: bool) -> Result<ExitCode> {
    let say = |p: Progress| println!("{}", describe(&p));
    let description = match force {
        true => reference.import_forced(files, now(), say)?,
        false => reference.import(files, now(), say)?,
    };
    println!("{}", summary(&description));
    Ok(ExitCode::SUCCESS)
}

/// One line for a step of an import.
pub fn describe(progress: &Progress) -> String {
    match progress {
        Progress::Reading { file } => format!("reading     {file}"),
        Progress::Understood { file, slot, records } => {
            format!("understood  {file}: {slot}, {records} records")
        }
        Progress::PassedOver { file, packets } => {
            format!("passed over {file}: phenopackets {}", passed_over(packets))
        }
        Progress::Cases(c) => format!(
            "joined      {} published cases of {} publications and {} disorders, {} of which nothing else is known; \
             signs: {} retired ids replaced, {} unknown; cases left without a sign: {}",
            c.joined, c.publications, c.disorders, c.new_disorders, c.replaced, c.unknown, c.left_out
        ),
        Progress::Building => "building    catalogue".into(),
        Progress::Switched { release } => format!("in use      {release}"),
    }
}

/// What a release holds.
pub fn summary(description: &Description) -> String {
    let c = &description.counts;
    format!(
        "{} active entities, {} retired codes; names fr {}, de {}, en {}, pt {}; {} definitions, {} signs, {} genes, \
         {} frequencies, {} classifications, {} HPO terms, {} places",
        c.active,
        c.retired,
        c.names[0],
        c.names[1],
        c.names[2],
        c.names[3],
        c.definitions,
        c.signs,
        c.genes,
        c.prevalences,
        c.classifications,
        c.terms,
        c.places
    )
}

#[derive(Serialize)]
struct Status {
    current: Option<String>,
    age_days: Option<i64>,
    description: Option<Description>,
    previous: Option<Description>,
}

fn status(reference: &ReferenceDir, json: bool) -> Result<ExitCode> {
    let current = reference.current();
    let description = current.as_deref().map(|id| reference.describe(id)).transpose()?;
    let previous =
        description.as_ref().and_then(|d| d.previous.as_deref()).and_then(|id| reference.describe(id).ok());
    let built = description.as_ref().and_then(|d| DateTime::parse_from_rfc3339(&d.release.built_at).ok());
    let age_days = built.map(|b| (now() - b.to_utc()).num_days());
    let status = Status { current, age_days, description, previous };
    if json {
        println!("{}", serde_json::to_string_pretty(&status)?);
        return Ok(ExitCode::SUCCESS);
    }
    let Some(description) = &status.description else {
        println!("starter set only; run `ariane reference update`, or `ariane reference import FILE…`");
        return Ok(ExitCode::SUCCESS);
    };
    println!(
        "release {}, built {} ({} days ago)",
        description.release.id,
        description.release.built_at,
        age_days.unwrap_or(0)
    );
    println!("{}", summary(description));
    for source in &description.release.sources {
        println!(
            "  {:<34} {:<12} {:>9} records  {}  {}",
            source.slot, source.version, source.records, source.licence, source.attribution
        );
    }
    if let Some(before) = &status.previous {
        println!("since {}: {}", before.release.id, difference(&before.counts, &description.counts));
    }
    Ok(ExitCode::SUCCESS)
}

/// What changed from one release to the next, in counts.
fn difference(before: &Counts, after: &Counts) -> String {
    let pairs = [
        ("active entities", before.active, after.active),
        ("retired codes", before.retired, after.retired),
        ("names", before.names.iter().sum(), after.names.iter().sum()),
        ("definitions", before.definitions, after.definitions),
        ("signs", before.signs, after.signs),
        ("genes", before.genes, after.genes),
        ("frequencies", before.prevalences, after.prevalences),
        ("HPO terms", before.terms, after.terms),
        ("places", before.places, after.places),
    ];
    let changed: Vec<String> = pairs
        .iter()
        .filter(|(_, b, a)| a != b)
        .map(|(what, b, a)| format!("{what} {:+}", *a as i64 - *b as i64))
        .collect();
    if changed.is_empty() { "no difference in counts".into() } else { changed.join(", ") }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_difference_names_only_what_changed() {
        let before = Counts { active: 10, places: 5, ..Counts::default() };
        let after = Counts { active: 12, places: 5, ..Counts::default() };
        assert_eq!(difference(&before, &after), "active entities +2");
        assert_eq!(difference(&before, &before), "no difference in counts");
    }
}
