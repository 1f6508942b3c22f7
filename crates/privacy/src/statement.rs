//! Statements that the installation signs, such as a report: anybody who has its public key can tell that not a byte was
//! changed since.
//!
//! The key is the one that signs the daily heads of the log. What is signed begins with a label of its own, so that a
//! statement never passes for a head, nor one kind of statement for another.

use crate::chain::HeadSigner;
use data_encoding::HEXLOWER;
use ed25519_dalek::{Signature, Verifier, VerifyingKey};
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

/// What proves a statement.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Proof {
    /// SHA-256 over label and text, in hexadecimal.
    pub digest: String,
    /// Public key, in hexadecimal.
    pub key: String,
    /// Ed25519 signature over the digest, in hexadecimal.
    pub signature: String,
}

fn digest(label: &str, text: &str) -> Vec<u8> {
    let mut hasher = Sha256::new();
    hasher.update(b"ariane statement 1");
    for field in [label, text] {
        hasher.update((field.len() as u64).to_be_bytes());
        hasher.update(field.as_bytes());
    }
    hasher.finalize().to_vec()
}

impl HeadSigner {
    /// Signs a text of a kind.
    pub fn state(&self, label: &str, text: &str) -> Proof {
        let digest = digest(label, text);
        Proof {
            signature: HEXLOWER.encode(&self.sign_bytes(&digest)),
            digest: HEXLOWER.encode(&digest),
            key: self.public_key(),
        }
    }
}

impl Proof {
    /// Whether the text is the one that was signed, and by whom it should be.
    pub fn holds(&self, label: &str, text: &str, key: &str) -> bool {
        let digest = digest(label, text);
        let check = || {
            let bytes: [u8; 32] = HEXLOWER.decode(key.as_bytes()).ok()?.try_into().ok()?;
            let signature: [u8; 64] = HEXLOWER.decode(self.signature.as_bytes()).ok()?.try_into().ok()?;
            let key = VerifyingKey::from_bytes(&bytes).ok()?;
            key.verify(&digest, &Signature::from_bytes(&signature)).ok()
        };
        self.key == key && self.digest == HEXLOWER.encode(&digest) && check().is_some()
    }
}

#[cfg(test)]
mod tests {
    use crate::master::MasterKey;

    #[test]
    fn what_was_signed_holds_and_nothing_else_does() {
        let signer = MasterKey::random().unwrap().head_signer();
        let proof = signer.state("report", "259");
        let key = signer.public_key();
        assert!(proof.holds("report", "259", &key));
        assert!(!proof.holds("report", "260", &key));
        assert!(!proof.holds("letter", "259", &key), "one kind never passes for another");
        let other = MasterKey::random().unwrap().head_signer();
        assert!(!proof.holds("report", "259", &other.public_key()));
        let forged = other.state("report", "260");
        assert!(!forged.holds("report", "260", &key), "signed by somebody else");
        assert!(!super::Proof { signature: "00".into(), ..proof }.holds("report", "259", &key));
    }
}
