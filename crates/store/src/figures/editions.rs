//! Editions of the figures: what was published, with the log of what was hidden, and what was said about it.
//!
//! An edition is never changed nor taken back: what was printed is known for ever, and the next one is protected together with all
//! earlier ones.

use crate::StoreError;
use crate::entities::{figure_comment, figure_edition};
use crate::records::Work;
use ariane_domain::access::grant::{CommentFigures, Grant, PublishFigures, ReadFigures};
use ariane_figures::disclosure::Edition;
use ariane_figures::period::Period;
use ariane_figures::report::canonical::canonical;
use ariane_figures::report::{FORMAT, Made, Report};
use ariane_privacy::chain::HeadSigner;
use ariane_privacy::statement::Proof;
use chrono::{DateTime, Utc};
use sea_orm::ActiveValue::Set;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

/// A report with its proof, as it is kept and sent.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Signed {
    /// The report; as JSON, so that also what a later version does not know is checked as it was signed.
    pub report: serde_json::Value,
    /// Digest, key, signature.
    pub proof: Proof,
}

impl Signed {
    /// Signs a report.
    ///
    /// # Errors
    /// What serialisation says; a report has nothing that fails.
    pub fn new(report: &Report, signer: &HeadSigner) -> Result<Self, serde_json::Error> {
        let proof = signer.state(FORMAT, &canonical(report)?);
        Ok(Self { report: serde_json::to_value(report)?, proof })
    }

    /// Whether the report is as it was signed, by the holder of this key.
    pub fn holds(&self, key: &str) -> bool {
        canonical(&self.report).is_ok_and(|text| self.proof.holds(FORMAT, &text, key))
    }

    /// The report, where this version knows its form.
    pub fn report(&self) -> Option<Report> {
        serde_json::from_value(self.report.clone()).ok()
    }
}

/// An edition in a list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EditionHead {
    /// Id.
    pub id: Uuid,
    /// Period.
    pub period: Period,
    /// When it was made.
    pub made_at: DateTime<Utc>,
    /// By whom; none for the job or the operator.
    pub made_by: Option<Uuid>,
    /// Digest.
    pub digest: String,
    /// When those entitled were told by mail.
    pub told_at: Option<DateTime<Utc>>,
}

/// What was said about an edition.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Comment {
    /// Who.
    pub author: Uuid,
    /// When.
    pub at: DateTime<Utc>,
    /// What.
    pub text: String,
}

/// Longest comment, in characters.
pub const LONGEST_COMMENT: usize = 4000;

fn head(row: &figure_edition::Model) -> Result<EditionHead, StoreError> {
    Ok(EditionHead {
        id: row.id,
        period: row.period.parse().map_err(|_| StoreError::Damaged("figure_edition".into()))?,
        made_at: row.made_at,
        made_by: row.made_by,
        digest: row.digest.clone(),
        told_at: row.told_at,
    })
}

fn signed(row: &figure_edition::Model) -> Result<Signed, StoreError> {
    serde_json::from_str(&row.signed).map_err(|_| StoreError::Damaged("figure_edition".into()))
}

impl Work<'_> {
    async fn edition_rows(&self, controller: Uuid) -> Result<Vec<figure_edition::Model>, StoreError> {
        Ok(figure_edition::Entity::find()
            .filter(figure_edition::Column::ControllerId.eq(controller))
            .order_by_asc(figure_edition::Column::MadeAt)
            .order_by_asc(figure_edition::Column::Id)
            .all(&self.transaction)
            .await?)
    }

    /// All editions, the oldest first.
    ///
    /// # Errors
    /// [`StoreError`] when the database does not answer.
    pub async fn editions(
        &mut self,
        grant: &Grant<ReadFigures>,
    ) -> Result<Vec<(EditionHead, Signed)>, StoreError> {
        self.log(grant, "figures").await?;
        let rows = self.edition_rows(grant.facts().controller).await?;
        rows.iter().map(|row| Ok((head(row)?, signed(row)?))).collect()
    }

    /// One edition with what was said about it.
    ///
    /// # Errors
    /// [`StoreError::NotThere`], or that the database does not answer.
    pub async fn edition(
        &mut self,
        grant: &Grant<ReadFigures>,
        id: Uuid,
    ) -> Result<(EditionHead, Signed, Vec<Comment>), StoreError> {
        self.log(grant, "figures").await?;
        let controller = grant.facts().controller;
        let row = figure_edition::Entity::find_by_id((controller, id)).one(&self.transaction).await?;
        let row = row.ok_or(StoreError::NotThere)?;
        let comments = figure_comment::Entity::find()
            .filter(figure_comment::Column::ControllerId.eq(controller))
            .filter(figure_comment::Column::EditionId.eq(id))
            .order_by_asc(figure_comment::Column::At)
            .all(&self.transaction)
            .await?;
        let comment =
            |row: figure_comment::Model| Comment { author: row.author_id, at: row.at, text: row.text };
        Ok((head(&row)?, signed(&row)?, comments.into_iter().map(comment).collect()))
    }

    /// What earlier editions printed and hid, the oldest first: the next one is protected together with them.
    ///
    /// # Errors
    /// [`StoreError::Damaged`] where a log cannot be read: without it a subtraction from what is published would go unseen.
    pub async fn edition_logs(&self, grant: &Grant<PublishFigures>) -> Result<Vec<Edition>, StoreError> {
        let damaged = |_| StoreError::Damaged("figure_edition".into());
        let rows = self.edition_rows(grant.facts().controller).await?;
        rows.iter().map(|row| serde_json::from_str(&row.log).map_err(damaged)).collect()
    }

    /// Keeps an edition that was made knowing so many earlier ones.
    ///
    /// # Errors
    /// [`StoreError::Conflict`] where another was kept meanwhile; [`StoreError::NotPossible`] where the report is none that is
    /// published.
    pub async fn keep_edition(
        &mut self,
        grant: &Grant<PublishFigures>,
        made: &Made,
        signed: &Signed,
        earlier: usize,
        account: Option<Uuid>,
    ) -> Result<Uuid, StoreError> {
        if !made.report.is_for_publication {
            return Err(StoreError::NotPossible);
        }
        let controller = grant.facts().controller;
        if self.edition_rows(controller).await?.len() != earlier {
            return Err(StoreError::Conflict);
        }
        let json = |_| StoreError::Damaged("figure_edition".into());
        let id = self.id()?;
        let row = figure_edition::ActiveModel {
            controller_id: Set(controller),
            id: Set(id),
            period: Set(made.report.period.to_string()),
            made_at: Set(self.now),
            made_by: Set(account),
            digest: Set(signed.proof.digest.clone()),
            told_at: Set(None),
            signed: Set(serde_json::to_string(signed).map_err(json)?),
            log: Set(serde_json::to_string(&made.edition).map_err(json)?),
        };
        figure_edition::Entity::insert(row).exec_without_returning(&self.transaction).await?;
        self.log(grant, "figures").await?;
        Ok(id)
    }

    /// Writes down what somebody says about an edition.
    ///
    /// # Errors
    /// [`StoreError::NotThere`] for an unknown edition; [`StoreError::NotPossible`] for an empty text or one too long.
    pub async fn comment_edition(
        &mut self,
        grant: &Grant<CommentFigures>,
        id: Uuid,
        account: Uuid,
        text: &str,
    ) -> Result<(), StoreError> {
        let controller = grant.facts().controller;
        if text.is_empty() || text.chars().count() > LONGEST_COMMENT {
            return Err(StoreError::NotPossible);
        }
        let there = figure_edition::Entity::find_by_id((controller, id)).one(&self.transaction).await?;
        there.ok_or(StoreError::NotThere)?;
        let row = figure_comment::ActiveModel {
            controller_id: Set(controller),
            id: Set(self.id()?),
            edition_id: Set(id),
            author_id: Set(account),
            at: Set(self.now),
            text: Set(text.to_owned()),
        };
        figure_comment::Entity::insert(row).exec_without_returning(&self.transaction).await?;
        self.log(grant, "figures").await
    }

    /// Periods that have an edition, each with its latest one and whether anybody was told of any.
    ///
    /// # Errors
    /// [`StoreError`] when the database does not answer.
    pub async fn edition_of(
        &self,
        grant: &Grant<PublishFigures>,
        period: Period,
    ) -> Result<Option<(Uuid, bool)>, StoreError> {
        let rows: Vec<(Uuid, Option<DateTime<Utc>>)> = figure_edition::Entity::find()
            .select_only()
            .columns([figure_edition::Column::Id, figure_edition::Column::ToldAt])
            .filter(figure_edition::Column::ControllerId.eq(grant.facts().controller))
            .filter(figure_edition::Column::Period.eq(period.to_string()))
            .order_by_asc(figure_edition::Column::MadeAt)
            .into_tuple()
            .all(&self.transaction)
            .await?;
        let is_told = rows.iter().any(|(_, told)| told.is_some());
        Ok(rows.last().map(|(id, _)| (*id, is_told)))
    }

    /// Notes that those entitled are told of an edition, in the unit of work that enqueues the mails.
    ///
    /// # Errors
    /// [`StoreError`] when the database does not answer.
    pub async fn edition_told(&mut self, grant: &Grant<PublishFigures>, id: Uuid) -> Result<(), StoreError> {
        figure_edition::Entity::update_many()
            .set(figure_edition::ActiveModel { told_at: Set(Some(self.now)), ..Default::default() })
            .filter(figure_edition::Column::ControllerId.eq(grant.facts().controller))
            .filter(figure_edition::Column::Id.eq(id))
            .exec(&self.transaction)
            .await?;
        Ok(())
    }
}
