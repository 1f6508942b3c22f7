//! What of a person is compared, in pieces.
//!
//! *Names*: bigrams with a sign for the beginning and the end of a word (Schnell, Bachteler, Reiher 2009), of all words as one set: a name
//! with given and family name exchanged has the same pieces. *Birth date*: digits in their place (positional unigrams, as in the later
//! work on linkage keys), day, month and year as wholes, and day and month once more without saying which is which. The last two are our
//! own choice: one wrong digit leaves eight of eleven pieces, day and month exchanged leave five. *Sex*, where it is recorded.

use crate::normal;
use chrono::{Datelike, NaiveDate};
use std::collections::BTreeSet;

/// Fewer letters than these name nobody.
const FEWEST_LETTERS: usize = 3;

/// Sex, where it is recorded.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Sex {
    /// Female.
    Female,
    /// Male.
    Male,
}

/// A person as they are compared.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Person<'p> {
    /// Name as it was given, in any order.
    pub name: &'p str,
    /// Birth date.
    pub born: NaiveDate,
    /// Sex.
    pub sex: Option<Sex>,
}

/// To what a piece belongs: each has its own key and its own number of hash functions.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Field {
    /// Name.
    Name,
    /// Birth date.
    Birth,
    /// Sex.
    Sex,
}

/// The pieces of a person, each once; none where the name is too short to mean anybody.
pub fn features(person: &Person<'_>) -> Option<BTreeSet<(Field, String)>> {
    let words = normal::words(person.name);
    let letters: usize = words.iter().map(|word| word.chars().count()).sum();
    if letters < FEWEST_LETTERS {
        return None;
    }
    let mut all = BTreeSet::new();
    for word in &words {
        all.extend(bigrams(word).map(|gram| (Field::Name, gram)));
    }
    all.extend(of_date(person.born).into_iter().map(|piece| (Field::Birth, piece)));
    all.extend(person.sex.map(|sex| match sex {
        Sex::Female => (Field::Sex, "f".to_owned()),
        Sex::Male => (Field::Sex, "m".to_owned()),
    }));
    Some(all)
}

/// Two letters at a time, the ends marked.
pub fn bigrams(word: &str) -> impl Iterator<Item = String> {
    let letters: Vec<char> = std::iter::once('_').chain(word.chars()).chain(std::iter::once('_')).collect();
    (1..letters.len())
        .map(move |at| [letters[at - 1], letters[at]].iter().collect())
        .collect::<Vec<_>>()
        .into_iter()
}

fn of_date(born: NaiveDate) -> Vec<String> {
    let (year, month, day) = (born.year().rem_euclid(10_000), born.month(), born.day());
    vec![
        format!("year {year:04}"),
        format!("decade {}", year / 10 % 10),
        format!("year's last {}", year % 10),
        format!("month {month:02}"),
        format!("month's first {}", month / 10),
        format!("month's last {}", month % 10),
        format!("day {day:02}"),
        format!("day's first {}", day / 10),
        format!("day's last {}", day % 10),
        format!("either {:02}", month.min(day)),
        format!("either {:02}{}", month.max(day), if month == day { " twice" } else { "" }),
    ]
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn person(name: &str, born: &str) -> BTreeSet<(Field, String)> {
        features(&Person { name, born: born.parse().unwrap(), sex: None }).unwrap()
    }

    fn shared(a: &BTreeSet<(Field, String)>, b: &BTreeSet<(Field, String)>, field: Field) -> usize {
        a.intersection(b).filter(|(one, _)| *one == field).count()
    }

    #[test]
    fn words_are_cut_in_twos_with_their_ends() {
        assert_eq!(bigrams("ada").collect::<Vec<_>>(), ["_a", "ad", "da", "a_"]);
        assert_eq!(bigrams("").collect::<Vec<_>>(), ["__"]);
    }

    #[test]
    fn the_order_of_names_does_not_count() {
        assert_eq!(person("Anna Fiktiva", "1990-01-02"), person("FIKTIVA, Anna", "1990-01-02"));
    }

    #[test]
    fn one_wrong_digit_leaves_eight_of_eleven_pieces_of_a_date_and_an_exchange_five() {
        let right = person("Anna Fiktiva", "1984-03-12");
        for (wrong, left) in [
            ("1984-03-12", 11),
            ("1984-03-13", 8),
            ("1984-03-22", 8),
            ("1985-03-12", 9),
            ("1984-12-03", 5),
            ("1961-11-28", 0),
        ] {
            assert_eq!(shared(&right, &person("Anna Fiktiva", wrong), Field::Birth), left, "{wrong}");
        }
    }

    #[test]
    fn who_has_no_name_is_not_compared() {
        let born = "1990-01-02".parse().unwrap();
        for name in ["", "A.", "Al", "?? 12"] {
            assert!(features(&Person { name, born, sex: None }).is_none(), "{name}");
        }
        assert!(features(&Person { name: "Ana", born, sex: None }).is_some());
    }

    #[test]
    fn sex_is_a_piece_only_where_it_is_recorded() {
        let born = "1990-01-02".parse().unwrap();
        let of = |sex| features(&Person { name: "Anna", born, sex }).unwrap().len();
        assert_eq!(of(Some(Sex::Female)), of(None) + 1);
    }

    proptest! {
        #[test]
        fn any_name_and_date_has_its_pieces(name in "\\PC{0,40}", days in 0i32..60_000) {
            let born = NaiveDate::from_ymd_opt(1900, 1, 1).unwrap() + chrono::TimeDelta::days(days.into());
            if let Some(all) = features(&Person { name: &name, born, sex: None }) {
                prop_assert_eq!(all.iter().filter(|(field, _)| *field == Field::Birth).count(), 11);
            }
        }
    }
}
