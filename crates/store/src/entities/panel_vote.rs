//! An expert's vote on a proposal, with its reason sealed.

use sea_orm::entity::prelude::*;

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "panel_vote")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub controller_id: Uuid,
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub panel_id: Uuid,
    pub proposal_id: Uuid,
    pub seat_id: Uuid,
    pub vote: String,
    pub at: DateTimeUtc,
    pub sealed_why: Option<Vec<u8>>,
}

impl ActiveModelBehavior for ActiveModel {}
