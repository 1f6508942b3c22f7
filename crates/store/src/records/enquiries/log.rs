//! A new enquiry, exactly once.

use super::TABLE;
use super::thread::NewMessage;
use crate::StoreError;
use crate::entities::{counter, enquiry, enquiry_need, taken_in};
use crate::records::enquiries::incoming::token_digest;
use crate::records::persons::{Identity, PersonCodes};
use crate::records::{Work, micros, seal_text};
use ariane_domain::NeedCode;
use ariane_domain::access::Action;
use ariane_domain::access::grant::{Act, Grant, ImportEnquiries, LogEnquiry, WriteToInfoline};
use ariane_domain::enquiry::{
    AgeBand, DisorderStatus, EntryMode, Outcome, Profile, QueueKey, ReferralSource, RequesterKind, State,
    TaskKind, Urgency,
};
use ariane_domain::place::Country;
use ariane_domain::purpose::{Choice, Purpose};
use chrono::{DateTime, Utc};
use sea_orm::ActiveValue::Set;
use sea_orm::EntityTrait;
use sea_orm::sea_query::{Expr, OnConflict};
use uuid::Uuid;

/// A grant that lets an enquiry be logged.
pub trait MayLog: Act {}
impl MayLog for LogEnquiry {}
impl MayLog for WriteToInfoline {}
impl MayLog for ImportEnquiries {}

/// By what something is known again, so that it is taken in once however often it arrives.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Once {
    /// `mail`, `mailbox`, `form`, `file`.
    pub source: &'static str,
    /// A token without content: a blind token, a random key, a digest.
    pub token: String,
}

/// Codes of an enquiry, clear in the database for figures; those of the person concerned where they differ (duty D43).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EnquiryCodes {
    /// How it came in.
    pub mode: EntryMode,
    /// Who asks.
    pub requester_kind: RequesterKind,
    /// How they heard of the infoline.
    pub referral_source: ReferralSource,
    /// What is known of the disorder.
    pub disorder_status: DisorderStatus,
    /// Age, origin, residence, language of the person concerned.
    pub person: PersonCodes,
    /// What is asked for.
    pub needs: Vec<NeedCode>,
    /// Whether an interpreter is needed.
    pub is_interpreted: bool,
    /// How long the call took, in seconds.
    pub duration_seconds: Option<i32>,
    /// Network to which the rules route the disorder that was named, such as `ern-lung`; empty where none is known. Coarse
    /// enough to count by; the disorder itself is sealed.
    pub network: String,
}

impl EnquiryCodes {
    /// The codes of a caller profile. What was not asked is unknown; a mode that was not told is mail.
    pub fn of(profile: &Profile) -> Self {
        let country = |country: Option<Country>| country.map(|c| c.code().to_owned()).unwrap_or_default();
        let seconds = profile.response_minutes.and_then(|minutes| minutes.checked_mul(60));
        Self {
            mode: profile.entry_mode.unwrap_or(EntryMode::Mail),
            requester_kind: profile.requester_kind.unwrap_or(RequesterKind::Other),
            referral_source: profile.referral_source.unwrap_or(ReferralSource::Unknown),
            disorder_status: profile.disorder_status.unwrap_or(DisorderStatus::Unknown),
            person: PersonCodes {
                language: profile.language.clone().unwrap_or_default(),
                age_band: profile.age_band.unwrap_or(AgeBand::Unknown).word().to_owned(),
                nationality: country(profile.nationality),
                residence_country: country(profile.residence),
                residence_area: profile.area.clone().filter(|_| profile.area_fits()).unwrap_or_default(),
            },
            needs: profile.needs.clone(),
            is_interpreted: profile.interpreter.unwrap_or(false),
            duration_seconds: seconds.and_then(|seconds| i32::try_from(seconds).ok()),
            network: String::new(),
        }
    }
}

/// Free texts of an enquiry: sealed.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct EnquiryTexts {
    /// One line that tells it apart in the queue.
    pub summary: String,
    /// The disorder: an ORPHA code, a name, or what was said.
    pub disorder: String,
    /// The factual note.
    pub note: String,
    /// Answers to the fields of the form that have no column of their own, as JSON.
    pub profile: String,
}

/// An enquiry to be logged.
#[derive(Debug, Clone)]
pub struct NewEnquiry {
    /// Codes.
    pub codes: EnquiryCodes,
    /// Texts.
    pub texts: EnquiryTexts,
    /// Version of the form with which it was taken.
    pub form_version: i32,
    /// Who asks; nothing known is anonymous.
    pub requester: Identity,
    /// A person on record who asks again, in place of a new record.
    pub known_requester: Option<Uuid>,
    /// Whom it is about, where that is somebody else and something is known of them.
    pub concerned: Option<Identity>,
    /// How pressing it is.
    pub urgency: Urgency,
    /// When it reached the infoline.
    pub received_at: DateTime<Utc>,
    /// Until when a reply is promised.
    pub due_at: DateTime<Utc>,
    /// By what it is known again.
    pub once: Option<Once>,
    /// What the person wrote, where they wrote.
    pub message: Option<NewMessage>,
    /// What the person chose, and how.
    pub choices: Vec<(Purpose, Choice, &'static str)>,
}

/// An enquiry that was logged.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Logged {
    /// Id.
    pub id: Uuid,
    /// Number as people say it.
    pub number: i64,
    /// False when it had been taken in before, and nothing was written now.
    pub is_new: bool,
}

impl Work<'_> {
    /// Logs an enquiry. What carries a [`Once`] that was taken in before is not written again: the first one is given.
    pub async fn log_enquiry<A: MayLog>(
        &mut self,
        grant: &Grant<A>,
        new: &NewEnquiry,
    ) -> Result<Logged, StoreError> {
        let controller = grant.facts().controller;
        let id = self.id()?;
        if let Some(once) = &new.once
            && let Some(first) = self.take_in(controller, once, Some(id)).await?
        {
            let row = self.enquiry_row(controller, first).await?;
            return Ok(Logged { id: row.id, number: row.number, is_new: false });
        }
        let requester = match new.known_requester {
            Some(known) => {
                self.key(known).await?;
                known
            }
            None => self.insert_person(controller, &new.requester, &new.codes.person).await?,
        };
        let concerned = match &new.concerned {
            Some(identity) => Some(self.insert_person(controller, identity, &new.codes.person).await?),
            None => None,
        };
        let number = self.next_number(controller, "enquiry").await?;
        let is_anonymous = new.known_requester.is_none()
            && new.requester.is_anonymous()
            && new.concerned.as_ref().is_none_or(Identity::is_anonymous);
        let received_at = micros(new.received_at);
        let prompts = self.prompts(&new.codes, &new.texts, concerned.is_some());
        let urgency = if prompts.is_minor_alone { new.urgency.or(Urgency::Pressing) } else { new.urgency };
        let mut row = enquiry::ActiveModel {
            controller_id: Set(controller),
            id: Set(id),
            number: Set(number),
            state: Set(State::Waiting.word().to_owned()),
            urgency: Set(urgency.word().to_owned()),
            outcome: Set(String::new()),
            thread_token: Set(token_digest(&self.records.thread_token(id))),
            satisfaction: Set(None),
            is_anonymous: Set(is_anonymous),
            subject_id: Set(requester),
            requester_id: Set(requester),
            concerned_id: Set(concerned),
            taken_by: Set(None),
            merged_into: Set(None),
            form_version: Set(new.form_version),
            queue_key: Set(QueueKey::new(urgency, Some(new.due_at), received_at).number()),
            received_at: Set(received_at),
            due_at: Set(micros(new.due_at)),
            taken_at: Set(None),
            first_replied_at: Set(None),
            closed_at: Set(None),
            withdrawn_at: Set(None),
            changed_at: Set(self.now),
            version: Set(1),
            ..enquiry::ActiveModel::default()
        };
        set_codes(&mut row, &new.codes);
        let key = self.key(requester).await?;
        set_texts(&mut row, id, &key, &new.texts)?;
        enquiry::Entity::insert(row).exec_without_returning(&self.transaction).await?;
        self.set_needs(controller, id, &new.codes.needs).await?;
        for (purpose, choice, evidence) in &new.choices {
            self.choose(controller, requester, *purpose, *choice, evidence).await?;
        }
        let actor = grant.actor().pseudonym();
        self.event_at(controller, id, "received", new.codes.mode.word(), &actor, received_at).await?;
        if let Some(message) = &new.message {
            self.insert_message(controller, id, requester, message, &actor).await?;
        }
        // What is brought in from a past was answered in its time.
        if A::ACTION != Action::ImportEnquiries {
            let row = self.enquiry_row(controller, Some(id)).await?;
            self.prompt(&row, &prompts, &actor).await?;
            // Somebody writes from the address of a person who died: a human looks, nothing automatic answers (duty D6).
            if self.is_silenced(&row, &new.requester.mail).await? {
                let kind = TaskKind::AfterDeath;
                self.add_task_once(&row, kind, kind.due(self.now), &actor).await?;
            }
        }
        self.log(grant, &format!("enquiry/{id}")).await?;
        Ok(Logged { id, number, is_new: true })
    }

    /// Claims a token; gives the enquiry of who claimed it before (`Some(None)`: it belonged to none).
    pub(crate) async fn take_in(
        &self,
        controller: Uuid,
        once: &Once,
        enquiry: Option<Uuid>,
    ) -> Result<Option<Option<Uuid>>, StoreError> {
        let claimed = taken_in::Entity::insert(taken_in::ActiveModel {
            controller_id: Set(controller),
            source: Set(once.source.to_owned()),
            token: Set(once.token.clone()),
            enquiry_id: Set(enquiry),
            at: Set(self.now),
        })
        .on_conflict(OnConflict::columns(["controller_id", "source", "token"]).do_nothing().to_owned())
        .exec_without_returning(&self.transaction)
        .await?;
        if claimed > 0 {
            return Ok(None);
        }
        let key = (controller, once.source.to_owned(), once.token.clone());
        let first = taken_in::Entity::find_by_id(key).one(&self.transaction).await?;
        first.map(|row| Some(row.enquiry_id)).ok_or(StoreError::NotThere)
    }

    pub(crate) async fn next_number(&self, controller: Uuid, name: &str) -> Result<i64, StoreError> {
        let row =
            counter::ActiveModel { controller_id: Set(controller), name: Set(name.to_owned()), last: Set(1) };
        let row = counter::Entity::insert(row)
            .on_conflict(
                OnConflict::columns(["controller_id", "name"])
                    .value("last", Expr::cust("\"counter\".\"last\" + 1"))
                    .to_owned(),
            )
            .exec_with_returning(&self.transaction)
            .await?;
        Ok(row.last)
    }

    pub(crate) async fn set_needs(
        &self,
        controller: Uuid,
        enquiry: Uuid,
        needs: &[NeedCode],
    ) -> Result<(), StoreError> {
        let mut needs: Vec<String> = needs.iter().map(ToString::to_string).collect();
        needs.sort_unstable();
        needs.dedup();
        let rows: Vec<_> = needs
            .into_iter()
            .map(|need| enquiry_need::ActiveModel {
                controller_id: Set(controller),
                enquiry_id: Set(enquiry),
                need: Set(need),
            })
            .collect();
        if !rows.is_empty() {
            enquiry_need::Entity::insert_many(rows).exec_without_returning(&self.transaction).await?;
        }
        Ok(())
    }
}

pub(crate) fn set_codes(row: &mut enquiry::ActiveModel, codes: &EnquiryCodes) {
    row.mode = Set(codes.mode.word().to_owned());
    row.requester_kind = Set(codes.requester_kind.word().to_owned());
    row.referral_source = Set(codes.referral_source.word().to_owned());
    row.disorder_status = Set(codes.disorder_status.word().to_owned());
    row.age_band = Set(codes.person.age_band.clone());
    row.nationality = Set(codes.person.nationality.clone());
    row.residence_country = Set(codes.person.residence_country.clone());
    row.residence_area = Set(codes.person.residence_area.clone());
    row.language = Set(codes.person.language.clone());
    row.is_interpreted = Set(codes.is_interpreted);
    row.duration_seconds = Set(codes.duration_seconds);
    row.network = Set(codes.network.clone());
}

pub(crate) fn set_texts(
    row: &mut enquiry::ActiveModel,
    id: Uuid,
    key: &ariane_privacy::seal::DataKey,
    texts: &EnquiryTexts,
) -> Result<(), StoreError> {
    row.sealed_summary = Set(seal_text(key, TABLE, "sealed_summary", id, &texts.summary)?);
    row.sealed_disorder = Set(seal_text(key, TABLE, "sealed_disorder", id, &texts.disorder)?);
    row.sealed_note = Set(seal_text(key, TABLE, "sealed_note", id, &texts.note)?);
    row.sealed_profile = Set(seal_text(key, TABLE, "sealed_profile", id, &texts.profile)?);
    Ok(())
}

/// The outcome of a row; none while it is open.
pub(crate) fn outcome_of(row: &enquiry::Model) -> Option<Outcome> {
    Outcome::from_word(&row.outcome)
}
