//! The table from which `training/train.py` learns: for each case and variant, its candidates' numbers.

use super::cases::Case;
use super::variants::{Variant, signs};
use crate::first_stage::Scratch;
use crate::model::fold_of;
use crate::ranker::Ranker;
use crate::request::{Request, Sex, check};
use crate::table::DisorderIndex;
use ariane_knowledge::phenotype::Phenotypes;
use std::collections::BTreeMap;
use std::io::{self, Write};

/// Cases of one publication that are learned from, so that none drowns the others.
const MOST_PER_PAPER: usize = 8;

/// Writes two streams: `queries`, one line each (fold, variant, candidates, position of the right one or -1,
/// publication, case, what is known), and `numbers`, the rows as little-endian `f32`.
pub fn write(
    ranker: &Ranker,
    phenotypes: &Phenotypes,
    cases: &[Case],
    queries: &mut impl Write,
    numbers: &mut impl Write,
) -> io::Result<()> {
    let mut scratch = Scratch::default();
    let mut seen: BTreeMap<&str, usize> = BTreeMap::new();
    for case in cases {
        let request = Request { without: Some(case.source.clone()), ..Request::default() };
        let changed = ranker.left_out(phenotypes, &request);
        let right = right_answers(ranker, phenotypes, case, &changed);
        let count = seen.entry(&case.source).or_default();
        if right.is_empty() || *count >= MOST_PER_PAPER {
            continue;
        }
        *count += 1;
        for variant in Variant::ALL {
            let observed = signs(&phenotypes.ontology, case, variant);
            let request = Request { observed, ..Request::default() };
            let Ok(checked) = check(&phenotypes.ontology, &request) else { continue };
            let male = case.sex.map(|s| s == Sex::Male);
            let rated = ranker.knowledge.candidates(
                phenotypes,
                &checked.observed,
                case.age,
                male,
                &changed,
                &mut scratch,
            );
            let at = rated.iter().position(|r| right.contains(&r.disorder)).map_or(-1, |p| p as i64);
            writeln!(
                queries,
                "{}\t{}\t{}\t{at}\t{}\t{}\t{}",
                fold_of(&case.source),
                variant.word(),
                rated.len(),
                case.source,
                case.id,
                ranker.known.word()
            )?;
            for row in &rated {
                for number in row.features {
                    numbers.write_all(&number.to_le_bytes())?;
                }
            }
        }
    }
    Ok(())
}

/// Entries that carry the case's OMIM number and keep a row.
pub fn right_answers(
    ranker: &Ranker,
    phenotypes: &Phenotypes,
    case: &Case,
    changed: &crate::table::Changed,
) -> Vec<DisorderIndex> {
    phenotypes
        .disorders
        .iter()
        .enumerate()
        .filter(|(_, d)| d.omim.contains(&case.omim))
        .map(|(i, _)| i as DisorderIndex)
        .filter(|d| {
            let profile =
                changed.profiles.get(d).unwrap_or(&ranker.knowledge.table.profiles[usize::from(*d)]);
            !profile.marks.is_empty()
        })
        .collect()
}
