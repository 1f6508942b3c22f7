//! Fills an empty store with the plainly fictitious year of `ariane_exchange::demonstration`, each step as a listener would
//! take it and at the time it would have been taken.

use anyhow::Result;
use ariane_domain::access::grant::{AnswerEnquiry, Grant, ListEnquiries, LogEnquiry};
use ariane_domain::access::{Actor, Facts, Staff};
use ariane_domain::account::Role;
use ariane_domain::enquiry::{Change, EntryMode, Profile, State};
use ariane_domain::purpose::{Choice, Purpose};
use ariane_exchange::demonstration::{self, DemoEnquiry};
use ariane_store::records::Work;
use ariane_store::records::enquiries::log::{EnquiryCodes, EnquiryTexts, NewEnquiry};
use ariane_store::records::enquiries::queue::QueueFilter;
use ariane_store::records::enquiries::thread::{Direction, NewMessage};
use ariane_store::records::persons::{Identity, PersonCodes};
use ariane_web::desk::Desk;
use ariane_web::figures::network::network_of;
use ariane_web::state::Knowledge;
use chrono::{DateTime, Utc};
use uuid::Uuid;

/// The same year at every start.
const SEED: u64 = 2020;

/// Enquiries kept at once.
const PIECE: usize = 10;

/// The listener of the demonstration: no account of the installation.
fn listener(desk: &Desk) -> Actor {
    Actor::Staff(Staff {
        account: Uuid::from_u128(0xDE30),
        controller: desk.controller,
        roles: vec![Role::Listener],
        is_full: true,
        stepped_up_at: None,
    })
}

/// Fills the store if it holds no enquiry at all: a demonstration is never mixed with real requests. Gives how many.
pub async fn fill(desk: &Desk, knowledge: &Knowledge, now: DateTime<Utc>) -> Result<usize> {
    let actor = listener(desk);
    let mut work = desk.records.begin(now).await?;
    let grant: Grant<ListEnquiries> = work.grant(&actor, Facts::of_all(desk.controller, "queue"))?;
    let all = QueueFilter { states: State::ALL.to_vec(), ..QueueFilter::default() };
    if work.queue_count(&grant, &all, 1).await? > 0 {
        return Ok(0);
    }
    drop(work);
    let year = demonstration::year(SEED, &desk.office, now);
    // In small pieces, so that who asks meanwhile waits for moments only.
    for piece in year.chunks(PIECE) {
        let mut work = desk.records.begin(now).await?;
        for demo in piece {
            keep(desk, knowledge, &mut work, &actor, demo).await?;
        }
        work.commit().await?;
    }
    Ok(year.len())
}

async fn keep(
    desk: &Desk,
    knowledge: &Knowledge,
    work: &mut Work<'_>,
    actor: &Actor,
    demo: &DemoEnquiry,
) -> Result<()> {
    work.set_now(demo.received_at);
    let grant: Grant<LogEnquiry> = work.grant(actor, Facts::of_all(desk.controller, "enquiry"))?;
    let logged = work.log_enquiry(&grant, &enquiry(demo, knowledge)).await?;
    let mut version = 1;
    for (at, change) in &demo.history {
        work.set_now(*at);
        let facts = work.enquiry_facts(desk.controller, logged.id).await?;
        let grant: Grant<AnswerEnquiry> = work.grant(actor, facts)?;
        match change {
            Change::Reply => {
                let mode = demo.profile.entry_mode.unwrap_or(EntryMode::Mail);
                work.reply(&grant, version, mode, &demo.reply, None).await?;
            }
            Change::Message => continue,
            other => work.change_enquiry(&grant, version, *other).await?,
        }
        version += 1;
    }
    Ok(())
}

fn enquiry(demo: &DemoEnquiry, knowledge: &Knowledge) -> NewEnquiry {
    let profile = &demo.profile;
    let knowing = Profile { person_knows: profile.person_knows.map(|_| true), ..profile.clone() };
    let codes = EnquiryCodes::of(profile);
    let mode = codes.mode;
    let message = NewMessage {
        direction: Direction::In,
        mode,
        kind: "message",
        from: if demo.mail.is_empty() { demo.name.clone() } else { format!("{} <{}>", demo.name, demo.mail) },
        subject: demo.subject.clone(),
        text: demo.text.clone(),
        html: String::new(),
        message_id: String::new(),
        references: String::new(),
        at: demo.received_at,
        attachments: Vec::new(),
    };
    NewEnquiry {
        codes: EnquiryCodes {
            person: PersonCodes { language: demo.language.code().to_owned(), ..codes.person },
            network: network_of(knowledge, profile.disorder),
            ..codes
        },
        texts: EnquiryTexts {
            summary: demo.subject.clone(),
            disorder: profile.disorder.map(|d| d.to_string()).unwrap_or_default(),
            note: if mode == EntryMode::Mail { String::new() } else { demo.text.clone() },
            // In a demonstration everybody knows that somebody asked for them: no notice waits for a year.
            profile: serde_json::to_string(&knowing.answers()).unwrap_or_default(),
        },
        form_version: 1,
        requester: Identity {
            name: demo.name.clone(),
            mail: demo.mail.clone(),
            phone: demo.phone.clone(),
            ..Identity::default()
        },
        known_requester: None,
        concerned: None,
        urgency: demo.urgency,
        received_at: demo.received_at,
        due_at: demo.due_at,
        once: None,
        message: (mode == EntryMode::Mail).then_some(message),
        choices: demo.handover.map(|_| (Purpose::Handover, Choice::Agreed, "spoken")).into_iter().collect(),
    }
}
