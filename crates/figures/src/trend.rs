//! Whether a month stands out against the year before it: the gap alert per disease group (F79).
//!
//! The rule: counts of a month are taken as Poisson, and nothing is assumed of their mean but what the twelve whole months before
//! say (Jeffreys' prior, Gamma(1/2, 0)). The count to be expected is then negative binomial with r = S + 1/2 and
//! p = m / (m + 1), where S is the sum of m months: wider than Poisson while little is known. A month stands out when a count as
//! large as its own, or larger, had a probability of at most one in a hundred, and it counts at least three.
//!
//! Source: the "Bayes system" of the R package surveillance, function `algo.bayes` (A. Riebler 2004; M. Höhle), whose bound is
//! `qnbinom(1 - alpha, sum + 1/2, n / (n + 1))` over n counts before; its manual page says that the predictive posterior is negative
//! binomial. Manual <https://search.r-project.org/CRAN/refmans/surveillance/html/algo.bayes.html> and code `R/algo_bayes.R`, both read
//! 2026-11-23. Ours differs: twelve months before in place of six weeks; one in a hundred in place of a twentieth, since some two dozen
//! groups are looked at each month; a count has to exceed the bound, where theirs has to reach it; and the least count is our own.

/// Months that the rule looks back.
pub const MONTHS_BEFORE: usize = 12;
/// Greatest probability of a count that stands out.
pub const PROBABILITY: f64 = 0.01;
/// Least count that stands out.
pub const LEAST: u64 = 3;

/// What the rule says of a month.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Verdict {
    /// Fewer months on record than the rule needs.
    TooShort,
    /// As many as the months before let expect, or fewer.
    AsExpected(Expected),
    /// More than they let expect.
    Above(Expected),
}

/// What the months before let expect.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Expected {
    /// Mean of the months before.
    pub mean: f64,
    /// Probability of a count as large, or larger.
    pub probability: f64,
}

/// Probability that a negative binomial count with `r` and `p` is `n` or more.
fn at_least(n: u64, r: f64, p: f64) -> f64 {
    // Each term from the one before, as logarithms: the first may be too small for a number.
    let (mut term, mut below) = (r * p.ln(), 0.0);
    for k in 0..n {
        below += term.exp();
        let k = k as f64;
        term += ((k + r) / (k + 1.0)).ln() + (1.0 - p).ln();
    }
    f64::clamp(1.0 - below, 0.0, 1.0)
}

/// Judges a month by those before it, oldest first; only the last twelve are looked at.
pub fn judge(before: &[u64], now: u64) -> Verdict {
    let Some(start) = before.len().checked_sub(MONTHS_BEFORE) else { return Verdict::TooShort };
    let sum: u64 = before[start..].iter().sum();
    let months = MONTHS_BEFORE as f64;
    let probability = at_least(now, sum as f64 + 0.5, months / (months + 1.0));
    let expected = Expected { mean: sum as f64 / months, probability };
    if now >= LEAST && probability <= PROBABILITY {
        Verdict::Above(expected)
    } else {
        Verdict::AsExpected(expected)
    }
}

/// Judges one month of a series of which only the last so many months are on record.
pub fn judge_month(series: &[u64], at: usize, recorded: usize) -> Verdict {
    let first = series.len().saturating_sub(recorded);
    match series.get(at) {
        Some(now) if at >= first => judge(&series[first..at], *now),
        _ => Verdict::TooShort,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn the_probabilities_are_those_of_the_negative_binomial() {
        // r = 1, p = 1/2 is geometric: the probability of n or more is 2^-n.
        for n in 0..20_i32 {
            assert!((at_least(n as u64, 1.0, 0.5) - 0.5_f64.powi(n)).abs() < 1e-12, "{n}");
        }
        let at_all = 1.0 - (12.0_f64 / 13.0).powf(12.5);
        assert!((at_least(1, 12.5, 12.0 / 13.0) - at_all).abs() < 1e-12);
    }

    #[test]
    fn a_month_stands_out_when_the_year_before_does_not_explain_it() {
        let is_above = |before: &[u64], now| matches!(judge(before, now), Verdict::Above(_));
        assert_eq!(judge(&[1; 11], 50), Verdict::TooShort);
        assert!(is_above(&[1; 12], 6) && !is_above(&[1; 12], 3));
        assert!(is_above(&[0; 12], 3) && !is_above(&[0; 12], 2), "two are never an alert");
        assert!(is_above(&[100; 12], 130) && !is_above(&[100; 12], 110));
        let mut old = vec![500; 12];
        old.extend([1; 12]);
        assert!(is_above(&old, 6), "only the last twelve months count");
        assert!(is_above(&[40_000; 12], 41_000), "large counts are computed too");
        let series = [[0; 6].as_slice(), &[1; 12], &[9]].concat();
        assert!(matches!(judge_month(&series, 18, 13), Verdict::Above(_)));
        assert_eq!(judge_month(&series, 18, 12), Verdict::TooShort, "what was not recorded is no zero");
        assert_eq!(judge_month(&series, 40, 12), Verdict::TooShort);
    }

    proptest! {
        #[test]
        fn more_is_never_less_striking(before in proptest::collection::vec(0u64..60, 12..20), now in 0u64..200) {
            let probability = |verdict| match verdict {
                Verdict::TooShort => 2.0,
                Verdict::AsExpected(e) | Verdict::Above(e) => e.probability,
            };
            prop_assert!(probability(judge(&before, now + 1)) <= probability(judge(&before, now)));
        }
    }
}
