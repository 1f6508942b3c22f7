//! `ariane serve`.

use super::reference::now;
use crate::args::{Demo, Serve};
use crate::configuration::{DataDir, file, mail, vault};
use crate::{demo, demo_year, fetch, jobs, monitor};
use anyhow::{Context, Result, ensure};
use ariane_domain::Language;
use ariane_domain::freshness::DEFAULT_LIMIT_DAYS;
use ariane_domain::place::Country;
use ariane_domain::procedure::Procedure;
use ariane_knowledge::directory::{Directory, starter_organisations};
use ariane_knowledge::starter;
use ariane_store::Store;
use ariane_store::accounts::Accounts;
use ariane_store::directory::OWN_CONTROLLER;
use ariane_web::addresses::account::AccountPage;
use ariane_web::desk::{Desk, MailIdentity};
use ariane_web::figures::Figures;
use ariane_web::figures::kept::Kept;
use ariane_web::router::router;
use ariane_web::sign_in::{OutsideService, SignInSettings};
use ariane_web::state::{App, FetchState, Knowledge, Settings};
use chrono::NaiveDate;
use std::net::SocketAddr;
use std::path::PathBuf;
use std::process::ExitCode;
use std::time::Duration;
use tokio::net::TcpListener;
use tokio::sync::watch;
use tracing::{error, info, warn};
use tracing_subscriber::EnvFilter;

/// How often a running server looks for a new release or import.
const LOOK_EVERY: Duration = Duration::from_secs(3);

pub fn run(data: &DataDir, database: Option<&str>, options: &Serve) -> Result<ExitCode> {
    let filter = EnvFilter::try_from_env("ARIANE_LOG").unwrap_or_else(|_| EnvFilter::new("info"));
    tracing_subscriber::fmt().with_env_filter(filter).with_target(false).init();
    // What a panic says may quote what somebody wrote: only its place is told.
    std::panic::set_hook(Box::new(|panic| {
        let place = panic.location().map(ToString::to_string).unwrap_or_default();
        error!(place, "a part of the program ended unexpectedly");
    }));
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build()?;
    runtime.block_on(serve(data, database, options))?;
    // A download under way is resumed at the next start; it must not hold up the end.
    runtime.shutdown_timeout(Duration::from_secs(1));
    Ok(ExitCode::SUCCESS)
}

async fn serve(data: &DataDir, database: Option<&str>, options: &Serve) -> Result<()> {
    std::fs::create_dir_all(&data.0).with_context(|| format!("{} cannot be created", data.0.display()))?;
    let country = Country::new(&options.country).context("--country takes two letters, such as LU or FR")?;
    let candidates = show_candidates(wants_candidates(), options.listen)?;
    let store = Store::connect(&data.database_url(database)).await.context("the store cannot be opened")?;
    let file = file::read(&data.settings())?;
    let knowledge = load(data, &store, options.demo.is_some()).await?;
    let listener = TcpListener::bind(options.listen)
        .await
        .with_context(|| format!("{} cannot be listened on", options.listen))?;
    let address = listener.local_addr()?;
    let infoline = infoline(data, &file, country, &store, &knowledge).await?;
    let accounts = Accounts::new(&infoline.records);
    let settings = Settings {
        sign_in: sign_in(&file, options.public_url.as_deref(), address)?,
        country,
        demo: options.demo.is_some(),
        stale_after_days: DEFAULT_LIMIT_DAYS,
        zone: infoline.office.zone,
        now,
        candidates,
    };
    let release = knowledge.catalogue.release.id.clone();
    let erased =
        infoline.records.finish_erasures(now()).await.context("erasures cannot be carried through")?;
    if erased > 0 {
        warn!(erased, "erasures that a stop had interrupted were carried through");
    }
    let kept = Kept::new(data.figures(), infoline.records.keys().master());
    let app = App::new(knowledge, settings)
        .with_accounts(accounts)
        .with_desk(infoline)
        .with_figures(Figures::new(file.figures.threshold, file.figures.rounding).kept_in(kept));
    load_procedures(data, &store, &app).await?;
    if options.demo == Some(Demo::All)
        && let Some(desk) = app.desk.clone()
    {
        // Nobody waits for it: the pages answer meanwhile.
        let current = app.knowledge();
        tokio::spawn(async move {
            match demo_year::fill(&desk, &current, now()).await {
                Ok(0) => {}
                Ok(count) => info!(count, "a fictitious year of requests is there"),
                Err(problem) => error!("the fictitious year cannot be stored: {problem:#}"),
            }
        });
    }
    let mail = match (&file.mail, &app.desk) {
        (Some(settings), Some(desk)) => Some(mail::servers(settings, &desk.records)?),
        _ => None,
    };
    let (stop, is_stopped) = watch::channel(false);
    jobs::start(&app, mail, vault::heads(data, &file), &is_stopped);
    if let Some(monitor) = &file.monitor {
        monitor::start(&app, monitor.listen).await?;
    }
    offer_set_up(&app).await?;
    info!(release, "http://{address} answers");
    let current = app.knowledge();
    tokio::task::spawn_blocking(move || current.warm());
    tokio::spawn(keep_fresh(data.clone(), store, options.demo.is_some(), app.clone()));
    if options.fetch && data.reference().current().is_none() {
        let (data, app) = (data.clone(), app.clone());
        tokio::task::spawn_blocking(move || fetch_in_background(&data, &app));
    }
    if candidates {
        warn!("named candidate disorders are shown to whoever sits at this machine");
    }
    // Pages for this machine only ask who the peer is.
    let service = router(app).into_make_service_with_connect_info::<SocketAddr>();
    axum::serve(listener, service).with_graceful_shutdown(stopped()).await?;
    let _ = stop.send(true);
    Ok(())
}

/// The infoline: records with what opens them, the office of the country, the form.
async fn infoline(
    data: &DataDir,
    file: &file::Settings,
    country: Country,
    store: &Store,
    knowledge: &Knowledge,
) -> Result<Desk> {
    let profile = knowledge.country(country).with_context(|| format!("no country profile for {country}"))?;
    let office = file.infoline.office(profile)?;
    let forms = match &file.infoline.form {
        Some(path) => {
            let text = std::fs::read_to_string(path)
                .with_context(|| format!("{} cannot be read", path.display()))?;
            starter::enquiry_form::parse(&text).with_context(|| format!("{}", path.display()))?
        }
        None => starter::enquiry_form::forms(),
    };
    let master = vault::master_key(data, file)?;
    let records = vault::records(data, file, master, store.clone(), &profile.calling_code)
        .await?
        .with_settings(file.protection.settings()?, profile.ages.clone())
        .with_cell(file.cell.settings()?)
        .with_referral(file.referral.settings()?)
        .with_bound(file.sharing.check()?)
        .with_zone(office.zone);
    let mail = file.mail.as_ref().map_or_else(MailIdentity::default, |mail| MailIdentity {
        address: mail.address.clone(),
        name: mail.name.clone(),
        neutral_name: mail.neutral_name.clone(),
        has_plus_addresses: mail.plus_addresses,
    });
    Ok(Desk {
        controller: OWN_CONTROLLER,
        records,
        office,
        forms,
        mail,
        notes_readers: file.infoline.listening_notes.into(),
    })
}

/// How staff sign in: by the address given, else by the one listened on, which is fit for this machine only.
fn sign_in(file: &file::Settings, public_url: Option<&str>, address: SocketAddr) -> Result<SignInSettings> {
    // By name, since browsers keep no passkeys for a bare number.
    let own = format!("http://localhost:{}", address.port());
    let url = public_url.or(file.public_url.as_deref());
    let mut settings = match url {
        Some(url) => SignInSettings::at(url)?,
        None => SignInSettings::at(&own)?,
    };
    settings.behind_proxy = file.behind_proxy;
    if let Some(outside) = &file.sign_in {
        let secret = std::fs::read_to_string(&outside.client_secret_file)
            .with_context(|| format!("{} cannot be read", outside.client_secret_file.display()))?;
        settings.outside = Some(OutsideService {
            issuer: outside.issuer.clone(),
            client_id: outside.client_id.clone(),
            client_secret: secret.trim_end().to_owned(),
            name: outside.name.clone(),
            accepted_classes: outside.accepted_classes.clone(),
        });
    }
    Ok(settings)
}

/// While nobody can sign in, who started the program is told how to open the first account. The code is printed and
/// not logged, and a restart makes another.
async fn offer_set_up(app: &App) -> Result<()> {
    let Some(accounts) = &app.accounts else { return Ok(()) };
    if accounts.is_without_administrator().await.context("the accounts cannot be read")? {
        let code = app.sign_in.set_up.open()?;
        let page = app.settings.sign_in.full(&AccountPage::SetUp.path(Language::Fr));
        println!("Nobody can sign in yet. Open {page} and type this code: {code}");
    }
    Ok(())
}

/// Whether the operator asked for the page of candidate disorders.
fn wants_candidates() -> bool {
    std::env::var("ARIANE_SHOW_CANDIDATES").is_ok_and(|v| matches!(v.as_str(), "1" | "true"))
}

/// Candidate disorders are for professionals (duty D9): until there is sign-in, for this machine only.
fn show_candidates(wanted: bool, listen: SocketAddr) -> Result<bool> {
    ensure!(
        !wanted || listen.ip().is_loopback(),
        "candidate disorders are shown on this machine only: listen on 127.0.0.1 or [::1] instead of {}, or start \
         without --show-candidates (ARIANE_SHOW_CANDIDATES)",
        listen.ip()
    );
    Ok(wanted)
}

async fn load(data: &DataDir, store: &Store, with_demo: bool) -> Result<Knowledge> {
    let imported = store.imported_organisations().await.context("the directory cannot be read")?;
    let fictitious = if with_demo { demo::organisations() } else { Vec::new() };
    let directory = Directory::layered([starter_organisations(), fictitious, imported]);
    let agenda = store.agenda().await.context("the events cannot be read")?;
    // Reading the snapshot takes a while: not on a thread that answers requests.
    let reference = data.reference();
    let built = tokio::task::spawn_blocking(move || -> Result<Knowledge> {
        let catalogue = reference.load().context("the reference data cannot be read")?;
        let phenotypes = reference.load_phenotypes().context("the data about signs cannot be read")?;
        Ok(Knowledge::new(catalogue, directory, phenotypes))
    });
    Ok(built.await??.with_agenda(agenda))
}

/// The file in the data directory in which editors keep administrative checklists of their own.
fn checklists(data: &DataDir) -> PathBuf {
    data.0.join("checklists.toml")
}

/// Takes the checklists that are there now, with what the editors say of them.
async fn load_procedures(data: &DataDir, store: &Store, app: &App) -> Result<()> {
    let own = store.procedures_kept(OWN_CONTROLLER).await.context("the checklists cannot be read")?;
    app.procedures.replace(procedures(data, app.settings.today())?, own);
    Ok(())
}

/// The checklists that come with the program, under those of that file.
fn procedures(data: &DataDir, today: NaiveDate) -> Result<Vec<Procedure>> {
    let file = checklists(data);
    let own = match std::fs::read_to_string(&file) {
        Ok(text) => text,
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => String::new(),
        Err(error) => return Err(error).with_context(|| format!("{} cannot be read", file.display())),
    };
    starter::procedures::with_own(&own, today)
        .with_context(|| format!("{} is not understood", file.display()))
}

/// When that file was changed last.
fn checklists_mark(data: &DataDir) -> Option<std::time::SystemTime> {
    std::fs::metadata(checklists(data)).and_then(|file| file.modified()).ok()
}

/// Takes a new release or import within seconds; what cannot be read leaves the running one in use.
async fn keep_fresh(data: DataDir, store: Store, with_demo: bool, app: App) {
    let mut seen = (data.reference().current(), store.directory_mark().await.ok().flatten());
    let mut lists = None;
    loop {
        tokio::time::sleep(LOOK_EVERY).await;
        if let Ok(kept) = store.procedures_mark(OWN_CONTROLLER).await {
            let current = Some((checklists_mark(&data), kept));
            if current != lists {
                match load_procedures(&data, &store, &app).await {
                    Ok(()) => lists = current,
                    Err(error) => error!("new checklists cannot be used, the running ones stay: {error:#}"),
                }
            }
        }
        let Ok(mark) = store.directory_mark().await else { continue };
        let current = (data.reference().current(), mark);
        if current == seen {
            continue;
        }
        match load(&data, &store, with_demo).await {
            Ok(knowledge) => {
                // Its tables first: the running ones answer until the new ones can.
                let built = tokio::task::spawn_blocking(move || {
                    knowledge.warm();
                    knowledge
                });
                let Ok(knowledge) = built.await else { continue };
                info!(release = knowledge.catalogue.release.id, "new reference data or directory in use");
                app.replace(knowledge);
                seen = current;
            }
            Err(error) => error!("new data cannot be used, the running ones stay: {error:#}"),
        }
    }
}

fn fetch_in_background(data: &DataDir, app: &App) {
    let say = |running: bool, done: (usize, usize), line: &str| {
        app.set_fetch_state(FetchState { running, done, line: line.to_owned() });
    };
    say(true, (0, 1), "");
    let options = crate::args::Update {
        mirror: std::env::var("ARIANE_REFERENCE_MIRROR").ok(),
        only: Vec::new(),
        list: false,
    };
    let outcome = fetch::update_with(&data.reference(), &options, &mut |step| {
        info!("{}", step.line);
        say(true, step.done, &step.line);
    });
    match outcome {
        Ok(summary) => info!("{summary}"),
        Err(error) => warn!("reference data not fetched, the starter set serves: {error:#}"),
    }
    say(false, (1, 1), "");
}

async fn stopped() {
    let interrupt = async {
        let _ = tokio::signal::ctrl_c().await;
    };
    #[cfg(unix)]
    let terminate = async {
        if let Ok(mut signal) = tokio::signal::unix::signal(tokio::signal::unix::SignalKind::terminate()) {
            signal.recv().await;
        }
    };
    #[cfg(not(unix))]
    let terminate = std::future::pending::<()>();
    tokio::select! { () = interrupt => {}, () = terminate => {} }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn candidates_are_never_shown_beyond_this_machine() {
        let at = |text: &str| text.parse::<SocketAddr>().expect("an address");
        for here in ["127.0.0.1:8080", "[::1]:80"] {
            assert!(show_candidates(true, at(here)).expect("allowed"), "{here}");
        }
        for everywhere in ["0.0.0.0:80", "[::]:80", "192.168.1.2:8080"] {
            let error = show_candidates(true, at(everywhere)).expect_err("refused").to_string();
            assert!(error.contains("127.0.0.1") && error.contains("--show-candidates"), "{error}");
            assert!(!show_candidates(false, at(everywhere)).expect("not asked for"));
        }
    }
}
