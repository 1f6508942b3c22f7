//! What an invited expert says: that nothing stands against their advice, or that they decline; questions, contributions, proposals, votes;
//! and for the lead the advice and its closing (duty D18).

use super::changes::{Making, Said};
use super::expert::Here;
use super::seats::Seating;
use crate::StoreError;
use crate::entities::{panel as p, panel_seat as s, panel_vote as v};
use crate::records::cell::CellError;
use crate::records::{Work, seal_text};
use ariane_domain::access::grant::{AnswerPanel, Grant};
use ariane_domain::panel::seat::DeclineWhy;
use ariane_domain::panel::{PanelChange, PanelFault, SeatChange, Sight, Vote, said};
use sea_orm::ActiveValue::Set;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};
use uuid::Uuid;

impl Work<'_> {
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
