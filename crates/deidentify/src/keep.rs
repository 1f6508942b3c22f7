//! What looks like a number or a name and must stay: codes, variants, genes, measured values, doses.

use crate::structured::pattern;
use regex::Regex;
use std::ops::Range;
use std::sync::LazyLock;

/// Codes and variants. Sources of the forms: HGVS nomenclature (hgvs-nomenclature.org), ISCN, orphacode.org,
/// omim.org, hpo.jax.org, clinicaltrials.gov.
static CODES: LazyLock<Vec<Regex>> = LazyLock::new(|| {
    [
        r"\b[NXL][CGMPRW]_\d{4,12}(?:\.\d{1,2})?(?:\([\w-]+\))?(?::\s?[cgmnpr]\.\S+)?",
        r"\bENS[GTPE]\d{11}(?:\.\d+)?(?::\s?[cgmnpr]\.\S+)?",
        r"\b[cgmnr]\.[-*(]?\d[\w*+\-_?>=()]*",
        r"\bp\.\(?\[?(?:[A-Z][a-z]{2}|[A-Z*])\d[\w*=?]*\)?",
        r"(?i)\bchr(?:omosome)?\s?[\dXYM]{1,2}\s?:\s?(?:g\.)?[\d,.']+(?:\s?[-–_]\s?[\d,.']+)?",
        r"\b(?:GRCh|hg)\d{2}\b",
        r"\((?:\d{6,9})\s?[-–_x]\s?\d{6,9}\)(?:x\d)?",
        r"\b\d{1,2}[pq]\d{1,2}(?:\.\d{1,2})*(?:[pq]?\d{1,2}(?:\.\d+)*)?\b",
        r"\b4[5-9],\s?[XY]{1,4}\S*",
        r"(?i)\b(?:ORPHA(?:NET)?|ORPHAcode|OMIM|MIM|HP|MONDO|DOID|SNOMED|ICD|CIM|CID|PMID|DOI|UMLS|HGNC|ClinVar|EudraCT|NCT|CTIS)\s?(?:[:#]|n°)?\s?(?:-?10|-?11)?\s?[:#]?\s?[A-Z]{0,3}\d[\d.\-]*",
        r"(?i)\bNCT\d{8}\b",
        r"\brs\d{3,12}\b",
        r"\b[A-TV-Z]\d{2}(?:\.\d{1,2})\b",
    ]
    .iter()
    .map(|p| pattern(p))
    .collect()
});

/// A number with a unit, a scale, a ratio, a pressure, a percentage, a duration.
static VALUES: LazyLock<Vec<Regex>> = LazyLock::new(|| {
    let unit = r"(?:(?:%|‰|°C|°|/\s?(?:mm3|mm³|µl|μl|mL|ml|dl|dL|l|L|h|j|d|kg|jour|Tag|day|dia|min|mm)\b)|(?:mm\s?Hg|cm\s?H2O|[kmµμnpfcd]?g|[mµμnpcd]?[lL]|[kcmµμn]?m|[mµμnp]?mol|m?U\s?I?|UI|IU|I\.E|IE|[km]?Da|k?cal|kJ|m?Eq|ppm|bpm|bat|Hz|kHz|k?V|mV|µV|mSv|Gy|kPa|dB|pb|bp|kb|Mb|cM|ms|sec|s|min|h|x|fois|mal|times|vezes|copies|Kopien|cópias|cells?|cellules|Zellen|células|ans?|mois|semaines?|jours?|heures?|SA|SG|Jahre?n?|Monate?n?|Wochen?|Tagen?|Stunden|years?|months?|weeks?|days?|hours?|anos?|meses|mês|semanas?|dias?|horas?|Joer|Méint|Deeg|gouttes|Tropfen|drops|gotas|comprimés?|cp|Tabl?|tablets?|comprimidos?|points?|Punkte|pontos|[GT]/[lL])\b)";
    [
        format!(r"(?:[<>≤≥=~±]\s?)?\d+(?:[ .,’']\d{{3}})*(?:[.,]\d+)?(?:\s?(?:[-–/x×]|à|bis|to|a)\s?\d+(?:[.,]\d+)?)?\s?{unit}(?:\s?/\s?(?:[kmµμ]?g|m?[lL]|dl|dL|mm3|mm³|m2|m²|h|j|d|kg|jour|Tag|day|dia|min|an|Jahr|year|ano|semaine|Woche|week))*"),
        r"\b\d{2,3}\s?/\s?\d{2,3}\s?(?:mm\s?Hg|mmHg)".to_owned(),
        r"(?i)\b(?:TA|PA|RR|BP|IMC|BMI|HbA1c|CRP|Hb|INR|pH|TSH|IQ|QI|APGAR|score|scores)\s?[:=]?\s?(?:de |à |of |von )?\d+(?:[.,/]\d+)*".to_owned(),
        r"\b10\s?\^\s?\d+".to_owned(),
    ]
    .iter()
    .map(|p| pattern(p))
    .collect()
});

/// Spans in which no number, date or name is looked for, in the order of the text.
///
/// What the case file knows is taken out of them all the same.
pub fn spans(text: &str) -> Vec<Range<usize>> {
    let mut out: Vec<Range<usize>> = CODES
        .iter()
        .chain(VALUES.iter())
        .flat_map(|r| r.find_iter(text).map(|m| m.range()))
        .filter(|r| !r.is_empty())
        .collect();
    out.sort_by_key(|r| (r.start, r.end));
    out.dedup_by(|next, before| {
        let joined = next.start <= before.end;
        if joined {
            before.end = before.end.max(next.end);
        }
        joined
    });
    out
}

/// Whether any of the ordered, disjoint `spans` touches `range`.
pub fn touches(spans: &[Range<usize>], range: &Range<usize>) -> bool {
    let at = spans.partition_point(|s| s.end <= range.start);
    spans.get(at).is_some_and(|s| s.start < range.end)
}

/// Whether one of the ordered, disjoint `spans` begins at or before `range` and reaches into it: a value may follow a
/// date ("03.03.54 à 14 h"), but a value's own digits are no date.
pub fn covers_start(spans: &[Range<usize>], range: &Range<usize>) -> bool {
    let at = spans.partition_point(|s| s.end <= range.start);
    spans.get(at).is_some_and(|s| s.start <= range.start)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_variants_and_values_are_kept() {
        for kept in [
            "NM_000138.5(FBN1):c.4082G>A",
            "p.(Cys1361Tyr)",
            "chr15:48700503-48900000",
            "22q11.2",
            "ORPHA:558",
            "OMIM 154700",
            "HP:0001250",
            "12,5 mg/kg/j",
            "120/80 mmHg",
            "250 000 /mm3",
            "PMID: 12345678",
            "47,XXY",
        ] {
            let text = format!("ici {kept} .");
            let spans = spans(&text);
            assert!(spans.iter().any(|s| s.start <= 4 && s.end + 1 >= 4 + kept.len()), "{kept}: {spans:?}");
        }
    }
}
