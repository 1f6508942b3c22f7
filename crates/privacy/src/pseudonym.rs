//! What stands for a person towards one partner, for one purpose, in one comparison.
//!
//! HMAC-SHA-256 of context and person under a key derived from the master key, cut to 128 bits. Without that key two contexts
//! cannot be joined, and nobody gets from a pseudonym to a person: whoever holds the records makes the pseudonyms of their own
//! persons anew and compares. Not anonymous: the organisation that made it can always say whom it means.

use hmac::{Hmac, KeyInit, Mac};
use sha2::Sha256;
use uuid::Uuid;
use zeroize::Zeroizing;

/// Where a pseudonym holds. Everything that differs makes it another pseudonym.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Context<'c> {
    /// Who receives it, by which an agreement names them.
    pub partner: Uuid,
    /// Word of the purpose.
    pub purpose: &'c str,
    /// The one occasion on which it is given.
    pub occasion: Uuid,
}

/// A pseudonym in one context.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Pseudonym(pub [u8; 16]);

/// Makes pseudonyms.
#[derive(Clone)]
pub struct PseudonymKey(Zeroizing<[u8; 32]>);

impl std::fmt::Debug for PseudonymKey {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("PseudonymKey(…)")
    }
}

impl PseudonymKey {
    pub(crate) fn new(key: Zeroizing<[u8; 32]>) -> Self {
        Self(key)
    }

    /// The pseudonym of a person in a context.
    pub fn of(&self, context: &Context<'_>, person: Uuid) -> Pseudonym {
        let mut out = Pseudonym([0; 16]);
        // HMAC takes keys of any length.
        let Ok(mut mac) = <Hmac<Sha256> as KeyInit>::new_from_slice(&*self.0) else { return out };
        mac.update(context.partner.as_bytes());
        mac.update(context.occasion.as_bytes());
        mac.update(person.as_bytes());
        // The one part without a fixed length comes last: no two contexts are read as one.
        mac.update(context.purpose.as_bytes());
        out.0.iter_mut().zip(mac.finalize().into_bytes()).for_each(|(to, from)| *to = from);
        out
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::master::MasterKey;
    use std::collections::HashSet;

    const ANNE: Uuid = Uuid::from_u128(1);
    const HERE: Context<'static> =
        Context { partner: Uuid::from_u128(10), purpose: "transfer", occasion: Uuid::from_u128(20) };

    #[test]
    fn a_person_keeps_one_pseudonym_within_a_context() {
        let key = MasterKey::random().unwrap().pseudonyms();
        assert_eq!(key.of(&HERE, ANNE), key.of(&HERE, ANNE));
        assert_ne!(key.of(&HERE, ANNE), key.of(&HERE, Uuid::from_u128(2)));
    }

    #[test]
    fn whatever_differs_in_the_context_makes_another_pseudonym() {
        let key = MasterKey::random().unwrap().pseudonyms();
        let contexts = [
            HERE,
            Context { partner: Uuid::from_u128(11), ..HERE },
            Context { purpose: "research", ..HERE },
            Context { occasion: Uuid::from_u128(21), ..HERE },
            Context { partner: HERE.occasion, occasion: HERE.partner, ..HERE },
        ];
        let all: HashSet<_> = contexts.iter().map(|context| key.of(context, ANNE)).collect();
        assert_eq!(all.len(), contexts.len());
    }

    #[test]
    fn without_the_key_the_same_person_is_another() {
        let (ours, theirs) = (MasterKey::random().unwrap(), MasterKey::random().unwrap());
        assert_ne!(ours.pseudonyms().of(&HERE, ANNE), theirs.pseudonyms().of(&HERE, ANNE));
    }

    #[test]
    fn the_key_is_not_printed() {
        let key = MasterKey::random().unwrap().pseudonyms();
        assert_eq!(format!("{key:?}"), "PseudonymKey(…)");
    }
}
