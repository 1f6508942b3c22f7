//! What may be done with a file as a whole: where it stands, who brought it, who holds its tracks, a contact.

use super::case;
use super::fault::{Fault, not_there};
use crate::pages::desk::{Desk, Sent};
use ariane_domain::access::grant::WriteCase;
use ariane_domain::account::Role;
use ariane_domain::cell::file::{CloseReason, FileChange, FileEvent, PauseReason};
use ariane_domain::cell::{BroughtBy, Track, Who};
use ariane_domain::enquiry::DeclineReason;
use axum::extract::Path;
use axum::response::Response;
use chrono::NaiveDate;
use uuid::Uuid;

/// The form of a change of the file.
pub fn form_of(change: FileChange) -> String {
    format!("act-{}", change.word())
}

/// A day as a date field sends it; none when the field is empty.
pub fn day(sent: &Sent, name: &str) -> Result<Option<NaiveDate>, Fault> {
    match sent.line(name).as_str() {
        "" => Ok(None),
        typed => typed.parse().map(Some).map_err(|_| Fault::Rule("no-day")),
    }
}

/// What a form says is to happen to the file.
fn event(change: FileChange, sent: &Sent) -> Result<FileEvent, Fault> {
    let reason = sent.get("reason");
    let missing = Fault::Rule("reason-missing");
    Ok(match change {
        FileChange::AskBack => FileEvent::AskBack,
        FileChange::Complete => FileEvent::Complete,
        FileChange::Accept => FileEvent::Accept,
        FileChange::Refuse => FileEvent::Refuse(DeclineReason::from_word(reason).ok_or(missing)?),
        FileChange::Reconsider => FileEvent::Reconsider,
        FileChange::Pause => FileEvent::Pause {
            reason: PauseReason::from_word(reason).ok_or(missing)?,
            until: day(sent, "until")?,
        },
        FileChange::Resume => FileEvent::Resume,
        FileChange::Close => FileEvent::Close(CloseReason::from_word(reason).ok_or(missing)?),
        FileChange::Reopen => FileEvent::Reopen,
        FileChange::RecordDeath => FileEvent::RecordDeath,
        FileChange::CorrectDeath => FileEvent::CorrectDeath,
    })
}

/// `POST …/change/{word}`.
pub async fn change(desk: Desk, Path((id, word)): Path<(Uuid, String)>, sent: Sent) -> Response {
    let form = format!("act-{word}");
    let done = change_file(&desk, id, &word, &sent).await;
    case::answer(&desk, id, &form, &sent, done).await
}

async fn change_file(desk: &Desk, id: Uuid, word: &str, sent: &Sent) -> Result<(), Fault> {
    let change = FileChange::from_word(word).ok_or_else(not_there)?;
    let mut work = desk.begin().await?;
    let grant = desk.case_grant::<WriteCase>(&mut work, id).await?;
    let event = event(change, sent)?;
    let died_on = if event == FileEvent::RecordDeath { day(sent, "until")? } else { None };
    let text = sent.text("text");
    work.change_case_on(&grant, sent.version(), event, &text, died_on, desk.today()).await?;
    Ok(work.commit().await?)
}

/// `POST …/contact`: what was said with the person.
pub async fn contact(desk: Desk, Path(id): Path<Uuid>, sent: Sent) -> Response {
    let done = note_contact(&desk, id, &sent).await;
    case::answer(&desk, id, "contact", &sent, done).await
}

async fn note_contact(desk: &Desk, id: Uuid, sent: &Sent) -> Result<(), Fault> {
    let mut work = desk.begin().await?;
    let grant = desk.case_grant::<WriteCase>(&mut work, id).await?;
    work.record_contact(&grant, &sent.text("text")).await?;
    Ok(work.commit().await?)
}

/// `POST …/pressing`: it presses, and why; or it does not any more.
pub async fn pressing(desk: Desk, Path(id): Path<Uuid>, sent: Sent) -> Response {
    let done = press(&desk, id, &sent).await;
    case::answer(&desk, id, "pressing", &sent, done).await
}

async fn press(desk: &Desk, id: Uuid, sent: &Sent) -> Result<(), Fault> {
    let mut work = desk.begin().await?;
    let grant = desk.case_grant::<WriteCase>(&mut work, id).await?;
    work.press_case(&grant, sent.version(), sent.is("pressing"), &sent.line("text")).await?;
    Ok(work.commit().await?)
}

/// `POST …/brought-by`: corrects who brought the person, with a reason.
pub async fn brought_by(desk: Desk, Path(id): Path<Uuid>, sent: Sent) -> Response {
    let done = correct(&desk, id, &sent).await;
    case::answer(&desk, id, "brought-by", &sent, done).await
}

async fn correct(desk: &Desk, id: Uuid, sent: &Sent) -> Result<(), Fault> {
    let to = BroughtBy::from_word(sent.get("brought-by")).ok_or(Fault::Rule("same"))?;
    let mut work = desk.begin().await?;
    let grant = desk.case_grant::<WriteCase>(&mut work, id).await?;
    work.correct_brought_by(&grant, sent.version(), to, &sent.line("text")).await?;
    Ok(work.commit().await?)
}

/// The functions that hold a track.
pub fn roles_of(track: Track) -> Vec<Role> {
    let holds = |role: &Role| Who::of_role(*role) == Some(Who::of_track(track));
    Role::ALL.into_iter().filter(holds).collect()
}

/// `POST …/hold/{track}`: gives a track to one of its coordinators.
pub async fn hold(desk: Desk, Path((id, track)): Path<(Uuid, String)>, sent: Sent) -> Response {
    let form = format!("hold-{track}");
    let done = give(&desk, id, &track, &sent).await;
    case::answer(&desk, id, &form, &sent, done).await
}

async fn give(desk: &Desk, id: Uuid, track: &str, sent: &Sent) -> Result<(), Fault> {
    let track = Track::from_word(track).ok_or_else(not_there)?;
    let colleagues = desk.colleagues().await?.holding(&roles_of(track));
    let wanted = colleagues.iter().find(|(id, _)| id.to_string() == sent.get("account"));
    let (account, _) = wanted.ok_or_else(not_there)?;
    let mut work = desk.begin().await?;
    let grant = desk.case_grant::<WriteCase>(&mut work, id).await?;
    work.hold_track(&grant, sent.version(), track, *account).await?;
    Ok(work.commit().await?)
}
