//! Behind what a passing-on stands: an enquiry, or a file that a service or a network brought and no enquiry stands behind.

use crate::StoreError;
use crate::entities::{case_file, enquiry};
use crate::records::Work;
use crate::records::persons::Person;
use ariane_domain::access::grant::{Act, AnswerEnquiry, Grant, ReadCase, ReadEnquiry, WriteCase};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QuerySelect};
use std::collections::BTreeMap;
use uuid::Uuid;

/// What was passed on stands here, and who asks a recipient to delete it says it here.
#[derive(Debug, Clone)]
pub(crate) enum Thread {
    /// An enquiry; its file, where it has one, is told of with it.
    Enquiry(enquiry::Model),
    /// A file without one.
    File(case_file::Model),
}

/// How people call it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum About {
    /// Number of an enquiry.
    Enquiry(i64),
    /// Number of a file.
    File(i64),
}

/// An act at an enquiry or at a file, under which it is seen or noted to whom something was passed on, and who acts for the person.
pub trait AtThread: Act {
    /// Whether the grant's record is a file.
    const IS_FILE: bool;
}

/// One that reads.
pub trait Reads: AtThread {}

/// One that writes.
pub trait Writes: AtThread {}

impl AtThread for ReadEnquiry {
    const IS_FILE: bool = false;
}

impl AtThread for AnswerEnquiry {
    const IS_FILE: bool = false;
}

impl AtThread for ReadCase {
    const IS_FILE: bool = true;
}

impl AtThread for WriteCase {
    const IS_FILE: bool = true;
}

impl Reads for ReadEnquiry {}
impl Reads for ReadCase {}
impl Writes for AnswerEnquiry {}
impl Writes for WriteCase {}

impl Thread {
    pub(super) const fn controller(&self) -> Uuid {
        match self {
            Self::Enquiry(row) => row.controller_id,
            Self::File(row) => row.controller_id,
        }
    }

    pub(super) const fn subject(&self) -> Uuid {
        match self {
            Self::Enquiry(row) => row.subject_id,
            Self::File(row) => row.subject_id,
        }
    }

    /// Whom it concerns: the person whom an enquiry is about, else who asks; the person of a file.
    pub(super) fn concerned(&self) -> Uuid {
        match self {
            Self::Enquiry(row) => row.concerned_id.unwrap_or(row.requester_id),
            Self::File(row) => row.subject_id,
        }
    }

    /// Their age as the enquiry tells it, or what is kept of the person; empty where nothing does.
    pub(super) fn age_band<'a>(&'a self, person: &'a Person) -> &'a str {
        match self {
            Self::Enquiry(row) => &row.age_band,
            Self::File(_) => &person.codes.age_band,
        }
    }

    pub(super) const fn enquiry(&self) -> Option<Uuid> {
        match self {
            Self::Enquiry(row) => Some(row.id),
            Self::File(_) => None,
        }
    }

    pub(super) const fn file(&self) -> Option<Uuid> {
        match self {
            Self::Enquiry(_) => None,
            Self::File(row) => Some(row.id),
        }
    }

    pub(super) const fn about(&self) -> About {
        match self {
            Self::Enquiry(row) => About::Enquiry(row.number),
            Self::File(row) => About::File(row.number),
        }
    }
}

impl Work<'_> {
    /// Where it stands to whom something of a file was passed on.
    pub(in crate::records) async fn thread_of(&self, file: &case_file::Model) -> Result<Thread, StoreError> {
        Ok(match file.enquiry_id {
            Some(enquiry) => Thread::Enquiry(self.enquiry_row(file.controller_id, Some(enquiry)).await?),
            None => Thread::File(file.clone()),
        })
    }

    /// The thread of the grant's record.
    pub(super) async fn thread_at<A: AtThread>(&self, grant: &Grant<A>) -> Result<Thread, StoreError> {
        let controller = grant.facts().controller;
        if A::IS_FILE {
            let file = self.case_row(controller, grant.id()).await?;
            return self.thread_of(&file).await;
        }
        Ok(Thread::Enquiry(self.enquiry_row(controller, grant.id()).await?))
    }

    /// Writes into the log that the grant's record was read.
    pub(super) async fn log_at<A: AtThread>(&self, grant: &Grant<A>) -> Result<(), StoreError> {
        match grant.id() {
            Some(file) if A::IS_FILE => self.log_case(grant, file).await,
            _ => self.note(grant).await,
        }
    }

    /// Writes what happened where the grant's record tells it: in the file where it is one, whatever stands behind it.
    pub(super) async fn tell_at<A: Writes>(
        &mut self,
        grant: &Grant<A>,
        kind: &str,
        detail: &str,
    ) -> Result<(), StoreError> {
        let (controller, actor) = (grant.facts().controller, grant.actor().pseudonym());
        if A::IS_FILE {
            let file = self.case_row(controller, grant.id()).await?;
            self.case_event(grant, &file, kind, detail, "").await?;
        } else {
            let row = self.enquiry_row(controller, grant.id()).await?;
            self.event(controller, row.id, kind, detail, &actor).await?;
        }
        self.log_at(grant).await
    }

    pub(super) async fn thread_event(
        &mut self,
        thread: &Thread,
        (kind, detail): (&str, &str),
        actor: &str,
    ) -> Result<(), StoreError> {
        match thread {
            Thread::Enquiry(row) => self.event(row.controller_id, row.id, kind, detail, actor).await,
            Thread::File(row) => match self.case_event_by(row, kind, detail, "", actor.to_owned()).await {
                // The thread of an erased person is gone with their key; the list of requests stays.
                Err(StoreError::Erased) => Ok(()),
                other => other,
            },
        }
    }

    /// The numbers of enquiries and files, by their ids.
    pub(super) async fn numbers_of_threads(
        &self,
        controller: Uuid,
        enquiries: Vec<Uuid>,
        files: Vec<Uuid>,
    ) -> Result<BTreeMap<Uuid, About>, StoreError> {
        let enquiries: Vec<(Uuid, i64)> = enquiry::Entity::find()
            .select_only()
            .columns([enquiry::Column::Id, enquiry::Column::Number])
            .filter(enquiry::Column::ControllerId.eq(controller))
            .filter(enquiry::Column::Id.is_in(enquiries))
            .into_tuple()
            .all(&self.transaction)
            .await?;
        let files: Vec<(Uuid, i64)> = case_file::Entity::find()
            .select_only()
            .columns([case_file::Column::Id, case_file::Column::Number])
            .filter(case_file::Column::ControllerId.eq(controller))
            .filter(case_file::Column::Id.is_in(files))
            .into_tuple()
            .all(&self.transaction)
            .await?;
        let enquiries = enquiries.into_iter().map(|(id, number)| (id, About::Enquiry(number)));
        let files = files.into_iter().map(|(id, number)| (id, About::File(number)));
        Ok(enquiries.chain(files).collect())
    }
}
