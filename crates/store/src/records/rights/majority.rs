//! What ends when a person comes of age (duty D23): a parent's link and a parent's word; the person is asked afresh.
//!
//! The day of birth is sealed, so it is looked at person by person, by a job that says nothing of it: what it leaves is a
//! task for a human.

use super::thread::Thread;
use crate::StoreError;
use crate::entities::{case_file, enquiry, private_link, representative, session};
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
/// What happened, in the thread of an enquiry or a file.
pub(in crate::records) const CAME_OF_AGE: &str = "came-of-age";
/// How many one unit of work looks at.
const PIECE: usize = 200;

/// What may concern somebody who has come of age. Names nobody.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Of {
    Enquiry(Uuid),
    File(Uuid),
}

/// Where, and in which organisation.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Candidate {
    controller: Uuid,
    of: Of,
}

impl Work<'_> {
    /// The day on which a person came of age, where they were a child when something about them was received; none where that has not
    /// come, or is not known. Who was of age from the beginning was never spoken for as a child.
    async fn came_of_age_since(
        &mut self,
        controller: Uuid,
        person: Uuid,
        received_at: DateTime<Utc>,
    ) -> Result<Option<NaiveDate>, StoreError> {
        let opened = self.open_persons(controller, &[person]).await?;
        let born = opened.first().and_then(|person| person.identity.birth_date);
        let day = born.and_then(|born| self.records.ages().majority_of(born));
        Ok(day.filter(|day| *day <= self.today() && self.records.day(received_at) < *day))
    }

    /// The same of whom an enquiry concerns.
    async fn came_of_age(&mut self, row: &enquiry::Model) -> Result<Option<NaiveDate>, StoreError> {
        let concerned = Thread::Enquiry(row.clone()).concerned();
        self.came_of_age_since(row.controller_id, concerned, row.received_at).await
    }

    /// Whether a link of an enquiry is a parent's whose child has come of age.
    pub(crate) async fn has_come_of_age(&mut self, row: &enquiry::Model) -> Result<bool, StoreError> {
        Ok(is_of_a_relative(row) && self.came_of_age(row).await?.is_some())
    }

    /// Ends what parents and guardians may do for somebody, with the day before. Gives how many ended.
    async fn end_representation(
        &mut self,
        controller: Uuid,
        person: Uuid,
        day: NaiveDate,
    ) -> Result<u64, StoreError> {
        let last_day = day.checked_sub_days(Days::new(1)).unwrap_or(day);
        let persons = self.same_person(controller, person).await?;
        let ended = representative::Entity::update_many()
            .set(representative::ActiveModel { until_day: Set(Some(last_day)), ..Default::default() })
            .filter(representative::Column::ControllerId.eq(controller))
            .filter(representative::Column::PersonId.is_in(persons))
            .filter(ends_at_majority())
            .filter(
                Condition::any()
                    .add(representative::Column::UntilDay.is_null())
                    .add(representative::Column::UntilDay.gte(day)),
            )
            .exec(&self.transaction)
            .await?;
        Ok(ended.rows_affected)
    }

    /// Ends link, sessions and representation where whom an enquiry concerns has come of age. True where something ended.
    async fn end_at_enquiry(&mut self, controller: Uuid, id: Uuid) -> Result<bool, StoreError> {
        let row = self.enquiry_row(controller, Some(id)).await?;
        let Some(day) = self.came_of_age(&row).await? else { return Ok(false) };
        let facts = self.enquiry_facts(controller, id).await?;
        let grant: Grant<LockLink> = self.grant(&JOB, facts).map_err(|_| StoreError::NotPossible)?;
        let mut count = 0;
        if is_of_a_relative(&row) {
            count += private_link::Entity::delete_many()
                .filter(private_link::Column::ControllerId.eq(controller))
                .filter(private_link::Column::EnquiryId.eq(id))
                .exec(&self.transaction)
                .await?
                .rows_affected;
            session::Entity::delete_many()
                .filter(session::Column::LinkId.eq(id))
                .exec(&self.transaction)
                .await?;
        }
        let concerned = Thread::Enquiry(row.clone()).concerned();
        count += self.end_representation(controller, concerned, day).await?;
        if count == 0 {
            return Ok(false);
        }
        self.tell_files(controller, concerned).await?;
        let (actor, kind) = (JOB.pseudonym(), TaskKind::Majority);
        self.event(controller, id, CAME_OF_AGE, "", &actor).await?;
        self.add_task_once(&row, kind, kind.due(self.now), &actor).await?;
        self.note(&grant.because("majority")).await?;
        Ok(true)
    }

    /// The same for a file that no enquiry stands behind.
    async fn end_at_file(&mut self, controller: Uuid, id: Uuid) -> Result<bool, StoreError> {
        let file = self.case_row(controller, Some(id)).await?;
        let day = self.came_of_age_since(controller, file.subject_id, file.received_at).await?;
        let Some(day) = day else { return Ok(false) };
        let facts = self.case_facts(controller, id).await?;
        let grant: Grant<LockLink> = self.grant(&JOB, facts).map_err(|_| StoreError::NotPossible)?;
        if self.end_representation(controller, file.subject_id, day).await? == 0 {
            return Ok(false);
        }
        self.tell_files(controller, file.subject_id).await?;
        self.log_case(&grant.because("majority"), id).await?;
        Ok(true)
    }

    /// Writes into every file of a person that they have come of age: who follows it speaks with them.
    async fn tell_files(&mut self, controller: Uuid, person: Uuid) -> Result<(), StoreError> {
        let persons = self.same_person(controller, person).await?;
        let files = case_file::Entity::find()
            .filter(case_file::Column::ControllerId.eq(controller))
            .filter(case_file::Column::SubjectId.is_in(persons))
            .all(&self.transaction)
            .await?;
        for file in files {
            match self.case_event_by(&file, CAME_OF_AGE, "", "", JOB.pseudonym()).await {
                Ok(()) | Err(StoreError::Erased) => {}
                Err(other) => return Err(other),
            }
        }
        Ok(())
    }

    async fn end_where(&mut self, one: Candidate) -> Result<bool, StoreError> {
        match one.of {
            Of::Enquiry(id) => self.end_at_enquiry(one.controller, id).await,
            Of::File(id) => self.end_at_file(one.controller, id).await,
        }
    }
}

/// Whether somebody writes about another person, whom they named.
fn is_of_a_relative(row: &enquiry::Model) -> bool {
    row.concerned_id.is_some() && row.requester_kind == RequesterKind::Relative.word()
}

fn ends_at_majority() -> Condition {
    let kinds = RepresentativeKind::ALL.into_iter().filter(|kind| kind.ends_at_majority());
    Condition::all().add(representative::Column::Kind.is_in(kinds.map(RepresentativeKind::word)))
}

impl Records {
    /// Enquiries that a relative made about somebody and still follows by a link, and what concerns somebody for whom a parent or
    /// guardian acts.
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
        type Acting = (Uuid, Option<Uuid>, Option<Uuid>);
        let represented: Vec<Acting> = representative::Entity::find()
            .select_only()
            .columns([
                representative::Column::ControllerId,
                representative::Column::EnquiryId,
                representative::Column::FileId,
            ])
            .filter(ends_at_majority())
            .filter(acting)
            .into_tuple()
            .all(&self.store.db)
            .await?;
        let followed =
            followed.into_iter().map(|(controller, id)| Candidate { controller, of: Of::Enquiry(id) });
        let represented = represented.into_iter().filter_map(|(controller, enquiry, file)| {
            let of = enquiry.map(Of::Enquiry).or(file.map(Of::File))?;
            Some(Candidate { controller, of })
        });
        Ok(followed.chain(represented).collect())
    }

    /// Ends what ends at majority, for everybody who has come of age. Gives at how many enquiries and files something ended.
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
                match work.end_where(*one).await {
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
