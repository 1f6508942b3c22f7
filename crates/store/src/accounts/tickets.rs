//! Tickets: what is sent or said once, and leads somewhere once.

use super::{Accounts, By};
use crate::StoreError;
use crate::directory::OWN_CONTROLLER;
use crate::entities::ticket;
use ariane_privacy::{random, secret};
use chrono::{DateTime, TimeDelta, Utc};
use sea_orm::ActiveValue::Set;
use sea_orm::sea_query::Expr;
use sea_orm::{ConnectionTrait, DatabaseTransaction, EntityTrait, QueryFilter};
use uuid::Uuid;

/// What a ticket leads to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TicketKind {
    /// Accepting an invitation: sent by mail.
    Invitation,
    /// Choosing another password: sent by mail.
    Recovery,
    /// Enrolling another second factor: said by an administrator, never sent by mail.
    FactorCode,
    /// Coming back from an outside sign-in service: the `state` of its protocol.
    OutsideSignIn,
}

impl TicketKind {
    /// Stable word for the store.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Invitation => "invitation",
            Self::Recovery => "recovery",
            Self::FactorCode => "factor-code",
            Self::OutsideSignIn => "outside-sign-in",
        }
    }

    /// How long it is good for.
    pub const fn lasts(self) -> TimeDelta {
        match self {
            Self::Invitation => TimeDelta::days(7),
            Self::Recovery => TimeDelta::hours(1),
            Self::FactorCode => TimeDelta::hours(24),
            Self::OutsideSignIn => TimeDelta::minutes(15),
        }
    }
}

/// A ticket that is good now.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Ticket {
    /// Id.
    pub id: Uuid,
    /// Account that it is for.
    pub account: Option<Uuid>,
    /// What was put into it.
    pub content: String,
    /// When it ends.
    pub expires_at: DateTime<Utc>,
}

/// A ticket that is to be issued.
#[derive(Debug, Clone, Copy)]
pub struct NewTicket<'a> {
    /// Where it leads.
    pub kind: TicketKind,
    /// For which account.
    pub account: Option<Uuid>,
    /// By whom.
    pub issued_by: Option<Uuid>,
    /// What goes into it, sealed.
    pub content: &'a str,
    /// When.
    pub at: DateTime<Utc>,
}

impl Accounts {
    /// Issues a ticket and gives its token. Earlier ones of the kind for the same account end.
    pub async fn issue(&self, by: By<'_>, new: NewTicket<'_>) -> Result<String, StoreError> {
        let work = self.work(by).await?;
        let token = self.insert_ticket(&work.transaction, new).await?;
        if let Some(account) = new.account {
            self.log(&work.transaction, by, "issue-ticket", account, new.kind.word()).await?;
        }
        work.commit().await?;
        Ok(token)
    }

    pub(super) async fn insert_ticket(
        &self,
        db: &DatabaseTransaction,
        new: NewTicket<'_>,
    ) -> Result<String, StoreError> {
        let token = match new.kind {
            // Said or copied by hand: 80 bits, tried behind the limit for wrong tries.
            TicketKind::FactorCode => random::spoken_code(4)?,
            _ => random::token()?,
        };
        let id = random::id(new.at)?;
        if let Some(account) = new.account {
            ticket::Entity::delete_many()
                .filter(ticket::COLUMN.controller_id.eq(OWN_CONTROLLER))
                .filter(ticket::COLUMN.account_id.eq(account))
                .filter(ticket::COLUMN.kind.eq(new.kind.word()))
                .exec(db)
                .await?;
        }
        ticket::Entity::insert(ticket::ActiveModel {
            controller_id: Set(OWN_CONTROLLER),
            id: Set(id),
            kind: Set(new.kind.word().to_owned()),
            token_digest: Set(digest(new.kind, &token)),
            account_id: Set(new.account),
            sealed_content: Set(Some(self.seal("ticket", "content", id, new.content)?)),
            issued_by: Set(new.issued_by),
            created_at: Set(new.at),
            expires_at: Set(new.at + new.kind.lasts()),
            used_at: Set(None),
        })
        .exec_without_returning(db)
        .await?;
        Ok(token)
    }

    /// The ticket of a token, if it is good now.
    pub async fn ticket(
        &self,
        kind: TicketKind,
        token: &str,
        now: DateTime<Utc>,
    ) -> Result<Option<Ticket>, StoreError> {
        let row = ticket::Entity::find()
            .filter(ticket::COLUMN.token_digest.eq(digest(kind, token)))
            .filter(ticket::COLUMN.kind.eq(kind.word()))
            .one(&self.db)
            .await?;
        let Some(row) = row.filter(|r| r.used_at.is_none() && r.expires_at > now) else { return Ok(None) };
        let content = match &row.sealed_content {
            Some(sealed) => self.open("ticket", "content", row.id, sealed)?,
            None => String::new(),
        };
        Ok(Some(Ticket { id: row.id, account: row.account_id, content, expires_at: row.expires_at }))
    }

    /// Uses a ticket up; false where another request was faster.
    pub async fn use_ticket(&self, id: Uuid, at: DateTime<Utc>) -> Result<bool, StoreError> {
        use_up(&self.db, id, at).await
    }

    /// Uses up the code that an administrator said, in place of a second factor, with its entry in the log; false where
    /// another request was faster.
    pub async fn use_factor_code(&self, by: By<'_>, account: Uuid, id: Uuid) -> Result<bool, StoreError> {
        let work = self.work(by).await?;
        let is_right = use_up(&work.transaction, id, by.at).await?;
        if is_right {
            let (action, how) = ("give-second-factor", "administrator-code");
            self.log(&work.transaction, by, action, account, how).await?;
            work.commit().await?;
        }
        Ok(is_right)
    }

    /// Ends the tickets of a kind for an account.
    pub async fn end_tickets(&self, kind: TicketKind, account: Uuid) -> Result<(), StoreError> {
        ticket::Entity::delete_many()
            .filter(ticket::COLUMN.controller_id.eq(OWN_CONTROLLER))
            .filter(ticket::COLUMN.account_id.eq(account))
            .filter(ticket::COLUMN.kind.eq(kind.word()))
            .exec(&self.db)
            .await?;
        Ok(())
    }

    /// When the invitation of an account ends, if one is open.
    pub async fn invited_until(
        &self,
        account: Uuid,
        now: DateTime<Utc>,
    ) -> Result<Option<DateTime<Utc>>, StoreError> {
        let row = ticket::Entity::find()
            .filter(ticket::COLUMN.controller_id.eq(OWN_CONTROLLER))
            .filter(ticket::COLUMN.account_id.eq(account))
            .filter(ticket::COLUMN.kind.eq(TicketKind::Invitation.word()))
            .one(&self.db)
            .await?;
        Ok(row.filter(|r| r.used_at.is_none() && r.expires_at > now).map(|r| r.expires_at))
    }

    pub(super) async fn sweep_tickets(&self, now: DateTime<Utc>) -> Result<(), StoreError> {
        ticket::Entity::delete_many().filter(ticket::COLUMN.expires_at.lt(now)).exec(&self.db).await?;
        Ok(())
    }
}

async fn use_up(db: &impl ConnectionTrait, id: Uuid, at: DateTime<Utc>) -> Result<bool, StoreError> {
    let done = ticket::Entity::update_many()
        .col_expr(ticket::Column::UsedAt, Expr::value(at))
        .filter(ticket::COLUMN.controller_id.eq(OWN_CONTROLLER))
        .filter(ticket::COLUMN.id.eq(id))
        .filter(ticket::COLUMN.used_at.is_null())
        .exec(db)
        .await?;
    Ok(done.rows_affected == 1)
}

fn digest(kind: TicketKind, token: &str) -> Vec<u8> {
    match kind {
        TicketKind::FactorCode => {
            let plain: String =
                token.chars().filter(char::is_ascii_alphanumeric).map(|c| c.to_ascii_uppercase()).collect();
            secret::digest(&plain)
        }
        _ => secret::digest(token),
    }
}
