//! Persons, enquiries with their thread, choices, the log, outgoing mail.
//!
//! What identifies anybody, and every free text, is in columns named `sealed_…`; codes for figures stay clear.

use super::shape::{index, key, table};
use sea_orm_migration::prelude::*;
use sea_orm_migration::schema::{
    big_integer, big_integer_null, blob, blob_null, boolean, date_null, integer, integer_null, string,
    string_null, text, timestamp_with_time_zone, timestamp_with_time_zone_null, uuid, uuid_null,
};

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        self.persons(manager).await?;
        self.enquiries(manager).await?;
        self.thread(manager).await?;
        self.log(manager).await
    }
}

impl Migration {
    async fn persons(&self, manager: &SchemaManager<'_>) -> Result<(), DbErr> {
        let mut person = table("person");
        person
            .col(blob_null("sealed_name"))
            .col(blob_null("sealed_mail"))
            .col(blob_null("sealed_phone"))
            .col(blob_null("sealed_birth_date"))
            .col(blob_null("sealed_contact"))
            .col(string("language"))
            .col(string("age_band"))
            .col(string("nationality"))
            .col(string("residence_country"))
            .col(string("residence_area"))
            .col(uuid_null("group_id"))
            .col(date_null("died_on"))
            .col(timestamp_with_time_zone_null("erased_at"))
            .col(timestamp_with_time_zone("created_at"))
            .col(integer("version"));
        manager.create_table(key(&mut person)).await?;
        index(manager, "person_by_group", "person", &["controller_id", "group_id"], false).await?;
        let index_table = table("person_index")
            .col(string("kind"))
            .col(string("token"))
            .col(uuid("person_id"))
            .primary_key(Index::create().col("controller_id").col("kind").col("token").col("person_id"))
            .to_owned();
        manager.create_table(index_table).await?;
        index(manager, "person_index_by_person", "person_index", &["controller_id", "person_id"], false)
            .await?;
        let mut choice = table("choice");
        choice
            .col(uuid("person_id"))
            .col(string("purpose"))
            .col(string("choice"))
            .col(string("evidence"))
            .col(timestamp_with_time_zone("at"));
        manager.create_table(key(&mut choice)).await?;
        index(manager, "choice_by_person", "choice", &["controller_id", "person_id"], false).await
    }

    async fn enquiries(&self, manager: &SchemaManager<'_>) -> Result<(), DbErr> {
        let mut enquiry = table("enquiry");
        enquiry
            .col(big_integer("number"))
            .col(string("state"))
            .col(string("mode"))
            .col(string("requester_kind"))
            .col(string("referral_source"))
            .col(string("urgency"))
            .col(string("disorder_status"))
            .col(string("age_band"))
            .col(string("nationality"))
            .col(string("residence_country"))
            .col(string("residence_area"))
            .col(string("language"))
            .col(string("outcome"))
            .col(string("thread_token"))
            .col(integer_null("satisfaction"))
            .col(integer_null("duration_seconds"))
            .col(boolean("is_anonymous"))
            .col(boolean("is_interpreted"))
            .col(uuid("subject_id"))
            .col(uuid("requester_id"))
            .col(uuid_null("concerned_id"))
            .col(uuid_null("taken_by"))
            .col(uuid_null("merged_into"))
            .col(blob_null("sealed_summary"))
            .col(blob_null("sealed_disorder"))
            .col(blob_null("sealed_note"))
            .col(blob_null("sealed_profile"))
            .col(integer("form_version"))
            .col(big_integer("queue_key"))
            .col(timestamp_with_time_zone("received_at"))
            .col(timestamp_with_time_zone("due_at"))
            .col(timestamp_with_time_zone_null("taken_at"))
            .col(timestamp_with_time_zone_null("first_replied_at"))
            .col(timestamp_with_time_zone_null("closed_at"))
            .col(timestamp_with_time_zone_null("withdrawn_at"))
            .col(timestamp_with_time_zone("changed_at"))
            .col(integer("version"));
        manager.create_table(key(&mut enquiry)).await?;
        index(manager, "enquiry_by_number", "enquiry", &["controller_id", "number"], true).await?;
        // The queue: what is open, in its order. What is closed has the key of its closing and lies at the end.
        index(manager, "enquiry_queue", "enquiry", &["controller_id", "state", "queue_key", "id"], false)
            .await?;
        index(
            manager,
            "enquiry_taken",
            "enquiry",
            &["controller_id", "taken_by", "state", "queue_key"],
            false,
        )
        .await?;
        index(manager, "enquiry_thread", "enquiry", &["controller_id", "thread_token"], true).await?;
        index(manager, "enquiry_requester", "enquiry", &["controller_id", "requester_id"], false).await?;
        index(manager, "enquiry_concerned", "enquiry", &["controller_id", "concerned_id"], false).await?;
        let need = table("enquiry_need")
            .col(uuid("enquiry_id"))
            .col(string("need"))
            .primary_key(Index::create().col("controller_id").col("enquiry_id").col("need"))
            .to_owned();
        manager.create_table(need).await?;
        let counter = table("counter")
            .col(string("name"))
            .col(big_integer("last"))
            .primary_key(Index::create().col("controller_id").col("name"))
            .to_owned();
        manager.create_table(counter).await?;
        let mut event = table("enquiry_event");
        event
            .col(uuid("enquiry_id"))
            .col(string("kind"))
            .col(string("detail"))
            .col(string("actor"))
            .col(timestamp_with_time_zone("at"));
        manager.create_table(key(&mut event)).await?;
        index(manager, "enquiry_event_by_enquiry", "enquiry_event", &["controller_id", "enquiry_id"], false)
            .await?;
        index(manager, "enquiry_event_by_time", "enquiry_event", &["controller_id", "kind", "at"], false)
            .await
    }

    async fn thread(&self, manager: &SchemaManager<'_>) -> Result<(), DbErr> {
        let mut message = table("message");
        message
            .col(uuid("enquiry_id"))
            .col(string("direction"))
            .col(string("mode"))
            .col(string("kind"))
            .col(blob_null("sealed_from"))
            .col(blob_null("sealed_subject"))
            .col(blob_null("sealed_text"))
            .col(blob_null("sealed_html"))
            .col(blob_null("sealed_references"))
            .col(string("message_token"))
            .col(string("author"))
            .col(timestamp_with_time_zone("at"));
        manager.create_table(key(&mut message)).await?;
        index(manager, "message_by_enquiry", "message", &["controller_id", "enquiry_id"], false).await?;
        index(manager, "message_by_token", "message", &["controller_id", "message_token"], false).await?;
        let mut attachment = table("attachment");
        attachment
            .col(uuid("enquiry_id"))
            .col(uuid("message_id"))
            .col(blob_null("sealed_name"))
            .col(blob_null("sealed_bytes"))
            .col(string("media_type"))
            .col(string("verdict"))
            .col(big_integer("size"));
        manager.create_table(key(&mut attachment)).await?;
        index(manager, "attachment_by_message", "attachment", &["controller_id", "message_id"], false)
            .await?;
        let taken_in = table("taken_in")
            .col(string("source"))
            .col(string("token"))
            .col(uuid_null("enquiry_id"))
            .col(timestamp_with_time_zone("at"))
            .primary_key(Index::create().col("controller_id").col("source").col("token"))
            .to_owned();
        manager.create_table(taken_in).await?;
        let mut outbox = table("outbox");
        outbox
            .col(uuid_null("enquiry_id"))
            .col(uuid("subject_id"))
            .col(string("kind"))
            .col(blob("sealed_mail"))
            .col(string("message_token"))
            .col(string("state"))
            .col(integer("attempts"))
            .col(string("last_error"))
            .col(big_integer_null("lease_until"))
            .col(big_integer("next_attempt_at"))
            .col(timestamp_with_time_zone("created_at"))
            .col(timestamp_with_time_zone_null("sent_at"));
        manager.create_table(key(&mut outbox)).await?;
        index(manager, "outbox_due", "outbox", &["state", "next_attempt_at"], false).await?;
        index(manager, "outbox_by_enquiry", "outbox", &["controller_id", "enquiry_id"], false).await
    }

    async fn log(&self, manager: &SchemaManager<'_>) -> Result<(), DbErr> {
        let entry = table("audit_entry")
            .col(string("stream"))
            .col(big_integer("number"))
            .col(big_integer("at"))
            .col(string("actor"))
            .col(string("function"))
            .col(string("action"))
            .col(string("object"))
            .col(string("purpose"))
            .col(string("reason"))
            .col(blob("hash"))
            .primary_key(Index::create().col("controller_id").col("stream").col("number"))
            .to_owned();
        manager.create_table(entry).await?;
        index(manager, "audit_entry_by_time", "audit_entry", &["controller_id", "at"], false).await?;
        index(manager, "audit_entry_by_actor", "audit_entry", &["controller_id", "actor", "at"], false)
            .await?;
        let stream = table("audit_stream")
            .col(string("stream"))
            .col(big_integer("number"))
            .col(blob("hash"))
            .col(boolean("is_moved"))
            .primary_key(Index::create().col("controller_id").col("stream"))
            .to_owned();
        manager.create_table(stream).await?;
        index(manager, "audit_stream_moved", "audit_stream", &["is_moved"], false).await?;
        manager
            .create_table(
                Table::create()
                    .table("audit_head")
                    .if_not_exists()
                    .col(big_integer("number").primary_key())
                    .col(string("day"))
                    .col(text("content"))
                    .col(string_null("kept_at"))
                    .to_owned(),
            )
            .await
    }
}
