//! How often a network may knock: a bucket of tokens per network and door, in memory.
//!
//! This spares the machine (a password costs memory and time to look at) and slows guessing over many accounts. How
//! long one account's guesser waits is kept in the store (`domain::account::guesses`).

use chrono::{DateTime, Utc};
use std::collections::HashMap;
use std::sync::Mutex;

/// Buckets that are kept; past that the fullest are forgotten first.
const MOST: usize = 50_000;

/// What is knocked at.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Knock {
    /// Password or second factor.
    Factor,
    /// A mail is sent.
    Mail,
    /// A link or a set-up code is tried.
    Ticket,
    /// The web form is sent.
    Written,
    /// The short code of a private link, or a code over a second channel, is tried.
    LinkCode,
}

impl Knock {
    /// How many at once, and how many more per minute.
    const fn allowance(self) -> (f64, f64) {
        match self {
            Self::Factor => (30.0, 15.0),
            Self::Mail => (5.0, 0.5),
            Self::Ticket => (20.0, 5.0),
            // A hospital or school is one network: many may write in an hour.
            Self::Written => (15.0, 0.5),
            Self::LinkCode => (20.0, 2.0),
        }
    }
}

#[derive(Debug, Clone, Copy)]
struct Bucket {
    left: f64,
    at: DateTime<Utc>,
}

/// All buckets.
#[derive(Debug, Default)]
pub struct Tries {
    buckets: Mutex<HashMap<(Knock, String), Bucket>>,
}

impl Tries {
    /// Whether one more is allowed; takes it where it is.
    pub fn allow(&self, knock: Knock, network: &str, now: DateTime<Utc>) -> bool {
        let (most, _) = knock.allowance();
        let mut buckets = match self.buckets.lock() {
            Ok(guard) => guard,
            Err(poisoned) => poisoned.into_inner(),
        };
        let filled = |knock: Knock, bucket: &Bucket| {
            let (most, per_minute) = knock.allowance();
            let minutes = (now - bucket.at).num_milliseconds().max(0) as f64 / 60_000.0;
            (bucket.left + minutes * per_minute).min(most)
        };
        if buckets.len() >= MOST {
            buckets.retain(|(knock, _), bucket| filled(*knock, bucket) < knock.allowance().0);
        }
        if buckets.len() >= MOST {
            buckets.clear();
        }
        let bucket = buckets.entry((knock, network.to_owned())).or_insert(Bucket { left: most, at: now });
        bucket.left = filled(knock, bucket);
        bucket.at = now;
        let allowed = bucket.left >= 1.0;
        if allowed {
            bucket.left -= 1.0;
        }
        allowed
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use chrono::TimeDelta;

    #[test]
    fn a_bucket_empties_and_fills_again_for_its_network_only() {
        let tries = Tries::default();
        let start = DateTime::<Utc>::UNIX_EPOCH;
        let taken = (0..100).filter(|_| tries.allow(Knock::Mail, "192.0.2.0/24", start)).count();
        assert_eq!(taken, 5);
        assert!(tries.allow(Knock::Mail, "198.51.100.0/24", start));
        assert!(tries.allow(Knock::Factor, "192.0.2.0/24", start));
        assert!(!tries.allow(Knock::Mail, "192.0.2.0/24", start + TimeDelta::minutes(1)));
        assert!(tries.allow(Knock::Mail, "192.0.2.0/24", start + TimeDelta::minutes(2)));
    }

    #[test]
    fn a_flood_of_networks_does_not_fill_the_memory() {
        let tries = Tries::default();
        for n in 0..(MOST + 10) {
            tries.allow(Knock::Factor, &n.to_string(), DateTime::<Utc>::UNIX_EPOCH);
        }
        assert!(tries.buckets.lock().unwrap().len() <= MOST);
    }
}
