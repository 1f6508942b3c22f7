//! What comes of a panel: written down from CPMS, what the treating physician decided, what the person was told.

use super::changes::Said;
use super::{TABLE, told};
use crate::StoreError;
use crate::entities::{panel as p, panel_seat as s, panel_vote as v};
use crate::records::cell::{CellError, acting, from_json, staff, to_json};
use crate::records::rcp::advice::TellingWay;
use crate::records::{Work, open_text, seal_text};
use ariane_domain::access::grant::{Grant, PreparePanel};
use ariane_domain::cell::told::CLINICIANS;
use ariane_domain::panel::acts::Function;
use ariane_domain::panel::outcome::{Cast, Outcome, Proposal, composed};
use ariane_domain::panel::{PanelChange, PanelFault, Vote, said};
use ariane_privacy::secret;
use data_encoding::HEXLOWER;
use sea_orm::ActiveValue::Set;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder};
use std::collections::HashMap;
use uuid::Uuid;

/// Proposals and votes of a panel, by function.
pub(super) struct Ballot {
    pub proposals: Vec<Proposal>,
    pub votes: Vec<(Uuid, Cast)>,
}

/// Digest of an outcome: by which who closes it says what they read.
pub(super) fn digest(outcome: &Outcome) -> Result<String, StoreError> {
    Ok(HEXLOWER.encode(&secret::digest(&format!("ariane panel outcome 1\n{}", to_json(outcome)?))))
}

impl Work<'_> {
    pub(super) async fn functions(
        &mut self,
        seats: &[s::Model],
    ) -> Result<HashMap<Uuid, Function>, StoreError> {
        let mut all = HashMap::new();
        for one in seats {
            all.insert(one.id, self.card_of(one).await?.function());
        }
        Ok(all)
    }

    /// Proposals with votes. What who left said before stays: an advice does not lose its dissent with a resignation.
    pub(super) async fn ballot(&mut self, row: &p::Model, seats: &[s::Model]) -> Result<Ballot, StoreError> {
        let functions = self.functions(seats).await?;
        let by = |seat: Option<Uuid>| seat.and_then(|id| functions.get(&id)).cloned().unwrap_or_default();
        let thread = self.panel_thread(row).await?;
        let proposed = thread.into_iter().filter(|one| one.kind == PanelChange::Propose.word());
        let proposals =
            proposed.map(|one| Proposal { id: one.id, by: by(one.seat), text: one.text }).collect();
        let key = self.key(row.subject_id).await?;
        let rows = v::Entity::find()
            .filter(v::Column::ControllerId.eq(row.controller_id))
            .filter(v::Column::PanelId.eq(row.id))
            .order_by_asc(v::Column::At)
            .order_by_asc(v::Column::Id)
            .all(&self.transaction)
            .await?;
        let votes = rows.into_iter().map(|one| {
            let why = open_text(&key, "panel_vote", "sealed_why", one.id, one.sealed_why.as_deref())?;
            let vote = Vote::from_word(&one.vote).ok_or_else(|| StoreError::Damaged(one.id.to_string()))?;
            Ok((one.seat_id, Cast { proposal: one.proposal_id, by: by(Some(one.seat_id)), vote, why }))
        });
        let votes = votes.collect::<Result<_, StoreError>>()?;
        Ok(Ballot { proposals, votes })
    }

    /// The outcome as it would be closed now, with its digest; none without an advice.
    pub(super) async fn composed_outcome(
        &mut self,
        row: &p::Model,
    ) -> Result<Result<(Outcome, String), PanelFault>, StoreError> {
        let seats = self.seat_rows(row).await?;
        let head = self.head_of_panel(row).await?;
        let ballot = self.ballot(row, &seats).await?;
        let functions = self.functions(&seats).await?;
        let of = |one: &s::Model| functions.get(&one.id).cloned().unwrap_or_default();
        let lead = seats.iter().find(|one| one.is_lead && one.read_at.is_some()).map(of).unwrap_or_default();
        let experts = seats.iter().filter(|one| one.read_at.is_some()).map(of).collect();
        let votes: Vec<Cast> = ballot.votes.into_iter().map(|(_, cast)| cast).collect();
        match composed((&head.pseudonym, &head.draft), lead, experts, &ballot.proposals, &votes) {
            Ok(outcome) => {
                let digest = digest(&outcome)?;
                Ok(Ok((outcome, digest)))
            }
            Err(fault) => Ok(Err(fault)),
        }
    }

    pub(super) async fn outcome_of(&mut self, row: &p::Model) -> Result<Option<Outcome>, StoreError> {
        if row.sealed_outcome.is_none() {
            return Ok(None);
        }
        let key = self.key(row.subject_id).await?;
        let text = open_text(&key, TABLE, "sealed_outcome", row.id, row.sealed_outcome.as_deref())?;
        from_json(&text, row.id).map(Some)
    }

    pub(super) async fn seal_outcome(
        &mut self,
        row: &p::Model,
        outcome: &Outcome,
    ) -> Result<p::ActiveModel, StoreError> {
        let key = self.key(row.subject_id).await?;
        Ok(p::ActiveModel {
            digest: Set(Some(digest(outcome)?)),
            sealed_outcome: Set(seal_text(&key, TABLE, "sealed_outcome", row.id, &to_json(outcome)?)?),
            ..Default::default()
        })
    }

    /// Writes down the outcome that was signed in CPMS, as its letter says it.
    ///
    /// # Errors
    /// [`CellError::Rule`] `words-missing`, `panel-not-this-kind`, `not-yours`; [`StoreError::Conflict`].
    pub async fn record_outcome(
        &mut self,
        grant: &Grant<PreparePanel>,
        words: &Said,
    ) -> Result<bool, CellError> {
        let row = self.panel_row(grant.facts().controller, grant.id()).await?;
        let pseudonym = self.head_of_panel(&row).await?.pseudonym;
        let advice = said(&words.text)?.to_owned();
        let outcome = Outcome { pseudonym, advice, ..Outcome::default() };
        let set = self.seal_outcome(&row, &outcome).await?;
        self.make_panel_change(grant, &row, PanelChange::Record, words, set).await
    }

    /// Writes down what the treating physician decided (duty D20). Experts read it: who calls this has looked whether the words name
    /// somebody.
    ///
    /// # Errors
    /// [`CellError::Rule`] `words-missing`, `not-possible`, `not-yours`; [`StoreError::Conflict`].
    pub async fn decide_panel(
        &mut self,
        grant: &Grant<PreparePanel>,
        words: &Said,
    ) -> Result<bool, CellError> {
        let row = self.panel_row(grant.facts().controller, grant.id()).await?;
        let mut head = self.head_of_panel(&row).await?;
        head.decision = said(&words.text)?.to_owned();
        let sealed = self.seal_panel_head(&row, &head).await?;
        let set = p::ActiveModel { sealed_head: Set(sealed), ..Default::default() };
        self.make_panel_change(grant, &row, PanelChange::Decide, words, set).await
    }

    /// A clinician records that the outcome was explained to the person, with the words that they may read again, or that the person
    /// prefers not to know (duty D2). Nothing is released before.
    ///
    /// # Errors
    /// [`CellError::Rule`] `not-clinician`, `not-possible` before there is an outcome, `already-told`, `plain-missing`;
    /// [`StoreError::Conflict`].
    pub async fn tell_panel(
        &mut self,
        grant: &Grant<PreparePanel>,
        version: i32,
        way: TellingWay,
        plain: &str,
    ) -> Result<(), CellError> {
        let row = self.panel_row(grant.facts().controller, grant.id()).await?;
        let who = staff(grant)?;
        if !acting(who).is_any_of(CLINICIANS) {
            return Err(CellError::Rule("not-clinician"));
        }
        if row.sealed_outcome.is_none() {
            return Err(CellError::Rule("not-possible"));
        }
        if !told(&row)?.may_change() {
            return Err(CellError::Rule("already-told"));
        }
        let mut set = p::ActiveModel {
            told_by: Set(Some(who.account)),
            told_at: Set(Some(self.now)),
            ..Default::default()
        };
        let word = match way {
            TellingWay::Explained if plain.trim().is_empty() => return Err(CellError::Rule("plain-missing")),
            TellingWay::Explained => {
                let key = self.key(row.subject_id).await?;
                set.sealed_plain = Set(seal_text(&key, TABLE, "sealed_plain", row.id, plain.trim())?);
                "explained"
            }
            TellingWay::PrefersNotToKnow => "prefers-not-to-know",
        };
        set.told = Set(word.to_owned());
        self.write_panel(&row, Some(version), set).await?;
        let actor = grant.actor().pseudonym();
        self.panel_event(&row, ("told", word, ""), None, (actor, None)).await?;
        let file = self.case_row(row.controller_id, Some(row.file_id)).await?;
        self.case_event(grant, &file, "panel-told", word, "").await?;
        Ok(self.log_case(grant, file.id).await?)
    }
}
