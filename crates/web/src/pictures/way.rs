//! The way of a person in time: from the first symptom to the diagnosis, on a line of years, with what the file knows below it.

use super::{Picture, escape};
use chrono::NaiveDate;
use std::fmt::Write as _;

/// A station of the way: as wide as its date is vague.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Station {
    /// What it is.
    pub name: String,
    /// Its date in words.
    pub when: String,
    /// First day that it may mean.
    pub earliest: NaiveDate,
    /// Last day that it may mean.
    pub latest: NaiveDate,
}

/// What the drawing says in words.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Words {
    /// Title, the beginning of the text alternative.
    pub title: String,
    /// How the events of the file are called.
    pub events: String,
    /// How today is called.
    pub today: String,
}

/// Width of the drawing.
const WIDTH: f64 = 720.0;
/// Where the line begins and ends.
const EDGE: f64 = 40.0;
/// Height of a line of words.
const ROW: f64 = 40.0;
/// Room that words take at least before the next may stand in the same row.
const WORDS: f64 = 170.0;

struct Scale {
    from: NaiveDate,
    days: f64,
}

impl Scale {
    fn x(&self, day: NaiveDate) -> f64 {
        let passed = (day - self.from).num_days() as f64;
        (passed / self.days).clamp(0.0, 1.0).mul_add(2.0f64.mul_add(-EDGE, WIDTH), EDGE)
    }
}

/// The lowest row in which words at `x` stand beside no others.
fn free_row(rows: &mut Vec<f64>, x: f64) -> usize {
    match rows.iter().position(|taken| x - taken >= WORDS) {
        Some(row) => {
            rows[row] = x;
            row
        }
        None => {
            rows.push(x);
            rows.len() - 1
        }
    }
}

/// Draws stations, in time, and the days of events. Without a station there is nothing to draw.
pub fn way(words: &Words, stations: &[Station], events: &[NaiveDate], today: NaiveDate) -> Option<Picture> {
    let mut stations = stations.to_vec();
    stations.sort_by_key(|one| one.earliest);
    let from = stations.first()?.earliest;
    let until = stations.iter().map(|one| one.latest).chain(events.iter().copied()).chain([today]).max()?;
    let scale = Scale { from, days: ((until - from).num_days().max(1)) as f64 };
    let mut taken = Vec::new();
    let placed: Vec<(usize, &Station)> =
        stations.iter().map(|one| (free_row(&mut taken, anchor_x(&scale, one)), one)).collect();
    let line = ROW.mul_add(taken.len() as f64, 24.0);
    let height = line + 62.0;
    let mut svg = String::new();
    years(&mut svg, &scale, until, line);
    let _ = write!(svg, "<path class=\"strand\" d=\"M{EDGE} {line} H{:.0}\"/>", scale.x(until));
    for day in events.iter().filter(|day| **day >= from) {
        let x = scale.x(*day);
        let _ = write!(svg, "<path class=\"tick\" d=\"M{x:.1} {line} v12\"/>");
    }
    for (row, one) in &placed {
        let (a, b, x) = (scale.x(one.earliest), scale.x(one.latest), anchor_x(&scale, one));
        let y = ROW.mul_add((taken.len() - row) as f64, line - ROW * taken.len() as f64 - ROW + 4.0);
        if b - a > 2.0 {
            let top = line - 6.0;
            let wide = b - a;
            let _ = write!(
                svg,
                "<rect class=\"span\" x=\"{a:.1}\" y=\"{top}\" width=\"{wide:.1}\" height=\"12\" rx=\"6\"/>"
            );
        }
        let _ = write!(svg, "<path class=\"lead\" d=\"M{x:.1} {:.0} V{line}\"/>", y + 22.0);
        let _ = write!(svg, "<circle class=\"knot\" cx=\"{x:.1}\" cy=\"{line}\" r=\"6\"/>");
        let side = if x > WIDTH - WORDS { ("end", 4.0) } else { ("start", -4.0) };
        for (class, words, down) in [("what", &one.name, 4.0), ("when", &one.when, 18.0)] {
            let _ = write!(
                svg,
                "<text class=\"{class}\" x=\"{:.1}\" y=\"{:.0}\" text-anchor=\"{}\">{}</text>",
                x + side.1,
                y + down,
                side.0,
                escape(words)
            );
        }
    }
    let x = scale.x(today);
    let _ = write!(
        svg,
        "<text class=\"when\" x=\"{x:.1}\" y=\"{:.0}\" text-anchor=\"end\">{}</text>",
        line + 52.0,
        escape(&words.today)
    );
    let mut all: Vec<String> = stations.iter().map(|one| format!("{} {}", one.when, one.name)).collect();
    if !events.is_empty() {
        all.push(words.events.clone());
    }
    let text = format!("{} : {}", words.title, all.join(" ; "));
    let svg = format!(
        "<svg class=\"way-drawn in-time\" viewBox=\"0 0 {WIDTH} {height}\" width=\"{WIDTH}\" height=\"{height}\" role=\"img\" aria-label=\"{}\">{svg}</svg>",
        escape(&text)
    );
    Some(Picture { svg, text })
}

/// Where the knot of a station stands: in the middle of the days that it may mean.
fn anchor_x(scale: &Scale, one: &Station) -> f64 {
    f64::midpoint(scale.x(one.earliest), scale.x(one.latest))
}

/// Marks the beginnings of years, as many as can be read.
fn years(svg: &mut String, scale: &Scale, until: NaiveDate, line: f64) {
    use chrono::Datelike as _;
    let (first, last) = (scale.from.year() + 1, until.year());
    let step = usize::try_from((last - first) / 8 + 1).unwrap_or(1);
    for year in (first..=last).step_by(step) {
        let Some(day) = NaiveDate::from_ymd_opt(year, 1, 1) else { continue };
        let x = scale.x(day);
        let _ = write!(svg, "<path class=\"year\" d=\"M{x:.1} {} v8\"/>", line - 4.0);
        let _ = write!(
            svg,
            "<text class=\"when\" x=\"{x:.1}\" y=\"{:.0}\" text-anchor=\"middle\">{year}</text>",
            line + 30.0
        );
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    fn station(name: &str, from: &str, until: &str) -> Station {
        Station { name: name.into(), when: from.into(), earliest: day(from), latest: day(until) }
    }

    #[test]
    fn what_is_vague_is_wide_and_what_is_written_stays_text() {
        let words = Words { title: "Parcours".into(), events: "3 événements".into(), today: "ici".into() };
        let stations = [
            station("Diagnostic <b>", "2024-05-06", "2024-05-06"),
            station("Premier signe", "2019-01-01", "2019-12-31"),
        ];
        let picture = way(&words, &stations, &[day("2023-01-01")], day("2026-11-23")).unwrap();
        assert_eq!(picture.svg.matches("class=\"knot\"").count(), 2);
        assert_eq!(picture.svg.matches("class=\"span\"").count(), 1);
        assert!(!picture.svg.contains("<b>") && picture.svg.contains("&lt;b&gt;"));
        assert!(picture.text.find("Premier signe") < picture.text.find("Diagnostic"), "in time");
        assert!(picture.text.contains("3 événements"));
    }

    #[test]
    fn nothing_known_is_not_drawn_and_one_day_is_enough() {
        assert!(way(&Words::default(), &[], &[], day("2026-11-23")).is_none());
        let one = [station("Premier signe", "2026-11-23", "2026-11-23")];
        assert!(way(&Words::default(), &one, &[], day("2026-11-23")).unwrap().svg.contains("knot"));
    }
}
