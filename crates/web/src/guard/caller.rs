//! Who calls: found once per request, before any rule is asked.

use super::cookies::Cookie;
use super::forms;
use crate::state::App;
use ariane_domain::access::{Actor, Proof, Staff};
use ariane_domain::account::session::Level;
use ariane_store::accounts::people::Account;
use ariane_store::accounts::sessions::Session;
use ariane_store::records::guest::Opens;
use axum::extract::{FromRequestParts, Request, State};
use axum::http::request::Parts;
use axum::http::{HeaderMap, StatusCode};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use std::sync::Arc;
use uuid::Uuid;

/// A member of staff and their session. As an argument of a handler it is there wherever the route's rule is
/// [`FirstFactor`](super::Rule::FirstFactor) or stricter.
#[derive(Debug, Clone)]
pub struct Signed {
    /// The account.
    pub account: Arc<Account>,
    /// The session.
    pub session: Session,
    /// Token for forms.
    pub form_token: String,
}

impl Signed {
    /// How the policy sees them.
    pub fn actor(&self) -> Actor {
        Actor::Staff(Staff {
            account: self.account.id,
            controller: self.account.controller,
            roles: self.account.roles.clone(),
            is_full: self.session.level == Level::Full,
            stepped_up_at: self.session.stepped_up_at,
        })
    }

    /// Whether both factors were given.
    pub fn is_full(&self) -> bool {
        self.session.level == Level::Full
    }
}

/// Who opened a private link with its code. As an argument of a handler it is there where the rule is
/// [`Link`](super::Rule::Link).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LinkHolder {
    /// The enquiry.
    pub enquiry: Uuid,
    /// How well they proved who they are.
    pub proof: Proof,
    /// The session.
    pub session: Uuid,
    /// Token for forms.
    pub form_token: String,
}

impl LinkHolder {
    /// How the policy sees them.
    pub const fn actor(&self) -> Actor {
        Actor::LinkHolder { enquiry: self.enquiry, proof: self.proof }
    }
}

/// Who was sent a referral and gave the code of its link. As an argument of a handler it is there where the rule is
/// [`Referral`](super::Rule::Referral).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReferralHolder {
    /// The referral.
    pub referral: Uuid,
    /// The cookie, to leave with.
    pub session: String,
    /// Token for forms.
    pub form_token: String,
}

impl ReferralHolder {
    /// How the policy sees them.
    pub const fn actor(&self) -> Actor {
        Actor::Recipient { referral: self.referral }
    }
}

/// Who was invited as an expert and gave the code of their link. As an argument of a handler it is there where the rule is
/// [`Expert`](super::Rule::Expert).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ExpertHolder {
    /// Their place.
    pub seat: Uuid,
    /// The cookie, to leave with.
    pub session: String,
    /// Token for forms.
    pub form_token: String,
}

impl ExpertHolder {
    /// How the policy sees them.
    pub const fn actor(&self) -> Actor {
        Actor::Expert { seat: self.seat }
    }
}

/// Who calls.
#[derive(Debug, Clone, Default)]
pub struct Caller {
    /// A member of staff, with one factor or both.
    pub signed: Option<Signed>,
    /// Who opened a private link.
    pub link: Option<LinkHolder>,
    /// Who was sent a referral.
    pub referral: Option<ReferralHolder>,
    /// Who was invited as an expert.
    pub expert: Option<ExpertHolder>,
}

impl Caller {
    /// How the policy sees them; staff before link.
    pub fn actor(&self) -> Actor {
        match (&self.signed, &self.link) {
            (Some(signed), _) => signed.actor(),
            (None, Some(link)) => link.actor(),
            (None, None) => Actor::Anyone,
        }
    }
}

/// Finds who calls and puts a [`Caller`] and an [`Actor`] to the request.
pub async fn identify(State(app): State<App>, mut request: Request, next: Next) -> Response {
    let caller = match find(&app, request.headers()).await {
        Ok(caller) => caller,
        Err(error) => {
            tracing::error!(%error, "sessions cannot be looked up");
            return StatusCode::SERVICE_UNAVAILABLE.into_response();
        }
    };
    request.extensions_mut().insert(caller.actor());
    request.extensions_mut().insert(caller);
    next.run(request).await
}

async fn find(app: &App, headers: &HeaderMap) -> Result<Caller, ariane_store::StoreError> {
    let mut caller = Caller::default();
    let Some(accounts) = &app.accounts else { return Ok(caller) };
    let (https, now) = (app.settings.sign_in.is_https(), (app.settings.now)());
    let limits = &app.settings.sign_in.limits;
    if let Some(cookie) = Cookie::Session.read(headers, https)
        && let Some((account, session)) = accounts.signed_in(&cookie, limits, now).await?
    {
        let form_token = forms::token(&cookie);
        caller.signed = Some(Signed { account: Arc::new(account), session, form_token });
    }
    if let Some(cookie) = Cookie::Link.read(headers, https)
        && let Some((enquiry, session)) = accounts.link_session(&cookie, limits, now).await?
    {
        let is_proven = limits.is_fresh(session.stepped_up_at, now);
        let proof = if is_proven { Proof::SecondChannel } else { Proof::LinkAndCode };
        caller.link =
            Some(LinkHolder { enquiry, proof, session: session.id, form_token: forms::token(&cookie) });
    }
    if let (Some(desk), Some(cookie)) = (&app.desk, Cookie::Referral.read(headers, https))
        && let Some(referral) = desk.records.opened_by_session(Opens::Referral, &cookie, now).await?
    {
        let form_token = forms::token(&cookie);
        caller.referral = Some(ReferralHolder { referral, session: cookie, form_token });
    }
    if let (Some(desk), Some(cookie)) = (&app.desk, Cookie::Expert.read(headers, https))
        && let Some(seat) = desk.records.opened_by_session(Opens::Seat, &cookie, now).await?
    {
        let form_token = forms::token(&cookie);
        caller.expert = Some(ExpertHolder { seat, session: cookie, form_token });
    }
    Ok(caller)
}

impl<S: Send + Sync> FromRequestParts<S> for ReferralHolder {
    type Rejection = StatusCode;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, Self::Rejection> {
        let caller = parts.extensions.get::<Caller>().and_then(|c| c.referral.clone());
        caller.ok_or(StatusCode::INTERNAL_SERVER_ERROR)
    }
}

impl<S: Send + Sync> FromRequestParts<S> for ExpertHolder {
    type Rejection = StatusCode;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, Self::Rejection> {
        let caller = parts.extensions.get::<Caller>().and_then(|c| c.expert.clone());
        caller.ok_or(StatusCode::INTERNAL_SERVER_ERROR)
    }
}

impl<S: Send + Sync> FromRequestParts<S> for Signed {
    type Rejection = StatusCode;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, Self::Rejection> {
        // The rule of the route let nobody else through.
        let caller = parts.extensions.get::<Caller>().and_then(|c| c.signed.clone());
        caller.ok_or(StatusCode::INTERNAL_SERVER_ERROR)
    }
}

impl<S: Send + Sync> FromRequestParts<S> for LinkHolder {
    type Rejection = StatusCode;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, Self::Rejection> {
        let caller = parts.extensions.get::<Caller>().and_then(|c| c.link.clone());
        caller.ok_or(StatusCode::INTERNAL_SERVER_ERROR)
    }
}
