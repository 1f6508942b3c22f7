//! What the person sees of panels about them: that experts were asked, where it stands; what came of it is told by a human (duty D2).

use super::{kind_of, state_of, told};
use crate::StoreError;
use crate::entities::{case_file, panel_event as e, panel_seat as s, panel_vote as v};
use crate::records::own::parts::Line;
use crate::records::rcp::own::ToldPlainly;
use crate::records::{Work, open_text};
use ariane_domain::access::grant::{Grant, UseOwnRights};
use ariane_domain::cell::told::Audience;
use ariane_domain::panel::{PanelKind, PanelState};
use chrono::{DateTime, Utc};
use sea_orm::{ColumnTrait, EntityTrait, PaginatorTrait, QueryFilter};

/// A panel as its person sees it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct OwnPanel {
    /// Number.
    pub number: i64,
    /// Kind.
    pub kind: PanelKind,
    /// State.
    pub state: PanelState,
    /// When experts were asked.
    pub opened_at: DateTime<Utc>,
    /// Whether a human told them what came of it.
    pub is_told: bool,
}

impl Work<'_> {
    async fn own_panel_views(&mut self, file: &case_file::Model) -> Result<Vec<OwnPanel>, StoreError> {
        let mut all = Vec::new();
        for row in self.panel_rows_of(file).await? {
            // What was only prepared left nobody's desk.
            let Some(opened_at) = row.opened_at else { continue };
            all.push(OwnPanel {
                number: row.number,
                kind: kind_of(&row)?,
                state: state_of(&row)?,
                opened_at,
                is_told: told(&row)?.release(Audience::Person, self.now).is_ok(),
            });
        }
        Ok(all)
    }

    /// The panels about oneself, the latest first; none for who asked for somebody else.
    pub async fn own_panels(&mut self, grant: &Grant<UseOwnRights>) -> Result<Vec<OwnPanel>, StoreError> {
        match self.own_file(grant).await? {
            Some(file) => self.own_panel_views(&file).await,
            None => Ok(Vec::new()),
        }
    }

    /// What a clinician explained of panels, in plain words: none in place of what is not released.
    pub(in crate::records) async fn told_of_panels(
        &mut self,
        file: &case_file::Model,
    ) -> Result<Vec<Option<ToldPlainly>>, StoreError> {
        let key = self.key(file.subject_id).await?;
        let mut all = Vec::new();
        for row in self.panel_rows_of(file).await? {
            let plain = open_text(&key, super::TABLE, "sealed_plain", row.id, row.sealed_plain.as_deref())?;
            let is_released = told(&row)?.release(Audience::Person, self.now).is_ok();
            let at = row.told_at.filter(|_| is_released && !plain.is_empty());
            all.push(at.map(|at| ToldPlainly { at, text: plain }));
        }
        Ok(all)
    }

    /// The lines of a copy of data: each panel as its person sees it, and one that is kept back for each text that a clinician hands over.
    pub(in crate::records) async fn copied_panels(
        &mut self,
        file: &case_file::Model,
        is_given: bool,
    ) -> Result<Vec<Option<Line>>, StoreError> {
        let mut lines = Vec::new();
        for one in self.own_panel_views(file).await? {
            lines.push(is_given.then(|| {
                Line::default()
                    .at("at", one.opened_at)
                    .text("number", one.number.to_string())
                    .word("what", PanelKind::FAMILY, one.kind.word())
                    .word("state", PanelState::FAMILY, one.state.word())
            }));
        }
        for row in self.panel_rows_of(file).await? {
            macro_rules! counted {
                ($entity:ident) => {
                    $entity::Entity::find()
                        .filter($entity::Column::ControllerId.eq(row.controller_id))
                        .filter($entity::Column::PanelId.eq(row.id))
                        .count(&self.transaction)
                        .await?
                };
            }
            let kept_back = 1 + counted!(e) + counted!(s) + counted!(v);
            lines.resize(lines.len() + usize::try_from(kept_back).unwrap_or(usize::MAX), None);
        }
        Ok(lines)
    }
}
