//! The documents of a file (duty D50): added with what they are and from whom, judged by what their bytes show, taken away as a
//! download and never shown in the page.

use super::frame::{self, Head, answered};
use super::plan::Before;
use super::upload::{self, Uploaded};
use crate::addresses::cell::CellPage;
use crate::pages::cell::fault::{Failed, Fault, not_there};
use crate::pages::desk::attachment::handed_out;
use crate::pages::desk::frame::Work;
use crate::pages::desk::trouble::Trouble;
use crate::pages::desk::{Colleagues, Desk, Sent};
use crate::pages::render;
use crate::pages::shell::Shell;
use crate::pages::start::Choice;
use ariane_domain::access::grant::{ReadCase, WriteCase};
use ariane_domain::cell::document::{DocumentKind, DocumentSource};
use ariane_store::records::care::documents::{Document, NewDocument};
use askama::Template;
use axum::extract::multipart::Multipart;
use axum::extract::{Path, Query as Parameters};
use axum::response::Response;
use uuid::Uuid;

/// A document, ready to read.
pub struct DocumentView {
    /// Id of its forms.
    pub form: String,
    /// Where it is downloaded.
    pub href: String,
    /// Name.
    pub name: String,
    /// What it is, from whom, how large.
    pub facts: String,
    /// Who added it, when.
    pub added: String,
    /// Words beside it.
    pub about: String,
    /// Whether who reads the file for an RCP may open it.
    pub is_for_rcp: bool,
    /// What is wrong with its form.
    pub error: String,
}

#[derive(Template)]
#[template(path = "care/documents.html")]
struct DocumentsPage {
    shell: Shell,
    work: Work,
    head: Head,
    documents: Vec<DocumentView>,
    kinds: Vec<Choice>,
    sources: Vec<Choice>,
    about: String,
    is_for_rcp: bool,
    error: String,
}

impl Desk {
    /// What a document is, in words: kind, source, type and size.
    pub fn document_facts(&self, one: &Document) -> String {
        let t = self.visit.t;
        let kilobytes = (one.size.max(0) as f64 / 1024.0).ceil();
        let size = t.w("desk-file-size", "size", &t.number(kilobytes));
        let kind = t.k("document-kind", one.kind.word());
        format!("{kind} · {} · {size}", t.k("document-source", one.source.word()))
    }

    fn document_view(&self, at: &str, one: &Document, names: &Colleagues, failed: &Failed) -> DocumentView {
        let form = format!("document-{}", one.id);
        let t = self.visit.t;
        let by_person = one.author.is_nil();
        let name = if by_person { t.s("care-document-by-person") } else { names.name(one.author) };
        let moment = self.moment(one.at);
        DocumentView {
            href: format!("{at}/documents/{}", one.id),
            name: one.name.clone(),
            facts: self.document_facts(one),
            added: t.ww("care-written-by", ("name", &name), ("moment", &moment)),
            about: one.about.clone(),
            is_for_rcp: one.is_for_rcp,
            error: failed.error(&form),
            form,
        }
    }
}

/// `GET …/documents`.
pub async fn get(desk: Desk, Path(id): Path<Uuid>, Parameters(before): Parameters<Before>) -> Response {
    let result = show(&desk, id, Failed::default(), before.is_done()).await;
    desk.settle(result)
}

async fn show(desk: &Desk, id: Uuid, failed: Failed, done: bool) -> Result<Response, Trouble> {
    let t = desk.visit.t;
    let loaded = desk.load_case(id).await?;
    let (case, at) = (&loaded.case, desk.case_at(id));
    let documents = case.care.documents.iter();
    let typed = |field: &str| failed.text("document-new", field);
    let page = DocumentsPage {
        shell: frame::of_file(desk, case, "documents", t.s("care-documents")),
        work: crate::pages::cell::frame::work(desk, CellPage::Case),
        head: Head::new(desk, case, done, failed.all()),
        documents: documents.map(|one| desk.document_view(&at, one, &loaded.colleagues, &failed)).collect(),
        kinds: desk.choices(&DocumentKind::ALL.map(DocumentKind::word), "document-kind", &typed("kind")),
        sources: desk.choices(
            &DocumentSource::ALL.map(DocumentSource::word),
            "document-source",
            &typed("source"),
        ),
        about: typed("about"),
        is_for_rcp: typed("rcp") == "1",
        error: failed.error("document-new"),
    };
    Ok(render(failed.status(), &page))
}

/// `POST …/documents`.
pub async fn post(desk: Desk, Path(id): Path<Uuid>, form: Multipart) -> Response {
    let (sent, done) = match upload::read(form).await {
        Ok(uploaded) => {
            let done = add(&desk, id, &uploaded).await;
            (uploaded.sent, done)
        }
        Err(word) => (Sent::default(), Err(Fault::Rule(word))),
    };
    answered(&desk, id, ("documents", "document-new"), &sent, done, |failed| show(&desk, id, failed, false))
        .await
}

async fn add(desk: &Desk, id: Uuid, uploaded: &Uploaded) -> Result<(), Fault> {
    let sent = &uploaded.sent;
    let kind = DocumentKind::from_word(sent.get("kind")).ok_or_else(not_there)?;
    let source = DocumentSource::from_word(sent.get("source")).ok_or_else(not_there)?;
    // Who may add one is asked before anything is said about the file.
    let mut work = desk.begin().await?;
    let grant = desk.case_grant::<WriteCase>(&mut work, id).await?;
    let file = uploaded.file.as_ref().ok_or(Fault::Rule("document-none"))?;
    if let Some(word) = upload::refused(file) {
        return Err(Fault::Rule(word));
    }
    let about = sent.text("about");
    let new = NewDocument {
        kind,
        source,
        is_for_rcp: sent.is("rcp"),
        name: &file.name,
        about: &about,
        media_type: file.media_type(),
        bytes: &file.bytes,
    };
    work.add_document(&grant, &new).await?;
    Ok(work.commit().await?)
}

/// `GET …/documents/{document}`: the document as a download.
pub async fn download(desk: Desk, Path((id, document)): Path<(Uuid, Uuid)>) -> Response {
    let result = opened(&desk, id, document).await;
    desk.settle(result)
}

async fn opened(desk: &Desk, id: Uuid, document: Uuid) -> Result<Response, Trouble> {
    let mut work = desk.begin().await?;
    let grant = desk.case_grant::<ReadCase>(&mut work, id).await?;
    let (one, bytes) = work.read_document(&grant, document).await?;
    work.commit().await?;
    Ok(handed_out(&one.name, &one.media_type, bytes))
}

/// `POST …/documents/{document}/{act}`: offered to the RCP, held back from it, or taken away with a reason.
pub async fn change(
    desk: Desk,
    Path((id, document, act)): Path<(Uuid, Uuid, String)>,
    sent: Sent,
) -> Response {
    let done = alter(&desk, id, document, &act, &sent).await;
    let form = format!("document-{document}");
    answered(&desk, id, ("documents", &form), &sent, done, |failed| show(&desk, id, failed, false)).await
}

async fn alter(desk: &Desk, id: Uuid, document: Uuid, act: &str, sent: &Sent) -> Result<(), Fault> {
    let mut work = desk.begin().await?;
    let grant = desk.case_grant::<WriteCase>(&mut work, id).await?;
    match act {
        "offer" => work.offer_document(&grant, document, true).await?,
        "hold" => work.offer_document(&grant, document, false).await?,
        "remove" => work.remove_document(&grant, document, &sent.line("text")).await?,
        _ => return Err(not_there()),
    }
    Ok(work.commit().await?)
}
