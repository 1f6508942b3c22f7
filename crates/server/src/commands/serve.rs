//! `ariane serve`.

use super::reference::now;
use crate::args::Serve;
use crate::configuration::DataDir;
use crate::{demo, fetch};
use anyhow::{Context, Result, ensure};
use ariane_domain::freshness::DEFAULT_LIMIT_DAYS;
use ariane_domain::place::Country;
use ariane_knowledge::directory::{Directory, starter_organisations};
use ariane_store::Store;
use ariane_web::router::router;
use ariane_web::state::{App, FetchState, Knowledge, Settings};
use std::net::SocketAddr;
use std::process::ExitCode;
use std::time::Duration;
use tokio::net::TcpListener;
use tracing::{error, info, warn};
use tracing_subscriber::EnvFilter;

/// How often a running server looks for a new release or import.
const LOOK_EVERY: Duration = Duration::from_secs(3);

pub fn run(data: &DataDir, database: Option<&str>, options: &Serve) -> Result<ExitCode> {
    let filter = EnvFilter::try_from_env("ARIANE_LOG").unwrap_or_else(|_| EnvFilter::new("info"));
    tracing_subscriber::fmt().with_env_filter(filter).with_target(false).init();
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
    let knowledge = load(data, &store, options.demo).await?;
    let settings = Settings {
        country,
        demo: options.demo,
        stale_after_days: DEFAULT_LIMIT_DAYS,
        today: || now().date_naive(),
        now,
        candidates,
    };
    let release = knowledge.catalogue.release.id.clone();
    let app = App::new(knowledge, settings);
    let listener = TcpListener::bind(options.listen)
        .await
        .with_context(|| format!("{} cannot be listened on", options.listen))?;
    info!(release, "http://{} answers", listener.local_addr()?);
    tokio::spawn(keep_fresh(data.clone(), store, options.demo, app.clone()));
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
    // Reading the snapshot and building the tables takes a second or two: not on a thread that answers requests.
    let reference = data.reference();
    let built = tokio::task::spawn_blocking(move || -> Result<Knowledge> {
        let catalogue = reference.load().context("the reference data cannot be read")?;
        let phenotypes = reference.load_phenotypes().context("the data about signs cannot be read")?;
        Ok(Knowledge::new(catalogue, directory, phenotypes))
    });
    Ok(built.await??.with_agenda(agenda))
}

/// Takes a new release or import within seconds; what cannot be read leaves the running one in use.
async fn keep_fresh(data: DataDir, store: Store, with_demo: bool, app: App) {
    let mut seen = (data.reference().current(), store.directory_mark().await.ok().flatten());
    loop {
        tokio::time::sleep(LOOK_EVERY).await;
        let Ok(mark) = store.directory_mark().await else { continue };
        let current = (data.reference().current(), mark);
        if current == seen {
            continue;
        }
        match load(&data, &store, with_demo).await {
            Ok(knowledge) => {
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
