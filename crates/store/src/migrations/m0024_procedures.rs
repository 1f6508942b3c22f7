//! Administrative checklists that editors keep: each change is a version of its own, and none is overwritten.

use super::shape::{index, keyed};
use sea_orm_migration::prelude::*;
use sea_orm_migration::schema::{integer, string, text, timestamp_with_time_zone, uuid};

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let mut version = keyed("procedure_version");
        version
            .col(string("list"))
            .col(integer("number"))
            .col(string("state"))
            .col(text("body"))
            .col(uuid("author_id"))
            .col(timestamp_with_time_zone("at"));
        manager.create_table(version).await?;
        let columns = ["controller_id", "list", "number"];
        index(manager, "procedure_version_by_number", "procedure_version", &columns, true).await
    }
}
