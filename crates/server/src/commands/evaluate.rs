//! `ariane evaluate`.

use crate::args::Evaluate;
use crate::configuration::DataDir;
use anyhow::{Context, Result, anyhow, ensure};
use ariane_knowledge::starter;
use ariane_orientation::routing::RuleTable;
use ariane_ranking::measure::networks::Truth;
use ariane_ranking::measure::report::{Subject, write};
use ariane_ranking::measure::{cases, reliability};
use ariane_ranking::{Ranker, model};
use std::process::ExitCode;

/// Prints the tables.
pub fn run(data: &DataDir, options: &Evaluate) -> Result<ExitCode> {
    let phenotypes = data.reference().load_phenotypes().context("the reference data cannot be read")?;
    ensure!(
        !phenotypes.is_empty(),
        "nothing to rank with: import the HPO files first (`ariane reference import`)"
    );
    let read = |path: &std::path::Path| {
        std::fs::read_to_string(path).with_context(|| format!("{} cannot be read", path.display()))
    };
    let cases =
        cases::read(&read(&options.cases)?).map_err(|e| anyhow!("{}: {e}", options.cases.display()))?;
    let truth = match &options.networks {
        Some(path) => Truth::read(&read(path)?).map_err(|e| anyhow!("{}: {e}", path.display()))?,
        None => Truth::default(),
    };
    let catalogue = data.reference().load().context("the reference data cannot be read")?;
    let ranker = Ranker::new(&phenotypes, &catalogue, &RuleTable::new(starter::routing::rules()));
    let models = model::models()?;
    let subject = Subject { ranker: &ranker, phenotypes: &phenotypes, models, cases: &cases, truth: &truth };
    let measured = write(&subject, &mut std::io::stdout())?;
    if let Some(directory) = &options.pictures {
        for (name, title, pairs) in [
            ("reliability-ten", "right disorder among ten", &measured.among_ten),
            ("reliability-ern", "right ERN first", &measured.first_network[0]),
        ] {
            let svg = reliability::picture(title, &reliability::bins(pairs));
            let path = directory.join(format!("{name}.svg"));
            std::fs::write(&path, svg).with_context(|| format!("{} cannot be written", path.display()))?;
        }
    }
    Ok(ExitCode::SUCCESS)
}
