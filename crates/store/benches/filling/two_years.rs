//! Records of two years that end at a moment, as figures count them: evenly spread, with every code that a table divides by.

use crate::filling::{Failure, enquiry, staff};
use ariane_domain::access::grant::{Grant, ImportEnquiries, SendToCell, WriteCase};
use ariane_domain::access::{Actor, Facts};
use ariane_domain::account::Role;
use ariane_domain::cell::file::FileEvent;
use ariane_domain::cell::{BroughtBy, Origin, Reality};
use ariane_domain::enquiry::{AgeBand, EntryMode, Outcome};
use ariane_store::directory::OWN_CONTROLLER;
use ariane_store::records::Records;
use ariane_store::records::cell::open::{Head, NewCase};
use ariane_store::records::enquiries::log::{EnquiryTexts, NewEnquiry};
use ariane_store::records::enquiries::past::Past;
use ariane_store::records::persons::{Identity, PersonCodes};
use chrono::{DateTime, TimeDelta, Utc};
use uuid::Uuid;

const MINUTES: i64 = 2 * 365 * 24 * 60;
/// So many persons ask, again and again: each has a key.
const REQUESTERS: usize = 20_000;
pub const AREAS: [&str; 4] = ["lu-es", "lu-lu", "lu-di", "lu-me"];
pub const NETWORKS: [&str; 6] = ["ern-lung", "ern-skin", "ern-rnd", "ern-eye", "metabern", ""];

/// The moment of one of so many records that end at another.
fn when(end: DateTime<Utc>, number: usize, count: usize) -> DateTime<Utc> {
    let share = MINUTES as f64 * number as f64 / count as f64;
    end - TimeDelta::minutes(MINUTES) + TimeDelta::seconds((share * 60.0) as i64)
}

fn request(received_at: DateTime<Utc>, number: usize, known: Option<Uuid>) -> (NewEnquiry, Past) {
    let mut new = enquiry(number);
    new.texts = EnquiryTexts::default();
    new.codes.mode = EntryMode::ALL[number % EntryMode::ALL.len()];
    new.codes.person = PersonCodes {
        age_band: AgeBand::ALL[number / 3 % AgeBand::ALL.len()].word().to_owned(),
        nationality: ["LU", "PT", "FR", "BE"][number / 7 % 4].to_owned(),
        residence_country: "LU".to_owned(),
        residence_area: AREAS[number / 5 % AREAS.len()].to_owned(),
        ..PersonCodes::default()
    };
    new.codes.network = NETWORKS[number / 11 % NETWORKS.len()].to_owned();
    (new.received_at, new.known_requester) = (received_at, known);
    new.due_at = received_at + TimeDelta::days(7);
    let outcome = [Outcome::Answered, Outcome::Oriented, Outcome::Redirected][number % 3];
    let past = Past {
        replied_at: Some(received_at + TimeDelta::hours(number as i64 % 200)),
        outcome: Some(outcome),
    };
    (new, past)
}

/// Requests that were brought in as they came.
pub async fn requests(records: &Records, end: DateTime<Utc>, count: usize) -> Result<(), Failure> {
    let (mut number, mut persons) = (0, Vec::new());
    while number < count {
        let mut work = records.begin(when(end, number, count)).await?;
        let grant: Grant<ImportEnquiries> =
            work.grant(&Actor::Operator, Facts::of_all(OWN_CONTROLLER, "enquiry"))?;
        for _ in 0..1_000.min(count - number) {
            work.set_now(when(end, number, count));
            let known = (persons.len() >= REQUESTERS).then(|| persons[number % REQUESTERS]);
            let (new, past) = request(when(end, number, count), number, known);
            let logged = work.import_enquiry(&grant, &new, past).await?;
            if known.is_none() {
                let facts = work.enquiry_facts(OWN_CONTROLLER, logged.id).await?;
                let read = work.grant(&staff(Role::Listener), facts)?;
                persons.push(work.read_enquiry(&read).await?.requester.id);
            }
            number += 1;
        }
        work.commit().await?;
        if number % 50_000 == 0 {
            eprintln!("{number} of {count} enquiries");
        }
    }
    Ok(())
}

/// Files that were accepted, each with a contact.
pub async fn files(records: &Records, end: DateTime<Utc>, count: usize) -> Result<(), Failure> {
    let mut number = 0;
    let coordinator = staff(Role::PsychosocialCoordinator);
    while number < count {
        let mut work = records.begin(when(end, number, count)).await?;
        let send: Grant<SendToCell> = work.grant(&coordinator, Facts::of_all(OWN_CONTROLLER, "case_file"))?;
        for _ in 0..500.min(count - number) {
            work.set_now(when(end, number, count));
            let case = NewCase {
                origin: [Origin::PsychosocialService, Origin::Hub][number % 2],
                brought_by: BroughtBy::Worker,
                reality: Reality::Real,
                identity: Identity { name: format!("Personne Fictive {number}"), ..Identity::default() },
                codes: PersonCodes::default(),
                head: Head::default(),
            };
            let opened = work.receive_case(&send, &case).await?;
            let facts = work.case_facts(OWN_CONTROLLER, opened.id).await?;
            let grant: Grant<WriteCase> = work.grant(&coordinator, facts)?;
            work.change_case(&grant, 1, FileEvent::Accept, "", when(end, number, count).date_naive()).await?;
            work.record_contact(&grant, "Appel fictif").await?;
            number += 1;
        }
        work.commit().await?;
        if number % 10_000 == 0 {
            eprintln!("{number} of {count} files");
        }
    }
    Ok(())
}
