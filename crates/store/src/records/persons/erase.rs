//! Erasing a person (article 17): columns emptied, keys destroyed.

use crate::StoreError;
use crate::entities::{case_file, person, person_index};
use crate::records::{Records, Work};
use ariane_domain::access::grant::{Erase, Grant};
use chrono::{DateTime, Utc};
use sea_orm::ActiveValue::Set;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QuerySelect};
use uuid::Uuid;

impl Work<'_> {
    /// Erases a person (article 17): sealed columns are emptied, what finds them is deleted, and when this work is
    /// committed their keys are destroyed, which makes everything sealed for them unreadable in every backup too.
    pub async fn erase_person(
        &mut self,
        grant: &Grant<Erase>,
        person: Uuid,
    ) -> Result<Vec<Uuid>, StoreError> {
        let controller = grant.facts().controller;
        let records = self.same_person(controller, person).await?;
        self.note(grant).await?;
        for id in &records {
            person::Entity::update_many()
                .set(person::ActiveModel {
                    sealed_name: Set(None),
                    sealed_mail: Set(None),
                    sealed_phone: Set(None),
                    sealed_birth_date: Set(None),
                    sealed_contact: Set(None),
                    erased_at: Set(Some(self.now)),
                    ..person::ActiveModel::default()
                })
                .filter(person::Column::ControllerId.eq(controller))
                .filter(person::Column::Id.eq(*id))
                .exec(&self.transaction)
                .await?;
            person_index::Entity::delete_many()
                .filter(person_index::Column::ControllerId.eq(controller))
                .filter(person_index::Column::PersonId.eq(*id))
                .exec(&self.transaction)
                .await?;
        }
        let files = case_file::Entity::find()
            .filter(case_file::Column::ControllerId.eq(controller))
            .filter(case_file::Column::SubjectId.is_in(records.iter().copied()))
            .all(&self.transaction)
            .await?;
        for file in files {
            self.part_from_household(&file).await?;
        }
        self.doomed.extend(&records);
        Ok(records)
    }
}

impl Records {
    /// Destroys the keys of persons whose erasure was committed but not carried through because the machine stopped.
    /// Called at the start of the server; gives how many there were.
    pub async fn finish_erasures(&self, now: DateTime<Utc>) -> Result<usize, StoreError> {
        let erased: Vec<Uuid> = person::Entity::find()
            .select_only()
            .column(person::Column::Id)
            .filter(person::Column::ErasedAt.is_not_null())
            .into_tuple()
            .all(&self.store.db)
            .await?;
        let left: Vec<Uuid> = self.keys.find(&erased).await?.into_keys().collect();
        if !left.is_empty() {
            self.keys.destroy(&left, now).await?;
        }
        Ok(left.len())
    }
}
