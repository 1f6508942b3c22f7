//! A session with an IMAP server: connected, protected, logged in.

use std::fmt::Debug;
use std::future::Future;
use std::time::Duration;

use async_imap::error::Error;
use async_imap::{Authenticator, Client};
use tokio::io::{AsyncRead, AsyncWrite};
use tokio::net::TcpStream;
use tokio_rustls::rustls::pki_types::ServerName;

use super::{Imap, Trouble};
use crate::tls::{Security, connector, is_loopback};

/// A connection of either kind.
pub(super) trait Wire: AsyncRead + AsyncWrite + Unpin + Send + Debug {}
impl<T: AsyncRead + AsyncWrite + Unpin + Send + Debug> Wire for T {}

pub(super) type Session = async_imap::Session<Box<dyn Wire>>;

impl From<Error> for Trouble {
    fn from(error: Error) -> Self {
        match error {
            Error::Io(io) if io.kind() == std::io::ErrorKind::TimedOut => Self::Timeout,
            Error::Io(io) if io.kind() == std::io::ErrorKind::Other => Self::Protocol,
            Error::Io(_) | Error::ConnectionLost => Self::Connection,
            Error::No(_) => Self::Folder,
            _ => Self::Protocol,
        }
    }
}

/// Waits for an answer as long as the settings allow.
pub(super) async fn within<T, E: Into<Trouble>>(
    limit: Duration,
    answer: impl Future<Output = Result<T, E>>,
) -> Result<T, Trouble> {
    match tokio::time::timeout(limit, answer).await {
        Ok(answer) => answer.map_err(Into::into),
        Err(_) => Err(Trouble::Timeout),
    }
}

/// Connects, protects the connection and logs in.
pub(super) async fn open(imap: &Imap) -> Result<Session, Trouble> {
    let limit = imap.times.answer;
    if imap.security == Security::None && !is_loopback(&imap.host) {
        return Err(Trouble::Settings);
    }
    let connect = TcpStream::connect((imap.host.as_str(), imap.port));
    let tcp = within(limit, async { connect.await.map_err(|_| Trouble::Connection) }).await?;
    let _ = tcp.set_nodelay(true);
    let client = match imap.security {
        Security::None => greeted(Box::new(tcp), limit).await?,
        Security::Tls => greeted(protect(imap, Box::new(tcp)).await?, limit).await?,
        Security::StartTls => {
            let mut client = greeted(Box::new(tcp), limit).await?;
            let asked =
                async { client.run_command_and_check_ok("STARTTLS", None).await.map_err(|_| Trouble::Tls) };
            within(limit, asked).await?;
            // What the server said beyond its answer is dropped with the old client: nothing said in the clear counts.
            Client::new(protect(imap, client.into_inner()).await?)
        }
    };
    login(imap, client).await
}

async fn greeted(wire: Box<dyn Wire>, limit: Duration) -> Result<Client<Box<dyn Wire>>, Trouble> {
    let mut client = Client::new(wire);
    let greeting = within(limit, async { client.read_response().await.map_err(Error::from) }).await?;
    greeting.ok_or(Trouble::Connection)?;
    Ok(client)
}

async fn protect(imap: &Imap, wire: Box<dyn Wire>) -> Result<Box<dyn Wire>, Trouble> {
    let connector = connector(imap.extra_root.as_deref()).map_err(|_| Trouble::Settings)?;
    let name = ServerName::try_from(imap.host.clone()).map_err(|_| Trouble::Settings)?;
    let secured = async { connector.connect(name, wire).await.map_err(|_| Trouble::Tls) };
    Ok(Box::new(within(imap.times.answer, secured).await?))
}

/// `LOGIN` for what it can carry, else `AUTHENTICATE PLAIN`.
async fn login(imap: &Imap, client: Client<Box<dyn Wire>>) -> Result<Session, Trouble> {
    let (user, password) = (imap.user.as_str(), imap.password.reveal());
    let simple = |text: &str| text.bytes().all(|b| (32..127).contains(&b));
    let attempt = async {
        if simple(user) && simple(password) {
            client.login(user, password).await.map_err(|(error, _)| error)
        } else {
            let plain = Plain { response: format!("\0{user}\0{password}") };
            client.authenticate("PLAIN", plain).await.map_err(|(error, _)| error)
        }
    };
    let answer = async {
        attempt.await.map_err(|error| match error {
            Error::No(_) | Error::Bad(_) | Error::Validate(_) => Trouble::Authentication,
            other => other.into(),
        })
    };
    within(imap.times.answer, answer).await
}

struct Plain {
    response: String,
}

impl Authenticator for Plain {
    type Response = String;

    fn process(&mut self, _: &[u8]) -> String {
        std::mem::take(&mut self.response)
    }
}
