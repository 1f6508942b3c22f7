//! Two enquiries that were one, and back.

use super::trouble::Trouble;
use super::{Desk, Sent, acts};
use ariane_domain::access::grant::AnswerEnquiry;
use ariane_store::StoreError;
use axum::extract::Path;
use axum::response::Response;
use uuid::Uuid;

/// `POST …/merge`: the enquiry is set aside as the double of another, named by its number.
pub async fn merge(desk: Desk, Path(id): Path<Uuid>, sent: Sent) -> Response {
    let result = set_aside(&desk, id, &sent).await;
    desk.settle(result)
}

async fn set_aside(desk: &Desk, id: Uuid, sent: &Sent) -> Result<Response, Trouble> {
    let number = sent.line("number").trim_start_matches(['#', 'n', '°', ' ']).parse().unwrap_or(0);
    let mut work = desk.begin().await?;
    let into = work.enquiry_numbered(desk.controller(), number).await?;
    let into = into.ok_or(Trouble::Store(StoreError::NotThere))?;
    let grant = desk.grant::<AnswerEnquiry>(&mut work, id).await?;
    work.merge_enquiry(&grant, sent.version(), into).await?;
    work.commit().await?;
    Ok(acts::back(desk, id, "merge"))
}

/// `POST …/unmerge`: it was no double after all.
pub async fn unmerge(desk: Desk, Path(id): Path<Uuid>, sent: Sent) -> Response {
    let result = take_back(&desk, id, &sent).await;
    desk.settle(result)
}

async fn take_back(desk: &Desk, id: Uuid, sent: &Sent) -> Result<Response, Trouble> {
    let mut work = desk.begin().await?;
    let grant = desk.grant::<AnswerEnquiry>(&mut work, id).await?;
    work.part_enquiry(&grant, sent.version()).await?;
    work.commit().await?;
    Ok(acts::back(desk, id, "unmerge"))
}
