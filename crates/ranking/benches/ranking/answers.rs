//! Answers as text, to the last bit: whoever makes the ranking faster compares the files of before and after.

use ariane_knowledge::phenotype::Phenotypes;
use ariane_ranking::measure::cases::Case;
use ariane_ranking::measure::variants::{Variant, signs};
use ariane_ranking::model::{Models, fold_of};
use ariane_ranking::request::check;
use ariane_ranking::{Ranker, Request};
use std::io::{self, Write};

/// Writes what every fifth case is answered, one line each: as is by the model in use, and with its own publication
/// left out, by the model that has not seen it, in every variant and with excluded signs. Numbers are the bits of `f32`.
pub fn write(
    ranker: &Ranker,
    phenotypes: &Phenotypes,
    models: &Models,
    cases: &[Case],
    out: &mut impl Write,
) -> io::Result<()> {
    for case in cases.iter().step_by(5) {
        let request = |variant, excluded: bool, without: bool| Request {
            observed: signs(&phenotypes.ontology, case, variant),
            excluded: if excluded { case.excluded.clone() } else { Vec::new() },
            sex: case.sex,
            age: case.age,
            without: without.then(|| case.source.clone()),
        };
        let mut asked = vec![
            (&models.full, request(Variant::Full, false, false)),
            (&models.of_fold[fold_of(&case.source)], request(Variant::Full, true, true)),
        ];
        let variants = Variant::ALL.into_iter();
        asked.extend(variants.map(|v| (&models.of_fold[fold_of(&case.source)], request(v, false, true))));
        for (number, (model, request)) in asked.into_iter().enumerate() {
            let Ok(checked) = check(&phenotypes.ontology, &request) else { continue };
            let changed = ranker.left_out(phenotypes, &request);
            let raw = ranker.raw(phenotypes, &request, &checked, &changed, model);
            write!(out, "{} {number}", case.id)?;
            for ((score, rated), p) in raw.scored.iter().zip(&raw.probabilities) {
                write!(out, " {}:{:x}:{:x}", rated.disorder, score.to_bits(), p.to_bits())?;
            }
            for (network, p) in raw.networks.iter().flatten() {
                write!(out, " {network}:{:x}", p.to_bits())?;
            }
            writeln!(out)?;
        }
    }
    Ok(())
}
