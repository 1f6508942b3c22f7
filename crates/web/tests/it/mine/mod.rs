//! What a person does without an account, through the router: the form, the receipt, the link, the rights; and what
//! others try with it.

mod carrying;
mod following;
mod writing;

use crate::application::{Answer, form};
use crate::engine::Engine;
use ariane_domain::access::grant::LockLink;
use ariane_domain::access::{Actor, NotesReaders, Staff};
use ariane_domain::account::Role;
use ariane_domain::enquiry::form::Forms;
use ariane_domain::place::Country;
use ariane_knowledge::directory::Directory;
use ariane_knowledge::phenotype::Phenotypes;
use ariane_knowledge::reference::starter_catalogue;
use ariane_knowledge::starter;
use ariane_store::accounts::Accounts;
use ariane_store::directory::OWN_CONTROLLER;
use ariane_store::records::own::link::Travelled;
use ariane_web::desk::{Desk, MailIdentity};
use ariane_web::router::router;
use ariane_web::sign_in::SignInSettings;
use ariane_web::state::{App, Knowledge, Settings};
use axum::body::Body;
use axum::http::{Request, StatusCode};
use chrono::{DateTime, Utc};
use http_body_util::BodyExt;
use std::cell::Cell;
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
    router: axum::Router,
    _engine: Engine,
}

/// A browser without scripts: it keeps cookies and follows nothing by itself.
struct Browser<'a> {
    site: &'a Site,
    cookies: Vec<(String, String)>,
}

async fn site() -> Site {
    let engine = Engine::of_run();
    let records = engine.records().await.with_zone(chrono_tz::Europe::Luxembourg);
    let knowledge = Knowledge::new(starter_catalogue(), Directory::starter(), Phenotypes::default());
    let office = knowledge.country(Country::LU).expect("a profile").office("").expect("an office");
    let forms: Forms = starter::enquiry_form::forms();
    let settings = Settings {
        country: Country::LU,
        demo: false,
        stale_after_days: 365,
        zone: chrono_tz::Europe::Luxembourg,
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
    Site { router: router(app.clone()), app, _engine: engine }
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
        let response = self.site.router.clone().oneshot(request).await.expect("an answer");
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
        // As a browser does: the form says how it is sent.
        let is_multipart = section.split('>').next().is_some_and(|tag| tag.contains("multipart/form-data"));
        if is_multipart { self.post_parts(to, &all, None).await } else { self.post(to, &all).await }
    }

    /// Sends a form with a file: its name, the type that the browser declares, its bytes.
    async fn act_with_file(
        &mut self,
        to: &str,
        fields: &[(&str, &str)],
        file: (&str, &str, &[u8]),
    ) -> Answer {
        let page = self.get("/fr/ma-demande").await.text();
        let section = page.split(&format!("action=\"{to}\"")).nth(1).unwrap_or(&page).to_owned();
        let (token, stamp) = (value(&section, "form_token"), value(&section, "stamp"));
        let mut all = vec![("form_token", token.as_str()), ("stamp", stamp.as_str())];
        all.extend_from_slice(fields);
        self.post_parts(to, &all, Some(file)).await
    }

    async fn post_parts(
        &mut self,
        path: &str,
        fields: &[(&str, &str)],
        file: Option<(&str, &str, &[u8])>,
    ) -> Answer {
        let mut body = Vec::new();
        for (field, value) in fields {
            let part = format!("--x\r\nContent-Disposition: form-data; name=\"{field}\"\r\n\r\n{value}\r\n");
            body.extend_from_slice(part.as_bytes());
        }
        if let Some((name, declared, bytes)) = file {
            let head = format!(
                "--x\r\nContent-Disposition: form-data; name=\"file\"; filename=\"{name}\"\r\nContent-Type: {declared}\r\n\r\n"
            );
            body.extend_from_slice(head.as_bytes());
            body.extend_from_slice(bytes);
            body.extend_from_slice(b"\r\n");
        }
        body.extend_from_slice(b"--x--\r\n");
        let request = Request::post(path)
            .header("content-type", "multipart/form-data; boundary=x")
            .body(Body::from(body))
            .expect("a request");
        self.send(request).await
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
