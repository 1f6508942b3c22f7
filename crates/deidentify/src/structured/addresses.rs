//! Postal addresses: street with number, post box, postcode with town.

use super::{Proposal, pattern};
use crate::finding::{Evidence, Kind};
use crate::keep;
use regex::Regex;
use std::ops::Range;
use std::sync::LazyLock;

const NAME: &str = r"(?:[\p{L}’'.\-]+)";
const SMALL: &str = r"(?:de la|de l['’]|de|du|des|d['’]|la|le|les|aux|au|da|do|das|dos|e|et|of|the|St\.?|Saint|Sainte|Dr\.?|Prof\.?|Gén(?:éral)?\.?)";

static FORMS: LazyLock<Vec<Regex>> = LazyLock::new(|| {
    let french = r"(?:rue|avenue|av\.?|ave\.?|boulevard|bd\.?|blvd|place|all[ée]es?|chemin|impasse|route|quai|cit[ée]|square|mont[ée]e|lotissement|r[ée]sidence|voie|venelle|ruelle|passage|esplanade|cours|faubourg|sentier|promenade|rond-point|hameau|clos|villa|um|op der|am)";
    // Those that mean a street even without a number.
    let named = r"(?:rue|avenue|av\.|boulevard|bd\.?|blvd|all[ée]es?|chemin|impasse|quai|mont[ée]e|lotissement|r[ée]sidence|venelle|ruelle|faubourg)";
    let portuguese = r"(?:rua|avenida|av\.|travessa|tv\.|pra[çc]a|largo|estrada|alameda|beco|cal[çc]ada|azinhaga|urbaniza[çc][ãa]o|praceta|rotunda|caminho|r\.)";
    let few = r"(?:(?:deux|trois|quatre|cinq|sept|grands?|petite?s?|vieux|vieille|hauts?|bas|beau)\s+)?";
    let number = r"\d{1,4}\s?(?:bis|ter|quater|[a-eA-E])?";
    let town = format!(
        r"(?:[,\s]{{1,3}}(?:à\s)?(?:(?:L|F|B|D|CH|A|P|NL|FR|LU|DE|BE)\s?[-–]?\s?)?\d{{4,5}}(?:-\d{{3}})?\s+{NAME}(?:[ -](?:sur|sous|lès|la|le|am|an der|im|de|do|da)[ -]{NAME}|\s\p{{Lu}}{NAME})?)?"
    );
    vec![
        pattern(&format!(
            r"(?i)\b{number},?\s+(?:{french})\s+(?:{SMALL}\s+|d['’]|l['’]){{0,3}}{few}{NAME}(?:[ -]{SMALL}[ -]{NAME}|[ ](?-i:\p{{Lu}}){NAME}){{0,4}}{town}"
        )),
        pattern(&format!(
            r"\b(?i:{named})\s+(?:{SMALL}\s+|d['’]|l['’]){{0,3}}\p{{Lu}}{NAME}?(?:[ -]{SMALL}[ -]{NAME}|[ ]\p{{Lu}}{NAME}){{0,4}}(?:,?\s+(?:n[°º]\s?)?\d{{1,4}}\b)?{town}"
        )),
        pattern(&format!(
            r"(?i)\b{portuguese}\s+(?:{SMALL}\s+){{0,2}}{NAME}(?:\s+{SMALL}\s+{NAME}|\s+(?-i:\p{{Lu}}){NAME}){{0,4}},?\s+(?:n\.?\s?[°ºo]?\.?\s?|lote\s)?\d{{1,4}}[a-z]?\b(?:,?\s*\d{{1,2}}[.º°ª]{{1,2}}\s?(?:esq|dto|dt|frente|andar|[a-d])?\b\.?(?:\s(?:esq|dto|frente|andar)\b\.?)?)?{town}"
        )),
        pattern(&format!(
            r"\b(?i:{portuguese})\s+(?:{SMALL}\s+){{0,2}}\p{{Lu}}{NAME}(?:\s+{SMALL}\s+{NAME}|\s+\p{{Lu}}{NAME}){{0,4}}{town}"
        )),
        pattern(&format!(
            r"(?i)\b(?:{number},?\s+)?(?:{NAME}[ -]){{0,2}}[\p{{L}}\-]*(?:straße|strasse|str\.|stra(?:ß|ss)|gasse|allee|damm|ufer|stroo?ss|chaussee)\s+\d{{1,4}}\s?[a-e]?\b{town}"
        )),
        pattern(&format!(
            r"(?i)\b[\p{{L}}\-]{{3,}}(?:weg|platz|ring|wall|steig|pfad|markt|hof|berg|park|graben|kamp|feld|wiese)\s+\d{{1,3}}\s?[a-e]?\b{town}"
        )),
        pattern(&format!(
            r"(?i)\b(?:{number},?\s+)?\p{{L}}[\p{{L}}\-]+(?:straße|strasse|gasse|allee|strooss)\b(?:\s+\d{{1,4}}\s?[a-e]?\b)?{town}"
        )),
        pattern(&format!(
            r"\b(?:(?:Am|An der|An den|Im|In der|In den|Zum|Zur|Auf der|Auf dem|Auf den|Unter den|Hinter der|Op der|Op dem|An der|Um)\s+\p{{Lu}}{NAME}|\p{{Lu}}{NAME}(?:er|s) (?:Straße|Strasse|Str\.|Weg|Platz|Allee|Ring))\s+\d{{1,3}}\s?[a-e]?\b{town}"
        )),
        // With its postcode behind, or with a word of living before, whatever its case.
        pattern(&format!(
            r"(?i)\b(?:am|an der|im|in der|zum|zur|auf der|auf dem|unter den)\s+{NAME}\s+\d{{1,3}}\s?[a-e]?,?\s+(?:[ldacbf]\s?[-–]\s?)?\d{{4,5}}\s+{NAME}"
        )),
        pattern(&format!(
            r"(?i)\b(?:{number},?\s+)?(?:am|im|zum|zur)\s+{NAME}\s+\d{{1,3}}\b,?\s+(?:[ldacbf]\s?[-–]\s?)\d{{4,5}}\b"
        )),
        pattern(&format!(
            r"(?i)\b\d{{1,5}}[a-z]?,?\s+(?:{NAME}\s+){{1,3}}(?:street|st\.?|road|rd\.?|avenue|ave\.?|lane|ln\.?|drive|close|crescent|court|way|square|terrace|gardens|grove|hill|mews|parade|rise|row|walk|green|boulevard)\b{town}(?:,\s+(?-i:\p{{Lu}}){NAME})?"
        )),
        pattern(
            r"(?i)\b(?:flat|apartment|apt\.?|appartement|appt\.?|wohnung|whg\.?|apartamento|bât(?:iment)?\.?|étage)\s+[a-z]?\d{1,4}[a-z]?\b,?",
        ),
        pattern(
            r"(?i)\b(?:BP|B\.P\.|CS|postfach|p\.?\s?o\.?\s?box|bo[îi]te postale|apartado|bo[îi]te)\s?\d{1,6}\b",
        ),
        pattern(&format!(
            r"\b(?:L|F|B|D|CH|A|P|NL|FR|LU|DE|BE)\s?[-–]\s?\d{{4,5}}\b(?:\s+\p{{Lu}}{NAME}(?:[ -](?:sur|sous|lès|la|le|am|an der|im|de|do|da)[ -]{NAME}|\s\p{{Lu}}{NAME})?)?"
        )),
        pattern(&format!(r"(?i)\b(?:l|f|b|d|ch|a|p)-\s?\d{{4,5}}\s+{NAME}")),
        pattern(&format!(
            r"\b\d{{5}},?\s+\p{{Lu}}{NAME}(?:[ -](?:sur|sous|lès|la|le|am|an der|im|de|do|da)[ -]{NAME}|\s\p{{Lu}}{NAME})?"
        )),
        pattern(&format!(r"(?i)\b\d{{4}}-\d{{3}}\b(?:,?\s+{NAME}(?:\s(?:de|do|da)\s{NAME})?)?")),
        pattern(r"\b(?:[A-Z]{1,2}\d[A-Z\d]?)\s\d[A-Z]{2}\b|,\s(?i:[a-z]{2}\d[a-z\d]?\s\d[a-z]{2})\b"),
        pattern(&format!(
            r"(?i)\b(?:code postal|cp|plz|postleitzahl|zip(?: code)?|postcode|c[óo]digo postal|postcode|poschtleetzuel)\s?:?\s?(?:[a-z]{{1,2}}-)?\d{{4,5}}(?:-\d{{3}})?(?:\s+{NAME})?"
        )),
    ]
});

/// Addresses and parts of them.
pub fn find(text: &str, kept: &[Range<usize>]) -> Vec<Proposal> {
    FORMS
        .iter()
        .flat_map(|form| form.find_iter(text))
        .map(|m| {
            let trimmed = m.as_str().trim_end_matches([',', ' ', '.', '-', '\n', '\r', '’', '\'']);
            m.start()..m.start() + trimmed.len()
        })
        .filter(|range| !range.is_empty() && !keep::touches(kept, range))
        .map(|range| Proposal::new(range.start, range.end, Kind::Address, Evidence::Form))
        .collect()
}
