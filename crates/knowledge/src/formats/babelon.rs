//! Translations of HPO terms: labels (Babelon TSV, whose column order differs between languages) and
//! the synonym table that the French translation brings beside it.

use super::FormatError;
use super::hpo::number;

/// Translated labels of one language.
#[derive(Debug, Default, Clone)]
pub struct Translations {
    /// ISO 639-1 code.
    pub language: String,
    /// `(term, label)`.
    pub labels: Vec<(u32, String)>,
}

/// Reads the file; rows marked `NOT_TRANSLATED` carry English and are passed over.
pub fn read(bytes: &[u8]) -> Result<Translations, FormatError> {
    let text = std::str::from_utf8(bytes).map_err(|_| FormatError::Encoding)?;
    let mut lines = text.lines();
    let header: Vec<&str> = lines.next().unwrap_or_default().split('\t').collect();
    let column =
        |name: &'static str| header.iter().position(|h| *h == name).ok_or(FormatError::MissingColumn(name));
    let (subject, language, predicate) =
        (column("subject_id")?, column("translation_language")?, column("predicate_id")?);
    let (value, status) = (column("translation_value")?, column("translation_status")?);
    let mut out = Translations::default();
    for line in lines {
        let cells: Vec<&str> = line.split('\t').collect();
        let cell = |i: usize| cells.get(i).copied().unwrap_or_default().trim();
        if cell(predicate) != "rdfs:label" || cell(status) == "NOT_TRANSLATED" || cell(value).is_empty() {
            continue;
        }
        if out.language.is_empty() {
            cell(language).clone_into(&mut out.language);
        }
        if let Some(id) = number(cell(subject)) {
            out.labels.push((id, cell(value).trim_matches('"').to_owned()));
        }
    }
    if out.labels.is_empty() {
        return Err(FormatError::Empty("translated label"));
    }
    Ok(out)
}

/// Reads a synonym table: a header, a second line that names the property and its language
/// (`AL oboInOwl:hasExactSynonym@fr`), then a synonym per line.
pub fn read_synonyms(bytes: &[u8]) -> Result<Translations, FormatError> {
    let text = std::str::from_utf8(bytes).map_err(|_| FormatError::Encoding)?;
    let mut lines = text.lines();
    let header: Vec<&str> = lines.next().unwrap_or_default().split('\t').map(str::trim).collect();
    let column =
        |name: &'static str| header.iter().position(|h| *h == name).ok_or(FormatError::MissingColumn(name));
    let (subject, value) = (column("subject_id")?, column("translation_value")?);
    let status = header.iter().position(|h| h.eq_ignore_ascii_case("status"));
    let mut out = Translations::default();
    for line in lines {
        let cells: Vec<&str> = line.split('\t').collect();
        let cell = |i: usize| cells.get(i).copied().unwrap_or_default().trim();
        if cell(subject) == "ID" {
            out.language = cell(value).rsplit_once('@').map_or_else(String::new, |(_, l)| l.to_owned());
        } else if status.map(cell) != Some("NOT_TRANSLATED")
            && !cell(value).is_empty()
            && let Some(id) = number(cell(subject))
        {
            out.labels.push((id, cell(value).trim_matches('"').to_owned()));
        }
    }
    if out.language.is_empty() {
        return Err(FormatError::Empty("language of the synonyms"));
    }
    if out.labels.is_empty() {
        return Err(FormatError::Empty("translated synonym"));
    }
    Ok(out)
}

#[cfg(test)]
mod tests {
    #[test]
    fn a_synonym_table_names_its_language_in_the_second_line() {
        let tsv = "subject_id\ttranslation_value\tcomment\tStatus\tLine number\n\
                   ID\tAL oboInOwl:hasExactSynonym@fr\t\t\t\nHP:0000002\tSigne\t\tCANDIDATE\t1\n\
                   HP:0000003\tSign\t\tNOT_TRANSLATED\t2\n";
        let read = super::read_synonyms(tsv.as_bytes()).expect("readable");
        assert_eq!((read.language.as_str(), read.labels.len()), ("fr", 1));
    }

    #[test]
    fn labels_are_found_by_column_name_and_untranslated_rows_skipped() {
        let tsv = "translation_language\ttranslation_value\tsubject_id\tpredicate_id\ttranslation_status\n\
                   de\tZeichen\tHP:0000002\trdfs:label\tCANDIDATE\n\
                   de\tText\tHP:0000002\tIAO:0000115\tOFFICIAL\n\
                   de\tSign\tHP:0000003\trdfs:label\tNOT_TRANSLATED\n";
        let read = super::read(tsv.as_bytes()).expect("readable");
        assert_eq!(read.language, "de");
        assert_eq!(read.labels, [(2, "Zeichen".to_owned())]);
    }
}
