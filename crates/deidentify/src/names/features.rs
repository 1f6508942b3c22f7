//! What the model sees of a word: its letters, how it is written, what stands around it.

use super::lexicon;
use crate::tokens::{Class, Regime, Shape, Token};
use ariane_domain::Language;

/// Buckets into which features are hashed; a power of two.
pub const BUCKETS: usize = 1 << 17;

/// FNV-1a, so that weights mean the same on every machine and with every version of the compiler.
struct Hash(u32);

impl Hash {
    const fn of(kind: u8) -> Self {
        Self((0x811c_9dc5 ^ kind as u32).wrapping_mul(0x0100_0193))
    }

    fn with(mut self, bytes: &[u8]) -> Self {
        for byte in bytes {
            self.0 = (self.0 ^ u32::from(*byte)).wrapping_mul(0x0100_0193);
        }
        self
    }

    fn bucket(self) -> usize {
        let mixed = self.0 ^ (self.0 >> 15);
        mixed.wrapping_mul(0x2c1b_3c6d) as usize % BUCKETS
    }
}

/// Which features are told apart from the rest, so that training can leave them out at times.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Group {
    /// The word as a whole.
    Word,
    /// Its letters and form.
    Form,
    /// What stands around it.
    Around,
}

/// Tells the buckets of a token's features.
pub fn of(tokens: &[Token<'_>], i: usize, language: Language, mut tell: impl FnMut(Group, usize)) {
    let Some(token) = tokens.get(i) else { return };
    let word = token.folded.as_str();
    tell(Group::Word, Hash::of(1).with(word.as_bytes()).bucket());
    let marked: Vec<char> = std::iter::once('^').chain(word.chars()).chain(std::iter::once('$')).collect();
    for n in 2..=5 {
        for gram in marked.windows(n) {
            let text: String = gram.iter().collect();
            tell(Group::Form, Hash::of(2).with(text.as_bytes()).bucket());
        }
    }
    let length = u8::try_from(word.chars().count().min(12)).unwrap_or(12);
    let lists = u8::from(lexicon::is_ordinary(word))
        | u8::from(lexicon::is_eponym(word)) << 1
        | u8::from(lexicon::is_medicine(word)) << 2;
    let form = [token.shape as u8, token.regime as u8, u8::from(token.sentence_start), language as u8];
    tell(Group::Form, Hash::of(3).with(&form).bucket());
    tell(Group::Form, Hash::of(4).with(&form).with(&[lists]).bucket());
    tell(Group::Form, Hash::of(5).with(&[length, token.shape as u8]).bucket());
    tell(Group::Form, Hash::of(6).with(&[lists]).bucket());

    let before = i.checked_sub(1).and_then(|b| tokens.get(b));
    let further = i.checked_sub(2).and_then(|b| tokens.get(b));
    let after = tokens.get(i + 1);
    let beyond = tokens.get(i + 2);
    for (kind, neighbour) in [(10, before), (11, after), (12, further), (13, beyond)] {
        let text = neighbour.map_or("|", |t| t.folded.as_str());
        tell(Group::Around, Hash::of(kind).with(text.as_bytes()).bucket());
        let dress = neighbour.map_or([9, 0, 0], |t| {
            let class = match t.class {
                Class::Word => 0,
                Class::Number => 1,
                Class::Sign(_) => 2,
            };
            let shape = if t.regime == Regime::Mixed { t.shape } else { Shape::None };
            [class, shape as u8, u8::from(lexicon::is_ordinary(&t.folded))]
        });
        tell(Group::Around, Hash::of(kind + 10).with(&dress).with(&[token.shape as u8]).bucket());
    }
    let glued = [u8::from(!token.spaced), u8::from(after.is_some_and(|t| !t.spaced && t.is_word()))];
    tell(Group::Form, Hash::of(30).with(&glued).bucket());
}
