//! Saved views: filters of the queue that somebody kept for themselves. A filter is made of codes, so it names nobody.

use super::account_of;
use crate::StoreError;
use crate::entities::saved_view;
use crate::records::Work;
use ariane_domain::access::grant::{Grant, ListEnquiries};
use sea_orm::ActiveValue::Set;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder};
use uuid::Uuid;

/// A saved view.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SavedView {
    /// Id.
    pub id: Uuid,
    /// What its owner calls it.
    pub name: String,
    /// Query of the queue's address: codes.
    pub query: String,
}

impl Work<'_> {
    /// The views of who asks.
    pub async fn saved_views(&self, grant: &Grant<ListEnquiries>) -> Result<Vec<SavedView>, StoreError> {
        let rows = saved_view::Entity::find()
            .filter(saved_view::Column::ControllerId.eq(grant.facts().controller))
            .filter(saved_view::Column::AccountId.eq(account_of(grant)?))
            .order_by_asc(saved_view::Column::At)
            .all(&self.transaction)
            .await?;
        Ok(rows.into_iter().map(|r| SavedView { id: r.id, name: r.name, query: r.query }).collect())
    }

    /// Keeps a view.
    pub async fn save_view(
        &self,
        grant: &Grant<ListEnquiries>,
        name: &str,
        query: &str,
    ) -> Result<(), StoreError> {
        saved_view::Entity::insert(saved_view::ActiveModel {
            controller_id: Set(grant.facts().controller),
            id: Set(self.id()?),
            account_id: Set(account_of(grant)?),
            name: Set(name.to_owned()),
            query: Set(query.to_owned()),
            at: Set(self.now),
        })
        .exec_without_returning(&self.transaction)
        .await?;
        Ok(())
    }

    /// Removes a view of who asks.
    pub async fn remove_view(&self, grant: &Grant<ListEnquiries>, id: Uuid) -> Result<(), StoreError> {
        saved_view::Entity::delete_many()
            .filter(saved_view::Column::ControllerId.eq(grant.facts().controller))
            .filter(saved_view::Column::AccountId.eq(account_of(grant)?))
            .filter(saved_view::Column::Id.eq(id))
            .exec(&self.transaction)
            .await?;
        Ok(())
    }
}
