//! What a sign says of a disorder, as a bar: to the right it speaks for it, to the left against; hollow is not
//! explained by it, dotted is expected and was not asked. Decorative: the words beside it say the same.

use ariane_ranking::Stance;

const MIDDLE: f32 = 70.0;
const HALF: f32 = 68.0;
const LEAST: f32 = 3.0;
/// A bar of this weight (about 1 : 150) is as long as there is room.
const FULL: f32 = 5.0;

/// The bar of one sign; `weight` in natural logarithms, `share` of patients that have it where nobody asked.
pub fn bar(stance: Stance, weight: f32, share: Option<f32>) -> String {
    let part = match stance {
        Stance::NotAsked => share.unwrap_or(0.3),
        _ => weight.abs() / FULL,
    };
    let part = if part.is_finite() { part } else { 1.0 };
    let length = (part * HALF).clamp(LEAST, HALF);
    let (class, x) = match stance {
        Stance::For => ("for", MIDDLE),
        Stance::Fits => ("fits", MIDDLE),
        Stance::NotAsked => ("not-asked", MIDDLE),
        Stance::Against => ("against", MIDDLE - length),
        Stance::Unexplained => ("unexplained", MIDDLE - length),
    };
    format!(
        "<svg class=\"account\" viewBox=\"0 0 140 16\" width=\"140\" height=\"16\" aria-hidden=\"true\" focusable=\"false\"><path class=\"axis\" d=\"M{MIDDLE} 0V16\"/><rect class=\"{class}\" x=\"{x:.1}\" y=\"2\" width=\"{length:.1}\" height=\"12\" rx=\"2\"/></svg>"
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_speaks_for_is_right_and_what_speaks_against_is_left() {
        assert!(bar(Stance::For, 2.5, None).contains("class=\"for\" x=\"70.0\" y=\"2\" width=\"34.0\""));
        assert!(
            bar(Stance::Against, -2.5, None).contains("class=\"against\" x=\"36.0\" y=\"2\" width=\"34.0\"")
        );
        assert!(
            bar(Stance::NotAsked, 0.0, Some(0.5))
                .contains("class=\"not-asked\" x=\"70.0\" y=\"2\" width=\"34.0\"")
        );
    }

    #[test]
    fn no_bar_leaves_the_picture() {
        for weight in [0.0, 99.0, -99.0, f32::INFINITY, f32::NAN] {
            let svg = bar(Stance::Unexplained, weight, None);
            assert!(svg.contains("x=\"2.0\"") || svg.contains("x=\"67.0\""), "{svg}");
        }
    }
}
