//! A forgotten password. The link that comes by mail replaces the password and nothing else: the second factor is
//! still asked for at the next sign-in, and no mail ever resets it.

use super::answer::{Answer, At};
use super::fields::Fields;
use super::invitation::over;
use super::new_password;
use super::refusal::{self, Refused};
use crate::addresses::Page;
use crate::addresses::account::AccountPage;
use crate::guard::tries::Knock;
use crate::pages::render;
use crate::pages::shell::Shell;
use crate::sign_in::mails;
use ariane_domain::account::fold_mail;
use ariane_store::StoreError;
use ariane_store::accounts::people::Account;
use ariane_store::accounts::tickets::{Ticket, TicketKind};
use ariane_store::accounts::{Accounts, By};
use askama::Template;
use axum::extract::{Form, Path};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use chrono::{DateTime, Utc};

#[derive(Template)]
#[template(path = "account/recovery.html")]
struct RecoveryPage {
    shell: Shell,
    action: String,
    sent: bool,
}

#[derive(Template)]
#[template(path = "account/new_password.html")]
struct NewPasswordPage {
    shell: Shell,
    errors: Vec<(&'static str, String)>,
    action: String,
    mail: String,
}

fn ask(at: &At, sent: bool) -> Response {
    let page = RecoveryPage {
        shell: Shell::account(&at.visit, AccountPage::Recovery, "", at.visit.t.s("recovery-title")),
        action: AccountPage::Recovery.path(at.visit.language),
        sent,
    };
    render(StatusCode::OK, &page)
}

/// Asks for the address.
pub async fn get(at: At) -> Answer {
    Ok(ask(&at, false))
}

/// Sends a link to the address if somebody has it. The page says the same either way, and does not wait to find out.
pub async fn post(at: At, Form(fields): Form<Fields>) -> Answer {
    let app = at.visit.app.clone();
    if !app.sign_in.tries.allow(Knock::Mail, &at.origin.network, at.now) {
        return Ok(refusal::page(&at.visit, Refused::TooMany));
    }
    if let Some(mail) = fold_mail(fields.text("mail")) {
        let (accounts, now) = (at.accounts.clone(), at.now);
        tokio::spawn(async move {
            if let Err(error) = send(&app, &accounts, &mail, now).await {
                tracing::error!(%error, "a recovery could not be sent");
            }
        });
    }
    Ok(ask(&at, true))
}

async fn send(
    app: &crate::state::App,
    accounts: &Accounts,
    mail: &str,
    now: DateTime<Utc>,
) -> Result<(), StoreError> {
    let Some(account) = accounts.by_mail(mail).await?.filter(|a| a.state.may_sign_in()) else {
        return Ok(());
    };
    // One mailbox is not to be filled from many networks.
    if !app.sign_in.tries.allow(Knock::Mail, &account.id.to_string(), now) {
        return Ok(());
    }
    accounts
        .send(By::anyone(now), TicketKind::Recovery, account.id, None, |token| {
            mails::with_ticket(app, TicketKind::Recovery, account.language, &account.mail, "", token)
        })
        .await
}

async fn found(at: &At, token: &str) -> Result<Option<(Ticket, Account)>, StoreError> {
    let Some(ticket) = at.accounts.ticket(TicketKind::Recovery, token, at.now).await? else {
        return Ok(None);
    };
    let Some(id) = ticket.account else { return Ok(None) };
    let account = at.accounts.account(id).await?.filter(|a| a.state.may_sign_in());
    Ok(account.map(|account| (ticket, account)))
}

fn form(
    at: &At,
    account: &Account,
    token: &str,
    status: StatusCode,
    errors: Vec<(&'static str, String)>,
) -> Response {
    let page = NewPasswordPage {
        shell: Shell::account(&at.visit, AccountPage::Recovery, token, at.visit.t.s("new-password-title")),
        errors,
        action: AccountPage::Recovery.path_to(at.visit.language, token),
        mail: account.mail.clone(),
    };
    render(status, &page)
}

/// The link of the mail.
pub async fn choose(at: At, Path(token): Path<String>) -> Answer {
    if !at.visit.app.sign_in.tries.allow(Knock::Ticket, &at.origin.network, at.now) {
        return Ok(refusal::page(&at.visit, Refused::TooMany));
    }
    Ok(match found(&at, &token).await? {
        Some((_, account)) => form(&at, &account, &token, StatusCode::OK, Vec::new()),
        None => over(&at, TicketKind::Recovery),
    })
}

/// Takes the new password; all sessions end.
pub async fn chosen(at: At, Path(token): Path<String>, Form(fields): Form<Fields>) -> Answer {
    let app = &at.visit.app;
    if !app.sign_in.tries.allow(Knock::Ticket, &at.origin.network, at.now) {
        return Ok(refusal::page(&at.visit, Refused::TooMany));
    }
    let Some((ticket, account)) = found(&at, &token).await? else {
        return Ok(over(&at, TicketKind::Recovery));
    };
    let password = match new_password::read(at.visit.t, &fields, &account.mail, &account.name) {
        Ok(password) => password,
        Err(error) => return Ok(form(&at, &account, &token, StatusCode::UNPROCESSABLE_ENTITY, vec![error])),
    };
    let hash = app.sign_in.passwords.hash(password).await?;
    if !at.accounts.use_ticket(ticket.id, at.now).await? {
        return Ok(over(&at, TicketKind::Recovery));
    }
    let by = By { actor: "anyone", function: "recovery", at: at.now };
    at.accounts.set_password(by, account.id, hash, None).await?;
    at.accounts.tell(by, "notice", &mails::notice(app, account.language, &account.mail, "password")).await?;
    let to = format!("{}?done=password", AccountPage::SignIn.path(at.visit.language));
    Ok(Redirect::to(&to).into_response())
}
