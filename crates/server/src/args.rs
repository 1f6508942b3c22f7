//! Arguments of the command.

mod linkage;

pub use linkage::{Linkage, PartnerSite};

use ariane_domain::Language;
use clap::{Parser, Subcommand};
use std::net::SocketAddr;
use std::path::PathBuf;

/// Orientation and care coordination for rare diseases.
#[derive(Debug, Parser)]
#[command(name = "ariane", version, about)]
pub struct Args {
    /// Directory of store and reference data.
    #[arg(long, global = true, env = "ARIANE_DATA", default_value = "./ariane-data")]
    pub data: PathBuf,
    /// Store: a PostgreSQL address; SQLite in the data directory when absent.
    #[arg(long, global = true, env = "ARIANE_DATABASE", hide_env_values = true)]
    pub database: Option<String>,
    /// What to do.
    #[command(subcommand)]
    pub command: Command,
}

/// What the command can do.
#[derive(Debug, Subcommand)]
pub enum Command {
    /// Serve the pages.
    Serve(Serve),
    /// Fetch, import and describe reference data.
    #[command(subcommand)]
    Reference(Reference),
    /// Import and export centres, associations, services.
    #[command(subcommand)]
    Directory(Directory),
    /// Import and export dated events and trainings.
    #[command(subcommand)]
    Events(Events),
    /// Bring in a spreadsheet of past requests.
    #[command(subcommand)]
    Enquiries(Enquiries),
    /// Check the tamper-evident log; make and keep its signed heads.
    #[command(subcommand)]
    Audit(Audit),
    /// Make the report of a period, protected and signed; check one.
    #[command(subcommand)]
    Report(Report),
    /// Check the signed outcome of a panel.
    #[command(subcommand)]
    Panel(Panel),
    /// Find persons whom another site follows too, without exchanging names.
    #[command(subcommand)]
    Linkage(Linkage),
    /// Copy records and keys to separate files; copies of the keys are removed after a time.
    Backup(Backup),
    /// Bring a backup back to an empty data directory; erasures made since are replayed.
    Restore(Restore),
    /// Answer searches: one query per line in, one JSON line out.
    Search(Search),
    /// Name the networks of disorders: one code or name per line in, one JSON line out.
    Route(Route),
    /// Make orientation sheets: one JSON request per line in, one JSON line out.
    Orient(Orient),
    /// Find signs in texts: one text per line in, one JSON line out.
    Annotate(Annotate),
    /// Take names, dates, numbers out of texts (one per line in, one JSON line out) and out of files.
    Deidentify(Deidentify),
    /// Rank disorders and networks by signs: one JSON request or phenopacket path per line in, one JSON line out.
    Rank(Rank),
    /// Measure the ranking on published cases, and print the tables.
    Evaluate(Evaluate),
}

/// Options of `ariane serve`.
#[derive(Debug, clap::Args)]
pub struct Serve {
    /// Address to listen on.
    #[arg(long, env = "ARIANE_LISTEN", default_value = "127.0.0.1:8080")]
    pub listen: SocketAddr,
    /// Country of the installation: its emergency number, helpline and route come first.
    #[arg(long, env = "ARIANE_COUNTRY", default_value = "LU")]
    pub country: String,
    /// Address under which browsers see the installation, such as https://ariane.example; `public_url` of ariane.toml
    /// when absent, else the address listened on.
    #[arg(long, env = "ARIANE_PUBLIC_URL")]
    pub public_url: Option<String>,
    /// Add plainly fictitious centres near Luxembourg and, to an empty store, a fictitious year of requests, all marked
    /// as such, to try the pages.
    /// `--demo=centres` adds the centres only.
    #[arg(long, value_enum, num_args = 0..=1, require_equals = true, default_missing_value = "all")]
    pub demo: Option<Demo>,
    /// Fetch the official reference data in the background if none was imported yet.
    #[arg(long)]
    pub fetch: bool,
}

/// What a demonstration adds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, clap::ValueEnum)]
pub enum Demo {
    /// Centres and a year of requests.
    All,
    /// Centres.
    Centres,
}

/// `ariane reference …`.
#[derive(Debug, Subcommand)]
pub enum Reference {
    /// Fetch the official releases, then switch to them at once.
    Update(Update),
    /// Take official files from disk: XML, JSON, OBO, TSV, or zip as published.
    Import {
        /// Files as published.
        #[arg(required = true)]
        files: Vec<PathBuf>,
        /// Take a file though it holds far less than the one in use.
        #[arg(long)]
        force: bool,
    },
    /// Show versions, licences, counts, age, and what changed since the release before.
    Status {
        /// As JSON.
        #[arg(long)]
        json: bool,
    },
    /// Make an earlier release the current one again.
    Switch {
        /// Id, as `status` shows it.
        release: String,
    },
}

/// Options of `ariane reference update`.
#[derive(Debug, clap::Args)]
pub struct Update {
    /// Take every file from below this address instead of its own (a mirror, or a test server).
    #[arg(long, env = "ARIANE_REFERENCE_MIRROR")]
    pub mirror: Option<String>,
    /// Only these, by id; see `--list`.
    #[arg(long, value_delimiter = ',')]
    pub only: Vec<String>,
    /// List what would be fetched, from where.
    #[arg(long)]
    pub list: bool,
}

/// `ariane directory …`.
#[derive(Debug, Subcommand)]
pub enum Directory {
    /// Import a CSV file in the documented template; nothing is stored unless every row is good.
    Import {
        /// The file.
        file: PathBuf,
        /// Check and report only.
        #[arg(long)]
        dry_run: bool,
    },
    /// Write the imported rows, or with --all the starter set too, as CSV to standard output.
    Export {
        /// With the starter set.
        #[arg(long)]
        all: bool,
    },
    /// Write an empty template with its header to standard output.
    Template,
}

/// `ariane enquiries …`.
#[derive(Debug, Subcommand)]
pub enum Enquiries {
    /// Propose a mapping from the headers of a file, to be looked through and changed.
    Propose {
        /// CSV or XLSX.
        file: PathBuf,
        /// Sheet of a workbook; the first when absent.
        #[arg(long, default_value = "")]
        sheet: String,
    },
    /// Take the rows of a file by a mapping; prints what became of every row.
    Import(PastEnquiries),
}

/// Options of `ariane enquiries import`.
#[derive(Debug, clap::Args)]
pub struct PastEnquiries {
    /// CSV or XLSX.
    pub file: PathBuf,
    /// Which column is which field, as `propose` writes it.
    #[arg(long)]
    pub mapping: PathBuf,
    /// Check and report only.
    #[arg(long)]
    pub dry_run: bool,
    /// Country of the installation: its time zone and its telephone prefix.
    #[arg(long, env = "ARIANE_COUNTRY", default_value = "LU")]
    pub country: String,
}

/// `ariane audit …`.
#[derive(Debug, Subcommand)]
pub enum Audit {
    /// Check every entry, stream and head; says where something was changed, is missing, moved or cut off.
    Verify {
        /// Directory of the heads kept elsewhere; that of the settings when absent.
        #[arg(long)]
        heads: Option<PathBuf>,
        /// Public key that signs the heads; from the master key when absent.
        #[arg(long)]
        key: Option<String>,
    },
    /// Sign the head of today now, and keep it.
    Head,
    /// Print the public key that signs the heads, to be kept with them.
    Key,
}

/// `ariane report …`.
#[derive(Debug, Subcommand)]
pub enum Report {
    /// Make the report of a period, compared with the one before.
    Make(MakeReport),
    /// Check that a report is as it was signed, and by whom.
    Verify {
        /// The report, as `make` wrote it.
        file: PathBuf,
        /// Public key that signs reports, as `ariane audit key` prints it; from the master key when absent.
        #[arg(long)]
        key: Option<String>,
    },
}

/// `ariane panel …`.
#[derive(Debug, clap::Subcommand)]
pub enum Panel {
    /// Check that an outcome is as it was closed, and by whom it was signed.
    Verify {
        /// The outcome, as the page of the panel gives it.
        file: PathBuf,
        /// Public key that signs outcomes, as `ariane audit key` prints it; from the master key when absent.
        #[arg(long)]
        key: Option<String>,
    },
}

/// Options of `ariane report make`.
#[derive(Debug, clap::Args)]
pub struct MakeReport {
    /// 2020, 2020-H1, 2020-Q1, 2020-03 or 2020-01-01..2020-06-30.
    #[arg(long, required_unless_present_all = ["from", "to"], conflicts_with_all = ["from", "to"])]
    pub period: Option<String>,
    /// First day, in place of a period.
    #[arg(long, requires = "to")]
    pub from: Option<chrono::NaiveDate>,
    /// Last day.
    #[arg(long, requires = "from")]
    pub to: Option<chrono::NaiveDate>,
    /// Records as they were known at this moment, such as 2021-01-15T00:00:00Z; now when absent.
    #[arg(long)]
    pub as_of: Option<chrono::DateTime<chrono::Utc>>,
    /// How it is written.
    #[arg(long, value_enum, default_value_t = ReportForm::Json)]
    pub form: ReportForm,
    /// Keep it as an edition, with the log of what was hidden: it is published from now on, and later reports are protected
    /// together with it.
    #[arg(long)]
    pub publish: bool,
}

/// How a report is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, clap::ValueEnum)]
pub enum ReportForm {
    /// Signed, to be kept and checked.
    Json,
    /// To be read.
    Text,
    /// For spreadsheets.
    Csv,
}

/// `ariane events …`.
#[derive(Debug, Subcommand)]
pub enum Events {
    /// Import a CSV file in the documented template; nothing is stored unless every row is good.
    Import {
        /// The file.
        file: PathBuf,
        /// Check and report only.
        #[arg(long)]
        dry_run: bool,
    },
    /// Write the imported rows, or with --all the starter set too, as CSV to standard output.
    Export {
        /// With the starter set.
        #[arg(long)]
        all: bool,
    },
    /// Write an empty template with its header to standard output.
    Template,
}

/// Options of `ariane search`.
#[derive(Debug, clap::Args)]
pub struct Search {
    /// Language of the page.
    #[arg(long, default_value = "fr")]
    pub lang: Language,
    /// One JSON line per query.
    #[arg(long)]
    pub json: bool,
    /// Most hits per query.
    #[arg(long, default_value_t = 10)]
    pub limit: usize,
    /// Treat the last word as unfinished, as the suggestions do.
    #[arg(long)]
    pub typing: bool,
}

/// Options of `ariane route`.
#[derive(Debug, clap::Args)]
pub struct Route {
    /// Language of the names.
    #[arg(long, default_value = "fr")]
    pub lang: Language,
    /// One JSON line per query.
    #[arg(long)]
    pub json: bool,
    /// Report how far the rule table reaches over all active entities, and its test cases.
    #[arg(long)]
    pub coverage: bool,
    /// Use this rule table instead of the one that comes with the program.
    #[arg(long)]
    pub rules: Option<PathBuf>,
}

/// Options of `ariane orient`.
#[derive(Debug, clap::Args)]
pub struct Orient {
    /// Language of the sheet.
    #[arg(long, default_value = "fr")]
    pub lang: Language,
    /// One JSON line per request.
    #[arg(long)]
    pub json: bool,
    /// Country of the installation.
    #[arg(long, env = "ARIANE_COUNTRY", default_value = "LU")]
    pub country: String,
}

/// Options of `ariane annotate`.
#[derive(Debug, clap::Args)]
pub struct Annotate {
    /// Language of the texts and of the labels.
    #[arg(long, default_value = "fr")]
    pub lang: Language,
    /// One JSON line per text.
    #[arg(long)]
    pub json: bool,
}

/// Options of `ariane deidentify`.
#[derive(Debug, clap::Args)]
pub struct Deidentify {
    /// JPEG, PNG, PDF and DICOM files; none to read texts from standard input.
    #[arg(requires = "out")]
    pub files: Vec<PathBuf>,
    /// Directory for the cleaned files; they get numbers for names, since a name of a file often names a person.
    #[arg(long)]
    pub out: Option<PathBuf>,
    /// Language of the texts and of what stands in place of what was found.
    #[arg(long, default_value = "fr")]
    pub lang: Language,
    /// What the case file knows, as JSON: persons, birth, phones, mails, numbers, addresses, places, institutions.
    #[arg(long)]
    pub known: Option<PathBuf>,
    /// Leave names of places in the texts.
    #[arg(long)]
    pub keep_places: bool,
    /// Give each person one number through a text.
    #[arg(long)]
    pub numbered: bool,
    /// I looked at the pictures and pages of these files: they show no name and no face.
    #[arg(long)]
    pub declared_clean: bool,
    /// Stands as patient's name and number in DICOM objects.
    #[arg(long, default_value = "")]
    pub pseudonym: String,
    /// File with a secret of at least 16 bytes: objects cleaned with the same one keep pointing at each other.
    /// Without it every run makes its own.
    #[arg(long)]
    pub uid_key: Option<PathBuf>,
}

/// Options of `ariane rank`.
#[derive(Debug, clap::Args)]
pub struct Rank {
    /// One JSON line per request.
    #[arg(long)]
    pub json: bool,
    /// Most disorders per request.
    #[arg(long, default_value_t = 20)]
    pub limit: usize,
    /// Leave out the annotation rows of a publication, e.g. `PMID:24573067`; a request's own `source` comes first.
    #[arg(long)]
    pub exclude_source: Option<String>,
    /// Say what changed since an earlier release (its id, as `reference status` shows it).
    #[arg(long)]
    pub since: Option<String>,
    /// From which difference of probability on a case counts as moved.
    #[arg(long, default_value_t = 0.1)]
    pub bound: f32,
}

/// Options of `ariane evaluate`.
#[derive(Debug, clap::Args)]
pub struct Evaluate {
    /// Cases, one JSON object per line.
    pub cases: PathBuf,
    /// Networks of diseases (`omim,ern,fsmr,confidence`), assigned independently of the rule table; without
    /// it networks are not measured.
    #[arg(long)]
    pub networks: Option<PathBuf>,
    /// Where to write the reliability diagrams as SVG.
    #[arg(long)]
    pub pictures: Option<PathBuf>,
}

/// Options of `ariane backup`.
#[derive(Debug, clap::Args)]
pub struct Backup {
    /// Directory of backups: best one of another machine.
    #[arg(required_unless_present = "made_outside")]
    pub directory: Option<PathBuf>,
    /// Only note that records and keys were copied by other means, such as pg_dump: the page about operation tells when.
    #[arg(long, conflicts_with = "directory")]
    pub made_outside: bool,
    /// After how many days copies of the key store are removed: until then an erasure can be undone by who has the
    /// backups, the master key and no journal of erasures.
    #[arg(long, default_value_t = 30)]
    pub keep_keys_days: u16,
}

/// Options of `ariane restore`.
#[derive(Debug, clap::Args)]
pub struct Restore {
    /// The manifest, as `ariane backup` wrote it: a file ending in `.json`.
    pub manifest: PathBuf,
}
