//! Passwords, tokens and short codes as digests.

use crate::random::{self, NoRandomness};
use argon2::password_hash::phc::PasswordHash;
use argon2::{Algorithm, Argon2, Params, PasswordHasher, PasswordVerifier, Version};
use sha2::{Digest, Sha256};
use subtle::ConstantTimeEq;

/// Memory in KiB, passes, lanes: the first choice of OWASP's password storage cheat sheet for argon2id after RFC 9106's
/// two (19 MiB would do; we take 46 MiB and one pass, its strongest line).
const COST: (u32, u32, u32) = (46 * 1024, 1, 1);

/// A password could not be hashed: no memory or no randomness.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("the password cannot be hashed")]
pub struct CannotHash;

impl From<NoRandomness> for CannotHash {
    fn from(_: NoRandomness) -> Self {
        Self
    }
}

fn argon2() -> Result<Argon2<'static>, CannotHash> {
    let params = Params::new(COST.0, COST.1, COST.2, None).map_err(|_| CannotHash)?;
    Ok(Argon2::new(Algorithm::Argon2id, Version::V0x13, params))
}

/// Hashes a password or a short code with argon2id. Takes tens of milliseconds: call it where blocking is allowed.
pub fn hash_password(password: &str) -> Result<String, CannotHash> {
    let salt: [u8; 16] = random::bytes()?;
    let hash = argon2()?.hash_password_with_salt(password.as_bytes(), &salt).map_err(|_| CannotHash)?;
    Ok(hash.to_string())
}

/// Whether a password is the one that was hashed; false for a damaged hash.
pub fn verify_password(password: &str, hash: &str) -> bool {
    let (Ok(argon2), Ok(parsed)) = (argon2(), PasswordHash::new(hash)) else { return false };
    argon2.verify_password(password.as_bytes(), &parsed).is_ok()
}

/// Does the work of a verification and forgets it: who asks for an unknown account waits as long.
pub fn verify_nobody(password: &str) {
    let _ = hash_password(password);
}

/// Digest of a token of 256 random bits, as the store keeps it. A plain SHA-256 is enough: nobody tries 2^256 tokens.
pub fn digest(token: &str) -> Vec<u8> {
    Sha256::digest(token.as_bytes()).to_vec()
}

/// Compares two secrets in constant time.
pub fn is_equal(a: &[u8], b: &[u8]) -> bool {
    a.ct_eq(b).into()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_password_is_known_again_and_another_is_not() {
        let hash = hash_password("un fil rouge et long").unwrap();
        assert!(hash.starts_with("$argon2id$"));
        assert!(verify_password("un fil rouge et long", &hash));
        assert!(!verify_password("un fil rouge et lonG", &hash));
        assert!(!verify_password("", &hash));
        assert!(!verify_password("x", "not a hash"));
    }

    #[test]
    fn the_same_password_is_never_hashed_alike() {
        assert_ne!(hash_password("a").unwrap(), hash_password("a").unwrap());
    }

    #[test]
    fn digests_are_compared_as_wholes() {
        assert!(is_equal(&digest("a"), &digest("a")));
        assert!(!is_equal(&digest("a"), &digest("b")));
        assert!(!is_equal(b"a", b"ab"));
    }
}
