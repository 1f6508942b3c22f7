//! Whether two sites know the same person, without either telling the other a name.
//!
//! * [`secret`]: what both sites share, and nobody else;
//! * [`normal`]: names as they are compared: accents, umlauts, hyphens, particles;
//! * [`features`]: what of a person is compared, in pieces of which an error harms few;
//! * [`encoding`]: the pieces as bits that nobody reads without the secret (a cryptographic long-term key);
//! * [`comparison`]: how alike two encodings are, who belongs to whom, and what a human has to decide;
//! * [`file`]: what goes from one site to the other and back.
//!
//! The method is R. Schnell, T. Bachteler, J. Reiher, *A novel error-tolerant anonymous linking code*, German Record Linkage Center,
//! WP-GRLC-2011-02 (one Bloom filter per person), after the same, *Privacy-preserving record linkage using Bloom filters*, BMC Medical
//! Informatics and Decision Making 2009, 9:41. What it protects against and what not: `docs/linkage.md`.
//!
//! No I/O, no clock, no randomness.

#![forbid(unsafe_code)]

pub mod comparison;
pub mod encoding;
pub mod features;
pub mod file;
pub mod normal;
pub mod secret;
