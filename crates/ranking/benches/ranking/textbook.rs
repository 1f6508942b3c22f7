//! Textbook presentations of well-known rare diseases, written by hand: what a doctor would name first.

use ariane_knowledge::phenotype::Phenotypes;
use ariane_ranking::{Ranker, Request};

/// Name, OMIM numbers that count as right, HPO numbers of the signs.
const PRESENTATIONS: [(&str, &[u32], &[u32]); 12] = [
    ("aniridia", &[106_210], &[526, 501]),
    ("Marfan", &[154_700], &[1_083, 2_616, 1_166]),
    ("Duchenne", &[310_200], &[8_981, 3_391, 3_236, 2_359]),
    ("neurofibromatosis 1", &[162_200], &[7_565, 1_067, 997]),
    ("tuberous sclerosis", &[191_100, 613_254], &[9_719, 1_250, 9_720]),
    ("Huntington", &[143_100], &[2_072, 726, 751]),
    ("cystic fibrosis", &[219_700], &[2_205, 1_738, 12_236]),
    ("Wilson", &[277_900], &[200_032, 1_394, 1_337]),
    ("Rett", &[312_750], &[12_171, 2_376, 1_250]),
    ("classical Ehlers-Danlos", &[130_000, 130_010], &[974, 1_075, 1_382]),
    ("Gaucher 1", &[230_800], &[1_744, 1_873, 2_653]),
    ("Fabry", &[301_500], &[1_014, 31_006, 93]),
];

/// Prints where each disease stands, and the first ERN.
pub fn print(ranker: &Ranker, phenotypes: &Phenotypes) {
    for (name, right, signs) in PRESENTATIONS {
        let request = Request { observed: signs.to_vec(), ..Request::default() };
        let Ok(answer) = ranker.rank(phenotypes, &request, 50) else { continue };
        let of = |d: u16| &phenotypes.disorders[usize::from(d)];
        let at = answer.disorders.iter().position(|r| of(r.disorder).omim.iter().any(|o| right.contains(o)));
        let rank = at.map_or_else(|| "none".to_owned(), |p| (p + 1).to_string());
        let first = answer.disorders.first().map_or("", |r| &of(r.disorder).name);
        let ern = answer.ern.first().map_or("", |n| &n.id);
        println!("{} {name}: place {rank}, first {first}, {ern}", ranker.known.word());
    }
}
