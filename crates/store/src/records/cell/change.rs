//! Where a file stands: accepted, asked back, refused, resting, closed; who holds its tracks; who brought it.

use super::{CellError, TABLE, acting, staff, to_json, tracks};
use crate::StoreError;
use crate::entities::{account, case_file, case_step, handover};
use crate::records::{Records, Work, seal_text};
use ariane_domain::access::Staff;
use ariane_domain::access::grant::{Act, Grant, ManagePeople, WriteCase};
use ariane_domain::account::AccountState;
use ariane_domain::cell::death::{day_of_death, on_death};
use ariane_domain::cell::file::{FileEvent, FileState};
use ariane_domain::cell::{Acting, BroughtBy, CaseFile, Step, Track, Who};
use ariane_domain::enquiry::HandoverChange;
use ariane_domain::panel::PanelEnd;
use ariane_domain::referral::state::EndReason;
use chrono::{DateTime, NaiveDate, Utc};
use sea_orm::ActiveValue::Set;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};
use uuid::Uuid;

impl Work<'_> {
    /// Moves a file on. `text` says more where a reason does, and is sealed; `today` is the day at the office.
    ///
    /// What concerns the listener is answered on the hand-over behind the file in the same unit of work, and a death ends
    /// every open step and every automatic message, with one task for a human (duty D6).
    pub async fn change_case(
        &mut self,
        grant: &Grant<WriteCase>,
        version: i32,
        event: FileEvent,
        text: &str,
        today: NaiveDate,
    ) -> Result<(), CellError> {
        self.change_case_on(grant, version, event, text, None, today).await
    }

    /// The same, with the day on which somebody died; the day on which it was learned where nobody knows it.
    pub async fn change_case_on(
        &mut self,
        grant: &Grant<WriteCase>,
        version: i32,
        event: FileEvent,
        text: &str,
        died_on: Option<NaiveDate>,
        today: NaiveDate,
    ) -> Result<(), CellError> {
        let row = self.case_row(grant.facts().controller, grant.id()).await?;
        let persons = self.open_persons(row.controller_id, &[row.subject_id]).await?;
        let birth = persons.first().and_then(|person| person.identity.birth_date);
        let died_on = day_of_death(died_on, birth, today)?;
        self.move_case(grant, &row, version, event, text, today).await?;
        if let Some((handover, change)) = row.handover_id.zip(event.answers_handover()) {
            self.handover_answered(grant, handover, change, text.trim()).await?;
        }
        match event {
            FileEvent::RecordDeath => {
                self.died(grant, row.subject_id, died_on).await?;
            }
            FileEvent::CorrectDeath => self.lives(row.controller_id, row.subject_id).await?,
            _ => {}
        }
        Ok(())
    }

    pub(in crate::records) async fn move_case<A: Act>(
        &mut self,
        grant: &Grant<A>,
        row: &case_file::Model,
        version: i32,
        event: FileEvent,
        text: &str,
        today: NaiveDate,
    ) -> Result<(), CellError> {
        let who = staff(grant)?;
        if event.needs_words() && text.trim().is_empty() {
            return Err(CellError::Rule("words-missing"));
        }
        let next = self.case_rules(row).await?.after(event, &acting(who), self.now, today)?;
        let mut set = self.moved(row, &next).await?;
        if matches!(event, FileEvent::Accept | FileEvent::Reopen | FileEvent::CorrectDeath) {
            self.hold_free_tracks(who, row, &mut set).await?;
        }
        self.acted(who, &mut set);
        self.write_case(row, version, set).await?;
        self.case_event(grant, row, event.change().word(), reason(event), text.trim()).await?;
        if event == FileEvent::RecordDeath {
            self.end_steps(grant, row).await?;
        }
        self.look_after(row).await?;
        Ok(self.log_case(grant, row.id).await?)
    }

    /// Who accepts a file or takes it up again holds their own track where nobody does; the other is free until its coordinator
    /// begins. A closed file keeps the names of who held it, and who has gone meanwhile holds nothing in one that runs again.
    async fn hold_free_tracks(
        &self,
        who: &Staff,
        row: &case_file::Model,
        set: &mut case_file::ActiveModel,
    ) -> Result<(), StoreError> {
        let theirs = tracks(who);
        for (track, holder) in
            [(Track::Psychosocial, row.psychosocial_holder), (Track::Medical, row.medical_holder)]
        {
            let is_held = match holder {
                Some(account) => !self.is_gone(row.controller_id, account).await?,
                None => false,
            };
            if is_held {
                continue;
            }
            let next = Set(theirs.contains(&track).then_some(who.account));
            match track {
                Track::Psychosocial => set.psychosocial_holder = next,
                Track::Medical => set.medical_holder = next,
            }
        }
        Ok(())
    }

    async fn is_gone(&self, controller: Uuid, account: Uuid) -> Result<bool, StoreError> {
        let found = account::Entity::find_by_id((controller, account)).one(&self.transaction).await?;
        Ok(found.is_some_and(|one| one.state == AccountState::Closed.word()))
    }

    async fn moved(
        &mut self,
        row: &case_file::Model,
        next: &CaseFile,
    ) -> Result<case_file::ActiveModel, StoreError> {
        let key = self.key(row.subject_id).await?;
        Ok(case_file::ActiveModel {
            state: Set(next.state.word().to_owned()),
            sealed_rules: Set(seal_text(&key, TABLE, "sealed_rules", row.id, &to_json(next)?)?),
            ..case_file::ActiveModel::default()
        })
    }

    /// A hand-over was answered: the file that it became says the same.
    pub(crate) async fn file_answered<A: Act>(
        &mut self,
        grant: &Grant<A>,
        handover: &handover::Model,
        change: HandoverChange,
        text: &str,
    ) -> Result<(), StoreError> {
        let row = case_file::Entity::find()
            .filter(case_file::Column::ControllerId.eq(handover.controller_id))
            .filter(case_file::Column::HandoverId.eq(handover.id))
            .one(&self.transaction)
            .await?;
        let Some(row) = row else { return Ok(()) };
        let state = self.case_rules(&row).await?.state;
        let event = FileEvent::on_answer(state, change).map_err(|_| StoreError::NotPossible)?;
        let Some(event) = event else { return Ok(()) };
        let today = self.today();
        self.move_case(grant, &row, row.version, event, text, today).await.map_err(CellError::into_store)
    }

    /// Records a death in the files of a person who is known to have died, wherever that was learned first (duty D6).
    pub(crate) async fn files_died<A: Act>(
        &mut self,
        grant: &Grant<A>,
        persons: &[Uuid],
        today: NaiveDate,
    ) -> Result<(), StoreError> {
        let rows = case_file::Entity::find()
            .filter(case_file::Column::ControllerId.eq(grant.facts().controller))
            .filter(case_file::Column::SubjectId.is_in(persons.iter().copied()))
            .filter(case_file::Column::State.ne(FileState::Died.word()))
            .all(&self.transaction)
            .await?;
        for row in rows {
            let moved = self.move_case(grant, &row, row.version, FileEvent::RecordDeath, "", today).await;
            moved.map_err(CellError::into_store)?;
        }
        Ok(())
    }

    async fn end_steps<A: Act>(&mut self, grant: &Grant<A>, row: &case_file::Model) -> Result<(), CellError> {
        let stored = case_step::Entity::find()
            .filter(case_step::Column::ControllerId.eq(row.controller_id))
            .filter(case_step::Column::FileId.eq(row.id))
            .all(&self.transaction)
            .await?;
        let steps: Vec<Step> = stored
            .iter()
            .map(|one| super::from_json(&one.rules, one.id))
            .collect::<Result<_, StoreError>>()?;
        let effects = on_death(steps.iter().enumerate(), Vec::new());
        let system = Acting::of(Who::System);
        for ended in &effects.ended {
            let (Some(one), Some(step)) = (stored.get(ended.step), steps.get(ended.step)) else { continue };
            let next = step.after(ended.event, &system, self.now)?;
            self.write_step(row, one, one.version, &next, "").await?;
        }
        self.end_calls_of_dead(row).await?;
        self.end_referrals(row, EndReason::Death, &grant.actor().pseudonym()).await?;
        self.end_panels(row, PanelEnd::Death, &grant.actor().pseudonym()).await?;
        let to_tell = effects.task.to_tell.to_string();
        Ok(self.case_event(grant, row, "death-task", &to_tell, "").await?)
    }

    /// Corrects who brought the person, with a reason (duty D42).
    pub async fn correct_brought_by(
        &mut self,
        grant: &Grant<WriteCase>,
        version: i32,
        to: BroughtBy,
        why: &str,
    ) -> Result<(), CellError> {
        let row = self.case_row(grant.facts().controller, grant.id()).await?;
        let who = staff(grant)?;
        let mut rules = self.case_rules(&row).await?;
        let detail = format!("{} {}", to.word(), rules.brought_by.value.word());
        rules.brought_by = rules.brought_by.correct(to, why, who.account, self.now)?;
        let key = self.key(row.subject_id).await?;
        let mut set = case_file::ActiveModel {
            brought_by: Set(to.word().to_owned()),
            sealed_rules: Set(seal_text(&key, TABLE, "sealed_rules", row.id, &to_json(&rules)?)?),
            ..case_file::ActiveModel::default()
        };
        self.acted(who, &mut set);
        self.write_case(&row, version, set).await?;
        self.case_event(grant, &row, "brought-by-corrected", &detail, why.trim()).await?;
        Ok(self.log_case(grant, row.id).await?)
    }

    /// Gives a track to one of its coordinators.
    pub async fn hold_track(
        &mut self,
        grant: &Grant<WriteCase>,
        version: i32,
        track: Track,
        account: Uuid,
    ) -> Result<(), CellError> {
        let row = self.case_row(grant.facts().controller, grant.id()).await?;
        self.give_track(grant, &row, version, track, account).await
    }

    /// Gives a track to another of its coordinators because the account of its holder is closed, or may not hold it any more.
    pub(in crate::records) async fn hand_track_on(
        &mut self,
        grant: &Grant<ManagePeople>,
        file: Uuid,
        track: Track,
        account: Uuid,
    ) -> Result<(), CellError> {
        let row = self.case_row(grant.facts().controller, Some(file)).await?;
        self.give_track(grant, &row, row.version, track, account).await
    }

    async fn give_track<A: Act>(
        &mut self,
        grant: &Grant<A>,
        row: &case_file::Model,
        version: i32,
        track: Track,
        account: Uuid,
    ) -> Result<(), CellError> {
        let mut set = case_file::ActiveModel::default();
        match track {
            Track::Psychosocial => set.psychosocial_holder = Set(Some(account)),
            Track::Medical => set.medical_holder = Set(Some(account)),
        }
        self.write_case(row, version, set).await?;
        self.case_event(grant, row, "track-held", track.word(), "").await?;
        Ok(self.log_case(grant, row.id).await?)
    }

    /// Says that a file presses, and why, or that it does not any more: the next agenda begins with what presses.
    pub async fn press_case(
        &mut self,
        grant: &Grant<WriteCase>,
        version: i32,
        is_pressing: bool,
        why: &str,
    ) -> Result<(), CellError> {
        let row = self.case_row(grant.facts().controller, grant.id()).await?;
        if row.pressing_since.is_some() == is_pressing {
            return Err(CellError::Rule("same"));
        }
        if is_pressing && why.trim().is_empty() {
            return Err(CellError::Rule("reason-missing"));
        }
        let mut set = case_file::ActiveModel {
            pressing_since: Set(is_pressing.then_some(self.now)),
            ..case_file::ActiveModel::default()
        };
        self.acted(staff(grant)?, &mut set);
        self.write_case(&row, version, set).await?;
        let detail = if is_pressing { "yes" } else { "no" };
        self.case_event(grant, &row, "pressing", detail, why.trim()).await?;
        Ok(self.log_case(grant, row.id).await?)
    }

    /// Writes down a contact with the person: what was said is sealed.
    pub async fn record_contact(&mut self, grant: &Grant<WriteCase>, text: &str) -> Result<(), CellError> {
        let row = self.case_row(grant.facts().controller, grant.id()).await?;
        if text.trim().is_empty() {
            return Err(CellError::Rule("empty"));
        }
        self.case_event(grant, &row, "contact", "", text.trim()).await?;
        self.track_acted(grant, &row).await?;
        self.look_after(&row).await?;
        Ok(self.log_case(grant, row.id).await?)
    }
}

impl Records {
    /// Lets files go on whose pause ends today or ended before. Gives how many did; erased files are passed over.
    pub async fn resume_files(
        &self,
        controller: Uuid,
        now: DateTime<Utc>,
        today: NaiveDate,
    ) -> Result<usize, StoreError> {
        let mut work = self.begin(now).await?;
        let rows = case_file::Entity::find()
            .filter(case_file::Column::ControllerId.eq(controller))
            .filter(case_file::Column::State.eq(FileState::Dormant.word()))
            .all(&work.transaction)
            .await?;
        let (system, mut resumed) = (Acting::of(Who::System), 0);
        for row in &rows {
            let rules = match work.case_rules(row).await {
                Err(StoreError::Erased) => continue,
                read => read?,
            };
            if !rules.resumes(today) {
                continue;
            }
            let Ok(next) = rules.after(FileEvent::Resume, &system, now, today) else { continue };
            let set = work.moved(row, &next).await?;
            work.write_case(row, row.version, set).await?;
            work.case_event_by(row, FileEvent::Resume.change().word(), "", "", "system".to_owned()).await?;
            work.look_after(row).await?;
            resumed += 1;
        }
        work.commit().await?;
        Ok(resumed)
    }
}

/// The word of the reason that an event carries.
fn reason(event: FileEvent) -> &'static str {
    match event {
        FileEvent::Refuse(reason) => reason.word(),
        FileEvent::Pause { reason, .. } => reason.word(),
        FileEvent::Close(reason) => reason.word(),
        _ => "",
    }
}
