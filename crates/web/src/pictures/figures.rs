//! Numbers as pictures: a bar beside a row, the shares of a whole as one bar, a line over months.
//!
//! No colour says anything by itself: every bar stands beside its number, segments differ in lightness and are set apart, and a
//! month that stands out has another shape and is named in the table below.

use super::{Picture, escape};
use std::fmt::Write as _;

/// So many segments are told apart.
pub const SEGMENTS: usize = 5;

/// A bar of so many thousandths, and below it the one of the period before. Decoration: the numbers stand beside it.
pub fn bar(now: u16, before: Option<u16>, shade: usize) -> String {
    let mut svg = format!(
        "<svg class=\"figure-bar\" viewBox=\"0 0 1000 16\" preserveAspectRatio=\"none\" aria-hidden=\"true\" focusable=\"false\"><rect class=\"shade-{shade}\" width=\"{}\" height=\"10\"/>",
        now.min(1000)
    );
    if let Some(before) = before {
        let _ = write!(svg, "<rect class=\"then\" y=\"12\" width=\"{}\" height=\"4\"/>", before.min(1000));
    }
    svg + "</svg>"
}

/// Shares of a whole as one bar; in words they are what the rows say. None of nothing, or of more parts than can be told apart.
pub fn shares(title: &str, parts: &[(String, u64, String)]) -> Option<Picture> {
    let whole: u64 = parts.iter().map(|(_, n, _)| n).sum();
    if whole == 0 || parts.len() > SEGMENTS {
        return None;
    }
    let words: Vec<String> = parts.iter().map(|(name, _, share)| format!("{name} {share}")).collect();
    let text = format!("{title} : {}", words.join(" ; "));
    let mut svg = format!(
        "<svg class=\"figure-shares\" viewBox=\"0 0 1000 24\" preserveAspectRatio=\"none\" role=\"img\" aria-label=\"{}\">",
        escape(&text)
    );
    let mut before = 0;
    for (shade, (_, n, _)) in parts.iter().enumerate() {
        let place = |n: u64| n as f64 * 1000.0 / whole as f64;
        let width = (place(*n) - 2.0).max(0.0);
        let _ = write!(
            svg,
            "<rect class=\"shade-{shade}\" x=\"{:.1}\" width=\"{width:.1}\" height=\"24\"/>",
            place(before)
        );
        before += n;
    }
    svg.push_str("</svg>");
    Some(Picture { svg, text })
}

/// A month of a line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Point {
    /// How it is called below the line.
    pub name: String,
    /// How many.
    pub n: u64,
    /// Whether it stands out.
    pub stands_out: bool,
}

const WIDTH: f64 = 720.0;
const HEIGHT: f64 = 190.0;
const LEFT: f64 = 44.0;
const RIGHT: f64 = 16.0;
const TOP: f64 = 16.0;
const BOTTOM: f64 = 160.0;

/// A round number that is not below the greatest count.
fn top_of(most: u64) -> u64 {
    let mut step = 1_u64;
    loop {
        for times in [1, 2, 5] {
            let top = step.saturating_mul(times);
            if top >= most.max(2) {
                return top;
            }
        }
        step = step.saturating_mul(10);
    }
}

/// Draws counts month by month. With fewer than two there is no line.
pub fn line(text: &str, points: &[Point], number: impl Fn(u64) -> String) -> Option<Picture> {
    if points.len() < 2 {
        return None;
    }
    let top = top_of(points.iter().map(|point| point.n).max().unwrap_or_default());
    let wide = (WIDTH - LEFT - RIGHT) / (points.len() - 1) as f64;
    let x = |at: usize| wide.mul_add(at as f64, LEFT);
    let y = |n: u64| BOTTOM - (BOTTOM - TOP) * n as f64 / top as f64;
    let mut svg = format!(
        "<svg class=\"figure-line\" viewBox=\"0 0 {WIDTH} {HEIGHT}\" width=\"{WIDTH}\" height=\"{HEIGHT}\" role=\"img\" aria-label=\"{}\">",
        escape(text)
    );
    for part in [0, top / 2, top] {
        let height = y(part);
        let _ = write!(
            svg,
            "<path class=\"grid\" d=\"M{LEFT} {height:.1} H{:.1}\"/><text class=\"when\" x=\"{:.1}\" y=\"{:.1}\" text-anchor=\"end\">{}</text>",
            WIDTH - RIGHT,
            LEFT - 6.0,
            height + 4.0,
            escape(&number(part))
        );
    }
    let path: Vec<String> =
        points.iter().enumerate().map(|(at, point)| format!("{:.1} {:.1}", x(at), y(point.n))).collect();
    let _ = write!(svg, "<path class=\"course\" d=\"M{}\"/>", path.join(" L"));
    let every = points.len().div_ceil(9);
    for (at, point) in points.iter().enumerate() {
        let (x, y) = (x(at), y(point.n));
        if point.stands_out {
            let _ =
                write!(svg, "<path class=\"outstanding\" d=\"M{x:.1} {:.1} l8 8 l-8 8 l-8 -8 Z\"/>", y - 8.0);
        } else {
            let _ = write!(svg, "<circle class=\"spot\" cx=\"{x:.1}\" cy=\"{y:.1}\" r=\"3\"/>");
        }
        // Counted from the end, so that the last month always has its name.
        if (points.len() - 1 - at).is_multiple_of(every) {
            let _ = write!(
                svg,
                "<text class=\"when\" x=\"{x:.1}\" y=\"{:.0}\" text-anchor=\"{}\">{}</text>",
                BOTTOM + 20.0,
                if at + 1 == points.len() { "end" } else { "middle" },
                escape(&point.name)
            );
        }
    }
    svg.push_str("</svg>");
    Some(Picture { svg, text: text.to_owned() })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn shares_fill_the_bar_and_say_in_words_what_they_are() {
        let part = |name: &str, n: u64, share: &str| (name.to_owned(), n, share.to_owned());
        let parts = [part("Adultes <b>", 67, "67 %"), part("Enfants", 33, "33 %")];
        let picture = shares("Âges", &parts).unwrap();
        assert!(
            picture.svg.contains("x=\"670.0\" width=\"328.0\"") && !picture.svg.contains("<b>"),
            "{}",
            picture.svg
        );
        assert_eq!(picture.text, "Âges : Adultes <b> 67 % ; Enfants 33 %");
        assert!(shares("Âges", &[part("Adultes", 0, "")]).is_none());
        assert!(shares("Âges", &vec![part("a", 1, ""); 6]).is_none(), "six cannot be told apart");
    }

    #[test]
    fn a_month_that_stands_out_has_another_shape() {
        let point = |n, stands_out| Point { name: "1/26".into(), n, stands_out };
        let picture = line("Demandes", &[point(0, false), point(9, true)], |n| n.to_string()).unwrap();
        assert_eq!((picture.svg.matches("spot").count(), picture.svg.matches("outstanding").count()), (1, 1));
        assert!(line("Demandes", &[point(1, false)], |n| n.to_string()).is_none());
        assert_eq!([0, 3, 11, 21, 60, 1000].map(top_of), [2, 5, 20, 50, 100, 1000]);
    }
}
