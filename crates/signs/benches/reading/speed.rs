//! Time and memory.

use crate::tables;
use ariane_domain::Language;
use ariane_signs::SignReader;
use std::time::Instant;

/// Resident memory of this process in MB.
pub fn resident() -> f64 {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let kb =
        status.lines().find_map(|l| l.strip_prefix("VmRSS:")?.trim().split(' ').next()?.parse::<f64>().ok());
    kb.unwrap_or(0.0) / 1024.0
}

/// Times texts of 2,000 characters put together from the sentences.
pub fn latency(reader: &SignReader) {
    println!("Texts of 2,000 characters, one core");
    for language in Language::ALL {
        let all: Vec<String> = tables::of(language).into_iter().map(|s| s.text).collect();
        let mut texts: Vec<String> = Vec::new();
        for from in 0..all.len() {
            let long: String = all.iter().cycle().skip(from).take(40).map(|t| format!("{t} ")).collect();
            texts.push(long.chars().take(2000).collect());
        }
        // The first readings still find the memory as the building left it.
        for text in texts.iter().take(20) {
            assert!(reader.read(text, language).is_ok());
        }
        // All times, and the best of ten of each text: what else runs on the machine does not count there.
        let (mut clock, mut best): (Vec<f64>, Vec<f64>) = (Vec::new(), Vec::new());
        for text in &texts {
            let mut shortest = f64::MAX;
            for _ in 0..10 {
                let start = Instant::now();
                let reading = reader.read(text, language);
                let took = start.elapsed().as_secs_f64() * 1e3;
                assert!(reading.is_ok());
                shortest = shortest.min(took);
                clock.push(took);
            }
            best.push(shortest);
        }
        clock.sort_by(f64::total_cmp);
        best.sort_by(f64::total_cmp);
        let at = |t: &[f64], p: f64| t[((t.len() as f64 * p) as usize).min(t.len() - 1)];
        println!(
            "  {language}: p50 {:.2} ms, p99 {:.2} ms; best of ten: p50 {:.2}, p99 {:.2}; target p99 5 ms: {}",
            at(&clock, 0.5),
            at(&clock, 0.99),
            at(&best, 0.5),
            at(&best, 0.99),
            tables::verdict(at(&clock, 0.99) < 5.0)
        );
    }
}

/// The sentences that take longest for their length.
pub fn slowest(reader: &SignReader) {
    for language in Language::ALL {
        let mut all: Vec<(f64, String)> = tables::of(language)
            .into_iter()
            .filter(|s| s.is_development())
            .map(|s| {
                let best = (0..10).map(|_| {
                    let start = Instant::now();
                    assert!(reader.read(&s.text, language).is_ok());
                    start.elapsed().as_secs_f64() * 1e6
                });
                (best.fold(f64::MAX, f64::min) / s.text.len() as f64, s.id)
            })
            .collect();
        all.sort_by(|a, b| b.0.total_cmp(&a.0));
        let shown: Vec<String> = all.iter().take(3).map(|(t, id)| format!("{id} {t:.2}")).collect();
        println!("  {language}, microseconds a byte: {}", shown.join(", "));
    }
}
