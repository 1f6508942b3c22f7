//! The door of an invited expert: link and code, leaving, and what is said to who declined.

use crate::addresses::Page;
use crate::addresses::panel::PanelPage;
use crate::guard::ExpertHolder;
use crate::guard::cookies::Cookie;
use crate::guard::tries::Knock;
use crate::pages::desk::Sent;
use crate::pages::guest::{self, Words, clean};
use crate::pages::mine::{Halt, Network, answer as settled, desk};
use crate::pages::render;
use crate::pages::shell::{Link, Shell};
use crate::pages::visit::Visit;
use ariane_store::records::guest::Opens;
use askama::Template;
use axum::extract::Path;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};

/// `GET /{lang}/demande-avis`.
pub async fn get(visit: Visit) -> Response {
    if visit.caller.expert.is_some() {
        return Redirect::to(&PanelPage::Invited.path_to(visit.language, "case")).into_response();
    }
    ask(&visit, "", "", StatusCode::OK)
}

/// `GET …/link/{token}`.
pub async fn with_token(visit: Visit, Path(token): Path<String>) -> Response {
    ask(&visit, &clean(&token), "", StatusCode::OK)
}

fn ask(visit: &Visit, token: &str, problem: &str, status: StatusCode) -> Response {
    let t = visit.t;
    let words = Words {
        title: t.s("panel-enter-title"),
        lead: t.s("panel-enter-lead"),
        label: t.s("referral-enter-code"),
        hint: t.s("referral-enter-hint"),
        problem: if problem.is_empty() { String::new() } else { t.k("referral-enter-problem", problem) },
    };
    guest::ask(visit, words, |l| PanelPage::Invited.path(l), token, status)
}

/// `POST /{lang}/demande-avis`: the code.
pub async fn enter(visit: Visit, network: Network, sent: Sent) -> Response {
    let token = clean(sent.get("link"));
    let outcome = async {
        let desk = desk(&visit)?;
        let now = (visit.settings.now)();
        if !visit.app.sign_in.tries.allow(Knock::LinkCode, &network.0, now) {
            return Ok(ask(&visit, &token, "wait", StatusCode::TOO_MANY_REQUESTS));
        }
        match desk.records.enter_by_link(Opens::Seat, &token, sent.get("code"), now).await? {
            None => Ok(ask(&visit, &token, "wrong", StatusCode::UNPROCESSABLE_ENTITY)),
            Some(session) => {
                let to = PanelPage::Invited.path_to(visit.language, "case");
                let mut response = Redirect::to(&to).into_response();
                Cookie::Expert.give(&mut response, visit.settings.sign_in.is_https(), &session);
                Ok(response)
            }
        }
    };
    settled(&visit, outcome.await)
}

#[derive(Template)]
#[template(path = "panel/gone.html")]
struct GonePage {
    shell: Shell,
    next: Vec<Link>,
}

/// The page of who declined: their access has ended.
pub(super) fn gone(visit: &Visit) -> Result<Response, Halt> {
    let (t, l) = (visit.t, visit.language);
    let page = GonePage {
        shell: Shell::with_addresses(visit, true, t.s("panel-gone-title"), |l| PanelPage::Invited.path(l)),
        next: vec![Link::new(t.s("nav-helplines"), Page::Helplines.path(l))],
    };
    let mut response = render(StatusCode::OK, &page);
    Cookie::Expert.take_back(&mut response, visit.settings.sign_in.is_https());
    Ok(response)
}

/// `POST …/leave`.
pub async fn leave(visit: Visit, holder: ExpertHolder) -> Response {
    let outcome = async {
        desk(&visit)?.records.leave_link(&holder.session).await?;
        let mut response = Redirect::to(&Page::Start.path(visit.language)).into_response();
        Cookie::Expert.take_back(&mut response, visit.settings.sign_in.is_https());
        Ok(response)
    };
    settled(&visit, outcome.await)
}
