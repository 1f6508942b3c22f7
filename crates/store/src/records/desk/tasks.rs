//! What only a human can do, and calls for a colleague into an open enquiry (duty D46).

use super::account_of;
use crate::StoreError;
use crate::entities::{desk_task, enquiry, mention};
use crate::records::Work;
use ariane_domain::access::grant::{AnswerEnquiry, Grant, ListEnquiries, ReadEnquiry};
pub use ariane_domain::enquiry::TaskKind;
use chrono::{DateTime, Utc};
use sea_orm::ActiveValue::Set;
use sea_orm::sea_query::Expr;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect};
use uuid::Uuid;

/// Most tasks and calls on a page.
const MOST: u64 = 50;

/// A task of an enquiry.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Task {
    /// Id.
    pub id: Uuid,
    /// The enquiry.
    pub enquiry: Uuid,
    /// Its number.
    pub number: i64,
    /// What.
    pub kind: TaskKind,
    /// Until when.
    pub due_at: DateTime<Utc>,
    /// When it was done.
    pub done_at: Option<DateTime<Utc>>,
    /// How it ended: a code.
    pub ending: String,
}

/// A call for a colleague.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Called {
    /// Id.
    pub id: Uuid,
    /// The enquiry.
    pub enquiry: Uuid,
    /// Its number.
    pub number: i64,
    /// Who calls.
    pub by: Uuid,
    /// Who is called.
    pub account: Uuid,
    /// When.
    pub at: DateTime<Utc>,
}

impl Work<'_> {
    pub(crate) async fn add_task(
        &self,
        controller: Uuid,
        enquiry: Uuid,
        kind: TaskKind,
        due_at: DateTime<Utc>,
    ) -> Result<(), StoreError> {
        desk_task::Entity::insert(desk_task::ActiveModel {
            controller_id: Set(controller),
            id: Set(self.id()?),
            enquiry_id: Set(enquiry),
            kind: Set(kind.word().to_owned()),
            due_at: Set(crate::records::micros(due_at)),
            at: Set(self.now),
            done_at: Set(None),
            done_by: Set(None),
            ending: Set(String::new()),
        })
        .exec_without_returning(&self.transaction)
        .await?;
        Ok(())
    }

    /// Adds a task that an enquiry has only once, whether it is still open or was done.
    pub(crate) async fn add_task_once(
        &self,
        row: &enquiry::Model,
        kind: TaskKind,
        due_at: DateTime<Utc>,
        actor: &str,
    ) -> Result<(), StoreError> {
        let had = desk_task::Entity::find()
            .filter(desk_task::Column::ControllerId.eq(row.controller_id))
            .filter(desk_task::Column::EnquiryId.eq(row.id))
            .filter(desk_task::Column::Kind.eq(kind.word()))
            .one(&self.transaction)
            .await?;
        if had.is_none() {
            self.add_task(row.controller_id, row.id, kind, due_at).await?;
            self.event(row.controller_id, row.id, "task", kind.word(), actor).await?;
        }
        Ok(())
    }

    /// Ends the open tasks of enquiries: all, or those of a kind.
    pub(crate) async fn end_tasks(
        &self,
        controller: Uuid,
        enquiries: impl IntoIterator<Item = Uuid>,
        kind: Option<TaskKind>,
        by: Option<Uuid>,
        ending: &str,
    ) -> Result<(), StoreError> {
        let set = desk_task::ActiveModel {
            done_at: Set(Some(self.now)),
            done_by: Set(by),
            ending: Set(ending.to_owned()),
            ..desk_task::ActiveModel::default()
        };
        let mut ended = desk_task::Entity::update_many()
            .set(set)
            .filter(desk_task::Column::ControllerId.eq(controller))
            .filter(desk_task::Column::EnquiryId.is_in(enquiries))
            .filter(desk_task::Column::DoneAt.is_null());
        if let Some(kind) = kind {
            ended = ended.filter(desk_task::Column::Kind.eq(kind.word()));
        }
        ended.exec(&self.transaction).await?;
        Ok(())
    }

    /// A task was done; `ending` is a word of how, one of [`TaskKind::endings`].
    pub async fn finish_task(
        &mut self,
        grant: &Grant<AnswerEnquiry>,
        task: Uuid,
        ending: &str,
    ) -> Result<(), StoreError> {
        let row = self.enquiry_row(grant.facts().controller, grant.id()).await?;
        let found = desk_task::Entity::find_by_id((row.controller_id, task)).one(&self.transaction).await?;
        let kind = TaskKind::from_word(&found.ok_or(StoreError::NotThere)?.kind);
        let ending = kind.and_then(|kind| kind.ending(ending)).ok_or(StoreError::NotPossible)?;
        let set = desk_task::ActiveModel {
            done_at: Set(Some(self.now)),
            done_by: Set(Some(account_of(grant)?)),
            ending: Set(ending.to_owned()),
            ..desk_task::ActiveModel::default()
        };
        let done = desk_task::Entity::update_many()
            .set(set)
            .filter(desk_task::Column::ControllerId.eq(row.controller_id))
            .filter(desk_task::Column::Id.eq(task))
            .filter(desk_task::Column::EnquiryId.eq(row.id))
            .filter(desk_task::Column::DoneAt.is_null())
            .exec(&self.transaction)
            .await?;
        if done.rows_affected == 0 {
            return Err(StoreError::Conflict);
        }
        self.event(row.controller_id, row.id, "task-done", ending, &grant.actor().pseudonym()).await?;
        self.note(grant).await
    }

    async fn numbered(&self, controller: Uuid, ids: Vec<Uuid>) -> Result<Vec<(Uuid, i64)>, StoreError> {
        Ok(enquiry::Entity::find()
            .select_only()
            .columns([enquiry::Column::Id, enquiry::Column::Number])
            .filter(enquiry::Column::ControllerId.eq(controller))
            .filter(enquiry::Column::Id.is_in(ids))
            .into_tuple()
            .all(&self.transaction)
            .await?)
    }

    async fn tasks(&self, controller: Uuid, rows: Vec<desk_task::Model>) -> Result<Vec<Task>, StoreError> {
        let numbers = self.numbered(controller, rows.iter().map(|r| r.enquiry_id).collect()).await?;
        let read = |row: desk_task::Model| {
            Some(Task {
                id: row.id,
                enquiry: row.enquiry_id,
                number: numbers.iter().find(|(id, _)| *id == row.enquiry_id)?.1,
                kind: TaskKind::from_word(&row.kind)?,
                due_at: row.due_at,
                done_at: row.done_at,
                ending: row.ending,
            })
        };
        Ok(rows.into_iter().filter_map(read).collect())
    }

    /// The tasks of an enquiry.
    pub async fn tasks_of(&self, grant: &Grant<ReadEnquiry>) -> Result<Vec<Task>, StoreError> {
        let controller = grant.facts().controller;
        let rows = desk_task::Entity::find()
            .filter(desk_task::Column::ControllerId.eq(controller))
            .filter(desk_task::Column::EnquiryId.eq(grant.id().ok_or(StoreError::NotThere)?))
            .order_by_asc(desk_task::Column::At)
            .all(&self.transaction)
            .await?;
        self.tasks(controller, rows).await
    }

    /// Open tasks of all enquiries, due soonest first.
    pub async fn tasks_open(&self, grant: &Grant<ListEnquiries>) -> Result<Vec<Task>, StoreError> {
        let controller = grant.facts().controller;
        let rows = desk_task::Entity::find()
            .filter(desk_task::Column::ControllerId.eq(controller))
            .filter(desk_task::Column::DoneAt.is_null())
            .order_by_asc(desk_task::Column::DueAt)
            .limit(MOST)
            .all(&self.transaction)
            .await?;
        self.tasks(controller, rows).await
    }

    /// Calls a colleague into the enquiry. Who is called twice is called once.
    pub async fn call_in(&mut self, grant: &Grant<AnswerEnquiry>, colleague: Uuid) -> Result<(), StoreError> {
        let row = self.enquiry_row(grant.facts().controller, grant.id()).await?;
        let waiting = mention::Entity::find()
            .filter(mention::Column::ControllerId.eq(row.controller_id))
            .filter(mention::Column::EnquiryId.eq(row.id))
            .filter(mention::Column::AccountId.eq(colleague))
            .filter(mention::Column::SeenAt.is_null())
            .one(&self.transaction)
            .await?;
        if waiting.is_none() {
            mention::Entity::insert(mention::ActiveModel {
                controller_id: Set(row.controller_id),
                id: Set(self.id()?),
                enquiry_id: Set(row.id),
                account_id: Set(colleague),
                called_by: Set(account_of(grant)?),
                at: Set(self.now),
                seen_at: Set(None),
            })
            .exec_without_returning(&self.transaction)
            .await?;
            self.event(row.controller_id, row.id, "called-in", "", &grant.actor().pseudonym()).await?;
        }
        self.note(grant).await
    }

    /// Calls that wait for an answer: to whom asks, or of one enquiry.
    pub async fn calls(&self, grant: &Grant<ListEnquiries>) -> Result<Vec<Called>, StoreError> {
        let controller = grant.facts().controller;
        let rows = mention::Entity::find()
            .filter(mention::Column::ControllerId.eq(controller))
            .filter(mention::Column::AccountId.eq(account_of(grant)?))
            .filter(mention::Column::SeenAt.is_null())
            .order_by_asc(mention::Column::At)
            .limit(MOST)
            .all(&self.transaction)
            .await?;
        self.called(controller, rows).await
    }

    /// Calls of an enquiry that wait for an answer.
    pub async fn calls_of(&self, grant: &Grant<ReadEnquiry>) -> Result<Vec<Called>, StoreError> {
        let controller = grant.facts().controller;
        let rows = mention::Entity::find()
            .filter(mention::Column::ControllerId.eq(controller))
            .filter(mention::Column::EnquiryId.eq(grant.id().ok_or(StoreError::NotThere)?))
            .filter(mention::Column::SeenAt.is_null())
            .all(&self.transaction)
            .await?;
        self.called(controller, rows).await
    }

    async fn called(&self, controller: Uuid, rows: Vec<mention::Model>) -> Result<Vec<Called>, StoreError> {
        let numbers = self.numbered(controller, rows.iter().map(|r| r.enquiry_id).collect()).await?;
        let read = |row: mention::Model| {
            Some(Called {
                id: row.id,
                enquiry: row.enquiry_id,
                number: numbers.iter().find(|(id, _)| *id == row.enquiry_id)?.1,
                by: row.called_by,
                account: row.account_id,
                at: row.at,
            })
        };
        Ok(rows.into_iter().filter_map(read).collect())
    }

    /// Who was called has come: their own calls to this enquiry are answered.
    pub async fn come(&self, grant: &Grant<ReadEnquiry>) -> Result<(), StoreError> {
        mention::Entity::update_many()
            .col_expr(mention::Column::SeenAt, Expr::value(Some(self.now)))
            .filter(mention::Column::ControllerId.eq(grant.facts().controller))
            .filter(mention::Column::EnquiryId.eq(grant.id().ok_or(StoreError::NotThere)?))
            .filter(mention::Column::AccountId.eq(account_of(grant)?))
            .filter(mention::Column::SeenAt.is_null())
            .exec(&self.transaction)
            .await?;
        Ok(())
    }
}
