//! Files that a list may count and must not open: where coordination hangs on what the person chose (duty D14), a list asks the same
//! decision as the page of the file.

use super::CellError;
use crate::StoreError;
use crate::entities::case_file;
use crate::records::Work;
use ariane_domain::access::grant::ReadCase;
use ariane_domain::access::{Action, Actor, policy};
use std::collections::HashSet;
use uuid::Uuid;

impl Work<'_> {
    /// Those of some files that who asks may not read. Nobody is asked where the purpose hangs on no choice.
    pub(in crate::records) async fn closed_to(
        &mut self,
        actor: &Actor,
        controller: Uuid,
        files: Vec<Uuid>,
    ) -> Result<HashSet<Uuid>, StoreError> {
        let basis = self.records.register().basis(policy::purpose(Action::ReadCase));
        let mut closed = HashSet::new();
        if basis.is_some_and(|basis| !basis.hangs_on_choice()) {
            return Ok(closed);
        }
        for file in files {
            let facts = self.case_facts(controller, file).await?;
            if self.may::<ReadCase>(actor, facts).is_err() {
                closed.insert(file);
            }
        }
        Ok(closed)
    }

    /// Refuses what would write about a file that who asks may not read: a meeting or a session goes on without it.
    ///
    /// # Errors
    /// [`CellError::Rule`] `coordination-not-agreed`.
    pub(in crate::records) async fn refuse_closed(
        &mut self,
        actor: &Actor,
        file: &case_file::Model,
    ) -> Result<(), CellError> {
        let closed = self.closed_to(actor, file.controller_id, vec![file.id]).await?;
        if closed.is_empty() { Ok(()) } else { Err(CellError::Rule("coordination-not-agreed")) }
    }
}
