//! An enquiry that was taken elsewhere, before: brought in with its own times, and closed.

use super::log::{Logged, NewEnquiry};
use crate::StoreError;
use crate::entities::{enquiry, taken_in};
use crate::records::{Records, Work, micros};
use ariane_domain::access::grant::{Grant, ImportEnquiries};
use ariane_domain::enquiry::{Change, Outcome, State};
use chrono::{DateTime, Utc};
use sea_orm::ActiveValue::Set;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QuerySelect};
use std::collections::HashSet;
use uuid::Uuid;

/// What became of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Past {
    /// When the first reply went out.
    pub replied_at: Option<DateTime<Utc>>,
    /// How it ended; answered where nothing is said.
    pub outcome: Option<Outcome>,
}

impl Work<'_> {
    /// Brings in a past enquiry. It is closed at its reply, or when it was received where no reply is known: nobody must
    /// answer what was answered years ago.
    pub async fn import_enquiry(
        &mut self,
        grant: &Grant<ImportEnquiries>,
        new: &NewEnquiry,
        past: Past,
    ) -> Result<Logged, StoreError> {
        let logged = self.log_enquiry(grant, new).await?;
        if !logged.is_new {
            return Ok(logged);
        }
        let controller = grant.facts().controller;
        let row = self.enquiry_row(controller, Some(logged.id)).await?;
        let closed_at = past.replied_at.unwrap_or(new.received_at);
        let outcome = past.outcome.unwrap_or(Outcome::Answered);
        let set = enquiry::ActiveModel {
            state: Set(State::Closed.word().to_owned()),
            outcome: Set(outcome.word().to_owned()),
            first_replied_at: Set(past.replied_at.map(micros)),
            closed_at: Set(Some(micros(closed_at))),
            ..Default::default()
        };
        self.write_version(&row, row.version, set).await?;
        let actor = grant.actor().pseudonym();
        if let Some(at) = past.replied_at {
            self.event_at(controller, logged.id, Change::Reply.word(), "", &actor, at).await?;
        }
        let close = Change::Close(outcome).word();
        self.event_at(controller, logged.id, close, outcome.word(), &actor, closed_at).await?;
        Ok(logged)
    }
}

impl Records {
    /// Tokens of what was taken in from a source: rows of files, so that a file is taken in once.
    pub async fn taken_in(&self, controller: Uuid, source: &str) -> Result<HashSet<String>, StoreError> {
        let tokens: Vec<String> = taken_in::Entity::find()
            .select_only()
            .column(taken_in::Column::Token)
            .filter(taken_in::Column::ControllerId.eq(controller))
            .filter(taken_in::Column::Source.eq(source))
            .into_tuple()
            .all(&self.store.db)
            .await?;
        Ok(tokens.into_iter().collect())
    }
}
