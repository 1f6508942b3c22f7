//! The tamper-evident log in the store: appending, daily heads, and the check of all of it.

pub mod heads;
pub mod read;
pub mod verify;

use crate::StoreError;
use crate::entities::{audit_entry, audit_stream};
use ariane_privacy::chain::{self, Entry};
use chrono::{DateTime, Utc};
use sea_orm::ActiveValue::Set;
use sea_orm::sea_query::{Expr, OnConflict};
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter};
use uuid::Uuid;

/// Something to be logged. All of it is codes and pseudonymous ids.
#[derive(Debug, Clone, Copy)]
pub struct Event<'a> {
    /// Organisation that answers for the record.
    pub controller: Uuid,
    /// Stream: one per enquiry, person and account, and `office` for what concerns all.
    pub stream: &'a str,
    /// Who, as [`ariane_domain::access::Actor::pseudonym`] names them.
    pub actor: &'a str,
    /// Function in which it is done.
    pub function: &'a str,
    /// What is done.
    pub action: &'a str,
    /// To what.
    pub object: &'a str,
    /// For which purpose.
    pub purpose: &'a str,
    /// Code of the reason, or empty.
    pub reason: &'a str,
}

/// Appends an entry within the transaction of what it tells of.
///
/// The stream's row is changed first: on both engines that makes who else appends to the same stream wait.
pub async fn append(
    db: &impl ConnectionTrait,
    event: &Event<'_>,
    now: DateTime<Utc>,
) -> Result<(), StoreError> {
    let at = now.timestamp_micros();
    let stream = audit_stream::ActiveModel {
        controller_id: Set(event.controller),
        stream: Set(event.stream.to_owned()),
        number: Set(1),
        hash: Set(chain::BEGINNING.to_vec()),
        is_moved: Set(true),
    };
    let next = audit_stream::Entity::insert(stream)
        .on_conflict(
            OnConflict::columns(["controller_id", "stream"])
                .value("number", Expr::cust("\"audit_stream\".\"number\" + 1"))
                .value("is_moved", true)
                .to_owned(),
        )
        .exec_with_returning(db)
        .await?;
    let entry = Entry {
        stream: event.stream.to_owned(),
        number: next.number,
        at,
        actor: event.actor.to_owned(),
        function: event.function.to_owned(),
        service: event.controller.to_string(),
        action: event.action.to_owned(),
        object: event.object.to_owned(),
        purpose: event.purpose.to_owned(),
        reason: event.reason.to_owned(),
    };
    let previous =
        next.hash.as_slice().try_into().map_err(|_| StoreError::Damaged(event.stream.to_owned()))?;
    let hash = entry.hash(&previous).to_vec();
    audit_entry::Entity::insert(audit_entry::ActiveModel {
        controller_id: Set(event.controller),
        stream: Set(entry.stream),
        number: Set(entry.number),
        at: Set(at),
        actor: Set(entry.actor),
        function: Set(entry.function),
        action: Set(entry.action),
        object: Set(entry.object),
        purpose: Set(entry.purpose),
        reason: Set(entry.reason),
        hash: Set(hash.clone()),
    })
    .exec_without_returning(db)
    .await?;
    audit_stream::Entity::update_many()
        .col_expr(audit_stream::Column::Hash, Expr::value(hash))
        .filter(audit_stream::Column::ControllerId.eq(event.controller))
        .filter(audit_stream::Column::Stream.eq(event.stream))
        .exec(db)
        .await?;
    Ok(())
}

/// An entry as it is stored, without its hash.
pub(crate) fn entry_of(row: &audit_entry::Model) -> Entry {
    Entry {
        stream: row.stream.clone(),
        number: row.number,
        at: row.at,
        actor: row.actor.clone(),
        function: row.function.clone(),
        service: row.controller_id.to_string(),
        action: row.action.clone(),
        object: row.object.clone(),
        purpose: row.purpose.clone(),
        reason: row.reason.clone(),
    }
}

/// The name of a stream as heads and reports write it: a stream belongs to an organisation.
pub(crate) fn full_name(controller: Uuid, stream: &str) -> String {
    format!("{controller}/{stream}")
}
