//! Who has an enquiry open just now, so that two never answer it unknowingly. A lease that runs out by itself.

use super::account_of;
use crate::StoreError;
use crate::entities::presence;
use crate::records::Work;
use ariane_domain::access::grant::{Grant, ReadEnquiry};
use chrono::TimeDelta;
use sea_orm::ActiveValue::Set;
use sea_orm::sea_query::OnConflict;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder};
use uuid::Uuid;

/// How long somebody counts as being there after they were last seen.
const LEASE: TimeDelta = TimeDelta::seconds(45);

/// What somebody does there.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Doing {
    /// Reads.
    Reading,
    /// Writes a reply.
    Writing,
}

impl Doing {
    /// Stable word.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Reading => "reading",
            Self::Writing => "writing",
        }
    }
}

impl Work<'_> {
    /// Says that who asks is there. It is not logged: that they read the enquiry was.
    pub async fn be_present(&self, grant: &Grant<ReadEnquiry>, doing: Doing) -> Result<(), StoreError> {
        presence::Entity::insert(presence::ActiveModel {
            controller_id: Set(grant.facts().controller),
            enquiry_id: Set(grant.id().ok_or(StoreError::NotThere)?),
            account_id: Set(account_of(grant)?),
            doing: Set(doing.word().to_owned()),
            until: Set((self.now + LEASE).timestamp_micros()),
        })
        .on_conflict(
            OnConflict::columns(["controller_id", "enquiry_id", "account_id"])
                .update_columns(["doing", "until"])
                .to_owned(),
        )
        .exec_without_returning(&self.transaction)
        .await?;
        Ok(())
    }

    /// Who else is there, and what they do.
    pub async fn others_present(&self, grant: &Grant<ReadEnquiry>) -> Result<Vec<(Uuid, Doing)>, StoreError> {
        let rows = presence::Entity::find()
            .filter(presence::Column::ControllerId.eq(grant.facts().controller))
            .filter(presence::Column::EnquiryId.eq(grant.id().ok_or(StoreError::NotThere)?))
            .filter(presence::Column::AccountId.ne(account_of(grant)?))
            .filter(presence::Column::Until.gt(self.now.timestamp_micros()))
            .order_by_asc(presence::Column::AccountId)
            .all(&self.transaction)
            .await?;
        let doing = |word: &str| if word == "writing" { Doing::Writing } else { Doing::Reading };
        Ok(rows.into_iter().map(|r| (r.account_id, doing(&r.doing))).collect())
    }
}
