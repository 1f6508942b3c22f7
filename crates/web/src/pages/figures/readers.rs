//! Who is told by mail of new editions: a setting, and what the job then does.

use super::{shell, work};
use crate::addresses::figures::FiguresPage;
use crate::pages::desk::frame::Work;
use crate::pages::desk::trouble::Trouble;
use crate::pages::desk::{Desk, Sent};
use crate::pages::render;
use crate::pages::shell::{Link, Shell};
use ariane_domain::access::Action;
use ariane_domain::access::grant::{Grant, PublishFigures};
use ariane_figures::schedule::SETTLING_DAYS;
use ariane_store::figures::readers::Reader;
use askama::Template;
use axum::extract::Query as Parameters;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use serde::Deserialize;

/// Somebody who is entitled.
pub struct Row {
    /// Account.
    pub id: String,
    /// Name.
    pub name: String,
    /// Whether they are told of years.
    pub yearly: bool,
    /// Whether they are told of quarters.
    pub quarterly: bool,
}

/// What was done.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct Done {
    /// `1` after saving.
    pub done: String,
}

#[derive(Template)]
#[template(path = "figures/readers.html")]
struct ReadersPage {
    shell: Shell,
    work: Work,
    links: Vec<Link>,
    at: String,
    lead: String,
    no_mail: bool,
    is_done: bool,
    rows: Vec<Row>,
}

/// `GET /{lang}/chiffres/envoi`.
pub async fn get(desk: Desk, Parameters(done): Parameters<Done>) -> Response {
    let result = page(&desk, done.done == "1").await;
    desk.settle(result)
}

async fn page(desk: &Desk, is_done: bool) -> Result<Response, Trouble> {
    let (t, l) = (desk.visit.t, desk.visit.language);
    let colleagues = desk.colleagues().await?;
    let unit = desk.begin().await?;
    let grant: Grant<PublishFigures> = desk.grant_all(&unit, "figures")?;
    let readers = unit.figure_readers(&grant).await?;
    unit.commit().await?;
    let rows = colleagues.who_may(Action::ReadFigures).into_iter().map(|(id, name)| {
        let told = readers.iter().find(|one| one.account == id);
        Row {
            id: id.to_string(),
            name,
            yearly: told.is_some_and(|one| one.yearly),
            quarterly: told.is_some_and(|one| one.quarterly),
        }
    });
    let page = ReadersPage {
        shell: shell(desk, FiguresPage::Readers, "", t.s("figures-readers")),
        work: work(desk),
        links: desk.figure_links(),
        at: FiguresPage::Readers.path(l),
        lead: t.w("figures-readers-lead", "days", &SETTLING_DAYS.to_string()),
        no_mail: !desk.infoline.mail.is_set_up(),
        is_done,
        rows: rows.collect(),
    };
    Ok(render(StatusCode::OK, &page))
}

/// `POST /{lang}/chiffres/envoi`.
pub async fn post(desk: Desk, sent: Sent) -> Response {
    let result = keep(&desk, &sent).await;
    desk.settle(result)
}

async fn keep(desk: &Desk, sent: &Sent) -> Result<Response, Trouble> {
    let colleagues = desk.colleagues().await?;
    // Only those who are entitled: what else was sent is nobody.
    let readers: Vec<Reader> = colleagues
        .who_may(Action::ReadFigures)
        .into_iter()
        .map(|(account, _)| {
            let is = |field: &str| sent.all(field).any(|value| value == account.to_string());
            Reader { account, yearly: is("yearly"), quarterly: is("quarterly") }
        })
        .collect();
    let mut unit = desk.begin().await?;
    let grant: Grant<PublishFigures> = desk.grant_all(&unit, "figures")?;
    unit.set_figure_readers(&grant, &readers).await?;
    unit.commit().await?;
    let at = FiguresPage::Readers.path(desk.visit.language);
    Ok(Redirect::to(&format!("{at}?done=1")).into_response())
}
