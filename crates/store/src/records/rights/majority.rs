//! What ends when a person comes of age (duty D23): a parent's link and a parent's word; the person is asked afresh.
//!
//! The day of birth is sealed, so it is looked at person by person, by a job that says nothing of it: what it leaves is a
//! task for a human.

use crate::StoreError;
use crate::entities::{enquiry, private_link, representative, session};
use crate::records::{Records, Work};
use ariane_domain::access::Actor;
use ariane_domain::access::grant::{Grant, LockLink};
use ariane_domain::enquiry::{RequesterKind, TaskKind};
use ariane_domain::representation::RepresentativeKind;
use chrono::{DateTime, Days, NaiveDate, Utc};
use sea_orm::ActiveValue::Set;
use sea_orm::{ColumnTrait, Condition, EntityTrait, QueryFilter, QuerySelect};
use std::collections::BTreeSet;
use uuid::Uuid;

/// The job under whose name it ends.
const JOB: Actor = Actor::System("majority");
/// Enquiries that one unit of work looks at.
const PIECE: usize = 200;

/// An enquiry that may concern somebody who has come of age. Names nobody.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Candidate {
    /// Organisation.
    pub controller: Uuid,
    /// Enquiry.
    pub enquiry: Uuid,
}

impl Work<'_> {
    /// The day on which whom an enquiry concerns came of age, where they were a child when a relative wrote about them,
    /// or when a parent or guardian was recorded; none where that has not come, or is not known.
    async fn came_of_age(&mut self, row: &enquiry::Model) -> Result<Option<NaiveDate>, StoreError> {
        let Some(concerned) = row.concerned_id else { return Ok(None) };
        let opened = self.open_persons(row.controller_id, &[concerned]).await?;
        let born = opened.first().and_then(|person| person.identity.birth_date);
        let day = born.and_then(|born| self.records.ages().majority_of(born));
        // Who was of age from the beginning was never spoken for as a child.
        Ok(day.filter(|day| *day <= self.today() && self.records.day(row.received_at) < *day))
    }

    /// Whether a link of an enquiry is a parent's whose child has come of age.
    pub(crate) async fn has_come_of_age(&mut self, row: &enquiry::Model) -> Result<bool, StoreError> {
        let is_relative = row.requester_kind == RequesterKind::Relative.word();
        Ok(is_relative && self.came_of_age(row).await?.is_some())
    }

    /// Ends link, sessions and representation where whom the enquiry concerns has come of age. True where something ended.
    async fn end_at_majority(&mut self, one: Candidate) -> Result<bool, StoreError> {
        let row = self.enquiry_row(one.controller, Some(one.enquiry)).await?;
        let Some(day) = self.came_of_age(&row).await? else { return Ok(false) };
        let facts = self.enquiry_facts(one.controller, one.enquiry).await?;
        let grant: Grant<LockLink> = self.grant(&JOB, facts).map_err(|_| StoreError::NotPossible)?;
        let last_day = day.checked_sub_days(Days::new(1)).unwrap_or(day);
        let mut count = 0;
        if row.requester_kind == RequesterKind::Relative.word() {
            count += private_link::Entity::delete_many()
                .filter(private_link::Column::ControllerId.eq(one.controller))
                .filter(private_link::Column::EnquiryId.eq(one.enquiry))
                .exec(&self.transaction)
                .await?
                .rows_affected;
            session::Entity::delete_many()
                .filter(session::Column::LinkId.eq(one.enquiry))
                .exec(&self.transaction)
                .await?;
        }
        if let Some(concerned) = row.concerned_id {
            let persons = self.same_person(one.controller, concerned).await?;
            count += representative::Entity::update_many()
                .set(representative::ActiveModel { until_day: Set(Some(last_day)), ..Default::default() })
                .filter(representative::Column::ControllerId.eq(one.controller))
                .filter(representative::Column::PersonId.is_in(persons))
                .filter(ends_at_majority())
                .filter(
                    Condition::any()
                        .add(representative::Column::UntilDay.is_null())
                        .add(representative::Column::UntilDay.gte(day)),
                )
                .exec(&self.transaction)
                .await?
                .rows_affected;
        }
        if count == 0 {
            return Ok(false);
        }
        let (actor, kind) = (JOB.pseudonym(), TaskKind::Majority);
        self.event(one.controller, one.enquiry, "came-of-age", "", &actor).await?;
        self.add_task_once(&row, kind, kind.due(self.now), &actor).await?;
        self.note(&grant.because("majority")).await?;
        Ok(true)
    }
}

fn ends_at_majority() -> Condition {
    let kinds = RepresentativeKind::ALL.into_iter().filter(|kind| kind.ends_at_majority());
    Condition::all().add(representative::Column::Kind.is_in(kinds.map(RepresentativeKind::word)))
}

impl Records {
    /// Enquiries that a relative made about somebody and still follows by a link, or for whom a parent or guardian acts.
    async fn may_come_of_age(&self, now: DateTime<Utc>) -> Result<BTreeSet<Candidate>, StoreError> {
        let with_link = private_link::Entity::find().select_only().column(private_link::Column::EnquiryId);
        let followed: Vec<(Uuid, Uuid)> = enquiry::Entity::find()
            .select_only()
            .columns([enquiry::Column::ControllerId, enquiry::Column::Id])
            .filter(enquiry::Column::ConcernedId.is_not_null())
            .filter(enquiry::Column::RequesterKind.eq(RequesterKind::Relative.word()))
            .filter(
                enquiry::Column::Id
                    .in_subquery(sea_orm::QuerySelect::query(&mut with_link.clone()).to_owned()),
            )
            .into_tuple()
            .all(&self.store.db)
            .await?;
        let acting = Condition::any()
            .add(representative::Column::UntilDay.is_null())
            .add(representative::Column::UntilDay.gte(self.day(now)));
        let represented: Vec<(Uuid, Uuid)> = representative::Entity::find()
            .select_only()
            .columns([representative::Column::ControllerId, representative::Column::EnquiryId])
            .filter(ends_at_majority())
            .filter(acting)
            .into_tuple()
            .all(&self.store.db)
            .await?;
        let all = followed.into_iter().chain(represented);
        Ok(all.map(|(controller, enquiry)| Candidate { controller, enquiry }).collect())
    }

    /// Ends what ends at majority, for everybody who has come of age. Gives at how many enquiries something ended.
    ///
    /// # Errors
    /// When the store does not answer; what was ended before that stays so, and the next run goes on.
    pub async fn end_at_majority(&self, now: DateTime<Utc>) -> Result<usize, StoreError> {
        let candidates: Vec<Candidate> = self.may_come_of_age(now).await?.into_iter().collect();
        let mut ended = 0;
        // In pieces, so that who works meanwhile waits for moments only.
        for piece in candidates.chunks(PIECE) {
            let mut work = self.begin(now).await?;
            for one in piece {
                match work.end_at_majority(*one).await {
                    Ok(true) => ended += 1,
                    Ok(false) | Err(StoreError::Erased) => {}
                    Err(error) => return Err(error),
                }
            }
            work.commit().await?;
        }
        Ok(ended)
    }
}
