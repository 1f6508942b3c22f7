//! Sending over SMTP, with outcomes a queue can act on. Nothing of an address, a text or a server's words is returned.

use std::path::PathBuf;
use std::time::Duration;

use lettre::transport::smtp::authentication::Credentials;
use lettre::transport::smtp::client::{Certificate, CertificateStore, Tls, TlsParameters};
use lettre::transport::smtp::extension::ClientId;
use lettre::transport::smtp::{AsyncSmtpTransport, Error};
use lettre::{AsyncTransport, Tokio1Executor};

use crate::reply::Composed;
use crate::secret::Secret;
use crate::tls::{Security, is_loopback};

/// The server that takes our mail.
#[derive(Debug, Clone)]
pub struct Smtp {
    /// Its name, as in its certificate.
    pub host: String,
    /// Its port: usually 465 for TLS, 587 for STARTTLS.
    pub port: u16,
    /// How the connection is protected.
    pub security: Security,
    /// Account and password, where it asks for them.
    pub login: Option<(String, Secret)>,
    /// A file in PEM with a further root certificate, for a server with a certificate of its own.
    pub extra_root: Option<PathBuf>,
    /// How long one step may take. A whole mail may take ten times that.
    pub timeout: Duration,
}

/// What became of a mail.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Outcome {
    /// The server took it.
    Sent,
    /// Not now; try again later, with the same message id. The server may have taken it all the same when the connection
    /// broke at the end.
    Temporary(Trouble),
    /// Trying again is of no use.
    Permanent(Trouble),
}

/// Why a mail was not taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Trouble {
    /// Settings that cannot work: no TLS to another machine, an unreadable certificate file.
    Settings,
    /// No connection, or it broke.
    Connection,
    /// Took too long.
    Timeout,
    /// The certificate is not trusted, or TLS not offered.
    Tls,
    /// Account or password not accepted. Temporary: the mail waits until the settings are mended.
    Authentication,
    /// The recipient's address is not known or not taken.
    Recipient,
    /// Too large, or the recipient's mailbox is full.
    Size,
    /// Refused by a rule of the server: content, reputation, rate.
    Policy,
    /// Another answer.
    Other,
}

impl Trouble {
    /// A word for a log or a health page.
    pub fn word(self) -> &'static str {
        match self {
            Self::Settings => "settings",
            Self::Connection => "connection",
            Self::Timeout => "timeout",
            Self::Tls => "tls",
            Self::Authentication => "authentication",
            Self::Recipient => "recipient",
            Self::Size => "size",
            Self::Policy => "policy",
            Self::Other => "other",
        }
    }
}

impl Smtp {
    /// Sends a mail over a connection of its own.
    pub async fn send(&self, mail: &Composed) -> Outcome {
        let transport = match self.transport(mail) {
            Ok(transport) => transport,
            Err(trouble) => return Outcome::Temporary(trouble),
        };
        let whole = transport.send_raw(&mail.envelope, &mail.bytes);
        match tokio::time::timeout(self.timeout * 10, whole).await {
            Err(_) => Outcome::Temporary(Trouble::Timeout),
            Ok(Ok(_)) => Outcome::Sent,
            Ok(Err(error)) => classify(&error),
        }
    }

    fn transport(&self, mail: &Composed) -> Result<AsyncSmtpTransport<Tokio1Executor>, Trouble> {
        let tls = match self.security {
            Security::None if is_loopback(&self.host) => Tls::None,
            Security::None => return Err(Trouble::Settings),
            Security::Tls => Tls::Wrapper(self.parameters()?),
            Security::StartTls => Tls::Required(self.parameters()?),
        };
        // The name of this machine is nobody's business: greet with the domain of the sender.
        let domain = mail.envelope.from().map_or("localhost", |from| from.domain());
        let mut builder = AsyncSmtpTransport::<Tokio1Executor>::builder_dangerous(self.host.as_str())
            .port(self.port)
            .tls(tls)
            .timeout(Some(self.timeout))
            .hello_name(ClientId::Domain(domain.to_owned()));
        if let Some((user, password)) = &self.login {
            builder = builder.credentials(Credentials::new(user.clone(), password.reveal().to_owned()));
        }
        Ok(builder.build())
    }

    fn parameters(&self) -> Result<TlsParameters, Trouble> {
        let mut builder =
            TlsParameters::builder(self.host.clone()).certificate_store(CertificateStore::WebpkiRoots);
        if let Some(path) = &self.extra_root {
            let pem = std::fs::read(path).map_err(|_| Trouble::Settings)?;
            builder =
                builder.add_root_certificate(Certificate::from_pem(&pem).map_err(|_| Trouble::Settings)?);
        }
        builder.build_rustls().map_err(|_| Trouble::Settings)
    }
}

/// The class of an error. The words of the server are read for their status code (RFC 3463) and then dropped: they
/// may hold addresses.
fn classify(error: &Error) -> Outcome {
    let code = error.status().map(u16::from);
    let words = std::error::Error::source(error).map(ToString::to_string).unwrap_or_default();
    let (subject, detail) = enhanced(&words).unwrap_or((0, 0));
    match code {
        Some(421) => Outcome::Temporary(Trouble::Connection),
        Some(454 | 530 | 534 | 535 | 538) => Outcome::Temporary(Trouble::Authentication),
        Some(code @ 400..=499) => Outcome::Temporary(trouble(code, subject, detail)),
        Some(code) => Outcome::Permanent(trouble(code, subject, detail)),
        None if error.is_timeout() => Outcome::Temporary(Trouble::Timeout),
        None if error.is_tls() || handshake(error) => Outcome::Temporary(Trouble::Tls),
        // An address in Unicode that this server cannot carry.
        None if error.is_client() && words.contains("SMTPUTF8") => Outcome::Permanent(Trouble::Recipient),
        None if error.is_client() && words.contains("STARTTLS") => Outcome::Temporary(Trouble::Tls),
        None if error.is_client() => Outcome::Temporary(Trouble::Other),
        None => Outcome::Temporary(Trouble::Connection),
    }
}

fn trouble(code: u16, subject: u8, detail: u8) -> Trouble {
    match (subject, detail) {
        (1, 7 | 8) => Trouble::Policy,
        (1, _) => Trouble::Recipient,
        (2, 2 | 3) => Trouble::Size,
        (2, _) => Trouble::Recipient,
        (3, 4) => Trouble::Size,
        (6 | 7, _) => Trouble::Policy,
        _ => match code {
            450 | 550 | 551 | 553 => Trouble::Recipient,
            452 | 552 => Trouble::Size,
            451 | 554 => Trouble::Policy,
            _ => Trouble::Other,
        },
    }
}

/// `5.1.1` → (1, 1)
fn enhanced(words: &str) -> Option<(u8, u8)> {
    words.split_whitespace().take(3).find_map(|word| {
        let mut parts = word.split('.');
        let class: u8 = parts.next()?.parse().ok()?;
        let subject = parts.next()?.parse().ok()?;
        let detail = parts.next()?.parse().ok()?;
        (matches!(class, 4 | 5) && parts.next().is_none()).then_some((subject, detail))
    })
}

/// Whether the library below reports a failed handshake as an error of the network.
fn handshake(error: &Error) -> bool {
    let mut source = std::error::Error::source(error);
    while let Some(cause) = source {
        if cause.downcast_ref::<tokio_rustls::rustls::Error>().is_some() {
            return true;
        }
        if let Some(io) = cause.downcast_ref::<std::io::Error>()
            && io.get_ref().is_some_and(|inner| inner.downcast_ref::<tokio_rustls::rustls::Error>().is_some())
        {
            return true;
        }
        source = cause.source();
    }
    false
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn status_codes() {
        assert_eq!(enhanced("5.1.1 <a@b.example> unknown"), Some((1, 1)));
        assert_eq!(enhanced("no such user"), None);
        assert_eq!(trouble(550, 1, 1), Trouble::Recipient);
        assert_eq!(trouble(550, 7, 1), Trouble::Policy);
        assert_eq!(trouble(452, 0, 0), Trouble::Size);
        assert_eq!(trouble(554, 0, 0), Trouble::Policy);
    }
}
