//! People who do not exist, with the errors that real registers hold.
//!
//! Their names are put together from syllables of our own, shaped after names of Luxembourg, Germany, France and Portugal; how often a
//! name occurs falls off as names do (Zipf). Nothing here comes from a list of real people.

use ariane_linkage::features::{Person, Sex};
use chrono::{Datelike, NaiveDate, TimeDelta};

/// SplitMix64: the same people each time.
pub struct Chance(pub u64);

impl Chance {
    pub fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    }

    pub fn below(&mut self, bound: usize) -> usize {
        usize::try_from(self.next() % u64::try_from(bound.max(1)).expect("small")).expect("small")
    }

    fn percent(&mut self, share: usize) -> bool {
        self.below(100) < share
    }

    fn of<'a, T>(&mut self, all: &'a [T]) -> &'a T {
        &all[self.below(all.len())]
    }
}

const GIVEN_STARTS: [&str; 24] = [
    "Al", "Bé", "Cor", "Da", "El", "Fé", "Gil", "He", "I", "Jo", "Ka", "Lu", "Ma", "Ne", "Os", "Pau", "Ra",
    "Sé", "Ti", "Ur", "Va", "Wil", "Xa", "Zo",
];
const GIVEN_ENDS: [(&str, Sex); 14] = [
    ("na", Sex::Female),
    ("lia", Sex::Female),
    ("rine", Sex::Female),
    ("tte", Sex::Female),
    ("céa", Sex::Female),
    ("mira", Sex::Female),
    ("ida", Sex::Female),
    ("no", Sex::Male),
    ("rik", Sex::Male),
    ("mar", Sex::Male),
    ("dão", Sex::Male),
    ("bert", Sex::Male),
    ("vin", Sex::Male),
    ("rém", Sex::Male),
];
const FAMILY_STARTS: [&str; 30] = [
    "Bram", "Klö", "Fich", "Gros", "Mar", "Schün", "Tol", "Wäl", "Stei", "Lam", "Roch", "Vas", "Per", "Cou",
    "Del", "Nün", "Pfei", "Krä", "Hof", "Bel", "Ort", "Sal", "Tei", "Mon", "Fer", "Win", "Zieg", "Alb",
    "Quen", "Dru",
];
const FAMILY_MIDDLES: [&str; 8] = ["", "", "", "le", "ber", "an", "ti", "mo"];
const FAMILY_ENDS: [&str; 20] = [
    "mann", "berg", "er", "inger", "ges", "quin", "eira", "ado", "elho", "ert", "ville", "son", "bach",
    "haus", "sler", "oux", "ier", "enz", "ßel", "is",
];

/// All names, the frequent first.
pub struct Names {
    pub given: Vec<(String, Sex)>,
    pub family: Vec<String>,
}

impl Names {
    pub fn new() -> Self {
        let mut chance = Chance(7);
        let mut given: Vec<(String, Sex)> = GIVEN_STARTS
            .iter()
            .flat_map(|a| GIVEN_ENDS.iter().map(move |(b, sex)| (format!("{a}{b}"), *sex)))
            .collect();
        let mut family: Vec<String> = FAMILY_STARTS
            .iter()
            .flat_map(|a| {
                FAMILY_MIDDLES[2..]
                    .iter()
                    .flat_map(move |b| FAMILY_ENDS.iter().map(move |c| format!("{a}{b}{c}")))
            })
            .collect();
        shuffle(&mut given, &mut chance);
        shuffle(&mut family, &mut chance);
        Self { given, family }
    }

    /// A name whose frequency falls off with its place: the probability of place n is about 1 / (n + 5).
    fn drawn(chance: &mut Chance, count: usize) -> usize {
        let bound = (count as f64 / 5.0 + 1.0).ln();
        let at = chance.below(1_000_000) as f64 / 1_000_000.0;
        #[expect(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            reason = "between 0 and the count"
        )]
        let place = (((at * bound).exp() - 1.0) * 5.0) as usize;
        place.min(count - 1)
    }
}

fn shuffle<T>(all: &mut [T], chance: &mut Chance) {
    for at in (1..all.len()).rev() {
        all.swap(at, chance.below(at + 1));
    }
}

/// A fictitious person.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Somebody {
    pub given: String,
    pub family: String,
    pub born: NaiveDate,
    pub sex: Option<Sex>,
}

impl Somebody {
    pub fn name(&self) -> String {
        format!("{} {}", self.given, self.family)
    }

    pub fn with<T>(&self, then: impl FnOnce(&Person<'_>) -> T) -> T {
        then(&Person { name: &self.name(), born: self.born, sex: self.sex })
    }
}

/// So many people. One in fifty has a twin among them: the same family name and day.
pub fn people(names: &Names, count: usize, chance: &mut Chance) -> Vec<Somebody> {
    let first = NaiveDate::from_ymd_opt(1935, 1, 1).expect("a day");
    let mut all: Vec<Somebody> = Vec::with_capacity(count);
    while all.len() < count {
        let (given, sex) = names.given[Names::drawn(chance, names.given.len())].clone();
        let sex = Some(sex);
        if let Some(last) = all.last().filter(|last| last.given != given)
            && chance.percent(2)
        {
            let twin = Somebody { given, sex, ..last.clone() };
            all.push(twin);
            continue;
        }
        let mut family = names.family[Names::drawn(chance, names.family.len())].clone();
        if chance.percent(6) {
            family = format!("{family}-{}", names.family[Names::drawn(chance, names.family.len())]);
        } else if chance.percent(8) {
            family = format!("da {family}");
        }
        let born = first + TimeDelta::days(i64::try_from(chance.below(90 * 365)).expect("small"));
        all.push(Somebody { given, family, born, sex });
    }
    all
}

/// The same person as another site wrote them down.
pub fn again(somebody: &Somebody, names: &Names, chance: &mut Chance) -> Somebody {
    let mut out = somebody.clone();
    // A quarter is written alike to the letter; the others get one error, some two.
    let errors = match chance.below(100) {
        0..25 => 0,
        25..80 => 1,
        _ => 2,
    };
    for _ in 0..errors {
        match chance.below(100) {
            0..25 => out.family = mistyped(&out.family, chance),
            25..42 => out.given = mistyped(&out.given, chance),
            42..58 => (out.given, out.family) = (bare(&out.given), bare(&out.family)),
            58..66 => out = Somebody { given: out.family.clone(), family: out.given.clone(), ..out },
            66..72 => out.family = out.family.replace("da ", ""),
            72..77 => {
                out.family =
                    format!("{}-{}", out.family, names.family[Names::drawn(chance, names.family.len())])
            }
            // Married: another family name.
            77..80 if out.sex == Some(Sex::Female) => {
                out.family = names.family[Names::drawn(chance, names.family.len())].clone();
            }
            77..88 => out.born = exchanged(out.born),
            88..95 => out.born = wrong_digit(out.born, chance),
            _ => out.sex = None,
        }
    }
    out
}

fn mistyped(word: &str, chance: &mut Chance) -> String {
    let mut letters: Vec<char> = word.chars().collect();
    let at = chance.below(letters.len());
    let letter = *chance.of(&['a', 'e', 'i', 'n', 'r', 's', 't', 'l']);
    match chance.below(4) {
        0 => letters.insert(at, letter),
        1 if letters.len() > 3 => {
            letters.remove(at);
        }
        2 if at + 1 < letters.len() => letters.swap(at, at + 1),
        _ => letters[at] = letter,
    }
    letters.into_iter().collect()
}

/// Without marks, an umlaut sometimes spelt out.
fn bare(word: &str) -> String {
    let mut out = String::new();
    for letter in word.chars() {
        match letter {
            'ü' => out.push_str("ue"),
            'ö' => out.push('o'),
            'ä' => out.push_str("ae"),
            'ß' => out.push_str("ss"),
            'é' => out.push('e'),
            'ã' => out.push('a'),
            other => out.push(other),
        }
    }
    out
}

fn exchanged(born: NaiveDate) -> NaiveDate {
    NaiveDate::from_ymd_opt(born.year(), born.day(), born.month()).unwrap_or(born)
}

fn wrong_digit(born: NaiveDate, chance: &mut Chance) -> NaiveDate {
    let text: Vec<u8> = born.format("%Y%m%d").to_string().into_bytes();
    for _ in 0..50 {
        let mut other = text.clone();
        let at = 2 + chance.below(6);
        other[at] = b'0' + u8::try_from(chance.below(10)).expect("a digit");
        let other = String::from_utf8(other).expect("digits");
        if let Ok(day) = NaiveDate::parse_from_str(&other, "%Y%m%d")
            && day != born
        {
            return day;
        }
    }
    born
}

/// Two sites: the second holds `shared` persons of the first as it wrote them down, and others besides. Gives who is whom.
pub fn two_sites(
    count: usize,
    shared: usize,
    seed: u64,
) -> (Vec<Somebody>, Vec<Somebody>, Vec<Option<usize>>) {
    let (names, mut chance) = (Names::new(), Chance(seed));
    let all = people(&names, 2 * count - shared, &mut chance);
    let (here, others) = all.split_at(count);
    let mut there: Vec<(Somebody, Option<usize>)> = others.iter().map(|one| (one.clone(), None)).collect();
    let mut places: Vec<usize> = (0..count).collect();
    shuffle(&mut places, &mut chance);
    there.extend(places[..shared].iter().map(|at| (again(&here[*at], &names, &mut chance), Some(*at))));
    shuffle(&mut there, &mut chance);
    let (there, truth) = there.into_iter().unzip();
    (here.to_vec(), there, truth)
}
