//! Panels over HTTP: from an approved dossier to an advice that comes back, with everybody at their own browser; and who does not get in.

use crate::application::{Answer, settings};
use crate::care::person;
use crate::dossier::{approve, judge, prepared};
use crate::infoline::{Hand, Infoline, value};
use crate::stranger::Stranger;
use ariane_domain::Language;
use ariane_domain::account::Role;
use ariane_domain::account::session::Level;
use ariane_store::accounts::Accounts;
use ariane_store::accounts::sessions::Origin;
use ariane_store::records::outbox::Ending;
use ariane_store::records::panel::signed::SignedOutcome;
use ariane_web::letters::panel::remind;
use ariane_web::state::Settings;
use ariane_web::text::bundle::inspect;
use axum::http::StatusCode;
use chrono::{DateTime, TimeDelta, Utc};
use std::cell::Cell;

thread_local! {
    static CLOCK: Cell<i64> = const { Cell::new(0) };
}

/// The time of the test.
fn clock() -> DateTime<Utc> {
    crate::application::now() + TimeDelta::seconds(CLOCK.get())
}

fn wait(delta: TimeDelta) {
    CLOCK.set(CLOCK.get() + delta.num_seconds());
}

/// By which a click is known again.
fn key() -> String {
    ariane_privacy::random::id(clock()).expect("randomness").to_string()
}

fn leads_to(answer: &Answer) -> String {
    let to = answer.headers.get("location").and_then(|v| v.to_str().ok()).unwrap_or_default();
    to.split('?').next().unwrap_or_default().to_owned()
}

/// A house with its people.
pub struct House {
    pub line: Infoline,
    pub doctor: Hand,
    hub: Hand,
    /// Address of the file.
    pub at: String,
    pub dossier: String,
}

async fn house() -> House {
    house_with(async |_, _, _, _| ()).await
}

/// A house whose dossier was changed while it was a draft: by line, doctor, address of the file and of the dossier.
pub async fn house_with(change: impl AsyncFnOnce(&Infoline, &Hand, &str, &str)) -> House {
    CLOCK.set(0);
    let line = Infoline::with(Settings { now: clock, ..settings(false) }).await;
    let doctor = person(&line, "Max Fictif", Role::MedicalCoordinator).await;
    let hub = person(&line, "Hugo Fictif", Role::HubCoordinator).await;
    let (at, one) = prepared(&line, &doctor).await;
    judge(&line, &doctor, &at).await;
    change(&line, &doctor, &at, &one).await;
    let approved = approve(&line, &doctor, &one).await;
    assert_eq!(approved.status, StatusCode::SEE_OTHER, "{}", approved.text());
    let dossier = one.rsplit('/').next().unwrap_or_default().to_owned();
    House { line, doctor, hub, at, dossier }
}

impl House {
    async fn name_doctor(&self) {
        let page = self.line.get(&self.line.cell, &format!("{}/head", self.at)).await.text();
        let version = value(&page, "name=\"version\" value=\"");
        let fields = [
            ("version", version.as_str()),
            ("name", "Zoé Imaginaire"),
            ("birth", "1990-01-02"),
            ("question", "Un suivi fictif"),
            ("doctor", "Dr Zacharie Fabuleux"),
        ];
        let kept = self.line.post(&self.line.cell, &format!("{}/head", self.at), &fields).await;
        assert_eq!(kept.status, StatusCode::SEE_OTHER, "{}", kept.text());
    }

    async fn begin(&self, kind: &str) -> Answer {
        let page = self.line.get(&self.line.cell, &format!("{}/panel", self.at)).await.text();
        let fresh = value(&page, "name=\"key\" value=\"");
        let due = (clock() + TimeDelta::days(5)).date_naive().to_string();
        let networks = page.split("id=\"network\"").nth(1).unwrap_or_default();
        assert!(value(networks, "option value=\"").is_empty(), "none is chosen by the alphabet");
        let network = value(networks.split_once("</option>").unwrap_or_default().1, "option value=\"");
        let fields = [
            ("dossier", self.dossier.as_str()),
            ("kind", kind),
            ("network", network.as_str()),
            ("urgency", "soon"),
            ("due", due.as_str()),
            ("key", fresh.as_str()),
        ];
        self.line.post(&self.line.cell, &format!("{}/panel", self.at), &fields).await
    }

    /// Sends a form of a panel with the version that its page shows.
    async fn act(&self, who: &Hand, one: &str, act: &str, more: &[(&str, &str)]) -> Answer {
        let page = self.line.get(&self.hub, one).await.text();
        let version = value(&page, "data-version=\"");
        let fresh = key();
        let mut fields = vec![("version", version.as_str()), ("key", fresh.as_str())];
        fields.extend_from_slice(more);
        self.line.post(who, &format!("{one}/{act}"), &fields).await
    }

    async fn name(&self, one: &str, who: [&str; 3], lead: bool) -> String {
        let [name, mail, country] = who;
        let fields = [
            ("name", name),
            ("specialty", if lead { "génétique" } else { "ophtalmologie" }),
            ("country", country),
            ("language", "de"),
            ("mail", mail),
            ("phone", "+49 000 111 222"),
            ("basis", ""),
            ("lead", if lead { "1" } else { "" }),
        ];
        let kept = self.line.post(&self.line.cell, &format!("{one}/experts"), &fields).await;
        assert_eq!(kept.status, StatusCode::SEE_OTHER, "{}", kept.text());
        let page = self.line.get(&self.line.cell, one).await.text();
        let card = page.split("id=\"seat-").find(|card| card.contains(name)).expect("a card").to_owned();
        format!("{one}/experts/{}", card.split('"').next().unwrap_or_default())
    }

    /// Sends link and code of a place: what the expert gets.
    async fn invite(&self, seat: &str) -> (String, String) {
        let id = seat.rsplit('/').next().unwrap_or_default();
        let one = seat.split("/experts").next().unwrap_or_default();
        let page = self.line.get(&self.line.cell, one).await.text();
        let card = page.split(&format!("id=\"seat-{id}\"")).nth(1).unwrap_or_default().to_owned();
        let version = value(&card, "name=\"version\" value=\"");
        let sent = self.line.post(&self.line.cell, &format!("{seat}/send"), &[("version", &version)]).await;
        assert_eq!(sent.status, StatusCode::SEE_OTHER, "{}", sent.text());
        let leased = self.line.records.lease_outgoing(clock()).await.expect("read").expect("one waits");
        self.line
            .records
            .end_outgoing(leased.controller, leased.id, 0, Ending::Sent, clock())
            .await
            .expect("ended");
        for secret in ["Zoé", "Imaginaire", "Marfan", " P-", "FBN1", "Max Fictif"] {
            assert!(!leased.mail.text.contains(secret) && !leased.mail.subject.contains(secret), "{secret}");
        }
        let link = leased.mail.text.split_whitespace().find(|word| word.contains("/link/")).expect("a link");
        let told = self.line.post(&self.line.cell, &format!("{seat}/code"), &[("channel", "phone")]).await;
        let told = told.text();
        let code = told.split("class=\"code\">").nth(1).and_then(|rest| rest.split('<').next());
        let code = code.expect("a code").to_owned();
        assert!(!leased.mail.text.contains(&code), "the code goes another way");
        (link.to_owned(), code)
    }

    /// An open local advice with a lead and an expert who were written to: its address, their links and codes.
    pub async fn open(&self) -> (String, [(String, String); 2]) {
        self.name_doctor().await;
        let begun = self.begin("local").await;
        assert_eq!(begun.status, StatusCode::SEE_OTHER, "{}", begun.text());
        let one = leads_to(&begun);
        let lead = self.name(&one, ["Lena Fiktiv", "lena@example.org", "DE"], true).await;
        let other = self.name(&one, ["Otto Fiktiv", "otto@example.org", "AT"], false).await;
        for seat in [&lead, &other] {
            let admitted = [("version", "1"), ("change", "admit"), ("text", "")];
            let done = self.line.post(&self.hub, &format!("{seat}/access"), &admitted).await;
            assert_eq!(done.status, StatusCode::SEE_OTHER, "{}", done.text());
        }
        let done = self.act(&self.doctor, &one, "case/validate", &[("read", "1")]).await;
        assert_eq!(done.status, StatusCode::SEE_OTHER, "{}", done.text());
        let done = self.act(&self.hub, &one, "open", &[]).await;
        assert_eq!(done.status, StatusCode::SEE_OTHER, "{}", done.text());
        let links = [self.invite(&lead).await, self.invite(&other).await];
        (one, links)
    }
}

const DOOR: &str = "/fr/demande-avis";
pub const CASE: &str = "/fr/demande-avis/case";

/// A browser in which an expert gave link and code.
pub async fn enter<'l>(house: &'l House, (link, code): &(String, String)) -> Stranger<'l> {
    let mut browser = Stranger::new(&house.line);
    browser.get(DOOR).await;
    let right = browser.post(DOOR, "ariane-door", &[("link", link), ("code", code)], false).await;
    assert_eq!(right.status, StatusCode::SEE_OTHER, "{}", right.text());
    browser
}

pub async fn sit(browser: &mut Stranger<'_>) {
    let page = browser.get(CASE).await.text();
    assert!(page.contains("Avant de lire") && !page.contains("Marfan") && !page.contains(">P-"), "{page}");
    assert_eq!(
        browser.get(&format!("{CASE}/pdf")).await.status,
        StatusCode::NOT_FOUND,
        "no case at the door"
    );
    let version = value(&page, "name=\"version\" value=\"");
    let bare = browser.post(&format!("{CASE}/sit"), "ariane-expert", &[("version", &version)], false).await;
    assert_eq!(bare.status, StatusCode::UNPROCESSABLE_ENTITY, "a conflict is asked for");
    let fields = [("version", version.as_str()), ("nothing-against", "1")];
    let sat = browser.post(&format!("{CASE}/sit"), "ariane-expert", &fields, false).await;
    assert_eq!(sat.status, StatusCode::SEE_OTHER, "{}", sat.text());
}

async fn say(browser: &mut Stranger<'_>, act: &str, more: &[(&str, &str)]) -> Answer {
    let fresh = key();
    let mut fields = vec![("key", fresh.as_str())];
    fields.extend_from_slice(more);
    browser.post(&format!("{CASE}/{act}"), "ariane-expert", &fields, false).await
}

#[tokio::test]
async fn a_local_advice_goes_from_the_file_to_experts_and_comes_back_with_its_dissent() {
    let house = house().await;
    let page = house.line.get(&house.line.cell, &format!("{}/panel", house.at)).await.text();
    assert!(page.contains("aucun médecin traitant") && page.contains("P-"), "{page}");
    let (one, links) = house.open().await;
    let mut lead = enter(&house, &links[0]).await;
    let mut otto = enter(&house, &links[1]).await;
    sit(&mut lead).await;
    sit(&mut otto).await;
    let page = otto.get(CASE).await.text();
    assert!(
        page.contains("Que faire ?") && page.contains("P-") && page.contains("ophtalmologie (AT)"),
        "{page}"
    );
    for secret in ["Zoé", "Imaginaire", "1990", "Fabuleux", "Lena", "Otto", "/fr/cellule", "621 123 456"] {
        assert!(!page.contains(secret), "{secret}: {page}");
    }
    let packet = otto.get(&format!("{CASE}/phenopacket")).await;
    let fetched =
        house.line.get(&house.doctor, &format!("{}/dossier/{}/phenopacket", house.at, house.dossier)).await;
    assert_eq!(packet.bytes, fetched.bytes, "the very bytes that were approved");
    assert!(otto.get(&format!("{CASE}/pdf")).await.bytes.starts_with(b"%PDF"));
    for other in ["exe", "matchmaker", "common-data"] {
        assert_eq!(otto.get(&format!("{CASE}/{other}")).await.status, StatusCode::NOT_FOUND, "{other}");
    }

    let hostile = "<script>alert(1)</script> \u{202e}';--";
    let asked = [("text", hostile), ("leave", "1")];
    assert_eq!(say(&mut otto, "ask", &asked).await.status, StatusCode::SEE_OTHER);
    let seen = house.line.get(&house.doctor, &one).await.text();
    assert!(seen.contains("&#60;script&#62;") && !seen.contains("<script>alert"), "{seen}");
    assert!(seen.contains("la réponse à une question"));
    let named =
        house.act(&house.doctor, &one, "answer", &[("text", "Vue par Fabuleux à Esch le 06/05/2023.")]).await;
    assert_eq!(named.status, StatusCode::UNPROCESSABLE_ENTITY);
    let said = named.text();
    assert!(said.contains("<li>Fabuleux</li>") && said.contains("Vue par Fabuleux à Esch"), "{said}");
    let answered = house.act(&house.doctor, &one, "answer", &[("text", "Pas de fièvre.")]).await;
    assert_eq!(answered.status, StatusCode::SEE_OTHER, "{}", answered.text());
    let social = house.act(&house.line.cell, &one, "answer", &[("text", "Oui.")]).await;
    assert_eq!(social.status, StatusCode::FORBIDDEN, "a clinician answers");
    assert!(otto.get(CASE).await.text().contains("Pas de fièvre."));

    let said = [("text", "Vue par Mme Estournet, tél. 621 555 010.")];
    let warned = say(&mut otto, "contribute", &said).await;
    assert_eq!(warned.status, StatusCode::UNPROCESSABLE_ENTITY, "an expert may know somebody, too");
    let warned = warned.text();
    assert!(warned.contains("<li>Estournet</li>") && warned.contains("Vue par Mme Estournet"), "{warned}");
    assert!(!lead.get(CASE).await.text().contains("Estournet"), "nobody read it");
    let kept = [("text", "D’après Estournet, attendre."), ("leave", "1")];
    assert_eq!(say(&mut otto, "contribute", &kept).await.status, StatusCode::SEE_OTHER);

    assert_eq!(
        say(&mut otto, "propose", &[("text", "Attendre six mois.")]).await.status,
        StatusCode::SEE_OTHER
    );
    let page = lead.get(CASE).await.text();
    let proposal = value(&page, "name=\"proposal\" value=\"");
    let silent = say(&mut lead, "vote", &[("proposal", &proposal), ("vote", "disagree"), ("text", "")]).await;
    assert_eq!(silent.status, StatusCode::UNPROCESSABLE_ENTITY);
    let vote = [("proposal", proposal.as_str()), ("vote", "disagree"), ("text", "Trop tard pour l’œil.")];
    assert_eq!(say(&mut lead, "vote", &vote).await.status, StatusCode::SEE_OTHER);
    assert_eq!(
        say(&mut otto, "close", &[("read", "1"), ("digest", "x")]).await.status,
        StatusCode::UNPROCESSABLE_ENTITY
    );
    assert_eq!(
        say(&mut lead, "draft", &[("text", "Revoir dans trois mois.")]).await.status,
        StatusCode::SEE_OTHER
    );
    let other = say(&mut otto, "draft", &[("text", "Mon avis à moi.")]).await;
    assert_eq!(other.status, StatusCode::FORBIDDEN);
    assert!(other.text().contains("Mon avis à moi."), "what was typed is not lost");
    let digest = value(&lead.get(CASE).await.text(), "name=\"digest\" value=\"");
    let late = [("proposal", proposal.as_str()), ("vote", "agree"), ("text", "")];
    assert_eq!(say(&mut otto, "vote", &late).await.status, StatusCode::SEE_OTHER);
    let stale = say(&mut lead, "close", &[("read", "1"), ("digest", &digest)]).await;
    assert_eq!(stale.status, StatusCode::CONFLICT, "a vote came after it was read");
    let digest = value(&stale.text(), "name=\"digest\" value=\"");
    let unread = say(&mut lead, "close", &[("digest", &digest)]).await;
    assert_eq!(unread.status, StatusCode::UNPROCESSABLE_ENTITY);
    let mut second = enter(&house, &links[0]).await;
    // A code that is used again begins another session; the first browser is asked anew.
    assert_ne!(lead.get(CASE).await.status, StatusCode::OK);
    let fresh = key();
    let fields = [("key", fresh.as_str()), ("read", "1"), ("digest", digest.as_str())];
    for _ in 0..2 {
        let closed = second.post(&format!("{CASE}/close"), "ariane-expert", &fields, false).await;
        assert_eq!(closed.status, StatusCode::SEE_OTHER, "a double click: {}", closed.text());
    }
    let late = say(&mut second, "close", &[("read", "1"), ("digest", &digest)]).await;
    assert_eq!(late.status, StatusCode::CONFLICT, "closed once");
    let page = otto.get(CASE).await.text();
    assert!(
        page.contains("Merci") && page.contains("Revoir dans trois mois.") && !page.contains("Que faire ?"),
        "{page}"
    );
    assert_eq!(otto.get(&format!("{CASE}/pdf")).await.status, StatusCode::NOT_FOUND, "the case is gone");

    let seen = house.line.get(&house.line.cell, &one).await.text();
    for there in ["Avis clos", "Trop tard pour l’œil.", "génétique (DE)", "Personne ne lui a encore expliqué"]
    {
        assert!(seen.contains(there), "{there}: {seen}");
    }
    assert!(house.line.get(&house.line.cell, &format!("{one}/outcome.pdf")).await.bytes.starts_with(b"%PDF"));
    let signed = house.line.get(&house.line.cell, &format!("{one}/outcome.json")).await;
    let mut signed: SignedOutcome = serde_json::from_slice(&signed.bytes).expect("a signed outcome");
    let key = signed.proof.key.clone();
    assert!(signed.holds(&key) && !signed.holds(&"0".repeat(64)));
    let stated = signed.stated().expect("a statement");
    assert!(stated.outcome.proposals.iter().any(|one| !one.dissent.is_empty()), "dissent is signed, too");
    for secret in ["Zoé", "Imaginaire", "Lena", "Otto"] {
        assert!(!signed.statement.contains(secret), "{secret}");
    }
    signed.statement = signed.statement.replace("Trop tard", "Pas trop tard");
    assert!(!signed.holds(&key), "one word changed");
    let decided = house.act(&house.doctor, &one, "decide", &[("text", "Contrôle dans trois mois.")]).await;
    assert_eq!(decided.status, StatusCode::SEE_OTHER, "{}", decided.text());
    assert_eq!(house.line.outgoing().await, 2, "both are thanked");
    assert!(otto.get(CASE).await.text().contains("Contrôle dans trois mois."));
    let told = [("way", "explained"), ("text", "Des experts conseillent d’attendre un peu.")];
    assert_eq!(house.act(&house.doctor, &one, "tell", &told).await.status, StatusCode::SEE_OTHER);
    let seen = house.line.get(&house.line.cell, &one).await.text();
    assert!(seen.contains("est parmi les documents du dossier"), "noting it puts the paper there: {seen}");
    let again = house.act(&house.doctor, &one, "file", &[]).await;
    assert_eq!(again.status, StatusCode::UNPROCESSABLE_ENTITY, "once: {}", again.text());
    let there = format!("{}/documents", house.at);
    let paper = value(&seen, &format!("href=\"{there}/"));
    let documents = house.line.get(&house.line.cell, &there).await.text();
    assert!(documents.contains(&paper), "{documents}");
    let paper = house.line.get(&house.line.cell, &format!("{there}/{paper}")).await;
    assert!(paper.bytes.starts_with(b"%PDF"), "{}", paper.text());
    let thread = house.line.get(&house.line.cell, &house.at).await.text();
    assert!(thread.contains("Panel ou avis") && thread.contains("avis rendu"), "{thread}");
}

#[tokio::test]
async fn nobody_comes_in_who_is_not_named_and_an_expert_reaches_nothing_else() {
    let house = house().await;
    let (one, links) = house.open().await;
    let listener = &house.line.anne;
    let others = [
        ("Ada Fictive", Role::RcpParticipant),
        ("Bao Fictif", Role::PsychosocialWorker),
        ("Dia Fictive", Role::Administrator),
        ("Eva Fictive", Role::DataProtectionOfficer),
    ];
    let mut outsiders = vec![listener.clone()];
    for (name, role) in others {
        outsiders.push(person(&house.line, name, role).await);
    }
    for hand in &outsiders {
        for path in
            ["/fr/panels-et-avis", &one, &format!("{one}/outcome.json"), &format!("{}/panel", house.at)]
        {
            assert_eq!(house.line.get(hand, path).await.status, StatusCode::FORBIDDEN, "{path}");
        }
        for act in ["open", "withdraw", "experts", "case/validate", "answer", "file"] {
            let answer = house.line.post(hand, &format!("{one}/{act}"), &[("version", "1")]).await;
            assert_eq!(answer.status, StatusCode::FORBIDDEN, "{act}");
        }
    }
    assert_eq!(
        house.line.get(&house.hub, &format!("{}/panel", house.at)).await.status,
        StatusCode::FORBIDDEN
    );
    let at_hub = house.line.get(&house.hub, &one).await.text();
    assert!(!at_hub.contains("Zoé") && !at_hub.contains(&house.at), "the hub reads no file");
    for (who, act) in [(&house.hub, "case/validate"), (&house.line.cell, "case/validate")] {
        assert_eq!(house.act(who, &one, act, &[("read", "1")]).await.status, StatusCode::FORBIDDEN, "{act}");
    }
    let id = one.rsplit('/').next().unwrap_or_default();
    for (who, hand) in [("doctor", &house.doctor), ("cell", &house.line.cell)] {
        let to = format!("{one}/experts/{id}/access");
        let answer = house.line.post(hand, &to, &[("version", "1"), ("change", "admit")]).await;
        assert_eq!(answer.status, StatusCode::FORBIDDEN, "{who} validates no access");
    }

    let mut stranger = Stranger::new(&house.line);
    assert_eq!(stranger.get(CASE).await.status, StatusCode::UNAUTHORIZED);
    let path = format!("/{}", links[0].0.splitn(4, '/').nth(3).expect("a path"));
    assert!(!stranger.get(&path).await.text().contains(">P-"));
    stranger.get(DOOR).await;
    let wrong = [("link", links[0].0.as_str()), ("code", "AAAA-AAAA")];
    let answer = stranger.post(DOOR, "ariane-door", &wrong, false).await;
    assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
    let crossed = [("link", links[0].0.as_str()), ("code", links[1].1.as_str())];
    let answer = stranger.post(DOOR, "ariane-door", &crossed, false).await;
    assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY, "another's code");
    let astray = [("link", links[0].0.as_str()), ("code", links[0].1.as_str())];
    let elsewhere = stranger.post("/fr/adressage-recu", "ariane-door", &astray, false);
    assert_eq!(elsewhere.await.status, StatusCode::UNPROCESSABLE_ENTITY, "no referral");
    let mut otto = enter(&house, &links[1]).await;
    sit(&mut otto).await;
    for path in
        [house.at.as_str(), &one, "/fr/cellule", "/fr/panels-et-avis", "/fr/permanence", "/fr/adressages"]
    {
        let answer = otto.get(path).await;
        assert_ne!(answer.status, StatusCode::OK, "{path}");
        assert!(!answer.text().contains("Zoé") && !answer.text().contains("Marfan"), "{path}");
    }
    let forged = otto.post(&format!("{CASE}/contribute"), "ariane-door", &[("text", "x")], false).await;
    assert_eq!(forged.status, StatusCode::FORBIDDEN, "a form of elsewhere");
    for act in ["validate-case", "withdraw", "answer", "open", "extend", "record", "x"] {
        let answer = say(&mut otto, act, &[("text", "x")]).await;
        assert!(answer.status.is_client_error(), "{act}: {}", answer.status);
    }
    let other = key();
    let astray = say(&mut otto, "vote", &[("proposal", &other), ("vote", "agree"), ("text", "")]).await;
    assert_eq!(astray.status, StatusCode::NOT_FOUND);
    let declined = say(&mut otto, "decline", &[("version", "4"), ("decline", "no-time"), ("text", "")]).await;
    assert_eq!(declined.status, StatusCode::OK, "{}", declined.text());
    assert_ne!(enter_answer(&house, &links[1]).await, StatusCode::SEE_OTHER, "the link is gone");
}

async fn enter_answer(house: &House, (link, code): &(String, String)) -> StatusCode {
    let mut browser = Stranger::new(&house.line);
    browser.get(DOOR).await;
    browser.post(DOOR, "ariane-door", &[("link", link), ("code", code)], false).await.status
}

#[tokio::test]
async fn taking_the_agreement_back_in_the_middle_closes_every_browser_at_once() {
    let house = house().await;
    let (one, links) = house.open().await;
    let mut otto = enter(&house, &links[1]).await;
    sit(&mut otto).await;
    assert!(otto.get(CASE).await.text().contains("Que faire ?"));
    let consents = house.line.get(&house.line.cell, &format!("{}/consents", house.at)).await.text();
    let id = value(&consents, "id=\"consent-");
    let back = format!("{}/consents/{id}/withdraw", house.at);
    let taken = house.line.post(&house.line.cell, &back, &[("means", "spoken"), ("version", "1")]).await;
    assert_eq!(taken.status, StatusCode::SEE_OTHER, "{}", taken.text());
    for path in [CASE.to_owned(), format!("{CASE}/pdf"), format!("{CASE}/fhir")] {
        let answer = otto.get(&path).await;
        assert!(answer.status.is_client_error() && !answer.text().contains("Que faire ?"), "{path}");
    }
    assert_ne!(enter_answer(&house, &links[0]).await, StatusCode::SEE_OTHER);
    let mail = house.line.records.lease_outgoing(clock()).await.expect("read").expect("who read is told");
    assert_eq!((mail.kind.as_str(), mail.mail.to.as_str()), ("panel-deletion", "otto@example.org"));
    for hand in [&house.hub, &house.doctor, &house.line.cell] {
        let closed = house.line.get(hand, &one).await;
        assert!(closed.status.is_client_error() && !closed.text().contains("Que faire ?"));
    }
    let list = house.line.get(&house.line.cell, &format!("{}/panel", house.at)).await.text();
    assert!(list.contains("retiré"), "{list}");
}

#[tokio::test]
async fn over_the_deadline_an_expert_reads_no_more_and_the_list_says_late() {
    let house = house().await;
    let (one, links) = house.open().await;
    let mut otto = enter(&house, &links[1]).await;
    sit(&mut otto).await;
    let mut lead = enter(&house, &links[0]).await;
    sit(&mut lead).await;
    wait(TimeDelta::days(7));
    let mut otto = enter(&house, &links[1]).await;
    let closed = otto.get(CASE).await;
    assert!(closed.status.is_client_error() && !closed.text().contains("Que faire ?"), "{}", closed.status);
    let mut lead = enter(&house, &links[0]).await;
    let page = lead.get(CASE).await.text();
    assert!(page.contains("id=\"draft\"") && !page.contains("id=\"contribute\""), "{page}");
    let accounts = Accounts::new(&house.line.records);
    let all = accounts.accounts().await.expect("read");
    let hugo = all.iter().find(|one| one.name == "Hugo Fictif").expect("there");
    let session =
        accounts.begin_session(hugo.id, Level::Full, &Origin::default(), clock()).await.expect("begun");
    let hub = Hand::with(session);
    let list = house.line.get(&hub, "/fr/panels-et-avis").await.text();
    let late =
        list.split("id=\"late\"").nth(1).and_then(|rest| rest.split("id=\"others\"").next()).expect("late");
    assert!(late.contains("Avis local") && late.contains(&one), "{list}");
    let due = (clock() + TimeDelta::days(3)).date_naive().to_string();
    let version = value(&house.line.get(&hub, &one).await.text(), "data-version=\"");
    let fresh = key();
    let moved = [("version", version.as_str()), ("key", fresh.as_str()), ("due", due.as_str())];
    assert_eq!(house.line.post(&hub, &format!("{one}/extend"), &moved).await.status, StatusCode::SEE_OTHER);
    let mut otto = enter(&house, &links[1]).await;
    assert!(otto.get(CASE).await.text().contains("Que faire ?"), "the deadline was moved");
}

#[tokio::test]
async fn an_expert_who_does_not_answer_is_reminded_once_in_a_mail_that_says_nothing() {
    let house = house().await;
    let (one, links) = house.open().await;
    let mut lead = enter(&house, &links[0]).await;
    sit(&mut lead).await;
    let desk = house.line.app.desk.clone().expect("a desk");
    assert_eq!(remind(&desk, clock()).await.expect("looked"), 0);
    wait(TimeDelta::days(5));
    assert_eq!(
        remind(&desk, clock()).await.expect("reminded"),
        2,
        "who did not answer, and who wrote nothing"
    );
    assert_eq!(remind(&desk, clock()).await.expect("looked"), 0, "once");
    for _ in 0..2 {
        let leased = house.line.records.lease_outgoing(clock()).await.expect("read").expect("one waits");
        let (to, mail) = (leased.mail.to.as_str(), &leased.mail);
        // In the language of each.
        let expected = if to == "otto@example.org" { "noch keine Antwort" } else { "Ihr Rat fehlt noch" };
        assert!(mail.text.contains(expected), "{to}: {}", mail.text);
        for secret in ["Zoé", "Imaginaire", "Marfan", " P-", "FBN1", "Max Fictif", "/link/", "Otto", "Lena"]
        {
            assert!(!mail.text.contains(secret) && !mail.subject.contains(secret), "{secret}");
        }
        let ending = Ending::Sent;
        house
            .line
            .records
            .end_outgoing(leased.controller, leased.id, 0, ending, clock())
            .await
            .expect("ended");
    }
    let accounts = Accounts::new(&house.line.records);
    let all = accounts.accounts().await.expect("read");
    let hugo = all.iter().find(|one| one.name == "Hugo Fictif").expect("there");
    let session =
        accounts.begin_session(hugo.id, Level::Full, &Origin::default(), clock()).await.expect("begun");
    let page = house.line.get(&Hand::with(session), &one).await.text();
    assert_eq!(page.matches("Rappelé par courriel").count(), 2, "{page}");
}

#[tokio::test]
async fn a_european_panel_is_prepared_printed_and_followed_and_is_no_second_cpms() {
    let house = house().await;
    house.name_doctor().await;
    let begun = house.begin("european").await;
    assert_eq!(begun.status, StatusCode::SEE_OTHER, "{}", begun.text());
    let one = leads_to(&begun);
    let page = house.line.get(&house.hub, &one).await.text();
    assert!(page.contains("Panel européen") && page.contains("se tient dans CPMS"), "{page}");
    assert!(page.contains("parties sur") && !page.contains("expert-new"));
    let sheet = house.line.get(&house.hub, &format!("{one}/form.pdf")).await;
    assert!(sheet.bytes.starts_with(b"%PDF"));
    for outcome in ["outcome.pdf", "outcome.json"] {
        assert_eq!(
            house.line.get(&house.hub, &format!("{one}/{outcome}")).await.status,
            StatusCode::NOT_FOUND
        );
    }
    let unread = house.act(&house.doctor, &one, "case/validate", &[]).await;
    assert_eq!(unread.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(
        house.act(&house.doctor, &one, "case/validate", &[("read", "1")]).await.status,
        StatusCode::SEE_OTHER
    );
    let unnumbered = house.act(&house.hub, &one, "open", &[("number", " ")]).await;
    assert_eq!(unnumbered.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(
        house.act(&house.hub, &one, "open", &[("number", "CPMS-0")]).await.status,
        StatusCode::SEE_OTHER
    );
    let today = clock().date_naive().to_string();
    let noted = house.act(&house.hub, &one, "note", &[("state", "requested"), ("on", &today)]).await;
    assert_eq!(noted.status, StatusCode::SEE_OTHER, "{}", noted.text());
    let social = house.act(&house.line.cell, &one, "record", &[("text", "Avis du réseau.")]).await;
    assert_eq!(social.status, StatusCode::FORBIDDEN);
    assert!(social.text().contains("Avis du réseau."), "what was typed is not lost");
    let kept = house.act(&house.hub, &one, "record", &[("text", "Avis du réseau.")]).await;
    assert_eq!(kept.status, StatusCode::SEE_OTHER, "{}", kept.text());
    let page = house.line.get(&house.line.cell, &one).await.text();
    assert!(page.contains("CPMS-0") && page.contains("Avis du réseau.") && page.contains("demande envoyée"));
}

/// Duty D16: what is ours is called a local advice, in no language a network's panel.
#[tokio::test]
async fn a_local_advice_is_nowhere_called_a_panel_of_a_network() {
    const NEVER: [&str; 14] = [
        "ern panel",
        "ern-panel",
        "panel ern",
        "painel ern",
        "erns panel",
        "panel of the ern",
        "european panel",
        "panel européen",
        "europäisches panel",
        "painel europeu",
        "europäesche panel",
        "panel d’un réseau",
        "network panel",
        "netzwerkpanel",
    ];
    let house = house().await;
    let (one, links) = house.open().await;
    let mut otto = enter(&house, &links[1]).await;
    let door = otto.get(CASE).await.text();
    sit(&mut otto).await;
    let id = one.rsplit('/').next().unwrap_or_default().to_owned();
    let mut pages = vec![door];
    for (language, list, invited) in [
        (Language::Fr, "panels-et-avis", "demande-avis"),
        (Language::De, "panels-und-rat", "bitte-um-rat"),
        (Language::En, "panels-and-advice", "advice-asked"),
        (Language::Pt, "paineis-e-pareceres", "pedido-de-parecer"),
        (Language::Lb, "panelen-a-rot", "ufro-fir-rot"),
    ] {
        let page = house.line.get(&house.hub, &format!("/{language}/{list}/{id}")).await;
        assert_eq!(page.status, StatusCode::OK, "{language}");
        pages.push(page.text());
        let case = otto.get(&format!("/{language}/{invited}/case")).await;
        assert_eq!(case.status, StatusCode::OK, "{language}");
        pages.push(case.text());
    }
    for page in pages {
        let text = page.to_lowercase();
        for never in NEVER {
            assert!(!text.contains(never), "{never}: {page}");
        }
    }
    // Texts of what experts read and of a local advice, wherever they may be shown.
    for language in Language::ALL {
        let t = ariane_web::text::Text::new(language);
        let ours = inspect(language).0.into_iter().filter(|id| {
            id.starts_with("panel-")
                && !id.contains("european")
                && !id.contains("cpms")
                && !id.contains("form")
                && !id.starts_with("panel-kind")
                && !id.starts_with("panel-network")
        });
        for id in ours {
            let text = t.s(&id).to_lowercase();
            for never in NEVER {
                assert!(!text.contains(never), "{language} {id}: {text}");
            }
        }
    }
}
