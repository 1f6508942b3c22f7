//! The listener's desk: what was confided, hand-overs with the cell's answers, unmet needs, reply templates, saved
//! views, who is at which enquiry, calls for a colleague, tasks that only a human can do.

use super::shape::{index, key, table};
use sea_orm_migration::prelude::*;
use sea_orm_migration::schema::{
    big_integer, blob_null, boolean, integer, string, text, timestamp_with_time_zone,
    timestamp_with_time_zone_null, uuid, uuid_null,
};

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        self.notes(manager).await?;
        self.handovers(manager).await?;
        self.ledger(manager).await?;
        self.desk(manager).await
    }
}

impl Migration {
    async fn notes(&self, manager: &SchemaManager<'_>) -> Result<(), DbErr> {
        let mut note = table("listening_note");
        note.col(uuid("enquiry_id"))
            .col(uuid("author_id"))
            .col(blob_null("sealed_text"))
            .col(timestamp_with_time_zone("at"));
        manager.create_table(key(&mut note)).await?;
        index(manager, "listening_note_by_enquiry", "listening_note", &["controller_id", "enquiry_id"], false)
            .await
    }

    async fn handovers(&self, manager: &SchemaManager<'_>) -> Result<(), DbErr> {
        let mut handover = table("handover");
        handover
            .col(uuid("enquiry_id"))
            .col(string("reason"))
            .col(string("state"))
            .col(blob_null("sealed_message"))
            .col(uuid("sent_by"))
            .col(timestamp_with_time_zone("sent_at"))
            .col(timestamp_with_time_zone_null("received_at"))
            .col(uuid_null("received_by"))
            .col(string("declined"))
            .col(string("returned"))
            .col(integer("version"));
        manager.create_table(key(&mut handover)).await?;
        index(manager, "handover_by_enquiry", "handover", &["controller_id", "enquiry_id"], false).await?;
        index(manager, "handover_by_state", "handover", &["controller_id", "state", "sent_at"], false)
            .await?;
        let mut answer = table("handover_answer");
        answer
            .col(uuid("handover_id"))
            .col(uuid("enquiry_id"))
            .col(string("kind"))
            .col(string("reason"))
            .col(blob_null("sealed_text"))
            .col(uuid("author_id"))
            .col(timestamp_with_time_zone("at"));
        manager.create_table(key(&mut answer)).await?;
        index(
            manager,
            "handover_answer_by_enquiry",
            "handover_answer",
            &["controller_id", "enquiry_id"],
            false,
        )
        .await
    }

    async fn ledger(&self, manager: &SchemaManager<'_>) -> Result<(), DbErr> {
        let mut unmet = table("unmet_need");
        unmet
            .col(uuid("enquiry_id"))
            .col(string("need"))
            .col(string("reason"))
            .col(blob_null("sealed_note"))
            .col(uuid("author_id"))
            .col(timestamp_with_time_zone("at"));
        manager.create_table(key(&mut unmet)).await?;
        index(manager, "unmet_need_by_enquiry", "unmet_need", &["controller_id", "enquiry_id"], false)
            .await?;
        index(manager, "unmet_need_by_time", "unmet_need", &["controller_id", "at"], false).await?;
        let mut task = table("desk_task");
        task.col(uuid("enquiry_id"))
            .col(string("kind"))
            .col(timestamp_with_time_zone("due_at"))
            .col(timestamp_with_time_zone("at"))
            .col(timestamp_with_time_zone_null("done_at"))
            .col(uuid_null("done_by"))
            .col(string("ending"));
        manager.create_table(key(&mut task)).await?;
        index(manager, "desk_task_by_enquiry", "desk_task", &["controller_id", "enquiry_id"], false).await?;
        index(manager, "desk_task_open", "desk_task", &["controller_id", "done_at", "due_at"], false).await
    }

    async fn desk(&self, manager: &SchemaManager<'_>) -> Result<(), DbErr> {
        let template = table("reply_template")
            .col(uuid("id"))
            .col(integer("version"))
            .col(string("need"))
            .col(string("language"))
            .col(string("title"))
            .col(text("text"))
            .col(uuid("author_id"))
            .col(boolean("is_retired"))
            .col(boolean("is_current"))
            .col(timestamp_with_time_zone("at"))
            .primary_key(Index::create().col("controller_id").col("id").col("version"))
            .to_owned();
        manager.create_table(template).await?;
        let mut view = table("saved_view");
        view.col(uuid("account_id"))
            .col(string("name"))
            .col(string("query"))
            .col(timestamp_with_time_zone("at"));
        manager.create_table(key(&mut view)).await?;
        index(manager, "saved_view_by_account", "saved_view", &["controller_id", "account_id"], false)
            .await?;
        let presence = table("presence")
            .col(uuid("enquiry_id"))
            .col(uuid("account_id"))
            .col(string("doing"))
            .col(big_integer("until"))
            .primary_key(Index::create().col("controller_id").col("enquiry_id").col("account_id"))
            .to_owned();
        manager.create_table(presence).await?;
        let mut mention = table("mention");
        mention
            .col(uuid("enquiry_id"))
            .col(uuid("account_id"))
            .col(uuid("called_by"))
            .col(timestamp_with_time_zone("at"))
            .col(timestamp_with_time_zone_null("seen_at"));
        manager.create_table(key(&mut mention)).await?;
        index(manager, "mention_by_account", "mention", &["controller_id", "account_id", "seen_at"], false)
            .await
    }
}
