//! The parts of a copy of data beside the request itself: one function per part, each line a list of named values.

use super::copy::Withheld;
use crate::StoreError;
use crate::entities::{
    broken_glass, data_request, desk_task, enquiry, handover, handover_answer, legal_hold, listening_note,
    mention, outbox, private_link, proof_code, unmet_need,
};
use crate::records::rights::thread::Thread;
use crate::records::{Work, open_text};
use ariane_domain::enquiry::{DeclineReason, HandoverReason, HandoverState, Return, TaskKind, UnmetReason};
use ariane_domain::protection::copy::{Given, Part, Story, given};
use ariane_domain::protection::recipients::{AskedFor, RecipientAnswer, RecipientKind};
use ariane_domain::representation::{Evidence, RepresentativeKind, RepresentedAct, Said, Scope};
use ariane_privacy::seal::{DataKey, Place};
use chrono::{DateTime, NaiveDate, Utc};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder};

/// A value, as it is shown to a person and written for a machine.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Value {
    /// Text as it was written.
    Text(String),
    /// A moment.
    Moment(DateTime<Utc>),
    /// A day.
    Day(NaiveDate),
    /// A stable word with the family of its texts.
    Word(&'static str, String),
}

/// A line: named values, empty ones left out.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Line(pub Vec<(&'static str, Value)>);

impl Line {
    pub(in crate::records) fn text(mut self, name: &'static str, text: impl Into<String>) -> Self {
        let text = text.into();
        if !text.is_empty() {
            self.0.push((name, Value::Text(text)));
        }
        self
    }

    pub(in crate::records) fn at(mut self, name: &'static str, at: impl Into<Option<DateTime<Utc>>>) -> Self {
        self.0.extend(at.into().map(|at| (name, Value::Moment(at))));
        self
    }

    pub(in crate::records) fn day(mut self, name: &'static str, day: impl Into<Option<NaiveDate>>) -> Self {
        self.0.extend(day.into().map(|day| (name, Value::Day(day))));
        self
    }

    pub(in crate::records) fn word(mut self, name: &'static str, family: &'static str, word: &str) -> Self {
        if !word.is_empty() {
            self.0.push((name, Value::Word(family, word.to_owned())));
        }
        self
    }
}

/// A part with its lines.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Parted {
    /// Which.
    pub part: Part,
    /// Lines, oldest first.
    pub lines: Vec<Line>,
}

/// Rows of an enquiry, oldest first.
macro_rules! rows {
    ($work:expr, $entity:ident, $row:expr, $at:ident) => {
        $entity::Entity::find()
            .filter($entity::Column::ControllerId.eq($row.controller_id))
            .filter($entity::Column::EnquiryId.eq($row.id))
            .order_by_asc($entity::Column::$at)
            .all(&$work.transaction)
            .await?
    };
}

impl Work<'_> {
    /// All parts of an enquiry that hold something, and what was withheld.
    pub(super) async fn parts_of(
        &mut self,
        row: &enquiry::Model,
        story: Story,
    ) -> Result<(Vec<Parted>, Vec<Withheld>), StoreError> {
        let key = self.key(row.subject_id).await?;
        let (mut parts, mut withheld) = (Vec::new(), Vec::new());
        for part in Part::ALL {
            let all = self.lines_of(part, row, &key, story).await?;
            let total = all.len();
            let lines: Vec<Line> = all.into_iter().flatten().collect();
            if lines.len() < total {
                withheld.push(Withheld { number: row.number, part, count: total - lines.len() });
            }
            if !lines.is_empty() {
                parts.push(Parted { part, lines });
            }
        }
        Ok((parts, withheld))
    }

    /// The lines of a part; none in place of one that is withheld.
    async fn lines_of(
        &mut self,
        part: Part,
        row: &enquiry::Model,
        key: &DataKey,
        story: Story,
    ) -> Result<Vec<Option<Line>>, StoreError> {
        let verdict = given(part, story, false);
        let has_texts = verdict == Given::Whole;
        let lines = match part {
            Part::ListeningNotes => return self.notes(row, key, story).await,
            Part::Handovers => self.handovers(row, key, has_texts).await?,
            Part::CaseFile => return self.followed(row, verdict != Given::Withheld).await,
            Part::Tasks => self.done_and_open(row).await?,
            Part::UnmetNeeds => self.unmet(row, key, has_texts).await?,
            Part::Calls => {
                let calls = rows!(self, mention, row, At);
                calls.into_iter().map(|c| Line::default().at("at", c.at).at("seen-at", c.seen_at)).collect()
            }
            Part::DataRequests => self.requests(row).await?,
            Part::Disclosures => self.passed_on(row).await?,
            Part::RecipientRequests => self.asked(row).await?,
            Part::Representatives => self.acting(row).await?,
            Part::Opinions => self.said(row).await?,
            Part::Holds => self.held(row).await?,
            Part::Openings => self.opened_exceptionally(row).await?,
            Part::Links => {
                let links = rows!(self, private_link, row, CreatedAt);
                let line = |l: private_link::Model| {
                    Line::default()
                        .at("at", l.created_at)
                        .word("way", "dpo-travelled", &l.channel)
                        .at("locked-at", l.locked_at)
                };
                links.into_iter().map(line).collect()
            }
            Part::Proofs => {
                let codes = rows!(self, proof_code, row, CreatedAt);
                let line = |c: proof_code::Model| {
                    Line::default()
                        .at("at", c.created_at)
                        .word("way", "dpo-travelled", &c.channel)
                        .at("until", c.expires_at)
                        .at("used-at", c.used_at)
                };
                codes.into_iter().map(line).collect()
            }
            Part::Outgoing => self.outgoing(row, key).await?,
        };
        Ok(lines.into_iter().map(|line| (verdict != Given::Withheld).then_some(line)).collect())
    }

    async fn notes(
        &self,
        row: &enquiry::Model,
        key: &DataKey,
        story: Story,
    ) -> Result<Vec<Option<Line>>, StoreError> {
        let notes = rows!(self, listening_note, row, At);
        let mut lines = Vec::with_capacity(notes.len());
        for note in notes {
            if given(Part::ListeningNotes, story, note.names_another) != Given::Whole {
                lines.push(None);
                continue;
            }
            let sealed = note.sealed_text.as_deref();
            let text = open_text(key, "listening_note", "sealed_text", note.id, sealed)?;
            lines.push(Some(Line::default().at("at", note.at).text("text", text)));
        }
        Ok(lines)
    }

    async fn handovers(
        &self,
        row: &enquiry::Model,
        key: &DataKey,
        has_texts: bool,
    ) -> Result<Vec<Line>, StoreError> {
        let answers = rows!(self, handover_answer, row, At);
        let mut lines = Vec::new();
        for one in rows!(self, handover, row, SentAt) {
            let sealed = one.sealed_message.as_deref().filter(|_| has_texts);
            let text = open_text(key, "handover", "sealed_message", one.id, sealed)?;
            lines.push(
                Line::default()
                    .at("at", one.sent_at)
                    .word("reason", HandoverReason::FAMILY, &one.reason)
                    .word("state", HandoverState::FAMILY, &one.state)
                    .at("received-at", one.received_at)
                    .text("text", text),
            );
            for answer in answers.iter().filter(|a| a.handover_id == one.id) {
                let sealed = answer.sealed_text.as_deref().filter(|_| has_texts);
                let text = open_text(key, "handover_answer", "sealed_text", answer.id, sealed)?;
                let line = Line::default().at("answered-at", answer.at);
                let line = match Return::from_word(&answer.kind) {
                    Some(what) => line.word("answer", Return::FAMILY, what.word()),
                    None => line.word("answer", DeclineReason::FAMILY, &answer.reason),
                };
                lines.push(line.text("text", text));
            }
        }
        Ok(lines)
    }

    async fn done_and_open(&self, row: &enquiry::Model) -> Result<Vec<Line>, StoreError> {
        let line = |task: desk_task::Model| {
            Line::default()
                .at("at", task.at)
                .word("what", TaskKind::FAMILY, &task.kind)
                .at("due-at", task.due_at)
                .at("done-at", task.done_at)
                .word("ending", TaskKind::ENDINGS, &task.ending)
        };
        Ok(rows!(self, desk_task, row, At).into_iter().map(line).collect())
    }

    async fn unmet(
        &self,
        row: &enquiry::Model,
        key: &DataKey,
        has_texts: bool,
    ) -> Result<Vec<Line>, StoreError> {
        let mut lines = Vec::new();
        for one in rows!(self, unmet_need, row, At) {
            let sealed = one.sealed_note.as_deref().filter(|_| has_texts);
            let text = open_text(key, "unmet_need", "sealed_note", one.id, sealed)?;
            lines.push(
                Line::default()
                    .at("at", one.at)
                    .text("need", one.need)
                    .word("reason", UnmetReason::FAMILY, &one.reason)
                    .text("text", text),
            );
        }
        Ok(lines)
    }

    async fn requests(&self, row: &enquiry::Model) -> Result<Vec<Line>, StoreError> {
        let key = self.records.installation_key();
        let mut lines = Vec::new();
        for one in rows!(self, data_request, row, ReceivedAt) {
            let text = open_text(&key, "data_request", "sealed_note", one.id, one.sealed_note.as_deref())?;
            lines.push(
                Line::default()
                    .at("at", one.received_at)
                    .word("what", "dpo-right", &one.kind)
                    .word("way", "dpo-way", &one.way)
                    .word("state", "dpo-standing", &one.state)
                    .at("due-at", one.due_at)
                    .at("effective-at", one.effective_at)
                    .at("done-at", one.closed_at)
                    .text("text", text),
            );
        }
        Ok(lines)
    }

    async fn passed_on(&mut self, row: &enquiry::Model) -> Result<Vec<Line>, StoreError> {
        let line = |one: crate::records::rights::recipients::Disclosed| {
            Line::default()
                .at("at", one.at)
                .word("who", RecipientKind::FAMILY, one.kind.word())
                .text("name", one.recipient)
        };
        Ok(self.disclosed(&Thread::Enquiry(row.clone())).await?.into_iter().map(line).collect())
    }

    async fn asked(&self, row: &enquiry::Model) -> Result<Vec<Line>, StoreError> {
        let line = |one: crate::records::rights::recipients::Asked| {
            Line::default()
                .at("at", one.asked_at)
                .word("why", AskedFor::FAMILY, one.asked_for.word())
                .word("who", RecipientKind::FAMILY, one.kind.word())
                .text("name", one.recipient)
                .at("due-at", one.due_at)
                .word("answer", RecipientAnswer::FAMILY, one.answer.map_or("", RecipientAnswer::word))
                .text("duty", one.duty)
                .at("answered-at", one.answered_at)
        };
        Ok(self.asked_about(&Thread::Enquiry(row.clone())).await?.into_iter().map(line).collect())
    }

    async fn acting(&mut self, row: &enquiry::Model) -> Result<Vec<Line>, StoreError> {
        let represented = self.represented_in(&Thread::Enquiry(row.clone())).await?;
        let line = |r: crate::records::rights::representatives::Recorded| {
            Line::default()
                .at("at", r.at)
                .text("name", r.name)
                .word("what", RepresentativeKind::FAMILY, r.one.kind.word())
                .word("scope", Scope::FAMILY, r.one.scope.word())
                .word("evidence", Evidence::FAMILY, r.one.evidence.word())
                .day("from", r.one.from)
                .day("until-day", r.one.until)
        };
        Ok(represented.representatives.into_iter().map(line).collect())
    }

    async fn said(&mut self, row: &enquiry::Model) -> Result<Vec<Line>, StoreError> {
        let represented = self.represented_in(&Thread::Enquiry(row.clone())).await?;
        let name =
            |by| represented.representatives.iter().find(|r| Some(r.one.id) == by).map(|r| r.name.clone());
        let lines = represented.told.iter().map(|told| {
            Line::default()
                .at("at", told.at)
                .text("name", name(told.opinion.by).unwrap_or_default())
                .word("what", RepresentedAct::FAMILY, told.opinion.act.word())
                .word("answer", Said::FAMILY, told.opinion.said.word())
        });
        Ok(lines.collect())
    }

    async fn held(&self, row: &enquiry::Model) -> Result<Vec<Line>, StoreError> {
        let line = |hold: legal_hold::Model| {
            Line::default()
                .at("at", hold.set_at)
                .word("why", "dpo-hold", &hold.reason)
                .at("until", hold.until)
                .at("done-at", hold.lifted_at)
        };
        Ok(rows!(self, legal_hold, row, SetAt).into_iter().map(line).collect())
    }

    async fn opened_exceptionally(&self, row: &enquiry::Model) -> Result<Vec<Line>, StoreError> {
        let line = |one: broken_glass::Model| {
            Line::default()
                .at("at", one.asked_at)
                .word("why", "dpo-glass", &one.reason)
                .word("state", "dpo-opening", &one.state)
                .at("until", one.until)
                .at("done-at", one.reviewed_at)
        };
        Ok(rows!(self, broken_glass, row, AskedAt).into_iter().map(line).collect())
    }

    /// Mail of the enquiry; the text of what waits, for what was sent stands in the thread. A code that proves who one is
    /// is a secret and stays out.
    async fn outgoing(&self, row: &enquiry::Model, key: &DataKey) -> Result<Vec<Line>, StoreError> {
        let mut lines = Vec::new();
        for one in rows!(self, outbox, row, CreatedAt) {
            let is_code = one.kind == "proof-code";
            let text = if one.sealed_mail.is_empty() || is_code {
                String::new()
            } else {
                let content = key.open(Place::new("outbox", "sealed_mail", one.id), &one.sealed_mail)?;
                let mail: crate::records::outbox::Outgoing =
                    serde_json::from_slice(&content).map_err(|_| StoreError::Sealed)?;
                mail.text
            };
            lines.push(
                Line::default()
                    .at("at", one.created_at)
                    .word("what", "outgoing-kind", &one.kind)
                    .word("state", "outgoing-state", &one.state)
                    .at("sent-at", one.sent_at)
                    .text("text", text),
            );
        }
        Ok(lines)
    }
}
