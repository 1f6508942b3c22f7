//! Accounts of staff. Name and address are sealed; the address is found by its token.

use sea_orm::entity::prelude::*;

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "account")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub controller_id: Uuid,
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub state: String,
    pub language: String,
    pub sealed_name: Vec<u8>,
    pub sealed_mail: Vec<u8>,
    pub mail_token: Vec<u8>,
    pub password_hash: Option<String>,
    pub created_at: DateTimeUtc,
    pub password_at: Option<DateTimeUtc>,
}

impl ActiveModelBehavior for ActiveModel {}
