//! Passwords, second factors, outside sign-in: what the pages of `pages::account` stand on.
//!
//! * [`settings`]: what an installation sets;
//! * [`passwords`]: hashing beside the threads that answer requests;
//! * [`totp`]: authenticator apps;
//! * [`passkeys`], which are WebAuthn credentials;
//! * [`outside`]: OpenID Connect;
//! * [`set_up`]: the code with which an empty installation is set up;
//! * [`mails`]: mails to staff about their accounts.

pub mod mails;
pub mod outside;
pub mod passkeys;
pub mod passwords;
pub mod set_up;
pub mod settings;
pub mod totp;

pub use settings::{OutsideService, SignInSettings};

use crate::guard::tries::Tries;
use outside::Outside;
use passkeys::Passkeys;
use passwords::Passwords;
use set_up::SetUp;

/// What signing in keeps in memory.
#[derive(Debug)]
pub struct SignIn {
    /// How often networks may try.
    pub tries: Tries,
    /// Looks at passwords.
    pub passwords: Passwords,
    /// Passkeys.
    pub passkeys: Passkeys,
    /// The outside service, where there is one.
    pub outside: Option<Outside>,
    /// The set-up code, while there is one.
    pub set_up: SetUp,
}

impl SignIn {
    /// For these settings.
    pub fn new(settings: &SignInSettings) -> Self {
        Self {
            tries: Tries::default(),
            passwords: Passwords::default(),
            passkeys: Passkeys::new(settings),
            outside: Outside::new(settings),
            set_up: SetUp::default(),
        }
    }
}
