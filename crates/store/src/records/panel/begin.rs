//! A panel on the side of the house until it runs: begun from a file, the case validated, opened, followed in CPMS.

use super::changes::{Making, Said};
use super::{Happened, Head, Panel, TABLE, acts, kind_of};
use crate::StoreError;
use crate::entities::{case_file, dossier as d, panel as p};
use crate::records::cell::{CellError, acting, staff, to_json};
use crate::records::dossier::release::Form;
use crate::records::{Work, seal_text};
use ariane_domain::access::grant::{Act, Grant, PreparePanel, ShareForPanel, ValidatePanelCase};
use ariane_domain::cell::Reality;
use ariane_domain::clinical::EntryKind;
use ariane_domain::dossier::approval::may_fetch;
use ariane_domain::dossier::{Addition, Part};
use ariane_domain::panel::clock::deadline;
use ariane_domain::panel::prepared::Preparing;
use ariane_domain::panel::state::CpmsState;
use ariane_domain::panel::{PanelChange, PanelFault, PanelKind, PanelState, SeatState};
use ariane_domain::protection::recipients::RecipientKind;
use chrono::NaiveDate;
use sea_orm::ActiveValue::Set;
use sea_orm::{ActiveModelTrait, ColumnTrait, EntityTrait, QueryFilter};
use uuid::Uuid;

/// All about one panel, for who follows it.
#[derive(Debug, Clone)]
pub struct Followed {
    /// The panel.
    pub panel: Panel,
    /// Number of the file.
    pub file_number: i64,
    /// Whether a treating physician is named in the file (duty D20).
    pub has_doctor: bool,
    /// The case as FHIR, as it was approved: what its question says.
    pub fhir: String,
    /// What happened, oldest first.
    pub thread: Vec<Happened>,
    /// The outcome, once there is one.
    pub outcome: Option<ariane_domain::panel::outcome::Outcome>,
}

/// How CPMS stands among the recipients of a file: by the number of the case there, by which the hub finds what to withdraw.
pub(super) fn in_cpms(number: &str) -> String {
    format!("CPMS {}", number.trim())
}

impl Work<'_> {
    async fn held_parts(&mut self, file: &case_file::Model, row: &d::Model) -> Result<Vec<Part>, StoreError> {
        let outline = self.open_dossier(row).await?;
        let kinds: Vec<EntryKind> =
            self.clinical_of(file).await?.into_iter().map(|one| one.kept.entry.kind()).collect();
        let person = self.open_persons(file.controller_id, &[file.subject_id]).await?.into_iter().next();
        let has_age = person.is_some_and(|one| one.identity.birth_date.is_some());
        let shows_family = outline.order.additions().contains(&Addition::Pedigree);
        let has = |part: &Part| match part {
            // Without one the grant was not given.
            Part::Consent => true,
            Part::Person => has_age,
            Part::Question => !outline.order.question.trim().is_empty(),
            Part::Enclosure => !outline.order.enclosures.is_empty(),
            Part::Relative => shows_family && kinds.contains(&EntryKind::Relative),
            other => other.kind().is_some_and(|kind| kinds.contains(&kind)),
        };
        Ok(Part::ALL.into_iter().filter(has).collect())
    }

    /// Begins a panel from an approved dossier; a second click with the same key gives the first.
    ///
    /// # Errors
    /// [`CellError::Rule`] with the word of a [`PanelFault`] or of the dossier's approval.
    pub async fn begin_panel(
        &mut self,
        grant: &Grant<ShareForPanel>,
        dossier: Uuid,
        new: &Preparing,
        request: Uuid,
    ) -> Result<Uuid, CellError> {
        let (file, row) = self.dossier_row(grant, dossier).await?;
        let before = p::Entity::find()
            .filter(p::Column::ControllerId.eq(file.controller_id))
            .filter(p::Column::RequestKey.eq(request.to_string()))
            .one(&self.transaction)
            .await?;
        if let Some(before) = before {
            return if before.file_id == file.id { Ok(before.id) } else { Err(StoreError::NotThere.into()) };
        }
        if file.state == "died" {
            return Err(CellError::Rule("not-possible"));
        }
        new.check(self.today())?;
        self.check_approval(&row)?;
        let head = Head {
            pseudonym: self.open_dossier(&row).await?.pseudonym,
            held: self.held_parts(&file, &row).await?,
            ..Head::default()
        };
        let counter = if file.reality == Reality::Real.word() { TABLE } else { "training-panel" };
        let (id, number) = (self.id()?, self.next_number(file.controller_id, counter).await?);
        let key = self.key(file.subject_id).await?;
        let made = p::Model {
            controller_id: file.controller_id,
            id,
            number,
            file_id: file.id,
            subject_id: file.subject_id,
            dossier_id: dossier,
            recipient_id: row.recipient_id,
            reality: file.reality.clone(),
            kind: new.kind.word().to_owned(),
            network: new.network.clone().filter(|one| !one.trim().is_empty()),
            urgency: new.urgency.word().to_owned(),
            state: PanelState::Prepared.word().to_owned(),
            version: 1,
            author_id: staff(grant)?.account,
            request_key: request.to_string(),
            begun_at: self.now,
            since: self.now,
            due_at: self.after_day(new.due_on),
            case_by: None,
            case_at: None,
            opened_at: None,
            closed_at: None,
            decided_at: None,
            asked_at: None,
            end_reason: None,
            deletion_due_at: None,
            deletion_asked_at: None,
            told: "not-yet".to_owned(),
            told_by: None,
            told_at: None,
            document_id: None,
            digest: None,
            sealed_head: seal_text(&key, TABLE, "sealed_head", id, &to_json(&head)?)?,
            sealed_outcome: None,
            sealed_plain: None,
        };
        p::Entity::insert(p::ActiveModel::from(made.clone()).reset_all())
            .exec_without_returning(&self.transaction)
            .await?;
        let actor = grant.actor().pseudonym();
        self.panel_event(&made, ("begun", new.kind.word(), ""), None, (actor, None)).await?;
        self.case_event(grant, &file, "panel", PanelState::Prepared.word(), "").await?;
        self.log_case(grant, file.id).await?;
        Ok(id)
    }

    fn check_approval(&self, row: &d::Model) -> Result<(), CellError> {
        let state = ariane_domain::dossier::DossierState::from_word(&row.state)
            .ok_or_else(|| StoreError::Damaged(row.id.to_string()))?;
        Ok(may_fetch(state, row.approved_at, self.now)?)
    }

    pub(super) async fn dossier_of_panel(&self, row: &p::Model) -> Result<d::Model, StoreError> {
        let found = d::Entity::find_by_id((row.controller_id, row.dossier_id)).one(&self.transaction).await?;
        found.filter(|one| one.file_id == row.file_id).ok_or(StoreError::NotThere)
    }

    /// Opens a panel with its thread, for who prepares it or follows it. It shows nothing of the file but what was approved.
    pub async fn read_panel(&mut self, grant: &Grant<PreparePanel>) -> Result<Followed, StoreError> {
        let row = self.panel_row(grant.facts().controller, grant.id()).await?;
        let file = self.case_row(row.controller_id, Some(row.file_id)).await?;
        self.log_case(grant, file.id).await?;
        let dossier = self.dossier_of_panel(&row).await?;
        let fhir = self.approved_bytes(&dossier, Form::Fhir).await?;
        Ok(Followed {
            panel: self.open_panel_row(&row).await?,
            file_number: file.number,
            has_doctor: !self.head_of_case(&file).await?.treating_doctor.trim().is_empty(),
            fhir: String::from_utf8(fhir).unwrap_or_default(),
            thread: self.panel_thread(&row).await?,
            outcome: self.outcome_of(&row).await?,
        })
    }

    pub(super) async fn make_panel_change<A: Act>(
        &mut self,
        grant: &Grant<A>,
        row: &p::Model,
        change: PanelChange,
        words: &Said,
        set: p::ActiveModel,
    ) -> Result<bool, CellError> {
        let (acting, actor) = (acting(staff(grant)?), grant.actor().pseudonym());
        let making = Making { change, acting: &acting, actor, seat: None, said: words, end: None };
        let is_new = self.change_panel(row, making, set).await?;
        self.log_case(grant, row.file_id).await?;
        Ok(is_new)
    }

    /// The hub's clinician validates the case (duty D18): only then it may be opened.
    ///
    /// # Errors
    /// [`CellError::Rule`] `same-person` for who validated an access, `panel-no-doctor`, or that of the dossier's approval;
    /// [`StoreError::Conflict`].
    pub async fn validate_panel_case(
        &mut self,
        grant: &Grant<ValidatePanelCase>,
        words: &Said,
    ) -> Result<bool, CellError> {
        let row = self.panel_row(grant.facts().controller, grant.id()).await?;
        let who = staff(grant)?.account;
        acts(&row, &self.seat_rows(&row).await?).may_validate_case(who)?;
        let file = self.case_row(row.controller_id, Some(row.file_id)).await?;
        if self.head_of_case(&file).await?.treating_doctor.trim().is_empty() {
            return Err(PanelFault::NoDoctor.into());
        }
        self.check_approval(&self.dossier_of_panel(&row).await?)?;
        let set = p::ActiveModel { case_by: Set(Some(who)), ..Default::default() };
        self.make_panel_change(grant, &row, PanelChange::ValidateCase, words, set).await
    }

    /// Opens it: experts may be written to, or it has a case number in CPMS.
    ///
    /// # Errors
    /// [`CellError::Rule`] with the word of a [`PanelFault`] or of the dossier's approval; [`StoreError::Conflict`].
    pub async fn open_panel(
        &mut self,
        grant: &Grant<PreparePanel>,
        words: &Said,
        cpms_number: &str,
    ) -> Result<bool, CellError> {
        let row = self.panel_row(grant.facts().controller, grant.id()).await?;
        let mut set: p::ActiveModel = Default::default();
        match kind_of(&row)? {
            PanelKind::Local => {
                let is_led = |one: &crate::entities::panel_seat::Model| {
                    one.is_lead && one.state == SeatState::Admitted.word()
                };
                if !self.seat_rows(&row).await?.iter().any(is_led) {
                    return Err(PanelFault::NoLead.into());
                }
            }
            PanelKind::European if cpms_number.trim().is_empty() => {
                return Err(PanelFault::NoCaseNumber.into());
            }
            PanelKind::European => {
                let mut head = self.head_of_panel(&row).await?;
                head.cpms_number = cpms_number.trim().to_owned();
                set.sealed_head = Set(self.seal_panel_head(&row, &head).await?);
            }
        }
        self.check_approval(&self.dossier_of_panel(&row).await?)?;
        if row.due_at <= self.now {
            return Err(PanelFault::Deadline.into());
        }
        let is_made = self.make_panel_change(grant, &row, PanelChange::Open, words, set).await?;
        if is_made && kind_of(&row)? == PanelKind::European {
            let file = self.case_row(row.controller_id, Some(row.file_id)).await?;
            let (thread, by) = (self.thread_of(&file).await?, staff(grant)?.account);
            let name = in_cpms(cpms_number);
            self.insert_disclosure(&thread, RecipientKind::Controller, &name, by).await?;
        }
        Ok(is_made)
    }

    /// Moves the deadline of an open panel.
    ///
    /// # Errors
    /// [`CellError::Rule`] `panel-deadline`; [`StoreError::Conflict`].
    pub async fn extend_panel(
        &mut self,
        grant: &Grant<PreparePanel>,
        words: &Said,
        due_on: NaiveDate,
    ) -> Result<bool, CellError> {
        let row = self.panel_row(grant.facts().controller, grant.id()).await?;
        deadline(due_on, self.today())?;
        let set = p::ActiveModel { due_at: Set(self.after_day(due_on)), ..Default::default() };
        self.make_panel_change(grant, &row, PanelChange::Extend, words, set).await
    }

    /// Writes down a moment of the panel in CPMS.
    ///
    /// # Errors
    /// [`CellError::Rule`] `day-ahead` for a day that is not there yet; [`StoreError::Conflict`].
    pub async fn note_cpms(
        &mut self,
        grant: &Grant<PreparePanel>,
        words: &Said,
        state: CpmsState,
        on: NaiveDate,
    ) -> Result<bool, CellError> {
        let row = self.panel_row(grant.facts().controller, grant.id()).await?;
        if on > self.today() {
            return Err(CellError::Rule("panel-day-ahead"));
        }
        let mut head = self.head_of_panel(&row).await?;
        head.cpms.push((state, on));
        let set = p::ActiveModel {
            sealed_head: Set(self.seal_panel_head(&row, &head).await?),
            ..Default::default()
        };
        let words = Said { detail: state.word(), ..words.clone() };
        self.make_panel_change(grant, &row, PanelChange::Note, &words, set).await
    }

    /// Takes it back, with a reason: links end at once.
    ///
    /// # Errors
    /// [`CellError::Rule`] `words-missing`, `not-possible`; [`StoreError::Conflict`].
    pub async fn withdraw_panel(
        &mut self,
        grant: &Grant<PreparePanel>,
        words: &Said,
    ) -> Result<bool, CellError> {
        let row = self.panel_row(grant.facts().controller, grant.id()).await?;
        self.make_panel_change(grant, &row, PanelChange::Withdraw, words, Default::default()).await
    }

    /// Answers a question of an expert. Who calls this has looked whether the words name somebody (duty D11).
    ///
    /// # Errors
    /// [`CellError::Rule`] `not-yours` for anybody but the clinician, `words-missing`; [`StoreError::Conflict`].
    pub async fn answer_in_panel(
        &mut self,
        grant: &Grant<PreparePanel>,
        words: &Said,
    ) -> Result<bool, CellError> {
        let row = self.panel_row(grant.facts().controller, grant.id()).await?;
        self.make_panel_change(grant, &row, PanelChange::Answer, words, Default::default()).await
    }
}
