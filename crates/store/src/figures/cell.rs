//! Codes and times of files and meetings. Those for training are never read (duty D42).

use super::enquiries::Which;
use super::persons::Persons;
use super::referral;
use crate::StoreError;
use crate::entities::{case_event, case_file, case_step, cell_meeting, person};
use ariane_domain::cell::follow_up::StepSpan;
use ariane_domain::cell::meeting::CellMeeting;
use ariane_domain::cell::step::StepState;
use ariane_domain::cell::{Reality, Span};
use ariane_figures::fact::{FileFact, MeetingFact, Word, Words};
use ariane_figures::history::{Codes, FileHistory, Happened, meeting_as_of};
use chrono::{DateTime, NaiveDate, NaiveTime, Utc};
use sea_orm::{ColumnTrait, DatabaseTransaction, EntityTrait, QueryFilter, QueryOrder, QuerySelect};
use std::collections::HashMap;
use uuid::Uuid;

/// Events that figures look at.
const KINDS: [&str; 15] = [
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
    "diagnosis-dated",
];

/// Id, file, kind, detail, time.
type EventRow = (Uuid, Uuid, String, String, DateTime<Utc>);

async fn events(
    transaction: &DatabaseTransaction,
    controller: Uuid,
    (which, ids): (Which<'_>, &[Uuid]),
) -> Result<HashMap<Uuid, Vec<Happened>>, StoreError> {
    use case_event::Column as C;
    let rows: Vec<EventRow> = case_event::Entity::find()
        .select_only()
        .columns([C::Id, C::FileId, C::Kind, C::Detail, C::At])
        .filter(C::ControllerId.eq(controller))
        .filter(which.names(C::FileId, ids))
        .into_tuple()
        .all(transaction)
        .await?;
    // Chosen and put in order here: a database that is asked to would rather walk through all events of all files.
    let mut rows: Vec<_> =
        rows.into_iter().filter(|(_, _, kind, ..)| KINDS.contains(&kind.as_str())).collect();
    rows.sort_unstable_by_key(|(id, ..)| *id);
    let mut events: HashMap<Uuid, Vec<Happened>> = HashMap::new();
    for (_, file, kind, detail, at) in rows {
        events.entry(file).or_default().push(Happened { kind, detail, at });
    }
    Ok(events)
}

/// File, due date, state, and when a step was proposed and last changed.
type StepRow = (Uuid, NaiveDate, String, DateTime<Utc>, DateTime<Utc>);

async fn steps(
    transaction: &DatabaseTransaction,
    controller: Uuid,
    (which, ids): (Which<'_>, &[Uuid]),
) -> Result<HashMap<Uuid, Vec<StepSpan>>, StoreError> {
    use case_step::Column as C;
    let rows: Vec<StepRow> = case_step::Entity::find()
        .select_only()
        .columns([C::FileId, C::Due, C::State, C::ProposedAt, C::ChangedAt])
        .filter(C::ControllerId.eq(controller))
        .filter(which.names(C::FileId, ids))
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

/// Id, reality, person, origin, by whom the person was brought, when, and network of the disorder.
type FileRow = (Uuid, String, Uuid, String, String, DateTime<Utc>, String);

/// Files with their ids.
#[derive(Debug, Default)]
pub(super) struct Read {
    pub(super) files: Vec<FileFact>,
    pub(super) ids: Vec<Uuid>,
}

/// Adds files to what was read, each as of a moment; gives the id of the last one, none where there is none.
pub(super) async fn read(
    transaction: &DatabaseTransaction,
    controller: Uuid,
    which: Which<'_>,
    (persons, words): (&mut Persons, &mut Words),
    as_of: DateTime<Utc>,
    read: &mut Read,
) -> Result<Option<Uuid>, StoreError> {
    use case_file::Column as C;
    let rows: Vec<FileRow> = case_file::Entity::find()
        .select_only()
        .columns([C::Id, C::Reality, C::SubjectId, C::Origin, C::BroughtBy, C::ReceivedAt, C::Network])
        .filter(C::ControllerId.eq(controller))
        .filter(which.holds(C::Id))
        .order_by_asc(C::Id)
        .limit(which.limit())
        .into_tuple()
        .all(transaction)
        .await?;
    let ids: Vec<Uuid> = rows.iter().map(|row| row.0).collect();
    let Some(last) = ids.last().copied() else { return Ok(None) };
    let about = (which, ids.as_slice());
    let (mut events, mut steps) =
        (events(transaction, controller, about).await?, steps(transaction, controller, about).await?);
    let mut referrals = referral::spans(transaction, controller, about).await?;
    let subjects: Vec<Uuid> = rows.iter().map(|row| row.2).collect();
    let places = places(transaction, controller, &subjects, words).await?;
    for (id, reality, subject, origin, brought_by, received_at, network) in rows {
        if reality != Reality::Real.word() {
            continue;
        }
        let history = FileHistory {
            person: persons.number(subject),
            objected_at: persons.objected_at(subject),
            origin,
            brought_by,
            received_at,
            place: places.get(&subject).copied().unwrap_or_default(),
            network: words.put(&network),
            steps: steps.remove(&id).unwrap_or_default(),
            referrals: referrals.remove(&id).unwrap_or_default(),
            events: events.remove(&id).unwrap_or_default(),
        };
        if let Some(file) = history.as_of(as_of) {
            read.files.push(file);
            read.ids.push(id);
        }
    }
    Ok(Some(last))
}

/// Where persons live.
pub(super) async fn places(
    transaction: &DatabaseTransaction,
    controller: Uuid,
    persons: &[Uuid],
    words: &mut Words,
) -> Result<HashMap<Uuid, Word>, StoreError> {
    use person::Column as C;
    let rows: Vec<(Uuid, String, String)> = person::Entity::find()
        .select_only()
        .columns([C::Id, C::ResidenceCountry, C::ResidenceArea])
        .filter(C::ControllerId.eq(controller))
        .filter(C::Id.is_in(persons.iter().copied()))
        .into_tuple()
        .all(transaction)
        .await?;
    let place = |(id, country, area)| (id, words.put(&Codes { country, area, ..Codes::default() }.place()));
    Ok(rows.into_iter().map(place).collect())
}

/// Weekly meetings that were due by a moment, each as it was known then, with their ids.
pub(super) async fn meetings(
    transaction: &DatabaseTransaction,
    controller: Uuid,
    as_of: DateTime<Utc>,
) -> Result<(Vec<MeetingFact>, Vec<Uuid>), StoreError> {
    use cell_meeting::Column as C;
    let rows: Vec<(Uuid, String)> = cell_meeting::Entity::find()
        .select_only()
        .columns([C::Id, C::Rules])
        .filter(C::ControllerId.eq(controller))
        .filter(C::Reality.eq(Reality::Real.word()))
        .filter(C::StartsAt.lte(as_of))
        .order_by_asc(C::StartsAt)
        .order_by_asc(C::Id)
        .into_tuple()
        .all(transaction)
        .await?;
    let known = |(id, rules): (Uuid, String)| -> Result<(MeetingFact, Uuid), StoreError> {
        let meeting: CellMeeting =
            serde_json::from_str(&rules).map_err(|_| StoreError::Damaged(id.to_string()))?;
        Ok((meeting_as_of(&meeting, as_of), id))
    };
    let known: Vec<(MeetingFact, Uuid)> = rows.into_iter().map(known).collect::<Result<_, _>>()?;
    Ok(known.into_iter().unzip())
}
