//! What a person does without an account, and what protects their data.

mod erasure;
mod link;
mod protection;

use crate::engines::{Engine, both};
use ariane_domain::access::grant::{
    AnswerEnquiry, ApproveBreakGlass, AskBreakGlass, FollowOwnEnquiry, Grant, LockLink, ProtectData,
    ReadAccessLog, ReadEnquiry, UseOwnRights, WriteToInfoline,
};
use ariane_domain::access::{Actor, Facts, Proof, Refusal, Staff};
use ariane_domain::account::Role;
use ariane_domain::enquiry::{
    Change, DisorderStatus, EntryMode, ReferralSource, RequesterKind, State, Urgency,
};
use ariane_domain::person::{Channel, NeverTell, SafeContact};
use ariane_domain::protection::breach::{BreachKind, BreachRisk};
use ariane_domain::protection::erasure::{Delay, HoldReason, Verdict};
use ariane_domain::protection::glass::{GlassReason, GlassState};
use ariane_domain::protection::rights::{Right, Standing, Way};
use ariane_domain::purpose::{Choice, Purpose};
use ariane_knowledge::starter::purposes;
use ariane_privacy::master::MasterKey;
use ariane_store::directory::OWN_CONTROLLER;
use ariane_store::keys::KeyStore;
use ariane_store::records::enquiries::log::{EnquiryCodes, EnquiryTexts, Logged, NewEnquiry, Once};
use ariane_store::records::enquiries::thread::{Direction, NewAttachment, NewMessage};
use ariane_store::records::outbox::Outgoing;
use ariane_store::records::own::breach::{BreachTexts, Told};
use ariane_store::records::own::erasure::Erased;
use ariane_store::records::own::link::Travelled;
use ariane_store::records::own::proof::MailProof;
use ariane_store::records::own::request::NewDataRequest;
use ariane_store::records::persons::{Identity, PersonCodes};
use ariane_store::records::{Records, Work};
use ariane_store::{Store, StoreError};
use chrono::{DateTime, TimeDelta, Utc};
use tempfile::TempDir;
use uuid::Uuid;

const NAME: &str = "Personne Fictive-Marqueur";
const STORY: &str = "Une histoire fictive";

fn now() -> DateTime<Utc> {
    "2026-11-23T10:00:00Z".parse().expect("a time")
}

struct Desk {
    name: &'static str,
    records: Records,
    _scratch: (TempDir, Engine),
}

async fn desks() -> Vec<Desk> {
    let mut desks = Vec::new();
    for engine in both().await {
        let scratch = tempfile::tempdir().expect("a directory");
        let url = format!("sqlite://{}?mode=rwc", scratch.path().join("keys.sqlite").display());
        let journal = scratch.path().join("erasures.log");
        let keys =
            KeyStore::open(&url, MasterKey::random().expect("a key"), &journal).await.expect("a key store");
        let register = purposes::register();
        let records = Records::new(engine.store.clone(), keys, register, "352");
        desks.push(Desk { name: engine.name, records, _scratch: (scratch, engine) });
    }
    desks
}

fn new_enquiry(once: &str, contact: SafeContact, mail: &str) -> NewEnquiry {
    NewEnquiry {
        codes: EnquiryCodes {
            mode: EntryMode::Web,
            requester_kind: RequesterKind::PersonConcerned,
            referral_source: ReferralSource::Unknown,
            disorder_status: DisorderStatus::Unknown,
            person: PersonCodes { language: "fr".into(), ..PersonCodes::default() },
            needs: Vec::new(),
            is_interpreted: false,
            duration_seconds: None,
            network: String::new(),
        },
        texts: EnquiryTexts { summary: "résumé".into(), note: "note".into(), ..EnquiryTexts::default() },
        form_version: 1,
        requester: Identity { name: NAME.into(), mail: mail.into(), contact, ..Identity::default() },
        known_requester: None,
        concerned: None,
        urgency: Urgency::None,
        received_at: now(),
        due_at: now() + TimeDelta::days(7),
        once: Some(Once { source: "form", token: once.into() }),
        message: Some(NewMessage {
            direction: Direction::In,
            mode: EntryMode::Web,
            kind: "message",
            from: NAME.into(),
            subject: String::new(),
            text: STORY.into(),
            html: String::new(),
            message_id: String::new(),
            references: String::new(),
            at: now(),
            attachments: vec![NewAttachment {
                name: "signes.json".into(),
                media_type: "application/json".into(),
                verdict: "accepted".into(),
                size: 2,
                bytes: Some(b"{}".to_vec()),
            }],
        }),
        choices: vec![(Purpose::Handover, Choice::Agreed, "web-form")],
    }
}

async fn write(desk: &Desk, once: &str) -> Logged {
    write_as(desk, once, SafeContact::default(), "fictive@example.org").await
}

async fn write_as(desk: &Desk, once: &str, contact: SafeContact, mail: &str) -> Logged {
    let mut work = desk.records.begin(now()).await.expect("begun");
    let grant: Grant<WriteToInfoline> =
        work.grant(&Actor::Anyone, Facts::of_all(OWN_CONTROLLER, "enquiry")).expect("anyone may");
    let logged = work.log_enquiry(&grant, &new_enquiry(once, contact, mail)).await.expect("logged");
    if logged.is_new {
        work.make_link(&grant, logged.id, once, "hash", Travelled::Screen).await.expect("a link");
    }
    work.commit().await.expect("kept");
    logged
}

fn holder(enquiry: Uuid, proof: Proof) -> Actor {
    Actor::LinkHolder { enquiry, proof }
}

fn staff(account: u128, role: Role) -> Actor {
    Actor::Staff(Staff {
        account: Uuid::from_u128(account),
        controller: OWN_CONTROLLER,
        roles: vec![role],
        is_full: true,
        stepped_up_at: Some(now()),
    })
}

async fn grant_for<A: ariane_domain::access::grant::Act>(
    work: &mut Work<'_>,
    actor: &Actor,
    enquiry: Uuid,
) -> Grant<A> {
    let facts = work.enquiry_facts(OWN_CONTROLLER, enquiry).await.expect("facts");
    work.grant(actor, facts).expect("allowed")
}

fn of_all<A: ariane_domain::access::grant::Act>(work: &Work<'_>, actor: &Actor) -> Grant<A> {
    work.grant(actor, Facts::of_all(OWN_CONTROLLER, "protection")).expect("allowed")
}
