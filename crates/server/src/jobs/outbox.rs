//! Sends what waits in the outbox: at least once, always with the same Message-ID.

use crate::commands::now;
use ariane_mail::message::Receiver;
use ariane_mail::reply::{Calendar, CalendarMethod, File, Outgoing};
use ariane_mail::send::{Outcome, Smtp};
use ariane_store::records::outbox::{CalendarSays, Ending, Leased};
use ariane_web::desk::Desk;
use data_encoding::BASE64;
use std::sync::Arc;
use std::time::Duration;
use tracing::{error, info, warn};

/// How often it is looked for mail.
const LOOK_EVERY: Duration = Duration::from_secs(2);

/// Sends until the server ends.
pub async fn run(desk: Arc<Desk>, smtp: Smtp, receiver: Receiver) {
    loop {
        match send_next(&desk, &smtp, &receiver).await {
            Ok(true) => {}
            Ok(false) => tokio::time::sleep(LOOK_EVERY).await,
            Err(problem) => {
                error!("the outbox cannot be read: {problem}");
                tokio::time::sleep(LOOK_EVERY * 10).await;
            }
        }
    }
}

/// Sends the next mail; false when none is due.
pub async fn send_next(
    desk: &Desk,
    smtp: &Smtp,
    receiver: &Receiver,
) -> Result<bool, ariane_store::StoreError> {
    let Some(leased) = desk.records.lease_outgoing(now()).await? else { return Ok(false) };
    let ending = match outgoing(desk, &leased, receiver).compose() {
        Ok(composed) => match smtp.send(&composed).await {
            Outcome::Sent => Ending::Sent,
            Outcome::Temporary(trouble) => Ending::Later(trouble.word()),
            Outcome::Permanent(trouble) => Ending::Never(trouble.word()),
        },
        Err(_) => Ending::Never("unfit"),
    };
    match ending {
        Ending::Sent => info!(mail = %leased.id, kind = leased.kind, "mail sent"),
        Ending::Later(why) => warn!(mail = %leased.id, why, "mail not taken yet"),
        Ending::Never(why) => warn!(mail = %leased.id, why, "mail refused for good"),
    }
    desk.records.end_outgoing(leased.controller, leased.id, leased.attempts, ending, now()).await?;
    Ok(true)
}

fn outgoing(desk: &Desk, leased: &Leased, receiver: &Receiver) -> Outgoing {
    let mail = &leased.mail;
    let some = |text: &str| (!text.is_empty()).then(|| text.to_owned());
    let files = mail.attachments.iter().filter_map(|(name, _, content)| {
        Some(File { name: name.clone(), bytes: BASE64.decode(content.as_bytes()).ok()? })
    });
    Outgoing {
        message_id: mail.message_id.clone(),
        date: now(),
        from_name: mail.from_name.clone(),
        from: desk.mail.address.clone(),
        to: mail.to.clone(),
        token: some(&mail.thread_token),
        plus_address: desk.mail.has_plus_addresses,
        subject: mail.subject.clone(),
        text: mail.text.clone(),
        language: if mail.language.is_empty() { "fr".to_owned() } else { mail.language.clone() },
        in_reply_to: some(&mail.in_reply_to),
        references: mail.references.clone(),
        automatic: mail.is_automatic,
        loop_mark: receiver.loop_mark.clone(),
        files: files.collect(),
        calendar: mail.calendar.as_ref().map(|(says, text)| Calendar {
            method: match says {
                CalendarSays::TakesPlace => CalendarMethod::Request,
                CalendarSays::Cancelled => CalendarMethod::Cancel,
            },
            text: text.clone(),
        }),
    }
}
