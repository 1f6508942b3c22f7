//! Fields sealed one by one.
//!
//! XChaCha20-Poly1305 (draft-irtf-cfrg-xchacha-03) with a random nonce of 192 bits, so that nonces may be drawn without
//! counting. The place (table, column, row) goes in as associated data: a sealed value copied into another field or
//! another row does not open.

use crate::random::{self, NoRandomness};
use chacha20poly1305::aead::{Aead, KeyInit, Payload};
use chacha20poly1305::{XChaCha20Poly1305, XNonce};
use uuid::Uuid;
use zeroize::Zeroizing;

/// First byte of a sealed value: how it was sealed.
const VERSION: u8 = 1;
const NONCE: usize = 24;

/// Where a sealed value belongs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Place {
    /// Table.
    pub table: &'static str,
    /// Column.
    pub column: &'static str,
    /// Key of the row.
    pub row: Uuid,
}

impl Place {
    /// A place.
    pub const fn new(table: &'static str, column: &'static str, row: Uuid) -> Self {
        Self { table, column, row }
    }

    fn bytes(&self) -> Vec<u8> {
        // Neither name holds a zero byte, so no two places are written alike.
        let mut bytes = Vec::with_capacity(self.table.len() + self.column.len() + 18);
        bytes.extend_from_slice(self.table.as_bytes());
        bytes.push(0);
        bytes.extend_from_slice(self.column.as_bytes());
        bytes.push(0);
        bytes.extend_from_slice(self.row.as_bytes());
        bytes
    }
}

/// Why a value was not sealed or opened. Names nothing of what it holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum SealError {
    /// See [`NoRandomness`].
    #[error(transparent)]
    NoRandomness(#[from] NoRandomness),
    /// The value was changed, moved, or sealed with another key.
    #[error("a sealed value does not open: changed, moved, or another key")]
    DoesNotOpen,
}

/// A key of 256 bits that seals fields; wiped from memory when dropped.
#[derive(Clone)]
pub struct DataKey(Zeroizing<[u8; 32]>);

impl std::fmt::Debug for DataKey {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("DataKey(…)")
    }
}

impl DataKey {
    /// A new key.
    pub fn random() -> Result<Self, NoRandomness> {
        Ok(Self(Zeroizing::new(random::bytes()?)))
    }

    /// A key from its bytes.
    pub fn from_bytes(bytes: [u8; 32]) -> Self {
        Self(Zeroizing::new(bytes))
    }

    pub(crate) fn as_bytes(&self) -> &[u8; 32] {
        &self.0
    }

    fn cipher(&self) -> XChaCha20Poly1305 {
        XChaCha20Poly1305::new((&*self.0).into())
    }

    /// Seals a value for its place: version, nonce, ciphertext with its tag (41 bytes more than the value).
    pub fn seal(&self, place: Place, value: &[u8]) -> Result<Vec<u8>, SealError> {
        let nonce: [u8; NONCE] = random::bytes()?;
        let sealed = self
            .cipher()
            .encrypt(&XNonce::from(nonce), Payload { msg: value, aad: &place.bytes() })
            .map_err(|_| SealError::DoesNotOpen)?;
        let mut out = Vec::with_capacity(1 + NONCE + sealed.len());
        out.push(VERSION);
        out.extend_from_slice(&nonce);
        out.extend_from_slice(&sealed);
        Ok(out)
    }

    /// Opens what [`DataKey::seal`] gave for the same place.
    pub fn open(&self, place: Place, sealed: &[u8]) -> Result<Zeroizing<Vec<u8>>, SealError> {
        let (version, rest) = sealed.split_first().ok_or(SealError::DoesNotOpen)?;
        let (nonce, ciphertext) = rest.split_first_chunk::<NONCE>().ok_or(SealError::DoesNotOpen)?;
        if *version != VERSION {
            return Err(SealError::DoesNotOpen);
        }
        self.cipher()
            .decrypt(&XNonce::from(*nonce), Payload { msg: ciphertext, aad: &place.bytes() })
            .map(Zeroizing::new)
            .map_err(|_| SealError::DoesNotOpen)
    }

    /// Opens a text.
    pub fn open_text(&self, place: Place, sealed: &[u8]) -> Result<String, SealError> {
        let plain = self.open(place, sealed)?;
        String::from_utf8(plain.to_vec()).map_err(|_| SealError::DoesNotOpen)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const ROW: Uuid = Uuid::from_u128(7);
    const NAME: Place = Place::new("person", "name", ROW);

    #[test]
    fn a_value_opens_at_its_place_with_its_key_only() {
        let key = DataKey::random().unwrap();
        let sealed = key.seal(NAME, "Personne Fictive".as_bytes()).unwrap();
        assert_eq!(key.open_text(NAME, &sealed).unwrap(), "Personne Fictive");
        for place in [
            Place::new("person", "mail", ROW),
            Place::new("enquiry", "name", ROW),
            Place::new("person", "name", Uuid::from_u128(8)),
        ] {
            assert_eq!(key.open_text(place, &sealed), Err(SealError::DoesNotOpen));
        }
        assert!(DataKey::random().unwrap().open(NAME, &sealed).is_err());
    }

    #[test]
    fn a_changed_byte_anywhere_is_found() {
        let key = DataKey::random().unwrap();
        let sealed = key.seal(NAME, b"abc").unwrap();
        for at in 0..sealed.len() {
            let mut changed = sealed.clone();
            changed[at] ^= 1;
            assert!(key.open(NAME, &changed).is_err(), "byte {at}");
        }
        for length in 0..sealed.len() {
            assert!(key.open(NAME, &sealed[..length]).is_err());
        }
    }

    #[test]
    fn the_same_value_is_never_sealed_alike() {
        let key = DataKey::random().unwrap();
        assert_ne!(key.seal(NAME, b"abc").unwrap(), key.seal(NAME, b"abc").unwrap());
    }

    #[test]
    fn a_key_shows_nothing_of_itself() {
        assert_eq!(format!("{:?}", DataKey::from_bytes([65; 32])), "DataKey(…)");
    }
}
