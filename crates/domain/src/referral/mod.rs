//! Passing a person on to somebody who can help, and hearing what became of it (F50, F53, F61, F88; seed 000, "orientés vers les ERN
//! via la coordination Hub"). The loop is in the manner of a task that two organisations share: it is sent, answered, done, told back,
//! and nobody is forgotten on the way.
//!
//! | module | rule |
//! |---|---|
//! | [`kind`] | to whom, and who may send there (duty D17) |
//! | [`state`] | where a referral stands, and who may change it |
//! | [`packet`] | what it consists of, and what is missing |
//! | [`clock`] | what is waited for, by when, and what to do when it does not come |
//! | [`link`] | how somebody without an account reaches one referral and nothing else |
//! | [`waiting`] | how long people waited, without saying who |
//! | [`roster`] | who is on duty for a network |
//! | [`settings`] | the numbers of an installation |

pub mod clock;
pub mod kind;
pub mod link;
pub mod packet;
pub mod roster;
pub mod settings;
pub mod state;
pub mod waiting;

pub use kind::ReferralKind;
pub use settings::ReferralSettings;
pub use state::{ReferralChange, ReferralState};

/// The next of those whom the finder names, in its order, that was not tried yet.
pub fn next_untried<'a>(found: impl IntoIterator<Item = &'a str>, tried: &[&str]) -> Option<&'a str> {
    found.into_iter().find(|one| !tried.contains(one))
}

#[cfg(test)]
mod tests {
    use super::next_untried;

    #[test]
    fn who_was_tried_is_not_proposed_again() {
        assert_eq!(next_untried(["a", "b", "c"], &["a", "c"]), Some("b"));
        assert_eq!(next_untried(["a"], &["a"]), None);
    }
}
