//! Sessions: signed-in browsers of staff, and browsers that hold a private link.
//!
//! A browser holds a random token; the store holds its digest, so that who reads the database cannot go on in
//! anybody's name. The token changes whenever what it allows changes.

use super::people::{Account, end_sessions};
use super::{Accounts, By};
use crate::StoreError;
use crate::directory::OWN_CONTROLLER;
use crate::entities::session;
use ariane_domain::account::session::{Level, Limits, Times};
use ariane_privacy::{random, secret};
use chrono::{DateTime, TimeDelta, Utc};
use sea_orm::ActiveValue::Set;
use sea_orm::sea_query::Expr;
use sea_orm::{ActiveModelTrait, ConnectionTrait, EntityTrait, IntoActiveModel, QueryFilter, QueryOrder};
use uuid::Uuid;

/// How old "last seen" may be before it is written again: not every picture of a page is a write.
const SEEN_EVERY: TimeDelta = TimeDelta::seconds(30);

/// How the log names the end of a session that its holder ended from elsewhere.
pub const END_SESSIONS: &str = "end-sessions";
/// How the log names a sign-out.
pub const SIGN_OUT: &str = "sign-out";

/// From where a browser came, as far as it is kept.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Origin {
    /// Family of the browser and system, such as "Firefox, Linux".
    pub agent: String,
    /// Network: the first bits of the address, never all.
    pub network: String,
}

/// A session, without its token.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Session {
    /// Id.
    pub id: Uuid,
    /// How far its holder has come.
    pub level: Level,
    /// Its times.
    pub times: Times,
    /// When the second factor was last given.
    pub stepped_up_at: Option<DateTime<Utc>>,
    /// Where it runs.
    pub origin: Origin,
}

fn read(row: &session::Model) -> Result<Session, StoreError> {
    Ok(Session {
        id: row.id,
        level: row.level.parse().map_err(|_| StoreError::Damaged(row.id.to_string()))?,
        times: Times { began: row.began_at, last_seen: row.last_seen_at },
        stepped_up_at: row.stepped_up_at,
        origin: Origin { agent: row.agent.clone(), network: row.network.clone() },
    })
}

/// For whom a session is.
enum Holder {
    Account(Uuid),
    Link(Uuid),
}

impl Accounts {
    /// Begins a session of an account and gives its token, which exists nowhere else. At [`Level::Full`] the second
    /// factor counts as given just now.
    pub async fn begin_session(
        &self,
        account: Uuid,
        level: Level,
        origin: &Origin,
        at: DateTime<Utc>,
    ) -> Result<String, StoreError> {
        let fresh = (level == Level::Full).then_some(at);
        self.begin(&self.db, Holder::Account(account), level, fresh, origin, at).await
    }

    /// Signs somebody in: their session in this browser ends, another begins, and the log says by what, all at once.
    pub async fn sign_in(
        &self,
        by: By<'_>,
        account: Uuid,
        level: Level,
        origin: &Origin,
        before: Option<Uuid>,
        reason: &str,
    ) -> Result<String, StoreError> {
        let work = self.work(by).await?;
        let db = &work.transaction;
        if let Some(before) = before {
            session::Entity::delete_many()
                .filter(session::COLUMN.controller_id.eq(OWN_CONTROLLER))
                .filter(session::COLUMN.id.eq(before))
                .exec(db)
                .await?;
        }
        let fresh = (level == Level::Full).then_some(by.at);
        let token = self.begin(db, Holder::Account(account), level, fresh, origin, by.at).await?;
        let action = if level == Level::Full { "give-second-factor" } else { "give-first-factor" };
        self.log(db, by, action, account, reason).await?;
        work.commit().await?;
        Ok(token)
    }

    async fn begin(
        &self,
        db: &impl ConnectionTrait,
        holder: Holder,
        level: Level,
        stepped_up_at: Option<DateTime<Utc>>,
        origin: &Origin,
        at: DateTime<Utc>,
    ) -> Result<String, StoreError> {
        let token = random::token()?;
        let (account, link) = match holder {
            Holder::Account(id) => (Some(id), None),
            Holder::Link(id) => (None, Some(id)),
        };
        session::Entity::insert(session::ActiveModel {
            controller_id: Set(OWN_CONTROLLER),
            id: Set(random::id(at)?),
            token_digest: Set(secret::digest(&token)),
            account_id: Set(account),
            link_id: Set(link),
            level: Set(level.word().to_owned()),
            began_at: Set(at),
            last_seen_at: Set(at),
            stepped_up_at: Set(stepped_up_at),
            agent: Set(origin.agent.clone()),
            network: Set(origin.network.clone()),
            sealed_ceremony: Set(None),
        })
        .exec_without_returning(db)
        .await?;
        Ok(token)
    }

    async fn alive(
        &self,
        token: &str,
        limits: &Limits,
        now: DateTime<Utc>,
    ) -> Result<Option<session::Model>, StoreError> {
        let digest = secret::digest(token);
        let found =
            session::Entity::find().filter(session::COLUMN.token_digest.eq(digest)).one(&self.db).await?;
        let Some(row) = found else { return Ok(None) };
        let session = read(&row)?;
        if !limits.is_alive(session.level, session.times, now) {
            self.end_session(row.id).await?;
            return Ok(None);
        }
        if now - row.last_seen_at >= SEEN_EVERY {
            session::Entity::update_many()
                .col_expr(session::Column::LastSeenAt, Expr::value(now))
                .filter(session::COLUMN.controller_id.eq(row.controller_id))
                .filter(session::COLUMN.id.eq(row.id))
                .exec(&self.db)
                .await?;
        }
        Ok(Some(row))
    }

    /// Who is signed in with a token, while the session lasts and the account may sign in. One that is invited may
    /// as long as it enrols its first factor.
    pub async fn signed_in(
        &self,
        token: &str,
        limits: &Limits,
        now: DateTime<Utc>,
    ) -> Result<Option<(Account, Session)>, StoreError> {
        let Some(row) = self.alive(token, limits, now).await? else { return Ok(None) };
        let Some(id) = row.account_id else { return Ok(None) };
        let session = read(&row)?;
        let account = self.account(id).await?.filter(|account| {
            use ariane_domain::account::AccountState::{Active, Invited};
            account.state == Active || (account.state == Invited && session.level == Level::Enrolling)
        });
        Ok(account.map(|account| (account, session)))
    }

    /// The enquiry whose private link was opened with a token, while its session lasts.
    pub async fn link_session(
        &self,
        token: &str,
        limits: &Limits,
        now: DateTime<Utc>,
    ) -> Result<Option<(Uuid, Session)>, StoreError> {
        let Some(row) = self.alive(token, limits, now).await? else { return Ok(None) };
        let session = read(&row)?;
        Ok(row.link_id.map(|enquiry| (enquiry, session)))
    }

    /// Begins the session of who opened a private link with its code: nothing is proven beyond that yet.
    pub async fn begin_link_session(
        &self,
        enquiry: Uuid,
        origin: &Origin,
        at: DateTime<Utc>,
    ) -> Result<String, StoreError> {
        self.begin(&self.db, Holder::Link(enquiry), Level::Full, None, origin, at).await
    }

    /// Notes that who holds a private link proved over a second channel who they are.
    pub async fn prove_link(&self, session: Uuid, at: DateTime<Utc>) -> Result<(), StoreError> {
        session::Entity::update_many()
            .col_expr(session::Column::SteppedUpAt, Expr::value(at))
            .filter(session::COLUMN.controller_id.eq(OWN_CONTROLLER))
            .filter(session::COLUMN.id.eq(session))
            .filter(session::COLUMN.link_id.is_not_null())
            .exec(&self.db)
            .await?;
        Ok(())
    }

    /// Raises or lowers a session and changes its token; the new one is given. Reaching [`Level::Full`] counts as
    /// a fresh second factor. None where the session ended meanwhile.
    pub async fn rotate(
        &self,
        id: Uuid,
        level: Level,
        at: DateTime<Utc>,
    ) -> Result<Option<String>, StoreError> {
        let found = session::Entity::find_by_id((OWN_CONTROLLER, id)).one(&self.db).await?;
        let Some(row) = found else { return Ok(None) };
        let token = random::token()?;
        let mut row = row.into_active_model();
        row.token_digest = Set(secret::digest(&token));
        row.level = Set(level.word().to_owned());
        row.last_seen_at = Set(at);
        if level == Level::Full {
            row.stepped_up_at = Set(Some(at));
        }
        row.sealed_ceremony = Set(None);
        row.update(&self.db).await?;
        Ok(Some(token))
    }

    /// Keeps what a factor's ceremony needs until its answer comes: a challenge, a secret not proven yet.
    pub async fn keep_ceremony(&self, id: Uuid, state: &str) -> Result<(), StoreError> {
        let sealed = self.seal("session", "ceremony", id, state)?;
        session::Entity::update_many()
            .col_expr(session::Column::SealedCeremony, Expr::value(sealed))
            .filter(session::COLUMN.controller_id.eq(OWN_CONTROLLER))
            .filter(session::COLUMN.id.eq(id))
            .exec(&self.db)
            .await?;
        Ok(())
    }

    /// What was kept for a ceremony.
    pub async fn ceremony(&self, id: Uuid) -> Result<Option<String>, StoreError> {
        let found = session::Entity::find_by_id((OWN_CONTROLLER, id)).one(&self.db).await?;
        let sealed = found.and_then(|row| row.sealed_ceremony);
        sealed.map(|sealed| self.open("session", "ceremony", id, &sealed)).transpose()
    }

    /// The sessions of an account that may still be alive, latest first.
    pub async fn sessions(
        &self,
        account: Uuid,
        limits: &Limits,
        now: DateTime<Utc>,
    ) -> Result<Vec<Session>, StoreError> {
        let rows = session::Entity::find()
            .filter(session::COLUMN.controller_id.eq(OWN_CONTROLLER))
            .filter(session::COLUMN.account_id.eq(account))
            .order_by_desc(session::COLUMN.last_seen_at)
            .all(&self.db)
            .await?;
        let sessions: Vec<Session> = rows.iter().map(read).collect::<Result<_, _>>()?;
        Ok(sessions.into_iter().filter(|s| limits.is_alive(s.level, s.times, now)).collect())
    }

    /// Ends a session.
    pub async fn end_session(&self, id: Uuid) -> Result<(), StoreError> {
        session::Entity::delete_many()
            .filter(session::COLUMN.controller_id.eq(OWN_CONTROLLER))
            .filter(session::COLUMN.id.eq(id))
            .exec(&self.db)
            .await?;
        Ok(())
    }

    /// Ends a session of an account, if it is one of its own; `action` goes into the log.
    pub async fn end_own_session(
        &self,
        by: By<'_>,
        account: Uuid,
        id: Uuid,
        action: &str,
    ) -> Result<(), StoreError> {
        let work = self.work(by).await?;
        session::Entity::delete_many()
            .filter(session::COLUMN.controller_id.eq(OWN_CONTROLLER))
            .filter(session::COLUMN.account_id.eq(account))
            .filter(session::COLUMN.id.eq(id))
            .exec(&work.transaction)
            .await?;
        self.log(&work.transaction, by, action, account, if action == END_SESSIONS { "one" } else { "" })
            .await?;
        work.commit().await
    }

    /// Ends all sessions of an account, but the one it acts in where that is named.
    pub async fn end_sessions(&self, by: By<'_>, account: Uuid, but: Option<Uuid>) -> Result<(), StoreError> {
        let work = self.work(by).await?;
        end_sessions(&work.transaction, account, but).await?;
        self.log(&work.transaction, by, END_SESSIONS, account, "others").await?;
        work.commit().await
    }

    /// Ends the sessions of a private link: it was locked.
    pub async fn end_link_sessions(&self, link: Uuid) -> Result<(), StoreError> {
        session::Entity::delete_many().filter(session::COLUMN.link_id.eq(link)).exec(&self.db).await?;
        Ok(())
    }

    /// Removes sessions, tickets and wrong tries that nobody can use any more.
    pub async fn sweep(&self, limits: &Limits, now: DateTime<Utc>) -> Result<(), StoreError> {
        session::Entity::delete_many()
            .filter(session::COLUMN.last_seen_at.lt(now - limits.idle))
            .exec(&self.db)
            .await?;
        self.sweep_tickets(now).await?;
        self.sweep_tries(now).await
    }
}
