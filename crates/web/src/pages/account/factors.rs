//! One's second factors: the first one after an invitation or an administrator's code, more of them later.

use super::answer::{Answer, At, Fault, home};
use super::fields::Fields;
use super::refusal::{self, Refused};
use crate::addresses::Page;
use crate::addresses::account::AccountPage;
use crate::guard::Signed;
use crate::guard::cookies::Cookie;
use crate::pages::render;
use crate::pages::shell::{Link, Shell};
use crate::sign_in::{mails, totp};
use ariane_domain::account::AccountState;
use ariane_domain::account::session::Level;
use ariane_privacy::random;
use ariane_store::accounts::By;
use ariane_store::accounts::factors::{Factors, NewFactor};
use ariane_store::accounts::tickets::TicketKind;
use askama::Template;
use axum::extract::Form;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use serde::{Deserialize, Serialize};
use uuid::Uuid;
use webauthn_rs::prelude::PasskeyRegistration;

/// Recovery codes given at once.
const CODES: usize = 8;

/// A factor as the page lists it.
struct Row {
    id: Uuid,
    name: String,
    since: String,
}

#[derive(Template)]
#[template(path = "account/factors.html")]
struct FactorsPage {
    shell: Shell,
    errors: Vec<(&'static str, String)>,
    action: String,
    is_first: bool,
    rows: Vec<Row>,
    codes_left: String,
    secret: String,
    address: String,
    picture: Option<(usize, String)>,
    passkey: Option<String>,
    passkeys_are_possible: bool,
}

#[derive(Template)]
#[template(path = "account/codes.html")]
struct CodesPage {
    shell: Shell,
    codes: Vec<String>,
    next: Vec<Link>,
}

/// What a session remembers while a factor is being added.
#[derive(Default, Serialize, Deserialize)]
struct Begun {
    /// Secret of the app, not proven yet.
    #[serde(default)]
    secret: String,
    passkey: Option<PasskeyRegistration>,
}

async fn begun(at: &At, signed: &Signed) -> Result<Begun, Fault> {
    let kept = at.accounts.ceremony(signed.session.id).await?.unwrap_or_default();
    Ok(serde_json::from_str(&kept).unwrap_or_default())
}

async fn page(at: &At, signed: &Signed, status: StatusCode, errors: Vec<(&'static str, String)>) -> Answer {
    let (t, account) = (at.visit.t, &signed.account);
    let factors = at.accounts.factors(account.id).await?;
    let mut begun = begun(at, signed).await?;
    if begun.secret.is_empty() {
        begun.secret = totp::new_secret()?;
    }
    let passkeys = &at.visit.app.sign_in.passkeys;
    let asked = passkeys.ask_new(account.id, &account.mail, &account.name, &factors.passkeys);
    let (passkey, state) = asked.map(|a| (a.question, a.state)).unzip();
    begun.passkey = state;
    let kept = serde_json::to_string(&begun).unwrap_or_default();
    at.accounts.keep_ceremony(signed.session.id, &kept).await?;
    let address = totp::address(&begun.secret, &account.mail).unwrap_or_default();
    let page = FactorsPage {
        shell: Shell::account(&at.visit, AccountPage::Factors, "", t.s("factors-title")),
        errors,
        action: AccountPage::Factors.path(at.visit.language),
        is_first: !signed.is_full(),
        rows: rows(at, &factors),
        codes_left: t.n("factors-codes-left", factors.codes_left),
        secret: totp::grouped(&begun.secret),
        picture: totp::picture(&address),
        address,
        passkey,
        passkeys_are_possible: passkeys.are_possible(),
    };
    Ok(render(status, &page))
}

fn rows(at: &At, factors: &Factors) -> Vec<Row> {
    let t = at.visit.t;
    let apps = factors.totps.iter().map(|app| (app.id, t.s("factors-totp"), app.created_at));
    let keys = factors.passkeys.iter().map(|key| (key.id, key.name.clone(), key.created_at));
    apps.chain(keys)
        .map(|(id, name, since)| Row { id, name, since: t.date(at.visit.settings.day(since)) })
        .collect()
}

/// The factors, and the way to add one.
pub async fn get(at: At, signed: Signed) -> Answer {
    page(&at, &signed, StatusCode::OK, Vec::new()).await
}

/// Adds or removes a factor, or gives new recovery codes.
pub async fn post(at: At, signed: Signed, Form(fields): Form<Fields>) -> Answer {
    let t = at.visit.t;
    let wrong = |field, key: &str| vec![(field, t.s(key))];
    match fields.text("do") {
        "totp" => {
            let begun = begun(&at, &signed).await?;
            let Some(step) = totp::check(&begun.secret, fields.text("code"), at.now) else {
                return page(
                    &at,
                    &signed,
                    StatusCode::UNPROCESSABLE_ENTITY,
                    wrong("code", "factors-code-wrong"),
                )
                .await;
            };
            added(&at, &signed, NewFactor::Totp { secret: &begun.secret, step }).await
        }
        "passkey" => {
            let begun = begun(&at, &signed).await?;
            let passkeys = &at.visit.app.sign_in.passkeys;
            let taken = begun.passkey.and_then(|state| passkeys.take_new(fields.raw("credential"), &state));
            let Some((id, credential)) = taken else {
                let errors = wrong("name", "factors-passkey-wrong");
                return page(&at, &signed, StatusCode::UNPROCESSABLE_ENTITY, errors).await;
            };
            let name: String = fields.text("name").chars().take(60).collect();
            let name = if name.is_empty() { t.s("factors-passkey") } else { name };
            let factor = NewFactor::Passkey { name: &name, credential_id: &id, credential: &credential };
            added(&at, &signed, factor).await
        }
        // A session that only enrols neither removes nor renews.
        "remove" if signed.is_full() => {
            let factors = at.accounts.factors(signed.account.id).await?;
            let Some(id) = Uuid::parse_str(fields.text("factor")).ok().filter(|_| factors.count() > 1) else {
                return page(
                    &at,
                    &signed,
                    StatusCode::UNPROCESSABLE_ENTITY,
                    wrong("factors", "factors-last"),
                )
                .await;
            };
            let actor = signed.actor().pseudonym();
            at.accounts.remove_factor(By::holder(&actor, at.now), signed.account.id, id).await?;
            tell(&at, &signed, "factor-removed").await?;
            Ok(Redirect::to(&AccountPage::Factors.path(at.visit.language)).into_response())
        }
        "codes" if signed.is_full() => Ok(render(StatusCode::OK, &codes(&at, &signed).await?)),
        _ => page(&at, &signed, StatusCode::UNPROCESSABLE_ENTITY, Vec::new()).await,
    }
}

async fn tell(at: &At, signed: &Signed, what: &str) -> Result<(), Fault> {
    let account = &signed.account;
    let mail = mails::notice(&at.visit.app, account.language, &account.mail, what);
    at.accounts.tell(By::anyone(at.now), "notice", &mail).await?;
    Ok(())
}

/// A factor was proven. The first of an account opens it and gives recovery codes, shown this once.
async fn added(at: &At, signed: &Signed, factor: NewFactor<'_>) -> Answer {
    let account = &signed.account;
    let actor = signed.actor().pseudonym();
    let by = By::holder(&actor, at.now);
    let was_enrolling = signed.session.level == Level::Enrolling;
    at.accounts.add_factor(by, account.id, factor, was_enrolling).await?;
    if !was_enrolling {
        at.accounts.keep_ceremony(signed.session.id, "").await?;
        tell(at, signed, "factor-added").await?;
        return Ok(Redirect::to(&AccountPage::Factors.path(at.visit.language)).into_response());
    }
    if account.state == AccountState::Invited {
        at.accounts.set_state(by, account.id, AccountState::Active).await?;
        at.accounts.end_tickets(TicketKind::Invitation, account.id).await?;
        at.visit.app.sign_in.set_up.close();
    } else {
        // Somebody lost theirs: whoever sits elsewhere with the old one goes.
        at.accounts.end_sessions(by, account.id, Some(signed.session.id)).await?;
        tell(at, signed, "factor-replaced").await?;
    }
    let page = codes(at, signed).await?;
    let Some(token) = at.accounts.rotate(signed.session.id, Level::Full, at.now).await? else {
        return Ok(refusal::page(&at.visit, Refused::SignedOut));
    };
    let mut response: Response = render(StatusCode::OK, &page);
    Cookie::Session.give(&mut response, at.visit.settings.sign_in.is_https(), &token);
    Ok(response)
}

async fn codes(at: &At, signed: &Signed) -> Result<CodesPage, Fault> {
    let t = at.visit.t;
    let mut codes = Vec::with_capacity(CODES);
    for _ in 0..CODES {
        codes.push(random::spoken_code(4)?);
    }
    let actor = signed.actor().pseudonym();
    at.accounts.set_codes(By::holder(&actor, at.now), signed.account.id, &codes).await?;
    let mut shell = Shell::account(&at.visit, AccountPage::Factors, "", t.s("codes-title"));
    // The token of this page's forms is the old session's; the next page carries the new one.
    shell.signed = None;
    Ok(CodesPage { shell, codes, next: vec![Link::new(t.s("codes-next"), home(at.visit.language))] })
}
