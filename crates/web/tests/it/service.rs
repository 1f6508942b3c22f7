//! The psycho-social service over HTTP: its own follow-up, the loop with the cell, and who is kept out.

use crate::care::{in_days, person};
use crate::infoline::{Infoline, value};
use ariane_domain::account::Role;
use axum::http::StatusCode;

const LIST: &str = "/fr/suivi";

#[tokio::test]
async fn a_worker_follows_somebody_sends_them_and_gets_the_answer_back() {
    let line = Infoline::open().await;
    let worker = person(&line, "Wanda Fictive", Role::PsychosocialWorker).await;
    let empty = line.post(&worker, "/fr/suivi/nouveau", &[("name", ""), ("question", "")]).await;
    assert_eq!(empty.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(empty.text().contains("Écrivez ce que la personne demande"));
    let fields =
        [("name", "Anne Fictive"), ("question", "Aide aux droits <b>"), ("matters", "Rester chez elle")];
    let begun = line.post(&worker, "/fr/suivi/nouveau", &fields).await;
    assert_eq!(begun.status, StatusCode::SEE_OTHER, "{}", begun.text());
    let list = line.get(&worker, LIST).await.text();
    assert!(list.contains("Anne Fictive") && list.contains("Sans jour pour le prochain contact"), "{list}");
    let at = format!("/fr/suivi/dossier/{}", value(&list, "href=\"/fr/suivi/dossier/"));
    let page = line.get(&worker, &at).await.text();
    assert!(page.contains("Aide aux droits &#60;b&#62;") && !page.contains("Mot à la cellule"));

    let (today, past, soon) = (in_days(0), "2020-01-01", in_days(7));
    let entry = |version: &'static str, next: &str, text: &'static str| {
        let fields =
            [("version", version), ("kind", "contact"), ("on", &today), ("text", text), ("next", next)];
        fields.map(|(name, value)| (name, value.to_owned()))
    };
    let post = async |to: &str, fields: &[(&str, String)]| {
        let fields: Vec<(&str, &str)> = fields.iter().map(|(name, value)| (*name, value.as_str())).collect();
        line.post(&worker, to, &fields).await
    };
    let entries = format!("{at}/entries");
    let wrong = post(&entries, &entry("1", past, "Vue au bureau")).await;
    assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(wrong.text().contains("Vue au bureau"), "what was typed stays");
    assert_eq!(post(&entries, &entry("1", &soon, "Marqueurconfidence")).await.status, StatusCode::SEE_OTHER);
    assert_eq!(post(&entries, &entry("1", &soon, "Autre")).await.status, StatusCode::CONFLICT);
    assert!(line.get(&worker, LIST).await.text().contains("Plus tard"));

    let send = [
        ("version", "2"),
        ("question", "Quel réseau ?"),
        ("brought-by", "worker"),
        ("matters", "Rester chez elle"),
    ];
    let sent = line.post(&worker, &format!("{at}/send"), &send).await;
    assert_eq!(sent.status, StatusCode::SEE_OTHER, "{}", sent.text());
    assert_eq!(
        line.post(&worker, &format!("{at}/send"), &send).await.status,
        StatusCode::UNPROCESSABLE_ENTITY
    );
    let board = line.get(&line.cell, "/fr/cellule").await.text();
    let row = board.split("data-line").find(|row| row.contains("Anne Fictive")).expect("on the board");
    let case = format!("/fr/cellule/dossier/{}", value(row, "href=\"/fr/cellule/dossier/"));
    let beside = line.get(&line.cell, &format!("{case}/service")).await.text();
    assert!(beside.contains("Wanda Fictive") && !beside.contains("Marqueurconfidence"), "{beside}");
    let version = value(&line.get(&line.cell, &case).await.text(), "name=\"version\" value=\"");
    let back = [("version", version.as_str()), ("text", "Qui est son médecin ?")];
    let asked = line.post(&line.cell, &format!("{case}/change/ask-back"), &back).await;
    assert_eq!(asked.status, StatusCode::SEE_OTHER, "{}", asked.text());
    let page = line.get(&worker, &at).await.text();
    assert!(page.contains("Qui est son médecin ?") && page.contains("Répondre à la cellule"));
    let list = line.get(&worker, "/fr/cellule/envois").await.text();
    assert!(list.contains("La cellule attend votre réponse"));
    let told = page.split("id=\"answer\"").nth(1).expect("the form");
    let answer = [("version", value(told, "name=\"version\" value=\"")), ("text", "Le Dr Fictif".to_owned())];
    assert_eq!(post(&format!("{at}/answer"), &answer).await.status, StatusCode::SEE_OTHER);
    assert!(line.get(&line.cell, &case).await.text().contains("Le Dr Fictif"));
    let word = line.post(&line.cell, &format!("{case}/service/word"), &[("text", "Merci, vue mardi")]).await;
    assert_eq!(word.status, StatusCode::SEE_OTHER, "{}", word.text());
    assert!(line.get(&worker, &at).await.text().contains("Merci, vue mardi"));
}

#[tokio::test]
async fn the_cell_asks_for_a_follow_up_and_reads_why_it_is_not_possible() {
    let line = Infoline::open().await;
    let worker = person(&line, "Wanda Fictive", Role::PsychosocialWorker).await;
    let case = crate::care::file(&line, "Anne Fictive", &[]).await;
    let service = format!("{case}/service");
    assert!(line.get(&line.cell, &service).await.text().contains("ne suit pas cette personne"));
    let word = line.post(&line.cell, &format!("{service}/word"), &[("text", "Bonjour")]).await;
    assert_eq!(word.status, StatusCode::NOT_FOUND, "nobody reads on the other side");
    let silent = line.post(&line.cell, &service, &[("text", "")]).await;
    assert_eq!(silent.status, StatusCode::UNPROCESSABLE_ENTITY);
    let asked = line.post(&line.cell, &service, &[("text", "Un soutien psychologique")]).await;
    assert_eq!(asked.status, StatusCode::SEE_OTHER, "{}", asked.text());
    let list = line.get(&worker, LIST).await.text();
    assert!(list.contains("Demandés par la cellule") && list.contains("Anne Fictive"));
    let at = format!("/fr/suivi/dossier/{}", value(&list, "href=\"/fr/suivi/dossier/"));
    let decline = format!("{at}/change/decline");
    let silent = line.post(&worker, &decline, &[("version", "1"), ("text", "")]).await;
    assert_eq!(silent.status, StatusCode::UNPROCESSABLE_ENTITY);
    let fields = [("version", "1"), ("text", "Pas de place avant juin")];
    assert_eq!(line.post(&worker, &decline, &fields).await.status, StatusCode::SEE_OTHER);
    let read = line.get(&line.cell, &service).await.text();
    assert!(read.contains("Pas de place avant juin") && read.contains("Pas possible pour le service"));
    assert_eq!(
        line.post(&worker, &format!("{at}/change/nothing"), &fields).await.status,
        StatusCode::NOT_FOUND
    );
}

#[tokio::test]
async fn who_is_not_of_the_service_sees_nothing_of_it_and_a_worker_nothing_of_the_cell() {
    let line = Infoline::open().await;
    let worker = person(&line, "Wanda Fictive", Role::PsychosocialWorker).await;
    let hub = person(&line, "Hugo Fictif", Role::HubCoordinator).await;
    let fields = [("name", "Anne Fictive"), ("question", "Aide")];
    line.post(&worker, "/fr/suivi/nouveau", &fields).await;
    let list = line.get(&worker, LIST).await.text();
    let at = format!("/fr/suivi/dossier/{}", value(&list, "href=\"/fr/suivi/dossier/"));
    let case = crate::care::file(&line, "Béa Fictive", &[]).await;
    let id = case.rsplit('/').next().unwrap_or_default();
    for hand in [&line.cell, &hub] {
        for page in [LIST, "/fr/suivi/nouveau", at.as_str()] {
            assert_eq!(line.get(hand, page).await.status, StatusCode::FORBIDDEN, "{page}");
        }
        assert_eq!(line.post(hand, &format!("{at}/entries"), &[]).await.status, StatusCode::FORBIDDEN);
    }
    // The hub brought Béa: it follows what became of her, the service does not.
    let sent = format!("/fr/cellule/envois/{id}");
    assert_eq!(line.get(&hub, &sent).await.status, StatusCode::OK);
    assert_eq!(line.get(&worker, &sent).await.status, StatusCode::FORBIDDEN);
    assert_eq!(
        line.post(&worker, &format!("{sent}/answer"), &[("version", "1"), ("text", "x")]).await.status,
        StatusCode::FORBIDDEN
    );
    assert_eq!(line.get(&worker, &format!("{case}/service")).await.status, StatusCode::FORBIDDEN);
    assert_eq!(line.get(&worker, &case).await.status, StatusCode::FORBIDDEN);
}
