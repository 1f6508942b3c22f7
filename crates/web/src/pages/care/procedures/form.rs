//! A checklist as a form: the words in each language, and what is the same in all of them.

use crate::pages::cell::fault::{Fault, not_there};
use crate::pages::desk::{Desk, Sent};
use crate::pages::sheet::country_name;
use crate::pages::start::{Choice, ChoiceGroup, need_choices};
use ariane_domain::Language;
use ariane_domain::place::Country;
use ariane_domain::procedure::{Procedure, Step, Texts};

/// The words in one language.
pub struct InLanguage {
    /// Code of the language.
    pub code: &'static str,
    /// Its own name.
    pub name: &'static str,
    /// Whether it is shown unfolded.
    pub is_open: bool,
    /// Title.
    pub title: String,
    /// Steps, one a line.
    pub steps: String,
    /// Name of the field, label, value: form, payer, deadline, appeal.
    pub facts: Vec<(&'static str, String, String)>,
}

/// The form.
pub struct ProcedureForm {
    /// What is wrong with it.
    pub error: String,
    /// Countries.
    pub countries: Vec<Choice>,
    /// Needs.
    pub needs: Vec<ChoiceGroup>,
    /// Words.
    pub languages: Vec<InLanguage>,
    /// Official page.
    pub url: String,
    /// Where it was read.
    pub source: String,
    /// When.
    pub checked: String,
    /// Whether it was read there.
    pub is_confirmed: bool,
}

const FACTS: [(&str, &str); 4] = [
    ("form", "care-form"),
    ("payer", "care-payer"),
    ("deadline", "care-deadline"),
    ("appeal", "care-appeal"),
];

impl ProcedureForm {
    fn new(
        desk: &Desk,
        (country, need): (Country, &str),
        words: impl Fn(Language, &str) -> String,
        common: impl Fn(&str) -> String,
        error: String,
    ) -> Self {
        let visit = &desk.visit;
        let choice = |code: Country| Choice::new(code.code(), country_name(visit, code), code == country);
        let languages = Language::ALL.map(|language| {
            let (title, steps) = (words(language, "title"), words(language, "steps"));
            let facts: Vec<_> =
                FACTS.map(|(field, key)| (field, visit.t.s(key), words(language, field))).into();
            let has_words = !title.is_empty() || !steps.is_empty();
            InLanguage {
                code: language.code(),
                name: language.endonym(),
                is_open: language == visit.language || (has_words && !error.is_empty()),
                title,
                steps,
                facts,
            }
        });
        Self {
            countries: visit.knowledge.countries.iter().map(|profile| choice(profile.code)).collect(),
            needs: need_choices(visit, need),
            languages: languages.into(),
            url: common("url"),
            source: common("source"),
            checked: common("checked"),
            is_confirmed: common("confirmed") == "1",
            error,
        }
    }

    /// Nothing typed yet.
    pub fn blank(desk: &Desk, country: Country) -> Self {
        let nothing = String::new;
        Self::new(desk, (country, ""), |_, _| nothing(), |_| nothing(), nothing())
    }

    /// As a list reads now.
    pub fn of(desk: &Desk, one: &Procedure) -> Self {
        let words = |language: Language, field: &str| match field {
            "title" => one.title.exactly(language).to_owned(),
            "steps" => {
                let steps = one.steps.iter().map(|step| step.text.exactly(language));
                steps.filter(|step| !step.is_empty()).collect::<Vec<_>>().join("\n")
            }
            "form" => one.form.exactly(language).to_owned(),
            "payer" => one.payer.exactly(language).to_owned(),
            "deadline" => one.deadline.exactly(language).to_owned(),
            _ => one.appeal.exactly(language).to_owned(),
        };
        let common = |field: &str| match field {
            "url" => one.url.clone(),
            "source" => one.source.clone(),
            "checked" => one.checked.clone(),
            _ => if one.status == "confirmed" { "1" } else { "" }.to_owned(),
        };
        Self::new(desk, (one.country, &one.need.to_string()), words, common, String::new())
    }

    /// As it was typed, with what is wrong.
    pub fn typed(desk: &Desk, sent: &Sent, error: String) -> Self {
        let country = Country::new(&sent.line("country")).unwrap_or(desk.visit.settings.country);
        let words = |language: Language, field: &str| sent.text(&format!("{field}-{}", language.code()));
        let common = |field: &str| match field {
            "confirmed" => if sent.is("confirmed") { "1" } else { "" }.to_owned(),
            field => sent.line(field),
        };
        Self::new(desk, (country, &sent.line("need")), words, common, error)
    }
}

/// Reads the form. Lines without letters are no steps; step after step the languages belong together.
pub fn read(sent: &Sent, id: &str) -> Result<Procedure, Fault> {
    let texts = |field: &str| -> Texts {
        let one = |l: Language| (l, sent.text(&format!("{field}-{}", l.code())).trim().to_owned());
        Language::ALL.into_iter().map(one).collect()
    };
    let lines: Vec<(Language, Vec<String>)> = Language::ALL
        .into_iter()
        .map(|language| {
            let typed = sent.text(&format!("steps-{}", language.code()));
            let lines = typed.lines().map(str::trim).filter(|line| !line.is_empty()).map(str::to_owned);
            (language, lines.collect())
        })
        .collect();
    let count = lines.iter().map(|(_, lines)| lines.len()).max().unwrap_or_default();
    let step = |at: usize| {
        let there = lines.iter().filter_map(|(language, lines)| Some((*language, lines.get(at)?.clone())));
        Step { text: there.collect() }
    };
    Ok(Procedure {
        id: id.to_owned(),
        country: Country::new(&sent.line("country")).ok_or_else(not_there)?,
        need: sent.line("need").parse().map_err(|_| Fault::Rule("procedure-need"))?,
        title: texts("title"),
        steps: (0..count).map(step).collect(),
        form: texts("form"),
        payer: texts("payer"),
        deadline: texts("deadline"),
        appeal: texts("appeal"),
        url: sent.line("url"),
        source: sent.line("source"),
        checked: sent.line("checked"),
        status: if sent.is("confirmed") { "confirmed" } else { "unconfirmed" }.to_owned(),
    })
}
