//! Files of one household. A link discloses nothing (duty D7): each member's row is sealed with that member's own key, and is
//! opened only against a grant for that member's file.

use crate::StoreError;
use crate::entities::{case_file, household_member as h};
use crate::records::cell::{CellError, from_json, to_json};
use crate::records::{Work, open_text, seal_text};
use ariane_domain::access::grant::{Grant, ReadCase, WriteCase};
use ariane_domain::cell::Reality;
use ariane_domain::cell::file::FileState;
use ariane_domain::cell::household::{Burden, Consanguinity, Tie};
use chrono::NaiveDate;
use sea_orm::ActiveValue::Set;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

const TABLE: &str = "household_member";

/// What one member said of the family; it stays in their own file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct MemberFacts {
    /// What they are in the household.
    pub tie: Tie,
    /// Whether the parents are related by blood.
    pub consanguinity: Consanguinity,
    /// What the carers said last, and when.
    pub burden: Option<(Burden, NaiveDate)>,
}

/// A member as one reads who may read their file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Member {
    /// Their file.
    pub file: Uuid,
    /// Its number.
    pub number: i64,
    /// Name; empty when not known.
    pub name: String,
    /// Where the file stands.
    pub state: FileState,
    /// Day of the next step.
    pub next_due: Option<NaiveDate>,
    /// What they said.
    pub facts: MemberFacts,
    /// Version.
    pub version: i32,
}

impl Work<'_> {
    async fn member_row(&self, controller: Uuid, file: Uuid) -> Result<Option<h::Model>, StoreError> {
        Ok(h::Entity::find()
            .filter(h::Column::ControllerId.eq(controller))
            .filter(h::Column::FileId.eq(file))
            .one(&self.transaction)
            .await?)
    }

    /// The files of the household of a file, its own first; ids only, and none where it stands alone. Who shows one asks the
    /// policy for a grant of its own.
    pub async fn household_of(&self, grant: &Grant<ReadCase>) -> Result<Vec<Uuid>, StoreError> {
        let controller = grant.facts().controller;
        let own = grant.id().ok_or(StoreError::NotThere)?;
        let Some(row) = self.member_row(controller, own).await? else { return Ok(Vec::new()) };
        let rows = h::Entity::find()
            .filter(h::Column::ControllerId.eq(controller))
            .filter(h::Column::HouseholdId.eq(row.household_id))
            .order_by_asc(h::Column::Id)
            .all(&self.transaction)
            .await?;
        let others = rows.into_iter().map(|one| one.file_id).filter(|file| *file != own);
        Ok(std::iter::once(own).chain(others).collect())
    }

    /// Whether two files are of one household.
    pub(in crate::records) async fn share_household(
        &self,
        one: &case_file::Model,
        other: &case_file::Model,
    ) -> Result<bool, StoreError> {
        let first = self.member_row(one.controller_id, one.id).await?;
        let second = self.member_row(other.controller_id, other.id).await?;
        Ok(first.zip(second).is_some_and(|(first, second)| first.household_id == second.household_id))
    }

    /// Opens one member's file as far as the family view shows it. Reading is logged in that member's stream.
    pub async fn read_member(&mut self, grant: &Grant<ReadCase>) -> Result<Member, StoreError> {
        let row = self.case_row(grant.facts().controller, grant.id()).await?;
        let member = self.member_row(row.controller_id, row.id).await?.ok_or(StoreError::NotThere)?;
        self.log_case(grant, row.id).await?;
        let key = self.key(row.subject_id).await?;
        let facts = open_text(&key, TABLE, "sealed_facts", member.id, member.sealed_facts.as_deref())?;
        let mut names = self.case_names(row.controller_id, vec![row.subject_id]).await?;
        Ok(Member {
            file: row.id,
            number: row.number,
            name: names.remove(&row.subject_id).unwrap_or_default(),
            state: FileState::from_word(&row.state).ok_or_else(|| StoreError::Damaged(row.id.to_string()))?,
            next_due: row.next_due,
            facts: from_json(&facts, member.id)?,
            version: member.version,
        })
    }

    /// Whether this member said that the parents are related by blood. Callers have used their grant.
    pub(in crate::records) async fn are_parents_related(
        &mut self,
        row: &case_file::Model,
    ) -> Result<bool, StoreError> {
        let Some(member) = self.member_row(row.controller_id, row.id).await? else { return Ok(false) };
        let key = self.key(row.subject_id).await?;
        let facts = open_text(&key, TABLE, "sealed_facts", member.id, member.sealed_facts.as_deref())?;
        let facts: MemberFacts = from_json(&facts, member.id)?;
        Ok(facts.consanguinity == Consanguinity::Yes)
    }

    /// The file with a number, for who types it to link it. Says nothing of whom it is about.
    pub async fn case_numbered(
        &self,
        controller: Uuid,
        number: i64,
        reality: Reality,
    ) -> Result<Option<Uuid>, StoreError> {
        let found = case_file::Entity::find()
            .filter(case_file::Column::ControllerId.eq(controller))
            .filter(case_file::Column::Reality.eq(reality.word()))
            .filter(case_file::Column::Number.eq(number))
            .one(&self.transaction)
            .await?;
        Ok(found.map(|file| file.id))
    }

    async fn insert_member(
        &mut self,
        row: &case_file::Model,
        household: Uuid,
        facts: &MemberFacts,
    ) -> Result<(), StoreError> {
        let (id, key) = (self.id()?, self.key(row.subject_id).await?);
        h::Entity::insert(h::ActiveModel {
            controller_id: Set(row.controller_id),
            id: Set(id),
            household_id: Set(household),
            file_id: Set(row.id),
            changed_at: Set(self.now),
            version: Set(1),
            sealed_facts: Set(seal_text(&key, TABLE, "sealed_facts", id, &to_json(facts)?)?),
        })
        .exec_without_returning(&self.transaction)
        .await?;
        Ok(())
    }

    /// Links another file with this one, each with what it is in the household. Needs a grant for both.
    pub async fn link_member(
        &mut self,
        grant: &Grant<WriteCase>,
        own_tie: Tie,
        other: &Grant<WriteCase>,
        tie: Tie,
    ) -> Result<(), CellError> {
        let controller = grant.facts().controller;
        let row = self.case_row(controller, grant.id()).await?;
        let other_row = self.case_row(controller, other.id()).await?;
        if row.id == other_row.id || row.subject_id == other_row.subject_id {
            return Err(CellError::Rule("same-file"));
        }
        if row.reality != other_row.reality {
            return Err(CellError::Rule("other-reality"));
        }
        let (own, theirs) =
            (self.member_row(controller, row.id).await?, self.member_row(controller, other_row.id).await?);
        let new = |tie| MemberFacts { tie, consanguinity: Consanguinity::NotAsked, burden: None };
        match (own, theirs) {
            (Some(own), Some(theirs)) if own.household_id == theirs.household_id => {
                return Err(CellError::Rule("linked-already"));
            }
            // Two households are not melted by a slip of the hand: one is left first.
            (Some(_), Some(_)) => return Err(CellError::Rule("other-household")),
            (Some(own), None) => self.insert_member(&other_row, own.household_id, &new(tie)).await?,
            (None, Some(theirs)) => self.insert_member(&row, theirs.household_id, &new(own_tie)).await?,
            (None, None) => {
                let household = self.id()?;
                self.insert_member(&row, household, &new(own_tie)).await?;
                self.insert_member(&other_row, household, &new(tie)).await?;
            }
        }
        self.care_changed(grant, &row, "household", "").await?;
        Ok(self.care_changed(other, &other_row, "household", "").await?)
    }

    /// Takes a file out of its household; who is left alone is in none.
    pub async fn leave_household(&mut self, grant: &Grant<WriteCase>) -> Result<(), CellError> {
        let row = self.case_row(grant.facts().controller, grant.id()).await?;
        self.part_from_household(&row).await?;
        Ok(self.care_changed(grant, &row, "household-left", "").await?)
    }

    pub(in crate::records) async fn part_from_household(
        &self,
        row: &case_file::Model,
    ) -> Result<(), StoreError> {
        let Some(member) = self.member_row(row.controller_id, row.id).await? else { return Ok(()) };
        let of_household = || {
            h::Entity::find()
                .filter(h::Column::ControllerId.eq(row.controller_id))
                .filter(h::Column::HouseholdId.eq(member.household_id))
        };
        let left = of_household().all(&self.transaction).await?;
        // A household of one is none.
        let gone: Vec<Uuid> =
            left.iter().filter(|one| one.id == member.id || left.len() <= 2).map(|one| one.id).collect();
        h::Entity::delete_many()
            .filter(h::Column::ControllerId.eq(row.controller_id))
            .filter(h::Column::Id.is_in(gone))
            .exec(&self.transaction)
            .await?;
        Ok(())
    }

    /// Writes down what this member said of the family, as long as nobody else did since `version`.
    pub async fn keep_member(
        &mut self,
        grant: &Grant<WriteCase>,
        version: i32,
        facts: &MemberFacts,
        today: NaiveDate,
    ) -> Result<(), CellError> {
        let row = self.case_row(grant.facts().controller, grant.id()).await?;
        let member = self.member_row(row.controller_id, row.id).await?.ok_or(StoreError::NotThere)?;
        if facts.burden.is_some_and(|(_, day)| day > today) {
            return Err(CellError::Rule("day-ahead"));
        }
        let key = self.key(row.subject_id).await?;
        let written = h::Entity::update_many()
            .set(h::ActiveModel {
                changed_at: Set(self.now),
                version: Set(version + 1),
                sealed_facts: Set(seal_text(&key, TABLE, "sealed_facts", member.id, &to_json(facts)?)?),
                ..h::ActiveModel::default()
            })
            .filter(h::Column::ControllerId.eq(row.controller_id))
            .filter(h::Column::Id.eq(member.id))
            .filter(h::Column::Version.eq(version))
            .exec(&self.transaction)
            .await?;
        if written.rows_affected == 0 {
            return Err(StoreError::Conflict.into());
        }
        Ok(self.care_changed(grant, &row, "household-facts", "").await?)
    }
}
