//! Where named places were left: the last uid of a mailbox, when a backup ended. A mark tells of no person.

use crate::entities::counter;
use crate::records::Work;
use crate::{Store, StoreError};
use sea_orm::ActiveValue::Set;
use sea_orm::sea_query::OnConflict;
use sea_orm::{ConnectionTrait, EntityTrait};
use uuid::Uuid;

async fn read(db: &impl ConnectionTrait, controller: Uuid, name: &str) -> Result<Option<i64>, StoreError> {
    let row = counter::Entity::find_by_id((controller, name.to_owned())).one(db).await?;
    Ok(row.map(|row| row.last))
}

async fn write(
    db: &impl ConnectionTrait,
    controller: Uuid,
    name: &str,
    value: i64,
) -> Result<(), StoreError> {
    counter::Entity::insert(counter::ActiveModel {
        controller_id: Set(controller),
        name: Set(name.to_owned()),
        last: Set(value),
    })
    .on_conflict(OnConflict::columns(["controller_id", "name"]).update_column("last").to_owned())
    .exec_without_returning(db)
    .await?;
    Ok(())
}

impl Work<'_> {
    /// Where a named place was left.
    pub async fn mark(&self, controller: Uuid, name: &str) -> Result<Option<i64>, StoreError> {
        read(&self.transaction, controller, name).await
    }

    /// Writes down where a named place was left, together with what else this work does.
    pub async fn set_mark(&self, controller: Uuid, name: &str, value: i64) -> Result<(), StoreError> {
        write(&self.transaction, controller, name, value).await
    }
}

impl Store {
    /// Where a named place was left.
    pub async fn mark(&self, controller: Uuid, name: &str) -> Result<Option<i64>, StoreError> {
        read(&self.db, controller, name).await
    }

    /// Writes down where a named place was left.
    pub async fn set_mark(&self, controller: Uuid, name: &str, value: i64) -> Result<(), StoreError> {
        write(&self.db, controller, name, value).await
    }
}
