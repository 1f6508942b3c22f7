//! One enquiry, opened: whole for a listener, its status for who holds the link.

use super::TABLE;
use super::log::{EnquiryCodes, EnquiryTexts, outcome_of};
use super::thread::{Direction, Message};
use crate::StoreError;
use crate::entities::{enquiry, enquiry_event, enquiry_need, message};
use crate::records::choices::Made;
use crate::records::persons::{Person, PersonCodes};
use crate::records::{Work, open_text};
use ariane_domain::access::grant::{FollowOwnEnquiry, Grant, ReadEnquiry};
use ariane_domain::enquiry::{
    DisorderStatus, EntryMode, Outcome, ReferralSource, RequesterKind, State, Urgency,
};
use chrono::{DateTime, Utc};
use sea_orm::{ColumnTrait, EntityTrait, PaginatorTrait, QueryFilter, QueryOrder};
use uuid::Uuid;

/// An enquiry, opened.
#[derive(Debug, Clone)]
pub struct Enquiry {
    /// Id.
    pub id: Uuid,
    /// Number as people say it.
    pub number: i64,
    /// Where it stands.
    pub state: State,
    /// How pressing it is.
    pub urgency: Urgency,
    /// Codes.
    pub codes: EnquiryCodes,
    /// Texts.
    pub texts: EnquiryTexts,
    /// Version of the form with which it was taken.
    pub form_version: i32,
    /// Who asks.
    pub requester: Person,
    /// Whom it is about, where that is somebody else on record.
    pub concerned: Option<Person>,
    /// Whether nothing is known of who asks.
    pub is_anonymous: bool,
    /// What became of it.
    pub outcome: Option<Outcome>,
    /// 1 to 5.
    pub satisfaction: Option<i32>,
    /// Who has it.
    pub taken_by: Option<Uuid>,
    /// The enquiry that goes on in place of this double.
    pub merged_into: Option<Uuid>,
    /// When it reached the infoline.
    pub received_at: DateTime<Utc>,
    /// Until when a reply is promised.
    pub due_at: DateTime<Utc>,
    /// When the first reply went out.
    pub first_replied_at: Option<DateTime<Utc>>,
    /// When it ended.
    pub closed_at: Option<DateTime<Utc>>,
    /// When the person took it back.
    pub withdrawn_at: Option<DateTime<Utc>>,
    /// What was said.
    pub messages: Vec<Message>,
    /// What happened.
    pub events: Vec<Happened>,
    /// What the person chose.
    pub choices: Vec<Made>,
    /// Version, for changes.
    pub version: i32,
}

/// Something that happened to an enquiry.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Happened {
    /// Word of what.
    pub kind: String,
    /// A code.
    pub detail: String,
    /// Who, as the log names them.
    pub actor: String,
    /// When.
    pub at: DateTime<Utc>,
}

/// What link and code alone show (duty D3): nothing that was said, nobody's name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Status {
    /// Number as people say it.
    pub number: i64,
    /// Where it stands.
    pub state: State,
    /// What became of it.
    pub outcome: Option<Outcome>,
    /// Language of the person.
    pub language: String,
    /// When it reached the infoline.
    pub received_at: DateTime<Utc>,
    /// Until when a reply is promised.
    pub due_at: DateTime<Utc>,
    /// When the first reply went out.
    pub first_replied_at: Option<DateTime<Utc>>,
    /// When it ended.
    pub closed_at: Option<DateTime<Utc>>,
    /// How many messages came in and went out.
    pub messages: (u64, u64),
    /// What happened and when.
    pub events: Vec<Happened>,
    /// What the person chose.
    pub choices: Vec<Made>,
}

impl Work<'_> {
    /// An enquiry, whole. Reading it is logged.
    pub async fn read_enquiry(&mut self, grant: &Grant<ReadEnquiry>) -> Result<Enquiry, StoreError> {
        self.note(grant).await?;
        let row = self.enquiry_row(grant.facts().controller, grant.id()).await?;
        self.open_enquiry(row).await
    }

    /// Where one's own enquiry stands.
    pub async fn own_status(&mut self, grant: &Grant<FollowOwnEnquiry>) -> Result<Status, StoreError> {
        self.note(grant).await?;
        let row = self.enquiry_row(grant.facts().controller, grant.facts().enquiry).await?;
        let count = async |direction: Direction| {
            message::Entity::find()
                .filter(message::Column::ControllerId.eq(row.controller_id))
                .filter(message::Column::EnquiryId.eq(row.id))
                .filter(message::Column::Direction.eq(direction.word()))
                .count(&self.transaction)
                .await
        };
        let messages = (count(Direction::In).await?, count(Direction::Out).await?);
        Ok(Status {
            number: row.number,
            state: State::from_word(&row.state).ok_or(StoreError::NotPossible)?,
            outcome: outcome_of(&row),
            language: row.language.clone(),
            received_at: row.received_at,
            due_at: row.due_at,
            first_replied_at: row.first_replied_at,
            closed_at: row.closed_at,
            messages,
            events: self.happened(&row).await?,
            choices: self.choices_of(row.controller_id, &[row.requester_id]).await?,
        })
    }

    pub(crate) async fn happened(&self, row: &enquiry::Model) -> Result<Vec<Happened>, StoreError> {
        let rows = enquiry_event::Entity::find()
            .filter(enquiry_event::Column::ControllerId.eq(row.controller_id))
            .filter(enquiry_event::Column::EnquiryId.eq(row.id))
            .order_by_asc(enquiry_event::Column::At)
            .order_by_asc(enquiry_event::Column::Id)
            .all(&self.transaction)
            .await?;
        Ok(rows
            .into_iter()
            .map(|e| Happened { kind: e.kind, detail: e.detail, actor: e.actor, at: e.at })
            .collect())
    }

    pub(crate) async fn open_enquiry(&mut self, row: enquiry::Model) -> Result<Enquiry, StoreError> {
        let controller = row.controller_id;
        let key = self.key(row.subject_id).await?;
        let mut ids = vec![row.requester_id];
        ids.extend(row.concerned_id);
        let mut persons = self.open_persons(controller, &ids).await?;
        let mut take = |id: Uuid| persons.iter().position(|p| p.id == id).map(|at| persons.swap_remove(at));
        let requester = take(row.requester_id).ok_or(StoreError::NotThere)?;
        let concerned = row.concerned_id.and_then(&mut take);
        let needs = enquiry_need::Entity::find()
            .filter(enquiry_need::Column::ControllerId.eq(controller))
            .filter(enquiry_need::Column::EnquiryId.eq(row.id))
            .order_by_asc(enquiry_need::Column::Need)
            .all(&self.transaction)
            .await?;
        let open =
            |column, sealed: &Option<Vec<u8>>| open_text(&key, TABLE, column, row.id, sealed.as_deref());
        let texts = EnquiryTexts {
            summary: open("sealed_summary", &row.sealed_summary)?,
            disorder: open("sealed_disorder", &row.sealed_disorder)?,
            note: open("sealed_note", &row.sealed_note)?,
            profile: open("sealed_profile", &row.sealed_profile)?,
        };
        let codes = EnquiryCodes {
            mode: EntryMode::from_word(&row.mode).unwrap_or(EntryMode::Mail),
            requester_kind: RequesterKind::from_word(&row.requester_kind).unwrap_or(RequesterKind::Other),
            referral_source: ReferralSource::from_word(&row.referral_source)
                .unwrap_or(ReferralSource::Unknown),
            disorder_status: DisorderStatus::from_word(&row.disorder_status)
                .unwrap_or(DisorderStatus::Unknown),
            person: PersonCodes {
                language: row.language.clone(),
                age_band: row.age_band.clone(),
                nationality: row.nationality.clone(),
                residence_country: row.residence_country.clone(),
                residence_area: row.residence_area.clone(),
            },
            needs: needs.iter().filter_map(|n| n.need.parse().ok()).collect(),
            is_interpreted: row.is_interpreted,
            duration_seconds: row.duration_seconds,
            network: row.network.clone(),
        };
        Ok(Enquiry {
            id: row.id,
            number: row.number,
            state: State::from_word(&row.state).ok_or(StoreError::NotPossible)?,
            urgency: Urgency::from_word(&row.urgency).unwrap_or(Urgency::None),
            codes,
            texts,
            form_version: row.form_version,
            requester,
            concerned,
            is_anonymous: row.is_anonymous,
            outcome: outcome_of(&row),
            satisfaction: row.satisfaction,
            taken_by: row.taken_by,
            merged_into: row.merged_into,
            received_at: row.received_at,
            due_at: row.due_at,
            first_replied_at: row.first_replied_at,
            closed_at: row.closed_at,
            withdrawn_at: row.withdrawn_at,
            messages: self.messages(controller, row.id, row.subject_id).await?,
            events: self.happened(&row).await?,
            choices: self.choices_of(controller, &ids).await?,
            version: row.version,
        })
    }
}
