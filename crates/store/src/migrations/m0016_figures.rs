//! Who objected to figures is found among a million choices without walking through them.

use super::shape::index;
use sea_orm_migration::prelude::*;

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        index(manager, "choice_by_purpose", "choice", &["controller_id", "purpose", "id"], false).await
    }
}
