//! Whether a stated probability means what it says: equal-mass bins, calibration error, and a picture.

use std::fmt::Write;

/// One bin: mean stated probability, observed share, cases.
pub type Bin = (f64, f64, usize);

/// Ten bins of equal mass over `(stated, happened)`.
pub fn bins(pairs: &[(f32, bool)]) -> Vec<Bin> {
    let mut sorted: Vec<(f32, bool)> = pairs.to_vec();
    sorted.sort_by(|a, b| a.0.total_cmp(&b.0));
    let n = sorted.len();
    (0..10)
        .map(|i| &sorted[i * n / 10..(i + 1) * n / 10])
        .filter(|bin| !bin.is_empty())
        .map(|bin| {
            let size = bin.len() as f64;
            let stated = bin.iter().map(|(p, _)| f64::from(*p)).sum::<f64>() / size;
            let happened = bin.iter().filter(|(_, h)| *h).count() as f64 / size;
            (stated, happened, bin.len())
        })
        .collect()
}

/// Expected calibration error: the mean distance between stated and observed, weighted by cases.
pub fn error(bins: &[Bin]) -> f64 {
    let all: usize = bins.iter().map(|b| b.2).sum();
    bins.iter().map(|(s, h, n)| (s - h).abs() * *n as f64).sum::<f64>() / all.max(1) as f64
}

/// A reliability diagram as SVG.
pub fn picture(title: &str, bins: &[Bin]) -> String {
    let mut svg = String::from(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 340 340\" font-family=\"sans-serif\" font-size=\"11\">\n\
         <rect width=\"340\" height=\"340\" fill=\"#fff\"/>\n\
         <path d=\"M40 300H320M40 300V20\" stroke=\"#555\" fill=\"none\"/>\n\
         <path d=\"M40 300L320 20\" stroke=\"#bbb\" stroke-dasharray=\"4 3\"/>\n",
    );
    let _ = writeln!(svg, "<text x=\"180\" y=\"14\" text-anchor=\"middle\">{title}</text>");
    let _ = writeln!(svg, "<text x=\"180\" y=\"332\" text-anchor=\"middle\">stated probability</text>");
    let _ = writeln!(
        svg,
        "<text x=\"14\" y=\"160\" text-anchor=\"middle\" transform=\"rotate(-90 14 160)\">observed share</text>"
    );
    for tick in [0.0, 0.5, 1.0] {
        let (x, y) = (40.0 + 280.0 * tick, 300.0 - 280.0 * tick);
        let _ = writeln!(svg, "<text x=\"{x}\" y=\"315\" text-anchor=\"middle\">{tick}</text>");
        let _ = writeln!(svg, "<text x=\"34\" y=\"{}\" text-anchor=\"end\">{tick}</text>", y + 4.0);
    }
    for (stated, happened, _) in bins {
        let _ = writeln!(
            svg,
            "<circle cx=\"{:.1}\" cy=\"{:.1}\" r=\"4\" fill=\"#8a3b12\"/>",
            40.0 + 280.0 * stated,
            300.0 - 280.0 * happened
        );
    }
    svg.push_str("</svg>\n");
    svg
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_true_statement_has_no_error_and_a_boast_has_its_size() {
        let honest: Vec<(f32, bool)> = (0..1000).map(|i| (0.5, i % 2 == 0)).collect();
        assert!(error(&bins(&honest)) < 0.02);
        let boast: Vec<(f32, bool)> = (0..1000).map(|i| (0.9, i % 2 == 0)).collect();
        assert!((error(&bins(&boast)) - 0.4).abs() < 0.02);
        assert!(picture("x", &bins(&boast)).contains("<circle"));
    }
}
