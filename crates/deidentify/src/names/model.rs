//! The learned part: how much a word looks like a name, where nothing before it says so.
//!
//! A logistic regression over hashed features, one signed byte each. The weights are ours
//! (`weights/names.bin`); `training/` tells how they came about.

use super::features;
use crate::tokens::Token;
use ariane_domain::Language;

const FILE: &[u8] = include_bytes!("../../weights/names.bin");
const MARK: &[u8; 4] = b"ANM1";

/// The weights, read from the file within the program.
#[derive(Debug)]
pub struct Model {
    scale: f32,
    bias: f32,
    weights: Vec<i8>,
}

impl Model {
    /// The weights that ship with Ariane. A file of another form gives a model that knows nothing; a test holds that
    /// ours is read.
    pub fn shipped() -> Self {
        Self::read(FILE).unwrap_or(Self { scale: 0.0, bias: 0.0, weights: Vec::new() })
    }

    fn read(file: &[u8]) -> Option<Self> {
        let rest = file.strip_prefix(MARK)?;
        let scale = f32::from_le_bytes(*rest.first_chunk::<4>()?);
        let bias = f32::from_le_bytes(*rest.get(4..)?.first_chunk::<4>()?);
        let weights = rest.get(8..).filter(|w| w.len() == features::BUCKETS)?;
        Some(Self { scale, bias, weights: weights.iter().map(|b| b.cast_signed()).collect() })
    }

    /// Whether weights were read.
    pub fn is_trained(&self) -> bool {
        !self.weights.is_empty()
    }

    /// From 0, no name, to 1.
    pub fn score(&self, tokens: &[Token<'_>], i: usize, language: Language) -> f32 {
        let mut sum = 0_i32;
        features::of(tokens, i, language, |_, bucket| {
            sum += self.weights.get(bucket).map_or(0, |w| i32::from(*w));
        });
        1.0 / (1.0 + (-(sum as f32 * self.scale + self.bias)).exp())
    }
}

/// The bytes of a weights file; for training.
pub fn write(weights: &[f32], bias: f32) -> Vec<u8> {
    let most = weights.iter().fold(1e-6_f32, |m, w| m.max(w.abs())).min(6.0);
    let scale = most / 127.0;
    let mut out = MARK.to_vec();
    out.extend(scale.to_le_bytes());
    out.extend(bias.to_le_bytes());
    out.extend(weights.iter().map(|w| ((w / scale).round().clamp(-127.0, 127.0) as i8).cast_unsigned()));
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_shipped_weights_are_read_and_small() {
        assert!(Model::shipped().is_trained());
        assert!(FILE.len() <= 200 * 1024);
    }
}
