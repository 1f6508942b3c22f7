//! Mappings proposed from headers in several languages.

use crate::import::run;
use ariane_exchange::guess::propose;
use ariane_exchange::mapping::{Mapping, MappingFault};
use ariane_knowledge::starter::enquiry_form;

fn proposed(file: &str) -> String {
    let forms = enquiry_form::forms();
    propose(file.as_bytes(), "", forms.version(1).expect("a version")).expect("a proposal")
}

fn fields(file: &str) -> Vec<String> {
    let mapping = Mapping::parse(&proposed(file)).expect("a mapping");
    mapping.columns.into_iter().map(|column| column.field).collect()
}

#[test]
fn headers_in_french_german_and_english_are_recognised() {
    let expected = ["received-on", "age-band", "entry-mode", "referral-source", "nationality", "needs"];
    assert_eq!(fields("Date;Âge;Mode d'entrée;Envoyeur;Nationalité;Nature de la demande\n"), expected);
    assert_eq!(fields("Datum;Alter;Kontaktweg;Zuweiser;Staatsangehörigkeit;Anliegen\n"), expected);
    assert_eq!(fields("Date received;Age group;Channel;Referred by;Nationality;Purpose\n"), expected);
}

#[test]
fn values_are_translated_and_the_proposal_imports_once_it_is_complete() {
    let file = "Date;Âge;Mode d'entrée;Nationalité;Nature de la demande\n\
        02/03/2020;Enfants <12ans;tél;Luxembourgeois;Demande de soutien psychologique\n\
        03/03/2020;Adultes;Courriel;Portugaise;Démarches administratives\n";
    let mapping = proposed(file);
    let (taken, report) = run(file.as_bytes(), &mapping).unwrap_or_else(|fault| panic!("{fault}\n{mapping}"));
    assert_eq!(taken.len(), 2, "{report}\n{mapping}");
}

#[test]
fn ages_in_years_are_noticed() {
    assert!(proposed("Date;Age\n02/03/2020;7\n02/03/2020;43\n").contains("ages = true"));
}

#[test]
fn what_is_not_recognised_has_to_be_decided() {
    let text = proposed("Date;Couleur;Alter;Age\n02/03/2020;bleu;7;7\n");
    let mapping = Mapping::parse(&text).expect("a mapping");
    let faults = mapping.faults(enquiry_form::forms().version(1));
    assert_eq!(faults, ["Couleur", "Age"].map(|name| MappingFault::Undecided(name.into())), "{text}");
}

#[test]
fn a_header_with_quotation_marks_stays_a_header() {
    let text = proposed("Date;\"\"\"x\"\" = 1\n[[column]]\"\n");
    assert_eq!(Mapping::parse(&text).expect("a mapping").columns.len(), 2, "{text}");
}

#[test]
fn values_of_people_are_not_repeated() {
    let text = proposed("Date;Nom;Téléphone;Couleur\n02/03/2020;Fictive Secrète;+352 000;turquoise\n");
    assert!(!text.contains("Secrète") && !text.contains("+352") && !text.contains("turquoise"), "{text}");
}
