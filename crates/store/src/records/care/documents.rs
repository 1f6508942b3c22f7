//! Documents of a file (duty D50): kept like the files of a message, opened by the pair, and by who may read the file for an
//! RCP where the document was meant for it. A document never changes; it is taken away with a reason.

use crate::StoreError;
use crate::entities::{case_document as d, case_file};
use crate::records::cell::{CellError, staff};
use crate::records::own::copy::CopiedFile;
use crate::records::{Work, open_bytes, seal_bytes, seal_text};
use ariane_domain::access::grant::{Grant, ReadCase, WriteCase};
use ariane_domain::cell::document::{DocumentFault, DocumentKind, DocumentSource, is_copied, may_add};
use ariane_domain::cell::letter::ToldBook;
use ariane_domain::cell::told::Audience;
use chrono::{DateTime, Utc};
use sea_orm::ActiveValue::Set;
use sea_orm::{ColumnTrait, EntityTrait, PaginatorTrait, QueryFilter, QueryOrder, QuerySelect};
use uuid::Uuid;

const TABLE: &str = "case_document";

/// A document to be kept, judged before by what its bytes show.
#[derive(Debug, Clone, Copy)]
pub struct NewDocument<'d> {
    /// What it is.
    pub kind: DocumentKind,
    /// From whom it came.
    pub source: DocumentSource,
    /// Whether who reads the file for an RCP may open it.
    pub is_for_rcp: bool,
    /// Name, without any path.
    pub name: &'d str,
    /// Words beside it.
    pub about: &'d str,
    /// Type as found by its content.
    pub media_type: &'d str,
    /// Content.
    pub bytes: &'d [u8],
}

/// A document without its content.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Document {
    /// Id.
    pub id: Uuid,
    /// What it is.
    pub kind: DocumentKind,
    /// From whom it came.
    pub source: DocumentSource,
    /// Whether who reads the file for an RCP may open it.
    pub is_for_rcp: bool,
    /// Who added it; nobody of the staff where the person sent it through their private link.
    pub author: Uuid,
    /// When.
    pub at: DateTime<Utc>,
    /// Type as found by its content.
    pub media_type: String,
    /// Size in bytes.
    pub size: i64,
    /// Name.
    pub name: String,
    /// Words beside it.
    pub about: String,
}

impl From<DocumentFault> for CellError {
    fn from(fault: DocumentFault) -> Self {
        match fault {
            DocumentFault::Empty => Self::Rule("document-empty"),
            DocumentFault::TooMany => Self::Rule("document-too-many"),
            DocumentFault::WordsMissing => Self::Rule("words-missing"),
        }
    }
}

/// The columns of a document without its content, in the order of [`Outline`].
const OUTLINE: [d::Column; 10] = [
    d::Column::Id,
    d::Column::Kind,
    d::Column::Source,
    d::Column::IsForRcp,
    d::Column::AuthorId,
    d::Column::At,
    d::Column::MediaType,
    d::Column::Size,
    d::Column::SealedName,
    d::Column::SealedAbout,
];

type Sealed = Option<Vec<u8>>;
type Outline = (Uuid, String, String, bool, Uuid, DateTime<Utc>, String, i64, Sealed, Sealed);

impl Work<'_> {
    /// Documents of a file, the latest first, without their content.
    pub(in crate::records) async fn documents_of(
        &mut self,
        row: &case_file::Model,
    ) -> Result<Vec<Document>, StoreError> {
        let rows: Vec<Outline> = d::Entity::find()
            .select_only()
            .columns(OUTLINE)
            .filter(d::Column::ControllerId.eq(row.controller_id))
            .filter(d::Column::FileId.eq(row.id))
            .order_by_desc(d::Column::At)
            .order_by_desc(d::Column::Id)
            .into_tuple()
            .all(&self.transaction)
            .await?;
        self.open_sealed(
            row,
            TABLE,
            rows,
            |one| one.0,
            |one, open| {
                let (id, kind, source, is_for_rcp, author, at, media_type, size, name, about) = one;
                Ok(Document {
                    id,
                    kind: open.word(DocumentKind::from_word, &kind)?,
                    source: open.word(DocumentSource::from_word, &source)?,
                    is_for_rcp,
                    author,
                    at,
                    media_type,
                    size,
                    name: open.text("sealed_name", &name)?,
                    about: open.text("sealed_about", &about)?,
                })
            },
        )
        .await
    }

    /// Adds a document; what the file waited for has arrived.
    pub async fn add_document(
        &mut self,
        grant: &Grant<WriteCase>,
        new: &NewDocument<'_>,
    ) -> Result<Uuid, CellError> {
        let row = self.case_row(grant.facts().controller, grant.id()).await?;
        let there = d::Entity::find()
            .filter(d::Column::ControllerId.eq(row.controller_id))
            .filter(d::Column::FileId.eq(row.id))
            .count(&self.transaction)
            .await?;
        may_add(new.kind, new.bytes.len(), new.about, usize::try_from(there).unwrap_or(usize::MAX))?;
        let id = self.insert_document(&row, staff(grant)?.account, new).await?;
        self.care_changed(grant, &row, "document-added", new.kind.word()).await?;
        Ok(id)
    }

    pub(in crate::records) async fn insert_document(
        &mut self,
        row: &case_file::Model,
        author: Uuid,
        new: &NewDocument<'_>,
    ) -> Result<Uuid, StoreError> {
        let (id, key) = (self.id()?, self.key(row.subject_id).await?);
        d::Entity::insert(d::ActiveModel {
            controller_id: Set(row.controller_id),
            id: Set(id),
            file_id: Set(row.id),
            kind: Set(new.kind.word().to_owned()),
            source: Set(new.source.word().to_owned()),
            is_for_rcp: Set(new.is_for_rcp),
            author_id: Set(author),
            at: Set(self.now),
            media_type: Set(new.media_type.to_owned()),
            size: Set(i64::try_from(new.bytes.len()).unwrap_or(i64::MAX)),
            sealed_name: Set(seal_text(&key, TABLE, "sealed_name", id, new.name)?),
            sealed_about: Set(seal_text(&key, TABLE, "sealed_about", id, new.about.trim())?),
            sealed_bytes: Set(Some(seal_bytes(&key, TABLE, id, new.bytes)?)),
        })
        .exec_without_returning(&self.transaction)
        .await?;
        Ok(id)
    }

    /// Says whether who reads the file for an RCP may open a document.
    pub async fn offer_document(
        &mut self,
        grant: &Grant<WriteCase>,
        document: Uuid,
        is_for_rcp: bool,
    ) -> Result<(), CellError> {
        let row = self.case_row(grant.facts().controller, grant.id()).await?;
        let written = d::Entity::update_many()
            .set(d::ActiveModel { is_for_rcp: Set(is_for_rcp), ..d::ActiveModel::default() })
            .filter(d::Column::ControllerId.eq(row.controller_id))
            .filter(d::Column::FileId.eq(row.id))
            .filter(d::Column::Id.eq(document))
            .exec(&self.transaction)
            .await?;
        if written.rows_affected == 0 {
            return Err(StoreError::NotThere.into());
        }
        let detail = if is_for_rcp { "open" } else { "closed" };
        Ok(self.care_changed(grant, &row, "document-offered", detail).await?)
    }

    /// Takes a document away: it came by mistake, or is about somebody else. Its reason stays in the thread.
    pub async fn remove_document(
        &mut self,
        grant: &Grant<WriteCase>,
        document: Uuid,
        why: &str,
    ) -> Result<(), CellError> {
        let row = self.case_row(grant.facts().controller, grant.id()).await?;
        if why.trim().is_empty() {
            return Err(CellError::Rule("reason-missing"));
        }
        let gone = d::Entity::delete_many()
            .filter(d::Column::ControllerId.eq(row.controller_id))
            .filter(d::Column::FileId.eq(row.id))
            .filter(d::Column::Id.eq(document))
            .exec(&self.transaction)
            .await?;
        if gone.rows_affected == 0 {
            return Err(StoreError::NotThere.into());
        }
        self.outcome_taken_away(&row, document).await?;
        self.case_event(grant, &row, "document-removed", "", why.trim()).await?;
        self.track_acted(grant, &row).await?;
        Ok(self.log_case(grant, row.id).await?)
    }

    /// Opens a document for one of the pair. Reading is logged.
    pub async fn read_document(
        &mut self,
        grant: &Grant<ReadCase>,
        document: Uuid,
    ) -> Result<(Document, Vec<u8>), StoreError> {
        let row = self.case_row(grant.facts().controller, grant.id()).await?;
        self.log_case(grant, row.id).await?;
        self.open_document(&row, document).await
    }

    /// A document of a file with its content. Callers have used their grant.
    pub(in crate::records) async fn open_document(
        &mut self,
        row: &case_file::Model,
        document: Uuid,
    ) -> Result<(Document, Vec<u8>), StoreError> {
        let found = self.documents_of(row).await?.into_iter().find(|one| one.id == document);
        let found = found.ok_or(StoreError::NotThere)?;
        let one = d::Entity::find_by_id((row.controller_id, document)).one(&self.transaction).await?;
        let key = self.key(row.subject_id).await?;
        let bytes = open_bytes(&key, TABLE, document, one.and_then(|one| one.sealed_bytes).as_deref())?;
        Ok((found, bytes))
    }

    /// The documents that the copy of a person's data holds, with how many others a clinician hands over (duty D2).
    pub(in crate::records) async fn copied_documents(
        &mut self,
        row: &case_file::Model,
    ) -> Result<(Vec<Document>, usize), StoreError> {
        let documents = self.documents_of(row).await?;
        let care = self.care_of(row).await?;
        let told: ToldBook = super::told::book(&care, self.now);
        let outcomes = self.told_of_filed(row).await?;
        let total = documents.len();
        let given: Vec<Document> = documents
            .into_iter()
            .filter(|one| match outcomes.get(&one.id) {
                // What was explained of one advice tells nothing of the next.
                Some(told) => told.release(Audience::Person, self.now).is_ok(),
                None => is_copied(one.source, one.kind, &told, self.now),
            })
            .collect();
        let kept_back = total - given.len();
        Ok((given, kept_back))
    }

    /// The content of those documents.
    pub(in crate::records) async fn copied_contents(
        &mut self,
        row: &case_file::Model,
    ) -> Result<Vec<CopiedFile>, StoreError> {
        let mut copied = Vec::new();
        for one in self.copied_documents(row).await?.0 {
            let (document, bytes) = self.open_document(row, one.id).await?;
            copied.push(CopiedFile { id: document.id, bytes });
        }
        Ok(copied)
    }
}
