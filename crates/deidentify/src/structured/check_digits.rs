//! Published check digits of numbers that name a person.
//!
//! | scheme | source of the rule |
//! |---|---|
//! | `lu-matricule` | CCSS, "Matricule" (13 digits: date, serial, Luhn and Verhoeff digits over the first eleven) |
//! | `fr-nir` | INSEE, NIR: key is 97 less the number modulo 97; Corsica 2A counts as 19, 2B as 18 |
//! | `de-kvnr` | GKV, number after § 290 SGB V: letter as two digits, weights 1 and 2, sums of digits, modulo 10 |
//! | `be-nn` | Belgian national register: 97 less the first nine digits modulo 97, with a leading 2 for births from 2000 |
//! | `ch-ahv` | Swiss AHV number: EAN-13 beginning with 756 |
//! | `gb-nhs` | NHS data dictionary, NHS NUMBER: weights 10 to 2, modulo 11 |
//! | `pt-nif` | Portuguese tax number: weights 9 to 2, modulo 11 |
//! | `iban` | ISO 13616: modulo 97 |
//!
//! The Portuguese health number (número de utente) and the German pension number have no rule published that we
//! could check: they are found by the words beside them and as long rows of digits.

/// A name of a scheme, and whether a row of digits fits it.
type Check = (&'static str, fn(&[u32]) -> bool);

/// The scheme whose check digits come out for this number, written without separators.
pub fn scheme(compact: &str) -> Option<&'static str> {
    let upper = compact.to_ascii_uppercase();
    let digits: Option<Vec<u32>> = upper.chars().map(|c| c.to_digit(10)).collect();
    if let Some(digits) = &digits {
        let checks: [Check; 6] = [
            ("lu-matricule", lu_matricule),
            ("fr-nir", |d| d.len() == 15 && fr_nir(d)),
            ("be-nn", be_nn),
            ("ch-ahv", ch_ahv),
            ("gb-nhs", gb_nhs),
            ("pt-nif", pt_nif),
        ];
        return checks.into_iter().find(|(_, check)| check(digits)).map(|(name, _)| name);
    }
    if upper.len() == 15 && matches!(upper.get(5..7), Some("2A" | "2B")) {
        let replaced = upper.replacen("2A", "19", 1).replacen("2B", "18", 1);
        let digits: Option<Vec<u32>> = replaced.chars().map(|c| c.to_digit(10)).collect();
        return digits.filter(|d| fr_nir(d)).map(|_| "fr-nir");
    }
    if de_kvnr(&upper) {
        return Some("de-kvnr");
    }
    iban(&upper).then_some("iban")
}

fn value(digits: &[u32]) -> u64 {
    digits.iter().fold(0, |n, d| n * 10 + u64::from(*d))
}

fn luhn(digits: &[u32]) -> u32 {
    let sum: u32 = digits
        .iter()
        .rev()
        .enumerate()
        .map(|(i, d)| {
            if i % 2 == 0 {
                let t = d * 2;
                if t > 9 { t - 9 } else { t }
            } else {
                *d
            }
        })
        .sum();
    (10 - sum % 10) % 10
}

const TIMES: [[u32; 10]; 10] = [
    [0, 1, 2, 3, 4, 5, 6, 7, 8, 9],
    [1, 2, 3, 4, 0, 6, 7, 8, 9, 5],
    [2, 3, 4, 0, 1, 7, 8, 9, 5, 6],
    [3, 4, 0, 1, 2, 8, 9, 5, 6, 7],
    [4, 0, 1, 2, 3, 9, 5, 6, 7, 8],
    [5, 9, 8, 7, 6, 0, 4, 3, 2, 1],
    [6, 5, 9, 8, 7, 1, 0, 4, 3, 2],
    [7, 6, 5, 9, 8, 2, 1, 0, 4, 3],
    [8, 7, 6, 5, 9, 3, 2, 1, 0, 4],
    [9, 8, 7, 6, 5, 4, 3, 2, 1, 0],
];
const TURNS: [[u32; 10]; 8] = [
    [0, 1, 2, 3, 4, 5, 6, 7, 8, 9],
    [1, 5, 7, 6, 2, 8, 3, 0, 9, 4],
    [5, 8, 0, 3, 7, 9, 6, 1, 4, 2],
    [8, 9, 1, 6, 0, 4, 3, 5, 2, 7],
    [9, 4, 5, 3, 1, 2, 6, 8, 7, 0],
    [4, 2, 8, 6, 5, 7, 3, 9, 0, 1],
    [2, 7, 9, 3, 8, 0, 6, 4, 1, 5],
    [7, 0, 4, 6, 9, 1, 3, 2, 5, 8],
];
const INVERSE: [u32; 10] = [0, 4, 3, 2, 1, 5, 6, 7, 8, 9];

fn at<const N: usize>(table: &[[u32; 10]; N], row: usize, column: u32) -> u32 {
    table.get(row).and_then(|r| r.get(column as usize)).copied().unwrap_or(0)
}

fn verhoeff(digits: &[u32]) -> u32 {
    let sum = digits
        .iter()
        .rev()
        .enumerate()
        .fold(0, |c, (i, d)| at(&TIMES, c as usize, at(&TURNS, (i + 1) % 8, *d)));
    INVERSE.get(sum as usize).copied().unwrap_or(0)
}

fn lu_matricule(d: &[u32]) -> bool {
    let (Some(first), Some(date)) = (d.get(..11), d.get(..8)) else { return false };
    let (month, day) = (value(date) / 100 % 100, value(date) % 100);
    d.len() == 13
        && (1..=12).contains(&month)
        && (1..=31).contains(&day)
        && d.get(11) == Some(&luhn(first))
        && d.get(12) == Some(&verhoeff(first))
}

/// The two check digits that end a Luxembourg matricule; for tests that plant numbers.
pub fn lu_ending(first_eleven: &[u32]) -> (u32, u32) {
    (luhn(first_eleven), verhoeff(first_eleven))
}

fn fr_nir(d: &[u32]) -> bool {
    let (Some(number), Some(key)) = (d.get(..13), d.get(13..15)) else { return false };
    matches!(d.first(), Some(1..=4 | 7 | 8)) && 97 - value(number) % 97 == value(key)
}

fn be_nn(d: &[u32]) -> bool {
    let (Some(number), Some(key)) = (d.get(..9), d.get(9..11)) else { return false };
    let n = value(number);
    d.len() == 11 && [n, n + 2_000_000_000].iter().any(|n| 97 - n % 97 == value(key))
}

fn ch_ahv(d: &[u32]) -> bool {
    let sum: u32 = d.iter().take(12).enumerate().map(|(i, n)| if i % 2 == 0 { *n } else { 3 * n }).sum();
    d.len() == 13 && d.starts_with(&[7, 5, 6]) && d.get(12) == Some(&((10 - sum % 10) % 10))
}

fn gb_nhs(d: &[u32]) -> bool {
    let sum: u32 = d.iter().take(9).zip((2..=10).rev()).map(|(n, w)| n * w).sum();
    let check = (11 - sum % 11) % 11;
    d.len() == 10 && check != 10 && d.get(9) == Some(&check)
}

fn pt_nif(d: &[u32]) -> bool {
    let sum: u32 = d.iter().take(8).zip((2..=9).rev()).map(|(n, w)| n * w).sum();
    let check = match 11 - sum % 11 {
        10 | 11 => 0,
        n => n,
    };
    d.len() == 9 && matches!(d.first(), Some(1..=3)) && d.get(8) == Some(&check)
}

fn de_kvnr(text: &str) -> bool {
    let mut chars = text.chars();
    let Some(letter) = chars.next().filter(char::is_ascii_uppercase) else { return false };
    let Some(rest) = chars.map(|c| c.to_digit(10)).collect::<Option<Vec<u32>>>() else { return false };
    let Some((check, body)) = rest.split_last() else { return false };
    let number = letter as u32 - 'A' as u32 + 1;
    let sum: u32 = [number / 10, number % 10]
        .iter()
        .chain(body)
        .enumerate()
        .map(|(i, d)| {
            let t = if i % 2 == 0 { *d } else { d * 2 };
            t / 10 + t % 10
        })
        .sum();
    rest.len() == 9 && sum % 10 == *check
}

fn iban(text: &str) -> bool {
    let form = (15..=34).contains(&text.len())
        && text.chars().take(2).all(|c| c.is_ascii_uppercase())
        && text.chars().skip(2).take(2).all(|c| c.is_ascii_digit())
        && text.chars().all(|c| c.is_ascii_alphanumeric());
    form && text.chars().skip(4).chain(text.chars().take(4)).try_fold(0_u32, |n, c| {
        let v = c.to_digit(36)?;
        Some(if v > 9 { (n * 100 + v) % 97 } else { (n * 10 + v) % 97 })
    }) == Some(1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn published_examples_come_out_and_a_wrong_digit_does_not() {
        // Examples of the schemes' own documents; none belongs to a person.
        for (number, name) in [
            ("A123456780", "de-kvnr"),
            ("9434765919", "gb-nhs"),
            ("7569217076985", "ch-ahv"),
            ("255081416802538", "fr-nir"),
            ("GB82WEST12345698765432", "iban"),
        ] {
            assert_eq!(scheme(number), Some(name), "{number}");
            let last = if number.ends_with('1') { "2" } else { "1" };
            let wrong = format!("{}{last}", number.get(..number.len() - 1).expect("ascii"));
            assert_ne!(scheme(&wrong), Some(name), "{wrong}");
        }
    }

    #[test]
    fn verhoeff_as_published() {
        // The worked example of the method: 236 takes 3.
        assert_eq!(verhoeff(&[2, 3, 6]), 3);
        let first = [1, 9, 8, 7, 0, 3, 1, 2, 1, 2, 3];
        let (luhn, verhoeff) = lu_ending(&first);
        let whole: String = first.iter().chain(&[luhn, verhoeff]).map(u32::to_string).collect();
        assert_eq!(scheme(&whole), Some("lu-matricule"));
    }
}
