//! What somebody who is invited answers.

use crate::stable::stable_words;

stable_words! {
    /// Whether they come.
    pub enum RcpAnswer in "rcp-answer" {
        /// Nothing yet.
        None = "none",
        /// Comes.
        Comes = "comes",
        /// May come.
        Maybe = "maybe",
        /// Does not come.
        Declines = "declines",
    }
}
