//! Numbers and dates by ICU.

use ariane_domain::Language;
use chrono::{Datelike, NaiveDate};
use fixed_decimal::{Decimal, FloatPrecision};
use icu_calendar::Date;
use icu_datetime::DateTimeFormatter;
use icu_datetime::fieldsets::YMD;
use icu_decimal::DecimalFormatter;
use icu_locale_core::Locale;

fn locale(language: Language) -> Locale {
    // Portugal's Portuguese and Luxembourg's conventions, not Brazil's or Germany's.
    let tag = match language {
        Language::Fr => "fr",
        Language::De => "de",
        Language::En => "en-GB",
        Language::Pt => "pt-PT",
        Language::Lb => "lb",
    };
    tag.parse().unwrap_or(Locale::UNKNOWN)
}

/// A number: whole from 10 on, two significant digits below.
pub fn number(language: Language, value: f64) -> String {
    let magnitude = if value.abs() >= 10.0 || value.fract() == 0.0 {
        0
    } else {
        (value.abs().log10().floor() as i16 - 1).min(0)
    };
    let Ok(mut decimal) = Decimal::try_from_f64(value, FloatPrecision::RoundTrip) else {
        return value.to_string();
    };
    decimal.round(magnitude);
    decimal.absolute.trim_end();
    match DecimalFormatter::try_new(locale(language).into(), Default::default()) {
        Ok(formatter) => formatter.format(&decimal).to_string(),
        Err(_) => value.to_string(),
    }
}

/// A date such as "22 novembre 2026".
pub fn date(language: Language, date: NaiveDate) -> String {
    let iso = Date::try_new_iso(date.year(), date.month() as u8, date.day() as u8);
    match (DateTimeFormatter::try_new(locale(language).into(), YMD::long()), iso) {
        (Ok(formatter), Ok(iso)) => formatter.format(&iso).to_string(),
        _ => date.to_string(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_follow_the_language() {
        assert_eq!(number(Language::De, 1234567.0), "1.234.567");
        assert_eq!(number(Language::En, 1234567.0), "1,234,567");
        assert_eq!(number(Language::Fr, 0.0543), "0,054");
        assert_eq!(number(Language::En, 3.0), "3");
        assert_eq!(number(Language::En, 46.44), "46");
        assert_eq!(number(Language::En, 0.0), "0");
    }

    #[test]
    fn dates_are_written_in_words() {
        let day = NaiveDate::from_ymd_opt(2026, 11, 22).unwrap_or_default();
        assert_eq!(date(Language::Fr, day), "22 novembre 2026");
        assert_eq!(date(Language::De, day), "22. November 2026");
        assert_eq!(date(Language::Lb, day), "22. November 2026");
        assert_eq!(date(Language::Pt, day), "22 de novembro de 2026");
    }
}
