//! Identifiers as people write them; numbers and addresses lead nowhere.

use super::{Dice, Set, names, places};
use ariane_deidentify::Kind;
use ariane_deidentify::structured::check_digits;
use ariane_domain::Language;

/// The kind of a place in a sentence, and something to stand there.
pub fn value(set: Set, slot: &str, language: Language, dice: &mut Dice) -> (Kind, String) {
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
            dice.pick(&places(set).unwrap_or_else(|| {
                vec![
                    "Quillebois-la-Forêt",
                    "Obersteinfeld",
                    "Nether Wallby",
                    "Vila Cova da Ribeira",
                    "Rouvroy-sous-Hêtre",
                    "Kaltenmoos",
                    "Ferreirinhos",
                ]
            }))
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
                "{} {} {}{luhn}{verhoeff}",
                body.get(..4).unwrap_or_default(),
                body.get(4..8).unwrap_or_default(),
                body.get(8..).unwrap_or_default()
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
