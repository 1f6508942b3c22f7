//! The number of people who fit what is shown, as a range.

use super::margins::Margins;
use super::shown::{AgeStep, Person, Shown};
use crate::epidemiology::RateRange;
use serde::{Deserialize, Serialize};

/// Share of a range that the interval leaves out on each side.
pub const TAIL: f64 = 0.025;

/// Values of the standard normal distribution in the middle of fifteen equally likely parts: its quantiles at 1/30, 3/30, … 29/30.
const NORMAL: [f64; 15] = [
    -1.8339, -1.2816, -0.9674, -0.7279, -0.5244, -0.3407, -0.1679, 0.0, 0.1679, 0.3407, 0.5244, 0.7279,
    0.9674, 1.2816, 1.8339,
];

/// Where a published range begins at nothing (`<1 / 1 000 000`), it is read as down to this share of its upper end.
const FAINTEST: f64 = 0.01;

/// Where a published range has no upper end (`>1 / 1000`), it is read as up to this many times its lower end.
const WIDEST: f64 = 10.0;

/// How far two attributes hang together beyond what their margins say: the standard deviation of the logarithm of the true number
/// over the product of shares. Our reading of what STATEC publishes jointly: the share of foreigners is 49 % below five years and
/// 28 % from 65 on, against 48 % of all (2018), and from 20 % to 71 % between communes (2022). That disorders have an age and a sex
/// of their own is known; how much is seldom published, and so is taken as wide.
mod together {
    pub const AGE_NATIONALITY: f64 = 0.45;
    pub const AREA_NATIONALITY: f64 = 0.5;
    pub const AGE_SEX: f64 = 0.15;
    pub const AGE_AREA: f64 = 0.15;
    pub const SEX_NATIONALITY: f64 = 0.15;
    pub const AGE_DISORDER: f64 = 0.9;
    pub const SEX_DISORDER: f64 = 0.5;
    pub const AREA_DISORDER: f64 = 0.3;
    pub const NATIONALITY_DISORDER: f64 = 0.6;
    /// Years within a class of a table are not alike.
    pub const WITHIN_CLASS: f64 = 0.15;
}

/// How many people fit, the person counted.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
pub struct Estimate {
    /// Low end: fewer only with a probability of [`TAIL`].
    pub low: u64,
    /// As likely more as fewer.
    pub middle: u64,
    /// High end.
    pub high: u64,
    /// Mean of one in how many: the probability that a guess among all who fit is right.
    pub risk: f64,
}

/// What is not known of a number, as equally likely values of its mean.
#[derive(Debug, Clone)]
pub struct Fitting {
    means: Vec<f64>,
}

/// Something that cannot be counted, and so might be shared by nobody else.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum Unknown {
    /// No table of ages.
    #[error("no table of ages")]
    Age,
    /// No table of sexes.
    #[error("no table of sexes")]
    Sex,
    /// The nationality is in no table.
    #[error("the nationality is in no table")]
    Nationality,
    /// The area is in no table.
    #[error("the area is in no table")]
    Area,
    /// No prevalence is published.
    #[error("no prevalence is published")]
    Prevalence,
}

impl Unknown {
    /// Stable word for translation keys.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Age => "age",
            Self::Sex => "sex",
            Self::Nationality => "nationality",
            Self::Area => "area",
            Self::Prevalence => "prevalence",
        }
    }
}

/// Lower and upper end of a published rate, both above nothing.
fn ends(rate: &RateRange) -> Option<(f64, f64)> {
    let high = rate.high.unwrap_or(rate.low * WIDEST).min(1.0);
    let low = if rate.low > 0.0 { rate.low } else { high * FAINTEST };
    (high > 0.0 && low <= high).then_some((low, high))
}

/// Above this mean a Poisson number is near enough to normal on the scale of Wilson and Hilferty.
const MANY: f64 = 200.0;

/// Probability that a Poisson number of this mean is at most `most`. Summed where the mean is small; above, by the cube root of the
/// gamma distribution that says the same (Wilson and Hilferty, The distribution of chi-square, 1931), far closer there than what is
/// known of any mean.
fn poisson_at_most(mean: f64, most: u64) -> f64 {
    if mean > MANY {
        let n = most as f64 + 1.0;
        let z = ((mean / n).cbrt() - (1.0 - 1.0 / (9.0 * n))) * 3.0 * n.sqrt();
        return 0.5 * libm::erfc(z / std::f64::consts::SQRT_2);
    }
    let mut term = (-mean).exp();
    let mut sum = term;
    for k in 1..=most {
        term *= mean / k as f64;
        sum += term;
        if term < sum * 1e-15 && k as f64 > mean {
            break;
        }
    }
    sum.min(1.0)
}

impl Fitting {
    /// Who fits what is shown of a person.
    ///
    /// # Errors
    /// [`Unknown`] where something shown has no published number.
    pub fn new(person: &Person, shown: &Shown, margins: &Margins) -> Result<Self, Unknown> {
        let area = person.areas.get(shown.area);
        let everybody = margins.everybody().ok_or(Unknown::Area)?;
        let persons = match area {
            Some(id) => margins.area(id).ok_or(Unknown::Area)?,
            None => everybody,
        };
        // A whole country is no choice among its parts.
        let has_area = persons < everybody;
        let mut number = persons as f64;
        let ages = person.age.and_then(|age| shown.age.ages(age));
        if let Some((first, last)) = ages {
            number *= margins.age_share(first, last).ok_or(Unknown::Age)?;
        }
        let sex = person.sex.filter(|_| shown.sex);
        if let Some(sex) = sex {
            number *= margins.sex_share(sex).ok_or(Unknown::Sex)?;
        }
        let nationality = person.nationality.filter(|_| shown.nationality);
        if let Some(country) = nationality {
            number *= margins.nationality_share(country).ok_or(Unknown::Nationality)?;
        }
        let disorder = person.disorders.get(shown.disorder);
        let mut ranges = Vec::new();
        if let Some(named) = disorder {
            let rate = named.prevalence.as_ref().and_then(ends).ok_or(Unknown::Prevalence)?;
            ranges.push(rate);
        }
        if shown.traits {
            ranges.extend(person.traits.iter().filter_map(ends));
        }
        let has = (ages.is_some(), sex.is_some(), nationality.is_some(), has_area, disorder.is_some());
        let spread = spread(has, ages.is_some_and(|_| shown.age < AgeStep::ChildOrAdult));
        Ok(Self { means: spread_out(number, &ranges, spread) })
    }

    /// Probability that fewer than `bound` people fit, the person counted.
    pub fn fewer_than(&self, bound: u64) -> f64 {
        let Some(others) = bound.checked_sub(2) else {
            return if bound == 0 { 0.0 } else { f64::from(bound > 1) };
        };
        self.means.iter().map(|mean| poisson_at_most(*mean, others)).sum::<f64>() / self.means.len() as f64
    }

    /// Smallest number that is reached or stayed below with at least this probability.
    fn quantile(&self, share: f64) -> u64 {
        let (mut low, mut high) = (1_u64, 2_u64);
        while self.fewer_than(high.saturating_add(1)) < share && high < 1 << 40 {
            low = high;
            high *= 2;
        }
        while low < high {
            let middle = low + (high - low) / 2;
            if self.fewer_than(middle + 1) >= share { high = middle } else { low = middle + 1 }
        }
        low
    }

    /// The number with its range.
    pub fn estimate(&self) -> Estimate {
        // Mean of 1/(1+X) for a Poisson X: (1 - e^-m) / m.
        let guess = |mean: f64| if mean < 1e-9 { 1.0 } else { -(-mean).exp_m1() / mean };
        Estimate {
            low: self.quantile(TAIL),
            middle: self.quantile(0.5),
            high: self.quantile(1.0 - TAIL),
            risk: self.means.iter().copied().map(guess).sum::<f64>() / self.means.len() as f64,
        }
    }
}

/// Standard deviation of the logarithm of a number that is a product of shares.
fn spread(has: (bool, bool, bool, bool, bool), is_within_class: bool) -> f64 {
    let (age, sex, nationality, area, disorder) = has;
    let pairs = [
        (age && nationality, together::AGE_NATIONALITY),
        (area && nationality, together::AREA_NATIONALITY),
        (age && sex, together::AGE_SEX),
        (age && area, together::AGE_AREA),
        (sex && nationality, together::SEX_NATIONALITY),
        (age && disorder, together::AGE_DISORDER),
        (sex && disorder, together::SEX_DISORDER),
        (area && disorder, together::AREA_DISORDER),
        (nationality && disorder, together::NATIONALITY_DISORDER),
        (is_within_class, together::WITHIN_CLASS),
    ];
    pairs.into_iter().filter(|(there, _)| *there).map(|(_, sd)| sd * sd).sum::<f64>().sqrt()
}

/// Equally likely values of the mean number of others: each range even on a logarithmic scale, and the spread normal on it. Several
/// ranges add up as the logarithms of independent even numbers do, which two or more follow a normal number closely.
fn spread_out(number: f64, ranges: &[(f64, f64)], spread: f64) -> Vec<f64> {
    let (first, rest) = match ranges.split_first() {
        Some((first, rest)) => (*first, rest),
        None => ((1.0, 1.0), &[][..]),
    };
    let middle: f64 = rest.iter().map(|(low, high)| (low.ln() + high.ln()) / 2.0).sum();
    let wide: f64 = rest.iter().map(|(low, high)| (high / low).ln().powi(2) / 12.0).sum();
    let spread = (spread * spread + wide).sqrt();
    let (low, high) = (first.0.ln(), first.1.ln());
    let parts = NORMAL.len();
    let mut means = Vec::with_capacity(parts * parts);
    for part in 0..parts {
        let rate = low + (high - low) * (part as f64 + 0.5) / parts as f64;
        // No more people can fit than there are.
        means.extend(NORMAL.iter().map(|z| (number.ln() + rate + middle + spread * z).exp().min(number)));
    }
    means
}

#[cfg(test)]
#[path = "estimate_tests.rs"]
pub(super) mod tests;
