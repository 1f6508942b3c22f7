//! What was signed on paper: by the second of two parents, and the scan of it beside the agreement.

use super::case;
use crate::pages::care::upload::{self, Uploaded};
use crate::pages::cell::acts::day;
use crate::pages::cell::fault::Fault;
use crate::pages::desk::{Desk, Sent};
use ariane_domain::access::grant::WriteCase;
use ariane_domain::cell::document::{DocumentKind, DocumentSource};
use ariane_store::records::care::documents::NewDocument;
use axum::extract::Path;
use axum::extract::multipart::Multipart;
use axum::response::Response;
use uuid::Uuid;

/// `POST …/consents/{consent}/second`: the other parent signed too.
pub async fn second(desk: Desk, Path((id, consent)): Path<(Uuid, Uuid)>, sent: Sent) -> Response {
    let done = second_signed(&desk, id, consent, &sent).await;
    case::settled(&desk, id, &format!("consent-{consent}"), &sent, done).await
}

async fn second_signed(desk: &Desk, id: Uuid, consent: Uuid, sent: &Sent) -> Result<(), Fault> {
    let on = day(sent, "on")?.ok_or(Fault::Rule("no-day"))?;
    let mut work = desk.begin().await?;
    let grant = desk.case_grant::<WriteCase>(&mut work, id).await?;
    work.second_parent_signed(&grant, consent, sent.version(), (on, desk.today())).await?;
    Ok(work.commit().await?)
}

/// `POST …/consents/{consent}/scan`: the signed paper.
pub async fn scan(desk: Desk, Path((id, consent)): Path<(Uuid, Uuid)>, form: Multipart) -> Response {
    let (sent, done) = match upload::read(form).await {
        Ok(uploaded) => {
            let done = kept(&desk, id, consent, &uploaded).await;
            (uploaded.sent, done)
        }
        Err(word) => (Sent::default(), Err(Fault::Rule(word))),
    };
    case::settled(&desk, id, &format!("consent-{consent}"), &sent, done).await
}

async fn kept(desk: &Desk, id: Uuid, consent: Uuid, uploaded: &Uploaded) -> Result<(), Fault> {
    // Who may add one is asked before anything is said about the file.
    let mut work = desk.begin().await?;
    let grant = desk.case_grant::<WriteCase>(&mut work, id).await?;
    let file = uploaded.file.as_ref().ok_or(Fault::Rule("document-none"))?;
    if let Some(word) = upload::refused(file) {
        return Err(Fault::Rule(word));
    }
    let paper = NewDocument {
        kind: DocumentKind::Agreement,
        source: DocumentSource::Person,
        is_for_rcp: false,
        name: &file.name,
        about: "",
        media_type: file.media_type(),
        bytes: &file.bytes,
    };
    work.keep_signed_paper(&grant, consent, uploaded.sent.version(), &paper).await?;
    Ok(work.commit().await?)
}
