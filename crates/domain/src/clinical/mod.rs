//! The clinical summary of a file (duties D48, D50): problems, signs, variants, treatments, allergies, earlier opinions and the
//! family, each an entry that somebody can read, correct and take away by itself.
//!
//! | module | rule |
//! |---|---|
//! | [`entry`] | what each kind of entry says, and when it is complete |
//! | [`variant`] | HGVS, class with date, zygosity, from whom |
//! | [`kinship`], [`pedigree`] | who is what to the person; the family as unions and generations, for a drawing |
//! | [`proposal`] | what was read from a file or a text, and is an entry only once somebody ticked it |

pub mod entry;
pub mod kinship;
pub mod pedigree;
pub mod proposal;
pub mod variant;

pub use entry::{Entry, EntryFault, EntryKind};
