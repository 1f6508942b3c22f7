//! Rights: to whom data were passed on and what recipients answered, who acts for a child or a protected adult and what
//! they said, and whether a listening note tells of somebody else.

use super::shape::{index, keyed};
use sea_orm_migration::prelude::*;
use sea_orm_migration::schema::{
    blob_null, boolean, date, date_null, integer, string, timestamp_with_time_zone,
    timestamp_with_time_zone_null, uuid, uuid_null,
};

#[derive(DeriveMigrationName)]
pub struct Migration;

/// A table about an enquiry.
fn about(name: &'static str) -> TableCreateStatement {
    keyed(name).col(uuid("enquiry_id")).to_owned()
}

fn tables() -> Vec<TableCreateStatement> {
    vec![
        about("disclosure")
            .col(string("kind"))
            .col(blob_null("sealed_recipient"))
            .col(uuid_null("recipient_id"))
            .col(uuid("given_by"))
            .col(timestamp_with_time_zone("at"))
            .to_owned(),
        about("recipient_request")
            .col(string("asked_for"))
            .col(string("kind"))
            .col(uuid("recipient_id"))
            .col(blob_null("sealed_recipient"))
            .col(timestamp_with_time_zone("asked_at"))
            .col(timestamp_with_time_zone("due_at"))
            .col(string("answer"))
            .col(blob_null("sealed_duty"))
            .col(timestamp_with_time_zone_null("answered_at"))
            .col(uuid_null("answered_by"))
            .col(integer("version"))
            .to_owned(),
        about("representative")
            .col(uuid("person_id"))
            .col(string("kind"))
            .col(string("scope"))
            .col(string("evidence"))
            .col(boolean("is_sole"))
            .col(blob_null("sealed_name"))
            .col(date("from_day"))
            .col(date_null("until_day"))
            .col(uuid("recorded_by"))
            .col(timestamp_with_time_zone("at"))
            .to_owned(),
        about("opinion")
            .col(uuid("person_id"))
            .col(uuid_null("representative_id"))
            .col(string("act"))
            .col(string("said"))
            .col(uuid("recorded_by"))
            .col(timestamp_with_time_zone("at"))
            .to_owned(),
    ]
}

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        for table in tables() {
            manager.create_table(table).await?;
        }
        for (name, table, columns) in [
            ("disclosure_of", "disclosure", &["controller_id", "enquiry_id"][..]),
            ("recipient_request_of", "recipient_request", &["controller_id", "enquiry_id"]),
            ("recipient_request_due", "recipient_request", &["controller_id", "answered_at", "due_at"]),
            ("representative_of", "representative", &["controller_id", "person_id"]),
            ("representative_by_end", "representative", &["until_day", "kind"]),
            ("opinion_of", "opinion", &["controller_id", "person_id"]),
        ] {
            index(manager, name, table, columns, false).await?;
        }
        // What was written before nobody marked: the rule of the copy takes it as it takes any note.
        manager
            .alter_table(
                Table::alter()
                    .table("listening_note")
                    .add_column_if_not_exists(boolean("names_another").default(false))
                    .to_owned(),
            )
            .await
    }
}
