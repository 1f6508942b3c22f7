//! Panels in lists: all that have not ended, those of a file, those that are late.

use super::{Panel, kind_of, standing, state_of};
use crate::StoreError;
use crate::entities::{case_file, panel as p};
use crate::records::Work;
use ariane_domain::access::grant::{Grant, PreparePanel, ReadCase};
use ariane_domain::cell::Reality;
use ariane_domain::panel::{PanelKind, PanelState, PanelWait};
use chrono::{DateTime, Utc};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect};
use uuid::Uuid;

/// Most panels of one list.
const MOST: u64 = 300;

/// A panel of a file, by its codes: what needs no agreement to be known.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct PanelLine {
    /// Id.
    pub id: Uuid,
    /// Number.
    pub number: i64,
    /// Kind.
    pub kind: PanelKind,
    /// State.
    pub state: PanelState,
    /// When it was begun.
    pub begun_at: DateTime<Utc>,
    /// First moment after the deadline.
    pub due_at: DateTime<Utc>,
}

/// A panel that is late.
#[derive(Debug, Clone)]
pub(in crate::records) struct Late {
    pub file: Uuid,
    pub number: i64,
    pub wait: PanelWait,
    pub since: DateTime<Utc>,
}

impl Work<'_> {
    /// The panels of a file, the latest first.
    pub async fn panels_of_case(&mut self, grant: &Grant<ReadCase>) -> Result<Vec<PanelLine>, StoreError> {
        let file = self.case_row(grant.facts().controller, grant.id()).await?;
        self.log_case(grant, file.id).await?;
        let rows = self.panel_rows_of(&file).await?;
        rows.iter()
            .map(|row| {
                Ok(PanelLine {
                    id: row.id,
                    number: row.number,
                    kind: kind_of(row)?,
                    state: state_of(row)?,
                    begun_at: row.begun_at,
                    due_at: row.due_at,
                })
            })
            .collect()
    }

    async fn rows_not_ended(&self, controller: Uuid) -> Result<Vec<p::Model>, StoreError> {
        let ended = [PanelState::Decided.word(), PanelState::Withdrawn.word()];
        Ok(p::Entity::find()
            .filter(p::Column::ControllerId.eq(controller))
            .filter(p::Column::State.is_not_in(ended))
            .order_by_asc(p::Column::DueAt)
            .order_by_asc(p::Column::Id)
            .limit(MOST)
            .all(&self.transaction)
            .await?)
    }

    /// All panels that have not ended, with the number of their file, and how many more are closed to who asks: each is opened by the
    /// decision that its own page asks.
    pub async fn panels_under_way(
        &mut self,
        grant: &Grant<PreparePanel>,
        reality: Reality,
    ) -> Result<(Vec<(Panel, i64)>, usize), StoreError> {
        let controller = grant.facts().controller;
        let (mut all, mut closed) = (Vec::new(), 0);
        for row in self.rows_not_ended(controller).await? {
            if row.reality != reality.word() {
                continue;
            }
            self.load_keys(&[row.subject_id]).await?;
            if self.loaded_key(row.subject_id).is_none() {
                continue;
            }
            let facts = self.panel_facts(controller, row.id).await?;
            if self.may::<PreparePanel>(grant.actor(), facts).is_err() {
                closed += 1;
                continue;
            }
            let number =
                case_file::Entity::find_by_id((controller, row.file_id)).one(&self.transaction).await?;
            let number = number.map(|file| file.number).unwrap_or_default();
            all.push((self.open_panel_row(&row).await?, number));
        }
        self.log(grant, "panels").await?;
        Ok((all, closed))
    }

    /// Panels that wait for somebody for too long, by codes and times.
    pub(in crate::records) async fn late_panels(&self, controller: Uuid) -> Result<Vec<Late>, StoreError> {
        let mut late = Vec::new();
        for row in self.rows_not_ended(controller).await? {
            let seats = self.seat_rows(&row).await?;
            let standing = standing(&row, &seats)?;
            let found = standing.waits().filter(|(_, since)| *since <= self.now);
            late.extend(found.map(|(wait, since)| Late {
                file: row.file_id,
                number: row.number,
                wait,
                since,
            }));
        }
        Ok(late)
    }
}
