//! Notes of exchanges between professionals (duty D31). Who was asked, what, and the advice are sealed; the days stand in clear, so
//! that an open question is found.

use super::shape::{index, key, table};
use sea_orm_migration::prelude::*;
use sea_orm_migration::schema::{blob_null, boolean, date, integer, string, timestamp_with_time_zone, uuid};

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let mut exchange = table("case_exchange");
        exchange
            .col(uuid("file_id"))
            .col(string("track"))
            .col(string("sharing"))
            .col(uuid("author_id"))
            .col(uuid("changed_by"))
            .col(timestamp_with_time_zone("changed_at"))
            .col(date("asked_on"))
            .col(boolean("is_open"))
            .col(integer("version"))
            .col(blob_null("sealed_question"))
            .col(blob_null("sealed_advice"));
        manager.create_table(key(&mut exchange)).await?;
        index(manager, "case_exchange_by_file", "case_exchange", &["controller_id", "file_id"], false)
            .await?;
        index(
            manager,
            "case_exchange_by_day",
            "case_exchange",
            &["controller_id", "is_open", "asked_on"],
            false,
        )
        .await
    }
}
