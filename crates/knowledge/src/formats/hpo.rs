//! `hp.obo`: the Human Phenotype Ontology in OBO 1.2/1.4.

use super::FormatError;

/// One term.
#[derive(Debug, Default, Clone)]
pub struct HpoTerm {
    /// Number of `HP:0001250` is 1250.
    pub id: u32,
    /// English label.
    pub name: String,
    /// Parents.
    pub is_a: Vec<u32>,
    /// Earlier ids of the same term.
    pub alt_ids: Vec<u32>,
    /// Whether the term is retired.
    pub obsolete: bool,
    /// Successor of a retired term.
    pub replaced_by: Option<u32>,
}

/// The ontology file.
#[derive(Debug, Default)]
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

#[cfg(test)]
mod tests {
    use super::*;

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
