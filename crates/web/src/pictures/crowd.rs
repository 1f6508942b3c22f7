//! How many people could this be: the person in a crowd of those who fit.

use super::{Picture, escape};
use ariane_domain::reidentification::estimate::Estimate;

/// Most people that are drawn.
const MOST: u64 = 120;

/// People in a row.
const ROW: u64 = 20;

/// The crowd: the person, who surely fits besides, who probably does, who perhaps does; with a line after as many as are enough.
/// What it shows stands in `text`.
pub fn crowd(estimate: &Estimate, enough: u64, text: String) -> Picture {
    let drawn = estimate.high.max(enough).min(MOST);
    let rows = drawn.div_ceil(ROW).max(1);
    let (width, height) = (ROW * 22 + 8, rows * 30 + 8);
    let mut svg = format!(
        "<svg class=\"crowd\" viewBox=\"0 0 {width} {height}\" role=\"img\" aria-label=\"{}\">",
        escape(&text)
    );
    for n in 0..drawn {
        let (x, y) = (n % ROW * 22 + 14, n / ROW * 30 + 6);
        let class = match n {
            0 => "me",
            n if n < estimate.low => "sure",
            n if n < estimate.middle => "likely",
            n if n < estimate.high => "perhaps",
            _ => "nobody",
        };
        svg.push_str(&format!(
            "<g class=\"{class}\"><circle cx=\"{x}\" cy=\"{}\" r=\"5\"/><path d=\"M{} {}a8 9 0 0 1 16 0z\"/></g>",
            y + 5,
            x - 8,
            y + 22
        ));
        if n + 1 == enough {
            svg.push_str(&format!("<path class=\"enough\" d=\"M{0} {1}v28\"/>", x + 11, y - 2));
        }
    }
    svg.push_str("</svg>");
    Picture { svg, text }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(low: u64, middle: u64, high: u64) -> String {
        crowd(&Estimate { low, middle, high, risk: 0.5 }, 11, "a \"text\" <b>".into()).svg
    }

    #[test]
    fn everybody_is_drawn_once_as_what_they_are() {
        let svg = of(3, 7, 9);
        let count = |class: &str| svg.matches(&format!("class=\"{class}\"")).count();
        assert_eq!(
            (count("me"), count("sure"), count("likely"), count("perhaps"), count("nobody")),
            (1, 2, 4, 2, 2)
        );
        assert_eq!(count("enough"), 1);
    }

    #[test]
    fn a_crowd_without_end_stays_a_picture_and_its_text_is_text() {
        let svg = of(1_000, 10_000, 1_000_000_000);
        assert_eq!(svg.matches("<g ").count() as u64, MOST);
        assert!(svg.contains("a &quot;text&quot; &lt;b&gt;"));
    }
}
