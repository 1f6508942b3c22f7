//! What a rule of the cell refuses: said beside the form, with what was typed in it.

use crate::pages::desk::trouble::Trouble;
use crate::pages::desk::{Desk, Sent};
use ariane_domain::access::Refusal;
use ariane_store::StoreError;
use ariane_store::records::cell::CellError;
use axum::http::StatusCode;

/// Why something is not done.
#[derive(Debug)]
pub enum Fault {
    /// A rule, or somebody who was quicker; the form is shown again.
    Rule(&'static str),
    /// A page of its own.
    Trouble(Trouble),
}

impl From<Trouble> for Fault {
    fn from(trouble: Trouble) -> Self {
        Self::Trouble(trouble)
    }
}

impl From<StoreError> for Fault {
    fn from(error: StoreError) -> Self {
        match error {
            StoreError::Conflict => Self::Rule("conflict"),
            other => Self::Trouble(other.into()),
        }
    }
}

impl From<Refusal> for Fault {
    fn from(refusal: Refusal) -> Self {
        Self::Trouble(refusal.into())
    }
}

impl From<CellError> for Fault {
    fn from(error: CellError) -> Self {
        match error {
            CellError::Store(error) => error.into(),
            CellError::Rule(word) => Self::Rule(word),
        }
    }
}

/// Something that is not there, or not in this form.
pub fn not_there() -> Fault {
    Fault::Trouble(Trouble::Store(StoreError::NotThere))
}

/// A form that was not taken.
#[derive(Debug, Clone, Default)]
pub struct Failed {
    form: String,
    word: &'static str,
    error: String,
    sent: Sent,
}

impl Failed {
    /// By a rule.
    pub fn new(desk: &Desk, form: &str, word: &'static str, sent: &Sent) -> Self {
        let error = desk.visit.t.k("cell-rule", word);
        Self { form: form.to_owned(), word, error, sent: sent.clone() }
    }

    /// Status of the page that says so.
    pub fn status(&self) -> StatusCode {
        match self.word {
            "" => StatusCode::OK,
            "not-yours" | "not-your-track" | "same-person" => StatusCode::FORBIDDEN,
            "conflict" | "not-possible" | "out-of-order" | "signed" | "already-signed" | "draft-open"
            | "not-what-was-read" => StatusCode::CONFLICT,
            _ => StatusCode::UNPROCESSABLE_ENTITY,
        }
    }

    /// Whether it was this form.
    pub fn is(&self, form: &str) -> bool {
        !form.is_empty() && self.form == form
    }

    /// Whether it was a form of this kind.
    pub fn is_any(&self, kind: impl Fn(&str) -> bool) -> bool {
        !self.form.is_empty() && kind(&self.form)
    }

    /// What is wrong with this form; empty when nothing is.
    pub fn error(&self, form: &str) -> String {
        if self.is(form) { self.error.clone() } else { String::new() }
    }

    /// What was typed into a field of this form.
    pub fn text(&self, form: &str, field: &str) -> String {
        if self.is(form) { self.sent.text(field) } else { String::new() }
    }

    /// What was typed into a form that the page does not show any more, because somebody else was quicker: it is shown to be
    /// copied. `forms` are those that the page shows.
    pub fn unshown<'f>(&self, mut forms: impl Iterator<Item = &'f str>) -> String {
        if self.form.is_empty() || forms.any(|form| form == self.form) {
            return String::new();
        }
        let typed = ["text", "advice", "question"].map(|field| self.sent.text(field));
        typed.into_iter().find(|text| !text.trim().is_empty()).unwrap_or_default()
    }

    /// The first error, whatever form it belongs to, with the form: for the top of the page.
    pub fn all(&self) -> Vec<(String, String)> {
        if self.form.is_empty() { Vec::new() } else { vec![(self.form.clone(), self.error.clone())] }
    }
}
