//! Since when files wait for the answer to a referral: it keeps them in active follow-up.

use crate::StoreError;
use crate::entities::referral as r;
use ariane_domain::cell::Span;
use ariane_domain::referral::ReferralState;
use chrono::{DateTime, Utc};
use sea_orm::sea_query::SimpleExpr;
use sea_orm::{ColumnTrait, DatabaseTransaction, EntityTrait, QueryFilter, QuerySelect};
use uuid::Uuid;

type Row = (Uuid, String, DateTime<Utc>, Option<DateTime<Utc>>, Option<DateTime<Utc>>, Option<DateTime<Utc>>);

/// Referrals that a condition names: the file, and the time from its sending until it was answered, went astray or ended.
pub(crate) async fn waiting(
    transaction: &DatabaseTransaction,
    controller: Uuid,
    which: SimpleExpr,
) -> Result<Vec<(Uuid, Span)>, StoreError> {
    use r::Column as C;
    let rows: Vec<Row> = r::Entity::find()
        .select_only()
        .columns([C::FileId, C::State, C::Since, C::SentAt, C::AnsweredAt, C::ClosedAt])
        .filter(C::ControllerId.eq(controller))
        .filter(which)
        .filter(C::SentAt.is_not_null())
        .into_tuple()
        .all(transaction)
        .await?;
    let spans = rows.into_iter().filter_map(|(file, state, since, sent, answered, closed)| {
        let lost = (state == ReferralState::Lost.word()).then_some(since);
        let until = [answered, closed, lost].into_iter().flatten().min();
        Some((file, Span { from: sent?, until }))
    });
    Ok(spans.collect())
}
