//! Finding a sealed name, address or telephone number without reading it.
//!
//! HMAC-SHA-256 of the folded value under a key derived from the master key, cut to 128 bits. Equal values give equal
//! tokens: who has the database learns that two records share a name, but not which; who has no key cannot try names.

use hmac::{Hmac, KeyInit, Mac};
use sha2::Sha256;
use zeroize::Zeroizing;

/// What a token was made of; a name never meets a mail address.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Kind {
    /// One word of a name.
    NameWord,
    /// How a word of a name sounds: similar spellings share it.
    NameSound,
    /// Mail address.
    Mail,
    /// Telephone number.
    Phone,
    /// Birth date.
    BirthDate,
    /// Message-ID of a mail.
    MessageId,
    /// Thread of an enquiry.
    Thread,
    /// The row of an imported file.
    ImportedRow,
    /// Subject of an outside sign-in service.
    OutsideAccount,
}

impl Kind {
    /// Stable word for the database.
    pub const fn word(self) -> &'static str {
        match self {
            Self::NameWord => "name-word",
            Self::NameSound => "name-sound",
            Self::Mail => "mail",
            Self::Phone => "phone",
            Self::BirthDate => "birth-date",
            Self::MessageId => "message-id",
            Self::Thread => "thread",
            Self::ImportedRow => "imported-row",
            Self::OutsideAccount => "outside-account",
        }
    }
}

/// Makes tokens.
#[derive(Clone)]
pub struct BlindKey(Zeroizing<[u8; 32]>);

impl std::fmt::Debug for BlindKey {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("BlindKey(…)")
    }
}

impl BlindKey {
    pub(crate) fn new(key: Zeroizing<[u8; 32]>) -> Self {
        Self(key)
    }

    /// The token of a value that was brought to its comparable form before (see [`mail`], [`phone`]).
    pub fn token(&self, kind: Kind, value: &str) -> Vec<u8> {
        // HMAC takes keys of any length.
        let Ok(mut mac) = <Hmac<Sha256> as KeyInit>::new_from_slice(&*self.0) else { return Vec::new() };
        mac.update(kind.word().as_bytes());
        mac.update(&[0]);
        mac.update(value.as_bytes());
        mac.finalize().into_bytes()[..16].to_vec()
    }
}

/// A mail address in comparable form: lower case, without surrounding space. Dots and tags before the `@` stay: who
/// provides the mailbox decides what they mean.
pub fn mail(address: &str) -> String {
    address.trim().to_lowercase()
}

/// A telephone number in comparable form: digits only, with the country's prefix. `prefix` is that of the installation's
/// country (`352`), put before numbers written without one.
pub fn phone(number: &str, prefix: &str) -> String {
    let plus = number.trim_start().starts_with('+');
    // "(0)" after a country prefix is a way of writing, not part of the number.
    let digits: String = number.replace("(0)", "").chars().filter(char::is_ascii_digit).collect();
    if plus {
        digits
    } else if let Some(rest) = digits.strip_prefix("00") {
        rest.to_owned()
    } else if digits.is_empty() {
        digits
    } else {
        format!("{prefix}{}", digits.strip_prefix('0').unwrap_or(&digits))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn key() -> BlindKey {
        BlindKey::new(Zeroizing::new([3; 32]))
    }

    #[test]
    fn equal_values_share_a_token_within_their_kind_only() {
        assert_eq!(key().token(Kind::Mail, "a@b.example"), key().token(Kind::Mail, "a@b.example"));
        assert_ne!(key().token(Kind::Mail, "a@b.example"), key().token(Kind::NameWord, "a@b.example"));
        let other = BlindKey::new(Zeroizing::new([4; 32]));
        assert_ne!(key().token(Kind::Mail, "a@b.example"), other.token(Kind::Mail, "a@b.example"));
    }

    #[test]
    fn the_ways_of_writing_a_number_are_one() {
        for number in ["+352 20 21 20 22", "00352 2021 2022", "20 21 20 22", "+352 (0) 2021-2022"] {
            assert_eq!(phone(number, "352"), "35220212022", "{number}");
        }
        assert_eq!(phone("06 12 34 56 78", "33"), "33612345678");
        assert_eq!(phone("", "352"), "");
    }

    #[test]
    fn case_of_a_mail_address_does_not_count() {
        assert_eq!(mail(" Anne.Fictive@Example.ORG "), "anne.fictive@example.org");
    }
}
