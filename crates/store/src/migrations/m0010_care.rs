//! Care beyond the two analyses: the plan, checklists, what was told, letters, the way to the diagnosis, calls that are owed,
//! households; guidelines, which name nobody.

use super::shape::{index, key, keyed, table};
use sea_orm_migration::prelude::*;
use sea_orm_migration::schema::{
    blob_null, date, date_null, integer, string, text, timestamp_with_time_zone,
    timestamp_with_time_zone_null, uuid, uuid_null,
};

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        self.plan(manager).await?;
        self.words(manager).await?;
        self.way(manager).await?;
        self.guidelines(manager).await
    }
}

impl Migration {
    async fn plan(&self, manager: &SchemaManager<'_>) -> Result<(), DbErr> {
        let mut line = table("care_line");
        line.col(uuid("file_id"))
            .col(date_null("on_day"))
            .col(date_null("renew_by"))
            .col(string("outcome"))
            .col(uuid("author_id"))
            .col(timestamp_with_time_zone("begun_at"))
            .col(timestamp_with_time_zone("changed_at"))
            .col(integer("version"))
            .col(blob_null("sealed_rules"))
            .col(blob_null("sealed_text"))
            .col(blob_null("sealed_reason"));
        manager.create_table(key(&mut line)).await?;
        index(manager, "care_line_by_file", "care_line", &["controller_id", "file_id"], false).await?;
        index(manager, "care_line_by_day", "care_line", &["controller_id", "on_day"], false).await?;
        index(manager, "care_line_by_renewal", "care_line", &["controller_id", "renew_by"], false).await?;
        let mut mark = table("care_mark");
        mark.col(uuid("file_id"))
            .col(string("list"))
            .col(string("item"))
            .col(string("mark"))
            .col(uuid("author_id"))
            .col(timestamp_with_time_zone("at"))
            .col(blob_null("sealed_text"));
        manager.create_table(key(&mut mark)).await?;
        let columns = ["controller_id", "file_id", "list", "item"];
        index(manager, "care_mark_once", "care_mark", &columns, true).await
    }

    async fn words(&self, manager: &SchemaManager<'_>) -> Result<(), DbErr> {
        let mut told = table("care_told");
        told.col(uuid("file_id"))
            .col(string("kind"))
            .col(uuid("author_id"))
            .col(timestamp_with_time_zone("at"))
            .col(blob_null("sealed_rules"))
            .col(blob_null("sealed_text"));
        manager.create_table(key(&mut told)).await?;
        index(manager, "care_told_by_file", "care_told", &["controller_id", "file_id", "at"], false).await?;
        let mut letter = table("care_letter");
        letter
            .col(uuid("file_id"))
            .col(string("audience"))
            .col(string("language"))
            .col(uuid("author_id"))
            .col(timestamp_with_time_zone("at"))
            .col(blob_null("sealed_text"));
        manager.create_table(key(&mut letter)).await?;
        index(manager, "care_letter_by_file", "care_letter", &["controller_id", "file_id", "at"], false)
            .await?;
        let mut call = table("care_call");
        call.col(uuid("file_id"))
            .col(uuid("owner_id"))
            .col(date("due"))
            .col(string("state"))
            .col(timestamp_with_time_zone("owed_at"))
            .col(timestamp_with_time_zone_null("ended_at"))
            .col(uuid_null("ended_by"))
            .col(integer("version"))
            .col(blob_null("sealed_text"))
            .col(blob_null("sealed_outcome"));
        manager.create_table(key(&mut call)).await?;
        index(manager, "care_call_by_file", "care_call", &["controller_id", "file_id"], false).await?;
        index(manager, "care_call_by_day", "care_call", &["controller_id", "state", "due"], false).await
    }

    async fn way(&self, manager: &SchemaManager<'_>) -> Result<(), DbErr> {
        let mut way = table("care_way");
        way.col(uuid("file_id"))
            .col(uuid("author_id"))
            .col(timestamp_with_time_zone("changed_at"))
            .col(integer("version"))
            .col(blob_null("sealed_dates"));
        manager.create_table(key(&mut way)).await?;
        index(manager, "care_way_of_file", "care_way", &["controller_id", "file_id"], true).await?;
        let mut member = table("household_member");
        member
            .col(uuid("household_id"))
            .col(uuid("file_id"))
            .col(timestamp_with_time_zone("changed_at"))
            .col(integer("version"))
            .col(blob_null("sealed_facts"));
        manager.create_table(key(&mut member)).await?;
        index(manager, "household_member_once", "household_member", &["controller_id", "file_id"], true)
            .await?;
        let columns = ["controller_id", "household_id"];
        index(manager, "household_members", "household_member", &columns, false).await
    }

    async fn guidelines(&self, manager: &SchemaManager<'_>) -> Result<(), DbErr> {
        let mut guideline = keyed("guideline");
        guideline
            .col(integer("code"))
            .col(string("language"))
            .col(text("title"))
            .col(timestamp_with_time_zone("begun_at"));
        manager.create_table(guideline).await?;
        index(manager, "guideline_by_code", "guideline", &["controller_id", "code"], false).await?;
        let mut version = keyed("guideline_version");
        version
            .col(uuid("guideline_id"))
            .col(integer("number"))
            .col(string("state"))
            .col(text("authors"))
            .col(text("body"))
            .col(text("url"))
            .col(date_null("valid_from"))
            .col(date_null("review_by"))
            .col(date_null("withdrawn_on"))
            .col(uuid("author_id"))
            .col(timestamp_with_time_zone("changed_at"))
            .col(integer("version"));
        manager.create_table(version).await?;
        let columns = ["controller_id", "guideline_id", "number"];
        index(manager, "guideline_version_number", "guideline_version", &columns, true).await
    }
}
