//! Measures the ranking on the data directory `ARIANE_DATA` (imported) and the cases below `ARIANE_TEST_DATA`.
//!
//! `-- report` prints all tables, `-- quick` three of them without the peer, `-- latency` times single requests, `-- textbook` asks twelve presentations, `-- removal N` compares leaving publications
//! out with never having read them, `-- training PREFIX` and `-- fit FILE` write what `training/train.py` learns
//! from, `-- answers FILE` writes answers to the last bit, for comparison with those of another state. Everything runs twice where cases were imported: without them, and with them.

mod answers;
mod textbook;

use ariane_knowledge::formats::published_case::PublishedCase;
use ariane_knowledge::phenotype::Phenotypes;
use ariane_knowledge::reference::ReferenceDir;
use ariane_knowledge::starter;
use ariane_orientation::routing::RuleTable;
use ariane_ranking::first_stage::{self, Scratch};
use ariane_ranking::measure::cases::Case;
use ariane_ranking::measure::figures::figures;
use ariane_ranking::measure::networks::Truth;
use ariane_ranking::measure::removal::{Agreement, compare, removed};
use ariane_ranking::measure::report::{PROTOCOLS, Subject, write};
use ariane_ranking::measure::run::Measured;
use ariane_ranking::measure::variants::{Numbers, Variant, signs};
use ariane_ranking::measure::{cases, reliability, run, training};
use ariane_ranking::model::Known;
use ariane_ranking::request::check;
use ariane_ranking::{Ranker, Request, model};
use rustix::time::{ClockId, clock_gettime};
use std::collections::BTreeMap;
use std::error::Error;
use std::io::{BufWriter, Write as _};
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

const TRUTH: &str = include_str!("../truth/networks.csv");

/// One kind of knowledge, made ready.
struct World {
    phenotypes: Phenotypes,
    ranker: Ranker,
}

fn main() -> Result<(), Box<dyn Error>> {
    let arguments: Vec<String> = std::env::args().skip(1).filter(|a| a != "--bench").collect();
    let mode = arguments.first().map_or("latency", String::as_str);
    let (Ok(data), Ok(test_data)) = (std::env::var("ARIANE_DATA"), std::env::var("ARIANE_TEST_DATA")) else {
        println!("set ARIANE_DATA to an imported data directory and ARIANE_TEST_DATA to the open data");
        return Ok(());
    };
    let reference = ReferenceDir::new(&PathBuf::from(data));
    let (catalogue, id) = (reference.load()?, reference.current().ok_or("nothing is imported")?);
    let rules = RuleTable::new(starter::routing::rules());
    let ready = |phenotypes: Phenotypes| {
        let started = Instant::now();
        let ranker = Ranker::new(&phenotypes, &catalogue, &rules);
        println!("tables built in {:.2?}", started.elapsed());
        World { phenotypes, ranker }
    };
    let annotations = ready(reference.load_phenotypes_without_cases_of(&id)?);
    let published = reference.load_cases_of(&id)?;
    let with_cases = (!published.is_empty()).then(|| reference.load_phenotypes().map(ready)).transpose()?;
    let text = std::fs::read_to_string(PathBuf::from(test_data).join("cases/dev_cases.jsonl"))?;
    let cases = cases::read(&text)?;
    let worlds: Vec<&World> = std::iter::once(&annotations).chain(&with_cases).collect();
    if let ("training", Some(prefix)) = (mode, arguments.get(1)) {
        let mut queries = BufWriter::new(std::fs::File::create(format!("{prefix}.tsv"))?);
        let mut numbers = BufWriter::new(std::fs::File::create(format!("{prefix}.f32"))?);
        for World { ranker, phenotypes } in worlds {
            training::write(ranker, phenotypes, &cases, &mut queries, &mut numbers)?;
        }
        return Ok(());
    }
    let truth = Truth::read(TRUTH)?;
    let mut file = match (mode, arguments.get(1)) {
        ("fit" | "answers", Some(path)) => Some(BufWriter::new(std::fs::File::create(path)?)),
        _ => None,
    };
    for World { ranker, phenotypes } in &worlds {
        let models = model::models(ranker.known)?;
        let subject = Subject { ranker, phenotypes, models, cases: &cases, truth: &truth };
        match (mode, arguments.get(1)) {
            ("fit", _) => {
                let measured = run::measure(ranker, phenotypes, models, &cases, PROTOCOLS[1].1, &truth, None);
                for (fold, which, value, happened) in measured.raw {
                    let Some(out) = &mut file else { break };
                    let known = ranker.known.word();
                    writeln!(out, "{known}\t{fold}\t{which}\t{value}\t{}", u8::from(happened))?;
                }
            }
            ("report", _) => {}
            ("quick", _) => {
                for (name, protocol) in [PROTOCOLS[0], PROTOCOLS[1], PROTOCOLS[3]] {
                    let measured = run::measure(ranker, phenotypes, models, &cases, protocol, &truth, None);
                    let f = figures(&measured.outcomes, |o| o.rankable);
                    println!(
                        "{} {name}: per paper {:.3?}, per case {:.3?}",
                        ranker.known.word(),
                        f.per_paper,
                        f.per_case
                    );
                }
            }
            ("removal", _) => {}
            ("answers", _) => {
                if let Some(out) = &mut file {
                    answers::write(ranker, phenotypes, models, &cases, out)?;
                }
            }
            ("textbook", _) => textbook::print(ranker, phenotypes),
            _ => latency(&subject),
        }
    }
    if mode == "report" {
        report(&worlds, &cases, &truth, arguments.get(1).map(Path::new))?;
    }
    if let ("removal", Some(with_cases)) = (mode, &with_cases) {
        let publications = arguments.get(1).and_then(|n| n.parse().ok()).unwrap_or(20);
        removal(publications, &annotations, with_cases, &published, &cases, &ready)?;
    }
    Ok(())
}

/// Writes the tables of all worlds, measured side by side, one after the other.
fn report(
    worlds: &[&World],
    cases: &[Case],
    truth: &Truth,
    directory: Option<&Path>,
) -> Result<(), Box<dyn Error>> {
    let measured: Vec<std::io::Result<(Vec<u8>, Measured)>> = std::thread::scope(|scope| {
        let running: Vec<_> = worlds
            .iter()
            .map(|World { ranker, phenotypes }| {
                scope.spawn(move || {
                    let models = model::models(ranker.known).map_err(std::io::Error::other)?;
                    let subject = Subject { ranker, phenotypes, models, cases, truth };
                    let mut text = Vec::new();
                    let measured = write(&subject, &mut text)?;
                    Ok((text, measured))
                })
            })
            .collect();
        running
            .into_iter()
            .map(|r| r.join().unwrap_or_else(|_| Err(std::io::Error::other("a measurement failed"))))
            .collect()
    });
    for (world, measured) in worlds.iter().zip(measured) {
        let (text, measured) = measured?;
        std::io::stdout().write_all(&text)?;
        if let Some(directory) = directory {
            pictures(directory, world.ranker.known, &measured)?;
        }
    }
    Ok(())
}

fn pictures(directory: &Path, known: Known, measured: &Measured) -> std::io::Result<()> {
    for (name, title, pairs) in [
        ("reliability-ten", "right disorder among ten", &measured.among_ten),
        ("reliability-ern", "right ERN first", &measured.first_network[0]),
    ] {
        let svg = reliability::picture(title, &reliability::bins(pairs));
        let name = match known {
            Known::Annotations => format!("{name}.svg"),
            Known::Cases => format!("{name}-cases.svg"),
        };
        std::fs::write(directory.join(name), svg)?;
    }
    Ok(())
}

/// Leaves publications out by answer and by removal, and says how far both agree.
fn removal(
    publications: usize,
    annotations: &World,
    with_cases: &World,
    published: &[PublishedCase],
    cases: &[Case],
    ready: &impl Fn(Phenotypes) -> World,
) -> Result<(), Box<dyn Error>> {
    let mut of_publication: BTreeMap<&str, Vec<&Case>> = BTreeMap::new();
    for case in cases {
        of_publication.entry(&case.source).or_default().push(case);
    }
    let mut names: Vec<&str> = of_publication.keys().copied().collect();
    let mut numbers = Numbers::new("publications that are removed");
    let mut sum = Agreement::default();
    for _ in 0..publications.min(names.len()) {
        let name = names.swap_remove(numbers.below(names.len()));
        let without = ready(removed(&annotations.phenotypes, published, name));
        let own: Vec<&Case> = of_publication[name].iter().copied().take(20).collect();
        let model = &model::models(with_cases.ranker.known)?.of_fold[model::fold_of(name)];
        let full = (&with_cases.ranker, &with_cases.phenotypes);
        compare(full, (&without.ranker, &without.phenotypes), &own, model, &mut sum);
    }
    println!("{publications} publications, left out and removed: {sum:?}");
    println!("mean part of the first ten that is shared: {:.3}", sum.shared / sum.cases.max(1) as f64);
    Ok(())
}

/// The time of day, and the time that the processor gave to this thread: on a busy machine a request waits for
/// others, which is nothing that the ranking could do about.
struct Clocks {
    wall: Instant,
    thread: rustix::time::Timespec,
}

impl Clocks {
    fn now() -> Self {
        Self { wall: Instant::now(), thread: clock_gettime(ClockId::ThreadCPUTime) }
    }

    fn elapsed(&self) -> (Duration, Duration) {
        let thread = clock_gettime(ClockId::ThreadCPUTime) - self.thread;
        (self.wall.elapsed(), Duration::try_from(thread).unwrap_or_default())
    }
}

/// Times requests of ten signs, one after the other.
fn latency(subject: &Subject<'_>) {
    let Subject { ranker, phenotypes, cases, .. } = subject;
    let requests: Vec<Request> = cases
        .iter()
        .map(|c| (signs(&phenotypes.ontology, c, Variant::Full), c))
        .filter(|(s, _)| s.len() >= 10)
        .map(|(mut s, c)| {
            s.truncate(10);
            Request { observed: s, sex: c.sex, age: c.age, ..Request::default() }
        })
        .collect();
    let mut scratch = Scratch::default();
    let (mut first, mut full) = (Vec::new(), Vec::new());
    for round in 0..2 {
        for request in &requests {
            let Ok(checked) = check(&phenotypes.ontology, request) else { continue };
            let started = Clocks::now();
            first_stage::of_all(
                &ranker.knowledge.table,
                &phenotypes.ontology,
                &checked.observed,
                &mut scratch,
            );
            let one = started.elapsed();
            let started = Clocks::now();
            let answer = ranker.rank(phenotypes, request, 50);
            let whole = started.elapsed();
            assert!(answer.is_ok_and(|a| !a.disorders.is_empty()), "every request has an answer");
            if round > 0 {
                first.push(one);
                full.push(whole);
            }
        }
    }
    for (name, times, target) in
        [("first stage", first, "p50 < 0.1 ms"), ("full answer", full, "p50 < 1 ms, p99 < 5 ms")]
    {
        let (wall, cpu): (Vec<_>, Vec<_>) = times.into_iter().unzip();
        for (clock, times) in [("wall clock", wall), ("processor time of the thread", cpu)] {
            let (p50, p99) = percentiles(times);
            println!("{name}, {clock}: p50 {p50:.3?}, p99 {p99:.3?} ({target}), {} requests", requests.len());
        }
    }
    println!("memory of the tables: {:.1} MB", ranker.knowledge.bytes() as f64 / 1e6);
}

fn percentiles(mut times: Vec<Duration>) -> (Duration, Duration) {
    times.sort_unstable();
    let at = |q: usize| times.get(times.len() * q / 100).copied().unwrap_or_default();
    (at(50), at(99))
}
