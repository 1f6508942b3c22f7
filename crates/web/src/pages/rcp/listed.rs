//! A file on the list of a session, as far as the RCP needs it and for as long as it may be read.

use super::{Fault, frame, settle, shell, view};
use crate::addresses::rcp::RcpPage;
use crate::pages::care::clinical::words::Block;
use crate::pages::desk::Desk;
use crate::pages::desk::attachment::handed_out;
use crate::pages::desk::frame::Work;
use crate::pages::render;
use crate::pages::shell::{Link, Shell};
use askama::Template;
use axum::extract::Path;
use axum::http::StatusCode;
use axum::response::Response;
use uuid::Uuid;

#[derive(Template)]
#[template(path = "rcp/listed.html")]
struct ListedPage {
    shell: Shell,
    work: Work,
    until: String,
    is_training: bool,
    name: String,
    facts: Vec<(String, String)>,
    matters: String,
    question: String,
    medical: String,
    medical_by: String,
    summary: String,
    advice: String,
    dissent: Vec<String>,
    clinical: Vec<Block>,
    documents: Vec<(Link, String)>,
    back: String,
}

/// `GET /{lang}/mes-rcp/{id}/{file}`.
pub async fn get(desk: Desk, Path((id, file)): Path<(Uuid, Uuid)>) -> Response {
    let result = show(&desk, id, file).await;
    settle(&desk, result)
}

async fn show(desk: &Desk, id: Uuid, file: Uuid) -> Result<Response, Fault> {
    let colleagues = desk.colleagues().await?;
    let mut work = desk.begin().await?;
    let case = work.read_listed_case(&desk.actor(), id, file).await??;
    work.commit().await?;
    let t = desk.visit.t;
    let back = RcpPage::Own.path_to(desk.visit.language, &id.to_string());
    let born = case.birth_date.map(|day| {
        let years = desk.today().years_since(day).unwrap_or_default();
        t.ww("cell-born", ("day", &t.date(day)), ("years", &t.years(f64::from(years))))
    });
    let facts = [
        ("desk-birth", born.unwrap_or_default()),
        ("cell-disorder", desk.disorder_of(&case.head.disorder).0),
        ("cell-doctor", case.head.treating_doctor.clone()),
    ];
    let (medical, signed) = case.medical.unwrap_or_default();
    let title = t.w("rcp-file", "number", &case.number.to_string());
    let page = ListedPage {
        shell: shell(desk, RcpPage::Own, &format!("{id}/{file}"), title)
            .via(Link::new(t.s("rcp-session"), back.clone())),
        work: frame(desk, RcpPage::Own),
        until: t.w("rcp-open-until", "moment", &desk.moment(case.until.until)),
        is_training: !case.reality.counts(),
        name: if case.name.is_empty() { t.s("meeting-name-unknown") } else { case.name },
        facts: facts
            .into_iter()
            .filter(|(_, text)| !text.is_empty())
            .map(|(key, text)| (t.s(key), text))
            .collect(),
        matters: case.head.what_matters,
        question: case.head.question,
        medical_by: signed
            .map(|one| {
                let (name, moment) = (colleagues.name(one.by), desk.moment(one.at));
                t.ww("cell-signed-by", ("name", &name), ("moment", &moment))
            })
            .unwrap_or_default(),
        medical,
        summary: case.summary,
        clinical: desk.clinical_blocks(&case.clinical, case.are_parents_related),
        documents: case
            .documents
            .iter()
            .map(|one| {
                (Link::new(one.name.clone(), format!("{back}/{file}/{}", one.id)), desk.document_facts(one))
            })
            .collect(),
        dissent: view::dissent(desk, &case.advice, &colleagues),
        advice: case.advice.text,
        back,
    };
    Ok(render(StatusCode::OK, &page))
}

/// `GET /{lang}/mes-rcp/{id}/{file}/{document}`: a document that was meant for the RCP, for as long as the file may be read.
pub async fn document(desk: Desk, Path((id, file, document)): Path<(Uuid, Uuid, Uuid)>) -> Response {
    let result = download(&desk, id, file, document).await;
    settle(&desk, result)
}

async fn download(desk: &Desk, id: Uuid, file: Uuid, document: Uuid) -> Result<Response, Fault> {
    let mut work = desk.begin().await?;
    let (one, bytes) = work.read_listed_document(&desk.actor(), id, file, document).await??;
    work.commit().await?;
    Ok(handed_out(&one.name, &one.media_type, bytes))
}
