//! Sign-in at an outside service, and linking an account there to one's own.
//!
//! Who comes back is known by issuer and subject, and only if the link was made before: by the signed-in holder or
//! with an invitation. A mail address that the service names opens nothing here.

use super::answer::{Answer, At, go_with_session, home};
use super::fields::Fields;
use super::invitation::{invited, over};
use super::refusal::{self, Refused};
use crate::addresses::Page;
use crate::addresses::account::AccountPage;
use crate::guard::Signed;
use crate::guard::cookies::Cookie;
use crate::guard::enforce::{RETURN, escape};
use crate::guard::network;
use crate::guard::tries::Knock;
use crate::pages::render;
use crate::pages::shell::{Link, Shell};
use crate::pages::visit::Visit;
use crate::sign_in::outside::{Asked, Identified, Outside};
use crate::state::App;
use ariane_domain::Language;
use ariane_domain::account::AccountState;
use ariane_domain::account::session::Level;
use ariane_privacy::secret;
use ariane_store::accounts::By;
use ariane_store::accounts::people::Account;
use ariane_store::accounts::tickets::{NewTicket, TicketKind};
use askama::Template;
use axum::extract::{Path, Query, Request, State};
use axum::http::{HeaderMap, StatusCode};
use axum::response::{IntoResponse, Redirect, Response};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

/// Why somebody goes there.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
enum Why {
    /// To sign in.
    SignIn,
    /// To link the account there to this one.
    Link(Uuid),
    /// To accept an invitation without a password.
    Accept(String),
}

/// What is remembered until they come back.
#[derive(Debug, Serialize, Deserialize)]
struct Kept {
    asked: Asked,
    why: Why,
    to: String,
    language: String,
    /// Digest of the browser's cookie: who comes back is who went.
    door: Vec<u8>,
}

#[derive(Template)]
#[template(path = "account/over.html")]
struct FailedPage {
    shell: Shell,
    lead: String,
    next: Vec<Link>,
}

fn failed(visit: &Visit, status: StatusCode, what: &str) -> Response {
    let (t, language) = (visit.t, visit.language);
    let next = vec![
        Link::new(t.s("sign-in-title"), AccountPage::SignIn.path(language)),
        Link::new(t.s("nav-search"), Page::Start.path(language)),
    ];
    let shell = Shell::with_addresses(visit, true, t.s("outside-title"), |l| AccountPage::SignIn.path(l));
    render(status, &FailedPage { shell, lead: t.k("outside-failed", what), next })
}

fn door(at: &Visit, headers: &HeaderMap) -> Vec<u8> {
    let cookie = Cookie::Door.read(headers, at.settings.sign_in.is_https());
    secret::digest(&cookie.unwrap_or_default())
}

async fn go(at: At, headers: &HeaderMap, why: Why, to: &str) -> Answer {
    let app = &at.visit.app;
    let Some(outside) = &app.sign_in.outside else {
        return Ok(failed(&at.visit, StatusCode::NOT_FOUND, "none"));
    };
    if !app.sign_in.tries.allow(Knock::Ticket, &at.origin.network, at.now) {
        return Ok(refusal::page(&at.visit, Refused::TooMany));
    }
    let kept = Kept {
        asked: Outside::prepare(),
        why,
        to: to.to_owned(),
        language: at.visit.language.code().to_owned(),
        door: door(&at.visit, headers),
    };
    let content = serde_json::to_string(&kept).unwrap_or_default();
    let ticket = NewTicket {
        kind: TicketKind::OutsideSignIn,
        account: None,
        issued_by: None,
        content: &content,
        at: at.now,
    };
    let state = at.accounts.issue(By::anyone(at.now), ticket).await?;
    Ok(match outside.address(&state, &kept.asked).await {
        Ok(address) => Redirect::to(&address).into_response(),
        Err(error) => {
            tracing::warn!(%error, "sign-in at the outside service");
            failed(&at.visit, StatusCode::BAD_GATEWAY, "no-answer")
        }
    })
}

/// Who comes back must be who went: a browser that holds no cookie of ours yet begins at the sign-in page, which
/// gives it one.
fn without_cookie(at: &At, headers: &HeaderMap) -> Option<Response> {
    let https = at.visit.settings.sign_in.is_https();
    let to = AccountPage::SignIn.path(at.visit.language);
    Cookie::Door.read(headers, https).is_none().then(|| Redirect::to(&to).into_response())
}

/// Goes there to sign in.
pub async fn sign_in(at: At, headers: HeaderMap, Query(fields): Query<Fields>) -> Answer {
    if let Some(response) = without_cookie(&at, &headers) {
        return Ok(response);
    }
    let to = fields.to().to_owned();
    go(at, &headers, Why::SignIn, &to).await
}

/// Goes there to accept an invitation.
pub async fn accept(at: At, headers: HeaderMap, Path(token): Path<String>) -> Answer {
    if invited(&at, &token).await?.is_none() {
        return Ok(over(&at, TicketKind::Invitation));
    }
    if let Some(response) = without_cookie(&at, &headers) {
        return Ok(response);
    }
    go(at, &headers, Why::Accept(token), "").await
}

/// Goes there to link the account there to one's own.
pub async fn link(at: At, signed: Signed, headers: HeaderMap) -> Answer {
    let to = AccountPage::Account.path(at.visit.language);
    go(at, &headers, Why::Link(signed.account.id), &to).await
}

/// Somebody comes back. The language is that in which they went.
pub async fn back(State(app): State<App>, Query(fields): Query<Fields>, request: Request) -> Answer {
    let (parts, _) = request.into_parts();
    let unknown = Visit::new(app.clone(), Language::Fr).with_extensions(&parts.extensions);
    let Some(accounts) = app.accounts.clone() else { return Ok(StatusCode::NOT_FOUND.into_response()) };
    let now = (app.settings.now)();
    let origin = network::origin(&parts, app.settings.sign_in.behind_proxy);
    if !app.sign_in.tries.allow(Knock::Ticket, &origin.network, now) {
        return Ok(refusal::page(&unknown, Refused::TooMany));
    }
    let ticket = accounts.ticket(TicketKind::OutsideSignIn, fields.text("state"), now).await?;
    let kept = ticket.and_then(|t| Some((t.id, serde_json::from_str::<Kept>(&t.content).ok()?)));
    let Some((id, kept)) = kept else { return Ok(failed(&unknown, StatusCode::NOT_FOUND, "over")) };
    let language = kept.language.parse().unwrap_or(Language::Fr);
    let visit = Visit::new(app.clone(), language).with_extensions(&parts.extensions);
    let same_browser = secret::is_equal(&kept.door, &door(&visit, &parts.headers));
    if !same_browser || !accounts.use_ticket(id, now).await? {
        return Ok(failed(&visit, StatusCode::NOT_FOUND, "over"));
    }
    let Some(outside) = &app.sign_in.outside else {
        return Ok(failed(&visit, StatusCode::NOT_FOUND, "none"));
    };
    let at = At { visit, accounts, origin, now };
    let code = fields.text("code");
    if code.is_empty() {
        return Ok(failed(&at.visit, StatusCode::UNPROCESSABLE_ENTITY, "not-confirmed"));
    }
    match outside.identify(code, &kept.asked).await {
        Ok(who) => arrive(&at, who, kept).await,
        Err(error) => {
            tracing::warn!(%error, "sign-in at the outside service");
            Ok(failed(&at.visit, StatusCode::UNPROCESSABLE_ENTITY, "not-confirmed"))
        }
    }
}

async fn arrive(at: &At, who: Identified, kept: Kept) -> Answer {
    match kept.why {
        Why::SignIn => {
            let found = at.accounts.by_identity(&who.issuer, &who.subject).await?;
            match found.filter(|account| account.state.may_sign_in()) {
                Some(account) => open(at, &account, &who, &kept.to).await,
                None => Ok(failed(&at.visit, StatusCode::FORBIDDEN, "unknown")),
            }
        }
        Why::Link(account) => {
            // The session may have ended meanwhile, or be another's.
            let is_holder =
                at.visit.caller.signed.as_ref().is_some_and(|s| s.is_full() && s.account.id == account);
            if !is_holder {
                return Ok(refusal::page(&at.visit, Refused::SignedOut));
            }
            let actor = format!("account/{account}");
            let by = By::holder(&actor, at.now);
            if !at.accounts.link_identity(by, account, &who.issuer, &who.subject, "").await? {
                return Ok(failed(&at.visit, StatusCode::CONFLICT, "taken"));
            }
            Ok(Redirect::to(&format!("{}?done=linked", kept.to)).into_response())
        }
        Why::Accept(token) => {
            let Some(account) = invited(at, &token).await? else {
                return Ok(over(at, TicketKind::Invitation));
            };
            let actor = format!("account/{}", account.id);
            let by = By::holder(&actor, at.now);
            let (issuer, subject) = (&who.issuer, &who.subject);
            if !at.accounts.link_identity(by, account.id, issuer, subject, "invitation").await? {
                return Ok(failed(&at.visit, StatusCode::CONFLICT, "taken"));
            }
            if !who.has_second_factor {
                let token =
                    at.accounts.begin_session(account.id, Level::Enrolling, &at.origin, at.now).await?;
                return Ok(go_with_session(
                    &at.visit.app,
                    &token,
                    &AccountPage::Factors.path(at.visit.language),
                ));
            }
            at.accounts.set_state(by, account.id, AccountState::Active).await?;
            at.accounts.end_tickets(TicketKind::Invitation, account.id).await?;
            open(at, &account, &who, "").await
        }
    }
}

/// Opens a session: full where the service vouches for a second factor, else ours is asked for.
async fn open(at: &At, account: &Account, who: &Identified, to: &str) -> Answer {
    let level = if who.has_second_factor { Level::Full } else { Level::First };
    let before = at.visit.caller.signed.as_ref().map(|before| before.session.id);
    let actor = format!("account/{}", account.id);
    let by = By::holder(&actor, at.now);
    let token = at.accounts.sign_in(by, account.id, level, &at.origin, before, "outside").await?;
    let home = home(at.visit.language);
    let next = match level {
        Level::Full if to.is_empty() => home,
        Level::Full => to.to_owned(),
        _ => {
            let page = AccountPage::SecondFactor.path(at.visit.language);
            if to.is_empty() { page } else { format!("{page}?{RETURN}={}", escape(to)) }
        }
    };
    Ok(go_with_session(&at.visit.app, &token, &next))
}
