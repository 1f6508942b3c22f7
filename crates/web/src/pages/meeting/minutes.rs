//! The minutes on paper: a page that prints, and a PDF. Until both signed they say that they are a draft.

use super::live::{self, Opened, Said};
use super::view::ItemView;
use super::{Fault, at, shell};
use crate::pages::desk::Desk;
use crate::pages::desk::frame::Work;
use crate::pages::desk::trouble::Trouble;
use crate::pages::shell::Shell;
use crate::pages::{paper, render};
use ariane_documents::{Contact, Entry, Section, Sheet};
use askama::Template;
use axum::extract::Path;
use axum::http::StatusCode;
use axum::response::Response;
use uuid::Uuid;

/// The minutes in words.
struct Minutes {
    title: String,
    /// Said while not both signed; empty then.
    draft: String,
    present: Vec<String>,
    items: Vec<ItemView>,
    signatures: Vec<String>,
    addenda: Vec<(String, String)>,
}

#[derive(Template)]
#[template(path = "meeting/minutes.html")]
struct MinutesPage {
    shell: Shell,
    work: Work,
    at: String,
    minutes: Minutes,
}

async fn open(desk: &Desk, id: Uuid) -> Result<(Minutes, chrono::NaiveDate), Fault> {
    let Opened { meeting, items, people, colleagues, .. } = live::open(desk, id, false).await?;
    if !meeting.meeting.state.has_minutes() {
        return Err(Fault::Rule("no-minutes"));
    }
    let t = desk.visit.t;
    let moment = desk.moment(meeting.meeting.starts_at);
    let is_signed = meeting.meeting.minutes.joint_since().is_some();
    let key = if meeting.reality.counts() { "meeting-minutes-title" } else { "meeting-minutes-training" };
    let minutes = Minutes {
        title: t.w(key, "moment", &moment),
        draft: if is_signed { String::new() } else { t.s("meeting-draft") },
        present: people.iter().filter(|one| one.is_counted).map(|one| colleagues.name(one.account)).collect(),
        items,
        signatures: live::signatures(desk, &meeting, &colleagues),
        addenda: live::addenda(desk, &meeting, &colleagues),
    };
    Ok((minutes, desk.infoline.office.day(meeting.meeting.starts_at)))
}

/// Where there are no minutes yet, the meeting's page says so.
async fn told(desk: &Desk, id: Uuid, result: Result<Response, Fault>) -> Response {
    paper::told(desk, result, |fault| live::show(desk, id, Said { fault, ..Said::default() })).await
}

/// `GET …/minutes`.
pub async fn page(desk: Desk, Path(id): Path<Uuid>) -> Response {
    let result = shown(&desk, id).await;
    told(&desk, id, result).await
}

async fn shown(desk: &Desk, id: Uuid) -> Result<Response, Fault> {
    let (minutes, _) = open(desk, id).await?;
    let page = MinutesPage {
        shell: shell(desk, &format!("{id}/minutes"), minutes.title.clone()),
        work: super::frame(desk),
        at: at(desk, id),
        minutes,
    };
    Ok(render(StatusCode::OK, &page))
}

/// `GET …/minutes.pdf`.
pub async fn pdf(desk: Desk, Path(id): Path<Uuid>) -> Response {
    let result = written(&desk, id).await;
    told(&desk, id, result).await
}

async fn written(desk: &Desk, id: Uuid) -> Result<Response, Fault> {
    let (minutes, day) = open(desk, id).await?;
    let what = desk.visit.t.s("meeting-file");
    paper::handed_out(minutes.sheet(desk), &what, day).await.map_err(|error| Trouble::from(error).into())
}

impl Minutes {
    fn sheet(&self, desk: &Desk) -> Sheet {
        let t = desk.visit.t;
        let entry = |item: &ItemView| Entry {
            title: item.heading.clone(),
            kind: [item.origin.as_str(), &item.reasons, &item.carried]
                .into_iter()
                .filter(|part| !part.is_empty())
                .collect::<Vec<_>>()
                .join(" · "),
            lines: std::iter::once(item.state.clone())
                .chain(item.text.lines().map(str::to_owned))
                .chain(Some(item.dissent.clone()))
                .chain(item.dissent_words.iter().cloned())
                .filter(|line| !line.trim().is_empty())
                .collect(),
            contacts: item
                .steps
                .iter()
                .map(|step| Contact {
                    label: t.w("meeting-step-of", "track", &step.track),
                    text: format!("{} · {} · {}", step.text, step.owner, step.due),
                    link: None,
                })
                .collect(),
            ..Entry::default()
        };
        let mut sections = vec![
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
                heading: t.s("meeting-items"),
                lead: if self.items.is_empty() { t.s("meeting-no-items") } else { String::new() },
                entries: self.items.iter().map(entry).collect(),
            },
            Section {
                heading: t.s("meeting-signatures"),
                lead: self.draft.clone(),
                entries: paper::lines(self.signatures.clone()),
            },
        ];
        if !self.addenda.is_empty() {
            let entries = self.addenda.iter().map(|(heading, text)| Entry {
                title: heading.clone(),
                lines: text.lines().map(str::to_owned).collect(),
                ..Entry::default()
            });
            sections.push(Section {
                heading: t.s("meeting-addenda"),
                lead: String::new(),
                entries: entries.collect(),
            });
        }
        Sheet {
            language: desk.visit.language.code(),
            title: self.title.clone(),
            subtitle: self.draft.clone(),
            sections,
            footer: paper::footer(&[&self.title, &self.draft, &t.s("meeting-confidential")]),
            ..Sheet::default()
        }
    }
}
