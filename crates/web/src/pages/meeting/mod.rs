//! The weekly meeting of the cell: planned, held live, its minutes signed by both.
//!
//! * [`list`], [`plan`]: coming and past meetings, and the dates that are proposed for new ones;
//! * [`live`] with [`view`]: one meeting, from its agenda to its minutes; [`acts`]: what may be done with it as a whole;
//! * [`item`], [`step`]: what is written about one file, and the steps proposed;
//! * [`sync`]: what the script of an open page asks every few seconds;
//! * [`minutes`]: the minutes on paper.
//!
//! Every page works without scripts: an item is then a form with the revision that was read.

pub mod acts;
pub mod item;
pub mod list;
pub mod live;
pub mod minutes;
pub mod plan;
pub mod routes;
pub mod step;
pub mod sync;
pub mod view;

use super::desk::Desk;
use super::desk::frame::Work as Frame;
use super::desk::trouble::Trouble;
use super::shell::{Link, Shell};
use crate::addresses::meeting::MeetingPage;
use ariane_domain::access::Refusal;
use ariane_domain::access::grant::{Grant, HoldMeeting};
use ariane_store::StoreError;
use ariane_store::records::Work;
use ariane_store::records::cell::CellError;
use axum::http::StatusCode;
use axum::response::Response;
use uuid::Uuid;

/// How often a unit of work begins anew that another overtook: two who type into two items of one meeting both change
/// the minutes.
const TRIES: usize = 5;

/// Why something is not done.
#[derive(Debug)]
pub enum Fault {
    /// The whole page cannot be served.
    Trouble(Trouble),
    /// A rule says no, by its word: said on the page, with what was typed.
    Rule(&'static str),
}

impl Fault {
    /// The status of the answer that says so.
    pub fn status(word: &str) -> StatusCode {
        match word {
            "due-in-past" | "empty" | "no-such-file" | "mixed" | "on-agenda" | "unreadable" => {
                StatusCode::UNPROCESSABLE_ENTITY
            }
            _ => StatusCode::CONFLICT,
        }
    }
}

impl From<Trouble> for Fault {
    fn from(trouble: Trouble) -> Self {
        Self::Trouble(trouble)
    }
}

impl From<Refusal> for Fault {
    fn from(refusal: Refusal) -> Self {
        Self::Trouble(refusal.into())
    }
}

impl From<StoreError> for Fault {
    fn from(error: StoreError) -> Self {
        match error {
            StoreError::Conflict => Self::Rule("overtaken"),
            other => Self::Trouble(other.into()),
        }
    }
}

impl From<CellError> for Fault {
    fn from(error: CellError) -> Self {
        match error {
            CellError::Store(error) => error.into(),
            CellError::Rule(word) => Self::Rule(word),
        }
    }
}

/// The address of a meeting.
pub fn at(desk: &Desk, id: Uuid) -> String {
    MeetingPage::Meeting.path_to(desk.visit.language, &id.to_string())
}

/// A grant for one meeting.
pub async fn grant(desk: &Desk, work: &Work<'_>, id: Uuid) -> Result<Grant<HoldMeeting>, Fault> {
    let facts = work.meeting_facts(desk.controller(), id).await?;
    Ok(work.grant(&desk.actor(), facts)?)
}

/// The shell of a page below a meeting, or of the list where `what` is empty.
pub fn shell(desk: &Desk, what: &str, title: String) -> Shell {
    let address = |l| {
        if what.is_empty() { MeetingPage::List.path(l) } else { MeetingPage::Meeting.path_to(l, what) }
    };
    let shell = Shell::with_addresses(&desk.visit, true, title, address);
    if what.is_empty() {
        return shell;
    }
    shell.via(Link::new(desk.visit.t.s("meeting-list"), MeetingPage::List.path(desk.visit.language)))
}

/// The frame of a page about meetings: their tab is where one is.
pub fn frame(desk: &Desk) -> Frame {
    let list = MeetingPage::List.path(desk.visit.language);
    let mut frame = Frame::new(desk, None);
    for tab in &mut frame.tabs {
        tab.is_here = tab.link.href == list;
    }
    frame
}

/// The words of a rule that refused.
pub fn words(desk: &Desk, word: &str) -> String {
    desk.visit.t.k("meeting-fault", word)
}

/// The answer where nothing but a whole page can tell.
pub fn settle(desk: &Desk, result: Result<Response, Fault>) -> Response {
    match result {
        Ok(response) => response,
        Err(Fault::Trouble(trouble)) => desk.settle(Err(trouble)),
        Err(Fault::Rule("overtaken")) => desk.settle(Err(Trouble::Store(StoreError::Conflict))),
        Err(Fault::Rule(_)) => desk.settle(Err(Trouble::Store(StoreError::NotPossible))),
    }
}
