//! What a recipient reads and says by the link: this packet and nothing else, as long as the person agrees and the link is open.

use super::changes::{Making, Said};
use super::link::target;
use super::send::{Packet, joined};
use super::{Happened, TABLE};
use crate::StoreError;
use crate::entities::{case_document, case_file, referral as r};
use crate::records::care::documents::Document;
use crate::records::cell::{CellError, from_json};
use crate::records::{Work, open_text, seal_bytes, seal_text};
use ariane_domain::access::Facts;
use ariane_domain::access::grant::{AnswerReferral, Grant, ReadReferral};
use ariane_domain::cell::document::{DocumentKind, DocumentSource, may_add};
use ariane_domain::cell::machine::Machine as _;
use ariane_domain::cell::{Acting, Reality, Who};
use ariane_domain::referral::{ReferralChange, ReferralKind, ReferralState};
use chrono::{DateTime, NaiveDate, Utc};
use sea_orm::ActiveValue::Set;
use sea_orm::{ColumnTrait, EntityTrait, PaginatorTrait, QueryFilter, QuerySelect};
use uuid::Uuid;

/// Kinds of events that a recipient is shown: what was asked and answered between both.
const SHARED: [&str; 9] =
    ["send", "receive", "ask-back", "answer", "accept", "appoint", "decline", "see", "report"];

/// What a recipient reads.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reading {
    /// Number.
    pub number: i64,
    /// Real or for training.
    pub reality: Reality,
    /// As what they were asked.
    pub kind: ReferralKind,
    /// Where they stand in the directory.
    pub organisation: Option<String>,
    /// Their name.
    pub recipient: String,
    /// State.
    pub state: ReferralState,
    /// When it was sent.
    pub sent_at: Option<DateTime<Utc>>,
    /// Day of the appointment.
    pub appointment_on: Option<NaiveDate>,
    /// What was sent.
    pub packet: Packet,
    /// Documents that are still there.
    pub documents: Vec<Document>,
    /// What was asked and answered.
    pub thread: Vec<Happened>,
    /// What they may say now.
    pub changes: Vec<ReferralChange>,
    /// Version.
    pub version: i32,
}

/// A file with a report, judged before by what its bytes show.
#[derive(Debug, Clone, Copy)]
pub struct ReportFile<'d> {
    /// Name, without any path.
    pub name: &'d str,
    /// Type as found by its content.
    pub media_type: &'d str,
    /// Content.
    pub bytes: &'d [u8],
}

impl Work<'_> {
    /// What the policy must know for a reading by the link. The row is held until this work ends: who takes something back at the same
    /// moment is done before, or waits until the reading stands in the log.
    pub async fn referral_reading_facts(
        &mut self,
        controller: Uuid,
        referral: Uuid,
    ) -> Result<Facts, StoreError> {
        let row = r::Entity::find_by_id((controller, referral)).lock_shared().one(&self.transaction).await?;
        let row = row.ok_or(StoreError::NotThere)?;
        let file = self.case_row(controller, Some(row.file_id)).await?;
        let is_readable = ReferralState::from_word(&row.state).is_some_and(ReferralState::is_readable);
        let has_link = self.has_open_link(target(&row)).await?;
        let choices = self.choices_towards(&file, Some(row.recipient_id)).await?;
        let open_referral = (is_readable && has_link).then_some(row.id);
        Ok(Facts { choices, open_referral, ..Facts::of(controller, TABLE, row.id) })
    }

    async fn packet_of(&mut self, row: &r::Model) -> Result<Packet, StoreError> {
        let key = self.key(row.subject_id).await?;
        let text = open_text(&key, TABLE, "sealed_packet", row.id, row.sealed_packet.as_deref())?;
        if text.is_empty() {
            return Err(StoreError::NotThere);
        }
        from_json(&text, row.id)
    }

    async fn sent_documents(
        &mut self,
        file: &case_file::Model,
        packet: &Packet,
    ) -> Result<Vec<Document>, StoreError> {
        let all = self.documents_of(file).await?;
        Ok(all.into_iter().filter(|one| packet.documents.contains(&one.id)).collect())
    }

    /// Opens what was sent. Each reading is in the log that the person sees.
    pub async fn read_referral(&mut self, grant: &Grant<ReadReferral>) -> Result<Reading, StoreError> {
        let row = self.referral_row(grant.facts().controller, grant.id()).await?;
        self.log_case(grant, row.file_id).await?;
        let file = self.case_row(row.controller_id, Some(row.file_id)).await?;
        let (referral, packet) = (self.open_referral(&row).await?, self.packet_of(&row).await?);
        let thread = self.referral_thread(&row).await?;
        if !thread.iter().any(|one| one.kind == "opened") {
            self.referral_event(&row, "opened", "", "", (grant.actor().pseudonym(), None)).await?;
        }
        Ok(Reading {
            number: row.number,
            reality: referral.reality,
            kind: referral.kind,
            organisation: referral.organisation,
            recipient: referral.head.card.name,
            state: referral.state,
            sent_at: referral.sent_at,
            appointment_on: referral.appointment_on,
            documents: self.sent_documents(&file, &packet).await?,
            packet,
            thread: thread.into_iter().filter(|one| SHARED.contains(&one.kind.as_str())).collect(),
            changes: referral.state.open_to(&Acting::of(Who::Recipient)),
            version: referral.version,
        })
    }

    /// Opens a document that was sent along.
    pub async fn read_referral_document(
        &mut self,
        grant: &Grant<ReadReferral>,
        document: Uuid,
    ) -> Result<(Document, Vec<u8>), StoreError> {
        let row = self.referral_row(grant.facts().controller, grant.id()).await?;
        self.log_case(grant, row.file_id).await?;
        let packet = self.packet_of(&row).await?;
        if !packet.documents.contains(&document) {
            return Err(StoreError::NotThere);
        }
        let file = self.case_row(row.controller_id, Some(row.file_id)).await?;
        self.open_document(&file, document).await
    }

    /// Says what became of it; false for a second click. A report may bring one file, which goes among the documents of the person's
    /// file and to nobody before a human explained it (duty D2).
    ///
    /// # Errors
    /// [`CellError::Rule`] of a change, or of a document; [`StoreError::Conflict`] where somebody answered meanwhile: they are told.
    pub async fn answer_referral(
        &mut self,
        grant: &Grant<AnswerReferral>,
        change: ReferralChange,
        said: &Said,
        file: Option<ReportFile<'_>>,
    ) -> Result<bool, CellError> {
        let row = self.referral_row(grant.facts().controller, grant.id()).await?;
        let mut set = r::ActiveModel::default();
        if change == ReferralChange::Report {
            let mut head = self.open_referral(&row).await?.head;
            head.report = joined(&head.report, &said.text);
            set.sealed_head = Set(self.seal_head(&row, &head).await?);
        }
        let acting = Acting::of(Who::Recipient);
        let making = Making { change, acting: &acting, actor: grant.actor().pseudonym(), said, end: None };
        let is_new = self.make_change(&row, making, set).await?;
        if let Some(file) = file.filter(|_| is_new && change == ReferralChange::Report) {
            self.keep_report(&row, &file).await?;
        }
        self.log_case(grant, row.file_id).await?;
        Ok(is_new)
    }

    async fn keep_report(&mut self, row: &r::Model, new: &ReportFile<'_>) -> Result<(), CellError> {
        use case_document as d;
        let there = d::Entity::find()
            .filter(d::Column::ControllerId.eq(row.controller_id))
            .filter(d::Column::FileId.eq(row.file_id))
            .count(&self.transaction)
            .await?;
        let kind = DocumentKind::Report;
        may_add(kind, new.bytes.len(), "", usize::try_from(there).unwrap_or(usize::MAX))?;
        let (id, key) = (self.id()?, self.key(row.subject_id).await?);
        const DOCUMENT: &str = "case_document";
        d::Entity::insert(d::ActiveModel {
            controller_id: Set(row.controller_id),
            id: Set(id),
            file_id: Set(row.file_id),
            kind: Set(kind.word().to_owned()),
            source: Set(DocumentSource::Doctor.word().to_owned()),
            is_for_rcp: Set(false),
            // No account wrote it: the thread of the referral says who.
            author_id: Set(Uuid::nil()),
            at: Set(self.now),
            media_type: Set(new.media_type.to_owned()),
            size: Set(i64::try_from(new.bytes.len()).unwrap_or(i64::MAX)),
            sealed_name: Set(seal_text(&key, DOCUMENT, "sealed_name", id, new.name)?),
            sealed_about: Set(None),
            sealed_bytes: Set(Some(seal_bytes(&key, DOCUMENT, id, new.bytes)?)),
        })
        .exec_without_returning(&self.transaction)
        .await?;
        let file = self.case_row(row.controller_id, Some(row.file_id)).await?;
        let actor = format!("recipient/{}", row.id);
        Ok(self.case_event_by(&file, "document-added", kind.word(), "", actor).await?)
    }
}
