//! A request whose unit of work was taken back is done again, with its body, a few times.

use ariane_web::guard::again::{Contention, run};
use axum::body::{Body, to_bytes};
use axum::extract::Request;
use axum::http::StatusCode;
use axum::middleware::{Next, from_fn};
use axum::response::{IntoResponse, Response};
use axum::routing::post;
use axum::{Extension, Router};
use std::sync::Arc;
use std::sync::atomic::{AtomicU32, Ordering};
use tower::ServiceExt;

async fn collide(Extension(left): Extension<Arc<AtomicU32>>, body: String) -> Response {
    let is_one_left = left.fetch_update(Ordering::SeqCst, Ordering::SeqCst, |n| n.checked_sub(1)).is_ok();
    if is_one_left {
        let mut response = StatusCode::INTERNAL_SERVER_ERROR.into_response();
        response.extensions_mut().insert(Contention);
        return response;
    }
    body.into_response()
}

async fn asked(collisions: u32) -> Response {
    let left = Arc::new(AtomicU32::new(collisions));
    let layer = from_fn(|request: Request, next: Next| async { run(request, next).await });
    let router = Router::new().route("/", post(collide).layer(layer)).layer(Extension(left));
    let request = Request::post("/").body(Body::from("le texte")).expect("a request");
    router.oneshot(request).await.expect("an answer")
}

#[tokio::test]
async fn a_request_that_ran_into_another_is_done_again_with_its_body() {
    let response = asked(2).await;
    assert_eq!(response.status(), StatusCode::OK);
    assert_eq!(to_bytes(response.into_body(), 100).await.expect("a body"), "le texte");
}

#[tokio::test]
async fn it_ends_after_a_few_times() {
    assert_eq!(asked(99).await.status(), StatusCode::INTERNAL_SERVER_ERROR);
}
