//! What a person is given of the advice of an RCP or a panel: the plain words, once a human explained them (duty D2).

use super::advice::open_advice;
use crate::StoreError;
use crate::entities::{case_file, enquiry, rcp_advice};
use crate::records::Work;
use ariane_domain::access::grant::{Grant, UseOwnRights};
use ariane_domain::cell::told::Audience;
use ariane_domain::enquiry::RequesterKind;
use chrono::{DateTime, Utc};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder};

/// What a person may read again.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ToldPlainly {
    /// When it was explained.
    pub at: DateTime<Utc>,
    /// In plain words.
    pub text: String,
}

impl Work<'_> {
    /// What was decided about the person of an enquiry: none in place of what is not released.
    pub(in crate::records) async fn told_of_file(
        &mut self,
        file: &case_file::Model,
    ) -> Result<Vec<Option<ToldPlainly>>, StoreError> {
        let rows = rcp_advice::Entity::find()
            .filter(rcp_advice::Column::ControllerId.eq(file.controller_id))
            .filter(rcp_advice::Column::FileId.eq(file.id))
            .order_by_asc(rcp_advice::Column::Id)
            .all(&self.transaction)
            .await?;
        let key = self.key(file.subject_id).await?;
        let rcp: Vec<_> = rows
            .iter()
            .map(|row| {
                let advice = open_advice(&key, row)?;
                let is_released = advice.told.release(Audience::Person, self.now).is_ok();
                let at = row.told_at.filter(|_| is_released && !advice.plain.is_empty());
                Ok(at.map(|at| ToldPlainly { at, text: advice.plain }))
            })
            .collect::<Result<_, StoreError>>()?;
        let panels = self.told_of_panels(file).await?;
        Ok(rcp.into_iter().chain(panels).collect())
    }

    /// What was decided and explained to who holds the link; nothing where somebody else's story is told (duty D24).
    pub async fn told_plainly(
        &mut self,
        grant: &Grant<UseOwnRights>,
    ) -> Result<Vec<ToldPlainly>, StoreError> {
        let row = self.enquiry_row(grant.facts().controller, grant.facts().enquiry).await?;
        let kind = RequesterKind::from_word(&row.requester_kind);
        if kind.is_none_or(RequesterKind::speaks_for_another) {
            return Ok(Vec::new());
        }
        match self.file_of_enquiry(&row).await? {
            Some(file) => Ok(self.told_of_file(&file).await?.into_iter().flatten().collect()),
            None => Ok(Vec::new()),
        }
    }

    /// The file that an enquiry became.
    pub(crate) async fn file_of_enquiry(
        &self,
        row: &enquiry::Model,
    ) -> Result<Option<case_file::Model>, StoreError> {
        Ok(case_file::Entity::find()
            .filter(case_file::Column::ControllerId.eq(row.controller_id))
            .filter(case_file::Column::EnquiryId.eq(row.id))
            .one(&self.transaction)
            .await?)
    }
}
