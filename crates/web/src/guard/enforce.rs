//! What happens before a handler runs, and the answer when it may not.

use super::again;
use super::caller::Caller;
use super::cookies::Cookie;
use super::forms;
use super::rule::{Rule, Verdict};
use crate::addresses::account::AccountPage;
use crate::pages::account::refusal::{self, Refused};
use crate::pages::visit::Visit;
use crate::state::App;
use ariane_domain::Language;
use ariane_domain::access::Refusal;
use ariane_privacy::random;
use axum::body::{Body, to_bytes};
use axum::extract::{Request, State};
use axum::http::{Method, StatusCode, Uri};
use axum::middleware::Next;
use axum::response::{IntoResponse, Redirect, Response};
use chrono::{DateTime, Utc};
use uuid::Uuid;

/// One door: its rule, and how much may be carried through.
#[derive(Clone)]
pub struct Door {
    /// The application.
    pub app: App,
    /// Who may pass.
    pub rule: Rule,
    /// Largest body, in bytes.
    pub limit: usize,
}

/// Token that the forms of the page at hand must carry.
#[derive(Debug, Clone, Default)]
pub struct FormToken(pub String);

/// Lets a request through, or answers why not.
pub async fn enforce(State(door): State<Door>, request: Request, next: Next) -> Response {
    if door.rule == Rule::Public {
        return next.run(request).await;
    }
    let caller = request.extensions().get::<Caller>().cloned().unwrap_or_default();
    let now = (door.app.settings.now)();
    match door.rule.judge(&caller, &door.app.settings.sign_in.limits, now) {
        Verdict::Go => {}
        verdict => {
            log_refusal(&door.app, &caller, verdict, request.uri(), now).await;
            return refuse(&door.app, &request, verdict);
        }
    }
    let https = door.app.settings.sign_in.is_https();
    let mut fresh_door = None;
    let token = match door.rule {
        Rule::Public => String::new(),
        Rule::Door => match Cookie::Door.read(request.headers(), https) {
            Some(cookie) => forms::token(&cookie),
            None => {
                let Ok(cookie) = random::token() else {
                    return StatusCode::SERVICE_UNAVAILABLE.into_response();
                };
                let token = forms::token(&cookie);
                fresh_door = Some(cookie);
                token
            }
        },
        Rule::Link => caller.link.map(|l| l.form_token).unwrap_or_default(),
        Rule::Referral => caller.referral.map(|r| r.form_token).unwrap_or_default(),
        Rule::Expert => caller.expert.map(|e| e.form_token).unwrap_or_default(),
        _ => caller.signed.map(|s| s.form_token).unwrap_or_default(),
    };
    let mut request = if request.method() == Method::POST {
        let (parts, body) = request.into_parts();
        let Ok(bytes) = to_bytes(body, door.limit).await else {
            return too_large(&door.app, &parts.extensions);
        };
        let is_ours = fresh_door.is_none()
            && !forms::is_foreign(&parts.headers, door.app.settings.sign_in.host())
            && forms::carries(&parts.headers, &bytes, &token);
        let request = Request::from_parts(parts, Body::from(bytes));
        if !is_ours {
            return answer(&door.app, &request, Refused::Form);
        }
        request
    } else {
        request
    };
    request.extensions_mut().insert(FormToken(token));
    let mut response = again::run(request, next).await;
    log_refusals(&door.app).await;
    if let Some(cookie) = fresh_door {
        Cookie::Door.give(&mut response, https, &cookie);
    }
    response
}

/// Keeps in the log that no function of theirs may do this: who, what was asked, and the id in the address (duty D26).
async fn log_refusal(app: &App, caller: &Caller, verdict: Verdict, uri: &Uri, now: DateTime<Utc>) {
    let (Verdict::Refused(action), Some(desk)) = (verdict, &app.desk) else { return };
    let record = uri.path().split('/').find_map(|part| part.parse::<Uuid>().ok());
    let controller = caller.signed.as_ref().map_or(desk.controller, |signed| signed.account.controller);
    desk.records.refuse(controller, &caller.actor(), action, record, Refusal::Role, now);
    log_refusals(app).await;
}

/// Writes what the policy refused meanwhile. The answer does not wait on the log being there: what cannot be written now
/// is written with the next request.
async fn log_refusals(app: &App) {
    if let Some(desk) = &app.desk
        && let Err(error) = desk.records.log_refusals().await
    {
        tracing::error!(%error, "refusals cannot be written to the log yet");
    }
}

fn visit(app: &App, extensions: &axum::http::Extensions) -> Option<Visit> {
    let language = *extensions.get::<Language>()?;
    Some(Visit::new(app.clone(), language).with_extensions(extensions))
}

fn too_large(app: &App, extensions: &axum::http::Extensions) -> Response {
    visit(app, extensions).map_or_else(
        || StatusCode::PAYLOAD_TOO_LARGE.into_response(),
        |visit| refusal::page(&visit, Refused::TooLarge),
    )
}

fn answer(app: &App, request: &Request, refused: Refused) -> Response {
    visit(app, request.extensions())
        .map_or_else(|| refused.status().into_response(), |visit| refusal::page(&visit, refused))
}

/// Pages lead to where the missing proof is asked for and back; forms and scripts are told.
fn refuse(app: &App, request: &Request, verdict: Verdict) -> Response {
    let refused = match verdict {
        Verdict::Refused(action) => Refused::Function(action),
        Verdict::SecondFactor => Refused::SecondFactor,
        Verdict::StepUp => Refused::StepUp,
        Verdict::OpenLink => Refused::Link,
        Verdict::OpenReferral => Refused::Referral,
        Verdict::OpenInvitation => Refused::Expert,
        Verdict::SignIn | Verdict::Go => Refused::SignedOut,
    };
    let Some(language) = request.extensions().get::<Language>().copied() else {
        return refused.status().into_response();
    };
    let asks = match verdict {
        Verdict::SignIn => Some(AccountPage::SignIn),
        Verdict::SecondFactor => Some(AccountPage::SecondFactor),
        Verdict::StepUp => Some(AccountPage::StepUp),
        _ => None,
    };
    match asks {
        Some(page) if matches!(*request.method(), Method::GET | Method::HEAD) => {
            Redirect::to(&with_return(&page.path(language), request.uri())).into_response()
        }
        _ => answer(app, request, refused),
    }
}

/// Name of the parameter that keeps where somebody wanted to go.
pub const RETURN: &str = "to";

/// An address that leads back to the one asked for.
pub fn with_return(page: &str, uri: &Uri) -> String {
    let wanted = uri.path_and_query().map_or(uri.path(), |p| p.as_str());
    own_path(wanted).map_or_else(|| page.to_owned(), |path| format!("{page}?{RETURN}={}", escape(path)))
}

/// A path of our own, and nothing that a browser could read as another site's.
pub fn own_path(text: &str) -> Option<&str> {
    let is_own = text.starts_with('/')
        && !text.starts_with("//")
        && text.len() <= 512
        && text.bytes().all(|b| (b.is_ascii_graphic() && b != b'\\') && b != b'"' && b != b'<');
    is_own.then_some(text)
}

/// A value for a query string.
pub fn escape(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for byte in text.bytes() {
        if byte.is_ascii_alphanumeric() || b"-._~/".contains(&byte) {
            out.push(char::from(byte));
        } else {
            out.push_str(&format!("%{byte:02X}"));
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_is_only_ever_led_back_to_own_pages() {
        assert_eq!(own_path("/fr/compte?x=1"), Some("/fr/compte?x=1"));
        for elsewhere in
            ["//evil.example", "https://evil.example", "/\\evil.example", "", "evil", "/a b", "/\n"]
        {
            assert_eq!(own_path(elsewhere), None, "{elsewhere}");
        }
    }

    #[test]
    fn the_way_back_is_one_value() {
        let uri: Uri = "/fr/file?etat=a&b=c".parse().unwrap();
        assert_eq!(with_return("/fr/connexion", &uri), "/fr/connexion?to=/fr/file%3Fetat%3Da%26b%3Dc");
    }
}
