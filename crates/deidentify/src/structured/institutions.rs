//! Hospitals, schools, practices and employers that are named.

use super::{Proposal, pattern};
use crate::finding::{Evidence, Kind};
use crate::names::lexicon;
use crate::tokens::{Regime, Token};
use regex::Regex;
use std::sync::LazyLock;

static FORMS: LazyLock<Vec<Regex>> = LazyLock::new(|| {
    let name = r"\p{Lu}[\p{L}’'.\-]*";
    let more = format!(
        r"(?:\s(?:de la|de l['’]|de|du|des|d['’]|da|do|das|dos|of|the|von|am|an der|im|zu|le|la|les|e|et|and|&)?\s?{name}){{0,4}}"
    );
    let french = r"h[ôo]pital|h[ôo]pitaux|clinique|polyclinique|CHU|CHR|CHRU|CH|centre hospitalier(?: (?:universitaire|r[ée]gional|intercommunal))*|EHPAD|maison de retraite|maison de sant[ée]|foyer|[ée]cole|lyc[ée]e|coll[èe]ge|cr[èe]che|cabinet(?: m[ée]dical)?|laboratoire|institut|universit[ée]|fondation|association|pharmacie|soci[ée]t[ée]|entreprise|mutuelle|paroisse|club";
    let portuguese = r"hospital|cl[íi]nica|centro hospitalar|centro de sa[úu]de|USF|escola|col[ée]gio|creche|lar|instituto|universidade|funda[çc][ãa]o|farm[áa]cia|empresa|laborat[óo]rio|maternidade|jardim de inf[âa]ncia";
    let german = r"(?i:krankenhaus|klinik|klinikum|uniklinik|universit[äa]tsklinikum|universit[äa]tsklinik|spital|kinderklinik|grundschule|realschule|gymnasium|schule|praxis|gemeinschaftspraxis|pflegeheim|seniorenheim|labor|institut|universit[äa]t|apotheke|firma|stiftung|kita|kindergarten|lyc[ée]e|schoul|spidol)";
    let english = r"Hospital|Clinic|Infirmary|Medical Cent(?:er|re)|Health Cent(?:er|re)|School|Academy|College|University|Surgery|Practice|Nursing Home|Care Home|Hospice|Pharmacy|Laborator(?:y|ies)|Institute|Nursery";
    vec![
        pattern(&format!(
            r"\b(?i:{french}|{portuguese})\s(?:(?:(?i:publique?|priv[ée]e?|maternelle|primaire|[ée]l[ée]mentaire|r[ée]gional|universitaire|militar|central|distrital|b[áa]sica|secund[áa]ria|m[ée]dico|dentaire|vétérinaire|polyvalente))\s)?(?:de la |de l['’]|de |du |des |d['’]|da |do |das |dos |le |la )?(?:{name}){more}"
        )),
        pattern(&format!(
            r"\b{german}\s(?:(?:am|an der|an den|in|in der|zum|zur|von|zu|bei|St\.|Dr\.|Sankt)\s){{0,2}}{name}{more}"
        )),
        pattern(
            r"\b\p{Lu}[\p{L}\-]*(?:-|er\s|[a-zäöü])(?:Krankenhaus|krankenhaus|Klinik|klinik|Klinikum|klinikum|Grundschule|Gymnasium|gymnasium|Spital|spital|Realschule|Apotheke|apotheke|Hospital|Stift)\b",
        ),
        pattern(&format!(
            r"\b(?:St\.?\s|Saint\s)?{name}(?:['’]s)?(?:\s(?:and|of|the|&|{name}(?:['’]s)?)){{0,3}}\s(?:{english})\b(?:\s(?:of|in|at)\s{name})?"
        )),
        pattern(&format!(r"\b(?:{english})\s(?:of|for|in)\s(?:the\s)?{name}{more}")),
        pattern(&format!(
            r"(?i)\b(?:{french}|{portuguese}|{german})\s(?:(?:de la|de l['’]|de|du|des|da|do|dos|am|zum|zur|an der)\s)?(?:s(?:ain)?te?|sankt|st\.|s[ãa]o|santa|santo|notre[- ]dame)[\s\-][\p{{L}}’'\-]+"
        )),
    ]
});

/// Words after which a capital names no institution but a thing of medicine, folded.
const NOT_NAMED: [&str; 12] = [
    "francaise",
    "national",
    "europeen",
    "luxembourg",
    "covid",
    "hla",
    "irm",
    "adn",
    "rcp",
    "crmr",
    "ern",
    "us",
];

static EMPLOYER: LazyLock<Regex> = LazyLock::new(|| {
    let name = r"\p{Lu}[\p{L}\d’'&.\-]*";
    pattern(&format!(
        r"\b(?i:travaille (?:chez|pour|à la|au)|employ[ée]e? (?:chez|par|de)|salari[ée]e? (?:chez|de)|scolaris[ée]e? (?:à|au)|arbeitet (?:bei|für)|angestellt bei|bei der firma|works (?:at|for)|employed (?:at|by)|attends|pupil at|student at|trabalha (?:na|no|em|para)|empregad[oa] (?:na|no|da)|schafft (?:bei|bäi|op))\s(?P<all>{name}(?:\s(?:{name}|&|et|und|and|de|da|do))*)"
    ))
});

/// Heads and what may stand between them and a name, for lines in which case says nothing.
const HEADS: [&str; 22] = [
    "hopital",
    "clinique",
    "polyclinique",
    "chu",
    "chr",
    "chru",
    "ehpad",
    "lycee",
    "krankenhaus",
    "klinikum",
    "klinik",
    "uniklinik",
    "spital",
    "spidol",
    "hospital",
    "infirmary",
    "clinica",
    "saude",
    "hospitalier",
    "hospitalar",
    "maternidade",
    "college",
];
const LINKS: [&str; 21] = [
    "de", "du", "des", "d", "da", "do", "dos", "das", "la", "le", "l", "st", "ste", "saint", "sainte",
    "sankt", "sao", "santa", "am", "von", "of",
];

/// Where a line has no capitals or nothing else: the word after a head, or before an English one, names it unless it
/// is an ordinary word.
fn without_case(tokens: &[Token<'_>]) -> Vec<Proposal> {
    let mut out = Vec::new();
    let plain = |t: &Token<'_>| {
        t.is_word()
            && t.folded.chars().count() > 2
            && !lexicon::is_ordinary(&t.folded)
            && !HEADS.contains(&t.folded.as_str())
    };
    for (i, head) in tokens.iter().enumerate() {
        if head.regime == Regime::Mixed || !HEADS.contains(&head.folded.as_str()) {
            continue;
        }
        let link = |t: &&Token<'_>| {
            LINKS.contains(&t.folded.as_str()) || t.is_apostrophe() || t.is_hyphen() || t.is_sign('.')
        };
        let after = i + 1 + tokens.iter().skip(i + 1).take_while(link).count();
        if let Some(name) = tokens.get(after).filter(|t| plain(t) && !t.line_start) {
            let tail = tokens
                .get(after + 2)
                .filter(|t| tokens.get(after + 1).is_some_and(Token::is_hyphen) && t.is_word());
            out.push(Proposal::new(
                head.start,
                tail.map_or(name.end, |t| t.end),
                Kind::Institution,
                Evidence::ContextWord,
            ));
        }
        let mut at = i;
        let mut named = false;
        while let Some(before) = at.checked_sub(1).and_then(|b| tokens.get(b)) {
            let joins = before.is_apostrophe()
                || before.is_hyphen()
                || before.folded == "s"
                || (named && ["st", "o"].contains(&before.folded.as_str()));
            if !joins && !plain(before) {
                break;
            }
            named |= plain(before);
            at -= 1;
        }
        if let Some(first) = tokens.get(at).filter(|_| named) {
            out.push(Proposal::new(first.start, head.end, Kind::Institution, Evidence::ContextWord));
        }
    }
    out
}

/// Institutions with a name of their own, and employers.
pub fn find(text: &str, tokens: &[Token<'_>]) -> Vec<Proposal> {
    let mut out = without_case(tokens);
    for form in FORMS.iter() {
        for found in form.find_iter(text) {
            let last = found.as_str().split_whitespace().next_back().unwrap_or_default();
            let whole = found.as_str().trim_end_matches([' ', '.', ',', '’', '\'']);
            if NOT_NAMED.contains(&crate::fold::fold(last).as_str())
                && found.as_str().split_whitespace().count() < 3
            {
                continue;
            }
            out.push(Proposal::new(
                found.start(),
                found.start() + whole.len(),
                Kind::Institution,
                Evidence::ContextWord,
            ));
        }
    }
    for captures in EMPLOYER.captures_iter(text) {
        if let Some(found) = captures.name("all") {
            let whole = found.as_str().trim_end_matches([' ', '.', ',']);
            out.push(Proposal::new(
                found.start(),
                found.start() + whole.len(),
                Kind::Institution,
                Evidence::ContextWord,
            ));
        }
    }
    out
}
