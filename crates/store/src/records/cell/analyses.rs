//! The two analyses of a file, each with its own author, versions and signature.

use super::wording::{Kept, TextOf};
use super::{CellError, staff};
use crate::StoreError;
use crate::entities::{case_analysis as a, case_file};
use crate::records::{Work, open_text, seal_text};
use ariane_domain::access::grant::{Act, Grant, WriteCase};
use ariane_domain::cell::Track;
use ariane_domain::cell::analysis::{Analysis, Version};
use ariane_domain::cell::join::Revised;
use ariane_domain::cell::signatures::Signature;
use sea_orm::ActiveValue::Set;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder};
use uuid::Uuid;

const TABLE: &str = "case_analysis";

/// A version with its words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Written {
    /// Version.
    pub version: Version,
    /// Text.
    pub text: String,
}

/// The analysis of one track with its words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AnalysisText {
    /// What the rules need.
    pub analysis: Analysis,
    /// All versions, oldest first.
    pub versions: Vec<Written>,
}

impl AnalysisText {
    /// The draft, when one is open.
    pub fn draft(&self) -> Option<&Written> {
        self.versions.last().filter(|written| written.version.signed.is_none())
    }

    /// What counts: the last signed version.
    pub fn in_force(&self) -> Option<&Written> {
        self.versions.iter().rev().find(|written| written.version.signed.is_some())
    }
}

fn unsigned(number: i32) -> u32 {
    u32::try_from(number).unwrap_or_default()
}

fn signed(number: u32) -> i32 {
    i32::try_from(number).unwrap_or(i32::MAX)
}

fn holder(row: &case_file::Model, track: Track) -> Option<Uuid> {
    match track {
        Track::Psychosocial => row.psychosocial_holder,
        Track::Medical => row.medical_holder,
    }
}

impl Work<'_> {
    async fn analysis_rows(&self, row: &case_file::Model, track: Track) -> Result<Vec<a::Model>, StoreError> {
        Ok(a::Entity::find()
            .filter(a::Column::ControllerId.eq(row.controller_id))
            .filter(a::Column::FileId.eq(row.id))
            .filter(a::Column::Track.eq(track.word()))
            .order_by_asc(a::Column::Number)
            .all(&self.transaction)
            .await?)
    }

    /// The analysis of a track; none before somebody began it. Callers have used their grant.
    pub(in crate::records) async fn open_analysis(
        &mut self,
        row: &case_file::Model,
        track: Track,
    ) -> Result<Option<AnalysisText>, StoreError> {
        let rows = self.analysis_rows(row, track).await?;
        let Some(first) = rows.first() else { return Ok(None) };
        let holder = holder(row, track).unwrap_or(first.author_id);
        let key = self.key(row.subject_id).await?;
        let mut versions = Vec::with_capacity(rows.len());
        for one in &rows {
            let open =
                |column, sealed: &Option<Vec<u8>>| open_text(&key, TABLE, column, one.id, sealed.as_deref());
            let signature = one.signed_by.zip(one.signed_at).map(|(by, at)| Signature { by, at });
            let version = Version {
                number: unsigned(one.number),
                author: one.author_id,
                begun_at: one.begun_at,
                revision: unsigned(one.revision),
                signed: signature,
                reason: open("sealed_reason", &one.sealed_reason)?,
            };
            versions.push(Written { version, text: open("sealed_text", &one.sealed_text)? });
        }
        let all = versions.iter().map(|written| written.version.clone()).collect();
        Ok(Some(AnalysisText { analysis: Analysis { track, holder, versions: all }, versions }))
    }

    async fn insert_version(
        &mut self,
        row: &case_file::Model,
        track: Track,
        version: &Version,
        text: &str,
    ) -> Result<Uuid, StoreError> {
        let (id, key) = (self.id()?, self.key(row.subject_id).await?);
        a::Entity::insert(a::ActiveModel {
            controller_id: Set(row.controller_id),
            id: Set(id),
            file_id: Set(row.id),
            track: Set(track.word().to_owned()),
            number: Set(signed(version.number)),
            author_id: Set(version.author),
            revision: Set(signed(version.revision)),
            begun_at: Set(version.begun_at),
            signed_by: Set(None),
            signed_at: Set(None),
            sealed_reason: Set(seal_text(&key, TABLE, "sealed_reason", id, &version.reason)?),
            sealed_text: Set(seal_text(&key, TABLE, "sealed_text", id, text)?),
        })
        .exec_without_returning(&self.transaction)
        .await?;
        Ok(id)
    }

    /// The analysis of a track as rules see it, begun now where nobody had; who begins a track that nobody holds, holds it.
    async fn begun(
        &mut self,
        grant: &Grant<WriteCase>,
        row: &case_file::Model,
        track: Track,
    ) -> Result<AnalysisText, CellError> {
        if let Some(there) = self.open_analysis(row, track).await? {
            return Ok(there);
        }
        let who = staff(grant)?;
        if !super::tracks(who).contains(&track) {
            return Err(CellError::Rule("not-your-track"));
        }
        let holder = holder(row, track).unwrap_or(who.account);
        let analysis = Analysis::begin(track, holder, who.account, self.now);
        if let Some(first) = analysis.versions.first() {
            self.insert_version(row, track, first, "").await?;
        }
        self.take_track(row, track, holder).await?;
        self.case_event(grant, row, "analysis-begun", track.word(), "").await?;
        self.open_analysis(row, track).await?.ok_or(CellError::Store(StoreError::NotThere))
    }

    async fn take_track(
        &self,
        row: &case_file::Model,
        track: Track,
        account: Uuid,
    ) -> Result<(), StoreError> {
        use sea_orm::sea_query::Expr;
        let column = match track {
            Track::Psychosocial => case_file::Column::PsychosocialHolder,
            Track::Medical => case_file::Column::MedicalHolder,
        };
        case_file::Entity::update_many()
            .col_expr(column, Expr::value(account))
            .filter(case_file::Column::ControllerId.eq(row.controller_id))
            .filter(case_file::Column::Id.eq(row.id))
            .filter(column.is_null())
            .exec(&self.transaction)
            .await?;
        Ok(())
    }

    async fn draft_row(&self, row: &case_file::Model, track: Track) -> Result<a::Model, StoreError> {
        let last = self.analysis_rows(row, track).await?.pop();
        last.filter(|one| one.signed_at.is_none()).ok_or(StoreError::NotThere)
    }

    /// Keeps what a coordinator wrote in the analysis of a track, on the revision that they had read. An edit that came
    /// meanwhile is joined; where both changed the same lines nothing is stored and both wordings are given.
    pub async fn write_analysis(
        &mut self,
        grant: &Grant<WriteCase>,
        track: Track,
        read: u32,
        text: &str,
    ) -> Result<Kept, CellError> {
        let row = self.case_row(grant.facts().controller, grant.id()).await?;
        let mut there = self.begun(grant, &row, track).await?;
        let draft = there.draft().cloned().ok_or(CellError::Rule("signed"))?;
        let stored = self.draft_row(&row, track).await?;
        let (now, who) = (draft.version.revision, staff(grant)?.account);
        let subject = TextOf {
            controller: row.controller_id,
            id: stored.id,
            subject: row.subject_id,
            now: Revised { revision: now, text: &draft.text },
        };
        let words = match self.join_edit(subject, read, text).await? {
            Ok(words) => words,
            Err(pieces) => return Ok(Kept::Choose { pieces, revision: now }),
        };
        let roster = self.roster(row.controller_id).await?;
        let revision = there.analysis.edit(who, now, &roster, self.now)?;
        let key = self.key(row.subject_id).await?;
        self.write_draft(
            &stored,
            a::ActiveModel {
                revision: Set(signed(revision)),
                sealed_text: Set(seal_text(&key, TABLE, "sealed_text", stored.id, &words)?),
                ..a::ActiveModel::default()
            },
        )
        .await?;
        self.keep_wording(subject, revision, who, &words).await?;
        self.track_acted(grant, &row).await?;
        self.log_case(grant, row.id).await?;
        Ok(Kept::Saved { revision, is_joined: read != now })
    }

    async fn write_draft(&self, stored: &a::Model, set: a::ActiveModel) -> Result<(), StoreError> {
        let written = a::Entity::update_many()
            .set(set)
            .filter(a::Column::ControllerId.eq(stored.controller_id))
            .filter(a::Column::Id.eq(stored.id))
            .filter(a::Column::Revision.eq(stored.revision))
            .filter(a::Column::SignedAt.is_null())
            .exec(&self.transaction)
            .await?;
        if written.rows_affected == 0 { Err(StoreError::Conflict) } else { Ok(()) }
    }

    /// Signs the draft of a track in the revision that was read.
    pub async fn sign_analysis(
        &mut self,
        grant: &Grant<WriteCase>,
        track: Track,
        read: u32,
    ) -> Result<(), CellError> {
        let row = self.case_row(grant.facts().controller, grant.id()).await?;
        let mut there = self.open_analysis(&row, track).await?.ok_or(StoreError::NotThere)?;
        let roster = self.roster(row.controller_id).await?;
        let who = staff(grant)?.account;
        there.analysis.sign(who, read, &roster, self.now)?;
        let stored = self.draft_row(&row, track).await?;
        let set = a::ActiveModel {
            signed_by: Set(Some(who)),
            signed_at: Set(Some(self.now)),
            ..a::ActiveModel::default()
        };
        self.write_draft(&stored, set).await?;
        self.case_event(grant, &row, "analysis-signed", track.word(), "").await?;
        self.track_acted(grant, &row).await?;
        Ok(self.log_case(grant, row.id).await?)
    }

    /// Opens a signed analysis anew, with a reason: the signed version stays and counts until the new one is signed.
    pub async fn reopen_analysis(
        &mut self,
        grant: &Grant<WriteCase>,
        track: Track,
        reason: &str,
    ) -> Result<(), CellError> {
        let row = self.case_row(grant.facts().controller, grant.id()).await?;
        let mut there = self.open_analysis(&row, track).await?.ok_or(StoreError::NotThere)?;
        let roster = self.roster(row.controller_id).await?;
        there.analysis.reopen(staff(grant)?.account, reason, &roster, self.now)?;
        let text = there.versions.last().map(|last| last.text.clone()).unwrap_or_default();
        if let Some(version) = there.analysis.versions.last() {
            let id = self.insert_version(&row, track, version, &text).await?;
            let subject = TextOf {
                controller: row.controller_id,
                id,
                subject: row.subject_id,
                now: Revised { revision: 0, text: &text },
            };
            self.keep_wording(subject, 0, staff(grant)?.account, &text).await?;
        }
        self.case_event(grant, &row, "analysis-reopened", track.word(), reason).await?;
        self.track_acted(grant, &row).await?;
        Ok(self.log_case(grant, row.id).await?)
    }

    /// Notes that the tracks of who acts are not silent. Touches no version: a text has its own revision.
    pub(in crate::records) async fn track_acted<A: Act>(
        &self,
        grant: &Grant<A>,
        row: &case_file::Model,
    ) -> Result<(), StoreError> {
        let mut set =
            case_file::ActiveModel { changed_at: Set(self.now), ..case_file::ActiveModel::default() };
        self.acted(staff(grant)?, &mut set);
        case_file::Entity::update_many()
            .set(set)
            .filter(case_file::Column::ControllerId.eq(row.controller_id))
            .filter(case_file::Column::Id.eq(row.id))
            .exec(&self.transaction)
            .await?;
        Ok(())
    }
}
