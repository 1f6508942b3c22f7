//! The clinical summary of a file (duties D48, D50): entries written by clinicians, read by the pair and, through the admission to
//! their file, by who takes part in an RCP.

use crate::StoreError;
use crate::entities::{case_file, clinical_entry as c};
use crate::records::cell::wording::Earlier;
use crate::records::cell::{CellError, acting, from_json, staff, to_json};
use crate::records::own::parts::Line;
use crate::records::{Work, seal_text};
use ariane_domain::access::grant::{Grant, WriteCase};
use ariane_domain::cell::told::Audience;
use ariane_domain::clinical::entry::{Kept, SignState, may_go, may_stand, may_write};
use ariane_domain::clinical::variant::VariantClass;
use ariane_domain::clinical::{Entry, EntryFault, EntryKind};
use chrono::{DateTime, Utc};
use sea_orm::ActiveValue::Set;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect};
use uuid::Uuid;

const TABLE: &str = "clinical_entry";

/// An entry with who wrote it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KeptEntry {
    /// Id and what it says.
    pub kept: Kept,
    /// Who wrote it last.
    pub author: Uuid,
    /// When.
    pub changed_at: DateTime<Utc>,
    /// Version.
    pub version: i32,
    /// What it said before it was corrected, the latest first.
    pub earlier: Vec<EarlierEntry>,
}

/// An entry as it stood before it was corrected.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EarlierEntry {
    /// Who wrote it.
    pub author: Uuid,
    /// When.
    pub at: DateTime<Utc>,
    /// What it said.
    pub entry: Entry,
}

impl From<EntryFault> for CellError {
    fn from(fault: EntryFault) -> Self {
        Self::Rule(match fault {
            EntryFault::NotYours => "clinical-not-yours",
            EntryFault::WordsMissing => "words-missing",
            EntryFault::TooLong => "clinical-too-long",
            EntryFault::DayAhead => "day-ahead",
            EntryFault::EndBeforeBeginning => "clinical-end-before",
            EntryFault::NotAVariant => "clinical-not-a-variant",
            EntryFault::NotAProtein => "clinical-not-a-protein",
            EntryFault::ClassWithoutDay => "clinical-class-without-day",
            EntryFault::DayWithoutClass => "clinical-day-without-class",
            EntryFault::NotAGene => "clinical-not-a-gene",
            EntryFault::OnlyOne => "clinical-only-one",
            EntryFault::NoSuchRelative => "clinical-no-such-relative",
            EntryFault::HasChildren => "clinical-has-children",
            EntryFault::Twice => "clinical-twice",
            EntryFault::TooMany => "clinical-too-many",
        })
    }
}

impl Work<'_> {
    /// Entries of a file, in the order in which they were written. Callers have used their grant.
    pub(in crate::records) async fn clinical_of(
        &mut self,
        row: &case_file::Model,
    ) -> Result<Vec<KeptEntry>, StoreError> {
        let rows = c::Entity::find()
            .filter(c::Column::ControllerId.eq(row.controller_id))
            .filter(c::Column::FileId.eq(row.id))
            .order_by_asc(c::Column::Place)
            .order_by_asc(c::Column::Id)
            .all(&self.transaction)
            .await?;
        let whose = (row.controller_id, row.subject_id);
        let earlier = self.earlier_of(whose, rows.iter().map(|one| one.id).collect()).await?;
        let before = |was: &Earlier| {
            let entry = from_json(&was.text, was.of)?;
            Ok(EarlierEntry { author: was.author, at: was.at, entry })
        };
        self.open_sealed(
            row,
            TABLE,
            rows,
            |one| one.id,
            |one, open| {
                Ok(KeptEntry {
                    kept: Kept { id: one.id, entry: open.json("sealed_entry", &one.sealed_entry)? },
                    author: one.author_id,
                    changed_at: one.changed_at,
                    version: one.version,
                    earlier: earlier.iter().filter(|was| was.of == one.id).map(before).collect::<Result<
                        _,
                        StoreError,
                    >>(
                    )?,
                })
            },
        )
        .await
    }

    /// Writes entries down, all or none: one refused leaves the summary as it was.
    pub async fn add_entries(&mut self, grant: &Grant<WriteCase>, new: Vec<Entry>) -> Result<(), CellError> {
        let row = self.case_row(grant.facts().controller, grant.id()).await?;
        let who = staff(grant)?;
        may_write(&acting(who))?;
        let mut there: Vec<Kept> = self.clinical_of(&row).await?.into_iter().map(|one| one.kept).collect();
        let (today, key) = (self.today(), self.key(row.subject_id).await?);
        let place = c::Entity::find()
            .select_only()
            .column_as(c::Column::Place.max(), "place")
            .filter(c::Column::ControllerId.eq(row.controller_id))
            .filter(c::Column::FileId.eq(row.id))
            .into_tuple::<Option<i32>>()
            .one(&self.transaction)
            .await?
            .flatten()
            .unwrap_or(0);
        for (place, entry) in (place + 1..).zip(new) {
            let entry = entry.complete(today)?;
            may_stand(&there, None, &entry)?;
            let id = self.id()?;
            c::Entity::insert(c::ActiveModel {
                controller_id: Set(row.controller_id),
                id: Set(id),
                file_id: Set(row.id),
                place: Set(place),
                author_id: Set(who.account),
                changed_at: Set(self.now),
                version: Set(1),
                sealed_entry: Set(seal_text(&key, TABLE, "sealed_entry", id, &to_json(&entry)?)?),
            })
            .exec_without_returning(&self.transaction)
            .await?;
            there.push(Kept { id, entry });
        }
        Ok(self.care_changed(grant, &row, "clinical-added", "").await?)
    }

    /// Corrects an entry, as long as nobody else did since `version`. It stays of its kind.
    pub async fn change_entry(
        &mut self,
        grant: &Grant<WriteCase>,
        id: Uuid,
        version: i32,
        entry: Entry,
    ) -> Result<(), CellError> {
        let row = self.case_row(grant.facts().controller, grant.id()).await?;
        let who = staff(grant)?;
        may_write(&acting(who))?;
        let all = self.clinical_of(&row).await?;
        let former = all.iter().find(|one| one.kept.id == id).ok_or(StoreError::NotThere)?;
        if former.kept.entry.kind() != entry.kind() {
            return Err(StoreError::NotThere.into());
        }
        let there: Vec<Kept> = all.iter().map(|one| one.kept.clone()).collect();
        let entry = entry.complete(self.today())?;
        may_stand(&there, Some(id), &entry)?;
        let key = self.key(row.subject_id).await?;
        let written = c::Entity::update_many()
            .set(c::ActiveModel {
                author_id: Set(who.account),
                changed_at: Set(self.now),
                version: Set(version + 1),
                sealed_entry: Set(seal_text(&key, TABLE, "sealed_entry", id, &to_json(&entry)?)?),
                ..c::ActiveModel::default()
            })
            .filter(c::Column::ControllerId.eq(row.controller_id))
            .filter(c::Column::FileId.eq(row.id))
            .filter(c::Column::Id.eq(id))
            .filter(c::Column::Version.eq(version))
            .exec(&self.transaction)
            .await?;
        if written.rows_affected == 0 {
            return Err(StoreError::Conflict.into());
        }
        if former.kept.entry != entry {
            let earlier = Earlier {
                of: id,
                revision: former.version,
                author: former.author,
                at: former.changed_at,
                text: to_json(&former.kept.entry)?,
            };
            self.keep_earlier((row.controller_id, row.subject_id), &earlier).await?;
        }
        Ok(self.care_changed(grant, &row, "clinical-changed", "").await?)
    }

    /// Takes an entry away; its reason stays in the thread.
    pub async fn remove_entry(
        &mut self,
        grant: &Grant<WriteCase>,
        id: Uuid,
        why: &str,
    ) -> Result<(), CellError> {
        let row = self.case_row(grant.facts().controller, grant.id()).await?;
        may_write(&acting(staff(grant)?))?;
        if why.trim().is_empty() {
            return Err(CellError::Rule("reason-missing"));
        }
        let there: Vec<Kept> = self.clinical_of(&row).await?.into_iter().map(|one| one.kept).collect();
        may_go(&there, id)?;
        let gone = c::Entity::delete_many()
            .filter(c::Column::ControllerId.eq(row.controller_id))
            .filter(c::Column::FileId.eq(row.id))
            .filter(c::Column::Id.eq(id))
            .exec(&self.transaction)
            .await?;
        if gone.rows_affected == 0 {
            return Err(StoreError::NotThere.into());
        }
        self.case_event(grant, &row, "clinical-removed", "", why.trim()).await?;
        self.track_acted(grant, &row).await?;
        Ok(self.log_case(grant, row.id).await?)
    }

    /// The entries for the copy of a person's data: what was explained, and what gives nothing away; none in place of what a
    /// clinician hands over (duty D2). What is said of relatives is theirs (duty D7; article 15(4)) and stays out.
    pub(in crate::records) async fn copied_entries(
        &mut self,
        row: &case_file::Model,
    ) -> Result<Vec<Option<Line>>, StoreError> {
        let care = self.care_of(row).await?;
        let told = super::told::book(&care, self.now);
        let given = |one: KeptEntry| {
            let is_theirs = one.kept.entry.kind() != EntryKind::Relative;
            let released = told.release(one.kept.entry.delicate(), Audience::Person, self.now).is_ok();
            (is_theirs && released).then(|| line(&one))
        };
        Ok(care.clinical.into_iter().map(given).collect())
    }
}

fn line(one: &KeptEntry) -> Line {
    let line = Line::default().at("at", one.changed_at).word(
        "what",
        EntryKind::FAMILY,
        one.kept.entry.kind().word(),
    );
    match &one.kept.entry {
        Entry::Problem(it) => line.text("text", joined(&[&it.text, &it.code])),
        Entry::Sign(it) => line
            .word("state", SignState::FAMILY, it.state.word())
            .text("text", joined(&[&it.label, &format!("HP:{:07}", it.term), &it.onset, &it.note])),
        Entry::Variant(it) => {
            let line = line.word("state", VariantClass::FAMILY, it.class.map_or("", VariantClass::word));
            line.text("text", joined(&[&it.gene, &it.text, &it.protein, &it.laboratory, &it.note]))
        }
        Entry::Treatment(it) => line.text("text", joined(&[&it.text, &it.dose, &it.effect])),
        Entry::Allergy(it) => line.text("text", joined(&[&it.substance, &it.reaction])),
        Entry::Opinion(it) => line.text("text", joined(&[&it.by, &it.text])),
        // Left out by the caller.
        Entry::Relative(_) => line,
    }
}

fn joined(parts: &[&str]) -> String {
    parts.iter().filter(|part| !part.is_empty()).copied().collect::<Vec<_>>().join(" · ")
}
