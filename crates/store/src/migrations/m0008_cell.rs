//! The coordination cell: files with their analyses, notes, steps and events; earlier wordings of texts that two people edit;
//! weekly meetings; absences.

use super::shape::{index, key, table};
use sea_orm_migration::prelude::*;
use sea_orm_migration::schema::{
    big_integer, blob_null, boolean, date, date_null, integer, string, text, timestamp_with_time_zone,
    timestamp_with_time_zone_null, uuid, uuid_null,
};

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        self.files(manager).await?;
        self.texts(manager).await?;
        self.steps(manager).await?;
        self.meetings(manager).await
    }
}

impl Migration {
    async fn files(&self, manager: &SchemaManager<'_>) -> Result<(), DbErr> {
        let mut file = table("case_file");
        file.col(big_integer("number"))
            .col(uuid("subject_id"))
            .col(uuid_null("enquiry_id"))
            .col(uuid_null("handover_id"))
            .col(string("origin"))
            .col(string("brought_by"))
            .col(string("reality"))
            .col(string("state"))
            .col(boolean("is_active"))
            .col(string("follow_up_reason"))
            .col(timestamp_with_time_zone_null("follow_up_since"))
            .col(uuid_null("psychosocial_holder"))
            .col(uuid_null("medical_holder"))
            .col(timestamp_with_time_zone_null("psychosocial_act_at"))
            .col(timestamp_with_time_zone_null("medical_act_at"))
            .col(timestamp_with_time_zone_null("discussed_at"))
            .col(date_null("next_due"))
            .col(timestamp_with_time_zone("received_at"))
            .col(timestamp_with_time_zone("changed_at"))
            .col(integer("version"))
            .col(text("summary_signatures"))
            .col(blob_null("sealed_rules"))
            .col(blob_null("sealed_head"))
            .col(blob_null("sealed_summary"));
        manager.create_table(key(&mut file)).await?;
        index(manager, "case_file_number", "case_file", &["controller_id", "reality", "number"], true)
            .await?;
        let by_state = ["controller_id", "reality", "state", "received_at"];
        index(manager, "case_file_by_state", "case_file", &by_state, false).await?;
        index(manager, "case_file_by_subject", "case_file", &["controller_id", "subject_id"], false).await?;
        index(manager, "case_file_by_handover", "case_file", &["controller_id", "handover_id"], true).await?;
        let mut event = table("case_event");
        event
            .col(uuid("file_id"))
            .col(string("kind"))
            .col(string("detail"))
            .col(string("actor"))
            .col(timestamp_with_time_zone("at"))
            .col(blob_null("sealed_text"));
        manager.create_table(key(&mut event)).await?;
        index(manager, "case_event_by_file", "case_event", &["controller_id", "file_id", "at"], false)
            .await?;
        index(manager, "case_event_by_time", "case_event", &["controller_id", "kind", "at"], false).await
    }

    async fn texts(&self, manager: &SchemaManager<'_>) -> Result<(), DbErr> {
        let mut analysis = table("case_analysis");
        analysis
            .col(uuid("file_id"))
            .col(string("track"))
            .col(integer("number"))
            .col(uuid("author_id"))
            .col(integer("revision"))
            .col(timestamp_with_time_zone("begun_at"))
            .col(uuid_null("signed_by"))
            .col(timestamp_with_time_zone_null("signed_at"))
            .col(blob_null("sealed_reason"))
            .col(blob_null("sealed_text"));
        manager.create_table(key(&mut analysis)).await?;
        let columns = ["controller_id", "file_id", "track", "number"];
        index(manager, "case_analysis_version", "case_analysis", &columns, true).await?;
        let mut wording = table("earlier_wording");
        wording
            .col(uuid("text_id"))
            .col(integer("revision"))
            .col(uuid("subject_id"))
            .col(uuid("author_id"))
            .col(timestamp_with_time_zone("at"))
            .col(blob_null("sealed_text"));
        manager.create_table(key(&mut wording)).await?;
        let columns = ["controller_id", "text_id", "revision"];
        index(manager, "earlier_wording_of_text", "earlier_wording", &columns, true).await?;
        let mut note = table("case_note");
        note.col(uuid("file_id"))
            .col(string("track"))
            .col(string("sharing"))
            .col(uuid("author_id"))
            .col(timestamp_with_time_zone("at"))
            .col(blob_null("sealed_text"));
        manager.create_table(key(&mut note)).await?;
        index(manager, "case_note_by_file", "case_note", &["controller_id", "file_id"], false).await
    }

    async fn steps(&self, manager: &SchemaManager<'_>) -> Result<(), DbErr> {
        let mut step = table("case_step");
        step.col(uuid("file_id"))
            .col(uuid_null("meeting_id"))
            .col(string("track"))
            .col(uuid("owner_id"))
            .col(date("due"))
            .col(string("state"))
            .col(timestamp_with_time_zone("proposed_at"))
            .col(timestamp_with_time_zone("changed_at"))
            .col(integer("version"))
            .col(text("rules"))
            .col(blob_null("sealed_text"))
            .col(blob_null("sealed_outcome"));
        manager.create_table(key(&mut step)).await?;
        index(manager, "case_step_by_file", "case_step", &["controller_id", "file_id"], false).await?;
        index(manager, "case_step_by_owner", "case_step", &["controller_id", "owner_id", "state"], false)
            .await
    }

    async fn meetings(&self, manager: &SchemaManager<'_>) -> Result<(), DbErr> {
        let mut meeting = table("cell_meeting");
        meeting
            .col(string("reality"))
            .col(timestamp_with_time_zone("starts_at"))
            .col(string("state"))
            .col(integer("version"))
            .col(text("rules"))
            .col(blob_null("sealed_addenda"));
        manager.create_table(key(&mut meeting)).await?;
        let columns = ["controller_id", "reality", "starts_at"];
        index(manager, "cell_meeting_by_time", "cell_meeting", &columns, false).await?;
        let mut item = table("cell_item");
        item.col(uuid("meeting_id"))
            .col(uuid("file_id"))
            .col(integer("place"))
            .col(string("state"))
            .col(integer("carried"))
            .col(string("reasons"))
            .col(text("decision"))
            .col(integer("revision"))
            .col(timestamp_with_time_zone("changed_at"))
            .col(blob_null("sealed_text"));
        manager.create_table(key(&mut item)).await?;
        let columns = ["controller_id", "meeting_id", "file_id"];
        index(manager, "cell_item_once", "cell_item", &columns, true).await?;
        index(manager, "cell_item_by_file", "cell_item", &["controller_id", "file_id"], false).await?;
        let mut presence = table("cell_presence");
        presence
            .col(uuid("meeting_id"))
            .col(uuid("account_id"))
            .col(boolean("is_counted"))
            .col(timestamp_with_time_zone("at"))
            .primary_key(Index::create().col("controller_id").col("meeting_id").col("account_id"));
        manager.create_table(presence).await?;
        let mut absence = table("absence");
        absence
            .col(uuid("account_id"))
            .col(uuid_null("stand_in_id"))
            .col(timestamp_with_time_zone("from_at"))
            .col(timestamp_with_time_zone_null("until_at"));
        manager.create_table(key(&mut absence)).await
    }
}
