//! Numbers of records, insurances, accounts: by check digits, by the words beside them, and long rows of digits.

use super::{Proposal, check_digits, pattern};
use crate::finding::{Evidence, Kind};
use crate::keep;
use regex::Regex;
use std::ops::Range;
use std::sync::LazyLock;

/// Rows of digits and letters with the separators that people put into numbers.
static ROWS: LazyLock<Vec<Regex>> = LazyLock::new(|| {
    [
        r"\b[12378]\s?\d{2}\s?\d{2}\s?(?:\d{2}|2[ABab])\s?\d{3}\s?\d{3}(?:\s?[/-]?\s?\d{2})?\b",
        r"\b(?:19|20)\d{2}[\s.\-]?\d{2}[\s.\-]?\d{2}[\s.\-]?\d{3}[\s.\-]?\d{1,2}\b",
        r"\b\d{2}\.\d{2}\.\d{2}[\s-]\d{3}[.\s]\d{2}\b",
        r"\b756\.?\d{4}\.?\d{4}\.?\d{2}\b",
        r"\b[A-Za-z]\s?\d{3}\s?\d{3}\s?\d{3}\b",
        r"\b[A-Za-z]{2}\d{2}(?:\s?[A-Za-z\d]{4}){3,7}(?:\s?[A-Za-z\d]{1,3})?\b",
        r"\b\d{3}[ -]\d{3}[ -]\d{3,4}\b",
        r"\b\d{2}\s?\d{6}\s?[A-Z]\s?\d{3}\b",
        r"\b\d{2,4}(?:[ .\-/]\d{2,4}){2,6}\b",
        r"\b\d{7,20}\b",
        r"\b[A-Z]{1,4}[-/]?\d{5,12}\b",
        r"\b\d{2,4}[-/]\d{4,9}\b",
    ]
    .iter()
    .map(|p| pattern(p))
    .collect()
});

static IN_CONTEXT: LazyLock<Vec<Regex>> = LazyLock::new(|| {
    let words = [
        r"dossier|fiche|r[ée]f(?:[ée]rence)?|n[°º](?:\s?(?:de |d['’])\w+)?|num[ée]ro(?:\s(?:de|d['’]|du)\s?\w+)*|ipp|nip|nda|iep|matricule|s[ée]cu(?:rit[ée] sociale)?|nir|immatriculation|identifiant|passeport|carte d['’]identit[ée]|s[ée]jour|pr[ée]l[èe]vement|[ée]chantillon|cns|adh[ée]rent",
        r"(?:kranken|patienten|fall)?akte|vorgang|referenz|ref|aktenzeichen|az|fall(?:nummer|nr)|patienten(?:nummer|nr|id)|pat-?nr|versicherten(?:nummer|nr)|versicherungs(?:nummer|nr)|kv-?nr|aufnahme(?:nummer|nr)|akten(?:nummer|nr)|sozialversicherungsnummer|ausweis(?:nummer|nr)?|proben?(?:nummer|nr)|kennnummer|nr|nummer|fall-?id|krankenkasse",
        r"mrn|file(?: number| no)?|ref(?:erence)?(?: number| no)?|medical record(?: number| no)?|record(?: number| no)?|chart(?: number| no)?|patient (?:id|number|no)|hospital (?:number|no)|nhs(?: number| no)?|ssn|insurance(?: number| no| id)?|policy(?: number| no)?|case (?:number|no|id)|account(?: number| no)?|passport(?: number| no)?|sample(?: number| id)?|specimen|accession(?: number| no)?|id",
        r"processo(?: cl[íi]nico)?|ficha|refer[êe]ncia|ref|utente|n\.?[º°](?:\s?(?:de|do|da)\s\w+)?|benefici[áa]rio|ap[óo]lice|nif|niss|cart[ãa]o(?: de cidad[ãa]o)?|contribuinte|epis[óo]dio|inscri[çc][ãa]o|amostra|bilhete de identidade",
        r"matrikel(?:nummer)?|d[oé]ssiersnummer|dossiersnummer|patientennummer|versécherungsnummer",
    ]
    .join("|");
    vec![
        pattern(&format!(
            r"(?i)\b(?:{words})(?:\.|\b)(?:\s?(?:n[°º.o]|nr\.?|no\.?|number|num[ée]ro|nummer|#))?\s{{0,2}}(?:est |ist |is |é |:|=|#|-|–)?\s{{0,2}}(?:le |la |die |o |a )?\s?(?P<all>[A-Z]{{0,4}}[-/.]?\d[A-Z\d]*(?:[ \-/.]?[A-Z\d]*\d[A-Z\d]*)*)"
        )),
        pattern(
            r"(?i)(?:\b(?:ipp|nip|mrn|utente|kvnr|nss|nir)|[#№])\s?[:=]?\s?(?P<all>[A-Z\d][A-Z\d\-/.]{2,})",
        ),
    ]
});

/// Numbers of records as houses write them: some letters, then five digits or more, in parts or not. Codes of genes, variants and
/// terms are kept before.
static CODED: LazyLock<Vec<Regex>> = LazyLock::new(|| {
    [r"\b[A-Z]{1,3}\d{5,6}\b", r"(?i)\b[A-Z]{1,3}[-/.]\d{3,6}[-/.]\d{2,4}\b"]
        .iter()
        .map(|p| pattern(p))
        .collect()
});

/// Rows of at least this many digits without a unit name somebody.
const LONG: usize = 7;

/// Numbers by check digits, by the words before them, and rows of seven digits or more without unit.
pub fn find(text: &str, kept: &[Range<usize>]) -> Vec<Proposal> {
    let mut out = Vec::new();
    for form in ROWS.iter() {
        for found in form.find_iter(text) {
            let compact: String = found.as_str().chars().filter(|c| c.is_ascii_alphanumeric()).collect();
            let digits = compact.chars().filter(char::is_ascii_digit).count();
            let evidence = match check_digits::scheme(&compact) {
                Some(scheme) => Evidence::CheckDigits(scheme),
                None if digits >= LONG => Evidence::Form,
                None => continue,
            };
            if !keep::touches(kept, &found.range()) {
                out.push(Proposal::new(found.start(), found.end(), Kind::Number, evidence));
            }
        }
    }
    for found in CODED.iter().flat_map(|p| p.find_iter(text)) {
        if !keep::touches(kept, &found.range()) {
            out.push(Proposal::new(found.start(), found.end(), Kind::Number, Evidence::Form));
        }
    }
    for captures in IN_CONTEXT.iter().flat_map(|p| p.captures_iter(text)) {
        let Some(found) = captures.name("all") else { continue };
        let digits = found.as_str().chars().filter(char::is_ascii_digit).count();
        if digits >= 4 && !keep::touches(kept, &found.range()) {
            out.push(Proposal::new(found.start(), found.end(), Kind::Number, Evidence::ContextWord));
        }
    }
    out
}
