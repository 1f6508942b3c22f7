//! Dossiers: what leaves a file in a form that others read.
//!
//! * [`draft`]: begun, read and changed; what it is made of;
//! * [`enclosures`]: pictures and reports that go along;
//! * [`release`]: approved by a clinician, fetched as it was approved, given up.
//!
//! Everything but the list goes through a [`Share`](ariane_domain::access::grant::Share) grant of the dossier's own purpose, so that an
//! agreement taken back closes draft and download at once.

pub mod draft;
pub mod enclosures;
pub mod release;

use self::release::Form;
use super::cell::from_json;
use super::own::parts::Line;
use super::{Work, open_text};
use crate::StoreError;
use crate::entities::{case_file, dossier as d};
use ariane_domain::access::Facts;
use ariane_domain::access::grant::{Grant, ReadCase, Share};
use ariane_domain::access::policy;
use ariane_domain::dossier::DossierState;
use ariane_domain::dossier::approval::{Order, PURPOSES};
use ariane_domain::purpose::Purpose;
use chrono::{DateTime, Utc};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

const TABLE: &str = "dossier";

/// A dossier without what it is made of.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Outline {
    /// Id.
    pub id: Uuid,
    /// For what.
    pub purpose: Purpose,
    /// By which an agreement names the recipient; none where only an agreement for everybody opens it.
    pub recipient: Option<Uuid>,
    /// How far it is.
    pub state: DossierState,
    /// Who prepared it.
    pub author: Uuid,
    /// When.
    pub made_at: DateTime<Utc>,
    /// Who approved it, and when.
    pub approved: Option<(Uuid, DateTime<Utc>)>,
    /// Digest of what was approved; empty before.
    pub digest: String,
    /// When it was first fetched.
    pub fetched_at: Option<DateTime<Utc>>,
    /// Version.
    pub version: i32,
    /// What was ordered.
    pub order: Order,
    /// What stands in the place of a name.
    pub pseudonym: String,
    /// In which forms it was approved; none before.
    pub forms: Vec<Form>,
    /// Secret from which identifiers within files are made anew; empty in a dossier to which no file was ever added.
    pub uid_key: Vec<u8>,
}

/// What of a row is sealed as one.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
struct Kept {
    order: Order,
    pseudonym: String,
    #[serde(default)]
    uid_key: Vec<u8>,
}

fn damaged(row: &d::Model) -> StoreError {
    StoreError::Damaged(format!("{TABLE}/{}", row.id))
}

impl Work<'_> {
    /// What the policy must know before a dossier of a file is begun for a recipient. Holds nothing personal.
    pub async fn dossier_facts(
        &mut self,
        controller: Uuid,
        file: Uuid,
        recipient: Option<Uuid>,
    ) -> Result<Facts, StoreError> {
        let row = self.case_row(controller, Some(file)).await?;
        let hindrances = self.hindrances_of_file(&row).await?;
        let facts = self.case_facts_towards(controller, file, recipient).await?;
        Ok(Facts { hindrances, ..facts })
    }

    /// For what a dossier of a file is made, with what the policy must know of it. Holds nothing personal.
    pub async fn dossier_gate(
        &mut self,
        controller: Uuid,
        file: Uuid,
        id: Uuid,
    ) -> Result<(Purpose, Facts), StoreError> {
        let row = d::Entity::find_by_id((controller, id)).one(&self.transaction).await?;
        let row = row.filter(|row| row.file_id == file).ok_or(StoreError::NotThere)?;
        let purpose = Purpose::from_word(&row.purpose).ok_or_else(|| damaged(&row))?;
        Ok((purpose, self.dossier_facts(controller, file, row.recipient_id).await?))
    }

    /// The row of a dossier that a grant opens: of its file, and of its purpose.
    pub(in crate::records) async fn dossier_row<A: Share>(
        &mut self,
        grant: &Grant<A>,
        id: Uuid,
    ) -> Result<(case_file::Model, d::Model), StoreError> {
        let controller = grant.facts().controller;
        let file = self.case_row(controller, grant.id()).await?;
        let row = d::Entity::find_by_id((controller, id)).one(&self.transaction).await?;
        let is_its =
            |row: &d::Model| row.file_id == file.id && row.purpose == policy::purpose(A::ACTION).word();
        let row = row.filter(is_its).ok_or(StoreError::NotThere)?;
        Ok((file, row))
    }

    pub(in crate::records) async fn open_dossier(&mut self, row: &d::Model) -> Result<Outline, StoreError> {
        let key = self.key(row.subject_id).await?;
        let kept = open_text(&key, TABLE, "sealed_order", row.id, row.sealed_order.as_deref())?;
        let kept: Kept = from_json(&kept, row.id)?;
        Ok(Outline {
            id: row.id,
            purpose: Purpose::from_word(&row.purpose).ok_or_else(|| damaged(row))?,
            recipient: row.recipient_id,
            state: DossierState::from_word(&row.state).ok_or_else(|| damaged(row))?,
            author: row.author_id,
            made_at: row.made_at,
            approved: row.approved_by.zip(row.approved_at),
            digest: row.digest.clone().unwrap_or_default(),
            fetched_at: row.fetched_at,
            version: row.version,
            order: kept.order,
            pseudonym: kept.pseudonym,
            uid_key: kept.uid_key,
            forms: release::approved_forms(row),
        })
    }

    async fn dossier_rows(&self, file: &case_file::Model) -> Result<Vec<d::Model>, StoreError> {
        Ok(d::Entity::find()
            .filter(d::Column::ControllerId.eq(file.controller_id))
            .filter(d::Column::FileId.eq(file.id))
            .order_by_desc(d::Column::MadeAt)
            .order_by_desc(d::Column::Id)
            .all(&self.transaction)
            .await?)
    }

    /// The dossiers of a file, the latest first, without what they are made of; and for which purposes somebody may make another
    /// towards everybody, as the person's agreements stand.
    pub async fn dossiers_of_case(
        &mut self,
        grant: &Grant<ReadCase>,
    ) -> Result<(Vec<Outline>, Vec<(Purpose, bool)>), StoreError> {
        let file = self.case_row(grant.facts().controller, grant.id()).await?;
        let mut all = Vec::new();
        for row in self.dossier_rows(&file).await? {
            all.push(self.open_dossier(&row).await?);
        }
        let choices = self.choices_towards(&file, None).await?;
        let register = self.records.register();
        let open = PURPOSES.map(|purpose| {
            (purpose, register.basis(purpose).is_some_and(|basis| choices.allow(purpose, basis)))
        });
        self.log_case(grant, file.id).await?;
        Ok((all, open.to_vec()))
    }

    /// The lines of a copy of data: when something left, for what and to whom; and one that is kept back for each, since what it said is a
    /// clinician's to hand over (duty D2).
    pub(in crate::records) async fn copied_dossiers(
        &mut self,
        file: &case_file::Model,
        is_given: bool,
    ) -> Result<Vec<Option<Line>>, StoreError> {
        let mut lines = Vec::new();
        for row in self.dossier_rows(file).await? {
            let one = self.open_dossier(&row).await?;
            // Who receives it may tell the disease (duty D2): named only where something left, as what was passed on is.
            let name = one.fetched_at.map(|_| one.order.recipient.name).unwrap_or_default();
            lines.push(is_given.then(|| {
                Line::default()
                    .at("at", one.made_at)
                    .word("what", "purpose", one.purpose.word())
                    .word("state", DossierState::FAMILY, one.state.word())
                    .at("until", one.fetched_at)
                    .text("name", name)
            }));
            lines.push(None);
        }
        Ok(lines)
    }
}
