//! Editions of the figures that were published, each with the log of what was hidden in it.

use sea_orm::entity::prelude::*;

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "figure_edition")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub controller_id: Uuid,
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub period: String,
    pub made_at: DateTimeUtc,
    /// None: made by the job.
    pub made_by: Option<Uuid>,
    pub digest: String,
    /// When those entitled were told by mail.
    pub told_at: Option<DateTimeUtc>,
    #[sea_orm(column_type = "Text")]
    pub signed: String,
    #[sea_orm(column_type = "Text")]
    pub log: String,
}

impl ActiveModelBehavior for ActiveModel {}
