//! The register of breaches (articles 33, 34).

use crate::StoreError;
use crate::entities::breach;
use crate::records::{Work, open_text, seal_text};
use ariane_domain::access::grant::{Grant, ProtectData};
use ariane_domain::protection::breach::{BreachKind, BreachRisk, due};
use chrono::{DateTime, Utc};
use sea_orm::ActiveValue::Set;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder};
use uuid::Uuid;

const TABLE: &str = "breach";

/// A breach.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Breach {
    /// Id.
    pub id: Uuid,
    /// Number.
    pub number: i64,
    /// What was lost.
    pub kind: BreachKind,
    /// What it may do.
    pub risk: BreachRisk,
    /// How many persons, as far as known.
    pub persons: i64,
    /// What happened.
    pub facts: String,
    /// What was done about it.
    pub measures: String,
    /// When it became known.
    pub noticed_at: DateTime<Utc>,
    /// By when the authority is told.
    pub due_at: DateTime<Utc>,
    /// When the authority was told.
    pub authority_at: Option<DateTime<Utc>>,
    /// When the persons were told.
    pub persons_at: Option<DateTime<Utc>>,
    /// When it ended.
    pub closed_at: Option<DateTime<Utc>>,
    /// Version, for changes.
    pub version: i32,
}

/// What is written down of a breach.
#[derive(Debug, Clone)]
pub struct BreachTexts<'a> {
    /// What was lost.
    pub kind: BreachKind,
    /// What it may do.
    pub risk: BreachRisk,
    /// How many persons, as far as known.
    pub persons: i64,
    /// What happened.
    pub facts: &'a str,
    /// What was done about it.
    pub measures: &'a str,
}

/// What was done now.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Told {
    /// The authority was told.
    pub authority: bool,
    /// The persons were told.
    pub persons: bool,
    /// Nothing is left to do.
    pub closed: bool,
}

impl Work<'_> {
    /// Records a breach.
    pub async fn record_breach(
        &mut self,
        grant: &Grant<ProtectData>,
        noticed_at: DateTime<Utc>,
        texts: &BreachTexts<'_>,
    ) -> Result<i64, StoreError> {
        let controller = grant.facts().controller;
        let id = self.id()?;
        let number = self.next_number(controller, TABLE).await?;
        let mut row = self.breach_row(id, texts)?;
        row.controller_id = Set(controller);
        row.id = Set(id);
        row.number = Set(number);
        row.noticed_at = Set(noticed_at);
        row.due_at = Set(due(noticed_at));
        row.authority_at = Set(None);
        row.persons_at = Set(None);
        row.closed_at = Set(None);
        row.version = Set(1);
        breach::Entity::insert(row).exec_without_returning(&self.transaction).await?;
        self.note(grant).await?;
        Ok(number)
    }

    fn breach_row(&self, id: Uuid, texts: &BreachTexts<'_>) -> Result<breach::ActiveModel, StoreError> {
        let key = self.records.installation_key();
        Ok(breach::ActiveModel {
            kind: Set(texts.kind.word().to_owned()),
            risk: Set(texts.risk.word().to_owned()),
            persons: Set(texts.persons.max(0)),
            sealed_facts: Set(seal_text(&key, TABLE, "sealed_facts", id, texts.facts)?),
            sealed_measures: Set(seal_text(&key, TABLE, "sealed_measures", id, texts.measures)?),
            ..Default::default()
        })
    }

    /// Changes what is written down of a breach, and what was done.
    pub async fn change_breach(
        &mut self,
        grant: &Grant<ProtectData>,
        id: Uuid,
        version: i32,
        texts: &BreachTexts<'_>,
        told: Told,
    ) -> Result<(), StoreError> {
        let mut row = self.breach_row(id, texts)?;
        row.version = Set(version + 1);
        if told.authority {
            row.authority_at = Set(Some(self.now));
        }
        if told.persons {
            row.persons_at = Set(Some(self.now));
        }
        if told.closed {
            row.closed_at = Set(Some(self.now));
        }
        let changed = breach::Entity::update_many()
            .set(row)
            .filter(breach::Column::ControllerId.eq(grant.facts().controller))
            .filter(breach::Column::Id.eq(id))
            .filter(breach::Column::Version.eq(version))
            .filter(breach::Column::ClosedAt.is_null())
            .exec(&self.transaction)
            .await?;
        if changed.rows_affected == 0 {
            return Err(StoreError::Conflict);
        }
        self.note(grant).await
    }

    /// All breaches, latest first.
    pub async fn breaches(&mut self, grant: &Grant<ProtectData>) -> Result<Vec<Breach>, StoreError> {
        self.note(grant).await?;
        let rows = breach::Entity::find()
            .filter(breach::Column::ControllerId.eq(grant.facts().controller))
            .order_by_desc(breach::Column::Number)
            .all(&self.transaction)
            .await?;
        let key = self.records.installation_key();
        rows.into_iter()
            .map(|row| {
                let damaged = || StoreError::Damaged(format!("{TABLE}/{}", row.id));
                let open = |column, sealed: &Option<Vec<u8>>| {
                    open_text(&key, TABLE, column, row.id, sealed.as_deref())
                };
                Ok(Breach {
                    kind: BreachKind::from_word(&row.kind).ok_or_else(damaged)?,
                    risk: BreachRisk::from_word(&row.risk).ok_or_else(damaged)?,
                    facts: open("sealed_facts", &row.sealed_facts)?,
                    measures: open("sealed_measures", &row.sealed_measures)?,
                    id: row.id,
                    number: row.number,
                    persons: row.persons,
                    noticed_at: row.noticed_at,
                    due_at: row.due_at,
                    authority_at: row.authority_at,
                    persons_at: row.persons_at,
                    closed_at: row.closed_at,
                    version: row.version,
                })
            })
            .collect()
    }
}
