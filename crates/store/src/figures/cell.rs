//! Codes and times of files and meetings. Those for training are never read (duty D42).

use super::Persons;
use crate::StoreError;
use crate::entities::{case_event, case_file, case_step, cell_meeting, person};
use ariane_domain::cell::follow_up::StepSpan;
use ariane_domain::cell::meeting::MeetingState;
use ariane_domain::cell::step::StepState;
use ariane_domain::cell::{Reality, Span};
use ariane_figures::fact::{FileFact, Word, Words};
use ariane_figures::history::{Codes, FileHistory, Happened};
use chrono::{DateTime, NaiveDate, NaiveTime, Utc};
use sea_orm::{
    ColumnTrait, DatabaseTransaction, EntityTrait, QueryFilter, QueryOrder, QuerySelect, QueryTrait,
};
use std::collections::HashMap;
use uuid::Uuid;

/// Events that figures look at.
const KINDS: [&str; 14] = [
    "accept",
    "reopen",
    "pause",
    "resume",
    "close",
    "record-death",
    "correct-death",
    "ask-back",
    "complete",
    "reconsider",
    "refuse",
    "contact",
    "discussed",
    "brought-by-corrected",
];

async fn events(
    transaction: &DatabaseTransaction,
    controller: Uuid,
) -> Result<HashMap<Uuid, Vec<Happened>>, StoreError> {
    use case_event::Column as C;
    let rows: Vec<(Uuid, String, String, DateTime<Utc>)> = case_event::Entity::find()
        .select_only()
        .columns([C::FileId, C::Kind, C::Detail, C::At])
        .filter(C::ControllerId.eq(controller))
        .filter(C::Kind.is_in(KINDS))
        .order_by_asc(C::Id)
        .into_tuple()
        .all(transaction)
        .await?;
    let mut events: HashMap<Uuid, Vec<Happened>> = HashMap::new();
    for (file, kind, detail, at) in rows {
        events.entry(file).or_default().push(Happened { kind, detail, at });
    }
    Ok(events)
}

/// File, due date, state, and when a step was proposed and last changed.
type StepRow = (Uuid, NaiveDate, String, DateTime<Utc>, DateTime<Utc>);

async fn steps(
    transaction: &DatabaseTransaction,
    controller: Uuid,
) -> Result<HashMap<Uuid, Vec<StepSpan>>, StoreError> {
    use case_step::Column as C;
    let rows: Vec<StepRow> = case_step::Entity::find()
        .select_only()
        .columns([C::FileId, C::Due, C::State, C::ProposedAt, C::ChangedAt])
        .filter(C::ControllerId.eq(controller))
        .into_tuple()
        .all(transaction)
        .await?;
    let mut steps: HashMap<Uuid, Vec<StepSpan>> = HashMap::new();
    for (file, due, state, from, changed) in rows {
        let is_open = StepState::from_word(&state).is_none_or(StepState::is_open);
        let due_at = due.succ_opt().unwrap_or(due).and_time(NaiveTime::MIN).and_utc();
        let span = Span { from, until: (!is_open).then_some(changed) };
        steps.entry(file).or_default().push(StepSpan { span, due_at });
    }
    Ok(steps)
}

/// Files, each as of a moment. Those of persons who objected to figures are left out.
pub(super) async fn files(
    transaction: &DatabaseTransaction,
    controller: Uuid,
    persons: &mut Persons,
    words: &mut Words,
    as_of: DateTime<Utc>,
) -> Result<(Vec<FileFact>, Vec<Uuid>), StoreError> {
    use case_file::Column as C;
    let rows: Vec<(Uuid, Uuid, String, String, DateTime<Utc>)> = case_file::Entity::find()
        .select_only()
        .columns([C::Id, C::SubjectId, C::Origin, C::BroughtBy, C::ReceivedAt])
        .filter(C::ControllerId.eq(controller))
        .filter(C::Reality.eq(Reality::Real.word()))
        .filter(C::ReceivedAt.lte(as_of))
        .order_by_asc(C::ReceivedAt)
        .order_by_asc(C::Id)
        .into_tuple()
        .all(transaction)
        .await?;
    let (mut events, mut steps) =
        (events(transaction, controller).await?, steps(transaction, controller).await?);
    let places = places(transaction, controller, words).await?;
    let (mut files, mut ids) = (Vec::with_capacity(rows.len()), Vec::with_capacity(rows.len()));
    for (id, subject, origin, brought_by, received_at) in rows {
        if persons.objected_at(subject).is_some() {
            continue;
        }
        let history = FileHistory {
            person: persons.number(subject),
            origin,
            brought_by,
            received_at,
            place: places.get(&subject).copied().unwrap_or_default(),
            steps: steps.remove(&id).unwrap_or_default(),
            events: events.remove(&id).unwrap_or_default(),
        };
        if let Some(file) = history.as_of(as_of) {
            files.push(file);
            ids.push(id);
        }
    }
    Ok((files, ids))
}

/// Where persons with a file live.
async fn places(
    transaction: &DatabaseTransaction,
    controller: Uuid,
    words: &mut Words,
) -> Result<HashMap<Uuid, Word>, StoreError> {
    use person::Column as C;
    let with_file = case_file::Entity::find()
        .select_only()
        .column(case_file::Column::SubjectId)
        .filter(case_file::Column::ControllerId.eq(controller))
        .into_query();
    let rows: Vec<(Uuid, String, String)> = person::Entity::find()
        .select_only()
        .columns([C::Id, C::ResidenceCountry, C::ResidenceArea])
        .filter(C::ControllerId.eq(controller))
        .filter(C::ResidenceCountry.ne(""))
        .filter(C::Id.in_subquery(with_file))
        .into_tuple()
        .all(transaction)
        .await?;
    let place = |(id, country, area)| (id, words.put(&Codes { country, area, ..Codes::default() }.place()));
    Ok(rows.into_iter().map(place).collect())
}

/// When each weekly meeting began that took place.
pub(super) async fn meetings(
    transaction: &DatabaseTransaction,
    controller: Uuid,
    as_of: DateTime<Utc>,
) -> Result<Vec<DateTime<Utc>>, StoreError> {
    use cell_meeting::Column as C;
    let took_place =
        MeetingState::ALL.into_iter().filter(|state| state.has_minutes() || *state == MeetingState::Live);
    Ok(cell_meeting::Entity::find()
        .select_only()
        .column(C::StartsAt)
        .filter(C::ControllerId.eq(controller))
        .filter(C::Reality.eq(Reality::Real.word()))
        .filter(C::State.is_in(took_place.map(MeetingState::word)))
        .filter(C::StartsAt.lte(as_of))
        .order_by_asc(C::StartsAt)
        .into_tuple()
        .all(transaction)
        .await?)
}
