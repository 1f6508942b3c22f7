//! `ariane.toml`: what an installation sets. Every setting has a default; a word that is not known is refused, so that
//! a misspelt setting is never passed over in silence.

use super::numbers::{Cell, Referral};
use anyhow::{Context, Result, bail};
use ariane_domain::access::NotesReaders;
use ariane_domain::office::Office;
use ariane_domain::protection::erasure::Delay;
use ariane_domain::protection::unusual::Bounds;
use ariane_domain::protection::{notice, recipients, settings};
use ariane_domain::reidentification::generalise::Bound;
use ariane_figures::disclosure::Threshold;
use ariane_figures::rounding::Rounding;
use ariane_knowledge::starter::countries::CountryProfile;
use chrono::TimeDelta;
use serde::Deserialize;
use std::io::ErrorKind;
use std::net::SocketAddr;
use std::path::{Path, PathBuf};

/// All of it.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Settings {
    /// Address under which browsers see the installation, without a path: `https://ariane.example`.
    pub public_url: Option<String>,
    /// Whether a proxy stands in front and says where a request comes from (`X-Forwarded-For`).
    pub behind_proxy: bool,
    /// The infoline.
    pub infoline: Infoline,
    /// The coordination cell.
    pub cell: Cell,
    /// Referrals.
    pub referral: Referral,
    /// How many people at least must fit what is shared of a case.
    pub sharing: Bound,
    /// Mail.
    pub mail: Option<Mail>,
    /// Outside sign-in.
    pub sign_in: Option<OutsideSignIn>,
    /// Keys and log.
    pub protection: Protection,
    /// Figures.
    pub figures: Figures,
    /// Figures for a monitor; none are given when this is not set.
    pub monitor: Option<Monitor>,
}

/// Where a monitor (Prometheus) asks.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Monitor {
    /// Address of its own, best one that only the monitor reaches: `127.0.0.1:9464`.
    pub listen: SocketAddr,
}

/// The infoline.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Infoline {
    /// Opening hours, in place of those of the country profile: `Mo-Fr 09:00-12:00 13:00-17:00`.
    pub hours: Option<String>,
    /// Working days within which a reply is promised.
    pub reply_working_days: Option<u32>,
    /// Region whose holidays count beside those of the country.
    pub region: String,
    /// A file of form versions in place of the one that comes with the program.
    pub form: Option<PathBuf>,
    /// Who reads listening notes: `author` (who wrote them) or `listeners` (all listeners).
    pub listening_notes: ListeningNotes,
}

impl Infoline {
    /// The office of a country, as the installation sets it.
    ///
    /// # Errors
    /// Hours that cannot be read.
    pub fn office(&self, profile: &CountryProfile) -> Result<Office> {
        let mut office = profile.office(&self.region).context("the office of the country")?;
        if let Some(hours) = &self.hours {
            office.hours = Some(hours.parse().context("infoline.hours of ariane.toml")?);
        }
        if let Some(days) = self.reply_working_days {
            office.promise.working_days = days;
        }
        Ok(office)
    }
}

/// How figures are published.
#[derive(Debug, Clone, Copy, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Figures {
    /// Counts from 1 up to it, itself excluded, are hidden: 5 to 1000.
    pub threshold: Threshold,
    /// `each` (each share by itself) or `largest-remainder` (shares add up to 100).
    pub rounding: Rounding,
}

/// Who reads listening notes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum ListeningNotes {
    /// Who wrote them.
    #[default]
    Author,
    /// All listeners.
    Listeners,
}

impl From<ListeningNotes> for NotesReaders {
    fn from(setting: ListeningNotes) -> Self {
        match setting {
            ListeningNotes::Author => Self::Author,
            ListeningNotes::Listeners => Self::Listeners,
        }
    }
}

/// The mailbox and how mail goes out.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Mail {
    /// Address of the infoline.
    pub address: String,
    /// Name shown as the sender.
    #[serde(default)]
    pub name: String,
    /// Name shown to who wishes a neutral sender.
    #[serde(default)]
    pub neutral_name: String,
    /// Whether the mail server delivers `local+token@domain` to the mailbox: answers then find their thread by address.
    #[serde(default)]
    pub plus_addresses: bool,
    /// Other addresses under which the infoline receives mail.
    #[serde(default)]
    pub other_addresses: Vec<String>,
    /// Where mail is read.
    pub imap: Option<Server>,
    /// Where mail is sent.
    pub smtp: Option<Server>,
}

/// A mail server.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Server {
    /// Host.
    pub host: String,
    /// Port.
    pub port: u16,
    /// `tls`, `starttls`, or `none` (this machine only).
    #[serde(default = "tls")]
    pub security: String,
    /// User.
    #[serde(default)]
    pub user: String,
    /// File that holds the password: never the setting itself.
    pub password_file: Option<PathBuf>,
    /// File with the certificate of an authority of one's own (PEM).
    pub authority: Option<PathBuf>,
    /// Folder that is read (IMAP).
    #[serde(default = "inbox")]
    pub folder: String,
    /// Folder to which messages are moved once taken in (IMAP); they stay when it is not set.
    pub done_folder: Option<String>,
}

fn tls() -> String {
    "tls".to_owned()
}

fn inbox() -> String {
    "INBOX".to_owned()
}

impl Server {
    /// The password from its file, without the line's end; empty when there is none.
    pub fn password(&self) -> Result<String> {
        let Some(file) = &self.password_file else { return Ok(String::new()) };
        let text = std::fs::read_to_string(file)
            .with_context(|| format!("the password file {} cannot be read", file.display()))?;
        Ok(text.trim_end_matches(['\r', '\n']).to_owned())
    }
}

/// An outside sign-in service (OpenID Connect).
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct OutsideSignIn {
    /// Issuer, as it names itself.
    pub issuer: String,
    /// Our client id there.
    pub client_id: String,
    /// File that holds our secret there.
    pub client_secret_file: PathBuf,
    /// What staff call it.
    pub name: String,
    /// Classes of assurance (`acr`) that stand for a second factor there.
    #[serde(default)]
    pub accepted_classes: Vec<String>,
}

/// Keys and log.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Protection {
    /// File of the master key; `keys/master.key` in the data directory when not set. Best on another volume.
    pub master_key: Option<PathBuf>,
    /// Address of the key store; SQLite in `keys/` of the data directory when not set.
    pub key_store: Option<String>,
    /// Directory where the signed daily heads of the log are kept; `heads/` in the data directory when not set. Best on
    /// another machine.
    pub heads: Option<PathBuf>,
    /// Days that an erasure waits, so that whoever did not ask for it can stop it.
    pub erasure_delay_days: Option<u16>,
    /// Days within which a person is told that somebody else told about them.
    pub notice_days: Option<u16>,
    /// Days within which a recipient answers whether it deleted.
    pub recipient_answer_days: Option<u16>,
    /// From when on something in the log is unusual.
    pub unusual: Unusual,
    /// How the data protection officer is reached.
    pub officer: Officer,
}

/// From when on something in the log is unusual.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Unusual {
    /// So many different records of one account …
    pub records: Option<usize>,
    /// … within so many minutes.
    pub within_minutes: Option<u32>,
    /// So many readings of records that the reader never worked on.
    pub not_taken: Option<usize>,
    /// So many refusals.
    pub refusals: Option<usize>,
}

/// How the data protection officer is reached.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Officer {
    /// Name or function.
    pub name: String,
    /// Mail address.
    pub mail: String,
    /// Telephone number.
    pub phone: String,
    /// Postal address.
    pub address: String,
}

impl Protection {
    /// The settings as the rules take them; what the file does not say is the default of the rule.
    ///
    /// # Errors
    /// The first setting that is out of its bounds, with what it may be.
    pub fn settings(&self) -> Result<settings::Settings, settings::SettingFault> {
        let plain = settings::Settings::default();
        let bounds = plain.unusual;
        let within = self.unusual.within_minutes.map(|minutes| TimeDelta::minutes(minutes.into()));
        let made = settings::Settings {
            erasure: self.erasure_delay_days.map_or(plain.erasure, Delay),
            notice: self.notice_days.map_or(plain.notice, notice::Term),
            recipients: self.recipient_answer_days.map_or(plain.recipients, recipients::Term),
            unusual: Bounds {
                records: self.unusual.records.unwrap_or(bounds.records),
                within: within.unwrap_or(bounds.within),
                not_taken: self.unusual.not_taken.unwrap_or(bounds.not_taken),
                refusals: self.unusual.refusals.unwrap_or(bounds.refusals),
            },
            officer: settings::Officer {
                name: self.officer.name.clone(),
                mail: self.officer.mail.clone(),
                phone: self.officer.phone.clone(),
                address: self.officer.address.clone(),
            },
        };
        made.check()?;
        Ok(made)
    }
}

/// Reads the file; defaults when there is none.
pub fn read(path: &Path) -> Result<Settings> {
    let text = match std::fs::read_to_string(path) {
        Ok(text) => text,
        Err(error) if error.kind() == ErrorKind::NotFound => return Ok(Settings::default()),
        Err(error) => return Err(error).with_context(|| format!("{} cannot be read", path.display())),
    };
    let settings: Settings =
        toml::from_str(&text).with_context(|| format!("{} is not understood", path.display()))?;
    if let Some(mail) = &settings.mail
        && !mail.address.contains('@')
    {
        bail!("{}: mail.address must be a mail address", path.display());
    }
    settings.protection.settings().with_context(|| format!("{}", path.display()))?;
    settings.cell.settings().with_context(|| format!("{}: [cell]", path.display()))?;
    settings.referral.settings().with_context(|| format!("{}: [referral]", path.display()))?;
    settings.sharing.check().with_context(|| format!("{}: [sharing]", path.display()))?;
    Ok(settings)
}

#[cfg(test)]
mod tests {
    use super::*;
    use ariane_domain::cell::settings::CellSettings;

    #[test]
    fn nobody_sets_a_threshold_below_five() {
        assert!(parsed("[figures]\nthreshold = 4").is_err());
        assert!(parsed("[figures]\nthreshold = 10\nrounding = \"largest-remainder\"").is_ok());
        assert_eq!(Settings::default().figures.threshold, Threshold::default());
    }

    fn parsed(text: &str) -> Result<Settings, toml::de::Error> {
        toml::from_str(text)
    }

    #[test]
    fn fewer_people_than_five_are_never_enough() {
        let bound = |text: &str| parsed(text).map(|read| read.sharing.check());
        assert_eq!(bound("").unwrap(), Ok(Bound::default()));
        assert_eq!(bound("[sharing]\nenough = 20\n").unwrap(), Ok(Bound { enough: 20, floor: 5 }));
        assert!(bound("[sharing]\nfloor = 4\n").unwrap().is_err());
        assert!(bound("[sharing]\nflor = 6\n").is_err(), "misspelt");
    }

    #[test]
    fn an_empty_file_is_the_defaults_and_a_misspelt_word_is_refused() {
        assert!(parsed("").unwrap().mail.is_none());
        let error = parsed("[infoline]\nhour = \"x\"\n").unwrap_err().to_string();
        assert!(error.contains("hour"), "{error}");
    }

    #[test]
    fn the_numbers_of_the_cell_are_set_within_bounds_and_a_fault_names_the_setting() {
        let made = parsed("[cell]\nsilence_medical_days = 14\n").unwrap().cell.settings().unwrap();
        let plain = CellSettings::default();
        assert_eq!((made.silence.medical_days, made.renewal_days), (14, plain.renewal_days));
        let none = parsed("[cell]\nanswer_days = 0\n").unwrap().cell.settings().unwrap_err();
        assert!(none.to_string().contains("answer_days"), "{none}");
    }

    #[test]
    fn what_protects_data_is_set_within_bounds_and_a_fault_names_the_setting() {
        let text = "[protection]\nerasure_delay_days = 14\nnotice_days = 10\n[protection.unusual]\nrefusals = 3\n\
                    [protection.officer]\nname = \"Odile Fictive\"\nmail = \"dpo@ariane.example\"\n";
        let made = parsed(text).unwrap().protection.settings().unwrap();
        assert_eq!((made.erasure, made.notice, made.unusual.refusals), (Delay(14), notice::Term(10), 3));
        assert_eq!(made.unusual.records, Bounds::default().records, "what is not said stays");
        assert_eq!(made.officer.lines(), ["Odile Fictive", "dpo@ariane.example"]);
        let late = parsed("[protection]\nnotice_days = 60\n").unwrap().protection.settings();
        let fault = late.unwrap_err().to_string();
        assert!(fault.contains("protection.notice_days is 60") && fault.contains("14(3)"), "{fault}");
        let misspelt = parsed("[protection]\nnotice_day = 1\n").unwrap_err().to_string();
        assert!(misspelt.contains("notice_day"), "{misspelt}");
    }

    #[test]
    fn a_password_stands_in_a_file_of_its_own_only() {
        let text =
            "[mail]\naddress = \"a@b.example\"\n[mail.imap]\nhost = \"h\"\nport = 993\npassword = \"x\"\n";
        assert!(parsed(text).is_err());
        let good = text.replace("password = \"x\"", "password_file = \"p\"");
        let imap = parsed(&good).unwrap().mail.unwrap().imap.unwrap();
        assert_eq!((imap.security.as_str(), imap.folder.as_str()), ("tls", "INBOX"));
    }
}
