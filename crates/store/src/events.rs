//! Editors' events and trainings: imported as a whole or not at all, laid over the starter set.

use crate::directory::{CHUNK, Change, NewImport, OWN_CONTROLLER, record};
use crate::entities::directory_event;
use crate::{Store, StoreError};
use ariane_domain::event::Event;
use ariane_knowledge::events::{Agenda, starter_events};
use sea_orm::ActiveValue::Set;
use sea_orm::sea_query::OnConflict;
use sea_orm::{EntityTrait, QueryOrder, TransactionTrait};

impl Store {
    /// The starter events under the imported ones.
    pub async fn agenda(&self) -> Result<Agenda, StoreError> {
        Ok(Agenda::layered([starter_events(), self.imported_events().await?]))
    }

    /// Imported events alone, in the order of their files.
    pub async fn imported_events(&self) -> Result<Vec<Event>, StoreError> {
        directory_event::Entity::find()
            .order_by_asc(directory_event::COLUMN.import_id)
            .order_by_asc(directory_event::COLUMN.position)
            .all(&self.db)
            .await?
            .into_iter()
            .map(|row| serde_json::from_str(&row.content).map_err(|_| StoreError::Damaged(row.id)))
            .collect()
    }

    /// What an import of events would change.
    pub async fn compare_events(&self, events: &[Event]) -> Result<Change, StoreError> {
        let known = Agenda::layered([self.imported_events().await?]);
        let mut change = Change::default();
        for event in events {
            match known.get(&event.id) {
                None => change.added += 1,
                Some(before) if before == event => change.unchanged += 1,
                Some(_) => change.changed += 1,
            }
        }
        Ok(change)
    }

    /// Stores all events of a file in one transaction.
    pub async fn import_events(&self, import: NewImport<'_>, events: &[Event]) -> Result<Change, StoreError> {
        let change = self.compare_events(events).await?;
        let import_id = import.id;
        let mut rows = Vec::with_capacity(events.len());
        for (position, event) in events.iter().enumerate() {
            let content = serde_json::to_string(event).map_err(|_| StoreError::Damaged(event.id.clone()))?;
            rows.push(directory_event::ActiveModel {
                controller_id: Set(OWN_CONTROLLER),
                id: Set(event.id.clone()),
                organisation: Set(event.organisation.clone()),
                content: Set(content),
                import_id: Set(import_id),
                position: Set(position as i32),
            });
        }
        let transaction = self.db.begin().await?;
        record(&transaction, &import, 0, events.len()).await?;
        while !rows.is_empty() {
            let chunk: Vec<_> = rows.drain(..rows.len().min(CHUNK)).collect();
            directory_event::Entity::insert_many(chunk)
                .on_conflict(
                    OnConflict::columns(["controller_id", "id"])
                        .update_columns(["organisation", "content", "import_id", "position"])
                        .to_owned(),
                )
                .exec_without_returning(&transaction)
                .await?;
        }
        transaction.commit().await?;
        Ok(change)
    }
}
