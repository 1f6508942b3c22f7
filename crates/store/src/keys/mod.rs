//! The key store: a database of its own that holds the wrapped key of every person, and nothing else.
//!
//! It is apart from the records so that its backups may be short-lived: a key that was destroyed is then gone for good,
//! however long the backups of the records live. Erasures are also written to a journal, a plain file of ids beside the
//! store, which is replayed each time the key store is opened: a key store that was restored from a backup older than an
//! erasure loses that key again before anybody can use it.

mod entities;
mod migrations;

use crate::StoreError;
use ariane_privacy::master::MasterKey;
use ariane_privacy::seal::DataKey;
use chrono::{DateTime, Utc};
use entities::{erasure, person_key};
use sea_orm::ActiveValue::Set;
use sea_orm::sea_query::OnConflict;
use sea_orm::{
    ColumnTrait, ConnectionTrait, DatabaseConnection, EntityTrait, PaginatorTrait, QueryFilter,
    TransactionTrait,
};
use sea_orm_migration::MigratorTrait;
use std::collections::HashMap;
use std::fs;
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use uuid::Uuid;

/// Ids that one statement takes.
const CHUNK: usize = 500;

/// The key store with the master key that opens it.
#[derive(Debug, Clone)]
pub struct KeyStore {
    db: DatabaseConnection,
    master: MasterKey,
    journal: PathBuf,
}

impl KeyStore {
    /// Opens the key store, brings its tables to the form that this version needs, and replays the journal of erasures.
    ///
    /// `url` is `sqlite://path?mode=rwc` or `postgres://…`, another database than that of the records.
    pub async fn open(url: &str, master: MasterKey, journal: &Path) -> Result<Self, StoreError> {
        let db = crate::connect(url).await?;
        migrations::Migrator::up(&db, None).await?;
        let store = Self { db, master, journal: journal.to_owned() };
        let erased = store.journal()?;
        store.destroy_rows(&erased).await?;
        Ok(store)
    }

    /// The master key.
    pub fn master(&self) -> &MasterKey {
        &self.master
    }

    /// Makes the key of a new person.
    pub async fn create(&self, subject: Uuid, now: DateTime<Utc>) -> Result<DataKey, StoreError> {
        let key = DataKey::random().map_err(|_| StoreError::Sealed)?;
        let wrapped = self.master.wrap(subject, &key)?;
        person_key::Entity::insert(person_key::ActiveModel {
            subject: Set(subject),
            wrapped: Set(wrapped),
            created_at: Set(now),
        })
        .exec_without_returning(&self.db)
        .await?;
        Ok(key)
    }

    /// The keys of these persons; who was erased has none.
    pub async fn find(&self, subjects: &[Uuid]) -> Result<HashMap<Uuid, DataKey>, StoreError> {
        let mut keys = HashMap::with_capacity(subjects.len());
        for chunk in subjects.chunks(CHUNK) {
            let rows = person_key::Entity::find()
                .filter(person_key::Column::Subject.is_in(chunk.iter().copied()))
                .all(&self.db)
                .await?;
            for row in rows {
                keys.insert(row.subject, self.master.unwrap(row.subject, &row.wrapped)?);
            }
        }
        Ok(keys)
    }

    /// Destroys keys for good. The journal comes first: if the machine stops in between, the next start goes on.
    pub async fn destroy(&self, subjects: &[Uuid], now: DateTime<Utc>) -> Result<(), StoreError> {
        self.write_journal(subjects, now)?;
        let transaction = self.db.begin().await?;
        for subject in subjects {
            erasure::Entity::insert(erasure::ActiveModel { subject: Set(*subject), erased_at: Set(now) })
                .on_conflict(OnConflict::column("subject").do_nothing().to_owned())
                .exec_without_returning(&transaction)
                .await?;
        }
        transaction.commit().await?;
        self.destroy_rows(subjects).await
    }

    async fn destroy_rows(&self, subjects: &[Uuid]) -> Result<(), StoreError> {
        for chunk in subjects.chunks(CHUNK) {
            person_key::Entity::delete_many()
                .filter(person_key::Column::Subject.is_in(chunk.iter().copied()))
                .exec(&self.db)
                .await?;
        }
        Ok(())
    }

    fn write_journal(&self, subjects: &[Uuid], now: DateTime<Utc>) -> io::Result<()> {
        let mut file = fs::OpenOptions::new().create(true).append(true).open(&self.journal)?;
        let mut text = String::new();
        for subject in subjects {
            text.push_str(&format!("{subject} {}\n", now.to_rfc3339()));
        }
        file.write_all(text.as_bytes())?;
        file.sync_all()
    }

    fn journal(&self) -> Result<Vec<Uuid>, StoreError> {
        match fs::read_to_string(&self.journal) {
            // A line cut short by a crash belongs to an erasure that was never confirmed to anybody.
            Ok(text) => {
                Ok(text.lines().filter_map(|line| line.split_whitespace().next()?.parse().ok()).collect())
            }
            Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(Vec::new()),
            Err(error) => Err(error.into()),
        }
    }

    /// How many persons have a key.
    pub async fn count(&self) -> Result<u64, StoreError> {
        Ok(person_key::Entity::find().count(&self.db).await?)
    }

    /// Writes a copy of an embedded key store to a file that does not exist yet.
    pub async fn copy_to(&self, file: &Path) -> Result<(), StoreError> {
        self.db.execute_unprepared(&format!("VACUUM INTO '{}'", crate::quoted_path(file)?)).await?;
        Ok(())
    }

    /// Closes the connections.
    pub async fn close(self) -> Result<(), StoreError> {
        Ok(self.db.close().await?)
    }
}
