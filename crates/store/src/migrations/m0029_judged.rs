//! What was judged of a file before anything of it is shared, as the dossiers that follow show it.

use sea_orm_migration::prelude::*;
use sea_orm_migration::schema::blob_null;

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let mut file = Table::alter();
        file.table("case_file").add_column_if_not_exists(blob_null("sealed_judged"));
        manager.alter_table(file).await
    }
}
