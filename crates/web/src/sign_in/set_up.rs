//! The code with which an empty installation is set up: printed where the program runs, so that only who runs it can.

use ariane_privacy::random::{self, NoRandomness};
use ariane_privacy::secret;
use std::sync::Mutex;

/// Digest of the code, while nobody can sign in.
#[derive(Debug, Default)]
pub struct SetUp(Mutex<Option<Vec<u8>>>);

fn digest(code: &str) -> Vec<u8> {
    let plain: String =
        code.chars().filter(char::is_ascii_alphanumeric).map(|c| c.to_ascii_uppercase()).collect();
    secret::digest(&plain)
}

impl SetUp {
    fn with<T>(&self, act: impl FnOnce(&mut Option<Vec<u8>>) -> T) -> T {
        match self.0.lock() {
            Ok(mut guard) => act(&mut guard),
            Err(poisoned) => act(&mut poisoned.into_inner()),
        }
    }

    /// Makes a code, in place of an earlier one, and gives it to be printed.
    ///
    /// # Errors
    /// Where there is no randomness.
    pub fn open(&self) -> Result<String, NoRandomness> {
        let code = random::spoken_code(4)?;
        self.with(|kept| *kept = Some(digest(&code)));
        Ok(code)
    }

    /// Whether a code is the one that was printed.
    pub fn is(&self, code: &str) -> bool {
        self.with(|kept| kept.as_ref().is_some_and(|d| secret::is_equal(d, &digest(code))))
    }

    /// Ends it: somebody can sign in.
    pub fn close(&self) {
        self.with(|kept| *kept = None);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_code_is_read_however_it_is_typed_and_ends() {
        let set_up = SetUp::default();
        assert!(!set_up.is(""));
        let code = set_up.open().unwrap();
        assert!(set_up.is(&code.to_lowercase().replace('-', " ")));
        assert!(!set_up.is("AAAA-AAAA-AAAA-AAAA"));
        set_up.close();
        assert!(!set_up.is(&code));
    }
}
