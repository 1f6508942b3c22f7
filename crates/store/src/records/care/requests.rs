//! Requests for access to the hospital's own record (duty D22): written, answered, and followed until the hospital confirmed
//! that the access is closed again.

use crate::StoreError;
use crate::entities::{case_file, record_request as r};
use crate::records::cell::{CellError, acting, staff, to_json};
use crate::records::{Work, seal_text};
use ariane_domain::access::grant::{Grant, WriteCase};
use ariane_domain::cell::Span;
use ariane_domain::cell::hospital::{RecordRequest, RequestChange, RequestFault, RequestState};
use chrono::{DateTime, Utc};
use sea_orm::ActiveValue::Set;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

pub(super) const TABLE: &str = "record_request";

/// The words of a request.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct RequestText {
    /// Hospital and service, as the letter addresses it.
    pub hospital: String,
    /// For whom the access is asked, by name and function.
    pub reader: String,
    /// What they need to see, and why.
    pub why: String,
    /// What the hospital answered.
    #[serde(default)]
    pub answer: String,
}

/// A request with its words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Request {
    /// Id.
    pub id: Uuid,
    /// What the rules need.
    pub rules: RecordRequest,
    /// Words.
    pub text: RequestText,
    /// Who wrote it.
    pub author: Uuid,
    /// When.
    pub asked_at: DateTime<Utc>,
    /// Version.
    pub version: i32,
}

impl From<RequestFault> for CellError {
    fn from(fault: RequestFault) -> Self {
        match fault {
            RequestFault::Refused(refused) => refused.into(),
            RequestFault::NoEnd => Self::Rule("record-no-end"),
        }
    }
}

/// A request as the rules see it.
pub(super) fn rules(row: &r::Model) -> Result<RecordRequest, StoreError> {
    Ok(RecordRequest {
        span: Span::new(row.from_at, row.until_at),
        state: RequestState::from_word(&row.state).ok_or_else(|| StoreError::Damaged(row.id.to_string()))?,
        changed_at: row.changed_at,
    })
}

impl Work<'_> {
    pub(super) async fn record_requests(
        &mut self,
        row: &case_file::Model,
    ) -> Result<Vec<Request>, StoreError> {
        let rows = r::Entity::find()
            .filter(r::Column::ControllerId.eq(row.controller_id))
            .filter(r::Column::FileId.eq(row.id))
            .order_by_desc(r::Column::AskedAt)
            .order_by_desc(r::Column::Id)
            .all(&self.transaction)
            .await?;
        self.open_sealed(
            row,
            TABLE,
            rows,
            |one| one.id,
            |one, open| {
                Ok(Request {
                    id: one.id,
                    rules: rules(&one)?,
                    text: open.json("sealed_text", &one.sealed_text)?,
                    author: one.author_id,
                    asked_at: one.asked_at,
                    version: one.version,
                })
            },
        )
        .await
    }

    /// Writes a request; who may change one may write it.
    pub async fn ask_record(
        &mut self,
        grant: &Grant<WriteCase>,
        span: Span,
        text: &RequestText,
    ) -> Result<Uuid, CellError> {
        let row = self.case_row(grant.facts().controller, grant.id()).await?;
        let who = staff(grant)?;
        let request = RecordRequest::write(span, self.now)?;
        // Writing is the beginning of what only these may change.
        request.after(RequestChange::Withdraw, &acting(who), self.now)?;
        if text.hospital.trim().is_empty() || text.reader.trim().is_empty() || text.why.trim().is_empty() {
            return Err(CellError::Rule("record-words"));
        }
        let until = request.span.until.ok_or(CellError::Rule("record-no-end"))?;
        if until <= self.now {
            return Err(CellError::Rule("record-no-end"));
        }
        let (id, key) = (self.id()?, self.key(row.subject_id).await?);
        r::Entity::insert(r::ActiveModel {
            controller_id: Set(row.controller_id),
            id: Set(id),
            file_id: Set(row.id),
            state: Set(request.state.word().to_owned()),
            from_at: Set(request.span.from),
            until_at: Set(until),
            author_id: Set(who.account),
            asked_at: Set(self.now),
            changed_at: Set(self.now),
            version: Set(1),
            sealed_text: Set(seal_text(&key, TABLE, "sealed_text", id, &to_json(text)?)?),
        })
        .exec_without_returning(&self.transaction)
        .await?;
        self.care_changed(grant, &row, "record-request", request.state.word()).await?;
        Ok(id)
    }

    /// Moves a request on, with what the hospital said.
    pub async fn change_request(
        &mut self,
        grant: &Grant<WriteCase>,
        request: Uuid,
        version: i32,
        change: RequestChange,
        answer: &str,
    ) -> Result<(), CellError> {
        let row = self.case_row(grant.facts().controller, grant.id()).await?;
        let there = self.record_requests(&row).await?.into_iter().find(|one| one.id == request);
        let there = there.ok_or(StoreError::NotThere)?;
        let next = there.rules.after(change, &acting(staff(grant)?), self.now)?;
        if change == RequestChange::Refuse && answer.trim().is_empty() {
            return Err(CellError::Rule("reason-missing"));
        }
        let said = [there.text.answer.as_str(), answer].map(str::trim);
        let said: Vec<&str> = said.into_iter().filter(|part| !part.is_empty()).collect();
        let text = RequestText { answer: said.join("\n"), ..there.text };
        let key = self.key(row.subject_id).await?;
        let written = r::Entity::update_many()
            .set(r::ActiveModel {
                state: Set(next.state.word().to_owned()),
                changed_at: Set(next.changed_at),
                version: Set(version + 1),
                sealed_text: Set(seal_text(&key, TABLE, "sealed_text", request, &to_json(&text)?)?),
                ..r::ActiveModel::default()
            })
            .filter(r::Column::ControllerId.eq(row.controller_id))
            .filter(r::Column::Id.eq(request))
            .filter(r::Column::Version.eq(version))
            .exec(&self.transaction)
            .await?;
        if written.rows_affected == 0 {
            return Err(StoreError::Conflict.into());
        }
        Ok(self.care_changed(grant, &row, "record-request", next.state.word()).await?)
    }
}
