//! Breaches of the protection of data (articles 33, 34).

use sea_orm::entity::prelude::*;

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "breach")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub controller_id: Uuid,
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub number: i64,
    pub kind: String,
    pub risk: String,
    /// How many persons, as far as known.
    pub persons: i64,
    /// Sealed with the key of the installation.
    pub sealed_facts: Option<Vec<u8>>,
    /// Sealed with the key of the installation.
    pub sealed_measures: Option<Vec<u8>>,
    pub noticed_at: DateTimeUtc,
    pub due_at: DateTimeUtc,
    pub authority_at: Option<DateTimeUtc>,
    pub persons_at: Option<DateTimeUtc>,
    pub closed_at: Option<DateTimeUtc>,
    pub version: i32,
}

impl ActiveModelBehavior for ActiveModel {}
