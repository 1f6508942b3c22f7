//! `ariane evaluate`.

use crate::args::Evaluate;
use crate::configuration::DataDir;
use anyhow::{Context, Result, anyhow, ensure};
use ariane_knowledge::phenotype::Phenotypes;
use ariane_knowledge::starter;
use ariane_orientation::routing::RuleTable;
use ariane_ranking::measure::networks::Truth;
use ariane_ranking::measure::report::{Subject, write};
use ariane_ranking::measure::run::Measured;
use ariane_ranking::measure::{cases, reliability};
use ariane_ranking::{Ranker, model};
use std::path::Path;
use std::process::ExitCode;

/// Prints the tables: by the annotations alone, and, where published cases were imported, with those of other
/// publications beside them.
pub fn run(data: &DataDir, options: &Evaluate) -> Result<ExitCode> {
    let reference = data.reference();
    let unreadable = "the reference data cannot be read";
    let annotations = match reference.current() {
        Some(id) => reference.load_phenotypes_without_cases_of(&id).context(unreadable)?,
        None => Phenotypes::default(),
    };
    ensure!(
        !annotations.is_empty(),
        "nothing to rank with: import the HPO files first (`ariane reference import`)"
    );
    let read = |path: &Path| {
        std::fs::read_to_string(path).with_context(|| format!("{} cannot be read", path.display()))
    };
    let cases =
        cases::read(&read(&options.cases)?).map_err(|e| anyhow!("{}: {e}", options.cases.display()))?;
    let truth = match &options.networks {
        Some(path) => Truth::read(&read(path)?).map_err(|e| anyhow!("{}: {e}", path.display()))?,
        None => Truth::default(),
    };
    let catalogue = reference.load().context(unreadable)?;
    let everything = reference.load_phenotypes().context(unreadable)?;
    let has_cases = everything.disorders.iter().any(|d| !d.cases.is_empty());
    for phenotypes in std::iter::once(annotations).chain(has_cases.then_some(everything)) {
        let ranker = Ranker::new(&phenotypes, &catalogue, &RuleTable::new(starter::routing::rules()));
        let has_cases = phenotypes.disorders.iter().any(|d| !d.cases.is_empty());
        let models = model::models(ranker.known)?;
        let subject =
            Subject { ranker: &ranker, phenotypes: &phenotypes, models, cases: &cases, truth: &truth };
        let measured = write(&subject, &mut std::io::stdout())?;
        if let Some(directory) = &options.pictures {
            pictures(directory, has_cases, &measured)?;
        }
    }
    Ok(ExitCode::SUCCESS)
}

fn pictures(directory: &Path, has_cases: bool, measured: &Measured) -> Result<()> {
    for (name, title, pairs) in [
        ("reliability-ten", "right disorder among ten", &measured.among_ten),
        ("reliability-ern", "right ERN first", &measured.first_network[0]),
    ] {
        let svg = reliability::picture(title, &reliability::bins(pairs));
        let path = directory.join(format!("{name}{}.svg", if has_cases { "-cases" } else { "" }));
        std::fs::write(&path, svg).with_context(|| format!("{} cannot be written", path.display()))?;
    }
    Ok(())
}
