//! What a release holds, each part as one file: written once at import, read whole at start.

use serde::Serialize;
use serde::de::DeserializeOwned;
use sha2::{Digest, Sha256};
use std::path::Path;

/// What a snapshot holds. The mark changes whenever the layout does, so that an old file is not misread.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// A [`super::Catalogue`].
    Catalogue,
    /// [`crate::phenotype::Phenotypes`].
    Phenotypes,
    /// A list of [`crate::formats::published_case::PublishedCase`].
    Cases,
}

impl Kind {
    const fn mark(self) -> &'static [u8; 16] {
        match self {
            Self::Catalogue => b"ariane-cat-v0001",
            Self::Phenotypes => b"ariane-phe-v0001",
            Self::Cases => b"ariane-pub-v0001",
        }
    }
}

/// Why a snapshot could not be read or written.
#[derive(Debug, thiserror::Error)]
pub enum SnapshotError {
    /// The file cannot be read or written.
    #[error("the snapshot of the release cannot be read or written")]
    Io(#[from] std::io::Error),
    /// The file is of another version of the program.
    #[error("the snapshot was built by another version of Ariane; import the files again")]
    Version,
    /// The file is damaged.
    #[error("the snapshot is damaged; import the files again")]
    Damaged,
}

/// Writes the content: mark, SHA-256 of the rest, content.
pub fn write<T: Serialize>(path: &Path, kind: Kind, content: &T) -> Result<(), SnapshotError> {
    let content = postcard::to_stdvec(content).map_err(|_| SnapshotError::Damaged)?;
    let mut bytes = Vec::with_capacity(content.len() + 48);
    bytes.extend_from_slice(kind.mark());
    bytes.extend_from_slice(&Sha256::digest(&content));
    bytes.extend_from_slice(&content);
    std::fs::write(path, bytes)?;
    std::fs::File::open(path)?.sync_all()?;
    Ok(())
}

/// Reads content of a kind and checks that it is whole.
pub fn read<T: DeserializeOwned>(path: &Path, kind: Kind) -> Result<T, SnapshotError> {
    let bytes = std::fs::read(path)?;
    let rest = bytes.strip_prefix(kind.mark().as_slice()).ok_or(SnapshotError::Version)?;
    let (digest, content) = rest.split_at_checked(32).ok_or(SnapshotError::Damaged)?;
    if Sha256::digest(content).as_slice() != digest {
        return Err(SnapshotError::Damaged);
    }
    postcard::from_bytes(content).map_err(|_| SnapshotError::Damaged)
}
