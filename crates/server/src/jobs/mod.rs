//! What the server does by itself while it runs. Every job is idempotent: it may stop at any line and go on at the next
//! start. A failure is told to the operator by its class, never with content.

pub mod heads;
pub mod retention;

use ariane_web::desk::Desk;
use std::path::PathBuf;
use std::sync::Arc;

/// Starts the jobs of the infoline.
pub fn start(desk: &Arc<Desk>, heads_directory: PathBuf) {
    tokio::spawn(heads::run(desk.clone(), heads_directory));
    tokio::spawn(retention::run(desk.clone()));
}
