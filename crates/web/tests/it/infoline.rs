//! An infoline on a real store: two listeners, a coordinator, signed in with both factors.

use crate::application::{Answer, form, send_to};
use crate::engine::Engine;
use ariane_domain::access::NotesReaders;
use ariane_domain::account::Role;
use ariane_domain::account::session::Level;
use ariane_domain::place::Country;
use ariane_domain::purpose::{Basis, Purpose, PurposeRule, Register};
use ariane_domain::{Language, account::AccountState};
use ariane_knowledge::directory::Directory;
use ariane_knowledge::phenotype::Phenotypes;
use ariane_knowledge::reference::starter_catalogue;
use ariane_knowledge::starter;
use ariane_store::accounts::people::NewAccount;
use ariane_store::accounts::sessions::Origin;
use ariane_store::accounts::{Accounts, By};
use ariane_store::directory::OWN_CONTROLLER;
use ariane_store::records::Records;
use ariane_web::desk::{Desk, MailIdentity};
use ariane_web::guard::forms;
use ariane_web::router::router;
use ariane_web::state::{App, Knowledge, Settings};
use axum::Router;
use axum::body::Body;
use axum::http::Request;

/// Somebody who is signed in.
#[derive(Clone)]
pub struct Hand {
    cookie: String,
}

impl Hand {
    /// In a browser with this cookie.
    pub fn with(cookie: String) -> Self {
        Self { cookie }
    }

    /// Who never signed in.
    pub fn nobody() -> Self {
        Self { cookie: "a".repeat(43) }
    }
}

/// The infoline.
pub struct Infoline {
    pub app: App,
    pub records: Records,
    pub anne: Hand,
    pub bea: Hand,
    pub cell: Hand,
    router: Router,
    _engine: Engine,
}

pub async fn hire(accounts: &Accounts, name: &'static str, role: Role) -> Hand {
    let at = crate::application::now();
    let by = By::administrator("operator", at);
    let mail = format!("{}@example.org", name.to_lowercase().replace(' ', "."));
    let new = NewAccount { mail: &mail, name, language: Language::Fr, roles: &[role] };
    let account = accounts.create(by, new).await.expect("made").expect("new");
    accounts.set_state(by, account.id, AccountState::Active).await.expect("active");
    let cookie =
        accounts.begin_session(account.id, Level::Full, &Origin::default(), at).await.expect("signed in");
    Hand { cookie }
}

impl Infoline {
    /// On a scratch store.
    pub async fn open() -> Self {
        Self::with(crate::application::settings(false)).await
    }

    /// On a scratch store, with these settings.
    pub async fn with(settings: Settings) -> Self {
        Self::with_register(settings, |rule| rule).await
    }

    /// Where a purpose rests on the person's consent.
    pub async fn asking_for(purpose: Purpose) -> Self {
        let asking = |rule: PurposeRule| match rule.purpose == purpose {
            true => PurposeRule { basis: Basis::Consent, ..rule },
            false => rule,
        };
        Self::with_register(crate::application::settings(false), asking).await
    }

    async fn with_register(settings: Settings, rule: impl Fn(PurposeRule) -> PurposeRule) -> Self {
        let engine = Engine::of_run();
        let records = engine.records().await.with_zone(settings.zone);
        let rules = records.register().rules().iter().cloned().map(rule).collect();
        let records = records.with_register(Register::new(rules));
        let accounts = Accounts::new(&records);
        let anne = hire(&accounts, "Anne Fictive", Role::Listener).await;
        let bea = hire(&accounts, "Béa Fictive", Role::Listener).await;
        let cell = hire(&accounts, "Cléo Fictive", Role::PsychosocialCoordinator).await;
        let knowledge = Knowledge::new(starter_catalogue(), Directory::starter(), Phenotypes::default());
        let office = knowledge.country(Country::LU).expect("a profile").office("").expect("an office");
        let desk = Desk {
            controller: OWN_CONTROLLER,
            records: records.clone(),
            office,
            forms: starter::enquiry_form::forms(),
            mail: MailIdentity {
                address: "infoline@example.org".into(),
                name: "Infoline fictive".into(),
                neutral_name: String::new(),
                has_plus_addresses: false,
            },
            notes_readers: NotesReaders::Author,
        };
        let app = App::new(knowledge, settings).with_accounts(accounts).with_desk(desk);
        Self { router: router(app.clone()), app, records, anne, bea, cell, _engine: engine }
    }

    pub async fn get(&self, hand: &Hand, path: &str) -> Answer {
        let request = Request::get(path).header("cookie", format!("ariane={}", hand.cookie));
        send_to(&self.router, request.body(Body::empty()).expect("a request")).await
    }

    pub async fn post(&self, hand: &Hand, path: &str, fields: &[(&str, &str)]) -> Answer {
        let token = forms::token(&hand.cookie);
        let mut all = vec![("form_token", token.as_str())];
        all.extend_from_slice(fields);
        // The token is written as browsers write it: none of its letters needs escaping.
        let body = form(&all[1..]);
        let body = format!("form_token={token}&{body}");
        let request = Request::post(path)
            .header("cookie", format!("ariane={}", hand.cookie))
            .header("content-type", "application/x-www-form-urlencoded");
        send_to(&self.router, request.body(Body::from(body)).expect("a request")).await
    }

    /// A form with a file, as a browser writes it.
    pub async fn upload(
        &self,
        hand: &Hand,
        path: &str,
        fields: &[(&str, &str)],
        (name, declared, bytes): (&str, &str, &[u8]),
    ) -> Answer {
        let token = forms::token(&hand.cookie);
        let mut body = Vec::new();
        for (field, value) in std::iter::once(&("form_token", token.as_str())).chain(fields) {
            let part = format!("--x\r\nContent-Disposition: form-data; name=\"{field}\"\r\n\r\n{value}\r\n");
            body.extend_from_slice(part.as_bytes());
        }
        let head = format!(
            "--x\r\nContent-Disposition: form-data; name=\"file\"; filename=\"{name}\"\r\nContent-Type: {declared}\r\n\r\n"
        );
        body.extend_from_slice(head.as_bytes());
        body.extend_from_slice(bytes);
        body.extend_from_slice(b"\r\n--x--\r\n");
        let request = Request::post(path)
            .header("cookie", format!("ariane={}", hand.cookie))
            .header("content-type", "multipart/form-data; boundary=x");
        send_to(&self.router, request.body(Body::from(body)).expect("a request")).await
    }

    /// What the script of an open page sends.
    pub async fn live(&self, hand: &Hand, path: &str, fields: &[(&str, &str)]) -> Answer {
        let request = Request::post(path)
            .header("cookie", format!("ariane={}", hand.cookie))
            .header("x-form-token", forms::token(&hand.cookie))
            .header("x-live", "1")
            .header("content-type", "application/x-www-form-urlencoded");
        send_to(&self.router, request.body(Body::from(form(fields))).expect("a request")).await
    }

    /// Logs a call and gives the address of its enquiry.
    pub async fn log(&self, hand: &Hand, fields: &[(&str, &str)]) -> String {
        let mut all = vec![("f-entry-mode", "phone")];
        all.extend_from_slice(fields);
        let answer = self.post(hand, "/fr/permanence/appel", &all).await;
        assert_eq!(answer.status, 303, "{}", answer.text());
        let to = answer.headers["location"].to_str().expect("an address");
        to.split('?').next().unwrap_or_default().to_owned()
    }

    /// The version that a page shows.
    pub async fn version(&self, hand: &Hand, at: &str) -> String {
        let text = self.get(hand, at).await.text();
        value(&text, "data-version=\"")
    }

    /// How many mails wait.
    pub async fn outgoing(&self) -> u64 {
        self.records.outbox_state().await.expect("a state").waiting
    }
}

/// What stands behind a mark, up to the next quote.
pub fn value(text: &str, mark: &str) -> String {
    text.split(mark).nth(1).and_then(|rest| rest.split('"').next()).unwrap_or_default().to_owned()
}
