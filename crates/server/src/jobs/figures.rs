//! Makes the editions of figures that are due and somebody waits for, and tells them by mail. Has live figures ready where
//! records are very many.

use super::again;
use crate::commands::now;
use ariane_web::figures::editions::publish_due;
use ariane_web::figures::renewal::warm;
use ariane_web::state::App;
use std::time::Duration;
use tracing::{error, info};

/// How often it is looked.
const LOOK_EVERY: Duration = Duration::from_secs(3600);

/// Looks every hour; a run that was missed is made up for by the next.
pub async fn run(app: App) {
    loop {
        if let Err(problem) = warm(&app, now()).await {
            error!("live figures cannot be made ready: {problem}");
        }
        match again(|| publish_due(&app, now())).await {
            Ok(0) => {}
            Ok(mails) => info!(mails, "those entitled are told of new figures"),
            Err(problem) => error!("figures that are due cannot be published: {problem}"),
        }
        tokio::time::sleep(LOOK_EVERY).await;
    }
}
