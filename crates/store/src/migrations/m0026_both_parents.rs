//! Which parents signed an agreement, when the second did, and the signed paper beside it.

use sea_orm_migration::prelude::*;
use sea_orm_migration::schema::{date_null, string_null, uuid_null};

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        // SQLite adds one column at a time.
        for column in [string_null("parents"), date_null("second_on"), uuid_null("paper_id")] {
            let mut consent = Table::alter();
            consent.table("consent").add_column_if_not_exists(column);
            manager.alter_table(consent).await?;
        }
        Ok(())
    }
}
