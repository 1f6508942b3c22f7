//! All panels that have not ended: what is late first, with whom it waits for.

use super::shell;
use crate::addresses::panel::PanelPage;
use crate::pages::desk::Desk;
use crate::pages::desk::frame::Work;
use crate::pages::desk::trouble::Trouble;
use crate::pages::render;
use crate::pages::shell::Shell;
use ariane_domain::access::grant::PreparePanel;
use ariane_domain::cell::Reality;
use ariane_domain::panel::PanelKind;
use ariane_store::records::panel::Panel;
use askama::Template;
use axum::extract::Query;
use axum::http::StatusCode;
use axum::response::Response;
use serde::Deserialize;

/// A panel in a list.
pub struct Line {
    /// Its page.
    pub href: String,
    /// What it is, with its number.
    pub title: String,
    /// Number of the file, urgency.
    pub what: String,
    /// State.
    pub state: String,
    /// What it waits for, and by when.
    pub waits: String,
    /// Whether that is late.
    pub is_late: bool,
}

impl Line {
    /// Of a panel of a file.
    pub fn new(desk: &Desk, one: &Panel, file: i64) -> Self {
        let t = desk.visit.t;
        let waits = one.standing.waits();
        let key = match one.kind {
            PanelKind::European => "panel-title-european",
            PanelKind::Local => "panel-title-local",
        };
        Self {
            href: desk.panel_at(one.id),
            title: t.w(key, "number", &one.number.to_string()),
            what: t.ww(
                "panel-of-file",
                ("file", &file.to_string()),
                ("urgency", &t.k("panel-urgency", one.urgency.word())),
            ),
            state: t.k("panel-state", one.state.word()),
            waits: waits
                .map(|(wait, late)| {
                    let what = t.k("panel-wait", wait.word());
                    t.ww("panel-waits", ("what", &what), ("day", &desk.last_day(late)))
                })
                .unwrap_or_default(),
            is_late: one.standing.is_late(desk.now),
        }
    }
}

/// What the page was asked for.
#[derive(Debug, Default, Deserialize)]
pub struct Asked {
    /// `training` for fictitious files.
    #[serde(default)]
    show: String,
}

#[derive(Template)]
#[template(path = "panel/list.html")]
struct ListPage {
    shell: Shell,
    work: Work,
    other: String,
    is_training: bool,
    late: Vec<Line>,
    others: Vec<Line>,
    closed: String,
}

/// `GET /{lang}/panels-et-avis`.
pub async fn get(desk: Desk, Query(asked): Query<Asked>) -> Response {
    let reality = if asked.show == "training" { Reality::Training } else { Reality::Real };
    let result = show(&desk, reality).await;
    desk.settle(result)
}

async fn show(desk: &Desk, reality: Reality) -> Result<Response, Trouble> {
    let t = desk.visit.t;
    let mut work = desk.begin().await?;
    let grant = desk.grant_all::<PreparePanel>(&work, "panels")?;
    let (all, closed) = work.panels_under_way(&grant, reality).await?;
    work.commit().await?;
    let lines = all.iter().map(|(one, file)| Line::new(desk, one, *file));
    let (late, others): (Vec<Line>, Vec<Line>) = lines.partition(|line| line.is_late);
    let at = PanelPage::List.path(desk.visit.language);
    let is_training = reality == Reality::Training;
    let page = ListPage {
        work: Work::at(desk, &at),
        other: if is_training { at } else { format!("{at}?show=training") },
        is_training,
        late,
        others,
        closed: if closed == 0 { String::new() } else { t.n("panel-list-closed", closed) },
        shell: shell(desk, "", t.s("panel-list")),
    };
    Ok(render(StatusCode::OK, &page))
}
