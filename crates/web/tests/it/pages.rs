//! Every page in every language.

use crate::application::{get, post};
use ariane_domain::Language;
use ariane_web::addresses::Page;
use axum::http::StatusCode;

/// One address of every kind of page.
pub fn addresses(l: Language) -> Vec<String> {
    let mut all: Vec<String> = [
        Page::Start,
        Page::Sheet,
        Page::Networks,
        Page::Directory,
        Page::Events,
        Page::Map,
        Page::Guides,
        Page::Helplines,
        Page::Sources,
        Page::Rules,
        Page::Describe,
    ]
    .into_iter()
    .map(|p| p.path(l))
    .collect();
    for (page, what) in [
        (Page::Disease, "586"),
        (Page::Disease, "616874"),
        (Page::Rarity, "586"),
        (Page::Organisation, "ern-lung"),
        (Page::Organisation, "fsmr-mucocftr"),
        (Page::Organisation, "alliance-eurordis"),
        (Page::Organisation, "lab-lu-lns-bm"),
        (Page::Organisation, "lu-chl-endo"),
        (Page::Guides, "ern"),
        (Page::Rules, "586"),
    ] {
        all.push(page.path_to(l, what));
    }
    all.push(format!("{}?q=mucoviscidose", Page::Search.path(l)));
    all.push(format!("{}?code=586&zone=49.75,6.25&need=school-work", Page::Sheet.path(l)));
    all.push(format!("{}?kind=association&country=LU", Page::Directory.path(l)));
    all.push(format!("{}?kind=training&for=professionals", Page::Events.path(l)));
    all
}

#[tokio::test]
async fn every_page_answers_in_every_language_with_its_frame() {
    for language in Language::ALL {
        for address in addresses(language) {
            let answer = get(&address).await;
            let text = answer.text();
            assert_eq!(answer.status, StatusCode::OK, "{address}");
            assert!(text.contains(&format!("<html lang=\"{language}\">")), "{address}");
            assert_eq!(text.matches("<h1").count(), 1, "{address}: one heading");
            assert!(
                text.contains("href=\"tel:112\"") || text.contains("112"),
                "{address} names the emergency number"
            );
            assert!(text.contains("id=\"content\""), "{address}");
        }
    }
}

#[tokio::test]
async fn no_page_shows_the_key_of_a_text_in_place_of_the_text() {
    let keys: Vec<String> = ariane_web::text::bundle::inspect(Language::Fr).0;
    for language in Language::ALL {
        for address in addresses(language) {
            let text = get(&address).await.text();
            for key in keys.iter().filter(|k| k.contains('-')) {
                assert!(!text.contains(&format!(">{key}<")), "{address} shows {key}");
            }
        }
    }
}

#[tokio::test]
async fn what_is_not_there_is_answered_in_the_language_of_the_address() {
    for (address, words) in [
        ("/fr/maladie/99999999", "n’est pas dans notre base"),
        ("/fr/maladie/E84", "n’est pas dans notre base"),
        ("/fr/structure/nobody", "n’est pas dans notre annuaire"),
        ("/fr/comprendre/..%2f..%2fetc", "n’existe pas"),
        ("/fr/nulle/part", "n’existe pas"),
        ("/rien", "n’existe pas"),
    ] {
        let answer = get(address).await;
        assert_eq!(answer.status, StatusCode::NOT_FOUND, "{address}");
        assert!(answer.text().contains(words), "{address}");
    }
}

#[tokio::test]
async fn the_front_door_leads_to_a_language() {
    let answer = get("/").await;
    assert!(answer.status.is_redirection());
    assert_eq!(answer.headers["location"], "/fr");
}

#[tokio::test]
async fn the_same_page_is_offered_in_the_other_languages() {
    let text = get("/fr/maladie/586").await.text();
    for address in ["/de/krankheit/586", "/en/disease/586", "/pt/doenca/586", "/lb/krankheet/586"] {
        assert!(text.contains(address), "{address}");
        assert_eq!(get(address).await.status, StatusCode::OK);
    }
}

#[tokio::test]
async fn danger_comes_first_and_at_any_page_that_takes_words() {
    for (path, text) in [
        ("/fr/recherche", "je veux mourir"),
        ("/de/suche", "ich will sterben"),
        ("/en/search", "I want to die"),
    ] {
        let page = post(path, &format!("q={}", text.replace(' ', "+"))).await.text();
        let alert = page.find("class=\"danger\"").unwrap_or_else(|| panic!("{path}: no alert"));
        let heading = page.find("<h1").expect("a heading");
        assert!(alert < heading, "{path}: danger comes before everything else");
        assert!(page[alert..heading].contains("tel:112"), "{path}");
    }
    assert!(!get("/fr/recherche?q=mucoviscidose").await.text().contains("class=\"danger\""));
}

#[tokio::test]
async fn suggestions_are_short_and_tell_what_they_are() {
    let answer = get("/api/suggest?lang=fr&q=muco").await;
    let list: serde_json::Value = serde_json::from_slice(&answer.bytes).expect("JSON");
    assert_eq!(list[0]["code"], 586);
    assert!(list.as_array().expect("a list").len() <= 8);
    assert_eq!(get("/api/suggest").await.text(), "[]");
}

#[tokio::test]
async fn the_agenda_names_day_organiser_source_and_check_and_teaches_where_it_is_empty() {
    let text = get("/fr/agenda").await.text();
    for words in [
        "Journée internationale des maladies rares",
        "28 février 2027",
        "datetime=\"2027-02-28\"",
        "/fr/structure/alliance-eurordis",
        "https://www.rarediseaseday.org/what-is-rare-disease-day/",
        "vérifié le",
    ] {
        assert!(text.contains(words), "{words}");
    }
    let none = get("/fr/agenda?kind=training").await.text();
    assert!(none.contains("class=\"empty\"") && none.contains("avec sa source"));
    assert!(none.contains("value=\"training\" selected"), "the choice is kept");
    assert_eq!(get("/fr/agenda?kind=%3Cscript%3E&for=x").await.status, StatusCode::OK);
    let organisation = get("/de/einrichtung/alliance-eurordis").await.text();
    assert!(
        organisation.contains("Tag der Seltenen Erkrankungen") && organisation.contains("28. Februar 2027")
    );
}

#[tokio::test]
async fn a_laboratory_says_what_is_known_of_its_work_and_what_is_not() {
    let text = get("/fr/structure/lab-lu-lns-bm").await.text();
    let part = text.split("id=\"laboratory\"").nth(1).expect("the part");
    for words in ["Dépistage néonatal", "ISO 15189 (OLAS)", "un médecin", "non connu de nous"] {
        assert!(part.contains(words), "{words}");
    }
    assert!(!get("/fr/structure/assoc-alan").await.text().contains("id=\"laboratory\""));
}

#[tokio::test]
async fn a_member_of_a_network_is_called_what_it_is() {
    let text = get("/fr/structure/lu-chl-endo").await.text();
    assert!(text.contains("<p class=\"kind\">équipe hospitalière membre d’un réseau européen (ERN)"));
    assert!(!text.contains("Qu’est-ce qu’un centre de référence"));
}

#[tokio::test]
async fn onset_and_inheritance_name_their_source_and_say_that_no_place_is_stated() {
    let text = get("/fr/maladie/586").await.text();
    assert!(text.contains("Aucun lieu n’est précisé"));
    assert!(text.contains("https://www.orpha.net/en/disease/detail/586"));
}
