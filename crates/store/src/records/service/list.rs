//! The list of the service: who is asked for, whose next contact has come, who has none.

use crate::StoreError;
use crate::entities::service_file as f;
use crate::records::Work;
use ariane_domain::access::grant::{FollowInService, Grant};
use ariane_domain::access::{Action, policy};
use ariane_domain::cell::Reality;
use ariane_domain::service::ServiceState;
use ariane_domain::service::contact::Due;
use chrono::NaiveDate;
use sea_orm::sea_query::NullOrdering;
use sea_orm::{ColumnTrait, Condition, EntityTrait, Order, QueryFilter, QueryOrder, QuerySelect};
use uuid::Uuid;

/// Most rows shown: a list is worked off from its head.
pub const MOST: u64 = 300;

/// Which files.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct ServiceFilter {
    /// Of one worker only.
    pub holder: Option<Uuid>,
    /// Those that ended instead of those that are open.
    pub is_ended: bool,
    /// Fictitious ones.
    pub is_training: bool,
}

/// A line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ServiceRow {
    /// Id.
    pub id: Uuid,
    /// Number.
    pub number: i64,
    /// Name; empty when not known, erased, or closed to the service.
    pub name: String,
    /// State.
    pub state: ServiceState,
    /// How it stands today.
    pub due: Due,
    /// Day of the next contact.
    pub next_on: Option<NaiveDate>,
    /// Who follows.
    pub holder: Option<Uuid>,
    /// Whether the cell has a file of the person.
    pub has_case: bool,
}

impl Work<'_> {
    /// Files of the service, the most pressing first. `today` is the day at the office.
    pub async fn service_list(
        &mut self,
        grant: &Grant<FollowInService>,
        filter: ServiceFilter,
        today: NaiveDate,
    ) -> Result<Vec<ServiceRow>, StoreError> {
        self.log(grant, "service").await?;
        let controller = grant.facts().controller;
        let is_wanted = |state: &ServiceState| state.is_open() != filter.is_ended;
        let states = ServiceState::ALL.into_iter().filter(is_wanted).map(ServiceState::word);
        let reality = if filter.is_training { Reality::Training } else { Reality::Real };
        let mut query = f::Entity::find()
            .filter(f::Column::ControllerId.eq(controller))
            .filter(f::Column::Reality.eq(reality.word()))
            .filter(f::Column::State.is_in(states));
        if let Some(holder) = filter.holder {
            // What the cell asks of the service is everybody's until somebody takes it.
            let own = Condition::any().add(f::Column::HolderId.eq(holder)).add(f::Column::HolderId.is_null());
            query = query.filter(own);
        }
        let rows = query
            .order_by_with_nulls(f::Column::NextOn, Order::Asc, NullOrdering::First)
            .order_by_desc(f::Column::ChangedAt)
            .limit(MOST)
            .all(&self.transaction)
            .await?;
        let names = self.case_names(controller, rows.iter().map(|row| row.subject_id).collect()).await?;
        let basis = self.records.register.basis(policy::purpose(Action::FollowInService));
        let asks_each = basis.is_none_or(|basis| basis.hangs_on_choice());
        let mut list = Vec::new();
        for row in rows {
            let state = ServiceState::from_word(&row.state);
            let state = state.ok_or_else(|| StoreError::Damaged(row.id.to_string()))?;
            let mut name = names.get(&row.subject_id).cloned().unwrap_or_default();
            if asks_each {
                let facts = self.service_facts(controller, row.id).await?;
                if self.may::<FollowInService>(grant.actor(), facts).is_err() {
                    name = String::new();
                }
            }
            list.push(ServiceRow {
                id: row.id,
                number: row.number,
                name,
                state,
                due: Due::of(state, row.next_on, today),
                next_on: row.next_on,
                holder: row.holder_id,
                has_case: row.case_id.is_some(),
            });
        }
        list.sort_by_key(|row| (row.due, row.next_on, row.number));
        Ok(list)
    }
}
