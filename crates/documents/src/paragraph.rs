//! Breaks a text into lines of a given width.

use crate::typeface::Face;
use krilla::text::KrillaGlyph;

/// Sums of measures differ by this much, as a part of the type size, with the order in which they are added.
const ROUNDING: f32 = 0.001;

/// One line of text, shaped.
#[derive(Debug, Clone)]
pub(crate) struct Line {
    /// Text of the line, with the space at which it was broken so that a reader of the PDF finds two words.
    pub(crate) text: String,
    /// Its glyphs, measured as parts of the type size.
    pub(crate) glyphs: Vec<KrillaGlyph>,
    /// Width in points, without the space at the end.
    pub(crate) width: f32,
}

/// Breaks at spaces. A word that is wider than the line is broken after a sign that ends a part of an
/// address, or else anywhere. Takes time in proportion to the text, however it is made.
pub(crate) fn wrap(text: &str, face: &Face, size: f32, width: f32) -> Vec<Line> {
    let glyphs = face.shape(text);
    let mut lines = Vec::new();
    let mut start = 0;
    while start < glyphs.len() {
        let end = line_end(text, &glyphs, start, width / size);
        lines.push(line(text, &glyphs[start..end], size));
        start = end;
    }
    lines
}

/// Width in points of a text set on one line.
pub(crate) fn measure(text: &str, face: &Face, size: f32) -> f32 {
    face.shape(text).iter().map(|glyph| glyph.x_advance * size).sum()
}

/// Index after the last glyph of the line that begins at `start`; always greater than `start`.
fn line_end(text: &str, glyphs: &[KrillaGlyph], start: usize, width: f32) -> usize {
    let mut used = 0.0;
    let mut after_space = None;
    let mut after_sign = None;
    let mut overflow = None;
    for (at, glyph) in glyphs.iter().enumerate().skip(start) {
        let part = text.get(glyph.text_range.clone()).unwrap_or_default();
        if part != " " && used + glyph.x_advance > width + ROUNDING {
            overflow = Some(at);
            break;
        }
        used += glyph.x_advance;
        match part {
            " " => after_space = Some(at + 1),
            "-" | "/" | "@" | "." | "_" | "&" | "=" | "?" => after_sign = Some(at + 1),
            _ => {}
        }
    }
    let Some(overflow) = overflow else { return glyphs.len() };
    after_space.or(after_sign).unwrap_or_else(|| between_letters(glyphs, start, overflow))
}

/// The nearest place to `at` that does not part a letter from its accents.
fn between_letters(glyphs: &[KrillaGlyph], start: usize, at: usize) -> usize {
    let parts = |at: &usize| glyphs.get(*at).is_none_or(|g| g.text_range != glyphs[*at - 1].text_range);
    (start + 1..=at)
        .rev()
        .find(parts)
        .or_else(|| (start + 1..=glyphs.len()).find(parts))
        .unwrap_or(glyphs.len())
}

fn line(text: &str, glyphs: &[KrillaGlyph], size: f32) -> Line {
    let from = glyphs.first().map_or(0, |glyph| glyph.text_range.start);
    let to = glyphs.last().map_or(from, |glyph| glyph.text_range.end);
    let text = text.get(from..to).unwrap_or_default().to_owned();
    let mut width: f32 = glyphs.iter().map(|glyph| glyph.x_advance * size).sum();
    if text.ends_with(' ') {
        width -= glyphs.last().map_or(0.0, |glyph| glyph.x_advance * size);
    }
    let glyphs = glyphs
        .iter()
        .cloned()
        .map(|mut glyph| {
            glyph.text_range = glyph.text_range.start - from..glyph.text_range.end - from;
            glyph
        })
        .collect();
    Line { text, glyphs, width }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;
    use crate::typeface::{Family, Weight};

    fn texts(text: &str, width: f32) -> Vec<String> {
        let family = Family::load().unwrap();
        wrap(text, family.face(Weight::Regular), 10.0, width).into_iter().map(|line| line.text).collect()
    }

    #[test]
    fn lines_break_at_spaces_and_lose_nothing() {
        let text = "Ce centre connaît bien ce type de signes et reçoit sur avis de votre médecin.";
        let lines = texts(text, 100.0);
        assert!(lines.len() > 2);
        assert!(lines[..lines.len() - 1].iter().all(|line| line.ends_with(' ')));
        assert_eq!(lines.concat(), text);
    }

    #[test]
    fn long_words_are_broken_and_nothing_is_wider_than_the_line() {
        let family = Family::load().unwrap();
        let text = "W".repeat(10_000);
        let lines = wrap(&text, family.face(Weight::Bold), 10.0, 100.0);
        assert!(lines.iter().all(|line| line.width <= 100.02));
        assert_eq!(lines.iter().map(|line| line.text.len()).sum::<usize>(), 10_000);
        assert_eq!(texts("secretariat-genetique@exemple.lu", 100.0)[0], "secretariat-");
    }

    #[test]
    fn a_line_narrower_than_a_letter_still_ends() {
        assert_eq!(texts("abc", 0.1).len(), 3);
        assert!(texts("", 100.0).is_empty());
    }
}
