//! What every route refuses, and what every answer carries.

use crate::application::{call, get};
use crate::pages::addresses;
use ariane_domain::Language;
use axum::http::StatusCode;

#[tokio::test]
async fn every_answer_forbids_foreign_content_frames_and_caches() {
    for address in
        addresses(Language::Fr).iter().map(String::as_str).chain(["/rien", "/api/suggest?q=x", "/health"])
    {
        let answer = get(address).await;
        let policy = answer.headers["content-security-policy"].to_str().expect("text").to_owned();
        assert!(policy.contains("default-src 'none'") && !policy.contains("unsafe"), "{address}");
        assert_eq!(answer.headers["referrer-policy"], "no-referrer", "{address}");
        assert_eq!(answer.headers["x-content-type-options"], "nosniff", "{address}");
        assert_eq!(answer.headers["cache-control"], "no-store", "{address}");
    }
}

#[tokio::test]
async fn pages_hold_nothing_that_the_policy_would_block() {
    for address in addresses(Language::Fr) {
        let text = get(&address).await.text();
        for forbidden in [" style=\"", "<style", " onclick=", "javascript:", "src=\"http", "@import"] {
            assert!(!text.contains(forbidden), "{address} holds {forbidden}");
        }
    }
}

#[tokio::test]
async fn nothing_can_be_written_or_deleted() {
    for address in ["/fr", "/fr/maladie/586", "/fr/annuaire", "/api/suggest", "/health"] {
        for method in ["PUT", "DELETE", "PATCH", "TRACE"] {
            let status = call(method, address).await.status;
            assert!(
                matches!(
                    status,
                    StatusCode::METHOD_NOT_ALLOWED | StatusCode::UNPROCESSABLE_ENTITY | StatusCode::NOT_FOUND
                ),
                "{method} {address}: {status}"
            );
        }
    }
}

#[tokio::test]
async fn assets_are_found_by_name_and_nothing_else_is() {
    let css = get("/static/x/ariane.css").await;
    assert_eq!(css.status, StatusCode::OK);
    assert!(css.headers["cache-control"].to_str().expect("text").contains("immutable"));
    for path in [
        "/static/x/../Cargo.toml",
        "/static/x/..%2f..%2fCargo.toml",
        "/static/x/map/make_outline.mjs",
        "/static/x/",
    ] {
        assert_eq!(get(path).await.status, StatusCode::NOT_FOUND, "{path}");
    }
}

#[tokio::test]
async fn health_names_no_person_and_no_path() {
    let text = get("/health").await.text();
    assert!(text.contains("\"status\":\"ok\""));
    assert!(!text.contains('/'));
}
