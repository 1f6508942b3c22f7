//! Figures over many cases: within-paper means first, because one paper may hold hundreds of cases.

use super::variants::Numbers;
use std::collections::BTreeMap;

/// Where the right answer stood; none when it was not among the answers at all.
pub type Rank = Option<f32>;

/// The outcome of one case.
#[derive(Debug, Clone)]
pub struct Outcome {
    /// Publication.
    pub paper: String,
    /// OMIM number of the disease.
    pub disease: u32,
    /// Whether the disease kept any annotation.
    pub rankable: bool,
    /// Expected rank of the right answer among ties.
    pub rank: Rank,
    /// Weight of a hit: 1 by the number of OMIM codes of the entry.
    pub weight: f32,
}

/// Hit rates at 1, 3 and 10, and mean reciprocal rank.
pub type Hits = [f64; 4];

impl Outcome {
    fn hits(&self) -> Hits {
        let Some(rank) = self.rank else { return [0.0; 4] };
        let weight = f64::from(self.weight);
        let at = |k: f32| if rank <= k + 0.49 { weight } else { 0.0 };
        [at(1.0), at(3.0), at(10.0), weight / f64::from(rank)]
    }
}

/// Mean of rows.
fn mean<'a>(rows: impl Iterator<Item = &'a Hits>) -> Hits {
    let (mut sum, mut n) = ([0.0; 4], 0.0);
    for row in rows {
        n += 1.0;
        for (s, v) in sum.iter_mut().zip(row) {
            *s += v;
        }
    }
    sum.map(|s| if n > 0.0 { s / n } else { 0.0 })
}

/// Means per paper, per case, per disease.
#[derive(Debug, Clone, Default)]
pub struct Figures {
    /// Cases counted.
    pub cases: usize,
    /// Mean over papers of the mean within the paper.
    pub per_paper: Hits,
    /// The middle 95 % of `per_paper` over 1,000 bootstrap samples of papers: hits at 1 and at 10.
    pub interval: [(f64, f64); 2],
    /// Mean over cases.
    pub per_case: Hits,
    /// Mean over diseases of the mean within the disease.
    pub per_disease: Hits,
}

/// Figures of the cases that `keep` says.
pub fn figures(outcomes: &[Outcome], keep: impl Fn(&Outcome) -> bool) -> Figures {
    let kept: Vec<(&Outcome, Hits)> = outcomes.iter().filter(|o| keep(o)).map(|o| (o, o.hits())).collect();
    let mut papers: BTreeMap<&str, Vec<Hits>> = BTreeMap::new();
    let mut diseases: BTreeMap<u32, Vec<Hits>> = BTreeMap::new();
    for (outcome, hits) in &kept {
        papers.entry(&outcome.paper).or_default().push(*hits);
        diseases.entry(outcome.disease).or_default().push(*hits);
    }
    let of_papers: Vec<Hits> = papers.values().map(|rows| mean(rows.iter())).collect();
    let of_diseases: Vec<Hits> = diseases.values().map(|rows| mean(rows.iter())).collect();
    let mut numbers = Numbers::new("bootstrap over papers");
    let mut samples: [Vec<f64>; 2] = [Vec::new(), Vec::new()];
    for _ in 0..if of_papers.is_empty() { 0 } else { 1000 } {
        let sample = mean((0..of_papers.len()).map(|_| &of_papers[numbers.below(of_papers.len())]));
        samples[0].push(sample[0]);
        samples[1].push(sample[2]);
    }
    let interval = samples.map(|mut s| {
        s.sort_by(f64::total_cmp);
        let at = |q: f64| s.get((q * s.len() as f64) as usize).copied().unwrap_or(0.0);
        (at(0.025), at(0.975))
    });
    Figures {
        cases: kept.len(),
        per_paper: mean(of_papers.iter()),
        interval,
        per_case: mean(kept.iter().map(|(_, h)| h)),
        per_disease: mean(of_diseases.iter()),
    }
}

/// Expected rank of the best of the right answers, where `scores` are those of all answers: those above,
/// and half of those level with it.
pub fn expected_rank(right: f32, others: impl Iterator<Item = f32>) -> f32 {
    let (mut above, mut level) = (0.0, 0.0);
    for score in others {
        if score > right {
            above += 1.0;
        } else if score == right {
            level += 1.0;
        }
    }
    above + 1.0 + level / 2.0
}

#[cfg(test)]
mod tests {
    use super::*;

    fn outcome(paper: &str, rank: Rank) -> Outcome {
        Outcome { paper: paper.into(), disease: 1, rankable: true, rank, weight: 1.0 }
    }

    #[test]
    fn a_paper_with_many_cases_counts_once() {
        let mut all: Vec<Outcome> = (0..9).map(|_| outcome("a", Some(1.0))).collect();
        all.push(outcome("b", None));
        let f = figures(&all, |_| true);
        assert_eq!((f.per_paper[0], f.per_case[0]), (0.5, 0.9));
        assert!(f.interval[0].0 < 0.5 && f.interval[0].1 > 0.5);
    }

    #[test]
    fn ties_take_their_expected_rank_and_an_entry_of_two_codes_counts_half() {
        assert_eq!(expected_rank(1.0, [2.0, 1.0, 0.0].into_iter()), 2.5);
        let half = Outcome { weight: 0.5, ..outcome("a", Some(1.0)) };
        assert_eq!(figures(&[half], |_| true).per_paper, [0.5; 4]);
    }
}
