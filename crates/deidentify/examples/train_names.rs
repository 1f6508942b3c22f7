//! Trains the model of names on what `training/gather.py` gathered, and writes `weights/names.bin` and
//! `weights/training-names.digests`, by which a test shows that its names are none of them.
//!
//! `cargo run --release -p ariane-deidentify --example train_names -- GATHERED`

#![allow(clippy::expect_used, clippy::print_stdout, reason = "a tool of the developer, run by hand")]

#[path = "train/sentences.rs"]
mod sentences;

use ariane_deidentify::fold::fold;
use ariane_deidentify::names::{features, lexicon, model};
use ariane_deidentify::tokens::tokens;
use sha2::{Digest, Sha256};
use std::collections::BTreeSet;
use std::path::Path;

/// A small generator of numbers, so that a training can be repeated.
pub struct Dice(u64);

impl Dice {
    /// The next number below `n`.
    pub fn below(&mut self, n: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 % n.max(1) as u64).unwrap_or(0)
    }

    /// True `percent` times of a hundred.
    pub fn percent(&mut self, percent: usize) -> bool {
        self.below(100) < percent
    }
}

struct Example {
    label: bool,
    weight: f32,
    word: Vec<usize>,
    form: Vec<usize>,
    around: Vec<usize>,
}

fn main() {
    let gathered = std::env::args().nth(1).expect("the directory that gather.py wrote");
    let gathered = Path::new(&gathered);
    let test: BTreeSet<String> = include_str!("../benches/recall/names.txt")
        .lines()
        .filter(|l| !l.starts_with('#'))
        .flat_map(|l| l.split(','))
        .flat_map(|n| n.split(|c: char| !c.is_alphabetic()).map(fold).collect::<Vec<_>>())
        .collect();
    let read = |name: &str| -> Vec<String> {
        std::fs::read_to_string(gathered.join(name)).expect("gathered").lines().map(str::to_owned).collect()
    };
    let without_test = |names: Vec<String>| -> Vec<String> {
        names
            .into_iter()
            .filter(|n| !n.split(|c: char| !c.is_alphabetic()).any(|w| test.contains(&fold(w))))
            .collect()
    };
    let (given, family) = (without_test(read("given.txt")), without_test(read("family.txt")));
    let all_names: BTreeSet<String> = given
        .iter()
        .chain(&family)
        .flat_map(|n| n.split(|c: char| !c.is_alphabetic()).map(fold).collect::<Vec<_>>())
        .collect();
    let mut dice = Dice(0x0005_eed0_f0a1_1a9e);
    // One name of twelve is held out to see when to stop and where the threshold lies.
    let held =
        |n: &String| n.bytes().fold(7_u32, |h, b| h.wrapping_mul(31).wrapping_add(u32::from(b))) % 12 == 0;
    let split =
        |names: &[String]| -> (Vec<String>, Vec<String>) { names.iter().cloned().partition(|n| !held(n)) };
    let ((given, given_held), (family, family_held)) = (split(&given), split(&family));
    let mut train = Vec::new();
    let mut check = Vec::new();
    for language in ariane_domain::Language::ALL {
        let ordinary = read(&format!("ordinary-{language}.txt"));
        let clinical = read(&format!("clinical-{language}.txt"));
        let source = |given, family| sentences::Source {
            language,
            given,
            family,
            ordinary: &ordinary,
            clinical: &clinical,
        };
        let (learn, hold) = (source(&given, &family), source(&given_held, &family_held));
        for _ in 0..30_000 {
            train.push((language, learn.sentence(&mut dice)));
        }
        for _ in 0..1_500 {
            check.push((language, hold.sentence(&mut dice)));
        }
    }
    let examples = |all: &[(ariane_domain::Language, sentences::Marked)]| -> Vec<Example> {
        all.iter().flat_map(|(language, marked)| of(*language, marked, &all_names)).collect()
    };
    let (train, check) = (examples(&train), examples(&check));
    println!("{} examples, {} to check on", train.len(), check.len());
    let (mut weights, mut squares) = (vec![0.0_f32; features::BUCKETS], vec![1e-3_f32; features::BUCKETS]);
    let mut bias = 0.0_f32;
    for epoch in 0..5 {
        for _ in 0..train.len() {
            let Some(example) = train.get(dice.below(train.len())) else { continue };
            let mut on: Vec<usize> = example.form.iter().copied().filter(|_| !dice.percent(12)).collect();
            if !dice.percent(70) {
                on.extend(&example.word);
            }
            if !dice.percent(25) {
                on.extend(&example.around);
            }
            let sum: f32 = on.iter().filter_map(|b| weights.get(*b)).sum::<f32>() + bias;
            let error = (f32::from(u8::from(example.label)) - 1.0 / (1.0 + (-sum).exp())) * example.weight;
            bias += 0.01 * error;
            for bucket in on {
                if let (Some(w), Some(s)) = (weights.get_mut(bucket), squares.get_mut(bucket)) {
                    *s += error * error;
                    *w += 0.12 * error / s.sqrt() - 1e-6 * *w;
                }
            }
        }
        report(epoch, &check, &weights, bias);
    }
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("weights");
    std::fs::write(root.join("names.bin"), model::write(&weights, bias)).expect("written");
    let digests: BTreeSet<[u8; 4]> =
        all_names.iter().filter_map(|n| Sha256::digest(n.as_bytes()).first_chunk::<4>().copied()).collect();
    std::fs::write(root.join("training-names.digests"), digests.into_iter().flatten().collect::<Vec<u8>>())
        .expect("written");
}

fn of(
    language: ariane_domain::Language,
    marked: &sentences::Marked,
    names: &BTreeSet<String>,
) -> Vec<Example> {
    let all = tokens(&marked.text);
    let mut out = Vec::new();
    for (i, token) in all.iter().enumerate() {
        if !token.is_word() || token.folded.chars().count() < 2 || lexicon::is_particle(&token.folded) {
            continue;
        }
        let label = marked.names.iter().any(|n| n.start <= token.start && token.end <= n.end);
        // Disorders named after persons teach nothing about words.
        let mixed = !label
            && (lexicon::is_eponym(&token.folded)
                || (names.contains(&token.folded) && !lexicon::is_ordinary(&token.folded)));
        if mixed {
            continue;
        }
        let mut example = Example {
            label,
            weight: if label { 1.6 } else { 1.0 },
            word: vec![],
            form: vec![],
            around: vec![],
        };
        features::of(&all, i, language, |group, bucket| match group {
            features::Group::Word => example.word.push(bucket),
            features::Group::Form => example.form.push(bucket),
            features::Group::Around => example.around.push(bucket),
        });
        out.push(example);
    }
    out
}

fn report(epoch: usize, check: &[Example], weights: &[f32], bias: f32) {
    for threshold in [0.2_f32, 0.35, 0.5, 0.65, 0.8] {
        let (mut hit, mut names, mut wrong, mut others) = (0_u32, 0_u32, 0_u32, 0_u32);
        for e in check {
            let sum: f32 =
                e.word.iter().chain(&e.form).chain(&e.around).filter_map(|b| weights.get(*b)).sum::<f32>()
                    + bias;
            let says = 1.0 / (1.0 + (-sum).exp()) > threshold;
            if e.label {
                names += 1;
                hit += u32::from(says);
            } else {
                others += 1;
                wrong += u32::from(says);
            }
        }
        println!(
            "epoch {epoch} threshold {threshold}: recall {:.3}, other words taken {:.4}",
            f64::from(hit) / f64::from(names.max(1)),
            f64::from(wrong) / f64::from(others.max(1))
        );
    }
}
