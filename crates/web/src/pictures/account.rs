//! What every sign says of a disorder: bars to the right speak for it, to the left against; a hollow bar is not
//! explained by it, a dotted one is expected and was not asked. The table beside it says the same in words.

use super::{Picture, escape};
use ariane_ranking::Stance;

/// A line of the picture.
#[derive(Debug, Clone)]
pub struct Line {
    /// The sign.
    pub label: String,
    /// What it says.
    pub stance: Stance,
    /// How strongly: above 0 for, below 0 against.
    pub weight: f32,
}

const MIDDLE: f32 = 420.0;
const HALF: f32 = 190.0;
const ROW: usize = 24;
/// Letters of a label that fit beside the bars.
const LETTERS: usize = 32;
/// A bar of this weight (about 1 : 400) is as long as there is room.
const FULL: f32 = 6.0;

/// The picture; `text` says what it shows.
pub fn draw(lines: &[Line], text: String) -> Picture {
    let mut shapes = String::new();
    let height = lines.len() * ROW + 8;
    for (i, line) in lines.iter().enumerate() {
        let y = i * ROW;
        let length = (line.weight.abs() / FULL * HALF).clamp(4.0, HALF);
        let (class, x) = match line.stance {
            Stance::For => ("for", MIDDLE),
            Stance::Fits => ("fits", MIDDLE),
            Stance::NotAsked => ("not-asked", MIDDLE),
            Stance::Against => ("against", MIDDLE - length),
            Stance::Unexplained => ("unexplained", MIDDLE - length),
        };
        let mut label: String = line.label.chars().take(LETTERS).collect();
        if line.label.chars().count() > LETTERS {
            label.push('…');
        }
        shapes.push_str(&format!(
            "<text class=\"label\" x=\"220\" y=\"{}\">{}</text><rect class=\"{class}\" x=\"{x:.1}\" y=\"{}\" width=\"{length:.1}\" height=\"14\" rx=\"2\"/>",
            y + 17,
            escape(&label),
            y + 6,
        ));
    }
    let svg = format!(
        "<svg class=\"account\" viewBox=\"0 0 620 {height}\" role=\"img\" aria-label=\"{}\"><path class=\"axis\" d=\"M{MIDDLE} 2V{}\"/>{shapes}</svg>",
        escape(&text),
        height - 2
    );
    Picture { svg, text }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn line(stance: Stance, weight: f32) -> Line {
        Line { label: "<b>sign</b>".into(), stance, weight }
    }

    #[test]
    fn for_is_right_and_against_is_left() {
        let svg = draw(&[line(Stance::For, 3.0), line(Stance::Against, -3.0)], String::new()).svg;
        assert!(svg.contains("class=\"for\" x=\"420.0\" y=\"6\" width=\"95.0\""), "{svg}");
        assert!(svg.contains("class=\"against\" x=\"325.0\""), "{svg}");
        assert!(!svg.contains("<b>"));
    }

    #[test]
    fn no_bar_leaves_the_picture() {
        for weight in [0.0, 99.0, -99.0, f32::INFINITY] {
            let svg = draw(&[line(Stance::Unexplained, weight)], String::new()).svg;
            assert!(svg.contains("x=\"230.0\"") || svg.contains("x=\"416.0\""), "{svg}");
        }
    }
}
