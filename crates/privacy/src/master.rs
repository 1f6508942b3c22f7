//! The key outside the database.
//!
//! A file of its own holds 256 random bits. From it come, by HKDF-SHA-256 (RFC 5869) with a label each: the key that
//! wraps the keys of persons, the key that seals what belongs to the installation and to no person, the keys of the
//! blind indexes, the key of pseudonyms, and the seed that signs the daily heads of the log. Who has the database without this file has nothing.

use crate::blind::BlindKey;
use crate::chain::HeadSigner;
use crate::pseudonym::PseudonymKey;
use crate::random::{self, NoRandomness};
use crate::seal::{DataKey, Place, SealError};
use crate::stamp::StampKey;
use data_encoding::HEXLOWER_PERMISSIVE;
use hkdf::Hkdf;
use sha2::Sha256;
use std::fs;
use std::io::{self, Write};
use std::path::Path;
use uuid::Uuid;
use zeroize::Zeroizing;

/// First line of the file, so that nobody takes it for something else.
const TITLE: &str = "ariane master key 1";

/// Why the master key cannot be had.
#[derive(Debug, thiserror::Error)]
pub enum MasterKeyError {
    /// The file cannot be read or written.
    #[error("the master key's file cannot be read or written")]
    Io(#[from] io::Error),
    /// The file holds something else.
    #[error("the master key's file is damaged: restore it from where you keep its copy")]
    Damaged,
    /// Others than its owner may read the file.
    #[error("the master key's file may be read by others than its owner: set its mode to 600")]
    TooOpen,
    /// See [`NoRandomness`].
    #[error(transparent)]
    NoRandomness(#[from] NoRandomness),
}

/// The master key.
#[derive(Clone)]
pub struct MasterKey(Zeroizing<[u8; 32]>);

impl std::fmt::Debug for MasterKey {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("MasterKey(…)")
    }
}

impl MasterKey {
    /// A new key.
    pub fn random() -> Result<Self, NoRandomness> {
        Ok(Self(Zeroizing::new(random::bytes()?)))
    }

    /// Reads the key's file, or makes it where there is none.
    ///
    /// `may_create` is false where a store exists already: a new key would make all of it unreadable, so a missing
    /// file is an error there ([`io::ErrorKind::NotFound`]).
    pub fn load(path: &Path, may_create: bool) -> Result<Self, MasterKeyError> {
        match fs::read_to_string(path) {
            Ok(text) => {
                check_mode(path)?;
                let text = Zeroizing::new(text);
                Self::parse(&text).ok_or(MasterKeyError::Damaged)
            }
            Err(error) if error.kind() == io::ErrorKind::NotFound && may_create => {
                let key = Self::random()?;
                key.write(path)?;
                Ok(key)
            }
            Err(error) => Err(error.into()),
        }
    }

    fn parse(text: &str) -> Option<Self> {
        let rest = text.trim_end().strip_prefix(TITLE)?.trim();
        let bytes = Zeroizing::new(HEXLOWER_PERMISSIVE.decode(rest.as_bytes()).ok()?);
        Some(Self(Zeroizing::new(bytes.as_slice().try_into().ok()?)))
    }

    fn write(&self, path: &Path) -> io::Result<()> {
        let mut options = fs::OpenOptions::new();
        options.write(true).create_new(true);
        #[cfg(unix)]
        std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
        let mut file = options.open(path)?;
        let text = Zeroizing::new(format!("{TITLE}\n{}\n", HEXLOWER_PERMISSIVE.encode(&*self.0)));
        file.write_all(text.as_bytes())?;
        file.sync_all()
    }

    fn derive(&self, label: &str) -> Zeroizing<[u8; 32]> {
        let mut out = Zeroizing::new([0; 32]);
        // Expanding to 32 bytes never fails: the limit is 255 blocks of the hash.
        let _ = Hkdf::<Sha256>::new(Some(b"ariane"), &*self.0).expand(label.as_bytes(), &mut *out);
        out
    }

    fn wrapping(&self) -> DataKey {
        DataKey::from_bytes(*self.derive("wrap person keys 1"))
    }

    const fn wrapped_place(subject: Uuid) -> Place {
        Place::new("person_key", "wrapped", subject)
    }

    /// Wraps the key of a person.
    pub fn wrap(&self, subject: Uuid, key: &DataKey) -> Result<Vec<u8>, SealError> {
        self.wrapping().seal(Self::wrapped_place(subject), key.as_bytes())
    }

    /// Unwraps the key of a person.
    pub fn unwrap(&self, subject: Uuid, wrapped: &[u8]) -> Result<DataKey, SealError> {
        let bytes = self.wrapping().open(Self::wrapped_place(subject), wrapped)?;
        let bytes: [u8; 32] = bytes.as_slice().try_into().map_err(|_| SealError::DoesNotOpen)?;
        Ok(DataKey::from_bytes(bytes))
    }

    /// Seals what belongs to the installation and to no person concerned: staff, settings, mail credentials.
    pub fn installation(&self) -> DataKey {
        DataKey::from_bytes(*self.derive("seal installation 1"))
    }

    /// The key of blind indexes.
    pub fn blind(&self) -> BlindKey {
        BlindKey::new(self.derive("blind index 1"))
    }

    /// The key with which a browser encrypts the drafts of an account. It is given to a signed-in page, and kept in no
    /// browser and no database.
    pub fn drafts_of(&self, account: Uuid) -> Zeroizing<[u8; 32]> {
        self.derive(&format!("drafts in browsers 1 {account}"))
    }

    /// Makes and knows the stamps of forms.
    pub fn stamps(&self) -> StampKey {
        StampKey::new(self.derive("stamp forms 1"))
    }

    /// Makes pseudonyms per context.
    pub fn pseudonyms(&self) -> PseudonymKey {
        PseudonymKey::new(self.derive("pseudonyms per context 1"))
    }

    /// Seals what an installation keeps of its figures between two runs.
    pub fn figures(&self) -> DataKey {
        DataKey::from_bytes(*self.derive("seal figures 1"))
    }

    /// Signs the daily heads of the log.
    pub fn head_signer(&self) -> HeadSigner {
        HeadSigner::from_seed(&self.derive("sign audit heads 1"))
    }
}

#[cfg(unix)]
fn check_mode(path: &Path) -> Result<(), MasterKeyError> {
    use std::os::unix::fs::PermissionsExt;
    let mode = fs::metadata(path)?.permissions().mode();
    if mode & 0o077 != 0 { Err(MasterKeyError::TooOpen) } else { Ok(()) }
}

#[cfg(not(unix))]
fn check_mode(_: &Path) -> Result<(), MasterKeyError> {
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_file_is_made_once_and_read_back() {
        let scratch = tempfile::tempdir().unwrap();
        let path = scratch.path().join("master.key");
        assert!(
            matches!(MasterKey::load(&path, false), Err(MasterKeyError::Io(e)) if e.kind() == io::ErrorKind::NotFound)
        );
        let made = MasterKey::load(&path, true).unwrap();
        let read = MasterKey::load(&path, false).unwrap();
        assert_eq!(*made.0, *read.0);
    }

    #[cfg(unix)]
    #[test]
    fn a_file_that_others_may_read_is_refused() {
        use std::os::unix::fs::PermissionsExt;
        let scratch = tempfile::tempdir().unwrap();
        let path = scratch.path().join("master.key");
        MasterKey::load(&path, true).unwrap();
        fs::set_permissions(&path, fs::Permissions::from_mode(0o644)).unwrap();
        assert!(matches!(MasterKey::load(&path, true), Err(MasterKeyError::TooOpen)));
    }

    #[test]
    fn a_damaged_file_is_refused_and_left_alone() {
        for text in ["", "something else", "ariane master key 1\nabcd\n", "ariane master key 1\nzz"] {
            assert!(MasterKey::parse(text).is_none(), "{text}");
        }
    }

    #[test]
    fn a_wrapped_key_opens_for_its_person_under_its_master_only() {
        let master = MasterKey::random().unwrap();
        let key = DataKey::random().unwrap();
        let subject = Uuid::from_u128(1);
        let wrapped = master.wrap(subject, &key).unwrap();
        assert_eq!(master.unwrap(subject, &wrapped).unwrap().as_bytes(), key.as_bytes());
        assert!(master.unwrap(Uuid::from_u128(2), &wrapped).is_err());
        assert!(MasterKey::random().unwrap().unwrap(subject, &wrapped).is_err());
    }

    #[test]
    fn derived_keys_differ() {
        let master = MasterKey::random().unwrap();
        assert_ne!(*master.derive("a"), *master.derive("b"));
        assert_eq!(*master.derive("a"), *master.derive("a"));
    }
}
