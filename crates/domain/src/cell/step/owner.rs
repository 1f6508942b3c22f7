//! What becomes of the steps of somebody who leaves: none is left without an owner.

use crate::cell::roster::Roster;
use crate::cell::silence::Pair;
use crate::cell::step::Step;
use crate::cell::words::Track;
use chrono::{DateTime, Utc};
use uuid::Uuid;

/// Nobody is left who could own the step: the account is not deleted before somebody is named.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("{steps} steps would be left without an owner")]
pub struct NobodyLeft {
    /// How many.
    pub steps: usize,
}

/// A step with its new owner.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Reassigned<K> {
    /// Which step.
    pub step: K,
    /// Account of the new owner.
    pub to: Uuid,
}

/// Who takes over a step of a track when `leaving` goes for good: their stand-in by the roster, else the holder of the
/// track or who acts for them, else the other of the pair. Never `leaving`. Tracks held by `leaving` find their new holder
/// in the same way.
pub fn heir(
    leaving: Uuid,
    track: Track,
    pair: Option<&Pair>,
    roster: &Roster,
    at: DateTime<Utc>,
) -> Option<Uuid> {
    let present = |account: Uuid| roster.acting_for(account, at).filter(|who| *who != leaving);
    let named = roster.absence(leaving, at).and_then(|absence| absence.stand_in).and_then(present);
    let holder = || pair.and_then(|pair| present(pair.holder(track)));
    let other = || pair.and_then(|pair| present(pair.holder(track.other())));
    named.or_else(holder).or_else(other)
}

/// New owners for all steps of an account that is to be deleted; steps that ended keep the name they had. One that was
/// declined gets a new owner too, because the person may think again.
///
/// # Errors
/// [`NobodyLeft`] when one of them has no heir: then nothing is reassigned and the account stays.
pub fn reassign<'a, K: Copy>(
    leaving: Uuid,
    steps: impl IntoIterator<Item = (K, &'a Step, Option<&'a Pair>)>,
    roster: &Roster,
    at: DateTime<Utc>,
) -> Result<Vec<Reassigned<K>>, NobodyLeft> {
    let (mut found, mut orphans) = (Vec::new(), 0);
    for (key, step, pair) in steps {
        if step.owner != leaving || step.state.is_final() {
            continue;
        }
        match heir(leaving, step.track, pair, roster, at) {
            Some(to) => found.push(Reassigned { step: key, to }),
            None => orphans += 1,
        }
    }
    if orphans == 0 { Ok(found) } else { Err(NobodyLeft { steps: orphans }) }
}
