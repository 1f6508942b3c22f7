//! Who is told of new editions by mail.

use crate::StoreError;
use crate::entities::figure_reader;
use crate::records::Work;
use ariane_domain::access::grant::{Grant, PublishFigures};
use sea_orm::ActiveValue::Set;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};
use uuid::Uuid;

/// An account and what it is told of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Reader {
    /// Account.
    pub account: Uuid,
    /// Of each year.
    pub yearly: bool,
    /// Of each quarter.
    pub quarterly: bool,
}

impl Work<'_> {
    /// Who is told.
    ///
    /// # Errors
    /// [`StoreError`] when the database does not answer.
    pub async fn figure_readers(&self, grant: &Grant<PublishFigures>) -> Result<Vec<Reader>, StoreError> {
        let rows = figure_reader::Entity::find()
            .filter(figure_reader::Column::ControllerId.eq(grant.facts().controller))
            .all(&self.transaction)
            .await?;
        let reader = |row: figure_reader::Model| Reader {
            account: row.id,
            yearly: row.yearly,
            quarterly: row.quarterly,
        };
        Ok(rows.into_iter().map(reader).collect())
    }

    /// Sets who is told, in place of all who were.
    ///
    /// # Errors
    /// [`StoreError`] when the database does not answer.
    pub async fn set_figure_readers(
        &mut self,
        grant: &Grant<PublishFigures>,
        readers: &[Reader],
    ) -> Result<(), StoreError> {
        let controller = grant.facts().controller;
        figure_reader::Entity::delete_many()
            .filter(figure_reader::Column::ControllerId.eq(controller))
            .exec(&self.transaction)
            .await?;
        let rows: Vec<figure_reader::ActiveModel> = readers
            .iter()
            .filter(|one| one.yearly || one.quarterly)
            .map(|one| figure_reader::ActiveModel {
                controller_id: Set(controller),
                id: Set(one.account),
                yearly: Set(one.yearly),
                quarterly: Set(one.quarterly),
            })
            .collect();
        if !rows.is_empty() {
            figure_reader::Entity::insert_many(rows).exec_without_returning(&self.transaction).await?;
        }
        self.log(grant, "figures").await
    }
}
