//! Codes and times of requests.

use super::Persons;
use crate::StoreError;
use crate::entities::{enquiry, enquiry_event, enquiry_need, unmet_need};
use ariane_domain::enquiry::UnmetReason;
use ariane_domain::need::NeedCode;
use ariane_figures::fact::{Coded, Counting, EnquiryFact, UnmetFact, Word, Words};
use ariane_figures::history::{Codes, EnquiryHistory, Happened};
use chrono::{DateTime, Utc};
use sea_orm::{
    ColumnTrait, DatabaseTransaction, EntityTrait, FromQueryResult, QueryFilter, QueryOrder, QuerySelect,
};
use std::collections::{HashMap, HashSet};
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

async fn needs(
    transaction: &DatabaseTransaction,
    controller: Uuid,
) -> Result<HashMap<Uuid, Vec<String>>, StoreError> {
    let rows: Vec<(Uuid, String)> = enquiry_need::Entity::find()
        .select_only()
        .columns([enquiry_need::Column::EnquiryId, enquiry_need::Column::Need])
        .filter(enquiry_need::Column::ControllerId.eq(controller))
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
    from: DateTime<Utc>,
) -> Result<HashMap<Uuid, Vec<Happened>>, StoreError> {
    use enquiry_event::Column as C;
    let rows: Vec<(Uuid, String, String, DateTime<Utc>)> = enquiry_event::Entity::find()
        .select_only()
        .columns([C::EnquiryId, C::Kind, C::Detail, C::At])
        .filter(C::ControllerId.eq(controller))
        .filter(C::Kind.is_in(KINDS))
        .filter(C::At.gte(from))
        .order_by_asc(C::Id)
        .into_tuple()
        .all(transaction)
        .await?;
    let mut events: HashMap<Uuid, Vec<Happened>> = HashMap::new();
    for (enquiry, kind, detail, at) in rows {
        events.entry(enquiry).or_default().push(Happened { kind, detail, at });
    }
    Ok(events)
}

/// Requests and unmet needs, each list with the ids of the requests behind it.
#[derive(Default)]
pub(super) struct Read {
    pub(super) enquiries: Vec<EnquiryFact>,
    pub(super) enquiry_ids: Vec<Uuid>,
    pub(super) unmet: Vec<UnmetFact>,
    pub(super) unmet_ids: Vec<Uuid>,
}

/// What an unmet need takes from its request: place, network, whether the request counts.
type OfRequest = HashMap<Uuid, (Word, Word, bool)>;

pub(super) async fn read(
    transaction: &DatabaseTransaction,
    controller: Uuid,
    persons: &mut Persons,
    words: &mut Words,
    from: DateTime<Utc>,
    as_of: DateTime<Utc>,
) -> Result<Read, StoreError> {
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
        .filter(C::ReceivedAt.gte(from))
        .filter(C::ReceivedAt.lte(as_of))
        .order_by_asc(C::ReceivedAt)
        .order_by_asc(C::Id)
        .into_model()
        .all(transaction)
        .await?;
    let (mut needs, mut events) =
        (needs(transaction, controller).await?, events(transaction, controller, from).await?);
    let mut read = Read::default();
    let (mut with_unmet, mut of_request) = (with_unmet(transaction, controller).await?, OfRequest::new());
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
        let fact = history.as_of(as_of, words);
        if with_unmet.remove(&row.id) {
            let told = fact.as_ref().map(|one| (one.place, one.network, one.counting == Counting::Counts));
            of_request.insert(row.id, told.unwrap_or_default());
        }
        if let Some(fact) = fact {
            read.enquiries.push(fact);
            read.enquiry_ids.push(row.id);
        }
    }
    unmet(transaction, controller, from, as_of, &of_request, &mut read).await?;
    Ok(read)
}

/// Requests that have an entry in the ledger of unmet needs.
async fn with_unmet(
    transaction: &DatabaseTransaction,
    controller: Uuid,
) -> Result<HashSet<Uuid>, StoreError> {
    let ids: Vec<Uuid> = unmet_need::Entity::find()
        .select_only()
        .column(unmet_need::Column::EnquiryId)
        .filter(unmet_need::Column::ControllerId.eq(controller))
        .into_tuple()
        .all(transaction)
        .await?;
    Ok(ids.into_iter().collect())
}

/// The ledger of needs that could not be met. What belongs to a request that does not count is left out with it.
async fn unmet(
    transaction: &DatabaseTransaction,
    controller: Uuid,
    from: DateTime<Utc>,
    as_of: DateTime<Utc>,
    of_request: &OfRequest,
    read: &mut Read,
) -> Result<(), StoreError> {
    use unmet_need::Column as C;
    let rows: Vec<(Uuid, String, String, DateTime<Utc>)> = unmet_need::Entity::find()
        .select_only()
        .columns([C::EnquiryId, C::Need, C::Reason, C::At])
        .filter(C::ControllerId.eq(controller))
        .filter(C::At.gte(from))
        .filter(C::At.lte(as_of))
        .order_by_asc(C::At)
        .into_tuple()
        .all(transaction)
        .await?;
    for (id, need, reason, at) in rows {
        // A request from before the first moment that is read counts with what is not known of it.
        let (place, network, counts) =
            of_request.get(&id).copied().unwrap_or((Word::NOT_TOLD, Word::NOT_TOLD, true));
        if counts {
            read.unmet_ids.push(id);
            read.unmet.push(UnmetFact {
                at,
                nature: Coded::read(&need, |need| need.parse::<NeedCode>().ok().map(|need| need.nature)),
                reason: Coded::read(&reason, UnmetReason::from_word),
                place,
                network,
            });
        }
    }
    Ok(())
}
