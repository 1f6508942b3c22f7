//! All SQL is here: one code for SQLite and PostgreSQL.
//!
//! Rules that every table keeps (see `docs/architecture.md`): keys made in the program (UUIDv7 or a
//! stable slug), the controlling organisation as leading key column, text instead of database enums,
//! no triggers, no database time. Reference data is never here; it is a snapshot beside the store.
//!
//! * [`directory`], [`events`]: editors' rows, which name no person;
//! * [`keys`]: the key store, a database of its own;
//! * [`records`]: what holds persons' data: only against a grant, sealed, and logged in the same transaction;
//! * [`figures`]: codes and times of records for the figures, and no identity;
//! * [`accounts`]: staff: who they are, how they sign in;
//! * [`audit`]: the tamper-evident log;
//! * [`contention`]: units of work that run into each other, done again.

pub mod accounts;
pub mod audit;
pub mod contention;
pub mod directory;
mod entities;
pub mod events;
pub mod figures;
pub mod keys;
mod marks;
mod migrations;
pub mod records;

use ariane_privacy::random::NoRandomness;
use ariane_privacy::seal::SealError;
use sea_orm::{ConnectOptions, ConnectionTrait, Database, DatabaseConnection, DbErr};
use sea_orm_migration::MigratorTrait;
use std::io;
use std::path::Path;
use std::time::Duration;

/// Why the store could not answer.
#[derive(Debug, thiserror::Error)]
pub enum StoreError {
    /// The database says no. Its words may name values, so they go to the operator, never to a page.
    #[error("the database does not answer as expected")]
    Database(#[from] DbErr),
    /// A stored record cannot be read back.
    #[error("a stored directory entry is damaged: {0}")]
    Damaged(String),
    /// A sealed value does not open, or could not be sealed.
    #[error("a sealed value cannot be opened or made")]
    Sealed,
    /// A file beside the store cannot be read or written.
    #[error("a file beside the store cannot be read or written")]
    File(#[from] io::Error),
    /// Somebody else changed the record meanwhile: nothing was overwritten.
    #[error("somebody else changed this meanwhile")]
    Conflict,
    /// There is no such record.
    #[error("there is no such record")]
    NotThere,
    /// The person's key was destroyed: what it sealed cannot be read by anybody.
    #[error("this person was erased")]
    Erased,
    /// The record's state does not allow the change.
    #[error("the record's state does not allow this")]
    NotPossible,
}

impl From<SealError> for StoreError {
    fn from(_: SealError) -> Self {
        Self::Sealed
    }
}

impl From<NoRandomness> for StoreError {
    fn from(_: NoRandomness) -> Self {
        Self::Sealed
    }
}

/// The store of an installation.
#[derive(Debug, Clone)]
pub struct Store {
    db: DatabaseConnection,
}

/// Opens a database with the settings that both engines need.
pub(crate) async fn connect(url: &str) -> Result<DatabaseConnection, StoreError> {
    let mut options = ConnectOptions::new(url);
    options.sqlx_logging(false).connect_timeout(Duration::from_secs(10));
    let is_sqlite = url.starts_with("sqlite:");
    // One connection writes and reads the embedded file: whoever waits, waits for milliseconds, and never fails as busy.
    options.max_connections(if is_sqlite { 1 } else { 8 });
    let db = Database::connect(options).await?;
    if is_sqlite {
        db.execute_unprepared("PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON; PRAGMA busy_timeout = 5000; PRAGMA secure_delete = ON;")
            .await?;
    }
    Ok(db)
}

/// A path as SQLite's `VACUUM INTO` takes it.
pub(crate) fn quoted_path(file: &Path) -> Result<String, StoreError> {
    let text = file.to_str().ok_or_else(|| io::Error::from(io::ErrorKind::InvalidFilename))?;
    Ok(text.replace('\'', "''"))
}

impl Store {
    /// Opens the store and brings its tables to the form that this version needs.
    ///
    /// `url` is `sqlite://path?mode=rwc` or `postgres://…`.
    pub async fn connect(url: &str) -> Result<Self, StoreError> {
        let db = connect(url).await?;
        migrations::Migrator::up(&db, None).await?;
        Ok(Self { db })
    }

    /// Whether the database answers, for the health page.
    pub async fn ping(&self) -> Result<(), StoreError> {
        Ok(self.db.ping().await?)
    }

    /// Writes a copy of an embedded store to a file that does not exist yet.
    pub async fn copy_to(&self, file: &Path) -> Result<(), StoreError> {
        self.db.execute_unprepared(&format!("VACUUM INTO '{}'", quoted_path(file)?)).await?;
        Ok(())
    }

    /// Closes the connections.
    pub async fn close(self) -> Result<(), StoreError> {
        Ok(self.db.close().await?)
    }
}
