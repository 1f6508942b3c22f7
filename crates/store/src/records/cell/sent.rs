//! What became of whom the service or the hub sent: that it arrived, what the cell asks, what it decided (duty D29).

use super::{CellError, EVENT};
use crate::StoreError;
use crate::entities::{case_event, case_file};
use crate::records::{Work, open_text};
use ariane_domain::access::Facts;
use ariane_domain::access::grant::{FollowSent, Grant};
use ariane_domain::cell::file::{FileEvent, FileState};
use ariane_domain::cell::{Acting, Origin, Reality};
use ariane_domain::service::sent::{Told, told};
use chrono::{DateTime, Utc};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect};
use uuid::Uuid;

/// Most rows shown.
pub const MOST: u64 = 200;

/// Something that is told.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SentKnot {
    /// What.
    pub kind: String,
    /// Code that says more.
    pub detail: String,
    /// When.
    pub at: DateTime<Utc>,
    /// Words, where they were written for who sent the person.
    pub text: String,
}

/// A file as who sent the person sees it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SentCase {
    /// Id.
    pub id: Uuid,
    /// Number.
    pub number: i64,
    /// Name; empty when not known, or closed.
    pub name: String,
    /// Where the person came from.
    pub origin: Origin,
    /// Real or fictitious.
    pub reality: Reality,
    /// State.
    pub state: FileState,
    /// When it reached the cell.
    pub received_at: DateTime<Utc>,
    /// What is told, oldest first; empty in a list.
    pub told: Vec<SentKnot>,
    /// Version.
    pub version: i32,
}

fn outline(row: &case_file::Model, name: String) -> Result<SentCase, StoreError> {
    let damaged = || StoreError::Damaged(row.id.to_string());
    Ok(SentCase {
        id: row.id,
        number: row.number,
        name,
        origin: Origin::from_word(&row.origin).ok_or_else(damaged)?,
        reality: Reality::from_word(&row.reality).ok_or_else(damaged)?,
        state: FileState::from_word(&row.state).ok_or_else(damaged)?,
        received_at: row.received_at,
        told: Vec::new(),
        version: row.version,
    })
}

impl Work<'_> {
    /// What the policy must know of a file when somebody asks as who sent the person.
    pub async fn sent_facts(&mut self, controller: Uuid, id: Uuid) -> Result<Facts, StoreError> {
        let row = self.case_row(controller, Some(id)).await?;
        Ok(Facts { origin: Origin::from_word(&row.origin), ..self.case_facts(controller, id).await? })
    }

    /// Files of persons whom who asks may bring, the latest first.
    pub async fn sent_cases(&mut self, grant: &Grant<FollowSent>) -> Result<Vec<SentCase>, StoreError> {
        self.log(grant, "cell").await?;
        let controller = grant.facts().controller;
        let acting: Acting = super::acting(super::staff(grant)?);
        let origins = Origin::ALL.into_iter().filter(|origin| acting.may_bring(*origin)).map(Origin::word);
        let rows = case_file::Entity::find()
            .filter(case_file::Column::ControllerId.eq(controller))
            .filter(case_file::Column::Origin.is_in(origins))
            .order_by_desc(case_file::Column::ReceivedAt)
            .order_by_desc(case_file::Column::Id)
            .limit(MOST)
            .all(&self.transaction)
            .await?;
        let names = self.case_names(controller, rows.iter().map(|row| row.subject_id).collect()).await?;
        let mut all = Vec::new();
        for row in &rows {
            let facts = self.sent_facts(controller, row.id).await?;
            let is_open = self.may::<FollowSent>(grant.actor(), facts).is_ok();
            let name = names.get(&row.subject_id).filter(|_| is_open).cloned().unwrap_or_default();
            all.push(outline(row, name)?);
        }
        Ok(all)
    }

    /// One of them with what is told.
    pub async fn read_sent(&mut self, grant: &Grant<FollowSent>) -> Result<SentCase, StoreError> {
        let row = self.case_row(grant.facts().controller, grant.id()).await?;
        self.log_case(grant, row.id).await?;
        self.sent_case(&row).await
    }

    /// A file as who sent the person sees it. Callers have used their grant.
    pub(in crate::records) async fn sent_case(
        &mut self,
        row: &case_file::Model,
    ) -> Result<SentCase, StoreError> {
        let events = case_event::Entity::find()
            .filter(case_event::Column::ControllerId.eq(row.controller_id))
            .filter(case_event::Column::FileId.eq(row.id))
            .order_by_asc(case_event::Column::At)
            .order_by_asc(case_event::Column::Id)
            .all(&self.transaction)
            .await?;
        let names = self.case_names(row.controller_id, vec![row.subject_id]).await?;
        let key = self.key(row.subject_id).await?;
        let mut case = outline(row, names.get(&row.subject_id).cloned().unwrap_or_default())?;
        for one in events {
            let text = match told(&one.kind) {
                Told::Nothing => continue,
                Told::Fact => String::new(),
                Told::Words => open_text(&key, EVENT, "sealed_text", one.id, one.sealed_text.as_deref())?,
            };
            case.told.push(SentKnot { kind: one.kind, detail: one.detail, at: one.at, text });
        }
        Ok(case)
    }

    /// Answers what the cell asked.
    pub async fn answer_sent(
        &mut self,
        grant: &Grant<FollowSent>,
        version: i32,
        words: &str,
    ) -> Result<(), CellError> {
        let row = self.case_row(grant.facts().controller, grant.id()).await?;
        if words.trim().is_empty() {
            return Err(CellError::Rule("words-missing"));
        }
        let today = self.today();
        self.move_case(grant, &row, version, FileEvent::Complete, words, today).await
    }
}
