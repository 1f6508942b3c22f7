//! Figures: live for who works with the records, and as they were published for all who are entitled.
//!
//! * [`asked`]: period and scope out of an address, or why not;
//! * [`table`]: a table with its bars, definition and what it leaves out;
//! * [`board`], [`groups`]: the live page;
//! * [`behind`]: the records behind a number;
//! * [`editions`], [`edition`], [`export`]: what is published, and how it leaves the house;
//! * [`readers`]: who is told of it.

pub mod asked;
pub mod behind;
pub mod board;
pub mod edition;
pub mod editions;
pub mod export;
pub mod groups;
pub mod readers;
pub mod routes;
pub mod table;

use super::desk::Desk;
use super::desk::frame::Work;
use super::desk::trouble::Trouble;
use super::shell::{Link, Shell};
use crate::addresses::figures::FiguresPage;
use crate::figures::memory::{At, Known, READ_AT_ONCE};
use crate::figures::renewal::renew_beside;
use crate::figures::setting;
use ariane_domain::access::Action;
use ariane_domain::access::grant::ReadLiveFigures;
use ariane_figures::count::Setting;
use ariane_figures::period::beginning;
use chrono::{DateTime, Utc};
use std::sync::Arc;

/// The shell of a page about figures whose address ends with `what`.
fn shell(desk: &Desk, page: FiguresPage, what: &str, title: String) -> Shell {
    let at = |l| if what.is_empty() { page.path(l) } else { page.path_to(l, what) };
    let shell = Shell::with_addresses(&desk.visit, true, title, at);
    let (t, l) = (desk.visit.t, desk.visit.language);
    match page {
        FiguresPage::Board => shell,
        FiguresPage::Edition => shell.via(Link::new(t.s("figures-editions"), FiguresPage::Editions.path(l))),
        _ => shell.via(Link::new(t.s("figures-title"), FiguresPage::Board.path(l))),
    }
}

/// The frame of the pages of work.
fn work(desk: &Desk) -> Work {
    Work::at(desk, &FiguresPage::Board.path(desk.visit.language))
}

/// A definition's name as translation keys have it.
fn key(figure: &str) -> String {
    figure.replace('.', "-")
}

impl Desk {
    fn figure_setting(&self, as_of: DateTime<Utc>) -> Setting<'_> {
        setting(&self.infoline.office, as_of)
    }

    /// Services whose figures may be seen live: those whose records who works may list. Small numbers are exact there, and free
    /// filters and days would give them back from any others.
    fn live_services(&self) -> Vec<&'static str> {
        let infoline = self.may_ever(Action::ListEnquiries).then_some("infoline");
        let cell = self.may_ever(Action::ListCases).then_some(["cell", "hub"]);
        infoline.into_iter().chain(cell.into_iter().flatten()).collect()
    }

    /// Figures of all records: those at hand where nothing was written since, else read now. None where there are so many that they
    /// are being read beside the answer. That they were read is logged.
    async fn figures_known(&self) -> Result<Option<Arc<Known>>, Trouble> {
        let app = &self.visit.app;
        let mut work = self.begin().await?;
        let grant = self.grant_all::<ReadLiveFigures>(&work, "figures")?;
        work.log_figures(&grant).await?;
        let mark = work.figure_mark(&grant).await?;
        let known = match app.figures.memory.look(self.controller(), &mark, self.now) {
            At::Hand(known) => Some(known),
            At::HandAndRenew(known) => {
                renew_beside(app, self.now, None);
                Some(known)
            }
            At::Store if work.has_more_enquiries(&grant, READ_AT_ONCE as u64).await? => {
                renew_beside(app, self.now, None);
                None
            }
            At::Store => {
                let now = work.now();
                let collected = work.figure_sources(&grant, beginning(), now).await?;
                let office = &self.infoline.office;
                let known = Known::new(self.controller(), (mark, now), now, collected, office);
                Some(app.figures.memory.keep(known))
            }
        };
        work.commit().await?;
        Ok(known)
    }

    /// Figures as of a past moment; the same.
    async fn figures_as_of(&self, as_of: DateTime<Utc>) -> Result<Option<Arc<Known>>, Trouble> {
        let app = &self.visit.app;
        let mut work = self.begin().await?;
        let grant = self.grant_all::<ReadLiveFigures>(&work, "figures")?;
        work.log_figures(&grant).await?;
        let known = match app.figures.memory.past(self.controller(), as_of, self.now) {
            Some(known) => Some(known),
            None if work.has_more_enquiries(&grant, READ_AT_ONCE as u64).await? => {
                renew_beside(app, self.now, Some(as_of));
                None
            }
            None => {
                let mark = work.figure_mark(&grant).await?;
                let (now, collected) = (work.now(), work.figure_sources(&grant, beginning(), as_of).await?);
                let office = &self.infoline.office;
                let known = Known::new(self.controller(), (mark, now), as_of, collected, office);
                Some(app.figures.memory.keep_past(known))
            }
        };
        work.commit().await?;
        Ok(known)
    }

    /// Links from a page about figures to the others that who works may open.
    fn figure_links(&self) -> Vec<Link> {
        let (t, l) = (self.visit.t, self.visit.language);
        let pages = [
            (FiguresPage::Board, "figures-title", Action::ReadLiveFigures),
            (FiguresPage::Editions, "figures-editions", Action::ReadFigures),
            (FiguresPage::Readers, "figures-readers", Action::PublishFigures),
        ];
        let mine = pages.into_iter().filter(|(_, _, action)| self.may_ever(*action));
        mine.map(|(page, key, _)| Link::new(t.s(key), page.path(l))).collect()
    }
}
