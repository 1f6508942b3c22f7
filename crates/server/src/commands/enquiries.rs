//! `ariane enquiries`: brings in a spreadsheet of past requests, with a mapping, a dry run and an account of every row.

use super::now;
use crate::args::{Enquiries, PastEnquiries};
use crate::configuration::{DataDir, file, vault};
use anyhow::{Context, Result, bail};
use ariane_domain::OrphaCode;
use ariane_domain::access::grant::{Grant, ImportEnquiries};
use ariane_domain::access::{Actor, Facts};
use ariane_domain::enquiry::{Profile, Urgency};
use ariane_exchange::guess;
use ariane_exchange::import::{Import, PastEnquiry};
use ariane_exchange::mapping::Mapping;
use ariane_knowledge::starter;
use ariane_knowledge::starter::countries::CountryProfile;
use ariane_orientation::routing::RuleTable;
use ariane_privacy::blind::Kind;
use ariane_store::Store;
use ariane_store::directory::OWN_CONTROLLER;
use ariane_store::records::Records;
use ariane_store::records::enquiries::log::{EnquiryCodes, EnquiryTexts, NewEnquiry, Once};
use ariane_store::records::enquiries::past::Past;
use ariane_store::records::persons::Identity;
use data_encoding::HEXLOWER;
use sha2::{Digest, Sha256};
use std::ops::ControlFlow;
use std::path::Path;
use std::process::ExitCode;

pub fn run(data: &DataDir, database: Option<&str>, command: &Enquiries) -> Result<ExitCode> {
    match command {
        Enquiries::Propose { file, sheet } => propose(file, sheet),
        Enquiries::Import(options) => {
            let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
            runtime.block_on(import(data, database, options))
        }
    }
}

fn propose(file: &Path, sheet: &str) -> Result<ExitCode> {
    let bytes = std::fs::read(file).with_context(|| format!("{} cannot be read", file.display()))?;
    let forms = starter::enquiry_form::forms();
    let form = forms.current(now().date_naive()).context("no version of the form is in use")?;
    print!("{}", guess::propose(&bytes, sheet, form)?);
    Ok(ExitCode::SUCCESS)
}

async fn import(data: &DataDir, database: Option<&str>, options: &PastEnquiries) -> Result<ExitCode> {
    let (path, mapping) = (&options.file, &options.mapping);
    let bytes = std::fs::read(path).with_context(|| format!("{} cannot be read", path.display()))?;
    let text =
        std::fs::read_to_string(mapping).with_context(|| format!("{} cannot be read", mapping.display()))?;
    let mapping = Mapping::parse(&text)?;
    let settings = file::read(&data.settings())?;
    let country = profile(&options.country)?;
    let store = Store::connect(&data.database_url(database)).await.context("the store cannot be opened")?;
    let records =
        vault::records(data, &settings, vault::master_key(data, &settings)?, store, &country.calling_code)
            .await?;
    let known = records.taken_in(OWN_CONTROLLER, "file").await?;
    let blind = records.blind().clone();
    // A plain hash of a row could be tried out by who has the database: it is keyed.
    let token = |print: &[u8; 32]| HEXLOWER.encode(&blind.token(Kind::ImportedRow, &HEXLOWER.encode(print)));
    let forms = starter::enquiry_form::forms();
    let zone = country.office(&settings.infoline.region)?.zone;
    let at = now();
    let mut rows = Vec::new();
    let report = Import {
        mapping: &mapping,
        forms: &forms,
        zone,
        today: at.with_timezone(&zone).date_naive(),
        fingerprint: &|row| Sha256::digest(row).into(),
        is_known: &|print| known.contains(&token(print)),
    }
    .run(&bytes, &mut |row| {
        rows.push(row);
        ControlFlow::Continue(())
    })?;
    println!("{report}");
    if options.dry_run {
        println!("dry run: nothing was stored");
        return Ok(ExitCode::SUCCESS);
    }
    if !report.balances() {
        bail!("the account of rows does not balance: nothing was stored");
    }
    let catalogue = data.reference().load().context("the reference data cannot be read")?;
    let rules = RuleTable::new(starter::routing::rules());
    let network = |disorder| rules.counted_under(&catalogue, disorder);
    let stored = keep(&records, rows, (&token, &network), at).await?;
    println!("{stored} enquiries stored");
    Ok(ExitCode::SUCCESS)
}

/// The profile of a country: its time zone, its telephone prefix.
fn profile(country: &str) -> Result<CountryProfile> {
    let found = starter::countries::all().into_iter().find(|profile| profile.code.code() == country);
    found.with_context(|| format!("no country profile for {country}"))
}

/// Makes the token by which a row is known again.
type Token<'f> = &'f dyn Fn(&[u8; 32]) -> String;
/// Names the network that a disorder is counted under.
type Network<'f> = &'f dyn Fn(Option<OrphaCode>) -> String;

/// All rows in one transaction: all or none.
async fn keep(
    records: &Records,
    rows: Vec<PastEnquiry>,
    (token, network): (Token<'_>, Network<'_>),
    at: chrono::DateTime<chrono::Utc>,
) -> Result<usize> {
    let mut work = records.begin(at).await?;
    let facts = Facts::of_all(OWN_CONTROLLER, "enquiry");
    let grant: Grant<ImportEnquiries> = work.grant(&Actor::Operator, facts)?;
    let mut stored = 0;
    for row in rows {
        let once = Once { source: "file", token: token(&row.fingerprint) };
        let past = Past { replied_at: row.replied_at, outcome: row.outcome };
        let logged = work.import_enquiry(&grant, &enquiry(row, once, network), past).await?;
        stored += usize::from(logged.is_new);
    }
    work.commit().await?;
    Ok(stored)
}

fn enquiry(row: PastEnquiry, once: Once, network: Network<'_>) -> NewEnquiry {
    let profile = Profile::of(&row.answers);
    NewEnquiry {
        codes: EnquiryCodes { network: network(profile.disorder), ..EnquiryCodes::of(&profile) },
        texts: EnquiryTexts {
            summary: row.reference.clone(),
            disorder: profile.disorder.map(|d| d.to_string()).unwrap_or_default(),
            note: String::new(),
            profile: serde_json::to_string(&row.answers).unwrap_or_default(),
        },
        form_version: i32::try_from(row.form).unwrap_or(1),
        requester: Identity {
            name: row.contact.name,
            mail: row.contact.mail,
            phone: row.contact.phone,
            birth_date: row.contact.birth_date,
            ..Identity::default()
        },
        known_requester: None,
        concerned: None,
        urgency: Urgency::None,
        received_at: row.received_at,
        due_at: row.received_at,
        once: Some(once),
        message: None,
        choices: Vec::new(),
    }
}
