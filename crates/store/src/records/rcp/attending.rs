//! What somebody sees who is invited to a session: their sessions, and the files on the list for as long as they may read
//! them. Nothing else of the cell is reached from here.
//!
//! Whether they may is computed by the rule of the domain in the unit of work of the reading. That unit holds the row of the
//! session: who validates, cancels, takes a file off or an invitation back at the same moment is done before the reading is
//! judged, or waits until it stands in the log.

use super::advice::{AdviceText, open_advice};
use super::sessions::{SessionRules, TABLE, as_session};
use super::stream;
use super::{listing, participants};
use crate::StoreError;
use crate::entities::{case_file, rcp_listing, rcp_participant, rcp_series, rcp_session};
use crate::records::care::documents::Document;
use crate::records::cell::from_json;
use crate::records::cell::open::Head;
use crate::records::{Work, open_text};
use ariane_domain::access::grant::{AttendRcp, Grant, ReadListedCase};
use ariane_domain::access::{Actor, Admission, Facts, Refusal, Staff};
use ariane_domain::cell::admission::{self, Admitted, SessionFacts, admission, attendance, moment};
use ariane_domain::cell::rcp::{RcpAnswer, RcpSession};
use ariane_domain::cell::signatures::Signature;
use ariane_domain::cell::{Reality, Span, Track};
use ariane_domain::clinical::entry::Kept as ClinicalEntry;
use chrono::NaiveDate;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect};
use std::collections::HashSet;
use uuid::Uuid;

/// Most sessions that somebody is shown of their own: ten years of months.
const MOST: u64 = 120;

/// A session as somebody sees it who is invited.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OwnSession {
    /// Id.
    pub id: Uuid,
    /// Name of the series.
    pub name: String,
    /// About real files, or for training.
    pub reality: Reality,
    /// When, and where it stands.
    pub session: RcpSession,
    /// Room or address.
    pub place: String,
    /// Link.
    pub link: String,
    /// What they answered.
    pub answer: RcpAnswer,
    /// Files that they may read now: file and number.
    pub files: Vec<(Uuid, i64)>,
    /// Until when at most, or why none.
    pub window: Result<Admitted, admission::Refusal>,
}

/// A file as the RCP needs it: who it is, what is asked, what was signed. No way to reach the person, no note, no draft, no
/// step, nothing of other meetings.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ListedCase {
    /// Number.
    pub number: i64,
    /// About a real person, or for training.
    pub reality: Reality,
    /// Name of the person.
    pub name: String,
    /// Birth date.
    pub birth_date: Option<NaiveDate>,
    /// Question, what matters, treating physician, disorder.
    pub head: Head,
    /// The medical analysis that counts, with its signature.
    pub medical: Option<(String, Option<Signature>)>,
    /// The summary, where both stand behind it.
    pub summary: String,
    /// What the session advises, as far as it is written.
    pub advice: AdviceText,
    /// Clinical summary.
    pub clinical: Vec<ClinicalEntry>,
    /// Whether the household says that the parents are related by blood.
    pub are_parents_related: bool,
    /// Documents that were meant for the RCP.
    pub documents: Vec<Document>,
    /// Until when it may be read, at most.
    pub until: Admitted,
}

/// A file to which somebody was let in.
struct Seen {
    session: rcp_session::Model,
    row: case_file::Model,
    until: Admitted,
}

/// What was kept about somebody, a session and a file over time.
struct Kept {
    row: rcp_session::Model,
    rules: SessionRules,
    facts: SessionFacts,
    invited: Vec<Span>,
}

impl Work<'_> {
    /// Reads a session and the stretches for which somebody was invited, and holds the row until this work ends.
    async fn kept_of_rcp(
        &self,
        controller: Uuid,
        session: Uuid,
        account: Uuid,
    ) -> Result<Option<Kept>, StoreError> {
        let row = rcp_session::Entity::find_by_id((controller, session)).lock_shared().one(&self.transaction);
        let Some(row) = row.await? else { return Ok(None) };
        let invited = rcp_participant::Entity::find()
            .filter(rcp_participant::Column::ControllerId.eq(controller))
            .filter(rcp_participant::Column::SessionId.eq(session))
            .filter(rcp_participant::Column::AccountId.eq(account))
            .all(&self.transaction)
            .await?;
        Ok(Some(Kept {
            rules: from_json(&row.rules, row.id)?,
            facts: SessionFacts::from(&as_session(&row)?),
            invited: invited.iter().map(participants::span).collect(),
            row,
        }))
    }

    async fn listing_of(&self, kept: &Kept, file: Uuid) -> Result<Vec<Span>, StoreError> {
        let rows = rcp_listing::Entity::find()
            .filter(rcp_listing::Column::ControllerId.eq(kept.row.controller_id))
            .filter(rcp_listing::Column::SessionId.eq(kept.row.id))
            .filter(rcp_listing::Column::FileId.eq(file))
            .all(&self.transaction)
            .await?;
        Ok(rows.iter().map(listing::span).collect())
    }

    fn judge_listing(&self, kept: &Kept, listed: &[Span]) -> Result<Admitted, admission::Refusal> {
        let at = moment(self.now, &kept.invited, &kept.facts, listed);
        admission(&kept.invited, &kept.facts, listed, &kept.rules.admission, at)
    }

    /// What the policy must know of a session, for somebody who is invited. A session that does not exist is one to which
    /// they are not invited.
    pub async fn attendance_facts(&self, who: &Staff, session: Uuid) -> Result<Facts, StoreError> {
        let outcome = match self.kept_of_rcp(who.controller, session, who.account).await? {
            None => Err(admission::Refusal::NotInvited),
            Some(kept) => {
                let at = moment(self.now, &kept.invited, &kept.facts, &[]);
                attendance(&kept.invited, &kept.facts, at)
            }
        };
        let admission = Some(Admission { account: who.account, outcome });
        Ok(Facts { admission, is_of_house: true, ..Facts::of(who.controller, TABLE, session) })
    }

    /// Sessions to which somebody is invited, the latest first, without their files.
    pub async fn own_rcp_sessions(
        &mut self,
        grant: &Grant<AttendRcp>,
    ) -> Result<Vec<OwnSession>, StoreError> {
        let Actor::Staff(who) = grant.actor() else { return Err(StoreError::NotPossible) };
        let invited: HashSet<Uuid> = rcp_participant::Entity::find()
            .filter(rcp_participant::Column::ControllerId.eq(who.controller))
            .filter(rcp_participant::Column::AccountId.eq(who.account))
            .filter(rcp_participant::Column::UntilAt.is_null())
            .all(&self.transaction)
            .await?
            .into_iter()
            .map(|one| one.session_id)
            .collect();
        let rows = rcp_session::Entity::find()
            .filter(rcp_session::Column::ControllerId.eq(who.controller))
            .filter(rcp_session::Column::Id.is_in(invited))
            .filter(rcp_session::Column::InvitedAt.is_not_null())
            .order_by_desc(rcp_session::Column::StartsAt)
            .limit(MOST)
            .all(&self.transaction)
            .await?;
        let mut sessions = Vec::new();
        for row in rows {
            sessions.push(self.own_view(row, who.account).await?);
        }
        self.log(grant, "rcp").await?;
        Ok(sessions)
    }

    async fn own_view(&self, row: rcp_session::Model, account: Uuid) -> Result<OwnSession, StoreError> {
        let one = self.open_rcp(&row)?;
        let series = rcp_series::Entity::find_by_id((row.controller_id, row.series_id));
        let series = series.one(&self.transaction).await?.ok_or(StoreError::NotThere)?;
        let key = self.records.installation_key();
        let name = open_text(&key, "rcp_series", "sealed_name", series.id, series.sealed_name.as_deref())?;
        let answered = rcp_participant::Entity::find()
            .filter(rcp_participant::Column::ControllerId.eq(row.controller_id))
            .filter(rcp_participant::Column::SessionId.eq(row.id))
            .filter(rcp_participant::Column::AccountId.eq(account))
            .filter(rcp_participant::Column::UntilAt.is_null())
            .one(&self.transaction)
            .await?;
        let answer = answered.and_then(|one| RcpAnswer::from_word(&one.answer)).unwrap_or(RcpAnswer::None);
        let kept = self.kept_of_rcp(row.controller_id, row.id, account).await?.ok_or(StoreError::NotThere)?;
        // A file on the list from the beginning to now: what the window says of any of them.
        let window =
            self.judge_listing(&kept, &[Span::since(row.invited_at.unwrap_or(self.now).min(self.now))]);
        Ok(OwnSession {
            id: row.id,
            name,
            reality: one.reality,
            session: one.session,
            place: one.place,
            link: one.link,
            answer,
            files: Vec::new(),
            window,
        })
    }

    /// One session with the files that who asks may read now, by their numbers.
    pub async fn own_rcp_session(&mut self, grant: &Grant<AttendRcp>) -> Result<OwnSession, StoreError> {
        let Actor::Staff(who) = grant.actor() else { return Err(StoreError::NotPossible) };
        let row = self.rcp_row(who.controller, grant.id()).await?;
        let kept =
            self.kept_of_rcp(who.controller, row.id, who.account).await?.ok_or(StoreError::NotThere)?;
        let mut files = Vec::new();
        for one in self.listed_now(&row).await? {
            let outcome = self.judge_listing(&kept, &self.listing_of(&kept, one.file_id).await?);
            if outcome.is_err() {
                continue;
            }
            // A file whose person does not agree, where that is asked, is not even counted.
            let facts = self.case_facts_towards(who.controller, one.file_id, Some(row.series_id)).await?;
            let admission = Some(Admission { account: who.account, outcome });
            if self.may::<ReadListedCase>(grant.actor(), Facts { admission, ..facts }).is_err() {
                continue;
            }
            let file = self.case_row(row.controller_id, Some(one.file_id)).await?;
            files.push((file.id, file.number));
        }
        self.log(grant, &stream(row.id)).await?;
        Ok(OwnSession { files, ..self.own_view(row, who.account).await? })
    }

    /// Opens a file because of a session, or says why not. Every reading is in the log of the file, and so in the one that
    /// the person sees.
    pub async fn read_listed_case(
        &mut self,
        who: &Actor,
        session: Uuid,
        file: Uuid,
    ) -> Result<Result<ListedCase, Refusal>, StoreError> {
        match self.let_in(who, session, file).await? {
            Ok(seen) => self.open_listed(&seen).await.map(Ok),
            Err(refusal) => Ok(Err(refusal)),
        }
    }

    /// Opens a document of a file because of a session, or says why not: the same admission as for the file, at the moment of
    /// the download. Documents that were not meant for the RCP are not there.
    pub async fn read_listed_document(
        &mut self,
        who: &Actor,
        session: Uuid,
        file: Uuid,
        document: Uuid,
    ) -> Result<Result<(Document, Vec<u8>), Refusal>, StoreError> {
        let seen = match self.let_in(who, session, file).await? {
            Ok(seen) => seen,
            Err(refusal) => return Ok(Err(refusal)),
        };
        let offered = self.documents_of(&seen.row).await?;
        if !offered.iter().any(|one| one.id == document && one.is_for_rcp) {
            return Err(StoreError::NotThere);
        }
        Ok(Ok(self.open_document(&seen.row, document).await?))
    }

    /// Lets somebody in to a file because of a session, and writes the reading into its log.
    async fn let_in(
        &mut self,
        who: &Actor,
        session: Uuid,
        file: Uuid,
    ) -> Result<Result<Seen, Refusal>, StoreError> {
        let Actor::Staff(staff) = who else { return Ok(Err(Refusal::NotSignedIn)) };
        let kept = self.kept_of_rcp(staff.controller, session, staff.account).await?;
        let outcome = match &kept {
            None => Err(admission::Refusal::NotInvited),
            Some(kept) => self.judge_listing(kept, &self.listing_of(kept, file).await?),
        };
        // Of a file to which nothing lets them in they learn nothing, not even that it is there or what its person chose.
        let facts = match outcome {
            Ok(_) => {
                let series = kept.as_ref().map(|kept| kept.row.series_id);
                self.case_facts_towards(staff.controller, file, series).await?
            }
            Err(_) => Facts::of(staff.controller, "case_file", file),
        };
        let admission = Some(Admission { account: staff.account, outcome });
        let grant = match self.grant::<ReadListedCase>(who, Facts { admission, ..facts }) {
            Ok(grant) => grant.because("rcp"),
            Err(refusal) => return Ok(Err(refusal)),
        };
        let (Some(kept), Ok(until)) = (kept, outcome) else { return Err(StoreError::NotThere) };
        let row = self.case_row(staff.controller, Some(file)).await?;
        self.log_case(&grant, row.id).await?;
        Ok(Ok(Seen { session: kept.row, row, until }))
    }

    async fn open_listed(&mut self, seen: &Seen) -> Result<ListedCase, StoreError> {
        let Seen { session, row, until } = seen;
        let key = self.key(row.subject_id).await?;
        let persons = self.open_persons(row.controller_id, &[row.subject_id]).await?;
        let person = persons.into_iter().next().ok_or(StoreError::NotThere)?;
        let medical = self.open_analysis(row, Track::Medical).await?;
        let medical = medical.as_ref().and_then(|analysis| analysis.in_force());
        let summary = self.open_summary(row).await?;
        let advice = self.advice_row(session, row.id).await?;
        Ok(ListedCase {
            number: row.number,
            reality: Reality::from_word(&row.reality)
                .ok_or_else(|| StoreError::Damaged(row.id.to_string()))?,
            name: person.identity.name,
            birth_date: person.identity.birth_date,
            head: self.head_of_case(row).await?,
            medical: medical.map(|written| (written.text.clone(), written.version.signed)),
            summary: if summary.joint.joint_since().is_some() { summary.text } else { String::new() },
            advice: advice.map(|one| open_advice(&key, &one)).transpose()?.unwrap_or_default(),
            clinical: self.clinical_of(row).await?.into_iter().map(|one| one.kept).collect(),
            are_parents_related: self.are_parents_related(row).await?,
            documents: self.documents_of(row).await?.into_iter().filter(|one| one.is_for_rcp).collect(),
            until: *until,
        })
    }
}
