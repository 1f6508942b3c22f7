//! Finding an enquiry by name, number, mail address, telephone: in the body of a form, never in an address.

use super::frame::{self, Work};
use super::queue::Line;
use super::trouble::Trouble;
use super::{Desk, Sent};
use crate::addresses::desk::DeskPage;
use crate::pages::render;
use crate::pages::shell::Shell;
use ariane_domain::access::grant::ListEnquiries;
use askama::Template;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};

#[derive(Template)]
#[template(path = "desk/found.html")]
struct FoundPage {
    shell: Shell,
    work: Work,
    sought: String,
    lines: Vec<Line>,
    count: String,
}

/// `GET`: there is nothing to show before something is sought.
pub async fn get(desk: Desk) -> Response {
    Redirect::to(&DeskPage::Queue.path(desk.visit.language)).into_response()
}

/// `POST /{lang}/permanence/recherche`.
pub async fn post(desk: Desk, sent: Sent) -> Response {
    let result = page(&desk, &sent).await;
    desk.settle(result)
}

async fn page(desk: &Desk, sent: &Sent) -> Result<Response, Trouble> {
    let t = desk.visit.t;
    let colleagues = desk.colleagues().await?;
    let sought = sent.line("sought");
    let mut work = desk.begin().await?;
    let grant = desk.grant_all::<ListEnquiries>(&work, "queue")?;
    let rows = work.find_enquiries(&grant, &sought).await?;
    work.commit().await?;
    let page = FoundPage {
        shell: frame::shell(desk, DeskPage::Find, "", t.s("desk-found-title")),
        work: Work::new(desk, None),
        count: t.n("desk-found-count", rows.len()),
        lines: rows.into_iter().map(|row| desk.line(row, &colleagues)).collect(),
        sought,
    };
    Ok(render(StatusCode::OK, &page))
}
