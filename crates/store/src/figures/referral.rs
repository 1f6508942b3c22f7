//! Codes and times of referrals: [`read`] gives those to European networks for the figures, [`spans`] the time during which a file
//! waits for an answer, for active follow-up.

use super::cell;
use super::enquiries::Which;
use super::persons::Persons;
use crate::StoreError;
use crate::entities::{referral, referral_event};
use crate::records::referrals::waiting::waiting;
use ariane_domain::cell::{Reality, Span};
use ariane_domain::referral::ReferralKind;
use ariane_figures::fact::{ReferralFact, Words};
use ariane_figures::history::{Happened, ReferralHistory};
use chrono::{DateTime, NaiveDate, Utc};
use sea_orm::{ColumnTrait, DatabaseTransaction, EntityTrait, QueryFilter, QueryOrder, QuerySelect};
use std::collections::HashMap;
use uuid::Uuid;

type Row = (Uuid, Uuid, Option<String>, Option<DateTime<Utc>>, Option<NaiveDate>, Option<NaiveDate>);

/// All referrals of real files to a European network that were sent by a moment, each as it was known then, with their ids.
pub(super) async fn read(
    transaction: &DatabaseTransaction,
    controller: Uuid,
    (persons, words): (&mut Persons, &mut Words),
    as_of: DateTime<Utc>,
) -> Result<(Option<Vec<ReferralFact>>, Vec<Uuid>), StoreError> {
    use referral::Column as C;
    let rows: Vec<Row> = referral::Entity::find()
        .select_only()
        .columns([C::Id, C::SubjectId, C::Network, C::SentAt, C::AppointmentOn, C::SeenOn])
        .filter(C::ControllerId.eq(controller))
        .filter(C::Reality.eq(Reality::Real.word()))
        .filter(C::Kind.is_in([ReferralKind::Cern, ReferralKind::Ern].map(ReferralKind::word)))
        .filter(C::SentAt.lte(as_of))
        .order_by_asc(C::Id)
        .into_tuple()
        .all(transaction)
        .await?;
    let mut happened = events(transaction, controller, as_of).await?;
    let mut places = HashMap::new();
    for some in rows.chunks(500) {
        let subjects: Vec<Uuid> = some.iter().map(|row| row.1).collect();
        places.extend(cell::places(transaction, controller, &subjects, words).await?);
    }
    let facts = rows.into_iter().filter_map(|(id, subject, network, sent_at, appointment_on, seen_on)| {
        let history = ReferralHistory {
            person: persons.number(subject),
            objected_at: persons.objected_at(subject),
            network: words.put(&network.unwrap_or_default()),
            place: places.get(&subject).copied().unwrap_or_default(),
            sent_at: sent_at?,
            appointment_on,
            seen_on,
            events: happened.remove(&id).unwrap_or_default(),
        };
        Some((history.as_of(as_of)?, id))
    });
    let (facts, ids) = facts.unzip();
    Ok((Some(facts), ids))
}

async fn events(
    transaction: &DatabaseTransaction,
    controller: Uuid,
    as_of: DateTime<Utc>,
) -> Result<HashMap<Uuid, Vec<Happened>>, StoreError> {
    use referral_event::Column as C;
    let rows: Vec<(Uuid, String, DateTime<Utc>)> = referral_event::Entity::find()
        .select_only()
        .columns([C::ReferralId, C::Kind, C::At])
        .filter(C::ControllerId.eq(controller))
        .filter(C::At.lte(as_of))
        .into_tuple()
        .all(transaction)
        .await?;
    let mut events: HashMap<Uuid, Vec<Happened>> = HashMap::new();
    for (id, kind, at) in rows {
        events.entry(id).or_default().push(Happened { kind, detail: String::new(), at });
    }
    Ok(events)
}

/// Referrals of files, each from its sending to its answer.
pub(super) async fn spans(
    transaction: &DatabaseTransaction,
    controller: Uuid,
    (which, files): (Which<'_>, &[Uuid]),
) -> Result<HashMap<Uuid, Vec<Span>>, StoreError> {
    let found = waiting(transaction, controller, which.names(referral::Column::FileId, files)).await?;
    let mut spans: HashMap<Uuid, Vec<Span>> = HashMap::new();
    for (file, span) in found {
        spans.entry(file).or_default().push(span);
    }
    Ok(spans)
}
