//! The form of one agreement, to be read aloud and signed on paper: in the words that the screen shows too.

use crate::pages::desk::Desk;
use crate::pages::desk::trouble::Trouble;
use ariane_documents::{Section, Sheet};
use ariane_domain::access::grant::ReadCase;
use ariane_store::StoreError;
use ariane_store::records::consents::Recorded;
use axum::extract::Path;
use axum::http::header::{CONTENT_DISPOSITION, CONTENT_TYPE};
use axum::response::{IntoResponse, Response};
use uuid::Uuid;

/// `GET …/consents/{consent}/paper`.
pub async fn get(desk: Desk, Path((id, consent)): Path<(Uuid, Uuid)>) -> Response {
    let result = made(&desk, id, consent).await;
    desk.settle(result)
}

async fn made(desk: &Desk, id: Uuid, consent: Uuid) -> Result<Response, Trouble> {
    let number = desk.load_case(id).await?.case.number;
    let mut work = desk.begin().await?;
    let grant = desk.case_grant::<ReadCase>(&mut work, id).await?;
    let all = work.consents_of_case(&grant).await?;
    work.commit().await?;
    let one = all.into_iter().find(|one| one.id == consent);
    of(desk, number, &one.ok_or(Trouble::Store(StoreError::NotThere))?).await
}

/// The form of an agreement in the file of a number.
pub(super) async fn of(desk: &Desk, number: i64, one: &Recorded) -> Result<Response, Trouble> {
    let (t, number) = (desk.visit.t, number.to_string());
    let paragraph = |lead: String| Section { lead, ..Section::default() };
    let recipient = match one.recipient.as_str() {
        "" => t.s("consent-everybody"),
        name => name.to_owned(),
    };
    let purpose = t.k("purpose", one.purpose.word());
    let sheet = Sheet {
        language: desk.visit.language.code(),
        title: t.w("consent-paper-title", "purpose", &purpose),
        meta: vec![desk.infoline.mail.name.clone(), t.w("cell-case-title", "number", &number)],
        sections: vec![
            paragraph(t.k("consent-plain", one.purpose.word())),
            paragraph(t.w("consent-paper-for", "recipient", &recipient)),
            paragraph(t.s("consent-free")),
            Section {
                heading: t.s("consent-paper-sign"),
                lead: t.s("consent-paper-lines"),
                ..Section::default()
            },
            paragraph(t.s("consent-paper-second")),
        ],
        footer: t.w("care-printed", "day", &t.date(desk.today())),
        ..Sheet::default()
    };
    let trouble = || Trouble::Store(StoreError::NotPossible);
    let bytes = tokio::task::spawn_blocking(move || ariane_documents::render(&sheet))
        .await
        .map_err(|_| trouble())?
        .map_err(|error| {
            tracing::error!(%error, "a form of agreement could not be set");
            trouble()
        })?;
    let name = format!("attachment; filename=\"{}.pdf\"", t.s("consent-file"));
    Ok(([(CONTENT_TYPE, "application/pdf".to_owned()), (CONTENT_DISPOSITION, name)], bytes).into_response())
}
