//! The RCP: series that recur, sessions with participants and files, reports; and what an invited participant sees.
//!
//! * [`list`], [`series`] with [`recurring`]: RCPs, their settings, the dates that are proposed;
//! * [`session`] with [`view`]: one session; [`acts`], [`people`], [`files`], [`advice`]: what may be done with it;
//! * [`mails`]: invitations, updates and cancellations;
//! * [`report`]: the report on paper;
//! * [`own`], [`listed`]: one's own sessions, and a file on the list of one of them.
//!
//! Every page works without scripts.

pub mod acts;
pub mod advice;
pub mod files;
pub mod list;
pub mod listed;
pub mod mails;
pub mod own;
pub mod people;
pub mod recurring;
pub mod report;
pub mod routes;
pub mod series;
pub mod session;
pub mod view;

use super::desk::Desk;
use super::desk::frame::Work as Frame;
pub use super::meeting::{Fault, settle};
use super::shell::{Link, Shell};
use crate::addresses::rcp::RcpPage;
use ariane_domain::access::grant::{Grant, HoldRcp};
use ariane_store::records::Work;
use axum::http::StatusCode;
use uuid::Uuid;

/// The address of a session for who holds it.
pub fn at(desk: &Desk, id: Uuid) -> String {
    RcpPage::Session.path_to(desk.visit.language, &id.to_string())
}

/// A grant for one session.
pub async fn grant(desk: &Desk, work: &Work<'_>, id: Uuid) -> Result<Grant<HoldRcp>, Fault> {
    let facts = work.rcp_facts(desk.controller(), id).await?;
    Ok(work.grant(&desk.actor(), facts)?)
}

/// The shell of a page whose address ends with `what`; the list stands before it in the thread.
pub fn shell(desk: &Desk, page: RcpPage, what: &str, title: String) -> Shell {
    let address = |l| if what.is_empty() { page.path(l) } else { page.path_to(l, what) };
    let shell = Shell::with_addresses(&desk.visit, true, title, address);
    let (first, key) = match page {
        RcpPage::Own => (RcpPage::Own, "rcp-own"),
        RcpPage::List | RcpPage::Series | RcpPage::Session => (RcpPage::List, "rcp-list"),
    };
    if page == first && what.is_empty() {
        return shell;
    }
    shell.via(Link::new(desk.visit.t.s(key), first.path(desk.visit.language)))
}

/// The frame of a page: its tab is where one is.
pub fn frame(desk: &Desk, page: RcpPage) -> Frame {
    let first = if page == RcpPage::Own { RcpPage::Own } else { RcpPage::List };
    Frame::at(desk, &first.path(desk.visit.language))
}

/// The words of a rule that refused.
pub fn words(desk: &Desk, word: &str) -> String {
    desk.visit.t.k("rcp-fault", word)
}

/// The status of the answer that says so.
pub fn status(word: &str) -> StatusCode {
    match word {
        "" => StatusCode::OK,
        "not-yours" | "not-clinician" => StatusCode::FORBIDDEN,
        "empty" | "no-such-file" | "mixed" | "on-list" | "unreadable" | "in-past" | "first-day"
        | "odd-link" | "no-specialty" | "no-such-account" | "already-invited" | "plain-missing"
        | "never-tell" | "passing-day" | "passing-nobody" | "no-physician" | "not-present"
        | "dissents-twice" => StatusCode::UNPROCESSABLE_ENTITY,
        _ => StatusCode::CONFLICT,
    }
}
