//! The emergency summary of a file (duty D5): opened by one clinician, at once, with a reason; written into the log, the thread and a
//! list that somebody else goes through afterwards.

use crate::StoreError;
use crate::entities::{case_file, emergency_opening as e};
use crate::records::cell::{CellError, staff};
use crate::records::{Work, seal_text};
use ariane_domain::access::Facts;
use ariane_domain::access::grant::{ApproveBreakGlass, Grant, OpenEmergency, ReadAccessLog};
use ariane_domain::cell::Reality;
use ariane_domain::cell::contact::Contact;
use ariane_domain::clinical::entry::Kept;
use ariane_domain::protection::emergency::{needs_contact, needs_entry};
use ariane_domain::protection::glass::{self, GlassState};
use ariane_knowledge::fold;
use ariane_privacy::blind::Kind;
use chrono::{DateTime, NaiveDate, Utc};
use sea_orm::ActiveValue::Set;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect};
use std::collections::HashMap;
use uuid::Uuid;

const TABLE: &str = "emergency_opening";
/// Openings that a list shows.
const MOST: u64 = 200;

/// Whose summary: by the number of the file, or by name and birth date as the person or their papers say them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Sought {
    /// Number of the file.
    Number(i64),
    /// All words of a name, and the birth date.
    Person(String, NaiveDate),
}

/// What an emergency needs.
#[derive(Debug, Clone)]
pub struct EmergencySummary {
    /// Number of the file.
    pub number: i64,
    /// Name.
    pub name: String,
    /// Birth date.
    pub birth_date: Option<NaiveDate>,
    /// Telephone of the person.
    pub phone: String,
    /// Who treats them.
    pub doctor: String,
    /// Who treats and who cares, with their numbers.
    pub contacts: Vec<Contact>,
    /// Allergies, treatments, problems.
    pub entries: Vec<Kept>,
    /// Who holds the tracks: they are told.
    pub holders: Vec<Uuid>,
}

/// An opening, for who looks at it afterwards.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EmergencyOpening {
    /// Id.
    pub id: Uuid,
    /// Number of the file.
    pub number: i64,
    /// Who.
    pub account: Uuid,
    /// When.
    pub at: DateTime<Utc>,
    /// Whether somebody looked, and found it right.
    pub state: GlassState,
}

impl Work<'_> {
    /// The real file that is meant, for who has to name it before anything of it is decided. Several of one name and birth date
    /// are none: the number tells them apart.
    pub async fn emergency_facts(
        &mut self,
        controller: Uuid,
        sought: &Sought,
    ) -> Result<Option<Facts>, StoreError> {
        let query = case_file::Entity::find()
            .select_only()
            .column(case_file::Column::Id)
            .filter(case_file::Column::ControllerId.eq(controller))
            .filter(case_file::Column::Reality.eq(Reality::Real.word()));
        let query = match sought {
            Sought::Number(number) => query.filter(case_file::Column::Number.eq(*number)),
            Sought::Person(name, birth_date) => {
                let mut found = self.persons_of(controller, Kind::BirthDate, &birth_date.to_string()).await?;
                let words = fold::words(name);
                if words.is_empty() {
                    return Ok(None);
                }
                for word in words.iter().filter(|word| word.chars().count() > 1) {
                    let named = self.persons_of(controller, Kind::NameWord, word).await?;
                    found.retain(|person| named.contains(person));
                }
                query.filter(case_file::Column::SubjectId.is_in(found))
            }
        };
        let files: Vec<Uuid> = query.limit(2).into_tuple().all(&self.transaction).await?;
        match files.as_slice() {
            [file] => Ok(Some(self.case_facts(controller, *file).await?)),
            _ => Ok(None),
        }
    }

    /// Opens it. The reason is sealed with the key of the person.
    ///
    /// # Errors
    /// [`CellError::Rule`] without a reason.
    pub async fn open_emergency(
        &mut self,
        grant: &Grant<OpenEmergency>,
        reason: &str,
    ) -> Result<EmergencySummary, CellError> {
        let row = self.case_row(grant.facts().controller, grant.id()).await?;
        if reason.trim().is_empty() {
            return Err(CellError::Rule("reason-missing"));
        }
        let (id, key) = (self.id()?, self.key(row.subject_id).await?);
        e::Entity::insert(e::ActiveModel {
            controller_id: Set(row.controller_id),
            id: Set(id),
            file_id: Set(row.id),
            account_id: Set(staff(grant)?.account),
            at: Set(self.now),
            state: Set(GlassState::Approved.word().to_owned()),
            reviewed_by: Set(None),
            reviewed_at: Set(None),
            sealed_reason: Set(seal_text(&key, TABLE, "sealed_reason", id, reason.trim())?),
        })
        .exec_without_returning(&self.transaction)
        .await?;
        self.case_event(grant, &row, "emergency-opened", "", reason.trim()).await?;
        self.log_case(grant, row.id).await?;
        Ok(self.emergency_summary(&row).await?)
    }

    async fn emergency_summary(&mut self, row: &case_file::Model) -> Result<EmergencySummary, StoreError> {
        let persons = self.open_persons(row.controller_id, &[row.subject_id]).await?;
        let person = persons.into_iter().next().ok_or(StoreError::NotThere)?;
        let care = self.care_of(row).await?;
        let today = self.today();
        Ok(EmergencySummary {
            number: row.number,
            name: person.identity.name,
            birth_date: person.identity.birth_date,
            phone: person.identity.phone,
            doctor: self.head_of_case(row).await?.treating_doctor,
            contacts: care
                .contacts
                .into_iter()
                .map(|one| one.contact)
                .filter(|one| needs_contact(one.role))
                .collect(),
            entries: care
                .clinical
                .into_iter()
                .map(|one| one.kept)
                .filter(|one| needs_entry(&one.entry, today))
                .collect(),
            holders: [row.psychosocial_holder, row.medical_holder].into_iter().flatten().collect(),
        })
    }

    /// Openings, the latest first, without anything of the file but its number.
    pub async fn emergency_openings(
        &mut self,
        grant: &Grant<ReadAccessLog>,
    ) -> Result<Vec<EmergencyOpening>, StoreError> {
        let controller = grant.facts().controller;
        let rows = e::Entity::find()
            .filter(e::Column::ControllerId.eq(controller))
            .order_by_desc(e::Column::At)
            .limit(MOST)
            .all(&self.transaction)
            .await?;
        let numbers: HashMap<Uuid, i64> = case_file::Entity::find()
            .select_only()
            .columns([case_file::Column::Id, case_file::Column::Number])
            .filter(case_file::Column::ControllerId.eq(controller))
            .filter(case_file::Column::Id.is_in(rows.iter().map(|row| row.file_id)))
            .into_tuple::<(Uuid, i64)>()
            .all(&self.transaction)
            .await?
            .into_iter()
            .collect();
        rows.into_iter()
            .map(|row| {
                let damaged = || StoreError::Damaged(row.id.to_string());
                Ok(EmergencyOpening {
                    number: numbers.get(&row.file_id).copied().ok_or_else(damaged)?,
                    state: GlassState::from_word(&row.state).ok_or_else(damaged)?,
                    id: row.id,
                    account: row.account_id,
                    at: row.at,
                })
            })
            .collect()
    }

    /// Looks at an opening afterwards; never who opened.
    pub async fn review_emergency(
        &mut self,
        grant: &Grant<ApproveBreakGlass>,
        id: Uuid,
        was_right: bool,
    ) -> Result<(), StoreError> {
        let controller = grant.facts().controller;
        let row = e::Entity::find_by_id((controller, id)).one(&self.transaction).await?;
        let row = row.ok_or(StoreError::NotThere)?;
        let judge = staff(grant)?;
        let state = GlassState::from_word(&row.state).ok_or(StoreError::NotPossible)?;
        if !state.needs_review() || glass::may_judge(judge, row.account_id).is_err() {
            return Err(StoreError::NotPossible);
        }
        let next = if was_right { GlassState::Right } else { GlassState::Wrong };
        let written = e::Entity::update_many()
            .set(e::ActiveModel {
                state: Set(next.word().to_owned()),
                reviewed_by: Set(Some(judge.account)),
                reviewed_at: Set(Some(self.now)),
                ..e::ActiveModel::default()
            })
            .filter(e::Column::ControllerId.eq(controller))
            .filter(e::Column::Id.eq(id))
            .filter(e::Column::State.eq(row.state.as_str()))
            .exec(&self.transaction)
            .await?;
        if written.rows_affected == 0 {
            return Err(StoreError::Conflict);
        }
        self.log_case(grant, row.file_id).await
    }
}
