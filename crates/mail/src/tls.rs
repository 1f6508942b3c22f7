//! TLS for mail servers: the public roots, and one more that an operator may name.

use std::path::Path;
use std::sync::Arc;

use tokio_rustls::TlsConnector;
use tokio_rustls::rustls::crypto::ring;
use tokio_rustls::rustls::pki_types::CertificateDer;
use tokio_rustls::rustls::pki_types::pem::PemObject;
use tokio_rustls::rustls::{ClientConfig, RootCertStore};

/// How the connection to a mail server is protected.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Security {
    /// TLS from the first byte.
    Tls,
    /// Begins in the clear and changes to TLS before anything is said; never goes on without.
    StartTls,
    /// In the clear: to this machine only, refused for any other.
    None,
}

/// The file with the extra root certificate cannot be read or holds none.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("the file with the extra root certificate cannot be read")]
pub struct BadRoot;

pub(crate) fn connector(extra_root: Option<&Path>) -> Result<TlsConnector, BadRoot> {
    let mut roots = RootCertStore { roots: webpki_roots::TLS_SERVER_ROOTS.to_vec() };
    if let Some(path) = extra_root {
        let mut any = false;
        for certificate in CertificateDer::pem_file_iter(path).map_err(|_| BadRoot)? {
            roots.add(certificate.map_err(|_| BadRoot)?).map_err(|_| BadRoot)?;
            any = true;
        }
        if !any {
            return Err(BadRoot);
        }
    }
    let config = ClientConfig::builder_with_provider(Arc::new(ring::default_provider()))
        .with_safe_default_protocol_versions()
        .map_err(|_| BadRoot)?
        .with_root_certificates(roots)
        .with_no_client_auth();
    Ok(TlsConnector::from(Arc::new(config)))
}

/// Whether a host is this machine.
pub(crate) fn is_loopback(host: &str) -> bool {
    host.eq_ignore_ascii_case("localhost")
        || host.trim_matches(['[', ']']).parse::<std::net::IpAddr>().is_ok_and(|ip| ip.is_loopback())
}
