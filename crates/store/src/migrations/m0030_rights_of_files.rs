//! A file that no enquiry stands behind, because a service or a network brought the person: whoever received something of it is written
//! down and asked to delete it, and who acts for the person and what they said is kept, with the file alone.
//!
//! SQLite cannot lift a column's `NOT NULL`: the four tables are made anew, and what they held goes over.

use super::shape::{index, keyed};
use sea_orm_migration::prelude::*;
use sea_orm_migration::schema::{
    blob_null, boolean, date, date_null, integer, string, timestamp_with_time_zone,
    timestamp_with_time_zone_null, uuid, uuid_null,
};

#[derive(DeriveMigrationName)]
pub struct Migration;

const DISCLOSURE: [&str; 8] =
    ["controller_id", "id", "enquiry_id", "kind", "sealed_recipient", "recipient_id", "given_by", "at"];

const REQUEST: [&str; 14] = [
    "controller_id",
    "id",
    "enquiry_id",
    "asked_for",
    "kind",
    "recipient_id",
    "sealed_recipient",
    "asked_at",
    "due_at",
    "answer",
    "sealed_duty",
    "answered_at",
    "answered_by",
    "version",
];

const REPRESENTATIVE: [&str; 13] = [
    "controller_id",
    "id",
    "enquiry_id",
    "person_id",
    "kind",
    "scope",
    "evidence",
    "is_sole",
    "sealed_name",
    "from_day",
    "until_day",
    "recorded_by",
    "at",
];

const OPINION: [&str; 9] = [
    "controller_id",
    "id",
    "enquiry_id",
    "person_id",
    "representative_id",
    "act",
    "said",
    "recorded_by",
    "at",
];

/// A table about an enquiry, or about a file that has none.
fn about(name: &'static str) -> TableCreateStatement {
    keyed(name).col(uuid_null("enquiry_id")).col(uuid_null("file_id")).to_owned()
}

fn tables() -> [(&'static str, &'static [&'static str], TableCreateStatement); 4] {
    let disclosure = about("disclosure")
        .col(string("kind"))
        .col(blob_null("sealed_recipient"))
        .col(uuid_null("recipient_id"))
        .col(uuid("given_by"))
        .col(timestamp_with_time_zone("at"))
        .to_owned();
    let request = about("recipient_request")
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
        .to_owned();
    let representative = about("representative")
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
        .to_owned();
    let opinion = about("opinion")
        .col(uuid("person_id"))
        .col(uuid_null("representative_id"))
        .col(string("act"))
        .col(string("said"))
        .col(uuid("recorded_by"))
        .col(timestamp_with_time_zone("at"))
        .to_owned();
    [
        ("disclosure", &DISCLOSURE, disclosure),
        ("recipient_request", &REQUEST, request),
        ("representative", &REPRESENTATIVE, representative),
        ("opinion", &OPINION, opinion),
    ]
}

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        for (name, columns, table) in tables() {
            let before = format!("{name}_before");
            let (from, to) = (Alias::new(name), Alias::new(before.as_str()));
            manager.rename_table(Table::rename().table(from, to.clone()).to_owned()).await?;
            manager.create_table(table).await?;
            let all = columns.join(", ");
            let copy = format!("INSERT INTO {name} ({all}) SELECT {all} FROM {before}");
            manager.get_connection().execute_unprepared(&copy).await?;
            // With the table go its indexes, whose names are free again then.
            manager.drop_table(Table::drop().table(to).to_owned()).await?;
        }
        for (name, table, columns) in [
            ("disclosure_of", "disclosure", &["controller_id", "enquiry_id"][..]),
            ("disclosure_of_file", "disclosure", &["controller_id", "file_id"]),
            ("recipient_request_of", "recipient_request", &["controller_id", "enquiry_id"]),
            ("recipient_request_of_file", "recipient_request", &["controller_id", "file_id"]),
            ("recipient_request_due", "recipient_request", &["controller_id", "answered_at", "due_at"]),
            ("representative_of", "representative", &["controller_id", "person_id"]),
            ("representative_by_end", "representative", &["until_day", "kind"]),
            ("opinion_of", "opinion", &["controller_id", "person_id"]),
        ] {
            index(manager, name, table, columns, false).await?;
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::migrations::Migrator;
    use sea_orm::{Database, DbBackend, Statement};

    const ID: &str = "x'00000000000000000000000000000001'";
    const DAY: &str = "'2026-11-22 09:00:00 +00:00'";

    #[tokio::test]
    async fn what_was_written_about_enquiries_before_is_there_afterwards() {
        let db = Database::connect("sqlite::memory:").await.unwrap();
        let migration = Migration;
        let before = Migrator::migrations().iter().position(|one| one.name() == migration.name()).unwrap();
        Migrator::up(&db, Some(before as u32)).await.unwrap();
        let rows = [
            ("disclosure", &DISCLOSURE[..], format!("{ID}, {ID}, {ID}, 'person', x'07', {ID}, {ID}, {DAY}")),
            (
                "recipient_request",
                &REQUEST[..],
                format!(
                    "{ID}, {ID}, {ID}, 'erasure', 'person', {ID}, x'07', {DAY}, {DAY}, '', x'08', {DAY}, {ID}, 3"
                ),
            ),
            (
                "representative",
                &REPRESENTATIVE[..],
                format!(
                    "{ID}, {ID}, {ID}, {ID}, 'parent', 'care', 'court', 1, x'07', '2020-01-01', '2030-01-01', {ID}, {DAY}"
                ),
            ),
            (
                "opinion",
                &OPINION[..],
                format!("{ID}, {ID}, {ID}, {ID}, {ID}, 'hand-over', 'agrees', {ID}, {DAY}"),
            ),
        ];
        for (table, columns, values) in &rows {
            let insert = format!("INSERT INTO {table} ({}) VALUES ({values})", columns.join(", "));
            db.execute_unprepared(&insert).await.unwrap();
        }
        Migrator::up(&db, None).await.unwrap();
        for (table, columns, values) in &rows {
            let same: Vec<String> = columns
                .iter()
                .zip(values.split(", "))
                .map(|(column, value)| format!("{column} = {value}"))
                .collect();
            let ask =
                format!("SELECT COUNT(*) AS n FROM {table} WHERE {} AND file_id IS NULL", same.join(" AND "));
            let found = db.query_one_raw(Statement::from_string(DbBackend::Sqlite, ask)).await.unwrap();
            assert_eq!(found.unwrap().try_get::<i64>("", "n").unwrap(), 1, "{table}");
        }
    }
}
