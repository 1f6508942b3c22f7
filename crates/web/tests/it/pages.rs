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
        Page::Map,
        Page::Guides,
        Page::Helplines,
        Page::Sources,
        Page::Rules,
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
        (Page::Guides, "ern"),
        (Page::Rules, "586"),
    ] {
        all.push(page.path_to(l, what));
    }
    all.push(format!("{}?q=mucoviscidose", Page::Search.path(l)));
    all.push(format!("{}?code=586&zone=49.75,6.25&need=school-work", Page::Sheet.path(l)));
    all.push(format!("{}?kind=association&country=LU", Page::Directory.path(l)));
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
