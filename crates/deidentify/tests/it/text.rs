//! Free text of which nothing is known beforehand.

use crate::{READER, clean, clean_with};
use ariane_deidentify::{About, Decision, Evidence, Kind, Known};
use ariane_domain::Language::{self, De, En, Fr, Pt};

#[test]
fn an_eponym_stays_where_it_names_a_disorder_and_goes_where_it_names_a_person() {
    for (language, text) in [
        (Fr, "Une maladie de Charcot a été évoquée."),
        (Fr, "Syndrome d'Ehlers-Danlos, signe de Babinski, maladie de Charcot-Marie-Tooth."),
        (De, "Das Marfan-Syndrom wurde bestätigt, Morbus Crohn ausgeschlossen."),
        (En, "Marfan syndrome and Parkinson's disease were discussed."),
        (Pt, "Suspeita de síndrome de Marfan e doença de Charcot."),
    ] {
        assert_eq!(clean(language, text), text);
    }
    assert_eq!(clean(Fr, "M. Charcot a une maladie de Charcot."), "M. [nom] a une maladie de Charcot.");
    assert_eq!(clean(En, "Mrs Marfan has Marfan syndrome."), "Mrs [name] has Marfan syndrome.");
    assert_eq!(clean(De, "Herr Crohn hat Morbus Crohn."), "Herr [Name] hat Morbus Crohn.");
}

#[test]
fn codes_variants_values_and_doses_stay() {
    for text in [
        "FBN1 NM_000138.5:c.4082G>A p.(Cys1361Tyr), ORPHA:558, OMIM 154700, HP:0001250, 22q11.2",
        "CRP 12 mg/L, TA 120/80 mmHg, 250 000 /mm3, TSH 2,5 mUI/L",
        "Keppra 500 mg matin et soir, Doliprane 1 g si besoin",
    ] {
        assert_eq!(clean(Fr, text), text);
    }
}

#[test]
fn a_date_gives_way_to_its_year_or_to_the_age_at_it() {
    assert_eq!(clean(Fr, "Opéré le 12/03/2019."), "Opéré le [2019].");
    assert_eq!(clean(De, "Operiert am 3. März 2019."), "Operiert am [2019].");
    let known = Known { birth: "2011-06-01".parse().ok(), ..Known::default() };
    assert_eq!(
        clean_with(Fr, "Née le 1er juin 2011, opérée le 12.03.2019.", &known),
        "Née le [date de naissance], opérée le [à 7 ans]."
    );
    assert_eq!(
        clean_with(En, "First seizure on March 3, 2012.", &known),
        "First seizure on [at age 9 months]."
    );
    assert_eq!(clean(Fr, "Suivi depuis 2015."), "Suivi depuis 2015.");
}

#[test]
fn numbers_are_told_by_check_digits_and_by_the_words_beside_them() {
    let known = Known::default();
    let examined = READER.examine("NIR 2 55 08 14 168 025 38", &About::new(Fr, &known)).unwrap();
    assert_eq!(examined.findings().len(), 1);
    assert_eq!(examined.findings()[0].evidence, Evidence::CheckDigits("fr-nir"));
    assert_eq!(clean(Fr, "dossier n° 45/2291 transmis"), "dossier n° [numéro] transmis");
}

#[test]
fn a_person_may_reject_a_finding_and_add_one() {
    let known = Known::default();
    let mut examined =
        READER.examine("Mme Estournet, la boulangère du coin", &About::new(Fr, &known)).unwrap();
    assert_eq!(examined.apply().text, "Mme [nom], la boulangère du coin");
    let baker = examined.text().find("la boulangère").unwrap();
    assert!(examined.add(baker..examined.text().len(), Kind::Institution));
    assert!(examined.decide(0, Decision::Keep));
    let applied = examined.apply();
    assert_eq!(applied.text, "Mme Estournet, [établissement]");
    assert_eq!(applied.removed.len(), 1);
    assert_eq!(applied.removed[0].original, "la boulangère du coin");
    assert!(!examined.decide(9, Decision::Keep));
    assert!(!examined.add(3..3, Kind::Name));
    assert!(!examined.add(0..10_000, Kind::Name));
}

#[test]
fn one_person_bears_one_number_where_numbers_are_wanted() {
    let known = Known::default();
    let about = About { numbered: true, ..About::new(Fr, &known) };
    let examined =
        READER.examine("Mme Estournet et M. Pouyfaucon. Mme Zélie Estournet revient.", &about).unwrap();
    assert_eq!(examined.apply().text, "Mme [nom 1] et M. [nom 2]. Mme [nom 1] revient.");
}

#[test]
fn places_stay_where_a_clinician_wants_them() {
    let known = Known::default();
    let about = About { places: false, ..About::new(Fr, &known) };
    assert_eq!(
        READER.examine("Elle habite à Diekirch.", &about).unwrap().apply().text,
        "Elle habite à Diekirch."
    );
    assert_eq!(clean(Fr, "Elle habite à Diekirch."), "Elle habite à [lieu].");
}

#[test]
fn a_word_that_the_caller_knows_as_clinical_stays() {
    let known = Known::default();
    let knows = |word: &str| word == "zorblaxine";
    let about = About { clinical: Some(&knows), ..About::new(Fr, &known) };
    let text = "Un traitement par Zorblaxine est proposé.";
    assert_eq!(READER.examine(text, &about).unwrap().apply().text, text);
}

#[test]
fn findings_are_in_order_apart_and_on_characters_whatever_the_text() {
    use proptest::prelude::*;
    let known = Known::default();
    let piece = prop::sample::select(vec![
        "M. ",
        "Zélie ",
        "née ",
        "le ",
        "12/03/2019",
        "06 12 34 56 78",
        "é",
        "İ",
        "ß",
        "\u{301}",
        "\n",
        "😀",
        "-",
        "'",
        "L-1234 ",
        "rue ",
        "Ümit",
        "J. ",
        "@",
        ".",
        "a@b.fr",
        "maladie de ",
        "99999999999999999999",
        "\u{feff}",
        "von der ",
        "\0",
    ]);
    let mut runner = proptest::test_runner::TestRunner::deterministic();
    runner
        .run(&(prop::collection::vec(piece, 0..24), 0..5_usize), |(pieces, language)| {
            let text = pieces.concat();
            let examined = READER.examine(&text, &About::new(Language::ALL[language], &known)).unwrap();
            let mut end = 0;
            for finding in examined.findings() {
                prop_assert!(finding.start >= end && finding.start < finding.end);
                prop_assert!(text.get(finding.start..finding.end).is_some());
                end = finding.end;
            }
            examined.apply();
            Ok(())
        })
        .unwrap();
}

#[test]
fn a_text_too_long_is_refused() {
    let known = Known::default();
    assert!(READER.examine(&"a ".repeat(600_000), &About::new(Fr, &known)).is_err());
}
