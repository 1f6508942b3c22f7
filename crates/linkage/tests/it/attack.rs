//! An attacker who has one file and knows how often names are borne, but not the secret.
//!
//! After the idea of M. Kroll, S. Steinmetzer (*Automated cryptanalysis of Bloom filter encryptions of health records*, HEALTHINF 2015)
//! and of P. Christen, A. Vidanage, T. Ranbaduge, R. Schnell (*Pattern-mining based cryptanalysis of Bloom filters for privacy-preserving
//! record linkage*, PAKDD 2018): bits that are set together belong to one piece; pieces are told by how often they occur; names are told
//! by their pieces. Ours is simpler than either: that it finds nothing does not say that they would not.

use crate::fictitious::{Chance, Names, Somebody, people};
use ariane_linkage::encoding::{BITS, Encoder, Encoding, Scheme};
use ariane_linkage::features::{Field, bigrams, features};
use ariane_linkage::normal;
use ariane_linkage::secret::Secret;
use std::collections::{BTreeMap, HashMap, HashSet};
use uuid::Uuid;

/// Without any hardening of ours, and with few bits per piece: what the published attacks were shown on.
pub const WEAK: Scheme = Scheme { name: 10, birth: 0, sex: 0, is_folded: false };

/// How many pieces the attacker tries to tell.
const PIECES: usize = 60;

/// What an attack found.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Found {
    /// Share of persons whose family name is guessed right.
    pub family: f64,
    /// The same for who always says the most frequent family name.
    pub blind: f64,
}

fn family(one: &Somebody) -> String {
    normal::words(&one.family).join(" ")
}

/// Bit columns of a file: which persons have a bit.
fn columns(encodings: &[Encoding]) -> Vec<Vec<u64>> {
    let mut all = vec![vec![0_u64; encodings.len().div_ceil(64)]; BITS];
    for (at, encoding) in encodings.iter().enumerate() {
        for (bit, column) in all.iter_mut().enumerate() {
            if encoding.has(bit) {
                column[at / 64] |= 1 << (at % 64);
            }
        }
    }
    all
}

fn ones(column: &[u64]) -> f64 {
    f64::from(column.iter().map(|word| word.count_ones()).sum::<u32>())
}

/// How much two bits go together (phi).
fn together(a: &[u64], b: &[u64], (of_a, of_b): (f64, f64), count: f64) -> f64 {
    let both = f64::from(a.iter().zip(b).map(|(x, y)| (x & y).count_ones()).sum::<u32>());
    let spread = (of_a * (count - of_a) * of_b * (count - of_b)).sqrt();
    if spread == 0.0 { 0.0 } else { (both * count - of_a * of_b) / spread }
}

/// Sets of bits that go together, and which persons have most bits of each.
fn patterns(columns: &[Vec<u64>], count: usize) -> Vec<Vec<bool>> {
    let total = count as f64;
    let weights: Vec<f64> = columns.iter().map(|column| ones(column)).collect();
    let mut edges: Vec<(f64, usize, usize)> = Vec::new();
    for a in 0..BITS {
        for b in a + 1..BITS {
            let phi = together(&columns[a], &columns[b], (weights[a], weights[b]), total);
            if phi > 0.1 {
                edges.push((phi, a, b));
            }
        }
    }
    edges.sort_by(|x, y| y.0.total_cmp(&x.0));
    let (mut taken, mut out) = (HashSet::new(), Vec::new());
    for (phi, a, b) in &edges {
        if out.len() >= PIECES {
            break;
        }
        if taken.contains(a) || taken.contains(b) {
            continue;
        }
        let mut group = vec![*a, *b];
        for bit in (0..BITS).filter(|bit| !taken.contains(bit)) {
            let goes = |other: &usize| {
                *other != bit
                    && together(&columns[bit], &columns[*other], (weights[bit], weights[*other]), total)
                        > phi * 0.6
            };
            if !group.contains(&bit) && group.iter().all(goes) {
                group.push(bit);
            }
        }
        taken.extend(group.iter().copied());
        let has = |person: usize, bit: &usize| columns[*bit][person / 64] >> (person % 64) & 1 == 1;
        let least = group.len() * 4 / 5;
        out.push(
            (0..count).map(|person| group.iter().filter(|bit| has(person, bit)).count() > least).collect(),
        );
    }
    out
}

/// The attack on one file. What the attacker knows of names is exact: the very shares of the persons in the file.
pub fn attacked(people: &[Somebody], scheme: Scheme) -> Found {
    let encoder = Encoder::with(scheme, &Secret::new([5; 32]), Uuid::from_u128(3));
    let encodings: Vec<Encoding> =
        people.iter().map(|one| one.with(|person| encoder.encode(person)).expect("a name")).collect();
    let mut pieces: BTreeMap<String, usize> = BTreeMap::new();
    let mut families: HashMap<String, (usize, HashSet<String>)> = HashMap::new();
    for one in people {
        let all = one.with(features).expect("a name");
        for (_, piece) in all.iter().filter(|(field, _)| *field == Field::Name) {
            *pieces.entry(piece.clone()).or_default() += 1;
        }
        let words = normal::words(&one.family);
        let own = words.iter().flat_map(|word| bigrams(word).collect::<Vec<_>>());
        families.entry(family(one)).or_insert_with(|| (0, own.collect())).0 += 1;
    }
    // A pattern is the piece whose frequency is nearest, each once, the frequent first.
    let mut found: Vec<(usize, Vec<bool>)> = patterns(&columns(&encodings), people.len())
        .into_iter()
        .map(|who| (who.iter().filter(|has| **has).count(), who))
        .collect();
    found.sort_by_key(|(count, _)| std::cmp::Reverse(*count));
    let mut told: Vec<(String, Vec<bool>, f64)> = Vec::new();
    for (count, who) in found {
        let nearest = pieces
            .iter()
            .min_by_key(|(_, other)| other.abs_diff(count))
            .map(|(piece, other)| (piece.clone(), *other));
        if let Some((piece, other)) = nearest {
            pieces.remove(&piece);
            told.push((piece, who, other as f64 / people.len() as f64));
        }
    }
    let mut list: Vec<(&String, &(usize, HashSet<String>))> = families.iter().collect();
    list.sort_by(|a, b| b.1.0.cmp(&a.1.0).then(a.0.cmp(b.0)));
    // What a name says of each piece that was told: by how much it speaks for the name where the person has it, and where not.
    let weights: Vec<(f64, f64)> = told
        .iter()
        .map(|(_, _, share)| {
            ((0.9 / share.clamp(0.01, 0.9)).ln(), (0.1 / (1.0 - share).clamp(0.1, 1.0)).ln())
        })
        .collect();
    let known: Vec<(&String, f64, Vec<usize>)> = list
        .iter()
        .map(|(name, (count, grams))| {
            let own = told.iter().enumerate().filter(|(_, (piece, ..))| grams.contains(piece));
            (*name, (*count as f64).ln(), own.map(|(at, _)| at).collect())
        })
        .collect();
    let guess = |person: usize| {
        let score = |(_, prior, own): &(&String, f64, Vec<usize>)| {
            let says = |at: &usize| if told[*at].1[person] { weights[*at].0 } else { weights[*at].1 };
            prior + own.iter().map(says).sum::<f64>()
        };
        let scored = known.iter().map(|one| (score(one), one.0));
        scored.max_by(|a, b| a.0.total_cmp(&b.0)).map(|(_, name)| name.clone())
    };
    let right = (0..people.len()).filter(|at| guess(*at).as_ref() == Some(&family(&people[*at]))).count();
    let most = list.first().map_or(0, |(_, (count, _))| *count);
    Found { family: right as f64 / people.len() as f64, blind: most as f64 / people.len() as f64 }
}

/// Prints what the attack finds on each scheme.
#[allow(dead_code, reason = "the measurement calls it")]
pub fn report(count: usize) {
    let crowd = people(&Names::new(), count, &mut Chance(77));
    let whole = Scheme { is_folded: false, name: 15, birth: 15, sex: 10 };
    for (name, scheme) in [
        ("names alone, not folded", WEAK),
        ("whole person, not folded", whole),
        ("standard", Scheme::STANDARD),
    ] {
        let found = attacked(&crowd, scheme);
        println!(
            "attack on {count}, {name}: family names found {:.4}; always saying the most frequent {:.4}",
            found.family, found.blind
        );
    }
}

#[test]
fn who_knows_how_often_names_are_borne_finds_hardly_more_than_by_saying_the_most_frequent() {
    let crowd = people(&Names::new(), 2_000, &mut Chance(78));
    let found = attacked(&crowd, Scheme::STANDARD);
    assert!(found.family <= found.blind + 0.02, "{found:?}");
}

#[test]
fn the_attack_is_one_names_alone_in_a_plain_filter_fall_to_it() {
    let crowd = people(&Names::new(), 2_000, &mut Chance(78));
    let found = attacked(&crowd, WEAK);
    assert!(found.family > 2.0 * found.blind, "{found:?}");
}

#[test]
fn no_two_persons_share_an_encoding_by_which_a_frequent_one_would_be_known() {
    let crowd = people(&Names::new(), 3_000, &mut Chance(79));
    let encoder = Encoder::new(&Secret::new([5; 32]), Uuid::from_u128(3));
    let all: HashSet<Encoding> =
        crowd.iter().filter_map(|one| one.with(|person| encoder.encode(person))).collect();
    let distinct: HashSet<(Vec<String>, _, _)> = crowd
        .iter()
        .map(|one| {
            let mut words = normal::words(&one.name());
            words.sort();
            (words, one.born, one.sex)
        })
        .collect();
    assert_eq!(all.len(), distinct.len());
}
