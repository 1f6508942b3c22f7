//! The one summary of a file: both coordinators stand behind it, or nobody does.

use super::wording::{Kept, TextOf};
use super::{CellError, TABLE, from_json, staff, to_json};
use crate::StoreError;
use crate::entities::case_file;
use crate::records::{Work, open_text, seal_text};
use ariane_domain::access::grant::{Grant, WriteCase};
use ariane_domain::cell::Track;
use ariane_domain::cell::join::Revised;
use ariane_domain::cell::signatures::Joint;
use sea_orm::ActiveValue::Set;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};

/// The summary with its signatures.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Summary {
    /// Version and signatures.
    pub joint: Joint,
    /// Text.
    pub text: String,
}

impl Work<'_> {
    pub(in crate::records) async fn open_summary(
        &mut self,
        row: &case_file::Model,
    ) -> Result<Summary, StoreError> {
        let key = self.key(row.subject_id).await?;
        let text = open_text(&key, TABLE, "sealed_summary", row.id, row.sealed_summary.as_deref())?;
        Ok(Summary { joint: from_json(&row.summary_signatures, row.id)?, text })
    }

    async fn write_summary_row(
        &self,
        row: &case_file::Model,
        set: case_file::ActiveModel,
    ) -> Result<(), StoreError> {
        let written = case_file::Entity::update_many()
            .set(set)
            .filter(case_file::Column::ControllerId.eq(row.controller_id))
            .filter(case_file::Column::Id.eq(row.id))
            .filter(case_file::Column::SummarySignatures.eq(row.summary_signatures.as_str()))
            .exec(&self.transaction)
            .await?;
        if written.rows_affected == 0 { Err(StoreError::Conflict) } else { Ok(()) }
    }

    /// Keeps the summary as edited on the version that was read. A change takes both signatures back.
    pub async fn write_summary(
        &mut self,
        grant: &Grant<WriteCase>,
        read: u32,
        text: &str,
    ) -> Result<Kept, CellError> {
        let row = self.case_row(grant.facts().controller, grant.id()).await?;
        let there = self.open_summary(&row).await?;
        let now = there.joint.version;
        let subject = TextOf {
            controller: row.controller_id,
            id: row.id,
            subject: row.subject_id,
            now: Revised { revision: now, text: &there.text },
        };
        let words = match self.join_edit(subject, read, text).await? {
            Ok(words) => words,
            Err(pieces) => return Ok(Kept::Choose { pieces, revision: now }),
        };
        let joint = there.joint.changed();
        let key = self.key(row.subject_id).await?;
        let set = case_file::ActiveModel {
            summary_signatures: Set(to_json(&joint)?),
            sealed_summary: Set(seal_text(&key, TABLE, "sealed_summary", row.id, &words)?),
            ..case_file::ActiveModel::default()
        };
        self.write_summary_row(&row, set).await?;
        self.keep_wording(subject, joint.version, staff(grant)?.account, &words).await?;
        self.track_acted(grant, &row).await?;
        self.log_case(grant, row.id).await?;
        Ok(Kept::Saved { revision: joint.version, is_joined: read != now })
    }

    /// One of the two stands behind the summary in the version that they read.
    pub async fn sign_summary(
        &mut self,
        grant: &Grant<WriteCase>,
        track: Track,
        read: u32,
    ) -> Result<(), CellError> {
        let row = self.case_row(grant.facts().controller, grant.id()).await?;
        let who = staff(grant)?;
        if !super::tracks(who).contains(&track) {
            return Err(CellError::Rule("not-your-track"));
        }
        let joint = self.open_summary(&row).await?.joint.sign(track, read, who.account, self.now)?;
        let set = case_file::ActiveModel {
            summary_signatures: Set(to_json(&joint)?),
            ..case_file::ActiveModel::default()
        };
        self.write_summary_row(&row, set).await?;
        self.case_event(grant, &row, "summary-signed", track.word(), "").await?;
        self.track_acted(grant, &row).await?;
        Ok(self.log_case(grant, row.id).await?)
    }
}
