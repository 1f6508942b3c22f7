//! The coordination cell: rules of files, analyses, steps, plans and meetings, without I/O.
//!
//! | module | rule |
//! |---|---|
//! | [`words`] | origin, who brought, track, real or training |
//! | [`who`], [`machine`] | who may make which change; all tables are printed in `matrix.txt` |
//! | [`file`](mod@file), [`follow_up`] | states of a file; what makes it one in active follow-up |
//! | [`analysis`], [`signatures`] | two tracks with versions; one text that both stand behind |
//! | [`silence`], [`roster`] | who has not acted; who stands in for whom |
//! | [`step`], [`death`] | steps proposed to the person; what a death ends |
//! | [`plan`] | global care, transition to adulthood |
//! | [`meeting`], [`returns`] | weekly meeting, agenda, minutes; what comes back by itself |
//! | [`rcp`], [`admission`], [`hospital`] | multidisciplinary meeting; who outside reads what, and until when |
//! | [`told`], [`letter`] | nothing reaches the person before a human explained it; what a letter may say, and to whom |
//! | [`document`], [`contact`] | papers of a file and who opens them; who stands around the person and may be told what |
//! | [`callback`], [`open_end`] | calls that are owed; what waits because its day has passed |
//! | [`settings`] | the numbers of an installation |
//! | [`household`], [`odyssey`], [`guideline`], [`exchange`] | family, way to the diagnosis, guidelines, notes and returns |
//! | [`join`](mod@join) | two edits of one text: neither's words are lost |

pub mod admission;
pub mod analysis;
pub mod callback;
pub mod contact;
pub mod death;
pub mod document;
pub mod exchange;
pub mod file;
pub mod follow_up;
pub mod guideline;
pub mod hospital;
pub mod household;
pub mod join;
pub mod letter;
pub mod machine;
pub mod meeting;
pub mod odyssey;
pub mod open_end;
pub mod plan;
pub mod rcp;
pub mod returns;
pub mod roster;
pub mod settings;
pub mod signatures;
pub mod silence;
pub mod span;
pub mod step;
pub mod told;
pub mod who;
pub mod words;

pub use file::CaseFile;
pub use machine::{Machine, Refused};
pub use span::Span;
pub use step::Step;
pub use who::{Acting, Who};
pub use words::{BroughtBy, Origin, Reality, Track};
