//! Contacts between two families. Each side's words are sealed with the key of its own person, so that erasing one takes theirs along
//! and leaves the other's.

use super::shape::{index, key, table};
use sea_orm_migration::prelude::*;
use sea_orm_migration::schema::{
    blob_null, integer, string, timestamp_with_time_zone, timestamp_with_time_zone_null, uuid,
};

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let mut contact = table("family_contact");
        contact.col(uuid("asked_by")).col(timestamp_with_time_zone("asked_at"));
        manager.create_table(key(&mut contact)).await?;
        let mut side = table("family_side");
        side.col(uuid("contact_id"))
            .col(uuid("file_id"))
            .col(uuid("subject_id"))
            .col(string("answer"))
            .col(string("means"))
            .col(timestamp_with_time_zone_null("answered_at"))
            .col(integer("version"))
            .col(blob_null("sealed_told"))
            .col(blob_null("sealed_way"));
        manager.create_table(key(&mut side)).await?;
        index(manager, "family_side_by_file", "family_side", &["controller_id", "file_id"], false).await?;
        index(manager, "family_side_by_contact", "family_side", &["controller_id", "contact_id"], false).await
    }
}
