//! Passwords, second factors, outside sign-in: what the pages of `pages::account` stand on.
//!
//! * [`settings`]: what an installation sets;
//! * [`passwords`]: hashing beside the threads that answer requests;
//! * [`set_up`]: the code with which an empty installation is set up.

pub mod passwords;
pub mod set_up;
pub mod settings;

pub use settings::{OutsideService, SignInSettings};

use crate::guard::tries::Tries;
use passwords::Passwords;
use set_up::SetUp;

/// What signing in keeps in memory.
#[derive(Debug)]
pub struct SignIn {
    /// How often networks may try.
    pub tries: Tries,
    /// Looks at passwords.
    pub passwords: Passwords,
    /// The set-up code, while there is one.
    pub set_up: SetUp,
}

impl SignIn {
    /// For these settings.
    pub fn new(_settings: &SignInSettings) -> Self {
        Self { tries: Tries::default(), passwords: Passwords::default(), set_up: SetUp::default() }
    }
}
