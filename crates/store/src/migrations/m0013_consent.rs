//! Agreements of persons, one by one: for which purpose, for whom, from which day to which.

use super::shape::{index, key, table};
use sea_orm_migration::prelude::*;
use sea_orm_migration::schema::{
    blob_null, date_null, integer, string, string_null, timestamp_with_time_zone,
    timestamp_with_time_zone_null, uuid, uuid_null,
};

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let mut consent = table("consent");
        consent
            .col(uuid("file_id"))
            .col(uuid("subject_id"))
            .col(string("purpose"))
            .col(uuid_null("recipient_id"))
            .col(uuid("asked_by"))
            .col(timestamp_with_time_zone("asked_at"))
            .col(string_null("given_by"))
            .col(string_null("means"))
            .col(date_null("from_day"))
            .col(date_null("until_day"))
            .col(timestamp_with_time_zone_null("given_at"))
            .col(timestamp_with_time_zone_null("withdrawn_at"))
            .col(string_null("withdrawn_means"))
            .col(blob_null("sealed_recipient"))
            .col(blob_null("sealed_text"))
            .col(integer("version"));
        manager.create_table(key(&mut consent)).await?;
        index(manager, "consent_by_person", "consent", &["controller_id", "subject_id"], false).await?;
        index(manager, "consent_by_file", "consent", &["controller_id", "file_id", "asked_at"], false).await
    }
}
