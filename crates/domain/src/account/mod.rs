//! Accounts of the people who work with Ariane: what they are called, when they may sign in, what a password must
//! be, how long a session lasts, when a guesser is made to wait, and who takes over from who leaves.
//!
//! What each function may do is not here but in the policy, `domain::access`.

pub mod departure;
pub mod guesses;
pub mod outside;
pub mod password;
pub mod role;
pub mod session;

pub use role::Role;

use std::fmt;
use std::str::FromStr;

/// How an account stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum AccountState {
    /// Invited: no password and second factor yet.
    Invited,
    /// In use.
    Active,
    /// Held by an administrator, until one lifts it.
    Locked,
    /// Ended for good; kept because the access log refers to it.
    Closed,
}

impl AccountState {
    /// All states.
    pub const ALL: [Self; 4] = [Self::Invited, Self::Active, Self::Locked, Self::Closed];

    /// Stable word for store and texts.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Invited => "invited",
            Self::Active => "active",
            Self::Locked => "locked",
            Self::Closed => "closed",
        }
    }

    /// Whether the holder may sign in with what they have.
    pub const fn may_sign_in(self) -> bool {
        matches!(self, Self::Active)
    }

    /// Whether an administrator may bring the account from this state into `next`. A closed account is never
    /// opened again: the person is invited anew, so that nobody inherits what an old password could do.
    pub const fn may_become(self, next: Self) -> bool {
        matches!(
            (self, next),
            (Self::Active, Self::Locked)
                | (Self::Locked, Self::Active)
                | (Self::Invited | Self::Active | Self::Locked, Self::Closed)
        )
    }
}

impl fmt::Display for AccountState {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.word())
    }
}

/// A word that names none of what was asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("no such word")]
pub struct UnknownWord;

impl FromStr for AccountState {
    type Err = UnknownWord;

    fn from_str(word: &str) -> Result<Self, Self::Err> {
        Self::ALL.into_iter().find(|s| s.word() == word).ok_or(UnknownWord)
    }
}

/// A mail address, folded so that the same mailbox is found however it was typed.
///
/// Only what every mail system agrees on is checked: one `@`, something on both sides, no space or control
/// character, a dot in the domain or `localhost`. Whether it exists shows when a mail arrives.
pub fn fold_mail(typed: &str) -> Option<String> {
    let typed = typed.trim();
    if typed.len() > 254
        || typed.chars().any(|c| c.is_whitespace() || c.is_control() || "<>,;:\"".contains(c))
    {
        return None;
    }
    let (local, domain) = typed.rsplit_once('@')?;
    let names_a_host = domain == "localhost"
        || (domain.contains('.') && domain.split('.').all(|l| !l.is_empty() && !l.starts_with('-')));
    (!local.is_empty() && local.len() <= 64 && !local.contains('@') && names_a_host)
        .then(|| typed.to_lowercase())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_closed_account_stays_closed_and_an_invited_one_is_not_opened_by_hand() {
        for next in AccountState::ALL {
            assert!(!AccountState::Closed.may_become(next));
        }
        assert!(!AccountState::Invited.may_become(AccountState::Active));
        assert!(AccountState::Locked.may_become(AccountState::Active));
        assert!(AccountState::ALL.into_iter().filter(|s| s.may_sign_in()).eq([AccountState::Active]));
    }

    #[test]
    fn states_are_read_back_from_their_words() {
        for state in AccountState::ALL {
            assert_eq!(state.word().parse(), Ok(state));
        }
        assert_eq!("open".parse::<AccountState>(), Err(UnknownWord));
    }

    #[test]
    fn one_mailbox_is_one_text() {
        assert_eq!(fold_mail(" Anne.Muller@Example.LU "), Some("anne.muller@example.lu".into()));
        assert_eq!(fold_mail("root@localhost"), Some("root@localhost".into()));
        for odd in [
            "",
            "anne",
            "@example.lu",
            "anne@",
            "anne@lu",
            "a b@example.lu",
            "a@b@example.lu",
            "a\n@example.lu",
            "anne@example..lu",
            "Anne <a@example.lu>",
        ] {
            assert_eq!(fold_mail(odd), None, "{odd}");
        }
    }
}
