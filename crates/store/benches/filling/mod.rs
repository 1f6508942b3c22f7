//! A store filled for measuring, and what every measurement prints.

#![allow(dead_code, reason = "each measurement uses its part")]

use ariane_domain::access::grant::{Grant, LogEnquiry, SendToCell, WriteCase};
use ariane_domain::access::{Actor, Facts, Staff};
use ariane_domain::account::Role;
use ariane_domain::cell::file::FileEvent;
use ariane_domain::cell::{BroughtBy, Origin, Reality};
use ariane_domain::enquiry::{DisorderStatus, EntryMode, ReferralSource, RequesterKind, Urgency};
use ariane_store::directory::OWN_CONTROLLER;
use ariane_store::records::Records;
use ariane_store::records::cell::open::{Head, NewCase};
use ariane_store::records::enquiries::log::{EnquiryCodes, EnquiryTexts, NewEnquiry};
use ariane_store::records::persons::{Identity, PersonCodes};
use chrono::{DateTime, TimeDelta, Utc};
use std::time::Duration;
use uuid::Uuid;

pub type Failure = Box<dyn std::error::Error>;

/// Minutes after the beginning of all measurements.
pub fn at(minutes: usize) -> DateTime<Utc> {
    DateTime::from_timestamp(1_783_000_000, 0).unwrap_or_default()
        + TimeDelta::minutes(i64::try_from(minutes).unwrap_or(0))
}

/// A member of staff in a function.
pub fn staff(role: Role) -> Actor {
    Actor::Staff(Staff {
        account: Uuid::from_u128(1),
        controller: OWN_CONTROLLER,
        roles: vec![role],
        is_full: true,
        stepped_up_at: None,
    })
}

/// An enquiry with a story of some lines.
pub fn enquiry(number: usize) -> NewEnquiry {
    let modes = [EntryMode::Mail, EntryMode::Phone, EntryMode::Web];
    NewEnquiry {
        codes: EnquiryCodes {
            mode: modes[number % 3],
            requester_kind: RequesterKind::Relative,
            referral_source: ReferralSource::Media,
            disorder_status: DisorderStatus::Suspected,
            person: PersonCodes { language: "fr".into(), age_band: "adult".into(), ..PersonCodes::default() },
            needs: ["professionals", "school-work/school"].iter().filter_map(|n| n.parse().ok()).collect(),
            is_interpreted: false,
            duration_seconds: Some(300),
            network: String::new(),
        },
        texts: EnquiryTexts {
            summary: format!("Demande fictive {number}"),
            note: "Une note de quelques lignes, comme on en prend pendant un appel. ".repeat(6),
            ..EnquiryTexts::default()
        },
        form_version: 1,
        requester: Identity {
            name: format!("Personne Fictive {number}"),
            mail: format!("p{number}@example.invalid"),
            ..Identity::default()
        },
        known_requester: None,
        concerned: None,
        urgency: Urgency::None,
        received_at: at(number),
        due_at: at(number) + TimeDelta::days(7),
        once: None,
        message: None,
        choices: Vec::new(),
    }
}

/// Enquiries that all wait.
pub async fn enquiries(records: &Records, count: usize) -> Result<(), Failure> {
    let mut number = 0;
    while number < count {
        let mut work = records.begin(at(number)).await?;
        let grant: Grant<LogEnquiry> =
            work.grant(&staff(Role::Listener), Facts::of_all(OWN_CONTROLLER, "enquiry"))?;
        for _ in 0..500.min(count - number) {
            work.log_enquiry(&grant, &enquiry(number)).await?;
            number += 1;
        }
        work.commit().await?;
        if number % 20_000 == 0 {
            eprintln!("{number} of {count}");
        }
    }
    Ok(())
}

fn case(number: usize) -> NewCase {
    let origins = [Origin::PsychosocialService, Origin::Hub];
    NewCase {
        origin: origins[number % origins.len()],
        brought_by: BroughtBy::Worker,
        reality: Reality::Real,
        identity: Identity { name: format!("Personne Fictive {number}"), ..Identity::default() },
        codes: PersonCodes::default(),
        head: Head { question: "Une question fictive".into(), ..Head::default() },
    }
}

/// Files of which three in four were accepted.
pub async fn files(records: &Records, count: usize) -> Result<Vec<Uuid>, Failure> {
    let mut all = Vec::with_capacity(count);
    while all.len() < count {
        let mut work = records.begin(at(0)).await?;
        let send: Grant<SendToCell> =
            work.grant(&staff(Role::PsychosocialCoordinator), Facts::of_all(OWN_CONTROLLER, "case_file"))?;
        for _ in 0..200.min(count - all.len()) {
            let opened = work.receive_case(&send, &case(all.len())).await?;
            if all.len() % 4 != 0 {
                let facts = work.case_facts(OWN_CONTROLLER, opened.id).await?;
                let grant: Grant<WriteCase> = work.grant(&staff(Role::PsychosocialCoordinator), facts)?;
                work.change_case(&grant, 1, FileEvent::Accept, "", at(0).date_naive()).await?;
            }
            all.push(opened.id);
        }
        work.commit().await?;
        if all.len() % 2_000 == 0 {
            eprintln!("{} of {count}", all.len());
        }
    }
    Ok(all)
}

/// The share `of` of sorted times, in milliseconds.
fn share(times: &[Duration], of: f64) -> f64 {
    times[((times.len() - 1) as f64 * of) as usize].as_secs_f64() * 1e3
}

/// Prints p50, p99 and the worst.
pub fn report(what: &str, mut times: Vec<Duration>) {
    times.sort_unstable();
    let (half, most, all) = (share(&times, 0.5), share(&times, 0.99), share(&times, 1.0));
    println!("{what}: p50 {half:.1} ms, p99 {most:.1} ms, worst {all:.1} ms of {}", times.len());
}

/// Prints the most memory that the process ever held.
pub fn report_memory() {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    println!("{}", status.lines().find(|line| line.starts_with("VmHWM")).unwrap_or("VmHWM: unknown"));
}

/// The first number of the command line.
pub fn asked(default: usize) -> usize {
    std::env::args().filter_map(|a| a.parse().ok()).next().unwrap_or(default)
}
