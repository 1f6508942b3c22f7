//! The hour in which the office already has the next day and universal time does not.

use crate::house::wait;
use crate::infoline::{Hand, value};
use crate::rcp_room::RcpRoom;
use axum::http::StatusCode;
use chrono::TimeDelta;

#[tokio::test]
async fn what_is_in_force_since_midnight_of_the_office_is_shown_at_once() {
    let room = RcpRoom::open().await;
    // Half past midnight on 23 November in Luxembourg; in universal time it is still the 22nd.
    wait(TimeDelta::minutes(11 * 60 + 30));
    let new = [
        ("title", "Suivi de minuit"),
        ("disorder-text", "Mucoviscidose"),
        ("code", "586"),
        ("language", "fr"),
        ("authors", "Dre Imaginaire"),
        ("body", "Un contrôle imaginaire par an."),
    ];
    let at = room.done("Cléo", "/fr/cellule/recommandations", &new).await;
    let version = value(&room.get("Cléo", &at).await.text(), "name=\"version\" value=\"");
    let fields = [("version", version.as_str()), ("review", "2027-01-15")];
    room.done("Max", &format!("{at}/validate"), &fields).await;
    let page = room.line.get(&Hand::nobody(), "/fr/maladie/586").await.text();
    assert!(page.contains("Suivi de minuit"), "a guideline validated today is in force today");
}

#[tokio::test]
async fn a_day_shown_is_the_day_at_the_office() {
    let room = RcpRoom::open().await;
    wait(TimeDelta::minutes(11 * 60 + 30));
    let (_, file) = room.file("Nuit Fictive", ariane_domain::cell::Reality::Real).await;
    let page = room.get("Cléo", &format!("/fr/cellule/dossier/{file}")).await;
    assert_eq!(page.status, StatusCode::OK);
    assert!(page.text().contains("23 novembre 2026"), "received after midnight");
    assert!(!page.text().contains("22 novembre 2026"));
}
