//! What waits in all files: calls that are owed, steps that are late or unanswered, outcomes nobody wrote down, rights that end.

use super::frame;
use crate::addresses::care::CarePage;
use crate::addresses::cell::CellPage;
use crate::pages::desk::frame::Work;
use crate::pages::desk::trouble::Trouble;
use crate::pages::desk::{Colleagues, Desk};
use crate::pages::render;
use crate::pages::shell::{Link, Shell};
use ariane_domain::access::grant::ListCases;
use ariane_domain::cell::open_end::OpenEnd;
use ariane_store::records::care::open_ends::Open;
use askama::Template;
use axum::extract::Query as Parameters;
use axum::http::StatusCode;
use axum::response::Response;
use serde::Deserialize;

/// Which.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct Asked {
    who: String,
    training: String,
}

/// Something that waits, ready to read.
pub struct Row {
    /// The file.
    pub link: Link,
    /// Whom it is about.
    pub name: String,
    /// What it is.
    pub text: String,
    /// Who does it.
    pub owner: String,
    /// Its day, for machines and in words.
    pub day: (String, String),
    /// How it stands to today.
    pub late: String,
}

/// One kind with what waits.
pub struct Group {
    /// Its word, for the id of its heading.
    pub word: &'static str,
    /// Name.
    pub name: String,
    /// What to do about it.
    pub hint: String,
    /// What waits.
    pub rows: Vec<Row>,
}

#[derive(Template)]
#[template(path = "care/waiting.html")]
struct WaitingPage {
    shell: Shell,
    work: Work,
    groups: Vec<Group>,
    is_training: bool,
    is_mine: bool,
    board: String,
    others: Vec<Link>,
}

impl Desk {
    /// An agreement that ends: to what, and towards whom where it names one.
    fn agreement_words(&self, text: &str) -> String {
        let t = self.visit.t;
        let (purpose, recipient) = text.split_once(' ').unwrap_or((text, ""));
        let purpose = t.k("purpose", purpose);
        match recipient {
            "" => purpose,
            name => t.ww("desk-event-detail", ("what", &purpose), ("detail", name)),
        }
    }

    fn open_row(&self, one: &Open, colleagues: &Colleagues) -> Row {
        let t = self.visit.t;
        let anchor = match one.end {
            OpenEnd::NotAgreed => "/coordination",
            OpenEnd::OutcomeMissing | OpenEnd::Renewal => "/plan",
            OpenEnd::CallDue => "#calls",
            OpenEnd::AdviceMissing => "/exchanges",
            OpenEnd::PanelLate => "/panel",
            OpenEnd::Agreement => "/consents",
            OpenEnd::CameOfAge => "#contact",
            OpenEnd::RecordClosure | OpenEnd::RecordUnanswered => "/hospital",
            OpenEnd::StepLate | OpenEnd::StepUnanswered => "#steps",
        };
        let number = t.w("cell-case-title", "number", &one.number.to_string());
        Row {
            link: Link::new(number, format!("{}{anchor}", self.case_at(one.file))),
            name: if one.name.is_empty() { t.s("desk-name-unknown") } else { one.name.clone() },
            text: match one.end {
                OpenEnd::PanelLate => self.panel_wait(&one.text),
                OpenEnd::NotAgreed if one.text.is_empty() => t.s("coordination-nobody-asked"),
                OpenEnd::NotAgreed => t.k("consent-standing", &one.text),
                OpenEnd::Agreement => self.agreement_words(&one.text),
                _ => one.text.clone(),
            },
            owner: one.owner.map(|id| colleagues.name(id)).unwrap_or_default(),
            day: (one.day.to_string(), t.date(one.day)),
            late: self.lateness(one.day),
        }
    }
}

/// `GET /{lang}/cellule/suites?who=mine`.
pub async fn get(desk: Desk, Parameters(asked): Parameters<Asked>) -> Response {
    let result = page(&desk, &asked).await;
    desk.settle(result)
}

async fn page(desk: &Desk, asked: &Asked) -> Result<Response, Trouble> {
    let t = desk.visit.t;
    let colleagues = desk.colleagues().await?;
    let (is_mine, is_training) = (asked.who == "mine", asked.training == "1");
    let mut work = desk.begin().await?;
    let grant = desk.grant_all::<ListCases>(&work, "board")?;
    let open = work.open_ends(&grant, is_training, desk.today()).await?;
    work.commit().await?;
    let account = desk.account();
    let is_shown = |one: &&Open| !is_mine || one.owner.is_none_or(|owner| owner == account);
    let groups = OpenEnd::ALL.into_iter().map(|end| Group {
        word: end.word(),
        name: t.k("open-end", end.word()),
        hint: t.k("open-end-hint", end.word()),
        rows: open
            .iter()
            .filter(|one| one.end == end)
            .filter(is_shown)
            .map(|one| desk.open_row(one, &colleagues))
            .collect(),
    });
    let at = CarePage::Waiting.path(desk.visit.language);
    let to = |who: &str, training: bool| {
        let mut query = Vec::new();
        if !who.is_empty() {
            query.push(format!("who={who}"));
        }
        if training {
            query.push("training=1".to_owned());
        }
        if query.is_empty() { at.clone() } else { format!("{at}?{}", query.join("&")) }
    };
    let who = if is_mine { "mine" } else { "" };
    let others = vec![
        match is_mine {
            true => Link::new(t.s("care-waiting-all"), to("", is_training)),
            false => Link::new(t.s("care-waiting-mine"), to("mine", is_training)),
        },
        match is_training {
            true => Link::new(t.s("cell-to-real"), to(who, false)),
            false => Link::new(t.s("cell-to-training"), to(who, true)),
        },
    ];
    let page = WaitingPage {
        shell: frame::beside(desk, CarePage::Waiting, "", t.s("care-waiting")),
        work: frame::work(desk, CarePage::Waiting),
        groups: groups.filter(|group| !group.rows.is_empty()).collect(),
        is_training,
        is_mine,
        board: CellPage::Board.path(desk.visit.language),
        others,
    };
    Ok(render(StatusCode::OK, &page))
}
