//! What we could not give: recorded at the enquiry, counted on a page of its own without persons.

use super::frame::{self, Work};
use super::trouble::Trouble;
use super::{Desk, Sent, acts};
use crate::addresses::desk::DeskPage;
use crate::pages::entry::need_label;
use crate::pages::render;
use crate::pages::shell::Shell;
use ariane_domain::access::grant::{AnswerEnquiry, ReadUnmetNeeds};
use ariane_domain::enquiry::{UnmetNeed, UnmetReason};
use ariane_store::StoreError;
use ariane_store::records::desk::unmet::Unmet;
use askama::Template;
use axum::extract::Path;
use axum::http::StatusCode;
use axum::response::Response;
use chrono::{Datelike, NaiveDate, NaiveTime};
use uuid::Uuid;

#[derive(Template)]
#[template(path = "desk/unmet.html")]
struct UnmetPage {
    shell: Shell,
    work: Work,
    since: String,
    rows: Vec<(String, String, String)>,
}

impl Desk {
    /// An entry in words: what and why, the note.
    pub fn unmet_line(&self, unmet: &Unmet) -> (String, String) {
        let need = need_label(&self.visit, unmet.entry.need);
        let reason = self.visit.t.k("unmet-reason", unmet.entry.reason.word());
        (self.visit.t.ww("desk-unmet-line", ("need", &need), ("reason", &reason)), unmet.note.clone())
    }
}

/// `POST …/unmet`.
pub async fn post(desk: Desk, Path(id): Path<Uuid>, sent: Sent) -> Response {
    let result = record(&desk, id, &sent).await;
    desk.settle(result)
}

async fn record(desk: &Desk, id: Uuid, sent: &Sent) -> Result<Response, Trouble> {
    let wrong = || Trouble::Store(StoreError::NotPossible);
    let entry = UnmetNeed {
        need: sent.get("need").parse().map_err(|_| wrong())?,
        reason: UnmetReason::from_word(sent.get("reason")).ok_or_else(wrong)?,
    };
    let mut work = desk.begin().await?;
    let grant = desk.grant::<AnswerEnquiry>(&mut work, id).await?;
    let fault = work.record_unmet(&grant, entry, &sent.text("note")).await?;
    let done = match fault {
        Ok(()) => {
            work.commit().await?;
            "unmet"
        }
        Err(ariane_domain::enquiry::UnmetFault::NoteMissing) => "unmet-note-missing",
        Err(ariane_domain::enquiry::UnmetFault::Twice) => "unmet-twice",
    };
    Ok(acts::back(desk, id, done))
}

/// `GET /{lang}/permanence/besoins-non-couverts`: this year's ledger in numbers.
pub async fn get(desk: Desk) -> Response {
    let result = ledger(&desk).await;
    desk.settle(result)
}

async fn ledger(desk: &Desk) -> Result<Response, Trouble> {
    let t = desk.visit.t;
    let first = NaiveDate::from_ymd_opt(desk.visit.today.year(), 1, 1).unwrap_or(desk.visit.today);
    let mut work = desk.begin().await?;
    let grant = desk.grant_all::<ReadUnmetNeeds>(&work, "unmet-need")?;
    let counts = work.unmet_counts(&grant, first.and_time(NaiveTime::MIN).and_utc()).await?;
    work.commit().await?;
    let rows = counts.into_iter().map(|c| {
        let need = need_label(&desk.visit, c.entry.need);
        (need, t.k("unmet-reason", c.entry.reason.word()), t.number(c.count as f64))
    });
    let page = UnmetPage {
        shell: frame::shell(desk, DeskPage::Unmet, "", t.s("desk-unmet")),
        work: Work::new(desk, Some(DeskPage::Unmet)),
        since: t.w("desk-unmet-since", "day", &t.date(first)),
        rows: rows.collect(),
    };
    Ok(render(StatusCode::OK, &page))
}
