//! A request whose unit of work ran into another is done again (PostgreSQL), for every page in this one place.
//!
//! A handler that could not go on for that reason says so with [`Contention`] in its answer. Its unit of work was taken back
//! whole, so the request is run again with the same body; how often is said by [`Attempts`].

use ariane_store::StoreError;
use ariane_store::contention::Attempts;
use axum::body::{Body, to_bytes};
use axum::extract::Request;
use axum::http::Method;
use axum::middleware::Next;
use axum::response::Response;

/// Marks an answer that is none: the unit of work behind it was taken back, and may be done again.
#[derive(Debug, Clone, Copy)]
pub struct Contention;

/// Marks an answer where an error of the store is the reason for it.
pub fn mark(response: &mut Response, error: &StoreError) {
    if error.is_contention() {
        response.extensions_mut().insert(Contention);
    }
}

/// Runs the rest, again where it ran into somebody else. The body was read by the guard and is small; a page that is read
/// has none.
pub async fn run(request: Request, next: Next) -> Response {
    let (parts, body) = request.into_parts();
    // Only forms carry something; whatever comes with a page that is read is no one's.
    let bytes = match parts.method {
        Method::POST => to_bytes(body, usize::MAX).await.unwrap_or_default(),
        _ => Default::default(),
    };
    let mut attempts = Attempts::default();
    loop {
        let request = Request::from_parts(parts.clone(), Body::from(bytes.clone()));
        let response = next.clone().run(request).await;
        if response.extensions().get::<Contention>().is_none() {
            return response;
        }
        match attempts.pause() {
            Some(pause) => tokio::time::sleep(pause).await,
            None => return response,
        }
    }
}
