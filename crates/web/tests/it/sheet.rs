//! The orientation sheet: the main job, over real requests.

use crate::application::{get, post};
use axum::http::StatusCode;

const FORM: &str = "code=586&place=1111+Luxembourg&need=school-work%2Fschool&age=child";

#[tokio::test]
async fn a_disease_a_place_and_a_need_give_a_sheet_with_reasons_sources_and_dates() {
    let answer = post("/fr/orientation", FORM).await;
    let text = answer.text();
    assert_eq!(answer.status, StatusCode::OK);
    for words in [
        "Mucoviscidose",
        "ERN-LUNG",
        "Pourquoi ici",
        "Source",
        "km à vol d’oiseau",
        "Coordinateur ERN (CERN)",
    ] {
        assert!(text.contains(words), "{words}");
    }
}

#[tokio::test]
async fn the_link_to_a_sheet_holds_no_place() {
    let text = post("/fr/orientation", FORM).await.text();
    let start = text.find("id=\"share\" href=\"").expect("a link") + 17;
    let link = text[start..].split('"').next().expect("an end").replace("&amp;", "&").replace("&#38;", "&");
    assert!(!link.contains("1111") && !link.to_lowercase().contains("luxembourg"), "{link}");
    assert!(link.contains("zone=49.75,6.25"), "{link}");
    let again = get(&link).await;
    assert_eq!(again.status, StatusCode::OK);
    assert!(again.text().contains("ERN-LUNG"));
}

#[tokio::test]
async fn a_place_in_an_address_is_not_read() {
    let text = get("/fr/orientation?code=586&place=1111&position=49.61,6.13").await.text();
    assert!(!text.contains("km à vol d’oiseau"));
}

#[tokio::test]
async fn a_place_that_is_not_known_is_said_and_nothing_is_lost() {
    let answer = post("/fr/orientation", "code=586&place=Atlantide&need=school-work%2Fschool").await;
    let text = answer.text();
    assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(text.contains("class=\"errors\"") && text.contains("role=\"alert\""));
    assert!(text.contains("value=\"Atlantide\""), "what was typed is still there");
    assert!(text.contains("value=\"school-work/school\" selected"), "the need is still chosen");
    assert!(text.contains("ERN-LUNG"), "the sheet is made without the place");
}

#[tokio::test]
async fn hostile_words_are_shown_as_words() {
    let hostile = "%3Cscript%3Ealert(1)%3C%2Fscript%3E";
    for (path, form) in [
        ("/fr/orientation", format!("code=586&place={hostile}")),
        ("/fr/recherche", format!("q={hostile}&place={hostile}&need={hostile}")),
    ] {
        let text = post(path, &form).await.text();
        assert!(!text.contains("<script>alert"), "{path}");
    }
    let sql = post("/fr/recherche", "q=%27%3B+DROP+TABLE+x%3B--").await;
    assert_eq!(sql.status, StatusCode::OK);
}

#[tokio::test]
async fn very_long_and_unreadable_forms_get_a_clear_answer() {
    let long = post("/fr/recherche", &format!("q={}", "mucoviscidose+".repeat(800))).await;
    assert_eq!(long.status, StatusCode::OK);
    assert!(long.text().contains("300"), "it says that only the beginning was read");
    let huge = post("/fr/recherche", &format!("q={}", "a".repeat(100_000))).await;
    assert_eq!(huge.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(huge.text().contains("formulaire"));
    let odd = post("/fr/orientation", "code=%ff%fe&place=%00%01&age=x&need=y&zone=NaN,NaN").await;
    assert!(odd.status == StatusCode::OK || odd.status == StatusCode::UNPROCESSABLE_ENTITY);
}

#[tokio::test]
async fn the_sheet_is_a_pdf_too_in_every_language() {
    for path in [
        "/fr/orientation.pdf",
        "/de/orientierung.pdf",
        "/en/orientation.pdf",
        "/pt/orientacao.pdf",
        "/lb/orienteierung.pdf",
    ] {
        let answer = post(path, FORM).await;
        assert_eq!(answer.status, StatusCode::OK, "{path}");
        assert_eq!(answer.headers["content-type"], "application/pdf");
        assert!(answer.bytes.starts_with(b"%PDF-"), "{path}");
    }
}

#[tokio::test]
async fn someone_without_a_diagnosis_gets_a_way() {
    let text = post("/fr/orientation", "code=616874&place=1111").await.text();
    assert!(text.contains("Sans diagnostic"));
    assert!(text.contains("Infoline"));
}

#[tokio::test]
async fn palliative_care_is_not_pushed() {
    let without = post("/fr/orientation", "code=803&place=1111&need=care-pathway%2Fhome-care").await.text();
    assert!(!without.contains("/comprendre/palliative-care"));
    let sought =
        post("/fr/orientation", "code=803&place=1111&need=care-pathway%2Fpalliative-care").await.text();
    assert!(sought.contains("/comprendre/palliative-care"));
}
