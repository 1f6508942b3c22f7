//! Reply templates per need and language. A change is a new version; earlier ones stay readable.

use super::account_of;
use crate::StoreError;
use crate::entities::reply_template as row;
use crate::records::Work;
use ariane_domain::access::grant::{Grant, ManageTemplates};
use chrono::{DateTime, Utc};
use sea_orm::ActiveValue::Set;
use sea_orm::sea_query::Expr;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder};
use uuid::Uuid;

/// What a template says.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct TemplateText {
    /// Code of the need it answers; empty for any.
    pub need: String,
    /// ISO 639-1.
    pub language: String,
    /// Title, for the list.
    pub title: String,
    /// Text.
    pub text: String,
    /// Whether it is no longer offered.
    pub is_retired: bool,
}

/// A version of a template.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Template {
    /// Id, the same for all versions.
    pub id: Uuid,
    /// Version, from 1.
    pub version: i32,
    /// What it says.
    pub says: TemplateText,
    /// Who wrote this version.
    pub author: Uuid,
    /// When.
    pub at: DateTime<Utc>,
}

fn read(row: row::Model) -> Template {
    Template {
        id: row.id,
        version: row.version,
        says: TemplateText {
            need: row.need,
            language: row.language,
            title: row.title,
            text: row.text,
            is_retired: row.is_retired,
        },
        author: row.author_id,
        at: row.at,
    }
}

impl Work<'_> {
    /// The current version of each template; they hold nothing personal.
    pub async fn templates(&self, controller: Uuid) -> Result<Vec<Template>, StoreError> {
        let rows = row::Entity::find()
            .filter(row::Column::ControllerId.eq(controller))
            .filter(row::Column::IsCurrent.eq(true))
            .order_by_asc(row::Column::Language)
            .order_by_asc(row::Column::Title)
            .all(&self.transaction)
            .await?;
        Ok(rows.into_iter().map(read).collect())
    }

    /// All versions of a template, latest first.
    pub async fn template_versions(&self, controller: Uuid, id: Uuid) -> Result<Vec<Template>, StoreError> {
        let rows = row::Entity::find()
            .filter(row::Column::ControllerId.eq(controller))
            .filter(row::Column::Id.eq(id))
            .order_by_desc(row::Column::Version)
            .all(&self.transaction)
            .await?;
        Ok(rows.into_iter().map(read).collect())
    }

    /// Keeps a new template (`former` is none), or a new version of one as long as `former` is its latest.
    pub async fn keep_template(
        &mut self,
        grant: &Grant<ManageTemplates>,
        former: Option<(Uuid, i32)>,
        says: &TemplateText,
    ) -> Result<Uuid, StoreError> {
        let controller = grant.facts().controller;
        let (id, version) = match former {
            None => (self.id()?, 1),
            Some((id, version)) => {
                let replaced = row::Entity::update_many()
                    .col_expr(row::Column::IsCurrent, Expr::value(false))
                    .filter(row::Column::ControllerId.eq(controller))
                    .filter(row::Column::Id.eq(id))
                    .filter(row::Column::Version.eq(version))
                    .filter(row::Column::IsCurrent.eq(true))
                    .exec(&self.transaction)
                    .await?;
                if replaced.rows_affected == 0 {
                    return Err(StoreError::Conflict);
                }
                (id, version + 1)
            }
        };
        row::Entity::insert(row::ActiveModel {
            controller_id: Set(controller),
            id: Set(id),
            version: Set(version),
            need: Set(says.need.clone()),
            language: Set(says.language.clone()),
            title: Set(says.title.clone()),
            text: Set(says.text.clone()),
            author_id: Set(account_of(grant)?),
            is_retired: Set(says.is_retired),
            is_current: Set(true),
            at: Set(self.now),
        })
        .exec_without_returning(&self.transaction)
        .await?;
        self.log(grant, "office").await?;
        Ok(id)
    }
}
