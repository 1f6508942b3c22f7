//! Items of meetings.

use sea_orm::entity::prelude::*;

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "cell_item")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub controller_id: Uuid,
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub meeting_id: Uuid,
    pub file_id: Uuid,
    pub place: i32,
    pub state: String,
    pub carried: i32,
    pub reasons: String,
    pub decision: String,
    pub revision: i32,
    pub changed_at: DateTimeUtc,
    pub sealed_text: Option<Vec<u8>>,
    /// Words of those who dissent, by the id that the decision names.
    pub sealed_dissent: Option<Vec<u8>>,
}

impl ActiveModelBehavior for ActiveModel {}
