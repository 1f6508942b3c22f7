//! The advice on one file, that the person was told, and what became of the report.

use super::session::told as answer;
use super::{Fault, at, grant};
use crate::pages::desk::{Desk, Sent};
use ariane_domain::cell::rcp::{KeptBack, Passing, PassingWay};
use ariane_store::records::rcp::advice::{TellingWay, WrittenAdvice};
use axum::extract::Path;
use axum::response::{IntoResponse, Redirect, Response};
use uuid::Uuid;

/// Back to the file on the session's page.
fn back(desk: &Desk, id: Uuid, file: Uuid, done: &str) -> Response {
    Redirect::to(&format!("{}?done={done}#file-{file}", at(desk, id))).into_response()
}

/// `POST …/file/{file}/advice`.
pub async fn write(desk: Desk, Path((id, file)): Path<(Uuid, Uuid)>, sent: Sent) -> Response {
    let result = keep(&desk, id, file, &sent).await;
    answer(&desk, id, result, &file.to_string(), &sent).await
}

async fn keep(desk: &Desk, id: Uuid, file: Uuid, sent: &Sent) -> Result<Response, Fault> {
    let read = sent.get("read").parse().map_err(|_| Fault::Rule("overtaken"))?;
    let dissent = sent.all("dissent").filter_map(|account| account.parse::<Uuid>().ok());
    let dissent = dissent.map(|account| (account, sent.text(&format!("why-{account}")))).collect();
    let (text, plain) = (sent.text("text"), sent.text("plain"));
    let mut work = desk.begin().await?;
    let grant = grant(desk, &work, id).await?;
    work.write_advice(&grant, file, &WrittenAdvice { read, text: &text, plain: &plain, dissent }).await?;
    work.commit().await?;
    Ok(back(desk, id, file, "saved"))
}

/// `POST …/file/{file}/told`: a clinician records that the person was told, or prefers not to know.
pub async fn told(desk: Desk, Path((id, file)): Path<(Uuid, Uuid)>, sent: Sent) -> Response {
    let result = record(&desk, id, file, &sent).await;
    answer(&desk, id, result, &file.to_string(), &sent).await
}

async fn record(desk: &Desk, id: Uuid, file: Uuid, sent: &Sent) -> Result<Response, Fault> {
    let way = match sent.get("way") {
        "explained" => TellingWay::Explained,
        "prefers-not-to-know" => TellingWay::PrefersNotToKnow,
        _ => return Err(Fault::Rule("unreadable")),
    };
    let mut work = desk.begin().await?;
    let grant = grant(desk, &work, id).await?;
    work.record_told(&grant, file, way, &sent.text("plain")).await?;
    work.commit().await?;
    Ok(back(desk, id, file, "saved"))
}

/// `POST …/file/{file}/pass`: on which way the report went to who treats the person, or why it did not.
pub async fn pass(desk: Desk, Path((id, file)): Path<(Uuid, Uuid)>, sent: Sent) -> Response {
    let result = pass_on(&desk, id, file, &sent).await;
    answer(&desk, id, result, &format!("pass-{file}"), &sent).await
}

async fn pass_on(desk: &Desk, id: Uuid, file: Uuid, sent: &Sent) -> Result<Response, Fault> {
    let word = sent.get("way");
    let passing = match (KeptBack::from_word(word), PassingWay::from_word(word)) {
        (Some(reason), _) => Passing::Kept(reason),
        (None, Some(way)) => {
            let on = sent.line("on").parse().map_err(|_| Fault::Rule("passing-day"))?;
            Passing::Passed { way, on }
        }
        (None, None) => return Err(Fault::Rule("unreadable")),
    };
    let mut work = desk.begin().await?;
    let grant = grant(desk, &work, id).await?;
    work.pass_report_on(&grant, file, passing, &sent.line("to")).await?;
    work.commit().await?;
    Ok(back(desk, id, file, "passed"))
}
