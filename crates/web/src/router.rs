//! All routes.

use crate::addresses::Page;
use crate::api;
use crate::assets;
use crate::guard::{Routes, Rule, caller};
use crate::pages::visit::Visit;
use crate::pages::{
    account, candidates, care, cell, consents, describe, desk, directory, disease, dossier, events, families,
    figures, guides, helplines, map, meeting, mine, networks, operation, organisation, panel, phenopacket,
    protection, ranked, rarity, rcp, referrals, rules, search, service, sheet, sheet_pdf, sources, start,
};
use crate::problem::Problem;
use crate::security;
use crate::state::App;
use crate::timing;
use ariane_domain::Language;
use axum::Router;
use axum::extract::{Request, State};
use axum::http::StatusCode;
use axum::http::header::{ACCEPT_LANGUAGE, CONTENT_TYPE, HeaderMap};
use axum::middleware;
use axum::response::{IntoResponse, Redirect, Response};
use std::time::Duration;
use tower_http::catch_panic::CatchPanicLayer;
use tower_http::compression::CompressionLayer;
use tower_http::timeout::TimeoutLayer;

/// Largest form about signs: a long text, its signs, a pasted phenopacket.
const SIGNS_FORM_LIMIT: usize = 1024 * 1024;

/// All routes with their rules.
pub fn routes(app: &App) -> Routes {
    let mut routes = Routes::new(app)
        .get("/", Rule::Public, choose_language)
        .get("/health", Rule::Public, api::health::get)
        .get("/api/suggest", Rule::Public, api::suggest::get)
        .post("/api/signs", Rule::Public, api::signs::post)
        .get("/static/{version}/{*name}", Rule::Public, assets::serve);
    for language in Language::ALL {
        let mut pages = finder(app, language)
            .merge(signs(app, language))
            .merge(mine::routes(app, language))
            .merge(protection::routes(app, language));
        if app.accounts.is_some() {
            pages = pages.merge(account::routes(app, language));
        }
        if app.desk.is_some() && app.accounts.is_some() {
            pages = pages
                .merge(desk::routes::routes(app, language))
                .merge(cell::routes::routes(app, language))
                .merge(care::routes::routes(app, language))
                .merge(service::routes::routes(app, language))
                .merge(consents::routes(app, language))
                .merge(dossier::routes(app, language))
                .merge(families::routes(app, language))
                .merge(meeting::routes::routes(app, language))
                .merge(rcp::routes::routes(app, language))
                .merge(referrals::routes(app, language))
                .merge(panel::routes(app, language))
                .merge(figures::routes::routes(app, language))
                .merge(operation::routes(app, language));
        }
        let pages = pages
            .layer(middleware::from_fn_with_state(app.clone(), unreadable))
            .layer(axum::Extension(language));
        routes = routes.merge(pages);
    }
    if app.accounts.is_some() {
        routes = routes.merge(account::outside_return(app));
    }
    routes.fallback(no_such_page)
}

/// The application.
pub fn router(app: App) -> Router {
    let timed = app.clone();
    routes(&app)
        .layer(middleware::from_fn_with_state(app, caller::identify))
        .layer(CompressionLayer::new())
        .layer(TimeoutLayer::with_status_code(StatusCode::SERVICE_UNAVAILABLE, Duration::from_secs(20)))
        .layer(CatchPanicLayer::new())
        .layer(middleware::from_fn(security::headers))
        .layer(middleware::from_fn_with_state(timed, timing::time))
        .into_service()
}

/// What anyone may look up.
fn finder(app: &App, language: Language) -> Routes {
    let at = |page: Page| page.path(language);
    let below = |page: Page| format!("{}/{{what}}", page.path(language));
    Routes::new(app)
        .get(&at(Page::Start), Rule::Public, start::get)
        .get(&at(Page::Search), Rule::Public, search::get)
        .post(&at(Page::Search), Rule::Public, search::post)
        .get(&below(Page::Disease), Rule::Public, disease::get)
        .get(&at(Page::Sheet), Rule::Public, sheet::get)
        .post(&at(Page::Sheet), Rule::Public, sheet::post)
        .get(&format!("{}.pdf", at(Page::Sheet)), Rule::Public, sheet_pdf::get)
        .post(&format!("{}.pdf", at(Page::Sheet)), Rule::Public, sheet_pdf::post)
        .get(&below(Page::Rarity), Rule::Public, rarity::get)
        .get(&at(Page::Networks), Rule::Public, networks::get)
        .get(&at(Page::Directory), Rule::Public, directory::get)
        .get(&below(Page::Organisation), Rule::Public, organisation::get)
        .get(&at(Page::Events), Rule::Public, events::get)
        .get(&at(Page::Map), Rule::Public, map::get)
        .get(&at(Page::Guides), Rule::Public, guides::index)
        .get(&below(Page::Guides), Rule::Public, guides::one)
        .get(&at(Page::Helplines), Rule::Public, helplines::get)
        .get(&at(Page::Sources), Rule::Public, sources::get)
        .get(&at(Page::Rules), Rule::Public, rules::get)
        .get(&below(Page::Rules), Rule::Public, rules::one)
}

/// From signs to networks: all of it in the body of forms, which are larger here.
fn signs(app: &App, language: Language) -> Routes {
    let at = |page: Page| page.path(language);
    let packet = Page::Describe.path_to(language, "phenopacket");
    Routes::new(app)
        .get(&at(Page::Describe), Rule::Public, describe::get)
        .post_up_to(SIGNS_FORM_LIMIT, &at(Page::Describe), Rule::Public, describe::post)
        .get(&at(Page::Ranked), Rule::Public, describe::begin)
        .post_up_to(SIGNS_FORM_LIMIT, &at(Page::Ranked), Rule::Public, ranked::post)
        .get(&at(Page::Candidates), Rule::Public, describe::begin)
        .post_up_to(SIGNS_FORM_LIMIT, &at(Page::Candidates), Rule::Public, candidates::post)
        .get(&packet, Rule::Public, describe::begin)
        .post_up_to(SIGNS_FORM_LIMIT, &packet, Rule::Public, phenopacket::post)
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
    if status == StatusCode::INTERNAL_SERVER_ERROR && !response.headers().contains_key(CONTENT_TYPE) {
        return Problem::Ours.page(&visit);
    }
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
