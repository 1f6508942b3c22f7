//! Mail servers from the settings.

use super::file::{Mail, Server};
use anyhow::{Result, bail};
use ariane_mail::mailbox::{Imap, Times};
use ariane_mail::message::Receiver;
use ariane_mail::send::Smtp;
use ariane_mail::{Limits, Secret, Security};
use ariane_store::records::Records;
use std::time::Duration;

/// The servers that an installation reads and sends with.
pub struct MailServers {
    /// Where mail is read.
    pub imap: Option<Imap>,
    /// Where mail is sent.
    pub smtp: Option<Smtp>,
    /// Our own addresses and mark.
    pub receiver: Receiver,
}

fn security(server: &Server) -> Result<Security> {
    match server.security.as_str() {
        "tls" => Ok(Security::Tls),
        "starttls" => Ok(Security::StartTls),
        "none" => Ok(Security::None),
        other => bail!("mail: security is `tls`, `starttls` or `none`, not `{other}`"),
    }
}

/// Reads the settings with their password files.
pub fn servers(mail: &Mail, records: &Records) -> Result<MailServers> {
    let imap = match &mail.imap {
        Some(server) => Some(Imap {
            host: server.host.clone(),
            port: server.port,
            security: security(server)?,
            user: server.user.clone(),
            password: Secret::new(server.password()?),
            extra_root: server.authority.clone(),
            folder: server.folder.clone(),
            done_folder: server.done_folder.clone(),
            largest: u32::try_from(Limits::default().message).unwrap_or(u32::MAX),
            times: Times::default(),
        }),
        None => None,
    };
    let smtp = match &mail.smtp {
        Some(server) => Some(Smtp {
            host: server.host.clone(),
            port: server.port,
            security: security(server)?,
            login: (!server.user.is_empty())
                .then(|| server.password().map(|p| (server.user.clone(), Secret::new(p))))
                .transpose()?,
            extra_root: server.authority.clone(),
            timeout: Duration::from_secs(30),
        }),
        None => None,
    };
    let mut addresses = vec![mail.address.clone()];
    addresses.extend(mail.other_addresses.iter().cloned());
    // Stable for an installation, and said by no other.
    let loop_mark = records.thread_token(uuid::Uuid::nil());
    Ok(MailServers { imap, smtp, receiver: Receiver { addresses, loop_mark } })
}
