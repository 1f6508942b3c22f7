//! The one place where randomness enters.

use chrono::{DateTime, Utc};
use data_encoding::BASE64URL_NOPAD;
use uuid::{Builder, Uuid};

/// The operating system gives no randomness: nothing that needs a key may go on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("the operating system gives no randomness")]
pub struct NoRandomness;

/// Bytes of the operating system's generator.
pub fn bytes<const N: usize>() -> Result<[u8; N], NoRandomness> {
    let mut bytes = [0; N];
    getrandom::fill(&mut bytes).map_err(|_| NoRandomness)?;
    Ok(bytes)
}

/// A new id in the order of time: UUID version 7 (RFC 9562, section 5.7) of the given time.
pub fn id(now: DateTime<Utc>) -> Result<Uuid, NoRandomness> {
    let millis = u64::try_from(now.timestamp_millis()).unwrap_or_default();
    Ok(Builder::from_unix_timestamp_millis(millis, &bytes()?).into_uuid())
}

/// A secret of 256 bits for a link or a session, as 43 characters that an address may hold.
pub fn token() -> Result<String, NoRandomness> {
    Ok(BASE64URL_NOPAD.encode(&bytes::<32>()?))
}

/// A code to read out or to copy by hand: `groups` of four characters without those that look alike (20 bits each).
pub fn spoken_code(groups: usize) -> Result<String, NoRandomness> {
    let mut random = Vec::with_capacity(groups * 4);
    for _ in 0..groups {
        random.extend_from_slice(&bytes::<4>()?);
    }
    Ok(spoken(&random))
}

/// Random bytes as such a code: five bits of each.
pub(crate) fn spoken(random: &[u8]) -> String {
    const LETTERS: &[u8; 32] = b"ABCDEFGHJKLMNPQRSTUVWXYZ23456789";
    let mut code = String::with_capacity(random.len() * 5 / 4);
    for (at, byte) in random.iter().enumerate() {
        if at > 0 && at % 4 == 0 {
            code.push('-');
        }
        code.push(char::from(LETTERS[usize::from(byte % 32)]));
    }
    code
}

/// A code as somebody typed it, in the form in which it was given: case, spaces and dashes don't count.
pub fn typed_code(typed: &str) -> String {
    let letters: Vec<char> = typed
        .chars()
        .filter(|c| c.is_ascii_alphanumeric())
        .map(|c| c.to_ascii_uppercase())
        .take(64)
        .collect();
    letters.chunks(4).map(|group| group.iter().collect::<String>()).collect::<Vec<_>>().join("-")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_follow_time_and_never_repeat() {
        let at = |seconds| DateTime::from_timestamp(seconds, 0).unwrap();
        let early = id(at(1_000)).unwrap();
        let late = id(at(2_000)).unwrap();
        assert!(early < late);
        assert_eq!(early.get_version_num(), 7);
        assert_ne!(id(at(1_000)).unwrap(), early);
    }

    #[test]
    fn a_spoken_code_has_no_letters_that_look_alike() {
        let code = spoken_code(3).unwrap();
        assert_eq!(code.len(), 14);
        assert!(code.chars().all(|c| c == '-' || (c.is_ascii_alphanumeric() && !"01IO".contains(c))));
        assert_eq!(token().unwrap().len(), 43);
        assert_eq!(typed_code(" abcd efg-h "), "ABCD-EFGH");
    }
}
