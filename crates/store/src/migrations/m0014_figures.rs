//! Figures: the network of a request as a code to count by; editions that were published, what was said about them, and who is
//! told of new ones. None of it names a person concerned.

use super::shape::{index, keyed};
use sea_orm_migration::prelude::*;
use sea_orm_migration::schema::{
    boolean, string, text, timestamp_with_time_zone, timestamp_with_time_zone_null, uuid, uuid_null,
};

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let mut network = Table::alter();
        network.table("enquiry").add_column_if_not_exists(string("network").default(""));
        manager.alter_table(network).await?;
        let mut edition = keyed("figure_edition");
        edition
            .col(string("period"))
            .col(timestamp_with_time_zone("made_at"))
            .col(uuid_null("made_by"))
            .col(string("digest"))
            .col(timestamp_with_time_zone_null("told_at"))
            .col(text("signed"))
            .col(text("log"));
        manager.create_table(edition).await?;
        let mut comment = keyed("figure_comment");
        comment
            .col(uuid("edition_id"))
            .col(uuid("author_id"))
            .col(timestamp_with_time_zone("at"))
            .col(text("text"));
        manager.create_table(comment).await?;
        let columns = ["controller_id", "edition_id", "at"];
        index(manager, "figure_comment_by_edition", "figure_comment", &columns, false).await?;
        // Its id is the account's.
        let mut reader = keyed("figure_reader");
        reader.col(boolean("yearly")).col(boolean("quarterly"));
        manager.create_table(reader).await
    }
}
