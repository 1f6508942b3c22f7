//! What both sites share: agreed over another channel than the files.

use data_encoding::HEXLOWER_PERMISSIVE;
use hkdf::Hkdf;
use sha2::Sha256;
use uuid::Uuid;
use zeroize::Zeroizing;

/// First line of the file, so that nobody takes it for something else.
const TITLE: &str = "ariane linkage secret 1";

/// Fewer bytes than these could be tried out: 128 bits.
const FEWEST_BYTES: usize = 16;

/// More than these is no secret of ours.
const MOST_BYTES: usize = 64;

/// Why a text holds no secret. Says nothing of what the text holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum SecretFault {
    /// Something else.
    #[error("this is no file of a secret: `ariane linkage secret` makes one")]
    NotOne,
    /// Short, or one byte again and again.
    #[error("the secret is too weak: it takes 128 random bits at least")]
    TooWeak,
}

/// The secret of two sites. Who has it can try names against a file.
#[derive(Clone)]
pub struct Secret(Zeroizing<Vec<u8>>);

impl std::fmt::Debug for Secret {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Secret(…)")
    }
}

impl Secret {
    /// A new secret of random bytes.
    pub fn new(random: [u8; 32]) -> Self {
        Self(Zeroizing::new(random.to_vec()))
    }

    /// Reads [`Secret::text`].
    ///
    /// # Errors
    /// [`SecretFault`].
    pub fn parse(text: &str) -> Result<Self, SecretFault> {
        let rest =
            text.trim_start_matches('\u{feff}').trim().strip_prefix(TITLE).ok_or(SecretFault::NotOne)?;
        let bytes = HEXLOWER_PERMISSIVE
            .decode(rest.trim().as_bytes())
            .map(Zeroizing::new)
            .map_err(|_| SecretFault::NotOne)?;
        let is_one_byte = bytes.windows(2).all(|pair| pair[0] == pair[1]);
        match bytes.len() {
            MOST_BYTES.. if bytes.len() > MOST_BYTES => Err(SecretFault::NotOne),
            FEWEST_BYTES.. if !is_one_byte => Ok(Self(bytes)),
            _ => Err(SecretFault::TooWeak),
        }
    }

    /// As it is written to a file that only its owner reads.
    pub fn text(&self) -> Zeroizing<String> {
        Zeroizing::new(format!("{TITLE}\n{}\n", HEXLOWER_PERMISSIVE.encode(&self.0)))
    }

    /// The key of one part of one comparison (HKDF-SHA-256, RFC 5869). The comparison is in every key: the same person is encoded
    /// otherwise in each, so that two files under one secret cannot be joined by who has not the secret.
    pub(crate) fn key(&self, comparison: Uuid, part: &str) -> Zeroizing<[u8; 32]> {
        let mut out = Zeroizing::new([0; 32]);
        // Expanding to 32 bytes never fails: the limit is 255 blocks of the hash.
        let _ = Hkdf::<Sha256>::new(Some(comparison.as_bytes()), &self.0)
            .expand(format!("ariane linkage 1 {part}").as_bytes(), &mut *out);
        out
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_secret_is_read_back_as_it_was_written() {
        let secret = Secret::new([7, 1].repeat(16).try_into().unwrap());
        let read = Secret::parse(&secret.text()).unwrap();
        assert_eq!(*read.key(Uuid::nil(), "a"), *secret.key(Uuid::nil(), "a"));
        assert!(
            Secret::parse(&format!("\u{feff}{}\r\n", secret.text().trim())).is_ok(),
            "as an editor saves it"
        );
    }

    #[test]
    fn what_could_be_guessed_is_refused() {
        let parse = |rest: &str| Secret::parse(&format!("{TITLE}\n{rest}\n")).err();
        assert_eq!(parse("0123456789abcdef0123456789abcd"), Some(SecretFault::TooWeak), "120 bits");
        assert_eq!(parse("0123456789abcdef0123456789abcdef"), None, "128 bits");
        assert_eq!(parse(&"00".repeat(32)), Some(SecretFault::TooWeak));
        assert_eq!(parse(""), Some(SecretFault::TooWeak));
        assert_eq!(parse(&"0a".repeat(65)), Some(SecretFault::NotOne));
        assert_eq!(parse("geheim"), Some(SecretFault::NotOne));
        assert_eq!(Secret::parse("ariane master key 1\n00").err(), Some(SecretFault::NotOne));
    }

    #[test]
    fn neither_print_nor_error_shows_the_secret() {
        let secret = Secret::new([0xab; 32]);
        assert_eq!(format!("{secret:?}"), "Secret(…)");
        let fault = Secret::parse("ariane linkage secret 1\nzzzzgeheim").unwrap_err();
        assert!(!format!("{fault} {fault:?}").contains("geheim"));
    }

    #[test]
    fn each_comparison_and_each_part_has_its_own_key() {
        let secret = Secret::new([3; 32]);
        assert_ne!(*secret.key(Uuid::from_u128(1), "a"), *secret.key(Uuid::from_u128(2), "a"));
        assert_ne!(*secret.key(Uuid::from_u128(1), "a"), *secret.key(Uuid::from_u128(1), "b"));
    }
}
