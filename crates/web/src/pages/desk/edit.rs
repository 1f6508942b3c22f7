//! Changing what is recorded of an enquiry; who was overtaken sees both, and nothing is lost.

use super::fields::{FieldView, Filled, Shape};
use super::fields_read::Understood;
use super::frame::{self, Work};
use super::trouble::Trouble;
use super::{Desk, Sent, acts};
use crate::addresses::desk::DeskPage;
use crate::pages::render;
use crate::pages::shell::Shell;
use ariane_domain::access::grant::{AnswerEnquiry, ReadEnquiry};
use ariane_domain::enquiry::Urgency;
use ariane_domain::enquiry::form::{FieldFault, FormSet};
use ariane_store::StoreError;
use ariane_store::records::enquiries::read::Enquiry;
use askama::Template;
use axum::extract::Path;
use axum::http::StatusCode;
use axum::response::Response;
use std::collections::BTreeMap;
use uuid::Uuid;

/// Where two writers differ: field, mine, theirs.
pub struct Difference {
    /// Field.
    pub label: String,
    /// What was typed here.
    pub mine: String,
    /// What is recorded now.
    pub theirs: String,
}

#[derive(Template)]
#[template(path = "desk/edit.html")]
struct EditPage {
    shell: Shell,
    work: Work,
    at: String,
    version: i32,
    fields: Vec<FieldView>,
    filled: Filled,
    summary: String,
    note: String,
    is_pressing: bool,
    is_danger: bool,
    errors: Vec<(String, String)>,
    differences: Vec<Difference>,
    is_overtaken: bool,
    language: String,
}

impl Desk {
    async fn read(&self, id: Uuid) -> Result<Enquiry, Trouble> {
        let mut work = self.begin().await?;
        let grant = self.grant::<ReadEnquiry>(&mut work, id).await?;
        let enquiry = work.read_enquiry(&grant).await?;
        work.commit().await?;
        Ok(enquiry)
    }

    /// The version of the form under which an enquiry was taken; the one in use for what came without one.
    fn form_of(&self, enquiry: &Enquiry) -> Result<&FormSet, Trouble> {
        let version = u32::try_from(enquiry.form_version).unwrap_or(0);
        match self.infoline.forms.version(version) {
            Some(set) => Ok(set),
            None => self.form_in_use(),
        }
    }

    fn recorded(&self, enquiry: &Enquiry) -> Filled {
        Filled::recorded(&self.answers_of(enquiry), &self.disorder_of(&enquiry.texts.disorder).0)
    }
}

/// `GET …/edit`.
pub async fn get(desk: Desk, Path(id): Path<Uuid>) -> Response {
    let result = open(&desk, id).await;
    desk.settle(result)
}

async fn open(desk: &Desk, id: Uuid) -> Result<Response, Trouble> {
    let enquiry = desk.read(id).await?;
    let filled = desk.recorded(&enquiry);
    let texts = (enquiry.texts.summary.clone(), enquiry.texts.note.clone());
    let urgency = enquiry.urgency;
    page(desk, &enquiry, filled, texts, urgency == Urgency::Pressing, &BTreeMap::new(), None, StatusCode::OK)
}

#[allow(clippy::too_many_arguments, reason = "what one page shows, given once from two places")]
fn page(
    desk: &Desk,
    enquiry: &Enquiry,
    filled: Filled,
    (summary, note): (String, String),
    is_pressing: bool,
    faults: &BTreeMap<String, FieldFault>,
    differences: Option<Vec<Difference>>,
    status: StatusCode,
) -> Result<Response, Trouble> {
    let t = desk.visit.t;
    let fields = desk.fields(desk.form_of(enquiry)?, &filled, faults);
    let errors = fields
        .iter()
        .filter(|f| !f.error.is_empty())
        .map(|f| (f.name.clone(), t.ww("desk-field-error", ("field", &f.label), ("error", &f.error))))
        .collect();
    let number = enquiry.number.to_string();
    let what = format!("{}/edit", enquiry.id);
    let page = EditPage {
        shell: frame::shell(desk, DeskPage::Enquiry, &what, t.w("desk-edit-title", "number", &number)),
        work: Work::new(desk, None),
        at: desk.enquiry_at(enquiry.id),
        version: enquiry.version,
        fields,
        filled,
        summary,
        note,
        is_pressing,
        is_danger: enquiry.urgency.is_danger(),
        errors,
        is_overtaken: differences.is_some(),
        differences: differences.unwrap_or_default(),
        language: desk.visit.language.code().to_owned(),
    };
    Ok(render(status, &page))
}

/// `POST …/edit`.
pub async fn post(desk: Desk, Path(id): Path<Uuid>, sent: Sent) -> Response {
    let result = save(&desk, id, &sent).await;
    desk.settle(result)
}

async fn save(desk: &Desk, id: Uuid, sent: &Sent) -> Result<Response, Trouble> {
    let enquiry = desk.read(id).await?;
    let texts = (sent.line("summary"), sent.text("note"));
    let is_pressing = sent.is("pressing");
    let understood = match desk.understand(desk.form_of(&enquiry)?, sent) {
        Ok(understood) => understood,
        Err(faults) => {
            let filled = Filled::sent(sent);
            let status = StatusCode::UNPROCESSABLE_ENTITY;
            return page(desk, &enquiry, filled, texts, is_pressing, &faults, None, status);
        }
    };
    // A danger that was seen once stays until a listener says that it is over.
    let seen = desk.urgency(&format!("{} {}", texts.0, texts.1), is_pressing);
    let urgency = match enquiry.urgency {
        Urgency::Danger(danger) if !sent.is("danger-over") => Urgency::Danger(danger).or(seen),
        _ if sent.is("danger-over") => {
            if is_pressing {
                Urgency::Pressing
            } else {
                Urgency::None
            }
        }
        _ => seen,
    };
    let mut work = desk.begin().await?;
    let grant = desk.grant::<AnswerEnquiry>(&mut work, id).await?;
    match work.revise_enquiry(&grant, sent.version(), &understood.codes, &understood.texts, urgency).await {
        Ok(()) => {
            work.commit().await?;
            Ok(acts::back(desk, id, "revised"))
        }
        Err(StoreError::Conflict) => {
            drop(work);
            let differences = differences(desk, &enquiry, &understood);
            let filled = Filled::sent(sent);
            let none = BTreeMap::new();
            page(desk, &enquiry, filled, texts, is_pressing, &none, Some(differences), acts::OVERTAKEN)
        }
        Err(other) => Err(other.into()),
    }
}

/// Each field in which what was typed differs from what is recorded now.
fn differences(desk: &Desk, theirs: &Enquiry, mine: &Understood) -> Vec<Difference> {
    let t = desk.visit.t;
    let typed = Enquiry { codes: mine.codes.clone(), texts: mine.texts.clone(), ..theirs.clone() };
    let (mine, theirs_rows): (BTreeMap<_, _>, BTreeMap<_, _>) =
        (desk.profile(&typed).into_iter().collect(), desk.profile(theirs).into_iter().collect());
    let mut all = Vec::new();
    for label in mine.keys().chain(theirs_rows.keys()) {
        let (a, b) = (mine.get(label), theirs_rows.get(label));
        if a != b && !all.iter().any(|d: &Difference| d.label == *label) {
            all.push(Difference {
                label: label.clone(),
                mine: a.cloned().unwrap_or_default(),
                theirs: b.cloned().unwrap_or_default(),
            });
        }
    }
    for (key, a, b) in [
        ("desk-summary", &typed.texts.summary, &theirs.texts.summary),
        ("desk-note", &typed.texts.note, &theirs.texts.note),
    ] {
        if a != b {
            all.push(Difference { label: t.s(key), mine: a.clone(), theirs: b.clone() });
        }
    }
    all
}
