//! Misspelt words: symmetric deletion neighbourhoods.
//!
//! Two words within distance *k* become equal when at most *k* letters are deleted from each
//! (Garbe, "SymSpell", 2012). The index holds a hash of every word with its letters deleted; a query
//! word is looked up the same way and what is found is checked with the true distance.

use super::vocabulary::Vocabulary;
use std::hash::Hasher;

/// From this many letters on a word may hold one typo.
pub const ONE_TYPO_FROM: usize = 5;
/// From this many letters on a word may hold two.
pub const TWO_TYPOS_FROM: usize = 10;
/// Longer words are compared by their first letters only.
const LONGEST: usize = 24;

/// The deletion index: entries `hash(32) | word(32)`, sorted, with a table of the first 16 bits.
#[derive(Debug, Default)]
pub struct FuzzyIndex {
    entries: Vec<u64>,
    buckets: Vec<u32>,
}

fn hash(letters: &[u8]) -> u32 {
    let mut hasher = rustc_hash::FxHasher::default();
    hasher.write(letters);
    (hasher.finish() >> 17) as u32
}

/// Calls `visit` with the word and every shortening of it by up to `deletions` letters.
fn neighbourhood(word: &[u8], deletions: usize, visit: &mut impl FnMut(&[u8])) {
    visit(word);
    let mut short = [0_u8; LONGEST];
    let n = word.len().min(LONGEST);
    let word = &word[..n];
    if deletions == 0 || n < 2 {
        return;
    }
    for i in 0..n {
        if i > 0 && word[i] == word[i - 1] {
            continue;
        }
        short[..i].copy_from_slice(&word[..i]);
        short[i..n - 1].copy_from_slice(&word[i + 1..]);
        visit(&short[..n - 1]);
        if deletions > 1 {
            for j in i + 1..n {
                let mut shorter = short;
                shorter[j - 1..n - 2].copy_from_slice(&word[j + 1..]);
                visit(&shorter[..n - 2]);
            }
        }
    }
}

/// How many typos a comparison of words of these lengths allows: the longer one counts, because a
/// typo may have taken a letter away.
fn allowed(a: usize, b: usize) -> usize {
    match a.max(b) {
        n if n >= TWO_TYPOS_FROM => 2,
        n if n >= ONE_TYPO_FROM => 1,
        _ => 0,
    }
}

impl FuzzyIndex {
    /// Indexes a vocabulary.
    pub fn new(vocabulary: &Vocabulary) -> Self {
        let mut entries = Vec::new();
        for number in 0..vocabulary.len() as u32 {
            let word = vocabulary.word(number).as_bytes();
            // One letter less than the limits, because the typo may be an added letter, and one less
            // again because indexed words have lost their plural ending.
            let deletions = match word.len() {
                n if n + 2 >= TWO_TYPOS_FROM => 2,
                n if n + 2 >= ONE_TYPO_FROM => 1,
                _ => continue,
            };
            neighbourhood(&word[..word.len().min(LONGEST)], deletions, &mut |short| {
                entries.push(u64::from(hash(short)) << 32 | u64::from(number));
            });
        }
        entries.sort_unstable();
        entries.dedup();
        entries.shrink_to_fit();
        let mut buckets = vec![0_u32; (1 << 16) + 1];
        for entry in &entries {
            buckets[(entry >> 48) as usize + 1] += 1;
        }
        for i in 1..buckets.len() {
            buckets[i] += buckets[i - 1];
        }
        Self { entries, buckets }
    }

    /// Words that may be meant, with their distance; exact matches are not among them.
    ///
    /// `typed` is how many letters were typed, before any plural ending was cut.
    pub fn similar(&self, vocabulary: &Vocabulary, word: &str, typed: usize, out: &mut Vec<(u32, usize)>) {
        out.clear();
        if typed + 1 < ONE_TYPO_FROM || word.len() > 60 || self.buckets.is_empty() {
            return;
        }
        let deletions = if typed + 2 >= TWO_TYPOS_FROM { 2 } else { 1 };
        let letters = word.as_bytes();
        let mut candidates: Vec<u32> = Vec::new();
        neighbourhood(&letters[..letters.len().min(LONGEST)], deletions, &mut |short| {
            let wanted = hash(short);
            let bucket = (wanted >> 16) as usize;
            let slice = &self.entries[self.buckets[bucket] as usize..self.buckets[bucket + 1] as usize];
            let start = slice.partition_point(|e| (e >> 32) < u64::from(wanted));
            candidates.extend(
                slice[start..].iter().take_while(|e| (*e >> 32) == u64::from(wanted)).map(|e| *e as u32),
            );
        });
        candidates.sort_unstable();
        candidates.dedup();
        for number in candidates {
            let other = vocabulary.word(number);
            let limit = allowed(typed, other.len() + usize::from(typed > word.len()));
            if let Some(distance) = distance(letters, other.as_bytes(), limit).filter(|d| *d > 0) {
                out.push((number, distance));
            }
        }
    }
}

/// Optimal string alignment distance (insertions, deletions, substitutions, neighbours swapped), if at
/// most `limit`.
pub fn distance(a: &[u8], b: &[u8], limit: usize) -> Option<usize> {
    if a.len().abs_diff(b.len()) > limit || a.len() > 63 || b.len() > 63 {
        return (a == b).then_some(0);
    }
    let mut before_last = [0_u8; 64];
    let mut last = [0_u8; 64];
    let mut row = [0_u8; 64];
    for (j, cell) in last.iter_mut().enumerate().take(b.len() + 1) {
        *cell = j as u8;
    }
    for i in 1..=a.len() {
        row[0] = i as u8;
        let mut least = row[0];
        for j in 1..=b.len() {
            let cost = u8::from(a[i - 1] != b[j - 1]);
            let mut cell = (last[j - 1] + cost).min(last[j] + 1).min(row[j - 1] + 1);
            if i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1] {
                cell = cell.min(before_last[j - 2] + 1);
            }
            row[j] = cell;
            least = least.min(cell);
        }
        if usize::from(least) > limit {
            return None;
        }
        (before_last, last) = (last, row);
    }
    let distance = usize::from(last[b.len()]);
    (distance <= limit).then_some(distance)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn distances_count_a_swap_as_one() {
        let d = |a: &str, b: &str| distance(a.as_bytes(), b.as_bytes(), 3);
        assert_eq!(d("marfan", "marfna"), Some(1));
        assert_eq!(d("marfan", "marfan"), Some(0));
        assert_eq!(d("mucovisidose", "mucoviscidose"), Some(1));
        assert_eq!(d("abc", "xyzw"), None);
        assert_eq!(d("", "ab"), Some(2));
    }

    #[test]
    fn typos_are_forgiven_according_to_length() {
        let words = ["acne", "ehler", "fabry", "marfan", "mucoviscidose"];
        let vocabulary = Vocabulary::from_sorted(words.into_iter());
        let index = FuzzyIndex::new(&vocabulary);
        let mut out = Vec::new();
        let mut similar = |word: &str| {
            index.similar(&vocabulary, word, word.len(), &mut out);
            out.iter().map(|(n, _)| words[*n as usize]).collect::<Vec<_>>()
        };
        assert_eq!(similar("marfna"), ["marfan"]);
        assert_eq!(similar("fabr"), ["fabry"]);
        assert_eq!(similar("fabrry"), ["fabry"]);
        assert_eq!(similar("mucovizidose"), ["mucoviscidose"]);
        assert_eq!(similar("acnf"), [""; 0]);
        assert_eq!(similar("marxxn"), [""; 0]);
    }
}
