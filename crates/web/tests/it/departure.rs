//! Somebody leaves: the administrator sees how much they hold and of nobody whose it is, and names who takes it over.

use crate::application::{Answer, now};
use crate::cell::{CALL, leads_to};
use crate::infoline::{Hand, Infoline, hire, value};
use ariane_domain::account::{AccountState, Role};
use ariane_store::accounts::Accounts;
use ariane_store::records::outbox::Ending;
use axum::http::StatusCode;
use uuid::Uuid;

struct Team {
    line: Infoline,
    chief: Hand,
    marc: Hand,
    case: String,
    cleo: Uuid,
}

async fn id(line: &Infoline, name: &str) -> Uuid {
    let all = Accounts::new(&line.records).accounts().await.expect("read");
    all.into_iter().find(|one| one.name == name).expect("somebody of that name").id
}

impl Team {
    /// Cléo holds the psycho-social track of a file, and owns a step and a call in it.
    async fn new() -> Self {
        let line = Infoline::open().await;
        let accounts = Accounts::new(&line.records);
        let chief = hire(&accounts, "Chef Fictif", Role::Administrator).await;
        let marc = hire(&accounts, "Marc Fictif", Role::MedicalCoordinator).await;
        let at = line.log(&line.anne, CALL).await;
        line.post(&line.anne, &format!("{at}/choice"), &[("purpose", "handover"), ("choice", "agreed")])
            .await;
        let version = line.version(&line.anne, &at).await;
        let sent = [("version", version.as_str()), ("reason", "follow-up"), ("message", "Merci.")];
        line.post(&line.anne, &format!("{at}/handover"), &sent).await;
        let list = line.get(&line.cell, "/fr/transmissions").await.text();
        let handover = format!("/fr/transmissions/{}", value(&list, "href=\"/fr/transmissions/"));
        let page = line.get(&line.cell, &handover).await.text();
        let version = value(&page, "name=\"version\" value=\"");
        let sent = [("version", version.as_str()), ("brought-by", "listener")];
        let opened = line.post(&line.cell, &format!("{handover}/file"), &sent).await;
        let case = leads_to(&opened);
        let cleo = id(&line, "Cléo Fictive").await;
        let team = Self { line, chief, marc, case, cleo };
        team.change(&format!("{}/change/accept", team.case), &[]).await;
        let owner = team.cleo.to_string();
        let step =
            [("track", "psychosocial"), ("owner", &owner), ("due", "2027-01-01"), ("text", "Dossier fictif")];
        team.change(&format!("{}/steps", team.case), &step).await;
        let call = [("owner", owner.as_str()), ("due", "2027-01-01"), ("text", "Rappel fictif")];
        team.change(&format!("{}/calls", team.case), &call).await;
        team
    }

    async fn change(&self, path: &str, fields: &[(&str, &str)]) {
        let page = self.line.get(&self.line.cell, &self.case).await.text();
        let version = value(&page, "name=\"version\" value=\"");
        let mut all = vec![("version", version.as_str())];
        all.extend_from_slice(fields);
        let answer = self.line.post(&self.line.cell, path, &all).await;
        assert_eq!(answer.status, StatusCode::SEE_OTHER, "{path}: {}", answer.text());
    }

    fn person(&self, language: &str, account: Uuid) -> String {
        let people = if language == "de" { "team" } else { "equipe" };
        format!("/{language}/{people}/{account}")
    }

    async fn act(&self, account: Uuid, fields: &[(&str, &str)]) -> Answer {
        self.line.post(&self.chief, &self.person("fr", account), fields).await
    }
}

#[tokio::test]
async fn an_account_that_holds_something_is_closed_once_somebody_takes_it_over() {
    let team = Team::new().await;
    let page = team.line.get(&team.chief, &team.person("fr", team.cleo)).await.text();
    for wanted in
        ["Ce que cette personne suit encore", "1 piste psycho-sociale", "1 démarche", "1 rappel promis"]
    {
        assert!(page.contains(wanted), "{wanted}: {page}");
    }
    assert!(!page.contains("Zoé"), "who it is about stays unread");
    assert!(!page.contains("Anne Fictive"), "a listener holds no track");

    let refused = team.act(team.cleo, &[("do", "close")]).await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    let text = refused.text();
    assert!(text.contains("href=\"#close-psychosocial-track\""), "{text}");
    assert!(text.contains("1 piste psycho-sociale : personne ne peut reprendre"), "{text}");
    assert!(
        text.contains(
            "id=\"close-psychosocial-track\" name=\"close-psychosocial-track\" aria-invalid=\"true\""
        )
    );
    assert_eq!(team.line.get(&team.line.cell, &team.case).await.status, StatusCode::OK, "nothing changed");

    let dora = hire(&Accounts::new(&team.line.records), "Dora Fictive", Role::PsychosocialCoordinator).await;
    let dora_id = id(&team.line, "Dora Fictive").await.to_string();
    let unfit = id(&team.line, "Anne Fictive").await.to_string();
    let named = team.act(team.cleo, &[("do", "close"), ("close-psychosocial-track", &unfit)]).await;
    assert_eq!(named.status, StatusCode::UNPROCESSABLE_ENTITY, "a listener is no coordinator");
    let fields = [
        ("do", "close"),
        ("close-psychosocial-track", dora_id.as_str()),
        ("close-step", dora_id.as_str()),
        ("close-call", dora_id.as_str()),
    ];
    let closed = team.act(team.cleo, &fields).await;
    assert_eq!(closed.status, StatusCode::SEE_OTHER, "{}", closed.text());
    assert_eq!(team.line.get(&team.line.cell, &team.case).await.status, StatusCode::SEE_OTHER, "signed out");

    let page = team.line.get(&dora, &team.case).await.text();
    assert!(page.contains("Démarche confiée à quelqu’un d’autre"), "{page}");
    assert!(page.contains("Rappel confié à quelqu’un d’autre"));
    assert!(page.contains("Dora Fictive"));
    let leased = team.line.records.lease_outgoing(now()).await.expect("read").expect("a mail");
    assert_eq!(leased.mail.to, "dora.fictive@example.org");
    assert!(leased.mail.text.contains("vous est confié") && !leased.mail.text.contains("Zoé"));
    team.line
        .records
        .end_outgoing(leased.controller, leased.id, 0, Ending::Sent, now())
        .await
        .expect("ended");
}

#[tokio::test]
async fn a_function_is_given_up_with_what_it_was_for() {
    let team = Team::new().await;
    let refused = team.act(team.cleo, &[("do", "roles"), ("role", "listener")]).await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    let text = refused.text();
    assert!(text.contains("id=\"roles-psychosocial-track\""), "{text}");
    assert!(text.contains("value=\"listener\" checked"), "what was ticked stays ticked");
    hire(&Accounts::new(&team.line.records), "Dora Fictive", Role::PsychosocialCoordinator).await;
    let dora = id(&team.line, "Dora Fictive").await.to_string();
    let mut fields = vec![("do", "roles"), ("role", "listener")];
    for name in ["roles-psychosocial-track", "roles-step", "roles-call"] {
        fields.push((name, &dora));
    }
    let given = team.act(team.cleo, &fields).await;
    assert_eq!(given.status, StatusCode::SEE_OTHER, "{}", given.text());
    let account = Accounts::new(&team.line.records).account(team.cleo).await.unwrap().expect("there");
    assert_eq!((account.state, account.roles), (AccountState::Active, vec![Role::Listener]));
    let page = team.line.get(&team.marc, &team.case).await.text();
    assert!(page.contains("Dora Fictive"), "{page}");
}

#[tokio::test]
async fn the_refusal_is_in_the_language_of_who_reads_it_and_only_an_administrator_asks() {
    let team = Team::new().await;
    let path = team.person("de", team.cleo);
    let german = team.line.post(&team.chief, &path, &[("do", "close")]).await;
    assert_eq!(german.status, StatusCode::UNPROCESSABLE_ENTITY, "{path}");
    let text = german.text();
    assert!(text.contains("1 psychosoziale Seite einer Akte: Niemand kann übernehmen."), "{text}");
    for hand in [&team.line.anne, &team.marc, &team.line.cell, &Hand::nobody()] {
        let path = team.person("fr", team.cleo);
        for answer in
            [team.line.get(hand, &path).await, team.line.post(hand, &path, &[("do", "close")]).await]
        {
            assert_ne!(answer.status, StatusCode::OK);
            assert!(!answer.text().contains("piste psycho-sociale"));
        }
    }
    let account = Accounts::new(&team.line.records).account(team.cleo).await.unwrap().expect("there");
    assert_eq!(account.state, AccountState::Active);
}
