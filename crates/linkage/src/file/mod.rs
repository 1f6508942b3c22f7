//! What goes from one site to the other and back: lines of text, with a code over all of them that only the secret makes.
//!
//! * [`encodings`]: pseudonyms and encodings, from the site that asks;
//! * [`answer`]: pairs of pseudonyms, from the site that compared.
//!
//! A file begins with its kind and version, then the comparison and a check of the secret, so that a wrong secret is told from a damaged
//! file; it ends with HMAC-SHA-256 over everything before. Nothing of it is believed before that code is right.

pub mod answer;
pub mod encodings;

use crate::secret::Secret;
use chrono::{DateTime, SecondsFormat, Utc};
use data_encoding::{HEXLOWER, HEXLOWER_PERMISSIVE};
use hmac::{Hmac, KeyInit, Mac};
use sha2::Sha256;
use subtle::ConstantTimeEq;
use uuid::Uuid;

/// More bytes are not read.
pub const MOST_BYTES: usize = 64 * 1024 * 1024;

/// More rows are not taken: no site follows so many persons with rare diseases.
pub const MOST_ROWS: usize = 100_000;

/// What stands for a person in one comparison.
pub type Pseudonym = [u8; 16];

/// Why a file is not taken. None says anything of a secret or of a row.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum FileFault {
    /// Something else.
    #[error("this is not a file of the kind that is expected here")]
    OtherKind,
    /// Of a version that this program does not know.
    #[error("the file is of version {0}, which this program does not know: both sites need the same one")]
    OtherVersion(u32),
    /// Over [`MOST_BYTES`] or [`MOST_ROWS`].
    #[error("the file is larger than any comparison between sites")]
    TooLarge,
    /// The secret is not that of the other site.
    #[error(
        "the file was made with another secret: ask the other site to compare the secrets over another channel"
    )]
    WrongSecret,
    /// It ends too early.
    #[error("the file ends too early: ask for it again")]
    CutOff,
    /// It is not as it was made.
    #[error("the file was changed after it was made, or damaged on its way: ask for it again")]
    Changed,
    /// It is as it was made, and no such file: whoever has the secret wrote something else.
    #[error("line {0} of the file is not understood")]
    NotUnderstood(usize),
}

/// What stands at the head of every file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Head {
    /// The comparison.
    pub comparison: Uuid,
    /// Towards whom the site that asked made its pseudonyms, as its agreements name them.
    pub partner: Uuid,
    /// When the file was made.
    pub made_at: DateTime<Utc>,
}

/// A kind of file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Kind {
    title: &'static str,
    version: u32,
}

fn code(secret: &Secret, comparison: Uuid, part: &str, text: &[u8]) -> [u8; 32] {
    // HMAC takes keys of any length.
    let key = secret.key(comparison, part);
    <Hmac<Sha256> as KeyInit>::new_from_slice(&*key)
        .map(|mut mac| {
            mac.update(text);
            mac.finalize().into_bytes().into()
        })
        .unwrap_or_default()
}

fn is_right(given: &str, expected: &[u8]) -> bool {
    HEXLOWER_PERMISSIVE.decode(given.as_bytes()).is_ok_and(|given| given.ct_eq(expected).into())
}

/// Tells a wrong secret before anything else is looked at.
fn check(secret: &Secret, comparison: Uuid) -> [u8; 32] {
    code(secret, comparison, "check of the secret", b"")
}

fn write(kind: Kind, head: &Head, secret: &Secret, rows: impl ExactSizeIterator<Item = String>) -> String {
    let Head { comparison, partner, made_at } = head;
    let mut text = format!(
        "{} {}\ncomparison {comparison}\nsecret {}\npartner {partner}\nmade {}\nrows {}\n",
        kind.title,
        kind.version,
        HEXLOWER.encode(&check(secret, *comparison)[..16]),
        made_at.to_rfc3339_opts(SecondsFormat::Secs, true),
        rows.len(),
    );
    for row in rows {
        text.push_str(&row);
        text.push('\n');
    }
    let end = code(secret, *comparison, kind.title, text.as_bytes());
    text.push_str(&format!("end {}\n", HEXLOWER.encode(&end)));
    text
}

/// Rows, each with the number of its line.
type Rows<'t> = Vec<(usize, &'t str)>;

/// The head and the rows of a file, after everything was checked.
fn read<'t>(kind: Kind, bytes: &'t [u8], secret: &Secret) -> Result<(Head, Rows<'t>), FileFault> {
    if bytes.len() > MOST_BYTES {
        return Err(FileFault::TooLarge);
    }
    let text = std::str::from_utf8(bytes).map_err(|_| FileFault::OtherKind)?;
    let mut lines = text.lines();
    let version =
        lines.next().and_then(|line| line.strip_prefix(kind.title)).and_then(|rest| rest.strip_prefix(' '));
    let version: u32 = version.and_then(|version| version.trim().parse().ok()).ok_or(FileFault::OtherKind)?;
    if version != kind.version {
        return Err(FileFault::OtherVersion(version));
    }
    let mut field = |name: &str| {
        let line = lines.next().ok_or(FileFault::CutOff)?;
        line.strip_prefix(name)
            .and_then(|rest| rest.strip_prefix(' '))
            .map(str::trim)
            .ok_or(FileFault::Changed)
    };
    let comparison = Uuid::parse_str(field("comparison")?).map_err(|_| FileFault::Changed)?;
    if !is_right(field("secret")?, &check(secret, comparison)[..16]) {
        return Err(FileFault::WrongSecret);
    }
    let (partner, made_at, rows) = (field("partner")?, field("made")?, field("rows")?);
    // Line ends may have been changed on the way: they are no part of what is said.
    let Some(end) = text.trim_end().rfind("\nend ") else { return Err(FileFault::CutOff) };
    let (body, last) = text.split_at(end + 1);
    let body = body.replace("\r\n", "\n");
    let given = last.trim_end().strip_prefix("end ").unwrap_or_default();
    if given.len() < 64 && !given.contains('\n') {
        return Err(FileFault::CutOff);
    }
    if !is_right(given, &code(secret, comparison, kind.title, body.as_bytes())) {
        return Err(FileFault::Changed);
    }
    let head = Head {
        comparison,
        partner: Uuid::parse_str(partner).map_err(|_| FileFault::NotUnderstood(4))?,
        made_at: DateTime::parse_from_rfc3339(made_at).map_err(|_| FileFault::NotUnderstood(5))?.to_utc(),
    };
    let rows: usize = rows.parse().map_err(|_| FileFault::NotUnderstood(6))?;
    let found: Rows<'_> = text[..=end]
        .lines()
        .enumerate()
        .skip(6)
        .map(|(at, line)| (at + 1, line))
        .take(MOST_ROWS + 1)
        .collect();
    match () {
        () if found.len() > MOST_ROWS => Err(FileFault::TooLarge),
        () if found.len() != rows => Err(FileFault::NotUnderstood(6)),
        () => Ok((head, found)),
    }
}

fn pseudonym(text: &str, line: usize) -> Result<Pseudonym, FileFault> {
    let bytes = HEXLOWER_PERMISSIVE.decode(text.as_bytes()).ok().and_then(|bytes| bytes.try_into().ok());
    bytes.ok_or(FileFault::NotUnderstood(line))
}
