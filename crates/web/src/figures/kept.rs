//! Figures laid out, kept in a sealed file between two runs of the program: reading a million requests takes most of a minute, what
//! was written since takes milliseconds.
//!
//! The file holds codes, times and ids of records, as the store has them without a key, and no more; still it is sealed, since a store
//! is guarded and a file is easily copied. It is worth nothing but the time it saves: one that is missing, damaged, of another
//! installation, or laid out by other rules is as good as none, and no backup needs it.

use super::memory::Known;
use super::setting;
use ariane_domain::office::Office;
use ariane_figures::count::ledger::{Ledger, rests_on};
use ariane_privacy::master::MasterKey;
use ariane_privacy::seal::DataKey;
use ariane_privacy::stream::{self, SealedWriter};
use ariane_store::figures::{Mark, Persons};
use chrono::{DateTime, TimeDelta, Utc};
use serde::{Deserialize, Serialize};
use std::fs::{self, File};
use std::io::{self, BufReader, BufWriter, Write};
use std::path::PathBuf;
use std::sync::atomic::{AtomicI64, Ordering};
use uuid::Uuid;

/// What the file is sealed as.
const KIND: &str = "figures";
/// What was written to the store since the file was, is brought in at the next start: the file need not be new.
const PAUSE: TimeDelta = TimeDelta::minutes(10);

/// What stands in the file before anything else: where it is another text, nothing of the rest is read.
fn basis(office: &Office) -> String {
    format!("{} {}", env!("CARGO_PKG_VERSION"), rests_on(&setting(office, DateTime::UNIX_EPOCH)))
}

#[derive(Serialize)]
struct Written<'k> {
    controller: Uuid,
    mark: &'k Mark,
    as_of: DateTime<Utc>,
    read_at: DateTime<Utc>,
    ledger: &'k Ledger<Uuid>,
    persons: &'k Persons,
}

#[derive(Deserialize)]
struct Read {
    controller: Uuid,
    mark: Mark,
    as_of: DateTime<Utc>,
    read_at: DateTime<Utc>,
    ledger: Ledger<Uuid>,
    persons: Persons,
}

/// The file.
#[derive(Debug)]
pub struct Kept {
    path: PathBuf,
    key: DataKey,
    /// Of when the figures in it are, in seconds; 0 while this program has neither read nor written it.
    as_of: AtomicI64,
}

impl Kept {
    /// At a place.
    pub fn new(path: PathBuf, master: &MasterKey) -> Self {
        Self { path, key: master.figures(), as_of: AtomicI64::default() }
    }

    /// Whether figures are so much newer than those in the file that it should be written again.
    pub fn is_due(&self, known: &Known) -> bool {
        known.as_of.timestamp() - self.as_of.load(Ordering::Acquire) >= PAUSE.num_seconds()
    }

    /// The figures of an organisation that were kept; none where there are none that can be used.
    pub fn read(&self, controller: Uuid, office: &Office, now: DateTime<Utc>) -> Option<Known> {
        let file = match File::open(&self.path) {
            Ok(file) => file,
            Err(error) if error.kind() == io::ErrorKind::NotFound => return None,
            Err(error) => {
                tracing::warn!(kind = %error.kind(), "figures that were kept cannot be read");
                return None;
            }
        };
        let Ok(bytes) = stream::open(&self.key, KIND, BufReader::new(file)) else {
            tracing::warn!("figures that were kept do not open: all records are read again");
            return None;
        };
        let (of, rest) = postcard::take_from_bytes::<String>(&bytes).ok()?;
        if of != basis(office) {
            return None;
        }
        let read: Read = postcard::from_bytes(rest).ok()?;
        if read.controller != controller || read.as_of > now {
            return None;
        }
        self.as_of.store(read.as_of.timestamp(), Ordering::Release);
        Some(Known::kept(controller, (read.mark, read.read_at), read.as_of, (read.ledger, read.persons)))
    }

    /// Writes figures in the place of those that were kept before: whole, or not at all.
    ///
    /// # Errors
    /// Where the file cannot be written.
    pub fn write(&self, known: &Known, office: &Office) -> io::Result<()> {
        let new = self.path.with_extension("new");
        let mut options = fs::OpenOptions::new();
        options.write(true).create(true).truncate(true);
        #[cfg(unix)]
        std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
        let mut writer = SealedWriter::new(&self.key, KIND, BufWriter::new(options.open(&new)?))?;
        let written = Written {
            controller: known.controller,
            mark: &known.mark,
            as_of: known.as_of,
            read_at: known.read_at,
            ledger: &known.ledger,
            persons: &known.persons,
        };
        writer.write_all(&postcard::to_stdvec(&basis(office)).map_err(io::Error::other)?)?;
        let writer = postcard::to_io(&written, writer).map_err(io::Error::other)?;
        writer.finish()?.into_inner().map_err(io::IntoInnerError::into_error)?.sync_all()?;
        fs::rename(&new, &self.path)?;
        self.as_of.store(known.as_of.timestamp(), Ordering::Release);
        Ok(())
    }
}
