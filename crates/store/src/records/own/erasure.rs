//! Erasure: asked for, waiting, cancelled; legal holds; carried out when nothing stands against it.

use super::request::DataRequest;
use crate::StoreError;
use crate::entities::{case_file, data_request, enquiry, legal_hold, private_link};
use crate::records::rights::thread::Thread;
use crate::records::{Records, Work};
use ariane_domain::access::grant::{Erase, FollowOwnEnquiry, Grant, ProtectData, UseOwnRights};
use ariane_domain::access::{Actor, Facts};
use ariane_domain::enquiry::{Change, State};
use ariane_domain::panel::PanelEnd;
use ariane_domain::protection::erasure::{Delay, HoldReason, Kept, Verdict, decide};
use ariane_domain::protection::recipients::AskedFor;
use ariane_domain::protection::rights::{Right, Standing};
use ariane_domain::purpose::Purpose;
use ariane_domain::referral::state::EndReason;
use chrono::{DateTime, Months, Utc};
use sea_orm::ActiveValue::Set;
use sea_orm::sea_query::Expr;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect};
use std::collections::BTreeSet;
use uuid::Uuid;

/// The job under whose name erasures are carried out.
const JOB: Actor = Actor::System("retention");
/// Enquiries that one run looks at.
const MOST_AT_ONCE: u64 = 500;

/// An erasure that may be carried out now, as far as its delay goes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct DueErasure {
    /// Organisation.
    pub controller: Uuid,
    /// The request; none where the time of keeping has ended.
    pub request: Option<Uuid>,
    /// Enquiry of the person.
    pub enquiry: Uuid,
}

/// What became of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Erased {
    /// So many records of the person lost their key.
    Done(usize),
    /// Something stands against it; looked at again with the next run.
    Not(Verdict),
}

/// A hold, as the data protection officer sees it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Hold {
    /// Id.
    pub id: Uuid,
    /// The enquiry whose records are kept.
    pub enquiry: Uuid,
    /// Why.
    pub reason: HoldReason,
    /// Since when.
    pub set_at: DateTime<Utc>,
    /// Until when; none without an end.
    pub until: Option<DateTime<Utc>>,
    /// When it was lifted.
    pub lifted_at: Option<DateTime<Utc>>,
}

impl Work<'_> {
    /// Asks for the erasure of everything about who holds the link; it waits so that it can be stopped. Asking again
    /// changes nothing. Gives from when on it may be carried out.
    pub async fn ask_erasure(
        &mut self,
        grant: &Grant<UseOwnRights>,
        delay: Delay,
    ) -> Result<DateTime<Utc>, StoreError> {
        let controller = grant.facts().controller;
        let enquiry = grant.facts().enquiry.ok_or(StoreError::NotThere)?;
        if let Some(effective) = self.waiting_erasure(controller, enquiry).await?.and_then(|r| r.effective_at)
        {
            return Ok(effective);
        }
        let effective = delay.after(self.now);
        self.ask_own(grant, Right::Erasure, Standing::Open, Some(effective)).await?;
        Ok(effective)
    }

    async fn waiting_erasure(
        &self,
        controller: Uuid,
        enquiry: Uuid,
    ) -> Result<Option<DataRequest>, StoreError> {
        let open = self.open_requests(controller, enquiry).await?;
        Ok(open.into_iter().find(|r| r.right == Right::Erasure && r.effective_at.is_some()))
    }

    /// From when on the erasure of one's own data may be carried out, where it was asked for.
    pub async fn own_erasure(
        &mut self,
        grant: &Grant<FollowOwnEnquiry>,
    ) -> Result<Option<DateTime<Utc>>, StoreError> {
        let enquiry = grant.facts().enquiry.ok_or(StoreError::NotThere)?;
        let waiting = self.waiting_erasure(grant.facts().controller, enquiry).await?;
        Ok(waiting.and_then(|r| r.effective_at))
    }

    /// Stops an erasure that waits. Link and code are enough: whoever did not ask for it must be able to stop it.
    pub async fn cancel_erasure(&mut self, grant: &Grant<FollowOwnEnquiry>) -> Result<(), StoreError> {
        let controller = grant.facts().controller;
        let enquiry = grant.facts().enquiry.ok_or(StoreError::NotThere)?;
        let Some(request) = self.waiting_erasure(controller, enquiry).await? else { return Ok(()) };
        self.set_standing(grant, request.id, None, Standing::Cancelled).await?;
        self.event(controller, enquiry, "erasure-cancelled", "", &grant.actor().pseudonym()).await?;
        self.note(grant).await
    }

    /// Keeps the records of an enquiry against an erasure.
    pub async fn set_hold(
        &mut self,
        grant: &Grant<ProtectData>,
        enquiry: Uuid,
        reason: HoldReason,
        until: Option<DateTime<Utc>>,
    ) -> Result<(), StoreError> {
        let controller = grant.facts().controller;
        self.enquiry_row(controller, Some(enquiry)).await?;
        let Actor::Staff(staff) = grant.actor() else { return Err(StoreError::NotPossible) };
        legal_hold::Entity::insert(legal_hold::ActiveModel {
            controller_id: Set(controller),
            id: Set(self.id()?),
            enquiry_id: Set(enquiry),
            reason: Set(reason.word().to_owned()),
            set_by: Set(staff.account),
            set_at: Set(self.now),
            until: Set(until),
            lifted_at: Set(None),
        })
        .exec_without_returning(&self.transaction)
        .await?;
        self.event(controller, enquiry, "hold-set", reason.word(), &grant.actor().pseudonym()).await?;
        self.note(grant).await
    }

    /// Lifts a hold.
    pub async fn lift_hold(&mut self, grant: &Grant<ProtectData>, id: Uuid) -> Result<(), StoreError> {
        let lifted = legal_hold::Entity::update_many()
            .col_expr(legal_hold::Column::LiftedAt, Expr::value(self.now))
            .filter(legal_hold::Column::ControllerId.eq(grant.facts().controller))
            .filter(legal_hold::Column::Id.eq(id))
            .filter(legal_hold::Column::LiftedAt.is_null())
            .exec(&self.transaction)
            .await?;
        if lifted.rows_affected == 0 {
            return Err(StoreError::NotThere);
        }
        self.note(grant).await
    }

    /// All holds, latest first.
    pub async fn holds(&mut self, grant: &Grant<ProtectData>) -> Result<Vec<Hold>, StoreError> {
        let rows = legal_hold::Entity::find()
            .filter(legal_hold::Column::ControllerId.eq(grant.facts().controller))
            .order_by_desc(legal_hold::Column::SetAt)
            .all(&self.transaction)
            .await?;
        self.note(grant).await?;
        rows.into_iter()
            .map(|row| {
                Ok(Hold {
                    reason: HoldReason::from_word(&row.reason)
                        .ok_or_else(|| StoreError::Damaged(format!("legal_hold/{}", row.id)))?,
                    id: row.id,
                    enquiry: row.enquiry_id,
                    set_at: row.set_at,
                    until: row.until,
                    lifted_at: row.lifted_at,
                })
            })
            .collect()
    }

    /// All enquiries of the person who asked in this one.
    async fn enquiries_of_same(&self, row: &enquiry::Model) -> Result<Vec<enquiry::Model>, StoreError> {
        let persons = self.same_person(row.controller_id, row.requester_id).await?;
        Ok(enquiry::Entity::find()
            .filter(enquiry::Column::ControllerId.eq(row.controller_id))
            .filter(enquiry::Column::RequesterId.is_in(persons))
            .all(&self.transaction)
            .await?)
    }

    /// Files of the persons of enquiries that were brought without one.
    async fn files_brought(&self, rows: &[enquiry::Model]) -> Result<Vec<case_file::Model>, StoreError> {
        let mut all = Vec::new();
        let Some(controller) = rows.first().map(|row| row.controller_id) else { return Ok(all) };
        let named = rows.iter().flat_map(|row| [Some(row.requester_id), row.concerned_id]);
        for person in named.flatten().collect::<BTreeSet<_>>() {
            let persons = self.same_person(controller, person).await?;
            let files = case_file::Entity::find()
                .filter(case_file::Column::ControllerId.eq(controller))
                .filter(case_file::Column::SubjectId.is_in(persons))
                .filter(case_file::Column::EnquiryId.is_null())
                .all(&self.transaction)
                .await?;
            all.extend(files.into_iter().filter(|one| !all.contains(one)).collect::<Vec<_>>());
        }
        Ok(all)
    }

    async fn kept(&self, controller: Uuid, rows: &[enquiry::Model]) -> Result<Kept, StoreError> {
        let holds = legal_hold::Entity::find()
            .filter(legal_hold::Column::ControllerId.eq(controller))
            .filter(legal_hold::Column::EnquiryId.is_in(rows.iter().map(|row| row.id)))
            .filter(legal_hold::Column::LiftedAt.is_null())
            .all(&self.transaction)
            .await?;
        let mut purposes = vec![Purpose::Orientation, Purpose::Listening];
        if rows.iter().any(|row| row.state == State::HandedOver.word()) {
            purposes.push(Purpose::Handover);
        }
        Ok(Kept {
            holds: holds.into_iter().map(|hold| hold.until).collect(),
            purposes,
            last_contact: rows.iter().map(|row| row.changed_at).max(),
        })
    }

    /// Erases the person of an enquiry where nothing stands against it: the requester with all records of the same
    /// person, and whom they told about. Their requests leave the queue, their links end.
    async fn erase_due(&mut self, due: &DueErasure) -> Result<Erased, StoreError> {
        let controller = due.controller;
        let row = self.enquiry_row(controller, Some(due.enquiry)).await?;
        let rows = self.enquiries_of_same(&row).await?;
        let kept = self.kept(controller, &rows).await?;
        let verdict = decide(&kept, self.records.register(), self.now);
        if verdict != Verdict::Now {
            return Ok(Erased::Not(verdict));
        }
        let facts = Facts { enquiry: Some(row.id), ..Facts::of(controller, "person", row.requester_id) };
        let reason = if due.request.is_some() { "asked" } else { "kept-long-enough" };
        let grant: Grant<Erase> = self.grant(&JOB, facts).map_err(|_| StoreError::NotPossible)?;
        let grant = grant.because(reason);
        for row in &rows {
            // While names can still be read: each recipient is asked too (article 19).
            let thread = Thread::Enquiry(row.clone());
            self.ask_recipients(&thread, AskedFor::Erasure, &JOB.pseudonym()).await?;
            if let Some(file) = self.file_of_enquiry(row).await? {
                self.end_referrals(&file, EndReason::Erased, &JOB.pseudonym()).await?;
                self.end_panels(&file, PanelEnd::Erased, &JOB.pseudonym()).await?;
            }
            let state = State::from_word(&row.state).ok_or(StoreError::NotPossible)?;
            if state.is_in_queue() || state == State::Answered || state == State::HandedOver {
                self.apply(&grant, row, row.version, Change::Withdraw).await?;
            }
            enquiry::Entity::update_many()
                .set(enquiry::ActiveModel {
                    sealed_summary: Set(None),
                    sealed_disorder: Set(None),
                    sealed_note: Set(None),
                    sealed_profile: Set(None),
                    ..Default::default()
                })
                .filter(enquiry::Column::ControllerId.eq(controller))
                .filter(enquiry::Column::Id.eq(row.id))
                .exec(&self.transaction)
                .await?;
            private_link::Entity::delete_many()
                .filter(private_link::Column::ControllerId.eq(controller))
                .filter(private_link::Column::EnquiryId.eq(row.id))
                .exec(&self.transaction)
                .await?;
            self.event(controller, row.id, "erased", reason, &JOB.pseudonym()).await?;
        }
        for file in self.files_brought(&rows).await? {
            let thread = Thread::File(file.clone());
            self.ask_recipients(&thread, AskedFor::Erasure, &JOB.pseudonym()).await?;
            self.end_referrals(&file, EndReason::Erased, &JOB.pseudonym()).await?;
            self.end_panels(&file, PanelEnd::Erased, &JOB.pseudonym()).await?;
        }
        let mut count = self.erase_person(&grant, row.requester_id).await?.len();
        for concerned in rows.iter().filter_map(|row| row.concerned_id) {
            count += self.erase_person(&grant, concerned).await?.len();
        }
        if let Some(request) = due.request {
            self.set_standing(&grant, request, None, Standing::Done).await?;
        }
        Ok(Erased::Done(count))
    }
}

impl Records {
    /// Erasures whose delay is over, and persons whose time of keeping has ended. Names nobody.
    pub async fn due_erasures(&self, now: DateTime<Utc>) -> Result<Vec<DueErasure>, StoreError> {
        let asked = data_request::Entity::find()
            .filter(data_request::Column::Kind.eq(Right::Erasure.word()))
            .filter(data_request::Column::ClosedAt.is_null())
            .filter(data_request::Column::EffectiveAt.lte(now))
            .order_by_asc(data_request::Column::EffectiveAt)
            .all(&self.store.db)
            .await?;
        let mut due: Vec<DueErasure> = asked
            .into_iter()
            .filter_map(|row| {
                Some(DueErasure {
                    controller: row.controller_id,
                    request: Some(row.id),
                    enquiry: row.enquiry_id?,
                })
            })
            .collect();
        due.extend(self.kept_long_enough(now).await?);
        Ok(due)
    }

    /// Enquiries whose person had no contact for longer than the register lets keep what was used to orient them.
    async fn kept_long_enough(&self, now: DateTime<Utc>) -> Result<Vec<DueErasure>, StoreError> {
        let months = self.register().retention_months(Purpose::Orientation);
        let Some(before) = months.and_then(|m| now.checked_sub_months(Months::new(m))) else {
            return Ok(Vec::new());
        };
        use crate::entities::person;
        let old: Vec<(Uuid, Uuid, Uuid)> = enquiry::Entity::find()
            .select_only()
            .columns([enquiry::Column::ControllerId, enquiry::Column::Id, enquiry::Column::RequesterId])
            .filter(enquiry::Column::ChangedAt.lt(before))
            .filter(
                enquiry::Column::RequesterId.in_subquery(
                    sea_orm::QuerySelect::query(
                        &mut person::Entity::find()
                            .select_only()
                            .column(person::Column::Id)
                            .filter(person::Column::ErasedAt.is_null()),
                    )
                    .to_owned(),
                ),
            )
            .order_by_asc(enquiry::Column::ChangedAt)
            .limit(MOST_AT_ONCE)
            .into_tuple()
            .all(&self.store.db)
            .await?;
        let mut due = Vec::new();
        let mut seen = BTreeSet::new();
        for (controller, enquiry, requester) in old {
            let work = self.begin(now).await?;
            let row = work.enquiry_row(controller, Some(enquiry)).await?;
            let has_newer = work.enquiries_of_same(&row).await?.iter().any(|row| row.changed_at >= before);
            if !has_newer && seen.insert(requester) {
                due.push(DueErasure { controller, request: None, enquiry });
            }
        }
        Ok(due)
    }

    /// Carries out an erasure, where no legal hold and no duty of law stands against it.
    pub async fn carry_out(&self, due: &DueErasure, now: DateTime<Utc>) -> Result<Erased, StoreError> {
        let mut work = self.begin(now).await?;
        let erased = work.erase_due(due).await?;
        work.commit().await?;
        Ok(erased)
    }
}
