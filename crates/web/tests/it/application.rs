//! The application over the starter set, asked through its router; with the tiny ontology of `fixtures/` too.

use ariane_domain::place::Country;
use ariane_knowledge::directory::Directory;
use ariane_knowledge::phenotype::Phenotypes;
use ariane_knowledge::reference::{ReferenceDir, starter_catalogue};
use ariane_web::router::router;
use ariane_web::state::{App, Knowledge, Settings};
use axum::Router;
use axum::body::Body;
use axum::extract::ConnectInfo;
use axum::http::{HeaderMap, Request, StatusCode};
use chrono::{DateTime, Utc};
use http_body_util::BodyExt;
use std::net::SocketAddr;
use std::path::{Path, PathBuf};
use std::sync::LazyLock;
use tower::ServiceExt;

pub fn now() -> DateTime<Utc> {
    DateTime::from_timestamp(1_795_348_800, 0).unwrap_or_default()
}

pub fn settings(candidates: bool) -> Settings {
    Settings {
        country: Country::LU,
        demo: false,
        stale_after_days: 365,
        zone: chrono_tz::Europe::Luxembourg,
        now,
        candidates,
        sign_in: ariane_web::sign_in::SignInSettings::at("http://localhost").expect("an address"),
    }
}

static APP: LazyLock<Router> = LazyLock::new(|| {
    let knowledge = Knowledge::new(starter_catalogue(), Directory::starter(), Phenotypes::default());
    router(App::new(knowledge, settings(false)))
});

/// The starter set with the tiny ontology, imported as an operator imports it.
fn with_signs(candidates: bool) -> App {
    let scratch = tempfile::tempdir().expect("a scratch directory");
    let reference = ReferenceDir::new(scratch.path());
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/it/fixtures");
    let files: Vec<PathBuf> =
        ["hp.obo", "phenotype.hpoa", "hp-fr.babelon.tsv"].iter().map(|f| folder.join(f)).collect();
    reference.import(&files, now(), |_| {}).expect("imported");
    let catalogue = reference.load().expect("a catalogue");
    let phenotypes = reference.load_phenotypes().expect("phenotypes");
    App::new(Knowledge::new(catalogue, Directory::starter(), phenotypes), settings(candidates))
}

/// With signs, as the public meets it.
pub static SIGNS_APP: LazyLock<App> = LazyLock::new(|| with_signs(false));
/// Public: candidates are not shown.
pub static SIGNS: LazyLock<Router> = LazyLock::new(|| router(SIGNS_APP.clone()));
/// As an operator starts it for professionals at the same machine.
pub static LOCAL: LazyLock<Router> = LazyLock::new(|| router(with_signs(true)));

/// What came back.
pub struct Answer {
    pub status: StatusCode,
    pub headers: HeaderMap,
    pub bytes: Vec<u8>,
}

impl Answer {
    pub fn text(&self) -> String {
        String::from_utf8_lossy(&self.bytes).into_owned()
    }
}

/// Asks a router, which is built once: that takes longer than most answers.
pub async fn send_to(router: &Router, request: Request<Body>) -> Answer {
    let response = router.clone().oneshot(request).await.expect("an answer");
    let (parts, body) = response.into_parts();
    let bytes = body.collect().await.expect("a body").to_bytes().to_vec();
    Answer { status: parts.status, headers: parts.headers, bytes }
}

async fn send(request: Request<Body>) -> Answer {
    send_to(&APP, request).await
}

pub async fn get(path: &str) -> Answer {
    send(Request::get(path).body(Body::empty()).expect("a request")).await
}

fn form_request(path: &str) -> axum::http::request::Builder {
    Request::post(path).header("content-type", "application/x-www-form-urlencoded")
}

pub async fn post(path: &str, form: &str) -> Answer {
    send(form_request(path).body(Body::from(form.to_owned())).expect("a request")).await
}

pub async fn call(method: &str, path: &str) -> Answer {
    send(Request::builder().method(method).uri(path).body(Body::empty()).expect("a request")).await
}

/// A form of fields.
pub fn form(fields: &[(&str, &str)]) -> String {
    let encoded = |text: &str| -> String {
        text.bytes()
            .map(|b| if b.is_ascii_alphanumeric() { (b as char).to_string() } else { format!("%{b:02X}") })
            .collect()
    };
    fields.iter().map(|(n, v)| format!("{}={}", encoded(n), encoded(v))).collect::<Vec<_>>().join("&")
}

/// Sends fields to an application with signs.
pub async fn post_to(app: &Router, path: &str, fields: &[(&str, &str)]) -> Answer {
    let body = form(fields);
    send_to(app, form_request(path).body(Body::from(body)).expect("a request")).await
}

/// The same from a peer, to a host, with one header more.
pub async fn post_from(
    app: &Router,
    peer: &str,
    host: &str,
    extra: Option<(&str, &str)>,
    path: &str,
    fields: &[(&str, &str)],
) -> Answer {
    let body = form(fields);
    let mut request = form_request(path).header("host", host);
    if let Some((name, value)) = extra {
        request = request.header(name, value);
    }
    let peer: SocketAddr = peer.parse().expect("an address");
    let request = request.extension(ConnectInfo(peer)).body(Body::from(body)).expect("a request");
    send_to(app, request).await
}

/// A page of an application with signs.
pub async fn get_from(app: &Router, path: &str) -> Answer {
    send_to(app, Request::get(path).body(Body::empty()).expect("a request")).await
}
