//! Styles, scripts, fonts and outlines, compiled into the program.

use axum::extract::Path;
use axum::http::header::{CACHE_CONTROL, CONTENT_TYPE};
use axum::http::{HeaderValue, StatusCode};
use axum::response::{IntoResponse, Response};
use rust_embed::RustEmbed;
use std::sync::LazyLock;

#[derive(RustEmbed)]
#[folder = "static"]
#[exclude = "*.mjs"]
#[exclude = "*.md"]
struct Assets;

/// A mark of all assets together, part of their addresses, so that a new version is fetched at once.
pub static VERSION: LazyLock<String> = LazyLock::new(|| {
    use std::hash::{DefaultHasher, Hasher};
    let mut hasher = DefaultHasher::new();
    for name in Assets::iter() {
        if let Some(file) = Assets::get(&name) {
            hasher.write(&file.metadata.sha256_hash());
        }
    }
    format!("{:08x}", hasher.finish() as u32)
});

/// The bytes of an asset.
pub fn bytes(name: &str) -> Option<std::borrow::Cow<'static, [u8]>> {
    Assets::get(name).map(|f| f.data)
}

/// `GET /static/{version}/{name}`.
pub async fn serve(Path((_, name)): Path<(String, String)>) -> Response {
    let Some(file) = Assets::get(&name) else { return StatusCode::NOT_FOUND.into_response() };
    let kind = match name.rsplit('.').next() {
        Some("css") => "text/css; charset=utf-8",
        Some("js") => "text/javascript; charset=utf-8",
        Some("woff2") => "font/woff2",
        Some("svg") => "image/svg+xml",
        Some("json") => "application/json",
        _ => "application/octet-stream",
    };
    let mut response = file.data.into_response();
    response.headers_mut().insert(CONTENT_TYPE, HeaderValue::from_static(kind));
    response
        .headers_mut()
        .insert(CACHE_CONTROL, HeaderValue::from_static("public, max-age=31536000, immutable"));
    response
}
