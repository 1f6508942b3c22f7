//! A referral over HTTP: prepared, missing what it misses, sent, opened by link and code in another browser, answered, seen by the
//! coordinator; and who does not get in.

use crate::application::{Answer, now};
use crate::infoline::{Infoline, hire, value};
use crate::stranger::Stranger;
use ariane_domain::account::Role;
use ariane_knowledge::directory::Directory;
use ariane_knowledge::phenotype::Phenotypes;
use ariane_knowledge::reference::starter_catalogue;
use ariane_store::records::outbox::Ending;
use ariane_web::state::Knowledge;
use axum::http::StatusCode;

/// A structure of the starter set whose directory entry states an address.
const STRUCTURE: &str = "assoc-fr-geniris";

/// A number that counts up opens nothing: the hub knows files that it brought, and those that may be passed on.
#[tokio::test]
async fn a_file_that_the_hub_did_not_bring_is_not_there_for_it_until_the_person_agrees() {
    let line = Infoline::open().await;
    let hub = hire(line.app.accounts.as_ref().expect("accounts"), "Hugo Fictif", Role::HubCoordinator).await;
    let fields = [
        ("origin", "psychosocial-service"),
        ("brought-by", "doctor"),
        ("name", "Béa Imaginaire"),
        ("birth", "1990-01-02"),
        ("question", "Un suivi"),
    ];
    let sent = line.post(&line.cell, "/fr/cellule/envoyer", &fields).await;
    assert_eq!(sent.status, StatusCode::SEE_OTHER, "{}", sent.text());
    let board = line.get(&line.cell, "/fr/cellule").await.text();
    let at = format!("/fr/cellule/dossier/{}", value(&board, "href=\"/fr/cellule/dossier/"));
    let refused = line.get(&hub, &format!("{at}/referrals")).await;
    assert_eq!(refused.status, StatusCode::FORBIDDEN);
    assert!(!refused.text().contains("Béa"), "{}", refused.text());
    let sought = line.post(&hub, "/fr/adressages", &[("number", "1")]).await;
    let unknown = line.post(&hub, "/fr/adressages", &[("number", "99")]).await;
    assert_eq!(sought.status, unknown.status, "as if it were not there: {}", sought.text());
    assert!(leads_to(&sought).is_empty(), "{}", leads_to(&sought));
    let today = now().date_naive().to_string();
    let paper = [
        ("purpose", "panel"),
        ("towards", "everybody"),
        ("how", "paper"),
        ("by", "person"),
        ("from", today.as_str()),
    ];
    let agreed = line.post(&line.cell, &format!("{at}/consents"), &paper).await;
    assert_eq!(agreed.status, StatusCode::SEE_OTHER, "{}", agreed.text());
    assert_eq!(line.get(&hub, &format!("{at}/referrals")).await.status, StatusCode::OK);
}

fn leads_to(answer: &Answer) -> String {
    let to = answer.headers.get("location").and_then(|v| v.to_str().ok()).unwrap_or_default();
    to.split('?').next().unwrap_or_default().to_owned()
}

async fn file(line: &Infoline) -> String {
    let fields = [
        ("origin", "hub"),
        ("brought-by", "doctor"),
        ("name", "Zoé Imaginaire"),
        ("birth", "1990-01-02"),
        ("phone", "+352 000 111"),
        ("question", "Un suivi"),
    ];
    let sent = line.post(&line.cell, "/fr/cellule/envoyer", &fields).await;
    assert_eq!(sent.status, StatusCode::SEE_OTHER, "{}", sent.text());
    let board = line.get(&line.cell, "/fr/cellule").await.text();
    format!("/fr/cellule/dossier/{}", value(&board, "href=\"/fr/cellule/dossier/"))
}

#[tokio::test]
async fn a_referral_goes_out_by_link_and_comes_back_with_an_answer() {
    let line = Infoline::open().await;
    let hub = hire(line.app.accounts.as_ref().expect("accounts"), "Hugo Fictif", Role::HubCoordinator).await;
    let at = file(&line).await;
    let choose = format!("{at}/referrals");
    let sheet = line.post(&line.cell, &choose, &[("sought", "aniridie")]).await;
    assert_eq!(sheet.status, StatusCode::OK);
    let text = sheet.text();
    assert!(text.contains("Fiche d’orientation") && text.contains("Gêniris"));
    assert_eq!(line.get(&line.anne, &choose).await.status, StatusCode::FORBIDDEN, "a listener");

    let key = "0198c0de-0000-7000-8000-000000000001";
    let wanted = format!("directory/{STRUCTURE}/");
    let fields = [("recipient", wanted.as_str()), ("key", key), ("why", "parce que")];
    let begun = line.post(&line.cell, &format!("{choose}/begin"), &fields).await;
    let one = leads_to(&begun);
    assert!(one.starts_with("/fr/adressages/"), "{}", begun.text());
    let again = line.post(&line.cell, &format!("{choose}/begin"), &fields).await;
    assert_eq!(leads_to(&again), one, "a second click begins nothing");

    let page = line.get(&line.cell, &one).await.text();
    assert!(page.contains("La question n’est pas écrite.") && page.contains("n’a pas donné son accord"));
    assert!(!page.contains("Synthèse des deux coordinateurs"), "an association is sent no summary");
    let early = [("version", "1"), ("key", key), ("channel", "mail")];
    assert_eq!(
        line.post(&line.cell, &format!("{one}/send"), &early).await.status,
        StatusCode::UNPROCESSABLE_ENTITY
    );
    let packet = [("version", "1"), ("question", "Un échange <b>entre</b> familles"), ("language", "fr")];
    let written = line.post(&line.cell, &format!("{one}/packet"), &packet).await;
    assert_eq!(written.status, StatusCode::SEE_OTHER, "{}", written.text());

    let consents = format!("{at}/consents");
    let offered = line.get(&line.cell, &consents).await.text();
    let recipient = offered
        .split("<option value=\"")
        .find(|part| part.contains("seulement pour"))
        .and_then(|part| part.split('"').next())
        .expect("the recipient is offered")
        .to_owned();
    let today = now().date_naive().to_string();
    let paper = [
        ("purpose", "transfer"),
        ("towards", recipient.as_str()),
        ("how", "paper"),
        ("by", "person"),
        ("from", today.as_str()),
    ];
    assert_eq!(line.post(&line.cell, &consents, &paper).await.status, StatusCode::SEE_OTHER);
    let ready = line.get(&hub, &one).await.text();
    assert!(
        ready.contains("Tout est là") && !ready.contains(&format!("href=\"{at}\"")),
        "the hub reads no file"
    );
    let send = [("version", "2"), ("key", "0198c0de-0000-7000-8000-000000000002"), ("channel", "mail")];
    let sent = line.post(&hub, &format!("{one}/send"), &send).await;
    assert_eq!(sent.status, StatusCode::SEE_OTHER, "{}", sent.text());
    line.post(&hub, &format!("{one}/send"), &send).await;
    assert_eq!(line.outgoing().await, 1, "a second click sends nothing");
    assert!(line.get(&hub, &one).await.text().contains("pas encore parti"), "said as it is");
    let leased = line.records.lease_outgoing(now()).await.expect("read").expect("one waits");
    assert!(
        !leased.mail.text.contains("Zoé") && !leased.mail.subject.contains("Zoé"),
        "a link and nothing more"
    );
    line.records.end_outgoing(leased.controller, leased.id, 0, Ending::Sent, now()).await.expect("ended");
    let link =
        leased.mail.text.split_whitespace().find(|word| word.contains("/link/")).expect("a link").to_owned();
    let path = format!("/{}", link.splitn(4, '/').nth(3).expect("a path"));

    let told = line.post(&hub, &format!("{one}/code"), &[("channel", "phone")]).await.text();
    let code = told
        .split("class=\"code\">")
        .nth(1)
        .and_then(|rest| rest.split('<').next())
        .expect("a code")
        .to_owned();
    assert!(!line.get(&hub, &one).await.text().contains(&code), "shown once");
    let mut stranger = Stranger::new(&line);
    let door = "/fr/adressage-recu";
    let inside = format!("{door}/packet");
    assert_eq!(stranger.get(&inside).await.status, StatusCode::UNAUTHORIZED);
    let asked = stranger.get(&path).await;
    assert!(asked.status == StatusCode::OK && !asked.text().contains("Zoé"), "{}", asked.text());
    let wrong = stranger.post(door, "ariane-door", &[("link", &link), ("code", "AAAA-AAAA")], false).await;
    assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);
    let right = stranger.post(door, "ariane-door", &[("link", &link), ("code", &code)], false).await;
    assert_eq!(right.status, StatusCode::SEE_OTHER, "{}", right.text());
    let packet = stranger.get(&inside).await.text();
    assert!(packet.contains("Zoé Imaginaire") && packet.contains("Un échange &#60;b&#62;entre"), "{packet}");
    assert_eq!(stranger.get(&at).await.status, StatusCode::SEE_OTHER, "nothing else opens");

    let said = |change: &'static str, version: &'static str, key: &'static str| {
        [("change", change), ("version", version), ("key", key), ("text", ""), ("day", "")]
    };
    let first = "0198c0de-0000-7000-8000-000000000003";
    let accepted = stranger.post(&inside, "ariane-referral", &said("accept", "3", first), true).await;
    assert!(accepted.text().contains("Merci, votre réponse est enregistrée."), "{}", accepted.text());
    let other = "0198c0de-0000-7000-8000-000000000004";
    let late = stranger.post(&inside, "ariane-referral", &said("decline", "3", other), true).await;
    assert_eq!(late.status, StatusCode::CONFLICT, "somebody answered meanwhile: told");
    let bare = stranger.post(&inside, "ariane-referral", &said("decline", "4", other), true).await;
    assert_eq!(bare.status, StatusCode::UNPROCESSABLE_ENTITY, "a reason is asked for");
    let forged = stranger.post(&inside, "ariane-door", &said("accept", "4", other), true).await;
    assert_eq!(forged.status, StatusCode::FORBIDDEN, "a form of elsewhere");
    let list = line.get(&hub, "/fr/adressages").await.text();
    assert!(list.contains("Accepté") && list.contains("un rendez-vous"), "{list}");
    let thread = line.get(&line.cell, &at).await.text();
    assert!(thread.contains("Adressage"));

    // The structure closes: what was sent there opens no more, and opens again should it come back.
    let knowledge = |directory| Knowledge::new(starter_catalogue(), directory, Phenotypes::default());
    line.app.replace(knowledge(Directory::default()));
    let gone = stranger.get(&inside).await;
    assert!(gone.status != StatusCode::OK && !gone.text().contains("Zoé"), "{}", gone.text());
    let answer = stranger.post(&inside, "ariane-referral", &said("decline", "4", other), true).await;
    assert!(answer.status.is_client_error() && !answer.text().contains("Zoé"), "{}", answer.text());
    line.app.replace(knowledge(Directory::starter()));
    assert_eq!(stranger.get(&inside).await.status, StatusCode::OK);

    let shown = line.get(&line.cell, &consents).await.text();
    let id = value(&shown, "id=\"consent-");
    let back = [("means", "spoken"), ("version", "1")];
    let to = format!("{consents}/{id}/withdraw");
    assert_eq!(line.post(&line.cell, &to, &back).await.status, StatusCode::SEE_OTHER);
    let closed = stranger.get(&inside).await;
    assert!(closed.status != StatusCode::OK && !closed.text().contains("Zoé"), "at once");
    let mail = line.records.lease_outgoing(now()).await.expect("read").expect("the recipient is told");
    assert_eq!(mail.kind, "referral-deletion");
    let ended = line.get(&hub, &one).await.text();
    assert!(ended.contains("accord retiré par la personne"));
}
