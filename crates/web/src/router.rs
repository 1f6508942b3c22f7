//! All routes.

use crate::addresses::Page;
use crate::api;
use crate::assets;
use crate::pages::visit::Visit;
use crate::pages::{
    candidates, describe, directory, disease, events, guides, helplines, map, networks, organisation,
    phenopacket, ranked, rarity, rules, search, sheet, sheet_pdf, sources, start,
};
use crate::problem::Problem;
use crate::security;
use crate::state::App;
use ariane_domain::Language;
use axum::Router;
use axum::extract::{DefaultBodyLimit, Request, State};
use axum::http::StatusCode;
use axum::http::header::{ACCEPT_LANGUAGE, HeaderMap};
use axum::middleware;
use axum::response::{IntoResponse, Redirect, Response};
use axum::routing::{get, post};
use std::time::Duration;
use tower_http::catch_panic::CatchPanicLayer;
use tower_http::compression::CompressionLayer;
use tower_http::timeout::TimeoutLayer;

/// Largest form that is taken, in bytes.
const FORM_LIMIT: usize = 64 * 1024;
/// Largest form about signs: a long text, its signs, a pasted phenopacket.
const SIGNS_FORM_LIMIT: usize = 1024 * 1024;

/// The application's routes.
pub fn router(app: App) -> Router {
    let mut router = Router::new()
        .route("/", get(choose_language))
        .route("/health", get(api::health::get))
        .route("/api/suggest", get(api::suggest::get))
        .route("/api/signs", post(api::signs::post))
        .route("/static/{version}/{*name}", get(assets::serve));
    for language in Language::ALL {
        router = router.merge(pages(&app, language));
    }
    router
        .fallback(no_such_page)
        .layer(DefaultBodyLimit::max(FORM_LIMIT))
        .layer(CompressionLayer::new())
        .layer(TimeoutLayer::with_status_code(StatusCode::SERVICE_UNAVAILABLE, Duration::from_secs(20)))
        .layer(CatchPanicLayer::new())
        .layer(middleware::from_fn(security::headers))
        .with_state(app)
}

fn pages(app: &App, language: Language) -> Router<App> {
    let at = |page: Page| page.path(language);
    let below = |page: Page| format!("{}/{{what}}", page.path(language));
    Router::new()
        .route(&at(Page::Start), get(start::get))
        .route(&at(Page::Search), get(search::get).post(search::post))
        .route(&below(Page::Disease), get(disease::get))
        .route(&at(Page::Sheet), get(sheet::get).post(sheet::post))
        .route(&format!("{}.pdf", at(Page::Sheet)), get(sheet_pdf::get).post(sheet_pdf::post))
        .route(&below(Page::Rarity), get(rarity::get))
        .route(&at(Page::Networks), get(networks::get))
        .route(&at(Page::Directory), get(directory::get))
        .route(&below(Page::Organisation), get(organisation::get))
        .route(&at(Page::Events), get(events::get))
        .route(&at(Page::Map), get(map::get))
        .route(&at(Page::Guides), get(guides::index))
        .route(&below(Page::Guides), get(guides::one))
        .route(&at(Page::Helplines), get(helplines::get))
        .route(&at(Page::Sources), get(sources::get))
        .route(&at(Page::Rules), get(rules::get))
        .route(&below(Page::Rules), get(rules::one))
        .merge(signs(language))
        .layer(middleware::from_fn_with_state(app.clone(), unreadable))
        .layer(axum::Extension(language))
}

/// From signs to networks: all of it in the body of forms, which are larger here.
fn signs(language: Language) -> Router<App> {
    let at = |page: Page| page.path(language);
    Router::new()
        .route(&at(Page::Describe), get(describe::get).post(describe::post))
        .route(&at(Page::Ranked), get(describe::begin).post(ranked::post))
        .route(&at(Page::Candidates), get(describe::begin).post(candidates::post))
        .route(&Page::Describe.path_to(language, "phenopacket"), get(describe::begin).post(phenopacket::post))
        .layer(DefaultBodyLimit::max(SIGNS_FORM_LIMIT))
}

/// A form or query that could not be read is answered by a page, in the person's language, in place of
/// the framework's bare sentence.
async fn unreadable(visit: Visit, request: Request, next: middleware::Next) -> Response {
    let response = next.run(request).await;
    let is_bare = |status: StatusCode| {
        matches!(
            status,
            StatusCode::BAD_REQUEST
                | StatusCode::PAYLOAD_TOO_LARGE
                | StatusCode::UNSUPPORTED_MEDIA_TYPE
                | StatusCode::METHOD_NOT_ALLOWED
        )
    };
    let status = response.status();
    if !is_bare(status) {
        return response;
    }
    let mut page = Problem::UnreadableForm.page(&visit);
    if status == StatusCode::METHOD_NOT_ALLOWED {
        *page.status_mut() = status;
    }
    page
}

/// The best of the languages that the browser asks for; French when it asks for none of ours.
fn preferred(headers: &HeaderMap) -> Language {
    let wanted = headers.get(ACCEPT_LANGUAGE).and_then(|v| v.to_str().ok()).unwrap_or_default();
    let mut best: Vec<(f32, Language)> = wanted
        .split(',')
        .take(20)
        .filter_map(|part| {
            let mut pieces = part.trim().split(';');
            let language = pieces.next()?.trim().parse().ok()?;
            let quality = pieces.find_map(|p| p.trim().strip_prefix("q=")?.parse().ok()).unwrap_or(1.0);
            Some((quality, language))
        })
        .collect();
    best.sort_by(|a, b| b.0.total_cmp(&a.0));
    best.first().map_or(Language::Fr, |(_, l)| *l)
}

async fn choose_language(headers: HeaderMap) -> Redirect {
    Redirect::to(&Page::Start.path(preferred(&headers)))
}

async fn no_such_page(State(app): State<App>, headers: HeaderMap, request: Request) -> Response {
    let first = request.uri().path().split('/').nth(1).unwrap_or_default();
    if matches!(first, "api" | "static" | "health") {
        return StatusCode::NOT_FOUND.into_response();
    }
    let language =
        Language::ALL.into_iter().find(|l| l.code() == first).unwrap_or_else(|| preferred(&headers));
    Problem::NoSuchPage.page(&Visit::new(app, language))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_best_language_of_the_browser_is_taken() {
        let header = |text: &str| {
            let mut headers = HeaderMap::new();
            if let Ok(value) = text.parse() {
                headers.insert(ACCEPT_LANGUAGE, value);
            }
            preferred(&headers)
        };
        assert_eq!(header("it;q=0.9, pt-PT;q=0.8, de;q=0.2"), Language::Pt);
        assert_eq!(header("lb"), Language::Lb);
        assert_eq!(header(";;;q=x"), Language::Fr);
        assert_eq!(header("zh"), Language::Fr);
    }
}
