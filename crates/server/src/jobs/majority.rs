//! What ends when a person comes of age (duty D23).

use crate::commands::now;
use crate::jobs::again;
use ariane_web::desk::Desk;
use std::sync::Arc;
use std::time::Duration;
use tracing::{error, info};

/// How often it is looked: a birthday lasts a day.
const LOOK_EVERY: Duration = Duration::from_secs(6 * 3600);

/// Ends parents' links and representation, and leaves a task for a human at each enquiry.
pub async fn run(desk: Arc<Desk>) {
    loop {
        match again(|| desk.records.end_at_majority(now())).await {
            Ok(0) => {}
            Ok(enquiries) => info!(enquiries, "persons came of age: a human asks them afresh"),
            Err(problem) => error!("who came of age cannot be looked up: {problem}"),
        }
        tokio::time::sleep(LOOK_EVERY).await;
    }
}
