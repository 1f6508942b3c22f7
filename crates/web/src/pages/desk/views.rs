//! Saved views of the queue: one's own, made of codes.

use super::filter::Asked;
use super::trouble::Trouble;
use super::{Desk, Sent};
use crate::addresses::desk::DeskPage;
use ariane_domain::access::grant::ListEnquiries;
use axum::extract::Path;
use axum::response::{IntoResponse, Redirect, Response};
use uuid::Uuid;

/// `POST /{lang}/permanence/vues`.
pub async fn save(desk: Desk, sent: Sent) -> Response {
    let result = keep(&desk, &sent).await;
    desk.settle(result)
}

async fn keep(desk: &Desk, sent: &Sent) -> Result<Response, Trouble> {
    let query = Asked::sent(sent).query();
    let name: String = sent.line("name").chars().take(60).collect();
    if !query.is_empty() && !name.is_empty() {
        let work = desk.begin().await?;
        let grant = desk.grant_all::<ListEnquiries>(&work, "queue")?;
        work.save_view(&grant, &name, &query).await?;
        work.commit().await?;
    }
    let at = DeskPage::Queue.path(desk.visit.language);
    Ok(Redirect::to(&if query.is_empty() { at } else { format!("{at}?{query}") }).into_response())
}

/// `POST /{lang}/permanence/vues/{id}/remove`.
pub async fn remove(desk: Desk, Path(id): Path<Uuid>) -> Response {
    let result = take_away(&desk, id).await;
    desk.settle(result)
}

async fn take_away(desk: &Desk, id: Uuid) -> Result<Response, Trouble> {
    let work = desk.begin().await?;
    let grant = desk.grant_all::<ListEnquiries>(&work, "queue")?;
    work.remove_view(&grant, id).await?;
    work.commit().await?;
    Ok(Redirect::to(&DeskPage::Queue.path(desk.visit.language)).into_response())
}
