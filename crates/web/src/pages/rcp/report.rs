//! The report on paper: a page that prints, a PDF of the whole, and a PDF of one file for its treating physician. Until it is
//! signed it says that it is a draft; a missing quorum is marked (duty D21).

use super::session::{self, Opened, Said};
use super::{Fault, at, frame, shell, view};
use crate::addresses::rcp::RcpPage;
use crate::pages::desk::Desk;
use crate::pages::desk::frame::Work;
use crate::pages::desk::trouble::Trouble;
use crate::pages::shell::Shell;
use crate::pages::{paper, render};
use ariane_documents::{Entry, Section, Sheet};
use ariane_domain::cell::rcp::{Quorum, RcpState};
use ariane_domain::cell::signatures::Signature;
use ariane_store::StoreError;
use askama::Template;
use axum::extract::Path;
use axum::http::StatusCode;
use axum::response::Response;
use uuid::Uuid;

/// The advice on one file, in words.
struct Part {
    id: Uuid,
    heading: String,
    physician: String,
    text: String,
    dissent: Vec<String>,
}

/// The report in words.
struct Report {
    title: String,
    /// Said while it is not signed; empty then.
    draft: String,
    /// The quorum where one is asked; marked where it is missing.
    quorum: String,
    is_without_quorum: bool,
    facts: Vec<(String, String)>,
    present: Vec<String>,
    parts: Vec<Part>,
    remarks: String,
    signatures: Vec<String>,
}

#[derive(Template)]
#[template(path = "rcp/report.html")]
struct ReportPage {
    shell: Shell,
    work: Work,
    at: String,
    report: Report,
}

fn signature(desk: &Desk, opened: &Opened, key: &str, one: Option<Signature>) -> Option<String> {
    let one = one?;
    let (name, moment) = (opened.colleagues.name(one.by), desk.moment(one.at));
    Some(desk.visit.t.ww(key, ("name", &name), ("moment", &moment)))
}

async fn open(desk: &Desk, id: Uuid) -> Result<(Report, chrono::NaiveDate), Fault> {
    let opened = session::open(desk, id).await?;
    let one = &opened.session;
    if !one.session.state.is_being_written() && !one.session.state.has_validated_report() {
        return Err(Fault::Rule("no-report"));
    }
    let t = desk.visit.t;
    let is_signed = matches!(one.session.state, RcpState::Signed | RcpState::Sent);
    let people = view::people(desk, &opened.people, &opened.colleagues);
    let signatures = [
        signature(desk, &opened, "rcp-validated-by", one.session.validated),
        signature(desk, &opened, "rcp-signed-by", one.session.signed),
    ];
    let report = Report {
        title: t.ww(
            if one.reality.counts() { "rcp-report-title" } else { "rcp-report-training" },
            ("name", &opened.series.text.name),
            ("moment", &desk.moment(one.session.starts_at)),
        ),
        draft: if is_signed { String::new() } else { t.s("rcp-draft") },
        quorum: view::quorum(desk, one),
        is_without_quorum: matches!(one.session.quorum, Some(Quorum::Missing { .. })),
        facts: session::facts(desk, one, &opened.colleagues),
        present: people
            .iter()
            .filter(|person| person.is_present)
            .map(|person| format!("{} ({})", person.name, person.specialty))
            .collect(),
        parts: opened
            .files
            .iter()
            .map(|file| Part {
                id: file.file,
                heading: view::heading(desk, file.number, &file.name),
                physician: file.physician.clone(),
                text: file.advice.text.clone(),
                dissent: view::dissent(desk, &file.advice, &opened.colleagues),
            })
            .collect(),
        remarks: one.report.clone(),
        signatures: signatures.into_iter().flatten().collect(),
    };
    Ok((report, desk.infoline.office.day(one.session.starts_at)))
}

/// Where there is no report yet, the session's page says so.
async fn told(desk: &Desk, id: Uuid, result: Result<Response, Fault>) -> Response {
    paper::told(desk, result, |fault| session::show(desk, id, Said { fault, ..Said::default() })).await
}

/// `GET …/report`.
pub async fn page(desk: Desk, Path(id): Path<Uuid>) -> Response {
    let result = shown(&desk, id).await;
    told(&desk, id, result).await
}

async fn shown(desk: &Desk, id: Uuid) -> Result<Response, Fault> {
    let (report, _) = open(desk, id).await?;
    let page = ReportPage {
        shell: shell(desk, RcpPage::Session, &format!("{id}/report"), report.title.clone()),
        work: frame(desk, RcpPage::Session),
        at: at(desk, id),
        report,
    };
    Ok(render(StatusCode::OK, &page))
}

/// `GET …/report.pdf`.
pub async fn pdf(desk: Desk, Path(id): Path<Uuid>) -> Response {
    let result = written(&desk, id, None).await;
    told(&desk, id, result).await
}

/// `GET …/file/{file}/report.pdf`: what concerns one person, for who treats them.
pub async fn of_file(desk: Desk, Path((id, file)): Path<(Uuid, Uuid)>) -> Response {
    let result = written(&desk, id, Some(file)).await;
    told(&desk, id, result).await
}

async fn written(desk: &Desk, id: Uuid, only: Option<Uuid>) -> Result<Response, Fault> {
    let (mut report, day) = open(desk, id).await?;
    if let Some(only) = only {
        report.parts.retain(|part| part.id == only);
        // Remarks on the session may speak of others.
        report.remarks.clear();
        if report.parts.is_empty() {
            return Err(Fault::Trouble(Trouble::Store(StoreError::NotThere)));
        }
    }
    let what = desk.visit.t.s("rcp-file-name");
    paper::handed_out(report.sheet(desk), &what, day).await.map_err(|error| Trouble::from(error).into())
}

impl Report {
    fn sheet(&self, desk: &Desk) -> Sheet {
        let t = desk.visit.t;
        let entry = |part: &Part| Entry {
            title: part.heading.clone(),
            kind: if part.physician.is_empty() {
                t.s("cell-doctor-none")
            } else {
                format!("{} : {}", t.s("cell-doctor"), part.physician)
            },
            lines: if part.text.is_empty() {
                vec![t.s("rcp-advice-none")]
            } else {
                part.text.lines().map(str::to_owned).chain(part.dissent.iter().cloned()).collect()
            },
            ..Entry::default()
        };
        let facts = self.facts.iter().map(|(name, text)| format!("{name} : {text}"));
        let mut sections = vec![
            Section { heading: t.s("rcp-session"), lead: String::new(), entries: paper::lines(facts) },
            Section {
                heading: t.s("meeting-present"),
                lead: if self.present.is_empty() {
                    t.s("meeting-present-none")
                } else {
                    self.present.join(", ")
                },
                ..Section::default()
            },
            Section {
                heading: t.s("rcp-advices"),
                lead: t.s("rcp-advice-is"),
                entries: self.parts.iter().map(entry).collect(),
            },
        ];
        if !self.remarks.is_empty() {
            let entries = paper::lines(self.remarks.lines().map(str::to_owned));
            sections.push(Section { heading: t.s("rcp-remarks"), lead: String::new(), entries });
        }
        sections.push(Section {
            heading: t.s("meeting-signatures"),
            lead: self.draft.clone(),
            entries: paper::lines(self.signatures.clone()),
        });
        let mark = if self.is_without_quorum { self.quorum.clone() } else { String::new() };
        Sheet {
            language: desk.visit.language.code(),
            title: self.title.clone(),
            subtitle: if self.draft.is_empty() { mark.clone() } else { self.draft.clone() },
            sections,
            footer: paper::footer(&[&self.title, &self.draft, &mark, &t.s("meeting-confidential")]),
            ..Sheet::default()
        }
    }
}
