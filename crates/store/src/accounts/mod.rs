//! Accounts of staff: who they are, what they prove themselves with, where they are signed in.
//!
//! * [`people`]: accounts, their roles and states;
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
pub mod people;
pub mod sessions;
pub mod tickets;
pub mod tries;

use crate::{Store, StoreError};
use ariane_privacy::blind::{BlindKey, Kind};
use ariane_privacy::master::MasterKey;
use ariane_privacy::seal::{DataKey, Place};
use sea_orm::DatabaseConnection;
use uuid::Uuid;

/// Accounts of the installation.
#[derive(Debug, Clone)]
pub struct Accounts {
    db: DatabaseConnection,
    key: DataKey,
    blind: BlindKey,
}

impl Accounts {
    /// Accounts in a store, sealed under a master key.
    pub fn new(store: &Store, master: &MasterKey) -> Self {
        Self { db: store.db.clone(), key: master.installation(), blind: master.blind() }
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
