//! The coordination cell: files, what is written in them, and the weekly meeting, each against its grant.
//!
//! * [`open`]: a file that reaches the cell from one of the three origins;
//! * [`read`]: one file, opened; [`board`]: all of them, without those that are `closed` to who asks;
//! * [`change`]: where a file stands, who holds its tracks, who brought it;
//! * [`analyses`], [`summary`], [`notes`]: what the two tracks write;
//! * [`wording`]: two people who edit one text;
//! * [`steps`]: what is proposed to the person; [`owned`]: the same for who does it;
//! * [`follow_up`]: whether a file is followed, computed and never set;
//! * [`meetings`], [`agenda`], [`items`], [`minutes`]: the weekly meeting;
//! * [`roster`]: who stands in for whom.
//!
//! What is about a person is sealed with the key of the person concerned. Codes, times and pseudonymous accounts stay clear.

pub mod agenda;
pub mod analyses;
pub mod board;
pub mod change;
mod closed;
pub mod exchanges;
pub mod follow_up;
pub mod items;
pub mod meetings;
pub mod minutes;
pub mod notes;
pub mod open;
mod own;
pub mod owned;
pub mod read;
pub mod roster;
pub mod sent;
pub mod sharing;
pub mod steps;
pub mod summary;
pub mod wording;

use crate::StoreError;
use crate::entities::{case_event, case_file};
use crate::records::{Work, seal_text};
use ariane_domain::access::grant::{Act, Grant};
use ariane_domain::access::{Actor, Facts, Staff};
use ariane_domain::cell::{Acting, CaseFile, Origin, Track};
use sea_orm::ActiveValue::Set;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};
use uuid::Uuid;

const TABLE: &str = "case_file";
const EVENT: &str = "case_event";

/// Why something in the cell is not done.
#[derive(Debug, thiserror::Error)]
pub enum CellError {
    /// The store.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// A rule of the cell says no; its words say what to do.
    #[error("{0}")]
    Rule(&'static str),
}

impl CellError {
    /// For callers outside the cell, to whom its rules say no more than that it is not possible.
    pub(in crate::records) fn into_store(self) -> StoreError {
        match self {
            Self::Store(error) => error,
            Self::Rule(_) => StoreError::NotPossible,
        }
    }
}

impl From<sea_orm::DbErr> for CellError {
    fn from(error: sea_orm::DbErr) -> Self {
        Self::Store(error.into())
    }
}

/// Names the rule that refused, for the translation key of the page.
macro_rules! rules {
    ($($fault:ty => |$name:ident| $word:expr;)*) => {
        $(impl From<$fault> for CellError {
            fn from($name: $fault) -> Self {
                Self::Rule($word)
            }
        })*
    };
}

use ariane_domain::cell::Refused as R;
use ariane_domain::cell::analysis::AnalysisFault as A;
use ariane_domain::cell::file::{CorrectionFault as C, FileFault as F};
use ariane_domain::cell::meeting::{ItemFault as I, MeetingFault as M};
use ariane_domain::cell::signatures::SignFault as G;
use ariane_domain::cell::step::StepFault as S;

rules! {
    R => |fault| match fault { R::NotPossible { .. } => "not-possible", R::NotYours { .. } => "not-yours" };
    F => |fault| match fault {
        F::Refused(refused) => return refused.into(),
        F::OutOfOrder => "out-of-order",
        F::ResumptionPassed => "day-passed",
    };
    C => |fault| match fault { C::ReasonMissing => "reason-missing", C::Same => "same" };
    G => |fault| match fault {
        G::NotWhatWasRead { .. } => "not-what-was-read",
        G::SamePerson => "same-person",
        G::Already => "already-signed",
    };
    A => |fault| match fault {
        A::NotYourTrack => "not-your-track",
        A::Signed => "signed",
        A::DraftOpen => "draft-open",
        A::NotWhatWasRead { .. } => "not-what-was-read",
        A::ReasonMissing => "reason-missing",
    };
    S => |fault| match fault {
        S::Refused(refused) => return refused.into(),
        S::DueInPast => "due-in-past",
        S::WhoRecorded => "who-recorded",
        S::OutOfOrder => "out-of-order",
    };
    M => |fault| match fault {
        M::Refused(refused) => return refused.into(),
        M::Sign(sign) => return sign.into(),
        M::NotYourTrack => "not-your-track",
        M::OutOfOrder => "out-of-order",
        M::Empty => "empty",
    };
    I => |fault| match fault { I::NothingDecided => "nothing-decided", I::NotPresent => "not-present" };
}

/// The member of staff behind a grant.
pub(crate) fn staff<A: Act>(grant: &Grant<A>) -> Result<&Staff, StoreError> {
    match grant.actor() {
        Actor::Staff(staff) => Ok(staff),
        _ => Err(StoreError::NotPossible),
    }
}

/// What a member of staff is with regard to the cell.
pub(crate) fn acting(staff: &Staff) -> Acting {
    Acting::of_roles(&staff.roles)
}

/// The tracks whose coordinator a member of staff is.
pub fn tracks(staff: &Staff) -> Vec<Track> {
    let track = |role| ariane_domain::cell::Who::of_role(role).and_then(ariane_domain::cell::Who::track);
    staff.roles.iter().copied().filter_map(track).collect()
}

pub(crate) fn to_json(value: &impl serde::Serialize) -> Result<String, StoreError> {
    serde_json::to_string(value).map_err(|_| StoreError::Sealed)
}

pub(crate) fn from_json<T: serde::de::DeserializeOwned>(text: &str, row: Uuid) -> Result<T, StoreError> {
    serde_json::from_str(text).map_err(|_| StoreError::Damaged(row.to_string()))
}

impl Work<'_> {
    pub(crate) async fn case_row(
        &self,
        controller: Uuid,
        id: Option<Uuid>,
    ) -> Result<case_file::Model, StoreError> {
        let id = id.ok_or(StoreError::NotThere)?;
        let row = case_file::Entity::find_by_id((controller, id)).one(&self.transaction).await?;
        row.ok_or(StoreError::NotThere)
    }

    /// What the policy must know of a file. Holds nothing personal, so it needs no grant.
    pub async fn case_facts(&mut self, controller: Uuid, id: Uuid) -> Result<Facts, StoreError> {
        self.case_facts_towards(controller, id, None).await
    }

    /// The same for a reading by one recipient: what the person agreed to towards them counts too.
    pub(crate) async fn case_facts_towards(
        &mut self,
        controller: Uuid,
        id: Uuid,
        recipient: Option<Uuid>,
    ) -> Result<Facts, StoreError> {
        let row = self.case_row(controller, Some(id)).await?;
        Ok(Facts {
            choices: self.choices_towards(&row, recipient).await?,
            is_known_to_hub: row.origin == Origin::Hub.word() || self.passes_on(&row).await?,
            ..Facts::of(controller, TABLE, id)
        })
    }

    pub(crate) async fn case_rules(&mut self, row: &case_file::Model) -> Result<CaseFile, StoreError> {
        let key = self.key(row.subject_id).await?;
        let text =
            crate::records::open_text(&key, TABLE, "sealed_rules", row.id, row.sealed_rules.as_deref())?;
        from_json(&text, row.id)
    }

    /// Writes columns of a file as long as nobody else did since `version`.
    async fn write_case(
        &self,
        row: &case_file::Model,
        version: i32,
        mut set: case_file::ActiveModel,
    ) -> Result<(), StoreError> {
        set.version = Set(version + 1);
        set.changed_at = Set(self.now);
        let written = case_file::Entity::update_many()
            .set(set)
            .filter(case_file::Column::ControllerId.eq(row.controller_id))
            .filter(case_file::Column::Id.eq(row.id))
            .filter(case_file::Column::Version.eq(version))
            .exec(&self.transaction)
            .await?;
        if written.rows_affected == 0 { Err(StoreError::Conflict) } else { Ok(()) }
    }

    /// Writes down what happened in a file: its thread, and the clocks of the figures. `text` is sealed.
    pub(crate) async fn case_event<A: Act>(
        &mut self,
        grant: &Grant<A>,
        row: &case_file::Model,
        kind: &str,
        detail: &str,
        text: &str,
    ) -> Result<(), StoreError> {
        self.case_event_by(row, kind, detail, text, grant.actor().pseudonym()).await
    }

    pub(in crate::records) async fn case_event_by(
        &mut self,
        row: &case_file::Model,
        kind: &str,
        detail: &str,
        text: &str,
        actor: String,
    ) -> Result<(), StoreError> {
        let (id, key) = (self.id()?, self.key(row.subject_id).await?);
        case_event::Entity::insert(case_event::ActiveModel {
            controller_id: Set(row.controller_id),
            id: Set(id),
            file_id: Set(row.id),
            kind: Set(kind.to_owned()),
            detail: Set(detail.to_owned()),
            actor: Set(actor),
            at: Set(self.now),
            sealed_text: Set(seal_text(&key, EVENT, "sealed_text", id, text)?),
        })
        .exec_without_returning(&self.transaction)
        .await?;
        Ok(())
    }

    /// The act on a track counts against its silence; both tracks for who holds both functions.
    fn acted(&self, staff: &Staff, set: &mut case_file::ActiveModel) {
        for track in tracks(staff) {
            match track {
                Track::Psychosocial => set.psychosocial_act_at = Set(Some(self.now)),
                Track::Medical => set.medical_act_at = Set(Some(self.now)),
            }
        }
    }

    /// Appends to the log, in the stream of the file.
    pub(crate) async fn log_case<A: Act>(&self, grant: &Grant<A>, file: Uuid) -> Result<(), StoreError> {
        self.log(grant, &format!("case/{file}")).await
    }
}
