//! The reader on a small ontology written for these tests.

#![allow(clippy::expect_used, clippy::panic, clippy::unwrap_used, reason = "a test fails by panicking")]

mod context;
mod hostile;
mod matching;

use ariane_domain::Language;
use ariane_knowledge::formats::hpo;
use ariane_knowledge::phenotype::ontology::Ontology;
use ariane_signs::{SignReader, SignWord, Status};

const TERMS: [(u32, &str, &[&str]); 22] = [
    (1250, "Seizure", &["Seizures", "Epilepsy"]),
    (1945, "Fever", &["Pyrexia"]),
    (12735, "Cough", &[]),
    (2014, "Diarrhea", &[]),
    (1251, "Ataxia", &[]),
    (639, "Nystagmus", &[]),
    (77, "Abnormality of the kidney", &["Renal anomaly", "Kidney abnormality"]),
    (1627, "Abnormal heart morphology", &["Cardiac anomaly", "Heart defect"]),
    (9381, "Short finger", &["Short fingers"]),
    (1831, "Short toe", &["Short toes"]),
    (1792, "Small nail", &["Hypoplastic nails"]),
    (1798, "Anonychia", &["Absent nails"]),
    (2359, "Frequent falls", &[]),
    (2540, "Inability to walk", &[]),
    (3236, "Elevated circulating creatine kinase concentration", &[]),
    (252, "Microcephaly", &["Small head"]),
    (1324, "Muscle weakness", &[]),
    (2315, "Headache", &[]),
    (1003, "Hand swelling", &[]),
    (1004, "Foot swelling", &[]),
    (107, "Renal cyst", &["Kidney cyst"]),
    (648, "Optic atrophy", &["Atrophy of the optic nerve"]),
];

const LABELS: [(Language, u32, &str); 18] = [
    (Language::Fr, 1250, "Crise épileptique"),
    (Language::Fr, 1945, "Fièvre"),
    (Language::Fr, 12735, "Toux"),
    (Language::Fr, 2014, "Diarrhée"),
    (Language::Fr, 1251, "Ataxie"),
    (Language::Fr, 77, "Atteinte rénale"),
    (Language::Fr, 1627, "Atteinte cardiaque"),
    (Language::De, 1250, "Krampfanfall"),
    (Language::De, 1945, "Fieber"),
    (Language::De, 12735, "Husten"),
    (Language::De, 2014, "Durchfall"),
    (Language::De, 1251, "Ataxie"),
    (Language::Pt, 1250, "Convulsão"),
    (Language::Pt, 1945, "Febre"),
    (Language::Pt, 12735, "Tosse"),
    (Language::Pt, 2014, "Diarreia"),
    (Language::Pt, 1251, "Ataxia"),
    (Language::Fr, 648, "Atrophie optique"),
];

const WORDS: [(Language, u32, &str); 18] = [
    (Language::Fr, 2359, "tombe souvent"),
    (Language::Fr, 2540, "ne marche pas"),
    (Language::Fr, 1324, "faiblesse musculaire"),
    (Language::De, 2359, "fällt oft hin"),
    (Language::De, 2359, "fällt dauernd um"),
    (Language::De, 2540, "kann nicht gehen"),
    (Language::De, 1324, "Muskelschwäche"),
    (Language::De, 1324, "schwache Muskeln"),
    (Language::De, 1324, "die Muskeln sind kraftlos"),
    (Language::De, 2315, "Kopfschmerzen"),
    (Language::De, 2315, "Schmerzen im Kopf"),
    (Language::De, 1003, "geschwollene Hände"),
    (Language::De, 1004, "geschwollene Füße"),
    (Language::De, 2315, "schwerer Kopf"),
    (Language::Pt, 2359, "cai muitas vezes"),
    (Language::Pt, 2540, "não anda"),
    (Language::Lb, 2359, "fält dacks"),
    (Language::En, 2359, "keeps falling over"),
];

/// The small ontology.
pub fn ontology() -> Ontology {
    let mut obo = String::from(
        "[Term]\nid: HP:0000001\nname: All\n\n[Term]\nid: HP:0000118\nname: Phenotypic abnormality\nis_a: HP:0000001\n\n[Term]\nid: HP:0000005\nname: Mode of inheritance\nis_a: HP:0000001\n\n[Term]\nid: HP:0000006\nname: Autosomal dominant inheritance\nis_a: HP:0000005\n",
    );
    for (id, name, synonyms) in TERMS {
        obo.push_str(&format!("\n[Term]\nid: HP:{id:07}\nname: {name}\nis_a: HP:0000118\n"));
        for synonym in synonyms {
            obo.push_str(&format!("synonym: \"{synonym}\" EXACT []\n"));
        }
    }
    let labels: Vec<_> = LABELS.iter().map(|(l, id, text)| (*l, *id, (*text).to_owned(), true)).collect();
    Ontology::new(hpo::read(obo.as_bytes()).unwrap(), &labels)
}

/// A reader over it.
pub fn reader() -> (Ontology, SignReader) {
    let ontology = ontology();
    let words: Vec<SignWord> = WORDS
        .iter()
        .map(|(language, term, phrase)| SignWord {
            language: *language,
            term: *term,
            phrase: (*phrase).into(),
            everyday: true,
        })
        .collect();
    let reader = SignReader::new(&ontology, &words);
    (ontology, reader)
}

/// Ids and statuses found in a text, in its order.
pub fn read(text: &str, language: Language) -> Vec<(u32, Status)> {
    let (ontology, reader) = reader();
    let signs = reader.read(text, language).unwrap().signs;
    signs.iter().map(|s| (ontology.term(s.term).unwrap().id, s.status)).collect()
}

/// The status of the first sign found.
pub fn status(text: &str, language: Language) -> Option<Status> {
    read(text, language).first().map(|(_, s)| *s)
}
