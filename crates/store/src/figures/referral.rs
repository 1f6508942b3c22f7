//! Codes and times of referrals to European networks.
//!
//! This installation keeps no record of them yet: none is another thing than an empty list, and reports say so. Who adds the
//! table reads it here, and nowhere else: [`read`] for the figures of referrals, [`spans`] for active follow-up, which a referral
//! that waits for its answer carries. Both are said by `ariane_figures::history::ReferralHistory`.

use super::enquiries::Which;
use super::persons::Persons;
use crate::StoreError;
use ariane_domain::cell::Span;
use ariane_figures::fact::{ReferralFact, Words};
use chrono::{DateTime, Utc};
use sea_orm::DatabaseTransaction;
use std::collections::HashMap;
use uuid::Uuid;

/// All referrals of real files that were sent by a moment, each as it was known then; none where they are not recorded.
#[expect(clippy::unused_async, reason = "what reads the table will wait for it")]
pub(super) async fn read(
    _transaction: &DatabaseTransaction,
    _controller: Uuid,
    _known: (&mut Persons, &mut Words),
    _as_of: DateTime<Utc>,
) -> Result<Option<Vec<ReferralFact>>, StoreError> {
    Ok(None)
}

/// Referrals of files, each from its sending to its answer.
#[expect(clippy::unused_async, reason = "what reads the table will wait for it")]
pub(super) async fn spans(
    _transaction: &DatabaseTransaction,
    _controller: Uuid,
    _files: (Which<'_>, &[Uuid]),
) -> Result<HashMap<Uuid, Vec<Span>>, StoreError> {
    Ok(HashMap::new())
}
