//! Words in other order, inflected, misspelt, joined, measured.

use super::{read, reader};
use ariane_domain::Language::{De, En, Fr, Lb, Pt};
use ariane_signs::{Kind, Status::Observed};

fn ids(text: &str, language: ariane_domain::Language) -> Vec<u32> {
    read(text, language).into_iter().map(|(id, _)| id).collect()
}

#[test]
fn inflection_and_foreign_words_between_are_allowed() {
    assert_eq!(ids("Elles tombaient vraiment souvent", Fr), [2359]);
    assert_eq!(ids("a menina caiu muitas vezes", Pt), [2359]);
    assert_eq!(ids("Il a des crises épileptiques", Fr), [1250]);
}

#[test]
fn separable_verbs_and_subordinate_clauses_are_read() {
    assert_eq!(ids("Er fällt beim Spielen oft hin.", De), [2359]);
    assert_eq!(ids("weil er oft hinfällt", De), [2359]);
    assert_eq!(ids("Sie ist oft hingefallen", De), [2359]);
}

#[test]
fn compounds_meet_their_parts() {
    assert_eq!(ids("Schwäche der Muskeln", De), [1324]);
    assert_eq!(ids("eine Muskelschwaeche", De), [1324]);
    assert_eq!(ids("Kopfschmerzen", De), [2315]);
}

#[test]
fn a_coordination_shares_its_word() {
    assert_eq!(ids("une atteinte cardiaque et rénale", Fr), [1627, 77]);
    assert_eq!(ids("short fingers and toes", En), [9381, 1831]);
    assert_eq!(ids("hypoplastic or absent nails", En), [1792, 1798]);
    assert_eq!(ids("Hände und Füße geschwollen", De), [1003, 1004]);
}

#[test]
fn x_of_the_y_is_y_x() {
    assert_eq!(ids("cysts of the kidney", En), [107]);
    assert_eq!(ids("abnormalities of the heart", En), [1627]);
    assert_eq!(ids("atrophy of both optic nerves", En), [648]);
}

#[test]
fn misspelt_words_are_found_and_marked() {
    let (_, reader) = reader();
    let signs = reader.read("Elle a une ataxxie et de la diarhée", Fr).unwrap().signs;
    assert_eq!(signs.len(), 2);
    assert!(signs.iter().all(|s| s.kind == Kind::Fuzzy && s.score < 0.95));
}

#[test]
fn offsets_count_characters() {
    let (_, reader) = reader();
    let text = "🦶🦶 Ça va, mais fièvre";
    let sign = reader.read(text, Fr).unwrap().signs.remove(0);
    let passage: String = text.chars().skip(sign.start).take(sign.end - sign.start).collect();
    assert_eq!(passage, "fièvre");
}

#[test]
fn values_that_are_a_sign_are_read() {
    assert_eq!(ids("CK à 4 500 UI/l", Fr), [3236]);
    assert_eq!(ids("CK à 45", Fr), [] as [u32; 0]);
    assert_eq!(ids("39,2 °C hier soir", Fr), [1945]);
    assert_eq!(ids("36,8 °C hier soir", Fr), [] as [u32; 0]);
    assert_eq!(ids("Kopfumfang -3 SD", De), [252]);
    assert_eq!(ids("head circumference 3rd percentile at 2 years", En), [] as [u32; 0]);
}

#[test]
fn an_english_quote_and_untranslated_terms_are_read_in_any_language() {
    let (_, reader) = reader();
    let signs = reader.read("Sur le compte rendu : nystagmus.", Fr).unwrap().signs;
    assert_eq!((signs.len(), signs[0].matched_language), (1, En));
}

#[test]
fn luxembourgish_reads_three_languages_and_tells_what_it_did_not_know() {
    let (_, reader) = reader();
    let reading = reader.read("Hie fält dacks an huet Fieber. Blablabla zwurbelt.", Lb).unwrap();
    assert_eq!(reading.signs.len(), 2);
    assert!(reading.unknown_words > 0.1 && reading.unknown_words < 0.9);
}

#[test]
fn inheritance_is_read_beside_the_signs() {
    let (_, reader) = reader();
    let reading = reader.read("autosomal dominant inheritance of ataxia", En).unwrap();
    assert_eq!((reading.signs.len(), reading.beside.len()), (1, 1));
    assert_eq!(reading.signs[0].status, Observed);
}
