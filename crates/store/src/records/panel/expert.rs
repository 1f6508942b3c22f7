//! What an invited expert reads by their link: one pseudonymised case, as a clinician approved it, and nothing else. What they see at a
//! moment is a rule ([`Knock::sight`](ariane_domain::panel::seat::Knock::sight)), asked anew at each reading.

use super::outcome::Ballot;
use super::{Happened, SEAT, knock};
use crate::StoreError;
use crate::entities::{panel as p, panel_seat as s};
use crate::records::Work;
use crate::records::dossier::enclosures::Piece;
use crate::records::dossier::release::Form;
use ariane_domain::access::Facts;
use ariane_domain::access::grant::{Act, Grant, ReadPanel};
use ariane_domain::cell::Acting;
use ariane_domain::cell::machine::Machine as _;
use ariane_domain::dossier::Enclosed;
use ariane_domain::panel::acts::Function;
use ariane_domain::panel::outcome::{Outcome, Settled, composed};
use ariane_domain::panel::{PanelChange, PanelState, SeatState, Sight, Urgency, Vote};
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
    /// Files that go with the case, in their order; empty where it is not seen.
    pub enclosures: Vec<Enclosed>,
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
pub(super) struct Here {
    pub panel: p::Model,
    pub seat: s::Model,
    pub sight: Sight,
    pub acting: Acting,
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

    pub(super) async fn here<A: Act>(&mut self, grant: &Grant<A>) -> Result<Here, StoreError> {
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
            enclosures: Vec::new(),
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
                view.enclosures = self.approved_enclosures(&dossier).await?;
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
        let thread = self.thread_of(&file).await?;
        let one = self.card_of(&here.seat).await?.function();
        // To whom it was passed on, by function: an expert's name is not the person's to be given.
        let name = format!("{} ({})", one.specialty, one.country);
        self.insert_disclosure(&thread, RecipientKind::Controller, &name, here.seat.named_by).await
    }

    /// The very bytes that a clinician approved, in one form; each fetching is logged.
    ///
    /// # Errors
    /// [`StoreError::NotThere`] where the case is not seen.
    pub async fn fetch_as_expert(
        &mut self,
        grant: &Grant<ReadPanel>,
        form: Form,
    ) -> Result<Piece, StoreError> {
        let here = self.here(grant).await?;
        let is_theirs = matches!(form, Form::Enclosure(_)) || Form::OF_EXPERTS.contains(&form);
        if here.sight != Sight::Case || !is_theirs {
            return Err(StoreError::NotThere);
        }
        self.log_case(grant, here.panel.file_id).await?;
        let dossier = self.dossier_of_panel(&here.panel).await?;
        self.approved_piece(&dossier, form).await
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
