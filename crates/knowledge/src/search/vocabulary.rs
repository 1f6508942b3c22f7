//! Every distinct word of all names, sorted.

/// Words by ascending spelling; a word's number is its position.
#[derive(Debug, Default)]
pub struct Vocabulary {
    text: String,
    ends: Vec<u32>,
}

impl Vocabulary {
    /// From sorted, distinct words.
    pub fn from_sorted<'a>(words: impl Iterator<Item = &'a str>) -> Self {
        let mut vocabulary = Self::default();
        for word in words {
            vocabulary.text.push_str(word);
            vocabulary.ends.push(vocabulary.text.len() as u32);
        }
        vocabulary.text.shrink_to_fit();
        vocabulary.ends.shrink_to_fit();
        vocabulary
    }

    /// Number of words.
    pub fn len(&self) -> usize {
        self.ends.len()
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.ends.is_empty()
    }

    /// The word of a number.
    pub fn word(&self, number: u32) -> &str {
        let number = number as usize;
        let start = number.checked_sub(1).map_or(0, |before| self.ends[before] as usize);
        &self.text[start..self.ends[number] as usize]
    }

    /// The number of a word.
    pub fn find(&self, word: &str) -> Option<u32> {
        let at = self.lower_bound(word);
        (at < self.len() && self.word(at as u32) == word).then_some(at as u32)
    }

    /// Numbers of all words that start with `prefix`.
    pub fn starting_with(&self, prefix: &str) -> std::ops::Range<u32> {
        let start = self.lower_bound(prefix);
        let (mut low, mut high) = (start, self.len());
        while low < high {
            let middle = low.midpoint(high);
            if self.word(middle as u32).starts_with(prefix) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        start as u32..low as u32
    }

    fn lower_bound(&self, word: &str) -> usize {
        let (mut low, mut high) = (0, self.len());
        while low < high {
            let middle = low.midpoint(high);
            if self.word(middle as u32) < word {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        low
    }

    /// Words whose beginning is within one edit of `prefix`: for a typo in a word still being typed.
    ///
    /// Walks the sorted words with one row of the edit-distance table per shared letter and jumps over
    /// all words below a beginning that is already too far (Hanov, "Fast and easy Levenshtein distance
    /// using a trie", 2011).
    pub fn nearly_starting_with(&self, prefix: &str, most: usize) -> Vec<u32> {
        let wanted = prefix.as_bytes();
        let width = wanted.len() + 1;
        if width > 40 {
            return Vec::new();
        }
        let mut rows: Vec<u8> = (0..width as u8).collect();
        let mut found = Vec::new();
        let mut before: &[u8] = b"";
        let mut number = 0_u32;
        while (number as usize) < self.len() && found.len() < most {
            let word = self.word(number).as_bytes();
            let shared = before.iter().zip(word).take_while(|(a, b)| a == b).count();
            let mut depth = shared.min(rows.len() / width - 1);
            rows.truncate((depth + 1) * width);
            let mut dead = false;
            let mut hit = rows.chunks(width).any(|row| row[width - 1] <= 1);
            while depth < word.len() && !hit && !dead {
                let start = depth * width;
                rows.push(depth as u8 + 1);
                for column in 1..width {
                    let substitution = rows[start + column - 1] + u8::from(wanted[column - 1] != word[depth]);
                    let deletion = rows[start + column] + 1;
                    let insertion = rows[start + width + column - 1] + 1;
                    rows.push(substitution.min(deletion).min(insertion));
                }
                depth += 1;
                let row = &rows[depth * width..];
                hit = row[width - 1] <= 1;
                dead = row.iter().all(|cell| *cell > 1);
            }
            before = word;
            if hit {
                found.push(number);
                number += 1;
            } else if dead {
                let mut beyond =
                    self.starting_with(&self.word(number)[..floor_boundary(self.word(number), depth)]).end;
                if beyond <= number {
                    beyond = number + 1;
                }
                number = beyond;
            } else {
                number += 1;
            }
        }
        found
    }
}

fn floor_boundary(text: &str, mut at: usize) -> usize {
    at = at.min(text.len());
    while at > 0 && !text.is_char_boundary(at) {
        at -= 1;
    }
    at
}

#[cfg(test)]
mod tests {
    use super::*;

    fn vocabulary() -> Vocabulary {
        Vocabulary::from_sorted(
            ["danlo", "ehler", "marfan", "marfanoid", "mucoviscidose", "muscle"].into_iter(),
        )
    }

    #[test]
    fn words_and_beginnings_are_found() {
        let v = vocabulary();
        assert_eq!(v.find("marfan"), Some(2));
        assert_eq!(v.find("marfa"), None);
        assert_eq!(v.starting_with("marfa"), 2..4);
        assert_eq!(v.starting_with("z"), 6..6);
        assert_eq!(v.starting_with(""), 0..6);
    }

    #[test]
    fn a_beginning_with_one_typo_is_found() {
        let v = vocabulary();
        assert_eq!(v.nearly_starting_with("marfna", 9), [2, 3]);
        assert_eq!(v.nearly_starting_with("mxrfxn", 9), Vec::<u32>::new());
        assert_eq!(v.nearly_starting_with("marvan", 9), [2, 3]);
        assert_eq!(v.nearly_starting_with("mcovis", 9), [4]);
        assert_eq!(v.nearly_starting_with("muccovis", 9), [4]);
        assert_eq!(v.nearly_starting_with("xxxxx", 9), Vec::<u32>::new());
    }
}
