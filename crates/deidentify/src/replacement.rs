//! What stands in the place of what was taken out, in the language of the text.

use crate::finding::Kind;
use ariane_domain::Language;
use chrono::{Datelike, NaiveDate};

/// A word in brackets for a kind.
pub fn of(kind: Kind, language: Language) -> String {
    format!("[{}]", noun(kind, language))
}

/// The same with a number, where one person bears one number through a text.
pub fn numbered(kind: Kind, language: Language, number: usize) -> String {
    format!("[{} {number}]", noun(kind, language))
}

fn noun(kind: Kind, language: Language) -> &'static str {
    use Language::{De, En, Fr, Lb, Pt};
    match (kind, language) {
        (Kind::Name, Fr) => "nom",
        (Kind::Name, De) => "Name",
        (Kind::Name, En) => "name",
        (Kind::Name, Pt) => "nome",
        (Kind::Name, Lb) => "Numm",
        (Kind::Date, Fr | En) => "date",
        (Kind::Date, De) => "Datum",
        (Kind::Date, Pt) => "data",
        (Kind::Date, Lb) => "Datum",
        (Kind::Phone, Fr) => "téléphone",
        (Kind::Phone, De) => "Telefon",
        (Kind::Phone, En) => "phone",
        (Kind::Phone, Pt) => "telefone",
        (Kind::Phone, Lb) => "Telefon",
        (Kind::Mail, Fr) => "courriel",
        (Kind::Mail, De | Lb) => "E-Mail",
        (Kind::Mail, En) => "e-mail",
        (Kind::Mail, Pt) => "correio eletrónico",
        (Kind::Web, Fr) => "site",
        (Kind::Web, De) => "Website",
        (Kind::Web, En) => "website",
        (Kind::Web, Pt) => "sítio",
        (Kind::Web, Lb) => "Websäit",
        (Kind::Address, Fr) => "adresse",
        (Kind::Address, De) => "Adresse",
        (Kind::Address, En) => "address",
        (Kind::Address, Pt) => "morada",
        (Kind::Address, Lb) => "Adress",
        (Kind::Place, Fr) => "lieu",
        (Kind::Place, De) => "Ort",
        (Kind::Place, En) => "place",
        (Kind::Place, Pt) => "lugar",
        (Kind::Place, Lb) => "Uert",
        (Kind::Number, Fr) => "numéro",
        (Kind::Number, De) => "Nummer",
        (Kind::Number, En) => "number",
        (Kind::Number, Pt) => "número",
        (Kind::Number, Lb) => "Nummer",
        (Kind::Institution, Fr) => "établissement",
        (Kind::Institution, De) => "Einrichtung",
        (Kind::Institution, En) => "institution",
        (Kind::Institution, Pt) => "instituição",
        (Kind::Institution, Lb) => "Etablissement",
    }
}

/// In the place of the person's own date of birth.
pub fn birth(language: Language) -> String {
    match language {
        Language::Fr => "[date de naissance]",
        Language::De => "[Geburtsdatum]",
        Language::En => "[date of birth]",
        Language::Pt => "[data de nascimento]",
        Language::Lb => "[Gebuertsdatum]",
    }
    .to_owned()
}

/// In the place of an event's date: the age at the event, in months below two years, in years after.
/// None for an event before birth.
pub fn age(birth: NaiveDate, event: NaiveDate, language: Language) -> Option<String> {
    if event < birth {
        return None;
    }
    let mut months = (event.year() - birth.year()) * 12 + event.month() as i32 - birth.month() as i32;
    if event.day() < birth.day() {
        months -= 1;
    }
    let months = months.max(0);
    Some(if months < 24 {
        match language {
            Language::Fr => format!("[à {months} mois]"),
            Language::De => {
                format!("[im Alter von {months} {}]", if months == 1 { "Monat" } else { "Monaten" })
            }
            Language::En => format!("[at age {months} {}]", if months == 1 { "month" } else { "months" }),
            Language::Pt => format!("[aos {months} {}]", if months == 1 { "mês" } else { "meses" }),
            Language::Lb => format!("[mat {months} {}]", if months == 1 { "Mount" } else { "Méint" }),
        }
    } else {
        let years = months / 12;
        match language {
            Language::Fr => format!("[à {years} ans]"),
            Language::De => format!("[im Alter von {years} Jahren]"),
            Language::En => format!("[at age {years}]"),
            Language::Pt => format!("[aos {years} anos]"),
            Language::Lb => format!("[mat {years} Joer]"),
        }
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_age_is_of_completed_months_and_years() {
        let day = |y, m, d| NaiveDate::from_ymd_opt(y, m, d).expect("a day");
        let born = day(2012, 3, 15);
        assert_eq!(age(born, day(2013, 3, 14), Language::Fr).as_deref(), Some("[à 11 mois]"));
        assert_eq!(age(born, day(2022, 3, 14), Language::En).as_deref(), Some("[at age 9]"));
        assert_eq!(age(born, day(2022, 3, 15), Language::De).as_deref(), Some("[im Alter von 10 Jahren]"));
        assert_eq!(age(born, day(2012, 3, 14), Language::Fr), None);
    }
}
