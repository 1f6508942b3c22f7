//! `ariane linkage`: which persons another site follows too, found without exchanging names. Nothing is decided here: numbers of files
//! are told, and a human looks at them.

use super::now;
use crate::args::{Linkage, PartnerSite};
use crate::configuration::{DataDir, file, vault};
use anyhow::{Context, Result, bail};
use ariane_domain::access::grant::{Grant, LinkSites};
use ariane_domain::access::{Actor, Facts};
use ariane_domain::referral::ReferralKind;
use ariane_knowledge::starter::countries;
use ariane_linkage::comparison::{Bounds, Class, pairs};
use ariane_linkage::encoding::{Encoder, Encoding};
use ariane_linkage::file::answer::{Answer, AnsweredPair, thousandths};
use ariane_linkage::file::encodings::Encodings;
use ariane_linkage::file::{Head, MOST_BYTES};
use ariane_linkage::secret::Secret;
use ariane_privacy::pseudonym::Pseudonym;
use ariane_privacy::random;
use ariane_store::Store;
use ariane_store::directory::OWN_CONTROLLER;
use ariane_store::records::linkage::{Compared, Encoded, Partner};
use ariane_store::records::referrals::recipient_id;
use ariane_store::records::{Records, Work};
use std::io::{Read, Write};
use std::path::Path;
use std::process::ExitCode;
use uuid::Uuid;
use zeroize::Zeroizing;

pub fn run(data: &DataDir, database: Option<&str>, command: &Linkage) -> Result<ExitCode> {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
    match command {
        Linkage::Secret { out } => make_secret(out),
        Linkage::Encode { partner, secret_file, out } => {
            let secret = read_secret(secret_file)?;
            runtime.block_on(async {
                let site = Site::open(data, database, partner).await?;
                site.encode(&secret, out).await
            })
        }
        Linkage::Compare { partner, secret_file, file, out } => {
            let secret = read_secret(secret_file)?;
            let asked = Encodings::parse(&read_file(file)?, &secret).with_context(|| told(file))?;
            runtime.block_on(async {
                let site = Site::open(data, database, partner).await?;
                site.compare(&secret, &asked, out).await
            })
        }
        Linkage::Answer { secret_file, answer, country } => {
            let secret = read_secret(secret_file)?;
            let answer = Answer::parse(&read_file(answer)?, &secret).with_context(|| told(answer))?;
            runtime.block_on(async {
                let records = records(data, database, country).await?;
                look_up(&records, &answer).await
            })
        }
    }
}

fn told(file: &Path) -> String {
    format!("{} is not taken, and nothing was changed", file.display())
}

fn make_secret(out: &Path) -> Result<ExitCode> {
    let secret = Secret::new(random::bytes()?);
    new_file(out, secret.text().as_bytes())?;
    println!("a secret of 256 bits is in {}", out.display());
    println!("hand it to the partner by another way than the files; who has it can try names against them");
    Ok(ExitCode::SUCCESS)
}

/// Writes a file that only its owner reads; one that is there already is left alone.
fn new_file(path: &Path, bytes: &[u8]) -> Result<()> {
    let mut options = std::fs::OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    let mut file = options.open(path).with_context(|| format!("{} cannot be written", path.display()))?;
    file.write_all(bytes)
        .and_then(|()| file.sync_all())
        .with_context(|| format!("{} cannot be written", path.display()))
}

fn read_secret(path: &Path) -> Result<Secret> {
    check_mode(path)?;
    let bytes = Zeroizing::new(read_file(path)?);
    // What is not text is told like any other file that holds no secret.
    let text = std::str::from_utf8(&bytes).unwrap_or_default();
    Secret::parse(text).with_context(|| path.display().to_string())
}

#[cfg(unix)]
fn check_mode(path: &Path) -> Result<()> {
    use std::os::unix::fs::PermissionsExt;
    let found = std::fs::metadata(path).with_context(|| format!("{} cannot be read", path.display()))?;
    if found.permissions().mode() & 0o077 != 0 {
        bail!("{} may be read by others than its owner: set its mode to 600", path.display());
    }
    Ok(())
}

#[cfg(not(unix))]
fn check_mode(_: &Path) -> Result<()> {
    Ok(())
}

/// A file of another site, up to one byte more than is ever taken.
fn read_file(path: &Path) -> Result<Vec<u8>> {
    let most = u64::try_from(MOST_BYTES)? + 1;
    let mut bytes = Vec::new();
    let file = std::fs::File::open(path).with_context(|| format!("{} cannot be read", path.display()))?;
    file.take(most).read_to_end(&mut bytes).with_context(|| format!("{} cannot be read", path.display()))?;
    Ok(bytes)
}

async fn records(data: &DataDir, database: Option<&str>, country: &str) -> Result<Records> {
    let settings = file::read(&data.settings())?;
    let profile = countries::all().into_iter().find(|profile| profile.code.code() == country);
    let profile = profile.with_context(|| format!("no country profile for {country}"))?;
    let office = settings.infoline.office(&profile)?;
    let store = Store::connect(&data.database_url(database)).await.context("the store cannot be opened")?;
    let master = vault::master_key(data, &settings)?;
    Ok(vault::records(data, &settings, master, store, &profile.calling_code)
        .await?
        .with_settings(settings.protection.settings()?, profile.ages.clone())
        .with_zone(office.zone))
}

fn grant(work: &Work<'_>) -> Result<Grant<LinkSites>> {
    Ok(work.grant(&Actor::Operator, Facts::of_all(OWN_CONTROLLER, "linkage"))?)
}

/// Our records, and the partner with whom they are compared.
struct Site {
    records: Records,
    id: Uuid,
    name: String,
}

impl Site {
    async fn open(data: &DataDir, database: Option<&str>, partner: &PartnerSite) -> Result<Self> {
        let records = records(data, database, &partner.country).await?;
        let directory = records.store().directory().await.context("the directory cannot be read")?;
        let Some(found) = directory.get(&partner.recipient) else {
            bail!(
                "{} is not in the directory: `ariane directory export --all` shows the ids",
                partner.recipient
            );
        };
        if !partner.network.is_empty() && directory.get(&partner.network).is_none() {
            bail!(
                "{} is not in the directory: `ariane directory export --all` shows the ids",
                partner.network
            );
        }
        let kind = if partner.network.is_empty() { ReferralKind::Centre } else { ReferralKind::Cern };
        let id = recipient_id(kind, &partner.recipient, &partner.network);
        Ok(Self { id, name: found.name.clone(), records })
    }

    fn partner(&self, comparison: Uuid) -> Partner<'_> {
        Partner { id: self.id, name: &self.name, comparison }
    }

    async fn encode(&self, secret: &Secret, out: &Path) -> Result<ExitCode> {
        let at = now();
        let comparison = Uuid::from_bytes(random::bytes()?);
        let partner = self.partner(comparison);
        let mut work = self.records.begin(at).await?;
        let grant = grant(&work)?;
        let own = work.encode_for_linkage(&grant, &partner, &Encoder::new(secret, comparison)).await?;
        work.note_linked(&grant, &partner, own.persons.iter(), false).await?;
        let rows = own.persons.iter().map(|one| (one.pseudonym.0, one.encoding)).collect();
        let head = Head { comparison, partner: self.id, made_at: at };
        keep(work, out, &Encodings { head, rows }.to_text(secret)).await?;
        println!("for {}: comparison {comparison}", self.name);
        println!("{} persons encoded into {}", own.persons.len(), out.display());
        left_out(&own);
        Ok(ExitCode::SUCCESS)
    }

    async fn compare(&self, secret: &Secret, asked: &Encodings, out: &Path) -> Result<ExitCode> {
        let at = now();
        let head = asked.head;
        let partner = self.partner(head.comparison);
        let mut work = self.records.begin(at).await?;
        let grant = grant(&work)?;
        let own = work.encode_for_linkage(&grant, &partner, &Encoder::new(secret, head.comparison)).await?;
        let theirs: Vec<Encoding> = asked.rows.iter().map(|(_, encoding)| *encoding).collect();
        let ours: Vec<Encoding> = own.persons.iter().map(|one| one.encoding).collect();
        let found: Vec<(AnsweredPair, &Encoded)> = pairs(&theirs, &ours, Bounds::default())
            .iter()
            .map(|pair| {
                let person = &own.persons[pair.second];
                let answered = AnsweredPair {
                    theirs: asked.rows[pair.first].0,
                    ours: person.pseudonym.0,
                    thousandths: thousandths(pair.likeness),
                    class: pair.class,
                };
                (answered, person)
            })
            .collect();
        work.note_linked(&grant, &partner, found.iter().map(|(_, person)| *person), true).await?;
        let answer = Answer {
            head: Head { made_at: at, ..head },
            pairs: found.iter().map(|(pair, _)| *pair).collect(),
        };
        keep(work, out, &answer.to_text(secret)).await?;
        println!(
            "with {}: comparison {}, encoded there on {}",
            self.name,
            head.comparison,
            head.made_at.date_naive()
        );
        println!("{} persons of theirs compared with {} of ours", theirs.len(), ours.len());
        left_out(&own);
        told_pairs(found.iter().map(|(pair, person)| (*pair, Some(person.number))));
        println!("the answer for the other site is in {}", out.display());
        Ok(ExitCode::SUCCESS)
    }
}

/// Writes the file and keeps the log; where either fails, there is neither.
async fn keep(work: Work<'_>, out: &Path, text: &str) -> Result<()> {
    new_file(out, text.as_bytes())?;
    if let Err(error) = work.commit().await {
        let _ = std::fs::remove_file(out);
        return Err(error).context("the log could not be written, so nothing was handed over");
    }
    Ok(())
}

async fn look_up(records: &Records, answer: &Answer) -> Result<ExitCode> {
    let Head { comparison, partner, made_at } = answer.head;
    let asked: Vec<Pseudonym> = answer.pairs.iter().map(|pair| Pseudonym(pair.theirs)).collect();
    let mut work = records.begin(now()).await?;
    let grant = grant(&work)?;
    // The name is written down only where something goes out.
    let numbers = work.numbers_behind(&grant, &Partner { id: partner, name: "", comparison }, &asked).await?;
    work.commit().await?;
    println!("answer to comparison {comparison}, made on {}", made_at.date_naive());
    told_pairs(answer.pairs.iter().map(|pair| (*pair, numbers.get(&Pseudonym(pair.theirs)).copied())));
    let missing = asked.iter().filter(|one| !numbers.contains_key(one)).count();
    if missing > 0 {
        println!("{missing} of them are not shown: taken back or closed since, or never encoded here");
    }
    Ok(ExitCode::SUCCESS)
}

fn left_out(own: &Compared) {
    println!(
        "left out: {} without an agreement towards them, {} without name or birth date",
        own.without_agreement, own.incomplete
    );
}

/// Pairs are numbered alike at both sites, so that two people can speak of one without naming anybody.
fn told_pairs(found: impl Iterator<Item = (AnsweredPair, Option<i64>)> + Clone) {
    let count = |class| found.clone().filter(|(pair, _)| pair.class == class).count();
    println!(
        "pairs: {} sure, {} unsure; a human compares the files before anything follows",
        count(Class::Sure),
        count(Class::Unsure)
    );
    for (at, (pair, number)) in found.enumerate() {
        if let Some(number) = number {
            let (whole, part) = (pair.thousandths / 1000, pair.thousandths % 1000);
            println!("pair {}: file {number}, {}, likeness {whole}.{part:03}", at + 1, pair.class.word());
        }
    }
}
