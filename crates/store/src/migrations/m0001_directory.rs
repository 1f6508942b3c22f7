//! Controllers, and editors' rows over the starter directory.

use sea_orm_migration::prelude::*;
use sea_orm_migration::schema::{integer, string, text, timestamp_with_time_zone, uuid};

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        manager
            .create_table(
                Table::create()
                    .table("controller")
                    .if_not_exists()
                    .col(uuid("id").primary_key())
                    .col(string("name"))
                    .col(string("country"))
                    .col(timestamp_with_time_zone("created_at"))
                    .to_owned(),
            )
            .await?;
        manager
            .create_table(
                Table::create()
                    .table("directory_import")
                    .if_not_exists()
                    .col(uuid("controller_id"))
                    .col(uuid("id"))
                    .col(string("file_name"))
                    .col(string("sha256"))
                    .col(integer("organisations"))
                    .col(timestamp_with_time_zone("imported_at"))
                    .primary_key(Index::create().col("controller_id").col("id"))
                    .to_owned(),
            )
            .await?;
        manager
            .create_table(
                Table::create()
                    .table("directory_organisation")
                    .if_not_exists()
                    .col(uuid("controller_id"))
                    .col(string("id"))
                    .col(string("kind"))
                    .col(string("country"))
                    .col(text("content"))
                    .col(uuid("import_id"))
                    .col(integer("position"))
                    .primary_key(Index::create().col("controller_id").col("id"))
                    .to_owned(),
            )
            .await
    }
}
