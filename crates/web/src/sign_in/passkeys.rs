//! Passkeys (WebAuthn): the second factor that cannot be given to a false page.
//!
//! The server's part of both ceremonies. What must be remembered between question and answer goes into the session,
//! sealed; the browser only ever sees the question.

use super::SignInSettings;
use ariane_store::accounts::factors;
use serde::{Deserialize, Serialize};
use uuid::Uuid;
use webauthn_rs::prelude::{
    Passkey, PasskeyAuthentication, PasskeyRegistration, PublicKeyCredential, RegisterPublicKeyCredential,
};
use webauthn_rs::{Webauthn, WebauthnBuilder};

/// Name of the service, as browsers show it.
const NAME: &str = "Ariane";

/// A question for the browser, and what must be remembered until it answers.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Asked<S> {
    /// For the script: JSON of the options.
    pub question: String,
    /// To be remembered.
    pub state: S,
}

/// Passkeys of this installation; none where its address is a bare number, which browsers refuse.
#[derive(Debug, Clone)]
pub struct Passkeys(Option<Webauthn>);

/// A passkey that was proven.
#[derive(Debug)]
pub struct Proven {
    /// Which.
    pub id: Uuid,
    /// With its counter as it is now, as JSON.
    pub credential: String,
}

impl Passkeys {
    /// For the address of the installation.
    pub fn new(settings: &SignInSettings) -> Self {
        let url = &settings.public_url;
        let built = url
            .domain()
            .and_then(|host| WebauthnBuilder::new(host, url).ok())
            .and_then(|builder| builder.rp_name(NAME).build().ok());
        Self(built)
    }

    /// Whether there can be any.
    pub fn are_possible(&self) -> bool {
        self.0.is_some()
    }

    /// Asks a browser to make a passkey for an account that has these already.
    pub fn ask_new(
        &self,
        account: Uuid,
        mail: &str,
        name: &str,
        known: &[factors::Passkey],
    ) -> Option<Asked<PasskeyRegistration>> {
        let known = known.iter().filter_map(read).map(|(_, key)| key.cred_id().clone()).collect();
        let shown = if name.is_empty() { mail } else { name };
        let (question, state) =
            self.0.as_ref()?.start_passkey_registration(account, mail, shown, Some(known)).ok()?;
        Some(Asked { question: serde_json::to_string(&question).ok()?, state })
    }

    /// Takes the passkey that a browser made: its credential id, and the credential as JSON.
    pub fn take_new(&self, answer: &str, state: &PasskeyRegistration) -> Option<(Vec<u8>, String)> {
        let answer: RegisterPublicKeyCredential = serde_json::from_str(answer).ok()?;
        let key = self.0.as_ref()?.finish_passkey_registration(&answer, state).ok()?;
        Some((key.cred_id().to_vec(), serde_json::to_string(&key).ok()?))
    }

    /// Asks a browser to prove one of these.
    pub fn ask(&self, known: &[factors::Passkey]) -> Option<Asked<PasskeyAuthentication>> {
        let known: Vec<Passkey> = known.iter().filter_map(read).map(|(_, key)| key).collect();
        if known.is_empty() {
            return None;
        }
        let (question, state) = self.0.as_ref()?.start_passkey_authentication(&known).ok()?;
        Some(Asked { question: serde_json::to_string(&question).ok()?, state })
    }

    /// Looks at a proof. A counter that went back speaks of a copied key: it is refused.
    pub fn check(
        &self,
        answer: &str,
        state: &PasskeyAuthentication,
        known: &[factors::Passkey],
    ) -> Option<Proven> {
        let answer: PublicKeyCredential = serde_json::from_str(answer).ok()?;
        let result = self.0.as_ref()?.finish_passkey_authentication(&answer, state).ok()?;
        if !result.user_verified() {
            return None;
        }
        let (id, mut key) =
            known.iter().filter_map(read).find(|(_, key)| key.cred_id() == result.cred_id())?;
        key.update_credential(&result)?;
        Some(Proven { id, credential: serde_json::to_string(&key).ok()? })
    }
}

fn read(kept: &factors::Passkey) -> Option<(Uuid, Passkey)> {
    Some((kept.id, serde_json::from_str(&kept.credential).ok()?))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_bare_number_has_no_passkeys() {
        let at = |url| Passkeys::new(&SignInSettings::at(url).unwrap());
        assert!(at("https://ariane.example").are_possible());
        assert!(at("http://localhost:8080").are_possible());
        assert!(!at("http://127.0.0.1:8080").are_possible());
    }

    #[test]
    fn an_answer_that_is_none_is_refused() {
        let passkeys = Passkeys::new(&SignInSettings::at("http://localhost:8080").unwrap());
        let asked = passkeys.ask_new(Uuid::from_u128(1), "a@example.org", "", &[]).unwrap();
        assert!(asked.question.contains("challenge"));
        for odd in ["", "{}", "null", "[1]"] {
            assert!(passkeys.take_new(odd, &asked.state).is_none(), "{odd}");
        }
        assert!(passkeys.ask(&[]).is_none());
    }
}
