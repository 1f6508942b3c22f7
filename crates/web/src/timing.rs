//! How long answers take, by route, for the monitor: patterns of addresses and statuses, never an address itself.

use crate::state::App;
use axum::extract::{MatchedPath, Request, State};
use axum::middleware::Next;
use axum::response::Response;
use prometheus_client::encoding::EncodeLabelSet;
use prometheus_client::metrics::family::Family;
use prometheus_client::metrics::histogram::Histogram;
use std::time::Instant;

/// Bounds of the buckets, in seconds; 0.1 is the promise for work pages.
const BUCKETS: [f64; 9] = [0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 1.0, 5.0];

/// Which answer.
#[derive(Debug, Clone, PartialEq, Eq, Hash, EncodeLabelSet)]
pub struct Answer {
    route: String,
    method: &'static str,
    status: u16,
}

/// Seconds from request to answer, by route, method and status.
#[derive(Debug, Clone)]
pub struct Timing(pub Family<Answer, Histogram>);

impl Default for Timing {
    fn default() -> Self {
        Self(Family::new_with_constructor(|| Histogram::new(BUCKETS)))
    }
}

/// The usual methods; what else somebody sends may hold anything and is not told.
fn method(request: &Request) -> &'static str {
    ["GET", "POST", "HEAD"].into_iter().find(|m| request.method() == m).unwrap_or("other")
}

/// Counts and times an answer.
pub async fn time(State(app): State<App>, request: Request, next: Next) -> Response {
    let begun = Instant::now();
    // An address that names no route may hold anything: it is not told.
    let route = request.extensions().get::<MatchedPath>().map_or("none", MatchedPath::as_str).to_owned();
    let method = method(&request);
    let response = next.run(request).await;
    let answer = Answer { route, method, status: response.status().as_u16() };
    app.timing.0.get_or_create(&answer).observe(begun.elapsed().as_secs_f64());
    response
}
