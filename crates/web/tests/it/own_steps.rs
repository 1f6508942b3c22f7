//! Steps as their owner does them: somebody of the psycho-social service to whom the cell gave one.

use crate::application::now;
use crate::care::{file, in_days, person};
use crate::infoline::{Hand, Infoline, value};
use ariane_domain::account::Role;
use axum::http::StatusCode;

const LIST: &str = "/fr/cellule/mes-demarches";

/// A step given to somebody by their name, to which the person agreed; gives its id.
async fn given(line: &Infoline, at: &str, owner: &str, text: &str) -> String {
    let page = line.get(&line.cell, at).await.text();
    let owners = page.split("id=\"step-owner\"").nth(1).unwrap_or_default();
    let option = owners.split("<option value=\"").find(|one| one.contains(owner)).expect("may own steps");
    let owner = option.split('"').next().unwrap_or_default();
    let due = in_days(30);
    let fields = [("track", "psychosocial"), ("owner", owner), ("due", &due), ("text", text)];
    let kept = line.post(&line.cell, &format!("{at}/steps"), &fields).await;
    assert_eq!(kept.status, StatusCode::SEE_OTHER, "{}", kept.text());
    let page = line.get(&line.cell, at).await.text();
    let step = page.split("<li class=\"step\" id=\"step-").find(|one| one.contains(text)).expect("the step");
    let id = step.split('"').next().unwrap_or_default().to_owned();
    let fields = [("version", "1"), ("reason", "spoken")];
    let done = line.post(&line.cell, &format!("{at}/steps/{id}/change/accept"), &fields).await;
    assert_eq!(done.status, StatusCode::SEE_OTHER, "{}", done.text());
    id
}

#[tokio::test]
async fn who_owns_a_step_does_it_without_the_file_and_nobody_else_sees_it() {
    let line = Infoline::open().await;
    let wanda = person(&line, "Wanda Imaginaire", Role::PsychosocialWorker).await;
    let wim = person(&line, "Wim Imaginaire", Role::PsychosocialWorker).await;
    let at = file(&line, "Petra Fictive", &[("phone", "+352 000 111")]).await;
    let step = given(&line, &at, "Wanda", "Accompagner à la caisse").await;
    let one = format!("{LIST}/{step}");

    let list = line.get(&wanda, LIST).await.text();
    assert!(list.contains("Accompagner à la caisse") && list.contains(&one));
    assert!(!list.contains("Petra"), "the list names nobody");
    assert!(!line.get(&wim, LIST).await.text().contains("Accompagner"));
    let page = line.get(&wanda, &one).await.text();
    for wanted in ["Petra Fictive", "+352 000 111", "C’est fait"] {
        assert!(page.contains(wanted), "{wanted}");
    }
    assert_eq!(line.get(&wanda, &at).await.status, StatusCode::FORBIDDEN, "not the file");
    for hand in [&wim, &line.cell, &line.anne] {
        assert_eq!(line.get(hand, &one).await.status, StatusCode::FORBIDDEN);
        let taken = line.post(hand, &format!("{one}/change/begin"), &[("version", "2")]).await;
        assert_eq!(taken.status, StatusCode::FORBIDDEN);
    }
    assert_ne!(line.get(&Hand::nobody(), &one).await.status, StatusCode::OK);

    // What was read meanwhile by another is said, and nothing is overwritten.
    let late = line.post(&wanda, &format!("{one}/change/begin"), &[("version", "1")]).await;
    assert_eq!(late.status, StatusCode::CONFLICT);
    let begun = line.post(&wanda, &format!("{one}/change/begin"), &[("version", "2")]).await;
    assert_eq!(begun.status, StatusCode::SEE_OTHER, "{}", begun.text());
    let bare = [("version", "3"), ("reason", ""), ("text", "Dossier déposé, à garder")];
    let refused = line.post(&wanda, &format!("{one}/change/finish"), &bare).await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(refused.text().contains("Dossier déposé, à garder"), "what was typed stays");
    let said = [("version", "3"), ("reason", "reached"), ("text", "Dossier déposé")];
    let done = line.post(&wanda, &format!("{one}/change/finish"), &said).await;
    assert_eq!(done.status, StatusCode::SEE_OTHER, "{}", done.text());
    let seen = line.get(&line.cell, &at).await.text();
    assert!(seen.contains("But atteint") && seen.contains("Dossier déposé"), "the pair sees it");
    assert!(!line.get(&wanda, LIST).await.text().contains("Accompagner"), "what is done leaves the list");
}

#[tokio::test]
async fn who_stands_in_does_the_steps_of_who_is_away() {
    let line = Infoline::open().await;
    let max = person(&line, "Max Imaginaire", Role::MedicalCoordinator).await;
    let at = file(&line, "Paul Fictif", &[]).await;
    let step = given(&line, &at, "Cléo", "Appeler l’école").await;
    let one = format!("{LIST}/{step}");
    assert_eq!(line.get(&max, &one).await.status, StatusCode::FORBIDDEN);
    let form = line.get(&line.cell, "/fr/cellule/absences").await.text();
    let people = form.split("<select id=\"stand-in\"").nth(1).unwrap_or_default();
    let max_id = people.split("<option value=\"").find(|one| one.contains("Max")).expect("may stand in");
    let stand_in = max_id.split('"').next().unwrap_or_default();
    let (from, until) = (now().date_naive().to_string(), in_days(5));
    let away = [("from", from.as_str()), ("until", until.as_str()), ("stand-in", stand_in)];
    let kept = line.post(&line.cell, "/fr/cellule/absences", &away).await;
    assert_eq!(kept.status, StatusCode::SEE_OTHER, "{}", kept.text());
    let list = line.get(&max, LIST).await.text();
    assert!(list.contains("Appeler l’école") && list.contains("pour Cléo Fictive"), "{list}");
    assert_eq!(value(&line.get(&max, &one).await.text(), "name=\"version\" value=\""), "2");
}
