//! Who asks and whom it is about: identified later, linked with records of the same person, a death.

use super::call::PersonView;
use super::doubles::Double;
use super::frame::{self, Work};
use super::trouble::Trouble;
use super::{Desk, Sent, acts, fields_read};
use crate::addresses::desk::DeskPage;
use crate::pages::render;
use crate::pages::shell::Shell;
use ariane_domain::access::grant::{AnswerEnquiry, MergePersons, ReadEnquiry};
use ariane_store::StoreError;
use ariane_store::records::enquiries::read::Enquiry;
use ariane_store::records::persons::Person;
use askama::Template;
use axum::extract::Path;
use axum::http::StatusCode;
use axum::response::Response;
use chrono::NaiveDate;
use uuid::Uuid;

/// A person of the enquiry.
pub struct Someone {
    /// Heading.
    pub heading: String,
    /// Id of the record; empty for one to be added.
    pub id: String,
    /// Version of the record.
    pub version: i32,
    /// Fields.
    pub view: PersonView,
    /// When they died, in words.
    pub died: String,
    /// Records that may be the same person.
    pub doubles: Vec<Double>,
    /// Records that are linked as the same person.
    pub linked: Vec<String>,
}

#[derive(Template)]
#[template(path = "desk/persons.html")]
struct PersonsPage {
    shell: Shell,
    work: Work,
    at: String,
    version: i32,
    someone: Vec<Someone>,
    may_add: bool,
    added: PersonView,
    today: String,
}

/// `GET …/persons`.
pub async fn get(desk: Desk, Path(id): Path<Uuid>) -> Response {
    let result = open(&desk, id).await;
    desk.settle(result)
}

async fn open(desk: &Desk, id: Uuid) -> Result<Response, Trouble> {
    let t = desk.visit.t;
    let mut work = desk.begin().await?;
    let grant = desk.grant::<ReadEnquiry>(&mut work, id).await?;
    let enquiry = work.read_enquiry(&grant).await?;
    let mut someone = vec![describe(desk, &mut work, &enquiry.requester, "desk-requester").await?];
    if let Some(concerned) = &enquiry.concerned {
        someone.push(describe(desk, &mut work, concerned, "desk-concerned").await?);
    }
    work.commit().await?;
    let title = t.w("desk-persons-title", "number", &enquiry.number.to_string());
    let page = PersonsPage {
        shell: frame::shell(desk, DeskPage::Enquiry, &format!("{id}/persons"), title),
        work: Work::new(desk, None),
        at: desk.enquiry_at(id),
        version: enquiry.version,
        may_add: enquiry.concerned.is_none(),
        added: PersonView::new(desk, "concerned-", ariane_store::records::persons::Identity::default()),
        someone,
        today: desk.visit.today.to_string(),
    };
    Ok(render(StatusCode::OK, &page))
}

async fn describe(
    desk: &Desk,
    work: &mut ariane_store::records::Work<'_>,
    person: &Person,
    heading: &str,
) -> Result<Someone, Trouble> {
    let linked = work.linked_records(desk.controller(), person.id).await?;
    let mut but = linked.clone();
    but.push(person.id);
    let doubles = desk.doubles(work, &person.identity, &person.codes, &but, "").await?;
    Ok(Someone {
        heading: desk.visit.t.s(heading),
        id: person.id.to_string(),
        version: person.version,
        view: PersonView::new(desk, "", person.identity.clone()),
        died: person.died_on.map(|d| desk.visit.t.date(d)).unwrap_or_default(),
        doubles,
        linked: linked.iter().map(Uuid::to_string).collect(),
    })
}

fn of_enquiry(enquiry: &Enquiry, wanted: &str) -> Result<Person, Trouble> {
    let mut all = std::iter::once(&enquiry.requester).chain(&enquiry.concerned);
    all.find(|p| p.id.to_string() == wanted).cloned().ok_or(Trouble::Store(StoreError::NotThere))
}

/// `POST …/persons`: what is known of a person is changed, or somebody is added.
pub async fn post(desk: Desk, Path(id): Path<Uuid>, sent: Sent) -> Response {
    let result = save(&desk, id, &sent).await;
    desk.settle(result)
}

async fn save(desk: &Desk, id: Uuid, sent: &Sent) -> Result<Response, Trouble> {
    let mut work = desk.begin().await?;
    let read = desk.grant::<ReadEnquiry>(&mut work, id).await?;
    let enquiry = work.read_enquiry(&read).await?;
    let grant = desk.grant::<AnswerEnquiry>(&mut work, id).await?;
    if sent.get("person").is_empty() {
        let identity = fields_read::identity(sent, "concerned-");
        work.add_concerned(&grant, sent.version(), &identity, &enquiry.codes.person).await?;
    } else {
        let person = of_enquiry(&enquiry, sent.get("person"))?;
        let identity = fields_read::identity(sent, "");
        work.change_person(&grant, person.id, sent.version(), &identity).await?;
    }
    work.commit().await?;
    Ok(acts::back(desk, id, "person"))
}

/// `POST …/link`: two records are one person.
pub async fn link(desk: Desk, Path(id): Path<Uuid>, sent: Sent) -> Response {
    let result = join(&desk, id, &sent, true).await;
    desk.settle(result)
}

/// `POST …/part`: they were not.
pub async fn part(desk: Desk, Path(id): Path<Uuid>, sent: Sent) -> Response {
    let result = join(&desk, id, &sent, false).await;
    desk.settle(result)
}

async fn join(desk: &Desk, id: Uuid, sent: &Sent, is_one: bool) -> Result<Response, Trouble> {
    let other: Uuid = sent.get("other").parse().map_err(|_| Trouble::Store(StoreError::NotThere))?;
    let mut work = desk.begin().await?;
    let read = desk.grant::<ReadEnquiry>(&mut work, id).await?;
    let enquiry = work.read_enquiry(&read).await?;
    let person = of_enquiry(&enquiry, sent.get("person"))?;
    let grant = desk.grant::<MergePersons>(&mut work, id).await?;
    if is_one {
        work.link_persons(&grant, person.id, other).await?;
    } else {
        // The link may hang on either of the two.
        match work.part_persons(&grant, other).await {
            Err(StoreError::NotPossible) => work.part_persons(&grant, person.id).await?,
            done => done?,
        }
    }
    work.commit().await?;
    Ok(acts::back(desk, id, if is_one { "linked" } else { "parted" }))
}

/// `POST …/death`: records a death, or takes it back.
pub async fn death(desk: Desk, Path(id): Path<Uuid>, sent: Sent) -> Response {
    let result = died(&desk, id, &sent).await;
    desk.settle(result)
}

async fn died(desk: &Desk, id: Uuid, sent: &Sent) -> Result<Response, Trouble> {
    let mut work = desk.begin().await?;
    let read = desk.grant::<ReadEnquiry>(&mut work, id).await?;
    let enquiry = work.read_enquiry(&read).await?;
    let person = of_enquiry(&enquiry, sent.get("person"))?;
    let grant = desk.grant::<AnswerEnquiry>(&mut work, id).await?;
    if sent.is("mistake") {
        work.unrecord_death(&grant, person.id).await?;
    } else {
        let day: NaiveDate = sent.line("died-on").parse().unwrap_or(desk.visit.today);
        work.record_death(&grant, person.id, day.min(desk.visit.today)).await?;
    }
    work.commit().await?;
    Ok(acts::back(desk, id, "death"))
}
