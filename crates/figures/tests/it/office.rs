//! The office of the tests: hours, holidays and promise of the Luxembourg infoline.

use ariane_domain::office::{Holidays, Office, ReplyPromise};
use chrono_tz::Tz;

pub fn office_open(hours: &str) -> Office {
    let rules = [
        "01-01",
        "easter+1",
        "05-01",
        "05-09",
        "easter+39",
        "easter+50",
        "06-23",
        "08-15",
        "11-01",
        "12-25",
        "12-26",
    ];
    Office {
        zone: Tz::Europe__Luxembourg,
        hours: Some(hours.parse().expect("hours")),
        holidays: Holidays::read(rules).expect("holidays"),
        promise: ReplyPromise { working_days: 5 },
    }
}

pub fn infoline() -> Office {
    office_open("Mo-Fr 09:00-12:00 13:00-17:00")
}
