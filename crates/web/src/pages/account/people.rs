//! People and their functions: the administrator invites, and sees who is there.

use super::answer::{Answer, At};
use super::fields::Fields;
use crate::addresses::Page;
use crate::addresses::account::AccountPage;
use crate::guard::Signed;
use crate::pages::render;
use crate::pages::shell::Shell;
use crate::sign_in::mails;
use ariane_domain::Language;
use ariane_domain::account::{AccountState, Role, fold_mail};
use ariane_store::accounts::By;
use ariane_store::accounts::people::NewAccount;
use ariane_store::accounts::tickets::TicketKind;
use askama::Template;
use axum::extract::{Form, Query};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect};

/// A person as the page lists them.
struct Row {
    name: String,
    mail: String,
    href: String,
    state: String,
    roles: String,
}

/// A function that may be chosen.
pub struct Choice {
    /// Word.
    pub value: String,
    /// Name.
    pub text: String,
    /// Whether it is chosen.
    pub chosen: bool,
}

#[derive(Template)]
#[template(path = "account/people.html")]
struct PeoplePage {
    shell: Shell,
    errors: Vec<(&'static str, String)>,
    done: String,
    action: String,
    rows: Vec<Row>,
    roles: Vec<Choice>,
    languages: Vec<(Language, bool)>,
    mail: String,
}

/// The functions, with those chosen marked.
pub fn choices(at: &At, chosen: &[Role]) -> Vec<Choice> {
    Role::ALL
        .into_iter()
        .map(|role| Choice {
            value: role.word().to_owned(),
            text: at.visit.t.k("role", role.word()),
            chosen: chosen.contains(&role),
        })
        .collect()
}

/// The functions that a form names.
pub fn chosen(fields: &Fields) -> Vec<Role> {
    fields.all("role").filter_map(Role::from_word).collect()
}

async fn page(at: &At, status: StatusCode, errors: Vec<(&'static str, String)>, fields: &Fields) -> Answer {
    let (t, language) = (at.visit.t, at.visit.language);
    let done = fields.text("done");
    let wanted = fields.text("language").parse().unwrap_or(language);
    let rows = at.accounts.accounts().await?.into_iter().map(|account| Row {
        name: if account.name.is_empty() { account.mail.clone() } else { account.name },
        href: AccountPage::People.path_to(language, &account.id.to_string()),
        state: t.k("account-state", account.state.word()),
        roles: account.roles.iter().map(|r| t.k("role", r.word())).collect::<Vec<_>>().join(", "),
        mail: if account.state == AccountState::Closed { String::new() } else { account.mail },
    });
    let page = PeoplePage {
        shell: Shell::account(&at.visit, AccountPage::People, "", t.s("people-title")),
        errors,
        done: if done == "invited" { t.s("people-invited") } else { String::new() },
        action: AccountPage::People.path(language),
        rows: rows.collect(),
        roles: choices(at, &chosen(fields)),
        languages: Language::ALL.into_iter().map(|l| (l, l == wanted)).collect(),
        mail: fields.text("mail").to_owned(),
    };
    Ok(render(status, &page))
}

/// Who is there.
pub async fn get(at: At, Query(fields): Query<Fields>) -> Answer {
    page(&at, StatusCode::OK, Vec::new(), &fields).await
}

/// Invites somebody by mail.
pub async fn post(at: At, signed: Signed, Form(fields): Form<Fields>) -> Answer {
    let t = at.visit.t;
    let (mail, roles) = (fold_mail(fields.text("mail")), chosen(&fields));
    let mut errors = Vec::new();
    if mail.is_none() {
        errors.push(("mail", t.s("mail-odd")));
    }
    if roles.is_empty() {
        errors.push(("roles", t.s("people-roles-missing")));
    }
    let language = fields.text("language").parse().unwrap_or(at.visit.language);
    let (Some(mail), true) = (mail, errors.is_empty()) else {
        return page(&at, StatusCode::UNPROCESSABLE_ENTITY, errors, &fields).await;
    };
    let actor = signed.actor().pseudonym();
    let organisation = at.accounts.organisation().await?;
    let new = NewAccount { mail: &mail, name: "", language, roles: &roles };
    let invited = at
        .accounts
        .invite(By::administrator(&actor, at.now), new, signed.account.id, |token| {
            mails::with_ticket(&at.visit.app, TicketKind::Invitation, language, &mail, &organisation, token)
        })
        .await?;
    if invited.is_none() {
        // Who may invite sees all accounts anyway.
        return page(&at, StatusCode::UNPROCESSABLE_ENTITY, vec![("mail", t.s("people-known"))], &fields)
            .await;
    }
    let to = format!("{}?done=invited", AccountPage::People.path(at.visit.language));
    Ok(Redirect::to(&to).into_response())
}
