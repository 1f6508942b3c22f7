//! Agreements on the side of who follows the file: asked for, written down from paper, taken back by word of mouth.

use super::own::TakenBack;
use super::{Recorded, TABLE, agreement, by_word};
use crate::StoreError;
use crate::entities::{case_file, consent as c, rcp_listing, rcp_participant, rcp_session};
use crate::records::care::documents::NewDocument;
use crate::records::cell::{CellError, staff};
use crate::records::{Work, seal_text};
use ariane_domain::access::grant::{Act, AskForCoordination, Grant, ReadCase, WriteCase};
use ariane_domain::consent::{ASKED, Consent, Fault, GivenBy, Means, Parents};
use ariane_domain::purpose::Purpose;
use chrono::NaiveDate;
use sea_orm::ActiveValue::Set;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};
use std::collections::BTreeSet;
use uuid::Uuid;

/// For whom somebody agrees.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Towards {
    /// Everybody who takes part in that purpose.
    Everybody,
    /// One recipient of referrals, with its name.
    Recipient(Uuid, String),
    /// One series of meetings, with its name.
    Series(Uuid, String),
    /// Somebody who is named: opens nothing to anybody else.
    Named(String),
}

/// How it was given.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Signed {
    /// By whom.
    pub by: GivenBy,
    /// Which parents, where a parent did.
    pub parents: Option<Parents>,
    /// First day.
    pub from: NaiveDate,
    /// Last day.
    pub until: NaiveDate,
}

/// An agreement that is asked for, or written down from paper.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewConsent {
    /// To what.
    pub purpose: Purpose,
    /// For whom.
    pub towards: Towards,
    /// The signature on paper; none where the person is asked to sign on screen.
    pub signed: Option<Signed>,
    /// Where the paper is, who signed.
    pub text: String,
}

/// An act under which agreements are asked for, written down and taken back.
pub trait Takes: Act {
    /// Whether it is one for this purpose.
    fn takes(purpose: Purpose) -> bool;
}

impl Takes for WriteCase {
    fn takes(_: Purpose) -> bool {
        true
    }
}

impl Takes for AskForCoordination {
    fn takes(purpose: Purpose) -> bool {
        purpose == Purpose::Coordination
    }
}

/// The word of a fault, as pages say it.
pub(super) const fn word(fault: Fault) -> &'static str {
    match fault {
        Fault::NotAsked => "consent-not-asked",
        Fault::NotSigned => "consent-not-signed",
        Fault::Ahead => "consent-ahead",
        Fault::Over => "consent-over",
        Fault::TooLong => "consent-too-long",
        Fault::NotTheirs => "consent-not-theirs",
        Fault::Minor => "consent-person-minor",
        Fault::NoSecond => "consent-no-second",
    }
}

impl Work<'_> {
    /// What the person of a file agreed to, oldest first, with what is only asked for and what was taken back.
    pub async fn consents_of_case(&mut self, grant: &Grant<ReadCase>) -> Result<Vec<Recorded>, StoreError> {
        let row = self.case_row(grant.facts().controller, grant.id()).await?;
        let all = self.open_consents(&row).await?;
        self.log_case(grant, row.id).await?;
        Ok(all)
    }

    /// Asks for an agreement, or writes one down from paper. `today` is the day at the office.
    ///
    /// # Errors
    /// [`CellError::Rule`] with the word of a [`Fault`]; `no-recipient` where somebody is to be named and is not;
    /// `consent-for-the-cell` where coordination is agreed to for somebody else than the cell; `not-possible` for somebody who died.
    pub async fn take_consent<A: Takes>(
        &mut self,
        grant: &Grant<A>,
        new: &NewConsent,
        today: NaiveDate,
    ) -> Result<Uuid, CellError> {
        let file = self.case_row(grant.facts().controller, grant.id()).await?;
        if file.state == "died" {
            return Err(CellError::Rule("not-possible"));
        }
        if !ASKED.contains(&new.purpose) || !A::takes(new.purpose) {
            return Err(CellError::Rule(word(Fault::NotAsked)));
        }
        if new.purpose == Purpose::Coordination && new.towards != Towards::Everybody {
            return Err(CellError::Rule("consent-for-the-cell"));
        }
        let id = self.id()?;
        let (recipient_id, recipient) = match &new.towards {
            Towards::Everybody => (None, ""),
            Towards::Series(id, name) | Towards::Recipient(id, name) => (Some(*id), name.as_str()),
            Towards::Named(name) if name.trim().is_empty() => return Err(CellError::Rule("no-recipient")),
            // No function passes anything on to the row itself: a name opens nothing until one can say that name.
            Towards::Named(name) => (Some(id), name.trim()),
        };
        let minority = self.minority(file.controller_id, file.subject_id).await?;
        let given = new.signed.map(|signed| Consent {
            purpose: new.purpose,
            recipient: recipient_id,
            by: signed.by,
            parents: signed.parents,
            from: signed.from,
            until: signed.until,
            withdrawn_at: None,
        });
        if let Some(given) = given {
            given.give(Means::Paper, today, &minority).map_err(|fault| CellError::Rule(word(fault)))?;
            // That one decides alone is shown by something, and the words say by what.
            if given.parents == Some(Parents::Alone) && new.text.trim().is_empty() {
                return Err(CellError::Rule("consent-alone-not-shown"));
            }
        }
        let key = self.key(file.subject_id).await?;
        c::Entity::insert(c::ActiveModel {
            controller_id: Set(file.controller_id),
            id: Set(id),
            file_id: Set(file.id),
            subject_id: Set(file.subject_id),
            purpose: Set(new.purpose.word().to_owned()),
            recipient_id: Set(recipient_id),
            asked_by: Set(staff(grant)?.account),
            asked_at: Set(self.now),
            given_by: Set(given.map(|one| by_word(one.by).to_owned())),
            means: Set(given.map(|_| Means::Paper.word().to_owned())),
            from_day: Set(given.map(|one| one.from)),
            until_day: Set(given.map(|one| one.until)),
            given_at: Set(given.map(|_| self.now)),
            withdrawn_at: Set(None),
            withdrawn_means: Set(None),
            sealed_recipient: Set(seal_text(&key, TABLE, "sealed_recipient", id, recipient)?),
            sealed_text: Set(seal_text(&key, TABLE, "sealed_text", id, new.text.trim())?),
            version: Set(1),
            parents: Set(given.and_then(|one| one.parents).map(|parents| parents.word().to_owned())),
            second_on: Set(None),
            paper_id: Set(None),
        })
        .exec_without_returning(&self.transaction)
        .await?;
        let what = if given.is_some() { "consent-given" } else { "consent-asked" };
        self.case_event(grant, &file, what, new.purpose.word(), "").await?;
        self.log_case(grant, file.id).await?;
        Ok(id)
    }

    /// Writes down that the other parent signed too. `today` is the day at the office.
    ///
    /// # Errors
    /// [`CellError::Rule`] with the word of a [`Fault`]; [`StoreError::Conflict`] when somebody was quicker.
    pub async fn second_parent_signed<A: Takes>(
        &mut self,
        grant: &Grant<A>,
        consent: Uuid,
        version: i32,
        (on, today): (NaiveDate, NaiveDate),
    ) -> Result<(), CellError> {
        let file = self.case_row(grant.facts().controller, grant.id()).await?;
        let one = self.consent_for::<A>(&file, consent).await?;
        let given = agreement(&one)?.ok_or(CellError::Rule(word(Fault::NoSecond)))?;
        let both = given.second_parent(on, today).map_err(|fault| CellError::Rule(word(fault)))?;
        let set = c::ActiveModel {
            parents: Set(both.parents.map(|parents| parents.word().to_owned())),
            second_on: Set(Some(on)),
            ..c::ActiveModel::default()
        };
        self.write_consent(&one, version, set).await?;
        self.case_event(grant, &file, "consent-second-parent", both.purpose.word(), "").await?;
        Ok(self.log_case(grant, file.id).await?)
    }

    /// Keeps the signed paper among the documents of the file, beside its agreement: that it was given can be shown (GDPR,
    /// article 7(1)), also after it was taken back. A better scan takes the place of an earlier one, which stays a document.
    ///
    /// # Errors
    /// [`CellError::Rule`] `consent-not-on-paper` where nothing was signed on paper; those of a document.
    pub async fn keep_signed_paper(
        &mut self,
        grant: &Grant<WriteCase>,
        consent: Uuid,
        version: i32,
        paper: &NewDocument<'_>,
    ) -> Result<(), CellError> {
        let file = self.case_row(grant.facts().controller, grant.id()).await?;
        let one = self.consent_row(&file, consent).await?;
        if one.means.as_deref() != Some(Means::Paper.word()) {
            return Err(CellError::Rule("consent-not-on-paper"));
        }
        let document = self.add_document(grant, paper).await?;
        let set = c::ActiveModel { paper_id: Set(Some(document)), ..c::ActiveModel::default() };
        self.write_consent(&one, version, set).await?;
        Ok(self.log_case(grant, file.id).await?)
    }

    pub(super) async fn consent_row(
        &mut self,
        file: &case_file::Model,
        consent: Uuid,
    ) -> Result<c::Model, StoreError> {
        let persons = self.same_person(file.controller_id, file.subject_id).await?;
        let found = c::Entity::find_by_id((file.controller_id, consent)).one(&self.transaction).await?;
        found.filter(|one| persons.contains(&one.subject_id)).ok_or(StoreError::NotThere)
    }

    /// One that this act is for; for any other it is as if there were none.
    async fn consent_for<A: Takes>(
        &mut self,
        file: &case_file::Model,
        consent: Uuid,
    ) -> Result<c::Model, StoreError> {
        let one = self.consent_row(file, consent).await?;
        let is_theirs = Purpose::from_word(&one.purpose).is_some_and(A::takes);
        if is_theirs { Ok(one) } else { Err(StoreError::NotThere) }
    }

    pub(super) async fn write_consent(
        &self,
        one: &c::Model,
        version: i32,
        mut set: c::ActiveModel,
    ) -> Result<(), StoreError> {
        set.version = Set(version + 1);
        let written = c::Entity::update_many()
            .set(set)
            .filter(c::Column::ControllerId.eq(one.controller_id))
            .filter(c::Column::Id.eq(one.id))
            .filter(c::Column::Version.eq(version))
            .exec(&self.transaction)
            .await?;
        if written.rows_affected == 0 { Err(StoreError::Conflict) } else { Ok(()) }
    }

    /// Takes an agreement back, as the person said or wrote. From this moment on nothing is read for it any more. Gives the accounts
    /// that could read the file because of it: they are told to delete what they kept.
    ///
    /// # Errors
    /// [`CellError::Rule`] `already-withdrawn`; [`StoreError::Conflict`] when somebody was quicker.
    pub async fn withdraw_consent<A: Takes>(
        &mut self,
        grant: &Grant<A>,
        consent: Uuid,
        version: i32,
        means: Means,
    ) -> Result<TakenBack, CellError> {
        let file = self.case_row(grant.facts().controller, grant.id()).await?;
        self.consent_for::<A>(&file, consent).await?;
        let purpose = self.mark_withdrawn(&file, consent, version, means).await?;
        let actor = grant.actor().pseudonym();
        let taken = self.after_taking_back(&file, purpose, &actor).await?;
        self.log_case(grant, file.id).await?;
        Ok(taken)
    }

    /// What follows at once where an agreement was taken back: what stood on it ends, and whoever has something is to be told.
    pub(super) async fn after_taking_back(
        &mut self,
        file: &case_file::Model,
        purpose: Purpose,
        actor: &str,
    ) -> Result<TakenBack, CellError> {
        self.case_event_by(file, "consent-withdrawn", purpose.word(), "", actor.to_owned()).await?;
        if purpose == Purpose::Transfer {
            self.end_unagreed(file, actor).await?;
        }
        if purpose == Purpose::Panel {
            self.end_unagreed_panels(file, actor).await?;
        }
        self.ask_back_dossiers(file, purpose, actor).await?;
        self.ask_back_encodings(file, purpose, actor).await?;
        let families = match purpose {
            Purpose::FamilyContact => self.end_family_contacts(file, actor).await?,
            _ => Vec::new(),
        };
        Ok(TakenBack { number: file.number, readers: self.readers_by(file, purpose).await?, families })
    }

    pub(super) async fn mark_withdrawn(
        &mut self,
        file: &case_file::Model,
        consent: Uuid,
        version: i32,
        means: Means,
    ) -> Result<Purpose, CellError> {
        let one = self.consent_row(file, consent).await?;
        if one.withdrawn_at.is_some() {
            return Err(CellError::Rule("already-withdrawn"));
        }
        let set = c::ActiveModel {
            withdrawn_at: Set(Some(self.now)),
            withdrawn_means: Set(Some(means.word().to_owned())),
            ..c::ActiveModel::default()
        };
        self.write_consent(&one, version, set).await?;
        Ok(Purpose::from_word(&one.purpose).ok_or(StoreError::NotPossible)?)
    }

    /// Accounts that could read the file and may not any more: another agreement, or a purpose that does not rest on one, leaves it
    /// open to them. For coordination who holds it; for an RCP who was invited to a session whose list held the file.
    async fn readers_by(
        &mut self,
        file: &case_file::Model,
        purpose: Purpose,
    ) -> Result<Vec<Uuid>, StoreError> {
        let basis = self.records.register().basis(purpose);
        let choices = self.choices_towards(file, None).await?;
        if basis.is_none_or(|basis| choices.allow(purpose, basis)) {
            return Ok(Vec::new());
        }
        match purpose {
            Purpose::Coordination => {
                Ok(file.psychosocial_holder.into_iter().chain(file.medical_holder).collect())
            }
            Purpose::Rcp => self.invited_readers(file).await,
            _ => Ok(Vec::new()),
        }
    }

    async fn invited_readers(&self, file: &case_file::Model) -> Result<Vec<Uuid>, StoreError> {
        let listed = rcp_listing::Entity::find()
            .filter(rcp_listing::Column::ControllerId.eq(file.controller_id))
            .filter(rcp_listing::Column::FileId.eq(file.id))
            .all(&self.transaction)
            .await?;
        let sent = rcp_session::Entity::find()
            .filter(rcp_session::Column::ControllerId.eq(file.controller_id))
            .filter(rcp_session::Column::Id.is_in(listed.into_iter().map(|one| one.session_id)))
            .filter(rcp_session::Column::InvitedAt.is_not_null())
            .all(&self.transaction)
            .await?;
        let invited = rcp_participant::Entity::find()
            .filter(rcp_participant::Column::ControllerId.eq(file.controller_id))
            .filter(rcp_participant::Column::SessionId.is_in(sent.into_iter().map(|one| one.id)))
            .all(&self.transaction)
            .await?;
        let accounts: BTreeSet<Uuid> = invited.into_iter().map(|one| one.account_id).collect();
        Ok(accounts.into_iter().collect())
    }
}
