//! What the server does by itself while it runs. Every job is idempotent: it may stop at any line and go on at the next
//! start. A failure is told to the operator by its class, never with content.

pub mod heads;
pub mod intake;
pub mod majority;
pub mod outbox;
pub mod retention;

use crate::configuration::mail::MailServers;
use ariane_mail::mailbox::Health;
use ariane_store::contention::{AsStoreError, retry};
use ariane_web::state::App;
use intake::Intake;
use std::path::PathBuf;
use tokio::sync::watch;

/// Starts the jobs of the infoline. They end when `stop` becomes true: a message that is being stored is stored first.
pub fn start(app: &App, mail: Option<MailServers>, heads_directory: PathBuf, stop: &watch::Receiver<bool>) {
    let Some(desk) = app.desk.clone() else { return };
    tokio::spawn(heads::run(desk.clone(), heads_directory));
    tokio::spawn(retention::run(desk.clone()));
    tokio::spawn(majority::run(desk.clone()));
    let Some(mail) = mail else { return };
    if let Some(smtp) = mail.smtp {
        tokio::spawn(outbox::run(desk.clone(), smtp, mail.receiver.clone()));
    }
    if let Some(imap) = mail.imap {
        let (health, _) = watch::channel(Health::default());
        let intake = Intake::new(app.clone(), desk, mail.receiver, &imap.folder);
        tokio::spawn(intake.run(imap, health, stop.clone()));
    }
}

/// Does a unit of work of a job, again where it ran into somebody else.
pub(crate) async fn again<T, E, Once>(once: impl FnMut() -> Once) -> Result<T, E>
where
    E: AsStoreError,
    Once: Future<Output = Result<T, E>>,
{
    retry(once, tokio::time::sleep).await
}
