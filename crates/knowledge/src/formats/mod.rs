//! Readers of the official formats. Each takes bytes and gives plain rows; none keeps state.
//!
//! Files come from outside: every reader bounds what it takes, resolves no external entity, and
//! answers a broken file with an error that names it.

pub mod archive;
pub mod babelon;
pub mod classification;
pub mod codes;
pub mod geonames;
pub mod hpo;
pub mod hpoa;
pub mod nomenclature;
pub mod orphapacket;
pub mod phenopacket;
pub mod published_case;
pub mod sssom;
pub(crate) mod xml;

/// Why a file could not be read.
#[derive(Debug, thiserror::Error)]
pub enum FormatError {
    /// The XML is not well formed, or uses what we refuse (document type, entities).
    #[error("not readable as XML at byte {position}: {reason}")]
    Xml {
        /// Byte position in the decoded text.
        position: u64,
        /// What the parser says.
        reason: String,
    },
    /// The JSON is not readable.
    #[error("not readable as JSON: {0}")]
    Json(#[from] serde_json::Error),
    /// A table has not the columns that it should have.
    #[error("column `{0}` is missing")]
    MissingColumn(&'static str),
    /// A table row cannot be read.
    #[error("line {line}: {reason}")]
    Row {
        /// Line number, from 1.
        line: u64,
        /// What is wrong.
        reason: String,
    },
    /// The archive is damaged or hostile.
    #[error("archive refused: {0}")]
    Archive(String),
    /// Phenopackets, but none that is a usable published case.
    #[error("no usable published case: {0}")]
    NoCase(String),
    /// The bytes are not text in a known encoding.
    #[error("not text in UTF-8 or ISO-8859-1")]
    Encoding,
    /// Nothing that we know how to read.
    #[error("unknown kind of file; see `ariane reference import --help` for what is read")]
    Unknown,
    /// The file has the right shape but holds nothing.
    #[error("the file holds no {0}")]
    Empty(&'static str),
}
