//! The roster of the hub: who coordinates which European network here, who is away, who acts for them.

use crate::StoreError;
use crate::entities::{hub_absence as a, hub_member as m};
use crate::records::cell::{CellError, from_json, staff, to_json};
use crate::records::{Work, open_text, seal_text};
use ariane_domain::access::grant::{Grant, PrepareReferral};
use ariane_domain::referral::roster::{Away, OnRoster};
use chrono::NaiveDate;
use sea_orm::ActiveValue::Set;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder};
use serde::{Deserialize, Serialize};
use std::collections::HashMap;
use uuid::Uuid;

const MEMBER: &str = "hub_member";

/// Who somebody of the roster is. All of it is sealed with the key of the installation.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct MemberText {
    /// Name.
    pub name: String,
    /// What they are: function and service.
    #[serde(default)]
    pub role: String,
    /// Mail.
    #[serde(default)]
    pub mail: String,
    /// Telephone.
    #[serde(default)]
    pub phone: String,
    /// Language in which they are written to, ISO 639-1.
    #[serde(default)]
    pub language: String,
}

/// Somebody of the roster.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Member {
    /// What the rule needs.
    pub on: OnRoster,
    /// Ids of the absences, in the order of those of the rule.
    pub absences: Vec<Uuid>,
    /// Who it is.
    pub text: MemberText,
    /// Version.
    pub version: i32,
}

impl Work<'_> {
    /// The roster, by name. Holds nothing of a person who is followed.
    pub async fn hub_roster(&mut self, grant: &Grant<PrepareReferral>) -> Result<Vec<Member>, StoreError> {
        let controller = grant.facts().controller;
        let rows =
            m::Entity::find().filter(m::Column::ControllerId.eq(controller)).all(&self.transaction).await?;
        let absences = a::Entity::find()
            .filter(a::Column::ControllerId.eq(controller))
            .order_by_asc(a::Column::FromDay)
            .all(&self.transaction)
            .await?;
        let mut away: HashMap<Uuid, Vec<(Uuid, Away)>> = HashMap::new();
        for one in absences {
            let span = Away { from: one.from_day, until: one.until_day, deputy: one.deputy_id };
            away.entry(one.member_id).or_default().push((one.id, span));
        }
        let key = self.records.installation_key();
        let mut all = Vec::new();
        for row in rows {
            let text = open_text(&key, MEMBER, "sealed_text", row.id, row.sealed_text.as_deref())?;
            let (absences, away) = away.remove(&row.id).unwrap_or_default().into_iter().unzip();
            all.push(Member {
                on: OnRoster {
                    id: row.id,
                    networks: row.networks.split(',').filter(|n| !n.is_empty()).map(str::to_owned).collect(),
                    away,
                    has_left: row.has_left,
                },
                absences,
                text: from_json(&text, row.id)?,
                version: row.version,
            });
        }
        all.sort_by(|a, b| a.text.name.cmp(&b.text.name));
        Ok(all)
    }

    /// Writes somebody into the roster, or anew what is known of them.
    ///
    /// # Errors
    /// [`CellError::Rule`] `contact-no-name`, `roster-no-network`, `referral-no-way` without mail and telephone;
    /// [`StoreError::Conflict`].
    pub async fn keep_hub_member(
        &mut self,
        grant: &Grant<PrepareReferral>,
        there: Option<(Uuid, i32)>,
        networks: &[String],
        text: &MemberText,
        has_left: bool,
    ) -> Result<Uuid, CellError> {
        if text.name.trim().is_empty() {
            return Err(CellError::Rule("contact-no-name"));
        }
        if networks.is_empty() && !has_left {
            return Err(CellError::Rule("roster-no-network"));
        }
        if text.mail.trim().is_empty() && text.phone.trim().is_empty() {
            return Err(CellError::Rule("referral-no-way"));
        }
        let controller = grant.facts().controller;
        let id = match there {
            Some((id, _)) => id,
            None => self.id()?,
        };
        let key = self.records.installation_key();
        let mut row = m::ActiveModel {
            networks: Set(networks.join(",")),
            has_left: Set(has_left),
            changed_at: Set(self.now),
            author_id: Set(staff(grant)?.account),
            sealed_text: Set(seal_text(&key, MEMBER, "sealed_text", id, &to_json(text)?)?),
            ..Default::default()
        };
        match there {
            Some((id, version)) => {
                row.version = Set(version + 1);
                let written = m::Entity::update_many()
                    .set(row)
                    .filter(m::Column::ControllerId.eq(controller))
                    .filter(m::Column::Id.eq(id))
                    .filter(m::Column::Version.eq(version))
                    .exec(&self.transaction)
                    .await?;
                if written.rows_affected == 0 {
                    return Err(StoreError::Conflict.into());
                }
            }
            None => {
                row.controller_id = Set(controller);
                row.id = Set(id);
                row.organisation = Set(None);
                row.version = Set(1);
                m::Entity::insert(row).exec_without_returning(&self.transaction).await?;
            }
        }
        self.log(grant, "office").await?;
        Ok(id)
    }

    /// Writes an absence down.
    ///
    /// # Errors
    /// [`CellError::Rule`] `empty-span`, `stands-in-for-self`.
    pub async fn add_hub_absence(
        &mut self,
        grant: &Grant<PrepareReferral>,
        member: Uuid,
        (from, until): (NaiveDate, NaiveDate),
        deputy: Option<Uuid>,
    ) -> Result<(), CellError> {
        let controller = grant.facts().controller;
        if until < from {
            return Err(CellError::Rule("empty-span"));
        }
        if deputy == Some(member) {
            return Err(CellError::Rule("stands-in-for-self"));
        }
        for id in [Some(member), deputy].into_iter().flatten() {
            let there = m::Entity::find_by_id((controller, id)).one(&self.transaction).await?;
            there.ok_or(StoreError::NotThere)?;
        }
        a::Entity::insert(a::ActiveModel {
            controller_id: Set(controller),
            id: Set(self.id()?),
            member_id: Set(member),
            from_day: Set(from),
            until_day: Set(until),
            deputy_id: Set(deputy),
            author_id: Set(staff(grant)?.account),
        })
        .exec_without_returning(&self.transaction)
        .await?;
        Ok(self.log(grant, "office").await?)
    }

    /// Takes an absence back.
    pub async fn remove_hub_absence(
        &mut self,
        grant: &Grant<PrepareReferral>,
        id: Uuid,
    ) -> Result<(), StoreError> {
        a::Entity::delete_by_id((grant.facts().controller, id)).exec(&self.transaction).await?;
        self.log(grant, "office").await
    }
}
