//! The link of who has no account, its code over another channel, and the session of who gave it: to one referral, or to one place in a
//! panel, and to nothing else. Only digests are kept; nothing here is personal.

use super::cell::CellError;
use super::{Records, Work};
use crate::StoreError;
use crate::entities::guest_link as l;
use ariane_domain::referral::link::{Channel, Door, IDLE, LONGEST, MOST_WRONG};
use ariane_privacy::{random, secret};
use chrono::{DateTime, Days, Utc};
use sea_orm::ActiveValue::Set;
use sea_orm::sea_query::{Expr, ExprTrait};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder};
use uuid::Uuid;

/// What a link opens.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Opens {
    /// A referral.
    Referral,
    /// An expert's place in a panel.
    Seat,
}

impl Opens {
    const fn word(self) -> &'static str {
        match self {
            Self::Referral => "referral",
            Self::Seat => "panel-seat",
        }
    }
}

/// One thing that a link opens.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::records) struct Target {
    /// Organisation.
    pub controller: Uuid,
    /// What kind.
    pub opens: Opens,
    /// Which.
    pub id: Uuid,
}

/// A link to be made.
pub(in crate::records) struct NewLink<'a> {
    pub token: &'a str,
    pub channel: Channel,
    /// Days for which it is good.
    pub days: u16,
}

/// A link as who sent it sees it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LinkStanding {
    /// Over which channel it went.
    pub channel: String,
    /// When it was made.
    pub created_at: DateTime<Utc>,
    /// Until when it is good.
    pub expires_at: DateTime<Utc>,
    /// When it ended before.
    pub ended_at: Option<DateTime<Utc>>,
    /// Over which channel its code went, and until when that is good.
    pub code: Option<(String, DateTime<Utc>)>,
    /// Wrong tries.
    pub wrong: i32,
    /// When it was last used.
    pub seen_at: Option<DateTime<Utc>>,
}

fn code_digest(link: Uuid, code: &str) -> Vec<u8> {
    // Under this word codes were made before links opened anything else.
    secret::digest(&format!("referral\n{link}\n{code}"))
}

fn door(link: &l::Model) -> Door {
    Door {
        until: link.expires_at,
        ended_at: link.ended_at,
        code_until: link.code_digest.as_ref().and(link.code_expires_at),
        wrong: link.wrong,
    }
}

impl Work<'_> {
    pub(in crate::records) async fn insert_link(
        &self,
        target: Target,
        new: NewLink<'_>,
    ) -> Result<(), StoreError> {
        self.end_links(target).await?;
        l::Entity::insert(l::ActiveModel {
            controller_id: Set(target.controller),
            id: Set(self.id()?),
            opens: Set(target.opens.word().to_owned()),
            opens_id: Set(target.id),
            channel: Set(new.channel.word().to_owned()),
            token_digest: Set(secret::digest(new.token)),
            created_at: Set(self.now),
            expires_at: Set(self.now.checked_add_days(Days::new(u64::from(new.days))).unwrap_or(self.now)),
            ended_at: Set(None),
            code_digest: Set(None),
            code_channel: Set(None),
            code_issued_by: Set(None),
            code_expires_at: Set(None),
            wrong: Set(0),
            session_digest: Set(None),
            session_from: Set(None),
            session_seen_at: Set(None),
        })
        .exec_without_returning(&self.transaction)
        .await?;
        Ok(())
    }

    /// Ends the links to something with their sessions, at once.
    pub(in crate::records) async fn end_links(&self, target: Target) -> Result<(), StoreError> {
        l::Entity::update_many()
            .set(l::ActiveModel {
                ended_at: Set(Some(self.now)),
                session_digest: Set(None),
                ..Default::default()
            })
            .filter(l::Column::ControllerId.eq(target.controller))
            .filter(l::Column::OpensId.eq(target.id))
            .filter(l::Column::Opens.eq(target.opens.word()))
            .filter(l::Column::EndedAt.is_null())
            .exec(&self.transaction)
            .await?;
        Ok(())
    }

    async fn open_link(&self, target: Target) -> Result<Option<l::Model>, StoreError> {
        let found = l::Entity::find()
            .filter(l::Column::ControllerId.eq(target.controller))
            .filter(l::Column::OpensId.eq(target.id))
            .filter(l::Column::Opens.eq(target.opens.word()))
            .filter(l::Column::EndedAt.is_null())
            .order_by_desc(l::Column::CreatedAt)
            .one(&self.transaction)
            .await?;
        Ok(found.filter(|link| door(link).is_open(self.now)))
    }

    /// Whether a link leads there now.
    pub(in crate::records) async fn has_open_link(&self, target: Target) -> Result<bool, StoreError> {
        Ok(self.open_link(target).await?.is_some())
    }

    /// The latest link to something.
    pub(in crate::records) async fn link_standing(
        &self,
        target: Target,
    ) -> Result<Option<LinkStanding>, StoreError> {
        let found = l::Entity::find()
            .filter(l::Column::ControllerId.eq(target.controller))
            .filter(l::Column::OpensId.eq(target.id))
            .filter(l::Column::Opens.eq(target.opens.word()))
            .order_by_desc(l::Column::CreatedAt)
            .order_by_desc(l::Column::Id)
            .one(&self.transaction)
            .await?;
        Ok(found.map(|one| LinkStanding {
            channel: one.channel,
            created_at: one.created_at,
            expires_at: one.expires_at,
            ended_at: one.ended_at,
            code: one.code_channel.zip(one.code_expires_at),
            wrong: one.wrong,
            seen_at: one.session_seen_at,
        }))
    }

    /// Makes the code of a link, to be told over another channel than the link went. An earlier code ends.
    ///
    /// # Errors
    /// [`CellError::Rule`] `same-channel` for the way of the link, `not-possible` without an open link.
    pub(in crate::records) async fn issue_code(
        &self,
        target: Target,
        channel: Channel,
        by: Uuid,
    ) -> Result<String, CellError> {
        let link = self.open_link(target).await?.ok_or(CellError::Rule("not-possible"))?;
        let travelled = Channel::from_word(&link.channel).unwrap_or(Channel::Mail);
        if !Channel::of_code(travelled).contains(&channel) {
            return Err(CellError::Rule("same-channel"));
        }
        let code = random::spoken_code(2).map_err(StoreError::from)?;
        l::Entity::update_many()
            .set(l::ActiveModel {
                code_digest: Set(Some(code_digest(link.id, &code))),
                code_channel: Set(Some(channel.word().to_owned())),
                code_issued_by: Set(Some(by)),
                code_expires_at: Set(Some(Ord::min(self.now + channel.code_lasts(), link.expires_at))),
                wrong: Set(0),
                session_digest: Set(None),
                ..Default::default()
            })
            .filter(l::Column::ControllerId.eq(link.controller_id))
            .filter(l::Column::Id.eq(link.id))
            .exec(&self.transaction)
            .await?;
        Ok(code)
    }
}

impl Records {
    /// Tries the code of a link: the token of a session where it is right. A link that is not there, opens something else, or ended,
    /// and a wrong code are answered alike. Once used, a code stays good as long as its link, so that whoever comes back months later
    /// needs no other; five wrong tries end it.
    pub async fn enter_by_link(
        &self,
        opens: Opens,
        token: &str,
        typed: &str,
        now: DateTime<Utc>,
    ) -> Result<Option<String>, StoreError> {
        let link = l::Entity::find()
            .filter(l::Column::TokenDigest.eq(secret::digest(token)))
            .filter(l::Column::Opens.eq(opens.word()))
            .one(&self.store.db);
        let Some(link) = link.await?.filter(|link| door(link).may_try(now)) else { return Ok(None) };
        let wanted = code_digest(link.id, &random::typed_code(typed));
        let is_right = link.code_digest.as_deref().is_some_and(|digest| secret::is_equal(digest, &wanted));
        let this = l::Entity::update_many()
            .filter(l::Column::ControllerId.eq(link.controller_id))
            .filter(l::Column::Id.eq(link.id));
        if !is_right {
            this.col_expr(l::Column::Wrong, Expr::col(l::Column::Wrong).add(1)).exec(&self.store.db).await?;
            return Ok(None);
        }
        let session = random::token()?;
        let taken = this
            // Ended, or tried too often, between the look and this line: nobody gets in.
            .filter(l::Column::EndedAt.is_null())
            .filter(l::Column::Wrong.lt(MOST_WRONG))
            .set(l::ActiveModel {
                wrong: Set(0),
                code_expires_at: Set(Some(link.expires_at)),
                session_digest: Set(Some(secret::digest(&session))),
                session_from: Set(Some(now)),
                session_seen_at: Set(Some(now)),
                ..Default::default()
            })
            .exec(&self.store.db)
            .await?;
        Ok((taken.rows_affected == 1).then_some(session))
    }

    /// What a session opens, while it lasts: half an hour without a request ends it, and so does half a day.
    pub async fn opened_by_session(
        &self,
        opens: Opens,
        session: &str,
        now: DateTime<Utc>,
    ) -> Result<Option<Uuid>, StoreError> {
        let found = l::Entity::find()
            .filter(l::Column::SessionDigest.eq(secret::digest(session)))
            .filter(l::Column::Opens.eq(opens.word()))
            .one(&self.store.db)
            .await?;
        let Some(link) = found.filter(|link| door(link).is_open(now)) else { return Ok(None) };
        let lasts = link.session_from.is_some_and(|from| now < from + LONGEST)
            && link.session_seen_at.is_some_and(|seen| now < seen + IDLE);
        if !lasts {
            return Ok(None);
        }
        l::Entity::update_many()
            .set(l::ActiveModel { session_seen_at: Set(Some(now)), ..Default::default() })
            .filter(l::Column::ControllerId.eq(link.controller_id))
            .filter(l::Column::Id.eq(link.id))
            .exec(&self.store.db)
            .await?;
        Ok(Some(link.opens_id))
    }

    /// Ends a session: who leaves is asked for the code again.
    pub async fn leave_link(&self, session: &str) -> Result<(), StoreError> {
        l::Entity::update_many()
            .set(l::ActiveModel { session_digest: Set(None), ..Default::default() })
            .filter(l::Column::SessionDigest.eq(secret::digest(session)))
            .exec(&self.store.db)
            .await?;
        Ok(())
    }
}
