//! What ends a referral without anybody at a page: an agreement that counts no more, a death, an erasure; and what time alone does:
//! reminders, and going astray.

use super::changes::{Making, Said};
use super::{Card, Referral};
use crate::StoreError;
use crate::entities::{case_file, outbox, referral as r};
use crate::records::Work;
use crate::records::cell::CellError;
use ariane_domain::access::Facts;
use ariane_domain::access::grant::{Grant, PrepareReferral};
use ariane_domain::access::{Actor, Refusal};
use ariane_domain::cell::{Acting, Reality, Who};
use ariane_domain::purpose::Purpose;
use ariane_domain::referral::ReferralChange;
use ariane_domain::referral::state::EndReason;
use sea_orm::ActiveValue::Set;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};
use uuid::Uuid;

/// The job under whose name this is done.
pub const JOB: Actor = Actor::System("referrals");

/// A recipient who is to delete what they were sent.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Deletion {
    /// The referral.
    pub referral: Uuid,
    /// Its number.
    pub number: i64,
    /// Who is told.
    pub card: Card,
}

impl Work<'_> {
    /// A grant for the job.
    pub fn referral_job(&self, controller: Uuid) -> Result<Grant<PrepareReferral>, Refusal> {
        self.grant(&JOB, Facts::of_all(controller, "referral"))
    }

    async fn end_one(
        &mut self,
        row: &r::Model,
        end: EndReason,
        who: Who,
        actor: &str,
    ) -> Result<(), StoreError> {
        let said = Said { version: row.version, ..Said::default() };
        let acting = Acting::of(who);
        let making = Making {
            change: ReferralChange::Withdraw,
            acting: &acting,
            actor: actor.to_owned(),
            said: &said,
            end: Some(end),
        };
        match self.make_change(row, making, r::ActiveModel::default()).await {
            // Ended already.
            Err(CellError::Rule(_)) => Ok(()),
            Err(CellError::Store(error)) => Err(error),
            Ok(_) => Ok(()),
        }
    }

    /// Ends what the person of a file does not agree to any more, at once. Gives how many.
    pub(in crate::records) async fn end_unagreed(
        &mut self,
        file: &case_file::Model,
        actor: &str,
    ) -> Result<usize, StoreError> {
        let Some(basis) = self.records.register().basis(Purpose::Transfer) else { return Ok(0) };
        let persons = self.same_person(file.controller_id, file.subject_id).await?;
        let rows = r::Entity::find()
            .filter(r::Column::ControllerId.eq(file.controller_id))
            .filter(r::Column::SubjectId.is_in(persons))
            .filter(r::Column::SentAt.is_not_null())
            .filter(r::Column::DeletionDueAt.is_null())
            .all(&self.transaction)
            .await?;
        let mut count = 0;
        for row in rows {
            let choices = self.choices_towards(file, Some(row.recipient_id)).await?;
            if choices.allow(Purpose::Transfer, basis) {
                continue;
            }
            // Who read it has a copy, however long ago it ended.
            let set = r::ActiveModel { deletion_due_at: Set(Some(self.now)), ..Default::default() };
            r::Entity::update_many()
                .set(set)
                .filter(r::Column::ControllerId.eq(row.controller_id))
                .filter(r::Column::Id.eq(row.id))
                .exec(&self.transaction)
                .await?;
            if row.closed_at.is_none() {
                self.end_one(&row, EndReason::AgreementWithdrawn, Who::Person, actor).await?;
            }
            count += 1;
        }
        Ok(count)
    }

    /// Ends all referrals of a file: its person died, or is erased. Nobody is written to by this.
    pub(in crate::records) async fn end_referrals(
        &mut self,
        file: &case_file::Model,
        end: EndReason,
        actor: &str,
    ) -> Result<(), StoreError> {
        for row in self.referral_rows_of(file).await? {
            if row.closed_at.is_none() {
                self.end_one(&row, end, Who::System, actor).await?;
            }
        }
        // Reminders that wait: nothing automatic goes out any more (duty D6).
        outbox::Entity::update_many()
            .set(outbox::ActiveModel { state: Set("stopped".to_owned()), ..Default::default() })
            .filter(outbox::Column::ControllerId.eq(file.controller_id))
            .filter(outbox::Column::SubjectId.eq(file.subject_id))
            .filter(outbox::Column::Kind.is_in(["referral", "referral-reminder"]))
            .filter(outbox::Column::State.eq("waiting"))
            .exec(&self.transaction)
            .await?;
        Ok(())
    }

    /// Recipients who are to be told to delete what they were sent, each once: who calls this writes to them in the same work.
    pub async fn take_deletions(&mut self, controller: Uuid) -> Result<Vec<Deletion>, StoreError> {
        let rows = r::Entity::find()
            .filter(r::Column::ControllerId.eq(controller))
            .filter(r::Column::DeletionDueAt.is_not_null())
            .filter(r::Column::DeletionAskedAt.is_null())
            .all(&self.transaction)
            .await?;
        let mut all = Vec::new();
        for row in rows {
            r::Entity::update_many()
                .set(r::ActiveModel { deletion_asked_at: Set(Some(self.now)), ..Default::default() })
                .filter(r::Column::ControllerId.eq(controller))
                .filter(r::Column::Id.eq(row.id))
                .exec(&self.transaction)
                .await?;
            let opened = match self.open_referral(&row).await {
                Err(StoreError::Erased) => continue,
                other => other?,
            };
            let system = JOB.pseudonym();
            self.referral_event(&row, "deletion-asked", "", "", (system, None)).await?;
            self.ask_referral_recipient(&row, &opened.head.card.name).await?;
            all.push(Deletion { referral: row.id, number: row.number, card: opened.head.card });
        }
        Ok(all)
    }

    /// The same request stands in the list of the data protection officer.
    async fn ask_referral_recipient(&mut self, row: &r::Model, name: &str) -> Result<(), StoreError> {
        let file = self.case_row(row.controller_id, Some(row.file_id)).await?;
        let thread = self.thread_of(&file).await?;
        self.ask_one_recipient(&thread, row.id, name, &JOB.pseudonym()).await
    }

    /// All referrals under way, of either kind of file, for the job that looks at their clocks.
    pub async fn referrals_under_way(
        &mut self,
        grant: &Grant<PrepareReferral>,
    ) -> Result<Vec<Referral>, StoreError> {
        let mut all = Vec::new();
        for reality in Reality::ALL {
            all.extend(self.open_referrals(grant, reality).await?.into_iter().map(|(one, _)| one));
        }
        Ok(all)
    }

    /// Notes that the recipient was reminded; who calls this writes to them in the same work.
    pub async fn note_reminder(
        &mut self,
        grant: &Grant<PrepareReferral>,
        referral: Uuid,
    ) -> Result<(), StoreError> {
        let row = self.referral_row(grant.facts().controller, Some(referral)).await?;
        let set = r::ActiveModel {
            reminders: Set(row.reminders + 1),
            reminded_at: Set(Some(self.now)),
            ..Default::default()
        };
        // A reminder changes nothing that somebody reads: their page stays good.
        r::Entity::update_many()
            .set(set)
            .filter(r::Column::ControllerId.eq(row.controller_id))
            .filter(r::Column::Id.eq(row.id))
            .exec(&self.transaction)
            .await?;
        self.referral_event(&row, "reminded", "", "", (grant.actor().pseudonym(), None)).await
    }

    /// Notes that a referral went astray: a human finds somebody else.
    pub async fn lose_referral(
        &mut self,
        grant: &Grant<PrepareReferral>,
        referral: Uuid,
    ) -> Result<(), CellError> {
        let row = self.referral_row(grant.facts().controller, Some(referral)).await?;
        let said = Said { version: row.version, ..Said::default() };
        let acting = Acting::of(Who::System);
        let actor = grant.actor().pseudonym();
        let making = Making { change: ReferralChange::Lose, acting: &acting, actor, said: &said, end: None };
        self.make_change(&row, making, r::ActiveModel::default()).await?;
        Ok(self.log_case(grant, row.file_id).await?)
    }

    /// The address and words of a mail to the recipient of a referral go out about the person of its file.
    pub async fn write_to_recipient(
        &mut self,
        grant: &Grant<PrepareReferral>,
        referral: Uuid,
        kind: &str,
        mail: &crate::records::outbox::Outgoing,
    ) -> Result<(), StoreError> {
        let row = self.referral_row(grant.facts().controller, Some(referral)).await?;
        let file = self.case_row(row.controller_id, Some(row.file_id)).await?;
        self.enqueue_about(&file, kind, mail).await?;
        Ok(())
    }
}
