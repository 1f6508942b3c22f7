//! What the coordinators of the cell see of the service's follow-up, and how they ask for it: words addressed to them, no more.

use super::file::{Beginning, ServiceEntry, ServiceHead};
use crate::StoreError;
use crate::entities::{case_file, service_file as f};
use crate::records::Work;
use crate::records::cell::open::Head;
use crate::records::cell::{CellError, from_json, staff};
use crate::records::open_text;
use ariane_domain::access::grant::{Act, Grant, WriteCase};
use ariane_domain::cell::Reality;
use ariane_domain::service::entry::check;
use ariane_domain::service::{EntryKind, ServiceEnd, ServiceEvent, ServiceState};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder};
use uuid::Uuid;

/// The service's follow-up as the cell sees it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ServiceOutline {
    /// Id.
    pub id: Uuid,
    /// Number.
    pub number: i64,
    /// State.
    pub state: ServiceState,
    /// Why it ended.
    pub end: Option<ServiceEnd>,
    /// Who follows.
    pub holder: Option<Uuid>,
    /// Words between cell and service, the latest first.
    pub words: Vec<ServiceEntry>,
    /// Version.
    pub version: i32,
}

impl Work<'_> {
    async fn service_of_case(&self, row: &case_file::Model) -> Result<Option<f::Model>, StoreError> {
        Ok(f::Entity::find()
            .filter(f::Column::ControllerId.eq(row.controller_id))
            .filter(f::Column::CaseId.eq(row.id))
            .order_by_desc(f::Column::ReceivedAt)
            .one(&self.transaction)
            .await?)
    }

    /// The service's follow-up beside a file of the cell. Callers have used their grant.
    pub(in crate::records) async fn service_outline(
        &mut self,
        row: &case_file::Model,
    ) -> Result<Option<ServiceOutline>, StoreError> {
        let Some(file) = self.service_of_case(row).await? else { return Ok(None) };
        let state = ServiceState::from_word(&file.state);
        Ok(Some(ServiceOutline {
            state: state.ok_or_else(|| StoreError::Damaged(file.id.to_string()))?,
            end: Self::end_of(&file),
            words: self.service_entries(&file, EntryKind::is_read_by_cell).await?,
            id: file.id,
            number: file.number,
            holder: file.holder_id,
            version: file.version,
        }))
    }

    /// Asks the service to follow a person, or to follow them again; `words` say what for.
    pub async fn ask_service(&mut self, grant: &Grant<WriteCase>, words: &str) -> Result<(), CellError> {
        let row = self.case_row(grant.facts().controller, grant.id()).await?;
        let today = self.today();
        let words = check(EntryKind::FromCell, today, words, true, today)?;
        if matches!(row.state.as_str(), "died" | "refused" | "closed") {
            return Err(CellError::Rule("not-possible"));
        }
        match self.service_of_case(&row).await? {
            Some(file) => {
                self.move_service(grant, &file, file.version, ServiceEvent::OfferAgain, &words).await?
            }
            None => {
                let (id, account) = (self.id()?, staff(grant)?.account);
                let key = self.key(row.subject_id).await?;
                let head = open_text(&key, "case_file", "sealed_head", row.id, row.sealed_head.as_deref())?;
                let head: Head = from_json(&head, row.id)?;
                let own = ServiceHead { question: words.clone(), what_matters: head.what_matters };
                let beginning = Beginning {
                    id,
                    subject: row.subject_id,
                    case: Some(row.id),
                    holder: None,
                    reality: Reality::from_word(&row.reality).unwrap_or(Reality::Real),
                    state: ServiceState::Offered,
                    next_on: None,
                };
                self.insert_service(grant, beginning, &own).await?;
                let file = self.service_row(row.controller_id, Some(id)).await?;
                self.insert_entry(&file, account, (EntryKind::FromCell, today), &words).await?;
            }
        }
        self.case_event(grant, &row, "service", ServiceState::Offered.word(), "").await?;
        self.track_acted(grant, &row).await?;
        Ok(self.log_case(grant, row.id).await?)
    }

    /// A word of the cell to the service.
    pub async fn write_to_service(&mut self, grant: &Grant<WriteCase>, words: &str) -> Result<(), CellError> {
        let row = self.case_row(grant.facts().controller, grant.id()).await?;
        let file = self.service_of_case(&row).await?.ok_or(StoreError::NotThere)?;
        let today = self.today();
        let words = check(EntryKind::FromCell, today, words, true, today)?;
        let account = staff(grant)?.account;
        self.write_service(&file, file.version, f::ActiveModel::default()).await?;
        self.insert_entry(&file, account, (EntryKind::FromCell, today), &words).await?;
        self.case_event(grant, &row, "service", "word-out", "").await?;
        self.track_acted(grant, &row).await?;
        Ok(self.log_case(grant, row.id).await?)
    }

    /// Marks in the thread of the cell's file that something came from the service.
    pub(super) async fn tell_cell<A: Act>(
        &mut self,
        grant: &Grant<A>,
        file: &f::Model,
        what: &str,
    ) -> Result<(), StoreError> {
        let Some(case) = file.case_id else { return Ok(()) };
        let row = self.case_row(file.controller_id, Some(case)).await?;
        self.case_event(grant, &row, "service", what, "").await
    }
}
