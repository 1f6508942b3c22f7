//! The decision to share a case although few people fit it: who, when, why; in the thread of the file. What was judged stands until it is
//! judged anew, and the dossiers of the file show no more.

use super::{CellError, TABLE, from_json, to_json};
use crate::StoreError;
use crate::entities::case_file;
use crate::records::{Work, open_text, seal_text};
use ariane_domain::access::grant::{Grant, WriteCase};
use ariane_domain::dossier::{Judged, disorder_told};
use ariane_domain::reidentification::generalise::{Judgement, may_decide, needs_reason};
use ariane_domain::reidentification::shown::{Person, Shown};
use sea_orm::ActiveValue::Set;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};

impl Work<'_> {
    /// Records how many people fit what is to be shared of a person, `shown` as it is, in `words`; and where fewer fit than the floor the reason of the
    /// clinician who decides nevertheless. Nothing is sent by this.
    ///
    /// # Errors
    /// [`CellError::Rule`] `reason-missing` below the floor without a reason, `clinician-decides` by anybody else.
    pub async fn record_sharing(
        &mut self,
        grant: &Grant<WriteCase>,
        (judgement, person, shown): (&Judgement, &Person, &Shown),
        words: &str,
        reason: &str,
    ) -> Result<(), CellError> {
        let row = self.case_row(grant.facts().controller, grant.id()).await?;
        let mut text = words.to_owned();
        if needs_reason(judgement) {
            if !super::staff(grant)?.roles.iter().copied().any(may_decide) {
                return Err(CellError::Rule("clinician-decides"));
            }
            if reason.trim().is_empty() {
                return Err(CellError::Rule("reason-missing"));
            }
            text = format!("{words}\n{}", reason.trim());
        }
        self.keep_judged(&row, (judgement, person, shown)).await?;
        self.case_event(grant, &row, "sharing-judged", judgement.verdict.word(), &text).await?;
        Ok(self.log_case(grant, row.id).await?)
    }

    async fn keep_judged(
        &mut self,
        row: &case_file::Model,
        (judgement, person, shown): (&Judgement, &Person, &Shown),
    ) -> Result<(), StoreError> {
        let persons = self.open_persons(row.controller_id, &[row.subject_id]).await?;
        let (head, care) = (self.head_of_case(row).await?, self.care_of(row).await?);
        let entries = care.clinical.iter().map(|one| &one.kept.entry);
        let judged = Judged {
            shown: *shown,
            // A canton within its country.
            knows_area: person.areas.len() > 1,
            estimate: judgement.estimate,
            disorder: disorder_told(&head.disorder, entries).to_owned(),
            born: persons.first().and_then(|one| one.identity.birth_date),
            at: self.now,
        };
        let key = self.key(row.subject_id).await?;
        let sealed = seal_text(&key, TABLE, "sealed_judged", row.id, &to_json(&judged)?)?;
        case_file::Entity::update_many()
            .set(case_file::ActiveModel { sealed_judged: Set(sealed), ..Default::default() })
            .filter(case_file::Column::ControllerId.eq(row.controller_id))
            .filter(case_file::Column::Id.eq(row.id))
            .exec(&self.transaction)
            .await?;
        Ok(())
    }

    /// What was judged last of a file.
    pub(in crate::records) async fn judged_of(
        &mut self,
        row: &case_file::Model,
    ) -> Result<Option<Judged>, StoreError> {
        if row.sealed_judged.is_none() {
            return Ok(None);
        }
        let key = self.key(row.subject_id).await?;
        let text = open_text(&key, TABLE, "sealed_judged", row.id, row.sealed_judged.as_deref())?;
        from_json(&text, row.id).map(Some)
    }
}
