//! Referrals: somebody of the cell or the hub passes a person on, and hears what became of it.
//!
//! * [`draft`]: begun from a file, written, complete or not;
//! * [`changes`]: every change of state, with what was said;
//! * [`send`]: sent with a link, the code of the link, changes by who sent it;
//! * [`link`]: the way of who has no account ([`super::guest`]); [`recipient`]: what they read and say;
//! * [`own`]: what the person sees; [`watch`]: what time alone changes, and what ends with an agreement or a life;
//! * [`learned`]: waiting times, from codes only; [`roster`]: who coordinates which network.
//!
//! Codes and times stay clear, for clocks and figures; what is said in words is sealed with the key of the person concerned.

pub mod changes;
pub mod draft;
pub mod learned;
pub mod link;
pub mod own;
pub mod recipient;
pub mod roster;
pub mod send;
pub(crate) mod waiting;
pub mod watch;

use super::cell::{from_json, to_json};
use super::{Work, open_text, seal_text};
use crate::StoreError;
use crate::entities::{case_file, outbox, referral as r, referral_event as e};
use ariane_domain::access::Facts;
use ariane_domain::cell::Reality;
use ariane_domain::referral::clock::Standing;
use ariane_domain::referral::state::{EndReason, ToldWay};
use ariane_domain::referral::{ReferralKind, ReferralState};
use ariane_privacy::secret;
use chrono::{DateTime, NaiveDate, Utc};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

pub(super) const TABLE: &str = "referral";
const EVENT: &str = "referral_event";

/// The id by which an agreement names a recipient: made of where they stand in the directory, or of the network that they coordinate.
pub fn recipient_id(kind: ReferralKind, organisation: &str, network: &str) -> Uuid {
    let name = match kind {
        ReferralKind::Cern => format!("recipient\ncern\n{organisation}\n{network}"),
        _ => format!("recipient\ndirectory\n{organisation}"),
    };
    let digest = secret::digest(&name);
    let mut bytes = [0; 16];
    bytes.iter_mut().zip(&digest).for_each(|(to, from)| *to = *from);
    uuid::Builder::from_custom_bytes(bytes).into_uuid()
}

/// Who it is sent to, as the directory or the roster said when it was begun.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Card {
    /// Name.
    pub name: String,
    /// Site, person or service there.
    #[serde(default)]
    pub site: String,
    /// Mail.
    #[serde(default)]
    pub mail: String,
    /// Telephone.
    #[serde(default)]
    pub phone: String,
    /// Postal address.
    #[serde(default)]
    pub address: String,
    /// Language in which they are written to, ISO 639-1.
    #[serde(default)]
    pub language: String,
}

impl Card {
    /// Whether there is a way to reach them.
    pub fn can_be_reached(&self) -> bool {
        [&self.mail, &self.phone, &self.address].into_iter().any(|one| !one.trim().is_empty())
    }
}

/// What is said about a referral by who writes it. All of it is sealed.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Head {
    /// Recipient.
    pub card: Card,
    /// Why them, in the words of the finder.
    #[serde(default)]
    pub why: Vec<String>,
    /// What is asked of them.
    #[serde(default)]
    pub question: String,
    /// Language in which the person is spoken to, where the file does not say it.
    #[serde(default)]
    pub language: String,
    /// Documents of the file that go along.
    #[serde(default)]
    pub documents: Vec<Uuid>,
    /// Whether the person was asked about passing on genetic results, and agreed (duty D25).
    #[serde(default)]
    pub genetics_agreed: bool,
    /// What came of it, in the words of the recipient.
    #[serde(default)]
    pub report: String,
}

/// Whether what was sent left the house.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Delivery {
    /// Nothing was sent by mail: paper, or a draft.
    Paper,
    /// It waits for the mail server; tried so often.
    Waiting(i32),
    /// The mail server took it.
    Sent(DateTime<Utc>),
    /// It was given up; a human looks at it.
    GivenUp,
}

impl Delivery {
    /// Whether nothing more is to be done for it to leave.
    pub const fn is_delivered(self) -> bool {
        matches!(self, Self::Paper | Self::Sent(_))
    }
}

/// A referral, opened.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Referral {
    /// Id.
    pub id: Uuid,
    /// Number as people say it.
    pub number: i64,
    /// The file.
    pub file: Uuid,
    /// Real or for training.
    pub reality: Reality,
    /// Kind of recipient.
    pub kind: ReferralKind,
    /// European network, by its id in the directory.
    pub network: Option<String>,
    /// Id of the recipient in the directory.
    pub organisation: Option<String>,
    /// By which an agreement names the recipient.
    pub recipient: Uuid,
    /// State.
    pub state: ReferralState,
    /// Since when.
    pub since: DateTime<Utc>,
    /// When it was begun.
    pub begun_at: DateTime<Utc>,
    /// Times of the way.
    pub sent_at: Option<DateTime<Utc>>,
    /// Day of the appointment.
    pub appointment_on: Option<NaiveDate>,
    /// Day of the visit.
    pub seen_on: Option<NaiveDate>,
    /// When the outcome came.
    pub reported_at: Option<DateTime<Utc>>,
    /// How it ended.
    pub end: Option<EndReason>,
    /// The one that it took the place of.
    pub previous: Option<Uuid>,
    /// How the person learned the outcome.
    pub person_told: Option<ToldWay>,
    /// How the doctor learned the outcome.
    pub doctor_told: Option<ToldWay>,
    /// Reminders since the state began.
    pub reminders: i32,
    /// The last of them.
    pub reminded_at: Option<DateTime<Utc>>,
    /// Whether it left the house.
    pub delivery: Delivery,
    /// Words.
    pub head: Head,
    /// Who began it.
    pub author: Uuid,
    /// Version.
    pub version: i32,
}

impl Referral {
    /// What its clocks need.
    pub fn standing(&self) -> Standing {
        Standing {
            state: self.state,
            since: self.since,
            appointment_on: self.appointment_on,
            is_delivered: self.delivery.is_delivered(),
            reminded: (u32::try_from(self.reminders).unwrap_or_default(), self.reminded_at),
        }
    }
}

/// What happened, with its words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Happened {
    /// Word of a change, or of something beside it.
    pub kind: String,
    /// Code that says more.
    pub detail: String,
    /// Who, as the log names them.
    pub actor: String,
    /// When.
    pub at: DateTime<Utc>,
    /// Words.
    pub text: String,
}

fn damaged(row: &r::Model) -> StoreError {
    StoreError::Damaged(format!("{TABLE}/{}", row.id))
}

fn state_of(row: &r::Model) -> Result<ReferralState, StoreError> {
    ReferralState::from_word(&row.state).ok_or_else(|| damaged(row))
}

impl Work<'_> {
    pub(super) async fn referral_row(
        &self,
        controller: Uuid,
        id: Option<Uuid>,
    ) -> Result<r::Model, StoreError> {
        let id = id.ok_or(StoreError::NotThere)?;
        let row = r::Entity::find_by_id((controller, id)).one(&self.transaction).await?;
        row.ok_or(StoreError::NotThere)
    }

    /// What the policy must know of a referral, for who prepares it or follows it. Holds nothing personal.
    pub async fn referral_facts(&mut self, controller: Uuid, id: Uuid) -> Result<Facts, StoreError> {
        self.referral_facts_towards(controller, id, None).await
    }

    /// The same for sending it: what the person agreed to towards its recipient counts, and who decides for them.
    pub async fn referral_sending_facts(&mut self, controller: Uuid, id: Uuid) -> Result<Facts, StoreError> {
        let row = self.referral_row(controller, Some(id)).await?;
        let file = self.case_row(controller, Some(row.file_id)).await?;
        let hindrances = self.hindrances_of_file(&file).await?;
        let facts = self.referral_facts_towards(controller, id, Some(row.recipient_id)).await?;
        Ok(Facts { hindrances, ..facts })
    }

    async fn referral_facts_towards(
        &mut self,
        controller: Uuid,
        id: Uuid,
        recipient: Option<Uuid>,
    ) -> Result<Facts, StoreError> {
        let row = self.referral_row(controller, Some(id)).await?;
        let file = self.case_row(controller, Some(row.file_id)).await?;
        let choices = self.choices_towards(&file, recipient).await?;
        Ok(Facts { choices, ..Facts::of(controller, TABLE, id) })
    }

    async fn delivery_of(&self, row: &r::Model) -> Result<Delivery, StoreError> {
        let Some(id) = row.outbox_id else { return Ok(Delivery::Paper) };
        let mail = outbox::Entity::find_by_id((row.controller_id, id)).one(&self.transaction).await?;
        Ok(match mail {
            Some(mail) => match (mail.state.as_str(), mail.sent_at) {
                ("sent", Some(at)) => Delivery::Sent(at),
                ("waiting", _) => Delivery::Waiting(mail.attempts),
                _ => Delivery::GivenUp,
            },
            None => Delivery::GivenUp,
        })
    }

    pub(super) async fn open_referral(&mut self, row: &r::Model) -> Result<Referral, StoreError> {
        let key = self.key(row.subject_id).await?;
        let head = open_text(&key, TABLE, "sealed_head", row.id, row.sealed_head.as_deref())?;
        Ok(Referral {
            id: row.id,
            number: row.number,
            file: row.file_id,
            reality: Reality::from_word(&row.reality).ok_or_else(|| damaged(row))?,
            kind: ReferralKind::from_word(&row.kind).ok_or_else(|| damaged(row))?,
            network: row.network.clone(),
            organisation: row.organisation.clone(),
            recipient: row.recipient_id,
            state: state_of(row)?,
            since: row.since,
            begun_at: row.begun_at,
            sent_at: row.sent_at,
            appointment_on: row.appointment_on,
            seen_on: row.seen_on,
            reported_at: row.reported_at,
            end: row.end_reason.as_deref().and_then(EndReason::from_word),
            previous: row.previous_id,
            person_told: row.person_told.as_deref().and_then(ToldWay::from_word),
            doctor_told: row.doctor_told.as_deref().and_then(ToldWay::from_word),
            reminders: row.reminders,
            reminded_at: row.reminded_at,
            delivery: self.delivery_of(row).await?,
            head: from_json(&head, row.id)?,
            author: row.author_id,
            version: row.version,
        })
    }

    pub(super) async fn referral_rows_of(
        &self,
        file: &case_file::Model,
    ) -> Result<Vec<r::Model>, StoreError> {
        Ok(r::Entity::find()
            .filter(r::Column::ControllerId.eq(file.controller_id))
            .filter(r::Column::FileId.eq(file.id))
            .order_by_desc(r::Column::BegunAt)
            .order_by_desc(r::Column::Id)
            .all(&self.transaction)
            .await?)
    }

    pub(super) async fn referral_thread(&mut self, row: &r::Model) -> Result<Vec<Happened>, StoreError> {
        let key = self.key(row.subject_id).await?;
        let rows = e::Entity::find()
            .filter(e::Column::ControllerId.eq(row.controller_id))
            .filter(e::Column::ReferralId.eq(row.id))
            .order_by_asc(e::Column::At)
            .order_by_asc(e::Column::Id)
            .all(&self.transaction)
            .await?;
        rows.into_iter()
            .map(|one| {
                let text = open_text(&key, EVENT, "sealed_text", one.id, one.sealed_text.as_deref())?;
                Ok(Happened { kind: one.kind, detail: one.detail, actor: one.actor, at: one.at, text })
            })
            .collect()
    }

    pub(super) async fn seal_head(
        &mut self,
        row: &r::Model,
        head: &Head,
    ) -> Result<Option<Vec<u8>>, StoreError> {
        let key = self.key(row.subject_id).await?;
        seal_text(&key, TABLE, "sealed_head", row.id, &to_json(head)?)
    }
}
