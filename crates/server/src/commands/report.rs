//! `ariane report`: makes the report of a period from records, protected and signed; checks one.

use super::now;
use crate::args::{MakeReport, Report, ReportForm};
use crate::configuration::{DataDir, file, vault};
use anyhow::{Context, Result, bail};
use ariane_domain::access::grant::{Grant, PublishFigures, ReadLiveFigures};
use ariane_domain::access::{Actor, Facts as About};
use ariane_domain::cell::follow_up::FollowUpRule;
use ariane_domain::office::Office;
use ariane_figures::count::Setting;
use ariane_figures::disclosure::Edition;
use ariane_figures::fact::Facts;
use ariane_figures::period::Period;
use ariane_figures::report::{self as figures, Publication, plain};
use ariane_knowledge::starter::countries;
use ariane_store::Store;
use ariane_store::directory::OWN_CONTROLLER;
use ariane_store::figures::editions::Signed;
use ariane_store::records::Records;
use ariane_web::figures::editions::reaches_back;
use chrono::{DateTime, Utc};
use std::fs;
use std::path::Path;
use std::process::ExitCode;

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
    let (facts, earlier) = read(&records, &office, period, at, as_of).await?;
    let publication = Publication {
        threshold: settings.figures.threshold,
        is_fictitious: false,
        rounding: settings.figures.rounding,
        earlier: &earlier,
    };
    let setting = Setting { office: &office, follow_up: FollowUpRule::default(), as_of };
    let made = figures::make(&facts, period, &setting, &publication)?;
    let signed = Signed::new(&made.report, &signer)?;
    if options.publish {
        if !made.report.is_for_publication {
            bail!("only calendar years and quarters that are over are published: {period} is not one");
        }
        let mut work = records.begin(at).await?;
        let grant: Grant<PublishFigures> =
            work.grant(&Actor::Operator, About::of_all(OWN_CONTROLLER, "figures"))?;
        let id = work.keep_edition(&grant, &made, &signed, earlier.len(), None).await?;
        work.commit().await?;
        eprintln!("kept as edition {id}");
    }
    match options.form {
        ReportForm::Json => println!("{}", serde_json::to_string_pretty(&signed)?),
        ReportForm::Text => print!("{}", plain::text(&made.report)),
        ReportForm::Csv => print!("{}", plain::csv(&made.report)),
    }
    Ok(ExitCode::SUCCESS)
}

/// Facts back to the first of January of the year before the period, so that first requests of a year are known as such; and
/// what was published before.
async fn read(
    records: &Records,
    office: &Office,
    period: Period,
    at: DateTime<Utc>,
    as_of: DateTime<Utc>,
) -> Result<(Facts, Vec<Edition>)> {
    let about = || About::of_all(OWN_CONTROLLER, "figures");
    let mut work = records.begin(at).await?;
    let grant: Grant<ReadLiveFigures> = work.grant(&Actor::Operator, about())?;
    let facts = work.figure_facts(&grant, office.begins(reaches_back(period)), as_of).await?;
    let publish: Grant<PublishFigures> = work.grant(&Actor::Operator, about())?;
    let earlier = work.edition_logs(&publish).await?;
    work.commit().await?;
    Ok((facts, earlier))
}

fn verify(data: &DataDir, path: &Path, key: Option<&str>) -> Result<ExitCode> {
    let text = fs::read_to_string(path).with_context(|| format!("{} cannot be read", path.display()))?;
    let signed: Signed =
        serde_json::from_str(&text).with_context(|| format!("{} is no signed report", path.display()))?;
    let key = match key {
        Some(key) => key.to_owned(),
        None => vault::master_key(data, &file::read(&data.settings())?)?.head_signer().public_key(),
    };
    if !signed.holds(&key) {
        println!("FAULT: the report is not as it was signed, or was signed with another key");
        return Ok(ExitCode::FAILURE);
    }
    let report =
        signed.report().context("the report is signed, and of a form that this version does not know")?;
    println!(
        "the report of {} as of {} is as it was signed: digest {}",
        report.period,
        report.as_of.to_rfc3339(),
        signed.proof.digest
    );
    Ok(ExitCode::SUCCESS)
}
