//! What somebody holds when their account is closed or a function is taken from them, and its way to who takes it over. The rule is
//! `domain::account::departure`; each table is written where it belongs.
//!
//! An administrator does this, who reads no file: nothing that is sealed is opened here, and each file that is touched keeps the act
//! in its log.

use crate::StoreError;
use crate::entities::{
    absence, care_call, case_file, case_step, enquiry, rcp_series, rcp_session, service_file,
};
use crate::records::Work;
use crate::records::cell::CellError;
use crate::records::rcp::sessions::as_session;
use ariane_domain::access::grant::{Grant, ManagePeople};
use ariane_domain::account::Role;
use ariane_domain::account::departure::{Colleague, Departure, HandedOn, Held, Holding, NobodyLeft};
use ariane_domain::cell::Track;
use ariane_domain::cell::callback::CallState;
use ariane_domain::cell::file::FileState;
use ariane_domain::cell::silence::Pair;
use ariane_domain::cell::step::StepState;
use ariane_domain::enquiry::{Change, State};
use ariane_domain::service::ServiceState;
use sea_orm::{ColumnTrait, Condition, EntityTrait, QueryFilter};
use std::collections::{BTreeMap, HashMap};
use uuid::Uuid;

/// Files looked up at once: what a statement of either engine may bind.
const AT_ONCE: usize = 500;

/// Why nothing is handed on.
#[derive(Debug, thiserror::Error)]
pub enum DepartureError {
    /// The store.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// Somebody must be named first.
    #[error(transparent)]
    NobodyLeft(#[from] NobodyLeft),
}

impl From<sea_orm::DbErr> for DepartureError {
    fn from(error: sea_orm::DbErr) -> Self {
        Self::Store(error.into())
    }
}

/// What an account holds, with the rows behind it.
#[derive(Default)]
struct Holdings {
    all: Vec<Holding<Uuid>>,
    files: HashMap<Uuid, case_file::Model>,
    steps: HashMap<Uuid, case_step::Model>,
    calls: HashMap<Uuid, care_call::Model>,
    series: HashMap<Uuid, rcp_series::Model>,
    sessions: HashMap<Uuid, rcp_session::Model>,
    services: HashMap<Uuid, service_file::Model>,
    absences: HashMap<Uuid, absence::Model>,
    enquiries: HashMap<Uuid, enquiry::Model>,
}

impl Holdings {
    fn add(&mut self, held: Held, key: Uuid, track: Option<Track>, file: Option<Uuid>) {
        let file = file.and_then(|id| self.files.get(&id));
        let pair = file.and_then(|file| Pair::of(file.psychosocial_holder, file.medical_holder));
        self.all.push(Holding { key, held, track, pair });
    }
}

/// The row of a holding; what was just listed is there.
fn row<M>(rows: &HashMap<Uuid, M>, key: Uuid) -> Result<&M, StoreError> {
    rows.get(&key).ok_or(StoreError::NotThere)
}

/// A file with who holds its tracks.
fn holders(file: &case_file::Model) -> (Uuid, Option<Uuid>, Option<Uuid>) {
    (file.id, file.psychosocial_holder, file.medical_holder)
}

impl Work<'_> {
    /// How much an account holds, by kind; who it is about stays unread.
    pub async fn held_by(
        &mut self,
        grant: &Grant<ManagePeople>,
        account: Uuid,
    ) -> Result<BTreeMap<Held, usize>, StoreError> {
        let mut count = BTreeMap::new();
        for one in self.holdings(grant.facts().controller, account).await?.all {
            *count.entry(one.held).or_default() += 1;
        }
        Ok(count)
    }

    /// Hands on what `account` may not hold any more with the functions that it keeps. Gives who took over how much.
    ///
    /// # Errors
    /// [`DepartureError::NobodyLeft`] with the numbers; then nothing is written.
    pub(crate) async fn hand_on(
        &mut self,
        grant: &Grant<ManagePeople>,
        account: Uuid,
        keeps: &[Role],
        chosen: &BTreeMap<Held, Uuid>,
        colleagues: &[Colleague],
    ) -> Result<BTreeMap<Uuid, usize>, DepartureError> {
        let controller = grant.facts().controller;
        let roster = self.roster(controller).await?;
        let holdings = self.holdings(controller, account).await?;
        let departure =
            Departure { leaving: account, keeps, colleagues, chosen, roster: &roster, at: self.now };
        let handed = departure.hand_on(holdings.all.iter().copied())?;
        let mut taken = BTreeMap::new();
        for one in handed {
            self.hand_one_on(grant, &holdings, one).await.map_err(CellError::into_store)?;
            if let Some(to) = one.to {
                *taken.entry(to).or_default() += 1;
            }
        }
        Ok(taken)
    }

    async fn hand_one_on(
        &mut self,
        grant: &Grant<ManagePeople>,
        all: &Holdings,
        one: HandedOn<Uuid>,
    ) -> Result<(), CellError> {
        match (one.held, one.to) {
            (Held::PsychosocialTrack, Some(to)) => {
                self.hand_track_on(grant, one.key, Track::Psychosocial, to).await
            }
            (Held::MedicalTrack, Some(to)) => self.hand_track_on(grant, one.key, Track::Medical, to).await,
            (Held::Step, Some(to)) => {
                let step = row(&all.steps, one.key)?;
                self.hand_step_on(grant, row(&all.files, step.file_id)?, step, to).await
            }
            (Held::Call, Some(to)) => {
                let call = row(&all.calls, one.key)?;
                self.hand_call_on(grant, row(&all.files, call.file_id)?, call, to).await
            }
            (Held::RcpSeries, Some(to)) => self.hand_series_on(grant, row(&all.series, one.key)?, to).await,
            (Held::RcpSession, Some(to)) => self.hand_rcp_on(grant, row(&all.sessions, one.key)?, to).await,
            (Held::ServiceFile, Some(to)) => {
                self.hand_service_on(grant, row(&all.services, one.key)?, to).await
            }
            (Held::StandIn, to) => self.hand_stand_in_on(row(&all.absences, one.key)?, to).await,
            (Held::Enquiry, _) => {
                let enquiry = row(&all.enquiries, one.key)?;
                Ok(self.apply(grant, enquiry, enquiry.version, Change::Release).await?)
            }
            // The rule leaves no such thing without a holder.
            (_, None) => Err(StoreError::NotPossible.into()),
        }
    }

    async fn holdings(&mut self, controller: Uuid, account: Uuid) -> Result<Holdings, StoreError> {
        let mut found = Holdings::default();
        let steps = self.held_steps(controller, account).await?;
        let calls = self.held_calls(controller, account).await?;
        let behind = steps.iter().map(|one| one.file_id).chain(calls.iter().map(|one| one.file_id));
        self.held_files(controller, account, behind.collect(), &mut found).await?;
        let running =
            |file: &&case_file::Model| FileState::from_word(&file.state).is_some_and(FileState::is_running);
        let held: Vec<_> = found.files.values().filter(running).map(holders).collect();
        for (file, psychosocial, medical) in held {
            if psychosocial == Some(account) {
                found.add(Held::PsychosocialTrack, file, Some(Track::Psychosocial), Some(file));
            }
            if medical == Some(account) {
                found.add(Held::MedicalTrack, file, Some(Track::Medical), Some(file));
            }
        }
        for one in steps {
            if found.files.contains_key(&one.file_id) {
                found.add(Held::Step, one.id, Track::from_word(&one.track), Some(one.file_id));
                found.steps.insert(one.id, one);
            }
        }
        for one in calls {
            if found.files.contains_key(&one.file_id) {
                found.add(Held::Call, one.id, None, Some(one.file_id));
                found.calls.insert(one.id, one);
            }
        }
        self.held_meetings(controller, account, &mut found).await?;
        self.held_besides(controller, account, &mut found).await?;
        Ok(found)
    }

    async fn held_steps(&self, controller: Uuid, account: Uuid) -> Result<Vec<case_step::Model>, StoreError> {
        let lives = StepState::ALL.into_iter().filter(|state| !state.is_final()).map(StepState::word);
        Ok(case_step::Entity::find()
            .filter(case_step::Column::ControllerId.eq(controller))
            .filter(case_step::Column::OwnerId.eq(account))
            .filter(case_step::Column::State.is_in(lives))
            .all(&self.transaction)
            .await?)
    }

    async fn held_calls(&self, controller: Uuid, account: Uuid) -> Result<Vec<care_call::Model>, StoreError> {
        Ok(care_call::Entity::find()
            .filter(care_call::Column::ControllerId.eq(controller))
            .filter(care_call::Column::OwnerId.eq(account))
            .filter(care_call::Column::State.eq(CallState::Owed.word()))
            .all(&self.transaction)
            .await?)
    }

    /// Open files whose tracks the account holds, and the files behind steps and calls; not those of erased persons, of whom
    /// nothing is left to be held.
    async fn held_files(
        &mut self,
        controller: Uuid,
        account: Uuid,
        mut behind: Vec<Uuid>,
        found: &mut Holdings,
    ) -> Result<(), StoreError> {
        let holds = Condition::any()
            .add(case_file::Column::PsychosocialHolder.eq(account))
            .add(case_file::Column::MedicalHolder.eq(account));
        let mut files = case_file::Entity::find()
            .filter(case_file::Column::ControllerId.eq(controller))
            .filter(case_file::Column::State.is_in(FileState::running()))
            .filter(holds)
            .all(&self.transaction)
            .await?;
        behind.sort_unstable();
        behind.dedup();
        for some in behind.chunks(AT_ONCE) {
            let more = case_file::Entity::find()
                .filter(case_file::Column::ControllerId.eq(controller))
                .filter(case_file::Column::Id.is_in(some.iter().copied()))
                .all(&self.transaction)
                .await?;
            files.extend(more);
        }
        self.load_keys(&files.iter().map(|file| file.subject_id).collect::<Vec<_>>()).await?;
        files.retain(|file| self.loaded_key(file.subject_id).is_some());
        found.files = files.into_iter().map(|file| (file.id, file)).collect();
        Ok(())
    }

    async fn held_meetings(
        &self,
        controller: Uuid,
        account: Uuid,
        found: &mut Holdings,
    ) -> Result<(), StoreError> {
        let series = rcp_series::Entity::find()
            .filter(rcp_series::Column::ControllerId.eq(controller))
            .filter(rcp_series::Column::CoordinatorId.eq(account))
            .filter(rcp_series::Column::IsEnded.eq(false))
            .all(&self.transaction)
            .await?;
        for one in series {
            found.add(Held::RcpSeries, one.id, None, None);
            found.series.insert(one.id, one);
        }
        let sessions = rcp_session::Entity::find()
            .filter(rcp_session::Column::ControllerId.eq(controller))
            .filter(rcp_session::Column::CoordinatorId.eq(account))
            .all(&self.transaction)
            .await?;
        for one in sessions {
            if as_session(&one)?.needs_coordinator() {
                found.add(Held::RcpSession, one.id, None, None);
                found.sessions.insert(one.id, one);
            }
        }
        Ok(())
    }

    async fn held_besides(
        &self,
        controller: Uuid,
        account: Uuid,
        found: &mut Holdings,
    ) -> Result<(), StoreError> {
        let services = service_file::Entity::find()
            .filter(service_file::Column::ControllerId.eq(controller))
            .filter(service_file::Column::HolderId.eq(account))
            .filter(service_file::Column::State.eq(ServiceState::Followed.word()))
            .all(&self.transaction)
            .await?;
        for one in services {
            found.add(Held::ServiceFile, one.id, None, None);
            found.services.insert(one.id, one);
        }
        let lasts = Condition::any()
            .add(absence::Column::UntilAt.is_null())
            .add(absence::Column::UntilAt.gt(self.now));
        let absences = absence::Entity::find()
            .filter(absence::Column::ControllerId.eq(controller))
            .filter(absence::Column::StandInId.eq(account))
            .filter(lasts)
            .all(&self.transaction)
            .await?;
        for one in absences {
            found.add(Held::StandIn, one.id, None, None);
            found.absences.insert(one.id, one);
        }
        let enquiries = enquiry::Entity::find()
            .filter(enquiry::Column::ControllerId.eq(controller))
            .filter(enquiry::Column::TakenBy.eq(account))
            .filter(enquiry::Column::State.eq(State::Taken.word()))
            .all(&self.transaction)
            .await?;
        for one in enquiries {
            found.add(Held::Enquiry, one.id, None, None);
            found.enquiries.insert(one.id, one);
        }
        Ok(())
    }
}
