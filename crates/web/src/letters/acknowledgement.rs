//! The acknowledgement that goes out when nobody is there: that it arrived, when somebody reads it, until when a reply is
//! promised, and whom to call in an emergency.

use crate::desk::Desk;
use crate::text::Text;
use ariane_domain::Language;
use ariane_domain::person::{SafeContact, Sending};
use ariane_store::records::outbox::Outgoing;
use chrono::{DateTime, Utc};
use fluent_bundle::FluentArgs;
use uuid::Uuid;

/// What an acknowledgement answers.
#[derive(Debug, Clone)]
pub struct Received<'a> {
    /// Enquiry.
    pub enquiry: Uuid,
    /// Address of who wrote.
    pub to: &'a str,
    /// Message-ID of what they wrote, or empty.
    pub message_id: &'a str,
    /// When it arrived.
    pub at: DateTime<Utc>,
    /// Until when a reply is promised.
    pub due_at: DateTime<Utc>,
    /// Language of who wrote.
    pub language: Language,
    /// How they may be reached.
    pub contact: &'a SafeContact,
    /// Whether whoever is on record with the address has died (duty D6).
    pub has_died: bool,
    /// The country's emergency number.
    pub emergency: &'a str,
}

/// The acknowledgement; none where nobody must be written to, where somebody is there anyway, or where no mail goes out.
///
/// `id` makes the Message-ID. Subject and sender name nothing of what this is about where the person wishes it so (duty
/// D10); the subject never names person or disorder.
pub fn acknowledgement(desk: &Desk, received: &Received<'_>, id: Uuid) -> Option<Outgoing> {
    let Sending::Mail { is_neutral } = received.contact.sending(true, received.has_died) else { return None };
    if !desk.mail.is_set_up() || desk.office.is_open(received.at) {
        return None;
    }
    let t = Text::new(received.language);
    let opening = desk.office.next_opening(received.at);
    let mut args = FluentArgs::new();
    args.set("due", t.date(desk.office.day(received.due_at)));
    args.set("emergency", received.emergency.to_owned());
    let when = match opening {
        Some(at) => {
            let local = at.with_timezone(&desk.office.zone);
            t.ww(
                "ack-opening",
                ("date", &t.date(local.date_naive())),
                ("time", &local.format(crate::text::TIME_OF_DAY).to_string()),
            )
        }
        None => t.s("ack-opening-unknown"),
    };
    args.set("when", when);
    Some(Outgoing {
        to: received.to.to_owned(),
        from_name: if is_neutral { desk.mail.neutral_name.clone() } else { desk.mail.name.clone() },
        subject: t.s("ack-subject"),
        text: t.with(if is_neutral { "ack-text-neutral" } else { "ack-text" }, &args),
        message_id: desk.mail.message_id(id),
        in_reply_to: received.message_id.to_owned(),
        references: Vec::new(),
        thread_token: desk.records.thread_token(received.enquiry),
        is_automatic: true,
        language: received.language.code().to_owned(),
        ..Outgoing::default()
    })
}
