//! The console of data protection, signed in with both factors, on a real store.

use crate::application::Answer;
use crate::infoline::{Hand, Infoline, hire};
use ariane_domain::account::Role;
use axum::http::StatusCode;

async fn officer(line: &Infoline) -> Hand {
    hire(line.app.accounts.as_ref().expect("accounts"), "Odile Fictive", Role::DataProtectionOfficer).await
}

fn field<'a>(page: &'a str, form: &str, name: &str) -> &'a str {
    let section = page.split(form).nth(1).unwrap_or_default();
    let mark = format!("name=\"{name}\" value=\"");
    section.split(&mark).nth(1).and_then(|rest| rest.split('"').next()).unwrap_or_default()
}

fn moved(answer: &Answer) {
    assert_eq!(answer.status, StatusCode::SEE_OTHER, "{}", answer.text());
}

#[tokio::test]
async fn the_officer_sees_every_page_and_others_only_theirs() {
    let line = Infoline::open().await;
    let officer = officer(&line).await;
    let pages = ["dpo", "dpo/registre", "dpo/registre.csv", "dpo/demandes", "dpo/violations"];
    let more = ["dpo/inhabituel", "dpo/journal", "dpo/ouvertures", "dpo/analyse-impact", "lien-prive"];
    for path in pages.iter().chain(&more) {
        let answer = line.get(&officer, &format!("/fr/{path}")).await;
        assert_eq!(answer.status, StatusCode::OK, "{path}: {}", answer.text());
        assert!(!answer.text().contains("dpo-column"), "{path}: every text is there");
        if path.starts_with("dpo") {
            assert_eq!(line.get(&line.anne, &format!("/fr/{path}")).await.status, StatusCode::FORBIDDEN);
        }
    }
    assert_eq!(line.get(&line.anne, "/fr/lien-prive").await.status, StatusCode::OK);
    assert_eq!(line.get(&officer, "/fr/permanence").await.status, StatusCode::FORBIDDEN, "no content");
}

#[tokio::test]
async fn a_request_on_paper_is_written_down_and_moved_on() {
    let line = Infoline::open().await;
    let officer = officer(&line).await;
    let fields = [("right", "access"), ("way", "letter"), ("note", "<script>alert(1)</script>")];
    moved(&line.post(&officer, "/fr/dpo/demande", &fields).await);
    let page = line.get(&officer, "/fr/dpo/demandes").await.text();
    assert!(page.contains("&#60;script") && !page.contains("<script>alert"), "escaped");
    let (id, version) =
        (field(&page, "/fr/dpo/demande\"", "id"), field(&page, "/fr/dpo/demande\"", "version"));
    let fields = [("id", id), ("version", version), ("next", "done")];
    moved(&line.post(&officer, "/fr/dpo/demande", &fields).await);
    let again = line.post(&officer, "/fr/dpo/demande", &fields).await;
    assert_eq!(again.status, StatusCode::CONFLICT);
    assert_eq!(line.post(&line.anne, "/fr/dpo/demande", &fields).await.status, StatusCode::FORBIDDEN);
}

#[tokio::test]
async fn a_breach_is_recorded_with_its_clock() {
    let line = Infoline::open().await;
    let officer = officer(&line).await;
    let fields = [
        ("do", "new"),
        ("noticed", "2026-11-01T09:00"),
        ("kind", "confidentiality"),
        ("risk", "unknown"),
        ("persons", "2"),
        ("facts", "fictif"),
    ];
    moved(&line.post(&officer, "/fr/dpo/violations", &fields).await);
    let page = line.get(&officer, "/fr/dpo/violations").await.text();
    assert!(page.contains("class=\"late\"") && page.contains("dépassé"), "{page}");
}

#[tokio::test]
async fn a_closed_record_is_asked_for_by_one_and_approved_by_another() {
    let line = Infoline::open().await;
    let officer = officer(&line).await;
    line.log(&line.anne, &[]).await;
    let asked = [("enquiry", "1"), ("reason", "danger")];
    let answer = line.post(&line.cell, "/fr/ouverture-exceptionnelle", &asked).await;
    assert!(answer.text().contains("seconde personne"), "{}", answer.text());
    let page = line.get(&officer, "/fr/dpo/ouvertures").await.text();
    let id = field(&page, "/fr/dpo/ouvertures\"", "id");
    let fields = [("id", id), ("do", "approve")];
    assert_eq!(line.post(&line.cell, "/fr/dpo/ouvertures", &fields).await.status, StatusCode::FORBIDDEN);
    moved(&line.post(&officer, "/fr/dpo/ouvertures", &fields).await);
    let page = line.get(&officer, "/fr/dpo/ouvertures").await.text();
    assert!(page.contains("autorisé, à revoir"), "{page}");
}

#[tokio::test]
async fn staff_give_a_new_link_and_a_code_and_the_log_is_found_by_number() {
    let line = Infoline::open().await;
    let officer = officer(&line).await;
    line.log(&line.anne, &[]).await;
    let renew = [("enquiry", "1"), ("way", "spoken"), ("do", "renew")];
    let page = line.post(&line.anne, "/fr/lien-prive", &renew).await.text();
    assert!(page.contains("http://localhost/fr/ma-demande/"), "{page}");
    for what in ["lock", "unlock", "code"] {
        let fields = [("enquiry", "1"), ("way", "spoken"), ("do", what)];
        assert_eq!(line.post(&line.anne, "/fr/lien-prive", &fields).await.status, StatusCode::OK, "{what}");
    }
    let unknown = line.post(&line.anne, "/fr/lien-prive", &[("enquiry", "99"), ("do", "lock")]).await;
    assert_eq!(unknown.status, StatusCode::NOT_FOUND);
    let log = line.post(&officer, "/fr/dpo/journal", &[("enquiry", "1")]).await.text();
    assert!(log.contains("lock-link") && log.contains("Anne Fictive"), "{log}");
}
