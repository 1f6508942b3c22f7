//! The learned parts, as they come with the program: trees and calibration (`weights/`), trained by
//! `training/train.py` on published cases, and cross-validated by publication.

use crate::trees::{Trees, TreesError};
use std::sync::LazyLock;

/// Parts into which publications are divided for cross-validation.
pub const FOLDS: usize = 4;

/// What a ranking rests on: the trees weigh the same numbers otherwise where persons are known.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Known {
    /// Annotations of HPO and Orphanet alone.
    #[default]
    Annotations,
    /// Published cases beside them.
    Cases,
}

/// Disorders that published cases must describe before the trees that learned with cases are used.
const LEAST_DISORDERS: usize = 50;

impl Known {
    /// By how many disorders published cases describe.
    pub fn of(described: usize) -> Self {
        if described >= LEAST_DISORDERS { Self::Cases } else { Self::Annotations }
    }

    /// Stable word: of tables, and of the directory of the weights.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Annotations => "annotations",
            Self::Cases => "cases",
        }
    }
}

/// The files of one kind of knowledge: trees of all publications, trees without each fold, calibration.
type Files = (&'static str, [&'static str; FOLDS], &'static str);

const OF_ANNOTATIONS: Files = (
    include_str!("../weights/annotations/trees.txt"),
    [
        include_str!("../weights/annotations/trees-without-0.txt"),
        include_str!("../weights/annotations/trees-without-1.txt"),
        include_str!("../weights/annotations/trees-without-2.txt"),
        include_str!("../weights/annotations/trees-without-3.txt"),
    ],
    include_str!("../weights/annotations/calibration.txt"),
);
const OF_CASES: Files = (
    include_str!("../weights/cases/trees.txt"),
    [
        include_str!("../weights/cases/trees-without-0.txt"),
        include_str!("../weights/cases/trees-without-1.txt"),
        include_str!("../weights/cases/trees-without-2.txt"),
        include_str!("../weights/cases/trees-without-3.txt"),
    ],
    include_str!("../weights/cases/calibration.txt"),
);

/// The fold of a publication: FNV-1a of its name.
pub fn fold_of(publication: &str) -> usize {
    let hash = publication
        .bytes()
        .fold(0xcbf2_9ce4_8422_2325_u64, |h, b| (h ^ u64::from(b)).wrapping_mul(0x100_0000_01b3));
    (hash % FOLDS as u64) as usize
}

/// From scores to probabilities. Fitted on cases whose publication the trees had not seen.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Calibration {
    /// Divides the scores.
    pub temperature: f32,
    /// Score of "none of these".
    pub none: f32,
    /// Slope and offset over the log-odds of the sum of the first ten.
    pub among_ten: (f32, f32),
    /// The same over the first ERN.
    pub ern: (f32, f32),
    /// The same over the first FSMR.
    pub fsmr: (f32, f32),
}

impl Calibration {
    fn read(line: &str) -> Option<Self> {
        let n: Vec<f32> = line.split_whitespace().skip(1).filter_map(|v| v.parse().ok()).collect();
        let [temperature, none, a, b, c, d, e, f] = n[..] else { return None };
        Some(Self { temperature, none, among_ten: (a, b), ern: (c, d), fsmr: (e, f) })
    }
}

/// A probability whose log-odds are stretched and shifted.
pub fn recalibrated(probability: f32, (slope, offset): (f32, f32)) -> f32 {
    let p = probability.clamp(1e-4, 1.0 - 1e-4);
    1.0 / (1.0 + (-(slope * (p / (1.0 - p)).ln() + offset)).exp())
}

/// Trees with their calibration.
pub struct Model {
    /// Scores a row.
    pub trees: Trees,
    /// Turns scores into probabilities.
    pub calibration: Calibration,
}

/// The model in use, and one per fold that has not seen the publications of that fold.
pub struct Models {
    /// Trained on all.
    pub full: Model,
    /// Trained without a fold.
    pub of_fold: Vec<Model>,
}

type Loaded = LazyLock<Result<Models, TreesError>>;

static WITHOUT_CASES: Loaded = LazyLock::new(|| read(OF_ANNOTATIONS));
static WITH_CASES: Loaded = LazyLock::new(|| read(OF_CASES));

fn read((full, of_fold, calibration): Files) -> Result<Models, TreesError> {
    let mut lines = calibration.lines();
    let mut next = |text: &str| {
        let calibration = lines.next().and_then(Calibration::read).ok_or(TreesError::Line(0))?;
        Ok(Model { trees: Trees::read(text)?, calibration })
    };
    Ok(Models { full: next(full)?, of_fold: of_fold.into_iter().map(next).collect::<Result<_, _>>()? })
}

/// The models that come with the program; a test holds that they can be read.
pub fn models(known: Known) -> Result<&'static Models, TreesError> {
    let loaded = match known {
        Known::Annotations => &WITHOUT_CASES,
        Known::Cases => &WITH_CASES,
    };
    loaded.as_ref().map_err(Clone::clone)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_comes_with_the_program_can_be_read() {
        for known in [Known::Annotations, Known::Cases] {
            let models = models(known).expect("readable");
            assert_eq!(models.of_fold.len(), FOLDS);
            for model in models.of_fold.iter().chain([&models.full]) {
                assert!(model.trees.len() > 100 && model.calibration.temperature > 0.0, "{}", known.word());
            }
        }
        assert_eq!((Known::of(0), Known::of(520)), (Known::Annotations, Known::Cases));
    }
}
