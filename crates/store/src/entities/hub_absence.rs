//! An absence of somebody of the roster, by days.

use sea_orm::entity::prelude::*;

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "hub_absence")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub controller_id: Uuid,
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub member_id: Uuid,
    pub from_day: Date,
    pub until_day: Date,
    pub deputy_id: Option<Uuid>,
    pub author_id: Uuid,
}

impl ActiveModelBehavior for ActiveModel {}
