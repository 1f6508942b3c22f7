//! `ariane report`: makes the report of a period from records, protected and signed; checks one.

use super::now;
use crate::args::{MakeReport, Report, ReportForm};
use crate::configuration::{DataDir, file, vault};
use anyhow::{Context, Result, bail};
use ariane_domain::access::grant::{Grant, PublishFigures, ReadLiveFigures};
use ariane_domain::access::{Actor, Facts as About};
use ariane_figures::disclosure::Edition;
use ariane_figures::fact::Facts;
use ariane_figures::period::Period;
use ariane_figures::report::{Publication, make, make_from, plain};
use ariane_knowledge::starter::countries;
use ariane_store::Store;
use ariane_store::directory::OWN_CONTROLLER;
use ariane_store::figures::editions::Signed;
use ariane_web::figures::editions::reaches_back;
use ariane_web::figures::kept::Kept;
use ariane_web::figures::reading::Source;
use ariane_web::figures::renewal::at_hand;
use ariane_web::figures::{Figures, setting};
use chrono::{DateTime, Utc};
use std::fs;
use std::path::Path;
use std::process::ExitCode;

pub fn run(data: &DataDir, database: Option<&str>, command: &Report) -> Result<ExitCode> {
    match command {
        Report::Make(options) => {
            let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
            runtime.block_on(run_make(data, database, options))
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

async fn run_make(data: &DataDir, database: Option<&str>, options: &MakeReport) -> Result<ExitCode> {
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
    let kept = Kept::new(data.figures(), records.keys().master());
    let figures = Figures::new(settings.figures.threshold, settings.figures.rounding).kept_in(kept);
    let source = Source { controller: OWN_CONTROLLER, records: &records, office: &office };
    // What is at hand is of this moment: a past one is read from the records.
    let known = if as_of == at { at_hand(source, &figures, at).await? } else { None };
    let (facts, earlier) = read(source, period, at, as_of, known.is_none()).await?;
    let publication = Publication {
        threshold: settings.figures.threshold,
        is_fictitious: false,
        rounding: settings.figures.rounding,
        earlier: &earlier,
    };
    let setting = setting(&office, as_of);
    let made = match known {
        Some(known) => make_from(&known.ledger, period, &setting, &publication)?,
        None => make(&facts, period, &setting, &publication)?,
    };
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

/// What was published before; and facts back to the first of January of the year before the period, so that first requests of a
/// year are known as such, where none are at hand. That figures are read is logged either way.
async fn read(
    source: Source<'_>,
    period: Period,
    at: DateTime<Utc>,
    as_of: DateTime<Utc>,
    are_facts_needed: bool,
) -> Result<(Facts, Vec<Edition>)> {
    let about = || About::of_all(source.controller, "figures");
    let mut work = source.records.begin(at).await?;
    let grant: Grant<ReadLiveFigures> = work.grant(&Actor::Operator, about())?;
    let facts = if are_facts_needed {
        work.figure_facts(&grant, source.office.begins(reaches_back(period)), as_of).await?
    } else {
        work.log_figures(&grant).await?;
        Facts::default()
    };
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
