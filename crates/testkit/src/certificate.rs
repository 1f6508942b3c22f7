//! A certificate authority of one test.

use std::path::{Path, PathBuf};

use anyhow::{Context as _, Result};
use rcgen::{BasicConstraints, CertificateParams, CertifiedIssuer, IsCa, KeyPair};

/// A root certificate and a server certificate for `localhost`, as files in PEM.
#[derive(Debug, Clone)]
pub struct Certificate {
    /// The root, for those who shall trust the server.
    pub root: PathBuf,
    /// The server's certificate.
    pub certificate: PathBuf,
    /// The server's key.
    pub key: PathBuf,
}

impl Certificate {
    /// Makes them in a directory.
    ///
    /// # Errors
    /// When the directory cannot be written.
    pub fn make(directory: &Path) -> Result<Self> {
        let mut authority = CertificateParams::new(Vec::new())?;
        authority.is_ca = IsCa::Ca(BasicConstraints::Unconstrained);
        let authority = CertifiedIssuer::self_signed(authority, KeyPair::generate()?)?;
        let key = KeyPair::generate()?;
        let server = CertificateParams::new(vec!["localhost".to_owned(), "127.0.0.1".to_owned()])?;
        let server = server.signed_by(&key, &authority)?;
        let made = Self {
            root: directory.join("root.pem"),
            certificate: directory.join("server.pem"),
            key: directory.join("server.key"),
        };
        for (path, pem) in [
            (&made.root, authority.pem()),
            (&made.certificate, server.pem()),
            (&made.key, key.serialize_pem()),
        ] {
            std::fs::write(path, pem).with_context(|| format!("write {}", path.display()))?;
        }
        Ok(made)
    }
}
