//! Calls: logged once, corrected, recognised.

use super::*;

#[tokio::test]
async fn a_call_is_logged_once_and_stands_in_the_queue_with_its_facts() {
    let line = Infoline::open().await;
    let page = line.get(&line.anne, "/fr/permanence/appel").await;
    assert_eq!(page.status, StatusCode::OK);
    let once = value(&page.text(), "name=\"once\" value=\"");
    assert_eq!(once.len(), 43);
    let fields = with(&[("once", &once), ("name", "Dupont Fictif")]);
    let first = line.log(&line.anne, &fields).await;
    let again = line.log(&line.anne, &[&fields[..], &[("known", "new")]].concat()).await;
    assert_eq!(first, again, "sent twice, kept once");
    let text = line.get(&line.anne, &first).await.text();
    for wanted in
        ["Dupont Fictif", "Mucoviscidose", "Question sur l", "portugais", "12", "Vous vous en occupez"]
    {
        assert!(text.contains(wanted), "{wanted}");
    }
    let queue = line.get(&line.anne, "/fr/permanence").await.text();
    assert!(
        queue.contains("Dupont Fictif")
            && queue.contains("Anne Fictive")
            && queue.contains("Prise en charge")
    );
    assert_eq!(queue.matches("data-line").count(), 1);
    let found = line.post(&line.bea, "/fr/permanence/recherche", &[("sought", "fictif dupont")]).await;
    assert!(found.text().contains("Dupont Fictif"));
    let none = line.post(&line.bea, "/fr/permanence/recherche", &[("sought", "fictif durand")]).await;
    assert!(none.text().contains("Aucune demande"));
    assert!(line.get(&line.bea, "/fr/permanence?mode=mail").await.text().contains("Rien ne correspond"));
}

#[tokio::test]
async fn an_answered_call_is_closed_in_the_same_breath() {
    let line = Infoline::open().await;
    let at = line
        .log(&line.anne, &with(&[("outcome", "oriented"), ("answer", "Contacté l'école ensemble.")]))
        .await;
    let text = line.get(&line.anne, &at).await.text();
    assert!(text.contains("Close") && text.contains("Contacté l"), "{text}");
    assert!(line.get(&line.anne, "/fr/permanence").await.text().contains("Personne n’attend"));
}

#[tokio::test]
async fn what_cannot_be_read_is_kept_in_the_form_and_said_beside_its_field() {
    let line = Infoline::open().await;
    let sent = with(&[("f-response-minutes", "douze"), ("f-entry-mode", "phone")]);
    let answer = line.post(&line.anne, "/fr/permanence/appel", &sent).await;
    assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
    let text = answer.text();
    assert!(
        text.contains("Un enfant entre à l")
            && text.contains("douze")
            && text.contains("href=\"#f-response-minutes\"")
    );
}

#[tokio::test]
async fn anonymous_is_complete_and_identified_later_without_typing_again() {
    let line = Infoline::open().await;
    let at = line.log(&line.anne, CALL).await;
    assert!(line.get(&line.anne, &at).await.text().contains("Anonyme"));
    let persons = line.get(&line.anne, &format!("{at}/persons")).await.text();
    let person = value(&persons, "name=\"person\" value=\"");
    let sent =
        [("person", person.as_str()), ("version", "1"), ("name", "Claire Fictive"), ("phone", "26 12 34 56")];
    assert_eq!(line.post(&line.anne, &format!("{at}/persons"), &sent).await.status, 303);
    let text = line.get(&line.anne, &at).await.text();
    assert!(text.contains("Claire Fictive") && !text.contains("Anonyme") && text.contains("Un enfant entre"));
    let found = line.post(&line.anne, "/fr/permanence/recherche", &[("sought", "+352 26 12 34 56")]).await;
    assert!(found.text().contains("Claire Fictive"));
}

#[tokio::test]
async fn who_calls_again_is_recognised_with_what_was_last_said() {
    let line = Infoline::open().await;
    let known = [("name", "Marie Fictive"), ("phone", "691 000 111")];
    let answered = [("outcome", "answered"), ("answer", "Rappeler le centre en mars.")];
    line.log(&line.anne, &with(&[&known[..], &answered[..]].concat())).await;
    let again = with(&[("name", "Fictive Marie"), ("phone", "+352 691000111"), ("f-entry-mode", "phone")]);
    let asked = line.post(&line.bea, "/fr/permanence/appel", &again).await;
    assert_eq!(asked.status, StatusCode::OK);
    let text = asked.text();
    for wanted in ["Est-ce la même personne", "Rappeler le centre en mars", "téléphone", "Dernier contact"]
    {
        assert!(text.contains(wanted), "{wanted}");
    }
    let person = value(&text, "name=\"known\" required value=\"");
    let at = line.log(&line.bea, &[&again[..again.len() - 1], &[("known", person.as_str())]].concat()).await;
    assert!(line.get(&line.bea, &at).await.text().contains("Marie Fictive"), "the record that was known");
}

#[tokio::test]
async fn danger_comes_first_and_a_child_alone_gets_a_human() {
    let line = Infoline::open().await;
    line.log(&line.anne, CALL).await;
    let child =
        [("f-requester-kind", "person-concerned"), ("f-age-band", "12-18"), ("note", "Je veux mourir.")];
    let at = line.log(&line.anne, &child).await;
    let page = line.get(&line.anne, &at).await.text();
    assert!(page.contains("tel:112") && page.contains("enfant ou un adolescent"));
    let queue = line.get(&line.anne, "/fr/permanence").await.text();
    assert!(queue.contains("tel:112"));
    let (danger, other) = (queue.find(&at), queue.find("Question sur l"));
    assert!(danger < other, "danger first");
}

#[tokio::test]
async fn somebody_elses_story_schedules_the_notice_and_a_death_stops_what_is_automatic() {
    let line = Infoline::open().await;
    let told = [("f-requester-kind", "relative"), ("f-person-knows", "no"), ("name", "Jean Fictif")];
    let at = line.log(&line.anne, &told).await;
    let page = line.get(&line.anne, &at).await.text();
    assert!(page.contains("Informer la personne concernée"));
    let task = value(&page, "name=\"task\" value=\"");
    line.post(&line.anne, &format!("{at}/task"), &[("task", &task), ("ending", "secrecy")]).await;
    let persons = line.get(&line.anne, &format!("{at}/persons")).await.text();
    let person = value(&persons, "name=\"person\" value=\"");
    let died = [("person", person.as_str()), ("died-on", "2026-11-20")];
    assert_eq!(line.post(&line.anne, &format!("{at}/death"), &died).await.status, 303);
    let page = line.get(&line.anne, &at).await.text();
    assert!(page.contains("Décès enregistré : 20 novembre 2026") && page.contains("Après un décès"));
}

#[tokio::test]
async fn doubles_are_set_aside_and_taken_back_without_loss() {
    let line = Infoline::open().await;
    let first = line.log(&line.anne, CALL).await;
    let second = line.log(&line.anne, CALL).await;
    let version = line.version(&line.anne, &second).await;
    let merged =
        line.post(&line.anne, &format!("{second}/merge"), &[("number", "1"), ("version", &version)]).await;
    assert_eq!(merged.status, 303);
    assert!(line.get(&line.anne, &first).await.text().contains("Doubles rattachés"));
    let version = line.version(&line.anne, &second).await;
    line.post(&line.anne, &format!("{second}/unmerge"), &[("version", &version)]).await;
    assert!(line.get(&line.anne, &second).await.text().contains("Prise en charge"));
}
