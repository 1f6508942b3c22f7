//! Two at one desk, the cell behind it, and what each may see.

use super::*;

#[tokio::test]
async fn two_listeners_never_answer_one_request_unknowingly() {
    let line = Infoline::open().await;
    let at = line.log(&line.anne, CALL).await;
    let version = line.version(&line.anne, &at).await;
    line.post(&line.anne, &format!("{at}/release"), &[("version", &version)]).await;
    let seen = line.version(&line.bea, &at).await;
    assert_eq!(line.post(&line.anne, &format!("{at}/claim"), &[("version", &seen)]).await.status, 303);
    let late = line.post(&line.bea, &format!("{at}/claim"), &[("version", &seen)]).await;
    assert_eq!(late.status, StatusCode::CONFLICT);
    let text = late.text();
    assert!(text.contains("Anne Fictive") && text.contains("take-over"), "{text}");
    let reply = [("version", seen.as_str()), ("text", "Bonjour"), ("act", "phone")];
    let refused = line.post(&line.bea, &format!("{at}/reply"), &reply).await;
    assert_eq!(refused.status, StatusCode::CONFLICT);
    assert!(refused.text().contains("Rien n’est parti") && refused.text().contains("Bonjour</textarea>"));
    let now = line.version(&line.bea, &at).await;
    assert_eq!(line.post(&line.bea, &format!("{at}/take-over"), &[("version", &now)]).await.status, 303);
    assert!(line.get(&line.anne, &at).await.text().contains("Béa Fictive"));
}

#[tokio::test]
async fn an_overtaken_edit_shows_both_and_overwrites_nothing() {
    let line = Infoline::open().await;
    let at = line.log(&line.anne, CALL).await;
    let edit = format!("{at}/edit");
    let page = line.get(&line.bea, &edit).await.text();
    let version = value(&page, "name=\"version\" value=\"");
    let theirs = with(&[("version", &version), ("f-entry-mode", "phone"), ("summary", "Version d'Anne")]);
    assert_eq!(line.post(&line.anne, &edit, &theirs).await.status, 303);
    let mine = with(&[("version", &version), ("f-entry-mode", "phone"), ("summary", "Version de Béa")]);
    let answer = line.post(&line.bea, &edit, &mine).await;
    assert_eq!(answer.status, StatusCode::CONFLICT);
    let text = answer.text();
    assert!(text.contains("Version d&#39;Anne") && text.contains("Version de Béa"), "{text}");
    assert!(line.get(&line.bea, &at).await.text().contains("Version d&#39;Anne"));
}

#[tokio::test]
async fn the_cell_receives_only_what_the_person_agreed_to_and_answers_in_a_sentence() {
    let line = Infoline::open().await;
    let at = line.log(&line.anne, &with(&[("name", "Zoé Fictive"), ("listening", "Très seule.")])).await;
    let form = format!("{at}/handover");
    let refused = line.get(&line.anne, &form).await;
    assert_eq!(refused.status, StatusCode::FORBIDDEN);
    assert!(refused.text().contains("La personne est d’accord"));
    let version = line.version(&line.anne, &at).await;
    let sent = [("version", version.as_str()), ("reason", "follow-up"), ("message", "Merci de la rappeler.")];
    assert_eq!(line.post(&line.anne, &form, &sent).await.status, StatusCode::FORBIDDEN);
    let agreed = [("purpose", "handover"), ("choice", "agreed")];
    assert_eq!(line.post(&line.anne, &format!("{at}/choice"), &agreed).await.status, 303);
    assert_eq!(line.post(&line.anne, &form, &sent).await.status, 303);
    let list = line.get(&line.cell, "/fr/transmissions").await.text();
    assert!(list.contains("Demande n° 1") && !list.contains("Zoé"), "the list names nobody");
    let one = format!("/fr/transmissions/{}", value(&list, "href=\"/fr/transmissions/"));
    let page = line.get(&line.cell, &one).await.text();
    assert!(
        page.contains("Zoé Fictive")
            && page.contains("Merci de la rappeler")
            && page.contains("Un enfant entre")
    );
    assert!(!page.contains("Très seule"), "listening notes are no part of it");
    assert_eq!(line.get(&line.cell, &at).await.status, StatusCode::FORBIDDEN);
    assert_eq!(line.get(&line.anne, &one).await.status, StatusCode::FORBIDDEN);
    assert_eq!(line.post(&line.cell, &one, &[("version", "1"), ("act", "receive")]).await.status, 303);
    let words = [("version", "2"), ("act", "sentence"), ("text", "Un rendez-vous sera proposé.")];
    assert_eq!(line.post(&line.cell, &one, &words).await.status, 303);
    let page = line.get(&line.anne, &at).await.text();
    assert!(page.contains("Un rendez-vous sera proposé") && page.contains("Peut être dit"));
    assert!(line.get(&line.anne, "/fr/permanence").await.text().contains("Zoé Fictive"), "back in the queue");
}

#[tokio::test]
async fn what_was_confided_is_read_by_its_author_only() {
    let line = Infoline::open().await;
    let at = line.log(&line.anne, CALL).await;
    line.post(&line.anne, &format!("{at}/notes"), &[("listening", "Confié à Anne.")]).await;
    assert!(line.get(&line.anne, &at).await.text().contains("Confié à Anne"));
    let other = line.get(&line.bea, &at).await.text();
    assert!(!other.contains("Confié à Anne") && other.contains("1 note d’écoute"));
}

#[tokio::test]
async fn unmet_needs_templates_views_and_colleagues() {
    let line = Infoline::open().await;
    let at = line.log(&line.anne, CALL).await;
    let unmet = [("need", "school-work/school"), ("reason", "too-far")];
    line.post(&line.anne, &format!("{at}/unmet"), &unmet).await;
    let ledger = line.get(&line.anne, "/fr/permanence/besoins-non-couverts").await.text();
    assert!(ledger.contains("Trop loin") && !ledger.contains("Question sur"));
    let template =
        [("title", "Escola"), ("text", "Pedido {numero}."), ("language", "pt"), ("need", "school-work")];
    assert_eq!(line.post(&line.anne, "/fr/permanence/modeles", &template).await.status, 303);
    let page = line.get(&line.anne, &at).await.text();
    let insert = format!("template:{}", value(&page, "value=\"template:"));
    let put = line.post(&line.anne, &format!("{at}/reply"), &[("insert", &insert), ("text", "")]).await;
    assert!(put.text().contains("Pedido 1.</textarea>"));
    let at_template = format!("/fr/permanence/modeles/{}", insert.trim_start_matches("template:"));
    let changed = [("title", "Escola"), ("text", "Outro."), ("language", "pt"), ("version", "1")];
    assert_eq!(line.post(&line.anne, &at_template, &changed).await.status, 303);
    assert_eq!(line.post(&line.bea, &at_template, &changed).await.status, StatusCode::CONFLICT);
    assert!(
        line.get(&line.anne, &at_template).await.text().contains("Pedido {numero}"),
        "earlier versions stay"
    );
    let view = [("name", "Téléphone"), ("mode", "phone")];
    let kept = line.post(&line.anne, "/fr/permanence/vues", &view).await;
    assert_eq!(kept.headers["location"], "/fr/permanence?mode=phone");
    assert!(line.get(&line.anne, "/fr/permanence").await.text().contains(">Téléphone</a>"));
    assert!(!line.get(&line.bea, "/fr/permanence").await.text().contains("class=\"view\""));
    let page = line.get(&line.anne, &at).await.text();
    let colleague = value(page.split("data-colleague").nth(1).unwrap_or_default(), "value=\"");
    assert_eq!(
        line.post(&line.anne, &format!("{at}/call-in"), &[("colleague", &colleague)]).await.status,
        303
    );
    assert!(line.get(&line.bea, "/fr/permanence").await.text().contains("Anne Fictive vous appelle"));
    line.get(&line.bea, &at).await;
    assert!(!line.get(&line.bea, "/fr/permanence").await.text().contains("vous appelle"));
}
