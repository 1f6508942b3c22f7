//! What makes a person's data unreadable to who may not read it.
//!
//! * [`random`]: the one place where randomness enters: keys, nonces, ids, tokens;
//! * [`seal`]: fields sealed one by one, each bound to its place;
//! * [`stream`]: long values sealed piece by piece;
//! * [`master`]: the key outside the database, from which all others are wrapped or derived;
//! * [`blind`]: finding a sealed name, address or telephone number without reading it;
//! * [`pseudonym`]: what stands for a person towards one partner, another towards each other;
//! * [`secret`]: passwords, tokens and short codes as digests;
//! * [`stamp`]: forms that anyone may send: when they were shown, taken once;
//! * [`chain`]: the tamper-evident log and its signed daily heads;
//! * [`statement`]: reports and the like, signed.
//!
//! No I/O but the reading and writing of the master key's file.

pub mod blind;
pub mod chain;
pub mod master;
pub mod pseudonym;
pub mod random;
pub mod seal;
pub mod secret;
pub mod stamp;
pub mod statement;
pub mod stream;
