//! What we wrote ourselves must read without a fault and hold together.

use ariane_domain::Language;
use ariane_domain::organisation::Kind;
use ariane_knowledge::directory::{Directory, STARTER_FILES, template};
use ariane_knowledge::events;
use ariane_knowledge::reference::starter_catalogue;
use ariane_knowledge::starter::{
    self, areas, countries, documents, guides, lay_names, needs, procedures, routing, table, towns,
};
use std::collections::BTreeSet;

#[test]
fn every_directory_file_reads_without_a_fault() {
    for name in STARTER_FILES {
        match template::read(&starter::file(name)) {
            Ok(organisations) => assert!(!organisations.is_empty(), "{name} is empty"),
            Err(errors) => panic!("{name}: {errors:#?}"),
        }
    }
}

#[test]
fn ids_are_unique_over_all_directory_files_and_parents_exist() {
    let mut ids = BTreeSet::new();
    for name in STARTER_FILES {
        for organisation in template::read(&starter::file(name)).unwrap_or_default() {
            assert!(ids.insert(organisation.id.clone()), "{} stands twice ({name})", organisation.id);
        }
    }
    for organisation in Directory::starter().all() {
        for parent in &organisation.parents {
            assert!(ids.contains(parent), "{} names the unknown parent {parent}", organisation.id);
        }
    }
}

#[test]
fn every_event_reads_names_its_organisation_and_bears_a_title_in_every_language() {
    let directory = Directory::starter();
    let events = match events::template::read_against(&starter::file(events::STARTER_FILE), &directory) {
        Ok(events) => events,
        Err(errors) => panic!("{errors:#?}"),
    };
    assert_eq!(events.len(), events::Agenda::starter().all().len());
    for event in &events {
        assert!(Language::ALL.iter().all(|l| event.titles.contains_key(l)), "{}", event.id);
        assert!(event.is_confirmed(), "{}: a date that nobody read at its source is not shipped", event.id);
    }
}

#[test]
fn the_rare_disease_day_is_always_ahead_and_on_the_last_day_of_february() {
    let agenda = events::Agenda::starter();
    for (today, next) in
        [("2026-11-22", "2027-02-28"), ("2027-03-01", "2028-02-29"), ("2040-02-29", "2040-02-29")]
    {
        let today = today.parse().expect("a day");
        let coming = agenda.coming_of("alliance-eurordis", today);
        assert_eq!(coming[0].start.to_string(), next);
    }
}

#[test]
fn a_structure_for_one_group_only_does_not_pass_for_one_for_all() {
    let directory = Directory::starter();
    for id in [
        "assoc-lu-kriibskrank-kanner",
        "assoc-lu-een-haerz",
        "assoc-lu-telethon",
        "assoc-fr-valentin",
        "assoc-fr-sansdiag",
        "assoc-de-kindernetzwerk",
    ] {
        assert!(directory.get(id).is_some_and(|o| !o.is_for_all()), "{id}");
    }
    assert!(directory.get("assoc-alan").is_some_and(|o| o.is_for_all()));
    assert_eq!(directory.get("lu-chl-endo").map(|o| o.kind), Some(Kind::ErnMember));
}

#[test]
fn all_networks_are_there_with_field_seat_and_site() {
    let directory = Directory::starter();
    assert_eq!(directory.of_kind(Kind::Ern).count(), 24);
    assert_eq!(directory.of_kind(Kind::Fsmr).count(), 23);
    for network in directory.of_kind(Kind::Ern).chain(directory.of_kind(Kind::Fsmr)) {
        for language in Language::ALL {
            assert!(
                network.descriptions.contains_key(&language),
                "{} has no field in {language}",
                network.id
            );
        }
        assert!(network.sites.iter().all(|s| s.url.starts_with("https://")), "{} has no site", network.id);
    }
}

#[test]
fn the_rule_table_reads_and_names_only_networks_that_exist() {
    let rules = match routing::parse(&starter::file("routing_rules.csv")) {
        Ok(rules) => rules,
        Err(errors) => panic!("{errors:#?}"),
    };
    let directory = Directory::starter();
    let mut named = BTreeSet::new();
    for rule in &rules {
        if !rule.network.starts_with("none-") {
            assert!(directory.get(&rule.network).is_some(), "line {}: {}", rule.line, rule.network);
            named.insert(rule.network.clone());
        }
    }
    assert_eq!(named.len(), 47, "each of the 24 ERNs and 23 FSMRs is reached by some rule");
}

#[test]
fn no_row_of_a_table_is_left_out_silently() {
    let rows =
        |name: &str| table::read(&starter::file(name), &[]).unwrap_or_else(|e| panic!("{name}: {e:?}")).len();
    assert_eq!(rows("disorders.csv"), starter::disorders::all().len());
    assert_eq!(rows("lay_names.csv"), lay_names::all().len());
    assert_eq!(rows("documents.csv"), documents::all().len());
    assert_eq!(rows("link_templates.csv"), documents::links().len());
    assert_eq!(rows("areas.csv"), areas::all().len());
    assert_eq!(rows("towns.csv"), towns::all().len());
    assert_eq!(rows("routing_cases.csv"), routing::cases().len());
}

#[test]
fn every_nature_and_sub_need_has_a_label_in_every_language() {
    let natures = needs::all();
    assert_eq!(natures.len(), 7);
    for nature in &natures {
        assert_eq!(nature.sub.len(), nature.code.nature.sub_needs().len(), "{}", nature.code);
        for language in Language::ALL {
            assert!(!nature.label.get(language).is_empty());
            assert!(nature.sub.iter().all(|s| !s.label.get(language).is_empty()));
        }
    }
    assert!(natures.iter().flat_map(|n| &n.sub).any(|s| s.relative), "being a relative is a need (D36)");
}

#[test]
fn country_profiles_name_lines_that_exist() {
    let directory = Directory::starter();
    let profiles = countries::all();
    assert_eq!(profiles.len(), 7);
    for profile in profiles {
        assert!(!profile.emergency.number.is_empty(), "{}", profile.code);
        assert!(!profile.crisis_lines.is_empty(), "{}", profile.code);
        for id in profile.crisis_lines.iter().chain(&profile.helplines) {
            assert!(directory.get(id).is_some(), "{} names {id}", profile.code);
        }
    }
}

#[test]
fn checklists_read_and_hold_steps_in_every_language() {
    let all = procedures::all();
    assert!(all.len() >= 10);
    for procedure in all {
        assert!(!procedure.steps.is_empty(), "{}", procedure.id);
        for language in Language::ALL {
            assert!(
                procedure.steps.iter().all(|s| !s.text.get(language).is_empty()),
                "{} {language}",
                procedure.id
            );
        }
    }
}

#[test]
fn every_guide_exists_in_every_language() {
    let french: Vec<String> = guides::of(Language::Fr).into_iter().map(|g| g.slug).collect();
    assert!(french.len() >= 20);
    for language in Language::ALL {
        let slugs: Vec<String> = guides::of(language).into_iter().map(|g| g.slug).collect();
        assert_eq!(slugs, french, "{language}");
    }
}

#[test]
fn starter_disorders_bear_names_in_four_languages() {
    let catalogue = starter_catalogue();
    let disorders = starter::disorders::all();
    assert!(disorders.len() >= 150);
    for own in disorders {
        for language in Language::OF_NOMENCLATURE {
            let entity = catalogue.entity(own.code).expect("in the catalogue");
            assert_eq!(catalogue.name(entity, language).0, language, "{}", own.code);
        }
    }
}

#[test]
fn danger_words_are_heard_in_five_languages_and_disease_names_raise_no_alarm() {
    let watch = starter::danger_phrases::watch();
    let look = |text: &str| watch.look(&ariane_knowledge::fold::words(text));
    for text in ["je veux mourir", "ich will sterben", "I want to die", "quero morrer", "ech wëll stierwen"]
    {
        assert!(!look(text).is_empty(), "{text}");
    }
    let catalogue = starter_catalogue();
    for name in catalogue.names() {
        assert!(look(&name.text).is_empty(), "{} raises an alarm", name.text);
    }
}
