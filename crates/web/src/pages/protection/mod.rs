//! Protection of data: the public notice, the data protection officer's console, exceptional openings, private links.
//!
//! * [`register`]: register of processing, public notice, what an impact assessment needs;
//! * [`requests`]: requests of persons with their clock, legal holds;
//! * [`recipients`]: who received data, and what they answered when asked to delete;
//! * [`breaches`]: the register of breaches;
//! * [`watch`]: what is unusual, the log;
//! * [`openings`]: exceptional openings: asked, approved, looked at;
//! * [`link`]: the private link of an enquiry: locked, renewed, a code to read out.

pub mod board;
pub mod breaches;
pub mod link;
pub mod openings;
pub mod recipients;
pub mod register;
pub mod requests;
pub mod watch;

use super::mine::{Halt, moment};
use super::shell::{Link, Shell};
use super::visit::Visit;
use crate::addresses::Page;
use crate::addresses::protection::ProtectionPage;
use crate::desk::Desk;
use crate::guard::{Routes, Rule};
use crate::state::App;
use ariane_domain::Language;
use ariane_domain::access::grant::{Act, Grant};
use ariane_domain::access::{Action, Actor, Facts};
use ariane_store::records::Work;
use axum::http::StatusCode;
use axum::response::Response;
use board::Section;
use chrono::{DateTime, NaiveDateTime, TimeZone, Utc};

/// When the policy or the state of a record says no: why, and where to turn.
pub(super) fn refused(visit: &Visit, word: &str) -> Response {
    let key = format!("mine-refusal-{word}");
    let text =
        if visit.t.has(&key) { visit.t.k("mine-refusal", word) } else { visit.t.s("mine-refusal-role") };
    let shell = Shell::with_addresses(visit, true, visit.t.s("mine-refusal-title"), |l| Page::Start.path(l));
    let status = match word {
        "conflict" | "not-possible" => StatusCode::CONFLICT,
        "erased" => StatusCode::GONE,
        _ => StatusCode::FORBIDDEN,
    };
    let next = vec![Link::new(visit.t.s("nav-helplines"), Page::Helplines.path(visit.language))];
    board::page(status, shell, text, String::new(), Vec::new(), next)
}

/// A grant on what concerns the organisation as a whole.
fn of_all<A: Act>(work: &Work<'_>, desk: &Desk, actor: &Actor) -> Result<Grant<A>, Halt> {
    Ok(work.grant(actor, Facts::of_all(desk.controller, "protection"))?)
}

/// A grant on one enquiry.
async fn of_one<A: Act>(
    work: &mut Work<'_>,
    desk: &Desk,
    actor: &Actor,
    enquiry: uuid::Uuid,
) -> Result<Grant<A>, Halt> {
    let facts = work.enquiry_facts(desk.controller, enquiry).await?;
    Ok(work.grant(actor, facts)?)
}

fn shell(visit: &Visit, page: ProtectionPage, key: &str) -> Shell {
    let shell = Shell::with_addresses(visit, true, visit.t.s(key), |l| page.path(l));
    match page {
        ProtectionPage::Console | ProtectionPage::Notice | ProtectionPage::Ask | ProtectionPage::Link => {
            shell
        }
        _ => shell.via(Link::new(visit.t.s("dpo-title"), ProtectionPage::Console.path(visit.language))),
    }
}

fn console_link(visit: &Visit) -> Vec<Link> {
    vec![Link::new(visit.t.s("dpo-title"), ProtectionPage::Console.path(visit.language))]
}

/// A moment with whether it has passed, for clocks.
fn clock(visit: &Visit, desk: &Desk, at: DateTime<Utc>, is_open: bool) -> board::Cell {
    let late = is_open && at < (visit.settings.now)();
    let text = moment(visit, &desk.office, at);
    let text = if late { visit.t.w("dpo-late", "when", &text) } else { text };
    board::Cell { text, href: String::new(), late }
}

/// A local time as browsers send it, at the office.
fn local_time(desk: &Desk, text: &str) -> Option<DateTime<Utc>> {
    let naive = NaiveDateTime::parse_from_str(text, "%Y-%m-%dT%H:%M").ok()?;
    desk.office.zone.from_local_datetime(&naive).earliest().map(|at| at.with_timezone(&Utc))
}

/// `GET /{lang}/dpo`.
pub async fn console(visit: Visit) -> Response {
    let (t, l) = (visit.t, visit.language);
    let links = [
        (ProtectionPage::Requests, "dpo-requests-title"),
        (ProtectionPage::Recipients, "dpo-recipients-title"),
        (ProtectionPage::Breaches, "dpo-breaches-title"),
        (ProtectionPage::Openings, "dpo-openings-title"),
        (ProtectionPage::Unusual, "dpo-unusual-title"),
        (ProtectionPage::Log, "dpo-log-title"),
        (ProtectionPage::Register, "dpo-register-title"),
        (ProtectionPage::Notice, "dpo-notice-title"),
        (ProtectionPage::Impact, "dpo-impact-title"),
    ];
    let links = links.map(|(page, key)| Link::new(t.s(key), page.path(l))).into();
    let sections = vec![Section { links, ..Section::default() }];
    let shell = shell(&visit, ProtectionPage::Console, "dpo-title");
    board::page(StatusCode::OK, shell, t.s("dpo-lead"), String::new(), sections, Vec::new())
}

/// Routes of the protection of data.
pub fn routes(app: &App, language: Language) -> Routes {
    let at = |page: ProtectionPage| page.path(language);
    let protect = Rule::May(Action::ProtectData);
    let watch = Rule::May(Action::ReadAccessLog);
    Routes::new(app)
        .get(&at(ProtectionPage::Notice), Rule::Public, register::notice)
        .get(&at(ProtectionPage::Console), watch, console)
        .get(&at(ProtectionPage::Register), protect, register::get)
        .get(&format!("{}.csv", at(ProtectionPage::Register)), protect, register::csv)
        .get(&at(ProtectionPage::Impact), protect, register::impact)
        .get(&at(ProtectionPage::Requests), protect, requests::get)
        .post(&at(ProtectionPage::Request), protect, requests::post)
        .post(&at(ProtectionPage::Holds), protect, requests::hold)
        .get(&at(ProtectionPage::Recipients), protect, recipients::get)
        .post(&at(ProtectionPage::Recipients), protect, recipients::post)
        .get(&at(ProtectionPage::Breaches), protect, breaches::get)
        .post(&at(ProtectionPage::Breaches), protect, breaches::post)
        .get(&at(ProtectionPage::Unusual), watch, watch::unusual)
        .get(&at(ProtectionPage::Log), watch, watch::log)
        .post(&at(ProtectionPage::Log), watch, watch::log_search)
        .get(&at(ProtectionPage::Openings), watch, openings::get)
        .post(&at(ProtectionPage::Openings), Rule::May(Action::ApproveBreakGlass), openings::post)
        .get(&at(ProtectionPage::Ask), Rule::May(Action::AskBreakGlass), openings::ask)
        .post(&at(ProtectionPage::Ask), Rule::May(Action::AskBreakGlass), openings::ask_post)
        .get(&at(ProtectionPage::Link), Rule::May(Action::LockLink), link::get)
        .post(&at(ProtectionPage::Link), Rule::May(Action::LockLink), link::post)
}
