//! `ariane report`: makes the report of a period from records, protected and signed; checks one.

use super::now;
use crate::args::{MakeReport, Report, ReportForm};
use crate::configuration::{DataDir, file, vault};
use anyhow::{Context, Result, bail};
use ariane_domain::access::grant::{Grant, ReadFigures};
use ariane_domain::access::{Actor, Facts as About};
use ariane_domain::cell::follow_up::FollowUpRule;
use ariane_domain::office::Office;
use ariane_figures::count::Setting;
use ariane_figures::disclosure::Edition;
use ariane_figures::fact::Facts;
use ariane_figures::period::Period;
use ariane_figures::report::canonical::canonical;
use ariane_figures::report::{self as figures, FORMAT, Made, Publication, plain};
use ariane_knowledge::starter::countries;
use ariane_privacy::statement::Proof;
use ariane_store::Store;
use ariane_store::directory::OWN_CONTROLLER;
use ariane_store::records::Records;
use chrono::{DateTime, Datelike, NaiveDate, Utc};
use serde::{Deserialize, Serialize};
use std::fs;
use std::io::Write;
use std::path::Path;
use std::process::ExitCode;

/// A report with its proof, as it is kept and sent.
#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Signed {
    report: serde_json::Value,
    proof: Proof,
}

/// What is kept beside a published report, for the operator's eyes: every number, and what became of it.
#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Log {
    period: Period,
    published_at: DateTime<Utc>,
    digest: String,
    edition: Edition,
}

/// Ending of the names of logs.
const LOG: &str = ".log.json";

pub fn run(data: &DataDir, database: Option<&str>, command: &Report) -> Result<ExitCode> {
    match command {
        Report::Make(options) => {
            let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
            runtime.block_on(make(data, database, options))
        }
        Report::Verify { file, key } => verify(data, file, key.as_deref()),
    }
}

fn period(options: &MakeReport) -> Result<Period> {
    match (&options.period, options.from, options.to) {
        (Some(period), ..) => Ok(period.parse()?),
        (None, Some(from), Some(to)) => Ok(Period::new(from, to)?),
        _ => bail!("say --period, or --from and --to"),
    }
}

async fn make(data: &DataDir, database: Option<&str>, options: &MakeReport) -> Result<ExitCode> {
    let period = period(options)?;
    let at = now();
    let as_of = options.as_of.unwrap_or(at);
    if as_of > at {
        bail!("--as-of lies in the future: nobody knows yet what will be known then");
    }
    let settings = file::read(&data.settings())?;
    let country = std::env::var("ARIANE_COUNTRY").unwrap_or_else(|_| "LU".to_owned());
    let profile = countries::all().into_iter().find(|profile| profile.code.code() == country);
    let profile = profile.with_context(|| format!("ARIANE_COUNTRY: no country profile for {country}"))?;
    let office = settings.infoline.office(&profile)?;
    let store = Store::connect(&data.database_url(database)).await.context("the store cannot be opened")?;
    let master = vault::master_key(data, &settings)?;
    let signer = master.head_signer();
    let records = vault::records(data, &settings, master, store, &profile.calling_code).await?;
    let facts = facts(&records, &office, period, at, as_of).await?;
    let earlier = earlier(&data.reports())?;
    let publication = Publication {
        threshold: settings.figures.threshold,
        is_fictitious: false,
        rounding: settings.figures.rounding,
        earlier: &earlier,
    };
    let setting = Setting { office: &office, follow_up: FollowUpRule::default(), as_of };
    let made = figures::make(&facts, period, &setting, &publication)?;
    let text = canonical(&made.report)?;
    let signed = Signed { report: serde_json::to_value(&made.report)?, proof: signer.state(FORMAT, &text) };
    if options.publish {
        publish(&data.reports(), &made, &signed, at)?;
    }
    match options.form {
        ReportForm::Json => println!("{}", serde_json::to_string_pretty(&signed)?),
        ReportForm::Text => print!("{}", plain::text(&made.report)),
        ReportForm::Csv => print!("{}", plain::csv(&made.report)),
    }
    Ok(ExitCode::SUCCESS)
}

/// Facts back to the first of January of the year before the period, so that first requests of a year are known as such.
async fn facts(
    records: &Records,
    office: &Office,
    period: Period,
    at: DateTime<Utc>,
    as_of: DateTime<Utc>,
) -> Result<Facts> {
    let begins = period.before().map_or(period.first(), |before| before.first());
    let january = NaiveDate::from_ymd_opt(begins.year(), 1, 1).unwrap_or(begins);
    let mut work = records.begin(at).await?;
    let grant: Grant<ReadFigures> = work.grant(&Actor::Operator, About::of_all(OWN_CONTROLLER, "figures"))?;
    let facts = work.figure_facts(&grant, office.begins(january), as_of).await?;
    work.commit().await?;
    Ok(facts)
}

/// Editions that were published before, oldest first.
fn earlier(directory: &Path) -> Result<Vec<Edition>> {
    let mut logs = Vec::new();
    let entries = match fs::read_dir(directory) {
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => return Ok(Vec::new()),
        entries => entries.with_context(|| format!("{} cannot be read", directory.display()))?,
    };
    for entry in entries {
        let path = entry?.path();
        if !path.to_string_lossy().ends_with(LOG) {
            continue;
        }
        let text = fs::read_to_string(&path).with_context(|| format!("{} cannot be read", path.display()))?;
        // Without it a subtraction from what is published already would go unseen.
        let log: Log = serde_json::from_str(&text)
            .with_context(|| format!("{} is damaged: no report can be made without it", path.display()))?;
        logs.push(log);
    }
    logs.sort_by_key(|log| log.published_at);
    Ok(logs.into_iter().map(|log| log.edition).collect())
}

fn publish(directory: &Path, made: &Made, signed: &Signed, at: DateTime<Utc>) -> Result<()> {
    if !made.report.is_for_publication {
        bail!(
            "only calendar years and quarters that are over are published: {} is not one",
            made.report.period
        );
    }
    fs::create_dir_all(directory).with_context(|| format!("{} cannot be created", directory.display()))?;
    let name = format!("{}-{}", made.report.period, at.format("%Y%m%dT%H%M%SZ"));
    let log = Log {
        period: made.report.period,
        published_at: at,
        digest: signed.proof.digest.clone(),
        edition: made.edition.clone(),
    };
    // The log first: what was published without one could not be taken into account.
    write_new(&directory.join(format!("{name}{LOG}")), &serde_json::to_string(&log)?)?;
    write_new(&directory.join(format!("{name}.json")), &serde_json::to_string_pretty(signed)?)?;
    eprintln!("kept as {}", directory.join(format!("{name}.json")).display());
    Ok(())
}

/// Writes a file that only its owner reads; one that is there is never overwritten.
fn write_new(path: &Path, text: &str) -> Result<()> {
    let mut options = fs::OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    let mut file = options.open(path).with_context(|| format!("{} cannot be written", path.display()))?;
    file.write_all(text.as_bytes())?;
    file.sync_all()?;
    Ok(())
}

fn verify(data: &DataDir, path: &Path, key: Option<&str>) -> Result<ExitCode> {
    let text = fs::read_to_string(path).with_context(|| format!("{} cannot be read", path.display()))?;
    let signed: Signed =
        serde_json::from_str(&text).with_context(|| format!("{} is no signed report", path.display()))?;
    let key = match key {
        Some(key) => key.to_owned(),
        None => vault::master_key(data, &file::read(&data.settings())?)?.head_signer().public_key(),
    };
    if !signed.proof.holds(FORMAT, &canonical(&signed.report)?, &key) {
        println!("FAULT: the report is not as it was signed, or was signed with another key");
        return Ok(ExitCode::FAILURE);
    }
    let report: figures::Report = serde_json::from_value(signed.report)
        .context("the report is signed, and of a form that this version does not know")?;
    println!(
        "the report of {} as of {} is as it was signed: digest {}",
        report.period,
        report.as_of.to_rfc3339(),
        signed.proof.digest
    );
    Ok(ExitCode::SUCCESS)
}
