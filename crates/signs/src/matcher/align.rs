//! Whether the words of a wording stand near enough to each other in a sentence, and how well.

use super::expand::{How, Reading};
use crate::language::{Item, NEG};
use crate::lexicon::{Phrase, StemId};
use crate::tokens::{Gap, Token};

/// Foreign words that may stand between the words of a wording.
const MOST_FOREIGN: usize = 3;
/// Small words that may.
const MOST_SMALL: usize = 7;
/// Farthest that two words of one wording may be apart.
const WINDOW: usize = 12;
/// Most places of one stem that are looked at.
const PLACES: usize = 48;

/// One sentence, read in one language.
pub(crate) struct Sentence<'a, 't> {
    pub tokens: &'a [Token<'t>],
    pub items: &'a [Item],
    /// Which words are "and", "or".
    pub joins: &'a [bool],
    /// Which words are a form of "have", a subject, a "but": a new thought begins there.
    pub barriers: &'a [bool],
    /// Whether the language puts what describes before what it describes, always.
    pub strict: bool,
    /// Whether what denies stands before what it denies.
    pub fixed_denial: bool,
    pub places: Places,
}

/// Where each stem stands in a sentence.
#[derive(Debug, Default)]
pub(crate) struct Places {
    /// Sorted by stem and place.
    all: Vec<(StemId, u16, Reading)>,
    /// One bit per hash of a stem: most stems are told absent by it.
    seen: [u64; 16],
}

impl Places {
    pub fn new(mut all: Vec<(StemId, u16, Reading)>) -> Self {
        all.sort_unstable_by_key(|(stem, at, r)| (*stem, *at, r.slot));
        let mut seen = [0; 16];
        for (stem, ..) in &all {
            seen[(stem >> 6) as usize % 16] |= 1 << (stem % 64);
        }
        Self { all, seen }
    }

    /// Places of a stem, ascending.
    fn of(&self, stem: StemId) -> &[(StemId, u16, Reading)] {
        if self.seen[(stem >> 6) as usize % 16] & (1 << (stem % 64)) == 0 {
            return &[];
        }
        let from = self.all.partition_point(|(s, ..)| *s < stem);
        let count = self.all[from..].partition_point(|(s, ..)| *s == stem);
        &self.all[from..from + count]
    }
}

/// A wording found in a sentence.
#[derive(Debug, Clone)]
pub(crate) struct Found {
    pub phrase: u32,
    /// Words of the sentence that it covers, ascending.
    pub words: Vec<u16>,
    /// How well it fits, 0 to 1.
    pub score: f32,
    /// Sum of the weights of its words.
    pub weight: f32,
    pub fuzzy: bool,
    /// Whether words of a coordination stand between.
    pub coordinated: bool,
    /// Whether every foreign word between is a small one.
    pub solid: bool,
    /// Whether a word that denies stands between and is not part of the wording.
    pub denied_inside: bool,
}

/// Aligns a wording around one place of one of its stems.
pub(crate) fn align(
    sentence: &Sentence<'_, '_>,
    index: u32,
    phrase: &Phrase,
    stems: &[StemId],
    weight: impl Fn(StemId) -> f32,
    anchor: (StemId, u16, Reading),
    (deny, soft): (Option<StemId>, Option<StemId>),
) -> Option<Found> {
    let soft = soft.as_slice();
    let (anchor_stem, anchor_at, anchor_reading) = anchor;
    if stems.len() == 1 {
        // Alone, a word must stand for itself: what it is equal to beside others it need not be here.
        let allowed = match anchor_reading.how {
            How::Equal => false,
            How::Lower => phrase.origin == crate::lexicon::Origin::Clinical,
            _ => true,
        };
        if !allowed {
            return None;
        }
    }
    // Most candidates end here, before anything is allocated.
    let mut absent = 0;
    for stem in stems {
        if sentence.places.of(*stem).is_empty()
            && !(soft.contains(stem) && phrase.origin == crate::lexicon::Origin::Everyday)
        {
            absent += 1;
            if absent > usize::from(stems.len() >= super::PARTIAL_FROM) {
                return None;
            }
        }
    }
    let anchor_index = stems.iter().position(|s| *s == anchor_stem)?;
    let mut taken: Vec<(u16, u8)> = vec![(anchor_at, anchor_reading.slot)];
    let mut order: Vec<(usize, u16, u8)> = vec![(anchor_index, anchor_at, anchor_reading.slot)];
    let mut compounds: Vec<(u16, u8)> = vec![(anchor_at, anchor_reading.parts)];
    let (mut whole, mut reached) = (0.0_f32, 0.0_f32);
    let mut fuzzy = anchor_reading.how == How::Typo;
    let mut missing = 0;
    for (i, stem) in stems.iter().enumerate() {
        let w = weight(*stem);
        whole += w;
        if i == anchor_index {
            reached += w * anchor_reading.quality;
            continue;
        }
        let expected = i32::from(anchor_at) + i as i32 - anchor_index as i32;
        let best = Some(sentence.places.of(*stem)).and_then(|places| {
            let from =
                places.partition_point(|(_, at, _)| usize::from(*at) + WINDOW < usize::from(anchor_at));
            places[from..]
                .iter()
                .take(PLACES)
                .take_while(|(_, at, _)| usize::from(*at) <= usize::from(anchor_at) + WINDOW)
                .filter(|(_, at, r)| {
                    taken.iter().all(|(t, slot)| t != at || (*slot != 0 && r.slot != 0 && *slot != r.slot))
                })
                .min_by_key(|(_, at, r)| {
                    ((i32::from(*at) - expected).unsigned_abs(), (100.0 - 100.0 * r.quality) as u32)
                })
        });
        match best {
            Some((_, at, reading)) => {
                taken.push((*at, reading.slot));
                order.push((i, *at, reading.slot));
                compounds.push((*at, reading.parts));
                reached += w * reading.quality;
                fuzzy |= reading.how == How::Typo;
            }
            None if soft.contains(stem)
                && stems.len() > 2
                && phrase.origin == crate::lexicon::Origin::Everyday => {}
            None => {
                missing += 1;
                if missing > 1
                    || stems.len() < super::PARTIAL_FROM
                    || phrase.origin == crate::lexicon::Origin::Label
                    || Some(*stem) == deny
                {
                    return None;
                }
            }
        }
    }
    let quality = reached / whole.max(0.001);
    let mut words: Vec<u16> = order.iter().map(|(_, at, _)| *at).collect();
    words.sort_unstable();
    words.dedup();
    if sentence.fixed_denial
        && let Some(at) = deny.and_then(|d| stems.iter().position(|s| *s == d))
    {
        // "não … filhos" is not "filho não": what denies stands before what it denies.
        let place = |i: usize| order.iter().find(|(k, ..)| *k == i).map(|(_, at, _)| *at);
        if let (Some(denying), Some(next)) = (place(at), (at + 1..stems.len()).find_map(place))
            && denying > next
        {
            return None;
        }
    }
    let turned = turned(&mut order);
    let between = between(sentence, &words, phrase.joined, turned > 0)?;
    // "Gelenkschmerzen" is no pain of whatever else the sentence names.
    let torn = compounds
        .iter()
        .filter(|(at, parts)| {
            *parts > 0
                && compounds.iter().filter(|(a, p)| a == at && p == parts).count() < usize::from(*parts)
        })
        .count();
    let torn = if words.len() > 1 { 0.8_f32.powi(torn as i32) } else { 1.0 };
    let score = quality * between.factor * torn * 0.96_f32.powi(turned);
    Some(Found {
        phrase: index,
        words,
        score,
        weight: reached,
        fuzzy,
        coordinated: between.coordinated,
        solid: between.solid,
        denied_inside: between.denied,
    })
}

/// Small words that turn "X defects" into "defects of X".
const OF: [&str; 6] = ["of", "in", "affecting", "involving", "to", "the"];

struct Between {
    factor: f32,
    coordinated: bool,
    solid: bool,
    denied: bool,
}

/// Judges what stands between the words of a match.
fn between(sentence: &Sentence<'_, '_>, words: &[u16], joined: bool, turned: bool) -> Option<Between> {
    let (mut foreign, mut small, mut commas) = (0_usize, 0_usize, 0_usize);
    let mut barriers = 0;
    let (mut coordinated, mut parallel, mut denied) = (false, false, false);
    for pair in words.windows(2) {
        let (from, to) = (usize::from(pair[0]), usize::from(pair[1]));
        let mut joined_here = false;
        let negated = |i: usize| sentence.items[i] == Item::Class(NEG);
        if (negated(from) || negated(to))
            && (to - from > 4 || (from + 1..=to).any(|i| sentence.tokens[i].before >= Gap::Comma))
        {
            return None;
        }
        for at in from + 1..=to {
            match sentence.tokens[at].before {
                Gap::Sentence | Gap::Clause | Gap::Colon => return None,
                Gap::Comma => {
                    commas += 1;
                    joined_here = true;
                }
                _ => {}
            }
            if at == to {
                break;
            }
            barriers += i32::from(sentence.barriers[at]);
            if sentence.joins[at] {
                joined_here = true;
                // "cardiac and renal defects", "short fingers and toes": one side of the "and" is ours.
                let left = (from + 1..at).all(|k| sentence.items[k] == Item::Function);
                let right = (at + 1..to).all(|k| sentence.items[k] == Item::Function);
                if left && right && !joined {
                    // "meningiomas and spinal tumours" are no spinal meningiomas.
                    return None;
                }
                let of =
                    turned && sentence.tokens[from + 1..at].iter().any(|t| OF.contains(&t.folded.as_str()));
                parallel |= (left || right) && (!turned || of || !sentence.strict);
            }
            match &sentence.items[at] {
                Item::Function | Item::Rest => small += 1,
                Item::Class(NEG) => {
                    denied = true;
                    small += 1;
                }
                _ => foreign += 1,
            }
        }
        coordinated |= joined_here;
    }
    if foreign > MOST_FOREIGN || small > MOST_SMALL || commas > 2 {
        return None;
    }
    if sentence.strict && coordinated && !parallel && !joined {
        return None;
    }
    let factor = if coordinated && parallel {
        0.97_f32.powi(foreign as i32) * 0.97
    } else if coordinated {
        0.8_f32.powi(foreign as i32) * 0.85_f32.powi(commas as i32) * 0.85
    } else {
        0.9_f32.powi(foreign as i32) * 0.99_f32.powi(small as i32)
    };
    Some(Between { factor: factor * 0.85_f32.powi(barriers), coordinated, solid: foreign == 0, denied })
}

/// How many pairs of neighbours stand in the other order.
fn turned(order: &mut [(usize, u16, u8)]) -> i32 {
    order.sort_unstable();
    order.windows(2).filter(|p| (p[0].1, p[0].2) > (p[1].1, p[1].2)).count() as i32
}
