//! `cargo bench -p ariane-knowledge`: import, memory, cold start, latency per keystroke and search
//! quality on the full reference data, beside SQLite FTS5 (trigram) on the same names in the same run.
//!
//! The files are looked for in the directory that `ARIANE_TEST_DATA` names. Targets and verdicts are
//! printed; nothing fails.

#![allow(clippy::expect_used, clippy::panic, clippy::unwrap_used, reason = "a test fails by panicking")]

mod peer;
mod queries;

use ariane_domain::Language;
use ariane_knowledge::catalogue::Catalogue;
use ariane_knowledge::catalogue::entity::{NameKind, Status};
use ariane_knowledge::fold;
use ariane_knowledge::reference::ReferenceDir;
use ariane_knowledge::search::{Query, SearchIndex};
use peer::Peer;
use queries::{Case, Kind, Random, cases};
use std::collections::{HashMap, HashSet};
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

/// Set for the process that only loads.
const LOAD_ONLY: &str = "ARIANE_BENCH_LOAD_ONLY";

/// Cases of each kind for the latency and quality tables.
const SAMPLE: usize = 4000;

fn files(data: &Path) -> Vec<PathBuf> {
    let mut all = Vec::new();
    for folder in ["orphanet", "hpo", "mondo", "geonames"] {
        let entries = std::fs::read_dir(data.join(folder)).into_iter().flatten().filter_map(Result::ok);
        all.extend(entries.map(|e| e.path()).filter(|p| {
            let name = p.file_name().map(|n| n.to_string_lossy().into_owned()).unwrap_or_default();
            !name.contains("synonyms") && !name.contains("hp-es") && !name.ends_with(".md")
        }));
    }
    all.sort();
    all
}

/// Resident memory of this process in MB.
fn resident() -> f64 {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let kb =
        status.lines().find_map(|l| l.strip_prefix("VmRSS:")?.trim().split(' ').next()?.parse::<f64>().ok());
    kb.unwrap_or(0.0) / 1024.0
}

fn verdict(met: bool) -> &'static str {
    if met { "met" } else { "NOT met" }
}

fn percentile(sorted: &[Duration], p: f64) -> f64 {
    let at = ((sorted.len() as f64 * p) as usize).min(sorted.len().saturating_sub(1));
    sorted.get(at).map_or(0.0, |d| d.as_secs_f64() * 1e3)
}

/// Starts this program again to load the release and say its memory: the import's must not count.
fn memory_of_own_process(data: &Path) {
    let output =
        std::env::current_exe().and_then(|own| std::process::Command::new(own).env(LOAD_ONLY, data).output());
    if let Ok(output) = output {
        print!("{}", String::from_utf8_lossy(&output.stdout));
    }
}

/// Loads catalogue and index and says what that takes.
fn load_only(data: &Path) {
    let before = resident();
    let catalogue = ReferenceDir::new(data).load().expect("loaded");
    let index = SearchIndex::new(&catalogue);
    let after = resident();
    println!(
        "memory       {after:.0} MB resident with catalogue and index of {} words, {before:.0} MB before (target under 250 MB: {})",
        index.words(),
        verdict(after < 250.0)
    );
}

fn main() {
    if let Some(data) = std::env::var_os(LOAD_ONLY) {
        load_only(Path::new(&data));
        return;
    }
    let Some(data) = std::env::var_os("ARIANE_TEST_DATA").map(PathBuf::from) else {
        println!("ARIANE_TEST_DATA is not set: no reference data to measure on");
        return;
    };
    let scratch = tempfile::tempdir().expect("a scratch directory");
    let reference = ReferenceDir::new(scratch.path());
    let start = Instant::now();
    let description = reference
        .import(&files(&data), chrono::DateTime::from_timestamp(1_790_000_000, 0).unwrap_or_default(), |_| {})
        .expect("imported");
    let import = start.elapsed();
    println!(
        "import       {:.1} s (target under 60 s: {})",
        import.as_secs_f64(),
        verdict(import.as_secs() < 60)
    );
    println!(
        "             {} active entities, names {:?}",
        description.counts.active, description.counts.names
    );
    memory_of_own_process(scratch.path());
    let start = Instant::now();
    let catalogue = reference.load().expect("loaded");
    let loaded = start.elapsed();
    let index = SearchIndex::new(&catalogue);
    let ready = start.elapsed();
    println!(
        "cold start   {:.0} ms ({:.0} ms snapshot, {:.0} ms index; target under 1 s: {})",
        ready.as_secs_f64() * 1e3,
        loaded.as_secs_f64() * 1e3,
        (ready - loaded).as_secs_f64() * 1e3,
        verdict(ready.as_secs_f64() < 1.0)
    );
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().expect("a runtime");
    let peer = runtime.block_on(Peer::new(&catalogue));
    latency(&catalogue, &index, &peer, &runtime);
    quality(&catalogue, &index, &peer, &runtime);
}

fn latency(catalogue: &Catalogue, index: &SearchIndex, peer: &Peer, runtime: &tokio::runtime::Runtime) {
    let mut random = Random::new(7);
    println!(
        "\nlatency per keystroke, one core, suggestions while typing, {} names typed letter by letter",
        SAMPLE / 8
    );
    println!("{:<14} {:>10} {:>10} {:>10} {:>10}", "", "keystrokes", "p50 ms", "p99 ms", "max ms");
    for kind in [Kind::Exact, Kind::Typos] {
        let sample = cases(catalogue, kind, SAMPLE / 8, &mut random);
        let mut ours = Vec::new();
        let mut theirs = Vec::new();
        for case in &sample {
            let letters: Vec<char> = case.text.chars().collect();
            for end in 1..=letters.len() {
                let typed: String = letters[..end].iter().collect();
                let start = Instant::now();
                let hits = index.search(
                    catalogue,
                    Query { text: &typed, language: case.language, limit: 8, typing: true },
                );
                ours.push(start.elapsed());
                std::hint::black_box(hits);
                if end >= 3 && theirs.len() < 300 && end % 8 == 0 {
                    let start = Instant::now();
                    std::hint::black_box(runtime.block_on(peer.search(&typed, 8)));
                    theirs.push(start.elapsed());
                }
            }
        }
        for (name, times) in [("Ariane", &mut ours), ("FTS5 trigram", &mut theirs)] {
            times.sort_unstable();
            let p99 = percentile(times, 0.99);
            let note = if name == "Ariane" {
                format!("  target p99 under 2 ms: {}", verdict(p99 < 2.0))
            } else {
                String::new()
            };
            println!(
                "{name:<14} {:>10} {:>10.3} {:>10.3} {:>10.3}{note}  ({})",
                times.len(),
                percentile(times, 0.5),
                p99,
                percentile(times, 1.0),
                kind.name()
            );
        }
    }
}

/// Every entity that bears a name counts as right for it.
fn bearers(catalogue: &Catalogue) -> HashMap<String, HashSet<u32>> {
    let mut out: HashMap<String, HashSet<u32>> = HashMap::new();
    for name in catalogue.names() {
        let entity = &catalogue.entities()[name.entity as usize];
        if let Some(current) = catalogue.current(entity.code) {
            out.entry(fold::key(&name.text)).or_default().insert(current.code.0);
        }
    }
    out
}

fn quality(catalogue: &Catalogue, index: &SearchIndex, peer: &Peer, runtime: &tokio::runtime::Runtime) {
    let bearers = bearers(catalogue);
    println!("\nsearch quality, %");
    println!(
        "{:<34} {:>8} {:>9} {:>9} {:>12} {:>12}",
        "", "queries", "top-1", "top-5", "FTS5 top-1", "FTS5 top-5"
    );
    let mut random = Random::new(11);
    for kind in Kind::ALL {
        let all = usize::MAX;
        let sample: Vec<Case> =
            cases(catalogue, kind, if kind == Kind::Exact { all } else { SAMPLE }, &mut random);
        let mut ours = [0_usize; 2];
        for case in &sample {
            let right = &bearers[&case.key];
            let hits = index.search(
                catalogue,
                Query { text: &case.text, language: case.language, limit: 5, typing: false },
            );
            let at = hits.iter().take(5).position(|h| right.contains(&h.code.0));
            ours[0] += usize::from(at == Some(0));
            ours[1] += usize::from(at.is_some());
        }
        let few = &sample[..sample.len().min(200)];
        let mut theirs = [0_usize; 2];
        for case in few {
            let right = &bearers[&case.key];
            let hits = runtime.block_on(peer.search(&case.text, 5));
            let at = hits.iter().position(|c| right.contains(c));
            theirs[0] += usize::from(at == Some(0));
            theirs[1] += usize::from(at.is_some());
        }
        let share = |n: usize, of: usize| 100.0 * n as f64 / of.max(1) as f64;
        let (one, five) = (share(ours[0], sample.len()), share(ours[1], sample.len()));
        let note = match kind {
            Kind::Exact => format!("  target top-1 99 %: {}", verdict(one >= 99.0)),
            Kind::Typos => format!("  target top-5 95 %: {}", verdict(five >= 95.0)),
            _ => String::new(),
        };
        println!(
            "{:<34} {:>8} {one:>9.2} {five:>9.2} {:>12.2} {:>12.2}{note}",
            kind.name(),
            sample.len(),
            share(theirs[0], few.len()),
            share(theirs[1], few.len())
        );
    }
    let per_language: Vec<String> = Language::OF_NOMENCLATURE
        .into_iter()
        .map(|l| {
            let names = catalogue.names().iter().filter(|n| n.language == l && n.kind != NameKind::Unspoken);
            let active =
                names.filter(|n| catalogue.entities()[n.entity as usize].status == Status::Active).count();
            format!("{l} {active}")
        })
        .collect();
    println!("names of active entities: {}", per_language.join(", "));
}
