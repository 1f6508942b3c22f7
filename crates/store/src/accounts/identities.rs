//! Accounts at an outside sign-in service (OpenID Connect), found by issuer and subject.

use super::people::Account;
use super::{Accounts, By};
use crate::StoreError;
use crate::directory::OWN_CONTROLLER;
use crate::entities::account_identity;
use ariane_privacy::blind::Kind;
use ariane_privacy::random;
use chrono::{DateTime, Utc};
use sea_orm::ActiveValue::Set;
use sea_orm::sea_query::OnConflict;
use sea_orm::{EntityTrait, QueryFilter};
use uuid::Uuid;

/// A link to an outside account; the subject itself is not kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Identity {
    /// Id.
    pub id: Uuid,
    /// Issuer.
    pub issuer: String,
    /// Since when.
    pub created_at: DateTime<Utc>,
}

impl Accounts {
    fn subject_token(&self, issuer: &str, subject: &str) -> Vec<u8> {
        self.blind.token(Kind::OutsideAccount, &format!("{issuer}\n{subject}"))
    }

    /// The account that an outside account was linked to.
    pub async fn by_identity(&self, issuer: &str, subject: &str) -> Result<Option<Account>, StoreError> {
        let row = account_identity::Entity::find()
            .filter(account_identity::COLUMN.issuer.eq(issuer))
            .filter(account_identity::COLUMN.subject_token.eq(self.subject_token(issuer, subject)))
            .one(&self.db)
            .await?;
        match row {
            Some(row) => self.account(row.account_id).await,
            None => Ok(None),
        }
    }

    /// Links an outside account; false where it is linked already. `reason` goes into the log, with the link or not at all.
    pub async fn link_identity(
        &self,
        by: By<'_>,
        account: Uuid,
        issuer: &str,
        subject: &str,
        reason: &str,
    ) -> Result<bool, StoreError> {
        let work = self.work(by).await?;
        let done = account_identity::Entity::insert(account_identity::ActiveModel {
            controller_id: Set(OWN_CONTROLLER),
            id: Set(random::id(by.at)?),
            account_id: Set(account),
            issuer: Set(issuer.to_owned()),
            subject_token: Set(self.subject_token(issuer, subject)),
            created_at: Set(by.at),
        })
        .on_conflict(OnConflict::columns(["issuer", "subject_token"]).do_nothing().to_owned())
        .exec_without_returning(&work.transaction)
        .await?;
        if done != 1 {
            return Ok(false);
        }
        self.log(&work.transaction, by, "link-outside", account, reason).await?;
        work.commit().await?;
        Ok(true)
    }

    /// The outside accounts of an account.
    pub async fn identities(&self, account: Uuid) -> Result<Vec<Identity>, StoreError> {
        let rows = account_identity::Entity::find()
            .filter(account_identity::COLUMN.controller_id.eq(OWN_CONTROLLER))
            .filter(account_identity::COLUMN.account_id.eq(account))
            .all(&self.db)
            .await?;
        Ok(rows
            .into_iter()
            .map(|r| Identity { id: r.id, issuer: r.issuer, created_at: r.created_at })
            .collect())
    }

    /// Unlinks an outside account.
    pub async fn unlink_identity(&self, by: By<'_>, account: Uuid, id: Uuid) -> Result<(), StoreError> {
        let work = self.work(by).await?;
        account_identity::Entity::delete_many()
            .filter(account_identity::COLUMN.account_id.eq(account))
            .filter(account_identity::COLUMN.id.eq(id))
            .exec(&work.transaction)
            .await?;
        self.log(&work.transaction, by, "unlink-outside", account, "").await?;
        work.commit().await
    }
}
