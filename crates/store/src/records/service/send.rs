//! The service sends somebody whom it follows to the cell: the person is the one of its file, and nothing is typed again.

use crate::StoreError;
use crate::entities::service_file as f;
use crate::records::Work;
use crate::records::cell::CellError;
use crate::records::cell::open::{Head, Opened};
use ariane_domain::access::grant::{FollowInService, Grant, SendToCell};
use ariane_domain::cell::file::FileState;
use ariane_domain::cell::{BroughtBy, Origin, Reality};
use ariane_domain::service::ServiceState;
use ariane_domain::service::sent::may_send;
use sea_orm::ActiveValue::Set;

impl Work<'_> {
    /// Sends the person to the cell with a question. The version keeps a double click from opening two files.
    pub async fn send_from_service(
        &mut self,
        grant: &Grant<FollowInService>,
        send: &Grant<SendToCell>,
        version: i32,
        brought_by: BroughtBy,
        head: &Head,
    ) -> Result<Opened, CellError> {
        let row = self.service_row(grant.facts().controller, grant.id()).await?;
        let damaged = || StoreError::Damaged(row.id.to_string());
        let state = ServiceState::from_word(&row.state).ok_or_else(damaged)?;
        let case = match row.case_id {
            Some(case) => {
                let case = self.case_row(row.controller_id, Some(case)).await?;
                Some(FileState::from_word(&case.state).ok_or_else(damaged)?)
            }
            None => None,
        };
        may_send(state, case)?;
        if head.question.trim().is_empty() {
            return Err(CellError::Rule("empty"));
        }
        let reality = Reality::from_word(&row.reality).ok_or_else(damaged)?;
        let origin = Origin::PsychosocialService;
        let opened = self.receive_known(send, row.subject_id, (reality, origin, brought_by), head).await?;
        let set = f::ActiveModel { case_id: Set(Some(opened.id)), ..f::ActiveModel::default() };
        self.write_service(&row, version, set).await?;
        self.log_service(grant, row.id).await?;
        Ok(opened)
    }
}
