//! The ontology for measuring, from a directory of published files.

use ariane_domain::Language;
use ariane_knowledge::formats::{babelon, hpo};
use ariane_knowledge::phenotype::ontology::Ontology;
use std::path::Path;

/// Reads `hpo/hp.obo` and the translations beside it. None when there is no ontology.
pub fn ontology(data: &Path) -> Option<Ontology> {
    let folder = data.join("hpo");
    let ontology = hpo::read(&std::fs::read(folder.join("hp.obo")).ok()?).ok()?;
    let mut translations = Vec::new();
    for (language, name, is_label) in [
        (Language::Fr, "hp-fr.babelon.tsv", true),
        (Language::De, "hp-de.babelon.tsv", true),
        (Language::Pt, "hp-pt.babelon.tsv", true),
        (Language::Fr, "hp-fr.synonyms.tsv", false),
    ] {
        let Ok(bytes) = std::fs::read(folder.join(name)) else { continue };
        let read = if is_label { babelon::read(&bytes) } else { babelon::read_synonyms(&bytes) };
        let labels = read.map(|r| r.labels).unwrap_or_default();
        translations.extend(labels.into_iter().map(|(id, text)| (language, id, text, is_label)));
    }
    Some(Ontology::new(ontology, &translations))
}
