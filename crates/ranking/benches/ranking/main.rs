//! Measures the ranking on the data directory `ARIANE_DATA` (imported) and the cases below `ARIANE_TEST_DATA`.
//!
//! `-- report` prints all tables, `-- latency` times single requests, `-- training PREFIX` and `-- fit FILE`
//! write what `training/train.py` learns from.

use ariane_knowledge::reference::ReferenceDir;
use ariane_knowledge::starter;
use ariane_orientation::routing::RuleTable;
use ariane_ranking::first_stage::{self, Scratch};
use ariane_ranking::measure::networks::Truth;
use ariane_ranking::measure::report::{PROTOCOLS, Subject, write};
use ariane_ranking::measure::variants::{Variant, signs};
use ariane_ranking::measure::{cases, reliability, run, training};
use ariane_ranking::request::check;
use ariane_ranking::{Ranker, Request, model};
use std::error::Error;
use std::io::{BufWriter, Write as _};
use std::path::PathBuf;
use std::time::{Duration, Instant};

const TRUTH: &str = include_str!("../truth/networks.csv");

fn main() -> Result<(), Box<dyn Error>> {
    let arguments: Vec<String> = std::env::args().skip(1).filter(|a| a != "--bench").collect();
    let mode = arguments.first().map_or("latency", String::as_str);
    let (Ok(data), Ok(test_data)) = (std::env::var("ARIANE_DATA"), std::env::var("ARIANE_TEST_DATA")) else {
        println!("set ARIANE_DATA to an imported data directory and ARIANE_TEST_DATA to the open data");
        return Ok(());
    };
    let reference = ReferenceDir::new(&PathBuf::from(data));
    let (phenotypes, catalogue) = (reference.load_phenotypes()?, reference.load()?);
    let started = Instant::now();
    let ranker = Ranker::new(&phenotypes, &catalogue, &RuleTable::new(starter::routing::rules()));
    println!("tables built in {:.2?}", started.elapsed());
    let text = std::fs::read_to_string(PathBuf::from(test_data).join("cases/dev_cases.jsonl"))?;
    let cases = cases::read(&text)?;
    let models = model::models()?;
    let truth = Truth::read(TRUTH)?;
    let subject = Subject { ranker: &ranker, phenotypes: &phenotypes, models, cases: &cases, truth: &truth };
    match (mode, arguments.get(1)) {
        ("training", Some(prefix)) => {
            let mut queries = BufWriter::new(std::fs::File::create(format!("{prefix}.tsv"))?);
            let mut numbers = BufWriter::new(std::fs::File::create(format!("{prefix}.f32"))?);
            training::write(&ranker, &phenotypes, &cases, &mut queries, &mut numbers)?;
        }
        ("fit", Some(path)) => {
            let measured = run::measure(&ranker, &phenotypes, models, &cases, PROTOCOLS[1].1, &truth, None);
            let mut out = BufWriter::new(std::fs::File::create(path)?);
            for (fold, which, value, happened) in measured.raw {
                writeln!(out, "{fold}\t{which}\t{value}\t{}", u8::from(happened))?;
            }
        }
        ("report", directory) => {
            let measured = write(&subject, &mut std::io::stdout())?;
            if let Some(directory) = directory {
                for (name, title, pairs) in [
                    ("reliability-ten", "right disorder among ten", &measured.among_ten),
                    ("reliability-ern", "right ERN first", &measured.first_network[0]),
                ] {
                    let svg = reliability::picture(title, &reliability::bins(pairs));
                    std::fs::write(PathBuf::from(directory).join(format!("{name}.svg")), svg)?;
                }
            }
        }
        _ => latency(&subject),
    }
    Ok(())
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
            let started = Instant::now();
            first_stage::of_all(
                &ranker.knowledge.table,
                &phenotypes.ontology,
                &checked.observed,
                &mut scratch,
            );
            let one = started.elapsed();
            let started = Instant::now();
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
        let (p50, p99) = percentiles(times);
        println!("{name}: p50 {p50:.3?}, p99 {p99:.3?} ({target}), {} requests of ten signs", requests.len());
    }
    println!("memory of the tables: {:.1} MB", ranker.knowledge.bytes() as f64 / 1e6);
}

fn percentiles(mut times: Vec<Duration>) -> (Duration, Duration) {
    times.sort_unstable();
    let at = |q: usize| times.get(times.len() * q / 100).copied().unwrap_or_default();
    (at(50), at(99))
}
