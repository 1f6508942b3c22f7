//! Which files a session discusses.

use super::stream;
use crate::StoreError;
use crate::entities::{case_file, rcp_listing as l, rcp_session};
use crate::records::Work;
use crate::records::cell::CellError;
use ariane_domain::access::grant::{Grant, HoldRcp, WriteCase};
use ariane_domain::cell::Span;
use ariane_domain::cell::rcp::RcpChange;
use ariane_domain::purpose::Purpose;
use sea_orm::ActiveValue::Set;
use sea_orm::sea_query::Expr;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder};
use uuid::Uuid;

pub(super) fn span(row: &l::Model) -> Span {
    Span { from: row.from_at, until: row.until_at }
}

impl Work<'_> {
    /// What is on the list of a session now, in its order.
    pub(super) async fn listed_now(&self, row: &rcp_session::Model) -> Result<Vec<l::Model>, StoreError> {
        Ok(l::Entity::find()
            .filter(l::Column::ControllerId.eq(row.controller_id))
            .filter(l::Column::SessionId.eq(row.id))
            .filter(l::Column::UntilAt.is_null())
            .order_by_asc(l::Column::Place)
            .order_by_asc(l::Column::Id)
            .all(&self.transaction)
            .await?)
    }

    /// The file of a number, of the kind that the session is about.
    ///
    /// # Errors
    /// [`CellError::Rule`] `no-such-file`; `mixed` where the number is one of the other kind.
    pub async fn file_for_rcp(&self, grant: &Grant<HoldRcp>, number: i64) -> Result<Uuid, CellError> {
        let row = self.rcp_row(grant.facts().controller, grant.id()).await?;
        let numbered = case_file::Entity::find()
            .filter(case_file::Column::ControllerId.eq(row.controller_id))
            .filter(case_file::Column::Number.eq(number))
            .all(&self.transaction)
            .await?;
        let missing = if numbered.is_empty() { "no-such-file" } else { "mixed" };
        let file = numbered.into_iter().find(|file| file.reality == row.reality);
        Ok(file.ok_or(CellError::Rule(missing))?.id)
    }

    /// Puts a file on the list: whoever is invited may read it from now on, so it takes the right to write in the file.
    ///
    /// # Errors
    /// [`CellError::Rule`] `on-list` when it stands there already, `lists-closed` once the report is validated,
    /// `no-consent-rcp` where the installation rests meetings on consent and the person gave none.
    pub async fn list_file(
        &mut self,
        grant: &Grant<HoldRcp>,
        case: &Grant<WriteCase>,
    ) -> Result<(), CellError> {
        let row = self.rcp_row(grant.facts().controller, grant.id()).await?;
        self.lists_open(grant, &row, RcpChange::Draft)?;
        let file = self.case_row(row.controller_id, case.id()).await?;
        let choices = self.choices_towards(&file, Some(row.series_id)).await?;
        let basis = self.records.register().basis(Purpose::Rcp).ok_or(StoreError::NotPossible)?;
        if !choices.allow(Purpose::Rcp, basis) {
            return Err(CellError::Rule("no-consent-rcp"));
        }
        let there = self.listed_now(&row).await?;
        if there.iter().any(|one| one.file_id == file.id) {
            return Err(CellError::Rule("on-list"));
        }
        let place = there.last().map_or(0, |last| last.place.saturating_add(1));
        l::Entity::insert(l::ActiveModel {
            controller_id: Set(row.controller_id),
            id: Set(self.id()?),
            session_id: Set(row.id),
            file_id: Set(file.id),
            place: Set(place),
            from_at: Set(self.now),
            until_at: Set(None),
        })
        .exec_without_returning(&self.transaction)
        .await?;
        self.write_rcp(&row, rcp_session::ActiveModel::default()).await?;
        self.case_event(case, &file, "rcp-listed", "", "").await?;
        self.log(grant, &stream(row.id)).await?;
        Ok(self.log_case(case, file.id).await?)
    }

    /// Takes a file off the list: it is closed to who was invited from this moment on.
    ///
    /// # Errors
    /// [`CellError::Rule`] `has-advice` when an advice on it was written: it was discussed.
    pub async fn unlist_file(
        &mut self,
        grant: &Grant<HoldRcp>,
        case: &Grant<WriteCase>,
    ) -> Result<(), CellError> {
        let row = self.rcp_row(grant.facts().controller, grant.id()).await?;
        self.lists_open(grant, &row, RcpChange::Draft)?;
        let file = self.case_row(row.controller_id, case.id()).await?;
        if self.advice_row(&row, file.id).await?.is_some() {
            return Err(CellError::Rule("has-advice"));
        }
        let removed = l::Entity::update_many()
            .col_expr(l::Column::UntilAt, Expr::value(Some(self.now)))
            .filter(l::Column::ControllerId.eq(row.controller_id))
            .filter(l::Column::SessionId.eq(row.id))
            .filter(l::Column::FileId.eq(file.id))
            .filter(l::Column::UntilAt.is_null())
            .exec(&self.transaction)
            .await?;
        if removed.rows_affected == 0 {
            return Err(StoreError::NotThere.into());
        }
        self.write_rcp(&row, rcp_session::ActiveModel::default()).await?;
        self.case_event(case, &file, "rcp-unlisted", "", "").await?;
        self.log(grant, &stream(row.id)).await?;
        Ok(self.log_case(case, file.id).await?)
    }

    /// The session took place: each of its files was discussed, which counts for follow-up.
    pub(super) async fn discussed(
        &mut self,
        grant: &Grant<HoldRcp>,
        row: &rcp_session::Model,
    ) -> Result<(), StoreError> {
        for one in self.listed_now(row).await? {
            let file = self.case_row(row.controller_id, Some(one.file_id)).await?;
            let set = case_file::ActiveModel { discussed_at: Set(Some(self.now)), ..Default::default() };
            case_file::Entity::update_many()
                .set(set)
                .filter(case_file::Column::ControllerId.eq(file.controller_id))
                .filter(case_file::Column::Id.eq(file.id))
                .exec(&self.transaction)
                .await?;
            match self.case_event(grant, &file, "discussed", "rcp", "").await {
                // Who was erased meanwhile has no thread any more.
                Err(StoreError::Erased) => continue,
                done => done?,
            }
            self.look_after(&file).await?;
        }
        Ok(())
    }
}
