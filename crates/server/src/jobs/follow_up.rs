//! What time alone changes in the files of the cell: a pause with a day ends, and a file that nothing carries any more is no
//! longer in active follow-up.

use crate::commands::now;
use ariane_web::desk::Desk;
use std::sync::Arc;
use std::time::Duration;
use tracing::{error, info};

/// How often it is looked.
const LOOK_EVERY: Duration = Duration::from_secs(3600);

/// Looks every hour; a run that was missed is made up for by the next.
pub async fn run(desk: Arc<Desk>) {
    loop {
        let at = now();
        match desk.records.resume_files(desk.controller, at, desk.office.day(at)).await {
            Ok(0) => {}
            Ok(files) => info!(files, "pauses ended"),
            Err(problem) => error!("pauses cannot be ended: {problem}"),
        }
        match desk.records.refresh_follow_up(desk.controller, at).await {
            Ok(0) => {}
            Ok(files) => info!(files, "active follow-up changed"),
            Err(problem) => error!("follow-up cannot be computed: {problem}"),
        }
        tokio::time::sleep(LOOK_EVERY).await;
    }
}
