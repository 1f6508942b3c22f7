//! The register of guidelines: which are in force, which are drafts, which have passed their review; and the form of a new one.

use super::frame;
use crate::addresses::care::CarePage;
use crate::pages::cell::fault::{Failed, Fault};
use crate::pages::desk::fields::Filled;
use crate::pages::desk::frame::Work;
use crate::pages::desk::trouble::Trouble;
use crate::pages::desk::{Desk, Sent};
use crate::pages::entry::is_web_address;
use crate::pages::render;
use crate::pages::shell::{Link, Shell};
use crate::pages::start::Choice;
use ariane_domain::access::grant::ManageGuidelines;
use ariane_domain::cell::guideline::GuidelineState;
use ariane_domain::{Language, OrphaCode};
use ariane_knowledge::fold;
use ariane_store::records::care::guidelines::{Guideline, GuidelineText, NewGuideline};
use askama::Template;
use axum::extract::Query as Parameters;
use axum::response::{IntoResponse, Redirect, Response};
use serde::Deserialize;

/// A guideline in the list.
pub struct Row {
    /// Title and page.
    pub link: Link,
    /// Of which disorder or group.
    pub disorder: String,
    /// Language of its text.
    pub language: String,
    /// Where it stands.
    pub state: String,
    /// By when it is to be reviewed, for machines and in words.
    pub review: (String, String),
    /// Said when its review has passed.
    pub late: String,
}

/// The words of a version as a form.
pub struct TextForm {
    /// Authors, one a line.
    pub authors: String,
    /// Text.
    pub body: String,
    /// Address of the document.
    pub url: String,
}

#[derive(Template)]
#[template(path = "care/guidelines.html")]
struct GuidelinesPage {
    shell: Shell,
    work: Work,
    at: String,
    errors: Vec<(String, String)>,
    /// What was sought; empty for all.
    sought: String,
    has_any: bool,
    rows: Vec<Row>,
    title: String,
    disorder: String,
    code: String,
    language: String,
    languages: Vec<Choice>,
    text: TextForm,
    error: String,
    is_open: bool,
}

/// The words that a form sends; none where the address is no address of a page.
pub fn text_sent(sent: &Sent) -> Result<GuidelineText, Fault> {
    let url = sent.line("url");
    if !url.is_empty() && !is_web_address(&url) {
        return Err(Fault::Rule("no-address"));
    }
    let authors = sent.text("authors");
    let authors = authors.lines().map(str::trim).filter(|line| !line.is_empty());
    Ok(GuidelineText { authors: authors.map(str::to_owned).collect(), body: sent.text("body"), url })
}

impl Desk {
    /// The name of a disorder or group by its code.
    pub fn disorder_coded(&self, code: u32) -> String {
        self.disorder_of(&OrphaCode(code).to_string()).0
    }

    /// Where a guideline stands today, in words.
    pub fn guideline_stand(&self, one: &Guideline) -> (String, String) {
        let t = self.visit.t;
        let today = self.today();
        let state = one.latest().map(|latest| latest.rules.state);
        if let Some(shown) = one.in_force(today) {
            let words = t.w("care-guideline-in-force", "number", &shown.rules.number.to_string());
            let draft = t.s("care-guideline-and-draft");
            let has_draft = state == Some(GuidelineState::Draft);
            return (if has_draft { format!("{words} · {draft}") } else { words }, String::new());
        }
        let late = one.versions.iter().any(|version| {
            version.rules.state == GuidelineState::Valid
                && version.rules.review_by.is_some_and(|review| review < today)
        });
        let state = state.map(|state| t.k("guideline-state", state.word())).unwrap_or_default();
        (state, if late { t.s("care-guideline-late") } else { String::new() })
    }

    fn guideline_row(&self, one: &Guideline) -> Row {
        let t = self.visit.t;
        let (state, late) = self.guideline_stand(one);
        let review = one.versions.iter().find_map(|version| version.rules.review_by);
        let at = CarePage::Guidelines.path_to(self.visit.language, &one.id.to_string());
        Row {
            link: Link::new(one.title.clone(), at),
            disorder: self.disorder_coded(one.code),
            language: self.tongue(&one.language),
            state,
            review: review.map(|day| (day.to_string(), t.date(day))).unwrap_or_default(),
            late,
        }
    }
}

/// What an address asks for.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct Asked {
    sought: String,
}

/// Whether all words that were typed, or their beginnings, stand in title, disorder or authors; accents and case do not matter.
fn holds(one: &Guideline, disorder: &str, sought: &str) -> bool {
    let authors = one.versions.iter().flat_map(|version| &version.rules.authors);
    let texts = [one.title.as_str(), disorder].into_iter().chain(authors.map(String::as_str));
    let known: Vec<String> = texts.flat_map(fold::words).collect();
    fold::words(sought).iter().all(|word| known.iter().any(|known| known.starts_with(word.as_str())))
}

/// `GET /{lang}/cellule/recommandations?sought=…`.
pub async fn get(desk: Desk, Parameters(asked): Parameters<Asked>) -> Response {
    let sent = Sent(vec![("sought".to_owned(), asked.sought)]);
    let result = show(&desk, &Failed::default(), &sent).await;
    desk.settle(result)
}

async fn show(desk: &Desk, failed: &Failed, sent: &Sent) -> Result<Response, Trouble> {
    let t = desk.visit.t;
    let work = desk.begin().await?;
    let grant = desk.grant_all::<ManageGuidelines>(&work, "guideline")?;
    let all = work.guidelines(&grant).await?;
    work.commit().await?;
    let sought = sent.line("sought");
    let chosen = match sent.get("language") {
        "" => desk.visit.language.code(),
        typed => typed,
    };
    let page = GuidelinesPage {
        shell: frame::beside(desk, CarePage::Guidelines, "", t.s("care-guidelines")),
        work: frame::work(desk, CarePage::Guidelines),
        at: CarePage::Guidelines.path(desk.visit.language),
        errors: failed.all(),
        has_any: !all.is_empty(),
        rows: all
            .iter()
            .filter(|one| holds(one, &desk.disorder_coded(one.code), &sought))
            .map(|one| desk.guideline_row(one))
            .collect(),
        sought,
        title: sent.line("title"),
        disorder: sent.line("disorder-text"),
        code: sent.line("code"),
        language: desk.visit.language.code().to_owned(),
        languages: Language::ALL
            .map(|one| Choice {
                value: one.code().to_owned(),
                text: one.endonym().to_owned(),
                chosen: one.code() == chosen,
            })
            .into(),
        text: TextForm { authors: sent.text("authors"), body: sent.text("body"), url: sent.line("url") },
        error: failed.error("guideline-new"),
        is_open: failed.is("guideline-new"),
    };
    Ok(render(failed.status(), &page))
}

/// `POST /{lang}/cellule/recommandations`: a new one, as a draft.
pub async fn post(desk: Desk, sent: Sent) -> Response {
    let result = match begin(&desk, &sent).await {
        Ok(id) => {
            let at = CarePage::Guidelines.path_to(desk.visit.language, &id.to_string());
            Ok(Redirect::to(&at).into_response())
        }
        Err(Fault::Rule(word)) => show(&desk, &Failed::new(&desk, "guideline-new", word, &sent), &sent).await,
        Err(Fault::Trouble(trouble)) => Err(trouble),
    };
    desk.settle(result)
}

async fn begin(desk: &Desk, sent: &Sent) -> Result<uuid::Uuid, Fault> {
    let text = text_sent(sent)?;
    let code = desk.disorder_typed(&Filled::sent(sent)).ok_or(Fault::Rule("no-code"))?;
    let language = sent.get("language").parse::<Language>().unwrap_or(desk.visit.language);
    let title = sent.line("title");
    let new = NewGuideline { code: code.0, language: language.code(), title: &title };
    let mut work = desk.begin().await?;
    let grant = desk.grant_all::<ManageGuidelines>(&work, "guideline")?;
    let id = work.begin_guideline(&grant, new, &text).await?;
    work.commit().await?;
    Ok(id)
}
