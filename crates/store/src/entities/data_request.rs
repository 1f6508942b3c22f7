//! Requests about data protection with their clock (articles 12 to 22).

use sea_orm::entity::prelude::*;

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "data_request")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub controller_id: Uuid,
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub number: i64,
    /// The enquiry that it is about; none where it came on paper and none was found.
    pub enquiry_id: Option<Uuid>,
    /// Word of the right.
    pub kind: String,
    /// How it came.
    pub way: String,
    pub state: String,
    /// Sealed with the key of the installation.
    pub sealed_note: Option<Vec<u8>>,
    pub received_at: DateTimeUtc,
    pub due_at: DateTimeUtc,
    /// From when on an erasure may be carried out.
    pub effective_at: Option<DateTimeUtc>,
    pub closed_at: Option<DateTimeUtc>,
    pub version: i32,
}

impl ActiveModelBehavior for ActiveModel {}
