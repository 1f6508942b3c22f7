//! The listener's desk, and what the cell receives from it.
//!
//! * [`queue`], [`filter`], [`find`], [`views`]: who waits;
//! * [`call`], [`call_save`], [`doubles`]: logging a call, a visit, a letter;
//! * [`fields`], [`fields_read`]: the versioned form on a page, and what it sent;
//! * [`enquiry`], [`load`] with [`clock`], [`talk`], [`facts`]: one enquiry; [`acts`], [`edit`], [`persons`], [`notes`],
//!   [`handover`], [`joining`], [`super::representation`]: what may be done with it;
//! * [`reply`], [`sending`], [`letter`]: answers composed from facts;
//! * [`attachment`], [`presence`], [`danger`], [`draft_key`]: what scripts and downloads ask;
//! * [`templates`], [`unmet`], [`received`]: pages beside it.

pub mod acts;
pub mod attachment;
pub mod call;
pub mod call_save;
pub mod clock;
pub mod danger;
pub mod doubles;
pub mod draft_key;
pub mod edit;
pub mod enquiry;
pub mod facts;
pub mod fields;
pub mod fields_read;
pub mod filter;
pub mod find;
pub mod frame;
pub mod handover;
pub mod joining;
pub mod letter;
pub mod load;
pub mod notes;
pub mod persons;
pub mod presence;
pub mod queue;
pub mod received;
pub mod reply;
pub mod routes;
pub mod sending;
pub mod talk;
pub mod templates;
pub mod trouble;
pub mod unmet;
pub mod views;

use super::visit::Visit;
use crate::desk::Desk as Infoline;
use crate::guard::Signed;
use crate::state::App;
use ariane_domain::access::grant::{Act, AskForCoordination, Grant};
use ariane_domain::access::{Action, Actor, Facts, Refusal, policy};
use ariane_domain::account::Role;
use ariane_domain::purpose::Purpose;
use ariane_store::records::{Records, Work};
use axum::extract::FromRequestParts;
use axum::http::StatusCode;
use axum::http::request::Parts;
use chrono::{DateTime, NaiveDate, Utc};
use std::collections::HashMap;
use std::sync::Arc;
use trouble::Trouble;
use uuid::Uuid;

/// One request at the desk: who works, with what.
pub struct Desk {
    /// The request as all pages see it.
    pub visit: Visit,
    /// Who is signed in.
    pub signed: Signed,
    /// What the infoline's pages stand on.
    pub infoline: Arc<Infoline>,
    /// Records of persons.
    pub records: Records,
    /// When.
    pub now: DateTime<Utc>,
}

impl FromRequestParts<App> for Desk {
    type Rejection = StatusCode;

    async fn from_request_parts(parts: &mut Parts, app: &App) -> Result<Self, Self::Rejection> {
        let visit = Visit::from_request_parts(parts, app).await?;
        let signed = Signed::from_request_parts(parts, app).await?;
        let infoline = app.desk.clone().ok_or(StatusCode::NOT_FOUND)?;
        let records = infoline.records.clone();
        Ok(Self { visit, signed, infoline, records, now: (app.settings.now)() })
    }
}

impl Desk {
    /// How the policy sees who works.
    pub fn actor(&self) -> Actor {
        self.signed.actor()
    }

    /// Their organisation.
    pub fn controller(&self) -> Uuid {
        self.signed.account.controller
    }

    /// Their account.
    pub fn account(&self) -> Uuid {
        self.signed.account.id
    }

    /// Names of all colleagues. On SQLite it must be asked before a unit of work begins.
    pub async fn colleagues(&self) -> Result<Colleagues, Trouble> {
        let Some(accounts) = &self.visit.app.accounts else { return Ok(Colleagues::default()) };
        let all = accounts.accounts().await?;
        Ok(Colleagues(all.into_iter().map(|a| (a.id, a)).collect()))
    }

    /// Begins a unit of work.
    pub async fn begin(&self) -> Result<Work<'_>, Trouble> {
        Ok(self.records.begin(self.now).await?)
    }

    /// A grant for what concerns the whole organisation.
    pub fn grant_all<A: Act>(&self, work: &Work<'_>, kind: &'static str) -> Result<Grant<A>, Trouble> {
        Ok(work.grant(&self.actor(), Facts::of_all(self.controller(), kind))?)
    }

    /// The day at the office.
    pub fn today(&self) -> NaiveDate {
        self.infoline.office.day(self.now)
    }

    /// A grant for one file of the cell.
    pub async fn case_grant<A: Act>(&self, work: &mut Work<'_>, id: Uuid) -> Result<Grant<A>, Trouble> {
        let facts = work.case_facts(self.controller(), id).await?;
        let may_ask = || work.may::<AskForCoordination>(&self.actor(), facts.clone()).is_ok();
        let lacks_it = policy::purpose(A::ACTION) == Purpose::Coordination;
        work.grant(&self.actor(), facts.clone()).map_err(|refusal| match refusal {
            Refusal::NoAgreement if lacks_it && may_ask() => Trouble::NotAgreed(id),
            other => other.into(),
        })
    }

    /// A grant for one enquiry.
    pub async fn grant<A: Act>(&self, work: &mut Work<'_>, enquiry: Uuid) -> Result<Grant<A>, Trouble> {
        let facts = work.enquiry_facts(self.controller(), enquiry).await?;
        Ok(work.grant(&self.actor(), facts)?)
    }
}

/// Accounts by id.
#[derive(Debug, Default)]
pub struct Colleagues(HashMap<Uuid, ariane_store::accounts::people::Account>);

impl Colleagues {
    /// The name of a colleague; empty where there is no such account.
    pub fn name(&self, id: Uuid) -> String {
        self.0.get(&id).map(|a| a.name.clone()).unwrap_or_default()
    }

    /// The account of a colleague.
    pub fn account(&self, id: Uuid) -> Option<&ariane_store::accounts::people::Account> {
        self.0.get(&id)
    }

    /// Whether an address is that of a colleague, whatever became of their account.
    pub fn has_mail(&self, mail: &str) -> bool {
        self.0.values().any(|one| one.mail.trim().eq_ignore_ascii_case(mail.trim()))
    }

    /// The name behind a pseudonym of the log.
    pub fn name_of_pseudonym(&self, pseudonym: &str) -> String {
        let id = pseudonym.strip_prefix("account/").and_then(|id| id.parse().ok());
        id.map(|id| self.name(id)).unwrap_or_default()
    }

    /// Who can sign in and holds a function that may ever do this.
    pub fn who_may(&self, action: Action) -> Vec<(Uuid, String)> {
        self.holding(policy::roles(action))
    }

    /// Who can sign in and holds one of these functions.
    pub fn holding(&self, roles: &[Role]) -> Vec<(Uuid, String)> {
        let mut all: Vec<(Uuid, String)> = self
            .0
            .values()
            .filter(|a| roles.iter().any(|role| a.is(*role)) && a.state.may_sign_in())
            .map(|a| (a.id, a.name.clone()))
            .collect();
        all.sort_by(|a, b| a.1.cmp(&b.1));
        all
    }

    /// Listeners who can sign in, but one.
    pub fn listeners(&self, but: Uuid) -> Vec<(Uuid, String)> {
        self.holding(&[Role::Listener]).into_iter().filter(|(id, _)| *id != but).collect()
    }
}

/// What a form sent, in its order.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Sent(pub Vec<(String, String)>);

impl Sent {
    /// The first value of a field; empty when it is not there.
    pub fn get(&self, name: &str) -> &str {
        self.0.iter().find(|(n, _)| n == name).map_or("", |(_, v)| v.as_str())
    }

    /// A trimmed value.
    pub fn line(&self, name: &str) -> String {
        self.get(name).trim().chars().filter(|c| !c.is_control()).take(300).collect()
    }

    /// A long text.
    pub fn text(&self, name: &str) -> String {
        self.get(name).replace("\r\n", "\n").chars().take(20_000).collect()
    }

    /// Whether a field was sent at all.
    pub fn has(&self, name: &str) -> bool {
        self.0.iter().any(|(n, _)| n == name)
    }

    /// All values of a field.
    pub fn all<'a>(&'a self, name: &'a str) -> impl Iterator<Item = &'a str> {
        self.0.iter().filter(move |(n, _)| n == name).map(|(_, v)| v.as_str())
    }

    /// Whether a box was ticked.
    pub fn is(&self, name: &str) -> bool {
        matches!(self.get(name), "1" | "on" | "yes")
    }

    /// The version that the page showed.
    pub fn version(&self) -> i32 {
        self.get("version").parse().unwrap_or_default()
    }
}

impl<S: Send + Sync> axum::extract::FromRequest<S> for Sent {
    type Rejection = axum::extract::rejection::FormRejection;

    async fn from_request(request: axum::extract::Request, state: &S) -> Result<Self, Self::Rejection> {
        let axum::Form(fields) = axum::Form::<Vec<(String, String)>>::from_request(request, state).await?;
        Ok(Self(fields))
    }
}
