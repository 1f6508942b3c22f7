//! The link of a referral, and the mail that carries it.

use crate::StoreError;
use crate::entities::{outbox, referral as r};
use crate::records::Work;
use crate::records::guest::{Opens, Target};
use sea_orm::ActiveValue::Set;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};

/// What the link of a referral opens.
pub(super) fn target(row: &r::Model) -> Target {
    Target { controller: row.controller_id, opens: Opens::Referral, id: row.id }
}

impl Work<'_> {
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
}
