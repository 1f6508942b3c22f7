//! Refusals of the policy, for the log (duty D26).
//!
//! Who is refused gets no unit of work to write in: theirs is dropped. Refusals are therefore kept in memory where grants
//! are asked, and written in a unit of work of their own once the answer is there.

use super::Records;
use crate::StoreError;
use crate::audit;
use ariane_domain::access::{Action, Actor, Object, Refusal, policy};
use chrono::{DateTime, Utc};
use std::sync::{Arc, Mutex, PoisonError};
use uuid::Uuid;

/// Refusals that wait at most; whoever is refused more often meanwhile is in the log often enough.
const MOST: usize = 10_000;
/// How the log names a refusal, whatever was refused.
pub const REFUSED: &str = "refused";

/// A refusal: codes and pseudonyms.
#[derive(Debug)]
struct Refused {
    actor: String,
    action: Action,
    controller: Uuid,
    object: String,
    stream: String,
    refusal: Refusal,
    at: DateTime<Utc>,
}

/// Refusals that wait to be written.
#[derive(Debug, Clone, Default)]
pub(crate) struct Pending(Arc<Mutex<Vec<Refused>>>);

impl Pending {
    pub(crate) fn keep(
        &self,
        actor: &Actor,
        action: Action,
        (controller, object, enquiry): (Uuid, Object, Option<Uuid>),
        refusal: Refusal,
        at: DateTime<Utc>,
    ) {
        // A stranger has no name in the log, and jobs ask for nothing but their own work.
        let is_somebody =
            matches!(actor, Actor::Staff(_) | Actor::LinkHolder { .. } | Actor::Recipient { .. });
        if !is_somebody || !refusal.is_kept_in_log() {
            return;
        }
        let stream = match (enquiry, object.id) {
            (Some(enquiry), _) => format!("enquiry/{enquiry}"),
            (None, Some(_)) => object.to_string(),
            (None, None) => "office".to_owned(),
        };
        let one = Refused {
            actor: actor.pseudonym(),
            action,
            controller,
            object: object.to_string(),
            stream,
            refusal,
            at,
        };
        let mut waiting = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if waiting.len() < MOST {
            waiting.push(one);
        }
    }

    fn take(&self) -> Vec<Refused> {
        std::mem::take(&mut *self.0.lock().unwrap_or_else(PoisonError::into_inner))
    }

    fn is_empty(&self) -> bool {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).is_empty()
    }

    fn put_back(&self, mut refused: Vec<Refused>) {
        let mut waiting = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        refused.append(&mut waiting);
        refused.truncate(MOST);
        *waiting = refused;
    }
}

impl Records {
    /// Keeps a refusal that was decided before any record was looked up: by the rule of a route. `record` is the id in the
    /// address, where there is one.
    pub fn refuse(
        &self,
        controller: Uuid,
        actor: &Actor,
        action: Action,
        record: Option<Uuid>,
        refusal: Refusal,
        at: DateTime<Utc>,
    ) {
        let object = Object { kind: if record.is_some() { "record" } else { "page" }, id: record };
        self.refusals.keep(actor, action, (controller, object, None), refusal, at);
    }

    /// Writes the refusals that wait. Called after each request, when its own unit of work is done.
    ///
    /// # Errors
    /// When the store cannot be written; they wait on then.
    pub async fn log_refusals(&self) -> Result<usize, StoreError> {
        if self.refusals.is_empty() {
            return Ok(0);
        }
        let waiting = self.refusals.take();
        match self.write_refusals(&waiting).await {
            Ok(()) => Ok(waiting.len()),
            Err(error) => {
                self.refusals.put_back(waiting);
                Err(error)
            }
        }
    }

    async fn write_refusals(&self, waiting: &[Refused]) -> Result<(), StoreError> {
        let Some(first) = waiting.first() else { return Ok(()) };
        let work = self.begin(first.at).await?;
        for one in waiting {
            let reason = format!("{}/{}", one.action.word(), one.refusal.word());
            let event = audit::Event {
                controller: one.controller,
                stream: &one.stream,
                actor: &one.actor,
                function: "none",
                action: REFUSED,
                object: &one.object,
                purpose: policy::purpose(one.action).word(),
                reason: &reason,
            };
            audit::append(&work.transaction, &event, one.at).await?;
        }
        work.commit().await
    }
}
