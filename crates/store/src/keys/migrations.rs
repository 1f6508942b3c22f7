//! Migrations of the key store: another database than that of the records.

use sea_orm_migration::prelude::*;
use sea_orm_migration::schema::{blob, timestamp_with_time_zone, uuid};

pub struct Migrator;

#[async_trait::async_trait]
impl MigratorTrait for Migrator {
    fn migrations() -> Vec<Box<dyn MigrationTrait>> {
        vec![Box::new(Keys)]
    }
}

/// Keys and erasures.
struct Keys;

impl MigrationName for Keys {
    fn name(&self) -> &str {
        "k0001_keys"
    }
}

#[async_trait::async_trait]
impl MigrationTrait for Keys {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        manager
            .create_table(
                Table::create()
                    .table("person_key")
                    .if_not_exists()
                    .col(uuid("subject").primary_key())
                    .col(blob("wrapped"))
                    .col(timestamp_with_time_zone("created_at"))
                    .to_owned(),
            )
            .await?;
        manager
            .create_table(
                Table::create()
                    .table("erasure")
                    .if_not_exists()
                    .col(uuid("subject").primary_key())
                    .col(timestamp_with_time_zone("erased_at"))
                    .to_owned(),
            )
            .await
    }
}
