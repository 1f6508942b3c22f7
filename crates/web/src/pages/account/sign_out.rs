//! Sign-out: the session ends, and what the browser kept of us goes.

use super::answer::{Answer, At};
use crate::addresses::account::AccountPage;
use crate::guard::Signed;
use crate::guard::cookies::Cookie;
use ariane_store::accounts::By;
use axum::http::header::{HeaderName, HeaderValue};
use axum::response::{IntoResponse, Redirect};

/// Ends the session. Drafts that scripts kept in the browser are wiped with it.
pub async fn post(at: At, signed: Signed) -> Answer {
    at.accounts.end_session(signed.session.id).await?;
    let actor = signed.actor().pseudonym();
    at.accounts.note(By::holder(&actor, at.now), "sign-out", signed.account.id, "").await?;
    let to = format!("{}?done=out", AccountPage::SignIn.path(at.visit.language));
    let mut response = Redirect::to(&to).into_response();
    Cookie::Session.take_back(&mut response, at.visit.settings.sign_in.is_https());
    response.headers_mut().insert(
        HeaderName::from_static("clear-site-data"),
        HeaderValue::from_static("\"cache\", \"storage\""),
    );
    Ok(response)
}
