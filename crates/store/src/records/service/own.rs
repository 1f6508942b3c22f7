//! What the person whom an enquiry is about is shown of the service's follow-up: that there is one, and who opened it.

use crate::StoreError;
use crate::entities::{enquiry, service_entry as e, service_file as f};
use crate::records::Work;
use crate::records::own::parts::Line;
use ariane_domain::service::ServiceState;
use sea_orm::{ColumnTrait, EntityTrait, PaginatorTrait, QueryFilter};

impl Work<'_> {
    /// The files of the service about the person of an enquiry; of who asks, where they ask for themselves.
    pub(crate) async fn services_about(&self, row: &enquiry::Model) -> Result<Vec<f::Model>, StoreError> {
        let person = row.concerned_id.unwrap_or(row.requester_id);
        let persons = self.same_person(row.controller_id, person).await?;
        Ok(f::Entity::find()
            .filter(f::Column::ControllerId.eq(row.controller_id))
            .filter(f::Column::SubjectId.is_in(persons))
            .all(&self.transaction)
            .await?)
    }

    /// Their lines in the copy of data: that there is a follow-up and where it stands. What was confided to the service is handed
    /// over by it, as a clinician hands over the cell's: none in the place of each entry.
    pub(in crate::records) async fn copied_services(
        &mut self,
        row: &enquiry::Model,
        is_given: bool,
    ) -> Result<Vec<Option<Line>>, StoreError> {
        let mut lines = Vec::new();
        for file in self.services_about(row).await? {
            let line = Line::default()
                .at("at", file.received_at)
                .word("state", ServiceState::FAMILY, &file.state)
                .day("until-day", file.next_on);
            lines.push(is_given.then_some(line));
            let entries = e::Entity::find()
                .filter(e::Column::ControllerId.eq(file.controller_id))
                .filter(e::Column::FileId.eq(file.id))
                .count(&self.transaction)
                .await?;
            lines.resize(lines.len() + usize::try_from(entries).unwrap_or(usize::MAX), None);
        }
        Ok(lines)
    }
}
