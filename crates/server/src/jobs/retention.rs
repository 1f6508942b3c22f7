//! Erasures whose delay is over, and persons whose time of keeping has ended.

use crate::commands::now;
use crate::jobs::again;
use ariane_store::records::own::erasure::Erased;
use ariane_web::desk::Desk;
use std::sync::Arc;
use std::time::Duration;
use tracing::{error, info};

/// How often it is looked.
const LOOK_EVERY: Duration = Duration::from_secs(3600);

/// Carries out what is due; what a legal hold or a duty of law stands against waits for the next run.
pub async fn run(desk: Arc<Desk>) {
    loop {
        let at = now();
        match desk.records.due_erasures(at).await {
            Ok(due) => {
                for one in due {
                    match again(|| desk.records.carry_out(&one, at)).await {
                        Ok(Erased::Done(records)) => info!(records, "an erasure was carried out"),
                        Ok(Erased::Not(_)) => info!("an erasure waits: something stands against it"),
                        Err(problem) => error!("an erasure cannot be carried out: {problem}"),
                    }
                }
            }
            Err(problem) => error!("erasures cannot be looked up: {problem}"),
        }
        tokio::time::sleep(LOOK_EVERY).await;
    }
}
