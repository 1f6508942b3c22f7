//! Open ends of all files: what waits for somebody, by the rule of the domain.

use super::{calls, plan, requests};
use crate::StoreError;
use crate::entities::{
    care_call, care_line, case_event, case_exchange, case_file, case_step, record_request,
};
use crate::records::cell::exchanges::{question, reads};
use crate::records::cell::follow_up::CONTACTS;
use crate::records::cell::steps::open_step;
use crate::records::cell::{from_json, staff, tracks};
use crate::records::consents::ending::Ends;
use crate::records::panel::list::Late;
use crate::records::rights::majority::CAME_OF_AGE;
use crate::records::{Work, open_text};
use ariane_domain::access::grant::{Grant, ListCases};
use ariane_domain::cell::callback::CallState;
use ariane_domain::cell::file::FileState;
use ariane_domain::cell::hospital::RequestState;
use ariane_domain::cell::open_end::OpenEnd;
use ariane_domain::cell::plan::PlanItem;
use ariane_domain::cell::step::StepState;
use ariane_domain::cell::{Reality, Track};
use chrono::{DateTime, Days, NaiveDate, TimeDelta, Utc};
use sea_orm::{ColumnTrait, Condition, EntityTrait, QueryFilter, QueryOrder, QuerySelect};
use std::collections::HashMap;
use uuid::Uuid;

/// Most rows looked at per kind: a list is worked off from its head.
const MOST: u64 = 300;

/// Something that waits.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Open {
    /// What kind.
    pub end: OpenEnd,
    /// The file.
    pub file: Uuid,
    /// Its number.
    pub number: i64,
    /// Whom it is about; empty when not known.
    pub name: String,
    /// What it is, in words.
    pub text: String,
    /// Who does it; none for a line of the plan.
    pub owner: Option<Uuid>,
    /// Its day.
    pub day: NaiveDate,
}

/// One that was found, still sealed.
enum Found {
    Step(case_step::Model),
    Line(care_line::Model),
    Call(care_call::Model),
    Request(record_request::Model),
    Exchange(case_exchange::Model),
    Panel(Late),
    Agreement(Ends),
    CameOfAge { file: Uuid, on: NaiveDate },
}

impl Found {
    const fn file(&self) -> Uuid {
        match self {
            Self::Step(row) => row.file_id,
            Self::Line(row) => row.file_id,
            Self::Call(row) => row.file_id,
            Self::Request(row) => row.file_id,
            Self::Exchange(row) => row.file_id,
            Self::Panel(one) => one.file,
            Self::Agreement(one) => one.file,
            Self::CameOfAge { file, .. } => *file,
        }
    }
}

impl Work<'_> {
    /// What waits, the most pressing kind first, each by its day. `today` is the day at the office. Files that ended, and
    /// erased persons, are passed over.
    pub async fn open_ends(
        &mut self,
        grant: &Grant<ListCases>,
        is_training: bool,
        today: NaiveDate,
    ) -> Result<Vec<Open>, StoreError> {
        self.log(grant, "cell").await?;
        let controller = grant.facts().controller;
        let mut found = self.found_ends(controller, today).await?;
        found.extend(self.late_panels(controller).await?.into_iter().map(Found::Panel));
        found.extend(self.unadvised(controller, today, &tracks(staff(grant)?)).await?);
        let ending = self.consents_ending(controller, today).await?;
        found.extend(ending.into_iter().map(Found::Agreement));
        found.extend(self.came_of_age_unheard(controller).await?);
        let ids: Vec<Uuid> = found.iter().map(Found::file).collect();
        let reality = if is_training { Reality::Training } else { Reality::Real };
        let files: HashMap<Uuid, case_file::Model> = case_file::Entity::find()
            .filter(case_file::Column::ControllerId.eq(controller))
            .filter(case_file::Column::Id.is_in(ids))
            .filter(case_file::Column::Reality.eq(reality.word()))
            .filter(case_file::Column::State.is_in(FileState::running()))
            .all(&self.transaction)
            .await?
            .into_iter()
            .map(|file| (file.id, file))
            .collect();
        let subjects = files.values().map(|file| file.subject_id).collect();
        let names = self.case_names(controller, subjects).await?;
        let closed = self.closed_to(grant.actor(), controller, files.keys().copied().collect()).await?;
        let mut open = Vec::new();
        for one in found {
            let Some(file) = files.get(&one.file()) else { continue };
            // An erased person has no key: there is nothing to do for them any more. Nor is there for who took their agreement back.
            if self.loaded_key(file.subject_id).is_none() || closed.contains(&file.id) {
                continue;
            }
            let name = names.get(&file.subject_id).cloned().unwrap_or_default();
            open.extend(self.open_end(one, file, name, today)?);
        }
        open.extend(self.files_not_agreed(grant, reality, today).await?);
        open.sort_by_key(|one| (one.end, one.day, one.number));
        Ok(open)
    }

    async fn found_ends(&self, controller: Uuid, today: NaiveDate) -> Result<Vec<Found>, StoreError> {
        let settings = &self.records.cell;
        let asked = self.now - TimeDelta::days(i64::from(settings.answer_days) - 1);
        let late = Condition::any().add(case_step::Column::Due.lt(today)).add(
            Condition::all()
                .add(case_step::Column::State.eq(StepState::Proposed.word()))
                .add(case_step::Column::ProposedAt.lte(asked)),
        );
        let states = StepState::ALL.into_iter().filter(|state| state.is_open()).map(StepState::word);
        let steps = case_step::Entity::find()
            .filter(case_step::Column::ControllerId.eq(controller))
            .filter(case_step::Column::State.is_in(states))
            .filter(late)
            .order_by_asc(case_step::Column::Due)
            .limit(MOST)
            .all(&self.transaction)
            .await?;
        let soon = today.checked_add_days(Days::new(u64::from(settings.renewal_days))).unwrap_or(today);
        let waiting = Condition::any()
            .add(
                Condition::all()
                    .add(care_line::Column::OnDay.lt(today))
                    .add(care_line::Column::Outcome.eq("")),
            )
            .add(care_line::Column::RenewBy.lte(soon));
        let lines = care_line::Entity::find()
            .filter(care_line::Column::ControllerId.eq(controller))
            .filter(waiting)
            .order_by_asc(care_line::Column::BegunAt)
            .limit(MOST)
            .all(&self.transaction)
            .await?;
        let calls = care_call::Entity::find()
            .filter(care_call::Column::ControllerId.eq(controller))
            .filter(care_call::Column::State.eq(CallState::Owed.word()))
            .filter(care_call::Column::Due.lte(today))
            .order_by_asc(care_call::Column::Due)
            .limit(MOST)
            .all(&self.transaction)
            .await?;
        let open = [RequestState::Requested, RequestState::Granted].map(RequestState::word);
        let requests = record_request::Entity::find()
            .filter(record_request::Column::ControllerId.eq(controller))
            .filter(record_request::Column::State.is_in(open))
            .order_by_asc(record_request::Column::UntilAt)
            .limit(MOST)
            .all(&self.transaction)
            .await?;
        let steps = steps.into_iter().map(Found::Step);
        Ok(steps
            .chain(lines.into_iter().map(Found::Line))
            .chain(calls.into_iter().map(Found::Call))
            .chain(requests.into_iter().map(Found::Request))
            .collect())
    }

    /// Files of persons who came of age, and with whom nobody spoke since.
    async fn came_of_age_unheard(&self, controller: Uuid) -> Result<Vec<Found>, StoreError> {
        let latest = async |kinds: Vec<&str>, files: Option<Vec<Uuid>>| {
            let mut events = case_event::Entity::find()
                .select_only()
                .column(case_event::Column::FileId)
                .column_as(case_event::Column::At.max(), "at")
                .filter(case_event::Column::ControllerId.eq(controller))
                .filter(case_event::Column::Kind.is_in(kinds))
                .group_by(case_event::Column::FileId);
            if let Some(files) = files {
                events = events.filter(case_event::Column::FileId.is_in(files));
            }
            events
                .order_by_desc(case_event::Column::At.max())
                .limit(MOST)
                .into_tuple::<(Uuid, DateTime<Utc>)>()
                .all(&self.transaction)
                .await
        };
        let told = latest(vec![CAME_OF_AGE], None).await?;
        let heard: HashMap<Uuid, DateTime<Utc>> =
            latest(CONTACTS.to_vec(), Some(told.iter().map(|(file, _)| *file).collect()))
                .await?
                .into_iter()
                .collect();
        let unheard = told.into_iter().filter(|(file, at)| heard.get(file).is_none_or(|heard| heard < at));
        Ok(unheard.map(|(file, at)| Found::CameOfAge { file, on: self.records.day(at) }).collect())
    }

    /// Questions to colleagues that wait, as far as who acts for these tracks reads them.
    async fn unadvised(
        &self,
        controller: Uuid,
        today: NaiveDate,
        reader: &[Track],
    ) -> Result<Vec<Found>, StoreError> {
        let rows = case_exchange::Entity::find()
            .filter(case_exchange::Column::ControllerId.eq(controller))
            .filter(case_exchange::Column::IsOpen.eq(true))
            .filter(case_exchange::Column::AskedOn.lte(today))
            .order_by_asc(case_exchange::Column::AskedOn)
            .limit(MOST)
            .all(&self.transaction)
            .await?;
        let mut found = Vec::new();
        for row in rows {
            if reads(&row, reader)? {
                found.push(Found::Exchange(row));
            }
        }
        Ok(found)
    }

    /// Opens one and asks the rule; none where the rule knows better than the query.
    fn open_end(
        &self,
        one: Found,
        file: &case_file::Model,
        name: String,
        today: NaiveDate,
    ) -> Result<Option<Open>, StoreError> {
        let settings = &self.records.cell;
        let Some(key) = self.loaded_key(file.subject_id) else { return Ok(None) };
        let open = |table, column, row, sealed: &Option<Vec<u8>>| {
            open_text(key, table, column, row, sealed.as_deref())
        };
        let (end, text, owner, day) = match one {
            Found::Step(row) => {
                let step = open_step(key, row)?;
                let end = OpenEnd::of_step(&step.step, today, settings);
                (end, step.text, Some(step.step.owner), step.step.due)
            }
            Found::Line(row) => {
                let rules = open(plan::TABLE, "sealed_rules", row.id, &row.sealed_rules)?;
                let item: PlanItem = from_json(&rules, row.id)?;
                let end = OpenEnd::of_line(&item, today, settings);
                let day = if end == Some(OpenEnd::Renewal) { item.renew_by } else { item.on };
                let text = open(plan::TABLE, "sealed_text", row.id, &row.sealed_text)?;
                (end, text, None, day.unwrap_or(today))
            }
            Found::Call(row) => {
                let state = CallState::from_word(&row.state)
                    .ok_or_else(|| StoreError::Damaged(row.id.to_string()))?;
                let text = open(calls::TABLE, "sealed_text", row.id, &row.sealed_text)?;
                (OpenEnd::of_call(state, row.due, today), text, Some(row.owner_id), row.due)
            }
            Found::Exchange(row) => {
                let end = OpenEnd::of_exchange(row.is_open, row.asked_on, today, settings);
                (end, question(key, &row)?.text, Some(row.author_id), row.asked_on)
            }
            Found::Panel(one) => {
                // Number and word of what it waits for; the page puts both into words.
                let text = format!("{} {}", one.number, one.wait.word());
                (Some(OpenEnd::PanelLate), text, None, self.records.day(one.since))
            }
            Found::Agreement(one) => {
                // Word of the purpose and name of the recipient; the page puts both into words.
                let text = format!("{} {}", one.purpose.word(), one.recipient(key)?);
                (Some(OpenEnd::Agreement), text, None, one.on)
            }
            Found::CameOfAge { on, .. } => (Some(OpenEnd::CameOfAge), String::new(), None, on),
            Found::Request(row) => {
                let rules = requests::rules(&row)?;
                let end = OpenEnd::of_request(&rules, self.now, settings);
                let day = if end == Some(OpenEnd::RecordClosure) { row.until_at } else { row.asked_at };
                let text = open(requests::TABLE, "sealed_text", row.id, &row.sealed_text)?;
                let text: requests::RequestText = from_json(&text, row.id)?;
                (end, text.hospital, Some(row.author_id), self.records.day(day))
            }
        };
        Ok(end.map(|end| Open { end, file: file.id, number: file.number, name, text, owner, day }))
    }
}
