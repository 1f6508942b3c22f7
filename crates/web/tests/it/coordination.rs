//! A cell that follows nobody without their agreement, over HTTP: what is closed, what is asked, what opens it.

use crate::application::now;
use crate::infoline::{Hand, Infoline, hire, value};
use ariane_domain::account::Role;
use ariane_domain::purpose::Purpose;
use ariane_store::accounts::Accounts;
use axum::http::StatusCode;

const NAME: &str = "Zoé Imaginaire";

async fn sent(line: &Infoline) {
    let fields =
        [("origin", "hub"), ("brought-by", "doctor"), ("name", NAME), ("question", "Marqueur question")];
    let sent = line.post(&line.cell, "/fr/cellule/envoyer", &fields).await;
    assert_eq!(sent.status, StatusCode::SEE_OTHER, "{}", sent.text());
}

/// The file, as the board names it.
async fn file(line: &Infoline) -> String {
    sent(line).await;
    let board = line.get(&line.cell, "/fr/cellule").await.text();
    assert!(!board.contains("Imaginaire"), "a number: {board}");
    format!("/fr/cellule/dossier/{}", value(&board, "href=\"/fr/cellule/dossier/"))
}

fn paper<'f>(by: &'f str, from: &'f str) -> [(&'f str, &'f str); 5] {
    [
        ("how", "paper"),
        ("by", by),
        ("from", from),
        ("until", ""),
        ("text", "Marqueur : mère de Zoé, classeur 3"),
    ]
}

#[tokio::test]
async fn a_file_without_agreement_shows_its_number_and_opens_with_a_signed_paper() {
    let line = Infoline::asking_for(Purpose::Coordination).await;
    let at = file(&line).await;
    let page = format!("{at}/coordination");
    for part in ["", "/consents", "/plan", "/documents", "/representation", "/panel", "/referrals"] {
        let closed = line.get(&line.cell, &format!("{at}{part}")).await;
        assert_eq!(closed.status, StatusCode::FORBIDDEN, "{part}");
        let said = closed.text();
        assert!(!said.contains("Imaginaire") && !said.contains("Marqueur"), "{part}: {said}");
        assert!(said.contains("n’a pas donné son accord au suivi"), "{part}: {said}");
        assert!(said.contains(&format!("href=\"{page}\"")), "{part}: where to ask");
    }
    let asked = line.get(&line.cell, &page).await;
    assert_eq!(asked.status, StatusCode::OK, "{}", asked.text());
    let shown = asked.text();
    assert!(shown.contains("Hub national") && !shown.contains("Imaginaire") && !shown.contains("Marqueur"));
    let waiting = line.get(&line.cell, "/fr/cellule/suites").await.text();
    assert!(waiting.contains("En attente d’un accord de suivi"), "{waiting}");
    assert!(waiting.contains("Personne ne l’a encore demandé") && waiting.contains(&page), "{waiting}");

    let today = now().date_naive().to_string();
    for (fields, wanted) in [
        (paper("person", "2031-01-01"), "La date de signature est à venir."),
        (paper("person", "nonsense"), "jour"),
        (
            paper("parent-alone", &today).map(|(n, v)| if n == "text" { (n, "") } else { (n, v) }),
            "décide seul",
        ),
    ] {
        let refused = line.post(&line.cell, &page, &fields).await;
        assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY, "{wanted}");
        assert!(refused.text().contains(wanted), "{}", refused.text());
    }
    assert_eq!(line.post(&line.cell, &page, &paper("mother", &today)).await.status, StatusCode::NOT_FOUND);
    assert_eq!(line.get(&line.cell, &at).await.status, StatusCode::FORBIDDEN, "nothing was kept");

    let asked = line.post(&line.cell, &page, &[("how", "screen"), ("text", "")]).await;
    assert_eq!(asked.status, StatusCode::SEE_OTHER, "{}", asked.text());
    let shown = line.get(&line.cell, &page).await.text();
    assert!(shown.contains("Demandé, pas encore répondu"), "{shown}");
    let id = value(&shown, "id=\"consent-");
    let pdf = line.get(&line.cell, &format!("{page}/{id}/paper")).await;
    assert!(pdf.status == StatusCode::OK && pdf.bytes.starts_with(b"%PDF"));

    let kept = line.post(&line.cell, &page, &paper("person", &today)).await;
    assert_eq!(kept.status, StatusCode::SEE_OTHER, "{}", kept.text());
    let shown = line.get(&line.cell, &page).await.text();
    assert!(shown.contains("le dossier est ouvert") && !shown.contains("Marqueur"), "{shown}");
    assert!(line.get(&line.cell, &at).await.text().contains(NAME));
    assert!(line.get(&line.cell, "/fr/cellule").await.text().contains(NAME));

    // Taken back on the page of the agreements: the next reading is refused.
    let all = line.get(&line.cell, &format!("{at}/consents")).await.text();
    let valid = &all[..all.find("Accord valable").expect("it counts")];
    let (_, last) = valid.rsplit_once("id=\"consent-").expect("an agreement");
    let id = last.split('"').next().expect("its id").to_owned();
    let back = [("means", "spoken"), ("version", "1")];
    let taken = line.post(&line.cell, &format!("{at}/consents/{id}/withdraw"), &back).await;
    assert_eq!(taken.status, StatusCode::SEE_OTHER, "{}", taken.text());
    assert_eq!(line.get(&line.cell, &at).await.status, StatusCode::FORBIDDEN);
    assert!(!line.get(&line.cell, "/fr/cellule").await.text().contains("Imaginaire"), "at once");
}

#[tokio::test]
async fn who_said_no_is_not_followed_and_the_file_ends_with_that_reason() {
    let line = Infoline::asking_for(Purpose::Coordination).await;
    let at = file(&line).await;
    let page = format!("{at}/coordination");
    line.post(&line.cell, &page, &[("how", "screen"), ("text", "")]).await;
    let shown = line.get(&line.cell, &page).await.text();
    let id = value(&shown, "id=\"consent-");
    let back = |means: &'static str, version: &'static str| [("means", means), ("version", version)];
    let to = format!("{page}/{id}/withdraw");
    assert_eq!(line.post(&line.cell, &to, &back("screen", "1")).await.status, StatusCode::NOT_FOUND);
    assert_eq!(line.post(&line.cell, &to, &back("spoken", "9")).await.status, StatusCode::CONFLICT);
    assert_eq!(line.post(&line.cell, &to, &back("spoken", "1")).await.status, StatusCode::SEE_OTHER);
    let shown = line.get(&line.cell, &page).await.text();
    assert!(shown.contains("Refusé") && shown.contains("Terminer le suivi"), "{shown}");
    let version = value(&shown[shown.find("end-title").expect("a form")..], "name=\"version\" value=\"");
    let late = line.post(&line.cell, &format!("{page}/end"), &[("version", "99")]).await;
    assert_eq!(late.status, StatusCode::CONFLICT);
    let ended = line.post(&line.cell, &format!("{page}/end"), &[("version", &version)]).await;
    assert_eq!(ended.status, StatusCode::SEE_OTHER, "{}", ended.text());
    let twice = line.post(&line.cell, &format!("{page}/end"), &[("version", &version)]).await;
    assert_eq!(twice.status, StatusCode::CONFLICT);
    let shown = line.get(&line.cell, &page).await.text();
    assert!(!shown.contains("Terminer le suivi"), "{shown}");
    let waiting = line.get(&line.cell, "/fr/cellule/suites").await.text();
    assert!(!waiting.contains(&page), "nothing waits any more");
}

#[tokio::test]
async fn only_those_who_would_follow_the_person_ask() {
    let line = Infoline::asking_for(Purpose::Coordination).await;
    let at = file(&line).await;
    let page = format!("{at}/coordination");
    let accounts = Accounts::new(&line.records);
    let hub = hire(&accounts, "Hanna Fictive", Role::HubCoordinator).await;
    let worker = hire(&accounts, "Willy Fictif", Role::PsychosocialWorker).await;
    let today = now().date_naive().to_string();
    for hand in [&line.anne, &hub, &worker, &Hand::nobody()] {
        let answers = [
            line.get(hand, &page).await,
            line.post(hand, &page, &paper("person", &today)).await,
            line.post(hand, &format!("{page}/end"), &[("version", "1")]).await,
        ];
        for answer in answers {
            assert!(
                matches!(
                    answer.status,
                    StatusCode::FORBIDDEN | StatusCode::SEE_OTHER | StatusCode::UNAUTHORIZED
                ),
                "{}",
                answer.text()
            );
            assert!(!answer.text().contains(&page), "no way there is shown either");
        }
    }
    assert_eq!(line.get(&line.cell, &at).await.status, StatusCode::FORBIDDEN, "nothing was written");
    let odd = "/fr/cellule/dossier/00000000-0000-0000-0000-000000000009/coordination";
    assert_eq!(line.get(&line.cell, odd).await.status, StatusCode::NOT_FOUND);
}
