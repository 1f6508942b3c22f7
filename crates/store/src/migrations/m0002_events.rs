//! Editors' events and trainings over those of the starter set.

use sea_orm_migration::prelude::*;
use sea_orm_migration::schema::{integer, string, text, uuid};

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        manager
            .create_table(
                Table::create()
                    .table("directory_event")
                    .if_not_exists()
                    .col(uuid("controller_id"))
                    .col(string("id"))
                    .col(string("organisation"))
                    .col(text("content"))
                    .col(uuid("import_id"))
                    .col(integer("position"))
                    .primary_key(Index::create().col("controller_id").col("id"))
                    .to_owned(),
            )
            .await?;
        manager
            .alter_table(
                Table::alter()
                    .table("directory_import")
                    .add_column_if_not_exists(integer("events").default(0))
                    .to_owned(),
            )
            .await
    }
}
