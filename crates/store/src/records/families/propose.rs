//! Who could be asked, and asking both.

use super::{FamilyContact, TABLE, said};
use crate::StoreError;
use crate::entities::{case_file, consent, family_contact as f, family_side as s};
use crate::records::cell::open::Head;
use crate::records::cell::{CellError, from_json, staff};
use crate::records::{Work, open_text, seal_text};
use ariane_domain::access::grant::{Grant, JoinFamilies};
use ariane_domain::families::{ContactState, FamilyFault, SideAnswer, told};
use ariane_domain::purpose::Purpose;
use sea_orm::ActiveValue::Set;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect};
use uuid::Uuid;

/// Most files looked at for one proposal.
const MOST: u64 = 300;

/// A file whose person agreed to contact with another family.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Candidate {
    /// The file.
    pub file: Uuid,
    /// Its number.
    pub number: i64,
    /// Disorder, as known or suspected.
    pub disorder: String,
}

impl Work<'_> {
    /// The contacts of a file, for who follows it.
    pub async fn family_contacts(
        &mut self,
        grant: &Grant<JoinFamilies>,
    ) -> Result<Vec<FamilyContact>, StoreError> {
        let file = grant.id().ok_or(StoreError::NotThere)?;
        self.log_case(grant, file).await?;
        self.contacts_of(grant.facts().controller, file).await
    }

    /// Files of other persons who agreed to such a contact and are followed, with what is needed to choose: number and disorder, no
    /// name. Each is opened by its own decision of the policy.
    pub async fn families_agreed(
        &mut self,
        grant: &Grant<JoinFamilies>,
    ) -> Result<Vec<Candidate>, StoreError> {
        let controller = grant.facts().controller;
        let own = self.case_row(controller, grant.id()).await?;
        let agreed: Vec<Uuid> = consent::Entity::find()
            .select_only()
            .column(consent::Column::SubjectId)
            .distinct()
            .filter(consent::Column::ControllerId.eq(controller))
            .filter(consent::Column::Purpose.eq(Purpose::FamilyContact.word()))
            .filter(consent::Column::GivenAt.is_not_null())
            .filter(consent::Column::WithdrawnAt.is_null())
            .into_tuple()
            .all(&self.transaction)
            .await?;
        let rows = case_file::Entity::find()
            .filter(case_file::Column::ControllerId.eq(controller))
            .filter(case_file::Column::SubjectId.is_in(agreed))
            .filter(case_file::Column::Reality.eq(own.reality.as_str()))
            .filter(case_file::Column::State.is_in(["open", "dormant"]))
            .filter(case_file::Column::Id.ne(own.id))
            .order_by_asc(case_file::Column::Number)
            .limit(MOST)
            .all(&self.transaction)
            .await?;
        let mut all = Vec::new();
        for row in rows {
            let facts = self.case_facts(controller, row.id).await?;
            let Ok(theirs) = self.may::<JoinFamilies>(grant.actor(), facts) else { continue };
            if self.stands_still(&row).await? {
                continue;
            }
            self.log_case(&theirs, row.id).await?;
            let key = self.key(row.subject_id).await?;
            let head = open_text(&key, "case_file", "sealed_head", row.id, row.sealed_head.as_deref())?;
            let head: Head = from_json(&head, row.id)?;
            all.push(Candidate { file: row.id, number: row.number, disorder: head.disorder });
        }
        Ok(all)
    }

    /// Asks two families. Each is told of the other what stands in the words addressed to it: `first_told` goes to the first.
    pub async fn propose_contact(
        &mut self,
        first: &Grant<JoinFamilies>,
        second: &Grant<JoinFamilies>,
        first_told: &str,
        second_told: &str,
    ) -> Result<Uuid, CellError> {
        let controller = first.facts().controller;
        let rows =
            [self.case_row(controller, first.id()).await?, self.case_row(controller, second.id()).await?];
        let words = [told(first_told)?, told(second_told)?];
        self.may_be_joined(&rows).await?;
        let id = self.id()?;
        f::Entity::insert(f::ActiveModel {
            controller_id: Set(controller),
            id: Set(id),
            asked_by: Set(staff(first)?.account),
            asked_at: Set(self.now),
        })
        .exec_without_returning(&self.transaction)
        .await?;
        for (row, words) in rows.iter().zip(words) {
            let (side, key) = (self.id()?, self.key(row.subject_id).await?);
            s::Entity::insert(s::ActiveModel {
                controller_id: Set(controller),
                id: Set(side),
                contact_id: Set(id),
                file_id: Set(row.id),
                subject_id: Set(row.subject_id),
                answer: Set(SideAnswer::Asked.word().to_owned()),
                means: Set(String::new()),
                answered_at: Set(None),
                version: Set(1),
                sealed_told: Set(seal_text(&key, TABLE, "sealed_told", side, &words)?),
                sealed_way: Set(None),
            })
            .exec_without_returning(&self.transaction)
            .await?;
            self.case_event(first, row, "family-contact", ContactState::Asked.word(), "").await?;
        }
        self.log_case(first, rows[0].id).await?;
        self.log_case(second, rows[1].id).await?;
        Ok(id)
    }

    async fn may_be_joined(&mut self, rows: &[case_file::Model; 2]) -> Result<(), CellError> {
        let [first, second] = rows;
        let controller = first.controller_id;
        let is_one = self.same_person(controller, first.subject_id).await?.contains(&second.subject_id);
        if first.id == second.id || is_one || self.share_household(first, second).await? {
            return Err(FamilyFault::SameFamily.into());
        }
        if first.reality != second.reality {
            return Err(FamilyFault::OtherReality.into());
        }
        for row in rows {
            if matches!(row.state.as_str(), "died" | "closed" | "refused") {
                return Err(CellError::Rule("not-possible"));
            }
            if self.stands_still(row).await? {
                return Err(FamilyFault::StandsStill.into());
            }
        }
        let before = s::Entity::find()
            .filter(s::Column::ControllerId.eq(controller))
            .filter(s::Column::FileId.eq(first.id))
            .all(&self.transaction)
            .await?;
        for side in before {
            let (own, other) = self.both_sides(controller, side.contact_id, first.id).await?;
            if other.file_id == second.id && ContactState::of([said(&own)?, said(&other)?]).is_live() {
                return Err(FamilyFault::Twice.into());
            }
        }
        Ok(())
    }
}
