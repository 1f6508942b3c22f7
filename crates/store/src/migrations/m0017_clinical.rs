//! The clinical summary of a file, of which not even the kind of an entry stands in clear; and openings of what an emergency needs.

use super::shape::{index, key, table};
use sea_orm_migration::prelude::*;
use sea_orm_migration::schema::{
    blob_null, integer, string, timestamp_with_time_zone, timestamp_with_time_zone_null, uuid, uuid_null,
};

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let mut entry = table("clinical_entry");
        entry
            .col(uuid("file_id"))
            .col(integer("place"))
            .col(uuid("author_id"))
            .col(timestamp_with_time_zone("changed_at"))
            .col(integer("version"))
            .col(blob_null("sealed_entry"));
        manager.create_table(key(&mut entry)).await?;
        index(manager, "clinical_entry_by_file", "clinical_entry", &["controller_id", "file_id"], false)
            .await?;
        let mut opening = table("emergency_opening");
        opening
            .col(uuid("file_id"))
            .col(uuid("account_id"))
            .col(timestamp_with_time_zone("at"))
            .col(string("state"))
            .col(uuid_null("reviewed_by"))
            .col(timestamp_with_time_zone_null("reviewed_at"))
            .col(blob_null("sealed_reason"));
        manager.create_table(key(&mut opening)).await?;
        index(manager, "emergency_opening_by_at", "emergency_opening", &["controller_id", "at"], false).await
    }
}
