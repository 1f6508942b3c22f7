//! The versioned form on a page: each field as the set has it, with what was typed and what has to be corrected.

use super::{Desk, Sent};
use crate::pages::start::{Choice, ChoiceGroup};
use ariane_domain::enquiry::form::{Answer, Answers, ChoiceList, Field, FieldFault, FieldKind, FormSet};
use std::collections::BTreeMap;

/// Beginning of the names of the form's fields.
pub const PREFIX: &str = "f-";
/// Countries offered first, in the order of seed 000's nationalities and of the neighbours.
const FIRST_COUNTRIES: [&str; 6] = ["LU", "PT", "FR", "DE", "BE", "IT"];
/// Languages offered first.
const FIRST_TONGUES: [&str; 5] = ["fr", "de", "lb", "en", "pt"];
/// Languages with a name in `names.ftl`.
const TONGUES: &str = "ar am az be bg bn bs ca cs da el es et eu fa fi ga gl ha he hi hr hu hy ig is it ja ka ko ku ln \
    lt lv mk mt nl no pa pl ps ro ru sk sl so sq sr sv sw ta th ti tr uk ur vi wo yo zh";

/// So many choices stand side by side; more of them are a list.
const MOST_SIDE_BY_SIDE: usize = 8;

/// How a field is drawn.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Shape {
    /// A few choices side by side.
    Radio,
    /// A long list.
    Select,
    /// Natures with their sub-needs.
    Needs,
    /// A text field with suggestions.
    Disorder,
    /// Free text.
    Text,
    /// One line: a number.
    Number,
    /// One line: a date.
    Date,
}

/// A field, ready to be drawn.
#[derive(Debug, Clone)]
pub struct FieldView {
    /// Code.
    pub code: String,
    /// Name and id.
    pub name: String,
    /// Label.
    pub label: String,
    /// How it is drawn.
    pub shape: Shape,
    /// Whether it must be answered.
    pub is_required: bool,
    /// Value of a one-line field.
    pub value: String,
    /// Choices.
    pub choices: Vec<Choice>,
    /// Natures with sub-needs.
    pub groups: Vec<ChoiceGroup>,
    /// What has to be corrected.
    pub error: String,
    /// Bounds of a number.
    pub min: String,
    /// Bounds of a number.
    pub max: String,
}

/// What stands in a form: what was sent, else what is recorded.
#[derive(Debug, Clone, Default)]
pub struct Filled {
    values: BTreeMap<String, Vec<String>>,
    /// ORPHA code of the disorder.
    pub disorder_code: String,
    /// The disorder as typed.
    pub disorder_text: String,
}

impl Filled {
    /// What a form sent.
    pub fn sent(sent: &Sent) -> Self {
        let mut values: BTreeMap<String, Vec<String>> = BTreeMap::new();
        for (name, value) in &sent.0 {
            if let Some(code) = name.strip_prefix(PREFIX) {
                values.entry(code.to_owned()).or_default().push(value.clone());
            }
        }
        Self { values, disorder_code: sent.get("code").to_owned(), disorder_text: sent.line("disorder-text") }
    }

    /// What is recorded.
    pub fn recorded(answers: &Answers, disorder_text: &str) -> Self {
        let written = |answer: &Answer| match answer {
            Answer::Choice(code) => vec![code.clone()],
            Answer::Multi(codes) => codes.clone(),
            Answer::Text(text) => vec![text.clone()],
            Answer::Number(number) => vec![number.to_string()],
            Answer::Date(date) => vec![date.to_string()],
            Answer::YesNo(yes) => vec![if *yes { "yes" } else { "no" }.to_owned()],
        };
        let code = answers.get("disorder").and_then(|a| a.codes().first().cloned()).unwrap_or_default();
        Self {
            values: answers.iter().map(|(code, answer)| (code.clone(), written(answer))).collect(),
            disorder_code: code.trim_start_matches("ORPHA:").to_owned(),
            disorder_text: disorder_text.to_owned(),
        }
    }

    /// Fills a field that nobody filled.
    pub fn or(mut self, code: &str, value: &str) -> Self {
        self.values.entry(code.to_owned()).or_insert_with(|| vec![value.to_owned()]);
        self
    }

    fn first(&self, code: &str) -> &str {
        self.values.get(code).and_then(|v| v.first()).map_or("", String::as_str)
    }

    fn has(&self, code: &str, value: &str) -> bool {
        self.values.get(code).is_some_and(|all| all.iter().any(|v| v == value))
    }
}

impl Desk {
    /// The name of a country.
    pub fn country(&self, code: &str) -> String {
        if code.is_empty() { String::new() } else { self.visit.t.k("country", &code.to_lowercase()) }
    }

    /// The name of a language.
    pub fn tongue(&self, code: &str) -> String {
        if code.is_empty() {
            return String::new();
        }
        let key = format!("tongue-{code}");
        if self.visit.t.has(&key) { self.visit.t.k("tongue", code) } else { code.to_owned() }
    }

    /// The fields of a set, in its order.
    pub fn fields(
        &self,
        set: &FormSet,
        filled: &Filled,
        faults: &BTreeMap<String, FieldFault>,
    ) -> Vec<FieldView> {
        // The factual note has a place of its own on the page.
        let asked = set.fields.iter().filter(|field| field.code != "note");
        asked.map(|field| self.field(field, filled, faults.get(&field.code))).collect()
    }

    fn field(&self, field: &Field, filled: &Filled, fault: Option<&FieldFault>) -> FieldView {
        let (t, l) = (self.visit.t, self.visit.language);
        let choice = |value: &str, text: String| Choice {
            chosen: filled.has(&field.code, value),
            value: value.to_owned(),
            text,
        };
        let shape = match (field.kind, field.list) {
            (_, Some(ChoiceList::Needs)) => Shape::Needs,
            (_, Some(ChoiceList::Disorders)) => Shape::Disorder,
            (_, Some(_)) => Shape::Select,
            (FieldKind::Choice, None) if field.choices.len() > MOST_SIDE_BY_SIDE => Shape::Select,
            (FieldKind::Choice | FieldKind::Multi | FieldKind::YesNo, None) => Shape::Radio,
            (FieldKind::Text, None) => Shape::Text,
            (FieldKind::Number, None) => Shape::Number,
            (FieldKind::Date, None) => Shape::Date,
        };
        let choices = match (field.kind, field.list) {
            (FieldKind::YesNo, _) => vec![
                choice("yes", t.s("desk-yes")),
                choice("no", t.s("desk-no")),
                Choice {
                    value: String::new(),
                    text: t.s("desk-not-asked"),
                    chosen: filled.first(&field.code).is_empty(),
                },
            ],
            (_, Some(ChoiceList::Countries)) => self.countries_to_choose(&choice),
            (_, Some(ChoiceList::Languages)) => self.tongues_to_choose(&choice),
            (_, Some(_)) => Vec::new(),
            (_, None) => field.choices.iter().map(|c| choice(&c.code, c.label(l).to_owned())).collect(),
        };
        let groups = if shape == Shape::Needs { self.needs_to_choose(&choice) } else { Vec::new() };
        let bound = |b: Option<i64>| b.map(|n| n.to_string()).unwrap_or_default();
        FieldView {
            name: format!("{PREFIX}{}", field.code),
            code: field.code.clone(),
            label: field.label(l).to_owned(),
            shape,
            is_required: field.required,
            value: filled.first(&field.code).to_owned(),
            choices,
            groups,
            error: fault.map(|f| t.k("field-fault", f.word())).unwrap_or_default(),
            min: bound(field.min),
            max: bound(field.max),
        }
    }

    fn countries_to_choose(&self, choice: &dyn Fn(&str, String) -> Choice) -> Vec<Choice> {
        let first = FIRST_COUNTRIES.iter().map(|code| choice(code, self.country(code)));
        let mut rest: Vec<Choice> = (b'A'..=b'Z')
            .flat_map(|a| (b'A'..=b'Z').map(move |b| [a, b]))
            .filter_map(|letters| ariane_domain::place::Country::new(std::str::from_utf8(&letters).ok()?))
            .filter(|c| c.exists() && c.code() != "EU" && !FIRST_COUNTRIES.contains(&c.code()))
            .map(|c| choice(c.code(), self.country(c.code())))
            .collect();
        rest.sort_by_key(|c| ariane_knowledge::fold::words(&c.text));
        first.chain(rest).collect()
    }

    fn tongues_to_choose(&self, choice: &dyn Fn(&str, String) -> Choice) -> Vec<Choice> {
        let first = FIRST_TONGUES.iter().map(|code| choice(code, self.tongue(code)));
        let mut rest: Vec<Choice> =
            TONGUES.split_whitespace().map(|code| choice(code, self.tongue(code))).collect();
        rest.sort_by_key(|c| ariane_knowledge::fold::words(&c.text));
        first.chain(rest).collect()
    }

    fn needs_to_choose(&self, choice: &dyn Fn(&str, String) -> Choice) -> Vec<ChoiceGroup> {
        let l = self.visit.language;
        let group = |nature: &ariane_knowledge::starter::needs::NatureTexts| {
            let whole = choice(&nature.code.to_string(), nature.label.get(l).to_owned());
            let subs = nature.sub.iter().map(|s| choice(&s.code.to_string(), s.label.get(l).to_owned()));
            ChoiceGroup {
                text: nature.label.get(l).to_owned(),
                choices: std::iter::once(whole).chain(subs).collect(),
            }
        };
        self.visit.knowledge.needs.iter().map(group).collect()
    }
}
