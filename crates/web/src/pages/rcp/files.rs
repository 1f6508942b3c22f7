//! Which files a session discusses.

use super::acts::back;
use super::session::told;
use super::{Fault, grant};
use crate::pages::desk::{Desk, Sent};
use ariane_domain::access::grant::WriteCase;
use axum::extract::Path;
use axum::response::Response;
use uuid::Uuid;

/// `POST …/file`: one file by its number.
pub async fn add(desk: Desk, Path(id): Path<Uuid>, sent: Sent) -> Response {
    let result = list(&desk, id, &sent).await;
    told(&desk, id, result, "file", &sent).await
}

async fn list(desk: &Desk, id: Uuid, sent: &Sent) -> Result<Response, Fault> {
    let number = sent.line("number");
    let number = number.trim_start_matches(|c: char| !c.is_ascii_digit());
    let number = number.parse().map_err(|_| Fault::Rule("no-such-file"))?;
    let mut work = desk.begin().await?;
    let grant = grant(desk, &work, id).await?;
    let file = work.file_for_rcp(&grant, number).await?;
    let case = desk.case_grant::<WriteCase>(&mut work, file).await?;
    work.list_file(&grant, &case).await?;
    work.commit().await?;
    Ok(back(desk, id, "file"))
}

/// `POST …/file/{file}/remove`: closed at once to who was invited.
pub async fn remove(desk: Desk, Path((id, file)): Path<(Uuid, Uuid)>, sent: Sent) -> Response {
    let result = unlist(&desk, id, file).await;
    told(&desk, id, result, "", &sent).await
}

async fn unlist(desk: &Desk, id: Uuid, file: Uuid) -> Result<Response, Fault> {
    let mut work = desk.begin().await?;
    let grant = grant(desk, &work, id).await?;
    let case = desk.case_grant::<WriteCase>(&mut work, file).await?;
    work.unlist_file(&grant, &case).await?;
    work.commit().await?;
    Ok(back(desk, id, "removed"))
}
