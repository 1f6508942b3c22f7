//! What a person does without an account, through the router: the form, the receipt, the link, the rights; and what
//! others try with it.

use crate::application::{Answer, form};
use ariane_domain::access::grant::LockLink;
use ariane_domain::access::{Actor, NotesReaders, Staff};
use ariane_domain::account::Role;
use ariane_domain::enquiry::form::Forms;
use ariane_domain::place::Country;
use ariane_knowledge::directory::Directory;
use ariane_knowledge::phenotype::Phenotypes;
use ariane_knowledge::reference::starter_catalogue;
use ariane_knowledge::starter;
use ariane_privacy::master::MasterKey;
use ariane_store::Store;
use ariane_store::accounts::Accounts;
use ariane_store::directory::OWN_CONTROLLER;
use ariane_store::keys::KeyStore;
use ariane_store::records::Records;
use ariane_store::records::own::link::Travelled;
use ariane_web::desk::{Desk, MailIdentity};
use ariane_web::router::router;
use ariane_web::sign_in::SignInSettings;
use ariane_web::state::{App, Knowledge, Settings};
use axum::body::Body;
use axum::http::{Request, StatusCode};
use chrono::{DateTime, NaiveDate, Utc};
use http_body_util::BodyExt;
use std::cell::Cell;
use tempfile::TempDir;
use tower::ServiceExt;
use uuid::Uuid;

thread_local! {
    static CLOCK: Cell<i64> = const { Cell::new(1_795_421_000) };
}

/// The time of the test; each look is a second later.
fn now() -> DateTime<Utc> {
    wait(1);
    DateTime::from_timestamp(CLOCK.get(), 0).unwrap_or_default()
}

/// Lets seconds pass.
fn wait(seconds: i64) {
    CLOCK.set(CLOCK.get() + seconds);
}

struct Site {
    app: App,
    _scratch: TempDir,
}

/// A browser without scripts: it keeps cookies and follows nothing by itself.
struct Browser<'a> {
    site: &'a Site,
    cookies: Vec<(String, String)>,
}

async fn site() -> Site {
    let scratch = tempfile::tempdir().expect("a directory");
    let url = |name: &str| format!("sqlite://{}?mode=rwc", scratch.path().join(name).display());
    let store = Store::connect(&url("a.sqlite")).await.expect("a store");
    let master = MasterKey::random().expect("a key");
    let (address, journal) = (url("k.sqlite"), scratch.path().join("erasures.log"));
    let keys = KeyStore::open(&address, master, &journal).await.expect("a key store");
    let records = Records::new(store, keys, starter::purposes::register(), "352");
    let knowledge = Knowledge::new(starter_catalogue(), Directory::starter(), Phenotypes::default());
    let office = knowledge.country(Country::LU).expect("a profile").office("").expect("an office");
    let forms: Forms = starter::enquiry_form::forms();
    let settings = Settings {
        country: Country::LU,
        demo: false,
        stale_after_days: 365,
        today: || NaiveDate::from_ymd_opt(2026, 11, 23).unwrap_or_default(),
        now,
        candidates: false,
        sign_in: SignInSettings::at("http://localhost").expect("an address"),
    };
    let accounts = Accounts::new(&records);
    let mail = MailIdentity {
        address: "infoline@example.org".into(),
        name: "Infoline".into(),
        neutral_name: "Secrétariat".into(),
        has_plus_addresses: false,
    };
    let notes_readers = NotesReaders::default();
    let desk = Desk { controller: OWN_CONTROLLER, records, office, forms, mail, notes_readers };
    let app = App::new(knowledge, settings).with_accounts(accounts).with_desk(desk);
    Site { app, _scratch: scratch }
}

impl Site {
    fn browser(&self) -> Browser<'_> {
        Browser { site: self, cookies: Vec::new() }
    }

    fn desk(&self) -> &Desk {
        self.app.desk.as_ref().expect("a desk")
    }

    /// How many enquiries there are, by the numbers that people say.
    async fn count(&self) -> i64 {
        let work = self.desk().records.begin(now()).await.expect("begun");
        let mut number = 0;
        while work.enquiry_of_number(OWN_CONTROLLER, number + 1).await.expect("looked").is_some() {
            number += 1;
        }
        number
    }
}

impl Browser<'_> {
    async fn send(&mut self, mut request: Request<Body>) -> Answer {
        let cookies: Vec<String> = self.cookies.iter().map(|(n, v)| format!("{n}={v}")).collect();
        if !cookies.is_empty() {
            request.headers_mut().insert("cookie", cookies.join("; ").parse().expect("a header"));
        }
        let response = router(self.site.app.clone()).oneshot(request).await.expect("an answer");
        let (parts, body) = response.into_parts();
        for given in parts.headers.get_all("set-cookie") {
            let text = given.to_str().expect("text");
            let (name, value) = text.split(';').next().and_then(|p| p.split_once('=')).expect("a pair");
            self.cookies.retain(|(n, _)| n != name);
            if !value.is_empty() {
                self.cookies.push((name.to_owned(), value.to_owned()));
            }
        }
        let bytes = body.collect().await.expect("a body").to_bytes().to_vec();
        Answer { status: parts.status, headers: parts.headers, bytes }
    }

    async fn get(&mut self, path: &str) -> Answer {
        self.send(Request::get(path).body(Body::empty()).expect("a request")).await
    }

    async fn post(&mut self, path: &str, fields: &[(&str, &str)]) -> Answer {
        let request = Request::post(path)
            .header("content-type", "application/x-www-form-urlencoded")
            .body(Body::from(form(fields)))
            .expect("a request");
        self.send(request).await
    }

    /// Opens the form; gives its tokens.
    async fn open_form(&mut self) -> (String, String) {
        let page = self.get("/fr/ecrire").await.text();
        let tokens = (value(&page, "form_token"), value(&page, "stamp"));
        wait(30);
        tokens
    }

    /// Writes as a person does; gives the receipt.
    async fn write(&mut self, fields: &[(&str, &str)]) -> Answer {
        let (token, stamp) = self.open_form().await;
        let mut all = vec![("form_token", token.as_str()), ("stamp", stamp.as_str())];
        all.extend_from_slice(fields);
        self.post("/fr/ecrire", &all).await
    }

    /// Opens a private link with its code.
    async fn open_link(&mut self, link: &str, code: &str) -> Answer {
        let path = link.strip_prefix("http://localhost").unwrap_or(link).to_owned();
        let page = self.get(&path).await.text();
        let (token, hidden) = (value(&page, "form_token"), value(&page, "link"));
        self.post("/fr/ma-demande", &[("form_token", &token), ("link", &hidden), ("code", code)]).await
    }

    /// Sends a form of the page at `from`, with its token.
    async fn act(&mut self, from: &str, to: &str, fields: &[(&str, &str)]) -> Answer {
        let page = self.get(from).await.text();
        let section = page.split(&format!("action=\"{to}\"")).nth(1).unwrap_or(&page).to_owned();
        let (token, stamp) = (value(&section, "form_token"), value(&section, "stamp"));
        let version = value(&section, "version");
        let mut all = vec![("form_token", token.as_str())];
        if !stamp.is_empty() {
            all.push(("stamp", stamp.as_str()));
        }
        if !version.is_empty() {
            all.push(("version", version.as_str()));
        }
        all.extend_from_slice(fields);
        self.post(to, &all).await
    }
}

fn value(page: &str, name: &str) -> String {
    let at = format!("name=\"{name}\" value=\"");
    page.split(&at).nth(1).and_then(|rest| rest.split('"').next()).unwrap_or_default().to_owned()
}

/// A text within the file of a copy.
fn unpacked(bytes: &[u8], name: &str) -> String {
    let mut archive = zip::ZipArchive::new(std::io::Cursor::new(bytes)).expect("a zip");
    let file = archive.by_name(name).expect("in it");
    std::io::read_to_string(file).expect("text")
}

fn between(page: &str, before: &str, after: &str) -> String {
    page.split(before).nth(1).and_then(|rest| rest.split(after).next()).unwrap_or_default().to_owned()
}

fn secrets(receipt: &str) -> (String, String) {
    (between(receipt, "class=\"private-link\" href=\"", "\""), between(receipt, "private-code\">", "<"))
}

const PLAIN: &[(&str, &str)] = &[("message", "Une question fictive"), ("channel", "link-only")];

#[tokio::test]
async fn a_person_writes_and_is_given_number_date_link_and_code() {
    let site = site().await;
    let mut browser = site.browser();
    let receipt = browser.write(PLAIN).await;
    assert_eq!(receipt.status, StatusCode::OK, "{}", receipt.text());
    let text = receipt.text();
    let (link, code) = secrets(&text);
    assert!(link.starts_with("http://localhost/fr/ma-demande/") && code.len() == 9, "{link} {code}");
    assert!(text.contains("numéro 1") && text.contains("2026"), "{text}");
    assert_eq!(receipt.headers["referrer-policy"], "no-referrer");
    assert_eq!(site.count().await, 1);
}

#[tokio::test]
async fn what_is_sent_twice_is_kept_once_and_gives_the_same_receipt() {
    let site = site().await;
    let mut browser = site.browser();
    let (token, stamp) = browser.open_form().await;
    let mut all = vec![("form_token", token.as_str()), ("stamp", stamp.as_str())];
    all.extend_from_slice(PLAIN);
    let first = secrets(&browser.post("/fr/ecrire", &all).await.text());
    let second = secrets(&browser.post("/fr/ecrire", &all).await.text());
    assert_eq!(first, second);
    assert_eq!(site.count().await, 1);
    wait(3600);
    let late = browser.post("/fr/ecrire", &all).await.text();
    assert!(!late.contains("private-code"), "an old form shows no secret again");
    assert_eq!(site.count().await, 1);
}

#[tokio::test]
async fn robots_are_held_up_and_nobody_loses_what_they_typed() {
    let site = site().await;
    let mut browser = site.browser();
    let page = browser.get("/fr/ecrire").await.text();
    let (token, stamp) = (value(&page, "form_token"), value(&page, "stamp"));
    let forged = stamp.replacen('1', "2", 1);
    for (fields, says) in [
        (vec![("stamp", stamp.as_str()), ("website", "http://spam.example")], "invisible"),
        (vec![("stamp", forged.as_str())], "reconnue"),
        (vec![("stamp", "")], "reconnue"),
    ] {
        let mut all = vec![("form_token", token.as_str())];
        all.extend_from_slice(PLAIN);
        all.extend(fields);
        let answer = browser.post("/fr/ecrire", &all).await;
        assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(answer.text().contains(says) && answer.text().contains("Une question fictive"), "{says}");
    }
    let foreign = browser.post("/fr/ecrire", PLAIN).await;
    assert_eq!(foreign.status, StatusCode::FORBIDDEN, "without the token of our page");
    assert_eq!(site.count().await, 0);
    let mut refused = 0;
    for _ in 0..30 {
        let answer = browser.write(PLAIN).await;
        if answer.status == StatusCode::TOO_MANY_REQUESTS {
            refused += 1;
            assert!(answer.text().contains("Une question fictive") && answer.text().contains("2021 2022"));
        }
    }
    assert!(refused > 0, "a network has its limit");
}

#[tokio::test]
async fn errors_stand_beside_their_field_and_in_the_summary() {
    let site = site().await;
    let mut browser = site.browser();
    let answer = browser.write(&[("message", " "), ("channel", "mail"), ("name", "Anne Fictive")]).await;
    assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
    let text = answer.text();
    assert!(text.contains("href=\"#message\"") && text.contains("href=\"#mail\""));
    assert!(text.contains("id=\"mail-fault\"") && text.contains("Anne Fictive"));
    assert_eq!(site.count().await, 0);
}

#[tokio::test]
async fn danger_comes_first_and_is_kept_at_the_head_of_the_queue() {
    let site = site().await;
    let mut browser = site.browser();
    let text = browser.write(&[("message", "je veux mourir"), ("channel", "link-only")]).await.text();
    let main = text.split("<main").nth(1).expect("main");
    assert!(main.find("class=\"danger\"").expect("a banner") < main.find("<h1").expect("a heading"));
    assert!(main.contains("112") && site.count().await == 1);
    let wrong = browser.write(&[("message", "je veux mourir")]).await.text();
    assert!(wrong.contains("class=\"danger\""), "also when a field is missing");
}

#[tokio::test]
async fn a_child_alone_is_given_a_human_and_the_lines_for_the_young() {
    let site = site().await;
    let fields =
        [("message", "bonjour"), ("channel", "link-only"), ("who", "person-concerned"), ("age", "12-18")];
    let text = site.browser().write(&fields).await.text();
    assert!(text.contains("Une personne te répond") && text.contains("116111"), "{text}");
}

#[tokio::test]
async fn nothing_typed_comes_back_as_markup_or_opens_a_header() {
    let site = site().await;
    let mut browser = site.browser();
    let evil = "\"><script>alert(1)</script>\r\nBcc: x@evil.example";
    let fields = [
        ("message", evil),
        ("channel", "mail"),
        ("mail", evil),
        ("name", evil),
        ("phone", evil),
        ("address", evil),
        ("disorder", evil),
        ("hours", evil),
        ("who", evil),
        ("age", evil),
        ("need", evil),
        ("residence", evil),
        ("answer-in", evil),
        ("packet", evil),
    ];
    let answer = browser.write(&fields).await;
    assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(!answer.text().contains("<script>alert"), "escaped");
    let token = "<script>".repeat(5);
    let page =
        browser.get(&format!("/fr/ma-demande/{}", form(&[("", &token)]).trim_start_matches('='))).await;
    assert!(!page.text().contains("<script>alert") && !page.text().contains("<script><"));
    let big = "x".repeat(1 << 20);
    let answer = browser.write(&[("message", &big), ("channel", "link-only")]).await;
    assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY, "larger than any form");
    assert_eq!(site.count().await, 0);
}

#[tokio::test]
async fn link_and_code_show_the_status_and_let_add_but_tell_nothing_that_was_said() {
    let site = site().await;
    let mut browser = site.browser();
    let fields = [("message", "MARQUEUR-SECRET"), ("channel", "link-only"), ("name", "Nom Fictif")];
    let (link, code) = secrets(&browser.write(&fields).await.text());
    let mut browser = site.browser();
    assert_eq!(browser.open_link(&link, "AAAA-AAAA").await.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(browser.open_link(&link, &code.to_lowercase()).await.status, StatusCode::SEE_OTHER);
    let page = browser.get("/fr/ma-demande").await;
    assert_eq!(page.status, StatusCode::OK);
    let text = page.text();
    assert!(text.contains("Demande n° 1") && text.contains("écoutant"), "{text}");
    assert!(!text.contains("MARQUEUR-SECRET") && !text.contains("Nom Fictif"));
    for _ in 0..2 {
        // The page is asked anew each time: two stamps, two messages.
        let added = browser
            .act("/fr/ma-demande", "/fr/ma-demande/ajouter", &[("message", "encore une question")])
            .await;
        assert_eq!(added.status, StatusCode::SEE_OTHER, "{}", added.text());
    }
    assert!(browser.get("/fr/ma-demande").await.text().contains("3 messages de vous"));
    let chosen = browser.act("/fr/ma-demande", "/fr/ma-demande/choix", &[("satisfaction", "yes")]).await;
    assert_eq!(chosen.status, StatusCode::SEE_OTHER);
    let empty = browser.act("/fr/ma-demande", "/fr/ma-demande/ajouter", &[("message", "")]).await;
    assert_eq!(empty.status, StatusCode::UNPROCESSABLE_ENTITY);
    let rights = browser.get("/fr/ma-demande/mes-donnees").await.text();
    assert!(rights.contains("second") && !rights.contains("Nom Fictif"), "a stronger proof first");
    for path in ["copie", "corriger", "retirer", "effacer"] {
        let to = format!("/fr/ma-demande/{path}");
        let answer = browser.act("/fr/ma-demande/mes-donnees", &to, &[("version", "1")]).await;
        assert_eq!(answer.status, StatusCode::FORBIDDEN, "{path}");
    }
    browser.act("/fr/ma-demande", "/fr/ma-demande/quitter", &[]).await;
    assert!(browser.get("/fr/ma-demande/mes-donnees").await.status == StatusCode::UNAUTHORIZED);
}

#[tokio::test]
async fn guessing_the_code_is_slowed_down_and_unknown_links_are_answered_alike() {
    let site = site().await;
    let (link, code) = secrets(&site.browser().write(PLAIN).await.text());
    let mut browser = site.browser();
    let unknown = format!("http://localhost/fr/ma-demande/{}", "A".repeat(43));
    let page = browser.open_link(&unknown, &code).await;
    assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY);
    let mut statuses = Vec::new();
    for _ in 0..7 {
        statuses.push(browser.open_link(&link, "BBBB-BBBB").await.status);
    }
    assert!(statuses.contains(&StatusCode::TOO_MANY_REQUESTS), "{statuses:?}");
    assert_eq!(browser.open_link(&link, &code).await.status, StatusCode::TOO_MANY_REQUESTS, "waits");
    wait(7200);
    assert_eq!(browser.open_link(&link, &code).await.status, StatusCode::SEE_OTHER);
}

async fn issue_code(site: &Site, number: i64) -> (Uuid, String) {
    let listener = Actor::Staff(Staff {
        account: Uuid::from_u128(7),
        controller: OWN_CONTROLLER,
        roles: vec![Role::Listener],
        is_full: true,
        stepped_up_at: None,
    });
    let mut work = site.desk().records.begin(now()).await.expect("begun");
    let id = work.enquiry_of_number(OWN_CONTROLLER, number).await.expect("looked").expect("there");
    let facts = work.enquiry_facts(OWN_CONTROLLER, id).await.expect("facts");
    let grant = work.grant::<LockLink>(&listener, facts).expect("allowed");
    let code = work.issue_proof(&grant, Travelled::Spoken).await.expect("issued");
    work.commit().await.expect("kept");
    (id, code)
}

#[tokio::test]
async fn with_a_second_proof_one_has_copy_log_correction_withdrawal_and_erasure() {
    let site = site().await;
    let mut browser = site.browser();
    let fields = [
        ("message", "MARQUEUR-SECRET"),
        ("channel", "mail"),
        ("mail", "fictive@example.org"),
        ("name", "Nom Fictif"),
    ];
    let (link, code) = secrets(&browser.write(&fields).await.text());
    browser.open_link(&link, &code).await;
    let rights = "/fr/ma-demande/mes-donnees";
    let sent = browser.act(rights, "/fr/ma-demande/envoyer-code", &[]).await;
    assert!(sent.text().contains("en route"), "{}", sent.text());
    let (_, proof) = issue_code(&site, 1).await;
    let wrong = browser.act(rights, "/fr/ma-demande/code", &[("code", "CCCC-CCCC")]).await;
    assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);
    let right = browser.act(rights, "/fr/ma-demande/code", &[("code", &proof)]).await;
    assert_eq!(right.status, StatusCode::SEE_OTHER);
    let page = browser.get(rights).await.text();
    assert!(page.contains("Nom Fictif") && page.contains("demande reçue"), "{page}");
    assert!(page.contains("écoutant") && !page.contains(&Uuid::from_u128(7).to_string()), "no account");
    let copy = browser.act(rights, "/fr/ma-demande/copie", &[]).await;
    assert_eq!(copy.headers["content-type"], "application/zip");
    let (machine, eye) = (unpacked(&copy.bytes, "data.json"), unpacked(&copy.bytes, "data.html"));
    let machine: serde_json::Value = serde_json::from_str(&machine).expect("JSON");
    let request = &machine["enquiries"][0];
    for part in ["links", "proofs", "data_requests"] {
        let found = request["beside"][part].as_array().is_some_and(|lines| !lines.is_empty());
        // What is asked for now is written down after it was put together.
        assert!(found || part == "data_requests", "{part}: {request}");
    }
    assert_eq!(request["requester"]["contact"]["channel"], "mail", "how one wishes to be reached");
    assert!(machine["withheld"].as_array().is_some_and(Vec::is_empty), "nothing here is another's");
    assert!(eye.contains("Liens privés") && !eye.contains("mine-copy"), "{eye}");
    let corrected =
        browser.act(rights, "/fr/ma-demande/corriger", &[("name", "Autre Nom"), ("mail", "")]).await;
    assert_eq!(corrected.status, StatusCode::SEE_OTHER, "{}", corrected.text());
    assert!(browser.get(rights).await.text().contains("Autre Nom"));
    assert_eq!(browser.act(rights, "/fr/ma-demande/effacer", &[]).await.status, StatusCode::SEE_OTHER);
    let waiting = browser.get("/fr/ma-demande").await.text();
    assert!(waiting.contains("Effacement demandé"), "{waiting}");
    browser.act("/fr/ma-demande", "/fr/ma-demande/garder", &[]).await;
    assert!(!browser.get("/fr/ma-demande").await.text().contains("Effacement demandé"));
    assert_eq!(browser.act(rights, "/fr/ma-demande/retirer", &[]).await.status, StatusCode::SEE_OTHER);
    assert!(browser.get("/fr/ma-demande").await.text().contains("retirée"));
}

#[tokio::test]
async fn a_link_that_staff_lock_is_closed_at_once_and_kindly() {
    let site = site().await;
    let mut browser = site.browser();
    let (link, code) = secrets(&browser.write(PLAIN).await.text());
    browser.open_link(&link, &code).await;
    let (id, _) = issue_code(&site, 1).await;
    let listener = Actor::Staff(Staff {
        account: Uuid::from_u128(7),
        controller: OWN_CONTROLLER,
        roles: vec![Role::Listener],
        is_full: true,
        stepped_up_at: None,
    });
    let mut work = site.desk().records.begin(now()).await.expect("begun");
    let facts = work.enquiry_facts(OWN_CONTROLLER, id).await.expect("facts");
    let grant = work.grant::<LockLink>(&listener, facts).expect("allowed");
    work.lock_link(&grant, true).await.expect("locked");
    work.commit().await.expect("kept");
    site.app.accounts.as_ref().expect("accounts").end_link_sessions(id).await.expect("ended");
    assert_eq!(browser.get("/fr/ma-demande/mes-donnees").await.status, StatusCode::UNAUTHORIZED);
    let locked = browser.open_link(&link, &code).await;
    assert_eq!(locked.status, StatusCode::FORBIDDEN);
    assert!(locked.text().contains("pour votre sécurité"));
}

#[tokio::test]
async fn one_link_never_opens_another_persons_request() {
    let site = site().await;
    let (first, code) = secrets(&site.browser().write(PLAIN).await.text());
    let (second, _) = secrets(&site.browser().write(PLAIN).await.text());
    let mut browser = site.browser();
    assert_eq!(browser.open_link(&second, &code).await.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(browser.open_link(&first, &code).await.status, StatusCode::SEE_OTHER);
    let (_, proof) = issue_code(&site, 2).await;
    let rights = "/fr/ma-demande/mes-donnees";
    let wrong = browser.act(rights, "/fr/ma-demande/code", &[("code", &proof)]).await;
    assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY, "a code belongs to one request");
}

#[tokio::test]
async fn the_notice_is_for_anyone_in_every_language_and_the_console_for_nobody_outside() {
    let site = site().await;
    for path in ["/fr/protection-des-donnees", "/de/datenschutz", "/en/data-protection"] {
        let page = site.browser().get(path).await;
        assert_eq!(page.status, StatusCode::OK, "{path}");
        assert!(page.text().contains("6(1)(f)"), "{path}");
    }
    for path in ["/fr/dpo", "/fr/dpo/registre", "/fr/dpo/registre.csv", "/fr/dpo/journal", "/fr/lien-prive"] {
        assert_eq!(site.browser().get(path).await.status, StatusCode::SEE_OTHER, "{path}: to sign-in");
    }
    for language in ["fr", "de", "en", "pt", "lb"] {
        let path = match language {
            "fr" => "ecrire",
            "de" => "schreiben",
            "en" => "write",
            "pt" => "escrever",
            _ => "schreiwen",
        };
        let page = site.browser().get(&format!("/{language}/{path}")).await;
        assert_eq!(page.status, StatusCode::OK, "{language}");
        assert!(!page.text().contains("mine-"), "{language}: every text is there");
    }
}
