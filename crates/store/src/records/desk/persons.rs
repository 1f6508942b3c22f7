//! Persons of an enquiry: what was last said to whom, somebody else's story.

use crate::StoreError;
use crate::entities::enquiry;
use crate::records::Work;
use crate::records::enquiries::of_persons;
use crate::records::enquiries::thread::Direction;
use crate::records::persons::{Identity, PersonCodes};
use ariane_domain::access::grant::{AnswerEnquiry, Grant, LogEnquiry};
use ariane_domain::enquiry::{Outcome, State};
use chrono::{DateTime, Utc};
use sea_orm::ActiveValue::Set;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder};
use uuid::Uuid;

/// The last contact with somebody who calls again (duty D46).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LastContact {
    /// The enquiry.
    pub enquiry: Uuid,
    /// Its number.
    pub number: i64,
    /// When it came.
    pub at: DateTime<Utc>,
    /// Where it stands.
    pub state: State,
    /// What became of it.
    pub outcome: Option<Outcome>,
    /// What it was about, in a line.
    pub summary: String,
    /// What was last said, by which side.
    pub last: Option<(Direction, String)>,
}

impl Work<'_> {
    /// The last contact of a person about to be entered again; the grant to log covers the question.
    pub async fn last_contact(
        &mut self,
        grant: &Grant<LogEnquiry>,
        person: Uuid,
    ) -> Result<Option<LastContact>, StoreError> {
        let controller = grant.facts().controller;
        let records = self.same_person(controller, person).await?;
        let row = enquiry::Entity::find()
            .filter(enquiry::Column::ControllerId.eq(controller))
            .filter(of_persons(controller, &records))
            .filter(enquiry::Column::WithdrawnAt.is_null())
            .order_by_desc(enquiry::Column::ReceivedAt)
            .one(&self.transaction)
            .await?;
        let Some(row) = row else { return Ok(None) };
        let (id, number, at) = (row.id, row.number, row.received_at);
        self.log(grant, &format!("enquiry/{id}")).await?;
        let opened = match self.open_enquiry(row).await {
            Ok(opened) => opened,
            Err(StoreError::Erased) => return Ok(None),
            Err(other) => return Err(other),
        };
        let said = opened.messages.iter().rev().find(|m| m.kind == "message");
        Ok(Some(LastContact {
            enquiry: id,
            number,
            at,
            state: opened.state,
            outcome: opened.outcome,
            summary: if opened.texts.summary.is_empty() { opened.texts.note } else { opened.texts.summary },
            last: said.map(|m| (m.direction, m.text.clone())),
        }))
    }

    /// Adds the person concerned to an enquiry that somebody else made.
    pub async fn add_concerned(
        &mut self,
        grant: &Grant<AnswerEnquiry>,
        version: i32,
        identity: &Identity,
        codes: &PersonCodes,
    ) -> Result<Uuid, StoreError> {
        let row = self.enquiry_row(grant.facts().controller, grant.id()).await?;
        if row.concerned_id.is_some() {
            return Err(StoreError::NotPossible);
        }
        let person = self.insert_person(row.controller_id, identity, codes).await?;
        let set = enquiry::ActiveModel { concerned_id: Set(Some(person)), ..Default::default() };
        self.write_version(&row, version, set).await?;
        let actor = grant.actor().pseudonym();
        self.event(row.controller_id, row.id, "concerned-added", "", &actor).await?;
        let opened = self.open_enquiry(self.enquiry_row(row.controller_id, Some(row.id)).await?).await?;
        let prompts = self.prompts(&opened.codes, &opened.texts, true);
        self.prompt(&row, &prompts, &actor).await?;
        self.note(grant).await?;
        Ok(person)
    }

    /// The other records that are linked as the same person, for the page of an enquiry.
    pub async fn linked_records(&self, controller: Uuid, person: Uuid) -> Result<Vec<Uuid>, StoreError> {
        let all = self.same_person(controller, person).await?;
        Ok(all.into_iter().filter(|id| *id != person).collect())
    }
}
