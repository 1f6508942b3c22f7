//! Names of months in five languages, whole and shortened.

use crate::fold::fold;

const MONTHS: [&[&str]; 12] = [
    &["janvier", "januar", "jänner", "january", "janeiro", "janv", "jan"],
    &["février", "februar", "feber", "february", "fevereiro", "févr", "fév", "feb", "fev"],
    &["mars", "märz", "march", "março", "mäerz", "mrz", "mär", "mar"],
    &["avril", "april", "abril", "abrëll", "avr", "apr", "abr"],
    &["mai", "may", "maio", "mee"],
    &["juin", "juni", "june", "junho", "jun"],
    &["juillet", "juli", "july", "julho", "juil", "jul"],
    &["août", "august", "agosto", "aout", "aug", "ago"],
    &["septembre", "september", "setembro", "sept", "sep", "set"],
    &["octobre", "oktober", "october", "outubro", "okt", "oct", "out"],
    &["novembre", "november", "novembro", "nov"],
    &["décembre", "dezember", "december", "dezembro", "déc", "dez", "dec"],
];

/// The number of a month, 1 to 12.
pub fn number(word: &str) -> Option<u32> {
    let folded = fold(word.trim_end_matches('.'));
    MONTHS
        .iter()
        .position(|names| names.iter().any(|n| fold(n) == folded))
        .and_then(|i| u32::try_from(i + 1).ok())
}

/// All spellings as one alternative of a pattern, longest first.
pub fn alternatives() -> String {
    let mut all: Vec<String> = MONTHS
        .iter()
        .flat_map(|names| names.iter())
        .flat_map(|n| {
            let plain = fold(n);
            if plain == *n { vec![plain] } else { vec![(*n).to_owned(), plain] }
        })
        .collect();
    all.sort_by_key(|n| std::cmp::Reverse(n.chars().count()));
    all.dedup();
    all.join("|")
}
