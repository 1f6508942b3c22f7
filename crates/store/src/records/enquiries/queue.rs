//! The queue: who waits, since when, for what.

use crate::StoreError;
use crate::entities::{enquiry, enquiry_need, person};
use crate::records::{Work, open_text};
use ariane_domain::access::grant::{Grant, ListEnquiries};
use ariane_domain::enquiry::{EntryMode, State, Urgency};
use ariane_domain::need::NeedCode;
use chrono::{DateTime, Utc};
use sea_orm::sea_query::{Expr, ExprTrait};
use sea_orm::{
    ColumnTrait, Condition, EntityTrait, PaginatorTrait, QueryFilter, QueryOrder, QuerySelect, Select,
};
use std::collections::HashMap;
use uuid::Uuid;

/// Which enquiries.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct QueueFilter {
    /// In one of these states; empty for those in the queue.
    pub states: Vec<State>,
    /// Come in one of these ways; empty for all.
    pub modes: Vec<EntryMode>,
    /// Taken by this account.
    pub taken_by: Option<Uuid>,
    /// Taken by nobody.
    pub is_free: bool,
    /// More than ordinarily urgent.
    pub is_urgent: bool,
    /// In this language (ISO 639-1).
    pub language: Option<String>,
    /// Asking for this need; a nature stands for all of its sub-needs.
    pub need: Option<NeedCode>,
    /// Promised before this time.
    pub due_before: Option<DateTime<Utc>>,
    /// With this number.
    pub number: Option<i64>,
}

/// Where a page of the queue ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct After {
    /// Key of the last row.
    pub key: i64,
    /// Id of the last row.
    pub id: Uuid,
}

/// A line of the queue.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct QueueRow {
    /// Id.
    pub id: Uuid,
    /// Number as people say it.
    pub number: i64,
    /// Where it stands.
    pub state: State,
    /// How it came in.
    pub mode: EntryMode,
    /// How pressing it is.
    pub urgency: Urgency,
    /// Who asks; empty when anonymous or erased.
    pub name: String,
    /// One line that tells it apart.
    pub summary: String,
    /// Codes of needs.
    pub needs: Vec<String>,
    /// ISO 639-1.
    pub language: String,
    /// When it reached the infoline.
    pub received_at: DateTime<Utc>,
    /// Until when a reply is promised.
    pub due_at: DateTime<Utc>,
    /// Who has it.
    pub taken_by: Option<Uuid>,
    /// Whether nothing is known of who asks.
    pub is_anonymous: bool,
    /// Where the page may go on.
    pub after: After,
    /// Version.
    pub version: i32,
}

fn states_of(filter: &QueueFilter) -> Vec<&'static str> {
    if filter.states.is_empty() {
        State::ALL.into_iter().filter(|s| s.is_in_queue()).map(State::word).collect()
    } else {
        filter.states.iter().map(|s| s.word()).collect()
    }
}

/// How many enquiries that ask for a need are named one by one. Of a rare need it is less work to look at each that asks for
/// it, of a frequent one to walk the queue until the page is full.
const FEW: usize = 2_000;

/// Enquiries that ask for a need.
enum Asking {
    /// These.
    Few(Vec<Uuid>),
    /// Too many to name: those with one of these codes.
    Many(Vec<String>),
}

fn filtered(controller: Uuid, filter: &QueueFilter, asking: Option<&Asking>) -> Select<enquiry::Entity> {
    use enquiry::Column as C;
    let mut query = enquiry::Entity::find().filter(C::ControllerId.eq(controller));
    if let Some(number) = filter.number {
        return query.filter(C::Number.eq(number));
    }
    query = query.filter(C::State.is_in(states_of(filter)));
    if !filter.modes.is_empty() {
        query = query.filter(C::Mode.is_in(filter.modes.iter().map(|m| m.word())));
    }
    if let Some(account) = filter.taken_by {
        query = query.filter(C::TakenBy.eq(account));
    }
    if filter.is_free {
        query = query.filter(C::TakenBy.is_null());
    }
    if filter.is_urgent {
        let urgent = Urgency::ALL.into_iter().filter(|urgency| *urgency != Urgency::None);
        query = query.filter(C::Urgency.is_in(urgent.map(Urgency::word)));
    }
    if let Some(language) = &filter.language {
        query = query.filter(C::Language.eq(language.as_str()));
    }
    if let Some(due) = filter.due_before {
        query = query.filter(C::DueAt.lt(due));
    }
    match asking {
        None => query,
        Some(Asking::Few(ids)) => query.filter(C::Id.is_in(ids.iter().copied())),
        Some(Asking::Many(codes)) => {
            use enquiry_need::Column as N;
            let mut asked = enquiry_need::Entity::find()
                .select_only()
                .column(N::Need)
                .filter(N::ControllerId.eq(controller))
                .filter(ExprTrait::equals(
                    Expr::col((enquiry_need::Entity, N::EnquiryId)),
                    (enquiry::Entity, C::Id),
                ))
                .filter(N::Need.is_in(codes.iter().map(String::as_str)));
            query.filter(Expr::exists(QuerySelect::query(&mut asked).take()))
        }
    }
}

impl Work<'_> {
    /// A page of the queue in its order. Each state is read along its own index and the pages are merged: the work
    /// follows the size of the page, not that of the store.
    pub async fn queue(
        &mut self,
        grant: &Grant<ListEnquiries>,
        filter: &QueueFilter,
        after: Option<After>,
        limit: u64,
    ) -> Result<Vec<QueueRow>, StoreError> {
        use enquiry::Column as C;
        let controller = grant.facts().controller;
        self.log(grant, "office").await?;
        let asking = self.asking(controller, filter).await?;
        let mut rows = Vec::new();
        let states: Vec<State> = states_of(filter).into_iter().filter_map(State::from_word).collect();
        for state in states {
            let of_state = QueueFilter { states: vec![state], ..filter.clone() };
            let mut query = filtered(controller, &of_state, asking.as_ref());
            if let Some(after) = after {
                let later = Condition::any()
                    .add(C::QueueKey.gt(after.key))
                    .add(Condition::all().add(C::QueueKey.eq(after.key)).add(C::Id.gt(after.id)));
                // The first says no more than the second, and is where the index begins.
                query = query.filter(C::QueueKey.gte(after.key)).filter(later);
            }
            let page = query
                .order_by_asc(C::QueueKey)
                .order_by_asc(C::Id)
                .limit(limit)
                .all(&self.transaction)
                .await?;
            rows.extend(page);
            if filter.number.is_some() {
                break;
            }
        }
        rows.sort_by_key(|row| (row.queue_key, row.id));
        rows.truncate(usize::try_from(limit).unwrap_or(usize::MAX));
        self.open_rows(controller, rows).await
    }

    /// How many enquiries a filter finds, at most `most`: a count beyond that tells a listener nothing more.
    pub async fn queue_count(
        &mut self,
        grant: &Grant<ListEnquiries>,
        filter: &QueueFilter,
        most: u64,
    ) -> Result<u64, StoreError> {
        let controller = grant.facts().controller;
        let asking = self.asking(controller, filter).await?;
        let query = filtered(controller, filter, asking.as_ref()).select_only().column(enquiry::Column::Id);
        Ok(query.limit(most).count(&self.transaction).await?)
    }

    async fn asking(&self, controller: Uuid, filter: &QueueFilter) -> Result<Option<Asking>, StoreError> {
        use enquiry_need::Column as N;
        let Some(need) = filter.need else { return Ok(None) };
        let codes = need.codes_within();
        let ids: Vec<Uuid> = enquiry_need::Entity::find()
            .select_only()
            .column(N::EnquiryId)
            .filter(N::ControllerId.eq(controller))
            .filter(N::Need.is_in(codes.iter().map(String::as_str)))
            .limit(FEW as u64 + 1)
            .into_tuple()
            .all(&self.transaction)
            .await?;
        Ok(Some(if ids.len() > FEW { Asking::Many(codes) } else { Asking::Few(ids) }))
    }

    pub(crate) async fn open_rows(
        &mut self,
        controller: Uuid,
        rows: Vec<enquiry::Model>,
    ) -> Result<Vec<QueueRow>, StoreError> {
        let subjects: Vec<Uuid> = rows.iter().map(|r| r.subject_id).collect();
        self.load_keys(&subjects).await?;
        let ids: Vec<Uuid> = rows.iter().map(|r| r.id).collect();
        let mut needs: HashMap<Uuid, Vec<String>> = HashMap::new();
        let asked = enquiry_need::Entity::find()
            .filter(enquiry_need::Column::ControllerId.eq(controller))
            .filter(enquiry_need::Column::EnquiryId.is_in(ids))
            .all(&self.transaction)
            .await?;
        // Put in order here: asked to, the database reads the needs of everybody in theirs.
        for row in asked {
            needs.entry(row.enquiry_id).or_default().push(row.need);
        }
        needs.values_mut().for_each(|all| all.sort_unstable());
        let names: HashMap<Uuid, Option<Vec<u8>>> = person::Entity::find()
            .select_only()
            .columns([person::Column::Id, person::Column::SealedName])
            .filter(person::Column::ControllerId.eq(controller))
            .filter(person::Column::Id.is_in(subjects))
            .into_tuple::<(Uuid, Option<Vec<u8>>)>()
            .all(&self.transaction)
            .await?
            .into_iter()
            .collect();
        rows.into_iter()
            .map(|row| {
                let (name, summary) = match self.loaded_key(row.subject_id) {
                    Some(key) => {
                        let sealed = names.get(&row.subject_id).and_then(Option::as_deref);
                        (
                            open_text(key, "person", "sealed_name", row.subject_id, sealed)?,
                            open_text(
                                key,
                                super::TABLE,
                                "sealed_summary",
                                row.id,
                                row.sealed_summary.as_deref(),
                            )?,
                        )
                    }
                    None => (String::new(), String::new()),
                };
                Ok(QueueRow {
                    id: row.id,
                    number: row.number,
                    state: State::from_word(&row.state).unwrap_or(State::Waiting),
                    mode: EntryMode::from_word(&row.mode).unwrap_or(EntryMode::Mail),
                    urgency: Urgency::from_word(&row.urgency).unwrap_or(Urgency::None),
                    name,
                    summary,
                    needs: needs.remove(&row.id).unwrap_or_default(),
                    language: row.language,
                    received_at: row.received_at,
                    due_at: row.due_at,
                    taken_by: row.taken_by,
                    is_anonymous: row.is_anonymous,
                    after: After { key: row.queue_key, id: row.id },
                    version: row.version,
                })
            })
            .collect()
    }
}
