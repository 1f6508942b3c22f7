//! `ariane serve`.

use super::reference::now;
use crate::args::Serve;
use crate::configuration::DataDir;
use crate::{demo, fetch};
use anyhow::{Context, Result};
use ariane_domain::freshness::DEFAULT_LIMIT_DAYS;
use ariane_domain::place::Country;
use ariane_knowledge::directory::{Directory, starter_organisations};
use ariane_store::Store;
use ariane_web::router::router;
use ariane_web::state::{App, FetchState, Knowledge, Settings};
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
    let store = Store::connect(&data.database_url(database)).await.context("the store cannot be opened")?;
    let knowledge = load(data, &store, options.demo).await?;
    let settings = Settings {
        country,
        demo: options.demo,
        stale_after_days: DEFAULT_LIMIT_DAYS,
        today: || now().date_naive(),
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
    axum::serve(listener, router(app)).with_graceful_shutdown(stopped()).await?;
    Ok(())
}

async fn load(data: &DataDir, store: &Store, with_demo: bool) -> Result<Knowledge> {
    let catalogue = data.reference().load().context("the reference data cannot be read")?;
    let imported = store.imported_organisations().await.context("the directory cannot be read")?;
    let fictitious = if with_demo { demo::organisations() } else { Vec::new() };
    let directory = Directory::layered([starter_organisations(), fictitious, imported]);
    let agenda = store.agenda().await.context("the events cannot be read")?;
    Ok(Knowledge::new(catalogue, directory).with_agenda(agenda))
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
