//! Sign-out: the session ends, and what the browser kept of us goes.

use super::answer::{Answer, At};
use crate::addresses::account::AccountPage;
use crate::guard::Signed;
use crate::guard::cookies::Cookie;
use ariane_store::accounts::By;
use ariane_store::accounts::sessions::SIGN_OUT;
use axum::http::header::{HeaderName, HeaderValue};
use axum::response::{IntoResponse, Redirect};

/// Ends the session. Drafts that scripts kept in the browser are wiped with it.
pub async fn post(at: At, signed: Signed) -> Answer {
    let actor = signed.actor().pseudonym();
    let by = By::holder(&actor, at.now);
    at.accounts.end_own_session(by, signed.account.id, signed.session.id, SIGN_OUT).await?;
    let to = format!("{}?done=out", AccountPage::SignIn.path(at.visit.language));
    let mut response = Redirect::to(&to).into_response();
    Cookie::Session.take_back(&mut response, at.visit.settings.sign_in.is_https());
    response.headers_mut().insert(
        HeaderName::from_static("clear-site-data"),
        HeaderValue::from_static("\"cache\", \"storage\""),
    );
    Ok(response)
}
