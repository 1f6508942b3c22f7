//! Words before a name: titles, kinship, what introduces or signs.

use crate::finding::Evidence;
use crate::tokens::Token;

/// How far a cue is to be trusted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Cue {
    /// What is shown.
    pub evidence: Evidence,
    /// A name follows nearly always.
    pub strong: bool,
}

/// Titles with or without point; folded.
const TITLES: &[&str] = &[
    "m",
    "mr",
    "mme",
    "mlle",
    "melle",
    "monsieur",
    "madame",
    "mademoiselle",
    "dr",
    "docteur",
    "docteure",
    "drs",
    "pr",
    "prof",
    "professeur",
    "professeure",
    "maitre",
    "me",
    "herr",
    "herrn",
    "frau",
    "fraulein",
    "hr",
    "hrn",
    "fr",
    "doktor",
    "dres",
    "professor",
    "mrs",
    "ms",
    "miss",
    "doctor",
    "nurse",
    "sister",
    "sr",
    "sra",
    "senhor",
    "senhora",
    "dona",
    "dra",
    "doutor",
    "doutora",
    "menina",
    "menino",
    "enfermeira",
    "enfermeiro",
    "har",
    "joffer",
    "dokter",
    "dokteschen",
    "mister",
    "veuve",
    "infirmiere",
    "infirmier",
    "schwester",
    "pfleger",
    "professora",
    "engenheiro",
    "eng",
    "enf",
    "maire",
    "abbe",
    "pasteur",
];
/// Titles that are a letter or an everyday word: they count with a point, or where the next word has a capital.
const GUARDED: &[&str] = &[
    "m",
    "me",
    "fr",
    "hr",
    "ms",
    "d",
    "sr",
    "har",
    "dona",
    "miss",
    "sister",
    "schwester",
    "pfleger",
    "eng",
    "maire",
    "abbe",
    "pasteur",
    "veuve",
    "nurse",
    "menina",
    "menino",
    "pr",
    "enf",
    "herr",
];
const KIN: &[&str] = &[
    "fils",
    "fille",
    "pere",
    "mere",
    "frere",
    "soeur",
    "epouse",
    "epoux",
    "mari",
    "femme",
    "conjoint",
    "conjointe",
    "compagnon",
    "compagne",
    "cousin",
    "cousine",
    "oncle",
    "tante",
    "neveu",
    "niece",
    "jumeau",
    "jumelle",
    "grand-mere",
    "maman",
    "papa",
    "parrain",
    "marraine",
    "ami",
    "amie",
    "voisin",
    "voisine",
    "petit-fils",
    "petite-fille",
    "enfant",
    "bebe",
    "garcon",
    "fillette",
    "patient",
    "patiente",
    "sohn",
    "tochter",
    "vater",
    "mutter",
    "bruder",
    "ehemann",
    "ehefrau",
    "partner",
    "partnerin",
    "onkel",
    "neffe",
    "nichte",
    "oma",
    "opa",
    "grossmutter",
    "grossvater",
    "zwilling",
    "freund",
    "freundin",
    "nachbar",
    "nachbarin",
    "patientin",
    "kind",
    "baby",
    "madchen",
    "junge",
    "betreuer",
    "betreuerin",
    "kollege",
    "kollegin",
    "son",
    "daughter",
    "father",
    "mother",
    "brother",
    "husband",
    "wife",
    "uncle",
    "aunt",
    "nephew",
    "friend",
    "neighbour",
    "neighbor",
    "grandmother",
    "grandfather",
    "twin",
    "boy",
    "girl",
    "child",
    "mum",
    "mom",
    "dad",
    "colleague",
    "carer",
    "filho",
    "filha",
    "pai",
    "mae",
    "irmao",
    "irma",
    "marido",
    "mulher",
    "esposa",
    "esposo",
    "companheiro",
    "companheira",
    "primo",
    "prima",
    "tio",
    "tia",
    "sobrinho",
    "sobrinha",
    "avo",
    "gemeo",
    "amigo",
    "amiga",
    "vizinho",
    "vizinha",
    "doente",
    "crianca",
    "paciente",
    "utente",
    "meedchen",
    "jong",
    "papp",
    "mamm",
    "brudder",
    "mann",
    "fra",
    "monni",
    "tatta",
    "bomi",
    "bopi",
    "noper",
    "frend",
    "medecin",
    "kine",
    "orthophoniste",
    "psychologue",
    "traitant",
    "generaliste",
    "hausarzt",
    "hausarztin",
    "logopadin",
    "gp",
    "consultant",
    "midwife",
    "medico",
    "medica",
    "confrere",
    "consoeur",
    "collegue",
    "colega",
    "tutrice",
    "tuteur",
    "assistante",
    "educatrice",
    "maitresse",
    "lehrerin",
    "lehrer",
    "teacher",
    "professora",
];
/// Words that introduce a name, alone.
const INTRODUCES: &[&str] = &[
    "appelle",
    "appelait",
    "nomme",
    "nommee",
    "prenomme",
    "prenommee",
    "prenom",
    "nom",
    "surnomme",
    "surnommee",
    "heisst",
    "hiess",
    "namens",
    "vorname",
    "nachname",
    "familienname",
    "geb",
    "geborene",
    "geborener",
    "genannt",
    "called",
    "named",
    "nicknamed",
    "surname",
    "forename",
    "nee",
    "chama",
    "chamado",
    "chamada",
    "chamava",
    "nome",
    "apelido",
    "heescht",
    "virnumm",
    "numm",
    "signe",
    "signee",
    "gez",
    "unterzeichnet",
    "signed",
    "assinado",
    "known",
    "dite",
    "alias",
    "name",
    "patientenname",
    "rufname",
];
/// Those of them that also stand before other words: a colon or a clear name has to follow.
const INTRODUCES_WEAKLY: &[&str] = &[
    "nom", "nome", "name", "numm", "called", "known", "dite", "signe", "signee", "genannt", "nomme",
    "nommee", "chamado", "chamada", "signed", "geb", "prenom", "vorname", "nachname", "apelido", "surname",
    "forename", "nee", "heisst", "named", "assinado", "heescht", "virnumm", "appelle", "appelait", "chama",
];
/// Beginnings of letters, and words around visits.
const GREETS: &[&str] = &[
    "cher", "chere", "chers", "bonjour", "bonsoir", "liebe", "lieber", "hallo", "dear", "hi", "hello",
    "caro", "cara", "prezado", "prezada", "ola", "moien", "leiwe", "leif", "salut", "servus", "coucou",
];
const BY: &[&str] = &[
    "par", "avec", "chez", "durch", "by", "with", "por", "com", "pour", "fur", "for", "para", "bei", "mit",
    "vun", "mat", "bai", "von", "que", "dass", "that", "et", "und", "and", "e", "an",
];
/// Last words of letters: a name stands on a line below.
const CLOSES: &[&str] = &[
    "cordialement",
    "confraternellement",
    "amicalement",
    "grussen",
    "gruss",
    "grusse",
    "regards",
    "sincerely",
    "faithfully",
    "wishes",
    "cumprimentos",
    "atenciosamente",
    "atentamente",
    "greiss",
    "respectueusement",
    "distinguees",
    "salutations",
    "truly",
    "thanks",
    "merci",
    "danke",
    "obrigado",
    "obrigada",
    "abraco",
    "mfg",
];

/// Whether a folded word is a word before names; such a word is no name itself.
pub fn is_cue(folded: &str) -> bool {
    [TITLES, KIN, INTRODUCES, GREETS, BY, CLOSES].iter().any(|list| list.contains(&folded))
}

/// What the words before token `i` say of it.
pub fn before(tokens: &[Token<'_>], i: usize) -> Option<Cue> {
    let token = tokens.get(i)?;
    let mut at = i.checked_sub(1)?;
    let mut point = false;
    let mut colon = false;
    let mut comma = false;
    let mut steps = 0;
    // Signs, particles and initials between the cue and the name.
    loop {
        let sign = tokens.get(at)?;
        match sign.class {
            crate::tokens::Class::Sign('.') => point = true,
            crate::tokens::Class::Sign(':' | '=') => colon = true,
            crate::tokens::Class::Sign(',') => comma = true,
            crate::tokens::Class::Sign('(' | '"' | '«' | '“' | '„' | '\'' | '’' | '-' | '*') => {}
            _ => break,
        }
        steps += 1;
        if steps > 3 {
            return None;
        }
        at = at.checked_sub(1)?;
    }
    let word = tokens.get(at)?;
    let folded = word.folded.as_str();
    let lined = tokens.get(at + 1..=i).is_some_and(|between| between.iter().any(|t| t.line_start));
    if CLOSES.contains(&folded) && (lined || comma) && token.is_capital() {
        return Some(Cue { evidence: Evidence::Letter, strong: true });
    }
    if lined && !colon {
        return None;
    }
    if TITLES.contains(&folded) && !(point && word.folded.chars().count() > 5) {
        let sure = !GUARDED.contains(&folded) || point || (token.is_capital() && word.is_capital());
        if sure && !comma && !(point && folded == "me") {
            return Some(Cue { evidence: Evidence::Title, strong: true });
        }
    }
    if (point || comma)
        && !INTRODUCES.contains(&folded)
        && !(comma && (KIN.contains(&folded) || GREETS.contains(&folded)))
    {
        return None;
    }
    if INTRODUCES.contains(&folded) {
        let strong = colon || !INTRODUCES_WEAKLY.contains(&folded);
        return Some(Cue { evidence: Evidence::Introduction, strong });
    }
    if GREETS.contains(&folded) {
        return Some(Cue { evidence: Evidence::Letter, strong: false });
    }
    if KIN.contains(&folded) {
        return Some(Cue { evidence: Evidence::Kinship, strong: colon && !lined });
    }
    None
}

/// Whether a word stands before the token after which names are frequent but not the rule.
pub fn by_before(tokens: &[Token<'_>], i: usize) -> bool {
    i.checked_sub(1).and_then(|b| tokens.get(b)).is_some_and(|t| BY.contains(&t.folded.as_str()))
}
