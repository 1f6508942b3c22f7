//! A mapping proposed from headers and values, for an operator to read and correct. It is never applied by itself.

use crate::mapping::{Given, key};
use crate::table::{self, Cell, TableFault};
use ariane_domain::Language;
use ariane_domain::enquiry::form::{ChoiceList, Field, FieldKind, FormSet};
use ariane_knowledge::starter::{self, countries};
use serde::Deserialize;
use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::ops::ControlFlow;

/// Rows whose values are looked at.
const LOOKED_AT: usize = 500;

/// Most different values of a column for which translations are proposed; with more it holds free text.
const VALUES: usize = 40;

#[derive(Default, Deserialize)]
struct Words {
    headers: BTreeMap<String, Vec<String>>,
    values: BTreeMap<String, BTreeMap<String, Vec<String>>>,
}

/// Written form to code, both ways of looking: the field whose header it may be, the code whose value it may be.
struct Known {
    words: Words,
}

impl Known {
    fn read() -> Self {
        Self {
            words: toml::from_str(&String::from_utf8_lossy(&starter::file("import_words.toml")))
                .unwrap_or_default(),
        }
    }

    /// The field that a header names: its code, its label in a language, or a known word.
    fn field(&self, form: &FormSet, header: &str) -> Option<String> {
        let wanted = key(header);
        let labels = form.fields.iter().find(|field| {
            key(&field.code) == wanted || Language::ALL.iter().any(|l| key(field.label(*l)) == wanted)
        });
        let known = self.words.headers.iter().find(|(_, words)| words.iter().any(|word| key(word) == wanted));
        let given = Given::ALL
            .into_iter()
            .find(|given| key(given.word()) == wanted)
            .map(|given| given.word().to_owned());
        labels.map(|field| field.code.clone()).or(given).or_else(|| {
            let (field, _) = known?;
            (form.field(field).is_some() || Given::from_word(field).is_some()).then(|| field.clone())
        })
    }

    /// The code that a value stands for.
    fn code(&self, field: &Field, value: &str) -> Option<String> {
        let wanted = key(value);
        if field.offers(value) {
            return Some(field.list.and_then(|list| list.code(value)).unwrap_or_else(|| value.to_owned()));
        }
        let labelled =
            field.choices.iter().find(|choice| Language::ALL.iter().any(|l| key(choice.label(*l)) == wanted));
        if let Some(choice) = labelled {
            return Some(choice.code.clone());
        }
        let family = if field.code == "residence" { "nationality" } else { field.code.as_str() };
        let mut known = self.words.values.get(family).into_iter().flatten();
        if let Some((code, _)) =
            known.find(|(code, words)| field.offers(code) && words.iter().any(|w| key(w) == wanted))
        {
            return Some(code.clone());
        }
        match field.list {
            Some(ChoiceList::Countries) => countries::all()
                .into_iter()
                .find(|country| Language::ALL.iter().any(|l| key(country.name(*l)) == wanted))
                .map(|country| country.code.to_string()),
            Some(ChoiceList::Needs) => {
                let natures = starter::needs::all();
                let found =
                    natures.iter().find(|n| Language::ALL.iter().any(|l| key(n.label.get(*l)) == wanted))?;
                Some(found.code.nature.code().to_owned())
            }
            _ => None,
        }
    }
}

/// The text of a mapping for a file: what was recognised is filled in, what was not stands there to be decided, and
/// values that name people are not repeated.
///
/// # Errors
/// [`TableFault`] when the file cannot be read.
pub fn propose(bytes: &[u8], sheet: &str, form: &FormSet) -> Result<String, TableFault> {
    let known = Known::read();
    let mut headers: Vec<String> = Vec::new();
    let mut seen: Vec<BTreeSet<String>> = Vec::new();
    let mut rows = 0;
    table::rows(bytes, sheet, &mut |row| {
        if headers.is_empty() {
            headers = row.cells.iter().map(Cell::text).collect();
            seen = vec![BTreeSet::new(); headers.len()];
            return ControlFlow::Continue(());
        }
        for (cell, values) in row
            .cells
            .iter()
            .zip(&mut seen)
            .filter(|(cell, _)| matches!(cell, Cell::Text(_) | Cell::Number(..)))
        {
            if values.len() <= VALUES {
                values.insert(cell.text());
            }
        }
        rows += 1;
        if rows < LOOKED_AT { ControlFlow::Continue(()) } else { ControlFlow::Break(()) }
    })?;
    let mut out = String::from(
        "# Proposed from the headers and values of a file. Read every line before you use it:\n\
         # a column without a field has to get one, or `ignore = true`.\n",
    );
    let _ = writeln!(out, "form = {}", form.version);
    if !sheet.is_empty() {
        let _ = writeln!(out, "sheet = {}", quoted(sheet));
    }
    out.push_str("# expected = { rows = 0 }  # figures known from elsewhere, to compare\n");
    let mut taken = BTreeSet::new();
    for (header, values) in headers.iter().zip(&seen).filter(|(header, _)| !header.is_empty()) {
        let _ = writeln!(out, "\n[[column]]\nname = {}", quoted(header));
        match known.field(form, header) {
            Some(field) if taken.insert(field.clone()) => {
                let _ = writeln!(out, "field = {}", quoted(&field));
                if let Some(field) = form.field(&field) {
                    out.push_str(&values_of(&known, field, values));
                }
            }
            Some(field) => {
                let _ = writeln!(out, "field = \"\"  # {field}, like a column above?");
            }
            None => out.push_str("field = \"\"  # not recognised\n"),
        }
    }
    Ok(out)
}

fn values_of(known: &Known, field: &Field, values: &BTreeSet<String>) -> String {
    let coded = matches!(field.kind, FieldKind::Choice | FieldKind::Multi);
    if !coded || values.is_empty() {
        return String::new();
    }
    let ages = field.code == "age-band" && values.iter().all(|value| value.parse::<f64>().is_ok());
    if ages {
        return "ages = true\n".into();
    }
    if values.len() > VALUES {
        return "# more than forty different values: free text?\n".into();
    }
    let mut out = String::from("values = { ");
    let mut unknown = 0;
    for value in values {
        match known.code(field, value) {
            Some(code) if code == *value => {}
            Some(code) => {
                let _ = write!(out, "{} = {}, ", quoted(value), quoted(&code));
            }
            None => unknown += 1,
        }
    }
    let mut out = format!("{} }}\n", out.trim_end_matches([',', ' ']));
    if out == "values = { }\n" || out == "values = {  }\n" || out.starts_with("values = { }") {
        out.clear();
    }
    if unknown > 0 {
        let _ = writeln!(
            out,
            "# {unknown} values of this column are not recognised: translate them, or write `otherwise`"
        );
    }
    out
}

/// A string of TOML.
fn quoted(text: &str) -> String {
    let mut out = String::from("\"");
    for c in text.chars() {
        match c {
            '"' | '\\' => out.extend(['\\', c]),
            c if c.is_control() => {
                let _ = write!(out, "\\u{:04X}", u32::from(c));
            }
            c => out.push(c),
        }
    }
    out.push('"');
    out
}
