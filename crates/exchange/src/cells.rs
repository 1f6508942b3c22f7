//! What single cells say, translated by the mapping.

use crate::mapping::{Column, DateFormats, key};
use crate::table::{Cell, SourceRow};
use ariane_domain::enquiry::AgeBand;
use ariane_domain::enquiry::form::{Field, FieldFault, FieldKind};

/// A row that holds sums: it begins with "Total" and the like, and the day is missing.
pub(crate) fn is_sum(row: &SourceRow) -> bool {
    let first = row.cells.iter().find(|cell| !cell.is_empty());
    let word = first.map(|cell| ariane_knowledge::fold::key(&cell.text())).unwrap_or_default();
    let word = word.split(' ').next().unwrap_or_default();
    matches!(word, "total" | "totaux" | "totals" | "somme" | "summe" | "gesamt" | "soma" | "sum" | "zomm")
}

/// A cell translated by the mapping; as it stands when the mapping has no translation.
pub(crate) fn translated(column: &Column, text: &str) -> String {
    if text.is_empty() {
        return column.empty.clone();
    }
    let wanted = key(text);
    let found =
        column.values.iter().find(|(written, _)| key(written) == wanted).map(|(_, code)| code.clone());
    found.unwrap_or_else(|| text.to_owned())
}

/// What to write instead of a value that a field does not take, without repeating the value.
pub(crate) fn instead(fault: &FieldFault) -> String {
    match fault {
        FieldFault::UnknownChoice(_) => "a value that the form offers".into(),
        other => other.to_string(),
    }
}

/// The values that a cell submits for a field of the form.
pub(crate) fn values(
    field: &Field,
    column: &Column,
    cell: &Cell,
    dates: &DateFormats,
) -> Result<Vec<String>, String> {
    let text = cell.text();
    if !column.mark.is_empty() {
        let unmarked = matches!(key(&text).as_str(), "" | "0" | "non" | "no" | "nein" | "nao" | "nee" | "-");
        return Ok(if unmarked { Vec::new() } else { vec![column.mark.clone()] });
    }
    if text.is_empty() {
        return Ok(Some(column.empty.clone()).filter(|code| !code.is_empty()).into_iter().collect());
    }
    match field.kind {
        FieldKind::Text => Ok(vec![text]),
        FieldKind::Date => match dates.read(cell) {
            Some((day, _)) => Ok(vec![day.to_string()]),
            None => Err(dates.expected()),
        },
        FieldKind::Choice if column.ages => {
            if let Ok(years) = text.trim().parse::<f64>()
                && (0.0..=130.0).contains(&years)
            {
                return Ok(vec![AgeBand::of_age(years as u32).word().to_owned()]);
            }
            coded(field, column, &text).map(|code| vec![code]).map_err(|_| "an age in years, 0 to 130".into())
        }
        FieldKind::Multi => {
            if let Ok(code) = coded(field, column, &text) {
                return Ok(vec![code]);
            }
            let separator = |c: char| match column.separator.as_str() {
                "" => matches!(c, ';' | '|' | '\n'),
                own => own.contains(c),
            };
            let parts = text.split(separator).map(str::trim).filter(|part| !part.is_empty());
            parts.map(|part| coded(field, column, part)).collect()
        }
        FieldKind::Choice | FieldKind::YesNo | FieldKind::Number => {
            coded(field, column, &text).map(|code| vec![code])
        }
    }
}

/// The code of one value: translated, or as the form itself writes it.
pub(crate) fn coded(field: &Field, column: &Column, text: &str) -> Result<String, String> {
    let code = translated(column, text);
    let otherwise = || Some(column.otherwise.clone()).filter(|code| !code.is_empty());
    match field.kind {
        FieldKind::Number => Ok(code),
        FieldKind::YesNo => match key(&code).as_str() {
            "yes" | "oui" | "ja" | "sim" | "jo" | "x" | "1" | "true" | "vrai" => Ok("yes".into()),
            "no" | "non" | "nein" | "nao" | "nee" | "0" | "false" | "faux" => Ok("no".into()),
            _ => otherwise().ok_or_else(|| "yes or no".into()),
        },
        _ if field.offers(&code) => Ok(field.list.and_then(|list| list.code(&code)).unwrap_or(code)),
        _ => otherwise().ok_or_else(|| {
            let offered: Vec<&str> = field.choices.iter().map(|choice| choice.code.as_str()).collect();
            match (offered.as_slice(), field.list) {
                ([], Some(list)) => {
                    format!("a code of the list `{}`, or translate the value in the mapping", list.word())
                }
                (offered, _) => {
                    format!("one of {}, or translate the value in the mapping", offered.join(", "))
                }
            }
        }),
    }
}
