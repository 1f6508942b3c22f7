//! What an invited expert reads and says by their link: one pseudonymised case, as a clinician approved it, and nothing else. What they
//! see at a moment is a rule ([`Knock::sight`](ariane_domain::panel::seat::Knock::sight)), asked anew at each reading.

use super::changes::{Making, Said};
use super::outcome::Ballot;
use super::seats::Seating;
use super::{Happened, SEAT, knock};
use crate::StoreError;
use crate::entities::{panel as p, panel_seat as s, panel_vote as v};
use crate::records::cell::CellError;
use crate::records::dossier::release::Form;
use crate::records::{Work, seal_text};
use ariane_domain::access::Facts;
use ariane_domain::access::grant::{Act, AnswerPanel, Grant, ReadPanel};
use ariane_domain::cell::Acting;
use ariane_domain::cell::machine::Machine as _;
use ariane_domain::panel::acts::Function;
use ariane_domain::panel::outcome::{Outcome, Settled, composed};
use ariane_domain::panel::seat::DeclineWhy;
use ariane_domain::panel::{
    PanelChange, PanelFault, PanelState, SeatChange, SeatState, Sight, Urgency, Vote, said,
};
use ariane_domain::protection::recipients::RecipientKind;
use chrono::{DateTime, Utc};
use sea_orm::ActiveValue::Set;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QuerySelect};
use uuid::Uuid;

/// Kinds of events that experts are shown, by function.
const SHARED: [&str; 3] = ["ask", "answer", "contribute"];

/// A proposal as an expert sees it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Open {
    /// Id.
    pub id: Uuid,
    /// With what came of it so far.
    pub settled: Settled,
    /// What they said themselves.
    pub own: Option<(Vote, String)>,
}

/// Something that was said.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Note {
    /// Word of what it is.
    pub kind: String,
    /// Function; none for the house.
    pub by: Option<Function>,
    /// When.
    pub at: DateTime<Utc>,
    /// Words.
    pub text: String,
}

/// What an expert sees.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ExpertView {
    /// How much.
    pub sight: Sight,
    /// Who they are here.
    pub own: Function,
    /// Language in which they are written to.
    pub language: String,
    /// Whether they lead.
    pub is_lead: bool,
    /// State.
    pub state: PanelState,
    /// Urgency.
    pub urgency: Urgency,
    /// First moment after the deadline.
    pub due_at: DateTime<Utc>,
    /// What stands in the place of a name; empty at the door.
    pub pseudonym: String,
    /// The case as FHIR, as it was approved; empty where it is not seen.
    pub fhir: String,
    /// What was asked, answered and written.
    pub notes: Vec<Note>,
    /// Proposals.
    pub proposals: Vec<Open>,
    /// The advice as the lead has written it so far.
    pub draft: String,
    /// For the lead: the outcome as it would be closed, with its digest.
    pub composed: Option<(Outcome, String)>,
    /// Who takes part.
    pub others: Vec<(Function, bool)>,
    /// What came of it.
    pub outcome: Option<Outcome>,
    /// What the treating physician decided.
    pub decision: String,
    /// What they may do now.
    pub changes: Vec<PanelChange>,
    /// Version of the place.
    pub version: i32,
}

/// The panel and the place of a grant.
struct Here {
    panel: p::Model,
    seat: s::Model,
    sight: Sight,
    acting: Acting,
}

impl Work<'_> {
    /// What the policy must know when an expert knocks. The row of the panel is held until this work ends: who closes it or takes it back
    /// at the same moment is done before, or waits until the reading stands in the log.
    pub async fn expert_facts(&mut self, controller: Uuid, seat: Uuid) -> Result<Facts, StoreError> {
        let seat = s::Entity::find_by_id((controller, seat)).one(&self.transaction).await?;
        let panel_id = seat.ok_or(StoreError::NotThere)?;
        let panel = p::Entity::find_by_id((controller, panel_id.panel_id)).lock_exclusive();
        let panel = panel.one(&self.transaction).await?.ok_or(StoreError::NotThere)?;
        // As it stands now that the panel is held.
        let seat = self.seat_row(&panel, panel_id.id).await?;
        let is_seen = knock(&panel, &seat)?.sight(self.now) != Sight::Nothing;
        let is_open = is_seen && self.has_open_link(super::target(&seat)).await?;
        let file = self.case_row(controller, Some(panel.file_id)).await?;
        let choices = self.choices_towards(&file, panel.recipient_id).await?;
        Ok(Facts { choices, open_seat: is_open.then_some(seat.id), ..Facts::of(controller, SEAT, seat.id) })
    }

    async fn here<A: Act>(&mut self, grant: &Grant<A>) -> Result<Here, StoreError> {
        let (controller, id) = (grant.facts().controller, grant.id().ok_or(StoreError::NotThere)?);
        let seat = s::Entity::find_by_id((controller, id)).one(&self.transaction).await?;
        let seat = seat.ok_or(StoreError::NotThere)?;
        let panel = self.panel_row(controller, Some(seat.panel_id)).await?;
        let knock = knock(&panel, &seat)?;
        Ok(Here { sight: knock.sight(self.now), acting: knock.acting(self.now), panel, seat })
    }

    /// What an expert sees now. Each reading is in the log that the person sees; the first of the case is written down as passed on.
    pub async fn read_as_expert(&mut self, grant: &Grant<ReadPanel>) -> Result<ExpertView, StoreError> {
        let here = self.here(grant).await?;
        let (panel, seat) = (&here.panel, &here.seat);
        self.log_case(grant, panel.file_id).await?;
        let (own, head) = (self.card_of(seat).await?, self.head_of_panel(panel).await?);
        let mut view = ExpertView {
            sight: here.sight,
            own: own.function(),
            language: own.language,
            is_lead: seat.is_lead,
            state: super::state_of(panel)?,
            urgency: Urgency::from_word(&panel.urgency).ok_or_else(|| super::damaged(panel))?,
            due_at: panel.due_at,
            pseudonym: String::new(),
            fhir: String::new(),
            notes: Vec::new(),
            proposals: Vec::new(),
            draft: String::new(),
            composed: None,
            others: Vec::new(),
            outcome: None,
            decision: String::new(),
            changes: Vec::new(),
            version: seat.version,
        };
        match here.sight {
            Sight::Nothing | Sight::Door => {}
            Sight::Thanks => {
                view.pseudonym = head.pseudonym;
                view.outcome = self.outcome_of(panel).await?;
                view.decision = head.decision;
            }
            Sight::Case => {
                self.note_first_reading(grant, &here).await?;
                let dossier = self.dossier_of_panel(panel).await?;
                view.fhir =
                    String::from_utf8(self.approved_bytes(&dossier, Form::Fhir).await?).unwrap_or_default();
                let seats = self.seat_rows(panel).await?;
                let functions = self.functions(&seats).await?;
                let ballot = self.ballot(panel, &seats).await?;
                let by = |one: &Happened| one.seat.and_then(|id| functions.get(&id)).cloned();
                view.notes = self
                    .panel_thread(panel)
                    .await?
                    .into_iter()
                    .filter(|one| SHARED.contains(&one.kind.as_str()))
                    .map(|one| Note { by: by(&one), kind: one.kind, at: one.at, text: one.text })
                    .collect();
                view.proposals = opened(&ballot, seat.id)?;
                let is_here = |one: &&s::Model| one.state == SeatState::Seated.word();
                view.others = seats
                    .iter()
                    .filter(is_here)
                    .map(|one| (functions.get(&one.id).cloned().unwrap_or_default(), one.is_lead))
                    .collect();
                if seat.is_lead {
                    view.composed = self.composed_outcome(panel).await?.ok();
                }
                view.pseudonym = head.pseudonym;
                view.draft = head.draft;
                view.changes = view.state.open_to(&here.acting);
            }
        }
        Ok(view)
    }

    async fn note_first_reading(&mut self, grant: &Grant<ReadPanel>, here: &Here) -> Result<(), StoreError> {
        if here.seat.read_at.is_some() {
            return Ok(());
        }
        let set = s::ActiveModel { read_at: Set(Some(self.now)), ..Default::default() };
        // A reading changes nothing that somebody saw: their page stays good.
        s::Entity::update_many()
            .set(set)
            .filter(s::Column::ControllerId.eq(here.seat.controller_id))
            .filter(s::Column::Id.eq(here.seat.id))
            .exec(&self.transaction)
            .await?;
        let actor = grant.actor().pseudonym();
        self.panel_event(&here.panel, ("first-read", "", ""), Some(here.seat.id), (actor, None)).await?;
        let file = self.case_row(here.panel.controller_id, Some(here.panel.file_id)).await?;
        if let Some(enquiry) = file.enquiry_id {
            let enquiry = self.enquiry_row(file.controller_id, Some(enquiry)).await?;
            let one = self.card_of(&here.seat).await?.function();
            // To whom it was passed on, by function: an expert's name is not the person's to be given.
            let name = format!("{} ({})", one.specialty, one.country);
            self.insert_disclosure(&enquiry, RecipientKind::Controller, &name, here.seat.named_by).await?;
        }
        Ok(())
    }

    /// The very bytes that a clinician approved, in one form; each fetching is logged.
    ///
    /// # Errors
    /// [`StoreError::NotThere`] where the case is not seen.
    pub async fn fetch_as_expert(
        &mut self,
        grant: &Grant<ReadPanel>,
        form: Form,
    ) -> Result<(String, Vec<u8>), StoreError> {
        let here = self.here(grant).await?;
        if here.sight != Sight::Case {
            return Err(StoreError::NotThere);
        }
        self.log_case(grant, here.panel.file_id).await?;
        let dossier = self.dossier_of_panel(&here.panel).await?;
        let pseudonym = self.head_of_panel(&here.panel).await?.pseudonym;
        Ok((pseudonym, self.approved_bytes(&dossier, form).await?))
    }

    /// Says that nothing stands against one's advice, and sits down; or declines, with a reason.
    ///
    /// # Errors
    /// [`CellError::Rule`] `not-possible`, `words-missing` for a reason that says nothing; [`StoreError::Conflict`].
    pub async fn answer_invitation(
        &mut self,
        grant: &Grant<AnswerPanel>,
        version: i32,
        decline: Option<DeclineWhy>,
        text: &str,
    ) -> Result<(), CellError> {
        let here = self.here(grant).await?;
        let change = if decline.is_some() { SeatChange::Decline } else { SeatChange::Sit };
        if decline == Some(DeclineWhy::Other) {
            said(text)?;
        }
        let mut set = s::ActiveModel::default();
        match decline {
            Some(why) => set.decline = Set(Some(why.word().to_owned())),
            None => set.seated_at = Set(Some(self.now)),
        }
        let actor = grant.actor().pseudonym();
        let detail = decline.map_or("", DeclineWhy::word);
        let making = Seating { change, acting: &here.acting, actor, version, detail, text };
        self.change_seat(&here.panel, &here.seat, making, set).await?;
        Ok(self.log_case(grant, here.panel.file_id).await?)
    }

    async fn seated(&mut self, grant: &Grant<AnswerPanel>) -> Result<Here, CellError> {
        let here = self.here(grant).await?;
        if here.sight != Sight::Case {
            return Err(CellError::Rule("not-possible"));
        }
        if here.seat.wrote_at.is_none() {
            s::Entity::update_many()
                .set(s::ActiveModel { wrote_at: Set(Some(self.now)), ..Default::default() })
                .filter(s::Column::ControllerId.eq(here.seat.controller_id))
                .filter(s::Column::Id.eq(here.seat.id))
                .exec(&self.transaction)
                .await?;
        }
        Ok(here)
    }

    /// Writes, asks, or proposes a sentence of the advice; false for a second click.
    ///
    /// # Errors
    /// [`CellError::Rule`] `words-missing`, `not-yours` after the deadline, `not-possible`.
    pub async fn write_as_expert(
        &mut self,
        grant: &Grant<AnswerPanel>,
        change: PanelChange,
        words: &Said,
    ) -> Result<bool, CellError> {
        if !matches!(change, PanelChange::Ask | PanelChange::Contribute | PanelChange::Propose) {
            return Err(CellError::Rule("not-possible"));
        }
        let here = self.seated(grant).await?;
        self.expert_change(grant, &here, change, words, p::ActiveModel::default()).await
    }

    async fn expert_change(
        &mut self,
        grant: &Grant<AnswerPanel>,
        here: &Here,
        change: PanelChange,
        words: &Said,
        set: p::ActiveModel,
    ) -> Result<bool, CellError> {
        let actor = grant.actor().pseudonym();
        let words = Said { version: None, ..words.clone() };
        let seat = Some(here.seat.id);
        let making = Making { change, acting: &here.acting, actor, seat, said: &words, end: None };
        let is_new = self.change_panel(&here.panel, making, set).await?;
        self.log_case(grant, here.panel.file_id).await?;
        Ok(is_new)
    }

    /// Votes on a proposal, or votes anew: an expert has one vote, and who disagrees says why.
    ///
    /// # Errors
    /// [`CellError::Rule`] `words-missing`, `not-yours`, `not-possible`; [`StoreError::NotThere`] for a proposal of another panel.
    pub async fn vote_as_expert(
        &mut self,
        grant: &Grant<AnswerPanel>,
        proposal: Uuid,
        vote: Vote,
        words: &Said,
    ) -> Result<bool, CellError> {
        let why = vote.check(&words.text)?.to_owned();
        let here = self.seated(grant).await?;
        let thread = self.panel_thread(&here.panel).await?;
        if !thread.iter().any(|one| one.id == proposal && one.kind == PanelChange::Propose.word()) {
            return Err(StoreError::NotThere.into());
        }
        let words = Said { detail: vote.word(), text: why.clone(), ..words.clone() };
        if !self.expert_change(grant, &here, PanelChange::Vote, &words, p::ActiveModel::default()).await? {
            return Ok(false);
        }
        let before = v::Entity::find()
            .filter(v::Column::ControllerId.eq(here.panel.controller_id))
            .filter(v::Column::ProposalId.eq(proposal))
            .filter(v::Column::SeatId.eq(here.seat.id))
            .one(&self.transaction)
            .await?;
        let key = self.key(here.panel.subject_id).await?;
        let id = match &before {
            Some(one) => one.id,
            None => self.id()?,
        };
        let set = v::ActiveModel {
            vote: Set(vote.word().to_owned()),
            at: Set(self.now),
            sealed_why: Set(seal_text(&key, "panel_vote", "sealed_why", id, &why)?),
            ..Default::default()
        };
        match before {
            Some(_) => {
                v::Entity::update_many()
                    .set(set)
                    .filter(v::Column::ControllerId.eq(here.panel.controller_id))
                    .filter(v::Column::Id.eq(id))
                    .exec(&self.transaction)
                    .await?;
            }
            None => {
                v::Entity::insert(v::ActiveModel {
                    controller_id: Set(here.panel.controller_id),
                    id: Set(id),
                    panel_id: Set(here.panel.id),
                    proposal_id: Set(proposal),
                    seat_id: Set(here.seat.id),
                    ..set
                })
                .exec_without_returning(&self.transaction)
                .await?;
            }
        }
        Ok(true)
    }

    /// Writes the advice, as far as it is; the lead alone.
    ///
    /// # Errors
    /// [`CellError::Rule`] `not-yours`, `words-missing`, `not-possible`.
    pub async fn draft_advice(
        &mut self,
        grant: &Grant<AnswerPanel>,
        words: &Said,
    ) -> Result<bool, CellError> {
        let here = self.seated(grant).await?;
        let mut head = self.head_of_panel(&here.panel).await?;
        head.draft = said(&words.text)?.to_owned();
        let sealed = self.seal_panel_head(&here.panel, &head).await?;
        let set = p::ActiveModel { sealed_head: Set(sealed), ..Default::default() };
        self.expert_change(grant, &here, PanelChange::Draft, words, set).await
    }

    /// Closes the outcome (duty D18): `read` is the digest that stood on the page; a vote that came after refuses it. False for a second
    /// click.
    ///
    /// # Errors
    /// [`CellError::Rule`] `not-what-was-read`, `not-yours`, `words-missing`, `not-possible` for who comes second.
    pub async fn close_panel(
        &mut self,
        grant: &Grant<AnswerPanel>,
        read: &str,
        words: &Said,
    ) -> Result<bool, CellError> {
        let here = self.here(grant).await?;
        if self.was_said_in_panel(&here.panel, words.key).await? {
            return Ok(false);
        }
        if here.sight != Sight::Case {
            return Err(CellError::Rule("not-possible"));
        }
        let (outcome, digest) = self.composed_outcome(&here.panel).await??;
        if read != digest {
            return Err(PanelFault::NotWhatWasRead.into());
        }
        let set = self.seal_outcome(&here.panel, &outcome).await?;
        self.expert_change(grant, &here, PanelChange::Close, words, set).await
    }
}

fn opened(ballot: &Ballot, seat: Uuid) -> Result<Vec<Open>, StoreError> {
    let votes: Vec<_> = ballot.votes.iter().map(|(_, cast)| cast.clone()).collect();
    // An advice that is not written yet is no reason not to show what was proposed.
    let counted = composed(("", "-"), Function::default(), Vec::new(), &ballot.proposals, &votes);
    let counted = counted.map_err(|_| StoreError::NotPossible)?;
    let own = |proposal: Uuid| {
        let mine = ballot.votes.iter().find(|(by, cast)| *by == seat && cast.proposal == proposal);
        mine.map(|(_, cast)| (cast.vote, cast.why.clone()))
    };
    let both = ballot.proposals.iter().zip(counted.proposals);
    Ok(both.map(|(one, settled)| Open { id: one.id, settled, own: own(one.id) }).collect())
}
