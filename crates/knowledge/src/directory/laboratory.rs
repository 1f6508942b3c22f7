//! The columns of the directory template that laboratories fill in (duty D41).
//!
//! | column | content |
//! |---|---|
//! | `tests` | tests as the laboratory names them, separated by `|`, each with the ORPHA codes it is for at its end |
//! | `accreditation` | as published, e.g. `ISO 15189` |
//! | `turnaround_days` | days from sample to result: `14`, or `14-28` |
//! | `prescriber` | who may ask for a test: `doctor` `specialist` `geneticist`, separated by spaces |
//! | `request_form` | address of the request form |

use super::cells::{kept, web_address, words};
use crate::starter::table::{Row, TableError};
use ariane_domain::OrphaCode;
use ariane_domain::organisation::{Kind, Laboratory, LaboratoryTest, Prescriber};

/// The columns, in order, after those of the directory template.
pub const COLUMNS: [&str; 5] = ["tests", "accreditation", "turnaround_days", "prescriber", "request_form"];

/// Reads the columns; none when all are empty. Only laboratories may fill them in.
pub(crate) fn read(
    row: &Row,
    kind: Option<Kind>,
    keep: &mut impl FnMut(Result<(), TableError>),
) -> Option<Laboratory> {
    let filled = COLUMNS.iter().find(|column| !row.get(column).is_empty())?;
    if kind.is_some_and(|k| k != Kind::Laboratory) {
        keep(Err(row.error(filled, "only a row of kind laboratory has this")));
        return None;
    }
    let tests = row.get("tests").split('|').map(str::trim).filter(|t| !t.is_empty());
    Some(Laboratory {
        tests: tests.filter_map(|text| kept(test(row, text), keep)).collect(),
        accreditation: row.get("accreditation").to_owned(),
        turnaround_days: kept(days(row), keep).flatten(),
        prescribers: words(
            row,
            "prescriber",
            |word| Prescriber::ALL.into_iter().find(|p| p.word() == word),
            &Prescriber::ALL.map(Prescriber::word).join(", "),
            keep,
        ),
        request_form: kept(web_address(row, "request_form"), keep).unwrap_or_default(),
    })
}

/// `CFTR, common variants ORPHA:586`: the name, then codes.
fn test(row: &Row, text: &str) -> Result<LaboratoryTest, TableError> {
    let words: Vec<&str> = text.split_whitespace().collect();
    let is_code = |word: &&&str| word.to_ascii_uppercase().starts_with("ORPHA:");
    let codes = words.iter().rev().take_while(is_code).count();
    let (name, codes) = words.split_at(words.len() - codes);
    if name.is_empty() {
        return Err(row.error("tests", "a test needs a name before its codes"));
    }
    let mut disorders = Vec::new();
    for code in codes {
        disorders.push(code.parse::<OrphaCode>().map_err(|e| row.error("tests", e.to_string()))?);
    }
    Ok(LaboratoryTest { name: name.join(" "), disorders })
}

fn days(row: &Row) -> Result<Option<(u16, u16)>, TableError> {
    let text = row.get("turnaround_days");
    if text.is_empty() {
        return Ok(None);
    }
    let (from, to) = text.split_once('-').unwrap_or((text, text));
    match (from.trim().parse::<u16>(), to.trim().parse::<u16>()) {
        (Ok(from), Ok(to)) if 0 < to && from <= to && to <= 1000 => Ok(Some((from, to))),
        _ => Err(row.error("turnaround_days", "days such as 14, or 14-28, are expected")),
    }
}

/// The cells of the columns, as [`read`] reads them.
pub(crate) fn cells(laboratory: Option<&Laboratory>) -> [String; 5] {
    let Some(laboratory) = laboratory else { return Default::default() };
    let test = |t: &LaboratoryTest| {
        let codes = t.disorders.iter().map(|code| format!(" {code}"));
        std::iter::once(t.name.clone()).chain(codes).collect::<String>()
    };
    [
        laboratory.tests.iter().map(test).collect::<Vec<_>>().join(" | "),
        laboratory.accreditation.clone(),
        match laboratory.turnaround_days {
            None => String::new(),
            Some((from, to)) if from == to => from.to_string(),
            Some((from, to)) => format!("{from}-{to}"),
        },
        laboratory.prescribers.iter().map(|p| p.word()).collect::<Vec<_>>().join(" "),
        laboratory.request_form.clone(),
    ]
}
