//! Scripts in other languages, and the meetings that the tests tell them of.

use std::path::{Path, PathBuf};

use anyhow::Result;
use ariane_calendar::{
    Attendee, Cadence, Invitation, Mailbox, Nth, OnHoliday, PartStat, Recurrence, Subject,
};
use ariane_domain::office::Holidays;
use chrono::{NaiveDate, NaiveTime, Weekday};
use serde_json::Value;
use uuid::Uuid;

fn here(script: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/it").join(script)
}

/// Runs a Python script on a value and gives what it answers.
pub fn python(script: &str, input: &Value) -> Result<Value> {
    ariane_testkit::script::python(&here(script), input)
}

/// Runs a script of node on a value and gives what it answers.
pub fn node(script: &str, input: &Value) -> Result<Value> {
    ariane_testkit::script::node(&here(script), input)
}

pub fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

/// Holidays of Luxembourg.
pub fn holidays() -> Holidays {
    let rules = "01-01 easter+1 05-01 05-09 easter+39 easter+50 06-23 08-15 11-01 12-25 12-26";
    Holidays::read(rules.split(' ')).unwrap()
}

/// The RCP of human genetics of seed 000: second Tuesday of each month, first on 9 February 2021.
pub fn genetics() -> Recurrence {
    Recurrence {
        cadence: Cadence::Monthly { every: 1, nth: Nth::Second, on: Weekday::Tue },
        first: day("2021-02-09"),
        last: None,
        time: NaiveTime::from_hms_opt(14, 0, 0).unwrap(),
        minutes: 120,
        zone: chrono_tz::Tz::Europe__Luxembourg,
        on_holiday: OnHoliday::NextWorkingDay,
        left_out: Default::default(),
        moved: Default::default(),
    }
}

/// An invitation with everything that has to be escaped, quoted or folded.
pub fn invitation() -> Invitation {
    let attendee = |name: &str, address: &str| Attendee {
        mailbox: Mailbox::new(name, address).unwrap(),
        answer: PartStat::NeedsAction,
        asks_answer: true,
    };
    Invitation {
        uid: Uuid::from_u128(0x0192_1000_7000_8000_0000_0000_0000_0007),
        sequence: 0,
        stamp: "2026-11-23T09:00:00Z".parse().unwrap(),
        organizer: Mailbox::new("Réunions; Ariane", "rcp@example.org").unwrap(),
        attendees: vec![
            attendee("Dr \"Génétique\", laboratoire: LNS", "genetics@example.org"),
            attendee("", "b@example.org"),
        ],
        subject: Subject::Meeting {
            summary:
                "RCP génétique humaine; salle 3, étage\\2 — deuxième mardi de chaque mois à quatorze heures"
                    .into(),
            description: "Ordre du jour sur la page de la réunion.\nRépondez, s'il vous plaît.".into(),
            place: "Luxembourg, salle 3".into(),
            link: "https://ariane.example.org/fr/rcp?x=1;y=2,3".into(),
        },
    }
}
