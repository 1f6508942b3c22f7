//! The clocks of referrals: recipients who are late are reminded, what went astray is given to a human, and who is to delete is told.

use crate::commands::now;
use crate::jobs::again;
use ariane_store::StoreError;
use ariane_store::contention::AsStoreError;
use ariane_web::desk::Desk;
use ariane_web::letters::referral::{Round, RoundFault, round};
use std::sync::Arc;
use std::time::Duration;
use tracing::{error, info};

/// How often it is looked: the clocks count working days.
const LOOK_EVERY: Duration = Duration::from_secs(3600);

/// What a run stopped at, for who does it again.
struct Stopped(RoundFault);

impl AsStoreError for Stopped {
    fn as_store_error(&self) -> Option<&StoreError> {
        match &self.0 {
            RoundFault::Store(error) => Some(error),
            RoundFault::Refused(_) => None,
        }
    }
}

/// Looks every hour; a run that was missed is made up for by the next.
pub async fn run(desk: Arc<Desk>) {
    loop {
        match again(async || round(&desk, now()).await.map_err(Stopped)).await {
            Ok(done) if done == Round::default() => {}
            Ok(done) => {
                info!(reminded = done.reminded, lost = done.lost, deletions = done.deletions, "referrals")
            }
            Err(Stopped(problem)) => error!("the clocks of referrals cannot be looked at: {problem}"),
        }
        tokio::time::sleep(LOOK_EVERY).await;
    }
}
