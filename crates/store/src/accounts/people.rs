//! Accounts, their roles and states.

use super::Accounts;
use crate::StoreError;
use crate::directory::OWN_CONTROLLER;
use crate::entities::{
    account, account_identity, account_passkey, account_recovery_code, account_role, account_totp,
    controller, session, ticket,
};
use ariane_domain::Language;
use ariane_domain::account::{AccountState, Role};
use ariane_privacy::random;
use chrono::{DateTime, Utc};
use sea_orm::ActiveValue::Set;
use sea_orm::sea_query::OnConflict;
use sea_orm::{
    ActiveModelTrait, ConnectionTrait, EntityTrait, IntoActiveModel, PaginatorTrait, QueryFilter, QueryOrder,
    TransactionTrait,
};
use uuid::Uuid;

/// An account, opened.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Account {
    /// Organisation that answers for it (duty D15).
    pub controller: Uuid,
    /// Id; the access log names nobody otherwise.
    pub id: Uuid,
    /// How it stands.
    pub state: AccountState,
    /// Language of the mails to its holder.
    pub language: Language,
    /// Name of the holder; empty until an invitation is accepted.
    pub name: String,
    /// Mail address as it was typed.
    pub mail: String,
    /// Functions.
    pub roles: Vec<Role>,
    /// Hash of the password; none until an invitation is accepted, or where an outside service signs in.
    pub password_hash: Option<String>,
    /// When the password was chosen.
    pub password_at: Option<DateTime<Utc>>,
    /// When the account was made.
    pub created_at: DateTime<Utc>,
}

impl Account {
    /// Whether the holder has this function.
    pub fn is(&self, role: Role) -> bool {
        self.roles.contains(&role)
    }
}

/// An account that is to be made.
#[derive(Debug, Clone)]
pub struct NewAccount<'a> {
    /// Mail address, folded (`domain::account::fold_mail`).
    pub mail: &'a str,
    /// Name; empty where the holder gives it later.
    pub name: &'a str,
    /// Language of the mails.
    pub language: Language,
    /// Functions.
    pub roles: &'a [Role],
    /// When.
    pub at: DateTime<Utc>,
}

impl Accounts {
    /// Whether nobody can sign in yet, so that the first account may be made by who runs the program.
    pub async fn is_without_administrator(&self) -> Result<bool, StoreError> {
        let active = account::Entity::find()
            .filter(account::COLUMN.state.ne(AccountState::Invited.word()))
            .count(&self.db)
            .await?;
        Ok(active == 0)
    }

    /// Names the organisation that runs the installation.
    pub async fn name_organisation(
        &self,
        name: &str,
        country: &str,
        at: DateTime<Utc>,
    ) -> Result<(), StoreError> {
        controller::Entity::insert(controller::ActiveModel {
            id: Set(OWN_CONTROLLER),
            name: Set(name.to_owned()),
            country: Set(country.to_owned()),
            created_at: Set(at),
        })
        .on_conflict(OnConflict::column("id").update_columns(["name", "country"]).to_owned())
        .exec_without_returning(&self.db)
        .await?;
        Ok(())
    }

    /// The name of the organisation that runs the installation; empty before it was set up.
    pub async fn organisation(&self) -> Result<String, StoreError> {
        let row = controller::Entity::find_by_id(OWN_CONTROLLER).one(&self.db).await?;
        Ok(row.map(|r| r.name).unwrap_or_default())
    }

    /// Makes an account that waits for its holder; none where the address has one already.
    pub async fn create(&self, new: NewAccount<'_>) -> Result<Option<Account>, StoreError> {
        let id = random::id(new.at)?;
        let token = self.mail_token(new.mail);
        let transaction = self.db.begin().await?;
        if account::Entity::find()
            .filter(account::COLUMN.mail_token.eq(token.clone()))
            .one(&transaction)
            .await?
            .is_some()
        {
            return Ok(None);
        }
        account::Entity::insert(account::ActiveModel {
            controller_id: Set(OWN_CONTROLLER),
            id: Set(id),
            state: Set(AccountState::Invited.word().to_owned()),
            language: Set(new.language.code().to_owned()),
            sealed_name: Set(self.seal("account", "name", id, new.name)?),
            sealed_mail: Set(self.seal("account", "mail", id, new.mail)?),
            mail_token: Set(token),
            password_hash: Set(None),
            created_at: Set(new.at),
            password_at: Set(None),
        })
        .exec_without_returning(&transaction)
        .await?;
        write_roles(&transaction, id, new.roles).await?;
        transaction.commit().await?;
        self.account(id).await
    }

    /// The account of an id.
    pub async fn account(&self, id: Uuid) -> Result<Option<Account>, StoreError> {
        let row = account::Entity::find_by_id((OWN_CONTROLLER, id)).one(&self.db).await?;
        self.opened(row).await
    }

    /// The account of a folded mail address. A closed account has none.
    pub async fn by_mail(&self, folded: &str) -> Result<Option<Account>, StoreError> {
        let token = self.mail_token(folded);
        let row = account::Entity::find().filter(account::COLUMN.mail_token.eq(token)).one(&self.db).await?;
        self.opened(row).await
    }

    /// All accounts, oldest first.
    pub async fn accounts(&self) -> Result<Vec<Account>, StoreError> {
        let rows = account::Entity::find().order_by_asc(account::COLUMN.id).all(&self.db).await?;
        let roles = account_role::Entity::find().all(&self.db).await?;
        rows.into_iter()
            .map(|row| {
                let own = roles.iter().filter(|r| r.account_id == row.id).map(|r| r.role.as_str());
                self.read(&row, own)
            })
            .collect()
    }

    async fn opened(&self, row: Option<account::Model>) -> Result<Option<Account>, StoreError> {
        let Some(row) = row else { return Ok(None) };
        let roles = account_role::Entity::find()
            .filter(account_role::COLUMN.controller_id.eq(row.controller_id))
            .filter(account_role::COLUMN.account_id.eq(row.id))
            .all(&self.db)
            .await?;
        Ok(Some(self.read(&row, roles.iter().map(|r| r.role.as_str()))?))
    }

    fn read<'a>(
        &self,
        row: &account::Model,
        roles: impl Iterator<Item = &'a str>,
    ) -> Result<Account, StoreError> {
        let damaged = || StoreError::Damaged(row.id.to_string());
        let mut roles: Vec<Role> = roles.filter_map(|word| word.parse().ok()).collect();
        roles.sort_unstable();
        Ok(Account {
            controller: row.controller_id,
            id: row.id,
            state: row.state.parse().map_err(|_| damaged())?,
            language: row.language.parse().map_err(|_| damaged())?,
            name: self.open("account", "name", row.id, &row.sealed_name)?,
            mail: self.open("account", "mail", row.id, &row.sealed_mail)?,
            roles,
            password_hash: row.password_hash.clone(),
            password_at: row.password_at,
            created_at: row.created_at,
        })
    }

    /// Gives an account its holder's name.
    pub async fn rename(&self, id: Uuid, name: &str) -> Result<(), StoreError> {
        let sealed = self.seal("account", "name", id, name)?;
        let Some(row) = account::Entity::find_by_id((OWN_CONTROLLER, id)).one(&self.db).await? else {
            return Ok(());
        };
        let mut row = row.into_active_model();
        row.sealed_name = Set(sealed);
        row.update(&self.db).await?;
        Ok(())
    }

    /// Gives an account a password, by its hash.
    pub async fn set_password(&self, id: Uuid, hash: String, at: DateTime<Utc>) -> Result<(), StoreError> {
        let Some(row) = account::Entity::find_by_id((OWN_CONTROLLER, id)).one(&self.db).await? else {
            return Ok(());
        };
        let mut row = row.into_active_model();
        row.password_hash = Set(Some(hash));
        row.password_at = Set(Some(at));
        row.update(&self.db).await?;
        Ok(())
    }

    /// Gives an account these functions and no others; ends its sessions, so that no page goes on with the old ones.
    pub async fn set_roles(&self, id: Uuid, roles: &[Role]) -> Result<(), StoreError> {
        let transaction = self.db.begin().await?;
        account_role::Entity::delete_many()
            .filter(account_role::COLUMN.controller_id.eq(OWN_CONTROLLER))
            .filter(account_role::COLUMN.account_id.eq(id))
            .exec(&transaction)
            .await?;
        write_roles(&transaction, id, roles).await?;
        end_sessions(&transaction, id).await?;
        transaction.commit().await?;
        Ok(())
    }

    /// Brings an account into another state. Who may not sign in has no sessions and no open invitation; a closed
    /// account keeps no factor, and its address may be invited anew.
    pub async fn set_state(&self, id: Uuid, state: AccountState) -> Result<(), StoreError> {
        let transaction = self.db.begin().await?;
        let found = account::Entity::find_by_id((OWN_CONTROLLER, id)).one(&transaction).await?;
        let Some(row) = found else { return Ok(()) };
        let mut row = row.into_active_model();
        row.state = Set(state.word().to_owned());
        if state == AccountState::Closed {
            row.mail_token = Set(id.as_bytes().to_vec());
            row.password_hash = Set(None);
            end_factors(&transaction, id).await?;
            account_identity::Entity::delete_many()
                .filter(account_identity::COLUMN.account_id.eq(id))
                .exec(&transaction)
                .await?;
        }
        row.update(&transaction).await?;
        if !state.may_sign_in() {
            end_sessions(&transaction, id).await?;
            ticket::Entity::delete_many().filter(ticket::COLUMN.account_id.eq(id)).exec(&transaction).await?;
        }
        transaction.commit().await?;
        Ok(())
    }
}

async fn write_roles<C: ConnectionTrait>(db: &C, id: Uuid, roles: &[Role]) -> Result<(), StoreError> {
    let mut roles = roles.to_vec();
    roles.sort_unstable();
    roles.dedup();
    let rows = roles.into_iter().map(|role| account_role::ActiveModel {
        controller_id: Set(OWN_CONTROLLER),
        account_id: Set(id),
        role: Set(role.word().to_owned()),
    });
    let rows: Vec<_> = rows.collect();
    if !rows.is_empty() {
        account_role::Entity::insert_many(rows).exec_without_returning(db).await?;
    }
    Ok(())
}

pub(super) async fn end_sessions<C: ConnectionTrait>(db: &C, id: Uuid) -> Result<(), StoreError> {
    session::Entity::delete_many().filter(session::COLUMN.account_id.eq(id)).exec(db).await?;
    Ok(())
}

pub(super) async fn end_factors<C: ConnectionTrait>(db: &C, id: Uuid) -> Result<(), StoreError> {
    account_totp::Entity::delete_many().filter(account_totp::COLUMN.account_id.eq(id)).exec(db).await?;
    account_passkey::Entity::delete_many().filter(account_passkey::COLUMN.account_id.eq(id)).exec(db).await?;
    account_recovery_code::Entity::delete_many()
        .filter(account_recovery_code::COLUMN.account_id.eq(id))
        .exec(db)
        .await?;
    Ok(())
}
