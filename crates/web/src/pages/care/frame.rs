//! What surrounds the pages of care: those of a file lead back to it, the others to the board.

use crate::addresses::care::CarePage;
use crate::addresses::cell::CellPage;
use crate::pages::cell::fault::{Failed, Fault};
use crate::pages::cell::frame;
use crate::pages::desk::frame::Work;
use crate::pages::desk::trouble::Trouble;
use crate::pages::desk::{Desk, Sent};
use crate::pages::shell::{Link, Shell};
use ariane_domain::cell::Reality;
use ariane_store::records::cell::read::Case;
use axum::response::{IntoResponse, Redirect, Response};
use uuid::Uuid;

/// What every page of a file says at its head.
pub struct Head {
    /// Address of the file.
    pub at: String,
    /// Title of the file.
    pub file: String,
    /// Whom it is about.
    pub name: String,
    /// Whether the person is fictitious.
    pub is_training: bool,
    /// What was done before.
    pub done: String,
    /// What was not taken: form and words.
    pub errors: Vec<(String, String)>,
    /// The day, for fields that begin with it.
    pub today: String,
    /// The day in words, for paper.
    pub printed: String,
}

impl Head {
    /// Of a file.
    pub fn new(desk: &Desk, case: &Case, done: bool, errors: Vec<(String, String)>) -> Self {
        let t = desk.visit.t;
        Self {
            at: desk.case_at(case.id),
            file: t.w("cell-case-title", "number", &case.number.to_string()),
            name: match case.person.identity.name.as_str() {
                "" => t.s("desk-name-unknown"),
                name => name.to_owned(),
            },
            is_training: case.rules.reality == Reality::Training,
            done: if done { t.s("cell-done") } else { String::new() },
            errors,
            today: desk.today().to_string(),
            printed: t.w("care-printed", "day", &t.date(desk.today())),
        }
    }
}

/// The answer to a form of a page of a file: back to the page, or the page with the form that was not taken. `page` is the word
/// of its address, `form` the id of the form.
pub async fn answered<F: Future<Output = Result<Response, Trouble>>>(
    desk: &Desk,
    id: Uuid,
    (page, form): (&str, &str),
    sent: &Sent,
    done: Result<(), Fault>,
    show: impl FnOnce(Failed) -> F,
) -> Response {
    let result = match done {
        Ok(()) => Ok(Redirect::to(&format!("{}/{page}?done=1", desk.case_at(id))).into_response()),
        Err(Fault::Rule(word)) => show(Failed::new(desk, form, word, sent)).await,
        Err(Fault::Trouble(trouble)) => Err(trouble),
    };
    desk.settle(result)
}

/// The shell of a page of a file.
pub fn of_file(desk: &Desk, case: &Case, word: &str, title: String) -> Shell {
    let file = desk.visit.t.w("cell-case-title", "number", &case.number.to_string());
    frame::shell(desk, CellPage::Case, &format!("{}/{word}", case.id), title)
        .via(Link::new(file, desk.case_at(case.id)))
}

/// The shell of a page beside the board.
pub fn beside(desk: &Desk, page: CarePage, what: &str, title: String) -> Shell {
    let at = |l| if what.is_empty() { page.path(l) } else { page.path_to(l, what) };
    let shell = Shell::with_addresses(&desk.visit, true, title, at);
    let l = desk.visit.language;
    let t = desk.visit.t;
    let above = if page == CarePage::Procedures { "procedure-title" } else { "care-guidelines" };
    if what.is_empty() { shell } else { shell.via(Link::new(t.s(above), page.path(l))) }
}

/// The line of links, with this page marked.
pub fn work(desk: &Desk, page: CarePage) -> Work {
    Work::at(desk, &page.path(desk.visit.language))
}
