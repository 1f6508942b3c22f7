//! Long values sealed piece by piece, so that neither who writes nor who reads needs all of it sealed in memory.
//!
//! Each piece is sealed for its number in its own stream, and the last one for being the last: a stream that was cut short, put
//! together from two, or of which pieces changed places does not open. The idea is that of the STREAM construction (Hoang,
//! Reyhanitabar, Rogaway, Vizár: *Online Authenticated-Encryption and its Nonce-Reuse Misuse-Resistance*, CRYPTO 2015); nonces are
//! drawn, as for all that is sealed here.

use crate::random;
use crate::seal::{DataKey, Place, SealError};
use std::io::{self, Read, Write};
use uuid::Uuid;

/// Bytes of a piece.
const PIECE: usize = 1 << 20;
/// What sealing adds to a piece.
const ADDED: usize = 41;

/// Where a piece belongs: pieces of two streams, or of two numbers, are of different rows.
fn place(of: &'static str, stream: u128, number: u128, is_last: bool) -> Place {
    let column = if is_last { "last piece" } else { "piece" };
    Place::new(of, column, Uuid::from_u128(stream.wrapping_add(number)))
}

fn failed(_: SealError) -> io::Error {
    io::Error::new(io::ErrorKind::InvalidData, SealError::DoesNotOpen)
}

/// Seals what is written to it. Without [`SealedWriter::finish`] the stream does not open.
#[derive(Debug)]
pub struct SealedWriter<W> {
    key: DataKey,
    of: &'static str,
    stream: u128,
    number: u128,
    piece: Vec<u8>,
    to: W,
}

impl<W: Write> SealedWriter<W> {
    /// A stream of a kind; it opens as that kind only.
    ///
    /// # Errors
    /// When there is no randomness, or `to` takes nothing.
    pub fn new(key: &DataKey, of: &'static str, mut to: W) -> io::Result<Self> {
        let id: [u8; 16] = random::bytes().map_err(io::Error::other)?;
        to.write_all(&id)?;
        let stream = u128::from_be_bytes(id);
        Ok(Self { key: key.clone(), of, stream, number: 0, piece: Vec::with_capacity(PIECE), to })
    }

    fn put(&mut self, is_last: bool) -> io::Result<()> {
        let place = place(self.of, self.stream, self.number, is_last);
        let sealed = self.key.seal(place, &self.piece).map_err(failed)?;
        self.piece.clear();
        self.number += 1;
        self.to.write_all(&sealed)
    }

    /// Seals the last piece; gives what was written to.
    ///
    /// # Errors
    /// What `to` says.
    pub fn finish(mut self) -> io::Result<W> {
        self.put(true)?;
        self.to.flush()?;
        Ok(self.to)
    }
}

impl<W: Write> Write for SealedWriter<W> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        // A piece is put once more follows: the last one is never empty but of an empty stream.
        if self.piece.len() == PIECE {
            self.put(false)?;
        }
        let taken = bytes.len().min(PIECE - self.piece.len());
        self.piece.extend_from_slice(&bytes[..taken]);
        Ok(taken)
    }

    /// Pieces are of one length: nothing goes before it is full.
    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

/// Opens a whole stream of a kind.
///
/// # Errors
/// What `from` says; [`io::ErrorKind::InvalidData`] where it was changed, cut short, or sealed with another key or as another kind.
pub fn open(key: &DataKey, of: &'static str, mut from: impl Read) -> io::Result<Vec<u8>> {
    let mut id = [0; 16];
    from.read_exact(&mut id)?;
    let (stream, mut whole, mut sealed) = (u128::from_be_bytes(id), Vec::new(), Vec::new());
    for number in 0.. {
        sealed.clear();
        from.by_ref().take((PIECE + ADDED) as u64).read_to_end(&mut sealed)?;
        // A full piece that is followed by nothing is the last one too.
        let piece = key.open(place(of, stream, number, false), &sealed);
        if let (Ok(piece), true) = (&piece, sealed.len() == PIECE + ADDED) {
            whole.extend_from_slice(piece);
            continue;
        }
        let last = key.open(place(of, stream, number, true), &sealed).map_err(failed)?;
        whole.extend_from_slice(&last);
        let mut rest = [0];
        if from.read(&mut rest)? != 0 {
            return Err(failed(SealError::DoesNotOpen));
        }
        break;
    }
    Ok(whole)
}

#[cfg(test)]
mod tests {
    use super::*;

    const KIND: &str = "kept";

    fn sealed(key: &DataKey, bytes: &[u8]) -> Vec<u8> {
        let mut writer = SealedWriter::new(key, KIND, Vec::new()).unwrap();
        writer.write_all(bytes).unwrap();
        writer.finish().unwrap()
    }

    fn some(length: usize) -> Vec<u8> {
        (0..length).map(|n| (n % 251) as u8).collect()
    }

    #[test]
    fn a_stream_opens_whatever_its_length_and_shows_nothing() {
        let key = DataKey::random().unwrap();
        for length in [0, 1, PIECE - 1, PIECE, PIECE + 1, 3 * PIECE] {
            let bytes = some(length);
            let sealed = sealed(&key, &bytes);
            assert!(!sealed.windows(16).any(|w| length > 16 && w == &bytes[..16]), "{length}");
            assert_eq!(open(&key, KIND, sealed.as_slice()).unwrap(), bytes, "{length}");
        }
    }

    #[test]
    fn one_that_was_cut_changed_joined_or_is_of_another_key_or_kind_does_not_open() {
        let key = DataKey::random().unwrap();
        let bytes = some(2 * PIECE + 7);
        let (one, other) = (sealed(&key, &bytes), sealed(&key, &bytes));
        let first = 16 + PIECE + ADDED;
        let refused = |bytes: &[u8]| assert!(open(&key, KIND, bytes).is_err());
        refused(&one[..first]);
        refused(&one[..2 * first - 16]);
        refused(&one[..one.len() - 1]);
        refused(&[]);
        refused(&[&one[..first], &other[first..]].concat());
        refused(&[&one[..16], &one[first..2 * first - 16], &one[16..first], &one[2 * first - 16..]].concat());
        refused(&[one.as_slice(), &[0]].concat());
        let mut changed = one.clone();
        changed[first + 100] ^= 1;
        refused(&changed);
        assert!(open(&DataKey::random().unwrap(), KIND, one.as_slice()).is_err());
        assert!(open(&key, "another", one.as_slice()).is_err());
    }
}
