//! A reply goes out by mail, or was given by a human voice; both stand in the thread.

use super::trouble::Trouble;
use super::{Desk, Sent, acts, reply};
use crate::text::Text;
use ariane_domain::access::grant::{AnswerEnquiry, ReadEnquiry};
use ariane_domain::enquiry::EntryMode;
use ariane_domain::person::Sending;
use ariane_privacy::random;
use ariane_store::StoreError;
use ariane_store::records::enquiries::read::Enquiry;
use ariane_store::records::enquiries::thread::Direction;
use ariane_store::records::outbox::Outgoing;
use axum::response::{IntoResponse, Redirect, Response};
use uuid::Uuid;

/// The mail that a text becomes; none where the person's safe contact allows no mail (duty D10).
pub fn outgoing(desk: &Desk, enquiry: &Enquiry, text: &str) -> Result<Option<Outgoing>, Trouble> {
    let Some(Sending::Mail { is_neutral }) = desk.sending_to(enquiry) else { return Ok(None) };
    let t = Text::new(desk.reply_language(enquiry));
    let id = random::id(desk.now).map_err(StoreError::from)?;
    let mails = enquiry.messages.iter().filter(|m| m.mode == EntryMode::Mail && !m.references.is_empty());
    let mut references: Vec<String> = Vec::new();
    let mut in_reply_to = String::new();
    for mail in mails {
        // Written as the message's own id, then those to which it refers.
        let mut ids = mail.references.split_whitespace().map(str::to_owned);
        let own = ids.next();
        for one in ids.chain(own.clone()) {
            references.retain(|known| *known != one);
            references.push(one);
        }
        if mail.direction == Direction::In {
            in_reply_to = own.unwrap_or(in_reply_to);
        }
    }
    Ok(Some(Outgoing {
        to: enquiry.requester.identity.mail.clone(),
        from_name: desk.sender(t, is_neutral),
        subject: if is_neutral {
            t.s("mail-neutral-subject")
        } else {
            t.w("mail-reply-subject", "number", &enquiry.number.to_string())
        },
        text: text.to_owned(),
        language: t.language.code().to_owned(),
        message_id: desk.infoline.mail.message_id(id),
        in_reply_to,
        references,
        thread_token: desk.records.thread_token(enquiry.id),
        is_automatic: false,
        ..Outgoing::default()
    }))
}

impl Desk {
    /// The sender's name as a person may see it.
    pub fn sender(&self, t: Text, is_neutral: bool) -> String {
        let mail = &self.infoline.mail;
        match (is_neutral, mail.neutral_name.is_empty()) {
            (false, _) => mail.name.clone(),
            (true, false) => mail.neutral_name.clone(),
            (true, true) => t.s("mail-neutral-sender"),
        }
    }
}

/// Sends a reply by mail: the thread, the clock and the outgoing mail in one unit of work.
pub async fn mail(desk: &Desk, id: Uuid, sent: &Sent, text: &str) -> Result<Response, Trouble> {
    let mut work = desk.begin().await?;
    let read = desk.grant::<ReadEnquiry>(&mut work, id).await?;
    let enquiry = work.read_enquiry(&read).await?;
    if !desk.hold(&enquiry).may_reply(enquiry.state) || enquiry.version != sent.version() {
        drop(work);
        return overtaken(desk, id, text).await;
    }
    let Some(mail) = outgoing(desk, &enquiry, text)? else {
        drop(work);
        let loaded = desk.load(id).await?;
        let error = desk.visit.t.s("desk-reply-no-mail");
        return Ok(reply::again(desk, loaded, text.to_owned(), |composer| composer.error = error));
    };
    let grant = desk.grant::<AnswerEnquiry>(&mut work, id).await?;
    work.reply(&grant, sent.version(), EntryMode::Mail, text, Some(&mail)).await?;
    work.commit().await?;
    Ok(Redirect::to(&format!("{}?replied=1&done=replied", desk.enquiry_at(id))).into_response())
}

/// Keeps what was answered on the phone, in person or by letter.
pub async fn told(desk: &Desk, id: Uuid, sent: &Sent, text: &str) -> Result<Response, Trouble> {
    let mut work = desk.begin().await?;
    let read = desk.grant::<ReadEnquiry>(&mut work, id).await?;
    let enquiry = work.read_enquiry(&read).await?;
    if !desk.hold(&enquiry).may_reply(enquiry.state) || enquiry.version != sent.version() {
        drop(work);
        return overtaken(desk, id, text).await;
    }
    let mode = EntryMode::from_word(sent.get("mode")).unwrap_or(EntryMode::Phone);
    let grant = desk.grant::<AnswerEnquiry>(&mut work, id).await?;
    work.reply(&grant, sent.version(), mode, text, None).await?;
    work.commit().await?;
    Ok(Redirect::to(&format!("{}?replied=1&done=told", desk.enquiry_at(id))).into_response())
}

/// Somebody was quicker: nothing was sent, and what was typed is kept.
async fn overtaken(desk: &Desk, id: Uuid, text: &str) -> Result<Response, Trouble> {
    let loaded = desk.load(id).await?;
    let held = desk.held_by(&loaded.enquiry, &loaded.colleagues);
    let error = desk.visit.t.w("desk-reply-overtaken", "held", &held);
    let mut response = reply::again(desk, loaded, text.to_owned(), |composer| composer.error = error);
    *response.status_mut() = acts::OVERTAKEN;
    Ok(response)
}
