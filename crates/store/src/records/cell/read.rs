//! One file, opened.

use super::analyses::AnalysisText;
use super::exchanges::ExchangeNote;
use super::notes::TrackNote;
use super::open::Head;
use super::steps::StepText;
use super::summary::Summary;
use super::{EVENT, from_json, staff, tracks};
use crate::StoreError;
use crate::entities::{case_event, case_file};
use crate::records::persons::Person;
use crate::records::service::cell_side::ServiceOutline;
use crate::records::{Work, open_text};
use ariane_domain::access::grant::{Grant, ReadCase};
use ariane_domain::cell::follow_up::{FollowUp, FollowUpReason};
use ariane_domain::cell::{CaseFile, Track};
use chrono::{DateTime, Utc};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder};
use uuid::Uuid;

/// A knot of the thread of a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Knot {
    /// What.
    pub kind: String,
    /// Code that says more.
    pub detail: String,
    /// Who, as the log names them.
    pub actor: String,
    /// When.
    pub at: DateTime<Utc>,
    /// Words, where there are some.
    pub text: String,
}

/// A file as one of the pair reads it.
#[derive(Debug, Clone)]
pub struct Case {
    /// Id.
    pub id: Uuid,
    /// Number.
    pub number: i64,
    /// State, origin, who brought it.
    pub rules: CaseFile,
    /// Whether it is followed, why, since when.
    pub follow_up: FollowUp,
    /// Person concerned.
    pub person: Person,
    /// Head.
    pub head: Head,
    /// The enquiry of the infoline, where it came from there.
    pub enquiry: Option<Uuid>,
    /// Its hand-over.
    pub handover: Option<Uuid>,
    /// Who holds the tracks.
    pub psychosocial_holder: Option<Uuid>,
    /// Who holds the tracks.
    pub medical_holder: Option<Uuid>,
    /// Last act per track.
    pub psychosocial_act_at: Option<DateTime<Utc>>,
    /// Last act per track.
    pub medical_act_at: Option<DateTime<Utc>>,
    /// Analyses: psycho-social, then medical.
    pub analyses: [Option<AnalysisText>; 2],
    /// Summary of both.
    pub summary: Summary,
    /// Notes that the reader may read.
    pub notes: Vec<TrackNote>,
    /// Exchanges between professionals that the reader may read, the latest first.
    pub exchanges: Vec<ExchangeNote>,
    /// Follow-up by the psycho-social service, where there is one.
    pub service: Option<ServiceOutline>,
    /// Steps by due date.
    pub steps: Vec<StepText>,
    /// Plan, checklists, what was told, letters, way, calls.
    pub care: crate::records::care::Care,
    /// What happened, oldest first.
    pub thread: Vec<Knot>,
    /// Since when it presses; none when it does not.
    pub pressing_since: Option<DateTime<Utc>>,
    /// Version.
    pub version: i32,
}

impl Case {
    /// Who holds a track.
    pub const fn holder(&self, track: Track) -> Option<Uuid> {
        match track {
            Track::Psychosocial => self.psychosocial_holder,
            Track::Medical => self.medical_holder,
        }
    }

    /// The analysis of a track.
    pub const fn analysis(&self, track: Track) -> Option<&AnalysisText> {
        match track {
            Track::Psychosocial => self.analyses[0].as_ref(),
            Track::Medical => self.analyses[1].as_ref(),
        }
    }
}

impl Work<'_> {
    async fn open_thread(&mut self, row: &case_file::Model) -> Result<Vec<Knot>, StoreError> {
        let rows = case_event::Entity::find()
            .filter(case_event::Column::ControllerId.eq(row.controller_id))
            .filter(case_event::Column::FileId.eq(row.id))
            .order_by_asc(case_event::Column::At)
            .order_by_asc(case_event::Column::Id)
            .all(&self.transaction)
            .await?;
        let key = self.key(row.subject_id).await?;
        rows.into_iter()
            .map(|one| {
                let text = open_text(&key, EVENT, "sealed_text", one.id, one.sealed_text.as_deref())?;
                Ok(Knot { kind: one.kind, detail: one.detail, actor: one.actor, at: one.at, text })
            })
            .collect()
    }

    /// Opens a file. The notes of the other track are there only as far as they are shared.
    pub async fn read_case(&mut self, grant: &Grant<ReadCase>) -> Result<Case, StoreError> {
        let row = self.case_row(grant.facts().controller, grant.id()).await?;
        self.log_case(grant, row.id).await?;
        let persons = self.open_persons(row.controller_id, &[row.subject_id]).await?;
        let person = persons.into_iter().next().ok_or(StoreError::NotThere)?;
        let key = self.key(row.subject_id).await?;
        let head = open_text(&key, super::TABLE, "sealed_head", row.id, row.sealed_head.as_deref())?;
        let reader = tracks(staff(grant)?);
        let damaged = || StoreError::Damaged(row.id.to_string());
        Ok(Case {
            id: row.id,
            number: row.number,
            rules: self.case_rules(&row).await?,
            follow_up: FollowUp {
                is_active: row.is_active,
                reason: FollowUpReason::from_word(&row.follow_up_reason).ok_or_else(damaged)?,
                since: row.follow_up_since,
            },
            person,
            head: Head { network: row.network.clone(), ..from_json(&head, row.id)? },
            enquiry: row.enquiry_id,
            handover: row.handover_id,
            psychosocial_holder: row.psychosocial_holder,
            medical_holder: row.medical_holder,
            psychosocial_act_at: row.psychosocial_act_at,
            medical_act_at: row.medical_act_at,
            analyses: [
                self.open_analysis(&row, Track::Psychosocial).await?,
                self.open_analysis(&row, Track::Medical).await?,
            ],
            summary: self.open_summary(&row).await?,
            notes: self.open_notes(&row, &reader).await?,
            exchanges: self.open_exchanges(&row, &reader).await?,
            service: self.service_outline(&row).await?,
            steps: self.open_steps(&row).await?,
            care: self.care_of(&row).await?,
            thread: self.open_thread(&row).await?,
            pressing_since: row.pressing_since,
            version: row.version,
        })
    }
}
