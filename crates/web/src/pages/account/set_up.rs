//! The first page of an empty installation: the organisation and its administrator.

use super::answer::{Answer, At, go_with_session};
use super::fields::Fields;
use super::new_password;
use super::refusal::{self, Refused};
use crate::addresses::Page;
use crate::addresses::account::AccountPage;
use crate::guard::tries::Knock;
use crate::pages::render;
use crate::pages::shell::Shell;
use crate::problem::Problem;
use ariane_domain::account::session::Level;
use ariane_domain::account::{AccountState, Role, fold_mail};
use ariane_store::accounts::By;
use ariane_store::accounts::people::NewAccount;
use askama::Template;
use axum::extract::Form;
use axum::http::StatusCode;
use axum::response::Response;

#[derive(Template)]
#[template(path = "account/set_up.html")]
struct SetUpPage {
    shell: Shell,
    errors: Vec<(&'static str, String)>,
    action: String,
    organisation: String,
    name: String,
    mail: String,
}

fn page(at: &At, status: StatusCode, errors: Vec<(&'static str, String)>, fields: &Fields) -> Response {
    let t = at.visit.t;
    let page = SetUpPage {
        shell: Shell::account(&at.visit, AccountPage::SetUp, "", t.s("set-up-title")),
        errors,
        action: AccountPage::SetUp.path(at.visit.language),
        organisation: fields.text("organisation").to_owned(),
        name: fields.text("name").to_owned(),
        mail: fields.text("mail").to_owned(),
    };
    render(status, &page)
}

/// The form, while nobody can sign in.
pub async fn get(at: At) -> Answer {
    if !at.accounts.is_without_administrator().await? {
        return Ok(Problem::NoSuchPage.page(&at.visit));
    }
    Ok(page(&at, StatusCode::OK, Vec::new(), &Fields::default()))
}

/// Makes organisation and administrator; the second factor comes next, and only then is the installation set up.
pub async fn post(at: At, Form(fields): Form<Fields>) -> Answer {
    let (t, app, now) = (at.visit.t, &at.visit.app, at.now);
    if !at.accounts.is_without_administrator().await? {
        return Ok(Problem::NoSuchPage.page(&at.visit));
    }
    if !app.sign_in.tries.allow(Knock::Ticket, &at.origin.network, now) {
        return Ok(refusal::page(&at.visit, Refused::TooMany));
    }
    let mut errors = Vec::new();
    if !app.sign_in.set_up.is(fields.text("code")) {
        errors.push(("code", t.s("set-up-code-wrong")));
    }
    for (field, key) in [("organisation", "set-up-organisation-missing"), ("name", "name-missing")] {
        if fields.text(field).is_empty() {
            errors.push((field, t.s(key)));
        }
    }
    let mail = fold_mail(fields.text("mail"));
    if mail.is_none() {
        errors.push(("mail", t.s("mail-odd")));
    }
    let mail = mail.unwrap_or_default();
    let password = new_password::read(t, &fields, &mail, fields.text("name"));
    let password = match password {
        Ok(password) if errors.is_empty() => password,
        other => {
            errors.extend(other.err());
            return Ok(page(&at, StatusCode::UNPROCESSABLE_ENTITY, errors, &fields));
        }
    };
    let by = By { actor: "operator", function: "operator", at: now };
    at.accounts
        .name_organisation(by, fields.text("organisation"), &at.visit.settings.country.to_string())
        .await?;
    let name = fields.text("name");
    let new = NewAccount { mail: &mail, name, language: at.visit.language, roles: &[Role::Administrator] };
    let account = match at.accounts.create(by, new).await? {
        Some(account) => Some(account),
        // Begun before and not finished: the same person goes on.
        None => at.accounts.by_mail(&mail).await?.filter(|a| a.state == AccountState::Invited),
    };
    let Some(account) = account else { return Ok(Problem::NoSuchPage.page(&at.visit)) };
    let hash = app.sign_in.passwords.hash(password).await?;
    at.accounts.rename(by, account.id, name).await?;
    at.accounts.set_password(by, account.id, hash, None).await?;
    let token = at.accounts.begin_session(account.id, Level::Enrolling, &at.origin, now).await?;
    Ok(go_with_session(app, &token, &AccountPage::Factors.path(at.visit.language)))
}
