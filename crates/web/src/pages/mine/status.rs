//! Where one's request stands, who is next and by when, and what link and code allow to add or change.

use super::written_form::{ContactChoices, contact, contact_choices};
use super::{Halt, answer, desk, field, moment, own};
use crate::addresses::Page;
use crate::addresses::mine::MinePage;
use crate::guard::caller::LinkHolder;
use crate::pages::render;
use crate::pages::shell::{Link, Shell};
use crate::pages::visit::Visit;
use ariane_domain::access::grant::FollowOwnEnquiry;
use ariane_domain::enquiry::State;
use ariane_domain::enquiry::written::MESSAGE_LIMIT;
use ariane_domain::purpose::{Choice, Choices, Purpose};
use ariane_store::StoreError;
use ariane_store::records::enquiries::read::Status;
use askama::Template;
use axum::Form;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};

/// A knot of the thread.
struct Knot {
    text: String,
    when: String,
}

/// An agreement that may be given or withdrawn.
struct Agreement {
    purpose: &'static str,
    text: String,
    agreed: bool,
}

#[derive(Template)]
#[template(path = "mine/status.html")]
struct StatusPage {
    shell: Shell,
    number: i64,
    state: String,
    who: String,
    meanwhile: String,
    knots: Vec<Knot>,
    messages_in: String,
    messages_out: String,
    takes_messages: bool,
    stamp: String,
    typed: String,
    problem: String,
    limit: usize,
    add: String,
    agreements: Vec<Agreement>,
    choices: String,
    contact: ContactChoices,
    contact_version: i32,
    contact_action: String,
    rights: String,
    erasure: String,
    keep: String,
    leave: String,
    next: Vec<Link>,
}

/// The page; `problem` is a word of what was in the way, `typed` what was typed.
pub(super) async fn show(visit: &Visit, holder: &LinkHolder, problem: &str, typed: &str) -> Response {
    answer(visit, page(visit, holder, problem, typed).await)
}

async fn page(visit: &Visit, holder: &LinkHolder, problem: &str, typed: &str) -> Result<Response, Halt> {
    let (desk, t, l) = (desk(visit)?, visit.t, visit.language);
    let now = (visit.settings.now)();
    let mut work = desk.records.begin(now).await?;
    let grant = own::<FollowOwnEnquiry>(&mut work, &desk, holder).await?;
    let status = work.own_status(&grant).await?;
    let (wishes, version) = work.own_contact(&grant).await?;
    let erasure = work.own_erasure(&grant).await?;
    work.commit().await?;
    let when = |at| moment(visit, &desk.office, at);
    let due = t.date(desk.office.day(status.due_at));
    let chosen = Choices::new(status.choices.iter().map(|made| (made.purpose, made.choice)));
    let agreements = [Purpose::Handover, Purpose::Satisfaction].map(|purpose| Agreement {
        purpose: purpose.word(),
        text: t.k("mine-agree", purpose.word()),
        agreed: chosen.about(purpose) == Some(Choice::Agreed),
    });
    let mut shell = Shell::with_addresses(visit, true, t.s("mine-title"), |l| MinePage::Mine.path(l))
        .watching(visit, typed);
    // The page itself anyone may knock at; its forms are those of who opened the link.
    shell.form_token.clone_from(&holder.form_token);
    let page = StatusPage {
        number: status.number,
        state: t.k("mine-state", status.state.word()),
        who: t.w(who_next(status.state), "date", &due),
        meanwhile: t.k("mine-meanwhile", status.state.word()),
        knots: knots(visit, &status).into_iter().map(|(text, at)| Knot { text, when: when(at) }).collect(),
        messages_in: t.n("mine-messages-in", usize::try_from(status.messages.0).unwrap_or_default()),
        messages_out: t.n("mine-messages-out", usize::try_from(status.messages.1).unwrap_or_default()),
        takes_messages: status.state.takes_messages(),
        stamp: desk.records.keys().master().stamps().issue(now)?,
        typed: typed.to_owned(),
        problem: problem_words(visit, problem),
        limit: MESSAGE_LIMIT,
        add: MinePage::Add.path(l),
        agreements: agreements.into(),
        choices: MinePage::Choices.path(l),
        contact: contact_choices(visit, &wishes, true),
        contact_version: version,
        contact_action: MinePage::Contact.path(l),
        rights: MinePage::Rights.path(l),
        erasure: erasure.map(when).unwrap_or_default(),
        keep: MinePage::Keep.path(l),
        leave: MinePage::Leave.path(l),
        next: vec![
            Link::new(t.s("mine-rights-title"), MinePage::Rights.path(l)),
            Link::new(t.s("nav-helplines"), Page::Helplines.path(l)),
        ],
        shell,
    };
    let code = if problem.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    Ok(render(code, &page))
}

/// What was in the way of a message or a file: files are judged by the words of the cell's documents.
fn problem_words(visit: &Visit, problem: &str) -> String {
    match problem {
        "" => String::new(),
        "document-too-many" => visit.t.k("mine-add-problem", "many"),
        word if word.starts_with("document-") => visit.t.k("cell-rule", word),
        word => visit.t.k("mine-add-problem", word),
    }
}

/// The knots that are the person's to see, in their order.
fn knots(visit: &Visit, status: &Status) -> Vec<(String, chrono::DateTime<chrono::Utc>)> {
    const SHOWN: [&str; 11] = [
        "received",
        "take",
        "message",
        "reply",
        "hand-over",
        "hand-back",
        "close",
        "reopen",
        "withdraw",
        "acknowledged",
        "erasure-cancelled",
    ];
    status
        .events
        .iter()
        .filter(|event| SHOWN.contains(&event.kind.as_str()))
        .map(|event| (visit.t.k("mine-knot", &event.kind), event.at))
        .collect()
}

/// Who acts next, by function.
const fn who_next(state: State) -> &'static str {
    match state {
        State::Waiting => "mine-who-next-waiting",
        State::Taken => "mine-who-next-taken",
        State::Answered => "mine-who-next-answered",
        State::HandedOver => "mine-who-next-handed-over",
        State::Closed => "mine-who-next-closed",
        State::Withdrawn => "mine-who-next-withdrawn",
        State::Merged => "mine-who-next-merged",
    }
}

/// Back to the page that says where it stands.
pub(super) fn back(visit: &Visit) -> Response {
    Redirect::to(&MinePage::Mine.path(visit.language)).into_response()
}

/// `POST /{lang}/ma-demande/choix`: what one agreed to.
pub async fn choose(visit: Visit, holder: LinkHolder, Form(fields): Form<Vec<(String, String)>>) -> Response {
    let outcome = async {
        let desk = desk(&visit)?;
        let mut work = desk.records.begin((visit.settings.now)()).await?;
        let grant = own::<FollowOwnEnquiry>(&mut work, &desk, &holder).await?;
        let status = work.own_status(&grant).await?;
        let before = Choices::new(status.choices.iter().map(|made| (made.purpose, made.choice)));
        for purpose in [Purpose::Handover, Purpose::Satisfaction] {
            let wants = field(&fields, purpose.word()) == "yes";
            let agreed = before.about(purpose) == Some(Choice::Agreed);
            if wants != agreed {
                let choice = if wants { Choice::Agreed } else { Choice::Withdrawn };
                work.choose_own(&grant, purpose, choice).await?;
            }
        }
        work.commit().await?;
        Ok(back(&visit))
    };
    answer(&visit, outcome.await)
}

/// `POST /{lang}/ma-demande/contact`: how one may be reached.
pub async fn reach(visit: Visit, holder: LinkHolder, Form(fields): Form<Vec<(String, String)>>) -> Response {
    let outcome = async {
        let desk = desk(&visit)?;
        let version = field(&fields, "version").parse().map_err(|_| Halt::Store(StoreError::Conflict))?;
        let mut work = desk.records.begin((visit.settings.now)()).await?;
        let grant = own::<FollowOwnEnquiry>(&mut work, &desk, &holder).await?;
        match work.change_own_contact(&grant, version, &contact(&fields)).await {
            Err(StoreError::NotPossible) => {
                drop(work);
                Ok(Redirect::to(&MinePage::Rights.path(visit.language)).into_response())
            }
            Err(error) => Err(error.into()),
            Ok(()) => {
                work.commit().await?;
                Ok(back(&visit))
            }
        }
    };
    answer(&visit, outcome.await)
}

/// `POST /{lang}/ma-demande/garder`: stops an erasure that waits.
pub async fn keep(visit: Visit, holder: LinkHolder) -> Response {
    let outcome = async {
        let desk = desk(&visit)?;
        let mut work = desk.records.begin((visit.settings.now)()).await?;
        let grant = own::<FollowOwnEnquiry>(&mut work, &desk, &holder).await?;
        work.cancel_erasure(&grant).await?;
        work.commit().await?;
        Ok(back(&visit))
    };
    answer(&visit, outcome.await)
}

/// Whether a request can still be withdrawn.
pub(super) const fn may_withdraw(state: State) -> bool {
    !matches!(state, State::Withdrawn | State::Merged)
}
