//! What the server does by itself while it runs. Every job is idempotent: it may stop at any line and go on at the next
//! start. A failure is told to the operator by its class, never with content.

pub mod figures;
pub mod follow_up;
pub mod heads;
pub mod intake;
pub mod majority;
pub mod outbox;
pub mod panels;
pub mod referrals;
pub mod retention;

use crate::configuration::mail::MailServers;
use ariane_domain::health::Mailbox;
use ariane_mail::mailbox::Health;
use ariane_store::contention::{AsStoreError, retry};
use ariane_web::pulse::Pulse;
use ariane_web::state::App;
use intake::Intake;
use std::path::PathBuf;
use std::sync::Arc;
use tokio::sync::watch;

/// Starts the jobs of the infoline. They end when `stop` becomes true: a message that is being stored is stored first.
pub fn start(app: &App, mail: Option<MailServers>, heads_directory: PathBuf, stop: &watch::Receiver<bool>) {
    let Some(desk) = app.desk.clone() else { return };
    tokio::spawn(heads::run(desk.clone(), heads_directory, app.pulse.clone()));
    tokio::spawn(figures::run(app.clone()));
    tokio::spawn(follow_up::run(desk.clone()));
    tokio::spawn(retention::run(desk.clone(), app.pulse.clone()));
    tokio::spawn(majority::run(desk.clone()));
    tokio::spawn(referrals::run(desk.clone()));
    tokio::spawn(panels::run(desk.clone()));
    let Some(mail) = mail else { return };
    if let Some(smtp) = mail.smtp {
        app.pulse.sends_mail();
        tokio::spawn(outbox::run(desk.clone(), smtp, mail.receiver.clone()));
    }
    if let Some(imap) = mail.imap {
        let (health, told) = watch::channel(Health::default());
        tokio::spawn(tell(app.pulse.clone(), told));
        let intake = Intake::new(app.clone(), desk, mail.receiver, &imap.folder);
        tokio::spawn(intake.run(imap, health, stop.clone()));
    }
}

/// Passes on how the mailbox stands.
async fn tell(pulse: Arc<Pulse>, mut told: watch::Receiver<Health>) {
    loop {
        let health = *told.borrow_and_update();
        pulse.mailbox(Mailbox {
            answered_at: health.last_contact,
            failures: health.failures,
            stuck: health.stuck,
            too_large: health.too_large,
        });
        if told.changed().await.is_err() {
            return;
        }
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
