//! Accounts, their roles and states.

use super::tickets::{NewTicket, TicketKind};
use super::{Accounts, By};
use crate::StoreError;
use crate::directory::OWN_CONTROLLER;
use crate::entities::{
    account, account_identity, account_passkey, account_recovery_code, account_role, account_totp,
    controller, session, ticket,
};
use crate::records::outbox::Outgoing;
use ariane_domain::Language;
use ariane_domain::account::{AccountState, Role};
use ariane_privacy::random;
use chrono::{DateTime, Utc};
use sea_orm::ActiveValue::Set;
use sea_orm::sea_query::OnConflict;
use sea_orm::{
    ActiveModelTrait, ConnectionTrait, DatabaseTransaction, EntityTrait, IntoActiveModel, PaginatorTrait,
    QueryFilter, QueryOrder,
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
    pub async fn name_organisation(&self, by: By<'_>, name: &str, country: &str) -> Result<(), StoreError> {
        controller::Entity::insert(controller::ActiveModel {
            id: Set(OWN_CONTROLLER),
            name: Set(name.to_owned()),
            country: Set(country.to_owned()),
            created_at: Set(by.at),
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
    pub async fn create(&self, by: By<'_>, new: NewAccount<'_>) -> Result<Option<Account>, StoreError> {
        let work = self.work(by).await?;
        let Some(id) = self.insert(&work.transaction, by, &new).await? else { return Ok(None) };
        work.commit().await?;
        self.account(id).await
    }

    /// Makes an account and sends its invitation, or neither; none where the address has an account already.
    /// `compose` writes the mail around the token of the invitation.
    pub async fn invite(
        &self,
        by: By<'_>,
        new: NewAccount<'_>,
        issuer: Uuid,
        compose: impl FnOnce(&str) -> Outgoing,
    ) -> Result<Option<Account>, StoreError> {
        let mut work = self.work(by).await?;
        let Some(id) = self.insert(&work.transaction, by, &new).await? else { return Ok(None) };
        let ticket = NewTicket {
            kind: TicketKind::Invitation,
            account: Some(id),
            issued_by: Some(issuer),
            content: "",
            at: by.at,
        };
        let token = self.insert_ticket(&work.transaction, ticket).await?;
        work.enqueue_to_staff(OWN_CONTROLLER, TicketKind::Invitation.word(), &compose(&token)).await?;
        work.commit().await?;
        self.account(id).await
    }

    /// Sends a ticket of a kind to an account by mail; an earlier one ends.
    pub async fn send(
        &self,
        by: By<'_>,
        kind: TicketKind,
        account: Uuid,
        issuer: Option<Uuid>,
        compose: impl FnOnce(&str) -> Outgoing,
    ) -> Result<(), StoreError> {
        let mut work = self.work(by).await?;
        let ticket = NewTicket { kind, account: Some(account), issued_by: issuer, content: "", at: by.at };
        let token = self.insert_ticket(&work.transaction, ticket).await?;
        work.enqueue_to_staff(OWN_CONTROLLER, kind.word(), &compose(&token)).await?;
        self.log(&work.transaction, by, "send-ticket", account, kind.word()).await?;
        work.commit().await
    }

    /// Sends a mail to a member of staff about their account.
    pub async fn tell(&self, by: By<'_>, kind: &str, mail: &Outgoing) -> Result<(), StoreError> {
        let mut work = self.work(by).await?;
        work.enqueue_to_staff(OWN_CONTROLLER, kind, mail).await?;
        work.commit().await
    }

    async fn insert(
        &self,
        db: &DatabaseTransaction,
        by: By<'_>,
        new: &NewAccount<'_>,
    ) -> Result<Option<Uuid>, StoreError> {
        let token = self.mail_token(new.mail);
        if account::Entity::find()
            .filter(account::COLUMN.mail_token.eq(token.clone()))
            .one(db)
            .await?
            .is_some()
        {
            return Ok(None);
        }
        let id = random::id(by.at)?;
        account::Entity::insert(account::ActiveModel {
            controller_id: Set(OWN_CONTROLLER),
            id: Set(id),
            state: Set(AccountState::Invited.word().to_owned()),
            language: Set(new.language.code().to_owned()),
            sealed_name: Set(self.seal("account", "name", id, new.name)?),
            sealed_mail: Set(self.seal("account", "mail", id, new.mail)?),
            mail_token: Set(token),
            password_hash: Set(None),
            created_at: Set(by.at),
            password_at: Set(None),
        })
        .exec_without_returning(db)
        .await?;
        write_roles(db, id, new.roles).await?;
        self.log(db, by, "create-account", id, &words(new.roles)).await?;
        Ok(Some(id))
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
    pub async fn rename(&self, by: By<'_>, id: Uuid, name: &str) -> Result<(), StoreError> {
        let sealed = self.seal("account", "name", id, name)?;
        let work = self.work(by).await?;
        let mut row = found(&work.transaction, id).await?.into_active_model();
        row.sealed_name = Set(sealed);
        row.update(&work.transaction).await?;
        self.log(&work.transaction, by, "rename-account", id, "").await?;
        work.commit().await
    }

    /// Gives an account a password, by its hash. All its sessions end but the one named: whoever sat in another may
    /// be why the password changes.
    pub async fn set_password(
        &self,
        by: By<'_>,
        id: Uuid,
        hash: String,
        kept_session: Option<Uuid>,
    ) -> Result<(), StoreError> {
        let work = self.work(by).await?;
        let mut row = found(&work.transaction, id).await?.into_active_model();
        row.password_hash = Set(Some(hash));
        row.password_at = Set(Some(by.at));
        row.update(&work.transaction).await?;
        end_sessions(&work.transaction, id, kept_session).await?;
        self.log(&work.transaction, by, "change-password", id, "").await?;
        work.commit().await
    }

    /// Lets somebody in, or keeps them out for a time. Who may not sign in has no sessions and no open ticket. An account is closed
    /// by [`Accounts::close`](super::leaving).
    pub async fn set_state(&self, by: By<'_>, id: Uuid, state: AccountState) -> Result<(), StoreError> {
        if state == AccountState::Closed {
            return Err(StoreError::NotPossible);
        }
        let work = self.work(by).await?;
        self.write_state(&work.transaction, by, id, state).await?;
        work.commit().await
    }

    pub(super) async fn write_state(
        &self,
        db: &DatabaseTransaction,
        by: By<'_>,
        id: Uuid,
        state: AccountState,
    ) -> Result<(), StoreError> {
        let mut row = found(db, id).await?.into_active_model();
        row.state = Set(state.word().to_owned());
        if state == AccountState::Closed {
            row.mail_token = Set(id.as_bytes().to_vec());
            row.password_hash = Set(None);
            end_factors(db, id).await?;
            account_identity::Entity::delete_many()
                .filter(account_identity::COLUMN.account_id.eq(id))
                .exec(db)
                .await?;
        }
        row.update(db).await?;
        if !state.may_sign_in() {
            end_sessions(db, id, None).await?;
            ticket::Entity::delete_many().filter(ticket::COLUMN.account_id.eq(id)).exec(db).await?;
        }
        self.log(db, by, "change-account", id, state.word()).await
    }

    /// Notes in the log of an account what happened to it: a sign-in, a refusal.
    pub async fn note(&self, by: By<'_>, action: &str, id: Uuid, reason: &str) -> Result<(), StoreError> {
        let work = self.work(by).await?;
        self.log(&work.transaction, by, action, id, reason).await?;
        work.commit().await
    }
}

async fn found(db: &DatabaseTransaction, id: Uuid) -> Result<account::Model, StoreError> {
    account::Entity::find_by_id((OWN_CONTROLLER, id)).one(db).await?.ok_or(StoreError::NotThere)
}

pub(super) fn words(roles: &[Role]) -> String {
    roles.iter().map(|r| r.word()).collect::<Vec<_>>().join(" ")
}

pub(super) async fn write_roles<C: ConnectionTrait>(
    db: &C,
    id: Uuid,
    roles: &[Role],
) -> Result<(), StoreError> {
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

pub(super) async fn end_sessions<C: ConnectionTrait>(
    db: &C,
    id: Uuid,
    but: Option<Uuid>,
) -> Result<(), StoreError> {
    let mut ended = session::Entity::delete_many().filter(session::COLUMN.account_id.eq(id));
    if let Some(kept) = but {
        ended = ended.filter(session::COLUMN.id.ne(kept));
    }
    ended.exec(db).await?;
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
