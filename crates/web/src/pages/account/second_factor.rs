//! The second factor: at sign-in, and once more before an act that asks for it.

use super::answer::{Answer, At, go_with_session, home};
use super::fields::Fields;
use super::refusal::{self, Refused};
use crate::addresses::Page;
use crate::addresses::account::AccountPage;
use crate::guard::Signed;
use crate::guard::tries::Knock;
use crate::pages::render;
use crate::pages::shell::Shell;
use crate::sign_in::totp;
use ariane_domain::account::session::Level;
use ariane_store::StoreError;
use ariane_store::accounts::By;
use ariane_store::accounts::factors::Factors;
use ariane_store::accounts::tickets::TicketKind;
use ariane_store::accounts::tries::Guess;
use askama::Template;
use axum::extract::{Form, Query};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect};
use chrono::TimeDelta;
use serde::{Deserialize, Serialize};
use webauthn_rs::prelude::PasskeyAuthentication;

#[derive(Template)]
#[template(path = "account/second_factor.html")]
struct SecondFactorPage {
    shell: Shell,
    errors: Vec<(&'static str, String)>,
    action: String,
    to: String,
    lead: String,
    passkey: Option<String>,
    has_totp: bool,
    has_codes: bool,
    may_say_code: bool,
    is_without: bool,
}

/// What a session remembers between the question for a passkey and its answer.
#[derive(Serialize, Deserialize)]
struct Question {
    passkey: PasskeyAuthentication,
}

/// Why the page is shown.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Why {
    SignIn,
    StepUp,
}

impl Why {
    const fn page(self) -> AccountPage {
        match self {
            Self::SignIn => AccountPage::SecondFactor,
            Self::StepUp => AccountPage::StepUp,
        }
    }
}

async fn page(
    at: &At,
    signed: &Signed,
    why: Why,
    status: StatusCode,
    errors: Vec<(&'static str, String)>,
    to: &str,
) -> Answer {
    let t = at.visit.t;
    let factors = at.accounts.factors(signed.account.id).await?;
    let asked = at.visit.app.sign_in.passkeys.ask(&factors.passkeys);
    let passkey = match asked {
        Some(asked) => {
            let kept = serde_json::to_string(&Question { passkey: asked.state }).unwrap_or_default();
            at.accounts.keep_ceremony(signed.session.id, &kept).await?;
            Some(asked.question)
        }
        None => None,
    };
    let word = if why == Why::SignIn { "second-factor" } else { "step-up" };
    let page = SecondFactorPage {
        shell: Shell::account(&at.visit, why.page(), "", t.k(word, "title")),
        errors,
        action: why.page().path(at.visit.language),
        to: to.to_owned(),
        lead: t.k(word, "lead"),
        passkey,
        has_totp: !factors.totps.is_empty(),
        has_codes: factors.codes_left > 0,
        may_say_code: why == Why::SignIn,
        is_without: factors.is_empty(),
    };
    Ok(render(status, &page))
}

/// At sign-in.
pub async fn get(at: At, signed: Signed, Query(fields): Query<Fields>) -> Answer {
    match signed.session.level {
        Level::Full => Ok(Redirect::to(&home(at.visit.language)).into_response()),
        Level::Enrolling => Ok(Redirect::to(&AccountPage::Factors.path(at.visit.language)).into_response()),
        Level::First => page(&at, &signed, Why::SignIn, StatusCode::OK, Vec::new(), fields.to()).await,
    }
}

/// At sign-in, answered.
pub async fn post(at: At, signed: Signed, Form(fields): Form<Fields>) -> Answer {
    look(at, signed, Why::SignIn, fields).await
}

/// Once more.
pub async fn again(at: At, signed: Signed, Query(fields): Query<Fields>) -> Answer {
    page(&at, &signed, Why::StepUp, StatusCode::OK, Vec::new(), fields.to()).await
}

/// Once more, answered.
pub async fn given_again(at: At, signed: Signed, Form(fields): Form<Fields>) -> Answer {
    look(at, signed, Why::StepUp, fields).await
}

/// What was given.
enum Given {
    Factor,
    SpokenCode,
    Wrong,
}

async fn judge(
    at: &At,
    signed: &Signed,
    why: Why,
    factors: &Factors,
    fields: &Fields,
) -> Result<Given, StoreError> {
    let (account, now) = (signed.account.id, at.now);
    let actor = signed.actor().pseudonym();
    let by = By::holder(&actor, now);
    match fields.text("how") {
        "totp" => {
            for app in &factors.totps {
                if let Some(step) = totp::check(&app.secret, fields.text("code"), now)
                    && at.accounts.use_totp_step(by, account, app.id, step).await?
                {
                    return Ok(Given::Factor);
                }
            }
        }
        "passkey" => {
            let kept = at.accounts.ceremony(signed.session.id).await?.unwrap_or_default();
            if let Ok(question) = serde_json::from_str::<Question>(&kept) {
                // A question is good for one answer.
                at.accounts.keep_ceremony(signed.session.id, "").await?;
                let answer = fields.raw("credential");
                let proven =
                    at.visit.app.sign_in.passkeys.check(answer, &question.passkey, &factors.passkeys);
                if let Some(proven) = proven
                    && at.accounts.use_passkey(by, account, proven.id, &proven.credential).await?
                {
                    return Ok(Given::Factor);
                }
            }
        }
        "recovery" if at.accounts.use_code(by, account, fields.text("code")).await? => {
            return Ok(Given::Factor);
        }
        "spoken" if why == Why::SignIn => {
            let ticket = at.accounts.ticket(TicketKind::FactorCode, fields.text("code"), now).await?;
            if let Some(ticket) = ticket.filter(|t| t.account == Some(account))
                && at.accounts.use_factor_code(by, account, ticket.id).await?
            {
                return Ok(Given::SpokenCode);
            }
        }
        _ => {}
    }
    Ok(Given::Wrong)
}

async fn look(at: At, signed: Signed, why: Why, fields: Fields) -> Answer {
    let (t, now, account) = (at.visit.t, at.now, signed.account.id);
    let (network, app) = (&at.origin.network, &at.visit.app);
    let guess = Guess::Factor(account);
    if !app.sign_in.tries.allow(Knock::Factor, network, now) {
        return Ok(refusal::page(&at.visit, Refused::TooMany));
    }
    if let Some(until) = at.accounts.waits_until(guess, network, now).await? {
        let minutes = usize::try_from((until - now + TimeDelta::seconds(59)).num_minutes()).unwrap_or(1);
        let errors = vec![("code", t.n("sign-in-wait", minutes.max(1)))];
        return page(&at, &signed, why, StatusCode::TOO_MANY_REQUESTS, errors, fields.to()).await;
    }
    let factors = at.accounts.factors(account).await?;
    let actor = signed.actor().pseudonym();
    let by = By::holder(&actor, now);
    match judge(&at, &signed, why, &factors, &fields).await? {
        Given::Wrong => {
            at.accounts.was_wrong(guess, network, now).await?;
            at.accounts.note(by, "give-second-factor", account, "wrong").await?;
            let errors = vec![("code", t.s("second-factor-wrong"))];
            page(&at, &signed, why, StatusCode::UNPROCESSABLE_ENTITY, errors, fields.to()).await
        }
        Given::Factor => {
            at.accounts.was_right(guess, network, now).await?;
            at.accounts.was_right(Guess::Password(&signed.account.mail), network, now).await?;
            let home = home(at.visit.language);
            let to = if fields.to().is_empty() { home.as_str() } else { fields.to() };
            rise(&at, &signed, Level::Full, to).await
        }
        Given::SpokenCode => {
            rise(&at, &signed, Level::Enrolling, &AccountPage::Factors.path(at.visit.language)).await
        }
    }
}

/// Raises the session, under a new token.
pub async fn rise(at: &At, signed: &Signed, level: Level, to: &str) -> Answer {
    let token = at.accounts.rotate(signed.session.id, level, at.now).await?;
    Ok(match token {
        Some(token) => go_with_session(&at.visit.app, &token, to),
        None => refusal::page(&at.visit, Refused::SignedOut),
    })
}
