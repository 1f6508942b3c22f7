//! What the case file knows is found whatever its dress.

use crate::{READER, clean_with};
use ariane_deidentify::{About, Known, KnownPerson};
use ariane_domain::Language::{De, Fr};

fn file() -> Known {
    Known {
        persons: vec![
            KnownPerson { given: vec!["Zélie".into()], family: vec!["Petit".into(), "Marfan".into()] },
            KnownPerson { given: vec!["Hélène-Odile".into()], family: vec!["Müllenbrück".into()] },
        ],
        phones: vec!["+352 621 000 111".into()],
        mails: vec!["zelie@example.lu".into()],
        numbers: vec!["AB-12/3456".into()],
        addresses: vec!["3, rue Imaginaire, Nullepart".into()],
        ..Known::default()
    }
}

#[test]
fn names_are_found_in_any_case_without_accents_with_a_typo() {
    for dressed in [
        "ZELIE",
        "zélie",
        "Zélie",
        "Mullenbruck",
        "MUELLENBRUECK",
        "Müllenbrücks",
        "Mülenbrück",
        "HELENE-ODILE",
        "helene odile",
    ] {
        let text = clean_with(De, &format!("Heute kam {dressed} allein."), &file());
        assert_eq!(text, "Heute kam [Name] allein.", "{dressed}");
    }
}

#[test]
fn a_name_that_is_a_word_or_a_disorder_stays_where_it_is_that() {
    assert_eq!(clean_with(Fr, "Le petit cœur de Mme Petit.", &file()), "Le petit cœur de Mme [nom].");
    assert_eq!(
        clean_with(Fr, "Mme Marfan a un syndrome de Marfan.", &file()),
        "Mme [nom] a un syndrome de Marfan."
    );
}

#[test]
fn numbers_are_found_with_other_separators() {
    let text = clean_with(
        Fr,
        "Au 00352621000111, dossier ab123456, 3 RUE IMAGINAIRE à NULLEPART, zelie@example.lu",
        &file(),
    );
    assert_eq!(text, "Au [téléphone], dossier [numéro], [adresse] à [adresse], [courriel]");
}

#[test]
fn of_a_thousand_dresses_of_known_identities_nearly_none_is_missed() {
    let mut dice = crate::plant::Dice(0x1357_9bdf_2468_ace0);
    let (mut found, mut all) = (0, 0);
    let mut missed = Vec::new();
    for language in [Fr, De] {
        for given in crate::plant::names(crate::plant::SEEN, language, true) {
            for family in crate::plant::names(crate::plant::SEEN, language, false) {
                if dice.below(4) > 0 {
                    continue;
                }
                let known = Known {
                    persons: vec![KnownPerson { given: vec![given.into()], family: vec![family.into()] }],
                    ..Known::default()
                };
                let name = format!("{given} {family}");
                let dressed = match dice.below(6) {
                    0 => name.to_uppercase(),
                    1 => name.to_lowercase(),
                    2 => ariane_deidentify::fold::fold(&name),
                    3 => format!("{family}, {given}"),
                    4 => ariane_deidentify::fold::fold_german(&name),
                    _ => name.clone(),
                };
                let text = format!("le dossier {dressed} fut revu");
                let examined = READER.examine(&text, &About::new(language, &known)).unwrap();
                all += 1;
                if crate::plant::is_found(&examined, &(11..11 + dressed.len()), ariane_deidentify::Kind::Name)
                {
                    found += 1;
                } else {
                    missed.push(dressed);
                }
            }
        }
    }
    assert!(all > 500);
    assert!(f64::from(found) / f64::from(all) >= 0.99, "{found} of {all}: {missed:?}");
}
