//! Names of places: by the words before them and by a list of our own (`lexicon/places.txt`). Countries stay.

use super::{Proposal, pattern};
use crate::finding::{Evidence, Kind};
use crate::fold::fold;
use crate::names::lexicon;
use crate::tokens::Token;
use regex::Regex;
use rustc_hash::FxHashMap;
use std::sync::LazyLock;

static BEFORE: LazyLock<Vec<Regex>> = LazyLock::new(|| {
    let name = r"\p{Lu}[\p{L}’'\-]*(?:[ -](?:sur|sous|lès|les|la|le|am|an der|im|de|do|da|upon|on)[ -]\p{Lu}[\p{L}’'\-]*|\s\p{Lu}[\p{L}’'\-]*){0,3}";
    let any = r"[\p{L}][\p{L}’'\-]{2,}";
    let words = r"habit(?:e|es|ant|ait|aient|ent|ons|é|er) (?:à|au|aux|près de|vers)|(?:elle|il|famille|parents|qui) habit(?:e|ait|ent|aient)|log(?:e|eait|é|ée) à|grandi à|viva(?:it|ient) (?:à|au)|vécu (?:à|au)|travaill(?:e|ait) à|scolarisée? à|hospitalisée? à|suivie? à|mariée? à|décédée? à|emménagé à|retournée? à|rentrée? à|arrivée? de|venue? de|domicili[ée]e?s? (?:à|au)|demeurant (?:à|au)|r[ée]sid(?:e|ant|ent) (?:à|au)|vit (?:à|au)|vivent (?:à|au)|originaire d[eu']\s?|né[e]? à|installée? à|d[ée]m[ée]nag[ée]e? à|village de|ville de|commune de|hameau de|canton de|wohnhaft in|wohnt in|wohnte (?:sie |er )?in|wohnten (?:sie )?in|gewohnt in|lebte (?:sie |er )?in|lebten in|gelebt in|aufgewachsen in|arbeitet in|zog nach|zogen nach|gezogen nach|verzogen nach|verstorben in|wohnen in|lebt in|leben in|geboren in|stammt aus|kommt aus|gebürtig aus|zugezogen aus|umgezogen nach|gemeinde|lives? in|lived in|living in|grew up in|brought up in|works in|worked in|stays in|settled in|move to|moving to|died in|resident of|resides in|born in|comes from|originally from|moved to|village of|town of|mora em|moram em|morava em|moravam em|morou em|vivia em|viviam em|viveu em|cresceu em|trabalha em|trabalhava em|faleceu em|mudar-se para|reside em|residente em|vive em|vivem em|natural d[eao]|nascid[ao] em|mudou-se para|concelho d[eao]|freguesia d[eao]|aldeia d[eao]|wunnt zu|wunnen zu|wunnt an der|gebuer zu|kënnt vun|Duerf";
    vec![
        pattern(&format!(r"\b(?i:{words})\s?(?P<all>{name})")),
        pattern(&format!(r"(?i)\b(?:{words})\s?(?P<all>{any})")),
    ]
});

/// Words that follow such cues without being places, folded.
const NO_PLACE: [&str; 60] = [
    "domicile",
    "maison",
    "termes",
    "terme",
    "appartement",
    "etage",
    "cote",
    "proximite",
    "seul",
    "seule",
    "famille",
    "leur",
    "ses",
    "son",
    "sa",
    "mes",
    "nos",
    "une",
    "deux",
    "trois",
    "temps",
    "der",
    "die",
    "das",
    "dem",
    "einer",
    "einem",
    "eine",
    "ihrer",
    "seiner",
    "seinem",
    "ihrem",
    "the",
    "his",
    "her",
    "their",
    "our",
    "house",
    "home",
    "care",
    "casa",
    "uma",
    "seu",
    "sua",
    "lar",
    "familia",
    "moment",
    "hopital",
    "clinique",
    "france",
    "luxembourg",
    "allemagne",
    "portugal",
    "belgique",
    "deutschland",
    "frankreich",
    "germany",
    "belgium",
    "domicilio",
    "letzebuerg",
];

static LIST: LazyLock<FxHashMap<String, Vec<Vec<String>>>> = LazyLock::new(|| {
    let mut out: FxHashMap<String, Vec<Vec<String>>> = FxHashMap::default();
    for line in include_str!("../lexicon/places.txt").lines().filter(|l| !l.starts_with('#')) {
        for name in line.split(',') {
            let words: Vec<String> = fold(name)
                .split(|c: char| !c.is_alphabetic())
                .filter(|w| !w.is_empty())
                .map(str::to_owned)
                .collect();
            if let Some((first, rest)) = words.split_first() {
                out.entry(first.clone()).or_default().push(rest.to_vec());
            }
        }
    }
    out.values_mut().for_each(|rests| rests.sort_by_key(|r| std::cmp::Reverse(r.len())));
    out
});

/// Names on the list, folded; what a test of unknown names must not hold.
pub fn listed() -> impl Iterator<Item = &'static str> {
    LIST.keys().map(String::as_str)
}

/// Places of a text.
pub fn find(text: &str, tokens: &[Token<'_>]) -> Vec<Proposal> {
    let mut out = Vec::new();
    for captures in BEFORE.iter().flat_map(|p| p.captures_iter(text)) {
        let Some(found) = captures.name("all") else { continue };
        if !NO_PLACE.contains(&fold(found.as_str()).as_str()) {
            out.push(Proposal::new(found.start(), found.end(), Kind::Place, Evidence::ContextWord));
        }
    }
    for (i, token) in tokens.iter().enumerate() {
        let lower =
            token.shape == crate::tokens::Shape::Lower && token.regime == crate::tokens::Regime::Mixed;
        if !token.is_word() || lower {
            continue;
        }
        let Some(rests) = LIST.get(&token.folded) else { continue };
        for rest in rests {
            if let Some(end) = follows(tokens, i, rest) {
                out.push(Proposal::new(token.start, end, Kind::Place, Evidence::List));
                break;
            }
        }
    }
    out
}

/// Words between a date and a place.
const AT: [&str; 7] = ["a", "in", "em", "zu", "at", "au", "no"];

/// Where something was on a day: "née le [date] à X". In a line without case only births are told so.
pub fn after_dates(tokens: &[Token<'_>], dates: &[Proposal]) -> Vec<Proposal> {
    let mut out = Vec::new();
    for date in dates {
        let at = tokens.partition_point(|t| t.start < date.end);
        let before = tokens.partition_point(|t| t.end <= date.start);
        let birth = tokens.get(before.saturating_sub(4)..before).is_some_and(|near| {
            near.iter().any(|t| {
                ["ne", "nee", "geboren", "geb", "born", "nascido", "nascida", "gebuer", "dn", "ddn"]
                    .contains(&t.folded.as_str())
            })
        });
        let Some(first) =
            tokens.get(at + 1).filter(|_| tokens.get(at).is_some_and(|t| AT.contains(&t.folded.as_str())))
        else {
            continue;
        };
        let mixed = first.regime == crate::tokens::Regime::Mixed;
        let plain = |t: &Token<'_>| {
            t.is_word() && !lexicon::is_ordinary(&t.folded) && !NO_PLACE.contains(&t.folded.as_str())
        };
        if !plain(first) || !(if mixed { first.is_capital() } else { birth }) {
            continue;
        }
        let mut last = first;
        let mut open = at + 2;
        while let Some(next) = tokens.get(open).filter(|t| !t.line_start) {
            let joint = next.is_hyphen()
                || lexicon::is_particle(&next.folded)
                || ["sur", "sous", "am", "im", "upon"].contains(&next.folded.as_str());
            let name = plain(next) && (!mixed || next.is_capital());
            let glued = next.is_word() && !next.spaced && tokens.get(open - 1).is_some_and(Token::is_hyphen);
            if name || glued {
                last = next;
            } else if !joint {
                break;
            }
            open += 1;
        }
        out.push(Proposal::new(first.start, last.end, Kind::Place, Evidence::ContextWord));
    }
    out
}

/// Whether the words of a name follow the token, hyphens and apostrophes between them passed over.
fn follows(tokens: &[Token<'_>], first: usize, rest: &[String]) -> Option<usize> {
    let mut end = tokens.get(first)?.end;
    let mut at = first + 1;
    for word in rest {
        while tokens.get(at).is_some_and(|t| t.is_hyphen() || t.is_apostrophe()) {
            at += 1;
        }
        let token = tokens.get(at).filter(|t| t.folded == *word)?;
        end = token.end;
        at += 1;
    }
    Some(end)
}
