//! The page of an enquiry, at the desk.

use super::change::take_down;
use super::sections::Place;
use crate::addresses::desk::DeskPage;
use crate::pages::desk::trouble::Trouble;
use crate::pages::desk::{Desk, Sent, acts, frame};
use crate::pages::protection::board;
use crate::pages::shell::Link;
use ariane_domain::access::grant::{AnswerEnquiry, ReadEnquiry};
use ariane_domain::representation::RepresentedAct;
use axum::extract::Path;
use axum::http::StatusCode;
use axum::response::Response;
use uuid::Uuid;

/// `GET …/representation`.
pub async fn get(desk: Desk, Path(id): Path<Uuid>) -> Response {
    let result = page(&desk, id, String::new(), StatusCode::OK).await;
    desk.settle(result)
}

async fn page(desk: &Desk, id: Uuid, said: String, status: StatusCode) -> Result<Response, Trouble> {
    let mut work = desk.begin().await?;
    let grant = desk.grant::<ReadEnquiry>(&mut work, id).await?;
    let represented = work.represented(&grant).await?;
    let disclosed = work.disclosures_of(&grant).await?;
    let number = work.enquiry_number(desk.controller(), id).await?.unwrap_or_default();
    work.commit().await?;
    let t = desk.visit.t;
    let title = t.w("desk-representation-title", "number", &number.to_string());
    let shell = frame::shell(desk, DeskPage::Enquiry, &format!("{id}/representation"), title);
    let place = Place {
        at: format!("{}/representation", desk.enquiry_at(id)),
        acts: &RepresentedAct::ALL,
        hint: "desk-disclosures-hint",
    };
    let sections = desk.representation(&place, &represented, &disclosed);
    let next = vec![
        Link::new(t.s("desk-back"), desk.enquiry_at(id)),
        Link::new(t.s("desk-persons"), format!("{}/persons", desk.enquiry_at(id))),
    ];
    Ok(board::page(status, shell, t.s("desk-representation-lead"), said, sections, next))
}

/// `POST …/representation`.
pub async fn post(desk: Desk, Path(id): Path<Uuid>, sent: Sent) -> Response {
    let result = change(&desk, id, &sent).await;
    desk.settle(result)
}

async fn change(desk: &Desk, id: Uuid, sent: &Sent) -> Result<Response, Trouble> {
    let mut work = desk.begin().await?;
    let grant = desk.grant::<AnswerEnquiry>(&mut work, id).await?;
    if let Err(said) = take_down(desk, &mut work, &grant, sent).await? {
        drop(work);
        return page(desk, id, said, StatusCode::UNPROCESSABLE_ENTITY).await;
    }
    work.commit().await?;
    Ok(acts::back_to(desk, id, "representation"))
}
