//! One's own account: where one is signed in, the password, the outside account.

use super::answer::{Answer, At, Fault};
use super::fields::Fields;
use super::new_password;
use super::refusal::{self, Refused};
use crate::addresses::Page;
use crate::addresses::account::AccountPage;
use crate::guard::Signed;
use crate::guard::tries::Knock;
use crate::pages::render;
use crate::pages::shell::Shell;
use crate::sign_in::mails;
use ariane_store::accounts::By;
use ariane_store::accounts::sessions::END_SESSIONS;
use ariane_store::accounts::tries::Guess;
use askama::Template;
use axum::extract::{Form, Query};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect};
use uuid::Uuid;

/// A session as the page lists it.
struct Row {
    id: Uuid,
    agent: String,
    network: String,
    times: String,
    is_this: bool,
}

#[derive(Template)]
#[template(path = "account/own.html")]
struct OwnPage {
    shell: Shell,
    errors: Vec<(&'static str, String)>,
    done: String,
    action: String,
    name: String,
    mail: String,
    roles: Vec<String>,
    factors: String,
    factors_href: String,
    sessions: Vec<Row>,
    has_password: bool,
    outside: Option<(String, String)>,
    identities: Vec<(Uuid, String, String)>,
}

async fn page(
    at: &At,
    signed: &Signed,
    status: StatusCode,
    errors: Vec<(&'static str, String)>,
    done: &str,
) -> Answer {
    let (t, language, account) = (at.visit.t, at.visit.language, &signed.account);
    let factors = at.accounts.factors(account.id).await?;
    let limits = &at.visit.settings.sign_in.limits;
    let when = |moment: chrono::DateTime<chrono::Utc>| at.visit.moment(moment);
    let sessions = at.accounts.sessions(account.id, limits, at.now).await?;
    let identities = at.accounts.identities(account.id).await?;
    let is_linked = !identities.is_empty();
    let page = OwnPage {
        shell: Shell::account(&at.visit, AccountPage::Account, "", t.s("account-title")),
        errors,
        done: if matches!(done, "password" | "session" | "linked") {
            t.k("account-done", done)
        } else {
            String::new()
        },
        action: AccountPage::Account.path(language),
        name: account.name.clone(),
        mail: account.mail.clone(),
        roles: account.roles.iter().map(|r| t.k("role", r.word())).collect(),
        factors: t.n("account-factors", factors.count()),
        factors_href: AccountPage::Factors.path(language),
        sessions: sessions
            .into_iter()
            .map(|s| Row {
                is_this: s.id == signed.session.id,
                id: s.id,
                agent: if s.origin.agent.is_empty() { t.s("account-agent-unknown") } else { s.origin.agent },
                network: s.origin.network,
                times: t.ww(
                    "account-session-times",
                    ("since", &when(s.times.began)),
                    ("seen", &when(s.times.last_seen)),
                ),
            })
            .collect(),
        has_password: account.password_hash.is_some(),
        outside: at
            .visit
            .app
            .sign_in
            .outside
            .as_ref()
            .filter(|_| !is_linked)
            .map(|o| (AccountPage::LinkOutside.path(language), o.name().to_owned())),
        identities: identities
            .into_iter()
            .map(|i| (i.id, i.issuer, t.date(at.visit.settings.day(i.created_at))))
            .collect(),
    };
    Ok(render(status, &page))
}

/// The account.
pub async fn get(at: At, signed: Signed, Query(fields): Query<Fields>) -> Answer {
    page(&at, &signed, StatusCode::OK, Vec::new(), fields.text("done")).await
}

fn done(at: &At, what: &str) -> Answer {
    let path = AccountPage::Account.path(at.visit.language);
    Ok(Redirect::to(&format!("{path}?done={what}")).into_response())
}

/// Ends sessions, changes the password, unlinks an outside account.
pub async fn post(at: At, signed: Signed, Form(fields): Form<Fields>) -> Answer {
    let account = signed.account.id;
    let actor = signed.actor().pseudonym();
    let by = By::holder(&actor, at.now);
    let id = |name: &str| Uuid::parse_str(fields.text(name)).unwrap_or_default();
    match fields.text("do") {
        "end-session" => {
            at.accounts.end_own_session(by, account, id("session"), END_SESSIONS).await?;
            done(&at, "session")
        }
        "end-others" => {
            at.accounts.end_sessions(by, account, Some(signed.session.id)).await?;
            done(&at, "session")
        }
        "unlink" => {
            // Without a password nobody could sign in any more.
            if signed.account.password_hash.is_some() {
                at.accounts.unlink_identity(by, account, id("identity")).await?;
            }
            done(&at, "linked")
        }
        "password" => change_password(&at, &signed, &fields).await,
        _ => done(&at, ""),
    }
}

async fn change_password(at: &At, signed: &Signed, fields: &Fields) -> Answer {
    let (t, account, app) = (at.visit.t, &signed.account, &at.visit.app);
    let network = &at.origin.network;
    if !app.sign_in.tries.allow(Knock::Factor, network, at.now) {
        return Ok(refusal::page(&at.visit, Refused::TooMany));
    }
    let refuse = |error| page(at, signed, StatusCode::UNPROCESSABLE_ENTITY, vec![error], "");
    let guess = Guess::Password(&account.mail);
    if at.accounts.waits_until(guess, network, at.now).await?.is_some() {
        return Ok(refusal::page(&at.visit, Refused::TooMany));
    }
    let typed = fields.raw("current").to_owned();
    if !app.sign_in.passwords.verify(typed, account.password_hash.clone()).await {
        at.accounts.was_wrong(guess, network, at.now).await?;
        return refuse(("current", t.s("password-current-wrong"))).await;
    }
    let password = match new_password::read(t, fields, &account.mail, &account.name) {
        Ok(password) => password,
        Err(error) => return refuse(error).await,
    };
    let hash = app.sign_in.passwords.hash(password).await.map_err(Fault::from)?;
    let actor = signed.actor().pseudonym();
    let by = By::holder(&actor, at.now);
    at.accounts.set_password(by, account.id, hash, Some(signed.session.id)).await?;
    at.accounts.tell(by, "notice", &mails::notice(app, account.language, &account.mail, "password")).await?;
    done(at, "password")
}
