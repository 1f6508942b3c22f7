//! How the report on each file reached who treats the person, or why it did not.

use super::advice::TABLE;
use super::sessions::as_session;
use crate::StoreError;
use crate::entities::{rcp_advice as a, rcp_session};
use crate::records::cell::{CellError, staff};
use crate::records::{Work, open_text, seal_text};
use ariane_domain::access::grant::{Grant, HoldRcp};
use ariane_domain::cell::rcp::{KeptBack, Passing, PassingFault, PassingWay, RcpState};
use ariane_privacy::seal::DataKey;
use chrono::{DateTime, Utc};
use sea_orm::ActiveValue::Set;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};
use uuid::Uuid;

/// What became of the report on one file, as somebody wrote it down.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PassedOn {
    /// What.
    pub passing: Passing,
    /// To whom it went; empty where it did not.
    pub to: String,
    /// Who wrote it down.
    pub by: Uuid,
    /// When.
    pub at: DateTime<Utc>,
}

fn passing(row: &a::Model) -> Result<Option<Passing>, StoreError> {
    let damaged = || StoreError::Damaged(row.id.to_string());
    if row.passed.is_empty() {
        return Ok(None);
    }
    if let Some(reason) = KeptBack::from_word(&row.passed) {
        return Ok(Some(Passing::Kept(reason)));
    }
    let way = PassingWay::from_word(&row.passed).ok_or_else(damaged)?;
    Ok(Some(Passing::Passed { way, on: row.passed_on.ok_or_else(damaged)? }))
}

pub(super) fn passed_on(key: &DataKey, row: &a::Model) -> Result<Option<PassedOn>, StoreError> {
    let Some(passing) = passing(row)? else { return Ok(None) };
    let by_at = row.passed_by.zip(row.passed_at);
    let (by, at) = by_at.ok_or_else(|| StoreError::Damaged(row.id.to_string()))?;
    let to = open_text(key, TABLE, "sealed_passed_to", row.id, row.sealed_passed_to.as_deref())?;
    Ok(Some(PassedOn { passing, to, by, at }))
}

impl From<PassingFault> for CellError {
    fn from(fault: PassingFault) -> Self {
        Self::Rule(match fault {
            PassingFault::NotSigned => "not-signed",
            PassingFault::NeverTell => "never-tell",
            PassingFault::Day => "passing-day",
            PassingFault::Nobody => "passing-nobody",
        })
    }
}

impl Work<'_> {
    /// Writes down what became of the report on a file; written again, it corrects what was written.
    ///
    /// # Errors
    /// [`CellError::Rule`] of [`PassingFault`]; [`StoreError::NotThere`] where there is no advice on the file.
    pub async fn pass_report_on(
        &mut self,
        grant: &Grant<HoldRcp>,
        file: Uuid,
        passing: Passing,
        to: &str,
    ) -> Result<(), CellError> {
        let session = self.rcp_row(grant.facts().controller, grant.id()).await?;
        let there = as_session(&session)?;
        let is_signed = matches!(there.state, RcpState::Signed | RcpState::Sent);
        let signed = there.signed.filter(|_| is_signed).map(|one| self.records.day(one.at));
        let advice = self.advice_row(&session, file).await?.ok_or(StoreError::NotThere)?;
        let row = self.case_row(session.controller_id, Some(file)).await?;
        let person = self.open_persons(row.controller_id, &[row.subject_id]).await?.into_iter().next();
        let contact = person.ok_or(StoreError::NotThere)?.identity.contact;
        passing.check(&contact, to, signed, self.today())?;
        let (word, on, to) = match passing {
            Passing::Passed { way, on } => (way.word(), Some(on), to.trim()),
            Passing::Kept(reason) => (reason.word(), None, ""),
        };
        let key = self.key(row.subject_id).await?;
        let set = a::ActiveModel {
            passed: Set(word.to_owned()),
            passed_on: Set(on),
            passed_by: Set(Some(staff(grant)?.account)),
            passed_at: Set(Some(self.now)),
            sealed_passed_to: Set(seal_text(&key, TABLE, "sealed_passed_to", advice.id, to)?),
            ..a::ActiveModel::default()
        };
        self.set_advice(&advice, set).await?;
        self.case_event(grant, &row, "rcp-report-passed", word, to).await?;
        Ok(self.log_case(grant, file).await?)
    }

    fn advices_of(session: &rcp_session::Model) -> sea_orm::Condition {
        sea_orm::Condition::all()
            .add(a::Column::ControllerId.eq(session.controller_id))
            .add(a::Column::SessionId.eq(session.id))
    }

    /// What became of the report on each file with an advice. Where the person was erased since, nothing is left to be sent.
    pub(super) async fn passings_of(
        &mut self,
        session: &rcp_session::Model,
    ) -> Result<Vec<Option<Passing>>, StoreError> {
        let rows = a::Entity::find().filter(Self::advices_of(session)).all(&self.transaction).await?;
        let mut all = Vec::new();
        for row in &rows {
            let file = self.case_row(row.controller_id, Some(row.file_id)).await?;
            match self.key(file.subject_id).await {
                Err(StoreError::Erased) => {}
                Err(error) => return Err(error),
                Ok(_) => all.push(passing(row)?),
            }
        }
        Ok(all)
    }

    /// A report that goes back to its authors is to go out again.
    pub(super) async fn forget_passings(&self, session: &rcp_session::Model) -> Result<(), StoreError> {
        let set = a::ActiveModel {
            passed: Set(String::new()),
            passed_on: Set(None),
            passed_by: Set(None),
            passed_at: Set(None),
            sealed_passed_to: Set(None),
            ..a::ActiveModel::default()
        };
        a::Entity::update_many().set(set).filter(Self::advices_of(session)).exec(&self.transaction).await?;
        Ok(())
    }
}
