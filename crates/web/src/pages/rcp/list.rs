//! Series of RCPs with their coming and past sessions.

use super::{Fault, at, frame, settle, shell};
use crate::addresses::rcp::RcpPage;
use crate::pages::desk::Desk;
use crate::pages::desk::frame::Work;
use crate::pages::render;
use crate::pages::shell::{Link, Shell};
use ariane_domain::access::grant::HoldRcp;
use ariane_store::records::rcp::sessions::Session;
use askama::Template;
use axum::http::StatusCode;
use axum::response::Response;

/// Most sessions that are listed: several series over some years.
const MOST: u64 = 200;
/// Past sessions shown per series.
const PAST: usize = 6;

/// A session in the list.
pub struct Line {
    /// Moment, and the page of the session.
    pub link: Link,
    /// State.
    pub state: String,
}

/// A series in the list.
struct Rcp {
    link: Link,
    about: String,
    note: String,
    coming: Vec<Line>,
    past: Vec<Line>,
}

#[derive(Template)]
#[template(path = "rcp/list.html")]
struct ListPage {
    shell: Shell,
    work: Work,
    all: Vec<Rcp>,
    fresh: String,
}

/// A session as a line.
pub fn line(desk: &Desk, one: &Session) -> Line {
    Line {
        link: Link::new(desk.moment(one.session.starts_at), at(desk, one.id)),
        state: desk.visit.t.k("rcp-state", one.session.state.word()),
    }
}

/// `GET /{lang}/rcp`.
pub async fn get(desk: Desk) -> Response {
    let result = show(&desk).await;
    settle(&desk, result)
}

async fn show(desk: &Desk) -> Result<Response, Fault> {
    let mut work = desk.begin().await?;
    let grant = desk.grant_all::<HoldRcp>(&work, "rcp_session")?;
    let series = work.rcp_series(&grant).await?;
    let sessions = work.rcp_sessions(&grant, None, MOST).await?;
    work.commit().await?;
    let (t, language) = (desk.visit.t, desk.visit.language);
    let all = series.into_iter().map(|one| {
        let own = sessions.iter().filter(|session| session.series == one.id);
        let (mut coming, past): (Vec<&Session>, Vec<&Session>) =
            own.partition(|session| session.session.state.is_coming());
        coming.reverse();
        let text = &one.text;
        Rcp {
            link: Link::new(text.name.clone(), RcpPage::Series.path_to(language, &one.id.to_string())),
            about: super::recurring::told(desk, &text.rules.recurrence),
            note: match (text.reality.counts(), text.is_ended) {
                (false, _) => t.s("rcp-training"),
                (true, true) => t.s("rcp-ended"),
                (true, false) => String::new(),
            },
            coming: coming.into_iter().map(|session| line(desk, session)).collect(),
            past: past.into_iter().take(PAST).map(|session| line(desk, session)).collect(),
        }
    });
    let page = ListPage {
        shell: shell(desk, RcpPage::List, "", t.s("rcp-list")),
        work: frame(desk, RcpPage::List),
        all: all.collect(),
        fresh: RcpPage::Series.path(language),
    };
    Ok(render(StatusCode::OK, &page))
}
