//! The agenda of a weekly meeting: from the three origins what presses, what arrived, what is new, due or changed, and what the
//! last meeting did not reach.

use super::CellError;
use crate::StoreError;
use crate::entities::{case_event, case_file, cell_item, cell_meeting as m};
use crate::records::Work;
use ariane_domain::access::grant::{Grant, HoldMeeting};
use ariane_domain::cell::meeting::{AgendaReason, Candidate, Item, ItemState, agenda, carried_over};
use ariane_domain::cell::returns::{Waiting, WaitsFor, returns_to_agenda};
use ariane_domain::cell::{Origin, Reality};
use chrono::{DateTime, NaiveDate, TimeDelta, Utc};
use sea_orm::ActiveValue::Set;
use sea_orm::{ColumnTrait, Condition, EntityTrait, QueryFilter, QueryOrder, QuerySelect};
use std::collections::{BTreeMap, HashMap};
use uuid::Uuid;

/// Most files that are proposed for one agenda; the rest stays on the board.
const MOST: u64 = 200;
/// How far back an arrival is looked for: what no meeting took up in this time is on the board.
const ARRIVED_WITHIN: TimeDelta = TimeDelta::days(60);

impl Work<'_> {
    /// Why each open file should be on the agenda. `today` is the day at the office, `until` the last day that counts as due.
    async fn candidates(
        &mut self,
        row: &m::Model,
        until: NaiveDate,
    ) -> Result<Vec<Candidate<Uuid>>, StoreError> {
        use case_file::Column as C;
        let reality = Reality::from_word(&row.reality).unwrap_or(Reality::Real);
        let (carried, last) = self.carried(row).await?;
        let arrived = self.arrivals(row.controller_id).await?;
        let due = Condition::any()
            .add(C::State.eq("received"))
            .add(C::PressingSince.is_not_null())
            .add(C::Id.is_in(arrived.keys().copied()))
            .add(C::NextDue.lte(until))
            .add(C::ChangedAt.gt(last))
            .add(C::Id.is_in(carried.keys().copied()));
        let files = case_file::Entity::find()
            .filter(C::ControllerId.eq(row.controller_id))
            .filter(C::Reality.eq(row.reality.as_str()))
            .filter(C::State.is_in(["received", "asked-back", "open"]))
            .filter(due)
            .order_by_asc(C::ReceivedAt)
            .limit(MOST)
            .all(&self.transaction)
            .await?;
        let damaged = |id: Uuid| StoreError::Damaged(id.to_string());
        files
            .into_iter()
            .map(|file| {
                let carried = carried.get(&file.id).copied().unwrap_or(0);
                let is_changed =
                    file.changed_at > last && file.discussed_at.is_none_or(|at| file.changed_at > at);
                let waited = arrived.get(&file.id).map(Vec::as_slice).unwrap_or_default();
                let has_arrived = !returns_to_agenda(waited, file.discussed_at, until, self.now).is_empty();
                let reasons = [
                    (file.pressing_since.is_some(), AgendaReason::Pressing),
                    (has_arrived && file.state != "received", AgendaReason::Arrived),
                    (carried > 0, AgendaReason::CarriedOver),
                    (file.state == "received", AgendaReason::New),
                    (file.next_due.is_some_and(|day| day <= until), AgendaReason::StepDue),
                    (is_changed && file.state != "received", AgendaReason::Changed),
                ];
                Ok(Candidate {
                    file: file.id,
                    origin: Origin::from_word(&file.origin).ok_or_else(|| damaged(file.id))?,
                    reality,
                    received_at: file.received_at,
                    reasons: reasons.into_iter().filter_map(|(is, why)| is.then_some(why)).collect(),
                    carried,
                })
            })
            .collect()
    }

    /// What arrived in files lately: a document, the hospital's or the origin's answer, the advice of an RCP.
    async fn arrivals(&self, controller: Uuid) -> Result<HashMap<Uuid, Vec<Waiting<()>>>, StoreError> {
        let rows = case_event::Entity::find()
            .filter(case_event::Column::ControllerId.eq(controller))
            .filter(case_event::Column::Kind.is_in(WaitsFor::ARRIVALS))
            .filter(case_event::Column::At.gte(self.now - ARRIVED_WITHIN))
            .all(&self.transaction)
            .await?;
        let mut arrived: HashMap<Uuid, Vec<Waiting<()>>> = HashMap::new();
        for row in rows {
            if let Some(what) = WaitsFor::of_event(&row.kind, &row.detail) {
                let waiting =
                    Waiting { what, which: (), since: row.at, arrived_at: Some(row.at), until: None };
                arrived.entry(row.file_id).or_default().push(waiting);
            }
        }
        Ok(arrived)
    }

    /// What the meeting before did not reach, with how often, and when that meeting was.
    async fn carried(&self, row: &m::Model) -> Result<(BTreeMap<Uuid, u16>, DateTime<Utc>), StoreError> {
        let before = m::Entity::find()
            .filter(m::Column::ControllerId.eq(row.controller_id))
            .filter(m::Column::Reality.eq(row.reality.as_str()))
            .filter(m::Column::StartsAt.lt(row.starts_at))
            .order_by_desc(m::Column::StartsAt)
            .limit(1)
            .one(&self.transaction)
            .await?;
        // Earlier than any file, and a time that both databases know.
        let Some(before) = before else { return Ok((BTreeMap::new(), DateTime::<Utc>::UNIX_EPOCH)) };
        let items = self.items_of(before.controller_id, before.id).await?;
        let over = carried_over(&items).into_iter().map(|item| (item.file, item.carried));
        Ok((over.collect(), before.starts_at))
    }

    /// The items of a meeting as rules see them, in their order.
    pub(super) async fn items_of(
        &self,
        controller: Uuid,
        meeting: Uuid,
    ) -> Result<Vec<Item<Uuid>>, StoreError> {
        let rows = cell_item::Entity::find()
            .filter(cell_item::Column::ControllerId.eq(controller))
            .filter(cell_item::Column::MeetingId.eq(meeting))
            .order_by_asc(cell_item::Column::Place)
            .all(&self.transaction)
            .await?;
        rows.iter().map(super::items::as_item).collect()
    }

    /// Fills the agenda: what is not on it yet and should be comes behind what is. Gives how many came.
    pub async fn build_agenda(
        &mut self,
        grant: &Grant<HoldMeeting>,
        until: NaiveDate,
    ) -> Result<usize, CellError> {
        let row = self.meeting_row(grant.facts().controller, grant.id()).await?;
        self.edit_minutes(grant).await?;
        let there = self.items_of(row.controller_id, row.id).await?;
        let reality = Reality::from_word(&row.reality).unwrap_or(Reality::Real);
        let candidates = self.candidates(&row, until).await?;
        let lines = agenda(reality, candidates).map_err(|_| CellError::Rule("twice-or-mixed"))?;
        let fresh: Vec<_> =
            lines.iter().filter(|line| there.iter().all(|item| item.file != line.file)).collect();
        for (line, place) in fresh.iter().zip(there.len()..) {
            let place = i32::try_from(place).unwrap_or(i32::MAX);
            self.insert_item(&row, line.file, place, line.carried, &line.reasons).await?;
        }
        self.log(grant, &format!("meeting/{}", row.id)).await?;
        Ok(fresh.len())
    }

    /// Puts one file on the agenda by hand.
    ///
    /// # Errors
    /// [`CellError::Rule`] when it stands there already, or when a fictitious file meets real ones.
    pub async fn add_item(&mut self, grant: &Grant<HoldMeeting>, number: i64) -> Result<(), CellError> {
        let row = self.meeting_row(grant.facts().controller, grant.id()).await?;
        let numbered = case_file::Entity::find()
            .filter(case_file::Column::ControllerId.eq(row.controller_id))
            .filter(case_file::Column::Number.eq(number))
            .all(&self.transaction)
            .await?;
        // Training files have numbers of their own: one number may name a file of each kind.
        let is_other_kind = !numbered.is_empty();
        let file = numbered.into_iter().find(|file| file.reality == row.reality);
        let missing = if is_other_kind { "mixed" } else { "no-such-file" };
        let file = file.ok_or(CellError::Rule(missing))?;
        self.refuse_closed(grant.actor(), &file).await?;
        let there = self.items_of(row.controller_id, row.id).await?;
        if there.iter().any(|item| item.file == file.id) {
            return Err(CellError::Rule("on-agenda"));
        }
        self.edit_minutes(grant).await?;
        let place = i32::try_from(there.len()).unwrap_or(i32::MAX);
        self.insert_item(&row, file.id, place, 0, &[AgendaReason::ByHand]).await?;
        Ok(self.log(grant, &format!("meeting/{}", row.id)).await?)
    }

    async fn insert_item(
        &self,
        row: &m::Model,
        file: Uuid,
        place: i32,
        carried: u16,
        reasons: &[AgendaReason],
    ) -> Result<(), StoreError> {
        let words: Vec<&str> = reasons.iter().map(|reason| reason.word()).collect();
        cell_item::Entity::insert(cell_item::ActiveModel {
            controller_id: Set(row.controller_id),
            id: Set(self.id()?),
            meeting_id: Set(row.id),
            file_id: Set(file),
            place: Set(place),
            state: Set(ItemState::Pending.word().to_owned()),
            carried: Set(i32::from(carried)),
            reasons: Set(words.join(" ")),
            decision: Set(String::new()),
            revision: Set(0),
            changed_at: Set(self.now),
            sealed_text: Set(None),
            sealed_dissent: Set(None),
        })
        .exec_without_returning(&self.transaction)
        .await?;
        Ok(())
    }
}
