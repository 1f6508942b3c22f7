//! Light stemmers on folded words, and the root that nouns and adjectives of medicine share.
//!
//! They only have to be the same on both sides of a comparison; they cut little, because what is cut too
//! much makes different words equal.

use ariane_domain::Language;

/// A word without its inflection.
pub(crate) fn stem(language: Language, word: &str) -> String {
    if word.len() < 4 || !word.is_ascii() {
        return word.to_owned();
    }
    match language {
        Language::En => english(word),
        Language::Fr => french(word),
        Language::De | Language::Lb => german(word),
        Language::Pt => portuguese(word),
    }
}

/// Cuts the first suffix that leaves at least `least` letters.
fn cut<'a>(word: &'a str, suffixes: &[&str], least: usize) -> &'a str {
    suffixes.iter().find_map(|s| word.strip_suffix(s).filter(|rest| rest.len() >= least)).unwrap_or(word)
}

fn english(word: &str) -> String {
    // British and American spelling meet; so do the Latin diphthongs.
    let mut w = word.to_owned();
    if w.len() >= 5 {
        w = w.replace("ae", "e").replace("oe", "e");
        if w.contains("our") && w.len() >= 6 {
            w = w.replace("our", "or");
        }
        w = w.replace("isation", "ization");
    }
    if let Some(rest) = w.strip_suffix("ies").filter(|r| r.len() >= 3) {
        w = format!("{rest}y");
    } else if w.ends_with("sses") || w.ends_with("xes") || w.ends_with("shes") || w.ends_with("ches") {
        w.truncate(w.len() - 2);
    } else if w.ends_with("oses")
        || w.ends_with("eses")
        || w.ends_with("yses")
        || w.ends_with("ases") && w.len() > 7
    {
        w.truncate(w.len() - 2);
        w.push_str("is");
    } else if w.ends_with('s')
        && !w.ends_with("ss")
        && !w.ends_with("us")
        && !w.ends_with("is")
        && w.len() >= 4
    {
        w.truncate(w.len() - 1);
    }
    let base = cut(&w, &["ing", "ed"], 3);
    if base.len() < w.len() && base.chars().any(|c| "aeiouy".contains(c)) {
        let mut bytes = base.to_owned();
        let b = bytes.as_bytes();
        if b.len() >= 4 && b[b.len() - 1] == b[b.len() - 2] && !matches!(b[b.len() - 1], b'l' | b's' | b'e') {
            bytes.pop();
        }
        w = bytes;
    }
    if let Some(rest) = w.strip_suffix("ly").filter(|r| r.len() >= 5) {
        w = rest.to_owned();
    }
    if let Some(rest) = w.strip_suffix('e').filter(|r| r.len() >= 3) {
        w = rest.to_owned();
    }
    w
}

fn french(word: &str) -> String {
    let mut w = word.to_owned();
    if let Some(rest) = w.strip_suffix("eaux") {
        w = format!("{rest}eau");
    } else if let Some(rest) = w.strip_suffix("aux").filter(|r| r.len() >= 3) {
        w = format!("{rest}al");
    } else if (w.ends_with('s') || w.ends_with('x')) && !w.ends_with("ss") && w.len() >= 4 {
        w.pop();
    }
    for (feminine, masculine) in
        [("euse", "eu"), ("ienne", "ien"), ("elle", "el"), ("trice", "teur"), ("enne", "en")]
    {
        if let Some(rest) = w.strip_suffix(feminine).filter(|r| r.len() >= 3) {
            w = format!("{rest}{masculine}");
            return w;
        }
    }
    if let Some(rest) = w.strip_suffix("ive").filter(|r| r.len() >= 3) {
        return format!("{rest}if");
    }
    cut(
        &w,
        &[
            "issements",
            "issement",
            "issaient",
            "issait",
            "issent",
            "aient",
            "erait",
            "ement",
            "ante",
            "ee",
            "ait",
            "ant",
            "ent",
            "ees",
            "er",
            "ez",
            "es",
            "e",
        ],
        4,
    )
    .trim_end_matches('e')
    .to_owned()
}

fn german(word: &str) -> String {
    let w = cut(word, &["erinnen", "innen", "enden", "ende", "ernd", "ungen", "isten", "esten"], 5);
    let w = if w.len() < word.len() && word.ends_with("ungen") { return format!("{w}ung") } else { w };
    let w = cut(w, &["ern", "em", "en", "er", "es", "e", "n", "s"], 4);
    let w = if w.len() >= 5
        && w.ends_with('t')
        && !w.ends_with("st")
        && !w.ends_with("ht")
        && !w.ends_with("eit")
        && !w.ends_with("aet")
        && !w.ends_with("tat")
        && !w.ends_with("aft")
    {
        &w[..w.len() - 1]
    } else {
        w
    };
    w.to_owned()
}

fn portuguese(word: &str) -> String {
    // The silent consonants that the spelling reform dropped, and that Brazil never wrote.
    let mut w = if word.len() > 5 {
        word.replace("cc", "c").replace("ct", "t").replace("pt", "t").replace("pc", "c")
    } else {
        word.to_owned()
    };
    for (plural, singular) in [
        ("oes", "ao"),
        ("aes", "ao"),
        ("aos", "ao"),
        ("ais", "al"),
        ("eis", "el"),
        ("ois", "ol"),
        ("ns", "m"),
        ("res", "r"),
        ("zes", "z"),
    ] {
        if let Some(rest) = w.strip_suffix(plural).filter(|r| r.len() >= 2) {
            w = format!("{rest}{singular}");
            break;
        }
    }
    if w.ends_with('s') && w.len() >= 4 && !w.ends_with("ss") {
        w.pop();
    }
    let w = cut(&w, &["zinho", "zinha", "inho", "inha"], 3);
    let w = cut(w, &["mente"], 4);
    let w = cut(
        w,
        &[
            "ariam", "eriam", "iriam", "avam", "aram", "eram", "iram", "ando", "endo", "indo", "adas",
            "idas", "ado", "ada", "ido", "ida", "ava", "iam", "ou", "ar", "er", "ir", "am", "em",
        ],
        3,
    );
    let short = cut(w, &["a", "o"], 3);
    if short.len() < w.len() { short.to_owned() } else { cut(w, &["e"], 4).to_owned() }
}

/// What a noun and an adjective of medicine share: "hypoplastic" and "hypoplasia", "spastisch" and "Spastik".
pub(crate) fn root(language: Language, stem: &str) -> Option<&str> {
    if !stem.is_ascii() || stem.len() < 4 {
        return None;
    }
    let suffixes: &[&str] = match language {
        Language::En => &[
            "ticity", "tical", "ically", "icity", "ation", "osity", "ness", "ical", "tic", "sis", "ity",
            "ism", "ous", "ion", "ia", "ic", "al", "y", "a",
        ],
        Language::Fr => &[
            "iquement", "ation", "icite", "ique", "iqu", "esse", "isme", "ism", "iq", "ie", "i", "ess",
            "osit", "al",
        ],
        Language::De | Language::Lb => &[
            "ischer", "isch", "itat", "igkeit", "lichkeit", "keit", "heit", "ismu", "ig", "lich", "ung",
            "ie", "ik", "i", "iert", "ier", "os",
        ],
        Language::Pt => &["icidad", "idad", "ism", "ic", "os", "ez", "ent", "i", "acao", "aca", "al"],
    };
    suffixes.iter().find_map(|s| stem.strip_suffix(s)).filter(|r| r.len() >= 4).or(Some(stem))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn same(language: Language, words: &[&str]) {
        let stems: Vec<_> = words.iter().map(|w| stem(language, w)).collect();
        assert!(stems.windows(2).all(|p| p[0] == p[1]), "{stems:?}");
    }

    #[test]
    fn inflected_forms_meet() {
        same(Language::En, &["seizure", "seizures"]);
        same(Language::En, &["oedema", "edema"]);
        same(Language::En, &["stenosis", "stenoses"]);
        same(Language::Fr, &["osseux", "osseuse", "osseuses"]);
        same(
            Language::Fr,
            &["vertébral", "vertébraux"].map(|w| if w == "vertébral" { "vertebral" } else { "vertebraux" }),
        );
        same(Language::Fr, &["pleure", "pleurent", "pleurait", "pleurer"]);
        same(Language::De, &["muskel", "muskeln"]);
        same(Language::De, &["kurz", "kurze", "kurzen", "kurzes"]);
        same(Language::Pt, &["articulacao", "articulacoes"]);
        same(Language::Pt, &["torta", "torto", "tortas"]);
    }

    #[test]
    fn nouns_and_adjectives_share_a_root() {
        for (language, a, b) in [
            (Language::En, "hypoplasia", "hypoplastic"),
            (Language::En, "ataxia", "ataxic"),
            (Language::En, "fibrosis", "fibrotic"),
            (Language::En, "spasticity", "spastic"),
            (Language::De, "spastik", "spastisch"),
            (Language::Fr, "hypotonie", "hypotonique"),
        ] {
            let (a, b) = (stem(language, a), stem(language, b));
            assert_eq!(root(language, &a), root(language, &b), "{a} {b}");
        }
    }

    #[test]
    fn short_and_foreign_words_stay() {
        assert_eq!(stem(Language::Fr, "os"), "os");
        assert_eq!(stem(Language::De, "шум"), "шум");
    }
}
