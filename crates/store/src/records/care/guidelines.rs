//! Guidelines per disorder or group, with their versions. They name no person.

use crate::entities::{guideline as g, guideline_version as v};
use crate::records::cell::{CellError, acting, staff};
use crate::records::{Records, Work};
use crate::{Store, StoreError};
use ariane_domain::access::grant::{Grant, ManageGuidelines};
use ariane_domain::cell::guideline::{GuidelineChange, GuidelineState, GuidelineVersion, valid_on};
use ariane_domain::cell::machine::Machine as _;
use ariane_domain::cell::{Acting, Who};
use chrono::{DateTime, NaiveDate, Utc};
use sea_orm::ActiveValue::Set;
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder};
use uuid::Uuid;

/// What a version says.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct GuidelineText {
    /// Authors as they sign, in their order.
    pub authors: Vec<String>,
    /// Text; empty where the document lies elsewhere.
    pub body: String,
    /// Address of the document; empty where the text stands here.
    pub url: String,
}

/// A version with its words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct VersionText {
    /// Id.
    pub id: Uuid,
    /// What the rules need.
    pub rules: GuidelineVersion,
    /// Text.
    pub body: String,
    /// Address of the document.
    pub url: String,
    /// Account that wrote it last.
    pub author: Uuid,
    /// When.
    pub changed_at: DateTime<Utc>,
    /// Counts changes.
    pub version: i32,
}

/// A guideline with its versions, the newest first.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Guideline {
    /// Id.
    pub id: Uuid,
    /// ORPHA code of the disorder or group.
    pub code: u32,
    /// ISO 639-1, of its text.
    pub language: String,
    /// Title.
    pub title: String,
    /// Versions.
    pub versions: Vec<VersionText>,
}

impl Guideline {
    /// The version in force on a day.
    pub fn in_force(&self, day: NaiveDate) -> Option<&VersionText> {
        let rules: Vec<GuidelineVersion> = self.versions.iter().map(|one| one.rules.clone()).collect();
        let number = valid_on(&rules, day)?.number;
        self.versions.iter().find(|one| one.rules.number == number)
    }

    /// The latest version.
    pub fn latest(&self) -> Option<&VersionText> {
        self.versions.iter().max_by_key(|one| one.rules.number)
    }
}

/// A guideline to be begun.
#[derive(Debug, Clone, Copy)]
pub struct NewGuideline<'g> {
    /// ORPHA code of the disorder or group.
    pub code: u32,
    /// ISO 639-1.
    pub language: &'g str,
    /// Title.
    pub title: &'g str,
}

fn read_version(row: v::Model) -> Result<VersionText, StoreError> {
    let damaged = || StoreError::Damaged(row.id.to_string());
    Ok(VersionText {
        id: row.id,
        rules: GuidelineVersion {
            number: u32::try_from(row.number).map_err(|_| damaged())?,
            state: GuidelineState::from_word(&row.state).ok_or_else(damaged)?,
            authors: row.authors.lines().map(str::to_owned).collect(),
            valid_from: row.valid_from,
            review_by: row.review_by,
            withdrawn_on: row.withdrawn_on,
        },
        body: row.body,
        url: row.url,
        author: row.author_id,
        changed_at: row.changed_at,
        version: row.version,
    })
}

async fn with_versions<C: ConnectionTrait>(
    db: &C,
    controller: Uuid,
    heads: Vec<g::Model>,
) -> Result<Vec<Guideline>, StoreError> {
    let ids: Vec<Uuid> = heads.iter().map(|head| head.id).collect();
    let rows = v::Entity::find()
        .filter(v::Column::ControllerId.eq(controller))
        .filter(v::Column::GuidelineId.is_in(ids))
        .order_by_desc(v::Column::Number)
        .all(db)
        .await?;
    let mut all: Vec<Guideline> = Vec::with_capacity(heads.len());
    for head in heads {
        let own = rows.iter().filter(|row| row.guideline_id == head.id).cloned();
        all.push(Guideline {
            id: head.id,
            code: u32::try_from(head.code).map_err(|_| StoreError::Damaged(head.id.to_string()))?,
            language: head.language,
            title: head.title,
            versions: own.map(read_version).collect::<Result<_, _>>()?,
        });
    }
    Ok(all)
}

/// What somebody is with regard to a version: its author may go on writing a draft.
fn acting_on(grant: &Grant<ManageGuidelines>, author: Uuid) -> Result<Acting, StoreError> {
    let who = staff(grant)?;
    let as_what = acting(who);
    Ok(if who.account == author { as_what.and(Who::Author) } else { as_what })
}

impl Work<'_> {
    /// All guidelines by title.
    pub async fn guidelines(&self, grant: &Grant<ManageGuidelines>) -> Result<Vec<Guideline>, StoreError> {
        let controller = grant.facts().controller;
        let heads = g::Entity::find()
            .filter(g::Column::ControllerId.eq(controller))
            .order_by_asc(g::Column::Title)
            .order_by_asc(g::Column::Id)
            .all(&self.transaction)
            .await?;
        with_versions(&self.transaction, controller, heads).await
    }

    /// One guideline.
    pub async fn guideline(
        &self,
        grant: &Grant<ManageGuidelines>,
        id: Uuid,
    ) -> Result<Guideline, StoreError> {
        let controller = grant.facts().controller;
        let head = g::Entity::find_by_id((controller, id)).one(&self.transaction).await?;
        let head = head.ok_or(StoreError::NotThere)?;
        let found = with_versions(&self.transaction, controller, vec![head]).await?;
        found.into_iter().next().ok_or(StoreError::NotThere)
    }

    async fn insert_guideline_version(
        &mut self,
        grant: &Grant<ManageGuidelines>,
        guideline: Uuid,
        number: i32,
        text: &GuidelineText,
    ) -> Result<(), StoreError> {
        let new = v::ActiveModel {
            controller_id: Set(grant.facts().controller),
            id: Set(self.id()?),
            guideline_id: Set(guideline),
            number: Set(number),
            state: Set(GuidelineState::Draft.word().to_owned()),
            authors: Set(text.authors.join("\n")),
            body: Set(text.body.clone()),
            url: Set(text.url.clone()),
            valid_from: Set(None),
            review_by: Set(None),
            withdrawn_on: Set(None),
            author_id: Set(staff(grant)?.account),
            changed_at: Set(self.now),
            version: Set(1),
        };
        v::Entity::insert(new).exec_without_returning(&self.transaction).await?;
        Ok(())
    }

    /// Begins a guideline with a first draft.
    pub async fn begin_guideline(
        &mut self,
        grant: &Grant<ManageGuidelines>,
        new: NewGuideline<'_>,
        text: &GuidelineText,
    ) -> Result<Uuid, CellError> {
        if new.title.trim().is_empty() || (text.body.trim().is_empty() && text.url.is_empty()) {
            return Err(CellError::Rule("empty"));
        }
        let code = i32::try_from(new.code).map_err(|_| CellError::Rule("no-code"))?;
        let id = self.id()?;
        g::Entity::insert(g::ActiveModel {
            controller_id: Set(grant.facts().controller),
            id: Set(id),
            code: Set(code),
            language: Set(new.language.to_owned()),
            title: Set(new.title.trim().to_owned()),
            begun_at: Set(self.now),
        })
        .exec_without_returning(&self.transaction)
        .await?;
        self.insert_guideline_version(grant, id, 1, text).await?;
        self.log(grant, "office").await?;
        Ok(id)
    }

    /// Writes a draft: the latest version while it is one, else a new version. `version` is that of the latest version.
    pub async fn write_guideline(
        &mut self,
        grant: &Grant<ManageGuidelines>,
        id: Uuid,
        version: i32,
        text: &GuidelineText,
    ) -> Result<(), CellError> {
        if text.body.trim().is_empty() && text.url.is_empty() {
            return Err(CellError::Rule("empty"));
        }
        let guideline = self.guideline(grant, id).await?;
        let latest = guideline.latest().ok_or(StoreError::NotThere)?;
        if latest.version != version {
            return Err(StoreError::Conflict.into());
        }
        if latest.rules.state == GuidelineState::Draft {
            let as_what = acting_on(grant, latest.author)?;
            latest.rules.state.after(GuidelineChange::Edit, &as_what)?;
            let set = v::ActiveModel {
                authors: Set(text.authors.join("\n")),
                body: Set(text.body.clone()),
                url: Set(text.url.clone()),
                ..v::ActiveModel::default()
            };
            self.write_guideline_version(grant, latest, set).await?;
        } else {
            let number = i32::try_from(latest.rules.number + 1).unwrap_or(i32::MAX);
            self.insert_guideline_version(grant, id, number, text).await?;
        }
        Ok(self.log(grant, "office").await?)
    }

    async fn write_guideline_version(
        &mut self,
        grant: &Grant<ManageGuidelines>,
        latest: &VersionText,
        mut set: v::ActiveModel,
    ) -> Result<(), StoreError> {
        set.changed_at = Set(self.now);
        set.version = Set(latest.version + 1);
        let written = v::Entity::update_many()
            .set(set)
            .filter(v::Column::ControllerId.eq(grant.facts().controller))
            .filter(v::Column::Id.eq(latest.id))
            .filter(v::Column::Version.eq(latest.version))
            .exec(&self.transaction)
            .await?;
        if written.rows_affected == 0 { Err(StoreError::Conflict) } else { Ok(()) }
    }

    /// Puts the latest version in force, reviews or withdraws it. `review_by` is asked for the first two.
    pub async fn change_guideline(
        &mut self,
        grant: &Grant<ManageGuidelines>,
        id: Uuid,
        version: i32,
        change: GuidelineChange,
        review_by: Option<NaiveDate>,
        today: NaiveDate,
    ) -> Result<(), CellError> {
        let guideline = self.guideline(grant, id).await?;
        let latest = guideline.latest().ok_or(StoreError::NotThere)?;
        if latest.version != version {
            return Err(StoreError::Conflict.into());
        }
        let as_what = acting_on(grant, latest.author)?;
        let review = || review_by.ok_or(CellError::Rule("no-day"));
        let next = match change {
            GuidelineChange::Edit => return Err(CellError::Rule("not-possible")),
            GuidelineChange::Validate => latest.rules.validate(today, review()?, &as_what)?,
            GuidelineChange::Review => latest.rules.review(today, review()?, &as_what)?,
            GuidelineChange::Withdraw => latest.rules.withdraw(today, &as_what)?,
        };
        let set = v::ActiveModel {
            state: Set(next.state.word().to_owned()),
            valid_from: Set(next.valid_from),
            review_by: Set(next.review_by),
            withdrawn_on: Set(next.withdrawn_on),
            ..v::ActiveModel::default()
        };
        self.write_guideline_version(grant, latest, set).await?;
        Ok(self.log(grant, "office").await?)
    }
}

impl Store {
    /// The guidelines of these codes that are in force on a day, by title: what a public page shows.
    pub async fn guidelines_in_force(
        &self,
        controller: Uuid,
        codes: &[u32],
        day: NaiveDate,
    ) -> Result<Vec<Guideline>, StoreError> {
        let codes = codes.iter().filter_map(|code| i32::try_from(*code).ok());
        let heads = g::Entity::find()
            .filter(g::Column::ControllerId.eq(controller))
            .filter(g::Column::Code.is_in(codes))
            .order_by_asc(g::Column::Title)
            .order_by_asc(g::Column::Id)
            .all(&self.db)
            .await?;
        if heads.is_empty() {
            return Ok(Vec::new());
        }
        let all = with_versions(&self.db, controller, heads).await?;
        Ok(all
            .into_iter()
            .filter_map(|mut one| {
                let shown = one.in_force(day)?.clone();
                one.versions = vec![shown];
                Some(one)
            })
            .collect())
    }
}

impl Records {
    /// See [`Store::guidelines_in_force`].
    pub async fn guidelines_in_force(
        &self,
        controller: Uuid,
        codes: &[u32],
        day: NaiveDate,
    ) -> Result<Vec<Guideline>, StoreError> {
        self.store.guidelines_in_force(controller, codes, day).await
    }
}
