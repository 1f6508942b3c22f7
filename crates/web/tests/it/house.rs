//! An installation with accounts over a real store, and browsers that visit it.

use crate::application::{Answer, form};
use crate::engine::Engine;
use ariane_domain::Language;
use ariane_domain::account::session::Level;
use ariane_domain::account::{AccountState, Role};
use ariane_domain::place::Country;
use ariane_knowledge::directory::Directory;
use ariane_knowledge::phenotype::Phenotypes;
use ariane_knowledge::reference::starter_catalogue;
use ariane_store::accounts::factors::NewFactor;
use ariane_store::accounts::people::{Account, NewAccount};
use ariane_store::accounts::sessions::Origin;
use ariane_store::accounts::{Accounts, By};
use ariane_web::router;
use ariane_web::sign_in::SignInSettings;
use ariane_web::state::{App, Knowledge, Settings};
use axum::Router;
use axum::body::Body;
use axum::extract::ConnectInfo;
use axum::http::{Request, StatusCode};
use chrono::{DateTime, TimeDelta, Utc};
use http_body_util::BodyExt;
use std::cell::Cell;
use std::collections::BTreeMap;
use std::net::SocketAddr;
use totp_rs::{Builder, Secret};
use tower::ServiceExt;

/// A password that the rule takes.
pub const PASSWORD: &str = "un chat dort sous la table";
/// Secret of everybody's authenticator app.
pub const SECRET: &str = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ";

thread_local! {
    // Each test runs on a thread of its own, and so has its own time.
    static CLOCK: Cell<i64> = const { Cell::new(1_795_348_800) };
}

/// The time of the test.
pub fn now() -> DateTime<Utc> {
    DateTime::from_timestamp(CLOCK.get(), 0).expect("a time")
}

/// Lets time pass.
pub fn wait(delta: TimeDelta) {
    CLOCK.set(CLOCK.get() + delta.num_seconds());
}

/// The code that the app shows now; each is good once, so thirty seconds pass first.
pub fn code(secret: &str) -> String {
    wait(TimeDelta::seconds(30));
    let secret = Secret::try_from_base32(secret).expect("a secret");
    let totp = Builder::new().with_secret(secret).with_account_name(String::new()).build().expect("an app");
    totp.generate(u64::try_from(now().timestamp()).expect("after 1970")).to_string()
}

/// An installation.
pub struct House {
    pub app: App,
    pub accounts: Accounts,
    router: Router,
    _engine: Engine,
}

impl House {
    pub async fn new() -> Self {
        Self::at("http://localhost").await
    }

    pub async fn at(url: &str) -> Self {
        Self::with(SignInSettings::at(url).expect("an address")).await
    }

    pub async fn with(sign_in: SignInSettings) -> Self {
        let engine = Engine::of_run();
        let records = engine.records().await;
        let accounts = Accounts::new(&records);
        let settings = Settings {
            country: Country::LU,
            demo: false,
            stale_after_days: 365,
            zone: chrono_tz::Europe::Luxembourg,
            now,
            candidates: false,
            sign_in,
        };
        let knowledge = Knowledge::new(starter_catalogue(), Directory::starter(), Phenotypes::default());
        let app = App::new(knowledge, settings).with_accounts(accounts.clone());
        Self { router: router::router(app.clone()), app, accounts, _engine: engine }
    }

    /// An open account with password and authenticator app.
    pub async fn account(&self, mail: &str, roles: &[Role]) -> Account {
        let by = By::anyone(now());
        let new = NewAccount { mail, name: "Personne Fictive", language: Language::Fr, roles };
        let account = self.accounts.create(by, new).await.expect("stored").expect("a new address");
        let hash = ariane_privacy::secret::hash_password(PASSWORD).expect("hashed");
        self.accounts.set_password(by, account.id, hash, None).await.expect("stored");
        let factor = NewFactor::Totp { secret: SECRET, step: 0 };
        self.accounts.add_factor(by, account.id, factor, false).await.expect("stored");
        self.accounts.set_state(by, account.id, AccountState::Active).await.expect("stored");
        self.accounts.account(account.id).await.expect("read").expect("there")
    }

    /// A browser that knows nothing of us.
    pub fn browser(&self) -> Browser {
        Browser {
            router: self.router.clone(),
            cookies: BTreeMap::new(),
            peer: "192.0.2.7:1234".into(),
            last: String::new(),
        }
    }

    /// A browser in which an account is signed in this far, as if through the pages.
    pub async fn signed_in(&self, account: &Account, level: Level) -> Browser {
        let origin = Origin { agent: "Firefox, Linux".into(), network: "192.0.2.0/24".into() };
        let token = self.accounts.begin_session(account.id, level, &origin, now()).await.expect("begun");
        let mut browser = self.browser();
        browser.cookies.insert("ariane".into(), token);
        browser
    }

    /// The mail that waits to be sent next.
    pub async fn mail(&self) -> ariane_store::records::outbox::Outgoing {
        // Some mails are written beside the answer.
        for _ in 0..200 {
            let records = self.accounts.records();
            if let Some(leased) = records.lease_outgoing(now()).await.expect("read") {
                let sent = ariane_store::records::outbox::Ending::Sent;
                records.end_outgoing(leased.controller, leased.id, 0, sent, now()).await.expect("ended");
                return leased.mail;
            }
            tokio::time::sleep(std::time::Duration::from_millis(10)).await;
        }
        panic!("no mail was written");
    }
}

/// A browser: keeps cookies, and sends the token of the page that it was shown last.
pub struct Browser {
    router: Router,
    pub cookies: BTreeMap<String, String>,
    pub peer: String,
    /// The page that was shown last.
    pub last: String,
}

impl Browser {
    pub async fn send(&mut self, request: axum::http::request::Builder, body: String) -> Answer {
        let cookies = self.cookies.iter().map(|(n, v)| format!("{n}={v}")).collect::<Vec<_>>().join("; ");
        let peer: SocketAddr = self.peer.parse().expect("an address");
        let request = request
            .header("host", "localhost")
            .header("cookie", cookies)
            .extension(ConnectInfo(peer))
            .body(Body::from(body))
            .expect("a request");
        let response = self.router.clone().oneshot(request).await.expect("an answer");
        let (parts, body) = response.into_parts();
        let bytes = body.collect().await.expect("a body").to_bytes().to_vec();
        for cookie in parts.headers.get_all("set-cookie") {
            let text = cookie.to_str().expect("text");
            let (pair, attributes) = text.split_once(';').expect("attributes");
            let (name, value) = pair.split_once('=').expect("a pair");
            if attributes.contains("Max-Age=0") {
                self.cookies.remove(name);
            } else {
                self.cookies.insert(name.to_owned(), value.to_owned());
            }
        }
        Answer { status: parts.status, headers: parts.headers, bytes }
    }

    pub async fn get(&mut self, path: &str) -> Answer {
        let answer = self.send(Request::get(path), String::new()).await;
        if answer.status.is_success() {
            self.last = answer.text();
        }
        answer
    }

    /// The token of the last page's own forms: the bar of who is signed in comes first and has the session's.
    pub fn token(&self) -> String {
        let page = self.last.split("<main").nth(1).unwrap_or_default();
        value(page, "form_token")
    }

    /// Sends a form with the token of the last page.
    pub async fn post(&mut self, path: &str, fields: &[(&str, &str)]) -> Answer {
        let token = self.token();
        let mut fields = fields.to_vec();
        fields.push(("form_token", &token));
        self.post_bare(path, &fields).await
    }

    /// Sends a form without a token.
    pub async fn post_bare(&mut self, path: &str, fields: &[(&str, &str)]) -> Answer {
        let request = Request::post(path).header("content-type", "application/x-www-form-urlencoded");
        let answer = self.send(request, form(fields)).await;
        if answer.status.is_success() || answer.status == StatusCode::UNPROCESSABLE_ENTITY {
            self.last = answer.text();
        }
        answer
    }

    /// Opens a page and sends its form.
    pub async fn fill(&mut self, path: &str, fields: &[(&str, &str)]) -> Answer {
        let page = self.get(path).await;
        assert_eq!(page.status, StatusCode::OK, "{path}: {}", page.text());
        self.post(path, fields).await
    }

    /// Signs in with password and app, as far as it goes.
    pub async fn sign_in(&mut self, mail: &str) -> Answer {
        let first = self.fill("/fr/connexion", &[("mail", mail), ("password", PASSWORD)]).await;
        if first.status != StatusCode::SEE_OTHER {
            return first;
        }
        self.fill("/fr/connexion/second-facteur", &[("how", "totp"), ("code", &code(SECRET))]).await
    }
}

/// The value of a hidden field.
pub fn value(page: &str, name: &str) -> String {
    page.split(&format!("name=\"{name}\" value=\""))
        .nth(1)
        .and_then(|rest| rest.split('"').next())
        .unwrap_or_default()
        .to_owned()
}

/// Where an answer leads.
pub fn leads_to(answer: &Answer) -> String {
    answer.headers.get("location").and_then(|v| v.to_str().ok()).unwrap_or_default().to_owned()
}
