//! How well and how fast: `cargo bench -p ariane-linkage [persons]`. With `--write DIRECTORY` the two sites are written as CSV, to be
//! given to other programs.

#![allow(clippy::expect_used, clippy::cast_precision_loss, reason = "a measurement fails by panicking")]

#[path = "../tests/it/attack.rs"]
mod attack;
#[path = "../tests/it/fictitious.rs"]
mod fictitious;

use ariane_linkage::comparison::{Bounds, Class, Pair, pairs};
use ariane_linkage::encoding::{Encoder, Encoding, Scheme};
use ariane_linkage::secret::Secret;
use fictitious::{Somebody, two_sites};
use std::fmt::Write as _;
use std::time::Instant;
use uuid::Uuid;

fn encoded(people: &[Somebody], scheme: Scheme) -> Vec<Encoding> {
    let encoder = Encoder::with(scheme, &Secret::new([9; 32]), Uuid::from_u128(1));
    people.iter().map(|one| one.with(|person| encoder.encode(person)).expect("a name")).collect()
}

/// Right pairs, false pairs.
fn counted(found: &[&Pair], truth: &[Option<usize>]) -> (usize, usize) {
    let right = found.iter().filter(|pair| truth[pair.second] == Some(pair.first)).count();
    (right, found.len() - right)
}

fn line(what: &str, found: &[&Pair], truth: &[Option<usize>]) {
    let shared = truth.iter().flatten().count();
    let (right, wrong) = counted(found, truth);
    let precision = right as f64 / found.len().max(1) as f64;
    println!(
        "{what:<28} precision {precision:.4}  recall {:.4}  right {right}  false {wrong}",
        right as f64 / shared as f64
    );
}

fn measured(name: &str, scheme: Scheme, here: &[Somebody], there: &[Somebody], truth: &[Option<usize>]) {
    let begun = Instant::now();
    let (a, b) = (encoded(here, scheme), encoded(there, scheme));
    let encoding = begun.elapsed();
    let bits = a.iter().map(|one| f64::from(one.weight())).sum::<f64>() / a.len() as f64;
    let begun = Instant::now();
    let all = pairs(&a, &b, Bounds { unsure: 0.64, ..Bounds::default() });
    println!(
        "\n{name}: {scheme:?}\n{} × {}: encoded in {:.2} s, compared in {:.2} s; {bits:.0} bits set on average",
        a.len(),
        b.len(),
        encoding.as_secs_f64(),
        begun.elapsed().as_secs_f64()
    );
    for threshold in [64, 68, 70, 72, 74, 76, 78, 80, 82, 84, 86, 88, 90, 92] {
        let least = f64::from(threshold) / 100.0;
        let found: Vec<&Pair> = all.iter().filter(|pair| pair.likeness >= least).collect();
        line(&format!("likeness from 0.{threshold}"), &found, truth);
    }
    let all = pairs(&a, &b, Bounds::default());
    let of = |class| all.iter().filter(|pair| pair.class == class).collect::<Vec<_>>();
    line("called sure", &of(Class::Sure), truth);
    for pair in
        all.iter().filter(|pair| pair.class == Class::Sure && truth[pair.second] != Some(pair.first)).take(9)
    {
        println!("  taken for the same: {:?} and {:?}", here[pair.first], there[pair.second]);
    }
    line("called unsure", &of(Class::Unsure), truth);
    line("shown at all", &all.iter().collect::<Vec<_>>(), truth);
}

fn written(folder: &str, here: &[Somebody], there: &[Somebody], truth: &[Option<usize>]) {
    let csv = |people: &[Somebody]| {
        let mut out = "id,name,born,sex\n".to_owned();
        for (at, one) in people.iter().enumerate() {
            let sex = one
                .sex
                .map_or("", |sex| if sex == ariane_linkage::features::Sex::Female { "f" } else { "m" });
            writeln!(out, "{at},{},{},{sex}", one.name(), one.born).expect("written");
        }
        out
    };
    let truth: String =
        truth.iter().enumerate().filter_map(|(at, one)| one.map(|first| format!("{first},{at}\n"))).collect();
    for (name, text) in [("a.csv", csv(here)), ("b.csv", csv(there)), ("truth.csv", truth)] {
        std::fs::write(format!("{folder}/{name}"), text).expect("written");
    }
}

fn main() {
    let arguments: Vec<String> = std::env::args().skip(1).filter(|one| one != "--bench").collect();
    let count = arguments.first().and_then(|count| count.parse().ok()).unwrap_or(10_000);
    let (here, there, truth) = two_sites(count, count / 5, 20_261_123);
    if let [.., word, folder] = &arguments[..]
        && word == "--write"
    {
        written(folder, &here, &there, &truth);
    }
    measured("standard", Scheme::STANDARD, &here, &there, &truth);
    measured("not folded", Scheme { is_folded: false, name: 15, birth: 15, sex: 10 }, &here, &there, &truth);
    println!();
    attack::report(count);
}
