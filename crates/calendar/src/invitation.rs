//! Invitations, updates and cancellations (iTIP, RFC 5546), as text for a mail or a calendar server.
//!
//! One `UID` for ever per meeting or series; each change that participants must see counts one in `SEQUENCE`
//! ([`Invitation::revised`]); one instance is named by its nominal day (`RECURRENCE-ID`). No subject names a person
//! (duty D10): [`Subject::Neutral`] says nothing at all, and [`Subject::Meeting`] is the name of the meeting, never of a
//! file.

use crate::line::Text;
use crate::party::{Attendee, Mailbox};
use crate::recurrence::{Cadence, Moment, Recurrence, Shift};
use crate::zone;
use ariane_domain::office::Holidays;
use chrono::{DateTime, NaiveDate, Utc};
use serde::{Deserialize, Serialize};
use std::fmt::Write as _;
use uuid::Uuid;

/// Who wrote the text, as every calendar says.
const PRODUCT: &str = "-//Ariane//Ariane//EN";

/// What the calendar of a participant shows.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Subject {
    /// A word that says nothing, such as "Rendez-vous"; no description, place or link (duty D10).
    Neutral(String),
    /// The name of the meeting, and what may be said of it.
    Meeting {
        /// Name.
        summary: String,
        /// More; may be empty. No file and no person is named.
        description: String,
        /// Room or address; may be empty.
        place: String,
        /// Link to the page of the meeting, which asks who one is; may be empty.
        link: String,
    },
}

/// A meeting to which people are invited.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Invitation {
    /// Name of the meeting or series for ever.
    pub uid: Uuid,
    /// Number of the revision, from 0.
    pub sequence: u32,
    /// When this revision was made.
    pub stamp: DateTime<Utc>,
    /// Who invites, and to whom answers go.
    pub organizer: Mailbox,
    /// Who is invited.
    pub attendees: Vec<Attendee>,
    /// What is shown.
    pub subject: Subject,
}

/// When it takes place.
#[derive(Debug, Clone, Copy)]
pub enum When<'a> {
    /// Once.
    Once {
        /// Beginning.
        starts_at: DateTime<Utc>,
        /// End.
        ends_at: DateTime<Utc>,
    },
    /// Every time, as far as `until`, with what holidays and hands changed. Calendars of others know no rule for holidays:
    /// the series is therefore told for a year or two, and told again, with the next number, before it runs out.
    Series {
        /// Rule.
        recurrence: &'a Recurrence,
        /// Holidays that it minds.
        holidays: &'a Holidays,
        /// Last nominal day that is told.
        until: NaiveDate,
    },
    /// One instance of a series that participants know already.
    Instance {
        /// Rule of the series.
        recurrence: &'a Recurrence,
        /// The instance, with the moment at which it takes place now.
        moment: Moment,
    },
}

/// A series without any meeting in the time that is told.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("no meeting takes place in this time")]
pub struct NothingToTell;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Method {
    Request,
    Cancel,
}

impl Invitation {
    /// The next revision: the same meeting, told anew.
    #[must_use]
    pub fn revised(self, stamp: DateTime<Utc>) -> Self {
        Self { sequence: self.sequence.saturating_add(1), stamp, ..self }
    }

    /// Invites, or tells of a change (`METHOD:REQUEST`).
    ///
    /// # Errors
    /// [`NothingToTell`] for a series without a meeting in its time.
    pub fn request(&self, when: &When<'_>) -> Result<String, NothingToTell> {
        self.write(Method::Request, when)
    }

    /// Cancels the meeting, the whole series, or one instance (`METHOD:CANCEL`). For somebody who is no longer invited, send
    /// it with them as the only attendee, and with the number that the others get.
    ///
    /// # Errors
    /// [`NothingToTell`] for a series without a meeting in its time.
    pub fn cancel(&self, when: &When<'_>) -> Result<String, NothingToTell> {
        self.write(Method::Cancel, when)
    }

    fn write(&self, method: Method, when: &When<'_>) -> Result<String, NothingToTell> {
        let mut text = Text::default();
        text.raw("BEGIN", "VCALENDAR");
        text.raw("VERSION", "2.0");
        text.raw("PRODID", PRODUCT);
        text.raw("CALSCALE", "GREGORIAN");
        text.raw("METHOD", if method == Method::Cancel { "CANCEL" } else { "REQUEST" });
        match when {
            When::Once { starts_at, ends_at } => {
                self.event(&mut text, method, |text| {
                    text.raw("DTSTART", &zone::utc(*starts_at));
                    text.raw("DTEND", &zone::utc(*ends_at));
                });
            }
            When::Instance { recurrence, moment } => {
                let days = [moment.nominal, moment.local.date()];
                let (from, until) = (days[0].min(days[1]), days[0].max(days[1]));
                zone::write(&mut text, recurrence.zone, from, until);
                self.instance(&mut text, method, recurrence, moment);
            }
            When::Series { recurrence, holidays, until } => {
                self.series(&mut text, method, recurrence, holidays, *until)?;
            }
        }
        text.raw("END", "VCALENDAR");
        Ok(text.finish())
    }

    fn series(
        &self,
        text: &mut Text,
        method: Method,
        recurrence: &Recurrence,
        holidays: &Holidays,
        until: NaiveDate,
    ) -> Result<(), NothingToTell> {
        let moments = recurrence.moments(holidays, recurrence.first, until);
        // The first instance of the text takes place: some calendars do not bear a series whose first day is left out.
        let first = moments.first().ok_or(NothingToTell)?.nominal;
        let last = recurrence.nominal_days(first).take_while(|day| *day <= until).last().unwrap_or(first);
        let farthest = moments.iter().map(|moment| moment.local.date()).max().unwrap_or(last);
        zone::write(text, recurrence.zone, first, farthest.max(last));
        let begins = first.and_time(recurrence.time);
        let zone_name = recurrence.zone.name();
        self.event(text, method, |text| {
            text.with("DTSTART", &[("TZID", zone_name)], &zone::local(begins));
            text.with("DTEND", &[("TZID", zone_name)], &zone::local(begins + recurrence.lasts()));
            let end = zone::instant(recurrence.zone, last.and_time(recurrence.time));
            text.raw("RRULE", &rule(&recurrence.cadence, end));
            for day in recurrence.nominal_days(first).take_while(|day| *day <= last) {
                if moments.binary_search_by_key(&day, |moment| moment.nominal).is_err() {
                    let left_out = zone::local(day.and_time(recurrence.time));
                    text.with("EXDATE", &[("TZID", zone_name)], &left_out);
                }
            }
        });
        // A cancellation of the series takes its exceptions with it.
        if method == Method::Request {
            for moment in moments.iter().filter(|moment| moment.shift != Shift::None) {
                self.instance(text, method, recurrence, moment);
            }
        }
        Ok(())
    }

    fn instance(&self, text: &mut Text, method: Method, recurrence: &Recurrence, moment: &Moment) {
        let zone_name = recurrence.zone.name();
        self.event(text, method, |text| {
            let nominal = zone::local(moment.nominal.and_time(recurrence.time));
            text.with("RECURRENCE-ID", &[("TZID", zone_name)], &nominal);
            text.with("DTSTART", &[("TZID", zone_name)], &zone::local(moment.local));
            text.with("DTEND", &[("TZID", zone_name)], &zone::local(moment.local + recurrence.lasts()));
        });
    }

    fn event(&self, text: &mut Text, method: Method, when: impl FnOnce(&mut Text)) {
        text.raw("BEGIN", "VEVENT");
        text.raw("UID", &self.uid.to_string());
        text.raw("SEQUENCE", &self.sequence.to_string());
        text.raw("DTSTAMP", &zone::utc(self.stamp));
        when(text);
        match &self.subject {
            Subject::Neutral(word) => text.text("SUMMARY", word),
            Subject::Meeting { summary, description, place, link } => {
                text.text("SUMMARY", summary);
                for (name, value) in [("DESCRIPTION", description), ("LOCATION", place)] {
                    if !value.is_empty() {
                        text.text(name, value);
                    }
                }
                if !link.is_empty() {
                    text.raw("URL", link);
                }
            }
        }
        text.raw("CLASS", "PRIVATE");
        text.raw("STATUS", if method == Method::Cancel { "CANCELLED" } else { "CONFIRMED" });
        text.raw("TRANSP", "OPAQUE");
        party(text, "ORGANIZER", &self.organizer, &[]);
        for attendee in &self.attendees {
            let asks = if attendee.asks_answer && method == Method::Request { "TRUE" } else { "FALSE" };
            let more = [
                ("CUTYPE", "INDIVIDUAL"),
                ("ROLE", "REQ-PARTICIPANT"),
                ("PARTSTAT", attendee.answer.word()),
                ("RSVP", asks),
            ];
            party(text, "ATTENDEE", &attendee.mailbox, &more);
        }
        text.raw("END", "VEVENT");
    }
}

fn party(text: &mut Text, name: &str, mailbox: &Mailbox, more: &[(&str, &str)]) {
    let mut parameters = Vec::new();
    if !mailbox.name.is_empty() {
        parameters.push(("CN", mailbox.name.as_str()));
    }
    parameters.extend_from_slice(more);
    text.with(name, &parameters, &format!("mailto:{}", mailbox.address()));
}

fn rule(cadence: &Cadence, end: DateTime<Utc>) -> String {
    let mut text = match cadence {
        Cadence::Weekly { every, on } => {
            let mut days = on.clone();
            days.sort_by_key(chrono::Weekday::num_days_from_monday);
            days.dedup();
            let days: Vec<&str> = days.into_iter().map(zone::weekday_word).collect();
            format!("FREQ=WEEKLY;INTERVAL={every};WKST=MO;BYDAY={}", days.join(","))
        }
        Cadence::Monthly { every, nth, on } => {
            format!("FREQ=MONTHLY;INTERVAL={every};BYDAY={}{}", nth.number(), zone::weekday_word(*on))
        }
    };
    // UNTIL stands in UTC beside a local beginning (RFC 5545, section 3.3.10).
    let _ = write!(text, ";UNTIL={}", zone::utc(end));
    text
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::party::PartStat;

    fn invitation(subject: Subject) -> Invitation {
        let mailbox = |name: &str, address: &str| Mailbox::new(name, address).unwrap();
        let mailbox_of = mailbox("Dr A", "a@example.org");
        Invitation {
            uid: Uuid::from_u128(7),
            sequence: 0,
            stamp: "2026-11-23T09:00:00Z".parse().unwrap(),
            organizer: mailbox("Ariane", "rcp@example.org"),
            attendees: vec![Attendee {
                mailbox: mailbox_of,
                answer: PartStat::NeedsAction,
                asks_answer: true,
            }],
            subject,
        }
    }

    #[test]
    fn a_neutral_invitation_says_when_and_nothing_else() {
        let when = When::Once {
            starts_at: "2026-12-08T13:00:00Z".parse().unwrap(),
            ends_at: "2026-12-08T15:00:00Z".parse().unwrap(),
        };
        let text = invitation(Subject::Neutral("Rendez-vous".to_owned())).request(&when).unwrap();
        assert!(text.contains("SUMMARY:Rendez-vous\r\nCLASS:PRIVATE\r\n"), "{text}");
        assert!(text.contains("DTSTART:20261208T130000Z\r\n") && text.contains("SEQUENCE:0\r\n"));
        for name in ["DESCRIPTION", "LOCATION", "URL"] {
            assert!(!text.contains(name));
        }
        let unfolded = text.replace("\r\n ", "");
        assert!(unfolded.contains(
            "ATTENDEE;CN=Dr A;CUTYPE=INDIVIDUAL;ROLE=REQ-PARTICIPANT;PARTSTAT=NEEDS-ACTION;RSVP=TRUE:mailto:a@example.org\r\n"
        ));
    }

    #[test]
    fn a_revision_keeps_its_name_and_counts() {
        let first = invitation(Subject::Neutral("x".to_owned()));
        let second = first.clone().revised("2026-11-24T09:00:00Z".parse().unwrap());
        assert_eq!((second.uid, second.sequence), (first.uid, 1));
    }
}
