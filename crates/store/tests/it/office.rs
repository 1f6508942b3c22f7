//! The people and enquiries of the tests: plainly fictitious.

use ariane_domain::access::grant::{Act, AnswerEnquiry, Grant, ListEnquiries, LogEnquiry, ReadEnquiry};
use ariane_domain::access::{Actor, Facts, Staff};
use ariane_domain::account::Role;
use ariane_domain::enquiry::{DisorderStatus, EntryMode, ReferralSource, RequesterKind, Urgency};
use ariane_store::directory::OWN_CONTROLLER;
use ariane_store::records::enquiries::log::{EnquiryCodes, EnquiryTexts, Logged, NewEnquiry, Once};
use ariane_store::records::enquiries::thread::{Direction, NewAttachment, NewMessage};
use ariane_store::records::persons::{Identity, PersonCodes};
use ariane_store::records::{Records, Work};
use chrono::{DateTime, TimeDelta, Utc};
use uuid::Uuid;

pub fn at(minute: i64) -> DateTime<Utc> {
    DateTime::from_timestamp(1_795_348_800 + minute * 60, 0).expect("a time")
}

pub fn staff(account: u128, role: Role) -> Actor {
    Actor::Staff(Staff {
        account: Uuid::from_u128(account),
        controller: OWN_CONTROLLER,
        roles: vec![role],
        is_full: true,
        stepped_up_at: Some(at(0)),
    })
}

pub fn listener() -> Actor {
    staff(100, Role::Listener)
}

pub fn person(name: &str) -> Identity {
    Identity {
        name: name.to_owned(),
        mail: format!("{}@example.org", name.to_lowercase().replace(' ', ".")),
        ..Identity::default()
    }
}

pub fn codes() -> EnquiryCodes {
    EnquiryCodes {
        mode: EntryMode::Mail,
        requester_kind: RequesterKind::Relative,
        referral_source: ReferralSource::Professional,
        disorder_status: DisorderStatus::Undiagnosed,
        person: PersonCodes { language: "fr".into(), age_band: "adult".into(), ..PersonCodes::default() },
        needs: vec!["professionals".parse().expect("a need")],
        is_interpreted: false,
        duration_seconds: None,
        network: String::new(),
    }
}

pub fn message(text: &str, message_id: &str, minute: i64) -> NewMessage {
    NewMessage {
        direction: Direction::In,
        mode: EntryMode::Mail,
        kind: "message",
        from: "Marqueur Expéditeur".into(),
        subject: "Marqueur Objet".into(),
        text: text.to_owned(),
        html: String::new(),
        message_id: message_id.to_owned(),
        references: String::new(),
        at: at(minute),
        attachments: vec![NewAttachment {
            name: "marqueur-fichier.pdf".into(),
            media_type: "application/pdf".into(),
            verdict: "accepted".into(),
            size: 14,
            bytes: Some(b"marqueur-bytes".to_vec()),
        }],
    }
}

pub fn enquiry(name: &str, minute: i64) -> NewEnquiry {
    NewEnquiry {
        codes: codes(),
        texts: EnquiryTexts {
            summary: format!("Marqueur Résumé {name}"),
            disorder: "Marqueur Maladie".into(),
            note: "Marqueur Note".into(),
            profile: String::new(),
        },
        form_version: 1,
        requester: person(name),
        known_requester: None,
        concerned: None,
        urgency: Urgency::None,
        received_at: at(minute),
        due_at: at(minute) + TimeDelta::days(7),
        once: None,
        message: None,
        choices: Vec::new(),
    }
}

pub fn once(token: &str) -> Option<Once> {
    Some(Once { source: "form", token: token.to_owned() })
}

pub async fn grant<A: Act>(work: &mut Work<'_>, actor: &Actor, id: Uuid) -> Grant<A> {
    let facts = work.enquiry_facts(OWN_CONTROLLER, id).await.expect("facts");
    work.grant(actor, facts).expect("allowed")
}

pub fn grant_all<A: Act>(work: &Work<'_>, actor: &Actor, kind: &'static str) -> Grant<A> {
    work.grant(actor, Facts::of_all(OWN_CONTROLLER, kind)).expect("allowed")
}

pub async fn log(records: &Records, new: &NewEnquiry) -> Logged {
    let mut work = records.begin(new.received_at).await.expect("begun");
    let grant: Grant<LogEnquiry> = grant_all(&work, &listener(), "enquiry");
    let logged = work.log_enquiry(&grant, new).await.expect("logged");
    work.commit().await.expect("kept");
    logged
}

pub async fn read(records: &Records, id: Uuid) -> ariane_store::records::enquiries::read::Enquiry {
    let mut work = records.begin(at(1)).await.expect("begun");
    let grant: Grant<ReadEnquiry> = grant(&mut work, &listener(), id).await;
    let enquiry = work.read_enquiry(&grant).await.expect("read");
    work.commit().await.expect("kept");
    enquiry
}

pub async fn answer_grant(work: &mut Work<'_>, id: Uuid) -> Grant<AnswerEnquiry> {
    grant(work, &listener(), id).await
}

pub fn list_grant(work: &Work<'_>) -> Grant<ListEnquiries> {
    grant_all(work, &listener(), "queue")
}
