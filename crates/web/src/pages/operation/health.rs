//! How mail, jobs, backups and reference data stand: what somebody has to do comes first, in words and not by colour alone.

use crate::addresses::Page;
use crate::addresses::operation::OperationPage;
use crate::guard::caller::Signed;
use crate::pages::mine::{Halt, answer, desk, moment};
use crate::pages::protection::board::{self, BoardForm, Cell, Section, Table};
use crate::pages::shell::{Link, Shell};
use crate::pages::visit::Visit;
use ariane_domain::access::Facts;
use ariane_domain::access::grant::{Grant, ReadHealth, RetryMail};
use ariane_domain::health::{Level, Matter, Patience, Standing};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use chrono::DateTime;

/// How every part stands now.
async fn standings(visit: &Visit, signed: &Signed) -> Result<[Standing; 5], Halt> {
    let desk = desk(visit)?;
    let now = (visit.settings.now)();
    let facts = Facts::of_all(desk.controller, "health");
    let _: Grant<ReadHealth> = desk.records.grant(&signed.actor(), facts, now)?;
    let measured = visit.app.pulse.measured(&desk).await?;
    Ok(measured.judge(&Patience::default(), now))
}

fn parts(visit: &Visit, standings: &[Standing; 5]) -> Result<Section, Halt> {
    let (desk, t) = (desk(visit)?, visit.t);
    let mut rows: Vec<&Standing> = standings.iter().collect();
    rows.sort_by_key(|s| std::cmp::Reverse(s.level));
    let rows = rows.into_iter().map(|s| {
        let matter = t.k("health-matter", s.matter.word());
        let counted = match s.count {
            0 => matter,
            count => t.ww("health-counted", ("matter", &matter), ("count", &t.number(count as f64))),
        };
        vec![
            Cell::from(t.k("health-part", s.part.word())),
            Cell {
                text: t.k("health-level", s.level.word()),
                href: String::new(),
                late: s.level == Level::Act,
            },
            counted.into(),
            t.k("health-do", s.matter.word()).into(),
            s.worked_at.map_or_else(|| t.s("health-never"), |at| moment(visit, &desk.office, at)).into(),
        ]
    });
    let table = Table {
        caption: t.s("health-parts"),
        head: ["part", "level", "matter", "do", "worked"].map(|c| t.k("health-column", c)).into(),
        rows: rows.collect(),
        empty: String::new(),
    };
    Ok(Section { table: Some(table), ..Section::default() })
}

fn given_up(visit: &Visit, standings: &[Standing; 5]) -> Option<BoardForm> {
    let is_there = standings.iter().any(|s| s.matter == Matter::GivenUp);
    is_there.then(|| BoardForm {
        title: visit.t.s("health-retry-title"),
        action: OperationPage::RetryMail.path(visit.language),
        fields: Vec::new(),
        buttons: vec![("do", "retry".into(), visit.t.s("health-retry"))],
    })
}

/// The reference data in use.
fn reference(visit: &Visit) -> Section {
    let t = visit.t;
    let release = &visit.knowledge.catalogue.release;
    let rows = release.sources.iter().map(|source| {
        [source.file.clone(), source.version.clone(), t.number(source.records as f64)].map(Cell::from).into()
    });
    let table = Table {
        caption: t.s("health-reference"),
        head: ["file", "version", "records"].map(|c| t.k("health-column", c)).into(),
        rows: rows.collect(),
        empty: t.s("health-reference-starter"),
    };
    let built =
        DateTime::parse_from_rfc3339(&release.built_at).map(|at| t.date(visit.settings.day(at.to_utc())));
    let text = built.map_or_else(|_| String::new(), |date| t.w("health-release", "date", &date));
    let links = vec![Link::new(t.s("sources-title"), Page::Sources.path(visit.language))];
    Section { text, table: Some(table), links, ..Section::default() }
}

/// `GET /{lang}/exploitation`.
pub async fn get(visit: Visit, signed: Signed) -> Response {
    let outcome = async {
        let standings = standings(&visit, &signed).await?;
        let worst = standings.iter().map(|s| s.level).max().unwrap_or(Level::Fine);
        let mut first = parts(&visit, &standings)?;
        first.forms.extend(given_up(&visit, &standings));
        let sections = vec![first, reference(&visit)];
        let title = visit.t.s("health-title");
        let shell = Shell::with_addresses(&visit, true, title, |l| OperationPage::Health.path(l));
        let lead = visit.t.k("health-lead", worst.word());
        Ok(board::page(StatusCode::OK, shell, lead, String::new(), sections, Vec::new()))
    };
    answer(&visit, outcome.await)
}

/// `POST /{lang}/exploitation/renvoyer`.
pub async fn retry(visit: Visit, signed: Signed) -> Response {
    let outcome = async {
        let desk = desk(&visit)?;
        let mut work = desk.records.begin((visit.settings.now)()).await?;
        let facts = Facts::of_all(desk.controller, "outbox");
        let grant: Grant<RetryMail> = work.grant(&signed.actor(), facts)?;
        work.retry_given_up(&grant).await?;
        work.commit().await?;
        Ok(Redirect::to(&OperationPage::Health.path(visit.language)).into_response())
    };
    answer(&visit, outcome.await)
}
