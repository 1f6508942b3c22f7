//! Who acts for a person.

use sea_orm::entity::prelude::*;

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "representative")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub controller_id: Uuid,
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    /// None where it is about a file that no enquiry stands behind.
    pub enquiry_id: Option<Uuid>,
    pub file_id: Option<Uuid>,
    pub person_id: Uuid,
    pub kind: String,
    pub scope: String,
    pub evidence: String,
    pub is_sole: bool,
    pub sealed_name: Option<Vec<u8>>,
    pub from_day: Date,
    pub until_day: Option<Date>,
    pub recorded_by: Uuid,
    pub at: DateTimeUtc,
}

impl ActiveModelBehavior for ActiveModel {}
