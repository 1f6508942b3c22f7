//! Indexes of queue and board: filters and order are judged in the index, so that a page never opens the rows that it leaves out.

use super::shape::index;
use sea_orm_migration::prelude::*;

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        manager.drop_index(Index::drop().name("enquiry_queue").table("enquiry").to_owned()).await?;
        let order = ["controller_id", "state", "queue_key", "id"];
        // Not those that have an index of their own: it would be read in its place, whole.
        let filters = ["mode", "language"];
        let columns: Vec<&'static str> = order.into_iter().chain(filters).collect();
        index(manager, "enquiry_queue", "enquiry", &columns, false).await?;
        let urgent = ["controller_id", "urgency", "state", "queue_key"];
        index(manager, "enquiry_urgent", "enquiry", &urgent, false).await?;
        index(manager, "enquiry_due", "enquiry", &["controller_id", "state", "due_at"], false).await?;
        let asked = ["controller_id", "need", "enquiry_id"];
        index(manager, "enquiry_need_asked", "enquiry_need", &asked, false).await?;
        manager.drop_index(Index::drop().name("case_file_by_state").table("case_file").to_owned()).await?;
        let board = [
            "controller_id",
            "reality",
            "state",
            "received_at",
            "is_active",
            "origin",
            "next_due",
            "psychosocial_holder",
            "medical_holder",
            "id",
        ];
        index(manager, "case_file_by_state", "case_file", &board, false).await
    }
}
