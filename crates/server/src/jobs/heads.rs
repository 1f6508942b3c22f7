//! Signs the daily head of the log and keeps it where the operator said.

use crate::commands::now;
use ariane_domain::health::Part;
use ariane_store::audit::heads::keep;
use ariane_web::desk::Desk;
use ariane_web::pulse::Pulse;
use std::path::PathBuf;
use std::sync::Arc;
use std::time::Duration;
use tracing::{error, info};

/// How often it is looked whether a day has ended.
const LOOK_EVERY: Duration = Duration::from_secs(600);

/// Makes the head of each day once it is over, at the office's own midnight.
pub async fn run(desk: Arc<Desk>, directory: PathBuf, pulse: Arc<Pulse>) {
    let signer = desk.records.keys().master().head_signer();
    loop {
        let at = now();
        if let Some(yesterday) = desk.office.day(at).pred_opt() {
            match desk.records.store().make_head(&signer, yesterday, at).await {
                Ok(head) => match keep(&directory, &head) {
                    Ok(_) => {
                        info!(head = head.number, "the log's head is kept");
                        pulse.worked(Part::Heads, now());
                    }
                    Err(_) => {
                        error!("the log's head cannot be written: look at protection.heads");
                        pulse.failed(Part::Heads, now());
                    }
                },
                Err(problem) => {
                    error!("the log's head cannot be made: {problem}");
                    pulse.failed(Part::Heads, now());
                }
            }
        }
        tokio::time::sleep(LOOK_EVERY).await;
    }
}
