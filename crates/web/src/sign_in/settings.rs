//! How staff sign in: what an installation sets.

use ariane_domain::account::session::Limits;
use webauthn_rs::prelude::Url;

/// An outside sign-in service (OpenID Connect).
#[derive(Clone)]
pub struct OutsideService {
    /// Issuer, as it names itself.
    pub issuer: String,
    /// Our client id there.
    pub client_id: String,
    /// Our secret there.
    pub client_secret: String,
    /// What staff call it, for the button.
    pub name: String,
    /// Classes of assurance (`acr`) that stand for a second factor there.
    pub accepted_classes: Vec<String>,
}

impl std::fmt::Debug for OutsideService {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("OutsideService").field("issuer", &self.issuer).finish_non_exhaustive()
    }
}

/// Settings of sign-in.
#[derive(Debug, Clone)]
pub struct SignInSettings {
    /// Address under which browsers see the installation, without a path: `https://ariane.example`.
    pub public_url: Url,
    /// Whether a proxy stands in front and says where a request comes from.
    pub behind_proxy: bool,
    /// How long sessions last.
    pub limits: Limits,
    /// An outside service, where there is one.
    pub outside: Option<OutsideService>,
}

impl SignInSettings {
    /// For an address, with the usual limits and no outside service.
    ///
    /// # Errors
    /// Where the text is no http or https address.
    pub fn at(public_url: &str) -> Result<Self, NoPublicUrl> {
        let url: Url = public_url.parse().map_err(|_| NoPublicUrl)?;
        let is_web = matches!(url.scheme(), "http" | "https") && url.host().is_some();
        // Cookies without the prefix `__Host-` and in plain sight of the network are for the machine itself only.
        let is_local = matches!(url.host_str(), Some("localhost" | "127.0.0.1" | "[::1]"));
        if !is_web || (url.scheme() == "http" && !is_local) {
            return Err(NoPublicUrl);
        }
        Ok(Self { public_url: url, behind_proxy: false, limits: Limits::default(), outside: None })
    }

    /// Whether browsers come over https.
    pub fn is_https(&self) -> bool {
        self.public_url.scheme() == "https"
    }

    /// Host and port, as a browser writes them in `Origin`.
    pub fn host(&self) -> &str {
        self.public_url.as_str().split("://").nth(1).unwrap_or_default().trim_end_matches('/')
    }

    /// A full address, for mails.
    pub fn full(&self, path: &str) -> String {
        format!("{}{path}", self.public_url.as_str().trim_end_matches('/'))
    }
}

/// The public address is unfit.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("the public address must begin with https:// (http:// only for localhost)")]
pub struct NoPublicUrl;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sessions_travel_encrypted_except_on_the_machine_itself() {
        for good in ["https://ariane.example", "http://localhost:8080", "http://127.0.0.1:1"] {
            assert!(SignInSettings::at(good).is_ok(), "{good}");
        }
        for bad in ["http://ariane.example", "ftp://localhost", "ariane.example", ""] {
            assert!(SignInSettings::at(bad).is_err(), "{bad}");
        }
    }

    #[test]
    fn the_host_is_written_as_browsers_write_it() {
        assert_eq!(SignInSettings::at("https://ariane.example").unwrap().host(), "ariane.example");
        assert_eq!(SignInSettings::at("http://localhost:8080/").unwrap().host(), "localhost:8080");
        assert_eq!(SignInSettings::at("https://a.example/").unwrap().full("/fr"), "https://a.example/fr");
    }
}
