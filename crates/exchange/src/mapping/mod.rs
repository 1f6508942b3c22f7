//! Which column of a spreadsheet says what: written by the operator, checked before anything is read.

pub(crate) mod date;

pub use date::DateFormats;

use ariane_domain::enquiry::form::{Field, FieldKind, FormSet};
use ariane_knowledge::fold;
use serde::Deserialize;
use std::collections::{BTreeMap, BTreeSet};

/// What a column gives that is no field of the form.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Given {
    /// Day, or day and time, on which the request came in. Required.
    ReceivedOn,
    /// Time of day, where it stands in a column of its own.
    ReceivedTime,
    /// Day, or day and time, of the first reply.
    RepliedOn,
    /// What became of the request.
    Outcome,
    /// The helpline's own number of the request.
    Reference,
    /// Name of the requester. Kept sealed.
    Name,
    /// Mail address of the requester. Kept sealed.
    Mail,
    /// Telephone number of the requester. Kept sealed.
    Phone,
    /// Birth date of the person concerned. Kept sealed.
    BirthDate,
}

impl Given {
    /// All of them.
    pub const ALL: [Given; 9] = [
        Self::ReceivedOn,
        Self::ReceivedTime,
        Self::RepliedOn,
        Self::Outcome,
        Self::Reference,
        Self::Name,
        Self::Mail,
        Self::Phone,
        Self::BirthDate,
    ];

    /// Stable word, as in the mapping.
    pub const fn word(self) -> &'static str {
        match self {
            Self::ReceivedOn => "received-on",
            Self::ReceivedTime => "received-time",
            Self::RepliedOn => "replied-on",
            Self::Outcome => "outcome",
            Self::Reference => "reference",
            Self::Name => "name",
            Self::Mail => "mail",
            Self::Phone => "phone",
            Self::BirthDate => "birth-date",
        }
    }

    /// Reads [`Given::word`].
    pub fn from_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|one| one.word() == word)
    }
}

/// One column of the mapping.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Column {
    /// Header, as in the file; case and accents don't matter.
    pub name: String,
    /// Code of a field of the form, or a word of [`Given`].
    #[serde(default)]
    pub field: String,
    /// Whether the column is knowingly left out.
    #[serde(default)]
    pub ignore: bool,
    /// What is written in the file, and the code that it stands for.
    #[serde(default)]
    pub values: BTreeMap<String, String>,
    /// Code for what is not among the values; without it such a cell refuses the row.
    #[serde(default)]
    pub otherwise: String,
    /// Code for an empty cell.
    #[serde(default)]
    pub empty: String,
    /// For `age-band`: the cells hold ages in years.
    #[serde(default)]
    pub ages: bool,
    /// For a field of several choices spread over columns: the code that a mark in this column stands for.
    #[serde(default)]
    pub mark: String,
    /// Characters between several values of one cell; semicolon, bar and new line without it.
    #[serde(default)]
    pub separator: String,
    /// How dates are written, when otherwise than in the rest of the file: `%d.%m.%Y`.
    #[serde(default)]
    pub date_format: String,
}

/// A mapping.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Mapping {
    /// Version of the form under which the requests are recorded.
    pub form: u32,
    /// Sheet of a workbook; empty for the first visible.
    #[serde(default)]
    pub sheet: String,
    /// Row of the headers; without it the first that is not empty.
    #[serde(default)]
    pub header_row: Option<u64>,
    /// How dates are written as text; `%d/%m/%Y`, `%d.%m.%Y` and `%Y-%m-%d` without it.
    #[serde(default)]
    pub date_format: String,
    /// Figures that are known from elsewhere, to hold the import against: `rows`, or `field=code`.
    #[serde(default)]
    pub expected: BTreeMap<String, u64>,
    /// Codes of fields that hold for every row without a value of its own: `entry-mode = "mail"` for a file of mails.
    #[serde(default)]
    pub constants: BTreeMap<String, String>,
    /// Columns.
    #[serde(rename = "column", default)]
    pub columns: Vec<Column>,
}

/// What is wrong with a mapping.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum MappingFault {
    /// Not the notation of the file.
    #[error("the mapping cannot be read: {0}")]
    Notation(String),
    /// No such version of the form.
    #[error("there is no version {0} of the form")]
    Version(u32),
    /// No column gives the day of receipt.
    #[error("no column is mapped to `received-on`; a request without its day cannot be counted")]
    NoDay,
    /// A column is neither mapped nor left out.
    #[error("column `{0}` has no field; write a field, or `ignore = true`")]
    Undecided(String),
    /// No such field.
    #[error("column `{0}`: version {2} of the form has no field `{1}`")]
    UnknownField(String, String, u32),
    /// A translation leads to a code that the field does not offer.
    #[error("column `{0}`: the field does not offer `{1}`")]
    UnknownCode(String, String),
    /// Two columns give one field, which takes one value.
    #[error("columns give `{0}` twice")]
    Twice(String),
    /// A header of the mapping stands twice in it.
    #[error("column `{0}` stands twice in the mapping")]
    ColumnTwice(String),
    /// The file has no such header.
    #[error("the file has no column `{0}`")]
    Missing(String),
    /// The file has a header twice.
    #[error("the file has column `{0}` twice; rename one")]
    HeaderTwice(String),
    /// The file has a column of which the mapping says nothing.
    #[error("the mapping says nothing of column `{0}`; map it, or write `ignore = true`")]
    Unmentioned(String),
    /// A column with content has no header.
    #[error("column {0} of the file has no header")]
    NoHeader(usize),
    /// Only `age-band` has ages, only fields of several choices have marks.
    #[error("column `{0}`: `{1}` does not fit the field")]
    Setting(String, &'static str),
    /// A date format that cannot be read.
    #[error("`{0}` is not a date format; write it like %d/%m/%Y")]
    DateFormat(String),
}

/// The form of a header or value in which two are compared.
pub(crate) fn key(text: &str) -> String {
    // "<12" and ">12" are told apart by signs that folding drops.
    let signs: String =
        text.chars().filter(|c| matches!(c, '<' | '>' | '≤' | '≥' | '+' | '-' | '–')).collect();
    format!("{}{}", fold::key(text), signs)
}

impl Mapping {
    /// Reads a mapping, without checking it.
    ///
    /// # Errors
    /// [`MappingFault::Notation`].
    pub fn parse(text: &str) -> Result<Self, MappingFault> {
        toml::from_str(text).map_err(|fault| MappingFault::Notation(fault.to_string()))
    }

    /// What is wrong with the mapping against the version of the form that it names.
    pub fn faults(&self, form: Option<&FormSet>) -> Vec<MappingFault> {
        let Some(form) = form else { return vec![MappingFault::Version(self.form)] };
        let mut faults = Vec::new();
        let (mut headers, mut fields) = (BTreeSet::new(), BTreeSet::new());
        for column in &self.columns {
            if !headers.insert(key(&column.name)) {
                faults.push(MappingFault::ColumnTwice(column.name.clone()));
            }
            if column.ignore {
                continue;
            }
            let marks_one_of_several = !column.mark.is_empty();
            if !column.field.is_empty() && !fields.insert(column.field.as_str()) && !marks_one_of_several {
                faults.push(MappingFault::Twice(column.field.clone()));
            }
            faults.extend(column.faults(form));
        }
        for (code, value) in &self.constants {
            match form.field(code) {
                None => {
                    faults.push(MappingFault::UnknownField("constants".into(), code.clone(), form.version))
                }
                Some(field) if !takes(field, value) => {
                    faults.push(MappingFault::UnknownCode("constants".into(), value.clone()));
                }
                Some(_) => {}
            }
        }
        if !fields.contains(Given::ReceivedOn.word()) {
            faults.push(MappingFault::NoDay);
        }
        for format in std::iter::once(&self.date_format).chain(self.columns.iter().map(|c| &c.date_format)) {
            if !format.is_empty() && !date::is_format(format) {
                faults.push(MappingFault::DateFormat(format.clone()));
            }
        }
        faults
    }

    /// Holds the mapping against the headers of a file: the place of each mapped column, in the mapping's order.
    ///
    /// # Errors
    /// Every header that is missing, twice there, or of which the mapping says nothing.
    pub fn places(&self, headers: &[String]) -> Result<Vec<Option<usize>>, Vec<MappingFault>> {
        let keys: Vec<String> = headers.iter().map(|header| key(header)).collect();
        let mut faults = Vec::new();
        let mut places = Vec::new();
        for column in &self.columns {
            let wanted = key(&column.name);
            let mut found = keys.iter().enumerate().filter(|(_, key)| **key == wanted).map(|(at, _)| at);
            let place = found.next();
            if place.is_none() && !column.ignore {
                faults.push(MappingFault::Missing(column.name.clone()));
            }
            if found.next().is_some() {
                faults.push(MappingFault::HeaderTwice(column.name.clone()));
            }
            places.push(place.filter(|_| !column.ignore));
        }
        let known: BTreeSet<String> = self.columns.iter().map(|column| key(&column.name)).collect();
        let unknown =
            headers.iter().zip(&keys).filter(|(header, key)| !header.is_empty() && !known.contains(*key));
        faults
            .extend(unknown.map(|(header, _)| MappingFault::Unmentioned(header.chars().take(80).collect())));
        if faults.is_empty() { Ok(places) } else { Err(faults) }
    }

    /// How dates are written in a column.
    pub fn dates(&self, column: &Column) -> DateFormats {
        DateFormats::new(if column.date_format.is_empty() { &self.date_format } else { &column.date_format })
    }
}

impl Column {
    fn faults(&self, form: &FormSet) -> Vec<MappingFault> {
        let name = || self.name.clone();
        if self.field.is_empty() {
            return vec![MappingFault::Undecided(name())];
        }
        if Given::from_word(&self.field).is_some() {
            let unfit = self.ages.then_some("ages").or((!self.mark.is_empty()).then_some("mark"));
            return unfit.map(|setting| MappingFault::Setting(name(), setting)).into_iter().collect();
        }
        let Some(field) = form.field(&self.field) else {
            return vec![MappingFault::UnknownField(name(), self.field.clone(), form.version)];
        };
        let mut faults = Vec::new();
        if self.ages && self.field != "age-band" {
            faults.push(MappingFault::Setting(name(), "ages"));
        }
        if !self.mark.is_empty() && field.kind != FieldKind::Multi {
            faults.push(MappingFault::Setting(name(), "mark"));
        }
        let codes = self.values.values().chain([&self.otherwise, &self.empty, &self.mark]);
        let wrong = codes.filter(|code| !code.is_empty() && !takes(field, code));
        faults.extend(wrong.map(|code| MappingFault::UnknownCode(name(), code.clone())));
        faults
    }
}

/// Whether a field takes a code as a translated value.
fn takes(field: &Field, code: &str) -> bool {
    match field.kind {
        FieldKind::Choice | FieldKind::Multi => field.offers(code),
        FieldKind::YesNo => matches!(code, "yes" | "no"),
        FieldKind::Number => code.parse::<i64>().is_ok(),
        FieldKind::Text | FieldKind::Date => true,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use ariane_knowledge::starter::enquiry_form;

    fn faults(columns: &str) -> Vec<MappingFault> {
        let mapping = Mapping::parse(&format!("form = 1\n{columns}")).unwrap();
        mapping.faults(enquiry_form::forms().version(mapping.form))
    }

    const DAY: &str = "[[column]]\nname = 'Date'\nfield = 'received-on'\n";

    #[test]
    fn a_mapping_is_checked_against_the_form() {
        assert!(faults(DAY).is_empty());
        assert_eq!(faults(""), [MappingFault::NoDay]);
        let with = |text: &str| faults(&format!("{DAY}[[column]]\nname = 'X'\n{text}"));
        assert!(with("ignore = true").is_empty());
        assert_eq!(with(""), [MappingFault::Undecided("X".into())]);
        assert_eq!(with("field = 'colour'"), [MappingFault::UnknownField("X".into(), "colour".into(), 1)]);
        assert_eq!(with("field = 'received-on'"), [MappingFault::Twice("received-on".into())]);
        let code = with("field = 'age-band'\nvalues = { a = 'adult', b = 'old' }");
        assert_eq!(code, [MappingFault::UnknownCode("X".into(), "old".into())]);
        assert_eq!(with("field = 'gender'\nages = true"), [MappingFault::Setting("X".into(), "ages")]);
        assert_eq!(with("field = 'gender'\nmark = 'female'"), [MappingFault::Setting("X".into(), "mark")]);
        assert_eq!(with("field = 'name'\ndate_format = '%Q'"), [MappingFault::DateFormat("%Q".into())]);
    }

    #[test]
    fn several_columns_may_mark_one_field_of_several_choices() {
        let marks = "[[column]]\nname = 'A'\nfield = 'needs'\nmark = 'information'\n[[column]]\nname = 'B'\nfield = 'needs'\nmark = 'reimbursement'\n";
        assert!(faults(&format!("{DAY}{marks}")).is_empty());
    }

    #[test]
    fn constants_are_codes_of_the_form() {
        let with = |constant: &str| {
            let mapping = Mapping::parse(&format!("form = 1\nconstants = {{ {constant} }}\n{DAY}")).unwrap();
            mapping.faults(enquiry_form::forms().version(1))
        };
        assert!(with("entry-mode = 'mail'").is_empty());
        assert_eq!(with("entry-mode = 'fax'"), [MappingFault::UnknownCode("constants".into(), "fax".into())]);
        assert!(matches!(with("colour = 'x'")[..], [MappingFault::UnknownField(..)]));
    }

    #[test]
    fn an_unknown_version_or_notation_is_named() {
        let mapping = Mapping::parse("form = 7").unwrap();
        assert_eq!(mapping.faults(enquiry_form::forms().version(7)), [MappingFault::Version(7)]);
        assert!(matches!(Mapping::parse("form = 'x'"), Err(MappingFault::Notation(_))));
        assert!(matches!(Mapping::parse("form = 1\nfrom = 2"), Err(MappingFault::Notation(_))));
    }

    #[test]
    fn every_header_is_accounted_for() {
        let mapping =
            Mapping::parse(&format!("form = 1\n{DAY}[[column]]\nname = 'Âge'\nignore = true\n")).unwrap();
        let places =
            |headers: &[&str]| mapping.places(&headers.iter().map(|h| (*h).to_owned()).collect::<Vec<_>>());
        assert_eq!(places(&["age", "DATE"]), Ok(vec![Some(1), None]));
        assert_eq!(places(&["Age"]), Err(vec![MappingFault::Missing("Date".into())]));
        assert_eq!(places(&["Date", "Sexe"]), Err(vec![MappingFault::Unmentioned("Sexe".into())]));
        assert_eq!(places(&["Date", "date"]), Err(vec![MappingFault::HeaderTwice("Date".into())]));
    }
}
