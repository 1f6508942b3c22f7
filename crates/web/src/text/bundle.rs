//! Fluent texts: `locales/<lang>/*.ftl`, French the source of truth.

use super::format;
use ariane_domain::Language;
use chrono::NaiveDate;
use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use rust_embed::RustEmbed;
use std::sync::LazyLock;

#[derive(RustEmbed)]
#[folder = "../../locales"]
struct Locales;

static BUNDLES: LazyLock<Vec<(Language, FluentBundle<FluentResource>)>> =
    LazyLock::new(|| Language::ALL.into_iter().map(|l| (l, bundle(l))).collect());

fn bundle(language: Language) -> FluentBundle<FluentResource> {
    // Plurals of Portugal, not of Brazil: "0 estruturas".
    let tag = if language == Language::Pt { "pt-PT" } else { language.code() };
    let locale = tag.parse().unwrap_or_default();
    let mut bundle = FluentBundle::new_concurrent(vec![locale]);
    // The isolation marks that Fluent puts around values are doubled by the page's own markup.
    bundle.set_use_isolating(false);
    for name in Locales::iter().filter(|n| n.starts_with(&format!("{language}/"))) {
        if let Some(file) = Locales::get(&name) {
            let source = String::from_utf8_lossy(&file.data).into_owned();
            let resource = FluentResource::try_new(source).unwrap_or_else(|(partial, _)| partial);
            bundle.add_resource_overriding(resource);
        }
    }
    bundle
}

/// Parse errors and message ids of a language, for the test that holds the languages against each other.
pub fn inspect(language: Language) -> (Vec<String>, Vec<String>) {
    let (mut ids, mut errors) = (Vec::new(), Vec::new());
    for name in Locales::iter().filter(|n| n.starts_with(&format!("{language}/"))) {
        let Some(file) = Locales::get(&name) else { continue };
        let source = String::from_utf8_lossy(&file.data).into_owned();
        for line in source.lines() {
            if let Some((id, _)) = line.split_once('=')
                && line.starts_with(|c: char| c.is_ascii_alphabetic())
            {
                ids.push(id.trim().to_owned());
            }
        }
        if let Err((_, faults)) = FluentResource::try_new(source) {
            errors.extend(faults.iter().map(|f| format!("{name}: {f}")));
        }
    }
    (ids, errors)
}

/// Texts in one language, as the templates use them.
#[derive(Debug, Clone, Copy)]
pub struct Text {
    /// The language.
    pub language: Language,
}

impl Text {
    /// Texts in a language.
    pub const fn new(language: Language) -> Self {
        Self { language }
    }

    /// The text of a key.
    pub fn s(&self, key: &str) -> String {
        self.format(key, None)
    }

    /// The text of `family-member`, for keys made of a stable word.
    pub fn k(&self, family: &str, member: &str) -> String {
        self.s(&format!("{family}-{member}"))
    }

    /// Whether a key exists in this language.
    pub fn has(&self, key: &str) -> bool {
        BUNDLES.iter().any(|(l, b)| *l == self.language && b.has_message(key))
    }

    /// A text with one word put in.
    pub fn w(&self, key: &str, name: &str, value: &str) -> String {
        let mut args = FluentArgs::new();
        args.set(name.to_owned(), value.to_owned());
        self.format(key, Some(&args))
    }

    /// A text with two words put in.
    pub fn ww(&self, key: &str, a: (&str, &str), b: (&str, &str)) -> String {
        let mut args = FluentArgs::new();
        args.set(a.0.to_owned(), a.1.to_owned());
        args.set(b.0.to_owned(), b.1.to_owned());
        self.format(key, Some(&args))
    }

    /// A text that depends on a count; `{ $count }` chooses the plural, `{ $shown }` is the number as written.
    pub fn n(&self, key: &str, count: usize) -> String {
        let mut args = FluentArgs::new();
        args.set("count", FluentValue::from(count));
        args.set("shown", self.number(count as f64));
        self.format(key, Some(&args))
    }

    /// A text with several values put in.
    pub fn with(&self, key: &str, args: &FluentArgs<'_>) -> String {
        self.format(key, Some(args))
    }

    fn format(&self, key: &str, args: Option<&FluentArgs<'_>>) -> String {
        let order = std::iter::once(self.language).chain([Language::Fr]);
        for language in order {
            let Some((_, bundle)) = BUNDLES.iter().find(|(l, _)| *l == language) else { continue };
            if let Some(pattern) = bundle.get_message(key).and_then(|m| m.value()) {
                return bundle.format_pattern(pattern, args, &mut Vec::new()).into_owned();
            }
        }
        key.to_owned()
    }

    /// Opening hours with the days of the language: "Mo-Fr 09:00-12:00" (OpenStreetMap's notation).
    pub fn hours(&self, hours: &str) -> String {
        const DAYS: [&str; 7] = ["Mo", "Tu", "We", "Th", "Fr", "Sa", "Su"];
        if matches!(hours, "24/7" | "Mo-Su 00:00-24:00") {
            return self.s("hours-always");
        }
        let names = self.s("days");
        let names: Vec<&str> = names.split_whitespace().collect();
        let mut out = String::new();
        for word in hours.split_inclusive([' ', ';', ',', '-']) {
            let bare = word.trim_end_matches([' ', ';', ',', '-']);
            let day = DAYS.iter().position(|d| *d == bare).and_then(|i| names.get(i));
            out.push_str(day.copied().unwrap_or(bare));
            out.push_str(&word[bare.len()..].replace('-', "–"));
        }
        out
    }

    /// A number of years, with a decimal where whole years would say nothing.
    pub fn years(&self, years: f64) -> String {
        let mut args = FluentArgs::new();
        args.set("count", FluentValue::from(if years < 10.0 { years } else { years.round() }));
        args.set("shown", self.number(years));
        self.format("years", Some(&args))
    }

    /// A number as the language writes it, with as many decimals as make sense for its size.
    pub fn number(&self, value: f64) -> String {
        format::number(self.language, value)
    }

    /// A date in words.
    pub fn date(&self, date: NaiveDate) -> String {
        format::date(self.language, date)
    }

    /// Kilometres, rounded to what a person can use.
    pub fn km(&self, km: f64) -> String {
        let rounded = if km < 10.0 { km.round() } else { (km / 5.0).round() * 5.0 };
        self.w("distance-km", "km", &self.number(rounded))
    }
}
