//! Contacts between two families: proposed by the cell, answered by each side, open only while both said yes and both agreements count.
//!
//! * [`propose`]: who could be asked, and asking both; [`answer`]: what a side says, in the cell's hand or its own.
//!
//! The agreement is asked of the register at every reading: of one's own file by the grant, of the other's here, in the same unit of
//! work. Nothing of the other side is opened before.

pub mod answer;
pub mod propose;

use super::cell::CellError;
use crate::StoreError;
use crate::entities::{case_file, family_contact as f, family_side as s};
use crate::records::{Work, open_text};
use ariane_domain::access::Facts;
use ariane_domain::families::{ContactState, FamilyFault, SideAnswer};
use ariane_domain::purpose::Purpose;
use ariane_domain::representation::RepresentedAct;
use chrono::{DateTime, Utc};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder};
use uuid::Uuid;

const TABLE: &str = "family_side";
const PURPOSE: Purpose = Purpose::FamilyContact;

/// A contact as one side sees it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FamilyContact {
    /// Id.
    pub id: Uuid,
    /// Who proposed it.
    pub asked_by: Uuid,
    /// When.
    pub asked_at: DateTime<Utc>,
    /// State.
    pub state: ContactState,
    /// What this side says.
    pub answer: SideAnswer,
    /// When it said so.
    pub answered_at: Option<DateTime<Utc>>,
    /// What this side was told of the other before anybody answered.
    pub told: String,
    /// How this side may be reached, as it said.
    pub way: String,
    /// How the other may be reached: only while both said yes and both agreements count.
    pub other_way: Option<String>,
    /// File of the other side, for who follows both; never shown to a person.
    pub other_file: Uuid,
    /// Version of this side.
    pub version: i32,
}

impl From<FamilyFault> for CellError {
    fn from(fault: FamilyFault) -> Self {
        Self::Rule(match fault {
            FamilyFault::SameFamily => "family-same",
            FamilyFault::OtherReality => "family-other-reality",
            FamilyFault::Twice => "family-twice",
            FamilyFault::WordsMissing => "family-words-missing",
            FamilyFault::NoWay => "family-no-way",
            FamilyFault::StandsStill => "family-stands-still",
            FamilyFault::TooLong => "family-too-long",
            FamilyFault::NotPossible => "not-possible",
        })
    }
}

fn said(row: &s::Model) -> Result<SideAnswer, StoreError> {
    SideAnswer::from_word(&row.answer).ok_or_else(|| StoreError::Damaged(row.id.to_string()))
}

impl Work<'_> {
    /// Whether the agreement of the person of a file to contact with another family counts now, and nobody who decides for them stands
    /// against it (duty D23).
    async fn agrees_to_contact(&mut self, file: &case_file::Model) -> Result<bool, StoreError> {
        let Some(basis) = self.records.register.basis(PURPOSE) else { return Ok(false) };
        let choices = self.choices_towards(file, None).await?;
        Ok(choices.allow(PURPOSE, basis) && !self.stands_still(file).await?)
    }

    /// Whether who decides for the person of a file has not agreed that others learn of them.
    async fn stands_still(&mut self, file: &case_file::Model) -> Result<bool, StoreError> {
        let hindrances = self.hindrances_of_file(file).await?;
        let facts = Facts { hindrances, ..self.case_facts(file.controller_id, file.id).await? };
        Ok(facts.hindrance_for(RepresentedAct::ShareOutside, PURPOSE).is_some())
    }

    async fn sides(&self, controller: Uuid, contact: Uuid) -> Result<Vec<s::Model>, StoreError> {
        Ok(s::Entity::find()
            .filter(s::Column::ControllerId.eq(controller))
            .filter(s::Column::ContactId.eq(contact))
            .order_by_asc(s::Column::Id)
            .all(&self.transaction)
            .await?)
    }

    /// This side of a contact and the other.
    async fn both_sides(
        &self,
        controller: Uuid,
        contact: Uuid,
        file: Uuid,
    ) -> Result<(s::Model, s::Model), StoreError> {
        let (own, other): (Vec<_>, Vec<_>) =
            self.sides(controller, contact).await?.into_iter().partition(|side| side.file_id == file);
        own.into_iter().zip(other).next().ok_or(StoreError::NotThere)
    }

    /// The contacts of a file as its side sees them, the latest first. Callers have used their grant.
    pub(in crate::records) async fn contacts_of(
        &mut self,
        controller: Uuid,
        file: Uuid,
    ) -> Result<Vec<FamilyContact>, StoreError> {
        let own = s::Entity::find()
            .filter(s::Column::ControllerId.eq(controller))
            .filter(s::Column::FileId.eq(file))
            .order_by_desc(s::Column::Id)
            .all(&self.transaction)
            .await?;
        let own_file = self.case_row(controller, Some(file)).await?;
        let mut all = Vec::new();
        for side in own {
            let (side, other) = self.both_sides(controller, side.contact_id, file).await?;
            let contact = f::Entity::find_by_id((controller, side.contact_id)).one(&self.transaction).await?;
            let contact = contact.ok_or(StoreError::NotThere)?;
            let state = ContactState::of([said(&side)?, said(&other)?]);
            let theirs = self.case_row(controller, Some(other.file_id)).await?;
            let agreements =
                [self.agrees_to_contact(&own_file).await?, self.agrees_to_contact(&theirs).await?];
            // An erased person has no key: their side is gone.
            let other_way = match state.shows_other(agreements) {
                true => {
                    self.load_keys(&[other.subject_id]).await?;
                    let key = self.loaded_key(other.subject_id);
                    let sealed = other.sealed_way.as_deref();
                    key.map(|key| open_text(key, TABLE, "sealed_way", other.id, sealed)).transpose()?
                }
                false => None,
            };
            let key = self.key(side.subject_id).await?;
            all.push(FamilyContact {
                id: contact.id,
                asked_by: contact.asked_by,
                asked_at: contact.asked_at,
                state,
                answer: said(&side)?,
                answered_at: side.answered_at,
                told: open_text(&key, TABLE, "sealed_told", side.id, side.sealed_told.as_deref())?,
                way: open_text(&key, TABLE, "sealed_way", side.id, side.sealed_way.as_deref())?,
                other_way,
                other_file: other.file_id,
                version: side.version,
            });
        }
        Ok(all)
    }
}
