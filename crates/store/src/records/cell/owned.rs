//! Steps as their owner sees them: somebody of the service or the hub does what the cell asked them, and sees of the file
//! what they need for it (the step, and how the person is reached), not the file.

use super::steps::{StepText, open_step};
use super::{CellError, staff};
use crate::StoreError;
use crate::entities::{case_file, case_step as s};
use crate::records::Work;
use crate::records::persons::{Identity, PersonCodes};
use ariane_domain::access::Facts;
use ariane_domain::access::grant::{DoOwnSteps, Grant};
use ariane_domain::cell::Reality;
use ariane_domain::cell::file::FileState;
use ariane_domain::cell::step::{StepEvent, StepState};
use ariane_domain::purpose::Purpose;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect};
use std::collections::HashMap;
use uuid::Uuid;

/// Most steps shown: a list is worked off from its head.
const MOST: u64 = 300;

/// A step of one's own, in the list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OwnedStep {
    /// The step.
    pub step: StepText,
    /// Number of its file.
    pub number: i64,
    /// Whether the file is fictitious.
    pub reality: Reality,
}

/// A step of one's own with what is needed to do it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OwnedStepOpened {
    /// As in the list.
    pub owned: OwnedStep,
    /// Who the person is and how they may be reached.
    pub identity: Identity,
    /// Their codes, for the language.
    pub codes: PersonCodes,
}

fn reality(file: &case_file::Model) -> Reality {
    Reality::from_word(&file.reality).unwrap_or(Reality::Real)
}

impl Work<'_> {
    /// What the policy must know of a step when `account` asks. Holds nothing personal, so it needs no grant.
    pub async fn step_facts(
        &mut self,
        controller: Uuid,
        id: Uuid,
        account: Uuid,
    ) -> Result<Facts, StoreError> {
        let (row, file) = self.owned_rows(controller, Some(id)).await?;
        let is_theirs = self.roster(controller).await?.may_act_for(account, row.owner_id, self.now);
        Ok(Facts {
            choices: self.choices_towards(&file, None).await?,
            owner: is_theirs.then_some(account),
            ..Facts::of(controller, "case_step", id)
        })
    }

    async fn owned_rows(
        &self,
        controller: Uuid,
        id: Option<Uuid>,
    ) -> Result<(s::Model, case_file::Model), StoreError> {
        let id = id.ok_or(StoreError::NotThere)?;
        let row = s::Entity::find_by_id((controller, id)).one(&self.transaction).await?;
        let row = row.ok_or(StoreError::NotThere)?;
        let file = self.case_row(controller, Some(row.file_id)).await?;
        Ok((row, file))
    }

    /// Open steps that who asks owns, or stands in for, the most pressing first; without names. Steps of files that
    /// ended, of erased persons, and of those who do not agree (where the register asks for it) are passed over.
    pub async fn own_steps(&mut self, grant: &Grant<DoOwnSteps>) -> Result<Vec<OwnedStep>, StoreError> {
        self.log(grant, "cell").await?;
        let Some(basis) = self.records.register.basis(Purpose::Coordination) else { return Ok(Vec::new()) };
        let controller = grant.facts().controller;
        let account = staff(grant)?.account;
        let roster = self.roster(controller).await?;
        let mut owners = roster.stood_in_for(account, self.now);
        owners.push(account);
        let open = StepState::ALL.into_iter().filter(|state| state.is_open()).map(StepState::word);
        let rows = s::Entity::find()
            .filter(s::Column::ControllerId.eq(controller))
            .filter(s::Column::OwnerId.is_in(owners))
            .filter(s::Column::State.is_in(open))
            .order_by_asc(s::Column::Due)
            .order_by_asc(s::Column::Id)
            .limit(MOST)
            .all(&self.transaction)
            .await?;
        let files: HashMap<Uuid, case_file::Model> = case_file::Entity::find()
            .filter(case_file::Column::ControllerId.eq(controller))
            .filter(case_file::Column::Id.is_in(rows.iter().map(|row| row.file_id)))
            .filter(case_file::Column::State.is_in(FileState::running()))
            .all(&self.transaction)
            .await?
            .into_iter()
            .map(|file| (file.id, file))
            .collect();
        let mut files = files;
        let mut closed = Vec::new();
        for file in files.values() {
            if !self.choices_towards(file, None).await?.allow(Purpose::Coordination, basis) {
                closed.push(file.id);
            }
        }
        files.retain(|id, _| !closed.contains(id));
        self.load_keys(&files.values().map(|file| file.subject_id).collect::<Vec<_>>()).await?;
        let mut steps = Vec::new();
        for row in rows {
            let Some(file) = files.get(&row.file_id) else { continue };
            let Some(key) = self.loaded_key(file.subject_id) else { continue };
            let step = open_step(key, row)?;
            steps.push(OwnedStep { step, number: file.number, reality: reality(file) });
        }
        Ok(steps)
    }

    /// One of them, with the person; a reading of the file that the person can see.
    pub async fn own_step(&mut self, grant: &Grant<DoOwnSteps>) -> Result<OwnedStepOpened, StoreError> {
        let (row, file) = self.owned_rows(grant.facts().controller, grant.id()).await?;
        self.log_case(grant, file.id).await?;
        let key = self.key(file.subject_id).await?;
        let step = open_step(&key, row)?;
        let person = self.open_persons(file.controller_id, &[file.subject_id]).await?.pop();
        let person = person.ok_or(StoreError::NotThere)?;
        let owned = OwnedStep { step, number: file.number, reality: reality(&file) };
        Ok(OwnedStepOpened { owned, identity: person.identity, codes: person.codes })
    }

    /// Moves one of them on.
    pub async fn do_own_step(
        &mut self,
        grant: &Grant<DoOwnSteps>,
        version: i32,
        event: StepEvent,
        outcome: &str,
    ) -> Result<(), CellError> {
        let (row, file) = self.owned_rows(grant.facts().controller, grant.id()).await?;
        self.move_step(grant, &file, &row, version, event, outcome).await
    }
}
