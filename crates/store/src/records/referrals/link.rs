//! The link of a referral, its code, and the session of who gave it. Only digests are kept; nothing here is personal.

use crate::StoreError;
use crate::entities::{outbox, referral as r, referral_link as l};
use crate::records::{Records, Work};
use ariane_domain::referral::link::{Channel, Door, IDLE, LONGEST, MOST_WRONG};
use ariane_privacy::{random, secret};
use chrono::{DateTime, Days, Utc};
use sea_orm::ActiveValue::Set;
use sea_orm::sea_query::{Expr, ExprTrait};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder};
use uuid::Uuid;

/// A link to be made.
pub(super) struct NewLink<'a> {
    pub token: &'a str,
    pub channel: Channel,
}

pub(super) fn code_digest(link: Uuid, code: &str) -> Vec<u8> {
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
    pub(super) async fn insert_link(&self, row: &r::Model, new: NewLink<'_>) -> Result<(), StoreError> {
        self.end_links(row).await?;
        let days = Days::new(u64::from(self.records.referral().link_days));
        l::Entity::insert(l::ActiveModel {
            controller_id: Set(row.controller_id),
            id: Set(self.id()?),
            referral_id: Set(row.id),
            channel: Set(new.channel.word().to_owned()),
            token_digest: Set(secret::digest(new.token)),
            created_at: Set(self.now),
            expires_at: Set(self.now.checked_add_days(days).unwrap_or(self.now)),
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

    /// Ends the links of a referral with their sessions, at once.
    pub(super) async fn end_links(&self, row: &r::Model) -> Result<(), StoreError> {
        l::Entity::update_many()
            .set(l::ActiveModel {
                ended_at: Set(Some(self.now)),
                session_digest: Set(None),
                ..Default::default()
            })
            .filter(l::Column::ControllerId.eq(row.controller_id))
            .filter(l::Column::ReferralId.eq(row.id))
            .filter(l::Column::EndedAt.is_null())
            .exec(&self.transaction)
            .await?;
        Ok(())
    }

    /// A mail that still waits with a link that leads nowhere is not sent.
    pub(super) async fn stop_mail(&self, row: &r::Model) -> Result<(), StoreError> {
        let Some(id) = row.outbox_id else { return Ok(()) };
        outbox::Entity::update_many()
            .set(outbox::ActiveModel { state: Set("stopped".to_owned()), ..Default::default() })
            .filter(outbox::Column::ControllerId.eq(row.controller_id))
            .filter(outbox::Column::Id.eq(id))
            .filter(outbox::Column::State.eq("waiting"))
            .exec(&self.transaction)
            .await?;
        Ok(())
    }

    /// The link of a referral that leads somewhere now.
    pub(super) async fn open_link(&self, row: &r::Model) -> Result<Option<l::Model>, StoreError> {
        let found = l::Entity::find()
            .filter(l::Column::ControllerId.eq(row.controller_id))
            .filter(l::Column::ReferralId.eq(row.id))
            .filter(l::Column::EndedAt.is_null())
            .order_by_desc(l::Column::CreatedAt)
            .one(&self.transaction)
            .await?;
        Ok(found.filter(|link| door(link).is_open(self.now)))
    }
}

impl Records {
    /// Tries the code of a link: the token of a session where it is right. A link that is not there, or ended, and a wrong code are
    /// answered alike. Once used, a code stays good as long as its link, so that whoever reports months later needs no other; five
    /// wrong tries end it.
    pub async fn enter_referral(
        &self,
        token: &str,
        typed: &str,
        now: DateTime<Utc>,
    ) -> Result<Option<String>, StoreError> {
        let link =
            l::Entity::find().filter(l::Column::TokenDigest.eq(secret::digest(token))).one(&self.store.db);
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

    /// The referral whose session this is, while it lasts: half an hour without a request ends it, and so does half a day.
    pub async fn referral_of_session(
        &self,
        session: &str,
        now: DateTime<Utc>,
    ) -> Result<Option<Uuid>, StoreError> {
        let found = l::Entity::find()
            .filter(l::Column::SessionDigest.eq(secret::digest(session)))
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
        Ok(Some(link.referral_id))
    }

    /// Ends a session: who leaves it is asked for the code again.
    pub async fn leave_referral(&self, session: &str) -> Result<(), StoreError> {
        l::Entity::update_many()
            .set(l::ActiveModel { session_digest: Set(None), ..Default::default() })
            .filter(l::Column::SessionDigest.eq(secret::digest(session)))
            .exec(&self.store.db)
            .await?;
        Ok(())
    }
}
