//! Reading what was submitted against a version of the set.

use super::{ChoiceList, Field, FieldKind, FormSet};
use crate::code::OrphaCode;
use crate::need::NeedCode;
use crate::place::Country;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// Longest free text, in characters.
pub const TEXT_LIMIT: usize = 20_000;

/// What a form sent: values by field code. Empty values are as if not sent.
pub type Submitted = BTreeMap<String, Vec<String>>;

/// Validated answers by field code.
pub type Answers = BTreeMap<String, Answer>;

/// A validated answer.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Answer {
    /// One code.
    Choice(String),
    /// Several codes, sorted, each once.
    Multi(Vec<String>),
    /// Free text.
    Text(String),
    /// A whole number.
    Number(i64),
    /// A date.
    Date(NaiveDate),
    /// Yes or no.
    YesNo(bool),
}

impl Answer {
    /// The codes of a choice or of several.
    pub fn codes(&self) -> &[String] {
        match self {
            Self::Choice(code) => std::slice::from_ref(code),
            Self::Multi(codes) => codes,
            _ => &[],
        }
    }
}

/// What is wrong with a field.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum FieldFault {
    /// It has to be answered.
    #[error("an answer is needed")]
    Required,
    /// The version has no such field.
    #[error("this version of the form has no such field")]
    UnknownField,
    /// The value is none of the choices.
    #[error("`{0}` is none of the choices")]
    UnknownChoice(String),
    /// Several values where one is taken.
    #[error("one value is taken")]
    Several,
    /// No whole number.
    #[error("a whole number is expected")]
    NotANumber,
    /// Outside the bounds.
    #[error("the number is outside its bounds")]
    OutOfBounds {
        /// Smallest.
        min: Option<i64>,
        /// Largest.
        max: Option<i64>,
    },
    /// No date.
    #[error("a date is expected: YYYY-MM-DD")]
    NotADate,
    /// Neither yes nor no.
    #[error("yes or no is expected")]
    NotYesNo,
    /// Too long.
    #[error("at most {0} characters")]
    TooLong(usize),
}

impl FieldFault {
    /// Beginning of the translation keys of its words.
    pub const FAMILY: &'static str = "field-fault";

    /// Stable word for translation keys.
    pub const fn word(&self) -> &'static str {
        match self {
            Self::Required => "required",
            Self::UnknownField => "unknown-field",
            Self::UnknownChoice(_) => "unknown-choice",
            Self::Several => "several",
            Self::NotANumber => "not-a-number",
            Self::OutOfBounds { .. } => "out-of-bounds",
            Self::NotADate => "not-a-date",
            Self::NotYesNo => "not-yes-no",
            Self::TooLong(_) => "too-long",
        }
    }
}

impl ChoiceList {
    /// The code as it is stored, when the list has the value. Whether an ORPHA code is in the catalogue
    /// is for the caller to look up.
    pub fn code(self, value: &str) -> Option<String> {
        let value = value.trim();
        match self {
            Self::Countries => Country::new(value).filter(Country::exists).map(|c| c.to_string()),
            Self::Languages => (value.len() == 2 && value.bytes().all(|b| b.is_ascii_alphabetic()))
                .then(|| value.to_ascii_lowercase()),
            Self::Needs => value.parse::<NeedCode>().ok().map(|need| need.to_string()),
            Self::Disorders => value.parse::<OrphaCode>().ok().map(|code| code.to_string()),
        }
    }
}

impl Field {
    /// Whether a code is one of the choices, or of the list.
    pub fn offers(&self, code: &str) -> bool {
        match self.list {
            Some(list) => list.code(code).is_some(),
            None => self.choice(code).is_some(),
        }
    }

    fn code_of(&self, value: &str) -> Result<String, FieldFault> {
        let found = match self.list {
            Some(list) => list.code(value),
            None => self.choice(value.trim()).map(|choice| choice.code.clone()),
        };
        found.ok_or_else(|| FieldFault::UnknownChoice(value.chars().take(60).collect()))
    }

    fn one(&self, value: &str) -> Result<Answer, FieldFault> {
        let trimmed = value.trim();
        match self.kind {
            FieldKind::Choice | FieldKind::Multi => self.code_of(trimmed).map(Answer::Choice),
            FieldKind::Text if value.chars().count() > TEXT_LIMIT => Err(FieldFault::TooLong(TEXT_LIMIT)),
            FieldKind::Text => Ok(Answer::Text(value.to_owned())),
            FieldKind::Number => {
                let number: i64 = trimmed.parse().map_err(|_| FieldFault::NotANumber)?;
                let (min, max) = (self.min, self.max);
                if min.is_some_and(|min| number < min) || max.is_some_and(|max| number > max) {
                    Err(FieldFault::OutOfBounds { min, max })
                } else {
                    Ok(Answer::Number(number))
                }
            }
            FieldKind::Date => trimmed.parse().map(Answer::Date).map_err(|_| FieldFault::NotADate),
            FieldKind::YesNo => match trimmed {
                "yes" | "on" | "true" => Ok(Answer::YesNo(true)),
                "no" | "false" => Ok(Answer::YesNo(false)),
                _ => Err(FieldFault::NotYesNo),
            },
        }
    }

    /// Reads the values of this field; none when it was left empty and may be.
    ///
    /// # Errors
    /// What has to be corrected.
    pub fn read(&self, values: &[String]) -> Result<Option<Answer>, FieldFault> {
        let values: Vec<&String> = values.iter().filter(|value| !value.trim().is_empty()).collect();
        match (&values[..], self.kind) {
            ([], _) if self.required => Err(FieldFault::Required),
            ([], _) => Ok(None),
            (several, FieldKind::Multi) => {
                let mut codes = several.iter().map(|v| self.code_of(v)).collect::<Result<Vec<_>, _>>()?;
                codes.sort_unstable();
                codes.dedup();
                Ok(Some(Answer::Multi(codes)))
            }
            ([one], _) => self.one(one).map(Some),
            _ => Err(FieldFault::Several),
        }
    }
}

impl FormSet {
    /// Validates what was submitted.
    ///
    /// # Errors
    /// The faults by field code; the page shows each beside its field.
    pub fn read(&self, submitted: &Submitted) -> Result<Answers, BTreeMap<String, FieldFault>> {
        let (mut answers, mut faults) = (Answers::new(), BTreeMap::new());
        for field in &self.fields {
            match field.read(submitted.get(&field.code).map_or(&[], Vec::as_slice)) {
                Ok(Some(answer)) => drop(answers.insert(field.code.clone(), answer)),
                Ok(None) => {}
                Err(fault) => drop(faults.insert(field.code.clone(), fault)),
            }
        }
        for code in submitted.keys().filter(|code| self.field(code).is_none()) {
            faults.insert(code.chars().take(60).collect(), FieldFault::UnknownField);
        }
        if faults.is_empty() { Ok(answers) } else { Err(faults) }
    }
}

#[cfg(test)]
mod tests {
    use super::super::tests::{field, set};
    use super::*;

    fn form() -> FormSet {
        let country = Field { list: Some(ChoiceList::Countries), ..field("country", FieldKind::Choice, &[]) };
        let needs = Field { list: Some(ChoiceList::Needs), ..field("needs", FieldKind::Multi, &[]) };
        let age = Field { required: true, ..field("age-band", FieldKind::Choice, &["under-12", "adult"]) };
        let minutes = Field { min: Some(0), max: Some(600), ..field("minutes", FieldKind::Number, &[]) };
        let others = [("note", FieldKind::Text), ("day", FieldKind::Date), ("knows", FieldKind::YesNo)];
        let mut fields = vec![country, needs, age, minutes];
        fields.extend(others.map(|(code, kind)| field(code, kind, &[])));
        set(1, "2026-01-01", fields)
    }

    fn read(values: &[(&str, &str)]) -> Result<Answers, BTreeMap<String, FieldFault>> {
        let mut submitted = Submitted::new();
        for (code, value) in values {
            submitted.entry((*code).to_owned()).or_default().push((*value).to_owned());
        }
        form().read(&submitted)
    }

    fn fault(code: &str, value: &str) -> FieldFault {
        let faults = read(&[("age-band", "adult"), (code, value)]).unwrap_err();
        assert_eq!(faults.len(), 1, "{faults:?}");
        faults[code].clone()
    }

    #[test]
    fn a_whole_record_is_read() {
        let answers = read(&[
            ("country", "lu"),
            ("needs", "school-work/school"),
            ("needs", "information"),
            ("needs", "information"),
            ("age-band", "adult"),
            ("minutes", " 12 "),
            ("note", "Zeile eins\nZeile zwei"),
            ("day", "2026-02-28"),
            ("knows", "no"),
        ])
        .unwrap();
        assert_eq!(answers["country"], Answer::Choice("LU".into()));
        assert_eq!(answers["needs"], Answer::Multi(vec!["information".into(), "school-work/school".into()]));
        assert_eq!(answers["minutes"], Answer::Number(12));
        assert_eq!(answers["knows"], Answer::YesNo(false));
        assert_eq!(answers["needs"].codes().len(), 2);
    }

    #[test]
    fn what_may_be_empty_may_and_what_must_not_must_not() {
        assert!(read(&[("age-band", "adult"), ("note", "  "), ("country", "")]).unwrap().len() == 1);
        assert_eq!(read(&[]).unwrap_err()["age-band"], FieldFault::Required);
        assert_eq!(read(&[("age-band", " ")]).unwrap_err()["age-band"], FieldFault::Required);
    }

    #[test]
    fn each_fault_stands_at_its_field() {
        assert_eq!(fault("country", "XX"), FieldFault::UnknownChoice("XX".into()));
        assert_eq!(fault("country", "Luxembourg"), FieldFault::UnknownChoice("Luxembourg".into()));
        assert_eq!(fault("needs", "money"), FieldFault::UnknownChoice("money".into()));
        assert_eq!(fault("minutes", "1.5"), FieldFault::NotANumber);
        assert_eq!(fault("minutes", "-1"), FieldFault::OutOfBounds { min: Some(0), max: Some(600) });
        assert_eq!(fault("minutes", "99999999999999999999"), FieldFault::NotANumber);
        assert_eq!(fault("day", "2026-02-30"), FieldFault::NotADate);
        assert_eq!(fault("knows", "maybe"), FieldFault::NotYesNo);
        assert_eq!(fault("note", &"x".repeat(TEXT_LIMIT + 1)), FieldFault::TooLong(TEXT_LIMIT));
        assert_eq!(fault("other", "x"), FieldFault::UnknownField);
    }

    #[test]
    fn one_value_is_one_value() {
        assert_eq!(
            read(&[("age-band", "adult"), ("age-band", "under-12")]).unwrap_err()["age-band"],
            FieldFault::Several
        );
    }

    #[test]
    fn a_fault_never_repeats_a_long_value() {
        let FieldFault::UnknownChoice(value) = fault("country", &"é".repeat(500)) else {
            panic!("a choice")
        };
        assert_eq!(value.chars().count(), 60);
    }
}
