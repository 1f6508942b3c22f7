//! A probability as a bar of a hundred. It never stands alone: the sentence beside it says what was measured.

/// The bar; decorative, the sentence beside it says the same.
pub fn bar(probability: f32) -> String {
    let width = (probability * 100.0).clamp(0.5, 100.0);
    format!(
        "<svg class=\"probability\" viewBox=\"0 0 100 6\" width=\"100\" height=\"6\" preserveAspectRatio=\"none\" aria-hidden=\"true\" focusable=\"false\"><rect class=\"track\" width=\"100\" height=\"6\"/><rect class=\"sure\" width=\"{width:.1}\" height=\"6\"/></svg>"
    )
}

#[cfg(test)]
mod tests {
    use super::bar;

    #[test]
    fn a_bar_stays_within_its_track() {
        assert!(bar(0.5).contains("width=\"50.0\""));
        for odd in [0.0, -1.0, 7.0] {
            let svg = bar(odd);
            assert!(svg.contains("width=\"0.5\"") || svg.contains("width=\"100.0\""), "{svg}");
        }
    }
}
