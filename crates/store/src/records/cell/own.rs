//! What a person is given of their file in the copy of their data: what they know already (duty D2).

use crate::StoreError;
use crate::entities::{
    care_call, care_contact, care_letter, care_line, care_mark, care_relatives, care_told, care_way,
    care_wish, case_analysis, case_event, case_exchange, case_file, case_note, cell_item, earlier_wording,
    enquiry, household_member, rcp_listing, record_request,
};
use crate::records::Work;
use crate::records::own::parts::Line;
use ariane_domain::cell::Origin;
use ariane_domain::cell::document::DocumentKind;
use ariane_domain::cell::file::FileState;
use ariane_domain::cell::step::StepState;
use ariane_domain::families::ContactState;
use sea_orm::{ColumnTrait, EntityTrait, PaginatorTrait, QueryFilter};

impl Work<'_> {
    /// The lines of the file that an enquiry became; none in place of what a clinician hands over.
    pub(in crate::records) async fn followed(
        &mut self,
        row: &enquiry::Model,
        is_given: bool,
    ) -> Result<Vec<Option<Line>>, StoreError> {
        let mut lines = self.copied_services(row, is_given).await?;
        let Some(file) = self.file_of_enquiry(row).await? else { return Ok(lines) };
        lines.push(is_given.then(|| {
            Line::default()
                .at("at", file.received_at)
                .text("number", file.number.to_string())
                .word("what", Origin::FAMILY, &file.origin)
                .word("state", FileState::FAMILY, &file.state)
        }));
        for step in self.open_steps(&file).await? {
            let Some(answer) = step.step.answer.filter(|_| is_given) else {
                lines.push(None);
                continue;
            };
            lines.push(Some(
                Line::default()
                    .at("answered-at", answer.at)
                    .word("state", StepState::FAMILY, step.step.state.word())
                    .day("until-day", step.step.due)
                    .text("text", step.text),
            ));
        }
        for told in self.told_of_file(&file).await? {
            lines.push(
                told.filter(|_| is_given)
                    .map(|told| Line::default().at("at", told.at).text("text", told.text)),
            );
        }
        for one in self.open_consents(&file).await? {
            let given = one.given.map(|(_, consent)| consent);
            lines.push(is_given.then(|| {
                Line::default()
                    .at("at", one.asked.0)
                    .word("what", "purpose", one.purpose.word())
                    .day("until-day", given.map(|given| given.until))
                    .at("locked-at", given.and_then(|given| given.withdrawn_at))
                    .text("text", one.recipient)
            }));
        }
        // What was said of the other family before anybody answered, and one's own words; never the other's.
        for one in self.contacts_of(file.controller_id, file.id).await? {
            let words = [one.told, one.way].into_iter().filter(|text| !text.is_empty());
            let words = words.collect::<Vec<_>>().join(" · ");
            lines.push(is_given.then(|| {
                let line = Line::default().at("at", one.asked_at).at("answered-at", one.answered_at);
                line.word("state", ContactState::FAMILY, one.state.word()).text("text", words)
            }));
        }
        lines.extend(self.copied_referrals(&file, is_given).await?);
        lines.extend(self.copied_dossiers(&file, is_given).await?);
        lines.extend(self.copied_panels(&file, is_given).await?);
        let entries = self.copied_entries(&file).await?;
        lines.extend(entries.into_iter().map(|line| line.filter(|_| is_given)));
        let (documents, kept_back) = self.copied_documents(&file).await?;
        let lent = documents.into_iter().map(|one| {
            is_given.then(|| {
                Line::default()
                    .at("at", one.at)
                    .word("what", DocumentKind::FAMILY, one.kind.word())
                    // Under this name its content lies in the folder of files.
                    .text("file", one.id.to_string())
                    .text("text", one.name)
            })
        });
        lines.extend(lent);
        lines.resize(lines.len() + kept_back, None);
        lines.resize(lines.len() + self.kept_back(&file).await?, None);
        Ok(lines)
    }

    /// How many entries of a file a clinician hands over.
    async fn kept_back(&self, file: &case_file::Model) -> Result<usize, StoreError> {
        macro_rules! counted {
            ($entity:ident, $column:ident, $id:expr) => {
                $entity::Entity::find()
                    .filter($entity::Column::ControllerId.eq(file.controller_id))
                    .filter($entity::Column::$column.eq($id))
                    .count(&self.transaction)
                    .await?
            };
        }
        let texts = counted!(case_event, FileId, file.id)
            + counted!(case_analysis, FileId, file.id)
            + counted!(case_note, FileId, file.id)
            + counted!(case_exchange, FileId, file.id)
            + counted!(cell_item, FileId, file.id)
            + counted!(rcp_listing, FileId, file.id)
            + counted!(earlier_wording, TextId, file.id)
            + counted!(care_line, FileId, file.id)
            + counted!(care_mark, FileId, file.id)
            + counted!(care_told, FileId, file.id)
            + counted!(care_letter, FileId, file.id)
            + counted!(care_call, FileId, file.id)
            + counted!(care_way, FileId, file.id)
            + counted!(household_member, FileId, file.id)
            + counted!(record_request, FileId, file.id)
            + counted!(care_contact, FileId, file.id)
            + counted!(care_wish, FileId, file.id)
            + counted!(care_relatives, FileId, file.id);
        Ok(usize::try_from(texts).unwrap_or(usize::MAX))
    }
}
