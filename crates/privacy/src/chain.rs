//! The tamper-evident log: one hash chain per stream, and signed daily heads over all streams.
//!
//! Each entry's hash covers its content, its number and the hash before it, so a changed, missing, moved or added entry
//! breaks the chain where it stands. Cutting off the end, or a whole stream, breaks nothing within the chain: therefore
//! a *head* is made every day, which lists the last number and hash of every stream that moved since the head before,
//! names that head's digest, is signed with Ed25519 (RFC 8032) and kept elsewhere.

use chrono::{DateTime, NaiveDate, Utc};
use data_encoding::HEXLOWER;
use ed25519_dalek::{Signature, Signer, SigningKey, Verifier, VerifyingKey};
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};
use zeroize::Zeroizing;

/// A SHA-256 digest.
pub type Hash = [u8; 32];

/// The hash before the first entry of a stream.
pub const BEGINNING: Hash = [0; 32];

/// What an entry of the log says. Ids are pseudonymous: they name records, whose keys may be destroyed (duty D27).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Entry {
    /// Stream, e.g. `enquiry/<id>`.
    pub stream: String,
    /// Number in the stream, from 1.
    pub number: i64,
    /// When, in microseconds since 1970 (both databases keep these).
    pub at: i64,
    /// Who: the id of an account, `system/<job>`, `link/<id>` or `operator`.
    pub actor: String,
    /// In which function: the role that allowed it.
    pub function: String,
    /// For which service: the controlling organisation's id.
    pub service: String,
    /// What was done.
    pub action: String,
    /// To what: kind and id.
    pub object: String,
    /// For which purpose.
    pub purpose: String,
    /// A code of the reason where one was asked for; empty otherwise.
    pub reason: String,
}

impl Entry {
    /// The entry's hash after the one before it. Fields are written with their length, so no two entries are written alike.
    pub fn hash(&self, previous: &Hash) -> Hash {
        let mut hasher = Sha256::new();
        hasher.update(b"ariane audit entry 1");
        hasher.update(previous);
        hasher.update(self.number.to_be_bytes());
        hasher.update(self.at.to_be_bytes());
        for field in [
            &self.stream,
            &self.actor,
            &self.function,
            &self.service,
            &self.action,
            &self.object,
            &self.purpose,
            &self.reason,
        ] {
            hasher.update((field.len() as u64).to_be_bytes());
            hasher.update(field.as_bytes());
        }
        hasher.finalize().into()
    }
}

/// What is wrong with a log, and where.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Fault {
    /// The entry's content or hash was changed.
    Changed {
        /// Stream.
        stream: String,
        /// Number.
        number: i64,
    },
    /// Entries are missing before this one.
    Gap {
        /// Stream.
        stream: String,
        /// First missing number.
        expected: i64,
        /// Number found in its place.
        found: i64,
    },
    /// The stream ends before the number that a signed head, or the stream's own counter, names.
    CutTail {
        /// Stream.
        stream: String,
        /// Last number there.
        last: i64,
        /// Last number that was there.
        expected: i64,
    },
    /// A stream that a signed head, or its own counter, names is not there at all.
    MissingStream {
        /// Stream.
        stream: String,
    },
    /// The entry differs from what a signed head says: the chain was written anew.
    Rewritten {
        /// Stream.
        stream: String,
        /// Number.
        number: i64,
        /// Day of the head.
        day: NaiveDate,
    },
    /// A head's signature or its link to the head before is wrong.
    ForgedHead {
        /// Day.
        day: NaiveDate,
    },
    /// A head is missing between others.
    MissingHead {
        /// Day of the head after it.
        before: NaiveDate,
    },
}

/// Checks the entries of one stream in the order in which they are given, which is that of their numbers.
#[derive(Debug, Clone)]
pub struct StreamCheck {
    stream: String,
    next: i64,
    previous: Hash,
    /// Numbers whose hash a head names: number → hash, day.
    marks: Vec<(i64, Hash, NaiveDate)>,
    faults: Vec<Fault>,
}

impl StreamCheck {
    /// Begins at the start of a stream.
    pub fn new(stream: &str) -> Self {
        Self {
            stream: stream.to_owned(),
            next: 1,
            previous: BEGINNING,
            marks: Vec::new(),
            faults: Vec::new(),
        }
    }

    /// Names the number and hash that signed heads give.
    pub fn with_marks(mut self, marks: Vec<(i64, Hash, NaiveDate)>) -> Self {
        self.marks = marks;
        self
    }

    /// Looks at the next entry with the hash that is stored beside it.
    pub fn look(&mut self, entry: &Entry, stored: &[u8]) {
        if entry.number != self.next {
            self.faults.push(Fault::Gap {
                stream: self.stream.clone(),
                expected: self.next,
                found: entry.number,
            });
        } else if entry.hash(&self.previous) != stored {
            self.faults.push(Fault::Changed { stream: self.stream.clone(), number: entry.number });
        }
        for (number, hash, day) in &self.marks {
            if *number == entry.number && hash != stored {
                let stream = self.stream.clone();
                self.faults.push(Fault::Rewritten { stream, number: *number, day: *day });
            }
        }
        // Goes on from what is stored: one fault is told once, and what lies behind it is still checked.
        self.previous = stored.try_into().unwrap_or(BEGINNING);
        self.next = entry.number + 1;
    }

    /// Ends; `expected` is the last number that the stream's own counter names.
    pub fn end(mut self, expected: i64) -> Vec<Fault> {
        let last = self.next - 1;
        let marked = self.marks.iter().map(|(number, ..)| *number).max().unwrap_or_default();
        let expected = expected.max(marked);
        if last == 0 && expected > 0 {
            self.faults.push(Fault::MissingStream { stream: self.stream });
        } else if last < expected {
            self.faults.push(Fault::CutTail { stream: self.stream, last, expected });
        }
        self.faults
    }
}

/// Where a stream stood when a head was made.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct StreamHead {
    /// Stream.
    pub stream: String,
    /// Last number.
    pub number: i64,
    /// Its hash, in hexadecimal.
    pub hash: String,
}

/// A daily head, as it is kept off the host.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Head {
    /// Number of the head, from 1.
    pub number: i64,
    /// Day that it closes.
    pub day: NaiveDate,
    /// When it was made.
    pub made_at: DateTime<Utc>,
    /// Digest of the head before, in hexadecimal; empty for the first.
    pub previous: String,
    /// Streams that moved since the head before, in the order of their names.
    pub streams: Vec<StreamHead>,
    /// How many streams there are in all.
    pub stream_count: u64,
    /// Key with which it is signed, in hexadecimal.
    pub key: String,
    /// Ed25519 signature over the rest, in hexadecimal.
    pub signature: String,
}

impl Head {
    fn signed_bytes(&self) -> Vec<u8> {
        let mut hasher = Sha256::new();
        hasher.update(b"ariane audit head 1");
        let mut field = |bytes: &[u8]| {
            hasher.update((bytes.len() as u64).to_be_bytes());
            hasher.update(bytes);
        };
        field(&self.number.to_be_bytes());
        field(self.day.to_string().as_bytes());
        field(&self.made_at.timestamp_micros().to_be_bytes());
        field(self.previous.as_bytes());
        field(&self.stream_count.to_be_bytes());
        field(self.key.as_bytes());
        for stream in &self.streams {
            field(stream.stream.as_bytes());
            field(&stream.number.to_be_bytes());
            field(stream.hash.as_bytes());
        }
        hasher.finalize().to_vec()
    }

    /// Digest by which the next head names this one.
    pub fn digest(&self) -> String {
        let mut hasher = Sha256::new();
        hasher.update(self.signed_bytes());
        hasher.update(self.signature.as_bytes());
        HEXLOWER.encode(&hasher.finalize())
    }

    /// Whether the signature is of this key (in hexadecimal) and fits.
    pub fn is_signed_by(&self, key: &str) -> bool {
        let check = || {
            let bytes: [u8; 32] = HEXLOWER.decode(key.as_bytes()).ok()?.try_into().ok()?;
            let signature: [u8; 64] = HEXLOWER.decode(self.signature.as_bytes()).ok()?.try_into().ok()?;
            let key = VerifyingKey::from_bytes(&bytes).ok()?;
            key.verify(&self.signed_bytes(), &Signature::from_bytes(&signature)).ok()
        };
        self.key == key && check().is_some()
    }
}

/// Signs heads.
#[derive(Clone)]
pub struct HeadSigner(SigningKey);

impl std::fmt::Debug for HeadSigner {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("HeadSigner(…)")
    }
}

impl HeadSigner {
    pub(crate) fn from_seed(seed: &Zeroizing<[u8; 32]>) -> Self {
        Self(SigningKey::from_bytes(seed))
    }

    /// The public key, in hexadecimal: who keeps the heads keeps it too.
    pub fn public_key(&self) -> String {
        HEXLOWER.encode(self.0.verifying_key().as_bytes())
    }

    pub(crate) fn sign_bytes(&self, bytes: &[u8]) -> [u8; 64] {
        self.0.sign(bytes).to_bytes()
    }

    /// Makes and signs the head after `previous`.
    pub fn sign(
        &self,
        previous: Option<&Head>,
        day: NaiveDate,
        made_at: DateTime<Utc>,
        mut streams: Vec<StreamHead>,
        stream_count: u64,
    ) -> Head {
        streams.sort_by(|a, b| a.stream.cmp(&b.stream));
        let mut head = Head {
            number: previous.map_or(1, |p| p.number + 1),
            day,
            made_at: DateTime::from_timestamp_micros(made_at.timestamp_micros()).unwrap_or(made_at),
            previous: previous.map(Head::digest).unwrap_or_default(),
            streams,
            stream_count,
            key: self.public_key(),
            signature: String::new(),
        };
        head.signature = HEXLOWER.encode(&self.0.sign(&head.signed_bytes()).to_bytes());
        head
    }
}

/// Checks heads in their order against the public key: signatures and links.
pub fn check_heads(heads: &[Head], key: &str) -> Vec<Fault> {
    let mut faults = Vec::new();
    let mut previous: Option<&Head> = None;
    for head in heads {
        let expected = previous.map_or(1, |p| p.number + 1);
        if head.number != expected {
            faults.push(Fault::MissingHead { before: head.day });
        } else if head.previous != previous.map(Head::digest).unwrap_or_default() {
            faults.push(Fault::ForgedHead { day: head.day });
        }
        if !head.is_signed_by(key) {
            faults.push(Fault::ForgedHead { day: head.day });
        }
        previous = Some(head);
    }
    faults.dedup();
    faults
}

#[cfg(test)]
mod tests;
