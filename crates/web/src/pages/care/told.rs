//! Writing down that something was explained to the person, or that they prefer not to know (duty D2).

use super::letters;
use crate::pages::cell::acts::day;
use crate::pages::cell::fault::{Failed, Fault, not_there};
use crate::pages::desk::{Desk, Sent};
use ariane_domain::access::grant::WriteCase;
use ariane_domain::cell::told::{Delicate, Told};
use axum::extract::Path;
use axum::response::{IntoResponse, Redirect, Response};
use chrono::NaiveTime;
use uuid::Uuid;

/// `POST …/told`.
pub async fn post(desk: Desk, Path(id): Path<Uuid>, sent: Sent) -> Response {
    let done = keep(&desk, id, &sent).await;
    let result = match done {
        Ok(()) => Ok(Redirect::to(&format!("{}/letters?done=1#told", desk.case_at(id))).into_response()),
        Err(Fault::Rule(word)) => {
            letters::show(&desk, id, &Failed::new(&desk, "told-new", word, &sent), false).await
        }
        Err(Fault::Trouble(trouble)) => Err(trouble),
    };
    desk.settle(result)
}

async fn keep(desk: &Desk, id: Uuid, sent: &Sent) -> Result<(), Fault> {
    let kind = Delicate::from_word(sent.get("kind")).ok_or_else(not_there)?;
    let at = match day(sent, "day")? {
        None => desk.now,
        Some(on) if on > desk.today() => return Err(Fault::Rule("told-ahead")),
        Some(on) if on == desk.today() => desk.now,
        Some(on) => on.and_time(NaiveTime::MIN).and_utc(),
    };
    // The store names the account of who writes it down.
    let by = desk.account();
    let told = match sent.get("told") {
        "explained" => Told::Explained { by, at },
        "prefers-not" => Told::PrefersNotToKnow { by, at },
        "not-yet" => Told::NotYet,
        _ => return Err(not_there()),
    };
    let mut work = desk.begin().await?;
    let grant = desk.case_grant::<WriteCase>(&mut work, id).await?;
    work.note_told(&grant, kind, told, &sent.text("text")).await?;
    Ok(work.commit().await?)
}
