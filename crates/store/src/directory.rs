//! Editors' rows of the directory: imported as a whole or not at all, laid over the starter set.

use crate::entities::{controller, directory_import, directory_organisation};
use crate::{Store, StoreError};
use ariane_domain::organisation::Organisation;
use ariane_knowledge::directory::{Directory, starter_organisations};
use chrono::{DateTime, Utc};
use sea_orm::ActiveValue::Set;
use sea_orm::sea_query::OnConflict;
use sea_orm::{DatabaseTransaction, EntityTrait, QueryOrder, TransactionTrait};
use uuid::Uuid;

/// The organisation that runs the installation, for as long as there is only one (duty D15).
pub const OWN_CONTROLLER: Uuid = Uuid::from_u128(1);

/// Rows that one statement takes: SQLite allows 32,766 parameters.
pub(crate) const CHUNK: usize = 1000;

/// An import that is to be stored.
#[derive(Debug, Clone)]
pub struct NewImport<'a> {
    /// UUIDv7 of the import: later imports sort after earlier ones.
    pub id: Uuid,
    /// Name of the file.
    pub file_name: &'a str,
    /// SHA-256 of the file, hexadecimal.
    pub sha256: &'a str,
    /// When it was imported.
    pub at: DateTime<Utc>,
}

/// What an import changes.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Change {
    /// Organisations that were not there.
    pub added: usize,
    /// Organisations that are described otherwise.
    pub changed: usize,
    /// Organisations that stay as they are.
    pub unchanged: usize,
}

/// Writes down that an import took place, within its transaction.
pub(crate) async fn record(
    transaction: &DatabaseTransaction,
    import: &NewImport<'_>,
    organisations: usize,
    events: usize,
) -> Result<(), StoreError> {
    controller::Entity::insert(controller::ActiveModel {
        id: Set(OWN_CONTROLLER),
        name: Set("own".into()),
        country: Set(String::new()),
        created_at: Set(import.at),
    })
    .on_conflict(OnConflict::column("id").do_nothing().to_owned())
    .exec_without_returning(transaction)
    .await?;
    directory_import::Entity::insert(directory_import::ActiveModel {
        controller_id: Set(OWN_CONTROLLER),
        id: Set(import.id),
        file_name: Set(import.file_name.to_owned()),
        sha256: Set(import.sha256.to_owned()),
        organisations: Set(organisations as i32),
        events: Set(events as i32),
        imported_at: Set(import.at),
    })
    .exec_without_returning(transaction)
    .await?;
    Ok(())
}

impl Store {
    /// The starter directory under the imported rows.
    pub async fn directory(&self) -> Result<Directory, StoreError> {
        Ok(Directory::layered([starter_organisations(), self.imported_organisations().await?]))
    }

    /// Imported organisations alone, in the order of their files.
    pub async fn imported_organisations(&self) -> Result<Vec<Organisation>, StoreError> {
        directory_organisation::Entity::find()
            .order_by_asc(directory_organisation::COLUMN.import_id)
            .order_by_asc(directory_organisation::COLUMN.position)
            .all(&self.db)
            .await?
            .into_iter()
            .map(|row| serde_json::from_str(&row.content).map_err(|_| StoreError::Damaged(row.id)))
            .collect()
    }

    /// A mark that changes with every import, of organisations or of events, so that a running server knows when to read again.
    pub async fn directory_mark(&self) -> Result<Option<Uuid>, StoreError> {
        Ok(directory_import::Entity::find()
            .order_by_desc(directory_import::COLUMN.id)
            .one(&self.db)
            .await?
            .map(|row| row.id))
    }

    /// What an import would change.
    pub async fn compare(&self, organisations: &[Organisation]) -> Result<Change, StoreError> {
        let known = Directory::layered([self.imported_organisations().await?]);
        let mut change = Change::default();
        for organisation in organisations {
            match known.get(&organisation.id) {
                None => change.added += 1,
                Some(before) if before == organisation => change.unchanged += 1,
                Some(_) => change.changed += 1,
            }
        }
        Ok(change)
    }

    /// Stores all organisations of a file in one transaction.
    pub async fn import_directory(
        &self,
        import: NewImport<'_>,
        organisations: &[Organisation],
    ) -> Result<Change, StoreError> {
        let change = self.compare(organisations).await?;
        let import_id = import.id;
        let mut rows = Vec::with_capacity(organisations.len());
        for (position, organisation) in organisations.iter().enumerate() {
            let content = serde_json::to_string(organisation)
                .map_err(|_| StoreError::Damaged(organisation.id.clone()))?;
            rows.push(directory_organisation::ActiveModel {
                controller_id: Set(OWN_CONTROLLER),
                id: Set(organisation.id.clone()),
                kind: Set(organisation.kind.word().to_owned()),
                country: Set(organisation.sites.first().map(|s| s.country.to_string()).unwrap_or_default()),
                content: Set(content),
                import_id: Set(import_id),
                position: Set(position as i32),
            });
        }
        let transaction = self.db.begin().await?;
        record(&transaction, &import, organisations.len(), 0).await?;
        while !rows.is_empty() {
            let chunk: Vec<_> = rows.drain(..rows.len().min(CHUNK)).collect();
            directory_organisation::Entity::insert_many(chunk)
                .on_conflict(
                    OnConflict::columns(["controller_id", "id"])
                        .update_columns(["kind", "country", "content", "import_id", "position"])
                        .to_owned(),
                )
                .exec_without_returning(&transaction)
                .await?;
        }
        transaction.commit().await?;
        Ok(change)
    }
}
