//! `hp.obo`: the Human Phenotype Ontology in OBO 1.2/1.4.

use super::FormatError;

/// How near a synonym is to its term, as OBO's synonym scopes say.
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub enum Scope {
    /// Means the same.
    Exact,
    /// Means more.
    Broad,
    /// Means less.
    Narrow,
    /// Has to do with it.
    Related,
}

/// Another wording of a term.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HpoSynonym {
    /// As published.
    pub text: String,
    /// How near it is.
    pub scope: Scope,
    /// Whether it is marked as a layperson's word.
    pub lay: bool,
    /// Whether it is marked as an abbreviation.
    pub abbreviation: bool,
}

/// One term.
#[derive(Debug, Default, Clone)]
pub struct HpoTerm {
    /// Number of `HP:0001250` is 1250.
    pub id: u32,
    /// English label.
    pub name: String,
    /// What it means, English; empty when not stated.
    pub definition: String,
    /// Other English wordings.
    pub synonyms: Vec<HpoSynonym>,
    /// Parents.
    pub is_a: Vec<u32>,
    /// Earlier ids of the same term.
    pub alt_ids: Vec<u32>,
    /// Whether the term is retired.
    pub obsolete: bool,
    /// Successor of a retired term.
    pub replaced_by: Option<u32>,
    /// Terms to look at in place of a retired one that has no successor.
    pub consider: Vec<u32>,
}

/// The ontology file.
#[derive(Debug, Default, Clone)]
pub struct Hpo {
    /// E.g. `hp/releases/2026-02-16`.
    pub version: String,
    /// Its terms.
    pub terms: Vec<HpoTerm>,
}

/// The number in `HP:0001250`.
pub fn number(id: &str) -> Option<u32> {
    let digits = id.trim().strip_prefix("HP:")?;
    (digits.len() == 7).then(|| digits.parse().ok()).flatten()
}

/// Reads the file.
pub fn read(bytes: &[u8]) -> Result<Hpo, FormatError> {
    let text = std::str::from_utf8(bytes).map_err(|_| FormatError::Encoding)?;
    let mut out = Hpo::default();
    let mut term: Option<HpoTerm> = None;
    let close = |term: Option<HpoTerm>, out: &mut Hpo| {
        out.terms.extend(term.filter(|t| t.id != 0));
    };
    for line in text.lines() {
        if line.starts_with('[') {
            close(term.take(), &mut out);
            if line.trim() == "[Term]" {
                term = Some(HpoTerm::default());
            }
            continue;
        }
        let Some((tag, value)) = line.split_once(": ") else { continue };
        let first_word = || value.split_whitespace().next().unwrap_or_default();
        match (&mut term, tag) {
            (None, "data-version") => value.clone_into(&mut out.version),
            (Some(term), "id") => term.id = number(value).unwrap_or(0),
            (Some(term), "name") => value.clone_into(&mut term.name),
            (Some(term), "def") => term.definition = quoted(value).0,
            (Some(term), "synonym") => term.synonyms.extend(synonym(value)),
            (Some(term), "consider") => term.consider.extend(number(first_word())),
            (Some(term), "is_a") => term.is_a.extend(number(first_word())),
            (Some(term), "alt_id") => term.alt_ids.extend(number(value)),
            (Some(term), "is_obsolete") => term.obsolete = value.trim() == "true",
            (Some(term), "replaced_by") => term.replaced_by = number(first_word()),
            _ => {}
        }
    }
    close(term, &mut out);
    if out.terms.is_empty() {
        return Err(FormatError::Empty("term"));
    }
    Ok(out)
}

/// The text between the first pair of quotes, unescaped, and what follows it.
fn quoted(value: &str) -> (String, &str) {
    let Some(inner) = value.strip_prefix('"') else { return (String::new(), value) };
    let mut text = String::new();
    let mut chars = inner.char_indices();
    while let Some((at, c)) = chars.next() {
        match c {
            '"' => return (text, &inner[at + 1..]),
            '\\' => text.extend(chars.next().map(|(_, escaped)| escaped)),
            _ => text.push(c),
        }
    }
    (text, "")
}

fn synonym(value: &str) -> Option<HpoSynonym> {
    let (text, rest) = quoted(value);
    let mut words = rest.split_whitespace();
    let scope = match words.next()? {
        "EXACT" => Scope::Exact,
        "BROAD" => Scope::Broad,
        "NARROW" => Scope::Narrow,
        "RELATED" => Scope::Related,
        _ => return None,
    };
    let kind = words.next().unwrap_or_default();
    let usable = !text.is_empty() && kind != "obsolete_synonym" && kind != "allelic_requirement";
    usable.then(|| HpoSynonym { text, scope, lay: kind == "layperson", abbreviation: kind == "abbreviation" })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn synonyms_keep_scope_and_kind_and_quotes_are_unescaped() {
        let obo = "[Term]\nid: HP:0000002\nname: Sign\ndef: \"Said \\\"so\\\".\" [x:y]\n\
                   synonym: \"Short digits\" EXACT layperson [x]\nsynonym: \"SD\" EXACT abbreviation []\n\
                   synonym: \"Old\" EXACT obsolete_synonym []\nsynonym: \"Wide\" BROAD []\n";
        let hpo = read(obo.as_bytes()).expect("readable");
        assert_eq!(hpo.terms[0].definition, "Said \"so\".");
        let got: Vec<_> =
            hpo.terms[0].synonyms.iter().map(|s| (s.text.as_str(), s.scope, s.lay, s.abbreviation)).collect();
        assert_eq!(
            got,
            [
                ("Short digits", Scope::Exact, true, false),
                ("SD", Scope::Exact, false, true),
                ("Wide", Scope::Broad, false, false)
            ]
        );
    }

    #[test]
    fn terms_parents_and_successors_are_read() {
        let obo = "format-version: 1.4\ndata-version: hp/releases/2099-01-01\n\n[Term]\nid: HP:0000001\nname: All\n\n\
                   [Term]\nid: HP:0000002\nname: Sign\nis_a: HP:0000001 ! All\nalt_id: HP:0000009\n\n\
                   [Term]\nid: HP:0000003\nname: obsolete Old\nis_obsolete: true\nreplaced_by: HP:0000002\n\n[Typedef]\nid: x\n";
        let hpo = read(obo.as_bytes()).expect("readable");
        assert_eq!(hpo.version, "hp/releases/2099-01-01");
        assert_eq!(hpo.terms.len(), 3);
        assert_eq!((hpo.terms[1].is_a.as_slice(), hpo.terms[1].alt_ids.as_slice()), (&[1][..], &[9][..]));
        assert_eq!((hpo.terms[2].obsolete, hpo.terms[2].replaced_by), (true, Some(2)));
    }
}
