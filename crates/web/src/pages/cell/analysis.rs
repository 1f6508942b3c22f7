//! Writing, signing and opening anew the analysis of a track.

use super::fault::{Failed, Fault, not_there};
use super::{case, choose, frame};
use crate::addresses::cell::CellPage;
use crate::pages::desk::frame::Work;
use crate::pages::desk::trouble::Trouble;
use crate::pages::desk::{Desk, Sent};
use crate::pages::render;
use crate::pages::shell::Shell;
use ariane_domain::access::grant::WriteCase;
use ariane_domain::cell::Track;
use ariane_store::records::cell::wording::Kept;
use askama::Template;
use axum::extract::Path;
use axum::response::{IntoResponse, Redirect, Response};
use uuid::Uuid;

/// The page on which a text of the file is written.
#[derive(Template)]
#[template(path = "cell/text.html")]
pub struct TextPage {
    /// Frame.
    pub shell: Shell,
    /// Frame.
    pub work: Work,
    /// Where it is sent.
    pub action: String,
    /// The file.
    pub back: String,
    /// Label of the field.
    pub label: String,
    /// What helps to write it.
    pub hint: String,
    /// Words.
    pub text: String,
    /// Revision that was read.
    pub revision: u32,
    /// What is wrong.
    pub errors: Vec<(String, String)>,
}

fn what(track: Track) -> String {
    format!("analysis/{}", track.word())
}

/// `GET …/analysis/{track}`.
pub async fn get(desk: Desk, Path((id, track)): Path<(Uuid, String)>) -> Response {
    let result = form(&desk, id, &track, None).await;
    desk.settle(result)
}

async fn form(desk: &Desk, id: Uuid, track: &str, failed: Option<Failed>) -> Result<Response, Trouble> {
    let t = desk.visit.t;
    let track = Track::from_word(track).ok_or(Trouble::Store(ariane_store::StoreError::NotThere))?;
    let loaded = desk.load_case(id).await?;
    let draft = loaded.case.analysis(track).and_then(|analysis| analysis.draft());
    let failed = failed.unwrap_or_default();
    let form = case::analysis_form(track);
    let page = TextPage {
        shell: frame::shell(
            desk,
            CellPage::Case,
            &format!("{id}/{}", what(track)),
            t.k("cell-analysis", track.word()),
        ),
        work: frame::work_on(desk, &loaded.case),
        action: format!("{}/{}", desk.case_at(id), what(track)),
        back: desk.case_at(id),
        label: t.k("cell-analysis", track.word()),
        hint: t.k("cell-analysis-hint", track.word()),
        // What was typed on an earlier revision stays on it, so that the next try joins it.
        revision: match draft {
            _ if failed.is(&form) => failed.text(&form, "revision").parse().unwrap_or_default(),
            Some(draft) => draft.version.revision,
            None => 0,
        },
        text: if failed.is(&form) {
            failed.text(&form, "text")
        } else {
            draft.map(|draft| draft.text.clone()).unwrap_or_default()
        },
        errors: failed.all().into_iter().map(|(_, error)| ("text".to_owned(), error)).collect(),
    };
    Ok(render(failed.status(), &page))
}

/// `POST …/analysis/{track}`.
pub async fn post(desk: Desk, Path((id, track)): Path<(Uuid, String)>, sent: Sent) -> Response {
    let text = choose::text(&sent);
    let done = write(&desk, id, &track, choose::revision(&sent), &text).await;
    let result = match done {
        Ok(Kept::Saved { is_joined, .. }) => {
            let done = if is_joined { "joined" } else { "written" };
            let to = format!("{}?done={done}#analysis-{track}", desk.case_at(id));
            Ok(Redirect::to(&to).into_response())
        }
        Ok(Kept::Choose { pieces, revision }) => {
            choose::page(&desk, id, &format!("analysis/{track}"), pieces, revision).await
        }
        Err(Fault::Rule(word)) => {
            let typed = Sent(vec![
                ("text".to_owned(), text),
                ("revision".to_owned(), choose::revision(&sent).to_string()),
            ]);
            let failed = Failed::new(&desk, &format!("analysis-{track}"), word, &typed);
            form(&desk, id, &track, Some(failed)).await
        }
        Err(Fault::Trouble(trouble)) => Err(trouble),
    };
    desk.settle(result)
}

async fn write(desk: &Desk, id: Uuid, track: &str, read: u32, text: &str) -> Result<Kept, Fault> {
    let track = Track::from_word(track).ok_or_else(not_there)?;
    let mut work = desk.begin().await?;
    let grant = desk.case_grant::<WriteCase>(&mut work, id).await?;
    let kept = work.write_analysis(&grant, track, read, text).await?;
    if matches!(kept, Kept::Saved { .. }) {
        work.commit().await?;
    }
    Ok(kept)
}

/// `POST …/analysis/{track}/sign`.
pub async fn sign(desk: Desk, Path((id, track)): Path<(Uuid, String)>, sent: Sent) -> Response {
    let done = sign_draft(&desk, id, &track, &sent).await;
    case::answer(&desk, id, &format!("analysis-{track}"), &sent, done).await
}

async fn sign_draft(desk: &Desk, id: Uuid, track: &str, sent: &Sent) -> Result<(), Fault> {
    let track = Track::from_word(track).ok_or_else(not_there)?;
    let mut work = desk.begin().await?;
    let grant = desk.case_grant::<WriteCase>(&mut work, id).await?;
    work.sign_analysis(&grant, track, choose::revision(sent)).await?;
    Ok(work.commit().await?)
}

/// `POST …/analysis/{track}/reopen`.
pub async fn reopen(desk: Desk, Path((id, track)): Path<(Uuid, String)>, sent: Sent) -> Response {
    let done = open_anew(&desk, id, &track, &sent).await;
    case::answer(&desk, id, &format!("analysis-{track}"), &sent, done).await
}

async fn open_anew(desk: &Desk, id: Uuid, track: &str, sent: &Sent) -> Result<(), Fault> {
    let track = Track::from_word(track).ok_or_else(not_there)?;
    let mut work = desk.begin().await?;
    let grant = desk.case_grant::<WriteCase>(&mut work, id).await?;
    work.reopen_analysis(&grant, track, &sent.text("text")).await?;
    Ok(work.commit().await?)
}
