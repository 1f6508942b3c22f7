//! The decision to share a case although few people fit it: who, when, why; in the thread of the file.

use super::CellError;
use crate::records::Work;
use ariane_domain::access::grant::{Grant, WriteCase};
use ariane_domain::reidentification::generalise::{Judgement, may_decide, needs_reason};

impl Work<'_> {
    /// Records how many people fit what is to be shared, and where fewer fit than the floor the reason of the clinician who decides
    /// nevertheless. Nothing is sent by this.
    ///
    /// # Errors
    /// [`CellError::Rule`] `reason-missing` below the floor without a reason, `clinician-decides` by anybody else.
    pub async fn record_sharing(
        &mut self,
        grant: &Grant<WriteCase>,
        judgement: &Judgement,
        shown: &str,
        reason: &str,
    ) -> Result<(), CellError> {
        let row = self.case_row(grant.facts().controller, grant.id()).await?;
        let mut text = shown.to_owned();
        if needs_reason(judgement) {
            if !super::staff(grant)?.roles.iter().copied().any(may_decide) {
                return Err(CellError::Rule("clinician-decides"));
            }
            if reason.trim().is_empty() {
                return Err(CellError::Rule("reason-missing"));
            }
            text = format!("{shown}\n{}", reason.trim());
        }
        self.case_event(grant, &row, "sharing-judged", judgement.verdict.word(), &text).await?;
        Ok(self.log_case(grant, row.id).await?)
    }
}
