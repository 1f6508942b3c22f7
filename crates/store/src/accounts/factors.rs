//! Second factors: authenticator apps, passkeys, recovery codes.

use super::people::end_factors;
use super::{Accounts, By};
use crate::StoreError;
use crate::directory::OWN_CONTROLLER;
use crate::entities::{account_passkey, account_recovery_code, account_totp};
use crate::records::Work;
use ariane_privacy::{random, secret};
use chrono::{DateTime, Utc};
use sea_orm::ActiveValue::Set;
use sea_orm::sea_query::Expr;
use sea_orm::{
    ActiveModelTrait, ConnectionTrait, EntityTrait, IntoActiveModel, PaginatorTrait, QueryFilter, QueryOrder,
};
use uuid::Uuid;

/// An authenticator app.
#[derive(Debug, Clone)]
pub struct Totp {
    /// Id.
    pub id: Uuid,
    /// Shared secret, Base32.
    pub secret: String,
    /// When it was added.
    pub created_at: DateTime<Utc>,
}

/// A passkey.
#[derive(Debug, Clone)]
pub struct Passkey {
    /// Id.
    pub id: Uuid,
    /// What its holder calls it.
    pub name: String,
    /// Credential with public key and counter, as JSON of `webauthn_rs::prelude::Passkey`.
    pub credential: String,
    /// When it was added.
    pub created_at: DateTime<Utc>,
    /// When it was last used.
    pub used_at: Option<DateTime<Utc>>,
}

/// What an account can prove itself with beside its password.
#[derive(Debug, Clone, Default)]
pub struct Factors {
    /// Authenticator apps.
    pub totps: Vec<Totp>,
    /// Passkeys.
    pub passkeys: Vec<Passkey>,
    /// Recovery codes that were not used yet.
    pub codes_left: usize,
}

impl Factors {
    /// Whether there is none: recovery codes alone are no factor, they stand in for one.
    pub fn is_empty(&self) -> bool {
        self.totps.is_empty() && self.passkeys.is_empty()
    }

    /// How many there are, recovery codes not counted.
    pub fn count(&self) -> usize {
        self.totps.len() + self.passkeys.len()
    }
}

/// A factor that is to be added, proven before.
#[derive(Debug, Clone)]
pub enum NewFactor<'a> {
    /// An authenticator app, with the step of time at which it was proven.
    Totp {
        /// Base32.
        secret: &'a str,
        /// Step of the code that proved it: it is not accepted again.
        step: i64,
    },
    /// A passkey.
    Passkey {
        /// What its holder calls it.
        name: &'a str,
        /// Identifier of the credential.
        credential_id: &'a [u8],
        /// As JSON.
        credential: &'a str,
    },
}

impl Accounts {
    /// The factors of an account.
    pub async fn factors(&self, account: Uuid) -> Result<Factors, StoreError> {
        let totps = account_totp::Entity::find()
            .filter(account_totp::COLUMN.controller_id.eq(OWN_CONTROLLER))
            .filter(account_totp::COLUMN.account_id.eq(account))
            .order_by_asc(account_totp::COLUMN.id)
            .all(&self.db)
            .await?;
        let passkeys = account_passkey::Entity::find()
            .filter(account_passkey::COLUMN.controller_id.eq(OWN_CONTROLLER))
            .filter(account_passkey::COLUMN.account_id.eq(account))
            .order_by_asc(account_passkey::COLUMN.id)
            .all(&self.db)
            .await?;
        let codes_left = account_recovery_code::Entity::find()
            .filter(account_recovery_code::COLUMN.controller_id.eq(OWN_CONTROLLER))
            .filter(account_recovery_code::COLUMN.account_id.eq(account))
            .filter(account_recovery_code::COLUMN.used_at.is_null())
            .count(&self.db)
            .await?;
        Ok(Factors {
            totps: totps
                .into_iter()
                .map(|row| {
                    let secret = self.open("account_totp", "secret", row.id, &row.sealed_secret)?;
                    Ok(Totp { id: row.id, secret, created_at: row.created_at })
                })
                .collect::<Result<_, StoreError>>()?,
            passkeys: passkeys
                .into_iter()
                .map(|row| {
                    Ok(Passkey {
                        id: row.id,
                        name: self.open("account_passkey", "name", row.id, &row.sealed_name)?,
                        credential: self.open(
                            "account_passkey",
                            "credential",
                            row.id,
                            &row.sealed_credential,
                        )?,
                        created_at: row.created_at,
                        used_at: row.used_at,
                    })
                })
                .collect::<Result<_, StoreError>>()?,
            codes_left: usize::try_from(codes_left).unwrap_or_default(),
        })
    }

    /// Adds a factor; `instead` takes all earlier ones and the recovery codes away, for who lost them.
    pub async fn add_factor(
        &self,
        by: By<'_>,
        account: Uuid,
        factor: NewFactor<'_>,
        instead: bool,
    ) -> Result<(), StoreError> {
        let (id, at) = (random::id(by.at)?, by.at);
        let work = self.work(by).await?;
        let kind = match factor {
            NewFactor::Totp { .. } => "totp",
            NewFactor::Passkey { .. } => "passkey",
        };
        if instead {
            end_factors(&work.transaction, account).await?;
        }
        match factor {
            NewFactor::Totp { secret, step } => {
                let row = account_totp::ActiveModel {
                    controller_id: Set(OWN_CONTROLLER),
                    id: Set(id),
                    account_id: Set(account),
                    sealed_secret: Set(self.seal("account_totp", "secret", id, secret)?),
                    last_step: Set(step),
                    created_at: Set(at),
                };
                account_totp::Entity::insert(row).exec_without_returning(&work.transaction).await?;
            }
            NewFactor::Passkey { name, credential_id, credential } => {
                let row = account_passkey::ActiveModel {
                    controller_id: Set(OWN_CONTROLLER),
                    id: Set(id),
                    account_id: Set(account),
                    credential_digest: Set(credential_digest(credential_id)),
                    sealed_credential: Set(self.seal("account_passkey", "credential", id, credential)?),
                    sealed_name: Set(self.seal("account_passkey", "name", id, name)?),
                    created_at: Set(at),
                    used_at: Set(None),
                };
                account_passkey::Entity::insert(row).exec_without_returning(&work.transaction).await?;
            }
        }
        self.log(
            &work.transaction,
            by,
            if instead { "replace-factors" } else { "add-factor" },
            account,
            kind,
        )
        .await?;
        work.commit().await
    }

    /// Marks a step of an authenticator app as used; false where it, or a later one, was used before: the code is
    /// then refused, also when two requests bring it at the same moment.
    pub async fn use_totp_step(
        &self,
        by: By<'_>,
        account: Uuid,
        id: Uuid,
        step: i64,
    ) -> Result<bool, StoreError> {
        let work = self.work(by).await?;
        let done = account_totp::Entity::update_many()
            .col_expr(account_totp::Column::LastStep, Expr::value(step))
            .filter(account_totp::COLUMN.controller_id.eq(OWN_CONTROLLER))
            .filter(account_totp::COLUMN.id.eq(id))
            .filter(account_totp::COLUMN.last_step.lt(step))
            .exec(&work.transaction)
            .await?;
        self.given(work, by, account, "totp", done.rows_affected == 1).await
    }

    /// A factor was used up, with its entry in the log, or neither.
    async fn given(
        &self,
        work: Work<'_>,
        by: By<'_>,
        account: Uuid,
        kind: &str,
        is_right: bool,
    ) -> Result<bool, StoreError> {
        if is_right {
            self.log(&work.transaction, by, "give-second-factor", account, kind).await?;
            work.commit().await?;
        }
        Ok(is_right)
    }

    /// Keeps the counter of a passkey after its use; false where it was removed meanwhile.
    pub async fn use_passkey(
        &self,
        by: By<'_>,
        account: Uuid,
        id: Uuid,
        credential: &str,
    ) -> Result<bool, StoreError> {
        let work = self.work(by).await?;
        let found = account_passkey::Entity::find_by_id((OWN_CONTROLLER, id)).one(&work.transaction).await?;
        let Some(row) = found else { return Ok(false) };
        let mut row = row.into_active_model();
        row.sealed_credential = Set(self.seal("account_passkey", "credential", id, credential)?);
        row.used_at = Set(Some(by.at));
        row.update(&work.transaction).await?;
        self.given(work, by, account, "passkey", true).await
    }

    /// Takes a factor away from an account.
    pub async fn remove_factor(&self, by: By<'_>, account: Uuid, id: Uuid) -> Result<(), StoreError> {
        let work = self.work(by).await?;
        account_totp::Entity::delete_many()
            .filter(account_totp::COLUMN.account_id.eq(account))
            .filter(account_totp::COLUMN.id.eq(id))
            .exec(&work.transaction)
            .await?;
        account_passkey::Entity::delete_many()
            .filter(account_passkey::COLUMN.account_id.eq(account))
            .filter(account_passkey::COLUMN.id.eq(id))
            .exec(&work.transaction)
            .await?;
        self.log(&work.transaction, by, "remove-factor", account, "").await?;
        work.commit().await
    }

    /// Gives an account these recovery codes in place of all earlier ones.
    pub async fn set_codes(&self, by: By<'_>, account: Uuid, codes: &[String]) -> Result<(), StoreError> {
        let mut rows = Vec::with_capacity(codes.len());
        for code in codes {
            rows.push(account_recovery_code::ActiveModel {
                controller_id: Set(OWN_CONTROLLER),
                id: Set(random::id(by.at)?),
                account_id: Set(account),
                digest: Set(code_digest(account, code)),
                created_at: Set(by.at),
                used_at: Set(None),
            });
        }
        let work = self.work(by).await?;
        clear_codes(&work.transaction, account).await?;
        account_recovery_code::Entity::insert_many(rows).exec_without_returning(&work.transaction).await?;
        self.log(&work.transaction, by, "renew-recovery-codes", account, "").await?;
        work.commit().await
    }

    /// Uses a recovery code up; false where it is none of the account's, or was used before.
    pub async fn use_code(&self, by: By<'_>, account: Uuid, code: &str) -> Result<bool, StoreError> {
        let work = self.work(by).await?;
        let done = account_recovery_code::Entity::update_many()
            .col_expr(account_recovery_code::Column::UsedAt, Expr::value(by.at))
            .filter(account_recovery_code::COLUMN.controller_id.eq(OWN_CONTROLLER))
            .filter(account_recovery_code::COLUMN.account_id.eq(account))
            .filter(account_recovery_code::COLUMN.digest.eq(code_digest(account, code)))
            .filter(account_recovery_code::COLUMN.used_at.is_null())
            .exec(&work.transaction)
            .await?;
        self.given(work, by, account, "recovery-code", done.rows_affected == 1).await
    }
}

async fn clear_codes<C: ConnectionTrait>(db: &C, account: Uuid) -> Result<(), StoreError> {
    account_recovery_code::Entity::delete_many()
        .filter(account_recovery_code::COLUMN.account_id.eq(account))
        .exec(db)
        .await?;
    Ok(())
}

/// Codes are typed by hand: case, spaces and strokes do not count. They hold 80 random bits, so a plain digest does.
fn code_digest(account: Uuid, code: &str) -> Vec<u8> {
    let plain: String =
        code.chars().filter(char::is_ascii_alphanumeric).map(|c| c.to_ascii_uppercase()).collect();
    secret::digest(&format!("{account}:{plain}"))
}

fn credential_digest(id: &[u8]) -> Vec<u8> {
    let hex: String = id.iter().map(|b| format!("{b:02x}")).collect();
    secret::digest(&hex)
}
