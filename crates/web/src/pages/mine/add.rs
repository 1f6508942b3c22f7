//! What a person adds to their request: words, a file, or both. A file goes to the cell where it follows them (duty D50), else to the
//! infoline with the words.

use super::status::{back, show};
use super::{Halt, answer, desk, own};
use crate::guard::caller::LinkHolder;
use crate::pages::care::upload::{self, Uploaded};
use crate::pages::visit::Visit;
use ariane_domain::access::grant::FollowOwnEnquiry;
use ariane_domain::cell::document::{DocumentKind, DocumentSource};
use ariane_domain::enquiry::written::MESSAGE_LIMIT;
use ariane_domain::enquiry::{EntryMode, Urgency};
use ariane_knowledge::fold;
use ariane_mail::message::Attachment;
use ariane_store::records::care::documents::NewDocument;
use ariane_store::records::cell::CellError;
use ariane_store::records::enquiries::log::Once;
use ariane_store::records::enquiries::thread::{Arrival, Direction, NewAttachment, NewMessage};
use axum::extract::multipart::Multipart;
use axum::response::Response;

/// `POST /{lang}/ma-demande/ajouter`.
pub async fn post(visit: Visit, holder: LinkHolder, form: Multipart) -> Response {
    match upload::read(form).await {
        Ok(uploaded) => answer(&visit, add(&visit, &holder, &uploaded).await),
        Err(word) => show(&visit, &holder, word, "").await,
    }
}

/// What is wrong with what was sent, as the word of a problem.
fn fault(text: &str, file: Option<&Attachment>) -> Option<&'static str> {
    if let Some(word) = file.and_then(upload::refused) {
        return Some(word);
    }
    if text.trim().is_empty() && file.is_none() {
        return Some("empty");
    }
    (text.chars().count() > MESSAGE_LIMIT).then_some("long")
}

async fn add(visit: &Visit, holder: &LinkHolder, uploaded: &Uploaded) -> Result<Response, Halt> {
    let desk = desk(visit)?;
    let now = (visit.settings.now)();
    let text = uploaded.sent.get("message").replace("\r\n", "\n");
    let file = uploaded.file.as_ref();
    if let Some(word) = fault(&text, file) {
        return Ok(show(visit, holder, word, &text).await);
    }
    let Some(stamp) = desk.records.keys().master().stamps().read(uploaded.sent.get("stamp")) else {
        return Ok(show(visit, holder, "old", &text).await);
    };
    let dangers = visit.knowledge.danger.look(&fold::words(&text));
    let once = Once { source: "form", token: stamp.name };
    let arrival = Arrival { due_at: desk.office.due(now), urgency: Urgency::of(&dangers) };
    let mut work = desk.records.begin(now).await?;
    let grant = own::<FollowOwnEnquiry>(&mut work, &desk, holder).await?;
    let to_cell = match file {
        None => false,
        Some(_) => match work.own_document_goes_to_file(&grant).await {
            Ok(goes) => goes,
            Err(CellError::Rule(word)) => {
                drop(work);
                return Ok(show(visit, holder, word, &text).await);
            }
            Err(CellError::Store(error)) => return Err(error.into()),
        },
    };
    let message = NewMessage {
        direction: Direction::In,
        mode: EntryMode::Web,
        kind: "message",
        from: String::new(),
        subject: String::new(),
        // A file alone is said in words too: who reads the thread sees that something came.
        text: if text.trim().is_empty() { visit.t.s("mine-add-file-alone") } else { text.clone() },
        html: String::new(),
        message_id: String::new(),
        references: String::new(),
        at: now,
        attachments: file.filter(|_| !to_cell).map(attached).into_iter().collect(),
    };
    let is_new = work.add_own(&grant, Some(&once), &message, arrival).await?;
    if let Some(file) = file.filter(|_| to_cell && is_new) {
        let new = NewDocument {
            kind: DocumentKind::Other,
            source: DocumentSource::Person,
            is_for_rcp: false,
            name: &file.name,
            about: &message.text,
            media_type: file.media_type(),
            bytes: &file.bytes,
        };
        match work.send_own_document(&grant, &new).await {
            Ok(_) => {}
            Err(CellError::Rule(word)) => {
                drop(work);
                return Ok(show(visit, holder, word, &text).await);
            }
            Err(CellError::Store(error)) => return Err(error.into()),
        }
    }
    work.commit().await?;
    if dangers.is_empty() {
        return Ok(back(visit));
    }
    // It is kept; the emergency number is shown at once, before anything else (duty D1).
    Ok(show(visit, holder, "", &text).await)
}

fn attached(file: &Attachment) -> NewAttachment {
    NewAttachment {
        name: file.name.clone(),
        media_type: file.media_type().to_owned(),
        verdict: "accepted".into(),
        size: i64::try_from(file.size()).unwrap_or(i64::MAX),
        bytes: Some(file.bytes.clone()),
    }
}
