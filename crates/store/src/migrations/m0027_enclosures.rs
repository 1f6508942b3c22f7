//! Pictures and reports that go with a dossier, as a clinician approved them; two further forms of a dossier.

use super::shape::{index, key, table};
use sea_orm_migration::prelude::*;
use sea_orm_migration::schema::{big_integer, blob_null, integer, string, uuid};

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let mut enclosure = table("dossier_enclosure");
        enclosure
            .col(uuid("dossier_id"))
            .col(uuid("subject_id"))
            .col(integer("place"))
            .col(string("kind"))
            .col(string("name"))
            .col(string("media_type"))
            .col(big_integer("size"))
            .col(blob_null("sealed_bytes"));
        manager.create_table(key(&mut enclosure)).await?;
        // A place of a dossier is taken once.
        let columns = ["controller_id", "dossier_id", "place"];
        index(manager, "dossier_enclosure_by_place", "dossier_enclosure", &columns, true).await?;
        // SQLite adds one column at a time.
        for column in ["sealed_matchmaker", "sealed_common_data"] {
            let mut dossier = Table::alter();
            dossier.table("dossier").add_column_if_not_exists(blob_null(column));
            manager.alter_table(dossier).await?;
        }
        Ok(())
    }
}
