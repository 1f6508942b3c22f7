//! RCPs: series, sessions, who is invited and which files are listed over time, the advice on each file.

use super::shape::{index, key, table};
use sea_orm_migration::prelude::*;
use sea_orm_migration::schema::{
    blob_null, boolean, date_null, integer, string, text, timestamp_with_time_zone,
    timestamp_with_time_zone_null, uuid, uuid_null,
};

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        self.series(manager).await?;
        self.sessions(manager).await?;
        self.participants(manager).await?;
        self.files(manager).await
    }
}

impl Migration {
    async fn series(&self, manager: &SchemaManager<'_>) -> Result<(), DbErr> {
        let mut series = table("rcp_series");
        series
            .col(string("reality"))
            .col(uuid("coordinator_id"))
            .col(boolean("is_ended"))
            .col(text("rules"))
            .col(integer("version"))
            .col(timestamp_with_time_zone("changed_at"))
            .col(blob_null("sealed_name"))
            .col(blob_null("sealed_place"))
            .col(blob_null("sealed_link"));
        manager.create_table(key(&mut series)).await
    }

    async fn sessions(&self, manager: &SchemaManager<'_>) -> Result<(), DbErr> {
        let mut session = table("rcp_session");
        session
            .col(uuid("series_id"))
            .col(date_null("nominal"))
            .col(string("reality"))
            .col(uuid("coordinator_id"))
            .col(timestamp_with_time_zone("starts_at"))
            .col(integer("minutes"))
            .col(string("state"))
            .col(timestamp_with_time_zone("changed_at"))
            .col(timestamp_with_time_zone_null("invited_at"))
            .col(string("quorum"))
            .col(text("rules"))
            .col(uuid_null("validated_by"))
            .col(timestamp_with_time_zone_null("validated_at"))
            .col(timestamp_with_time_zone_null("first_validated_at"))
            .col(uuid_null("signed_by"))
            .col(timestamp_with_time_zone_null("signed_at"))
            .col(timestamp_with_time_zone_null("cancelled_at"))
            .col(integer("sequence"))
            .col(integer("report_revision"))
            .col(integer("version"))
            .col(blob_null("sealed_place"))
            .col(blob_null("sealed_link"))
            .col(blob_null("sealed_report"));
        manager.create_table(key(&mut session)).await?;
        let columns = ["controller_id", "series_id", "starts_at"];
        index(manager, "rcp_session_by_series", "rcp_session", &columns, false).await?;
        index(manager, "rcp_session_by_time", "rcp_session", &["controller_id", "starts_at"], false).await
    }

    async fn participants(&self, manager: &SchemaManager<'_>) -> Result<(), DbErr> {
        let mut participant = table("rcp_participant");
        participant
            .col(uuid("session_id"))
            .col(uuid("account_id"))
            .col(string("specialty"))
            .col(timestamp_with_time_zone("from_at"))
            .col(timestamp_with_time_zone_null("until_at"))
            .col(string("answer"))
            .col(boolean("is_present"));
        manager.create_table(key(&mut participant)).await?;
        let columns = ["controller_id", "session_id", "account_id"];
        index(manager, "rcp_participant_of_session", "rcp_participant", &columns, false).await?;
        let columns = ["controller_id", "account_id"];
        index(manager, "rcp_participant_by_account", "rcp_participant", &columns, false).await
    }

    async fn files(&self, manager: &SchemaManager<'_>) -> Result<(), DbErr> {
        let mut listing = table("rcp_listing");
        listing
            .col(uuid("session_id"))
            .col(uuid("file_id"))
            .col(integer("place"))
            .col(timestamp_with_time_zone("from_at"))
            .col(timestamp_with_time_zone_null("until_at"));
        manager.create_table(key(&mut listing)).await?;
        let columns = ["controller_id", "session_id", "file_id"];
        index(manager, "rcp_listing_of_session", "rcp_listing", &columns, false).await?;
        index(manager, "rcp_listing_by_file", "rcp_listing", &["controller_id", "file_id"], false).await?;
        let mut advice = table("rcp_advice");
        advice
            .col(uuid("session_id"))
            .col(uuid("file_id"))
            .col(integer("revision"))
            .col(text("dissent"))
            .col(string("told"))
            .col(uuid_null("told_by"))
            .col(timestamp_with_time_zone_null("told_at"))
            .col(timestamp_with_time_zone("changed_at"))
            .col(blob_null("sealed_text"))
            .col(blob_null("sealed_dissent"))
            .col(blob_null("sealed_plain"));
        manager.create_table(key(&mut advice)).await?;
        let columns = ["controller_id", "session_id", "file_id"];
        index(manager, "rcp_advice_once", "rcp_advice", &columns, true).await?;
        index(manager, "rcp_advice_by_file", "rcp_advice", &["controller_id", "file_id"], false).await
    }
}
