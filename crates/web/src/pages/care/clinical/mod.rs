//! The clinical summary of a file (duties D48, D50): one page to read and to print; entries written by clinicians, each with a form
//! of its own, or proposed by a file or a text.
//!
//! * [`words`]: entries in words; [`family`]: relatives, drawn; [`fields`]: the form of an entry;
//! * [`proposals`]: what a phenopacket, FHIR or a text proposes.

mod family;
pub mod fields;
pub mod proposals;
pub mod words;

use super::frame::{self, Head, answered};
use super::plan::Before;
use crate::addresses::cell::CellPage;
use crate::pages::cell::fault::{Failed, Fault, not_there};
use crate::pages::desk::frame::Work;
use crate::pages::desk::trouble::Trouble;
use crate::pages::desk::{Desk, Sent};
use crate::pages::render;
use crate::pages::shell::Shell;
use crate::pictures::Picture;
use ariane_domain::access::grant::WriteCase;
use ariane_domain::cell::Acting;
use ariane_domain::clinical::EntryKind;
use ariane_domain::clinical::entry::{Kept, may_write};
use ariane_store::records::care::clinical::KeptEntry;
use ariane_store::records::cell::read::Case;
use askama::Template;
use axum::extract::{Path, Query as Parameters};
use axum::response::Response;
use fields::{Field, entry_of, fields_of};
use uuid::Uuid;
use words::EntryWords;

/// An entry with its form.
pub struct EntryView {
    /// Id of the form.
    pub form: String,
    /// Where it is sent.
    pub action: String,
    /// Version.
    pub version: i32,
    /// In words.
    pub words: EntryWords,
    /// Who wrote it, when.
    pub written: String,
    /// What it said before: who and when, in words.
    pub earlier: Vec<(String, EntryWords)>,
    /// Its form; empty for who does not write.
    pub fields: Vec<Field>,
    /// What is wrong.
    pub error: String,
    /// Whether its form is shown opened.
    pub is_open: bool,
}

/// The entries of a kind.
pub struct Part {
    /// Kind.
    pub kind: &'static str,
    /// Heading.
    pub heading: String,
    /// What is said where there are none.
    pub none: String,
    /// Entries.
    pub entries: Vec<EntryView>,
    /// The family, drawn.
    pub picture: Option<Picture>,
    /// The form for another; empty where one is not typed, or for who does not write.
    pub fresh: Vec<Field>,
    /// Label of that form.
    pub add: String,
    /// Id of that form.
    pub form: String,
    /// What is wrong with it.
    pub error: String,
    /// Whether it is shown opened.
    pub is_open: bool,
}

#[derive(Template)]
#[template(path = "care/clinical.html")]
struct ClinicalPage {
    shell: Shell,
    work: Work,
    head: Head,
    facts: Vec<(String, String)>,
    parts: Vec<Part>,
    may_write: bool,
    typed: String,
    read_error: String,
}

impl Desk {
    fn entry_view(
        &self,
        id: Uuid,
        one: &KeptEntry,
        (written, earlier): (String, Vec<(String, EntryWords)>),
        all: &[Kept],
        failed: &Failed,
        may: bool,
    ) -> EntryView {
        let form = format!("entry-{}", one.kept.id);
        EntryView {
            action: format!("{}/clinical/{}", self.case_at(id), one.kept.id),
            version: one.version,
            words: self.entry_words(&one.kept.entry, all),
            written,
            earlier,
            fields: match may {
                true => fields_of(self, (one.kept.entry.kind(), Some(&one.kept.entry)), all, (&form, failed)),
                false => Vec::new(),
            },
            error: failed.error(&form),
            is_open: failed.is(&form),
            form,
        }
    }

    fn clinical_part(
        &self,
        case: &Case,
        kind: EntryKind,
        views: Vec<EntryView>,
        failed: &Failed,
        may: bool,
    ) -> Part {
        let t = self.visit.t;
        let all: Vec<Kept> = case.care.clinical.iter().map(|one| one.kept.clone()).collect();
        let form = format!("new-{}", kind.word());
        Part {
            kind: kind.word(),
            heading: t.k("clinical-block", kind.word()),
            none: t.k("clinical-none", kind.word()),
            entries: views,
            picture: match kind {
                EntryKind::Relative => family::drawn(&self.visit, &all, case.care.are_parents_related),
                _ => None,
            },
            fresh: if may { fields_of(self, (kind, None), &all, (&form, failed)) } else { Vec::new() },
            add: t.k("clinical-add", kind.word()),
            error: failed.error(&form),
            is_open: failed.is(&form),
            form,
        }
    }
}

/// `GET …/clinical`.
pub async fn get(desk: Desk, Path(id): Path<Uuid>, Parameters(before): Parameters<Before>) -> Response {
    let result = show(&desk, id, Failed::default(), before.is_done()).await;
    desk.settle(result)
}

async fn show(desk: &Desk, id: Uuid, failed: Failed, done: bool) -> Result<Response, Trouble> {
    let t = desk.visit.t;
    let loaded = desk.load_case(id).await?;
    let case = &loaded.case;
    let may = may_write(&Acting::of_roles(&desk.signed.account.roles)).is_ok();
    let all: Vec<Kept> = case.care.clinical.iter().map(|one| one.kept.clone()).collect();
    let part = |kind: EntryKind| {
        let views = case.care.clinical.iter().filter(|one| one.kept.entry.kind() == kind).map(|one| {
            let by = |author, at| {
                let (name, moment) = (loaded.colleagues.name(author), desk.moment(at));
                t.ww("care-written-by", ("name", &name), ("moment", &moment))
            };
            let earlier = one
                .earlier
                .iter()
                .map(|was| (by(was.author, was.at), desk.entry_words(&was.entry, &all)))
                .collect();
            let written = (by(one.author, one.changed_at), earlier);
            desk.entry_view(id, one, written, &all, &failed, may)
        });
        desk.clinical_part(case, kind, views.collect(), &failed, may)
    };
    let born = case.person.identity.birth_date.map(|day| {
        let years = desk.today().years_since(day).unwrap_or_default();
        t.ww("cell-born", ("day", &t.date(day)), ("years", &t.years(f64::from(years))))
    });
    let facts = [
        ("desk-birth", born.unwrap_or_default()),
        ("cell-disorder", desk.disorder_of(&case.head.disorder).0),
        ("cell-doctor", case.head.treating_doctor.clone()),
        ("cell-question", case.head.question.clone()),
    ];
    let page = ClinicalPage {
        shell: frame::of_file(desk, case, "clinical", t.s("clinical-title")),
        work: crate::pages::cell::frame::work(desk, CellPage::Case),
        head: Head::new(desk, case, done, failed.all()),
        facts: facts
            .into_iter()
            .filter(|(_, text)| !text.is_empty())
            .map(|(key, text)| (t.s(key), text))
            .collect(),
        parts: EntryKind::ALL.into_iter().map(part).collect(),
        may_write: may,
        typed: failed.text("clinical-read", "words"),
        read_error: failed.error("clinical-read"),
    };
    Ok(render(failed.status(), &page))
}

/// `POST …/clinical`: another entry.
pub async fn add(desk: Desk, Path(id): Path<Uuid>, sent: Sent) -> Response {
    let done = write_down(&desk, id, &sent).await;
    let form = format!("new-{}", EntryKind::from_word(sent.get("kind")).map_or("", EntryKind::word));
    answered(&desk, id, ("clinical", &form), &sent, done, |failed| show(&desk, id, failed, false)).await
}

async fn write_down(desk: &Desk, id: Uuid, sent: &Sent) -> Result<(), Fault> {
    let kind = EntryKind::from_word(sent.get("kind")).ok_or_else(not_there)?;
    let entry = entry_of(kind, sent, None)?;
    let mut work = desk.begin().await?;
    let grant = desk.case_grant::<WriteCase>(&mut work, id).await?;
    work.add_entries(&grant, vec![entry]).await?;
    Ok(work.commit().await?)
}

/// `POST …/clinical/{entry}`: corrected.
pub async fn change(desk: Desk, Path((id, entry)): Path<(Uuid, Uuid)>, sent: Sent) -> Response {
    let done = correct(&desk, id, entry, &sent).await;
    let form = format!("entry-{entry}");
    answered(&desk, id, ("clinical", &form), &sent, done, |failed| show(&desk, id, failed, false)).await
}

async fn correct(desk: &Desk, id: Uuid, entry: Uuid, sent: &Sent) -> Result<(), Fault> {
    let case = desk.load_case(id).await?.case;
    let found = case.care.clinical.iter().find(|one| one.kept.id == entry).ok_or_else(not_there)?;
    let corrected = entry_of(found.kept.entry.kind(), sent, Some(&found.kept.entry))?;
    let mut work = desk.begin().await?;
    let grant = desk.case_grant::<WriteCase>(&mut work, id).await?;
    work.change_entry(&grant, entry, sent.version(), corrected).await?;
    Ok(work.commit().await?)
}

/// `POST …/clinical/{entry}/remove`: taken away, with a reason.
pub async fn remove(desk: Desk, Path((id, entry)): Path<(Uuid, Uuid)>, sent: Sent) -> Response {
    let done = take_away(&desk, id, entry, &sent).await;
    let form = format!("entry-{entry}");
    answered(&desk, id, ("clinical", &form), &sent, done, |failed| show(&desk, id, failed, false)).await
}

async fn take_away(desk: &Desk, id: Uuid, entry: Uuid, sent: &Sent) -> Result<(), Fault> {
    let mut work = desk.begin().await?;
    let grant = desk.case_grant::<WriteCase>(&mut work, id).await?;
    work.remove_entry(&grant, entry, &sent.line("why")).await?;
    Ok(work.commit().await?)
}
