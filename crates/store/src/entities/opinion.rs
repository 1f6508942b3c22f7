//! What representatives and the person said about an act.

use sea_orm::entity::prelude::*;

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "opinion")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub controller_id: Uuid,
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    /// None where it is about a file that no enquiry stands behind.
    pub enquiry_id: Option<Uuid>,
    pub file_id: Option<Uuid>,
    pub person_id: Uuid,
    pub representative_id: Option<Uuid>,
    pub act: String,
    pub said: String,
    pub recorded_by: Uuid,
    pub at: DateTimeUtc,
}

impl ActiveModelBehavior for ActiveModel {}
