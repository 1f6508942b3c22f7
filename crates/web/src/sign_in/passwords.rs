//! Hashing beside the threads that answer requests, a few at a time: each takes 46 MiB and tens of milliseconds.

use ariane_privacy::secret::{self, CannotHash};
use std::sync::Arc;
use tokio::sync::Semaphore;
use tokio::task::spawn_blocking;

/// At once.
const AT_ONCE: usize = 4;

/// Looks at passwords.
#[derive(Debug, Clone)]
pub struct Passwords(Arc<Semaphore>);

impl Default for Passwords {
    fn default() -> Self {
        Self(Arc::new(Semaphore::new(AT_ONCE)))
    }
}

impl Passwords {
    /// The hash of a new password.
    ///
    /// # Errors
    /// Where there is no memory or no randomness.
    pub async fn hash(&self, password: String) -> Result<String, CannotHash> {
        let _turn = self.0.acquire().await.map_err(|_| CannotHash)?;
        spawn_blocking(move || secret::hash_password(&password)).await.map_err(|_| CannotHash)?
    }

    /// Whether a password is the one of a hash. Without a hash the answer is no, after as much work.
    pub async fn verify(&self, password: String, hash: Option<String>) -> bool {
        let Ok(_turn) = self.0.acquire().await else { return false };
        let done = spawn_blocking(move || match hash {
            Some(hash) => secret::verify_password(&password, &hash),
            None => {
                secret::verify_nobody(&password);
                false
            }
        });
        done.await.unwrap_or(false)
    }
}
