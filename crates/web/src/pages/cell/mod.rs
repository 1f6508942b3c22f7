//! The coordination cell: its board, its files, and the form by which others send people to it.
//!
//! * [`board`], [`asked`]: every file, by who has to do something;
//! * [`send`], [`open`]: how somebody reaches the cell;
//! * [`case`] with [`view`], [`written`], [`planned`], [`thread`]: one file, read;
//! * [`acts`], [`head`], [`analysis`], [`summary`], [`notes`], [`steps`]: what may be done with it;
//! * [`sharing`]: how many people a case could be, before anything of it is shared;
//! * [`emergency`]: what one clinician opens at once, told and looked at afterwards;
//! * [`choose`]: two edits of the same lines; [`fault`]: what a rule refuses, said beside its form.

pub mod acts;
pub mod analysis;
pub mod asked;
pub mod board;
pub mod case;
pub mod choose;
pub mod emergency;
pub mod fault;
pub mod frame;
pub mod head;
pub mod notes;
pub mod open;
mod owned;
pub mod planned;
pub mod routes;
pub mod send;
pub mod sharing;
pub mod steps;
pub mod summary;
pub mod thread;
pub mod view;
pub mod written;
