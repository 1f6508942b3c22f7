//! Items of a meeting: what was said and decided about each file, sealed with the key of the person concerned.

use super::wording::{Kept, TextOf, join_on};
use super::{CellError, from_json, staff, to_json};
use crate::StoreError;
use crate::entities::{case_file, cell_item as i};
use crate::records::{Work, open_text, seal_text};
use ariane_domain::access::Actor;
use ariane_domain::access::grant::{Grant, HoldMeeting};
use ariane_domain::cell::join::Revised;
use ariane_domain::cell::meeting::{AgendaReason, Dissent, Item, ItemState};
use ariane_domain::cell::{Origin, Track};
use ariane_privacy::seal::DataKey;
use chrono::{DateTime, Utc};
use sea_orm::ActiveValue::Set;
use sea_orm::{ColumnTrait, Condition, EntityTrait, PaginatorTrait, QueryFilter, QueryOrder};
use std::collections::{BTreeMap, HashMap};
use uuid::Uuid;

const TABLE: &str = "cell_item";

/// An item with what identifies its file for those in the room.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ItemText {
    /// Id.
    pub id: Uuid,
    /// What the rules need.
    pub item: Item<Uuid>,
    /// Number of the file.
    pub number: i64,
    /// Name of the person; empty when not known or erased.
    pub name: String,
    /// Origin of the file.
    pub origin: Origin,
    /// Why it is on the agenda.
    pub reasons: Vec<AgendaReason>,
    /// What was said and decided.
    pub text: String,
    /// Revision of the text.
    pub revision: u32,
    /// Why those dissent who said so, by account.
    pub dissent: BTreeMap<Uuid, String>,
    /// When it last changed.
    pub changed_at: DateTime<Utc>,
}

/// On what an edit was made.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Read<'r> {
    /// On a revision that is kept here.
    Revision(u32),
    /// On these words, which the writer held: they typed on while their former words were joined with others'.
    Words(&'r str),
}

/// What may be done with an item.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ItemChange {
    /// Discussed, nothing decided.
    Discussed,
    /// Decided.
    Decided,
    /// For the next meeting.
    CarryOver,
    /// Who asks is of another opinion.
    Dissent,
}

pub(super) fn as_item(row: &i::Model) -> Result<Item<Uuid>, StoreError> {
    let damaged = || StoreError::Damaged(row.id.to_string());
    Ok(Item {
        file: row.file_id,
        state: ItemState::from_word(&row.state).ok_or_else(damaged)?,
        decision: if row.decision.is_empty() { None } else { Some(from_json(&row.decision, row.id)?) },
        carried: u16::try_from(row.carried).unwrap_or_default(),
    })
}

/// The words of those who dissent, by the id that the decision names.
fn dissent_words(key: &DataKey, row: &i::Model) -> Result<BTreeMap<Uuid, String>, StoreError> {
    match open_text(key, TABLE, "sealed_dissent", row.id, row.sealed_dissent.as_deref())?.as_str() {
        "" => Ok(BTreeMap::new()),
        words => from_json(words, row.id),
    }
}

impl Work<'_> {
    pub(super) async fn item_row(
        &self,
        grant: &Grant<HoldMeeting>,
        id: Uuid,
    ) -> Result<i::Model, StoreError> {
        let controller = grant.facts().controller;
        let row = i::Entity::find_by_id((controller, id)).one(&self.transaction).await?;
        row.filter(|row| Some(row.meeting_id) == grant.id()).ok_or(StoreError::NotThere)
    }

    /// The items of a meeting with their files, in order. The reading is logged once, with the meeting: its items say which
    /// files were shown.
    pub async fn read_items(&mut self, grant: &Grant<HoldMeeting>) -> Result<Vec<ItemText>, StoreError> {
        let meeting = grant.id().ok_or(StoreError::NotThere)?;
        self.log(grant, &format!("meeting/{meeting}")).await?;
        let rows = self.item_rows(grant, Condition::all()).await?;
        self.open_items((grant.actor(), grant.facts().controller), rows).await
    }

    /// Items that changed since a moment, among the first `known`. Those were shown and logged when the page was opened;
    /// what came onto the agenda later is not given here, so that no file is read without an entry in the log.
    pub async fn items_since(
        &mut self,
        grant: &Grant<HoldMeeting>,
        since: DateTime<Utc>,
        known: u32,
    ) -> Result<Vec<ItemText>, StoreError> {
        let known = i32::try_from(known).unwrap_or(i32::MAX);
        let changed = Condition::all().add(i::Column::ChangedAt.gte(since)).add(i::Column::Place.lt(known));
        let rows = self.item_rows(grant, changed).await?;
        self.open_items((grant.actor(), grant.facts().controller), rows).await
    }

    /// One item as it stands after a change of it, for who made the change.
    pub async fn item_again(
        &mut self,
        grant: &Grant<HoldMeeting>,
        item: Uuid,
    ) -> Result<ItemText, StoreError> {
        let row = self.item_row(grant, item).await?;
        let opened = self.open_items((grant.actor(), grant.facts().controller), vec![row]).await?;
        opened.into_iter().next().ok_or(StoreError::NotThere)
    }

    /// How many items a meeting has.
    pub async fn item_count(&self, grant: &Grant<HoldMeeting>) -> Result<u64, StoreError> {
        let meeting = grant.id().ok_or(StoreError::NotThere)?;
        Ok(i::Entity::find()
            .filter(i::Column::ControllerId.eq(grant.facts().controller))
            .filter(i::Column::MeetingId.eq(meeting))
            .count(&self.transaction)
            .await?)
    }

    async fn item_rows(
        &self,
        grant: &Grant<HoldMeeting>,
        which: Condition,
    ) -> Result<Vec<i::Model>, StoreError> {
        let meeting = grant.id().ok_or(StoreError::NotThere)?;
        Ok(i::Entity::find()
            .filter(i::Column::ControllerId.eq(grant.facts().controller))
            .filter(i::Column::MeetingId.eq(meeting))
            .filter(which)
            .order_by_asc(i::Column::Place)
            .all(&self.transaction)
            .await?)
    }

    async fn open_items(
        &mut self,
        (actor, controller): (&Actor, Uuid),
        rows: Vec<i::Model>,
    ) -> Result<Vec<ItemText>, StoreError> {
        if rows.is_empty() {
            return Ok(Vec::new());
        }
        let files: HashMap<Uuid, case_file::Model> = case_file::Entity::find()
            .filter(case_file::Column::ControllerId.eq(controller))
            .filter(case_file::Column::Id.is_in(rows.iter().map(|row| row.file_id)))
            .all(&self.transaction)
            .await?
            .into_iter()
            .map(|file| (file.id, file))
            .collect();
        let names = self.case_names(controller, files.values().map(|file| file.subject_id).collect()).await?;
        let closed = self.closed_to(actor, controller, files.keys().copied().collect()).await?;
        rows.iter()
            .map(|row| {
                let damaged = || StoreError::Damaged(row.id.to_string());
                let file = files.get(&row.file_id).ok_or_else(damaged)?;
                let item = as_item(row)?;
                let is_open = !closed.contains(&file.id);
                let (text, words) = match self.loaded_key(file.subject_id).filter(|_| is_open) {
                    Some(key) => {
                        let text = open_text(key, TABLE, "sealed_text", row.id, row.sealed_text.as_deref())?;
                        (text, dissent_words(key, row)?)
                    }
                    None => (String::new(), BTreeMap::new()),
                };
                let dissent = item.decision.iter().flat_map(|decision| &decision.dissent);
                let dissent =
                    dissent.filter_map(|one| Some((one.by, words.get(&one.text?)?.clone()))).collect();
                Ok(ItemText {
                    id: row.id,
                    item,
                    dissent,
                    number: file.number,
                    name: names.get(&file.subject_id).filter(|_| is_open).cloned().unwrap_or_default(),
                    origin: Origin::from_word(&file.origin).ok_or_else(damaged)?,
                    reasons: row.reasons.split(' ').filter_map(AgendaReason::from_word).collect(),
                    text,
                    revision: u32::try_from(row.revision).unwrap_or_default(),
                    changed_at: row.changed_at,
                })
            })
            .collect()
    }

    pub(super) async fn write_item(&self, row: &i::Model, mut set: i::ActiveModel) -> Result<(), StoreError> {
        set.changed_at = Set(self.now);
        let written = i::Entity::update_many()
            .set(set)
            .filter(i::Column::ControllerId.eq(row.controller_id))
            .filter(i::Column::Id.eq(row.id))
            .filter(i::Column::Revision.eq(row.revision))
            .exec(&self.transaction)
            .await?;
        if written.rows_affected == 0 { Err(StoreError::Conflict) } else { Ok(()) }
    }

    /// Keeps what is written about an item, on the revision that was read; an edit that came meanwhile is joined, and where
    /// both changed the same lines nothing is stored and both wordings are given.
    pub async fn write_item_text(
        &mut self,
        grant: &Grant<HoldMeeting>,
        item: Uuid,
        read: Read<'_>,
        text: &str,
    ) -> Result<Kept, CellError> {
        let row = self.item_row(grant, item).await?;
        let file = self.case_row(row.controller_id, Some(row.file_id)).await?;
        self.refuse_closed(grant.actor(), &file).await?;
        let key = self.key(file.subject_id).await?;
        let stored = open_text(&key, TABLE, "sealed_text", row.id, row.sealed_text.as_deref())?;
        let now = u32::try_from(row.revision).unwrap_or_default();
        let subject = TextOf {
            controller: row.controller_id,
            id: row.id,
            subject: file.subject_id,
            now: Revised { revision: now, text: &stored },
        };
        let joined = match read {
            Read::Revision(revision) => self.join_edit(subject, revision, text).await?,
            Read::Words(before) => join_on(&stored, before, text),
        };
        let words = match joined {
            Ok(words) => words,
            Err(pieces) => return Ok(Kept::Choose { pieces, revision: now }),
        };
        let is_joined = read != Read::Revision(now);
        if words == stored {
            // Nothing is written: a signature under these very words stands.
            return Ok(Kept::Saved { revision: now, is_joined });
        }
        self.edit_minutes(grant).await?;
        let revision = now.saturating_add(1);
        let mut set = i::ActiveModel {
            revision: Set(i32::try_from(revision).unwrap_or(i32::MAX)),
            sealed_text: Set(seal_text(&key, TABLE, "sealed_text", row.id, &words)?),
            ..i::ActiveModel::default()
        };
        // Other words are another decision: who dissented from the former ones is asked again.
        let before = as_item(&row)?;
        if before.state == ItemState::Decided {
            set.decision = Set(to_json(&before.decided().decision)?);
            set.sealed_dissent = Set(None);
        }
        self.write_item(&row, set).await?;
        self.keep_wording(subject, revision, staff(grant)?.account, &words).await?;
        self.log(grant, &format!("case/{}", row.file_id)).await?;
        Ok(Kept::Saved { revision, is_joined })
    }

    /// Moves an item on. A discussion is a knot in the thread of its file.
    pub async fn change_item(
        &mut self,
        grant: &Grant<HoldMeeting>,
        item: Uuid,
        change: ItemChange,
    ) -> Result<(), CellError> {
        self.change_item_saying(grant, item, change, "").await
    }

    /// Moves an item on; `words` say why who dissents does so, and may be empty.
    pub async fn change_item_saying(
        &mut self,
        grant: &Grant<HoldMeeting>,
        item: Uuid,
        change: ItemChange,
        words: &str,
    ) -> Result<(), CellError> {
        let row = self.item_row(grant, item).await?;
        let file = self.case_row(row.controller_id, Some(row.file_id)).await?;
        // What is put off says nothing of it.
        if change != ItemChange::CarryOver {
            self.refuse_closed(grant.actor(), &file).await?;
        }
        let who = staff(grant)?;
        let before = as_item(&row)?;
        let was_open = matches!(before.state, ItemState::Pending | ItemState::CarriedOver);
        let next = match change {
            ItemChange::Discussed => before.discussed(),
            ItemChange::Decided => before.decided(),
            ItemChange::CarryOver => before.carry(),
            ItemChange::Dissent => {
                let present = self.presence(grant).await?;
                let present: Vec<Uuid> =
                    present.into_iter().filter(|one| one.is_counted).map(|one| one.account).collect();
                let text = if words.trim().is_empty() { None } else { Some(self.id()?) };
                before.dissent(Dissent { by: who.account, text }, &present)?
            }
        };
        let sealed_dissent = self.sealed_dissent(&row, &file, &next, words).await?;
        self.edit_minutes(grant).await?;
        let decision = next.decision.as_ref().map(to_json).transpose()?.unwrap_or_default();
        let set = i::ActiveModel {
            state: Set(next.state.word().to_owned()),
            decision: Set(decision),
            sealed_dissent: Set(sealed_dissent),
            ..i::ActiveModel::default()
        };
        self.write_item(&row, set).await?;
        let is_discussed = matches!(next.state, ItemState::Discussed | ItemState::Decided);
        if is_discussed && was_open {
            let set = case_file::ActiveModel { discussed_at: Set(Some(self.now)), ..Default::default() };
            case_file::Entity::update_many()
                .set(set)
                .filter(case_file::Column::ControllerId.eq(file.controller_id))
                .filter(case_file::Column::Id.eq(file.id))
                .exec(&self.transaction)
                .await?;
            self.case_event(grant, &file, "discussed", next.state.word(), "").await?;
            self.look_after(&file).await?;
        }
        Ok(self.log(grant, &format!("case/{}", row.file_id)).await?)
    }

    /// The words of those who dissent from a decision, sealed anew: those of former decisions go with them.
    async fn sealed_dissent(
        &mut self,
        row: &i::Model,
        file: &case_file::Model,
        next: &Item<Uuid>,
        words: &str,
    ) -> Result<Option<Vec<u8>>, StoreError> {
        let key = self.key(file.subject_id).await?;
        let mut before = dissent_words(&key, row)?;
        let named = next.decision.iter().flat_map(|decision| &decision.dissent).filter_map(|one| one.text);
        let kept: BTreeMap<Uuid, String> =
            named.map(|id| (id, before.remove(&id).unwrap_or_else(|| words.trim().to_owned()))).collect();
        if kept.is_empty() {
            return Ok(None);
        }
        seal_text(&key, TABLE, "sealed_dissent", row.id, &to_json(&kept)?)
    }

    /// The file of an item, for a step that the meeting proposes about it.
    pub async fn file_of_item(&self, grant: &Grant<HoldMeeting>, item: Uuid) -> Result<Uuid, StoreError> {
        Ok(self.item_row(grant, item).await?.file_id)
    }

    /// Which tracks somebody may sign for.
    pub fn signs_for(&self, grant: &Grant<HoldMeeting>) -> Result<Vec<Track>, StoreError> {
        Ok(super::tracks(staff(grant)?))
    }
}
