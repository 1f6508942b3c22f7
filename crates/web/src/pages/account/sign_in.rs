//! Address and password.
//!
//! An address that nobody has is answered like a wrong password: the same words after the same work, the same waiting.

use super::answer::{Answer, At, go_with_session, home};
use super::fields::Fields;
use super::refusal::{self, Refused};
use crate::addresses::Page;
use crate::addresses::account::AccountPage;
use crate::guard::enforce::{RETURN, escape};
use crate::guard::tries::Knock;
use crate::pages::render;
use crate::pages::shell::Shell;
use ariane_domain::account::fold_mail;
use ariane_domain::account::session::Level;
use ariane_store::accounts::By;
use ariane_store::accounts::tries::Guess;
use askama::Template;
use axum::extract::{Form, Query};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use chrono::TimeDelta;
use uuid::Uuid;

#[derive(Template)]
#[template(path = "account/sign_in.html")]
struct SignInPage {
    shell: Shell,
    errors: Vec<(&'static str, String)>,
    done: String,
    mail: String,
    to: String,
    recovery: String,
    outside: Option<(String, String)>,
}

fn page(at: &At, status: StatusCode, errors: Vec<(&'static str, String)>, fields: &Fields) -> Response {
    let (t, language) = (at.visit.t, at.visit.language);
    let done = fields.text("done");
    let to = fields.to();
    let onwards = |page: AccountPage| {
        let path = page.path(language);
        if to.is_empty() { path } else { format!("{path}?{RETURN}={}", escape(to)) }
    };
    let page = SignInPage {
        shell: Shell::account(&at.visit, AccountPage::SignIn, "", t.s("sign-in-title")),
        errors,
        done: if matches!(done, "password" | "out" | "outside") {
            t.k("sign-in-done", done)
        } else {
            String::new()
        },
        mail: fields.text("mail").to_owned(),
        to: to.to_owned(),
        recovery: AccountPage::Recovery.path(language),
        outside: at
            .visit
            .app
            .sign_in
            .outside
            .as_ref()
            .map(|o| (onwards(AccountPage::Outside), o.name().to_owned())),
    };
    render(status, &page)
}

/// The form; who is signed in goes on.
pub async fn get(at: At, Query(fields): Query<Fields>) -> Answer {
    let language = at.visit.language;
    if let Some(signed) = &at.visit.caller.signed {
        let to = match (signed.session.level, fields.to()) {
            (Level::Full, "") => home(language),
            (Level::Full, to) => to.to_owned(),
            (Level::Enrolling, _) => AccountPage::Factors.path(language),
            (Level::First, _) => AccountPage::SecondFactor.path(language),
        };
        return Ok(Redirect::to(&to).into_response());
    }
    Ok(page(&at, StatusCode::OK, Vec::new(), &fields))
}

/// Looks at address and password.
pub async fn post(at: At, Form(fields): Form<Fields>) -> Answer {
    let (t, app, now) = (at.visit.t, &at.visit.app, at.now);
    let network = &at.origin.network;
    if !app.sign_in.tries.allow(Knock::Factor, network, now) {
        return Ok(refusal::page(&at.visit, Refused::TooMany));
    }
    let mail = fold_mail(fields.text("mail")).unwrap_or_default();
    let guess = Guess::Password(&mail);
    if let Some(until) = at.accounts.waits_until(guess, network, now).await? {
        let minutes = usize::try_from((until - now + TimeDelta::seconds(59)).num_minutes()).unwrap_or(1);
        return Ok(page(
            &at,
            StatusCode::TOO_MANY_REQUESTS,
            vec![("mail", t.n("sign-in-wait", minutes.max(1)))],
            &fields,
        ));
    }
    let account = at.accounts.by_mail(&mail).await?;
    // An unknown address is written down too: the log costs as much time for one as for the other.
    let object = account.as_ref().map_or(Uuid::nil(), |account| account.id);
    let may = account.filter(|account| account.state.may_sign_in());
    let hash = may.as_ref().and_then(|account| account.password_hash.clone());
    let is_right = app.sign_in.passwords.verify(fields.raw("password").to_owned(), hash).await;
    let Some(account) = may.filter(|_| is_right) else {
        at.accounts.was_wrong(guess, network, now).await?;
        at.accounts.note(By::anyone(now), "refuse-sign-in", object, "password").await?;
        return Ok(page(
            &at,
            StatusCode::UNPROCESSABLE_ENTITY,
            vec![("mail", t.s("sign-in-wrong"))],
            &fields,
        ));
    };
    let before = at.visit.caller.signed.as_ref().map(|before| before.session.id);
    let actor = format!("account/{}", account.id);
    let by = By::holder(&actor, now);
    let token = at.accounts.sign_in(by, account.id, Level::First, &at.origin, before, "password").await?;
    at.accounts.sweep(&app.settings.sign_in.limits, now).await?;
    let next = AccountPage::SecondFactor.path(at.visit.language);
    let next = match fields.to() {
        "" => next,
        to => format!("{next}?{RETURN}={}", escape(to)),
    };
    Ok(go_with_session(app, &token, &next))
}
