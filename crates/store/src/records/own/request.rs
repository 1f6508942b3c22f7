//! Requests about data with their clock (articles 12 to 22): made online, or written down when they came on paper.

use crate::StoreError;
use crate::entities::data_request;
use crate::records::{Work, open_text, seal_text};
use ariane_domain::access::grant::{Act, Grant, ProtectData, UseOwnRights};
use ariane_domain::protection::rights::{self, Right, Standing, Way};
use chrono::{DateTime, Utc};
use sea_orm::ActiveValue::Set;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder};
use uuid::Uuid;

const TABLE: &str = "data_request";

/// A request, as the data protection officer sees it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DataRequest {
    /// Id.
    pub id: Uuid,
    /// Number as people say it.
    pub number: i64,
    /// The enquiry that it is about.
    pub enquiry: Option<Uuid>,
    /// What is asked for.
    pub right: Right,
    /// How it came.
    pub way: Way,
    /// Where it stands.
    pub standing: Standing,
    /// The officer's own note.
    pub note: String,
    /// When it came.
    pub received_at: DateTime<Utc>,
    /// By when it is answered.
    pub due_at: DateTime<Utc>,
    /// From when on an erasure may be carried out.
    pub effective_at: Option<DateTime<Utc>>,
    /// When it ended.
    pub closed_at: Option<DateTime<Utc>>,
    /// Version, for changes.
    pub version: i32,
}

/// A request to be kept.
#[derive(Debug, Clone)]
pub struct NewDataRequest<'a> {
    /// The enquiry that it is about.
    pub enquiry: Option<Uuid>,
    /// What is asked for.
    pub right: Right,
    /// How it came.
    pub way: Way,
    /// Where it stands from the beginning: what the application does at once is done.
    pub standing: Standing,
    /// The officer's own note.
    pub note: &'a str,
    /// When it came.
    pub received_at: DateTime<Utc>,
    /// From when on an erasure may be carried out.
    pub effective_at: Option<DateTime<Utc>>,
}

impl Work<'_> {
    async fn insert_request(
        &mut self,
        controller: Uuid,
        new: &NewDataRequest<'_>,
    ) -> Result<i64, StoreError> {
        let id = self.id()?;
        let number = self.next_number(controller, TABLE).await?;
        let key = self.records.installation_key();
        data_request::Entity::insert(data_request::ActiveModel {
            controller_id: Set(controller),
            id: Set(id),
            number: Set(number),
            enquiry_id: Set(new.enquiry),
            kind: Set(new.right.word().to_owned()),
            way: Set(new.way.word().to_owned()),
            state: Set(new.standing.word().to_owned()),
            sealed_note: Set(seal_text(&key, TABLE, "sealed_note", id, new.note)?),
            received_at: Set(new.received_at),
            due_at: Set(rights::due(new.received_at)),
            effective_at: Set(new.effective_at),
            closed_at: Set((!new.standing.is_open()).then_some(self.now)),
            version: Set(1),
        })
        .exec_without_returning(&self.transaction)
        .await?;
        Ok(number)
    }

    /// Keeps what the person asked for through their link.
    pub async fn ask_own(
        &mut self,
        grant: &Grant<UseOwnRights>,
        right: Right,
        standing: Standing,
        effective_at: Option<DateTime<Utc>>,
    ) -> Result<i64, StoreError> {
        let controller = grant.facts().controller;
        let enquiry = grant.facts().enquiry.ok_or(StoreError::NotThere)?;
        let new = NewDataRequest {
            enquiry: Some(enquiry),
            right,
            way: Way::Online,
            standing,
            note: "",
            received_at: self.now,
            effective_at,
        };
        let number = self.insert_request(controller, &new).await?;
        self.event(controller, enquiry, "right-asked", right.word(), &grant.actor().pseudonym()).await?;
        self.note(grant).await?;
        Ok(number)
    }

    /// Writes down what came by telephone or on paper.
    pub async fn record_request(
        &mut self,
        grant: &Grant<ProtectData>,
        new: &NewDataRequest<'_>,
    ) -> Result<i64, StoreError> {
        let controller = grant.facts().controller;
        if let Some(enquiry) = new.enquiry {
            self.enquiry_row(controller, Some(enquiry)).await?;
        }
        let number = self.insert_request(controller, new).await?;
        self.note(grant).await?;
        Ok(number)
    }

    /// All requests: open ones first, by their clock.
    pub async fn data_requests(
        &mut self,
        grant: &Grant<ProtectData>,
    ) -> Result<Vec<DataRequest>, StoreError> {
        self.note(grant).await?;
        let rows = data_request::Entity::find()
            .filter(data_request::Column::ControllerId.eq(grant.facts().controller))
            .order_by_asc(data_request::Column::DueAt)
            .all(&self.transaction)
            .await?;
        let mut requests: Vec<DataRequest> =
            rows.iter().map(|row| self.read_request(row)).collect::<Result<_, _>>()?;
        requests.sort_by_key(|r| !r.standing.is_open());
        Ok(requests)
    }

    fn read_request(&self, row: &data_request::Model) -> Result<DataRequest, StoreError> {
        let damaged = || StoreError::Damaged(format!("{TABLE}/{}", row.id));
        let key = self.records.installation_key();
        Ok(DataRequest {
            id: row.id,
            number: row.number,
            enquiry: row.enquiry_id,
            right: Right::from_word(&row.kind).ok_or_else(damaged)?,
            way: Way::from_word(&row.way).ok_or_else(damaged)?,
            standing: Standing::from_word(&row.state).ok_or_else(damaged)?,
            note: open_text(&key, TABLE, "sealed_note", row.id, row.sealed_note.as_deref())?,
            received_at: row.received_at,
            due_at: row.due_at,
            effective_at: row.effective_at,
            closed_at: row.closed_at,
            version: row.version,
        })
    }

    /// The requests of one's own enquiry that are still open.
    pub(crate) async fn open_requests(
        &self,
        controller: Uuid,
        enquiry: Uuid,
    ) -> Result<Vec<DataRequest>, StoreError> {
        let rows = data_request::Entity::find()
            .filter(data_request::Column::ControllerId.eq(controller))
            .filter(data_request::Column::EnquiryId.eq(enquiry))
            .filter(data_request::Column::ClosedAt.is_null())
            .order_by_asc(data_request::Column::DueAt)
            .all(&self.transaction)
            .await?;
        rows.iter().map(|row| self.read_request(row)).collect()
    }

    /// Moves a request on: prolonged, done, refused, cancelled.
    pub async fn move_request(
        &mut self,
        grant: &Grant<ProtectData>,
        id: Uuid,
        version: i32,
        next: Standing,
    ) -> Result<(), StoreError> {
        self.set_standing(grant, id, Some(version), next).await?;
        self.note(grant).await
    }

    pub(crate) async fn set_standing<A: Act>(
        &mut self,
        grant: &Grant<A>,
        id: Uuid,
        version: Option<i32>,
        next: Standing,
    ) -> Result<(), StoreError> {
        let controller = grant.facts().controller;
        let row = data_request::Entity::find_by_id((controller, id))
            .one(&self.transaction)
            .await?
            .ok_or(StoreError::NotThere)?;
        if version.is_some_and(|seen| seen != row.version) {
            return Err(StoreError::Conflict);
        }
        let standing = Standing::from_word(&row.state).ok_or(StoreError::NotPossible)?;
        if !standing.may_become(next) {
            return Err(StoreError::NotPossible);
        }
        let mut set = data_request::ActiveModel {
            state: Set(next.word().to_owned()),
            version: Set(row.version + 1),
            ..Default::default()
        };
        if next == Standing::Extended {
            set.due_at = Set(rights::due_extended(row.received_at));
        }
        if !next.is_open() {
            set.closed_at = Set(Some(self.now));
        }
        let changed = data_request::Entity::update_many()
            .set(set)
            .filter(data_request::Column::ControllerId.eq(controller))
            .filter(data_request::Column::Id.eq(id))
            .filter(data_request::Column::Version.eq(row.version))
            .exec(&self.transaction)
            .await?;
        if changed.rows_affected == 0 { Err(StoreError::Conflict) } else { Ok(()) }
    }
}
