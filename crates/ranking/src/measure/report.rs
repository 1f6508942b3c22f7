//! The tables of the measure, as text.

use super::cases::Case;
use super::figures::{Figures, Outcome, figures};
use super::likelihood::Likelihood;
use super::networks::{self, Truth};
use super::reliability;
use super::run::{Measured, Protocol, measure};
use super::variants::Variant;
use crate::model::{Known, Models};
use crate::ranker::Ranker;
use ariane_knowledge::phenotype::Phenotypes;
use std::collections::{BTreeMap, BTreeSet};
use std::io::{self, Write};

/// What is measured on.
pub struct Subject<'a> {
    /// The ranking.
    pub ranker: &'a Ranker,
    /// What is published.
    pub phenotypes: &'a Phenotypes,
    /// Models, one per fold.
    pub models: &'a Models,
    /// Cases.
    pub cases: &'a [Case],
    /// Networks of diseases.
    pub truth: &'a Truth,
}

/// The protocols, the headline second.
pub const PROTOCOLS: [(&str, Protocol); 6] = [
    ("as is", of(Variant::Full, false, false)),
    ("leave-source-out (headline)", of(Variant::Full, true, false)),
    ("  with excluded signs", of(Variant::Full, true, true)),
    ("  three random signs", of(Variant::Three, true, false)),
    ("  five random signs", of(Variant::Five, true, false)),
    ("  blurred signs", of(Variant::Blurred, true, false)),
];

const fn of(variant: Variant, without_source: bool, with_excluded: bool) -> Protocol {
    Protocol { variant, without_source, with_excluded }
}

/// Runs all protocols and writes the tables; gives the headline's measurements for pictures.
pub fn write(subject: &Subject<'_>, out: &mut impl Write) -> io::Result<Measured> {
    let Subject { ranker, phenotypes, models, cases, truth } = subject;
    let peer = Likelihood::new(phenotypes);
    let known = match ranker.known {
        Known::Annotations => "without cases: annotations of HPO and Orphanet alone",
        Known::Cases => "with cases of other publications beside the annotations",
    };
    writeln!(out, "== {known} ==")?;
    writeln!(
        out,
        "{} cases, {} disorders, annotations {}",
        cases.len(),
        phenotypes.disorders.len(),
        phenotypes.annotations_version
    )?;
    writeln!(out, "every case is ranked by trees that have not seen its publication (4 folds)\n")?;
    writeln!(out, "disorders, %: top-1 / top-3 / top-10 / MRR")?;
    let mut headline = Measured::default();
    for (name, protocol) in PROTOCOLS {
        let with_peer = protocol.variant == Variant::Full && !protocol.with_excluded;
        let measured = measure(
            ranker,
            phenotypes,
            models,
            cases,
            protocol,
            truth,
            (with_peer || protocol.variant == Variant::Three).then_some(&peer),
        );
        block(
            out,
            name,
            "Ariane",
            &figures(&measured.outcomes, |o| o.rankable),
            &figures(&measured.outcomes, |_| true),
        )?;
        if !measured.peer.is_empty() {
            block(
                out,
                name,
                "likelihood ratio",
                &figures(&measured.peer, |o| o.rankable),
                &figures(&measured.peer, |_| true),
            )?;
        }
        if protocol.without_source && protocol.variant != Variant::Five && !protocol.with_excluded {
            network_lines(out, &measured)?;
        }
        if protocol == PROTOCOLS[1].1 {
            coverage_lines(out, subject, &measured)?;
            calibration_lines(out, &measured)?;
            headline = measured;
        }
        writeln!(out)?;
    }
    Ok(headline)
}

/// Publications whose disease keeps a row, and figures apart for diseases that cases of another publication
/// of this set describe and for those that none does: what cases of this set add is for diseases of this set.
fn coverage_lines(out: &mut impl Write, subject: &Subject<'_>, measured: &Measured) -> io::Result<()> {
    let papers = |keep: &dyn Fn(&Outcome) -> bool| -> usize {
        measured.outcomes.iter().filter(|o| keep(o)).map(|o| o.paper.as_str()).collect::<BTreeSet<_>>().len()
    };
    writeln!(out, "    publications rankable: {} of {}", papers(&|o| o.rankable), papers(&|_| true))?;
    let mut of_disease: BTreeMap<u32, BTreeSet<&str>> = BTreeMap::new();
    for case in subject.cases {
        of_disease.entry(case.omim).or_default().insert(&case.source);
    }
    let elsewhere = |o: &Outcome| of_disease.get(&o.disease).is_some_and(|p| p.len() > 1);
    for (what, wanted) in [("is", true), ("is not", false)] {
        let f = figures(&measured.outcomes, |o| o.rankable && elsewhere(o) == wanted);
        writeln!(
            out,
            "    disease {what} in cases of another publication ({} rankable publications): per paper {}",
            papers(&|o| o.rankable && elsewhere(o) == wanted),
            percent(&f.per_paper)
        )?;
    }
    Ok(())
}

fn percent(hits: &[f64; 4]) -> String {
    let p: Vec<String> = hits.iter().map(|h| format!("{:5.1}", h * 100.0)).collect();
    p.join(" ")
}

fn block(
    out: &mut impl Write,
    protocol: &str,
    ranker: &str,
    rankable: &Figures,
    all: &Figures,
) -> io::Result<()> {
    let [one, ten] = rankable.interval.map(|(low, high)| format!("{:.1}–{:.1}", low * 100.0, high * 100.0));
    writeln!(
        out,
        "{protocol:<30} {ranker:<17} per paper   {}   (95 %: {one}, {ten}; {} cases)",
        percent(&rankable.per_paper),
        rankable.cases
    )?;
    writeln!(out, "{:<48} per case    {}", "", percent(&rankable.per_case))?;
    writeln!(out, "{:<48} per disease {}", "", percent(&rankable.per_disease))?;
    writeln!(
        out,
        "{:<48} end to end, per paper {}  per case {}",
        "",
        percent(&all.per_paper),
        percent(&all.per_case)
    )
}

fn network_lines(out: &mut impl Write, measured: &Measured) -> io::Result<()> {
    for (field, rows) in ["ERN", "FSMR"].iter().zip(&measured.networks) {
        let f = networks::figures(rows);
        let two = |v: [f64; 2]| format!("{:.1} / {:.1}", v[0] * 100.0, v[1] * 100.0);
        writeln!(
            out,
            "    {field}, per paper, top-1 / top-3: any right one {} ({} cases), one network only {} ({}), constant answer {}, mean per network {:.1}",
            two(f.lenient),
            f.cases[0],
            two(f.strict),
            f.cases[1],
            two(f.constant),
            f.per_network * 100.0
        )?;
        let worst: Vec<String> =
            f.confusions.iter().take(8).map(|(r, g, n)| format!("{r}→{g} {n}")).collect();
        writeln!(out, "      most confused: {}", worst.join(", "))?;
    }
    Ok(())
}

fn calibration_lines(out: &mut impl Write, measured: &Measured) -> io::Result<()> {
    for (what, pairs) in [
        ("right disorder among ten, end to end", &measured.among_ten),
        ("right ERN first", &measured.first_network[0]),
        ("right FSMR first", &measured.first_network[1]),
    ] {
        let bins = reliability::bins(pairs);
        writeln!(
            out,
            "    calibration error, {what}: {:.3} ({} cases)",
            reliability::error(&bins),
            pairs.len()
        )?;
    }
    writeln!(out, "    abstention, right ERN first among those whose stated probability is at least p:")?;
    for p in [0.0, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9] {
        let kept: Vec<bool> =
            measured.first_network[0].iter().filter(|(s, _)| *s >= p).map(|(_, h)| *h).collect();
        let right = kept.iter().filter(|h| **h).count() as f64 / kept.len().max(1) as f64;
        let part = kept.len() as f64 / measured.first_network[0].len().max(1) as f64;
        writeln!(out, "      p ≥ {p:.1}: answered {:5.1} %, right {:5.1} %", part * 100.0, right * 100.0)?;
    }
    Ok(())
}
