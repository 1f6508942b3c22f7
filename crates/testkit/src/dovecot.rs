//! A Dovecot of one test: its own ports, directory, accounts.

use std::fmt::Write as _;
use std::fs;
use std::os::unix::fs::{MetadataExt as _, PermissionsExt as _, chown};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use anyhow::{Context as _, Result, bail};
use tempfile::TempDir;

use crate::certificate::Certificate;
use crate::process::{Process, free_port, program, wait_for};

/// What a test wants of the server.
#[derive(Debug, Clone)]
pub struct Options {
    /// Accounts with their passwords.
    pub accounts: Vec<(String, String)>,
    /// What the server says it can do, in place of all it can: to try a server without `IDLE`.
    pub capability: Option<String>,
}

impl Default for Options {
    fn default() -> Self {
        Self { accounts: vec![("info".into(), "secret password".into())], capability: None }
    }
}

/// An IMAP server.
#[derive(Debug)]
pub struct Dovecot {
    /// Port without TLS, with STARTTLS.
    pub port: u16,
    /// Port with TLS.
    pub tls_port: u16,
    /// What to trust.
    pub certificate: Certificate,
    process: Option<Process>,
    scratch: TempDir,
    owner: (u32, u32),
    delivered: u64,
}

impl Dovecot {
    /// Starts a server with one account, `info` with the password `secret password`.
    ///
    /// # Errors
    /// When Dovecot is missing (says how to install it) or does not start.
    pub fn start() -> Result<Self> {
        Self::start_with(&Options::default())
    }

    /// Starts a server.
    ///
    /// # Errors
    /// As [`Dovecot::start`].
    pub fn start_with(options: &Options) -> Result<Self> {
        let scratch = tempfile::Builder::new().prefix("ariane-dovecot-").tempdir()?;
        let root = scratch.path();
        fs::set_permissions(root, fs::Permissions::from_mode(0o755))?;
        let certificate = Certificate::make(root)?;
        let me = fs::metadata(root)?;
        let owner = if me.uid() == 0 { account("nobody")? } else { (me.uid(), me.gid()) };
        for directory in ["mail", "run", "state"] {
            fs::create_dir(root.join(directory))?;
        }
        if me.uid() == 0 {
            chown(root.join("mail"), Some(owner.0), Some(owner.1))?;
        }
        let mut users = String::new();
        for (name, password) in &options.accounts {
            writeln!(users, "{name}:{{PLAIN}}{password}")?;
        }
        fs::write(root.join("users"), users)?;
        fs::set_permissions(root.join("users"), fs::Permissions::from_mode(0o644))?;
        let (port, tls_port) = (free_port()?, free_port()?);
        let configuration = configuration(root, owner, me.uid() == 0, port, tls_port, options)?;
        fs::write(root.join("dovecot.conf"), configuration)?;
        let mut server = Self { port, tls_port, certificate, process: None, scratch, owner, delivered: 0 };
        server.resume()?;
        Ok(server)
    }

    /// Starts it again after [`Dovecot::stop`].
    ///
    /// # Errors
    /// When it does not start.
    pub fn resume(&mut self) -> Result<()> {
        let dovecot = program("dovecot", "dovecot-imapd")?;
        let child = Command::new(&dovecot)
            .arg("-F")
            .arg("-c")
            .arg(self.scratch.path().join("dovecot.conf"))
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .context("start dovecot")?;
        let mut process = Process(child);
        if let Err(error) = wait_for(self.port, &mut process) {
            bail!("{error}; its log: {}", self.log());
        }
        self.process = Some(process);
        Ok(())
    }

    /// Stops it; connections break.
    pub fn stop(&mut self) {
        self.process = None;
    }

    /// What it wrote into its log.
    pub fn log(&self) -> String {
        fs::read_to_string(self.scratch.path().join("dovecot.log")).unwrap_or_default()
    }

    /// Puts a message into the inbox of an account, as a mail server would.
    ///
    /// # Errors
    /// When the directory cannot be written.
    pub fn deliver(&mut self, account: &str, message: &[u8]) -> Result<()> {
        let maildir = self.maildir(account);
        for directory in [maildir.clone(), maildir.join("tmp"), maildir.join("new"), maildir.join("cur")] {
            if !directory.exists() {
                fs::create_dir(&directory)?;
                self.own(&directory)?;
            }
        }
        self.delivered += 1;
        let name =
            format!("{}.M{}P{}.test", 1_700_000_000 + self.delivered, self.delivered, std::process::id());
        let part = maildir.join("tmp").join(&name);
        fs::write(&part, message)?;
        self.own(&part)?;
        fs::rename(part, maildir.join("new").join(name))?;
        Ok(())
    }

    /// Gives the inbox of an account a new generation of uids, as after a restore of the mail server.
    ///
    /// # Errors
    /// When the server has not yet looked into the inbox, or does not start again.
    pub fn renew_uids(&mut self, account: &str) -> Result<()> {
        self.stop();
        let maildir = self.maildir(account);
        for entry in fs::read_dir(&maildir)? {
            let entry = entry?;
            if entry.file_name().to_string_lossy().starts_with("dovecot") && entry.file_type()?.is_file() {
                let list = entry.file_name() == "dovecot-uidlist";
                if list {
                    let text = fs::read_to_string(entry.path())?;
                    let first = text.lines().next().context("an empty list of uids")?;
                    let validity =
                        first.split(' ').find(|word| word.starts_with('V')).context("no validity of uids")?;
                    let next: u32 = validity[1..].parse::<u32>()? + 1;
                    fs::write(entry.path(), text.replacen(validity, &format!("V{next}"), 1))?;
                } else {
                    fs::remove_file(entry.path())?;
                }
            }
        }
        self.resume()
    }

    /// How many messages lie in a folder of an account, and how many of them are marked as read.
    ///
    /// # Errors
    /// When the directory cannot be read.
    pub fn count(&self, account: &str, folder: Option<&str>) -> Result<(usize, usize)> {
        let maildir =
            folder.map_or_else(|| self.maildir(account), |f| self.maildir(account).join(format!(".{f}")));
        let (mut all, mut seen) = (0, 0);
        for directory in ["new", "cur"] {
            let Ok(entries) = fs::read_dir(maildir.join(directory)) else { continue };
            for entry in entries {
                let name = entry?.file_name().to_string_lossy().into_owned();
                all += 1;
                seen += usize::from(name.split_once(":2,").is_some_and(|(_, flags)| flags.contains('S')));
            }
        }
        Ok((all, seen))
    }

    fn maildir(&self, account: &str) -> PathBuf {
        self.scratch.path().join("mail").join(account)
    }

    fn own(&self, path: &Path) -> Result<()> {
        if fs::metadata(self.scratch.path())?.uid() == 0 {
            chown(path, Some(self.owner.0), Some(self.owner.1))?;
        }
        Ok(())
    }
}

impl Drop for Dovecot {
    fn drop(&mut self) {
        self.stop();
    }
}

/// The numbers of a user and its group.
fn account(name: &str) -> Result<(u32, u32)> {
    let passwd = fs::read_to_string("/etc/passwd")?;
    let line =
        passwd.lines().find(|line| line.split(':').next() == Some(name)).context("no user `nobody`")?;
    let mut fields = line.split(':').skip(2);
    let mut number = || fields.next().context("a short line in /etc/passwd")?.parse().context("no number");
    Ok((number()?, number()?))
}

fn configuration(
    root: &Path,
    owner: (u32, u32),
    as_root: bool,
    port: u16,
    tls_port: u16,
    options: &Options,
) -> Result<String> {
    let root = root.display();
    let (uid, gid) = owner;
    let mut text = format!(
        "protocols = imap
base_dir = {root}/run
state_dir = {root}/state
log_path = {root}/dovecot.log
listen = 127.0.0.1
ssl = yes
ssl_cert = <{root}/server.pem
ssl_key = <{root}/server.key
disable_plaintext_auth = no
auth_mechanisms = plain login
mail_location = maildir:{root}/mail/%u
mail_max_userip_connections = 200
auth_failure_delay = 0
first_valid_uid = 1
last_valid_uid = 0
first_valid_gid = 1
mail_uid = {uid}
mail_gid = {gid}
passdb {{
  driver = passwd-file
  args = username_format=%u {root}/users
}}
userdb {{
  driver = static
  args = uid={uid} gid={gid} home={root}/mail/%u
}}
service anvil {{
  unix_listener anvil-auth-penalty {{
    mode = 0
  }}
}}
service imap-login {{
  inet_listener imap {{
    port = {port}
  }}
  inet_listener imaps {{
    port = {tls_port}
    ssl = yes
  }}
}}
"
    );
    if let Some(capability) = &options.capability {
        writeln!(text, "protocol imap {{\n  imap_capability = {capability}\n}}")?;
    }
    if !as_root {
        let (user, group) = (name_of("id", "-un")?, name_of("id", "-gn")?);
        writeln!(
            text,
            "default_internal_user = {user}\ndefault_login_user = {user}\ndefault_internal_group = {group}"
        )?;
        for service in [
            "imap-login",
            "anvil",
            "stats",
            "auth",
            "auth-worker",
            "imap",
            "config",
            "log",
            "dict",
            "imap-urlauth-login",
        ] {
            writeln!(text, "service {service} {{\n  chroot =\n  user = {user}\n}}")?;
        }
    }
    Ok(text)
}

fn name_of(program: &str, what: &str) -> Result<String> {
    let said = Command::new(program).arg(what).output()?;
    Ok(String::from_utf8(said.stdout)?.trim().to_owned())
}
