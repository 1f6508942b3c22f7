//! Likely spellings: stems that sound like a word, or do once a letter is left out of either.

use rustc_hash::{FxHashMap, FxHasher};
use std::hash::Hasher;

/// Shortest word whose typos are corrected, in bytes.
const SHORTEST: usize = 5;
/// From here on two edits are allowed.
const TWO_EDITS: usize = 10;
/// Longest word that is looked at; longer ones are no words.
const LONGEST: usize = 40;

/// Deletion neighbourhoods of all stems: `(hash, stem)`, sorted.
#[derive(Debug, Default)]
pub(crate) struct Typos {
    deletions: [Vec<(u32, u32)>; 5],
    /// All stems one after the other, and where each begins.
    text: String,
    starts: Vec<u32>,
}

fn hash(bytes: &[u8], without: Option<usize>) -> u32 {
    let mut hasher = FxHasher::default();
    match without {
        Some(at) => {
            hasher.write(&bytes[..at]);
            // Written in two halves the hash would differ from that of the whole.
            let mut joined = [0_u8; LONGEST];
            let mut n = 0;
            for (i, b) in bytes.iter().enumerate() {
                if i != at && n < LONGEST {
                    joined[n] = *b;
                    n += 1;
                }
            }
            return hash(&joined[..n], None);
        }
        None => hasher.write(bytes),
    }
    (hasher.finish() >> 32) as u32
}

/// The word with letters that sound alike written alike: y as i, k as c, ph as f, th as t, no double letters.
fn sound(word: &str) -> Vec<u8> {
    let mut out: Vec<u8> = Vec::with_capacity(word.len());
    for byte in word.bytes() {
        let byte = match (byte, out.last()) {
            (b'y', _) => b'i',
            (b'k', _) => b'c',
            (b'h', Some(b'p')) => {
                out.pop();
                b'f'
            }
            (b'h', Some(b't' | b'r' | b'c')) => continue,
            (b, _) => b,
        };
        if out.last() != Some(&byte) {
            out.push(byte);
        }
    }
    out
}

impl Typos {
    pub fn new(ids: &[FxHashMap<Box<str>, u32>; 5]) -> Self {
        let count = ids.iter().map(FxHashMap::len).sum();
        let mut words: Vec<&str> = vec![""; count];
        let deletions = std::array::from_fn(|language| {
            let mut all = Vec::new();
            for (word, id) in &ids[language] {
                if !word.is_ascii()
                    || !(SHORTEST..=LONGEST).contains(&word.len())
                    || word.starts_with(['\u{1}', '^'])
                {
                    continue;
                }
                if let Some(place) = words.get_mut(*id as usize) {
                    *place = word;
                }
                let sound = sound(word);
                all.push((hash(&sound, None), *id));
                all.extend((0..sound.len()).map(|at| (hash(&sound, Some(at)), *id)));
            }
            all.sort_unstable();
            all.dedup();
            all.shrink_to_fit();
            all
        });
        let mut text = String::with_capacity(words.iter().map(|w| w.len()).sum());
        let mut starts = Vec::with_capacity(count + 1);
        for word in words {
            starts.push(text.len() as u32);
            text.push_str(word);
        }
        starts.push(text.len() as u32);
        Self { deletions, text, starts }
    }

    fn word(&self, id: u32) -> Option<&str> {
        let at = id as usize;
        self.text.get(*self.starts.get(at)? as usize..*self.starts.get(at + 1)? as usize)
    }

    fn with(&self, language: usize, key: u32, out: &mut Vec<u32>) {
        let list = &self.deletions[language];
        let from = list.partition_point(|(h, _)| *h < key);
        out.extend(list[from..].iter().take_while(|(h, _)| *h == key).map(|(_, id)| *id).take(16));
    }

    /// Stems within the allowed distance, `(stem, edits)`, nearest first.
    pub fn similar(&self, language: usize, word: &str) -> Vec<(u32, u8)> {
        if !word.is_ascii() || !(SHORTEST..=LONGEST).contains(&word.len()) {
            return Vec::new();
        }
        let bytes = word.as_bytes();
        let sound = sound(word);
        let mut found = Vec::new();
        self.with(language, hash(&sound, None), &mut found);
        for at in 0..sound.len() {
            self.with(language, hash(&sound, Some(at)), &mut found);
        }
        found.sort_unstable();
        found.dedup();
        let most = if word.len() >= TWO_EDITS { 2 } else { 1 };
        let mut out: Vec<(u32, u8)> = found
            .into_iter()
            .filter_map(|id| {
                let other = self.word(id)?;
                let edits = distance(bytes, other.as_bytes(), most)?;
                // The first letter is seldom wrong.
                (edits > 0 && (other.as_bytes().first() == bytes.first() || word.len() >= 8))
                    .then_some((id, edits))
            })
            .collect();
        out.sort_unstable_by_key(|(id, edits)| (*edits, *id));
        let nearest = out.first().map_or(0, |(_, e)| *e);
        out.retain(|(_, e)| *e == nearest);
        out.truncate(4);
        out
    }
}

/// Edits between two words, a swap of neighbours counting one; none beyond `most`.
fn distance(a: &[u8], b: &[u8], most: u8) -> Option<u8> {
    if a.len().abs_diff(b.len()) > usize::from(most) || a.len() > LONGEST + 1 || b.len() > LONGEST + 1 {
        return None;
    }
    let width = b.len() + 1;
    let mut rows = [[0_u8; LONGEST + 2]; 3];
    for (j, cell) in rows[0].iter_mut().enumerate().take(width) {
        *cell = j as u8;
    }
    for i in 1..=a.len() {
        let (now, above, two) = (i % 3, (i + 2) % 3, (i + 1) % 3);
        rows[now][0] = i as u8;
        for j in 1..width {
            let cost = u8::from(a[i - 1] != b[j - 1]);
            let mut best = (rows[above][j] + 1).min(rows[now][j - 1] + 1).min(rows[above][j - 1] + cost);
            if i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1] {
                best = best.min(rows[two][j - 2] + 1);
            }
            rows[now][j] = best;
        }
    }
    Some(rows[a.len() % 3][b.len()]).filter(|d| *d <= most)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn index(words: &[&str]) -> Typos {
        let mut ids: [FxHashMap<Box<str>, u32>; 5] = Default::default();
        for (i, w) in words.iter().enumerate() {
            ids[0].insert((*w).into(), i as u32);
        }
        Typos::new(&ids)
    }

    #[test]
    fn one_edit_from_five_letters_and_two_from_ten() {
        let typos = index(&["fievr", "epileps", "cardiomyopath"]);
        assert_eq!(typos.similar(0, "epilesp"), [(1, 1)]);
        assert_eq!(typos.similar(0, "feivr"), [(0, 1)]);
        assert_eq!(typos.similar(0, "cardyomiopath"), [(2, 2)]);
        assert!(typos.similar(0, "epilxxx").is_empty());
        assert!(typos.similar(0, "fie").is_empty());
    }

    #[test]
    fn overlong_words_are_passed_over() {
        assert!(index(&["fievr"]).similar(0, &"a".repeat(5000)).is_empty());
    }
}
