//! The pieces of a person as bits: a cryptographic long-term key (Schnell, Bachteler, Reiher 2011), hardened.
//!
//! * Each piece sets `k` bits of one filter, and `k` differs by field: the weight of the field (Schnell, Bachteler, Reiher 2011).
//! * *Random hashing*: the `k` places come from a keyed generator seeded by the piece, not from two hash values added up again and again.
//!   Adding up leaves few patterns per piece, by which Niedermeyer, Steinmetzer, Kroll, Schnell (*Cryptanalysis of basic Bloom filters
//!   used for privacy preserving record linkage*, Journal of Privacy and Confidentiality 2014, 6(2)) found names.
//! * *XOR-folding*: the second half is laid over the first by exclusive or (Schnell, Borgs, *XOR-folding for Bloom filter-based
//!   encryptions for privacy-preserving record linkage*, WP-GRLC-2016-03). A bit then no longer says that a piece is there.

use crate::features::{Field, Person, features};
use crate::secret::Secret;
use hmac::{Hmac, KeyInit, Mac};
use sha2::Sha256;
use uuid::Uuid;
use zeroize::Zeroizing;

/// Bits of an encoding.
pub const BITS: usize = 1024;

/// Words of 64 bits of an encoding.
pub const WORDS: usize = BITS / 64;

/// How pieces become bits. Sites that compare use the same one; the files name it by their version.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Scheme {
    /// Bits that each piece of a name sets.
    pub name: usize,
    /// Bits that each piece of a birth date sets.
    pub birth: usize,
    /// Bits that the sex sets.
    pub sex: usize,
    /// Whether a filter of twice the length is folded.
    pub is_folded: bool,
}

impl Scheme {
    /// The one that the files of this version hold; measured in `docs/linkage.md`.
    pub const STANDARD: Scheme = Scheme { name: 30, birth: 30, sex: 20, is_folded: true };

    const fn hashes(&self, field: Field) -> usize {
        match field {
            Field::Name => self.name,
            Field::Birth => self.birth,
            Field::Sex => self.sex,
        }
    }
}

/// A person as bits. Not anonymous: similar persons have similar bits, and who has the secret can try names.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Encoding(pub [u64; WORDS]);

impl Encoding {
    /// As bytes, for a file.
    pub fn to_bytes(&self) -> [u8; BITS / 8] {
        let mut out = [0; BITS / 8];
        out.chunks_exact_mut(8).zip(self.0).for_each(|(to, word)| to.copy_from_slice(&word.to_le_bytes()));
        out
    }

    /// Reads [`Encoding::to_bytes`].
    pub fn from_bytes(bytes: &[u8; BITS / 8]) -> Self {
        let mut words = [0; WORDS];
        for (word, chunk) in words.iter_mut().zip(bytes.as_chunks().0) {
            *word = u64::from_le_bytes(*chunk);
        }
        Self(words)
    }

    /// How many bits are set.
    pub fn weight(&self) -> u32 {
        self.0.iter().map(|word| word.count_ones()).sum()
    }

    /// Whether a bit is set.
    pub fn has(&self, bit: usize) -> bool {
        self.0.get(bit / 64).is_some_and(|word| word >> (bit % 64) & 1 == 1)
    }
}

/// Encodes the persons of one comparison.
pub struct Encoder {
    scheme: Scheme,
    name: Zeroizing<[u8; 32]>,
    birth: Zeroizing<[u8; 32]>,
    sex: Zeroizing<[u8; 32]>,
}

impl std::fmt::Debug for Encoder {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Encoder(…)")
    }
}

impl Encoder {
    /// For the files of this version.
    pub fn new(secret: &Secret, comparison: Uuid) -> Self {
        Self::with(Scheme::STANDARD, secret, comparison)
    }

    /// With another scheme: for measuring, no file holds it.
    pub fn with(scheme: Scheme, secret: &Secret, comparison: Uuid) -> Self {
        Self {
            scheme,
            name: secret.key(comparison, "name"),
            birth: secret.key(comparison, "birth"),
            sex: secret.key(comparison, "sex"),
        }
    }

    /// A person as bits; none where the name is too short to mean anybody.
    pub fn encode(&self, person: &Person<'_>) -> Option<Encoding> {
        let length = if self.scheme.is_folded { 2 * BITS } else { BITS };
        let mut filter = [0_u64; 2 * WORDS];
        for (field, piece) in features(person)? {
            let key = match field {
                Field::Name => &self.name,
                Field::Birth => &self.birth,
                Field::Sex => &self.sex,
            };
            for place in places(key, &piece, self.scheme.hashes(field)) {
                let place = place % length;
                filter[place / 64] |= 1 << (place % 64);
            }
        }
        let mut out = [0; WORDS];
        let (first, second) = filter.split_at(WORDS);
        // Unfolded, the second half is empty.
        for (to, (a, b)) in out.iter_mut().zip(first.iter().zip(second)) {
            *to = a ^ b;
        }
        Some(Encoding(out))
    }
}

/// So many places for a piece, each of two bytes of HMAC-SHA-256 in counter mode. The length of a filter is a power of two, so that
/// taking the rest favours no place.
fn places(key: &[u8; 32], piece: &str, count: usize) -> Vec<usize> {
    let mut out = Vec::with_capacity(count + 16);
    for block in 0_u32.. {
        // HMAC takes keys of any length.
        let Ok(mut mac) = <Hmac<Sha256> as KeyInit>::new_from_slice(key) else { break };
        mac.update(&block.to_be_bytes());
        mac.update(piece.as_bytes());
        let bytes = mac.finalize().into_bytes();
        out.extend(bytes.chunks_exact(2).map(|two| usize::from(u16::from_be_bytes([two[0], two[1]]))));
        if out.len() >= count {
            break;
        }
    }
    out.truncate(count);
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::comparison::dice;
    use proptest::prelude::*;

    const HERE: Uuid = Uuid::from_u128(1);

    fn encoder(secret: u8) -> Encoder {
        Encoder::new(&Secret::new([secret; 32]), HERE)
    }

    fn person<'p>(name: &'p str, born: &str) -> Person<'p> {
        Person { name, born: born.parse().unwrap(), sex: None }
    }

    fn alike(a: &Person<'_>, b: &Person<'_>) -> f64 {
        let encoder = encoder(1);
        dice(&encoder.encode(a).unwrap(), &encoder.encode(b).unwrap())
    }

    #[test]
    fn the_same_person_under_the_same_secret_is_the_same_bits() {
        let anne = person("Anne Fictive", "1990-01-02");
        assert_eq!(encoder(1).encode(&anne), encoder(1).encode(&anne));
        assert!((alike(&anne, &person("FICTIVE Anné", "1990-01-02")) - 1.0).abs() < 1e-9);
    }

    #[test]
    fn under_another_secret_or_in_another_comparison_the_same_person_is_like_anybody_else() {
        let anne = person("Anne Fictive", "1990-01-02");
        let here = encoder(1).encode(&anne).unwrap();
        let elsewhere = Encoder::new(&Secret::new([1; 32]), Uuid::from_u128(2)).encode(&anne).unwrap();
        for other in [encoder(2).encode(&anne).unwrap(), elsewhere] {
            assert!(dice(&here, &other) < 0.55, "{}", dice(&here, &other));
        }
    }

    #[test]
    fn one_error_leaves_two_encodings_alike_and_another_person_is_not() {
        let anne = person("Anne Fictivaine", "1984-03-12");
        for (name, born) in [
            ("Anne Fictivainne", "1984-03-12"),
            ("Ane Fictivaine", "1984-03-12"),
            ("Anne Fictivaine", "1984-12-03"),
            ("Anne Fictivaine", "1984-03-13"),
        ] {
            assert!(
                alike(&anne, &person(name, born)) > 0.75,
                "{name} {born}: {}",
                alike(&anne, &person(name, born))
            );
        }
        assert!(alike(&anne, &person("Bruno Marquat", "1961-11-28")) < 0.6);
    }

    #[test]
    fn an_encoding_is_read_back_from_its_bytes() {
        let one = encoder(1).encode(&person("Anne Fictive", "1990-01-02")).unwrap();
        assert_eq!(Encoding::from_bytes(&one.to_bytes()), one);
    }

    #[test]
    fn places_are_many_and_each_piece_has_its_own() {
        let key = [1; 32];
        assert_eq!(places(&key, "an", 40).len(), 40);
        assert_ne!(places(&key, "an", 40), places(&key, "na", 40));
        assert_eq!(places(&key, "an", 40)[..20], places(&key, "an", 20)[..]);
        assert!(places(&key, "an", 0).is_empty());
    }

    #[test]
    fn no_print_shows_a_key() {
        assert_eq!(format!("{:?}", encoder(1)), "Encoder(…)");
    }

    proptest! {
        #[test]
        fn about_a_third_to_a_half_of_the_bits_are_set(
            name in "[a-z]{4,9} [a-z]{4,12}", days in 0i32..40_000
        ) {
            let born = chrono::NaiveDate::from_ymd_opt(1920, 1, 1).unwrap() + chrono::TimeDelta::days(days.into());
            let one = encoder(1).encode(&Person { name: &name, born, sex: None }).unwrap();
            prop_assert!((250..560).contains(&one.weight()), "{}", one.weight());
        }
    }
}
