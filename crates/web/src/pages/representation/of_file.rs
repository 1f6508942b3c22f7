//! The page of a file, in the cell: of one that no enquiry stands behind, it is the only place; of any other, the same as at the desk.

use super::change::take_down;
use super::sections::Place;
use crate::pages::care::frame;
use crate::pages::desk::trouble::Trouble;
use crate::pages::desk::{Desk, Sent};
use crate::pages::protection::board;
use crate::pages::shell::Link;
use ariane_domain::access::grant::{ReadCase, WriteCase};
use ariane_domain::representation::RepresentedAct;
use axum::extract::Path;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use uuid::Uuid;

/// What a file is asked about: it has come to the cell already.
const ACTS: [RepresentedAct; 1] = [RepresentedAct::ShareOutside];

/// `GET …/representation`.
pub async fn get(desk: Desk, Path(id): Path<Uuid>) -> Response {
    let result = page(&desk, id, String::new(), StatusCode::OK).await;
    desk.settle(result)
}

async fn page(desk: &Desk, id: Uuid, said: String, status: StatusCode) -> Result<Response, Trouble> {
    let case = desk.load_case(id).await?.case;
    let mut work = desk.begin().await?;
    let grant = desk.case_grant::<ReadCase>(&mut work, id).await?;
    let represented = work.represented(&grant).await?;
    let disclosed = work.disclosures_of(&grant).await?;
    work.commit().await?;
    let t = desk.visit.t;
    let title = t.w("cell-representation-title", "number", &case.number.to_string());
    let shell = frame::of_file(desk, &case, "representation", title);
    let file = desk.case_at(id);
    let place = Place { at: format!("{file}/representation"), acts: &ACTS, hint: "cell-disclosures-hint" };
    let sections = desk.representation(&place, &represented, &disclosed);
    let next = vec![
        Link::new(t.w("cell-case-title", "number", &case.number.to_string()), file.clone()),
        Link::new(t.s("consent-title"), format!("{file}/consents")),
        Link::new(t.s("cell-head-edit"), format!("{file}/head")),
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
    let grant = desk.case_grant::<WriteCase>(&mut work, id).await?;
    if let Err(said) = take_down(desk, &mut work, &grant, sent).await? {
        drop(work);
        return page(desk, id, said, StatusCode::UNPROCESSABLE_ENTITY).await;
    }
    work.commit().await?;
    Ok(Redirect::to(&format!("{}/representation", desk.case_at(id))).into_response())
}
