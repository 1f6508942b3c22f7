//! Accounts of staff, their factors, sessions, and what leads into them: invitations, recoveries, wrong tries.

use super::shape::{index, keyed};
use sea_orm_migration::prelude::*;
use sea_orm_migration::schema::{
    big_integer, boolean, integer, string, string_null, timestamp_with_time_zone,
    timestamp_with_time_zone_null, uuid, uuid_null,
};

#[derive(DeriveMigrationName)]
pub struct Migration;

fn bytes(name: &'static str) -> ColumnDef {
    ColumnDef::new(name).blob().not_null().take()
}

fn bytes_null(name: &'static str) -> ColumnDef {
    ColumnDef::new(name).blob().null().take()
}

fn tables() -> Vec<TableCreateStatement> {
    vec![
        keyed("account")
            .col(string("state"))
            .col(string("language"))
            .col(bytes("sealed_name"))
            .col(bytes("sealed_mail"))
            .col(bytes("mail_token"))
            .col(string_null("password_hash"))
            .col(timestamp_with_time_zone("created_at"))
            .col(timestamp_with_time_zone_null("password_at"))
            .to_owned(),
        Table::create()
            .table("account_role")
            .if_not_exists()
            .col(uuid("controller_id"))
            .col(uuid("account_id"))
            .col(string("role"))
            .primary_key(Index::create().col("controller_id").col("account_id").col("role"))
            .to_owned(),
        keyed("account_totp")
            .col(uuid("account_id"))
            .col(bytes("sealed_secret"))
            .col(big_integer("last_step"))
            .col(timestamp_with_time_zone("created_at"))
            .to_owned(),
        keyed("account_passkey")
            .col(uuid("account_id"))
            .col(bytes("credential_digest"))
            .col(bytes("sealed_credential"))
            .col(bytes("sealed_name"))
            .col(timestamp_with_time_zone("created_at"))
            .col(timestamp_with_time_zone_null("used_at"))
            .to_owned(),
        keyed("account_recovery_code")
            .col(uuid("account_id"))
            .col(bytes("digest"))
            .col(timestamp_with_time_zone("created_at"))
            .col(timestamp_with_time_zone_null("used_at"))
            .to_owned(),
        keyed("account_identity")
            .col(uuid("account_id"))
            .col(string("issuer"))
            .col(bytes("subject_token"))
            .col(timestamp_with_time_zone("created_at"))
            .to_owned(),
        keyed("session")
            .col(bytes("token_digest"))
            .col(uuid_null("account_id"))
            .col(uuid_null("link_id"))
            .col(string("level"))
            .col(timestamp_with_time_zone("began_at"))
            .col(timestamp_with_time_zone("last_seen_at"))
            .col(timestamp_with_time_zone_null("stepped_up_at"))
            .col(string("agent"))
            .col(string("network"))
            .col(bytes_null("sealed_ceremony"))
            .to_owned(),
        keyed("ticket")
            .col(string("kind"))
            .col(bytes("token_digest"))
            .col(uuid_null("account_id"))
            .col(bytes_null("sealed_content"))
            .col(uuid_null("issued_by"))
            .col(timestamp_with_time_zone("created_at"))
            .col(timestamp_with_time_zone("expires_at"))
            .col(timestamp_with_time_zone_null("used_at"))
            .to_owned(),
        // Not tied to an account: a try for an address that nobody has is counted alike.
        keyed("wrong_try")
            .col(bytes("who"))
            .col(string("network"))
            .col(integer("wrong"))
            .col(boolean("known"))
            .col(timestamp_with_time_zone("last_at"))
            .to_owned(),
    ]
}

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        for table in tables() {
            manager.create_table(table).await?;
        }
        for (name, table, columns, unique) in [
            ("account_by_mail", "account", &["mail_token"][..], true),
            ("account_totp_of", "account_totp", &["controller_id", "account_id"], false),
            ("account_passkey_of", "account_passkey", &["controller_id", "account_id"], false),
            ("account_passkey_once", "account_passkey", &["credential_digest"], true),
            ("account_recovery_code_of", "account_recovery_code", &["controller_id", "account_id"], false),
            ("account_identity_once", "account_identity", &["issuer", "subject_token"], true),
            ("account_identity_of", "account_identity", &["controller_id", "account_id"], false),
            ("session_by_token", "session", &["token_digest"], true),
            ("session_of", "session", &["controller_id", "account_id"], false),
            ("ticket_by_token", "ticket", &["token_digest"], true),
            ("ticket_of", "ticket", &["controller_id", "account_id"], false),
            ("wrong_try_once", "wrong_try", &["who", "network"], true),
        ] {
            index(manager, name, table, columns, unique).await?;
        }
        Ok(())
    }
}
