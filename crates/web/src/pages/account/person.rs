//! One person: functions, lock, close, another invitation, a code for who lost their second factor.
//!
//! The code is shown on the screen, to be said in person or by telephone to somebody whose voice or face is known. It
//! is never sent: the password may come by mail, so the second factor must not.

use super::answer::{Answer, At};
use super::departure::{self, Takeover};
use super::fields::Fields;
use super::people::{Choice, choices, chosen};
use crate::addresses::Page;
use crate::addresses::account::AccountPage;
use crate::guard::Signed;
use crate::pages::render;
use crate::pages::shell::{Link, Shell};
use crate::problem::Problem;
use crate::sign_in::mails;
use ariane_domain::account::departure::NobodyLeft;
use ariane_domain::account::{AccountState, Role};
use ariane_store::StoreError;
use ariane_store::accounts::By;
use ariane_store::accounts::people::Account;
use ariane_store::accounts::tickets::{NewTicket, TicketKind};
use ariane_store::records::departure::DepartureError;
use askama::Template;
use axum::extract::{Form, Path, Query};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use uuid::Uuid;

#[derive(Template)]
#[template(path = "account/person.html")]
struct PersonPage {
    shell: Shell,
    errors: Vec<(String, String)>,
    done: String,
    action: String,
    mail: String,
    state: String,
    facts: Vec<(String, String)>,
    roles: Vec<Choice>,
    is_own: bool,
    may_lock: bool,
    may_unlock: bool,
    may_close: bool,
    is_invited: bool,
    may_give_code: bool,
    code: String,
    /// Who takes over when the account is closed.
    closing: Vec<Takeover>,
    /// Who takes over what the functions that stay do not allow; asked once nobody was found.
    giving_up: Vec<Takeover>,
}

/// The two acts by which somebody leaves, as the beginning of the names in their forms.
const CLOSE: &str = "close";
const ROLES: &str = "roles";

/// What the page shows besides the account as it is.
#[derive(Default)]
struct Shown<'s> {
    errors: Vec<(String, String)>,
    done: &'s str,
    code: String,
    /// The form that was sent, where it is shown again.
    sent: Option<&'s Fields>,
    /// The act for which nobody is left.
    left: Option<(&'static str, NobodyLeft)>,
}

/// What an administrator may not do to the last of them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Bar {
    /// To themselves.
    Own,
    /// No administrator would be left.
    Last,
}

impl Bar {
    const fn word(self) -> &'static str {
        match self {
            Self::Own => "own",
            Self::Last => "last",
        }
    }
}

async fn page(at: &At, signed: &Signed, account: &Account, shown: Shown<'_>) -> Answer {
    let (t, language) = (at.visit.t, at.visit.language);
    let is_own = account.id == signed.account.id;
    let title = if account.name.is_empty() { account.mail.clone() } else { account.name.clone() };
    let factors = at.accounts.factors(account.id).await?;
    let mut facts = vec![
        (t.s("person-since"), t.date(at.visit.settings.day(account.created_at))),
        (t.s("person-factors"), t.n("account-factors", factors.count())),
    ];
    if let Some(until) = at.accounts.invited_until(account.id, at.now).await? {
        facts.push((t.s("person-invited-until"), at.visit.moment(until)));
    }
    let may = |next| !is_own && account.state.may_become(next);
    let id = account.id.to_string();
    let people = Link::new(t.s("people-title"), AccountPage::People.path(language));
    let known = matches!(shown.done, "roles" | "state" | "sent");
    let (empty, by) = (Fields::default(), signed.actor());
    let fields = shown.sent.unwrap_or(&empty);
    let left = |form| shown.left.as_ref().filter(|(of, _)| *of == form).map(|(_, left)| left);
    let held = at.accounts.held_by(By::administrator(&by.pseudonym(), at.now), &by, account.id).await?;
    let closing = departure::takeovers(at, CLOSE, account, &[], &held, fields, left(CLOSE)).await?;
    let roles = if left(ROLES).is_some() { chosen(fields) } else { account.roles.clone() };
    let giving_up = match left(ROLES) {
        None => Vec::new(),
        left => departure::takeovers(at, ROLES, account, &roles, &held, fields, left).await?,
    };
    let status = if shown.errors.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    let page = PersonPage {
        shell: Shell::account(&at.visit, AccountPage::People, &id, title).via(people),
        errors: shown.errors,
        done: if known { t.k("person-done", shown.done) } else { String::new() },
        action: AccountPage::People.path_to(language, &id),
        mail: account.mail.clone(),
        state: t.k("account-state", account.state.word()),
        facts,
        roles: choices(at, &roles),
        is_own,
        may_lock: may(AccountState::Locked),
        may_unlock: may(AccountState::Active),
        may_close: may(AccountState::Closed),
        is_invited: account.state == AccountState::Invited,
        may_give_code: !is_own && account.state == AccountState::Active,
        code: shown.code,
        closing,
        giving_up,
    };
    Ok(render(status, &page))
}

async fn found(at: &At, who: &str) -> Result<Option<Account>, StoreError> {
    match Uuid::parse_str(who) {
        Ok(id) => at.accounts.account(id).await,
        Err(_) => Ok(None),
    }
}

/// The person.
pub async fn get(at: At, signed: Signed, Path(who): Path<String>, Query(fields): Query<Fields>) -> Answer {
    match found(&at, &who).await? {
        Some(account) => {
            page(&at, &signed, &account, Shown { done: fields.text("done"), ..Shown::default() }).await
        }
        None => Ok(Problem::NoSuchPage.page(&at.visit)),
    }
}

/// Whether the act would leave the installation without an administrator, or is done to oneself.
async fn bar(
    at: &At,
    signed: &Signed,
    account: &Account,
    keeps_role: bool,
) -> Result<Option<Bar>, StoreError> {
    if keeps_role || !account.is(Role::Administrator) {
        return Ok(None);
    }
    if account.id == signed.account.id {
        return Ok(Some(Bar::Own));
    }
    let others = at.accounts.accounts().await?;
    let is_other =
        |a: &Account| a.id != account.id && a.is(Role::Administrator) && a.state == AccountState::Active;
    Ok((!others.iter().any(is_other)).then_some(Bar::Last))
}

/// Acts on the person.
pub async fn post(at: At, signed: Signed, Path(who): Path<String>, Form(fields): Form<Fields>) -> Answer {
    let Some(account) = found(&at, &who).await? else { return Ok(Problem::NoSuchPage.page(&at.visit)) };
    let actor = signed.actor().pseudonym();
    let by = By::administrator(&actor, at.now);
    match fields.text("do") {
        "roles" => give_roles(&at, &signed, &account, &fields).await,
        "close" => close(&at, &signed, &account, &fields).await,
        act @ ("lock" | "unlock") => {
            let next = if act == "lock" { AccountState::Locked } else { AccountState::Active };
            if account.id == signed.account.id {
                return refused(&at, &signed, &account, barred(&at, Bar::Own)).await;
            }
            if let Some(bar) = bar(&at, &signed, &account, next == AccountState::Active).await? {
                return refused(&at, &signed, &account, barred(&at, bar)).await;
            }
            if account.state.may_become(next) {
                at.accounts.set_state(by, account.id, next).await?;
            }
            Ok(done(&at, &account, "state"))
        }
        "invite" if account.state == AccountState::Invited => {
            let organisation = at.accounts.organisation().await?;
            at.accounts
                .send(by, TicketKind::Invitation, account.id, Some(signed.account.id), |token| {
                    let (language, to) = (account.language, &account.mail);
                    mails::with_ticket(
                        &at.visit.app,
                        TicketKind::Invitation,
                        language,
                        to,
                        &organisation,
                        token,
                    )
                })
                .await?;
            Ok(done(&at, &account, "sent"))
        }
        "code" if account.state == AccountState::Active && account.id != signed.account.id => {
            let ticket = NewTicket {
                kind: TicketKind::FactorCode,
                account: Some(account.id),
                issued_by: Some(signed.account.id),
                content: "",
                at: at.now,
            };
            let code = at.accounts.issue(by, ticket).await?;
            // The holder learns of it by mail: the code itself never travels there.
            let mail = mails::notice(&at.visit.app, account.language, &account.mail, "factor-code");
            at.accounts.tell(by, "notice", &mail).await?;
            page(&at, &signed, &account, Shown { code, ..Shown::default() }).await
        }
        _ => Ok(done(&at, &account, "")),
    }
}

async fn give_roles(at: &At, signed: &Signed, account: &Account, fields: &Fields) -> Answer {
    let roles = chosen(fields);
    if roles.is_empty() {
        return refused(at, signed, account, vec![("roles".into(), at.visit.t.s("people-roles-missing"))])
            .await;
    }
    if let Some(bar) = bar(at, signed, account, roles.contains(&Role::Administrator)).await? {
        return refused(at, signed, account, barred(at, bar)).await;
    }
    if roles == account.roles {
        return Ok(done(at, account, "roles"));
    }
    let (actor, heirs) = (signed.actor(), departure::chosen(fields, ROLES));
    let pseudonym = actor.pseudonym();
    let by = By::administrator(&pseudonym, at.now);
    match at.accounts.set_roles(by, &actor, account.id, &roles, &heirs).await {
        Ok(heirs) => {
            let mail = mails::notice(&at.visit.app, account.language, &account.mail, "roles");
            at.accounts.tell(by, "notice", &mail).await?;
            departure::tell(at, by, &heirs).await?;
            Ok(done(at, account, "roles"))
        }
        Err(error) => nobody_left(at, signed, account, ROLES, fields, error).await,
    }
}

async fn close(at: &At, signed: &Signed, account: &Account, fields: &Fields) -> Answer {
    if account.id == signed.account.id {
        return refused(at, signed, account, barred(at, Bar::Own)).await;
    }
    if let Some(bar) = bar(at, signed, account, false).await? {
        return refused(at, signed, account, barred(at, bar)).await;
    }
    if !account.state.may_become(AccountState::Closed) {
        return Ok(done(at, account, "state"));
    }
    let (actor, heirs) = (signed.actor(), departure::chosen(fields, CLOSE));
    let pseudonym = actor.pseudonym();
    let by = By::administrator(&pseudonym, at.now);
    match at.accounts.close(by, &actor, account.id, &heirs).await {
        Ok(heirs) => {
            departure::tell(at, by, &heirs).await?;
            Ok(done(at, account, "state"))
        }
        Err(error) => nobody_left(at, signed, account, CLOSE, fields, error).await,
    }
}

/// Shows what has nobody who takes it over, with who may; nothing has changed.
async fn nobody_left(
    at: &At,
    signed: &Signed,
    account: &Account,
    form: &'static str,
    fields: &Fields,
    error: DepartureError,
) -> Answer {
    match error {
        DepartureError::Store(error) => Err(error.into()),
        DepartureError::NobodyLeft(left) => {
            let errors = departure::missing(at, form, &left);
            let shown = Shown { errors, sent: Some(fields), left: Some((form, left)), ..Shown::default() };
            page(at, signed, account, shown).await
        }
    }
}

fn barred(at: &At, bar: Bar) -> Vec<(String, String)> {
    vec![("roles".into(), at.visit.t.k("person-bar", bar.word()))]
}

async fn refused(at: &At, signed: &Signed, account: &Account, errors: Vec<(String, String)>) -> Answer {
    page(at, signed, account, Shown { errors, ..Shown::default() }).await
}

fn done(at: &At, account: &Account, what: &str) -> Response {
    let path = AccountPage::People.path_to(at.visit.language, &account.id.to_string());
    Redirect::to(&format!("{path}?done={what}")).into_response()
}
