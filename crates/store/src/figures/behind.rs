//! The records behind a number: for who may read those records, and for nobody else. Each look is an entry in the log.

use crate::StoreError;
use crate::entities::{case_file, cell_meeting, enquiry, referral};
use crate::records::Work;
use ariane_domain::access::grant::{Grant, HoldMeeting, ListCases, ListEnquiries, PrepareReferral};
use ariane_domain::cell::file::FileState;
use ariane_domain::cell::meeting::MeetingState;
use ariane_domain::enquiry::State;
use ariane_domain::referral::ReferralState;
use chrono::{DateTime, Utc};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect};
use uuid::Uuid;

/// A request in a list: nothing that names anybody.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EnquiryHead {
    /// Id.
    pub id: Uuid,
    /// Number as people say it.
    pub number: i64,
    /// Where it stands.
    pub state: Option<State>,
    /// When it came.
    pub received_at: DateTime<Utc>,
}

/// A file in a list: nothing that names anybody.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CaseHead {
    /// Id.
    pub id: Uuid,
    /// Number as people say it.
    pub number: i64,
    /// Where it stands.
    pub state: Option<FileState>,
    /// When it came.
    pub received_at: DateTime<Utc>,
}

/// A referral in a list: nothing that names anybody.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReferralHead {
    /// Id.
    pub id: Uuid,
    /// Number as people say it.
    pub number: i64,
    /// Where it stands.
    pub state: Option<ReferralState>,
    /// When it was sent.
    pub sent_at: Option<DateTime<Utc>>,
}

/// A weekly meeting in a list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MeetingHead {
    /// Id.
    pub id: Uuid,
    /// Where it stands.
    pub state: Option<MeetingState>,
    /// For when it was planned.
    pub starts_at: DateTime<Utc>,
}

impl Work<'_> {
    /// Heads of requests, in the order in which they came. The look is logged with the reason of the grant.
    ///
    /// # Errors
    /// [`StoreError`] when the database does not answer.
    pub async fn enquiries_behind(
        &mut self,
        grant: &Grant<ListEnquiries>,
        ids: &[Uuid],
    ) -> Result<Vec<EnquiryHead>, StoreError> {
        use enquiry::Column as C;
        self.log(grant, "figures").await?;
        let rows: Vec<(Uuid, i64, String, DateTime<Utc>)> = enquiry::Entity::find()
            .select_only()
            .columns([C::Id, C::Number, C::State, C::ReceivedAt])
            .filter(C::ControllerId.eq(grant.facts().controller))
            .filter(C::Id.is_in(ids.iter().copied()))
            .order_by_asc(C::ReceivedAt)
            .order_by_asc(C::Id)
            .into_tuple()
            .all(&self.transaction)
            .await?;
        let head = |(id, number, state, received_at): (Uuid, i64, String, _)| EnquiryHead {
            id,
            number,
            state: State::from_word(&state),
            received_at,
        };
        Ok(rows.into_iter().map(head).collect())
    }

    /// Heads of files, in the order in which they came. The look is logged with the reason of the grant.
    ///
    /// # Errors
    /// [`StoreError`] when the database does not answer.
    pub async fn cases_behind(
        &mut self,
        grant: &Grant<ListCases>,
        ids: &[Uuid],
    ) -> Result<Vec<CaseHead>, StoreError> {
        use case_file::Column as C;
        self.log(grant, "figures").await?;
        let rows: Vec<(Uuid, i64, String, DateTime<Utc>)> = case_file::Entity::find()
            .select_only()
            .columns([C::Id, C::Number, C::State, C::ReceivedAt])
            .filter(C::ControllerId.eq(grant.facts().controller))
            .filter(C::Id.is_in(ids.iter().copied()))
            .order_by_asc(C::ReceivedAt)
            .order_by_asc(C::Id)
            .into_tuple()
            .all(&self.transaction)
            .await?;
        let head = |(id, number, state, received_at): (Uuid, i64, String, _)| CaseHead {
            id,
            number,
            state: FileState::from_word(&state),
            received_at,
        };
        Ok(rows.into_iter().map(head).collect())
    }

    /// Heads of referrals, in the order in which they were sent. The look is logged with the reason of the grant.
    ///
    /// # Errors
    /// [`StoreError`] when the database does not answer.
    pub async fn referrals_behind(
        &mut self,
        grant: &Grant<PrepareReferral>,
        ids: &[Uuid],
    ) -> Result<Vec<ReferralHead>, StoreError> {
        use referral::Column as C;
        self.log(grant, "figures").await?;
        let rows: Vec<(Uuid, i64, String, Option<DateTime<Utc>>)> = referral::Entity::find()
            .select_only()
            .columns([C::Id, C::Number, C::State, C::SentAt])
            .filter(C::ControllerId.eq(grant.facts().controller))
            .filter(C::Id.is_in(ids.iter().copied()))
            .order_by_asc(C::SentAt)
            .order_by_asc(C::Id)
            .into_tuple()
            .all(&self.transaction)
            .await?;
        let head = |(id, number, state, sent_at): (Uuid, i64, String, _)| ReferralHead {
            id,
            number,
            state: ReferralState::from_word(&state),
            sent_at,
        };
        Ok(rows.into_iter().map(head).collect())
    }

    /// Heads of weekly meetings, in their order. The look is logged with the reason of the grant.
    ///
    /// # Errors
    /// [`StoreError`] when the database does not answer.
    pub async fn meetings_behind(
        &mut self,
        grant: &Grant<HoldMeeting>,
        ids: &[Uuid],
    ) -> Result<Vec<MeetingHead>, StoreError> {
        use cell_meeting::Column as C;
        self.log(grant, "figures").await?;
        let rows: Vec<(Uuid, String, DateTime<Utc>)> = cell_meeting::Entity::find()
            .select_only()
            .columns([C::Id, C::State, C::StartsAt])
            .filter(C::ControllerId.eq(grant.facts().controller))
            .filter(C::Id.is_in(ids.iter().copied()))
            .order_by_asc(C::StartsAt)
            .into_tuple()
            .all(&self.transaction)
            .await?;
        let head = |(id, state, starts_at): (Uuid, String, _)| MeetingHead {
            id,
            state: MeetingState::from_word(&state),
            starts_at,
        };
        Ok(rows.into_iter().map(head).collect())
    }
}
