//! The network of a file as a code to count by, as requests have one. Files that a request led to take that of their request.

use sea_orm_migration::prelude::*;
use sea_orm_migration::schema::string;

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let mut network = Table::alter();
        network.table("case_file").add_column_if_not_exists(string("network").default(""));
        manager.alter_table(network).await?;
        let known = "UPDATE case_file SET network = COALESCE((SELECT enquiry.network FROM enquiry \
             WHERE enquiry.controller_id = case_file.controller_id AND enquiry.id = case_file.enquiry_id), '')";
        manager.get_connection().execute_unprepared(known).await?;
        Ok(())
    }
}
