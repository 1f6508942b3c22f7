//! What may be done with a meeting as a whole: its agenda, beginning and end, signatures, addenda.

use super::live::{self, Said};
use super::{Fault, at, grant, settle};
use crate::pages::desk::{Desk, Sent};
use ariane_domain::cell::Track;
use axum::extract::Path;
use axum::response::{IntoResponse, Redirect, Response};
use uuid::Uuid;

/// Back to the meeting.
fn back(desk: &Desk, id: Uuid, query: &str) -> Response {
    Redirect::to(&format!("{}{query}", at(desk, id))).into_response()
}

/// The answer: a rule that refused is said on the meeting's page, with what was typed.
async fn told(desk: &Desk, id: Uuid, result: Result<Response, Fault>, said: Said) -> Response {
    let result = match result {
        Err(Fault::Rule(fault)) => live::show(desk, id, Said { fault, ..said }).await,
        other => other,
    };
    settle(desk, result)
}

/// `POST …/agenda`: what should be on it and is not, comes behind what is.
pub async fn agenda(desk: Desk, Path(id): Path<Uuid>) -> Response {
    let result = build(&desk, id).await;
    told(&desk, id, result, Said::default()).await
}

async fn build(desk: &Desk, id: Uuid) -> Result<Response, Fault> {
    let office = &desk.infoline.office;
    let mut work = desk.begin().await?;
    let grant = grant(desk, &work, id).await?;
    let starts_at = work.read_meeting(&grant).await?.meeting.starts_at;
    let until = office.day(starts_at).max(office.day(desk.now));
    let added = work.build_agenda(&grant, until).await?;
    work.commit().await?;
    Ok(back(desk, id, &format!("?added={added}")))
}

/// `POST …/file`: one file by its number.
pub async fn file(desk: Desk, Path(id): Path<Uuid>, sent: Sent) -> Response {
    let number = sent.line("number");
    let result = add(&desk, id, &number).await;
    told(&desk, id, result, Said { number, ..Said::default() }).await
}

async fn add(desk: &Desk, id: Uuid, number: &str) -> Result<Response, Fault> {
    let number = number.trim_start_matches(|c: char| !c.is_ascii_digit());
    let number = number.parse().map_err(|_| Fault::Rule("no-such-file"))?;
    let mut work = desk.begin().await?;
    let grant = grant(desk, &work, id).await?;
    work.add_item(&grant, number).await?;
    work.commit().await?;
    Ok(back(desk, id, "?added=1"))
}

/// `POST …/state`: it begins, ends, or does not take place.
pub async fn state(desk: Desk, Path(id): Path<Uuid>, sent: Sent) -> Response {
    let result = change(&desk, id, &sent).await;
    told(&desk, id, result, Said::default()).await
}

async fn change(desk: &Desk, id: Uuid, sent: &Sent) -> Result<Response, Fault> {
    let mut work = desk.begin().await?;
    let grant = grant(desk, &work, id).await?;
    // Who types meanwhile moves the version on; whether the meeting may begin or end does not depend on it.
    let version = work.read_meeting(&grant).await?.version;
    match sent.get("act") {
        "begin" => {
            work.begin_meeting(&grant, version).await?;
            // Who begins it is there.
            work.attend(&grant).await?;
        }
        "end" => work.end_meeting(&grant, version).await?,
        "cancel" => work.cancel_meeting(&grant, version).await?,
        _ => return Err(Fault::Rule("not-possible")),
    }
    work.commit().await?;
    Ok(back(desk, id, ""))
}

/// `POST …/sign`: one of the two signs what they read.
pub async fn sign(desk: Desk, Path(id): Path<Uuid>, sent: Sent) -> Response {
    let result = put_name(&desk, id, &sent).await;
    told(&desk, id, result, Said::default()).await
}

async fn put_name(desk: &Desk, id: Uuid, sent: &Sent) -> Result<Response, Fault> {
    let track = Track::from_word(sent.get("track")).ok_or(Fault::Rule("not-your-track"))?;
    let read = sent.get("read").parse().map_err(|_| Fault::Rule("not-what-was-read"))?;
    let mut work = desk.begin().await?;
    let grant = grant(desk, &work, id).await?;
    work.sign_minutes(&grant, track, read).await?;
    work.commit().await?;
    Ok(back(desk, id, "?done=signed"))
}

/// `POST …/addendum`: a correction to closed minutes.
pub async fn addendum(desk: Desk, Path(id): Path<Uuid>, sent: Sent) -> Response {
    let addendum = sent.text("addendum");
    let result = correct(&desk, id, &addendum).await;
    told(&desk, id, result, Said { addendum, ..Said::default() }).await
}

async fn correct(desk: &Desk, id: Uuid, text: &str) -> Result<Response, Fault> {
    let mut work = desk.begin().await?;
    let grant = grant(desk, &work, id).await?;
    work.add_addendum(&grant, text).await?;
    work.commit().await?;
    Ok(back(desk, id, "#addenda"))
}
