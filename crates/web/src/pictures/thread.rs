//! The thread of a person: a line with knots, the same as in the mark of the product.

use super::{Picture, escape};
use std::fmt::Write as _;

/// A knot with its words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Point {
    /// Day.
    pub when: String,
    /// What happened.
    pub what: String,
}

/// Width of a knot's words.
const STEP: usize = 150;
/// Letters of a line of words.
const LETTERS: usize = 22;
/// Where the line runs.
const MIDDLE: usize = 74;

/// Breaks words into lines that fit; the list beside the picture has them whole.
fn lines(text: &str) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for word in text.split_whitespace() {
        match lines.last_mut() {
            Some(last) if last.chars().count() + 1 + word.chars().count() <= LETTERS => {
                last.push(' ');
                last.push_str(word);
            }
            _ => lines.push(word.to_owned()),
        }
    }
    lines.truncate(3);
    lines
}

/// Draws knots from left to right, their words above and below in turn. `gap` says what lies between the first knot and
/// the second; empty when nothing does.
pub fn line(title: &str, points: &[Point], gap: &str) -> Picture {
    let width = points.len().max(1) * STEP;
    let mut svg = String::new();
    let mut path = format!("M10 {MIDDLE}");
    for at in 0..points.len() {
        let (x, lift) = (at * STEP + STEP / 2, if at % 2 == 0 { 10 } else { -10 });
        let _ = write!(path, " S{} {} {x} {MIDDLE}", x.saturating_sub(STEP / 4), MIDDLE as i32 + lift);
    }
    let _ = write!(path, " H{}", width.saturating_sub(10));
    let _ = write!(svg, "<path class=\"strand\" d=\"{path}\"/>");
    for (at, point) in points.iter().enumerate() {
        let x = at * STEP + STEP / 2;
        let is_above = at % 2 == 0;
        let words = lines(&point.what);
        let top = if is_above { MIDDLE - 16 - 15 * words.len() } else { MIDDLE + 26 };
        let _ = write!(svg, "<circle class=\"knot\" cx=\"{x}\" cy=\"{MIDDLE}\" r=\"6\"/>");
        let _ = write!(
            svg,
            "<text class=\"when\" x=\"{x}\" y=\"{top}\" text-anchor=\"middle\">{}</text>",
            escape(&point.when)
        );
        for (row, words) in words.iter().enumerate() {
            let y = top + 15 * (row + 1);
            let _ = write!(svg, "<text x=\"{x}\" y=\"{y}\" text-anchor=\"middle\">{}</text>", escape(words));
        }
    }
    if !gap.is_empty() {
        let y = MIDDLE - 6;
        let _ = write!(svg, "<text class=\"when\" x=\"{STEP}\" y=\"{y}\" text-anchor=\"middle\">…</text>");
    }
    let mut all: Vec<String> = points.iter().map(|p| format!("{} {}", p.when, p.what)).collect();
    if !gap.is_empty() && !all.is_empty() {
        all.insert(1, gap.to_owned());
    }
    let text = format!("{title} : {}", all.join(" ; "));
    let svg = format!(
        "<svg class=\"way-drawn\" viewBox=\"0 0 {width} 150\" width=\"{width}\" height=\"150\" role=\"img\" aria-label=\"{}\">{svg}</svg>",
        escape(&text)
    );
    Picture { svg, text }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_knot_is_drawn_and_what_is_written_stays_text() {
        let point = |what: &str| Point { when: "1 mars".into(), what: what.into() };
        let picture = line("Fil", &[point("<b>reçu</b> & lu"), point("accepté")], "et 3 autres");
        assert_eq!(picture.svg.matches("class=\"knot\"").count(), 2);
        assert!(!picture.svg.contains("<b>") && picture.svg.contains("&lt;b&gt;"));
        assert!(picture.text.contains("et 3 autres"));
    }

    #[test]
    fn nothing_to_draw_is_drawn_as_nothing() {
        assert!(!line("Fil", &[], "").svg.contains("circle"));
    }
}
