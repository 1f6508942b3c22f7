//! Everything kept about a person, for the person (articles 15, 20), with the content of files.

use crate::StoreError;
use crate::entities::{attachment, enquiry};
use crate::records::Work;
use crate::records::enquiries::read::Enquiry;
use ariane_domain::access::grant::{Grant, UseOwnRights};
use ariane_domain::enquiry::RequesterKind;
use ariane_privacy::seal::Place;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder};
use uuid::Uuid;

/// A file with its content.
#[derive(Debug, Clone)]
pub struct CopiedFile {
    /// Attachment.
    pub id: Uuid,
    /// Content.
    pub bytes: Vec<u8>,
}

/// What is kept about a person.
#[derive(Debug, Clone)]
pub struct Copy {
    /// Their enquiries in the order in which they came.
    pub enquiries: Vec<Enquiry>,
    /// Files of their messages.
    pub files: Vec<CopiedFile>,
    /// Whether parts were left out because they are another person's (duty D24; article 15(4)).
    pub leaves_out_another: bool,
}

impl Work<'_> {
    /// Everything kept about who holds the link of the grant's enquiry: all their enquiries, also those that were linked
    /// as the same person's.
    ///
    /// Where somebody asked for another, the copy holds what they wrote and what they were answered, not what is noted
    /// about the other.
    pub async fn whole_copy(&mut self, grant: &Grant<UseOwnRights>) -> Result<Copy, StoreError> {
        self.note(grant).await?;
        let controller = grant.facts().controller;
        let row = self.enquiry_row(controller, grant.facts().enquiry).await?;
        let persons = self.same_person(controller, row.requester_id).await?;
        let rows = enquiry::Entity::find()
            .filter(enquiry::Column::ControllerId.eq(controller))
            .filter(enquiry::Column::RequesterId.is_in(persons))
            .order_by_asc(enquiry::Column::ReceivedAt)
            .all(&self.transaction)
            .await?;
        let mut copy = Copy { enquiries: Vec::new(), files: Vec::new(), leaves_out_another: false };
        for row in rows {
            copy.files.extend(self.files_of(&row).await?);
            let speaks_for_another =
                RequesterKind::from_word(&row.requester_kind).is_some_and(RequesterKind::speaks_for_another);
            let mut opened = self.open_enquiry(row).await?;
            if speaks_for_another && opened.concerned.is_some() {
                copy.leaves_out_another = true;
                opened.concerned = None;
                opened.texts.note.clear();
                opened.texts.summary.clear();
            }
            copy.enquiries.push(opened);
        }
        Ok(copy)
    }

    async fn files_of(&mut self, row: &enquiry::Model) -> Result<Vec<CopiedFile>, StoreError> {
        let key = self.key(row.subject_id).await?;
        let files = attachment::Entity::find()
            .filter(attachment::Column::ControllerId.eq(row.controller_id))
            .filter(attachment::Column::EnquiryId.eq(row.id))
            .filter(attachment::Column::SealedBytes.is_not_null())
            .order_by_asc(attachment::Column::Id)
            .all(&self.transaction)
            .await?;
        let mut copied = Vec::with_capacity(files.len());
        for file in files {
            if let Some(sealed) = &file.sealed_bytes {
                let bytes = key.open(Place::new("attachment", "sealed_bytes", file.id), sealed)?.to_vec();
                copied.push(CopiedFile { id: file.id, bytes });
            }
        }
        Ok(copied)
    }
}
