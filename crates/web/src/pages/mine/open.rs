//! Opening a private link with its short code, and leaving again.

use super::{Halt, Network, answer, desk, field};
use crate::addresses::Page;
use crate::addresses::mine::MinePage;
use crate::guard::caller::LinkHolder;
use crate::guard::cookies::Cookie;
use crate::guard::network;
use crate::guard::tries::Knock;
use crate::pages::guest::{TOKEN, clean};
use crate::pages::render;
use crate::pages::shell::{Link, Shell};
use crate::pages::visit::Visit;
use ariane_privacy::random;
use ariane_store::accounts::tries::Guess;
use ariane_store::records::own::link;
use askama::Template;
use axum::Form;
use axum::extract::Path;
use axum::http::StatusCode;
use axum::http::request::Parts;
use axum::response::{IntoResponse, Redirect, Response};

#[derive(Template)]
#[template(path = "mine/open.html")]
struct OpenPage {
    shell: Shell,
    action: String,
    token: String,
    has_token: bool,
    problem: String,
    next: Vec<Link>,
}

/// `GET /{lang}/ma-demande`: where it stands, or the fields for link and code.
pub async fn get(visit: Visit) -> Response {
    match visit.caller.link.clone() {
        Some(holder) => super::status::show(&visit, &holder, "", "").await,
        None => show(&visit, "", "", StatusCode::OK),
    }
}

/// `GET /{lang}/ma-demande/{token}`. Whether such a link exists is not said before the code is given.
pub async fn with_token(visit: Visit, Path(token): Path<String>) -> Response {
    show(&visit, &clean(&token), "", StatusCode::OK)
}

fn show(visit: &Visit, token: &str, problem: &str, status: StatusCode) -> Response {
    if visit.app.desk.is_none() {
        return answer(visit, Err(Halt::NoDesk));
    }
    let l = visit.language;
    let page = OpenPage {
        action: MinePage::Mine.path(l),
        has_token: token.len() == TOKEN,
        token: token.to_owned(),
        problem: if problem.is_empty() { String::new() } else { visit.t.k("mine-open-problem", problem) },
        next: vec![
            Link::new(visit.t.s("mine-write-title"), MinePage::Write.path(l)),
            Link::new(visit.t.s("nav-helplines"), Page::Helplines.path(l)),
        ],
        shell: Shell::with_addresses(visit, true, visit.t.s("mine-open-title"), |l| MinePage::Mine.path(l)),
    };
    render(status, &page)
}

/// `POST /{lang}/ma-demande`.
pub async fn post(
    visit: Visit,
    network: Network,
    parts: Parts,
    Form(fields): Form<Vec<(String, String)>>,
) -> Response {
    answer(&visit, open(&visit, &network.0, &parts, &fields).await)
}

async fn open(
    visit: &Visit,
    network: &str,
    parts: &Parts,
    fields: &[(String, String)],
) -> Result<Response, Halt> {
    let desk = desk(visit)?;
    let accounts = visit.app.accounts.as_ref().ok_or(Halt::NoDesk)?;
    let now = (visit.settings.now)();
    let token = clean(field(fields, "link"));
    let refuse = |problem, status| Ok(show(visit, &token, problem, status));
    if !visit.app.sign_in.tries.allow(Knock::LinkCode, network, now) {
        return refuse("wait", StatusCode::TOO_MANY_REQUESTS);
    }
    let found = desk.records.link_of_token(&token).await?;
    if let Some(link) = &found
        && accounts.waits_until(Guess::Link(link.enquiry), network, now).await?.is_some()
    {
        return refuse("wait", StatusCode::TOO_MANY_REQUESTS);
    }
    let typed = random::typed_code(field(fields, "code"));
    let hash = found.as_ref().map(|link| link.code_hash.clone());
    let is_right = visit.app.sign_in.passwords.verify(typed, hash).await;
    let Some(link) = found else { return refuse("wrong", StatusCode::UNPROCESSABLE_ENTITY) };
    if !is_right {
        accounts.was_wrong(Guess::Link(link.enquiry), network, now).await?;
        return refuse("wrong", StatusCode::UNPROCESSABLE_ENTITY);
    }
    if link.locked_at.is_some() {
        return refuse("locked", StatusCode::FORBIDDEN);
    }
    enter(visit, &link, network, parts).await
}

async fn enter(visit: &Visit, link: &link::Link, network: &str, parts: &Parts) -> Result<Response, Halt> {
    let accounts = visit.app.accounts.as_ref().ok_or(Halt::NoDesk)?;
    let now = (visit.settings.now)();
    accounts.was_right(Guess::Link(link.enquiry), network, now).await?;
    let origin = network::origin(parts, visit.settings.sign_in.behind_proxy);
    let session = accounts.begin_link_session(link.enquiry, &origin, now).await?;
    let mut response = Redirect::to(&MinePage::Mine.path(visit.language)).into_response();
    Cookie::Link.give(&mut response, visit.settings.sign_in.is_https(), &session);
    Ok(response)
}

/// `POST /{lang}/ma-demande/quitter`.
pub async fn leave(visit: Visit, holder: LinkHolder) -> Response {
    let outcome = async {
        let accounts = visit.app.accounts.as_ref().ok_or(Halt::NoDesk)?;
        accounts.end_session(holder.session).await?;
        let mut response = Redirect::to(&Page::Start.path(visit.language)).into_response();
        Cookie::Link.take_back(&mut response, visit.settings.sign_in.is_https());
        Ok(response)
    };
    answer(&visit, outcome.await)
}
