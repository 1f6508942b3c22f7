//! Answers to invitations (`METHOD:REPLY`), read as what they are: text from strangers.
//!
//! An answer counts for the attendee whom it names and only when the mail came from them; the caller compares
//! ([`Reply::is_from`]) and looks up the meeting by its id. Everything else in the text is ignored.

use crate::line::{Line, unescaped, unfolded};
use crate::party::{Mailbox, PartStat};
use crate::zone;
use chrono::{DateTime, NaiveDate, NaiveDateTime, Utc};
use chrono_tz::Tz;
use uuid::Uuid;

/// Largest text that is read, in octets.
pub const LARGEST: usize = 256 * 1024;
/// Most lines.
const LINES: usize = 4_000;
/// Deepest nesting of components.
const DEPTH: usize = 8;
/// Most answers in one text: one per instance of a series.
const ANSWERS: usize = 60;
/// Longest comment, in signs; the rest is cut off.
const COMMENT: usize = 2_000;

/// Why a text is not taken as an answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum ReplyFault {
    /// Too large, too many lines, too deep or too many answers.
    #[error("the text is too large")]
    TooLarge,
    /// Not UTF-8, or no calendar.
    #[error("the text is no calendar")]
    NotACalendar,
    /// A calendar, and no answer.
    #[error("the calendar is no reply")]
    NotAReply,
    /// An answer without what it needs: id, attendee, answer.
    #[error("the reply lacks {0}")]
    Lacks(&'static str),
}

/// Which instance of a series an answer concerns.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Instance {
    /// Named by an instant.
    At(DateTime<Utc>),
    /// Named by a local time of the series.
    Local(NaiveDateTime),
    /// Named by a day.
    Day(NaiveDate),
}

impl Instance {
    /// Nominal day of the instance in the zone of its series.
    pub fn nominal(&self, zone: Tz) -> NaiveDate {
        match self {
            Self::At(at) => at.with_timezone(&zone).date_naive(),
            Self::Local(local) => local.date(),
            Self::Day(day) => *day,
        }
    }
}

/// One answer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reply {
    /// Which meeting or series.
    pub uid: Uuid,
    /// The revision that was answered.
    pub sequence: u32,
    /// Which instance; none for the meeting or the whole series.
    pub instance: Option<Instance>,
    /// Who answered.
    pub attendee: Mailbox,
    /// What.
    pub answer: PartStat,
    /// When, by the clock of the sender.
    pub stamp: Option<DateTime<Utc>>,
    /// What they wrote besides; may be empty.
    pub comment: String,
}

impl Reply {
    /// Whether a mail from this address may speak for the attendee.
    pub fn is_from(&self, address: &str) -> bool {
        self.attendee.address().eq_ignore_ascii_case(address.trim())
    }

    /// Whether it answers the present revision; an answer to an earlier one is shown and does not count.
    pub const fn is_current(&self, sequence: u32) -> bool {
        self.sequence >= sequence
    }
}

/// Reads the answers in a text.
///
/// # Errors
/// [`ReplyFault`]; never panics, takes time in proportion to the text.
pub fn read_reply(bytes: &[u8]) -> Result<Vec<Reply>, ReplyFault> {
    if bytes.len() > LARGEST {
        return Err(ReplyFault::TooLarge);
    }
    let text = std::str::from_utf8(bytes).map_err(|_| ReplyFault::NotACalendar)?;
    let lines = unfolded(text.trim_start_matches('\u{feff}'));
    if lines.len() > LINES {
        return Err(ReplyFault::TooLarge);
    }
    let mut open: Vec<String> = Vec::new();
    let (mut is_reply, mut events) = (false, Vec::<Vec<Line>>::new());
    // A line that is none is passed over: programs write all sorts of things.
    for line in lines.iter().filter_map(|line| Line::read(line)) {
        let kind = line.value.trim().to_ascii_uppercase();
        if line.name == "END" {
            if open.pop().is_none_or(|last| last != kind) {
                return Err(ReplyFault::NotACalendar);
            }
            continue;
        }
        match line.name.as_str() {
            "BEGIN" => {
                if open.is_empty() && kind != "VCALENDAR" {
                    return Err(ReplyFault::NotACalendar);
                }
                if kind == "VEVENT" && open.len() == 1 {
                    events.push(Vec::new());
                }
                open.push(kind);
                if open.len() > DEPTH || events.len() > ANSWERS {
                    return Err(ReplyFault::TooLarge);
                }
            }
            "METHOD" if open.len() == 1 => is_reply = kind == "REPLY",
            _ if open.len() == 2 && open[1] == "VEVENT" => {
                if let Some(event) = events.last_mut() {
                    event.push(line);
                }
            }
            _ => {}
        }
    }
    if !open.is_empty() || (events.is_empty() && !is_reply) {
        return Err(ReplyFault::NotACalendar);
    }
    if !is_reply {
        return Err(ReplyFault::NotAReply);
    }
    if events.is_empty() {
        return Err(ReplyFault::Lacks("an event"));
    }
    events.iter().map(|event| answer(event)).collect()
}

fn answer(event: &[Line]) -> Result<Reply, ReplyFault> {
    let find = |name: &str| event.iter().find(|line| line.name == name);
    let uid = find("UID").and_then(|line| Uuid::try_parse(line.value.trim()).ok());
    // RFC 5546, section 3.2.3: one attendee, the one who answers.
    let mut attendees = event.iter().filter(|line| line.name == "ATTENDEE");
    let (Some(attendee), None) = (attendees.next(), attendees.next()) else {
        return Err(ReplyFault::Lacks("its one attendee"));
    };
    let name = attendee.parameter("CN").unwrap_or_default();
    let address = attendee.value.get(..7).filter(|scheme| scheme.eq_ignore_ascii_case("mailto:"));
    let mailbox = address.and_then(|_| Mailbox::new(name, &attendee.value[7..]));
    let answer = attendee.parameter("PARTSTAT").and_then(PartStat::from_word);
    let comment = find("COMMENT").map(|line| unescaped(&line.value)).unwrap_or_default();
    Ok(Reply {
        uid: uid.ok_or(ReplyFault::Lacks("a known id"))?,
        sequence: find("SEQUENCE").and_then(|line| line.value.trim().parse().ok()).unwrap_or(0),
        instance: match find("RECURRENCE-ID") {
            // An answer to an instance that cannot be read must not become one to the whole series.
            Some(line) => Some(instance(line).ok_or(ReplyFault::Lacks("a readable instance"))?),
            None => None,
        },
        attendee: mailbox.ok_or(ReplyFault::Lacks("an address"))?,
        answer: answer.ok_or(ReplyFault::Lacks("an answer"))?,
        stamp: find("DTSTAMP").and_then(|line| moment(line.value.trim()).utc()),
        comment: comment.chars().filter(|c| !c.is_control() || *c == '\n').take(COMMENT).collect(),
    })
}

/// A value of a date or time.
enum Moment {
    Utc(NaiveDateTime),
    Local(NaiveDateTime),
    Day(NaiveDate),
    None,
}

impl Moment {
    fn utc(self) -> Option<DateTime<Utc>> {
        match self {
            Self::Utc(at) => Some(at.and_utc()),
            _ => None,
        }
    }
}

fn moment(value: &str) -> Moment {
    let local = |text: &str| NaiveDateTime::parse_from_str(text, "%Y%m%dT%H%M%S").ok();
    // Fixed widths: the parser would take signs and spaces besides.
    let is_plain = value.bytes().all(|b| b.is_ascii_digit() || matches!(b, b'T' | b'Z'));
    match (is_plain, value.len()) {
        (true, 16) => value.strip_suffix('Z').and_then(local).map_or(Moment::None, Moment::Utc),
        (true, 15) => local(value).map_or(Moment::None, Moment::Local),
        (true, 8) => NaiveDate::parse_from_str(value, "%Y%m%d").map_or(Moment::None, Moment::Day),
        _ => Moment::None,
    }
}

fn instance(line: &Line) -> Option<Instance> {
    match moment(line.value.trim()) {
        Moment::Utc(at) => Some(Instance::At(at.and_utc())),
        Moment::Day(day) => Some(Instance::Day(day)),
        Moment::Local(at) => Some(match line.parameter("TZID").and_then(|name| name.parse::<Tz>().ok()) {
            Some(zone) => Instance::At(zone::instant(zone, at)),
            // The sender's own name for the zone: the local time is that of the series.
            None => Instance::Local(at),
        }),
        Moment::None => None,
    }
}

#[cfg(test)]
mod tests;
