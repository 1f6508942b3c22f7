//! The page of an invited expert behind its [`door`](super::door): one pseudonymised case and nothing else. Each reading is logged, and
//! seen by the person.

use super::door::gone;
use super::view::{OutcomeView, outcome_view};
use super::{approved, function_words};
use crate::addresses::Page;
use crate::addresses::panel::PanelPage;
use crate::desk::Desk as Infoline;
use crate::guard::ExpertHolder;
use crate::pages::cell::fault::{Fault, not_there};
use crate::pages::desk::Sent;
use crate::pages::desk::trouble::Trouble;
use crate::pages::dossier::texts::looks_like_a_name;
use crate::pages::dossier::{enclosed_words, handed};
use crate::pages::mine::{Halt, answer as settled, desk, moment};
use crate::pages::render;
use crate::pages::shell::{Link, Shell};
use crate::pages::start::Choice;
use crate::pages::visit::Visit;
use ariane_domain::access::Refusal;
use ariane_domain::access::grant::{Act, AnswerPanel, Grant, ReadPanel};
use ariane_domain::dossier::Enclosed;
use ariane_domain::panel::seat::DeclineWhy;
use ariane_domain::panel::{PanelChange, PanelFault, Sight, Vote};
use ariane_privacy::random;
use ariane_store::records::Work;
use ariane_store::records::dossier::release::Form;
use ariane_store::records::panel::changes::Said;
use ariane_store::records::panel::expert::{ExpertView, Note, Open};
use askama::Template;
use axum::extract::{Path, Query as Parameters};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use chrono::TimeDelta;
use serde::Deserialize;
use uuid::Uuid;

/// Something that was said.
struct NoteView {
    at: (String, String),
    what: String,
    by: String,
    text: String,
}

/// A picture or report that goes with the case.
struct FileView {
    text: String,
    href: String,
    is_picture: bool,
    alt: String,
}

/// A proposal with the form for one's vote.
struct ProposalView {
    id: String,
    form: String,
    text: String,
    facts: String,
    dissent: Vec<(String, String)>,
    own: String,
    votes: Vec<Choice>,
    why: String,
    error: String,
}

#[derive(Template)]
#[template(path = "panel/invited.html")]
struct InvitedPage {
    shell: Shell,
    is_door: bool,
    is_case: bool,
    is_lead: bool,
    own: String,
    urgency: String,
    due: String,
    pseudonym: String,
    question: String,
    downloads: Vec<Link>,
    files: Vec<FileView>,
    others: Vec<String>,
    notes: Vec<NoteView>,
    proposals: Vec<ProposalView>,
    draft: String,
    composed: Option<OutcomeView>,
    digest: String,
    outcome: Option<OutcomeView>,
    decision: String,
    declines: Vec<Choice>,
    changes: Vec<&'static str>,
    at: String,
    leave: String,
    version: i32,
    key: String,
    done: String,
    form: String,
    typed: String,
    named: Vec<String>,
    errors: Vec<(String, String)>,
}

impl InvitedPage {
    fn may(&self, change: &str) -> bool {
        self.changes.contains(&change)
    }

    fn text(&self, form: &str) -> String {
        if self.form == form { self.typed.clone() } else { String::new() }
    }

    fn error(&self, form: &str) -> String {
        match self.errors.first() {
            Some((wrong, text)) if wrong == form => text.clone(),
            _ => String::new(),
        }
    }

    /// What is typed nowhere else on the page any more.
    fn unshown(&self) -> String {
        let is_shown = match self.form.as_str() {
            "" => true,
            "decline" => self.is_door || self.is_case,
            form if form.starts_with("vote-") => self.proposals.iter().any(|one| one.form == form),
            form => self.may(form),
        };
        if is_shown { String::new() } else { self.typed.clone() }
    }
}

async fn grant<G: Act>(
    work: &mut Work<'_>,
    desk: &Infoline,
    holder: &ExpertHolder,
) -> Result<Grant<G>, Halt> {
    let facts = work.expert_facts(desk.controller, holder.seat).await?;
    Ok(work.grant(&holder.actor(), facts)?)
}

/// What was typed and not taken.
#[derive(Default)]
struct Again {
    form: String,
    problem: &'static str,
    sent: Sent,
    /// Words that look like a name.
    named: Vec<String>,
}

/// What the page was asked for.
#[derive(Debug, Default, Deserialize)]
pub struct Asked {
    #[serde(default)]
    done: String,
}

/// `GET …/case`.
pub async fn case(visit: Visit, holder: ExpertHolder, Parameters(asked): Parameters<Asked>) -> Response {
    let outcome = show(&visit, &holder, Again::default(), asked.done == "1").await;
    settled(&visit, outcome)
}

async fn show(visit: &Visit, holder: &ExpertHolder, again: Again, done: bool) -> Result<Response, Halt> {
    let desk = desk(visit)?;
    let mut work = desk.records.begin((visit.settings.now)()).await?;
    let grant = grant::<ReadPanel>(&mut work, &desk, holder).await?;
    let view = work.read_as_expert(&grant).await?;
    work.commit().await?;
    let page = page(visit, &desk, &view, &again, done)?;
    let status = match again.problem {
        "" => StatusCode::OK,
        "conflict" | "not-possible" | "not-what-was-read" => StatusCode::CONFLICT,
        "not-yours" => StatusCode::FORBIDDEN,
        _ => StatusCode::UNPROCESSABLE_ENTITY,
    };
    Ok(render(status, &page))
}

fn page(
    visit: &Visit,
    desk: &Infoline,
    view: &ExpertView,
    again: &Again,
    done: bool,
) -> Result<InvitedPage, Halt> {
    let (t, l) = (visit.t, visit.language);
    let at = PanelPage::Invited.path_to(l, "case");
    let is_case = view.sight == Sight::Case;
    let note = |one: &Note| NoteView {
        at: (one.at.to_rfc3339(), moment(visit, &desk.office, one.at)),
        what: t.k("panel-event", &one.kind),
        by: one.by.as_ref().map_or_else(|| t.s("panel-the-house"), |by| function_words(t, by)),
        text: one.text.clone(),
    };
    let form_of =
        |form: Form| Link::new(t.k("dossier-form", form.word()), format!("{at}/{}", form.address()));
    let file_of = |(place, one): (usize, &Enclosed)| FileView {
        text: enclosed_words(t, place, one),
        href: format!("{at}/enclosure-{place}"),
        is_picture: one.media_type.starts_with("image/"),
        alt: t.k("document-kind", one.kind.word()),
    };
    Ok(InvitedPage {
        is_door: view.sight == Sight::Door,
        is_case,
        is_lead: view.is_lead,
        own: function_words(t, &view.own),
        urgency: t.k("panel-urgency", view.urgency.word()),
        due: t.date(desk.office.day(view.due_at - TimeDelta::seconds(1))),
        pseudonym: view.pseudonym.clone(),
        question: approved::question(&view.fhir),
        downloads: if is_case { Form::OF_EXPERTS.map(form_of).into() } else { Vec::new() },
        files: (1..).zip(&view.enclosures).map(file_of).collect(),
        others: view
            .others
            .iter()
            .map(|(one, leads)| {
                let words = function_words(t, one);
                if *leads { t.w("panel-lead-is", "function", &words) } else { words }
            })
            .collect(),
        notes: view.notes.iter().map(note).collect(),
        proposals: view.proposals.iter().map(|one| proposal(visit, one, again)).collect(),
        draft: if again.form == "draft" && view.is_lead {
            again.sent.text("text")
        } else {
            view.draft.clone()
        },
        composed: view.composed.as_ref().map(|(one, _)| outcome_view(t, one)),
        digest: view.composed.as_ref().map(|(_, digest)| digest.clone()).unwrap_or_default(),
        outcome: view.outcome.as_ref().map(|one| outcome_view(t, one)),
        decision: view.decision.clone(),
        declines: DeclineWhy::ALL
            .into_iter()
            .map(|why| {
                Choice::new(
                    why.word(),
                    t.k("panel-decline", why.word()),
                    again.sent.get("decline") == why.word(),
                )
            })
            .collect(),
        changes: view.changes.iter().map(|one| one.word()).collect(),
        leave: PanelPage::Invited.path_to(l, "leave"),
        version: view.version,
        key: random::id((visit.settings.now)())?.to_string(),
        done: if done { t.s("panel-expert-done") } else { String::new() },
        form: again.form.clone(),
        typed: again.sent.text("text"),
        named: again.named.clone(),
        errors: match again.problem {
            "" => Vec::new(),
            word => vec![(again.form.clone(), t.k("cell-rule", word))],
        },
        shell: Shell::with_addresses(visit, true, t.s("panel-invited-title"), |l| {
            PanelPage::Invited.path_to(l, "case")
        }),
        at,
    })
}

fn proposal(visit: &Visit, one: &Open, again: &Again) -> ProposalView {
    let t = visit.t;
    let form = format!("vote-{}", one.id);
    let is_again = again.form == form;
    let chosen = match (&one.own, is_again) {
        (_, true) => again.sent.get("vote").to_owned(),
        (Some((vote, _)), false) => vote.word().to_owned(),
        (None, false) => String::new(),
    };
    ProposalView {
        id: one.id.to_string(),
        text: one.settled.text.clone(),
        facts: format!(
            "{} · {} · {}",
            function_words(t, &one.settled.by),
            t.n("panel-agree", one.settled.agree),
            t.n("panel-abstain", one.settled.abstain)
        ),
        dissent: one
            .settled
            .dissent
            .iter()
            .map(|one| (function_words(t, &one.by), one.why.clone()))
            .collect(),
        own: one.own.as_ref().map(|(vote, _)| t.k("panel-vote", vote.word())).unwrap_or_default(),
        votes: Vote::ALL
            .into_iter()
            .map(|vote| Choice::new(vote.word(), t.k("panel-vote", vote.word()), vote.word() == chosen))
            .collect(),
        why: match (is_again, &one.own) {
            (true, _) => again.sent.text("text"),
            (false, Some((_, why))) => why.clone(),
            (false, None) => String::new(),
        },
        error: if is_again { t.k("cell-rule", again.problem) } else { String::new() },
        form,
    }
}

/// `GET …/case/{form}`: the very bytes that a clinician approved.
pub async fn fetch(visit: Visit, holder: ExpertHolder, Path(form): Path<String>) -> Response {
    let outcome = async {
        let desk = desk(&visit)?;
        let form = Form::from_address(&form).ok_or(ariane_store::StoreError::NotThere)?;
        let mut work = desk.records.begin((visit.settings.now)()).await?;
        let grant = grant::<ReadPanel>(&mut work, &desk, &holder).await?;
        let piece = work.fetch_as_expert(&grant, form).await?;
        work.commit().await?;
        Ok(handed(piece))
    };
    settled(&visit, outcome.await)
}

/// `POST …/case/{act}`.
pub async fn post(visit: Visit, holder: ExpertHolder, Path(act): Path<String>, sent: Sent) -> Response {
    let form = match act.as_str() {
        "vote" => format!("vote-{}", sent.line("proposal")),
        other => other.to_owned(),
    };
    let outcome = async {
        let named = named(&visit, &act, &sent);
        if !named.is_empty() {
            let problem = PanelFault::NamesSomebody.rule();
            return show(&visit, &holder, Again { form, problem, sent, named }, false).await;
        }
        match acted(&visit, &holder, &act, &sent).await {
            // Who declined, and who closed, sees what is left to see.
            Ok(Gone::Away) => gone(&visit),
            Ok(Gone::Here) => {
                let to = format!("{}?done=1", PanelPage::Invited.path_to(visit.language, "case"));
                Ok(Redirect::to(&to).into_response())
            }
            Err(Fault::Rule(problem)) => {
                show(&visit, &holder, Again { form, problem, sent, ..Again::default() }, false).await
            }
            Err(Fault::Trouble(Trouble::Refused(refusal))) => Err(Halt::Refused(refusal)),
            Err(Fault::Trouble(Trouble::NotAgreed(_))) => Err(Halt::Refused(Refusal::NoAgreement)),
            Err(Fault::Trouble(Trouble::Store(error))) => Err(Halt::Store(error)),
        }
    };
    settled(&visit, outcome.await)
}

/// Words that look like a name in what the other experts would read, and what the outcome would hold: who writes them says first that
/// nobody is to be recognised by them (duty D19).
fn named(visit: &Visit, act: &str, sent: &Sent) -> Vec<String> {
    let is_read_by_others = matches!(act, "contribute" | "ask" | "propose" | "vote" | "draft");
    if is_read_by_others && !sent.is("leave") {
        looks_like_a_name(&sent.text("text"), visit.language)
    } else {
        Vec::new()
    }
}

/// Whether the expert stays.
enum Gone {
    Here,
    Away,
}

async fn acted(visit: &Visit, holder: &ExpertHolder, act: &str, sent: &Sent) -> Result<Gone, Fault> {
    let desk = desk(visit).map_err(|_| not_there())?;
    let mut work = desk.records.begin((visit.settings.now)()).await?;
    let facts = work.expert_facts(desk.controller, holder.seat).await?;
    let grant: Grant<AnswerPanel> = work.grant(&holder.actor(), facts)?;
    let words =
        Said { version: None, key: sent.get("key").parse().ok(), detail: "", text: sent.text("text") };
    let mut left = Gone::Here;
    match act {
        "sit" => {
            if !sent.is("nothing-against") {
                return Err(Fault::Rule("panel-conflict-first"));
            }
            work.answer_invitation(&grant, sent.version(), None, "").await?;
        }
        "decline" => {
            let why = DeclineWhy::from_word(sent.get("decline")).ok_or(Fault::Rule("reason-missing"))?;
            work.answer_invitation(&grant, sent.version(), Some(why), &words.text).await?;
            left = Gone::Away;
        }
        "vote" => {
            let proposal: Uuid = sent.get("proposal").parse().map_err(|_| not_there())?;
            let vote = Vote::from_word(sent.get("vote")).ok_or(Fault::Rule("panel-no-vote"))?;
            work.vote_as_expert(&grant, proposal, vote, &words).await?;
        }
        "draft" => {
            work.draft_advice(&grant, &words).await?;
        }
        "close" => {
            if !sent.is("read") {
                return Err(Fault::Rule("panel-read-outcome-first"));
            }
            let words = Said { text: String::new(), ..words };
            work.close_panel(&grant, sent.get("digest"), &words).await?;
        }
        other => {
            let change = PanelChange::from_word(other).ok_or_else(not_there)?;
            work.write_as_expert(&grant, change, &words).await?;
        }
    }
    work.commit().await?;
    Ok(left)
}
