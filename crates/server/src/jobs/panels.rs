//! The clocks of local advices: experts from whom something is waited for are reminded, once for each thing.

use crate::commands::now;
use crate::jobs::again;
use ariane_web::desk::Desk;
use ariane_web::letters::panel::remind;
use std::sync::Arc;
use std::time::Duration;
use tracing::{error, info};

/// How often it is looked: the clocks count days.
const LOOK_EVERY: Duration = Duration::from_secs(3600);

/// Looks every hour; a run that was missed is made up for by the next.
pub async fn run(desk: Arc<Desk>) {
    loop {
        match again(|| remind(&desk, now())).await {
            Ok(0) => {}
            Ok(experts) => info!(experts, "experts were reminded"),
            Err(problem) => error!("experts cannot be reminded: {problem}"),
        }
        tokio::time::sleep(LOOK_EVERY).await;
    }
}
