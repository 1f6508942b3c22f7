//! What in the log deserves a look (duty D26): computed from codes, times and pseudonyms, without any content.

use crate::office::Office;
use crate::stable::stable_words;
use chrono::{DateTime, TimeDelta, Utc};
use std::collections::{BTreeMap, BTreeSet};

stable_words! {
    /// Why a reading deserves a look. None of it says that something was wrong.
    pub enum UnusualKind in "unusual" {
        /// One account opened many records in a short time.
        Many = "many",
        /// A record was opened while nobody is at the office.
        OutOfHours = "out-of-hours",
        /// A record was read that the reader never took or answered.
        NotTaken = "not-taken",
        /// Something was asked for that the function does not allow, again and again.
        Refused = "refused",
    }
}

/// From when on it is unusual; settings.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Bounds {
    /// So many different records of one account …
    pub records: usize,
    /// … within so long.
    pub within: TimeDelta,
    /// So many readings of records not taken, by one account in the period looked at.
    pub not_taken: usize,
    /// So many refusals of one account in the period looked at.
    pub refusals: usize,
}

impl Default for Bounds {
    fn default() -> Self {
        Self { records: 30, within: TimeDelta::minutes(30), not_taken: 10, refusals: 10 }
    }
}

/// A line of the log, as far as it is looked at.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Line {
    /// Who, as the log names them.
    pub actor: String,
    /// What was done.
    pub action: String,
    /// To what.
    pub object: String,
    /// When.
    pub at: DateTime<Utc>,
}

/// Something that deserves a look.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unusual {
    /// Why.
    pub kind: UnusualKind,
    /// Who, as the log names them.
    pub actor: String,
    /// When it began.
    pub from: DateTime<Utc>,
    /// When it ended.
    pub until: DateTime<Utc>,
    /// How many records or tries.
    pub count: usize,
}

const READ: &str = "read-enquiry";

/// Looks at lines in the order of their time. Only members of staff are looked at.
pub fn look(lines: &[Line], office: Option<&Office>, bounds: &Bounds) -> Vec<Unusual> {
    let mut by_actor: BTreeMap<&str, Vec<&Line>> = BTreeMap::new();
    for line in lines.iter().filter(|line| line.actor.starts_with("account/")) {
        by_actor.entry(&line.actor).or_default().push(line);
    }
    let mut found = Vec::new();
    for (actor, lines) in by_actor {
        let read: Vec<&Line> = lines.iter().copied().filter(|l| l.action == READ).collect();
        found.extend(many(actor, &read, bounds));
        if let Some(office) = office.filter(|o| o.hours.is_some()) {
            let closed: Vec<&Line> = read.iter().copied().filter(|l| !office.is_open(l.at)).collect();
            found.extend(whole(UnusualKind::OutOfHours, actor, &closed, 1));
        }
        let worked: BTreeSet<&str> = lines
            .iter()
            .filter(|l| matches!(l.action.as_str(), "answer-enquiry" | "log-enquiry" | "hand-over"))
            .map(|l| l.object.as_str())
            .collect();
        let only_read: Vec<&Line> =
            read.iter().copied().filter(|l| !worked.contains(l.object.as_str())).collect();
        found.extend(whole(UnusualKind::NotTaken, actor, &only_read, bounds.not_taken));
        let refused: Vec<&Line> = lines.iter().copied().filter(|l| l.action == "refused").collect();
        found.extend(whole(UnusualKind::Refused, actor, &refused, bounds.refusals));
    }
    found.sort_by(|a, b| b.until.cmp(&a.until).then(a.kind.cmp(&b.kind)).then(a.actor.cmp(&b.actor)));
    found
}

fn distinct<'a>(lines: impl Iterator<Item = &'a &'a Line>) -> usize {
    lines.map(|l| l.object.as_str()).collect::<BTreeSet<_>>().len()
}

fn whole(kind: UnusualKind, actor: &str, lines: &[&Line], least: usize) -> Option<Unusual> {
    let (first, last) = (lines.first()?, lines.last()?);
    let count = if kind == UnusualKind::Refused { lines.len() } else { distinct(lines.iter()) };
    (count >= least).then(|| Unusual { kind, actor: actor.to_owned(), from: first.at, until: last.at, count })
}

/// The first window in which too many different records were opened, then the next one after it.
fn many(actor: &str, read: &[&Line], bounds: &Bounds) -> Vec<Unusual> {
    let mut found = Vec::new();
    let mut start = 0;
    while start < read.len() {
        let begin = read[start].at;
        let end = read[start..].iter().take_while(|l| l.at - begin < bounds.within).count() + start;
        let window = &read[start..end];
        let count = distinct(window.iter());
        if count >= bounds.records {
            let until = window.last().map_or(begin, |l| l.at);
            found.push(Unusual {
                kind: UnusualKind::Many,
                actor: actor.to_owned(),
                from: begin,
                until,
                count,
            });
            start = end;
        } else {
            start += 1;
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    fn line(actor: &str, action: &str, object: usize, minutes: i64) -> Line {
        let start: DateTime<Utc> = "2026-11-23T09:00:00Z".parse().unwrap();
        Line {
            actor: actor.to_owned(),
            action: action.to_owned(),
            object: format!("enquiry/{object}"),
            at: start + TimeDelta::minutes(minutes),
        }
    }

    fn kinds(lines: &[Line]) -> Vec<UnusualKind> {
        look(lines, None, &Bounds::default()).into_iter().map(|u| u.kind).collect()
    }

    #[test]
    fn many_records_in_a_short_time_are_told_and_the_same_record_is_one() {
        let walk = |n: usize| -> Vec<Line> {
            (0..n)
                .flat_map(|i| [line("account/a", "answer-enquiry", i, 0), line("account/a", READ, i, 1)])
                .collect()
        };
        assert_eq!(kinds(&walk(30)), [UnusualKind::Many]);
        assert!(kinds(&walk(29)).is_empty());
        let again: Vec<Line> = (0..100)
            .flat_map(|_| [line("account/a", "answer-enquiry", 1, 0), line("account/a", READ, 1, 1)])
            .collect();
        assert!(kinds(&again).is_empty());
        let slowly: Vec<Line> = (0..60)
            .flat_map(|i| {
                let at = i as i64 * 5;
                [line("account/a", "answer-enquiry", i, at), line("account/a", READ, i, at)]
            })
            .collect();
        assert!(kinds(&slowly).is_empty());
    }

    #[test]
    fn what_was_read_and_never_worked_on_is_told() {
        let lines: Vec<Line> = (0..10).map(|i| line("account/a", READ, i, i as i64 * 40)).collect();
        assert_eq!(kinds(&lines), [UnusualKind::NotTaken]);
    }

    #[test]
    fn persons_and_jobs_are_not_looked_at() {
        let lines: Vec<Line> = (0..99).map(|i| line("link/x", READ, i, 0)).collect();
        assert!(kinds(&lines).is_empty());
    }

    #[test]
    fn readings_while_the_office_is_closed_are_told() {
        use crate::office::{Holidays, ReplyPromise};
        let office = Office {
            zone: chrono_tz::Europe::Luxembourg,
            hours: "Mo-Fr 09:00-12:00".parse().ok(),
            holidays: Holidays::default(),
            promise: ReplyPromise { working_days: 5 },
        };
        let lines = [line("account/a", "answer-enquiry", 1, 0), line("account/a", READ, 1, 600)];
        let found = look(&lines, Some(&office), &Bounds::default());
        assert_eq!((found.len(), found[0].kind, found[0].count), (1, UnusualKind::OutOfHours, 1));
    }
}
