//! Referrals: to whom a person was passed on, what was said, the link of who has no account; the roster of the hub.

use super::shape::{index, key, table};
use sea_orm_migration::prelude::*;
use sea_orm_migration::schema::{
    big_integer, blob_null, boolean, date, date_null, integer, string, string_null, timestamp_with_time_zone,
    timestamp_with_time_zone_null, uuid, uuid_null,
};

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        self.referrals(manager).await?;
        self.thread(manager).await?;
        self.roster(manager).await
    }
}

impl Migration {
    async fn referrals(&self, manager: &SchemaManager<'_>) -> Result<(), DbErr> {
        let mut referral = table("referral");
        referral
            .col(big_integer("number"))
            .col(uuid("file_id"))
            .col(uuid("subject_id"))
            .col(string("reality"))
            .col(string("kind"))
            .col(string_null("network"))
            .col(string_null("organisation"))
            .col(uuid("recipient_id"))
            .col(string("state"))
            .col(integer("version"))
            .col(uuid("author_id"))
            .col(uuid_null("previous_id"))
            .col(string("request_key"))
            .col(timestamp_with_time_zone("begun_at"))
            .col(timestamp_with_time_zone("since"))
            .col(timestamp_with_time_zone_null("sent_at"))
            .col(timestamp_with_time_zone_null("received_at"))
            .col(timestamp_with_time_zone_null("answered_at"))
            .col(date_null("appointment_on"))
            .col(date_null("seen_on"))
            .col(timestamp_with_time_zone_null("reported_at"))
            .col(timestamp_with_time_zone_null("closed_at"))
            .col(string_null("end_reason"))
            .col(uuid_null("outbox_id"))
            .col(integer("reminders"))
            .col(timestamp_with_time_zone_null("reminded_at"))
            .col(timestamp_with_time_zone_null("deletion_due_at"))
            .col(timestamp_with_time_zone_null("deletion_asked_at"))
            .col(string_null("person_told"))
            .col(string_null("doctor_told"))
            .col(blob_null("sealed_head"))
            .col(blob_null("sealed_packet"));
        manager.create_table(key(&mut referral)).await?;
        let name = "referral";
        index(manager, "referral_by_file", name, &["controller_id", "file_id"], false).await?;
        index(manager, "referral_by_person", name, &["controller_id", "subject_id"], false).await?;
        index(manager, "referral_by_state", name, &["controller_id", "state", "since"], false).await?;
        index(manager, "referral_by_organisation", name, &["controller_id", "organisation"], false).await?;
        // A click that comes twice begins once.
        index(manager, "referral_once", name, &["controller_id", "request_key"], true).await
    }

    async fn thread(&self, manager: &SchemaManager<'_>) -> Result<(), DbErr> {
        let mut event = table("referral_event");
        event
            .col(uuid("referral_id"))
            .col(string("kind"))
            .col(string("detail"))
            .col(string("actor"))
            .col(timestamp_with_time_zone("at"))
            .col(string("request_key"))
            .col(blob_null("sealed_text"));
        manager.create_table(key(&mut event)).await?;
        let columns = ["controller_id", "referral_id", "request_key"];
        // What comes twice is done once.
        index(manager, "referral_event_once", "referral_event", &columns, true).await?;
        let mut link = table("referral_link");
        link.col(uuid("referral_id"))
            .col(string("channel"))
            .col(ColumnDef::new("token_digest").blob().not_null())
            .col(timestamp_with_time_zone("created_at"))
            .col(timestamp_with_time_zone("expires_at"))
            .col(timestamp_with_time_zone_null("ended_at"))
            .col(blob_null("code_digest"))
            .col(string_null("code_channel"))
            .col(uuid_null("code_issued_by"))
            .col(timestamp_with_time_zone_null("code_expires_at"))
            .col(integer("wrong"))
            .col(blob_null("session_digest"))
            .col(timestamp_with_time_zone_null("session_from"))
            .col(timestamp_with_time_zone_null("session_seen_at"));
        manager.create_table(key(&mut link)).await?;
        index(
            manager,
            "referral_link_by_referral",
            "referral_link",
            &["controller_id", "referral_id"],
            false,
        )
        .await?;
        index(manager, "referral_link_by_token", "referral_link", &["token_digest"], true).await?;
        index(manager, "referral_link_by_session", "referral_link", &["session_digest"], false).await
    }

    async fn roster(&self, manager: &SchemaManager<'_>) -> Result<(), DbErr> {
        let mut member = table("hub_member");
        member
            .col(string("networks"))
            .col(string_null("organisation"))
            .col(boolean("has_left"))
            .col(integer("version"))
            .col(timestamp_with_time_zone("changed_at"))
            .col(uuid("author_id"))
            .col(blob_null("sealed_text"));
        manager.create_table(key(&mut member)).await?;
        let mut absence = table("hub_absence");
        absence
            .col(uuid("member_id"))
            .col(date("from_day"))
            .col(date("until_day"))
            .col(uuid_null("deputy_id"))
            .col(uuid("author_id"));
        manager.create_table(key(&mut absence)).await?;
        index(manager, "hub_absence_by_member", "hub_absence", &["controller_id", "member_id"], false).await
    }
}
