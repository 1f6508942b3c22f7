//! Accepting an invitation: name and password; the second factor comes next.
//!
//! The link stays good until the second factor is there, so that who is interrupted can begin again; the account
//! opens only then.

use super::answer::{Answer, At, go_with_session};
use super::fields::Fields;
use super::new_password;
use super::refusal::{self, Refused};
use crate::addresses::Page;
use crate::addresses::account::AccountPage;
use crate::guard::tries::Knock;
use crate::pages::render;
use crate::pages::shell::{Link, Shell};
use ariane_domain::account::AccountState;
use ariane_domain::account::session::Level;
use ariane_store::StoreError;
use ariane_store::accounts::By;
use ariane_store::accounts::people::Account;
use ariane_store::accounts::tickets::TicketKind;
use askama::Template;
use axum::extract::{Form, Path};
use axum::http::StatusCode;
use axum::response::Response;

#[derive(Template)]
#[template(path = "account/invitation.html")]
struct InvitationPage {
    shell: Shell,
    errors: Vec<(&'static str, String)>,
    action: String,
    lead: String,
    roles: Vec<String>,
    name: String,
    mail: String,
    outside: Option<(String, String)>,
}

/// A link that leads nowhere any more.
#[derive(Template)]
#[template(path = "account/over.html")]
struct OverPage {
    shell: Shell,
    lead: String,
    next: Vec<Link>,
}

/// Says that a link is over, was used, or never was: which of them is nobody's business.
pub fn over(at: &At, kind: TicketKind) -> Response {
    let (t, language) = (at.visit.t, at.visit.language);
    let mut next = vec![Link::new(t.s("sign-in-title"), AccountPage::SignIn.path(language))];
    if kind == TicketKind::Recovery {
        next.push(Link::new(t.s("recovery-title"), AccountPage::Recovery.path(language)));
    }
    next.push(Link::new(t.s("nav-search"), Page::Start.path(language)));
    let shell = Shell::with_addresses(&at.visit, true, t.s("over-title"), |l| AccountPage::SignIn.path(l));
    render(StatusCode::NOT_FOUND, &OverPage { shell, lead: t.k("over-lead", kind.word()), next })
}

/// The account that a token invites to.
pub async fn invited(at: &At, token: &str) -> Result<Option<Account>, StoreError> {
    let ticket = at.accounts.ticket(TicketKind::Invitation, token, at.now).await?;
    let Some(id) = ticket.and_then(|t| t.account) else { return Ok(None) };
    Ok(at.accounts.account(id).await?.filter(|a| a.state == AccountState::Invited))
}

async fn page(
    at: &At,
    account: &Account,
    token: &str,
    status: StatusCode,
    errors: Vec<(&'static str, String)>,
    name: &str,
) -> Answer {
    let (t, language) = (at.visit.t, at.visit.language);
    let organisation = at.accounts.organisation().await?;
    let page = InvitationPage {
        shell: Shell::account(&at.visit, AccountPage::Invitation, token, t.s("invitation-title")),
        errors,
        action: AccountPage::Invitation.path_to(language, token),
        lead: t.w("invitation-lead", "organisation", &organisation),
        roles: account.roles.iter().map(|r| t.k("role", r.word())).collect(),
        name: name.to_owned(),
        mail: account.mail.clone(),
        outside: at
            .visit
            .app
            .sign_in
            .outside
            .as_ref()
            .map(|o| (AccountPage::Outside.path_to(language, token), o.name().to_owned())),
    };
    Ok(render(status, &page))
}

fn slow_down(at: &At) -> Option<Response> {
    let allowed = at.visit.app.sign_in.tries.allow(Knock::Ticket, &at.origin.network, at.now);
    (!allowed).then(|| refusal::page(&at.visit, Refused::TooMany))
}

/// The form.
pub async fn get(at: At, Path(token): Path<String>) -> Answer {
    if let Some(refused) = slow_down(&at) {
        return Ok(refused);
    }
    match invited(&at, &token).await? {
        Some(account) => page(&at, &account, &token, StatusCode::OK, Vec::new(), &account.name).await,
        None => Ok(over(&at, TicketKind::Invitation)),
    }
}

/// Takes name and password.
pub async fn post(at: At, Path(token): Path<String>, Form(fields): Form<Fields>) -> Answer {
    if let Some(refused) = slow_down(&at) {
        return Ok(refused);
    }
    let Some(account) = invited(&at, &token).await? else { return Ok(over(&at, TicketKind::Invitation)) };
    let (t, app, name) = (at.visit.t, &at.visit.app, fields.text("name"));
    let mut errors = Vec::new();
    if name.is_empty() || name.chars().count() > 120 {
        errors.push(("name", t.s("name-missing")));
    }
    let password = match new_password::read(t, &fields, &account.mail, name) {
        Ok(password) if errors.is_empty() => password,
        other => {
            errors.extend(other.err());
            return page(&at, &account, &token, StatusCode::UNPROCESSABLE_ENTITY, errors, name).await;
        }
    };
    let hash = app.sign_in.passwords.hash(password).await?;
    let actor = format!("account/{}", account.id);
    let by = By::holder(&actor, at.now);
    at.accounts.rename(by, account.id, name).await?;
    at.accounts.set_password(by, account.id, hash, None).await?;
    let session = at.accounts.begin_session(account.id, Level::Enrolling, &at.origin, at.now).await?;
    Ok(go_with_session(app, &session, &AccountPage::Factors.path(at.visit.language)))
}
