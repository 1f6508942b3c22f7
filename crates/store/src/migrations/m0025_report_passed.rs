//! How the report of a session went to the physician who treats a person, or why it did not.

use sea_orm_migration::prelude::*;
use sea_orm_migration::schema::{blob_null, date_null, string, timestamp_with_time_zone_null, uuid_null};

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let columns = [
            string("passed").default("").to_owned(),
            date_null("passed_on"),
            uuid_null("passed_by"),
            timestamp_with_time_zone_null("passed_at"),
            blob_null("sealed_passed_to"),
        ];
        // SQLite adds one column at a time.
        for column in columns {
            let mut advice = Table::alter();
            advice.table("rcp_advice").add_column_if_not_exists(column);
            manager.alter_table(advice).await?;
        }
        Ok(())
    }
}
