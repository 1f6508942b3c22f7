//! What surrounds every page of the cell.

use crate::addresses::cell::CellPage;
use crate::pages::desk::Desk;
use crate::pages::desk::frame::Work;
use crate::pages::shell::{Link, Shell};
use ariane_domain::access::{Action, policy};
use ariane_domain::cell::Reality;
use ariane_store::records::cell::read::Case;

/// The shell of a page of the cell whose address ends with `what`.
pub fn shell(desk: &Desk, page: CellPage, what: &str, title: String) -> Shell {
    let at = |l| if what.is_empty() { page.path(l) } else { page.path_to(l, what) };
    let shell = Shell::with_addresses(&desk.visit, true, title, at);
    if page == CellPage::Case {
        let board = CellPage::Board.path(desk.visit.language);
        shell.via(Link::new(desk.visit.t.s("cell-board"), board))
    } else {
        shell
    }
}

/// The frame with the keys: the list that they lead to is the board.
pub fn work(desk: &Desk, page: CellPage) -> Work {
    let board = CellPage::Board.path(desk.visit.language);
    let here = if page == CellPage::Case { board } else { page.path(desk.visit.language) };
    Work::at(desk, &here)
}

/// The frame of a page of one file: it says where the file is fictitious.
pub fn work_on(desk: &Desk, case: &Case) -> Work {
    Work { is_training: case.rules.reality == Reality::Training, ..work(desk, CellPage::Case) }
}

impl Desk {
    /// Address of a file.
    pub fn case_at(&self, id: uuid::Uuid) -> String {
        CellPage::Case.path_to(self.visit.language, &id.to_string())
    }

    /// Whether who is signed in holds a function that may ever do this.
    pub fn may_ever(&self, action: Action) -> bool {
        policy::roles(action).iter().any(|role| self.signed.account.is(*role))
    }
}
