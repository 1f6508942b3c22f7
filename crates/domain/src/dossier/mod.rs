//! A file in a form that others read: what leaves of it (duties D11, D19), who approves it, and what a person takes along (F64).
//!
//! | module | rule |
//! |---|---|
//! | [`content`] | what goes and what stays, in which order, and with which reason something more goes |
//! | [`enclosure`] | which pictures and reports go with it, and when |
//! | [`approval`] | for which purposes, who approves what, for how long it may be fetched |
//! | [`judged`] | how many people it could be was judged, and the dossier shows no more than that |
//! | [`capsule`] | what a person takes along, what an emergency card says, how long both are good |

pub mod approval;
pub mod capsule;
pub mod content;
pub mod enclosure;
pub mod judged;

pub use approval::{DossierState, Recipient, ReleaseFault};
pub use content::{Addition, Covering, Dossier, Part};
pub use enclosure::{Enclosed, Enclosure, EnclosureFault, EnclosureForm, Looked};
pub use judged::{Judged, disorder_told};
