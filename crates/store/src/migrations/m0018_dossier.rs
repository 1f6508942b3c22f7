//! Dossiers that leave a file, with what was approved; cards for an emergency, by which somebody can tell whether a newer one was made.

use super::shape::{index, key, table};
use sea_orm_migration::prelude::*;
use sea_orm_migration::schema::{
    blob_null, date, integer, string, string_null, timestamp_with_time_zone, timestamp_with_time_zone_null,
    uuid, uuid_null,
};

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let mut dossier = table("dossier");
        dossier
            .col(uuid("file_id"))
            .col(uuid("subject_id"))
            .col(string("purpose"))
            .col(uuid_null("recipient_id"))
            .col(string("state"))
            .col(uuid("author_id"))
            .col(timestamp_with_time_zone("made_at"))
            .col(uuid_null("approved_by"))
            .col(timestamp_with_time_zone_null("approved_at"))
            .col(string_null("digest"))
            .col(timestamp_with_time_zone_null("fetched_at"))
            .col(integer("version"))
            .col(blob_null("sealed_order"))
            .col(blob_null("sealed_phenopacket"))
            .col(blob_null("sealed_fhir"))
            .col(blob_null("sealed_bytes"));
        manager.create_table(key(&mut dossier)).await?;
        index(manager, "dossier_by_file", "dossier", &["controller_id", "file_id"], false).await?;
        let mut card = table("emergency_card");
        card.col(uuid("subject_id"))
            .col(string("code_digest"))
            .col(timestamp_with_time_zone("made_at"))
            .col(date("expires_on"));
        manager.create_table(key(&mut card)).await?;
        index(manager, "emergency_card_by_code", "emergency_card", &["code_digest"], true).await?;
        index(manager, "emergency_card_by_subject", "emergency_card", &["controller_id", "subject_id"], false)
            .await
    }
}
