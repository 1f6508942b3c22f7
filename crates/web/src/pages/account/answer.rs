//! What every page about accounts is given and gives.

use crate::addresses::account::AccountPage;
use crate::guard::again::Contention;
use crate::guard::cookies::Cookie;
use crate::guard::network;
use crate::pages::visit::Visit;
use crate::state::App;
use ariane_domain::Language;
use ariane_store::StoreError;
use ariane_store::accounts::Accounts;
use ariane_store::accounts::sessions::Origin;
use axum::extract::FromRequestParts;
use axum::http::StatusCode;
use axum::http::request::Parts;
use axum::response::{IntoResponse, Redirect, Response};
use chrono::{DateTime, Utc};

/// A request to a page about accounts.
pub struct At {
    /// As every page sees it.
    pub visit: Visit,
    /// The accounts.
    pub accounts: Accounts,
    /// From where.
    pub origin: Origin,
    /// When.
    pub now: DateTime<Utc>,
}

impl FromRequestParts<App> for At {
    type Rejection = StatusCode;

    async fn from_request_parts(parts: &mut Parts, app: &App) -> Result<Self, Self::Rejection> {
        let origin = network::origin(parts, app.settings.sign_in.behind_proxy);
        let accounts = app.accounts.clone().ok_or(StatusCode::NOT_FOUND)?;
        let visit = Visit::from_request_parts(parts, app).await?;
        Ok(Self { visit, accounts, origin, now: (app.settings.now)() })
    }
}

/// Our fault: told without its inside; whether it was a collision with somebody else, after which the request is done again.
#[derive(Default)]
pub struct Fault {
    is_contention: bool,
}

impl From<StoreError> for Fault {
    fn from(error: StoreError) -> Self {
        tracing::error!(%error, "a page about accounts could not be answered");
        Self { is_contention: error.is_contention() }
    }
}

impl From<ariane_privacy::secret::CannotHash> for Fault {
    fn from(error: ariane_privacy::secret::CannotHash) -> Self {
        tracing::error!(%error, "a password could not be kept");
        Self::default()
    }
}

impl From<ariane_privacy::random::NoRandomness> for Fault {
    fn from(error: ariane_privacy::random::NoRandomness) -> Self {
        tracing::error!(%error, "a secret could not be made");
        Self::default()
    }
}

impl IntoResponse for Fault {
    fn into_response(self) -> Response {
        let mut response = StatusCode::INTERNAL_SERVER_ERROR.into_response();
        if self.is_contention {
            response.extensions_mut().insert(Contention);
        }
        response
    }
}

/// An answer, or our fault.
pub type Answer = Result<Response, Fault>;

/// Goes on somewhere, holding this session from now on.
pub fn go_with_session(app: &App, token: &str, to: &str) -> Response {
    let mut response = Redirect::to(to).into_response();
    Cookie::Session.give(&mut response, app.settings.sign_in.is_https(), token);
    response
}

/// Where somebody arrives who wanted nothing in particular.
pub fn home(language: Language) -> String {
    AccountPage::Account.path(language)
}
