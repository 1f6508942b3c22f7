//! Pictures and reports that go with a dossier: those that were chosen while it is a draft, and what was approved of them.

use super::Outline;
use super::release::Form;
use crate::StoreError;
use crate::entities::{case_file, dossier as d, dossier_enclosure as e};
use crate::records::care::documents::Document;
use crate::records::cell::CellError;
use crate::records::{Work, open_bytes, seal_bytes};
use ariane_domain::cell::document::DocumentKind;
use ariane_domain::dossier::approval::Order;
use ariane_domain::dossier::enclosure::may_add;
use ariane_domain::dossier::{DossierState, Enclosed, Enclosure, EnclosureFault};
use sea_orm::ActiveValue::Set;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect};
use uuid::Uuid;

const KEPT: &str = "dossier_enclosure";

/// A document that was chosen, with what it holds; nothing where it is no longer in the file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Chosen {
    /// What was said of it.
    pub enclosure: Enclosure,
    /// The document, uncleaned.
    pub found: Option<(Document, Vec<u8>)>,
}

/// A file as it leaves.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Leaving {
    /// The document that it was made of.
    pub document: Uuid,
    /// What the dossier says of it.
    pub said: Enclosed,
    /// Content, cleaned.
    pub bytes: Vec<u8>,
}

/// Something of an approved dossier, ready to be handed out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Piece {
    /// Name of the file: what it begins with is the pseudonym, by which the recipient calls it.
    pub name: String,
    /// Type of its content.
    pub media_type: String,
    /// Content.
    pub bytes: Vec<u8>,
}

impl From<EnclosureFault> for CellError {
    fn from(fault: EnclosureFault) -> Self {
        Self::Rule(word(fault))
    }
}

/// The word under which a fault is told.
pub const fn word(fault: EnclosureFault) -> &'static str {
    match fault {
        EnclosureFault::Twice => "enclosure-twice",
        EnclosureFault::TooMany => "enclosure-too-many",
        EnclosureFault::TooHeavy => "enclosure-too-heavy",
        EnclosureFault::NotThisKind => "enclosure-not-this-kind",
        EnclosureFault::ReasonMissing => "enclosure-reason-missing",
        EnclosureFault::Gone => "enclosure-gone",
        EnclosureFault::NotCleanable => "enclosure-not-cleanable",
        EnclosureFault::NamesSomebody => "enclosure-names-somebody",
        EnclosureFault::NoText => "enclosure-no-text",
        EnclosureFault::NobodyLooked => "enclosure-nobody-looked",
        EnclosureFault::SaysAFace => "enclosure-says-a-face",
    }
}

impl Work<'_> {
    /// Looks whether what is new in an order may go along, as the documents of the file stand.
    pub(super) async fn check_enclosures(
        &mut self,
        file: &case_file::Model,
        before: &Order,
        after: &Order,
    ) -> Result<(), CellError> {
        let is_new = |one: &Enclosure| !before.enclosures.iter().any(|old| old.document == one.document);
        if !after.enclosures.iter().any(is_new) {
            return Ok(());
        }
        let documents = self.documents_of(file).await?;
        let found = |one: &Enclosure| documents.iter().find(|document| document.id == one.document);
        let mut weight = 0;
        for (at, one) in after.enclosures.iter().enumerate() {
            let document = found(one);
            weight += document.and_then(|one| u64::try_from(one.size).ok()).unwrap_or_default();
            if is_new(one) {
                let document = document.ok_or(EnclosureFault::Gone)?;
                may_add(after.enclosures.get(..at).unwrap_or_default(), one, document.kind, weight)?;
            }
        }
        Ok(())
    }

    /// What was chosen for a draft, with its content.
    pub(super) async fn chosen_enclosures(
        &mut self,
        file: &case_file::Model,
        outline: &Outline,
    ) -> Result<Vec<Chosen>, StoreError> {
        let mut chosen = Vec::new();
        if outline.state != DossierState::Draft {
            return Ok(chosen);
        }
        for enclosure in &outline.order.enclosures {
            let found = match self.open_document(file, enclosure.document).await {
                Ok(found) => Some(found),
                Err(StoreError::NotThere) => None,
                Err(error) => return Err(error),
            };
            chosen.push(Chosen { enclosure: enclosure.clone(), found });
        }
        Ok(chosen)
    }

    /// Keeps the files that were approved.
    pub(super) async fn keep_enclosures(
        &mut self,
        row: &d::Model,
        files: &[Leaving],
    ) -> Result<(), StoreError> {
        let key = self.key(row.subject_id).await?;
        for (at, file) in files.iter().enumerate() {
            let id = self.id()?;
            e::Entity::insert(e::ActiveModel {
                controller_id: Set(row.controller_id),
                id: Set(id),
                dossier_id: Set(row.id),
                subject_id: Set(row.subject_id),
                place: Set(i32::try_from(at + 1).unwrap_or(i32::MAX)),
                kind: Set(file.said.kind.word().to_owned()),
                name: Set(file.said.name.clone()),
                media_type: Set(file.said.media_type.clone()),
                size: Set(i64::try_from(file.bytes.len()).unwrap_or(i64::MAX)),
                sealed_bytes: Set(Some(seal_bytes(&key, KEPT, id, &file.bytes)?)),
            })
            .exec_without_returning(&self.transaction)
            .await?;
        }
        Ok(())
    }

    /// What was approved of the files that go along, in their order, without their content. Who calls this has used their grant.
    pub(in crate::records) async fn approved_enclosures(
        &mut self,
        row: &d::Model,
    ) -> Result<Vec<Enclosed>, StoreError> {
        use e::Column as C;
        let rows: Vec<(String, String, String, i64)> = e::Entity::find()
            .select_only()
            .columns([C::Kind, C::Name, C::MediaType, C::Size])
            .filter(C::ControllerId.eq(row.controller_id))
            .filter(C::DossierId.eq(row.id))
            .order_by_asc(C::Place)
            .into_tuple()
            .all(&self.transaction)
            .await?;
        rows.into_iter()
            .map(|(kind, name, media_type, size)| {
                let kind = DocumentKind::from_word(&kind).ok_or_else(|| super::damaged(row))?;
                Ok(Enclosed { name, kind, media_type, size: usize::try_from(size).unwrap_or_default() })
            })
            .collect()
    }

    /// Something of an approved dossier under the name by which it is handed out. Who calls this has used their grant.
    pub(in crate::records) async fn approved_piece(
        &mut self,
        row: &d::Model,
        form: Form,
    ) -> Result<Piece, StoreError> {
        let pseudonym = self.open_dossier(row).await?.pseudonym;
        let (end, media_type, bytes) = match form {
            Form::Phenopacket | Form::Fhir | Form::Pdf | Form::Matchmaker | Form::CommonData => {
                let (end, media_type) = form.file();
                (end.to_owned(), media_type.to_owned(), self.approved_bytes(row, form).await?)
            }
            Form::Enclosure(place) => {
                let one = e::Entity::find()
                    .filter(e::Column::ControllerId.eq(row.controller_id))
                    .filter(e::Column::DossierId.eq(row.id))
                    .filter(e::Column::Place.eq(i32::from(place)))
                    .one(&self.transaction)
                    .await?
                    .ok_or(StoreError::NotThere)?;
                let key = self.key(row.subject_id).await?;
                let bytes = open_bytes(&key, KEPT, one.id, one.sealed_bytes.as_deref())?;
                (one.name, one.media_type, bytes)
            }
        };
        Ok(Piece { name: format!("{pseudonym}.{end}"), media_type, bytes })
    }
}
