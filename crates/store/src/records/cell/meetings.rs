//! The weekly meeting: planned, with an agenda from the three origins, held, its minutes signed by both.

use super::{CellError, acting, from_json, staff, to_json, tracks};
use crate::StoreError;
use crate::entities::{case_event, case_file, cell_item, cell_meeting as m, cell_presence};
use crate::records::{Work, open_text, seal_text};
use ariane_domain::access::grant::{Grant, HoldMeeting};
use ariane_domain::access::{Facts, Object};
use ariane_domain::cell::meeting::{
    AgendaReason, Candidate, CellMeeting, Item, ItemState, MeetingState, agenda, carried_over,
};
use ariane_domain::cell::returns::{Waiting, WaitsFor, returns_to_agenda};
use ariane_domain::cell::{Origin, Reality, Track};
use chrono::{DateTime, NaiveDate, TimeDelta, Utc};
use sea_orm::ActiveValue::Set;
use sea_orm::sea_query::OnConflict;
use sea_orm::{ColumnTrait, Condition, EntityTrait, QueryFilter, QueryOrder, QuerySelect};
use std::collections::{BTreeMap, HashMap};
use uuid::Uuid;

const TABLE: &str = "cell_meeting";
/// Most files that are proposed for one agenda; the rest stays on the board.
const MOST: u64 = 200;
/// For how long who was last heard of counts as at the meeting's page.
const HEARD: TimeDelta = TimeDelta::seconds(45);
/// How far back an arrival is looked for: what no meeting took up in this time is on the board.
const ARRIVED_WITHIN: TimeDelta = TimeDelta::days(60);

/// A meeting.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MeetingText {
    /// Id.
    pub id: Uuid,
    /// Whether it is about real files.
    pub reality: Reality,
    /// What the rules need; addenda with their words.
    pub meeting: CellMeeting,
    /// Version.
    pub version: i32,
}

/// Somebody at a meeting.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Present {
    /// Account.
    pub account: Uuid,
    /// Whether they take part, and are named in the minutes.
    pub is_counted: bool,
    /// Whether their page was heard of just now.
    pub is_here: bool,
}

impl Work<'_> {
    /// What the policy must know of a meeting.
    pub async fn meeting_facts(&self, controller: Uuid, id: Uuid) -> Result<Facts, StoreError> {
        self.meeting_row(controller, Some(id)).await?;
        Ok(Facts { object: Object { kind: TABLE, id: Some(id) }, ..Facts::of_all(controller, TABLE) })
    }

    async fn meeting_row(&self, controller: Uuid, id: Option<Uuid>) -> Result<m::Model, StoreError> {
        let id = id.ok_or(StoreError::NotThere)?;
        m::Entity::find_by_id((controller, id)).one(&self.transaction).await?.ok_or(StoreError::NotThere)
    }

    fn open_meeting(&self, row: &m::Model) -> Result<MeetingText, StoreError> {
        let key = self.records.installation_key();
        let mut meeting: CellMeeting = from_json(&row.rules, row.id)?;
        let addenda = open_text(&key, TABLE, "sealed_addenda", row.id, row.sealed_addenda.as_deref())?;
        if !addenda.is_empty() {
            meeting.addenda = from_json(&addenda, row.id)?;
        }
        let reality = Reality::from_word(&row.reality);
        let reality = reality.ok_or_else(|| StoreError::Damaged(row.id.to_string()))?;
        Ok(MeetingText { id: row.id, reality, meeting, version: row.version })
    }

    /// Meetings, the latest first.
    pub async fn meetings(
        &mut self,
        grant: &Grant<HoldMeeting>,
        is_training: bool,
        limit: u64,
    ) -> Result<Vec<MeetingText>, StoreError> {
        let reality = if is_training { Reality::Training } else { Reality::Real };
        let rows = m::Entity::find()
            .filter(m::Column::ControllerId.eq(grant.facts().controller))
            .filter(m::Column::Reality.eq(reality.word()))
            .order_by_desc(m::Column::StartsAt)
            .limit(limit)
            .all(&self.transaction)
            .await?;
        self.log(grant, "cell").await?;
        rows.iter().map(|row| self.open_meeting(row)).collect()
    }

    /// A meeting.
    pub async fn read_meeting(&mut self, grant: &Grant<HoldMeeting>) -> Result<MeetingText, StoreError> {
        let row = self.meeting_row(grant.facts().controller, grant.id()).await?;
        self.open_meeting(&row)
    }

    /// Plans a meeting.
    pub async fn schedule_meeting(
        &mut self,
        grant: &Grant<HoldMeeting>,
        reality: Reality,
        starts_at: DateTime<Utc>,
    ) -> Result<Uuid, CellError> {
        let starts_at = crate::records::micros(starts_at);
        let controller = grant.facts().controller;
        let there = m::Entity::find()
            .filter(m::Column::ControllerId.eq(controller))
            .filter(m::Column::Reality.eq(reality.word()))
            .filter(m::Column::StartsAt.eq(starts_at))
            .filter(m::Column::State.ne(MeetingState::Cancelled.word()))
            .one(&self.transaction)
            .await?;
        if let Some(row) = there {
            return Ok(row.id);
        }
        let meeting = CellMeeting::schedule(starts_at, self.now);
        let id = self.id()?;
        m::Entity::insert(m::ActiveModel {
            controller_id: Set(controller),
            id: Set(id),
            reality: Set(reality.word().to_owned()),
            starts_at: Set(starts_at),
            state: Set(meeting.state.word().to_owned()),
            version: Set(1),
            rules: Set(to_json(&meeting)?),
            sealed_addenda: Set(None),
        })
        .exec_without_returning(&self.transaction)
        .await?;
        self.log(grant, &format!("meeting/{id}")).await?;
        Ok(id)
    }

    /// Writes a meeting as long as nobody else did since `version`.
    async fn write_meeting(
        &mut self,
        row: &m::Model,
        version: i32,
        next: &CellMeeting,
    ) -> Result<(), StoreError> {
        let key = self.records.installation_key();
        let addenda = if next.addenda.is_empty() { String::new() } else { to_json(&next.addenda)? };
        // The words of addenda stand in their sealed column only.
        let clear = CellMeeting { addenda: Vec::new(), ..next.clone() };
        let set = m::ActiveModel {
            state: Set(next.state.word().to_owned()),
            starts_at: Set(next.starts_at),
            version: Set(version + 1),
            rules: Set(to_json(&clear)?),
            sealed_addenda: Set(seal_text(&key, TABLE, "sealed_addenda", row.id, &addenda)?),
            ..m::ActiveModel::default()
        };
        let written = m::Entity::update_many()
            .set(set)
            .filter(m::Column::ControllerId.eq(row.controller_id))
            .filter(m::Column::Id.eq(row.id))
            .filter(m::Column::Version.eq(version))
            .exec(&self.transaction)
            .await?;
        if written.rows_affected == 0 { Err(StoreError::Conflict) } else { Ok(()) }
    }

    /// An item or the agenda changed: signatures under earlier minutes go; refused once both signed.
    pub(super) async fn edit_minutes(&mut self, grant: &Grant<HoldMeeting>) -> Result<(), CellError> {
        let row = self.meeting_row(grant.facts().controller, grant.id()).await?;
        let next = self.open_meeting(&row)?.meeting.edit(&acting(staff(grant)?), self.now)?;
        Ok(self.write_meeting(&row, row.version, &next).await?)
    }

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

    /// The meeting begins.
    pub async fn begin_meeting(&mut self, grant: &Grant<HoldMeeting>, version: i32) -> Result<(), CellError> {
        self.move_meeting(grant, version, |meeting, who, at| meeting.begin(who, at)).await
    }

    /// The meeting ends; what was not reached is carried over to the next.
    pub async fn end_meeting(&mut self, grant: &Grant<HoldMeeting>, version: i32) -> Result<(), CellError> {
        self.move_meeting(grant, version, |meeting, who, at| meeting.end(who, at)).await?;
        let row = self.meeting_row(grant.facts().controller, grant.id()).await?;
        cell_item::Entity::update_many()
            .col_expr(
                cell_item::Column::State,
                sea_orm::sea_query::Expr::value(ItemState::CarriedOver.word()),
            )
            .filter(cell_item::Column::ControllerId.eq(row.controller_id))
            .filter(cell_item::Column::MeetingId.eq(row.id))
            .filter(cell_item::Column::State.eq(ItemState::Pending.word()))
            .exec(&self.transaction)
            .await?;
        Ok(())
    }

    /// The meeting does not take place.
    pub async fn cancel_meeting(
        &mut self,
        grant: &Grant<HoldMeeting>,
        version: i32,
    ) -> Result<(), CellError> {
        self.move_meeting(grant, version, |meeting, who, at| meeting.cancel(who, at)).await
    }

    async fn move_meeting(
        &mut self,
        grant: &Grant<HoldMeeting>,
        version: i32,
        step: impl FnOnce(
            &CellMeeting,
            &ariane_domain::cell::Acting,
            DateTime<Utc>,
        ) -> Result<CellMeeting, ariane_domain::cell::meeting::MeetingFault>,
    ) -> Result<(), CellError> {
        let row = self.meeting_row(grant.facts().controller, grant.id()).await?;
        let next = step(&self.open_meeting(&row)?.meeting, &acting(staff(grant)?), self.now)?;
        self.write_meeting(&row, version, &next).await?;
        Ok(self.log(grant, &format!("meeting/{}", row.id)).await?)
    }

    /// One of the two signs the minutes in the version that they read; with the second name they are closed.
    pub async fn sign_minutes(
        &mut self,
        grant: &Grant<HoldMeeting>,
        track: Track,
        read: u32,
    ) -> Result<(), CellError> {
        let row = self.meeting_row(grant.facts().controller, grant.id()).await?;
        let who = staff(grant)?;
        if !tracks(who).contains(&track) {
            return Err(CellError::Rule("not-your-track"));
        }
        let there = self.open_meeting(&row)?.meeting;
        let next = there.sign(track, read, who.account, &acting(who), self.now)?;
        self.write_meeting(&row, row.version, &next).await?;
        Ok(self.log(grant, &format!("meeting/{}", row.id)).await?)
    }

    /// Adds a dated correction to closed minutes.
    pub async fn add_addendum(&mut self, grant: &Grant<HoldMeeting>, text: &str) -> Result<(), CellError> {
        let row = self.meeting_row(grant.facts().controller, grant.id()).await?;
        let who = staff(grant)?;
        let next = self.open_meeting(&row)?.meeting.add(text, who.account, &acting(who), self.now)?;
        self.write_meeting(&row, row.version, &next).await?;
        Ok(self.log(grant, &format!("meeting/{}", row.id)).await?)
    }

    /// Says that who asks has the page open; while the meeting is live they take part, and are named in the minutes.
    pub async fn attend(&mut self, grant: &Grant<HoldMeeting>) -> Result<(), CellError> {
        let row = self.meeting_row(grant.facts().controller, grant.id()).await?;
        let account = staff(grant)?.account;
        let is_live = row.state == MeetingState::Live.word();
        let mut update = OnConflict::columns(["controller_id", "meeting_id", "account_id"]);
        update.update_column(cell_presence::Column::At);
        if is_live {
            update.update_column(cell_presence::Column::IsCounted);
        }
        cell_presence::Entity::insert(cell_presence::ActiveModel {
            controller_id: Set(row.controller_id),
            meeting_id: Set(row.id),
            account_id: Set(account),
            is_counted: Set(is_live),
            at: Set(self.now),
        })
        .on_conflict(update)
        .exec_without_returning(&self.transaction)
        .await?;
        Ok(())
    }

    /// Who is or was at a meeting.
    pub async fn presence(&self, grant: &Grant<HoldMeeting>) -> Result<Vec<Present>, StoreError> {
        let id = grant.id().ok_or(StoreError::NotThere)?;
        let rows = cell_presence::Entity::find()
            .filter(cell_presence::Column::ControllerId.eq(grant.facts().controller))
            .filter(cell_presence::Column::MeetingId.eq(id))
            .order_by_asc(cell_presence::Column::AccountId)
            .all(&self.transaction)
            .await?;
        Ok(rows
            .into_iter()
            .map(|row| Present {
                account: row.account_id,
                is_counted: row.is_counted,
                is_here: self.now - row.at < HEARD,
            })
            .collect())
    }
}
