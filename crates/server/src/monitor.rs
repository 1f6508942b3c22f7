//! Figures for a monitor (Prometheus text), at an address of their own: `monitor.listen` of ariane.toml.
//!
//! They hold parts, counts, times and patterns of addresses; nothing of a person, and no address as it was asked for.

use crate::commands::now;
use anyhow::{Context, Result};
use ariane_domain::health::{Level, Patience};
use ariane_store::StoreError;
use ariane_web::state::App;
use axum::Router;
use axum::extract::State;
use axum::http::StatusCode;
use axum::http::header::CONTENT_TYPE;
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use prometheus_client::encoding::EncodeLabelSet;
use prometheus_client::encoding::text::encode;
use prometheus_client::metrics::family::Family;
use prometheus_client::metrics::gauge::Gauge;
use prometheus_client::registry::{Registry, Unit};
use std::net::SocketAddr;
use std::sync::Arc;
use tokio::net::TcpListener;
use tracing::error;

#[derive(Debug, Clone, PartialEq, Eq, Hash, EncodeLabelSet)]
struct Part {
    part: &'static str,
}

/// What is told.
#[derive(Default)]
struct Figures {
    registry: Registry,
    level: Family<Part, Gauge>,
    count: Family<Part, Gauge>,
    worked: Family<Part, Gauge>,
    waiting: Gauge,
}

impl Figures {
    fn new(app: &App) -> Self {
        let mut all = Self::default();
        let registry = &mut all.registry;
        registry.register(
            "ariane_health_level",
            "How a part stands: 0 fine, 1 to be watched, 2 to be acted upon",
            all.level.clone(),
        );
        registry.register("ariane_health_count", "What waits for somebody in a part", all.count.clone());
        registry.register(
            "ariane_worked_timestamp",
            "When a part last worked, since 1970",
            all.worked.clone(),
        );
        registry.register("ariane_outbox_waiting", "Mails that wait to be sent", all.waiting.clone());
        registry.register_with_unit(
            "ariane_http",
            "From request to answer",
            Unit::Seconds,
            app.timing.0.clone(),
        );
        all
    }

    async fn look(&self, app: &App) -> Result<(), StoreError> {
        let Some(desk) = &app.desk else { return Ok(()) };
        let measured = app.pulse.measured(desk).await?;
        for standing in measured.judge(&Patience::default(), now()) {
            let part = Part { part: standing.part.word() };
            self.level.get_or_create(&part).set(level(standing.level));
            self.count.get_or_create(&part).set(i64::try_from(standing.count).unwrap_or(i64::MAX));
            if let Some(worked) = standing.worked_at {
                self.worked.get_or_create(&part).set(worked.timestamp());
            }
        }
        self.waiting.set(i64::try_from(measured.outbox.waiting).unwrap_or(i64::MAX));
        Ok(())
    }
}

const fn level(level: Level) -> i64 {
    match level {
        Level::Fine => 0,
        Level::Watch => 1,
        Level::Act => 2,
    }
}

/// Answers a monitor at an address.
pub async fn start(app: &App, listen: SocketAddr) -> Result<()> {
    let listener = TcpListener::bind(listen)
        .await
        .with_context(|| format!("monitor.listen of ariane.toml: {listen} cannot be listened on"))?;
    tracing::info!("http://{}/metrics tells a monitor how it stands", listener.local_addr()?);
    let state = (app.clone(), Arc::new(Figures::new(app)));
    let service = Router::new().route("/metrics", get(tell)).with_state(state);
    tokio::spawn(async move {
        if let Err(problem) = axum::serve(listener, service).await {
            error!("the monitor is no longer answered: {problem}");
        }
    });
    Ok(())
}

async fn tell(State((app, figures)): State<(App, Arc<Figures>)>) -> Response {
    let mut text = String::new();
    if figures.look(&app).await.is_err() || encode(&mut text, &figures.registry).is_err() {
        return StatusCode::SERVICE_UNAVAILABLE.into_response();
    }
    ([(CONTENT_TYPE, "application/openmetrics-text; version=1.0.0; charset=utf-8")], text).into_response()
}
