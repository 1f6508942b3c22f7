//! What a person does without an account: write to the infoline, follow their request, use their rights.
//!
//! * [`written_form`]: the fields of the web form, read and shown again;
//! * [`write`]: the form and its receipt;
//! * [`open`]: opening a private link with its short code;
//! * [`status`]: where the request stands, and what may be changed with link and code; [`add`]: words and files added;
//! * [`rights`]: what needs a stronger proof: copy, log, correction, withdrawal, erasure;
//! * [`copy`]: the copy as a file; [`capsule`], [`card`]: what is taken along to another country.

pub mod add;
pub mod capsule;
pub mod card;
pub mod copy;
pub mod open;
pub mod rights;
pub mod status;
pub mod write;
mod written_form;

use super::visit::Visit;
use crate::addresses::mine::MinePage;
use crate::desk::Desk;
use crate::guard::{LinkHolder, Routes, Rule, again, network};
use crate::pages::care::upload::UPLOAD_LIMIT;
use crate::problem::Problem;
use crate::state::App;
use ariane_domain::Language;
use ariane_domain::access::Refusal;
use ariane_domain::access::grant::{Act, Grant};
use ariane_domain::office::Office;
use ariane_store::StoreError;
use ariane_store::records::Work;
use axum::extract::{FromRef, FromRequestParts};
use axum::http::request::Parts;
use axum::response::Response;
use chrono::{DateTime, Utc};
use std::convert::Infallible;
use std::sync::Arc;

/// How a time of day is written, in every language.
const HOURS: &str = "%H:%M";

/// Why a handler cannot go on.
#[derive(Debug)]
pub(crate) enum Halt {
    /// The policy says no.
    Refused(Refusal),
    /// The store says no.
    Store(StoreError),
    /// There is no infoline in this installation.
    NoDesk,
}

impl From<Refusal> for Halt {
    fn from(refusal: Refusal) -> Self {
        Self::Refused(refusal)
    }
}

impl From<StoreError> for Halt {
    fn from(error: StoreError) -> Self {
        Self::Store(error)
    }
}

impl From<ariane_privacy::random::NoRandomness> for Halt {
    fn from(error: ariane_privacy::random::NoRandomness) -> Self {
        Self::Store(error.into())
    }
}

/// A page, or the page that says why not. The words of an error go to the operator, never to the page.
pub(crate) fn answer(visit: &Visit, outcome: Result<Response, Halt>) -> Response {
    match outcome {
        Ok(response) => response,
        Err(Halt::NoDesk | Halt::Store(StoreError::NotThere)) => Problem::NoSuchPage.page(visit),
        Err(Halt::Refused(refusal)) => super::protection::refused(visit, refusal.word()),
        Err(Halt::Store(StoreError::Conflict)) => super::protection::refused(visit, "conflict"),
        Err(Halt::Store(StoreError::Erased)) => super::protection::refused(visit, "erased"),
        Err(Halt::Store(StoreError::NotPossible)) => super::protection::refused(visit, "not-possible"),
        Err(Halt::Store(error)) => {
            tracing::error!(%error, "a request about a person's data cannot be answered");
            let mut response = Problem::Ours.page(visit);
            again::mark(&mut response, &error);
            response
        }
    }
}

/// The infoline.
pub(crate) fn desk(visit: &Visit) -> Result<Arc<Desk>, Halt> {
    visit.app.desk.clone().ok_or(Halt::NoDesk)
}

/// A grant on one's own enquiry.
pub(super) async fn own<A: Act>(
    work: &mut Work<'_>,
    desk: &Desk,
    holder: &LinkHolder,
) -> Result<Grant<A>, Halt> {
    let facts = work.enquiry_facts(desk.controller, holder.enquiry).await?;
    Ok(work.grant(&holder.actor(), facts)?)
}

/// A day and time at the office, in words.
pub(crate) fn moment(visit: &Visit, office: &Office, at: DateTime<Utc>) -> String {
    let local = at.with_timezone(&office.zone);
    let (date, time) = (visit.t.date(local.date_naive()), local.format(HOURS).to_string());
    visit.t.ww("mine-moment", ("date", &date), ("time", &time))
}

/// The network that a request comes from, for limits; never kept beside what was written.
pub struct Network(pub String);

impl<S> FromRequestParts<S> for Network
where
    S: Send + Sync,
    App: FromRef<S>,
{
    type Rejection = Infallible;

    async fn from_request_parts(parts: &mut Parts, state: &S) -> Result<Self, Infallible> {
        let app = App::from_ref(state);
        Ok(Self(network::of(parts, app.settings.sign_in.behind_proxy)))
    }
}

/// The value of a field; the last of several.
pub(crate) fn field<'a>(fields: &'a [(String, String)], name: &str) -> &'a str {
    fields.iter().rev().find(|(n, _)| n == name).map_or("", |(_, value)| value)
}

/// All values of a field.
pub(super) fn fields_of(fields: &[(String, String)], name: &str) -> Vec<String> {
    fields.iter().filter(|(n, _)| n == name).map(|(_, value)| value.clone()).collect()
}

/// Largest form of a message with its signs.
const WRITE_LIMIT: usize = 768 * 1024;

/// Routes of the person.
pub fn routes(app: &App, language: Language) -> Routes {
    let at = |page: MinePage| page.path(language);
    Routes::new(app)
        .get(&at(MinePage::Write), Rule::Door, write::get)
        .post_up_to(WRITE_LIMIT, &at(MinePage::Write), Rule::Door, write::post)
        .post_up_to(WRITE_LIMIT, &at(MinePage::Carry), Rule::Public, write::carry)
        .get(&at(MinePage::Mine), Rule::Door, open::get)
        .post(&at(MinePage::Mine), Rule::Door, open::post)
        .get(&MinePage::Mine.path_to(language, "{token}"), Rule::Door, open::with_token)
        .post_up_to(UPLOAD_LIMIT, &at(MinePage::Add), Rule::Link, add::post)
        .post(&at(MinePage::Choices), Rule::Link, status::choose)
        .post(&at(MinePage::Contact), Rule::Link, status::reach)
        .post(&at(MinePage::Keep), Rule::Link, status::keep)
        .get(&at(MinePage::Rights), Rule::Link, rights::get)
        .post(&at(MinePage::SendProof), Rule::Link, rights::send)
        .post(&at(MinePage::Proof), Rule::Link, rights::proof)
        .post(&at(MinePage::Copy), Rule::Link, rights::take_copy)
        .post(&at(MinePage::Capsule), Rule::Link, capsule::take)
        .post(&at(MinePage::Card), Rule::Link, card::take)
        .get(&at(MinePage::CardCheck), Rule::Public, card::ask)
        .get(&MinePage::CardCheck.path_to(language, "{token}"), Rule::Public, card::check)
        .post(&at(MinePage::Correct), Rule::Link, rights::correct)
        .post(&at(MinePage::Withdraw), Rule::Link, rights::withdraw)
        .post(&at(MinePage::Erase), Rule::Link, rights::erase)
        .post(&at(MinePage::Leave), Rule::Link, open::leave)
}
