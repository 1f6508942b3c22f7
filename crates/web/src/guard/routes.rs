//! The only way to add a route.

use super::enforce::{self, Door};
use super::rule::Rule;
use crate::state::App;
use axum::Router;
use axum::extract::{DefaultBodyLimit, Request};
use axum::handler::Handler;
use axum::http::Method;
use axum::middleware::from_fn_with_state;
use axum::response::IntoResponse;
use axum::routing::{MethodRouter, Route, get, post};
use std::convert::Infallible;
use tower::{Layer, Service};

/// Largest form that is taken where a route does not say otherwise, in bytes.
pub const FORM_LIMIT: usize = 64 * 1024;

/// One line of the table of routes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// Method; `GET` answers `HEAD` too.
    pub method: Method,
    /// Path, with its parameters in braces.
    pub path: String,
    /// Who may call it.
    pub rule: Rule,
}

/// Routes with their rules.
///
/// There is no way to put a handler in without a rule, and none to take the router out and add to it.
pub struct Routes {
    app: App,
    router: Router<App>,
    table: Vec<Entry>,
}

impl Routes {
    /// None yet.
    pub fn new(app: &App) -> Self {
        Self { app: app.clone(), router: Router::new(), table: Vec::new() }
    }

    /// Adds a page that is read.
    pub fn get<H, T>(self, path: &str, rule: Rule, handler: H) -> Self
    where
        H: Handler<T, App>,
        T: 'static,
    {
        self.add(Method::GET, path, rule, FORM_LIMIT, get(handler))
    }

    /// Adds a form that is sent.
    pub fn post<H, T>(self, path: &str, rule: Rule, handler: H) -> Self
    where
        H: Handler<T, App>,
        T: 'static,
    {
        self.post_up_to(FORM_LIMIT, path, rule, handler)
    }

    /// Adds a form that may be larger, or must be smaller, than others.
    pub fn post_up_to<H, T>(self, limit: usize, path: &str, rule: Rule, handler: H) -> Self
    where
        H: Handler<T, App>,
        T: 'static,
    {
        self.add(Method::POST, path, rule, limit, post(handler))
    }

    fn add(
        mut self,
        method: Method,
        path: &str,
        rule: Rule,
        limit: usize,
        handler: MethodRouter<App>,
    ) -> Self {
        let door = Door { app: self.app.clone(), rule, limit };
        let guarded = handler
            .route_layer(DefaultBodyLimit::max(limit))
            .route_layer(from_fn_with_state(door, enforce::enforce));
        self.router = self.router.route(path, guarded);
        self.table.push(Entry { method, path: path.to_owned(), rule });
        self
    }

    /// Takes in the routes of another area.
    pub fn merge(mut self, other: Self) -> Self {
        self.router = self.router.merge(other.router);
        self.table.extend(other.table);
        self
    }

    /// Wraps all routes so far; the rules stay the innermost.
    pub fn layer<L>(mut self, layer: L) -> Self
    where
        L: Layer<Route> + Clone + Send + Sync + 'static,
        L::Service: Service<Request> + Clone + Send + Sync + 'static,
        <L::Service as Service<Request>>::Response: IntoResponse + 'static,
        <L::Service as Service<Request>>::Error: Into<Infallible> + 'static,
        <L::Service as Service<Request>>::Future: Send + 'static,
    {
        self.router = self.router.layer(layer);
        self
    }

    /// The answer where there is no route.
    pub fn fallback<H, T>(mut self, handler: H) -> Self
    where
        H: Handler<T, App>,
        T: 'static,
    {
        self.router = self.router.fallback(handler);
        self
    }

    /// The table of all routes, for the test that tries every one as everybody.
    pub fn table(&self) -> &[Entry] {
        &self.table
    }

    /// The service.
    pub fn into_service(self) -> Router {
        self.router.with_state(self.app)
    }
}
