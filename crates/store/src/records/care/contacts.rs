//! The contact book of a file.

use crate::StoreError;
use crate::entities::{care_contact as c, case_file};
use crate::records::cell::{CellError, staff, to_json};
use crate::records::{Work, seal_text};
use ariane_domain::access::grant::{Grant, WriteCase};
use ariane_domain::cell::contact::{Contact, ContactFault};
use chrono::{DateTime, Utc};
use sea_orm::ActiveValue::Set;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder};
use uuid::Uuid;

const TABLE: &str = "care_contact";

/// Somebody around the person, as kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KeptContact {
    /// Id.
    pub id: Uuid,
    /// Who, and what they may be told.
    pub contact: Contact,
    /// Who wrote it last.
    pub author: Uuid,
    /// When.
    pub changed_at: DateTime<Utc>,
    /// Version.
    pub version: i32,
}

impl From<ContactFault> for CellError {
    fn from(fault: ContactFault) -> Self {
        Self::Rule(match fault {
            ContactFault::NoName => "contact-no-name",
            ContactFault::NeverTell => "never-tell",
            ContactFault::NotAgreed => "contact-not-agreed",
            ContactFault::NotForThem => "contact-not-for-them",
        })
    }
}

impl Work<'_> {
    pub(super) async fn open_contacts(
        &mut self,
        row: &case_file::Model,
    ) -> Result<Vec<KeptContact>, StoreError> {
        let rows = c::Entity::find()
            .filter(c::Column::ControllerId.eq(row.controller_id))
            .filter(c::Column::FileId.eq(row.id))
            .order_by_asc(c::Column::Id)
            .all(&self.transaction)
            .await?;
        let mut all = self
            .open_sealed(
                row,
                TABLE,
                rows,
                |one| one.id,
                |one, open| {
                    Ok(KeptContact {
                        id: one.id,
                        contact: open.json("sealed_text", &one.sealed_text)?,
                        author: one.author_id,
                        changed_at: one.changed_at,
                        version: one.version,
                    })
                },
            )
            .await?;
        all.sort_by_key(|one| one.contact.role);
        Ok(all)
    }

    /// Keeps somebody in the book: new (`former` is none), or changed as long as nobody else did since.
    pub async fn keep_contact(
        &mut self,
        grant: &Grant<WriteCase>,
        former: Option<(Uuid, i32)>,
        contact: Contact,
    ) -> Result<Uuid, CellError> {
        let row = self.case_row(grant.facts().controller, grant.id()).await?;
        let persons = self.open_persons(row.controller_id, &[row.subject_id]).await?;
        let person = persons.into_iter().next().ok_or(StoreError::NotThere)?;
        let contact = contact.check(&person.identity.contact)?;
        let id = match former {
            Some((id, _)) => id,
            None => self.id()?,
        };
        let key = self.key(row.subject_id).await?;
        let set = c::ActiveModel {
            author_id: Set(staff(grant)?.account),
            changed_at: Set(self.now),
            version: Set(former.map_or(1, |(_, version)| version + 1)),
            sealed_text: Set(seal_text(&key, TABLE, "sealed_text", id, &to_json(&contact)?)?),
            ..c::ActiveModel::default()
        };
        match former {
            None => {
                let new = c::ActiveModel {
                    controller_id: Set(row.controller_id),
                    id: Set(id),
                    file_id: Set(row.id),
                    ..set
                };
                c::Entity::insert(new).exec_without_returning(&self.transaction).await?;
            }
            Some((_, version)) => {
                let written = c::Entity::update_many()
                    .set(set)
                    .filter(c::Column::ControllerId.eq(row.controller_id))
                    .filter(c::Column::FileId.eq(row.id))
                    .filter(c::Column::Id.eq(id))
                    .filter(c::Column::Version.eq(version))
                    .exec(&self.transaction)
                    .await?;
                if written.rows_affected == 0 {
                    return Err(StoreError::Conflict.into());
                }
            }
        }
        self.care_changed(grant, &row, "contact-kept", contact.role.word()).await?;
        Ok(id)
    }

    /// Takes somebody out of the book.
    pub async fn drop_contact(&mut self, grant: &Grant<WriteCase>, contact: Uuid) -> Result<(), CellError> {
        let row = self.case_row(grant.facts().controller, grant.id()).await?;
        let gone = c::Entity::delete_many()
            .filter(c::Column::ControllerId.eq(row.controller_id))
            .filter(c::Column::FileId.eq(row.id))
            .filter(c::Column::Id.eq(contact))
            .exec(&self.transaction)
            .await?;
        if gone.rows_affected == 0 {
            return Err(StoreError::NotThere.into());
        }
        Ok(self.care_changed(grant, &row, "contact-dropped", "").await?)
    }
}
