//! Whether a person wants to be followed at all: where that rests on their agreement, the one thing that is seen and written of a file
//! which nobody may read for want of it.

use super::Recorded;
use crate::StoreError;
use crate::entities::case_file;
use crate::records::Work;
use crate::records::care::open_ends::Open;
use crate::records::cell::CellError;
use ariane_domain::access::grant::{AskForCoordination, Grant, ListCases};
use ariane_domain::cell::file::{FileEvent, FileState};
use ariane_domain::cell::open_end::OpenEnd;
use ariane_domain::cell::{Origin, Reality};
use ariane_domain::consent::Minority;
use ariane_domain::purpose::Purpose;
use chrono::{DateTime, NaiveDate, Utc};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect};
use uuid::Uuid;

/// Most files looked at: a list is worked off from its head, each row of which is asked for one by one.
const MOST: u64 = 2_000;

/// What is shown of a file to ask for that agreement: no name, nothing of what it holds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Asking {
    /// Number.
    pub number: i64,
    /// State.
    pub state: FileState,
    /// When it came.
    pub received_at: DateTime<Utc>,
    /// Where from: who brought the person knows whom to ask.
    pub origin: Origin,
    /// The hand-over by which it came, if one did.
    pub handover: Option<Uuid>,
    /// What is known of the person's age, to judge what was signed.
    pub minority: Minority,
    /// Whether the rest of the file is open: the person agreed, or following does not rest on it.
    pub is_open: bool,
    /// What was asked and said about being followed, oldest first, without words.
    pub agreements: Vec<Recorded>,
    /// Version of the file.
    pub version: i32,
}

impl Work<'_> {
    /// Files that run and that who asks may not read for want of the person's agreement; where following rests on none, no file. Each
    /// with the word of what was last asked or said ([`Recorded::standing_word`]), empty where nobody asked.
    pub(in crate::records) async fn files_not_agreed(
        &mut self,
        grant: &Grant<ListCases>,
        reality: Reality,
        today: NaiveDate,
    ) -> Result<Vec<Open>, StoreError> {
        let controller = grant.facts().controller;
        let basis = self.records.register().basis(Purpose::Coordination);
        if basis.is_some_and(|basis| !basis.hangs_on_choice()) {
            return Ok(Vec::new());
        }
        let running = case_file::Entity::find()
            .filter(case_file::Column::ControllerId.eq(controller))
            .filter(case_file::Column::Reality.eq(reality.word()))
            .filter(case_file::Column::State.is_in(FileState::running()))
            .order_by_asc(case_file::Column::ReceivedAt)
            .order_by_asc(case_file::Column::Id)
            .limit(MOST)
            .all(&self.transaction)
            .await?;
        self.load_keys(&running.iter().map(|file| file.subject_id).collect::<Vec<_>>()).await?;
        let ids = running.iter().map(|file| file.id).collect();
        let closed = self.closed_to(grant.actor(), controller, ids).await?;
        let mut open = Vec::new();
        for file in running.into_iter().filter(|file| closed.contains(&file.id)) {
            // An erased person has no key, and nobody to be asked.
            if self.loaded_key(file.subject_id).is_none() {
                continue;
            }
            let asked = self.seen_to_ask(&file).await?;
            let last = asked.agreements.last();
            let word = last.map(|one| one.standing_word(today, &asked.minority)).unwrap_or_default();
            open.push(Open {
                end: OpenEnd::NotAgreed,
                file: file.id,
                number: file.number,
                name: String::new(),
                text: word.to_owned(),
                owner: None,
                day: self.records.day(file.received_at),
            });
        }
        Ok(open)
    }

    /// Whether the person was asked, and what they said.
    pub async fn coordination_asked(
        &mut self,
        grant: &Grant<AskForCoordination>,
    ) -> Result<Asking, StoreError> {
        let file = self.case_row(grant.facts().controller, grant.id()).await?;
        let asking = self.seen_to_ask(&file).await?;
        self.log_case(grant, file.id).await?;
        Ok(asking)
    }

    async fn seen_to_ask(&mut self, file: &case_file::Model) -> Result<Asking, StoreError> {
        let basis = self.records.register().basis(Purpose::Coordination);
        let choices = self.choices_towards(file, None).await?;
        let mut agreements = self.open_consents(file).await?;
        agreements.retain(|one| one.purpose == Purpose::Coordination);
        for one in &mut agreements {
            one.text.clear();
        }
        let damaged = || StoreError::Damaged(format!("case_file/{}", file.id));
        Ok(Asking {
            number: file.number,
            state: FileState::from_word(&file.state).ok_or_else(damaged)?,
            origin: Origin::from_word(&file.origin).ok_or_else(damaged)?,
            handover: file.handover_id,
            minority: self.minority(file.controller_id, file.subject_id).await?,
            received_at: file.received_at,
            is_open: basis.is_some_and(|basis| choices.allow(Purpose::Coordination, basis)),
            agreements,
            version: file.version,
        })
    }

    /// Ends a file that nobody may read: the person said no, or could not be asked. Who handed it over is told.
    ///
    /// # Errors
    /// [`CellError::Rule`] `not-possible` for a file that is open to read, which ends on its own page, or has ended;
    /// [`StoreError::Conflict`] when somebody was quicker.
    pub async fn end_for_want_of_agreement(
        &mut self,
        grant: &Grant<AskForCoordination>,
        version: i32,
        today: NaiveDate,
    ) -> Result<(), CellError> {
        let file = self.case_row(grant.facts().controller, grant.id()).await?;
        let asking = self.seen_to_ask(&file).await?;
        let said_no = asking.agreements.iter().any(|one| one.withdrawn.is_some());
        let event = FileEvent::for_want_of_agreement(asking.state, said_no).filter(|_| !asking.is_open);
        let event = event.ok_or(CellError::Rule("not-possible"))?;
        self.move_case(grant, &file, version, event, "", today).await?;
        if let Some((handover, change)) = file.handover_id.zip(event.answers_handover()) {
            self.handover_answered(grant, handover, change, "").await?;
        }
        Ok(())
    }
}
