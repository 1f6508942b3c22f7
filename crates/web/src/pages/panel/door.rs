//! The door of an invited expert: link and code, leaving, and what is said to who declined.

use crate::addresses::Page;
use crate::addresses::panel::PanelPage;
use crate::guard::ExpertHolder;
use crate::guard::cookies::Cookie;
use crate::pages::desk::Sent;
use crate::pages::guest::Door;
use crate::pages::mine::{Halt, Network};
use crate::pages::render;
use crate::pages::shell::{Link, Shell};
use crate::pages::visit::Visit;
use ariane_store::records::guest::Opens;
use askama::Template;
use axum::extract::Path;
use axum::http::StatusCode;
use axum::response::Response;

const DOOR: Door = Door {
    opens: Opens::Seat,
    cookie: Cookie::Expert,
    title: "panel-enter-title",
    lead: "panel-enter-lead",
    at: |language| PanelPage::Invited.path(language),
    inside: |language| PanelPage::Invited.path_to(language, "case"),
};

/// `GET /{lang}/demande-avis`.
pub async fn get(visit: Visit) -> Response {
    if visit.caller.expert.is_some() { DOOR.go_in(&visit) } else { DOOR.ask(&visit, "") }
}

/// `GET …/link/{token}`.
pub async fn with_token(visit: Visit, Path(token): Path<String>) -> Response {
    DOOR.ask(&visit, &token)
}

/// `POST /{lang}/demande-avis`: the code.
pub async fn enter(visit: Visit, network: Network, sent: Sent) -> Response {
    DOOR.enter(&visit, &network, &sent).await
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
    DOOR.leave(&visit, &holder.session).await
}
