//! The table from which `training/train.py` learns: for each case and variant, its candidates' numbers.

use super::cases::Case;
use super::variants::{Variant, signs};
use crate::first_stage::Scratch;
use crate::model::{Known, fold_of};
use crate::ranker::Ranker;
use crate::request::{Request, Sex, check};
use crate::table::DisorderIndex;
use ariane_knowledge::phenotype::Phenotypes;
use std::collections::BTreeMap;
use std::io::{self, Write};

/// Cases of one publication that are learned from, so that none drowns the others.
const MOST_PER_PAPER: usize = 8;

/// What is left out of what a query is ranked by.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Lesson {
    /// The case's own publication, as in the headline.
    LeftOut,
    /// Nothing: the disorder at its best. Only without cases, where no person of the query is among what is known.
    AsIs,
    /// Every publication that describes persons with the right disorder: having persons is no proof of being right.
    Unmet,
}

impl Lesson {
    const fn all(known: Known) -> [Self; 2] {
        match known {
            Known::Annotations => [Self::LeftOut, Self::AsIs],
            Known::Cases => [Self::LeftOut, Self::Unmet],
        }
    }

    const fn word(self) -> &'static str {
        match self {
            Self::LeftOut => "left out",
            Self::AsIs => "as is",
            Self::Unmet => "unmet",
        }
    }

    /// References that a query goes without; none where the lesson would repeat another.
    fn without(self, phenotypes: &Phenotypes, case: &Case) -> Option<Vec<u32>> {
        let mut own = phenotypes.references_to(&case.source);
        match self {
            Self::LeftOut => Some(own),
            Self::AsIs => Some(Vec::new()),
            Self::Unmet => {
                let before = own.len();
                let disorders = phenotypes.disorders.iter().filter(|d| d.omim.contains(&case.omim));
                own.extend(disorders.flat_map(|d| &d.cases).map(|c| c.reference));
                own.sort_unstable();
                own.dedup();
                (own.len() > before).then_some(own)
            }
        }
    }
}

/// Writes two streams: `queries`, one line each (fold, variant, candidates, position of the right one or -1,
/// publication, case, what is known, lesson), and `numbers`, the rows as little-endian `f32`.
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
        let count = seen.entry(&case.source).or_default();
        if *count >= MOST_PER_PAPER {
            continue;
        }
        let mut written = false;
        for lesson in Lesson::all(ranker.known) {
            let Some(without) = lesson.without(phenotypes, case) else { continue };
            let changed = ranker.knowledge.without(phenotypes, without);
            let right = right_answers(ranker, phenotypes, case, &changed);
            if right.is_empty() {
                continue;
            }
            written = true;
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
                    "{}\t{}\t{}\t{at}\t{}\t{}\t{}\t{}",
                    fold_of(&case.source),
                    variant.word(),
                    rated.len(),
                    case.source,
                    case.id,
                    ranker.known.word(),
                    lesson.word()
                )?;
                for row in &rated {
                    for number in row.features {
                        numbers.write_all(&number.to_le_bytes())?;
                    }
                }
            }
        }
        *count += usize::from(written);
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
