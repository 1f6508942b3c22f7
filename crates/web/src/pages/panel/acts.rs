//! What the house does with a panel: the case validated, opened, its deadline moved, questions answered, CPMS followed, what was decided,
//! what the person was told, taking it back.

use super::one::{Once, load, show};
use super::{grant, papers, refused};
use crate::letters::panel::thanks;
use crate::pages::cell::acts::day;
use crate::pages::cell::fault::{Failed, Fault, not_there};
use crate::pages::desk::{Desk, Sent};
use crate::pages::dossier::texts::names_in;
use ariane_domain::access::grant::{Grant, PreparePanel, ShareForPanel, ValidatePanelCase};
use ariane_domain::cell::document::{DocumentKind, DocumentSource};
use ariane_domain::panel::PanelFault;
use ariane_domain::panel::state::CpmsState;
use ariane_privacy::random;
use ariane_store::StoreError;
use ariane_store::records::Work;
use ariane_store::records::care::documents::NewDocument;
use ariane_store::records::cell::CellError;
use ariane_store::records::panel::changes::Said;
use ariane_store::records::rcp::advice::TellingWay;
use axum::extract::Path;
use axum::response::{IntoResponse, Redirect, Response};
use uuid::Uuid;

/// Why something is not done, with the words that name somebody.
struct NotDone {
    fault: Fault,
    named: Vec<String>,
}

impl<F: Into<Fault>> From<F> for NotDone {
    fn from(fault: F) -> Self {
        Self { fault: fault.into(), named: Vec::new() }
    }
}

/// The answer to a form: back to the page, or the page with the form that was not taken.
async fn settled(desk: &Desk, id: Uuid, form: &str, sent: &Sent, done: Result<(), NotDone>) -> Response {
    let result = match done {
        Ok(()) => Ok(Redirect::to(&format!("{}?done=1", desk.panel_at(id))).into_response()),
        Err(NotDone { fault: Fault::Rule(word), named }) => {
            show(desk, id, &Failed::new(desk, form, word, sent), Once::default(), named, false).await
        }
        Err(NotDone { fault: Fault::Trouble(trouble), .. }) => Err(trouble),
    };
    desk.settle(result)
}

fn said(sent: &Sent) -> Said {
    Said {
        version: Some(sent.version()),
        key: sent.get("key").parse().ok(),
        detail: "",
        text: sent.text("text"),
    }
}

/// `POST …/{id}/case/validate`: the hub's clinician.
pub async fn validate_case(desk: Desk, Path(id): Path<Uuid>, sent: Sent) -> Response {
    let done = validated(&desk, id, &sent).await;
    settled(&desk, id, "validate-case", &sent, done).await
}

async fn validated(desk: &Desk, id: Uuid, sent: &Sent) -> Result<(), NotDone> {
    if !sent.is("read") {
        return Err(Fault::Rule("panel-read-first").into());
    }
    let mut work = desk.begin().await?;
    let facts = work.panel_facts(desk.controller(), id).await?;
    let grant: Grant<ValidatePanelCase> = work.grant(&desk.actor(), facts).map_err(refused)?;
    work.validate_panel_case(&grant, &said(sent)).await?;
    Ok(work.commit().await?)
}

/// `POST …/{id}/{act}`.
pub async fn post(desk: Desk, Path((id, act)): Path<(Uuid, String)>, sent: Sent) -> Response {
    let done = acted(&desk, id, &act, &sent).await;
    settled(&desk, id, &act, &sent, done).await
}

async fn acted(desk: &Desk, id: Uuid, act: &str, sent: &Sent) -> Result<(), NotDone> {
    let words = said(sent);
    if matches!(act, "answer" | "decide") && !sent.is("leave") {
        let named = names(desk, id, &words.text).await?;
        if !named.is_empty() {
            return Err(NotDone { fault: Fault::Rule(PanelFault::NamesSomebody.rule()), named });
        }
    }
    let paper = match act {
        "file" | "tell" => papers::for_the_file(desk, &load(desk, id).await?.0).await?,
        _ => None,
    };
    let mail_id = random::id(desk.now).map_err(StoreError::from)?;
    let mut work = desk.begin().await?;
    let grant = grant::<PreparePanel>(desk, &mut work, id).await?;
    match act {
        "open" => {
            work.open_panel(&grant, &words, &sent.line("number")).await?;
        }
        "extend" => {
            let due = day(sent, "due")?.ok_or(Fault::Rule("panel-deadline"))?;
            work.extend_panel(&grant, &words, due).await?;
        }
        "answer" => {
            work.answer_in_panel(&grant, &words).await?;
        }
        "note" => {
            let state = CpmsState::from_word(sent.get("state")).ok_or_else(not_there)?;
            let on = day(sent, "on")?.ok_or(Fault::Rule("no-day"))?;
            work.note_cpms(&grant, &words, state, on).await?;
        }
        "record" => {
            work.record_outcome(&grant, &words).await?;
        }
        "decide" => {
            let is_new = work.decide_panel(&grant, &words).await?;
            if is_new && desk.infoline.mail.is_set_up() {
                // A Message-ID of its own for each: made of the one that was drawn.
                let made = |at: u128| Uuid::from_u128(mail_id.as_u128().wrapping_add(at));
                let letter = |at: u128, expert: &_| thanks(&desk.infoline, expert, made(at));
                work.thank_experts(&grant, letter).await?;
            }
        }
        "tell" => {
            let way = match sent.get("way") {
                "explained" => TellingWay::Explained,
                "prefers-not-to-know" => TellingWay::PrefersNotToKnow,
                _ => return Err(not_there().into()),
            };
            work.tell_panel(&grant, sent.version(), way, &words.text).await?;
            match file(&mut work, &grant, sent.version() + 1, paper).await {
                // What was explained is noted, whether the paper lies there already or there is no room for it.
                Ok(()) | Err(CellError::Rule(_)) => {}
                Err(other) => return Err(other.into()),
            }
        }
        "file" => file(&mut work, &grant, sent.version(), paper).await?,
        "withdraw" => {
            work.withdraw_panel(&grant, &words).await?;
        }
        _ => return Err(not_there().into()),
    }
    Ok(work.commit().await?)
}

/// Puts the outcome among the documents of the file.
async fn file(
    work: &mut Work<'_>,
    grant: &Grant<PreparePanel>,
    version: i32,
    paper: Option<(String, Vec<u8>)>,
) -> Result<(), CellError> {
    let (name, bytes) = paper.ok_or(CellError::Rule("not-possible"))?;
    let new = NewDocument {
        kind: DocumentKind::Advice,
        source: DocumentSource::Doctor,
        is_for_rcp: false,
        name: &name,
        about: "",
        media_type: "application/pdf",
        bytes: &bytes,
    };
    work.file_panel_outcome(grant, version, &new).await?;
    Ok(())
}

/// What in words that go to experts names somebody whom the file knows (duty D11). Only who may share the file for a panel is told.
async fn names(desk: &Desk, id: Uuid, text: &str) -> Result<Vec<String>, Fault> {
    if text.trim().is_empty() {
        return Ok(Vec::new());
    }
    let panel = load(desk, id).await?.0.panel;
    let mut work = desk.begin().await?;
    let (_, facts) = work.dossier_gate(desk.controller(), panel.file, panel.dossier).await?;
    let grant: Grant<ShareForPanel> = work.grant(&desk.actor(), facts)?;
    let (_, material) = work.read_dossier(&grant, panel.dossier).await?;
    work.commit().await?;
    Ok(names_in(&material, text, desk.visit.language))
}
