//! The document of the file that holds the outcome of a panel.

use sea_orm_migration::prelude::*;
use sea_orm_migration::schema::uuid_null;

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let mut panel = Table::alter();
        panel.table("panel").add_column_if_not_exists(uuid_null("document_id"));
        manager.alter_table(panel).await
    }
}
