//! One edition: what it says, by what it is proved, what patients' representatives say about it, and how it is taken along.

use super::board::SECTIONS;
use super::table::{self, Beside, Figure};
use super::{export, shell, work};
use crate::addresses::figures::FiguresPage;
use crate::figures::editions::name;
use crate::pages::desk::frame::Work;
use crate::pages::desk::trouble::Trouble;
use crate::pages::desk::{Colleagues, Desk, Sent};
use crate::pages::render;
use crate::pages::shell::{Link, Shell};
use ariane_domain::access::Action;
use ariane_domain::access::grant::{CommentFigures, Grant, ReadFigures};
use ariane_figures::definition::Definition;
use ariane_figures::period::Period;
use ariane_figures::report::Report;
use ariane_store::StoreError;
use ariane_store::figures::editions::{Comment, EditionHead, LONGEST_COMMENT, Signed};
use askama::Template;
use axum::extract::{Path, Query as Parameters};
use axum::http::StatusCode;
use axum::http::header::{CONTENT_DISPOSITION, CONTENT_TYPE};
use axum::response::{IntoResponse, Redirect, Response};
use fluent_bundle::FluentArgs;
use serde::Deserialize;
use uuid::Uuid;

/// An edition, read.
pub struct Opened {
    /// Where it stands in the list.
    pub head: EditionHead,
    /// With its proof.
    pub signed: Signed,
    /// Its report.
    pub report: Report,
    /// What was said about it: who and when, what.
    pub comments: Vec<(String, String)>,
    /// Whether it is as it was signed.
    pub is_whole: bool,
}

/// How the page is shown.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub struct View {
    /// `slides` for one figure on each page of paper.
    pub view: String,
    /// Said after something was done.
    pub done: String,
}

/// A section of a report.
pub struct Part {
    /// Heading.
    pub heading: String,
    /// Figures.
    pub figures: Vec<Figure>,
}

#[derive(Template)]
#[template(path = "figures/edition.html")]
struct EditionPage {
    shell: Shell,
    work: Work,
    links: Vec<Link>,
    facts: Vec<(String, String)>,
    hiding: String,
    is_whole: bool,
    is_slides: bool,
    is_done: bool,
    slides: Link,
    files: Vec<Link>,
    parts: Vec<Part>,
    missing: Vec<String>,
    comments: Vec<(String, String)>,
    comment_at: String,
    comment: String,
    fault: String,
}

impl Desk {
    async fn open_edition(&self, id: Uuid, colleagues: &Colleagues) -> Result<Opened, Trouble> {
        let mut work = self.begin().await?;
        let grant: Grant<ReadFigures> = self.grant_all(&work, "figures")?;
        let (head, signed, comments) = work.edition(&grant, id).await?;
        work.commit().await?;
        let report = signed.report().ok_or(Trouble::Store(StoreError::NotPossible))?;
        let said = |one: Comment| {
            let by = self.visit.t.ww(
                "figures-comment-by",
                ("name", &colleagues.name(one.author)),
                ("moment", &self.moment(one.at)),
            );
            (by, one.text)
        };
        Ok(Opened {
            is_whole: signed.holds(&self.edition_key()),
            comments: comments.into_iter().map(said).collect(),
            head,
            signed,
            report,
        })
    }

    /// A figure of a report for one of its periods, with the period before where the report has it.
    pub(super) fn printed(
        &self,
        report: &Report,
        figure: &'static Definition,
        period: Period,
    ) -> Option<Figure> {
        let table = report.table(figure.id, period)?;
        let before = period.before().and_then(|before| report.table(figure.id, before));
        Some(table::figure(&self.visit, figure, table, (Beside::Before, before), &|_| String::new()))
    }

    /// The sections of a report, for its own period.
    pub(super) fn parts(&self, report: &Report) -> Vec<Part> {
        let parts = SECTIONS.into_iter().map(|(word, figures)| Part {
            heading: self.visit.t.k("figures-section", word),
            figures: figures.iter().filter_map(|one| self.printed(report, one, report.period)).collect(),
        });
        parts.filter(|part| !part.figures.is_empty()).collect()
    }

    /// What decides the numbers of a report, in words.
    pub(super) fn edition_facts(&self, opened: &Opened, by: &str) -> Vec<(String, String)> {
        let (t, report) = (self.visit.t, &opened.report);
        let fact = |key: &str, text: String| (t.k("figures-fact", key), text);
        vec![
            fact("period", name(t, &report.period)),
            fact("as-of", self.moment(report.as_of)),
            fact("made", format!("{}, {by}", self.moment(opened.head.made_at))),
            fact("form", report.format.clone()),
            fact("digest", opened.signed.proof.digest.clone()),
            fact("key", opened.signed.proof.key.clone()),
        ]
    }

    /// What is hidden in a report, in words.
    pub(super) fn hiding(&self, report: &Report) -> String {
        let t = self.visit.t;
        let Some(threshold) = report.threshold else { return t.s("figures-made-up") };
        let mut args = FluentArgs::new();
        args.set("threshold", threshold.count().to_string());
        args.set("hidden", t.number(report.protection.hidden as f64));
        args.set("all", t.number(report.protection.counts as f64));
        t.with("figures-hiding", &args)
    }

    /// Who made an edition.
    pub(super) fn maker(&self, head: &EditionHead, colleagues: &Colleagues) -> String {
        match head.made_by.map(|account| colleagues.name(account)) {
            Some(name) if !name.is_empty() => name,
            _ => self.visit.t.s("figures-by-job"),
        }
    }
}

/// `GET /{lang}/chiffres/edition/{id}`.
pub async fn get(desk: Desk, Path(id): Path<Uuid>, Parameters(view): Parameters<View>) -> Response {
    let result = page(&desk, id, &view, String::new(), "").await;
    desk.settle(result)
}

async fn page(desk: &Desk, id: Uuid, view: &View, comment: String, fault: &str) -> Result<Response, Trouble> {
    let (t, l) = (desk.visit.t, desk.visit.language);
    let colleagues = desk.colleagues().await?;
    let opened = desk.open_edition(id, &colleagues).await?;
    let at = FiguresPage::Edition.path_to(l, &id.to_string());
    let title = t.w("figures-edition", "period", &name(t, &opened.report.period));
    let is_slides = view.view == "slides";
    let slides = if is_slides {
        ("figures-slides-end", at.clone())
    } else {
        ("figures-slides", format!("{at}?view=slides"))
    };
    let by = desk.maker(&opened.head, &colleagues);
    let files = ["pdf", "xlsx", "csv", "json"];
    let page = EditionPage {
        shell: shell(desk, FiguresPage::Edition, &id.to_string(), title),
        work: work(desk),
        links: desk.figure_links(),
        facts: desk.edition_facts(&opened, &by),
        hiding: desk.hiding(&opened.report),
        is_whole: opened.is_whole,
        is_slides,
        is_done: view.done == "1",
        slides: Link::new(t.s(slides.0), slides.1),
        files: files.map(|kind| Link::new(t.k("figures-file", kind), format!("{at}/report.{kind}"))).into(),
        parts: desk.parts(&opened.report),
        missing: missing(desk, &opened.report),
        comments: opened.comments,
        comment_at: if desk.may_ever(Action::CommentFigures) {
            format!("{at}/comment")
        } else {
            String::new()
        },
        comment,
        fault: if fault.is_empty() { String::new() } else { t.k("figures-fault", fault) },
    };
    let status = if fault.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    Ok(render(status, &page))
}

/// Figures for which the installation records nothing.
pub(super) fn missing(desk: &Desk, report: &Report) -> Vec<String> {
    let named = report.without_source.iter().filter_map(|id| table::definition(id));
    named.map(|figure| table::title(desk.visit.t, figure)).collect()
}

/// `POST …/comment` (duty D40).
pub async fn comment(desk: Desk, Path(id): Path<Uuid>, sent: Sent) -> Response {
    let text = sent.text("text").trim().to_owned();
    let fault = match text.chars().count() {
        0 => "comment-empty",
        n if n > LONGEST_COMMENT => "comment-long",
        _ => "",
    };
    let result = if fault.is_empty() {
        keep(&desk, id, &text).await
    } else {
        page(&desk, id, &View::default(), text, fault).await
    };
    desk.settle(result)
}

async fn keep(desk: &Desk, id: Uuid, text: &str) -> Result<Response, Trouble> {
    let mut work = desk.begin().await?;
    let grant: Grant<CommentFigures> = desk.grant_all(&work, "figures")?;
    work.comment_edition(&grant, id, desk.account(), text).await?;
    work.commit().await?;
    let at = FiguresPage::Edition.path_to(desk.visit.language, &id.to_string());
    Ok(Redirect::to(&format!("{at}?done=1")).into_response())
}

/// `GET …/report.pdf`, `.xlsx`, `.csv`, `.json`.
pub async fn file(desk: Desk, Path((id, file)): Path<(Uuid, String)>) -> Response {
    let result = written(&desk, id, &file).await;
    desk.settle(result)
}

async fn written(desk: &Desk, id: Uuid, file: &str) -> Result<Response, Trouble> {
    let ours = |kind: &'static str| {
        tracing::error!(kind, "an edition could not be written");
        Trouble::Store(StoreError::NotPossible)
    };
    let colleagues = desk.colleagues().await?;
    let opened = desk.open_edition(id, &colleagues).await?;
    let by = desk.maker(&opened.head, &colleagues);
    let (kind, media, bytes) = match file {
        "report.json" => {
            let text = serde_json::to_vec_pretty(&opened.signed).map_err(|_| ours("json"))?;
            ("json", "application/json", text)
        }
        "report.csv" => {
            let table = export::long(desk, &opened.report);
            (
                "csv",
                "text/csv; charset=utf-8",
                ariane_exchange::spreadsheet::csv(&table).map_err(|_| ours("csv"))?,
            )
        }
        "report.xlsx" => {
            let tables = export::workbook(desk, &opened, &by);
            let bytes = ariane_exchange::spreadsheet::xlsx(&tables).map_err(|_| ours("xlsx"))?;
            ("xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", bytes)
        }
        "report.pdf" => {
            let sheet = export::paper(desk, &opened, &by);
            let set = tokio::task::spawn_blocking(move || ariane_documents::render(&sheet)).await;
            ("pdf", "application/pdf", set.map_err(|_| ours("pdf"))?.map_err(|_| ours("pdf"))?)
        }
        _ => return Err(Trouble::Store(StoreError::NotThere)),
    };
    let name = format!("{}-{}.{kind}", desk.visit.t.s("figures-file-name"), opened.report.period);
    let headers =
        [(CONTENT_TYPE, media.to_owned()), (CONTENT_DISPOSITION, format!("attachment; filename=\"{name}\""))];
    Ok((headers, bytes).into_response())
}
