//! Texts with identifiers planted at known places.

use ariane_deidentify::structured::check_digits;
use ariane_deidentify::{Examination, Kind};
use ariane_domain::Language;
use std::ops::Range;

/// A text and what was planted.
pub struct Planted {
    /// Its language.
    pub language: Language,
    /// As is, in capitals, in small letters.
    pub case: &'static str,
    /// The text.
    pub text: String,
    /// Where identifiers stand.
    pub identifiers: Vec<(Range<usize>, Kind)>,
}

/// Deterministic choice.
pub struct Dice(pub u64);

impl Dice {
    /// The next number below `n`.
    pub fn below(&mut self, n: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from((self.0 >> 11) % n.max(1) as u64).unwrap_or(0)
    }

    fn pick<'a>(&mut self, list: &[&'a str]) -> &'a str {
        list.get(self.below(list.len())).copied().unwrap_or_default()
    }

    fn digits(&mut self, n: usize) -> String {
        (0..n).map(|_| char::from(b'0' + u8::try_from(self.below(10)).unwrap_or(0))).collect()
    }
}

/// Sentences with the names that are put into them.
#[derive(Clone, Copy)]
pub struct Set {
    sentences: &'static str,
    names: &'static str,
}

/// Sentences whose misses were looked at while lists, patterns and thresholds were made.
pub const SEEN: Set = Set { sentences: include_str!("sentences.txt"), names: include_str!("names.txt") };
/// Sentences and names written afterwards.
pub const HELD_OUT: Set =
    Set { sentences: include_str!("held_out.txt"), names: include_str!("held_out_names.txt") };

impl Set {
    /// Its names, with the comments that divide them.
    pub fn names_file(self) -> &'static str {
        self.names
    }
}

/// The names of a set: given and family, by language.
pub fn names(set: Set, language: Language, given: bool) -> Vec<&'static str> {
    let head = format!("# {}, {}", if given { "given" } else { "family" }, language.code());
    let mut lines = set.names.lines();
    let mut out: Vec<&str> =
        lines.by_ref().skip_while(|l| *l != head).nth(1).map(|l| l.split(',').collect()).unwrap_or_default();
    let other = set.names.lines().skip_while(|l| !l.starts_with("# family, other")).nth(1);
    if !given {
        out.extend(other.into_iter().flat_map(|l| l.split(',')));
    }
    if out.is_empty() { names(set, Language::De, given) } else { out }
}

/// Sentences of a file beside this one, with their language.
pub fn lines(file: &'static str) -> impl Iterator<Item = (Language, &'static str)> {
    file.lines().filter(|l| !l.starts_with('#')).filter_map(|l| {
        let (language, sentence) = l.split_once('\t')?;
        Some((language.parse().ok()?, sentence))
    })
}

/// Every sentence, `rounds` times with other values, in three cases.
pub fn all(set: Set, rounds: usize, seed: u64) -> Vec<Planted> {
    let mut dice = Dice(seed);
    let mut out = Vec::new();
    for _ in 0..rounds {
        for (language, sentence) in lines(set.sentences) {
            for case in ["as is", "upper", "lower"] {
                out.push(fill(set, language, case, sentence, &mut dice));
            }
        }
    }
    out
}

fn fill(set: Set, language: Language, case: &'static str, sentence: &str, dice: &mut Dice) -> Planted {
    let cased = |text: &str| match case {
        "upper" => text.to_uppercase(),
        "lower" => text.to_lowercase(),
        _ => text.to_owned(),
    };
    let (mut text, mut identifiers, mut rest) = (String::new(), Vec::new(), sentence);
    while let Some((before, after)) = rest.split_once('{') {
        text.push_str(&cased(before));
        let Some((slot, tail)) = after.split_once('}') else { break };
        let (kind, value) = value(set, slot, language, dice);
        let value = cased(&value);
        identifiers.push((text.len()..text.len() + value.len(), kind));
        text.push_str(&value);
        rest = tail;
    }
    text.push_str(&cased(rest));
    Planted { language, case, text, identifiers }
}

fn value(set: Set, slot: &str, language: Language, dice: &mut Dice) -> (Kind, String) {
    match slot {
        "G" => (Kind::Name, dice.pick(&names(set, language, true)).to_owned()),
        "F" => (Kind::Name, dice.pick(&names(set, language, false)).to_owned()),
        "D" => (Kind::Date, date(language, dice)),
        "P" => (Kind::Phone, phone(language, dice)),
        "M" => (Kind::Mail, mail(set, language, dice)),
        "W" => (
            Kind::Web,
            format!(
                "{}{}.example.org/{}",
                dice.pick(&["https://", "www.", "http://"]),
                dice.pick(&["blog", "vie", "leben"]),
                dice.digits(3)
            ),
        ),
        "A" => (Kind::Address, address(set, language, dice)),
        "T" => (
            Kind::Place,
            dice.pick(&[
                "Quillebois-la-Forêt",
                "Obersteinfeld",
                "Nether Wallby",
                "Vila Cova da Ribeira",
                "Rouvroy-sous-Hêtre",
                "Kaltenmoos",
                "Ferreirinhos",
            ])
            .to_owned(),
        ),
        "N" => (Kind::Number, number(language, dice)),
        _ => (Kind::Institution, institution(set, language, dice)),
    }
}

fn date(language: Language, dice: &mut Dice) -> String {
    let (d, m, y) = (dice.below(28) + 1, dice.below(12), 1950 + dice.below(75));
    let months = match language {
        Language::Fr => [
            "janvier",
            "février",
            "mars",
            "avril",
            "mai",
            "juin",
            "juillet",
            "août",
            "septembre",
            "octobre",
            "novembre",
            "décembre",
        ],
        Language::De => [
            "Januar",
            "Februar",
            "März",
            "April",
            "Mai",
            "Juni",
            "Juli",
            "August",
            "September",
            "Oktober",
            "November",
            "Dezember",
        ],
        Language::En => [
            "January",
            "February",
            "March",
            "April",
            "May",
            "June",
            "July",
            "August",
            "September",
            "October",
            "November",
            "December",
        ],
        Language::Pt => [
            "janeiro",
            "fevereiro",
            "março",
            "abril",
            "maio",
            "junho",
            "julho",
            "agosto",
            "setembro",
            "outubro",
            "novembro",
            "dezembro",
        ],
        Language::Lb => [
            "Januar",
            "Februar",
            "Mäerz",
            "Abrëll",
            "Mee",
            "Juni",
            "Juli",
            "August",
            "September",
            "Oktober",
            "November",
            "Dezember",
        ],
    };
    let name = months.get(m).copied().unwrap_or_default();
    let french = ["janv", "févr", "mars", "avr", "mai", "juin", "juil", "août", "sept", "oct", "nov", "déc"];
    let short: String = match language {
        Language::Fr => french.get(m).copied().unwrap_or_default().to_owned(),
        Language::Lb => name.to_owned(),
        _ => name.chars().take(3).collect(),
    };
    let m = m + 1;
    match dice.below(11) {
        0 => format!("{d:02}/{m:02}/{y}"),
        1 => format!("{d}.{m}.{y}"),
        2 => format!("{y}-{m:02}-{d:02}"),
        3 => format!("{d:02}.{m:02}.{:02}", y % 100),
        4 => format!("{d:02}-{m:02}-{y}"),
        5 => format!("{d} {short}. {y}"),
        6 => format!("{m:02}/{y}"),
        7 => format!("{name} {y}"),
        8 if language == Language::En => format!("{name} {d}, {y}"),
        8 if language == Language::Pt => format!("{d} de {name}"),
        8 if language == Language::De => format!("{d}. {name}"),
        8 => format!("{d} {name}"),
        _ => match language {
            Language::Fr => format!("{d} {name} {y}"),
            Language::De | Language::Lb => format!("{d}. {name} {y}"),
            Language::En => format!("{d} {name} {y}"),
            Language::Pt => format!("{d} de {name} de {y}"),
        },
    }
}

fn phone(language: Language, dice: &mut Dice) -> String {
    let mut two = || dice.digits(2);
    let (a, b, c, d) = (two(), two(), two(), two());
    let choice = dice.below(4);
    match language {
        Language::Fr => match choice {
            0 => format!("06 {a} {b} {c} {d}"),
            1 => format!("+33 6 {a} {b} {c} {d}"),
            2 => format!("01.{a}.{b}.{c}.{d}"),
            _ => format!("03{a}{b}{c}{d}"),
        },
        Language::De => match choice {
            0 => format!("0171 {a}{b}{c}{}", d.get(..1).unwrap_or("4")),
            1 => format!("+49 30 {a}{b}{c}"),
            2 => format!("06{a}/{b}{c}{d}"),
            _ => format!("(0228) {a}{b}-{c}"),
        },
        Language::En => match choice {
            0 => format!("07700 9{a}{b}{}", d.get(..1).unwrap_or("4")),
            1 => format!("+44 20 7{a}1 {b}{c}"),
            2 => format!("0161 {a}5 {b}{c}"),
            _ => format!("(555) 0{a}-{b}{c}"),
        },
        Language::Pt => match choice {
            0 => format!("91{} {a}5 {b}7", dice.below(10)),
            1 => format!("+351 9{} {a}1 {b}2", a),
            2 => format!("21{}{a}{b}{c}", dice.below(10)),
            _ => format!("00351 2{} {b}1 {c}4", a),
        },
        Language::Lb => match choice {
            0 => format!("621 {a}1 {b}2"),
            1 => format!("+352 26 {a} {b} {c}"),
            2 => format!("26 {a} {b}"),
            _ => format!("691{a}{b}{c}"),
        },
    }
}

fn mail(set: Set, language: Language, dice: &mut Dice) -> String {
    let given = names(set, language, true);
    let family = names(set, language, false);
    let plain = |t: &str| {
        ariane_deidentify::fold::fold(t).chars().filter(char::is_ascii_alphanumeric).collect::<String>()
    };
    format!(
        "{}.{}{}@{}",
        plain(dice.pick(&given)),
        plain(dice.pick(&family)),
        dice.below(99),
        dice.pick(&["example.lu", "mail.example.org", "beispiel.example.de"])
    )
}

fn address(set: Set, language: Language, dice: &mut Dice) -> String {
    let n = dice.below(180) + 1;
    let name = {
        let list = names(set, language, false);
        dice.pick(&list)
    };
    match language {
        Language::Fr => match dice.below(4) {
            0 => format!("{n}, rue {name}, 54{} {name}ville", dice.digits(3)),
            1 => format!("{n} bis avenue du Général {name}"),
            2 => format!("{n} chemin des Trois {name}"),
            _ => format!("{n}, boulevard {name}, L-{} Nullepart", dice.digits(4)),
        },
        Language::De => match dice.below(4) {
            0 => format!("{name}straße {n}, {} {name}hausen", 10_000 + dice.below(80_000)),
            1 => format!("{name}weg {n}"),
            2 => format!("Am {name} {n}, D-{} Nirgendheim", 10_000 + dice.below(80_000)),
            _ => format!("{name}gasse {n}a"),
        },
        Language::En => match dice.below(4) {
            0 => format!("{n} {name} Street"),
            1 => format!("{n} {name} Road, ZZ{} 9XX", dice.below(9) + 1),
            2 => format!("Flat {}, {n} {name} Gardens", dice.below(40) + 1),
            _ => format!("{n} {name} Avenue"),
        },
        Language::Pt => match dice.below(4) {
            0 => format!("Rua {name}, n.º {n}, 4{}-{} Nenhures", dice.digits(3), dice.digits(3)),
            1 => format!("Avenida da {name}, {n}, 2.º Esq."),
            2 => format!("Travessa de {name} {n}"),
            _ => format!("Largo do {name}, {n}"),
        },
        Language::Lb => match dice.below(2) {
            0 => format!("{n}, rue {name}, L-{} Näischtduerf", dice.digits(4)),
            _ => format!("{n}, {name}strooss"),
        },
    }
}

fn number(language: Language, dice: &mut Dice) -> String {
    match (language, dice.below(4)) {
        (Language::Fr, 0) => {
            let body = format!(
                "{}{:02}{:02}{:02}{}{}",
                1 + dice.below(2),
                dice.below(99),
                1 + dice.below(12),
                1 + dice.below(95),
                dice.digits(3),
                dice.digits(3)
            );
            let key = 97 - body.parse::<u64>().unwrap_or(1) % 97;
            format!("{body}{key:02}")
        }
        (Language::Fr | Language::Lb, 1) => {
            let body = format!(
                "{}{:02}{:02}{}",
                1950 + dice.below(70),
                1 + dice.below(12),
                1 + dice.below(28),
                dice.digits(3)
            );
            let digits: Vec<u32> = body.chars().filter_map(|c| c.to_digit(10)).collect();
            let (luhn, verhoeff) = check_digits::lu_ending(&digits);
            format!(
                "{} {} {}",
                body.get(..4).unwrap_or_default(),
                body.get(4..8).unwrap_or_default(),
                format!("{}{luhn}{verhoeff}", body.get(8..).unwrap_or_default())
            )
        }
        (Language::De, 0) => format!("{}{}", dice.pick(&["A", "K", "T"]), dice.digits(9)),
        (Language::En, 0) => format!("{} {} {}", dice.digits(3), dice.digits(3), dice.digits(4)),
        (Language::Pt, 0) => format!("{} {} {}", dice.digits(3), dice.digits(3), dice.digits(3)),
        (_, 2) => format!("{}-{}/{}", dice.pick(&["AB", "PX", "Q"]), dice.digits(4), dice.digits(2)),
        (_, 3) => format!("{}{}", dice.pick(&["P", "HN", ""]), dice.digits(6)),
        _ => dice.digits(8),
    }
}

fn institution(set: Set, language: Language, dice: &mut Dice) -> String {
    let name = {
        let list = names(set, language, false);
        dice.pick(&list)
    };
    match language {
        Language::Fr => dice.pick(&["hôpital {}", "CHU de {}", "clinique Sainte-{}"]).replace("{}", name),
        Language::De | Language::Lb => {
            dice.pick(&["Klinikum {}", "Krankenhaus St. {}", "{}-Klinik"]).replace("{}", name)
        }
        Language::En => dice.pick(&["{} Hospital", "St {}'s Hospital", "the {} Clinic"]).replace("{}", name),
        Language::Pt => {
            dice.pick(&["Hospital de {}", "Centro de Saúde de {}", "Hospital {}"]).replace("{}", name)
        }
    }
}

/// Words before an institution's or an address's own name say nothing of it: only names and digits count.
fn counts(word: &str, kind: Kind) -> bool {
    const HEADS: &[&str] = &[
        "hopital",
        "chu",
        "clinique",
        "sainte",
        "saint",
        "klinikum",
        "krankenhaus",
        "klinik",
        "hospital",
        "clinic",
        "centro",
        "saude",
        "rue",
        "avenue",
        "general",
        "chemin",
        "trois",
        "boulevard",
        "bis",
        "the",
        "rua",
        "avenida",
        "travessa",
        "largo",
        "esq",
        "street",
        "road",
        "flat",
        "gardens",
        "des",
        "dos",
        "las",
        "los",
        "von",
        "der",
        "und",
        "sous",
        "cova",
        "les",
        "am",
    ];
    let folded = ariane_deidentify::fold::fold(word);
    word.chars().count() > 1
        && !(matches!(kind, Kind::Institution | Kind::Address | Kind::Place)
            && HEADS.contains(&folded.as_str()))
}

/// Whether every word and number of the identifier that says something is covered by findings.
pub fn is_found(examination: &Examination, span: &Range<usize>, kind: Kind) -> bool {
    let text = examination.text();
    words(text, span.clone())
        .filter(|w| counts(text.get(w.clone()).unwrap_or_default(), kind))
        .all(|w| is_covered(examination, &w))
}

/// Whether a span lies within findings.
pub fn is_covered(examination: &Examination, word: &Range<usize>) -> bool {
    examination.findings().iter().any(|f| f.start <= word.start && word.end <= f.end)
}

/// The words and numbers of a part of a text.
pub fn words(text: &str, span: Range<usize>) -> impl Iterator<Item = Range<usize>> {
    let part = text.get(span.clone()).unwrap_or_default();
    let mut out = Vec::new();
    let mut from = None;
    for (at, c) in part.char_indices().chain([(part.len(), ' ')]) {
        match (c.is_alphanumeric() || c == '\u{307}', from) {
            (true, None) => from = Some(at),
            (false, Some(start)) => {
                out.push(span.start + start..span.start + at);
                from = None;
            }
            _ => {}
        }
    }
    out.into_iter()
}
