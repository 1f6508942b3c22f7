//! Where a person's name stands for a disorder, a sign or a test: it stays.

use super::lexicon;
use crate::tokens::Token;

/// Heads before the name with a joining word: "syndrome de X"; folded.
const HEADS_BEFORE: &[&str] = &[
    "maladie",
    "syndrome",
    "sd",
    "sdr",
    "signe",
    "anomalie",
    "malformation",
    "ataxie",
    "dystrophie",
    "myopathie",
    "choree",
    "atrophie",
    "amyotrophie",
    "paralysie",
    "epilepsie",
    "tumeur",
    "lymphome",
    "sarcome",
    "purpura",
    "test",
    "tests",
    "score",
    "echelle",
    "index",
    "indice",
    "manoeuvre",
    "reflexe",
    "phenomene",
    "corps",
    "gene",
    "regle",
    "criteres",
    "classification",
    "stade",
    "nephropathie",
    "retinite",
    "neuropathie",
    "cirrhose",
    "thyroidite",
    "arterite",
    "encephalite",
    "encephalopathie",
    "acrodermatite",
    "neuropathie",
    "osteodystrophie",
    "tetralogie",
    "trilogie",
    "operation",
    "intervention",
    "methode",
    "triade",
    "tetrade",
    "ligne",
    "tache",
    "taches",
    "canal",
    "ganglion",
    "tubule",
    "cellules",
    "cellule",
    "coefficient",
    "formule",
    "coloration",
    "sequence",
    "association",
    "contracture",
    "phacomatose",
    "poikilodermie",
    "dysplasie",
    "nanisme",
    "angiome",
    "oedeme",
    "ictere",
    "anemie",
    "hypoplasie",
    "amaurose",
    "doenca",
    "sindrome",
    "sindroma",
    "sinal",
    "teste",
    "escala",
    "ataxia",
    "distrofia",
    "miopatia",
    "coreia",
    "atrofia",
    "tumor",
    "linfoma",
    "criterios",
    "classificacao",
    "tetralogia",
    "sequencia",
    "anomalia",
    "malformacao",
    "amaurose",
    "fenomeno",
    "tiroidite",
    "paralisia",
    "morbus",
    "syndrom",
    "krankheit",
    "zeichen",
    "anomaly",
    "disease",
    "sign",
    "chorea",
    "ataxie",
    "test",
    "skala",
    "klassifikation",
    "kriterien",
    "tetralogy",
    "osteochondrite",
    "osteochondrose",
    "mal",
    "danse",
    "fracture",
    "hernie",
    "exstrophie",
    "neurofibromatose",
    "naevus",
    "melanose",
    "glycogenose",
    "mucopolysaccharidose",
    "leucodystrophie",
    "cancer",
    "gangliosidose",
    "trou",
    "kyste",
    "diverticule",
    "krankheet",
    "maux",
];
/// The generic of them, after which a person may stand as well: "la maladie de Kevin".
const GENERIC: &[&str] = &[
    "maladie",
    "doenca",
    "krankheit",
    "disease",
    "epilepsie",
    "operation",
    "intervention",
    "anemie",
    "cellules",
    "tumeur",
    "tumor",
    "cancer",
    "corps",
    "fracture",
    "atrophie",
    "paralysie",
    "gene",
    "krankheet",
    "association",
    "mal",
    "test",
    "tests",
    "teste",
    "score",
    "classification",
    "neuropathie",
    "ataxie",
    "malformation",
    "anomalie",
    "lymphome",
    "oedeme",
    "hernie",
    "methode",
    "kyste",
    "maux",
    "stade",
];
/// Heads after the name: "X syndrome", "X-Syndrom"; folded.
const HEADS_AFTER: &[&str] = &[
    "syndrome",
    "syndroms",
    "disease",
    "disorder",
    "sign",
    "signs",
    "anomaly",
    "malformation",
    "ataxia",
    "dystrophy",
    "myopathy",
    "chorea",
    "atrophy",
    "palsy",
    "test",
    "score",
    "scale",
    "index",
    "manoeuvre",
    "maneuver",
    "reflex",
    "phenomenon",
    "bodies",
    "body",
    "criteria",
    "classification",
    "stage",
    "nephropathy",
    "neuropathy",
    "thyroiditis",
    "encephalopathy",
    "encephalitis",
    "tetralogy",
    "procedure",
    "operation",
    "sequence",
    "association",
    "contracture",
    "dysplasia",
    "lymphoma",
    "sarcoma",
    "tumor",
    "tumour",
    "cells",
    "cell",
    "rings",
    "ring",
    "nodules",
    "node",
    "spots",
    "complex",
    "amaurosis",
    "deformity",
    "fracture",
    "angiomatosis",
    "purpura",
    "anemia",
    "anaemia",
    "type",
    "gene",
    "syndrom",
    "krankheit",
    "erkrankung",
    "zeichen",
    "anomalie",
    "ataxie",
    "dystrophie",
    "myopathie",
    "atrophie",
    "parese",
    "lahmung",
    "skala",
    "reflex",
    "phanomen",
    "korperchen",
    "kriterien",
    "klassifikation",
    "stadium",
    "nephropathie",
    "neuropathie",
    "thyreoiditis",
    "tetralogie",
    "sequenz",
    "assoziation",
    "kontraktur",
    "dysplasie",
    "lymphom",
    "sarkom",
    "tumor",
    "zellen",
    "sche",
    "schen",
    "scher",
    "sches",
    "anlage",
    "typ",
    "fehlbildung",
    "optikusatrophie",
    "variante",
    "spektrum",
    "spectrum",
    "phenotype",
    "like",
    "habitus",
    "krankheet",
    "probe",
    "fazies",
];
/// Heads that take the name directly, "Morbus X".
const DIRECT: &[&str] = &["morbus", "syndrom", "mb", "syndrome", "sindrome", "sequence", "sequenz"];

fn joins(t: &Token<'_>) -> bool {
    t.is_hyphen()
        || t.is_apostrophe()
        || t.is_sign('/')
        || ["et", "and", "und", "e", "s", "von", "van", "de", "la", "le", "den", "der", "van"]
            .contains(&t.folded.as_str())
}

/// Whether the token names a disorder, a sign or a test here.
pub fn stands_for_disorder(tokens: &[Token<'_>], i: usize) -> bool {
    let Some(token) = tokens.get(i) else { return false };
    let eponym = lexicon::is_eponym(&token.folded);
    // To the head before: "syndrome d'Ehlers-Danlos", "Morbus Crohn".
    let mut at = i;
    let mut joined = false;
    let mut names = 0;
    while let Some(before) = at.checked_sub(1).and_then(|b| tokens.get(b)) {
        let folded = before.folded.as_str();
        if HEADS_BEFORE.contains(&folded) && (joined || DIRECT.contains(&folded)) {
            return eponym || !GENERIC.contains(&folded);
        }
        let small = ["de", "d", "du", "des", "do", "da", "of", "von", "nach", "l", "of", "dit", "type"]
            .contains(&folded);
        joined |= small;
        let name = before.is_capital() && names < 3 && !before.sentence_start;
        let adjective = names == 0 && before.folded.len() > 4 && lexicon_adjective(folded);
        if !(small || joins(before) || name || adjective) || i - at > 8 {
            break;
        }
        names += usize::from(name);
        at -= 1;
    }
    // To the head after: "Marfan syndrome", "Parkinson's disease", "Charcot-Marie-Tooth-Krankheit".
    let mut at = i + 1;
    let mut hyphen = false;
    while let Some(after) = tokens.get(at) {
        let folded = after.folded.as_str();
        if after.line_start || at - i > 8 {
            break;
        }
        if after.is_word()
            && HEADS_AFTER.iter().any(|h| {
                folded == *h || (hyphen && folded.len() > h.len() && h.len() > 5 && folded.starts_with(h))
            })
        {
            return eponym || hyphen || !GENERIC.contains(&folded);
        }
        hyphen = after.is_hyphen();
        if !(joins(after) || after.is_capital() || is_bridge(folded)) {
            break;
        }
        at += 1;
    }
    // Glued adjectives: "Parkinsonsche", "Marfansyndrom", "cushingoïde", "marfanoide".
    false
}

/// Adjectives between a head and the joining word: "maladie neurologique de", "syndrome clinique de".
fn lexicon_adjective(folded: &str) -> bool {
    ["ique", "ale", "aire", "eux", "euse", "ive", "elle", "ica", "ico", "osa", "ial"]
        .iter()
        .any(|end| folded.ends_with(end))
}

fn is_bridge(folded: &str) -> bool {
    ["muscular", "optic", "hereditary", "congenital", "familial", "type", "muskulare", "kongenitale"]
        .contains(&folded)
}
