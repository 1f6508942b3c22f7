//! Files of the psycho-social service and what is written in them (duty D29). What the person asks and every entry are sealed; state
//! and day of the next contact stand in clear, so that the list is worked off.

use super::shape::{index, key, table};
use sea_orm_migration::prelude::*;
use sea_orm_migration::schema::{
    big_integer, blob_null, date, date_null, integer, string, timestamp_with_time_zone, uuid, uuid_null,
};

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let mut file = table("service_file");
        file.col(big_integer("number"))
            .col(uuid("subject_id"))
            .col(uuid_null("case_id"))
            .col(uuid_null("holder_id"))
            .col(string("reality"))
            .col(string("state"))
            .col(string("end_reason"))
            .col(date_null("next_on"))
            .col(timestamp_with_time_zone("received_at"))
            .col(timestamp_with_time_zone("changed_at"))
            .col(integer("version"))
            .col(blob_null("sealed_head"));
        manager.create_table(key(&mut file)).await?;
        let by_number = ["controller_id", "reality", "number"];
        index(manager, "service_file_number", "service_file", &by_number, true).await?;
        let by_state = ["controller_id", "reality", "state", "next_on"];
        index(manager, "service_file_by_state", "service_file", &by_state, false).await?;
        index(manager, "service_file_by_subject", "service_file", &["controller_id", "subject_id"], false)
            .await?;
        index(manager, "service_file_by_case", "service_file", &["controller_id", "case_id"], false).await?;
        let mut entry = table("service_entry");
        entry
            .col(uuid("file_id"))
            .col(string("kind"))
            .col(uuid("author_id"))
            .col(date("on_day"))
            .col(timestamp_with_time_zone("at"))
            .col(blob_null("sealed_text"));
        manager.create_table(key(&mut entry)).await?;
        index(manager, "service_entry_by_file", "service_entry", &["controller_id", "file_id"], false).await
    }
}
