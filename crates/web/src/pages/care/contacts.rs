//! The contact book of a file: who stands around the person, and what each may be told (duties D10, D47).

use super::frame::{self, Head, answered};
use super::plan::Before;
use crate::addresses::cell::CellPage;
use crate::pages::cell::fault::{Failed, Fault, not_there};
use crate::pages::desk::frame::Work;
use crate::pages::desk::trouble::Trouble;
use crate::pages::desk::{Desk, Sent};
use crate::pages::render;
use crate::pages::shell::Shell;
use crate::pages::start::Choice;
use ariane_domain::access::grant::WriteCase;
use ariane_domain::cell::contact::{Contact, ContactRole, MayKnow};
use ariane_domain::person::NeverTell;
use ariane_store::records::care::contacts::KeptContact;
use askama::Template;
use axum::extract::{Path, Query as Parameters};
use axum::response::Response;
use uuid::Uuid;

/// The fields of a contact.
pub struct ContactForm {
    /// Id of the form.
    pub form: String,
    /// Where it is sent.
    pub action: String,
    /// Version.
    pub version: i32,
    /// Name.
    pub name: String,
    /// Roles.
    pub roles: Vec<Choice>,
    /// What they may be told.
    pub shares: Vec<Choice>,
    /// Text fields: name of the field, key of its label, value.
    pub lines: Vec<(&'static str, &'static str, String)>,
    /// What is wrong.
    pub error: String,
    /// Whether it is shown opened.
    pub is_open: bool,
}

/// Somebody in the book, ready to read.
pub struct ContactView {
    /// Name.
    pub name: String,
    /// What they are for the person.
    pub role: String,
    /// What they may be told.
    pub share: String,
    /// Whether a medical letter may be made out to them: its address; empty where not.
    pub letter: String,
    /// Label and text of what is known.
    pub facts: Vec<(String, String)>,
    /// Another wording.
    pub form: ContactForm,
}

#[derive(Template)]
#[template(path = "care/contacts.html")]
struct ContactsPage {
    shell: Shell,
    work: Work,
    head: Head,
    contacts: Vec<ContactView>,
    forbidden: String,
    fresh: ContactForm,
}

/// Fields of a line of text, with the key of their label.
const LINES: [(&str, &str); 5] = [
    ("place", "care-contact-place"),
    ("phone", "desk-phone"),
    ("mail", "desk-mail"),
    ("address", "care-contact-address"),
    ("note", "care-contact-note"),
];

fn empty() -> Contact {
    Contact {
        name: String::new(),
        role: ContactRole::Gp,
        may_know: MayKnow::Nothing,
        place: String::new(),
        phone: String::new(),
        mail: String::new(),
        address: String::new(),
        note: String::new(),
    }
}

fn line<'c>(contact: &'c Contact, field: &str) -> &'c str {
    match field {
        "place" => &contact.place,
        "phone" => &contact.phone,
        "mail" => &contact.mail,
        "address" => &contact.address,
        _ => &contact.note,
    }
}

impl Desk {
    fn contact_form(&self, id: Uuid, kept: Option<&KeptContact>, failed: &Failed) -> ContactForm {
        let (form, action) = match kept {
            Some(kept) => {
                (format!("contact-{}", kept.id), format!("{}/contacts/{}", self.case_at(id), kept.id))
            }
            None => ("contact-new".to_owned(), format!("{}/contacts", self.case_at(id))),
        };
        let contact = kept.map_or_else(empty, |kept| kept.contact.clone());
        let typed = |field: &str, kept: &str| match failed.is(&form) {
            true => failed.text(&form, field),
            false => kept.to_owned(),
        };
        let roles = ContactRole::ALL.map(ContactRole::word);
        let shares = MayKnow::ALL.map(MayKnow::word);
        ContactForm {
            action,
            version: kept.map_or(0, |kept| kept.version),
            name: typed("name", &contact.name),
            roles: self.choices(&roles, "contact-role", &typed("role", contact.role.word())),
            shares: self.choices(&shares, "may-know", &typed("may-know", contact.may_know.word())),
            lines: LINES.map(|(field, key)| (field, key, typed(field, line(&contact, field)))).into(),
            error: failed.error(&form),
            is_open: failed.is(&form),
            form,
        }
    }
}

/// `GET …/contacts`.
pub async fn get(desk: Desk, Path(id): Path<Uuid>, Parameters(before): Parameters<Before>) -> Response {
    let result = show(&desk, id, Failed::default(), before.is_done()).await;
    desk.settle(result)
}

async fn show(desk: &Desk, id: Uuid, failed: Failed, done: bool) -> Result<Response, Trouble> {
    let t = desk.visit.t;
    let case = desk.load_case(id).await?.case;
    let safe = &case.person.identity.contact;
    let view = |kept: &KeptContact| {
        let contact = &kept.contact;
        let facts = LINES.iter().map(|(field, key)| (t.s(key), line(contact, field).to_owned()));
        ContactView {
            name: contact.name.clone(),
            role: t.k("contact-role", contact.role.word()),
            share: t.k("may-know", contact.may_know.word()),
            letter: match contact.may_read_medical(safe) {
                Ok(()) => format!("{}/letters/new/gp?contact={}", desk.case_at(id), kept.id),
                Err(_) => match contact.may_read_practical(safe) {
                    Ok(()) => format!("{}/letters/new/support?contact={}", desk.case_at(id), kept.id),
                    Err(_) => String::new(),
                },
            },
            facts: facts.filter(|(_, text)| !text.is_empty()).collect(),
            form: desk.contact_form(id, Some(kept), &failed),
        }
    };
    let forbidden: Vec<String> =
        safe.never_tell.iter().map(|who: &NeverTell| t.k("never-tell", who.word())).collect();
    let page = ContactsPage {
        shell: frame::of_file(desk, &case, "contacts", t.s("care-contacts")),
        work: crate::pages::cell::frame::work(desk, CellPage::Case),
        head: Head::new(desk, &case, done, failed.all()),
        contacts: case.care.contacts.iter().map(view).collect(),
        forbidden: forbidden.join(", "),
        fresh: desk.contact_form(id, None, &failed),
    };
    Ok(render(failed.status(), &page))
}

fn contact_of(sent: &Sent) -> Result<Contact, Fault> {
    Ok(Contact {
        name: sent.line("name"),
        role: ContactRole::from_word(sent.get("role")).ok_or_else(not_there)?,
        may_know: MayKnow::from_word(sent.get("may-know")).ok_or_else(not_there)?,
        place: sent.line("place"),
        phone: sent.line("phone"),
        mail: sent.line("mail"),
        address: sent.line("address"),
        note: sent.line("note"),
    })
}

async fn keep(desk: &Desk, id: Uuid, former: Option<Uuid>, sent: &Sent) -> Result<(), Fault> {
    let contact = contact_of(sent)?;
    let mut work = desk.begin().await?;
    let grant = desk.case_grant::<WriteCase>(&mut work, id).await?;
    work.keep_contact(&grant, former.map(|id| (id, sent.version())), contact).await?;
    Ok(work.commit().await?)
}

/// `POST …/contacts`.
pub async fn add(desk: Desk, Path(id): Path<Uuid>, sent: Sent) -> Response {
    let done = keep(&desk, id, None, &sent).await;
    answered(&desk, id, ("contacts", "contact-new"), &sent, done, |failed| show(&desk, id, failed, false))
        .await
}

/// `POST …/contacts/{contact}`.
pub async fn change(desk: Desk, Path((id, contact)): Path<(Uuid, Uuid)>, sent: Sent) -> Response {
    let done = keep(&desk, id, Some(contact), &sent).await;
    let form = format!("contact-{contact}");
    answered(&desk, id, ("contacts", &form), &sent, done, |failed| show(&desk, id, failed, false)).await
}

/// `POST …/contacts/{contact}/remove`.
pub async fn remove(desk: Desk, Path((id, contact)): Path<(Uuid, Uuid)>, sent: Sent) -> Response {
    let done = drop_contact(&desk, id, contact).await;
    answered(&desk, id, ("contacts", ""), &sent, done, |failed| show(&desk, id, failed, false)).await
}

async fn drop_contact(desk: &Desk, id: Uuid, contact: Uuid) -> Result<(), Fault> {
    let mut work = desk.begin().await?;
    let grant = desk.case_grant::<WriteCase>(&mut work, id).await?;
    work.drop_contact(&grant, contact).await?;
    Ok(work.commit().await?)
}
