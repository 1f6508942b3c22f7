//! Reads the mailbox: each message becomes an enquiry or joins its thread, exactly once.
//!
//! What a message says about itself is never trusted alone: `ariane_mail::thread` decides. A message is marked as read on
//! the mail server only after it was committed here; one that arrives again is known by its fingerprint.

use crate::commands::now;
use crate::jobs::again;
use ariane_domain::access::grant::{Grant, LogEnquiry};
use ariane_domain::access::{Actor, Facts, Refusal};
use ariane_domain::enquiry::{DisorderStatus, EntryMode, ReferralSource, RequesterKind, Urgency};
use ariane_domain::{Language, language_guess};
use ariane_knowledge::fold;
use ariane_mail::Limits;
use ariane_mail::mailbox::{Fetched, Health, Imap, Resume, watch};
use ariane_mail::message::{Attachment, Incoming, Receiver, Verdict};
use ariane_mail::reply::may_auto_reply;
use ariane_mail::thread::{Decision, Known, KnownMessage, decide, evidence};
use ariane_privacy::blind::Kind;
use ariane_privacy::random::{self, NoRandomness};
use ariane_store::StoreError;
use ariane_store::contention::AsStoreError;
use ariane_store::records::Work;
use ariane_store::records::enquiries::log::{EnquiryCodes, EnquiryTexts, NewEnquiry, Once};
use ariane_store::records::enquiries::thread::{Arrival, Direction, NewAttachment, NewMessage};
use ariane_store::records::persons::{Identity, PersonCodes};
use ariane_web::desk::Desk;
use ariane_web::letters::acknowledgement::{Received, acknowledgement};
use ariane_web::state::App;
use chrono::{DateTime, Utc};
use data_encoding::HEXLOWER;
use std::sync::Arc;
use tokio::sync::watch::{Receiver as Stop, Sender};
use uuid::Uuid;

/// Who takes mail in, as the log names it.
const JOB: Actor = Actor::System("intake");

/// A message could not be stored. Says nothing of what it holds.
#[derive(Debug, thiserror::Error)]
pub enum NotTaken {
    /// The store.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// The policy.
    #[error(transparent)]
    Refused(#[from] Refusal),
    /// No id could be made.
    #[error(transparent)]
    NoRandomness(#[from] NoRandomness),
}

impl AsStoreError for NotTaken {
    fn as_store_error(&self) -> Option<&StoreError> {
        match self {
            Self::Store(error) => Some(error),
            Self::Refused(_) | Self::NoRandomness(_) => None,
        }
    }
}

/// What takes messages in.
#[derive(Clone)]
pub struct Intake {
    app: App,
    desk: Arc<Desk>,
    receiver: Receiver,
    limits: Limits,
    folder: String,
}

impl Intake {
    /// For an infoline and one folder of its mailbox.
    pub fn new(app: App, desk: Arc<Desk>, receiver: Receiver, folder: &str) -> Self {
        Self { app, desk, receiver, limits: Limits::default(), folder: folder.to_owned() }
    }

    /// Reads until `stop` says so.
    pub async fn run(self, imap: Imap, health: Sender<Health>, stop: Stop<bool>) {
        let resume = self.resume().await.unwrap_or_default();
        let intake = Arc::new(self);
        watch(&imap, resume, now, &health, stop, |fetched| {
            let intake = intake.clone();
            async move {
                let taken = again(|| intake.take(&fetched)).await;
                if let Err(problem) = &taken {
                    tracing::error!(
                        uid = fetched.uid,
                        "a mail cannot be stored and stays in the mailbox: {problem}"
                    );
                }
                taken
            }
        })
        .await;
    }

    async fn resume(&self) -> Result<Option<Resume>, NotTaken> {
        let work = self.desk.records.begin(now()).await?;
        let mark = async |name: &str| {
            let mark = work.mark(self.desk.controller, &self.mark_name(name)).await?;
            Ok::<_, StoreError>(mark.and_then(|m| u32::try_from(m).ok()))
        };
        let (validity, uid) = (mark("validity").await?, mark("uid").await?);
        Ok(validity.zip(uid).map(|(uid_validity, uid)| Resume { uid_validity, uid }))
    }

    fn mark_name(&self, what: &str) -> String {
        format!("mailbox/{}/{what}", self.folder)
    }

    /// Stores one message with the place in the mailbox where the next start goes on.
    pub async fn take(&self, fetched: &Fetched) -> Result<(), NotTaken> {
        let incoming = fetched.parse(&self.receiver, &self.limits);
        let at = now();
        let mut work = self.desk.records.begin(at).await?;
        let received_at = fetched.internal_date.map_or(at, |d| d.with_timezone(&Utc)).min(at);
        self.keep(&mut work, &incoming, received_at).await?;
        let controller = self.desk.controller;
        work.set_mark(controller, &self.mark_name("validity"), i64::from(fetched.resume.uid_validity))
            .await?;
        work.set_mark(controller, &self.mark_name("uid"), i64::from(fetched.resume.uid)).await?;
        work.commit().await?;
        Ok(())
    }

    async fn keep(
        &self,
        work: &mut Work<'_>,
        incoming: &Incoming,
        at: DateTime<Utc>,
    ) -> Result<(), NotTaken> {
        let controller = self.desk.controller;
        if incoming.nature.looped && incoming.bounce.is_none() {
            // Our own mail coming back says nothing new; it stays in the mailbox for who wants to look.
            return Ok(());
        }
        let all: Grant<LogEnquiry> = work.grant(&JOB, Facts::of_all(controller, "enquiry"))?;
        let evidence = evidence(incoming);
        let mut known: Known<Uuid> = Known::default();
        for id in evidence.ids() {
            if let Some(thread) = work.known_thread(&all, id).await? {
                let message = KnownMessage {
                    enquiry: thread.enquiry,
                    participants: thread.participants,
                    ours: thread.is_ours,
                };
                known.messages.insert(id.to_owned(), message);
            }
        }
        for token in evidence.tokens() {
            if let Some(enquiry) = work.enquiry_of_token(controller, token).await? {
                known.tokens.insert(token.to_owned(), enquiry);
            }
        }
        let fingerprint = HEXLOWER.encode(&incoming.fingerprint);
        let blind = self.desk.records.blind().token(Kind::MessageId, &fingerprint);
        let once = Once { source: "mail", token: HEXLOWER.encode(&blind) };
        match decide(incoming, &evidence, &known) {
            Decision::Join { enquiry, .. } => self.join(work, enquiry, incoming, &once, at, "message").await,
            Decision::Undelivered { enquiry, .. } => {
                self.join(work, enquiry, incoming, &once, at, "bounce").await
            }
            Decision::New { may_belong_to } => {
                self.open(work, &all, incoming, once, at, &may_belong_to).await
            }
        }
    }

    async fn join(
        &self,
        work: &mut Work<'_>,
        enquiry: Uuid,
        incoming: &Incoming,
        once: &Once,
        at: DateTime<Utc>,
        kind: &'static str,
    ) -> Result<(), NotTaken> {
        let facts = work.enquiry_facts(self.desk.controller, enquiry).await?;
        if facts.is_withdrawn {
            // Who withdrew and writes again begins anew: the former request is no longer used.
            let all: Grant<LogEnquiry> = work.grant(&JOB, Facts::of_all(self.desk.controller, "enquiry"))?;
            return self.open(work, &all, incoming, once.clone(), at, &[enquiry]).await;
        }
        let grant: Grant<LogEnquiry> = work.grant(&JOB, facts)?;
        let kind = if incoming.nature.automatic && kind == "message" { "automatic" } else { kind };
        let arrival = Arrival { due_at: self.desk.office.due(at), urgency: self.urgency(incoming) };
        let message = self.message(incoming, at, kind);
        work.add_incoming(&grant, enquiry, Some(once), &message, arrival).await?;
        Ok(())
    }

    async fn open(
        &self,
        work: &mut Work<'_>,
        grant: &Grant<LogEnquiry>,
        incoming: &Incoming,
        once: Once,
        at: DateTime<Utc>,
        may_belong_to: &[Uuid],
    ) -> Result<(), NotTaken> {
        let language = self.language(incoming);
        let from = incoming.from.clone();
        let address = from.as_ref().map(|f| f.address.clone()).unwrap_or_default();
        let name = from.and_then(|f| f.name).unwrap_or_default();
        let due_at = self.desk.office.due(at);
        let form = self.desk.forms.current(self.desk.office.day(at));
        let new = NewEnquiry {
            codes: EnquiryCodes {
                mode: EntryMode::Mail,
                requester_kind: RequesterKind::Other,
                referral_source: ReferralSource::Unknown,
                disorder_status: DisorderStatus::Unknown,
                person: PersonCodes {
                    language: language.code().to_owned(),
                    age_band: "unknown".to_owned(),
                    ..PersonCodes::default()
                },
                needs: Vec::new(),
                is_interpreted: false,
                duration_seconds: None,
                network: String::new(),
            },
            texts: EnquiryTexts {
                summary: incoming.subject.chars().take(200).collect(),
                profile: possible_threads(may_belong_to),
                ..EnquiryTexts::default()
            },
            // Who completes it answers what the version in use asks.
            form_version: form.and_then(|set| i32::try_from(set.version).ok()).unwrap_or(1),
            requester: Identity { name, mail: address.clone(), ..Identity::default() },
            known_requester: None,
            concerned: None,
            urgency: self.urgency(incoming),
            received_at: at,
            due_at,
            once: Some(once),
            message: Some(self.message(incoming, at, kind_of(incoming))),
            choices: Vec::new(),
        };
        let logged = work.log_enquiry(grant, &new).await?;
        if !logged.is_new || may_auto_reply(incoming).is_err() {
            return Ok(());
        }
        let knowledge = self.app.knowledge();
        let country = knowledge.country(self.app.settings.country);
        let received = Received {
            enquiry: logged.id,
            to: &address,
            message_id: if incoming.message_id_given { &incoming.message_id } else { "" },
            at,
            due_at,
            language,
            contact: &new.requester.contact,
            has_died: work.has_died_at(grant, &address).await?,
            emergency: country.map_or("112", |c| c.emergency.number.as_str()),
        };
        if let Some(mail) = acknowledgement(&self.desk, &received, random::id(at)?) {
            work.acknowledge(self.desk.controller, logged.id, &mail).await?;
        }
        Ok(())
    }

    fn message(&self, incoming: &Incoming, at: DateTime<Utc>, kind: &'static str) -> NewMessage {
        let from = incoming.from.as_ref();
        let address = from.map(|f| f.address.clone()).unwrap_or_default();
        let from = match from.and_then(|f| f.name.as_deref()) {
            Some(name) => format!("{name} <{address}>"),
            None => address,
        };
        NewMessage {
            direction: Direction::In,
            mode: EntryMode::Mail,
            kind,
            from,
            subject: incoming.subject.clone(),
            text: incoming.text.clone(),
            html: incoming.html.clone().unwrap_or_default(),
            message_id: incoming.message_id.clone(),
            references: incoming.references.join(" "),
            at,
            attachments: incoming.attachments.iter().map(attachment).collect(),
        }
    }

    fn words(incoming: &Incoming) -> Vec<String> {
        let text: String = incoming.visible_text().chars().take(20_000).collect();
        let mut words = fold::words(&incoming.subject);
        words.extend(fold::words(&text));
        words
    }

    /// What the words suggest (duty D1). A miss is no reassurance: somebody reads every message.
    fn urgency(&self, incoming: &Incoming) -> Urgency {
        Urgency::of(&self.app.knowledge().danger.look(&Self::words(incoming)))
    }

    /// The language of who writes: what the text looks like, else what the message declares, else French.
    fn language(&self, incoming: &Incoming) -> Language {
        let declared = incoming.language.as_deref().and_then(|l| l.parse().ok());
        language_guess::guess(&Self::words(incoming)).or(declared).unwrap_or(Language::Fr)
    }
}

/// `message`, or `automatic` for what no human wrote.
fn kind_of(incoming: &Incoming) -> &'static str {
    if incoming.bounce.is_some() {
        "bounce"
    } else if incoming.nature.automatic {
        "automatic"
    } else {
        "message"
    }
}

/// Threads that a message refers to without proof: shown to staff, sealed with the enquiry.
fn possible_threads(may_belong_to: &[Uuid]) -> String {
    if may_belong_to.is_empty() {
        return String::new();
    }
    serde_json::json!({ "may-belong-to": may_belong_to }).to_string()
}

fn attachment(file: &Attachment) -> NewAttachment {
    let verdict = match file.verdict {
        Verdict::Accept(_) => "accepted",
        Verdict::Refuse(refusal) => refusal.word(),
    };
    NewAttachment {
        name: file.name.clone(),
        media_type: file.media_type().to_owned(),
        verdict: verdict.to_owned(),
        size: i64::try_from(file.size()).unwrap_or(i64::MAX),
        // What is refused is kept too: nothing that a person sent is lost, it is only not handed out.
        bytes: Some(file.bytes.clone()),
    }
}
