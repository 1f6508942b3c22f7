//! Units of work that run into each other (PostgreSQL): the database takes one of them back, and it is done again.
//!
//! On SQLite who writes waits for who wrote before; on PostgreSQL two units of work may be found to have run in an order
//! that cannot be (SQLSTATE 40001) or to wait for each other (40P01). The one taken back left nothing behind, so it may be
//! done again from its beginning. How often, and after how long, is said here and nowhere else: [`retry`] for jobs and
//! commands, [`Attempts`] for who does a whole request again.

use crate::StoreError;
use sea_orm::{DbErr, RuntimeErr};
use std::time::Duration;

/// Serialization failure.
const SERIALIZATION: &str = "40001";
/// Deadlock.
const DEADLOCK: &str = "40P01";
/// How often something is done at most, the first time counted.
const MOST: u32 = 5;
/// How long is waited before the second time; twice as long before each further one.
const FIRST_PAUSE: Duration = Duration::from_millis(10);

impl StoreError {
    /// Whether the database took the unit of work back only because of others at the same moment: nothing of it was kept,
    /// and it may be done again.
    pub fn is_contention(&self) -> bool {
        let Self::Database(DbErr::Exec(error) | DbErr::Query(error) | DbErr::Conn(error)) = self else {
            return false;
        };
        let RuntimeErr::SqlxError(error) = error else { return false };
        let code = error.as_database_error().and_then(|e| e.code());
        code.is_some_and(|code| code == SERIALIZATION || code == DEADLOCK)
    }
}

/// How often something was done, and whether it may be done again.
#[derive(Debug, Clone, Copy, Default)]
pub struct Attempts(u32);

impl Attempts {
    /// The pause before the next attempt; none when there is no next one.
    pub fn pause(&mut self) -> Option<Duration> {
        self.0 += 1;
        (self.0 < MOST).then(|| FIRST_PAUSE * 2_u32.saturating_pow(self.0 - 1))
    }
}

/// Does a unit of work, and does it again where it ran into another. `pause` waits; what it waits with is the caller's,
/// so that this crate needs no clock.
///
/// # Errors
/// What the unit of work says, once it is no contention or was tried often enough.
pub async fn retry<T, E, Once, Pause>(
    mut once: impl FnMut() -> Once,
    pause: impl Fn(Duration) -> Pause,
) -> Result<T, E>
where
    E: AsStoreError,
    Once: Future<Output = Result<T, E>>,
    Pause: Future<Output = ()>,
{
    let mut attempts = Attempts::default();
    loop {
        match once().await {
            Err(error) if error.as_store_error().is_some_and(StoreError::is_contention) => {
                match attempts.pause() {
                    Some(wait) => pause(wait).await,
                    None => return Err(error),
                }
            }
            other => return other,
        }
    }
}

/// Errors in which one of the store may stand.
pub trait AsStoreError {
    /// The store's error, where it is one.
    fn as_store_error(&self) -> Option<&StoreError>;
}

impl AsStoreError for StoreError {
    fn as_store_error(&self) -> Option<&StoreError> {
        Some(self)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_is_done_again_a_few_times_after_growing_pauses() {
        let mut attempts = Attempts::default();
        let pauses: Vec<u128> = std::iter::from_fn(|| attempts.pause()).map(|p| p.as_millis()).collect();
        assert_eq!(pauses, [10, 20, 40, 80]);
    }

    #[test]
    fn only_what_the_database_took_back_is_done_again() {
        for error in [StoreError::Conflict, StoreError::NotThere, StoreError::Erased] {
            assert!(!error.is_contention(), "somebody else changed it: who asked decides anew");
        }
        let other = StoreError::Database(DbErr::Exec(RuntimeErr::Internal("x".into())));
        assert!(!other.is_contention());
    }
}
