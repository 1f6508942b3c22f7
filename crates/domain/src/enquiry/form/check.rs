//! Whether a set of fields can be used.

use super::{Choice, Field, FieldKind, FormSet, Forms, Labels};
use crate::enquiry::words::{
    AgeBand, DisorderStatus, EntryMode, Gender, ReferralSource, RequesterKind, Satisfaction,
};
use crate::language::Language;
use std::collections::BTreeSet;

/// What is wrong with a set.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum FormFault {
    /// No version at all.
    #[error("no version of the form is written")]
    Empty,
    /// Versions are not 1, 2, 3 … with later and later beginnings.
    #[error("version {0}: versions are counted 1, 2, 3 and each begins after the one before")]
    Order(u32),
    /// A code is written otherwise than with small letters, digits and hyphens.
    #[error("version {0}: `{1}` is no code; small letters, digits and hyphens")]
    Code(u32, String),
    /// A code stands twice.
    #[error("version {0}: `{1}` stands twice")]
    Twice(u32, String),
    /// A text is missing in a language.
    #[error("version {0}: `{1}` has no label in `{2}`")]
    Label(u32, String, Language),
    /// A choice without choices, or choices where none belong.
    #[error("version {0}: `{1}` needs choices or a list, and only `choice` and `multi` have them")]
    Choices(u32, String),
    /// A smallest number above the largest, or on something else than a number.
    #[error("version {0}: `{1}` has bounds that no number meets")]
    Bounds(u32, String),
    /// A field on which the figures of the seed rest has a choice that they do not know.
    #[error("version {0}: `{1}` may offer only {2}")]
    Figures(u32, String, String),
    /// A field whose code changed its kind between versions.
    #[error("version {0}: `{1}` was of another kind before; give the new field another code")]
    Kind(u32, String),
}

fn is_code(text: &str) -> bool {
    let letter = |b: u8| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-' || b == b'/';
    !text.is_empty() && text.len() <= 60 && text.bytes().all(letter)
}

/// Words that the figures know of a field, whichever choices a set offers (seed 000; product row 3).
fn words_of_figures(code: &str) -> Option<Vec<&'static str>> {
    Some(match code {
        "entry-mode" => EntryMode::ALL.map(EntryMode::word).to_vec(),
        "requester-kind" => RequesterKind::ALL.map(RequesterKind::word).to_vec(),
        "referral-source" => ReferralSource::ALL.map(ReferralSource::word).to_vec(),
        "age-band" => AgeBand::ALL.map(AgeBand::word).to_vec(),
        "gender" => Gender::ALL.map(Gender::word).to_vec(),
        "disorder-status" => DisorderStatus::ALL.map(DisorderStatus::word).to_vec(),
        "satisfaction" => Satisfaction::ALL.map(Satisfaction::word).to_vec(),
        _ => return None,
    })
}

fn check_labels(version: u32, code: &str, labels: &Labels, faults: &mut Vec<FormFault>) {
    let missing =
        Language::ALL.into_iter().filter(|l| labels.get(l).is_none_or(|text| text.trim().is_empty()));
    faults.extend(missing.map(|language| FormFault::Label(version, code.to_owned(), language)));
}

fn check_choices(version: u32, field: &Field, faults: &mut Vec<FormFault>) {
    let mut seen = BTreeSet::new();
    for Choice { code, label } in &field.choices {
        let full = format!("{}/{code}", field.code);
        if !is_code(code) {
            faults.push(FormFault::Code(version, full.clone()));
        }
        if !seen.insert(code) {
            faults.push(FormFault::Twice(version, full.clone()));
        }
        check_labels(version, &full, label, faults);
    }
    let has_some = !field.choices.is_empty() || field.list.is_some();
    let has_both = !field.choices.is_empty() && field.list.is_some();
    let takes = matches!(field.kind, FieldKind::Choice | FieldKind::Multi);
    if has_some != takes || has_both {
        faults.push(FormFault::Choices(version, field.code.clone()));
    }
    if let Some(words) = words_of_figures(&field.code)
        && field.choices.iter().any(|choice| !words.contains(&choice.code.as_str()))
    {
        faults.push(FormFault::Figures(version, field.code.clone(), words.join(", ")));
    }
}

fn check_set(set: &FormSet, faults: &mut Vec<FormFault>) {
    let mut seen = BTreeSet::new();
    for field in &set.fields {
        if !is_code(&field.code) {
            faults.push(FormFault::Code(set.version, field.code.clone()));
        }
        if !seen.insert(&field.code) {
            faults.push(FormFault::Twice(set.version, field.code.clone()));
        }
        check_labels(set.version, &field.code, &field.label, faults);
        check_choices(set.version, field, faults);
        let bounded = field.min.is_some() || field.max.is_some();
        let crossed = field.min.zip(field.max).is_some_and(|(min, max)| min > max);
        if crossed || (bounded && field.kind != FieldKind::Number) {
            faults.push(FormFault::Bounds(set.version, field.code.clone()));
        }
    }
}

impl Forms {
    /// Everything that is wrong with the versions; empty when they can be used.
    pub fn faults(&self) -> Vec<FormFault> {
        let mut faults = Vec::new();
        if self.sets.is_empty() {
            faults.push(FormFault::Empty);
        }
        for (index, set) in self.sets.iter().enumerate() {
            let before = index.checked_sub(1).and_then(|i| self.sets.get(i));
            if set.version as usize != index + 1 || before.is_some_and(|b| b.since >= set.since) {
                faults.push(FormFault::Order(set.version));
            }
            check_set(set, &mut faults);
            for field in &set.fields {
                let earlier = self.sets[..index].iter().filter_map(|s| s.field(&field.code));
                if earlier.into_iter().any(|other| other.kind != field.kind) {
                    faults.push(FormFault::Kind(set.version, field.code.clone()));
                }
            }
        }
        faults
    }
}

#[cfg(test)]
mod tests {
    use super::super::tests::{field, set};
    use super::*;

    fn faults(fields: Vec<Field>) -> Vec<FormFault> {
        Forms::new(vec![set(1, "2026-01-01", fields)]).err().unwrap_or_default()
    }

    #[test]
    fn each_fault_is_found() {
        let text = || field("note", FieldKind::Text, &[]);
        assert!(faults(vec![text()]).is_empty());
        assert_eq!(faults(vec![text(), text()]), [FormFault::Twice(1, "note".into())]);
        assert_eq!(faults(vec![field("Note", FieldKind::Text, &[])]), [FormFault::Code(1, "Note".into())]);
        assert_eq!(faults(vec![field("a", FieldKind::Choice, &[])]), [FormFault::Choices(1, "a".into())]);
        assert_eq!(faults(vec![field("a", FieldKind::Text, &["b"])]), [FormFault::Choices(1, "a".into())]);
        assert_eq!(
            faults(vec![field("a", FieldKind::Multi, &["b", "b"])]),
            [FormFault::Twice(1, "a/b".into())]
        );
        let bounds = Field { min: Some(3), max: Some(2), ..field("n", FieldKind::Number, &[]) };
        assert_eq!(faults(vec![bounds]), [FormFault::Bounds(1, "n".into())]);
        let mut mute = text();
        mute.label.remove(&Language::Lb);
        assert_eq!(faults(vec![mute]), [FormFault::Label(1, "note".into(), Language::Lb)]);
    }

    #[test]
    fn the_fields_of_the_figures_keep_their_words() {
        assert!(faults(vec![field("age-band", FieldKind::Choice, &["under-12", "adult"])]).is_empty());
        let wrong = faults(vec![field("age-band", FieldKind::Choice, &["under-10"])]);
        assert!(matches!(&wrong[..], [FormFault::Figures(1, code, _)] if code == "age-band"));
    }

    #[test]
    fn versions_follow_each_other() {
        assert_eq!(Forms::new(vec![]), Err(vec![FormFault::Empty]));
        let two =
            |version, since| Forms::new(vec![set(1, "2026-01-01", vec![]), set(version, since, vec![])]);
        assert!(two(2, "2026-01-02").is_ok());
        assert_eq!(two(2, "2026-01-01"), Err(vec![FormFault::Order(2)]));
        assert_eq!(two(3, "2026-01-02"), Err(vec![FormFault::Order(3)]));
    }

    #[test]
    fn a_code_never_changes_its_kind() {
        let old = set(1, "2026-01-01", vec![field("x", FieldKind::Number, &[])]);
        let new = set(2, "2026-02-01", vec![field("x", FieldKind::Text, &[])]);
        assert_eq!(Forms::new(vec![old, new]), Err(vec![FormFault::Kind(2, "x".into())]));
    }
}
