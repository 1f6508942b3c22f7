//! The list of the service: who is asked for, whose next contact has come, for whom nobody said when it is.

use super::frame;
use crate::addresses::service::ServicePage;
use crate::pages::desk::frame::Work;
use crate::pages::desk::trouble::Trouble;
use crate::pages::desk::{Colleagues, Desk};
use crate::pages::render;
use crate::pages::shell::{Link, Shell};
use ariane_domain::access::grant::FollowInService;
use ariane_domain::service::contact::Due;
use ariane_store::records::service::list::{MOST, ServiceFilter, ServiceRow};
use askama::Template;
use axum::extract::Query as Parameters;
use axum::http::StatusCode;
use axum::response::Response;
use serde::Deserialize;

/// Which.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct Asked {
    who: String,
    ended: String,
    training: String,
}

/// A line.
struct Row {
    link: Link,
    name: String,
    state: String,
    holder: String,
    day: Option<(String, String)>,
    late: String,
    has_case: bool,
}

/// Those that stand alike.
struct Group {
    word: &'static str,
    name: String,
    hint: String,
    rows: Vec<Row>,
}

#[derive(Template)]
#[template(path = "service/list.html")]
struct ListPage {
    shell: Shell,
    work: Work,
    groups: Vec<Group>,
    fresh: String,
    is_training: bool,
    is_full: bool,
    others: Vec<Link>,
}

impl Desk {
    fn service_row(&self, row: &ServiceRow, colleagues: &Colleagues) -> Row {
        let t = self.visit.t;
        let number = t.w("service-file-title", "number", &row.number.to_string());
        Row {
            link: Link::new(number, self.service_at(row.id)),
            name: if row.name.is_empty() { t.s("desk-name-unknown") } else { row.name.clone() },
            state: t.k("service-state", row.state.word()),
            holder: row.holder.map(|id| colleagues.name(id)).unwrap_or_default(),
            day: row.next_on.map(|day| (day.to_string(), t.date(day))),
            late: match row.next_on {
                Some(day) if row.due == Due::Now => self.lateness(day),
                _ => String::new(),
            },
            has_case: row.has_case,
        }
    }
}

/// `GET /{lang}/suivi`.
pub async fn get(desk: Desk, Parameters(asked): Parameters<Asked>) -> Response {
    let result = page(&desk, &asked).await;
    desk.settle(result)
}

async fn page(desk: &Desk, asked: &Asked) -> Result<Response, Trouble> {
    let t = desk.visit.t;
    let (is_mine, is_ended, is_training) = (asked.who == "mine", asked.ended == "1", asked.training == "1");
    let filter = ServiceFilter { holder: is_mine.then(|| desk.account()), is_ended, is_training };
    let colleagues = desk.colleagues().await?;
    let mut work = desk.begin().await?;
    let grant = desk.grant_all::<FollowInService>(&work, "service_file")?;
    let rows = work.service_list(&grant, filter, desk.today()).await?;
    work.commit().await?;
    let groups = Due::ALL.into_iter().map(|due| Group {
        word: due.word(),
        name: t.k("service-due", due.word()),
        hint: t.k("service-due-hint", due.word()),
        rows: rows
            .iter()
            .filter(|row| row.due == due)
            .map(|row| desk.service_row(row, &colleagues))
            .collect(),
    });
    let at = ServicePage::List.path(desk.visit.language);
    let to = |mine: bool, ended: bool, training: bool| {
        let parts = [(mine, "who=mine"), (ended, "ended=1"), (training, "training=1")];
        let parts: Vec<&str> = parts.into_iter().filter_map(|(is, part)| is.then_some(part)).collect();
        if parts.is_empty() { at.clone() } else { format!("{at}?{}", parts.join("&")) }
    };
    let link =
        |is: bool, (back, there): (&str, &str), path| Link::new(t.s(if is { back } else { there }), path);
    let page = ListPage {
        shell: frame::shell(desk, ServicePage::List, "", t.s("service-title")),
        work: frame::work(desk),
        is_full: rows.len() as u64 >= MOST,
        groups: groups.filter(|group| !group.rows.is_empty()).collect(),
        fresh: ServicePage::New.path(desk.visit.language),
        is_training,
        others: vec![
            link(is_mine, ("service-all", "service-mine"), to(!is_mine, is_ended, is_training)),
            link(is_ended, ("service-open", "service-ended"), to(is_mine, !is_ended, is_training)),
            link(is_training, ("cell-to-real", "cell-to-training"), to(is_mine, is_ended, !is_training)),
        ],
    };
    Ok(render(StatusCode::OK, &page))
}
