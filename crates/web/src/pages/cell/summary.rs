//! The one summary that both coordinators stand behind.

use super::analysis::TextPage;
use super::fault::{Failed, Fault, not_there};
use super::{case, choose, frame};
use crate::addresses::cell::CellPage;
use crate::pages::desk::trouble::Trouble;
use crate::pages::desk::{Desk, Sent};
use crate::pages::render;
use ariane_domain::access::grant::WriteCase;
use ariane_domain::cell::Track;
use ariane_store::records::cell::wording::Kept;
use axum::extract::Path;
use axum::response::{IntoResponse, Redirect, Response};
use uuid::Uuid;

/// `GET …/summary`.
pub async fn get(desk: Desk, Path(id): Path<Uuid>) -> Response {
    let result = form(&desk, id, None).await;
    desk.settle(result)
}

async fn form(desk: &Desk, id: Uuid, failed: Option<Failed>) -> Result<Response, Trouble> {
    let t = desk.visit.t;
    let loaded = desk.load_case(id).await?;
    let summary = &loaded.case.summary;
    let failed = failed.unwrap_or_default();
    let is_again = failed.is("summary");
    let page = TextPage {
        shell: frame::shell(desk, CellPage::Case, &format!("{id}/summary"), t.s("cell-summary")),
        work: frame::work_on(desk, &loaded.case),
        action: format!("{}/summary", desk.case_at(id)),
        back: desk.case_at(id),
        label: t.s("cell-summary"),
        hint: t.s("cell-summary-hint"),
        text: if is_again { failed.text("summary", "text") } else { summary.text.clone() },
        revision: if is_again {
            failed.text("summary", "revision").parse().unwrap_or_default()
        } else {
            summary.joint.version
        },
        errors: failed.all().into_iter().map(|(_, error)| ("text".to_owned(), error)).collect(),
    };
    Ok(render(failed.status(), &page))
}

/// `POST …/summary`.
pub async fn post(desk: Desk, Path(id): Path<Uuid>, sent: Sent) -> Response {
    let text = choose::text(&sent);
    let result = match write(&desk, id, choose::revision(&sent), &text).await {
        Ok(Kept::Saved { is_joined, .. }) => {
            let done = if is_joined { "joined" } else { "written" };
            Ok(Redirect::to(&format!("{}?done={done}#summary", desk.case_at(id))).into_response())
        }
        Ok(Kept::Choose { pieces, revision }) => choose::page(&desk, id, "summary", pieces, revision).await,
        Err(Fault::Rule(word)) => {
            let revision = choose::revision(&sent).to_string();
            let typed = Sent(vec![("text".to_owned(), text), ("revision".to_owned(), revision)]);
            form(&desk, id, Some(Failed::new(&desk, "summary", word, &typed))).await
        }
        Err(Fault::Trouble(trouble)) => Err(trouble),
    };
    desk.settle(result)
}

async fn write(desk: &Desk, id: Uuid, read: u32, text: &str) -> Result<Kept, Fault> {
    let mut work = desk.begin().await?;
    let grant = desk.case_grant::<WriteCase>(&mut work, id).await?;
    let kept = work.write_summary(&grant, read, text).await?;
    if matches!(kept, Kept::Saved { .. }) {
        work.commit().await?;
    }
    Ok(kept)
}

/// `POST …/summary/sign/{track}`.
pub async fn sign(desk: Desk, Path((id, track)): Path<(Uuid, String)>, sent: Sent) -> Response {
    let done = stand_behind(&desk, id, &track, &sent).await;
    case::answer(&desk, id, "summary", &sent, done).await
}

async fn stand_behind(desk: &Desk, id: Uuid, track: &str, sent: &Sent) -> Result<(), Fault> {
    let track = Track::from_word(track).ok_or_else(not_there)?;
    let mut work = desk.begin().await?;
    let grant = desk.case_grant::<WriteCase>(&mut work, id).await?;
    work.sign_summary(&grant, track, choose::revision(sent)).await?;
    Ok(work.commit().await?)
}
