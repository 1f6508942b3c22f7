//! The application over the starter set, asked through its router.

use ariane_domain::place::Country;
use ariane_knowledge::directory::Directory;
use ariane_knowledge::reference::starter_catalogue;
use ariane_web::router::router;
use ariane_web::state::{App, Knowledge, Settings};
use axum::body::Body;
use axum::http::{HeaderMap, Request, StatusCode};
use chrono::NaiveDate;
use http_body_util::BodyExt;
use std::sync::LazyLock;
use tower::ServiceExt;

static APP: LazyLock<App> = LazyLock::new(|| {
    let settings = Settings {
        country: Country::LU,
        demo: false,
        stale_after_days: 365,
        today: || NaiveDate::from_ymd_opt(2026, 11, 22).unwrap_or_default(),
    };
    App::new(Knowledge::new(starter_catalogue(), Directory::starter()), settings)
});

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

async fn send(request: Request<Body>) -> Answer {
    let response = router(APP.clone()).oneshot(request).await.expect("an answer");
    let (parts, body) = response.into_parts();
    let bytes = body.collect().await.expect("a body").to_bytes().to_vec();
    Answer { status: parts.status, headers: parts.headers, bytes }
}

pub async fn get(path: &str) -> Answer {
    send(Request::get(path).body(Body::empty()).expect("a request")).await
}

pub async fn post(path: &str, form: &str) -> Answer {
    let request = Request::post(path).header("content-type", "application/x-www-form-urlencoded");
    send(request.body(Body::from(form.to_owned())).expect("a request")).await
}

pub async fn call(method: &str, path: &str) -> Answer {
    send(Request::builder().method(method).uri(path).body(Body::empty()).expect("a request")).await
}
