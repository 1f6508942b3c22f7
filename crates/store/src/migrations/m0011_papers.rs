//! Papers of a file, who stands around the person, what they prefer not to know; what presses, and dissent in words.

use super::shape::{index, key, table};
use sea_orm_migration::prelude::*;
use sea_orm_migration::schema::{
    big_integer, blob_null, boolean, integer, string, timestamp_with_time_zone,
    timestamp_with_time_zone_null, uuid,
};

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        self.documents(manager).await?;
        self.people(manager).await?;
        self.meeting(manager).await
    }
}

impl Migration {
    async fn documents(&self, manager: &SchemaManager<'_>) -> Result<(), DbErr> {
        let mut document = table("case_document");
        document
            .col(uuid("file_id"))
            .col(string("kind"))
            .col(string("source"))
            .col(boolean("is_for_rcp"))
            .col(uuid("author_id"))
            .col(timestamp_with_time_zone("at"))
            .col(string("media_type"))
            .col(big_integer("size"))
            .col(blob_null("sealed_name"))
            .col(blob_null("sealed_about"))
            .col(blob_null("sealed_bytes"));
        manager.create_table(key(&mut document)).await?;
        let columns = ["controller_id", "file_id", "at"];
        index(manager, "case_document_by_file", "case_document", &columns, false).await?;
        let mut request = table("record_request");
        request
            .col(uuid("file_id"))
            .col(string("state"))
            .col(timestamp_with_time_zone("from_at"))
            .col(timestamp_with_time_zone("until_at"))
            .col(uuid("author_id"))
            .col(timestamp_with_time_zone("asked_at"))
            .col(timestamp_with_time_zone("changed_at"))
            .col(integer("version"))
            .col(blob_null("sealed_text"));
        manager.create_table(key(&mut request)).await?;
        index(manager, "record_request_by_file", "record_request", &["controller_id", "file_id"], false)
            .await?;
        index(manager, "record_request_by_state", "record_request", &["controller_id", "state"], false).await
    }

    async fn people(&self, manager: &SchemaManager<'_>) -> Result<(), DbErr> {
        let mut contact = table("care_contact");
        contact
            .col(uuid("file_id"))
            .col(uuid("author_id"))
            .col(timestamp_with_time_zone("changed_at"))
            .col(integer("version"))
            .col(blob_null("sealed_text"));
        manager.create_table(key(&mut contact)).await?;
        index(manager, "care_contact_by_file", "care_contact", &["controller_id", "file_id"], false).await?;
        let mut wish = table("care_wish");
        wish.col(uuid("file_id"))
            .col(uuid("author_id"))
            .col(timestamp_with_time_zone("at"))
            .col(timestamp_with_time_zone_null("taken_back_at"))
            .col(blob_null("sealed_rules"))
            .col(blob_null("sealed_text"));
        manager.create_table(key(&mut wish)).await?;
        index(manager, "care_wish_by_file", "care_wish", &["controller_id", "file_id"], false).await?;
        let mut relatives = table("care_relatives");
        relatives
            .col(uuid("file_id"))
            .col(uuid("prescriber_id"))
            .col(timestamp_with_time_zone("asked_at"))
            .col(uuid("author_id"))
            .col(blob_null("sealed_text"));
        manager.create_table(key(&mut relatives)).await?;
        index(manager, "care_relatives_of_file", "care_relatives", &["controller_id", "file_id"], true).await
    }

    async fn meeting(&self, manager: &SchemaManager<'_>) -> Result<(), DbErr> {
        let mut pressing = Table::alter();
        pressing.table("case_file").add_column_if_not_exists(timestamp_with_time_zone_null("pressing_since"));
        manager.alter_table(pressing.to_owned()).await?;
        let mut dissent = Table::alter();
        dissent.table("cell_item").add_column_if_not_exists(blob_null("sealed_dissent"));
        manager.alter_table(dissent.to_owned()).await
    }
}
