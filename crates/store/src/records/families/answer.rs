//! What a side says: in its own hand behind a proof over a second channel, or by voice to who follows it.

use super::{FamilyContact, TABLE, said};
use crate::StoreError;
use crate::entities::{family_contact as f, family_side as s};
use crate::records::cell::CellError;
use crate::records::{Work, seal_text};
use ariane_domain::access::grant::{Grant, JoinFamilies, UseOwnRights};
use ariane_domain::consent::Means;
use ariane_domain::families::{ContactState, FamilyFault, SideAnswer, SideChange, answered};
use sea_orm::ActiveValue::Set;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};
use uuid::Uuid;

/// Somebody has to tell the other side that it is over, and ask to delete.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ToTell {
    /// Who proposed the contact.
    pub asked_by: Uuid,
    /// Number of the other file.
    pub number: i64,
}

impl Work<'_> {
    /// Writes down what a family said to who follows it.
    pub async fn answer_for_family(
        &mut self,
        grant: &Grant<JoinFamilies>,
        contact: Uuid,
        version: i32,
        change: SideChange,
        way: &str,
    ) -> Result<Option<ToTell>, CellError> {
        let row = self.case_row(grant.facts().controller, grant.id()).await?;
        let actor = grant.actor().pseudonym();
        let told = self.answer_side(&row, contact, version, (change, Means::Spoken), way, actor).await?;
        self.track_acted(grant, &row).await?;
        self.log_case(grant, row.id).await?;
        Ok(told)
    }

    /// The contacts that one was asked about; none where the link is not the person's own.
    pub async fn own_families(
        &mut self,
        grant: &Grant<UseOwnRights>,
    ) -> Result<Vec<FamilyContact>, StoreError> {
        match self.own_file(grant).await? {
            Some(file) => self.contacts_of(file.controller_id, file.id).await,
            None => Ok(Vec::new()),
        }
    }

    /// Answers on screen. Only who agreed to this purpose says yes; a no, and taking back, need no agreement.
    pub async fn answer_own_family(
        &mut self,
        grant: &Grant<UseOwnRights>,
        contact: Uuid,
        version: i32,
        change: SideChange,
        way: &str,
    ) -> Result<Option<ToTell>, CellError> {
        let row = self.own_file(grant).await?.ok_or(StoreError::NotThere)?;
        if change == SideChange::Agree && !self.agrees_to_contact(&row).await? {
            return Err(CellError::Rule("family-no-agreement"));
        }
        let actor = grant.actor().pseudonym();
        let told = self.answer_side(&row, contact, version, (change, Means::Screen), way, actor).await?;
        self.note(grant).await?;
        Ok(told)
    }

    async fn answer_side(
        &mut self,
        row: &crate::entities::case_file::Model,
        contact: Uuid,
        version: i32,
        (change, means): (SideChange, Means),
        way: &str,
        actor: String,
    ) -> Result<Option<ToTell>, CellError> {
        if change == SideChange::Agree && self.stands_still(row).await? {
            return Err(FamilyFault::StandsStill.into());
        }
        let controller = row.controller_id;
        let (own, other) = self.both_sides(controller, contact, row.id).await?;
        let (before, theirs) = (said(&own)?, said(&other)?);
        let was_open = ContactState::of([before, theirs]) == ContactState::Open;
        let next = answered(before, theirs, change, way)?;
        let key = self.key(own.subject_id).await?;
        // What was said stays with a yes alone: a no and a withdrawal leave nothing by which somebody is reached.
        let sealed = match next {
            SideAnswer::Yes => seal_text(&key, TABLE, "sealed_way", own.id, way.trim())?,
            _ => None,
        };
        let written = s::Entity::update_many()
            .set(s::ActiveModel {
                answer: Set(next.word().to_owned()),
                means: Set(means.word().to_owned()),
                answered_at: Set(Some(self.now)),
                version: Set(version + 1),
                sealed_way: Set(sealed),
                ..s::ActiveModel::default()
            })
            .filter(s::Column::ControllerId.eq(controller))
            .filter(s::Column::Id.eq(own.id))
            .filter(s::Column::Version.eq(version))
            .exec(&self.transaction)
            .await?;
        if written.rows_affected == 0 {
            return Err(StoreError::Conflict.into());
        }
        let state = ContactState::of([next, theirs]);
        let theirs = self.case_row(controller, Some(other.file_id)).await?;
        for file in [row, &theirs] {
            self.case_event_by(file, "family-contact", state.word(), "", actor.clone()).await?;
        }
        if !(was_open && state == ContactState::Ended) {
            return Ok(None);
        }
        let contact = f::Entity::find_by_id((controller, contact)).one(&self.transaction).await?;
        let contact = contact.ok_or(StoreError::NotThere)?;
        Ok(Some(ToTell { asked_by: contact.asked_by, number: theirs.number }))
    }

    /// Ends the open contacts of a person who takes back the agreement they rest on. Gives who has to tell whom.
    pub(in crate::records) async fn end_family_contacts(
        &mut self,
        row: &crate::entities::case_file::Model,
        actor: &str,
    ) -> Result<Vec<ToTell>, StoreError> {
        let mut to_tell = Vec::new();
        for one in self.contacts_of(row.controller_id, row.id).await? {
            let change = match (one.state.is_live(), one.answer) {
                (true, SideAnswer::Yes) => SideChange::Withdraw,
                (true, SideAnswer::Asked) => SideChange::Decline,
                _ => continue,
            };
            let how = (change, Means::Screen);
            let done = self.answer_side(row, one.id, one.version, how, "", actor.to_owned()).await;
            to_tell.extend(done.map_err(CellError::into_store)?);
        }
        Ok(to_tell)
    }
}
