//! Erasures whose delay is over, and persons whose time of keeping has ended.

use crate::commands::now;
use crate::jobs::again;
use ariane_domain::health::Part;
use ariane_store::records::own::erasure::Erased;
use ariane_web::desk::Desk;
use ariane_web::pulse::Pulse;
use std::sync::Arc;
use std::time::Duration;
use tracing::{error, info};

/// How often it is looked.
const LOOK_EVERY: Duration = Duration::from_secs(3600);

/// Carries out what is due; what a legal hold or a duty of law stands against waits for the next run.
pub async fn run(desk: Arc<Desk>, pulse: Arc<Pulse>) {
    loop {
        let at = now();
        match desk.records.due_erasures(at).await {
            Ok(due) => {
                let mut is_well = true;
                for one in due {
                    match again(|| desk.records.carry_out(&one, at)).await {
                        Ok(Erased::Done(records)) => info!(records, "an erasure was carried out"),
                        Ok(Erased::Not(_)) => info!("an erasure waits: something stands against it"),
                        Err(problem) => {
                            error!("an erasure cannot be carried out: {problem}");
                            is_well = false;
                        }
                    }
                }
                if is_well {
                    pulse.worked(Part::Retention, now());
                } else {
                    pulse.failed(Part::Retention, now());
                }
            }
            Err(problem) => {
                error!("erasures cannot be looked up: {problem}");
                pulse.failed(Part::Retention, now());
            }
        }
        tokio::time::sleep(LOOK_EVERY).await;
    }
}
