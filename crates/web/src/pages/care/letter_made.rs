//! A letter as it was written: a page that prints, and a PDF in the language of its reader, with author and date (duty D12).

use super::frame::{self, Head};
use crate::addresses::cell::CellPage;
use crate::pages::desk::Desk;
use crate::pages::desk::frame::Work;
use crate::pages::desk::trouble::Trouble;
use crate::pages::shell::Shell;
use crate::pages::{paper, render};
use crate::text::Text;
use ariane_documents::{Contact, Entry, Section, Sheet};
use ariane_domain::Language;
use ariane_domain::access::grant::ReadCase;
use ariane_store::records::care::letters::{LetterOutline, LetterText};
use askama::Template;
use axum::extract::Path;
use axum::http::StatusCode;
use axum::response::Response;
use uuid::Uuid;

#[derive(Template)]
#[template(path = "care/letter.html")]
struct LetterPage {
    shell: Shell,
    work: Work,
    head: Head,
    pdf: String,
    letters: String,
    language: &'static str,
    letter: LetterText,
    day: String,
    agreed: String,
    lead: String,
}

async fn open(desk: &Desk, id: Uuid, letter: Uuid) -> Result<(LetterOutline, LetterText), Trouble> {
    let mut work = desk.begin().await?;
    let grant = desk.case_grant::<ReadCase>(&mut work, id).await?;
    let read = work.read_letter(&grant, letter).await?;
    work.commit().await?;
    Ok(read)
}

fn language_of(outline: &LetterOutline) -> Language {
    outline.language.parse().unwrap_or(Language::Fr)
}

/// `GET …/letters/{letter}`.
pub async fn page(desk: Desk, Path((id, letter)): Path<(Uuid, Uuid)>) -> Response {
    let result = shown(&desk, id, letter).await;
    desk.settle(result)
}

async fn shown(desk: &Desk, id: Uuid, one: Uuid) -> Result<Response, Trouble> {
    let t = desk.visit.t;
    let (outline, letter) = open(desk, id, one).await?;
    let case = desk.load_case(id).await?.case;
    let language = language_of(&outline);
    let lt = Text::new(language);
    let title = t.w("care-letter-title", "to", &t.k("audience", outline.audience.word()));
    let page = LetterPage {
        shell: frame::of_file(desk, &case, &format!("letters/{one}"), title),
        work: crate::pages::cell::frame::work(desk, CellPage::Case),
        head: Head::new(desk, &case, false, Vec::new()),
        pdf: format!("{}/letters/{one}/pdf", desk.case_at(id)),
        letters: format!("{}/letters", desk.case_at(id)),
        language: language.code(),
        day: lt.date(desk.infoline.office.day(outline.at)),
        agreed: lt.s("care-letter-agreed"),
        lead: lt.s("care-letter-agreed-lead"),
        letter,
    };
    Ok(render(StatusCode::OK, &page))
}

/// `GET …/letters/{letter}/pdf`.
pub async fn pdf(desk: Desk, Path((id, letter)): Path<(Uuid, Uuid)>) -> Response {
    let result = written(&desk, id, letter).await;
    desk.settle(result)
}

async fn written(desk: &Desk, id: Uuid, one: Uuid) -> Result<Response, Trouble> {
    let (outline, letter) = open(desk, id, one).await?;
    let day = desk.infoline.office.day(outline.at);
    let language = language_of(&outline);
    let sheet = sheet(&letter, language, &Text::new(language).date(day));
    Ok(paper::handed_out(sheet, &Text::new(language).s("letter-file"), day).await?)
}

/// Words of several lines, each its own paragraph.
pub fn paragraphs(text: &str) -> impl Iterator<Item = Section> + '_ {
    let parts = text.split('\n').map(str::trim).filter(|part| !part.is_empty());
    parts.map(|lead| Section { lead: lead.to_owned(), ..Section::default() })
}

fn sheet(letter: &LetterText, language: Language, day: &str) -> Sheet {
    let t = Text::new(language);
    let entries = letter.lines.iter().map(|line| Entry {
        title: line.what.clone(),
        contacts: [("care-letter-who", &line.by), ("care-letter-when", &line.when)]
            .into_iter()
            .filter(|(_, text)| !text.is_empty())
            .map(|(key, text)| Contact { label: t.s(key), text: text.clone(), link: None })
            .collect(),
        ..Entry::default()
    });
    let mut sections: Vec<Section> = paragraphs(&letter.opening).collect();
    if !letter.lines.is_empty() {
        sections.push(Section {
            heading: t.s("care-letter-agreed"),
            lead: t.s("care-letter-agreed-lead"),
            entries: entries.collect(),
        });
    }
    sections.extend(paragraphs(&letter.closing));
    sections.extend(paragraphs(&letter.signed));
    let to = if letter.to.is_empty() { String::new() } else { t.w("letter-to", "name", &letter.to) };
    Sheet {
        language: language.code(),
        title: letter.subject.clone(),
        meta: vec![letter.sender.clone(), to, day.to_owned()],
        sections,
        // On every page: a sheet that lies alone says by whom it is and of when.
        footer: format!("{} · {day}", letter.signed),
        ..Sheet::default()
    }
}
