//! The dossiers of a file, and the form for another one.

use super::for_purpose;
use crate::pages::care::frame::{self, Head};
use crate::pages::care::plan::Before;
use crate::pages::cell::fault::{Failed, Fault};
use crate::pages::desk::frame::Work;
use crate::pages::desk::trouble::Trouble;
use crate::pages::desk::{Desk, Sent};
use crate::pages::render;
use crate::pages::shell::Shell;
use crate::pages::start::Choice;
use ariane_domain::Language;
use ariane_domain::access::grant::ReadCase;
use ariane_domain::dossier::Addition;
use ariane_domain::dossier::approval::{Order, PURPOSES, Recipient};
use ariane_domain::purpose::Purpose;
use ariane_store::records::dossier::Outline;
use askama::Template;
use axum::extract::{Path, Query as Parameters};
use axum::response::{IntoResponse, Redirect, Response};
use uuid::Uuid;

const FORM: &str = "dossier-new";

/// One dossier in the list.
struct Line {
    at: String,
    title: String,
    state: String,
    state_word: &'static str,
    facts: String,
}

/// Something that goes besides, with its reason.
struct Added {
    word: &'static str,
    label: String,
    hint: String,
    is_ticked: bool,
    reason: String,
}

#[derive(Template)]
#[template(path = "dossier/list.html")]
struct ListPage {
    shell: Shell,
    work: Work,
    head: Head,
    lines: Vec<Line>,
    is_empty: bool,
    purposes: Vec<Choice>,
    closed: Vec<String>,
    recipients: Vec<Choice>,
    name: String,
    is_outside: bool,
    basis: String,
    question: String,
    languages: Vec<Choice>,
    additions: Vec<Added>,
    error: String,
}

/// `GET …/dossier`.
pub async fn get(desk: Desk, Path(id): Path<Uuid>, Parameters(before): Parameters<Before>) -> Response {
    let result = show(&desk, id, Failed::default(), before.is_done()).await;
    desk.settle(result)
}

async fn show(desk: &Desk, id: Uuid, failed: Failed, done: bool) -> Result<Response, Trouble> {
    let t = desk.visit.t;
    let loaded = desk.load_case(id).await?;
    let case = &loaded.case;
    let mut work = desk.begin().await?;
    let grant = desk.case_grant::<ReadCase>(&mut work, id).await?;
    let (dossiers, open) = work.dossiers_of_case(&grant).await?;
    let recipients = work.recipients_of_case(&grant).await?;
    work.commit().await?;
    let typed = |name: &str| failed.text(FORM, name);
    let is_first = !failed.is(FORM);
    let language = if is_first { Language::En.code().to_owned() } else { typed("language") };
    let closed = open.iter().filter(|(_, is_open)| !is_open);
    let added = |one: Addition| Added {
        word: one.word(),
        label: t.k("dossier-addition", one.word()),
        hint: t.k("dossier-addition-hint", one.word()),
        is_ticked: typed(&format!("add-{one}")) == "1",
        reason: typed(&format!("reason-{one}")),
    };
    let page = ListPage {
        shell: frame::of_file(desk, case, "dossier", t.s("dossier-title")),
        work: crate::pages::cell::frame::work_on(desk, case),
        head: Head::new(desk, case, done, failed.all()),
        lines: dossiers.iter().map(|one| desk.dossier_line(id, one, &loaded.colleagues)).collect(),
        is_empty: case.care.clinical.is_empty(),
        purposes: PURPOSES
            .map(|one| Choice::new(one.word(), t.k("purpose", one.word()), typed("purpose") == one.word()))
            .into(),
        closed: closed.map(|(one, _)| t.k("purpose", one.word())).collect(),
        recipients: recipients
            .iter()
            .map(|(to, name)| {
                Choice::new(&to.to_string(), name.clone(), typed("recipient") == to.to_string())
            })
            .collect(),
        name: typed("name"),
        is_outside: typed("outside") == "1",
        basis: typed("basis"),
        question: if is_first { case.head.question.clone() } else { typed("question") },
        languages: Language::ALL
            .into_iter()
            .map(|one| Choice::new(one.code(), desk.tongue(one.code()), one.code() == language))
            .collect(),
        additions: Addition::ALL.into_iter().map(added).collect(),
        error: failed.error(FORM),
    };
    Ok(render(failed.status(), &page))
}

/// The list with what was refused; its page is where an agreement is asked for.
pub(super) async fn refused(desk: &Desk, id: Uuid, word: &'static str) -> Result<Response, Trouble> {
    show(desk, id, Failed::new(desk, FORM, word, &Sent::default()), false).await
}

impl Desk {
    fn dossier_line(&self, id: Uuid, one: &Outline, names: &crate::pages::desk::Colleagues) -> Line {
        let t = self.visit.t;
        let mut facts = vec![t.ww(
            "care-written-by",
            ("name", &names.name(one.author)),
            ("moment", &self.moment(one.made_at)),
        )];
        if let Some((by, at)) = one.approved {
            facts.push(t.ww("dossier-approved-by", ("name", &names.name(by)), ("moment", &self.moment(at))));
        }
        if let Some(at) = one.fetched_at {
            facts.push(t.w("dossier-fetched-at", "moment", &self.moment(at)));
        }
        Line {
            at: format!("{}/dossier/{}", self.case_at(id), one.id),
            title: format!("{} · {}", t.k("purpose", one.purpose.word()), one.order.recipient.name),
            state: t.k("dossier-state", one.state.word()),
            state_word: one.state.word(),
            facts: facts.join(" · "),
        }
    }
}

/// What a form orders. Who receives it is one who was prepared for the file, or is named in words.
fn ordered(sent: &Sent, recipients: &[(Uuid, String)]) -> (Option<Uuid>, Order) {
    let chosen = recipients.iter().find(|(id, _)| id.to_string() == sent.get("recipient"));
    let name = chosen.map_or_else(|| sent.line("name"), |(_, name)| name.clone());
    let addition = |one: Addition| {
        sent.is(&format!("add-{one}")).then(|| (one, sent.text(&format!("reason-{one}")).trim().to_owned()))
    };
    let language: Language = sent.get("language").parse().unwrap_or(Language::En);
    let order = Order {
        recipient: Recipient {
            name,
            is_outside_eea: sent.is("outside"),
            basis: sent.text("basis").trim().to_owned(),
        },
        question: sent.text("question").trim().to_owned(),
        language: language.code().to_owned(),
        additions: Addition::ALL.into_iter().filter_map(addition).collect(),
        ..Order::default()
    };
    (chosen.map(|(id, _)| *id), order)
}

/// `POST …/dossier`: begun; the next page shows what would leave.
pub async fn begin(desk: Desk, Path(id): Path<Uuid>, sent: Sent) -> Response {
    let result = match start(&desk, id, &sent).await {
        Ok(dossier) => Ok(Redirect::to(&format!("{}/dossier/{dossier}", desk.case_at(id))).into_response()),
        Err(Fault::Rule(word)) => show(&desk, id, Failed::new(&desk, FORM, word, &sent), false).await,
        Err(Fault::Trouble(trouble)) => Err(trouble),
    };
    desk.settle(result)
}

async fn start(desk: &Desk, id: Uuid, sent: &Sent) -> Result<Uuid, Fault> {
    let purpose = Purpose::from_word(sent.get("purpose")).ok_or(Fault::Rule("dossier-not-for-this"))?;
    let mut work = desk.begin().await?;
    let read = desk.case_grant::<ReadCase>(&mut work, id).await?;
    let recipients = work.recipients_of_case(&read).await?;
    let (recipient, order) = ordered(sent, &recipients);
    let facts = work.dossier_facts(desk.controller(), id, recipient).await?;
    let begun = for_purpose!(purpose, desk, work, facts, |grant| work
        .begin_dossier(&grant, recipient, &order)
        .await?);
    work.commit().await?;
    Ok(begun)
}
