//! Whether a file is in active follow-up: computed by the rule of the domain from what happened, and never set by hand.

use super::from_json;
use crate::StoreError;
use crate::entities::{case_event, case_file, case_step, referral};
use crate::records::referrals::waiting::waiting;
use crate::records::{Records, Work};
use ariane_domain::cell::follow_up::{FollowUp, FollowUpFacts, StepSpan, follow_up};
use ariane_domain::cell::{Span, Step};
use chrono::{DateTime, NaiveTime, Utc};
use sea_orm::ActiveValue::Set;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect};
use uuid::Uuid;

/// Events that count as a contact with the person or a discussion of the file.
pub(in crate::records) const CONTACTS: [&str; 2] = ["contact", "discussed"];
/// Files looked at in one unit of work.
const BATCH: u64 = 200;

impl Work<'_> {
    async fn follow_up_facts(&mut self, row: &case_file::Model) -> Result<FollowUpFacts, StoreError> {
        let rules = self.case_rules(row).await?;
        let steps = case_step::Entity::find()
            .filter(case_step::Column::ControllerId.eq(row.controller_id))
            .filter(case_step::Column::FileId.eq(row.id))
            .all(&self.transaction)
            .await?;
        let steps = steps.iter().map(|one| {
            let step: Step = from_json(&one.rules, one.id)?;
            let until = (!step.state.is_open()).then_some(step.changed_at);
            // The end of the day in Greenwich: the rule counts whole days after it.
            let due_at = step.due.succ_opt().unwrap_or(step.due).and_time(NaiveTime::MIN).and_utc();
            Ok(StepSpan { span: Span { from: step.proposed_at, until }, due_at })
        });
        let steps = steps.collect::<Result<_, StoreError>>()?;
        // Chosen by kind here: a database that is asked to would rather walk through all events of this kind in all files.
        let events: Vec<(String, DateTime<Utc>)> = case_event::Entity::find()
            .select_only()
            .columns([case_event::Column::Kind, case_event::Column::At])
            .filter(case_event::Column::ControllerId.eq(row.controller_id))
            .filter(case_event::Column::FileId.eq(row.id))
            .into_tuple()
            .all(&self.transaction)
            .await?;
        let contacts = events.into_iter().filter(|(kind, _)| CONTACTS.contains(&kind.as_str()));
        let contacts = contacts.map(|(_, at)| at).collect();
        let referrals =
            waiting(&self.transaction, row.controller_id, referral::Column::FileId.eq(row.id)).await?;
        let referrals = referrals.into_iter().map(|(_, span)| span).collect();
        Ok(FollowUpFacts {
            open: rules.open,
            paused: rules.paused,
            died_at: rules.death_recorded_at,
            steps,
            referrals,
            contacts,
        })
    }

    /// Computes anew whether a file is followed, and when its next step is due. Callers have used their grant.
    pub(in crate::records) async fn look_after(
        &mut self,
        row: &case_file::Model,
    ) -> Result<FollowUp, StoreError> {
        let row = self.case_row(row.controller_id, Some(row.id)).await?;
        let facts = self.follow_up_facts(&row).await?;
        let found = follow_up(&facts, &self.records.cell.follow_up, self.now);
        let next_due = case_step::Entity::find()
            .filter(case_step::Column::ControllerId.eq(row.controller_id))
            .filter(case_step::Column::FileId.eq(row.id))
            .filter(case_step::Column::State.is_in(["proposed", "accepted", "in-progress"]))
            .order_by_asc(case_step::Column::Due)
            .limit(1)
            .one(&self.transaction)
            .await?
            .map(|step| step.due);
        let set = case_file::ActiveModel {
            is_active: Set(found.is_active),
            follow_up_reason: Set(found.reason.word().to_owned()),
            follow_up_since: Set(found.since),
            next_due: Set(next_due),
            ..case_file::ActiveModel::default()
        };
        case_file::Entity::update_many()
            .set(set)
            .filter(case_file::Column::ControllerId.eq(row.controller_id))
            .filter(case_file::Column::Id.eq(row.id))
            .exec(&self.transaction)
            .await?;
        Ok(found)
    }
}

impl Records {
    /// Computes follow-up anew for all files that are open, since time alone ends it. Gives how many changed. Reads times and
    /// codes only; erased files are passed over.
    pub async fn refresh_follow_up(&self, controller: Uuid, now: DateTime<Utc>) -> Result<usize, StoreError> {
        let (mut after, mut changed) = (Uuid::nil(), 0);
        loop {
            let mut work = self.begin(now).await?;
            let rows = case_file::Entity::find()
                .filter(case_file::Column::ControllerId.eq(controller))
                .filter(case_file::Column::State.is_in(["open", "dormant"]))
                .filter(case_file::Column::Id.gt(after))
                .order_by_asc(case_file::Column::Id)
                .limit(BATCH)
                .all(&work.transaction)
                .await?;
            let Some(last) = rows.last() else { return Ok(changed) };
            after = last.id;
            for row in &rows {
                match work.look_after(row).await {
                    Ok(found) => changed += usize::from(found.is_active != row.is_active),
                    Err(StoreError::Erased) => {}
                    Err(other) => return Err(other),
                }
            }
            work.commit().await?;
        }
    }
}
