//! How well the right network is found, against an assignment that was made by others' eyes than ours.

use std::collections::BTreeMap;

/// Networks of a disease in the truth.
#[derive(Debug, Clone, Default)]
pub struct Truth {
    /// By OMIM number: ERNs and FSMRs.
    pub of: BTreeMap<u32, [Vec<String>; 2]>,
}

impl Truth {
    /// Reads `omim,name,ern,fsmr,…`; rows whose confidence is `disputed` are left out.
    pub fn read(text: &str) -> Result<Self, String> {
        let mut reader = csv::Reader::from_reader(text.as_bytes());
        let header = reader.headers().map_err(|e| e.to_string())?.clone();
        let column = |name: &str| {
            header.iter().position(|h| h == name).ok_or_else(|| format!("column `{name}` is missing"))
        };
        let (omim, ern, fsmr, confidence) =
            (column("omim")?, column("ern")?, column("fsmr")?, column("confidence")?);
        let mut out = Self::default();
        for record in reader.records() {
            let record = record.map_err(|e| e.to_string())?;
            let cell = |i: usize| record.get(i).unwrap_or_default();
            let list = |i: usize| -> Vec<String> {
                cell(i).split(';').map(str::trim).filter(|s| !s.is_empty()).map(str::to_owned).collect()
            };
            if cell(confidence) == "disputed" {
                continue;
            }
            if let Some(number) = cell(omim).strip_prefix("OMIM:").and_then(|n| n.parse().ok()) {
                out.of.insert(number, [list(ern), list(fsmr)]);
            }
        }
        Ok(out)
    }
}

/// A case: publication, right networks, answers best first.
pub type NetworkRow = (String, Vec<String>, Vec<String>);

/// Hits of one field.
#[derive(Debug, Clone, Default)]
pub struct NetworkFigures {
    /// Cases counted, all and strict.
    pub cases: [usize; 2],
    /// Any right one first, and among the first three.
    pub lenient: [f64; 2],
    /// The same over diseases with one network.
    pub strict: [f64; 2],
    /// What the best constant answer reaches, strict.
    pub constant: [f64; 2],
    /// Strict hit rate at 1 averaged over networks, so that large ones don't drown small ones.
    pub per_network: f64,
    /// The right network of strict misses, and what stood first in its place, most frequent first.
    pub confusions: Vec<(String, String, usize)>,
}

/// Hits of `(paper, right networks, answers best first)`; each paper counts once.
pub fn figures(rows: &[NetworkRow]) -> NetworkFigures {
    let hit = |right: &[String], given: &[String], k: usize| {
        f64::from(u8::from(given.iter().take(k).any(|g| right.contains(g))))
    };
    let per_paper = |keep: &dyn Fn(&[String]) -> bool, score: &dyn Fn(&[String], &[String]) -> f64| {
        let mut papers: BTreeMap<&str, (f64, f64)> = BTreeMap::new();
        for (paper, right, given) in rows.iter().filter(|(_, r, _)| keep(r)) {
            let slot = papers.entry(paper).or_default();
            slot.0 += score(right, given);
            slot.1 += 1.0;
        }
        let n = papers.len().max(1) as f64;
        papers.values().map(|(sum, n)| sum / n).sum::<f64>() / n
    };
    let any = |r: &[String]| !r.is_empty();
    let one = |r: &[String]| r.len() == 1;
    let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
    for (_, right, _) in rows.iter().filter(|(_, r, _)| one(r)) {
        *counts.entry(&right[0]).or_default() += 1;
    }
    let mut common: Vec<(&str, usize)> = counts.iter().map(|(n, c)| (*n, *c)).collect();
    common.sort_by_key(|(_, c)| std::cmp::Reverse(*c));
    let constant: Vec<String> = common.iter().take(3).map(|(n, _)| (*n).to_owned()).collect();
    let of_network =
        |network: &str| per_paper(&|r: &[String]| one(r) && r[0] == network, &|r, g| hit(r, g, 1));
    let mut confusions: BTreeMap<(String, String), usize> = BTreeMap::new();
    for (_, right, given) in rows.iter().filter(|(_, r, g)| one(r) && hit(r, g, 1) == 0.0) {
        let first = given.first().cloned().unwrap_or_default();
        *confusions.entry((right[0].clone(), first)).or_default() += 1;
    }
    let mut confusions: Vec<_> = confusions.into_iter().map(|((r, g), n)| (r, g, n)).collect();
    confusions.sort_by_key(|(_, _, n)| std::cmp::Reverse(*n));
    NetworkFigures {
        cases: [
            rows.iter().filter(|(_, r, _)| any(r)).count(),
            rows.iter().filter(|(_, r, _)| one(r)).count(),
        ],
        lenient: [1, 3].map(|k| per_paper(&any, &|r, g| hit(r, g, k))),
        strict: [1, 3].map(|k| per_paper(&one, &|r, g| hit(r, g, k))),
        constant: [1, 3].map(|k| per_paper(&one, &|r, _| hit(r, &constant, k))),
        per_network: counts.keys().map(|n| of_network(n)).sum::<f64>() / counts.len().max(1) as f64,
        confusions,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names(list: &[&str]) -> Vec<String> {
        list.iter().map(|s| (*s).to_owned()).collect()
    }

    #[test]
    fn strict_counts_diseases_of_one_network_and_each_paper_once() {
        let rows = vec![
            ("a".to_owned(), names(&["x"]), names(&["x", "y"])),
            ("a".to_owned(), names(&["x"]), names(&["y", "x"])),
            ("b".to_owned(), names(&["y", "z"]), names(&["z"])),
        ];
        let f = figures(&rows);
        assert_eq!((f.strict[0], f.strict[1], f.lenient[0]), (0.5, 1.0, 0.75));
        assert_eq!((f.cases, f.constant[0]), ([3, 2], 1.0));
        assert_eq!(f.confusions, [("x".into(), "y".into(), 1)]);
    }

    #[test]
    fn disputed_rows_are_no_truth() {
        let csv =
            "omim,name,ern,fsmr,basis,confidence\nOMIM:1,A,ern-a;ern-b,,b,sure\nOMIM:2,B,ern-a,,b,disputed\n";
        let truth = Truth::read(csv).expect("readable");
        assert_eq!(truth.of.len(), 1);
        assert_eq!(truth.of[&1][0].len(), 2);
    }
}
