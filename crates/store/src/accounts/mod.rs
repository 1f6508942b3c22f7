//! Accounts of staff: who they are, what they prove themselves with, where they are signed in.
//!
//! * [`people`]: accounts, their roles and states;
//! * [`leaving`]: closing one, and what its holder looked after;
//! * [`factors`]: authenticator apps, passkeys, recovery codes;
//! * [`sessions`]: signed-in browsers, and browsers that hold a private link;
//! * [`tickets`]: invitations, recoveries, one-time codes;
//! * [`tries`]: wrong tries per account and network;
//! * [`identities`]: accounts at an outside sign-in service.
//!
//! Names, addresses, secrets and public keys are sealed with the key of the installation; what is only compared
//! (tokens, codes) is kept as digest, what is only found (addresses, subjects) as blind token.

pub mod factors;
pub mod identities;
pub mod leaving;
pub mod people;
pub mod sessions;
pub mod tickets;
pub mod tries;

use crate::StoreError;
use crate::audit;
use crate::records::{Records, Work};
use ariane_privacy::blind::{BlindKey, Kind};
use ariane_privacy::seal::{DataKey, Place};
use chrono::{DateTime, Utc};
use sea_orm::{ConnectionTrait, DatabaseConnection};
use uuid::Uuid;

pub use crate::directory::OWN_CONTROLLER;

/// Accounts of the installation.
#[derive(Debug, Clone)]
pub struct Accounts {
    records: Records,
    db: DatabaseConnection,
    key: DataKey,
    blind: BlindKey,
}

/// Who does something to an account, for the log.
#[derive(Debug, Clone, Copy)]
pub struct By<'a> {
    /// Pseudonym, as `domain::access::Actor::pseudonym` gives it.
    pub actor: &'a str,
    /// Function in which it is done.
    pub function: &'a str,
    /// When.
    pub at: DateTime<Utc>,
}

impl<'a> By<'a> {
    /// The holder of an account acts for themselves.
    pub const fn holder(actor: &'a str, at: DateTime<Utc>) -> Self {
        Self { actor, function: "holder", at }
    }

    /// An administrator acts for others.
    pub const fn administrator(actor: &'a str, at: DateTime<Utc>) -> Self {
        Self { actor, function: "administrator", at }
    }

    /// Somebody who is not signed in, or not yet.
    pub const fn anyone(at: DateTime<Utc>) -> Self {
        Self { actor: "anyone", function: "none", at }
    }
}

impl Accounts {
    /// Accounts beside the records of an installation.
    pub fn new(records: &Records) -> Self {
        Self {
            db: records.store().db.clone(),
            key: records.installation_key(),
            blind: records.blind().clone(),
            records: records.clone(),
        }
    }

    /// The records that they stand beside.
    pub fn records(&self) -> &Records {
        &self.records
    }

    async fn work(&self, by: By<'_>) -> Result<Work<'_>, StoreError> {
        self.records.begin(by.at).await
    }

    /// Appends to the log of an account.
    async fn log(
        &self,
        db: &impl ConnectionTrait,
        by: By<'_>,
        action: &str,
        account: Uuid,
        reason: &str,
    ) -> Result<(), StoreError> {
        let object = format!("account/{account}");
        let event = audit::Event {
            controller: OWN_CONTROLLER,
            stream: &object,
            actor: by.actor,
            function: by.function,
            action,
            object: &object,
            purpose: ariane_domain::purpose::Purpose::Security.word(),
            reason,
        };
        audit::append(db, &event, by.at).await
    }

    fn seal(
        &self,
        table: &'static str,
        column: &'static str,
        row: Uuid,
        value: &str,
    ) -> Result<Vec<u8>, StoreError> {
        Ok(self.key.seal(Place::new(table, column, row), value.as_bytes())?)
    }

    fn open(
        &self,
        table: &'static str,
        column: &'static str,
        row: Uuid,
        sealed: &[u8],
    ) -> Result<String, StoreError> {
        Ok(self.key.open_text(Place::new(table, column, row), sealed)?)
    }

    /// The token by which a folded mail address is found.
    fn mail_token(&self, folded: &str) -> Vec<u8> {
        self.blind.token(Kind::Mail, folded)
    }
}
