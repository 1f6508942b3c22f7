//! Codes and times of requests.

use super::Persons;
use crate::StoreError;
use crate::entities::{enquiry, enquiry_event, enquiry_need, unmet_need};
use ariane_domain::enquiry::UnmetReason;
use ariane_domain::need::NeedCode;
use ariane_figures::fact::{Coded, Counting, EnquiryFact, UnmetFact, Word, Words};
use ariane_figures::history::{Codes, EnquiryHistory, Happened};
use chrono::{DateTime, Utc};
use sea_orm::sea_query::SimpleExpr;
use sea_orm::{
    ColumnTrait, DatabaseTransaction, EntityTrait, FromQueryResult, QueryFilter, QueryOrder, QuerySelect,
};
use std::collections::HashMap;
use uuid::Uuid;

/// Events that figures look at.
const KINDS: [&str; 8] = ["message", "reply", "close", "withdraw", "reopen", "merge", "unmerge", "revised"];

#[derive(FromQueryResult)]
struct Row {
    id: Uuid,
    mode: String,
    requester_kind: String,
    referral_source: String,
    disorder_status: String,
    age_band: String,
    nationality: String,
    residence_country: String,
    residence_area: String,
    network: String,
    outcome: String,
    requester_id: Uuid,
    concerned_id: Option<Uuid>,
    received_at: DateTime<Utc>,
}

/// The codes of a request before a correction, for the event that keeps them.
pub(crate) async fn former_codes(
    transaction: &DatabaseTransaction,
    row: &enquiry::Model,
) -> Result<Codes, StoreError> {
    let needs: Vec<String> = enquiry_need::Entity::find()
        .select_only()
        .column(enquiry_need::Column::Need)
        .filter(enquiry_need::Column::ControllerId.eq(row.controller_id))
        .filter(enquiry_need::Column::EnquiryId.eq(row.id))
        .order_by_asc(enquiry_need::Column::Need)
        .into_tuple()
        .all(transaction)
        .await?;
    Ok(Codes {
        mode: row.mode.clone(),
        kind: row.requester_kind.clone(),
        source: row.referral_source.clone(),
        age: row.age_band.clone(),
        nationality: row.nationality.clone(),
        disorder: row.disorder_status.clone(),
        needs,
        country: row.residence_country.clone(),
        area: row.residence_area.clone(),
        network: row.network.clone(),
    })
}

/// When a record was written down: its id says it (UUIDv7). What is brought in from a past is known later than it came in.
fn known_at(row: &Row) -> DateTime<Utc> {
    let written = row.id.get_timestamp().map(|stamp| stamp.to_unix());
    written
        .and_then(|(seconds, nanos)| DateTime::from_timestamp(i64::try_from(seconds).ok()?, nanos))
        .unwrap_or(row.received_at)
}

/// Which requests are read.
#[derive(Debug, Clone, Copy)]
pub(super) enum Which<'i> {
    /// So many, in the order of their ids, after one.
    After(Option<Uuid>, u64),
    /// These.
    These(&'i [Uuid]),
}

impl Which<'_> {
    /// That a column names one of the records that were read, of which the ids are given in their order.
    pub(super) fn names(self, column: impl ColumnTrait, ids: &[Uuid]) -> SimpleExpr {
        match (self, ids.first(), ids.last()) {
            (Self::After(..), Some(first), Some(last)) => column.between(*first, *last),
            _ => column.is_in(ids.iter().copied()),
        }
    }

    /// That a record is one of those to be read.
    pub(super) fn holds(self, id: impl ColumnTrait) -> SimpleExpr {
        match self {
            Self::After(after, _) => id.gt(after.unwrap_or_default()),
            Self::These(ids) => id.is_in(ids.iter().copied()),
        }
    }

    pub(super) const fn limit(self) -> Option<u64> {
        match self {
            Self::After(_, limit) => Some(limit),
            Self::These(_) => None,
        }
    }
}

async fn needs(
    transaction: &DatabaseTransaction,
    controller: Uuid,
    (which, ids): (Which<'_>, &[Uuid]),
) -> Result<HashMap<Uuid, Vec<String>>, StoreError> {
    let rows: Vec<(Uuid, String)> = enquiry_need::Entity::find()
        .select_only()
        .columns([enquiry_need::Column::EnquiryId, enquiry_need::Column::Need])
        .filter(enquiry_need::Column::ControllerId.eq(controller))
        .filter(which.names(enquiry_need::Column::EnquiryId, ids))
        .into_tuple()
        .all(transaction)
        .await?;
    let mut needs: HashMap<Uuid, Vec<String>> = HashMap::new();
    for (enquiry, need) in rows {
        needs.entry(enquiry).or_default().push(need);
    }
    Ok(needs)
}

async fn events(
    transaction: &DatabaseTransaction,
    controller: Uuid,
    (which, ids): (Which<'_>, &[Uuid]),
) -> Result<HashMap<Uuid, Vec<Happened>>, StoreError> {
    use enquiry_event::Column as C;
    let rows: Vec<(Uuid, Uuid, String, String, DateTime<Utc>)> = enquiry_event::Entity::find()
        .select_only()
        .columns([C::Id, C::EnquiryId, C::Kind, C::Detail, C::At])
        .filter(C::ControllerId.eq(controller))
        .filter(which.names(C::EnquiryId, ids))
        .into_tuple()
        .all(transaction)
        .await?;
    // Chosen and put in order here: a database that is asked to would rather walk through all events of all requests.
    let mut rows: Vec<_> =
        rows.into_iter().filter(|(_, _, kind, ..)| KINDS.contains(&kind.as_str())).collect();
    rows.sort_unstable_by_key(|(id, ..)| *id);
    let mut events: HashMap<Uuid, Vec<Happened>> = HashMap::new();
    for (_, enquiry, kind, detail, at) in rows {
        events.entry(enquiry).or_default().push(Happened { kind, detail, at });
    }
    Ok(events)
}

/// Requests and unmet needs, each list with the ids of the requests behind it.
#[derive(Debug, Default)]
pub(super) struct Read {
    pub(super) enquiries: Vec<EnquiryFact>,
    pub(super) enquiry_ids: Vec<Uuid>,
    pub(super) unmet: Vec<UnmetFact>,
    pub(super) unmet_ids: Vec<Uuid>,
}

/// From when on requests count, and as of which moment they are known.
#[derive(Debug, Clone, Copy)]
pub(super) struct Times {
    pub(super) from: DateTime<Utc>,
    pub(super) as_of: DateTime<Utc>,
}

/// What an unmet need takes from its request: place, network, whether the request counts.
type OfRequest = HashMap<Uuid, (Word, Word, Counting)>;

/// Adds requests to what was read; gives the id of the last one, none where there is none.
pub(super) async fn read(
    transaction: &DatabaseTransaction,
    controller: Uuid,
    which: Which<'_>,
    (persons, words): (&mut Persons, &mut Words),
    times: Times,
    read: &mut Read,
) -> Result<Option<Uuid>, StoreError> {
    use enquiry::Column as C;
    let rows: Vec<Row> = enquiry::Entity::find()
        .select_only()
        .columns([
            C::Id,
            C::Mode,
            C::RequesterKind,
            C::ReferralSource,
            C::DisorderStatus,
            C::AgeBand,
            C::Nationality,
            C::ResidenceCountry,
            C::ResidenceArea,
            C::Network,
            C::Outcome,
            C::RequesterId,
            C::ConcernedId,
            C::ReceivedAt,
        ])
        .filter(C::ControllerId.eq(controller))
        .filter(which.holds(C::Id))
        .order_by_asc(C::Id)
        .limit(which.limit())
        .into_model()
        .all(transaction)
        .await?;
    let ids: Vec<Uuid> = rows.iter().map(|row| row.id).collect();
    let Some(last) = ids.last().copied() else { return Ok(None) };
    let about = (which, ids.as_slice());
    let (mut needs, mut events) =
        (needs(transaction, controller, about).await?, events(transaction, controller, about).await?);
    let mut of_request = OfRequest::with_capacity(rows.len());
    for row in rows {
        let history = EnquiryHistory {
            received_at: row.received_at,
            known_at: known_at(&row),
            requester: persons.number(row.requester_id),
            person: persons.number(row.concerned_id.unwrap_or(row.requester_id)),
            objected_at: persons
                .objected_at(row.requester_id)
                .or_else(|| persons.objected_at(row.concerned_id?)),
            events: events.remove(&row.id).unwrap_or_default(),
            outcome: row.outcome,
            codes: Codes {
                mode: row.mode,
                kind: row.requester_kind,
                source: row.referral_source,
                age: row.age_band,
                nationality: row.nationality,
                disorder: row.disorder_status,
                needs: needs.remove(&row.id).unwrap_or_default(),
                country: row.residence_country,
                area: row.residence_area,
                network: row.network,
            },
        };
        let fact = history.as_of(times.as_of, words);
        if let Some(one) = &fact {
            of_request.insert(row.id, (one.place, one.network, one.counting));
        }
        if let Some(fact) = fact.filter(|fact| fact.received_at >= times.from) {
            read.enquiries.push(fact);
            read.enquiry_ids.push(row.id);
        }
    }
    unmet(transaction, controller, about, times, &of_request, read).await?;
    Ok(Some(last))
}

/// The ledger of needs that could not be met. What belongs to a request that does not count is left out with it.
async fn unmet(
    transaction: &DatabaseTransaction,
    controller: Uuid,
    (which, ids): (Which<'_>, &[Uuid]),
    times: Times,
    of_request: &OfRequest,
    read: &mut Read,
) -> Result<(), StoreError> {
    use unmet_need::Column as C;
    let rows: Vec<(Uuid, String, String, DateTime<Utc>)> = unmet_need::Entity::find()
        .select_only()
        .columns([C::EnquiryId, C::Need, C::Reason, C::At])
        .filter(C::ControllerId.eq(controller))
        .filter(which.names(C::EnquiryId, ids))
        .into_tuple()
        .all(transaction)
        .await?;
    for (id, need, reason, at) in rows {
        let Some((place, network, counting)) = of_request.get(&id).copied() else { continue };
        if at < times.from || at > times.as_of {
            continue;
        }
        read.unmet_ids.push(id);
        read.unmet.push(UnmetFact {
            at,
            counting,
            nature: Coded::read(&need, |need| need.parse::<NeedCode>().ok().map(|need| need.nature)),
            reason: Coded::read(&reason, UnmetReason::from_word),
            place,
            network,
        });
    }
    Ok(())
}
