//! What persons chose about purposes: kept as they chose, never overwritten.

use super::Work;
use crate::StoreError;
use crate::entities::choice;
use ariane_domain::purpose::{Choice, Choices, Purpose};
use chrono::{DateTime, Utc};
use sea_orm::ActiveValue::Set;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder};
use uuid::Uuid;

/// A choice as it was made.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Made {
    /// About what.
    pub purpose: Purpose,
    /// What.
    pub choice: Choice,
    /// How: `web-form`, `spoken`, `signed`, `link`.
    pub evidence: String,
    /// When.
    pub at: DateTime<Utc>,
}

impl Work<'_> {
    /// Writes down a choice. Callers have used a grant on the person's enquiry.
    pub(crate) async fn choose(
        &self,
        controller: Uuid,
        person: Uuid,
        purpose: Purpose,
        made: Choice,
        evidence: &str,
    ) -> Result<(), StoreError> {
        choice::Entity::insert(choice::ActiveModel {
            controller_id: Set(controller),
            id: Set(self.id()?),
            person_id: Set(person),
            purpose: Set(purpose.word().to_owned()),
            choice: Set(made.word().to_owned()),
            evidence: Set(evidence.to_owned()),
            at: Set(self.now),
        })
        .exec_without_returning(&self.transaction)
        .await?;
        Ok(())
    }

    /// Choices of persons in the order in which they were made.
    pub(crate) async fn choices_of(
        &self,
        controller: Uuid,
        persons: &[Uuid],
    ) -> Result<Vec<Made>, StoreError> {
        let rows = choice::Entity::find()
            .filter(choice::Column::ControllerId.eq(controller))
            .filter(choice::Column::PersonId.is_in(persons.iter().copied()))
            .order_by_asc(choice::Column::At)
            .order_by_asc(choice::Column::Id)
            .all(&self.transaction)
            .await?;
        Ok(rows
            .into_iter()
            .filter_map(|row| {
                Some(Made {
                    purpose: Purpose::from_word(&row.purpose)?,
                    choice: Choice::from_word(&row.choice)?,
                    evidence: row.evidence,
                    at: row.at,
                })
            })
            .collect())
    }

    /// The latest choice per purpose, as the policy wants it.
    pub(crate) async fn current_choices(
        &self,
        controller: Uuid,
        persons: &[Uuid],
    ) -> Result<Choices, StoreError> {
        let made = self.choices_of(controller, persons).await?;
        Ok(Choices::new(made.into_iter().map(|m| (m.purpose, m.choice))))
    }
}
