//! What the person sees of their referrals: where each stands, in plain words. What came of it is told by a human (duty D2).

use crate::StoreError;
use crate::entities::case_file;
use crate::records::Work;
use crate::records::own::parts::Line;
use ariane_domain::access::grant::{Grant, UseOwnRights};
use ariane_domain::purpose::Purpose;
use ariane_domain::referral::{ReferralKind, ReferralState};
use chrono::{DateTime, NaiveDate, Utc};
use uuid::Uuid;

/// A referral as its person sees it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OwnReferral {
    /// Number.
    pub number: i64,
    /// Kind of recipient.
    pub kind: ReferralKind,
    /// Name of the recipient; none where an agreement did not name them: a name may give away what nobody explained yet.
    pub recipient: Option<String>,
    /// State.
    pub state: ReferralState,
    /// When it was sent.
    pub sent_at: Option<DateTime<Utc>>,
    /// Day of the appointment.
    pub appointment_on: Option<NaiveDate>,
    /// Whether a human told them what came of it.
    pub is_told: bool,
}

impl Work<'_> {
    async fn own_views(&mut self, file: &case_file::Model) -> Result<Vec<OwnReferral>, StoreError> {
        let named: Vec<Uuid> = self
            .open_consents(file)
            .await?
            .into_iter()
            .filter(|one| one.purpose == Purpose::Transfer)
            .filter_map(|one| one.given.and_then(|(_, given)| given.recipient))
            .collect();
        let mut all = Vec::new();
        for row in self.referral_rows_of(file).await? {
            let one = self.open_referral(&row).await?;
            // A draft left nobody's desk.
            if one.sent_at.is_none() {
                continue;
            }
            let is_named = named.contains(&one.recipient);
            all.push(OwnReferral {
                number: one.number,
                kind: one.kind,
                recipient: is_named.then_some(one.head.card.name),
                state: one.state,
                sent_at: one.sent_at,
                appointment_on: one.appointment_on,
                is_told: one.person_told.is_some(),
            });
        }
        Ok(all)
    }

    /// One's own referrals, the latest first; none for who asked for somebody else.
    pub async fn own_referrals(
        &mut self,
        grant: &Grant<UseOwnRights>,
    ) -> Result<Vec<OwnReferral>, StoreError> {
        match self.own_file(grant).await? {
            Some(file) => self.own_views(&file).await,
            None => Ok(Vec::new()),
        }
    }

    /// The lines of a copy of data: each referral as its person sees it, and one that is kept back for what a clinician hands over.
    pub(in crate::records) async fn copied_referrals(
        &mut self,
        file: &case_file::Model,
        is_given: bool,
    ) -> Result<Vec<Option<Line>>, StoreError> {
        let mut lines = Vec::new();
        for one in self.own_views(file).await? {
            lines.push(is_given.then(|| {
                Line::default()
                    .at("at", one.sent_at)
                    .text("number", one.number.to_string())
                    .word("who", ReferralKind::FAMILY, one.kind.word())
                    .text("name", one.recipient.unwrap_or_default())
                    .word("state", ReferralState::FAMILY, one.state.word())
                    .day("until-day", one.appointment_on)
            }));
        }
        // Question, packet and report of each: a clinician hands them over.
        let kept_back = self.referral_rows_of(file).await?.len();
        lines.resize(lines.len() + kept_back, None);
        Ok(lines)
    }
}
