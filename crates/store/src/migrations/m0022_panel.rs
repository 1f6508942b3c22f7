//! Panels and local advice: where each stands, the places of experts, what was said, proposals with votes. The link by which somebody
//! without an account reaches one thing serves referrals and panels alike, and says which.

use super::shape::{index, key, table};
use sea_orm_migration::prelude::*;
use sea_orm_migration::schema::{
    big_integer, blob_null, boolean, integer, string, string_null, timestamp_with_time_zone,
    timestamp_with_time_zone_null, uuid, uuid_null,
};

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        self.links(manager).await?;
        self.panels(manager).await?;
        self.experts(manager).await
    }
}

impl Migration {
    async fn links(&self, manager: &SchemaManager<'_>) -> Result<(), DbErr> {
        manager.rename_table(Table::rename().table("referral_link", "guest_link").to_owned()).await?;
        let renamed = Table::alter().table("guest_link").rename_column("referral_id", "opens_id").to_owned();
        manager.alter_table(renamed).await?;
        let mut opens = ColumnDef::new("opens");
        opens.string().not_null().default("referral");
        manager.alter_table(Table::alter().table("guest_link").add_column(opens).to_owned()).await
    }

    async fn panels(&self, manager: &SchemaManager<'_>) -> Result<(), DbErr> {
        let mut panel = table("panel");
        panel
            .col(big_integer("number"))
            .col(uuid("file_id"))
            .col(uuid("subject_id"))
            .col(uuid("dossier_id"))
            .col(uuid_null("recipient_id"))
            .col(string("reality"))
            .col(string("kind"))
            .col(string_null("network"))
            .col(string("urgency"))
            .col(string("state"))
            .col(integer("version"))
            .col(uuid("author_id"))
            .col(string("request_key"))
            .col(timestamp_with_time_zone("begun_at"))
            .col(timestamp_with_time_zone("since"))
            .col(timestamp_with_time_zone("due_at"))
            .col(uuid_null("case_by"))
            .col(timestamp_with_time_zone_null("case_at"))
            .col(timestamp_with_time_zone_null("opened_at"))
            .col(timestamp_with_time_zone_null("closed_at"))
            .col(timestamp_with_time_zone_null("decided_at"))
            .col(timestamp_with_time_zone_null("asked_at"))
            .col(string_null("end_reason"))
            .col(timestamp_with_time_zone_null("deletion_due_at"))
            .col(timestamp_with_time_zone_null("deletion_asked_at"))
            .col(string("told"))
            .col(uuid_null("told_by"))
            .col(timestamp_with_time_zone_null("told_at"))
            .col(string_null("digest"))
            .col(blob_null("sealed_head"))
            .col(blob_null("sealed_outcome"))
            .col(blob_null("sealed_plain"));
        manager.create_table(key(&mut panel)).await?;
        index(manager, "panel_by_file", "panel", &["controller_id", "file_id"], false).await?;
        index(manager, "panel_by_person", "panel", &["controller_id", "subject_id"], false).await?;
        index(manager, "panel_by_state", "panel", &["controller_id", "state", "due_at"], false).await?;
        // A click that comes twice begins once.
        index(manager, "panel_once", "panel", &["controller_id", "request_key"], true).await
    }

    async fn experts(&self, manager: &SchemaManager<'_>) -> Result<(), DbErr> {
        let mut seat = table("panel_seat");
        seat.col(uuid("panel_id"))
            .col(uuid("subject_id"))
            .col(boolean("is_lead"))
            .col(string("state"))
            .col(integer("version"))
            .col(uuid("named_by"))
            .col(timestamp_with_time_zone("named_at"))
            .col(uuid_null("access_by"))
            .col(timestamp_with_time_zone_null("access_at"))
            .col(timestamp_with_time_zone_null("sent_at"))
            .col(timestamp_with_time_zone_null("seated_at"))
            .col(timestamp_with_time_zone_null("read_at"))
            .col(timestamp_with_time_zone_null("wrote_at"))
            .col(timestamp_with_time_zone_null("ended_at"))
            .col(string_null("decline"))
            .col(uuid_null("outbox_id"))
            .col(blob_null("sealed_card"));
        manager.create_table(key(&mut seat)).await?;
        index(manager, "panel_seat_by_panel", "panel_seat", &["controller_id", "panel_id"], false).await?;
        let mut event = table("panel_event");
        event
            .col(uuid("panel_id"))
            .col(uuid_null("seat_id"))
            .col(string("kind"))
            .col(string("detail"))
            .col(string("actor"))
            .col(timestamp_with_time_zone("at"))
            .col(string("request_key"))
            .col(blob_null("sealed_text"));
        manager.create_table(key(&mut event)).await?;
        // What comes twice is done once.
        index(
            manager,
            "panel_event_once",
            "panel_event",
            &["controller_id", "panel_id", "request_key"],
            true,
        )
        .await?;
        let mut vote = table("panel_vote");
        vote.col(uuid("panel_id"))
            .col(uuid("proposal_id"))
            .col(uuid("seat_id"))
            .col(string("vote"))
            .col(timestamp_with_time_zone("at"))
            .col(blob_null("sealed_why"));
        manager.create_table(key(&mut vote)).await?;
        let one = ["controller_id", "proposal_id", "seat_id"];
        // An expert has one vote on a proposal.
        index(manager, "panel_vote_once", "panel_vote", &one, true).await
    }
}
