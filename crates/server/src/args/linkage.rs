//! Arguments of `ariane linkage`.

use clap::Subcommand;
use std::path::PathBuf;

/// `ariane linkage …`.
#[derive(Debug, Subcommand)]
pub enum Linkage {
    /// Make a secret for two sites, to be handed over by another way than the files: in person, on paper, by an encrypted channel.
    Secret {
        /// File to write, readable by its owner only; an existing one is left alone.
        #[arg(long)]
        out: PathBuf,
    },
    /// Write pseudonyms and encodings of the persons who agreed to be passed on to a partner; no names.
    Encode {
        /// Who receives it.
        #[command(flatten)]
        partner: PartnerSite,
        /// File of the secret.
        #[arg(long)]
        secret_file: PathBuf,
        /// File to write; an existing one is left alone.
        #[arg(long)]
        out: PathBuf,
    },
    /// Compare a partner's file with one's own persons who agreed to be passed on to that partner.
    Compare {
        /// Who made the file, and receives the answer.
        #[command(flatten)]
        partner: PartnerSite,
        /// File of the secret.
        #[arg(long)]
        secret_file: PathBuf,
        /// What the partner's `encode` wrote.
        file: PathBuf,
        /// Answer to write; an existing one is left alone.
        #[arg(long)]
        out: PathBuf,
    },
    /// Read a partner's answer: which of one's own files a human should look at.
    Answer {
        /// File of the secret.
        #[arg(long)]
        secret_file: PathBuf,
        /// What the partner's `compare` wrote.
        answer: PathBuf,
        /// Country of the installation: when somebody is of age, and its telephone prefix.
        #[arg(long, env = "ARIANE_COUNTRY", default_value = "LU")]
        country: String,
    },
}

/// A partner, as the agreements of the persons name them.
#[derive(Debug, clap::Args)]
pub struct PartnerSite {
    /// Id of the partner in the directory, as `ariane directory export --all` shows it.
    #[arg(long)]
    pub recipient: String,
    /// European network, where persons agreed to be passed on to its coordinator at that hub.
    #[arg(long, default_value = "")]
    pub network: String,
    /// Country of the installation: when somebody is of age, and its telephone prefix.
    #[arg(long, env = "ARIANE_COUNTRY", default_value = "LU")]
    pub country: String,
}
