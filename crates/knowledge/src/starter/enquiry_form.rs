//! The fields asked of a request, with their versions: `starter/enquiry_form.toml`.

use ariane_domain::enquiry::form::{FormFault, Forms};

/// Why a file of form versions is not taken.
#[derive(Debug, thiserror::Error)]
pub enum FormsFault {
    /// Not the notation of the file.
    #[error("the form cannot be read: {0}")]
    Notation(#[from] toml::de::Error),
    /// Readable, and wrong.
    #[error("the form cannot be used: {}", .0.iter().map(ToString::to_string).collect::<Vec<_>>().join("; "))]
    Content(Vec<FormFault>),
}

/// Reads versions of the form: an installation may put its own file in place of the starter's.
///
/// # Errors
/// [`FormsFault`] with everything that is wrong.
pub fn parse(text: &str) -> Result<Forms, FormsFault> {
    let forms: Forms = toml::from_str(text)?;
    let faults = forms.faults();
    if faults.is_empty() { Ok(forms) } else { Err(FormsFault::Content(faults)) }
}

/// The versions that come with the program.
pub fn forms() -> Forms {
    parse(&String::from_utf8_lossy(&super::file("enquiry_form.toml"))).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;
    use ariane_domain::Language;
    use ariane_domain::enquiry::form::FieldKind;
    use ariane_domain::enquiry::{AgeBand, EntryMode, Profile, ReferralSource, Satisfaction};

    #[test]
    fn the_starter_form_can_be_used() {
        let text = String::from_utf8_lossy(&crate::starter::file("enquiry_form.toml")).into_owned();
        assert!(parse(&text).is_ok(), "{}", parse(&text).unwrap_err());
    }

    #[test]
    fn the_first_version_asks_for_the_whole_profile_and_names_its_sources() {
        let forms = forms();
        let first = forms.version(1).unwrap();
        for code in Profile::FIELDS {
            assert!(first.field(code).is_some(), "{code}");
        }
        assert!(first.fields.iter().all(|field| !field.source.is_empty()));
    }

    #[test]
    fn all_words_of_the_seed_are_offered() {
        let forms = forms();
        let offers = |field: &str, word: &str| forms.version(1).unwrap().field(field).unwrap().offers(word);
        assert!(EntryMode::ALL.iter().all(|w| offers("entry-mode", w.word())));
        assert!(ReferralSource::ALL.iter().all(|w| offers("referral-source", w.word())));
        assert!(AgeBand::ALL.iter().all(|w| offers("age-band", w.word())));
        assert!(Satisfaction::ALL.iter().all(|w| offers("satisfaction", w.word())));
    }

    #[test]
    fn coded_fields_are_clear_and_free_text_is_sealed() {
        for field in &forms().version(1).unwrap().fields {
            assert_eq!(field.is_sealed(), field.kind == FieldKind::Text, "{}", field.code);
        }
    }

    #[test]
    fn labels_are_in_the_five_languages() {
        let forms = forms();
        assert_eq!(forms.shown(1, "entry-mode", "mail", Language::Fr).text, "Mail");
        assert_eq!(forms.field_label(1, "age-band", Language::De), "Alter der betroffenen Person");
    }

    #[test]
    fn a_wrong_file_says_what_is_wrong() {
        assert!(matches!(parse("form = 1"), Err(FormsFault::Notation(_))));
        assert!(parse("").unwrap_err().to_string().contains("no version"));
    }
}
