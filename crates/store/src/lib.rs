//! All SQL is here: one code for SQLite and PostgreSQL.
//!
//! Rules that every table keeps (see `docs/architecture.md`): keys made in the program (UUIDv7 or a
//! stable slug), the controlling organisation as leading key column, text instead of database enums,
//! no triggers, no database time. Reference data is never here; it is a snapshot beside the store.

pub mod accounts;
pub mod directory;
mod entities;
pub mod events;
mod migrations;

use sea_orm::{ConnectOptions, ConnectionTrait, Database, DatabaseConnection, DbErr};
use sea_orm_migration::MigratorTrait;
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
    /// A sealed value does not open, or cannot be sealed.
    #[error(transparent)]
    Seal(#[from] ariane_privacy::seal::SealError),
    /// No randomness for an id or a token.
    #[error(transparent)]
    NoRandomness(#[from] ariane_privacy::random::NoRandomness),
}

/// The store of an installation.
#[derive(Debug, Clone)]
pub struct Store {
    db: DatabaseConnection,
}

impl Store {
    /// Opens the store and brings its tables to the form that this version needs.
    ///
    /// `url` is `sqlite://path?mode=rwc` or `postgres://…`.
    pub async fn connect(url: &str) -> Result<Self, StoreError> {
        let mut options = ConnectOptions::new(url);
        options.sqlx_logging(false).connect_timeout(Duration::from_secs(10));
        let is_sqlite = url.starts_with("sqlite:");
        // One connection writes and reads the embedded file: the finder itself works from memory.
        options.max_connections(if is_sqlite { 1 } else { 8 });
        let db = Database::connect(options).await?;
        if is_sqlite {
            db.execute_unprepared("PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON; PRAGMA busy_timeout = 5000;")
                .await?;
        }
        migrations::Migrator::up(&db, None).await?;
        Ok(Self { db })
    }

    /// Whether the database answers, for the health page.
    pub async fn ping(&self) -> Result<(), StoreError> {
        Ok(self.db.ping().await?)
    }

    /// Closes the connections.
    pub async fn close(self) -> Result<(), StoreError> {
        Ok(self.db.close().await?)
    }
}
