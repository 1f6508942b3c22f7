//! One way to show tables and forms on all pages of the console: every table has a caption and headings, every field
//! its label.

use crate::addresses::Page;
use crate::pages::render;
use crate::pages::shell::{Link, Shell};
use crate::pages::start::Choice;
use crate::pages::visit::Visit;
use askama::Template;
use axum::http::StatusCode;
use axum::response::Response;

/// What kind of field it is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Kind {
    /// A line, with its `type`.
    Line(&'static str),
    /// Several lines.
    Text,
    /// One of several.
    Select,
    /// Sent along, not shown.
    Hidden,
}

/// A field.
#[derive(Debug, Clone)]
pub struct Field {
    /// Id on the page.
    pub id: String,
    /// Name.
    pub name: &'static str,
    /// Label.
    pub label: String,
    /// Kind.
    pub kind: Kind,
    /// Value.
    pub value: String,
    /// Choices.
    pub choices: Vec<Choice>,
}

impl Field {
    /// Sent along, not shown.
    pub fn hidden(name: &'static str, value: impl Into<String>) -> Self {
        Self {
            id: String::new(),
            name,
            label: String::new(),
            kind: Kind::Hidden,
            value: value.into(),
            choices: Vec::new(),
        }
    }

    /// A line.
    pub fn line(name: &'static str, label: String, of: &'static str, value: impl Into<String>) -> Self {
        let kind = Kind::Line(of);
        Self { id: name.into(), name, label, kind, value: value.into(), choices: Vec::new() }
    }

    /// Several lines.
    pub fn text(name: &'static str, label: String, value: impl Into<String>) -> Self {
        Self { id: name.into(), name, label, kind: Kind::Text, value: value.into(), choices: Vec::new() }
    }

    /// One of several, by value and text.
    pub fn select(name: &'static str, label: String, choices: Vec<(String, String)>, chosen: &str) -> Self {
        let choices = choices
            .into_iter()
            .map(|(value, text)| Choice { chosen: value == chosen, value, text })
            .collect();
        Self { id: name.into(), name, label, kind: Kind::Select, value: String::new(), choices }
    }

    /// The same with an id of its own where several forms stand on a page.
    pub fn nth(mut self, nth: usize) -> Self {
        self.id = format!("{}-{nth}", self.name);
        self
    }
}

/// A form.
#[derive(Debug, Clone)]
pub struct BoardForm {
    /// Heading; empty for none.
    pub title: String,
    /// Where it is sent.
    pub action: String,
    /// Fields.
    pub fields: Vec<Field>,
    /// Buttons: name, value, text.
    pub buttons: Vec<(&'static str, String, String)>,
}

/// A cell: text, a link, or a text that must be seen.
#[derive(Debug, Clone)]
pub struct Cell {
    /// Text.
    pub text: String,
    /// Address; empty for none.
    pub href: String,
    /// Whether it must be seen: a clock that ran out.
    pub late: bool,
}

impl From<String> for Cell {
    fn from(text: String) -> Self {
        Self { text, href: String::new(), late: false }
    }
}

impl From<&str> for Cell {
    fn from(text: &str) -> Self {
        text.to_owned().into()
    }
}

/// A table.
#[derive(Debug, Clone, Default)]
pub struct Table {
    /// Caption.
    pub caption: String,
    /// Headings.
    pub head: Vec<String>,
    /// Rows.
    pub rows: Vec<Vec<Cell>>,
    /// What is said where there are no rows.
    pub empty: String,
}

/// A part of the page.
#[derive(Debug, Clone, Default)]
pub struct Section {
    /// Heading; empty for none.
    pub title: String,
    /// Text.
    pub text: String,
    /// Lists of text.
    pub list: Vec<String>,
    /// Table.
    pub table: Option<Table>,
    /// Verbatim text.
    pub verbatim: String,
    /// Forms.
    pub forms: Vec<BoardForm>,
    /// Links.
    pub links: Vec<Link>,
}

#[derive(Template)]
#[template(path = "protection/board.html")]
struct BoardPage {
    shell: Shell,
    lead: String,
    said: String,
    sections: Vec<Section>,
    next: Vec<Link>,
}

/// The page.
pub fn page(
    status: StatusCode,
    shell: Shell,
    lead: String,
    said: String,
    sections: Vec<Section>,
    next: Vec<Link>,
) -> Response {
    render(status, &BoardPage { shell, lead, said, sections, next })
}

/// A select's choices from words and a family of texts.
pub fn words<'a>(
    visit: &Visit,
    family: &str,
    words: impl IntoIterator<Item = &'a str>,
) -> Vec<(String, String)> {
    words.into_iter().map(|word| (word.to_owned(), visit.t.s(&format!("{family}-{word}")))).collect()
}
