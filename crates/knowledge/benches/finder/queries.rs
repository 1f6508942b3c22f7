//! A labelled set of queries, generated from the names with a fixed seed.

use ariane_domain::Language;
use ariane_knowledge::catalogue::Catalogue;
use ariane_knowledge::catalogue::entity::{NameKind, Status};
use ariane_knowledge::fold;

/// How a name is disturbed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    Exact,
    NoAccents,
    Swapped,
    OneTypo,
    Typos,
}

impl Kind {
    pub const ALL: [Kind; 5] = [Self::Exact, Self::NoAccents, Self::Swapped, Self::OneTypo, Self::Typos];

    pub const fn name(self) -> &'static str {
        match self {
            Self::Exact => "every name and synonym",
            Self::NoAccents => "lower case without accents",
            Self::Swapped => "words in another order",
            Self::OneTypo => "one typo in the longest word",
            Self::Typos => "one typo in each word of 5 or more",
        }
    }
}

/// A query with the key of the name it was made from.
pub struct Case {
    pub text: String,
    pub key: String,
    pub language: Language,
}

/// A small generator with a fixed seed (xorshift64*).
pub struct Random(u64);

impl Random {
    pub fn new(seed: u64) -> Self {
        Self(seed.wrapping_mul(0x9E37_79B9_7F4A_7C15) | 1)
    }

    pub fn below(&mut self, n: usize) -> usize {
        self.0 ^= self.0 >> 12;
        self.0 ^= self.0 << 25;
        self.0 ^= self.0 >> 27;
        (self.0.wrapping_mul(0x2545_F491_4F6C_DD1D) >> 33) as usize % n.max(1)
    }
}

/// Cases of a kind: all of them, or a sample without repetition.
pub fn cases(catalogue: &Catalogue, kind: Kind, most: usize, random: &mut Random) -> Vec<Case> {
    let mut pool: Vec<usize> = (0..catalogue.names().len())
        .filter(|n| {
            let name = &catalogue.names()[*n];
            catalogue.entities()[name.entity as usize].status == Status::Active
                && matches!(name.kind, NameKind::Preferred | NameKind::Synonym)
                && name.text.chars().filter(|c| c.is_alphanumeric()).count() >= 2
        })
        .filter(|n| kind != Kind::Swapped || fold::words(&catalogue.names()[*n].text).len() > 1)
        .filter(|n| {
            !matches!(kind, Kind::OneTypo | Kind::Typos)
                || fold::words(&catalogue.names()[*n].text).iter().any(|w| w.len() >= 5)
        })
        .collect();
    let mut out = Vec::new();
    while !pool.is_empty() && out.len() < most {
        let at = if most == usize::MAX { pool.len() - 1 } else { random.below(pool.len()) };
        let name = &catalogue.names()[pool.swap_remove(at)];
        let text = disturb(&name.text, kind, random);
        out.push(Case { text, key: fold::key(&name.text), language: name.language });
    }
    out
}

fn disturb(text: &str, kind: Kind, random: &mut Random) -> String {
    match kind {
        Kind::Exact => text.to_owned(),
        Kind::NoAccents => fold::words(text).join(" "),
        Kind::Swapped => {
            let mut words = fold::words(text);
            for i in (1..words.len()).rev() {
                words.swap(i, random.below(i + 1));
            }
            words.join(" ")
        }
        Kind::OneTypo | Kind::Typos => {
            let words = fold::words(text);
            let longest = (0..words.len()).max_by_key(|i| words[*i].len()).unwrap_or(0);
            let hit = |i: usize, w: &String| {
                if kind == Kind::Typos { w.chars().count() >= 5 } else { i == longest }
            };
            let misspelt: Vec<String> = words
                .iter()
                .enumerate()
                .map(|(i, w)| if hit(i, w) { typo(w, random) } else { w.clone() })
                .collect();
            misspelt.join(" ")
        }
    }
}

/// A letter replaced, left out, doubled in, or swapped with its neighbour.
fn typo(word: &str, random: &mut Random) -> String {
    let mut letters: Vec<char> = word.chars().collect();
    let at = random.below(letters.len());
    let letter = char::from(b'a' + random.below(26) as u8);
    match random.below(4) {
        0 => letters[at] = letter,
        1 => {
            letters.remove(at);
        }
        2 => letters.insert(at, letter),
        _ => {
            let at = at.min(letters.len().saturating_sub(2));
            letters.swap(at, at + 1);
        }
    }
    letters.into_iter().collect()
}
