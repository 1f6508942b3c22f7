//! What stands at the head of a file, and who the person is.

use super::fault::{Failed, Fault};
use super::frame;
use crate::addresses::cell::CellPage;
use crate::pages::desk::call::PersonView;
use crate::pages::desk::edit::Difference;
use crate::pages::desk::frame::Work;
use crate::pages::desk::trouble::Trouble;
use crate::pages::desk::{Desk, Sent, fields_read};
use crate::pages::render;
use crate::pages::shell::Shell;
use ariane_domain::access::grant::WriteCase;
use ariane_store::records::cell::open::Head;
use ariane_store::records::persons::Identity;
use askama::Template;
use axum::extract::Path;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use uuid::Uuid;

#[derive(Template)]
#[template(path = "cell/head.html")]
struct HeadPage {
    shell: Shell,
    work: Work,
    at: String,
    version: i32,
    person: PersonView,
    question: String,
    matters: String,
    doctor: String,
    disorder: String,
    code: String,
    errors: Vec<(String, String)>,
    is_overtaken: bool,
    differences: Vec<Difference>,
    language: String,
}

/// What was typed, and what was wrong with it.
struct Again {
    head: Head,
    identity: Identity,
    errors: Vec<(String, String)>,
    status: StatusCode,
}

/// `GET …/head`.
pub async fn get(desk: Desk, Path(id): Path<Uuid>) -> Response {
    let result = form(&desk, id, None).await;
    desk.settle(result)
}

async fn form(desk: &Desk, id: Uuid, again: Option<Again>) -> Result<Response, Trouble> {
    let t = desk.visit.t;
    let case = desk.load_case(id).await?.case;
    let is_overtaken = again.as_ref().is_some_and(|again| again.status == StatusCode::CONFLICT);
    let (head, identity, errors, status) = match again {
        Some(again) => (again.head, again.identity, again.errors, again.status),
        None => (case.head.clone(), case.person.identity.clone(), Vec::new(), StatusCode::OK),
    };
    let differences = if is_overtaken {
        differences(desk, (&head, &identity), (&case.head, &case.person.identity))
    } else {
        Vec::new()
    };
    let (disorder, code) = desk.disorder_of(&head.disorder);
    let number = case.number.to_string();
    let page = HeadPage {
        shell: frame::shell(
            desk,
            CellPage::Case,
            &format!("{id}/head"),
            t.w("cell-head-title", "number", &number),
        ),
        work: frame::work_on(desk, &case),
        at: desk.case_at(id),
        version: case.version,
        person: PersonView::new(desk, "", identity),
        question: head.question,
        matters: head.what_matters,
        doctor: head.treating_doctor,
        disorder,
        code: code.map(|code| code.to_string()).unwrap_or_default(),
        errors,
        is_overtaken,
        differences,
        language: desk.visit.language.code().to_owned(),
    };
    Ok(render(status, &page))
}

/// Each field in which what was typed differs from what is recorded now.
fn differences(desk: &Desk, mine: (&Head, &Identity), theirs: (&Head, &Identity)) -> Vec<Difference> {
    let t = desk.visit.t;
    let rows = |(head, identity): (&Head, &Identity)| {
        [
            head.question.clone(),
            head.what_matters.clone(),
            head.treating_doctor.clone(),
            desk.disorder_of(&head.disorder).0,
            identity.name.clone(),
            identity.phone.clone(),
            identity.mail.clone(),
            identity.birth_date.map(|day| t.date(day)).unwrap_or_default(),
            identity.contact.hours.clone(),
        ]
    };
    let labels = [
        t.s("cell-question"),
        t.s("cell-matters"),
        t.s("cell-doctor"),
        t.s("cell-disorder"),
        t.s("desk-name"),
        t.s("desk-phone"),
        t.s("desk-mail"),
        t.s("desk-birth"),
        t.s("desk-contact-hours"),
    ];
    let both = rows(mine).into_iter().zip(rows(theirs));
    let all = labels.into_iter().zip(both).filter(|(_, (mine, theirs))| mine != theirs);
    all.map(|(label, (mine, theirs))| Difference { label, mine, theirs }).collect()
}

/// `POST …/head`.
pub async fn post(desk: Desk, Path(id): Path<Uuid>, sent: Sent) -> Response {
    let (head, identity) = (desk.head_sent(&sent), fields_read::identity(&sent, ""));
    let errors = desk.identity_faults(&sent);
    let done = if errors.is_empty() {
        save(&desk, id, &sent, &head, &identity).await
    } else {
        let again = Again { head, identity, errors, status: StatusCode::UNPROCESSABLE_ENTITY };
        let result = form(&desk, id, Some(again)).await;
        return desk.settle(result);
    };
    let result = match done {
        Ok(()) => Ok(Redirect::to(&format!("{}?done=1", desk.case_at(id))).into_response()),
        Err(Fault::Rule(word)) => {
            let status = Failed::new(&desk, "head", word, &sent).status();
            let errors = match status {
                // What was overtaken says so in its own words, with both wordings.
                StatusCode::CONFLICT => Vec::new(),
                _ => vec![("question".to_owned(), desk.visit.t.k("cell-rule", word))],
            };
            form(&desk, id, Some(Again { head, identity, errors, status })).await
        }
        Err(Fault::Trouble(trouble)) => Err(trouble),
    };
    desk.settle(result)
}

async fn save(desk: &Desk, id: Uuid, sent: &Sent, head: &Head, identity: &Identity) -> Result<(), Fault> {
    let mut work = desk.begin().await?;
    let grant = desk.case_grant::<WriteCase>(&mut work, id).await?;
    work.change_head(&grant, sent.version(), head, identity).await?;
    Ok(work.commit().await?)
}
