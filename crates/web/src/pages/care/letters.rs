//! The letters of a file, and what was told: the page from which a letter is begun.

use super::frame::{self, Head};
use super::plan::Before;
use crate::addresses::cell::CellPage;
use crate::pages::cell::fault::Failed;
use crate::pages::desk::Desk;
use crate::pages::desk::frame::Work;
use crate::pages::desk::trouble::Trouble;
use crate::pages::render;
use crate::pages::shell::{Link, Shell};
use crate::pages::start::Choice;
use ariane_domain::cell::Track;
use ariane_domain::cell::letter::handing;
use ariane_domain::cell::told::{Audience, Delicate, Told};
use ariane_store::records::care::told::ToldNote;
use askama::Template;
use axum::extract::{Path, Query as Parameters};
use axum::response::Response;
use uuid::Uuid;

/// A reader to whom a letter may be begun, or why not.
pub struct Reader {
    /// The link; without an address where no letter is written.
    pub link: Link,
    /// How it reaches them, or why it is not written.
    pub note: String,
}

/// The form of what was told.
pub struct ToldForm {
    /// What.
    pub kinds: Vec<Choice>,
    /// Explained, prefers not to know, taken back.
    pub ways: Vec<Choice>,
    /// Day.
    pub day: String,
    /// Words.
    pub text: String,
    /// What is wrong.
    pub error: String,
    /// Whether it is shown opened.
    pub is_open: bool,
}

#[derive(Template)]
#[template(path = "care/letters.html")]
struct LettersPage {
    shell: Shell,
    work: Work,
    head: Head,
    readers: Vec<Reader>,
    letters: Vec<(Link, String)>,
    told: Vec<(String, String)>,
    may_tell: bool,
    form: ToldForm,
}

/// Words of what a clinician may record.
const WAYS: [&str; 3] = ["explained", "prefers-not", "not-yet"];

impl Desk {
    fn told_words(&self, note: &ToldNote, name: &str) -> String {
        let t = self.visit.t;
        let office = &self.infoline.office;
        let what = match note.told {
            Told::NotYet => t.k("care-told", WAYS[2]),
            Told::Explained { at, .. } => t.w("care-told-explained-on", "day", &t.date(office.day(at))),
            Told::PrefersNotToKnow { at, .. } => t.w("care-told-prefers-on", "day", &t.date(office.day(at))),
        };
        let kind = t.k("delicate", note.kind.word());
        format!("{} · {name}", t.ww("desk-event-detail", ("what", &kind), ("detail", &what)))
    }
}

/// `GET …/letters`.
pub async fn get(desk: Desk, Path(id): Path<Uuid>, Parameters(before): Parameters<Before>) -> Response {
    let result = show(&desk, id, &Failed::default(), before.is_done()).await;
    desk.settle(result)
}

/// The page, with the form that was not taken.
pub async fn show(desk: &Desk, id: Uuid, failed: &Failed, done: bool) -> Result<Response, Trouble> {
    let t = desk.visit.t;
    let loaded = desk.load_case(id).await?;
    let (case, colleagues) = (&loaded.case, &loaded.colleagues);
    let (at, contact) = (desk.case_at(id), &case.person.identity.contact);
    let has_died = case.person.died_on.is_some();
    // Those who help in daily life stand below, each by name.
    let readers = [Audience::Person, Audience::Parent, Audience::Gp].map(|audience| {
        let name = t.k("audience", audience.word());
        match handing(audience, contact, has_died) {
            Ok(handing) => Reader {
                link: Link::new(name, format!("{at}/letters/new/{}", audience.word())),
                note: t.k("care-handing", super::letter_form::handing_word(handing)),
            },
            Err(fault) => Reader {
                link: Link::new(name, String::new()),
                note: t.k("cell-rule", super::letter_form::fault_word(fault)),
            },
        }
    });
    let new = format!("{at}/letters/new/{}", Audience::Support.word());
    let note = t.k("audience", Audience::Support.word());
    let support = super::letter_form::supporters(case).into_iter().map(|(id, name)| Reader {
        link: Link::new(name, format!("{new}?contact={id}")),
        note: note.clone(),
    });
    let support: Vec<Reader> = if has_died { Vec::new() } else { support.collect() };
    let letters = case.care.letters.iter().map(|one| {
        let language = desk.tongue(&one.language);
        let (name, moment) = (colleagues.name(one.author), desk.moment(one.at));
        let by = t.ww("care-written-by", ("name", &name), ("moment", &moment));
        let title = t.k("audience", one.audience.word());
        (Link::new(title, format!("{at}/letters/{}", one.id)), format!("{language} · {by}"))
    });
    let told = case
        .care
        .told
        .iter()
        .rev()
        .map(|note| (desk.told_words(note, &colleagues.name(note.author)), note.text.clone()));
    let page = LettersPage {
        shell: frame::of_file(desk, case, "letters", t.s("care-letters")),
        work: crate::pages::cell::frame::work(desk, CellPage::Case),
        head: Head::new(desk, case, done, failed.all()),
        readers: readers.into_iter().chain(support).collect(),
        letters: letters.collect(),
        told: told.collect(),
        may_tell: desk.own_tracks().contains(&Track::Medical),
        form: ToldForm {
            kinds: desk.choices(
                &Delicate::ALL.map(Delicate::word),
                "delicate",
                &failed.text("told-new", "kind"),
            ),
            ways: desk.choices(&WAYS, "care-told", &failed.text("told-new", "told")),
            day: failed.text("told-new", "day"),
            text: failed.text("told-new", "text"),
            error: failed.error("told-new"),
            is_open: failed.is("told-new"),
        },
    };
    Ok(render(failed.status(), &page))
}
