//! Panels and local advice: one pseudonymised case before experts who see nothing else.
//!
//! * [`begin`]: from a file and its approved dossier; the case validated, opened, followed in CPMS;
//! * [`changes`]: every change of state, with what was said;
//! * [`seats`]: who is invited, admitted, written to; [`expert`]: what they read; [`contribution`]: what they say;
//! * [`outcome`]: the advice with its dissent, what was decided, what the person was told;
//! * `filed`: the outcome among the documents of the file;
//! * [`signed`]: the outcome as a statement that anybody can check;
//! * [`list`]: all that have not ended, those of a file, what is late; [`watch`]: what ends with an agreement or a life;
//! * [`own`]: what the person sees.
//!
//! Codes and times stay clear, for clocks; who the experts are and what is said is sealed with the key of the person.

pub mod begin;
pub mod changes;
pub mod contribution;
pub mod expert;
mod filed;
pub mod list;
pub mod outcome;
pub mod own;
mod remind;
mod seats;
pub mod signed;
pub mod watch;

use super::cell::{CellError, from_json, to_json};
use super::guest::{LinkStanding, Opens, Target};
use super::{Work, open_text, seal_text};
use crate::StoreError;
use crate::entities::{case_file, panel as p, panel_event as e, panel_seat as s};
use ariane_domain::access::Facts;
use ariane_domain::cell::Reality;
use ariane_domain::cell::told::Told;
use ariane_domain::dossier::Part;
use ariane_domain::panel::acts::{Acts, Expert};
use ariane_domain::panel::clock::{Standing, Step, Timed, timed};
use ariane_domain::panel::seat::{DeclineWhy, Knock};
use ariane_domain::panel::state::CpmsState;
use ariane_domain::panel::{PanelEnd, PanelFault, PanelKind, PanelState, SeatState, Urgency};
use chrono::{DateTime, NaiveDate, NaiveTime, TimeZone as _, Utc};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

pub(super) const TABLE: &str = "panel";
pub(super) const SEAT: &str = "panel_seat";
pub(super) const EVENT: &str = "panel_event";

impl From<PanelFault> for CellError {
    fn from(fault: PanelFault) -> Self {
        Self::Rule(fault.rule())
    }
}

/// What is said about a panel as a whole. All of it is sealed.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Head {
    /// What stands in the place of a name.
    pub pseudonym: String,
    /// Parts that the dossier had when the panel was begun.
    #[serde(default)]
    pub held: Vec<Part>,
    /// Case number in CPMS.
    #[serde(default)]
    pub cpms_number: String,
    /// Moments of the panel in CPMS, as they were written down.
    #[serde(default)]
    pub cpms: Vec<(CpmsState, NaiveDate)>,
    /// The advice as the lead has written it so far.
    #[serde(default)]
    pub draft: String,
    /// What the treating physician decided.
    #[serde(default)]
    pub decision: String,
}

/// An expert's place, opened.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Seat {
    /// Id.
    pub id: Uuid,
    /// Who.
    pub expert: Expert,
    /// Whether they lead.
    pub is_lead: bool,
    /// State.
    pub state: SeatState,
    /// Who invited them by name, and when.
    pub named: (Uuid, DateTime<Utc>),
    /// Who validated or refused their access, and when.
    pub access: Option<(Uuid, DateTime<Utc>)>,
    /// When the link was sent.
    pub sent_at: Option<DateTime<Utc>>,
    /// When they first read the case.
    pub read_at: Option<DateTime<Utc>>,
    /// When they first wrote.
    pub wrote_at: Option<DateTime<Utc>>,
    /// Why they declined.
    pub decline: Option<DeclineWhy>,
    /// The latest link.
    pub link: Option<LinkStanding>,
    /// Version.
    pub version: i32,
}

/// A panel, opened.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Panel {
    /// Id.
    pub id: Uuid,
    /// Number as people say it.
    pub number: i64,
    /// The file.
    pub file: Uuid,
    /// The dossier.
    pub dossier: Uuid,
    /// Real or for training.
    pub reality: Reality,
    /// Kind.
    pub kind: PanelKind,
    /// European network, by its id in the directory.
    pub network: Option<String>,
    /// Urgency.
    pub urgency: Urgency,
    /// State.
    pub state: PanelState,
    /// First moment after the deadline.
    pub due_at: DateTime<Utc>,
    /// How it ended without an advice.
    pub end: Option<PanelEnd>,
    /// Who began it.
    pub author: Uuid,
    /// Who validated what.
    pub acts: Acts,
    /// When each step was made, and how long it took.
    pub steps: Vec<Timed>,
    /// Its clock.
    pub standing: Standing,
    /// What the person was told of the outcome.
    pub told: Told,
    /// The document of the file that holds the outcome.
    pub document: Option<Uuid>,
    /// Places.
    pub seats: Vec<Seat>,
    /// Words.
    pub head: Head,
    /// Version.
    pub version: i32,
}

/// What happened, with its words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Happened {
    /// Id.
    pub id: Uuid,
    /// Word of a change, or of something beside it.
    pub kind: String,
    /// Code that says more.
    pub detail: String,
    /// Who, as the log names them.
    pub actor: String,
    /// Whose place it came from.
    pub seat: Option<Uuid>,
    /// When.
    pub at: DateTime<Utc>,
    /// Words.
    pub text: String,
}

fn damaged(row: &p::Model) -> StoreError {
    StoreError::Damaged(format!("{TABLE}/{}", row.id))
}

pub(super) fn state_of(row: &p::Model) -> Result<PanelState, StoreError> {
    PanelState::from_word(&row.state).ok_or_else(|| damaged(row))
}

pub(super) fn kind_of(row: &p::Model) -> Result<PanelKind, StoreError> {
    PanelKind::from_word(&row.kind).ok_or_else(|| damaged(row))
}

pub(super) fn seat_state(row: &s::Model) -> Result<SeatState, StoreError> {
    SeatState::from_word(&row.state).ok_or_else(|| StoreError::Damaged(format!("{SEAT}/{}", row.id)))
}

/// What the link of a place opens.
pub(super) fn target(row: &s::Model) -> Target {
    Target { controller: row.controller_id, opens: Opens::Seat, id: row.id }
}

/// What is known when an expert knocks.
pub(super) fn knock(panel: &p::Model, seat: &s::Model) -> Result<Knock, StoreError> {
    Ok(Knock {
        panel: state_of(panel)?,
        seat: seat_state(seat)?,
        is_lead: seat.is_lead,
        due: Some(panel.due_at),
        closed_at: panel.closed_at,
    })
}

fn told(row: &p::Model) -> Result<Told, StoreError> {
    match (row.told.as_str(), row.told_by.zip(row.told_at)) {
        ("not-yet", _) => Ok(Told::NotYet),
        ("explained", Some((by, at))) => Ok(Told::Explained { by, at }),
        ("prefers-not-to-know", Some((by, at))) => Ok(Told::PrefersNotToKnow { by, at }),
        _ => Err(damaged(row)),
    }
}

fn standing(row: &p::Model, seats: &[s::Model]) -> Result<Standing, StoreError> {
    let states: Vec<(SeatState, &s::Model)> =
        seats.iter().map(|one| Ok((seat_state(one)?, one))).collect::<Result<_, StoreError>>()?;
    let named = states.iter().filter(|(state, _)| *state == SeatState::Named);
    Ok(Standing {
        kind: kind_of(row)?,
        state: state_of(row)?,
        urgency: Urgency::from_word(&row.urgency).ok_or_else(|| damaged(row))?,
        since: row.since,
        due: row.due_at,
        has_lead: states.iter().any(|(state, one)| one.is_lead && state.is_live()),
        unvalidated_since: named.map(|(_, one)| one.named_at).min(),
        asked_at: row.asked_at,
    })
}

fn steps(row: &p::Model, seats: &[s::Model]) -> Vec<Timed> {
    let first = |of: fn(&s::Model) -> Option<DateTime<Utc>>| seats.iter().filter_map(of).min();
    let admitted = |one: &s::Model| one.access_at.filter(|_| one.state != SeatState::Refused.word());
    timed(&[
        (Step::Begun, Some(row.begun_at)),
        (Step::CaseValidated, row.case_at),
        (Step::Invited, first(|one| Some(one.named_at))),
        (Step::AccessValidated, first(admitted)),
        (Step::Opened, row.opened_at),
        (Step::FirstRead, first(|one| one.read_at)),
        (Step::FirstContribution, first(|one| one.wrote_at)),
        (Step::Closed, row.closed_at),
        (Step::Decided, row.decided_at),
    ])
}

impl Work<'_> {
    pub(super) async fn panel_row(&self, controller: Uuid, id: Option<Uuid>) -> Result<p::Model, StoreError> {
        let id = id.ok_or(StoreError::NotThere)?;
        p::Entity::find_by_id((controller, id)).one(&self.transaction).await?.ok_or(StoreError::NotThere)
    }

    pub(super) async fn seat_row(&self, panel: &p::Model, id: Uuid) -> Result<s::Model, StoreError> {
        let found = s::Entity::find_by_id((panel.controller_id, id)).one(&self.transaction).await?;
        found.filter(|one| one.panel_id == panel.id).ok_or(StoreError::NotThere)
    }

    pub(super) async fn seat_rows(&self, panel: &p::Model) -> Result<Vec<s::Model>, StoreError> {
        Ok(s::Entity::find()
            .filter(s::Column::ControllerId.eq(panel.controller_id))
            .filter(s::Column::PanelId.eq(panel.id))
            .order_by_asc(s::Column::NamedAt)
            .order_by_asc(s::Column::Id)
            .all(&self.transaction)
            .await?)
    }

    pub(super) async fn panel_rows_of(&self, file: &case_file::Model) -> Result<Vec<p::Model>, StoreError> {
        Ok(p::Entity::find()
            .filter(p::Column::ControllerId.eq(file.controller_id))
            .filter(p::Column::FileId.eq(file.id))
            .order_by_desc(p::Column::BegunAt)
            .order_by_desc(p::Column::Id)
            .all(&self.transaction)
            .await?)
    }

    /// What the policy must know of a panel: what the person agreed to towards those whom its dossier names, and who decides for them.
    /// Holds nothing personal.
    pub async fn panel_facts(&mut self, controller: Uuid, id: Uuid) -> Result<Facts, StoreError> {
        let row = self.panel_row(controller, Some(id)).await?;
        let facts = self.dossier_facts(controller, row.file_id, row.recipient_id).await?;
        Ok(Facts { choices: facts.choices, hindrances: facts.hindrances, ..Facts::of(controller, TABLE, id) })
    }

    pub(super) async fn head_of_panel(&mut self, row: &p::Model) -> Result<Head, StoreError> {
        let key = self.key(row.subject_id).await?;
        from_json(&open_text(&key, TABLE, "sealed_head", row.id, row.sealed_head.as_deref())?, row.id)
    }

    pub(super) async fn seal_panel_head(
        &mut self,
        row: &p::Model,
        head: &Head,
    ) -> Result<Option<Vec<u8>>, StoreError> {
        let key = self.key(row.subject_id).await?;
        seal_text(&key, TABLE, "sealed_head", row.id, &to_json(head)?)
    }

    pub(super) async fn card_of(&mut self, row: &s::Model) -> Result<Expert, StoreError> {
        let key = self.key(row.subject_id).await?;
        from_json(&open_text(&key, SEAT, "sealed_card", row.id, row.sealed_card.as_deref())?, row.id)
    }

    pub(super) async fn open_panel_row(&mut self, row: &p::Model) -> Result<Panel, StoreError> {
        let rows = self.seat_rows(row).await?;
        let standing = standing(row, &rows)?;
        let mut seats = Vec::new();
        for one in &rows {
            seats.push(Seat {
                id: one.id,
                expert: self.card_of(one).await?,
                is_lead: one.is_lead,
                state: seat_state(one)?,
                named: (one.named_by, one.named_at),
                access: one.access_by.zip(one.access_at),
                sent_at: one.sent_at,
                read_at: one.read_at,
                wrote_at: one.wrote_at,
                decline: one.decline.as_deref().and_then(DeclineWhy::from_word),
                link: self.link_standing(target(one)).await?,
                version: one.version,
            });
        }
        Ok(Panel {
            id: row.id,
            number: row.number,
            file: row.file_id,
            dossier: row.dossier_id,
            reality: Reality::from_word(&row.reality).ok_or_else(|| damaged(row))?,
            kind: standing.kind,
            network: row.network.clone(),
            urgency: standing.urgency,
            state: standing.state,
            due_at: row.due_at,
            end: row.end_reason.as_deref().and_then(PanelEnd::from_word),
            author: row.author_id,
            acts: acts(row, &rows),
            steps: steps(row, &rows),
            standing,
            told: told(row)?,
            document: row.document_id,
            seats,
            head: self.head_of_panel(row).await?,
            version: row.version,
        })
    }

    pub(super) async fn panel_thread(&mut self, row: &p::Model) -> Result<Vec<Happened>, StoreError> {
        let key = self.key(row.subject_id).await?;
        let rows = e::Entity::find()
            .filter(e::Column::ControllerId.eq(row.controller_id))
            .filter(e::Column::PanelId.eq(row.id))
            .order_by_asc(e::Column::At)
            .order_by_asc(e::Column::Id)
            .all(&self.transaction)
            .await?;
        rows.into_iter()
            .map(|one| {
                let text = open_text(&key, EVENT, "sealed_text", one.id, one.sealed_text.as_deref())?;
                let (id, kind, detail, actor) = (one.id, one.kind, one.detail, one.actor);
                Ok(Happened { id, kind, detail, actor, seat: one.seat_id, at: one.at, text })
            })
            .collect()
    }

    /// The first moment after a day at the office.
    pub(super) fn after_day(&self, day: NaiveDate) -> DateTime<Utc> {
        let next = day.succ_opt().unwrap_or(day).and_time(NaiveTime::MIN);
        let local = self.records.zone.from_local_datetime(&next).earliest();
        local.map_or_else(|| next.and_utc(), |at| at.with_timezone(&Utc))
    }
}

/// Who validated what so far.
pub(super) fn acts(row: &p::Model, seats: &[s::Model]) -> Acts {
    Acts { case_by: row.case_by, access_by: seats.iter().filter_map(|one| one.access_by).collect() }
}
