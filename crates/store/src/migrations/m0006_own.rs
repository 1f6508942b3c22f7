//! What a person does without an account, and what protects their data: private links, codes over a second channel,
//! requests about data with their clock, legal holds, breaches, exceptional openings.

use super::shape::{index, keyed};
use sea_orm_migration::prelude::*;
use sea_orm_migration::schema::{
    big_integer, blob, blob_null, integer, string, timestamp_with_time_zone, timestamp_with_time_zone_null,
    uuid, uuid_null,
};

#[derive(DeriveMigrationName)]
pub struct Migration;

fn tables() -> Vec<TableCreateStatement> {
    vec![
        keyed("private_link")
            .col(uuid("enquiry_id"))
            .col(blob("token_digest"))
            .col(string("code_hash"))
            .col(string("channel"))
            .col(timestamp_with_time_zone("created_at"))
            .col(timestamp_with_time_zone_null("locked_at"))
            .to_owned(),
        keyed("proof_code")
            .col(uuid("enquiry_id"))
            .col(blob("code_digest"))
            .col(string("channel"))
            .col(uuid_null("issued_by"))
            .col(integer("wrong"))
            .col(timestamp_with_time_zone("created_at"))
            .col(timestamp_with_time_zone("expires_at"))
            .col(timestamp_with_time_zone_null("used_at"))
            .to_owned(),
        keyed("data_request")
            .col(big_integer("number"))
            .col(uuid_null("enquiry_id"))
            .col(string("kind"))
            .col(string("way"))
            .col(string("state"))
            .col(blob_null("sealed_note"))
            .col(timestamp_with_time_zone("received_at"))
            .col(timestamp_with_time_zone("due_at"))
            .col(timestamp_with_time_zone_null("effective_at"))
            .col(timestamp_with_time_zone_null("closed_at"))
            .col(integer("version"))
            .to_owned(),
        keyed("legal_hold")
            .col(uuid("enquiry_id"))
            .col(string("reason"))
            .col(uuid("set_by"))
            .col(timestamp_with_time_zone("set_at"))
            .col(timestamp_with_time_zone_null("until"))
            .col(timestamp_with_time_zone_null("lifted_at"))
            .to_owned(),
        keyed("breach")
            .col(big_integer("number"))
            .col(string("kind"))
            .col(string("risk"))
            .col(big_integer("persons"))
            .col(blob_null("sealed_facts"))
            .col(blob_null("sealed_measures"))
            .col(timestamp_with_time_zone("noticed_at"))
            .col(timestamp_with_time_zone("due_at"))
            .col(timestamp_with_time_zone_null("authority_at"))
            .col(timestamp_with_time_zone_null("persons_at"))
            .col(timestamp_with_time_zone_null("closed_at"))
            .col(integer("version"))
            .to_owned(),
        keyed("broken_glass")
            .col(uuid("enquiry_id"))
            .col(uuid("account_id"))
            .col(string("reason"))
            .col(string("state"))
            .col(timestamp_with_time_zone("asked_at"))
            .col(uuid_null("judged_by"))
            .col(timestamp_with_time_zone_null("judged_at"))
            .col(timestamp_with_time_zone_null("until"))
            .col(uuid_null("reviewed_by"))
            .col(timestamp_with_time_zone_null("reviewed_at"))
            .to_owned(),
    ]
}

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        for table in tables() {
            manager.create_table(table).await?;
        }
        for (name, table, columns, unique) in [
            ("private_link_by_token", "private_link", &["token_digest"][..], true),
            ("private_link_of", "private_link", &["controller_id", "enquiry_id"], false),
            ("proof_code_of", "proof_code", &["controller_id", "enquiry_id"], false),
            ("data_request_by_state", "data_request", &["controller_id", "state", "due_at"], false),
            ("data_request_of", "data_request", &["controller_id", "enquiry_id"], false),
            ("legal_hold_of", "legal_hold", &["controller_id", "enquiry_id"], false),
            ("broken_glass_of", "broken_glass", &["controller_id", "enquiry_id"], false),
            ("broken_glass_by_state", "broken_glass", &["controller_id", "state"], false),
        ] {
            index(manager, name, table, columns, unique).await?;
        }
        Ok(())
    }
}
