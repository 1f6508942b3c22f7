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
use crate::figures::memory::{At, Known};
use crate::figures::setting;
use ariane_domain::access::grant::{Grant, ReadLiveFigures};
use ariane_domain::access::{Action, Actor, Facts};
use ariane_figures::count::Setting;
use ariane_figures::period::beginning;
use ariane_store::StoreError;
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

    /// Figures of all records: those at hand where nothing was written since, else read now. That they were read is logged.
    async fn figures_known(&self) -> Result<Arc<Known>, Trouble> {
        let memory = &self.visit.app.figures.memory;
        let mut work = self.begin().await?;
        let grant = self.grant_all::<ReadLiveFigures>(&work, "figures")?;
        work.log_figures(&grant).await?;
        let mark = work.figure_mark(&grant).await?;
        let known = match memory.look(self.controller(), &mark, self.now) {
            At::Hand(known) => known,
            At::HandAndRenew(known) => {
                self.renew_figures();
                known
            }
            At::Store => {
                let (facts, sources) = work.figure_sources(&grant, beginning(), work.now()).await?;
                memory.keep(Known::new(self.controller(), mark, work.now(), facts, sources))
            }
        };
        work.commit().await?;
        Ok(known)
    }

    /// Reads figures anew beside the answer, once at a time.
    fn renew_figures(&self) {
        let app = self.visit.app.clone();
        if !app.figures.memory.begin_renewal() {
            return;
        }
        let (records, controller, now) = (self.records.clone(), self.controller(), self.now);
        tokio::spawn(async move {
            let read = async {
                let mut work = records.begin(now).await?;
                let about = Facts::of_all(controller, "figures");
                let grant: Grant<ReadLiveFigures> =
                    work.grant(&Actor::System("figures"), about).map_err(|_| StoreError::NotPossible)?;
                let mark = work.figure_mark(&grant).await?;
                let (facts, sources) = work.figure_sources(&grant, beginning(), now).await?;
                work.commit().await?;
                Ok::<_, StoreError>(Known::new(controller, mark, now, facts, sources))
            };
            match read.await {
                Ok(known) => drop(app.figures.memory.keep(known)),
                Err(error) => tracing::error!(kind = %error, "figures could not be read anew"),
            }
            app.figures.memory.end_renewal();
        });
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
