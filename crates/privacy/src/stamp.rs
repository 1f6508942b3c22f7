//! Stamps of forms that anyone may send: when a form was shown, and a name of its own by which it is taken once.
//!
//! A stamp is `time.name.mark`, the mark an HMAC-SHA-256 under a key derived from the master key, so nobody makes or
//! ages one. From the name come also, under labels of their own, the secrets that the receipt of that form shows:
//! a form that is sent once more, because the line broke, gives the same receipt, though the store holds digests only.

use crate::random::{self, NoRandomness};
use crate::secret;
use chrono::{DateTime, Utc};
use data_encoding::BASE64URL_NOPAD;
use hmac::{Hmac, KeyInit, Mac};
use sha2::Sha256;
use zeroize::Zeroizing;

/// Makes and knows stamps.
#[derive(Clone)]
pub struct StampKey(Zeroizing<[u8; 32]>);

impl std::fmt::Debug for StampKey {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("StampKey(…)")
    }
}

/// A stamp that is ours.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Stamp {
    /// When the form was shown.
    pub shown: DateTime<Utc>,
    /// Its name.
    pub name: String,
}

impl StampKey {
    pub(crate) fn new(key: Zeroizing<[u8; 32]>) -> Self {
        Self(key)
    }

    fn mark(&self, label: &str, value: &str) -> Zeroizing<[u8; 32]> {
        // HMAC takes keys of any length.
        let Ok(mut mac) = <Hmac<Sha256> as KeyInit>::new_from_slice(&*self.0) else {
            return Zeroizing::new([0; 32]);
        };
        mac.update(label.as_bytes());
        mac.update(&[0]);
        mac.update(value.as_bytes());
        Zeroizing::new(mac.finalize().into_bytes().into())
    }

    fn text(&self, seconds: i64, name: &str) -> String {
        let mark = self.mark("stamp", &format!("{seconds}.{name}"));
        format!("{seconds}.{name}.{}", BASE64URL_NOPAD.encode(&*mark))
    }

    /// A stamp for a form that is shown now.
    pub fn issue(&self, now: DateTime<Utc>) -> Result<String, NoRandomness> {
        Ok(self.text(now.timestamp(), &BASE64URL_NOPAD.encode(&random::bytes::<16>()?)))
    }

    /// Reads a stamp; none when it is not ours.
    pub fn read(&self, text: &str) -> Option<Stamp> {
        if text.len() > 128 {
            return None;
        }
        let mut parts = text.split('.');
        let (seconds, name) = (parts.next()?.parse::<i64>().ok()?, parts.next()?);
        if !secret::is_equal(self.text(seconds, name).as_bytes(), text.as_bytes()) {
            return None;
        }
        Some(Stamp { shown: DateTime::from_timestamp(seconds, 0)?, name: name.to_owned() })
    }

    /// The token of the private link that the receipt of a form gives.
    pub fn link_token(&self, stamp: &Stamp) -> String {
        BASE64URL_NOPAD.encode(&*self.mark("private link", &stamp.name))
    }

    /// The short code beside it: two groups of four.
    pub fn link_code(&self, stamp: &Stamp) -> String {
        random::spoken(&self.mark("private link code", &stamp.name)[..8])
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::master::MasterKey;

    fn now() -> DateTime<Utc> {
        DateTime::from_timestamp(1_795_348_800, 0).unwrap()
    }

    #[test]
    fn a_stamp_is_known_again_and_no_other_is() {
        let key = MasterKey::random().unwrap().stamps();
        let text = key.issue(now()).unwrap();
        let stamp = key.read(&text).unwrap();
        assert_eq!(stamp.shown, now());
        let older = text.replacen("1795348800", "1795348000", 1);
        for forged in [older.as_str(), "", "1.a.b", "x", &text[1..], &format!("{text}A"), &"9".repeat(500)] {
            assert_eq!(key.read(forged), None, "{forged}");
        }
        assert_eq!(MasterKey::random().unwrap().stamps().read(&text), None);
        assert_ne!(key.issue(now()).unwrap(), text);
    }

    #[test]
    fn one_stamp_gives_one_link_and_code() {
        let key = MasterKey::random().unwrap().stamps();
        let stamp = key.read(&key.issue(now()).unwrap()).unwrap();
        assert_eq!(key.link_token(&stamp), key.link_token(&stamp));
        assert_eq!(key.link_token(&stamp).len(), 43);
        assert_eq!(key.link_code(&stamp).len(), 9);
        let other = key.read(&key.issue(now()).unwrap()).unwrap();
        assert_ne!(key.link_token(&stamp), key.link_token(&other));
        assert!(!key.link_token(&stamp).contains(&stamp.name));
    }
}
