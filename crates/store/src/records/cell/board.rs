//! The board of the cell: every file by state, next step, who, since when.

use crate::StoreError;
use crate::entities::{case_file as c, person};
use crate::records::{Work, open_text};
use ariane_domain::access::grant::{Grant, ListCases};
use ariane_domain::cell::file::FileState;
use ariane_domain::cell::{Origin, Reality};
use chrono::{DateTime, NaiveDate, Utc};
use sea_orm::{
    ColumnTrait, Condition, EntityTrait, PaginatorTrait, QueryFilter, QueryOrder, QuerySelect, Select,
};
use std::collections::HashMap;
use uuid::Uuid;

/// Which files.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct BoardFilter {
    /// States; those that somebody has to do something about when empty.
    pub states: Vec<FileState>,
    /// Only in active follow-up, or only not.
    pub is_active: Option<bool>,
    /// Origin.
    pub origin: Option<Origin>,
    /// A track is held by this account.
    pub holder: Option<Uuid>,
    /// A step is due before this day.
    pub due_before: Option<NaiveDate>,
    /// Fictitious files instead of real ones; never both.
    pub is_training: bool,
}

/// How a file that needs somebody stands: what the board counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Standing {
    /// Nobody decided yet.
    Received,
    /// In active follow-up.
    Active,
    /// Open, and nothing carries it.
    Quiet,
    /// Resting.
    Dormant,
}

impl Standing {
    /// All of them, in the order of the board.
    pub const ALL: [Self; 4] = [Self::Received, Self::Active, Self::Quiet, Self::Dormant];

    /// Word for addresses and translation keys.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Received => "received",
            Self::Active => "active",
            Self::Quiet => "quiet",
            Self::Dormant => "dormant",
        }
    }

    /// The files that stand so.
    pub fn filter(self) -> BoardFilter {
        let (states, is_active): (&[FileState], _) = match self {
            Self::Received => (&[FileState::Received, FileState::AskedBack], None),
            Self::Active => (&[FileState::Open], Some(true)),
            Self::Quiet => (&[FileState::Open], Some(false)),
            Self::Dormant => (&[FileState::Dormant], None),
        };
        BoardFilter { states: states.to_vec(), is_active, ..BoardFilter::default() }
    }
}

/// A line of the board.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BoardRow {
    /// Id.
    pub id: Uuid,
    /// Number.
    pub number: i64,
    /// Name; empty when not known or erased.
    pub name: String,
    /// Birth date, for the rule of the transition; none when not known.
    pub birth_date: Option<NaiveDate>,
    /// State.
    pub state: FileState,
    /// Origin.
    pub origin: Origin,
    /// Whether it is followed.
    pub is_active: bool,
    /// Why, or why not: word of a reason.
    pub follow_up_reason: String,
    /// Who holds the tracks: psycho-social, medical.
    pub holders: [Option<Uuid>; 2],
    /// Last act per track: psycho-social, medical.
    pub acts: [Option<DateTime<Utc>>; 2],
    /// Since when it is followed, or is not.
    pub follow_up_since: Option<DateTime<Utc>>,
    /// Day of the next step.
    pub next_due: Option<NaiveDate>,
    /// When it was last discussed.
    pub discussed_at: Option<DateTime<Utc>>,
    /// When it reached the cell.
    pub received_at: DateTime<Utc>,
    /// Whether name and birth date are closed: the person did not agree, where coordination asks for it.
    pub is_withheld: bool,
}

/// How many files stand how; counted without opening one.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct BoardCounts {
    /// Nobody decided yet.
    pub received: u64,
    /// In active follow-up.
    pub active: u64,
    /// Open, and nothing carries them.
    pub quiet: u64,
    /// Resting.
    pub dormant: u64,
}

impl BoardCounts {
    /// How many stand so.
    pub const fn of(&self, standing: Standing) -> u64 {
        match standing {
            Standing::Received => self.received,
            Standing::Active => self.active,
            Standing::Quiet => self.quiet,
            Standing::Dormant => self.dormant,
        }
    }
}

const TO_DO: [FileState; 4] =
    [FileState::Received, FileState::AskedBack, FileState::Open, FileState::Dormant];

fn reality(is_training: bool) -> &'static str {
    if is_training { Reality::Training.word() } else { Reality::Real.word() }
}

fn filtered(controller: Uuid, filter: &BoardFilter) -> Select<c::Entity> {
    let states = if filter.states.is_empty() { &TO_DO[..] } else { &filter.states };
    let mut query = c::Entity::find()
        .filter(c::Column::ControllerId.eq(controller))
        .filter(c::Column::Reality.eq(reality(filter.is_training)))
        .filter(c::Column::State.is_in(states.iter().map(|state| state.word())));
    if let Some(is_active) = filter.is_active {
        query = query.filter(c::Column::IsActive.eq(is_active));
    }
    if let Some(origin) = filter.origin {
        query = query.filter(c::Column::Origin.eq(origin.word()));
    }
    if let Some(account) = filter.holder {
        let held = Condition::any()
            .add(c::Column::PsychosocialHolder.eq(account))
            .add(c::Column::MedicalHolder.eq(account));
        query = query.filter(held);
    }
    if let Some(day) = filter.due_before {
        query = query.filter(c::Column::NextDue.lt(day));
    }
    query
}

impl Work<'_> {
    /// A page of the board: what nobody decided first, then by the day of the next step, then by waiting time.
    pub async fn board(
        &mut self,
        grant: &Grant<ListCases>,
        filter: &BoardFilter,
        offset: u64,
        limit: u64,
    ) -> Result<Vec<BoardRow>, StoreError> {
        use sea_orm::sea_query::{Expr, NullOrdering};
        self.log(grant, "cell").await?;
        let controller = grant.facts().controller;
        let undecided =
            Expr::cust("CASE WHEN \"case_file\".\"state\" IN ('received', 'asked-back') THEN 0 ELSE 1 END");
        // Sorted by what stands in the index; only the rows of the page are opened.
        let order: Vec<Uuid> = filtered(controller, filter)
            .select_only()
            .column(c::Column::Id)
            .order_by(undecided, sea_orm::Order::Asc)
            .order_by_with_nulls(c::Column::NextDue, sea_orm::Order::Asc, NullOrdering::Last)
            .order_by_asc(c::Column::ReceivedAt)
            .order_by_asc(c::Column::Id)
            .offset(offset)
            .limit(limit)
            .into_tuple()
            .all(&self.transaction)
            .await?;
        let mut rows = c::Entity::find()
            .filter(c::Column::ControllerId.eq(controller))
            .filter(c::Column::Id.is_in(order.iter().copied()))
            .all(&self.transaction)
            .await?;
        let place: HashMap<Uuid, usize> = order.into_iter().enumerate().map(|(n, id)| (id, n)).collect();
        rows.sort_by_key(|row| place.get(&row.id).copied());
        let mut rows = self.board_rows(controller, rows).await?;
        // That a file waits is the cell's to see; who it is about, only where that person agrees.
        let ids = rows.iter().map(|row| row.id).collect();
        let closed = self.closed_to(grant.actor(), controller, ids).await?;
        for row in rows.iter_mut().filter(|row| closed.contains(&row.id)) {
            (row.name, row.birth_date, row.is_withheld) = (String::new(), None, true);
        }
        Ok(rows)
    }

    /// How many files a filter finds.
    pub async fn board_count(
        &self,
        grant: &Grant<ListCases>,
        filter: &BoardFilter,
    ) -> Result<u64, StoreError> {
        let query = filtered(grant.facts().controller, filter).select_only().column(c::Column::Id);
        Ok(query.count(&self.transaction).await?)
    }

    /// How many files stand how.
    pub async fn board_counts(
        &self,
        grant: &Grant<ListCases>,
        is_training: bool,
    ) -> Result<BoardCounts, StoreError> {
        let of = |standing: Standing| BoardFilter { is_training, ..standing.filter() };
        Ok(BoardCounts {
            received: self.board_count(grant, &of(Standing::Received)).await?,
            active: self.board_count(grant, &of(Standing::Active)).await?,
            quiet: self.board_count(grant, &of(Standing::Quiet)).await?,
            dormant: self.board_count(grant, &of(Standing::Dormant)).await?,
        })
    }

    /// Birth dates of persons whose keys are loaded.
    async fn birth_dates(
        &self,
        controller: Uuid,
        subjects: Vec<Uuid>,
    ) -> Result<HashMap<Uuid, NaiveDate>, StoreError> {
        let sealed: Vec<(Uuid, Option<Vec<u8>>)> = person::Entity::find()
            .select_only()
            .columns([person::Column::Id, person::Column::SealedBirthDate])
            .filter(person::Column::ControllerId.eq(controller))
            .filter(person::Column::Id.is_in(subjects))
            .filter(person::Column::SealedBirthDate.is_not_null())
            .into_tuple()
            .all(&self.transaction)
            .await?;
        let mut dates = HashMap::new();
        for (id, sealed) in sealed {
            if let Some(key) = self.loaded_key(id) {
                let text = open_text(key, "person", "sealed_birth_date", id, sealed.as_deref())?;
                dates.extend(text.parse().ok().map(|day| (id, day)));
            }
        }
        Ok(dates)
    }

    pub(in crate::records) async fn case_names(
        &mut self,
        controller: Uuid,
        subjects: Vec<Uuid>,
    ) -> Result<HashMap<Uuid, String>, StoreError> {
        self.load_keys(&subjects).await?;
        let sealed: Vec<(Uuid, Option<Vec<u8>>)> = person::Entity::find()
            .select_only()
            .columns([person::Column::Id, person::Column::SealedName])
            .filter(person::Column::ControllerId.eq(controller))
            .filter(person::Column::Id.is_in(subjects))
            .into_tuple()
            .all(&self.transaction)
            .await?;
        let mut names = HashMap::new();
        for (id, sealed) in sealed {
            // An erased person has no key, and no name.
            if let Some(key) = self.loaded_key(id) {
                names.insert(id, open_text(key, "person", "sealed_name", id, sealed.as_deref())?);
            }
        }
        Ok(names)
    }

    async fn board_rows(
        &mut self,
        controller: Uuid,
        rows: Vec<c::Model>,
    ) -> Result<Vec<BoardRow>, StoreError> {
        let subjects: Vec<Uuid> = rows.iter().map(|row| row.subject_id).collect();
        let mut names = self.case_names(controller, subjects.clone()).await?;
        let births = self.birth_dates(controller, subjects).await?;
        rows.into_iter()
            .map(|row| {
                let damaged = || StoreError::Damaged(row.id.to_string());
                Ok(BoardRow {
                    name: names.remove(&row.subject_id).unwrap_or_default(),
                    birth_date: births.get(&row.subject_id).copied(),
                    state: FileState::from_word(&row.state).ok_or_else(damaged)?,
                    origin: Origin::from_word(&row.origin).ok_or_else(damaged)?,
                    id: row.id,
                    number: row.number,
                    is_active: row.is_active,
                    follow_up_reason: row.follow_up_reason,
                    holders: [row.psychosocial_holder, row.medical_holder],
                    acts: [row.psychosocial_act_at, row.medical_act_at],
                    follow_up_since: row.follow_up_since,
                    next_due: row.next_due,
                    discussed_at: row.discussed_at,
                    received_at: row.received_at,
                    is_withheld: false,
                })
            })
            .collect()
    }
}
