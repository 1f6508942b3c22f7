//! Marks on checklists: the transition to adulthood, and administrative steps.

use crate::StoreError;
use crate::entities::{care_mark as m, case_file};
use crate::records::cell::{CellError, staff};
use crate::records::{Work, seal_text};
use ariane_domain::access::grant::{Grant, WriteCase};
use ariane_domain::cell::plan::{Mark, check_mark};
use chrono::{DateTime, Utc};
use sea_orm::ActiveValue::Set;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder};
use uuid::Uuid;

const TABLE: &str = "care_mark";

/// A checklist.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum List {
    /// Transition to adulthood; its items are words of the domain.
    Transition,
    /// Administrative steps; its items are ids of the country's checklists.
    Administrative,
}

impl List {
    /// Stable word for columns and addresses.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Transition => "transition",
            Self::Administrative => "administrative",
        }
    }
}

/// A mark with its words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MarkText {
    /// Word of a [`List`].
    pub list: String,
    /// Item.
    pub item: String,
    /// What became of it.
    pub mark: Mark,
    /// Who marked it.
    pub author: Uuid,
    /// When.
    pub at: DateTime<Utc>,
    /// Words beside it.
    pub text: String,
}

impl Work<'_> {
    pub(super) async fn open_marks(&mut self, row: &case_file::Model) -> Result<Vec<MarkText>, StoreError> {
        let rows = m::Entity::find()
            .filter(m::Column::ControllerId.eq(row.controller_id))
            .filter(m::Column::FileId.eq(row.id))
            .order_by_asc(m::Column::At)
            .all(&self.transaction)
            .await?;
        self.open_sealed(
            row,
            TABLE,
            rows,
            |one| one.id,
            |one, open| {
                Ok(MarkText {
                    mark: open.word(Mark::from_word, &one.mark)?,
                    text: open.text("sealed_text", &one.sealed_text)?,
                    list: one.list,
                    item: one.item,
                    author: one.author_id,
                    at: one.at,
                })
            },
        )
        .await
    }

    /// Marks an item, or takes its mark back (`mark` is none). The latest mark stands.
    pub async fn mark_item(
        &mut self,
        grant: &Grant<WriteCase>,
        (list, item): (List, &str),
        mark: Option<Mark>,
        words: &str,
    ) -> Result<(), CellError> {
        let row = self.case_row(grant.facts().controller, grant.id()).await?;
        if let Some(mark) = mark {
            check_mark(mark, words)?;
        }
        m::Entity::delete_many()
            .filter(m::Column::ControllerId.eq(row.controller_id))
            .filter(m::Column::FileId.eq(row.id))
            .filter(m::Column::List.eq(list.word()))
            .filter(m::Column::Item.eq(item))
            .exec(&self.transaction)
            .await?;
        if let Some(mark) = mark {
            let (id, key) = (self.id()?, self.key(row.subject_id).await?);
            m::Entity::insert(m::ActiveModel {
                controller_id: Set(row.controller_id),
                id: Set(id),
                file_id: Set(row.id),
                list: Set(list.word().to_owned()),
                item: Set(item.to_owned()),
                mark: Set(mark.word().to_owned()),
                author_id: Set(staff(grant)?.account),
                at: Set(self.now),
                sealed_text: Set(seal_text(&key, TABLE, "sealed_text", id, words.trim())?),
            })
            .exec_without_returning(&self.transaction)
            .await?;
        }
        Ok(self.care_changed(grant, &row, "checklist", list.word()).await?)
    }
}
