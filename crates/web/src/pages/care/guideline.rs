//! One guideline: its versions, the draft to write, and what may become of it.

use super::frame;
use super::guidelines::{TextForm, text_sent};
use super::plan::Before;
use crate::addresses::care::CarePage;
use crate::pages::cell::acts::day;
use crate::pages::cell::fault::{Failed, Fault, not_there};
use crate::pages::desk::frame::Work;
use crate::pages::desk::trouble::Trouble;
use crate::pages::desk::{Colleagues, Desk, Sent};
use crate::pages::render;
use crate::pages::shell::{Link, Shell};
use ariane_domain::access::grant::ManageGuidelines;
use ariane_domain::cell::guideline::{GuidelineChange, GuidelineState};
use ariane_domain::cell::machine::Machine as _;
use ariane_domain::cell::{Acting, Who};
use ariane_domain::{Language, OrphaCode};
use ariane_store::records::care::guidelines::VersionText;
use askama::Template;
use axum::extract::{Path, Query as Parameters};
use axum::response::{IntoResponse, Redirect, Response};
use uuid::Uuid;

/// A version, ready to read.
pub struct VersionView {
    /// Its number in words.
    pub title: String,
    /// Where it stands, since when, until when.
    pub state: String,
    /// Authors.
    pub authors: String,
    /// Text.
    pub body: String,
    /// Address of the document.
    pub url: String,
    /// Who wrote it last, when.
    pub written: String,
    /// Whether the public page shows it.
    pub is_shown: bool,
}

/// Something that may become of it.
pub struct ChangeView {
    /// Id of its form.
    pub form: String,
    /// Where it is sent.
    pub action: String,
    /// What it does.
    pub label: String,
    /// What it means.
    pub hint: String,
    /// Whether it asks for the day of the next review.
    pub has_day: bool,
    /// The day.
    pub day: String,
    /// What is wrong.
    pub error: String,
}

#[derive(Template)]
#[template(path = "care/guideline.html")]
struct GuidelinePage {
    shell: Shell,
    work: Work,
    at: String,
    done: String,
    errors: Vec<(String, String)>,
    disorder: Link,
    state: String,
    late: String,
    versions: Vec<VersionView>,
    version: i32,
    may_write: bool,
    is_draft: bool,
    text: TextForm,
    error: String,
    is_open: bool,
    changes: Vec<ChangeView>,
}

impl Desk {
    fn guideline_version(&self, one: &VersionText, colleagues: &Colleagues, is_shown: bool) -> VersionView {
        let t = self.visit.t;
        let rules = &one.rules;
        let mut state = vec![t.k("guideline-state", rules.state.word())];
        let dated = [
            ("care-guideline-from", rules.valid_from),
            ("care-guideline-review", rules.review_by),
            ("care-guideline-withdrawn", rules.withdrawn_on),
        ];
        state.extend(dated.into_iter().filter_map(|(key, day)| Some(t.w(key, "day", &t.date(day?)))));
        VersionView {
            title: t.w("care-guideline-version", "number", &rules.number.to_string()),
            state: state.join(" · "),
            authors: rules.authors.join(", "),
            body: one.body.clone(),
            url: one.url.clone(),
            written: t.ww(
                "care-written-by",
                ("name", &colleagues.name(one.author)),
                ("moment", &self.moment(one.changed_at)),
            ),
            is_shown,
        }
    }

    fn acting_on(&self, version: &VersionText) -> Acting {
        let as_what = Acting::of_roles(&self.signed.account.roles);
        if version.author == self.account() { as_what.and(Who::Author) } else { as_what }
    }

    fn guideline_changes(&self, at: &str, latest: &VersionText, failed: &Failed) -> Vec<ChangeView> {
        let t = self.visit.t;
        let open = latest.rules.state.open_to(&self.acting_on(latest));
        open.into_iter()
            .filter(|change| *change != GuidelineChange::Edit)
            .map(|change| {
                let form = format!("guideline-{}", change.word());
                ChangeView {
                    action: format!("{at}/{}", change.word()),
                    label: t.k("guideline-change", change.word()),
                    hint: t.k("guideline-hint", change.word()),
                    has_day: change != GuidelineChange::Withdraw,
                    day: failed.text(&form, "review"),
                    error: failed.error(&form),
                    form,
                }
            })
            .collect()
    }
}

/// `GET /{lang}/cellule/recommandations/{guideline}`.
pub async fn get(desk: Desk, Path(id): Path<Uuid>, Parameters(before): Parameters<Before>) -> Response {
    let result = show(&desk, id, &Failed::default(), before.is_done()).await;
    desk.settle(result)
}

async fn show(desk: &Desk, id: Uuid, failed: &Failed, done: bool) -> Result<Response, Trouble> {
    let t = desk.visit.t;
    let colleagues = desk.colleagues().await?;
    let work = desk.begin().await?;
    let grant = desk.grant_all::<ManageGuidelines>(&work, "guideline")?;
    let one = work.guideline(&grant, id).await?;
    work.commit().await?;
    let latest = one.latest().ok_or(Trouble::Store(ariane_store::StoreError::NotThere))?;
    let at = CarePage::Guidelines.path_to(desk.visit.language, &id.to_string());
    let shown = one.in_force(desk.today()).map(|version| version.id);
    let (state, late) = desk.guideline_stand(&one);
    let is_draft = latest.rules.state == GuidelineState::Draft;
    let may_edit = latest.rules.state.after(GuidelineChange::Edit, &desk.acting_on(latest)).is_ok();
    let typed = |field: &str, kept: String| match failed.is("guideline-text") {
        true => failed.text("guideline-text", field),
        false => kept,
    };
    let code = OrphaCode(one.code);
    let page = GuidelinePage {
        shell: frame::beside(desk, CarePage::Guidelines, &id.to_string(), one.title.clone()),
        work: frame::work(desk, CarePage::Guidelines),
        done: if done { t.s("cell-done") } else { String::new() },
        errors: failed.all(),
        disorder: Link::new(
            desk.disorder_coded(one.code),
            crate::addresses::disease(desk.visit.language, code),
        ),
        state,
        late,
        versions: one
            .versions
            .iter()
            .map(|version| desk.guideline_version(version, &colleagues, shown == Some(version.id)))
            .collect(),
        version: latest.version,
        // From a version in force a new draft is begun; a draft is written by those whom the rule names.
        may_write: !is_draft || may_edit,
        is_draft,
        text: TextForm {
            authors: typed("authors", latest.rules.authors.join("\n")),
            body: typed("body", latest.body.clone()),
            url: typed("url", latest.url.clone()),
        },
        error: failed.error("guideline-text"),
        is_open: failed.is("guideline-text"),
        changes: desk.guideline_changes(&at, latest, failed),
        at,
    };
    Ok(render(failed.status(), &page))
}

async fn answer(desk: &Desk, id: Uuid, form: &str, sent: &Sent, done: Result<(), Fault>) -> Response {
    let result = match done {
        Ok(()) => {
            let at = CarePage::Guidelines.path_to(desk.visit.language, &id.to_string());
            Ok(Redirect::to(&format!("{at}?done=1")).into_response())
        }
        Err(Fault::Rule(word)) => show(desk, id, &Failed::new(desk, form, word, sent), false).await,
        Err(Fault::Trouble(trouble)) => Err(trouble),
    };
    desk.settle(result)
}

/// `POST /{lang}/cellule/recommandations/{guideline}`: writes the draft, or begins the next one.
pub async fn post(desk: Desk, Path(id): Path<Uuid>, sent: Sent) -> Response {
    let done = write(&desk, id, &sent).await;
    answer(&desk, id, "guideline-text", &sent, done).await
}

async fn write(desk: &Desk, id: Uuid, sent: &Sent) -> Result<(), Fault> {
    let text = text_sent(sent)?;
    let mut work = desk.begin().await?;
    let grant = desk.grant_all::<ManageGuidelines>(&work, "guideline")?;
    work.write_guideline(&grant, id, sent.version(), &text).await?;
    Ok(work.commit().await?)
}

/// `POST /{lang}/cellule/recommandations/{guideline}/{change}`.
pub async fn change(desk: Desk, Path((id, word)): Path<(Uuid, String)>, sent: Sent) -> Response {
    let done = move_on(&desk, id, &word, &sent).await;
    answer(&desk, id, &format!("guideline-{word}"), &sent, done).await
}

async fn move_on(desk: &Desk, id: Uuid, word: &str, sent: &Sent) -> Result<(), Fault> {
    let change = GuidelineChange::from_word(word).ok_or_else(not_there)?;
    let review = day(sent, "review")?;
    let mut work = desk.begin().await?;
    let grant = desk.grant_all::<ManageGuidelines>(&work, "guideline")?;
    work.change_guideline(&grant, id, sent.version(), change, review, desk.today()).await?;
    Ok(work.commit().await?)
}

/// A guideline on a public page.
pub struct PublicGuideline {
    /// Title.
    pub title: String,
    /// Language of its text.
    pub language: &'static str,
    /// Authors, first day in force, review.
    pub detail: String,
    /// Text; empty where the document lies elsewhere.
    pub body: String,
    /// Address of the document.
    pub url: String,
}

/// The guidelines in force for a disorder and for the groups above it. None where nothing is stored, or the store does not
/// answer: the page of a disease does not wait for it.
pub async fn in_force(visit: &crate::pages::visit::Visit, code: OrphaCode) -> Vec<PublicGuideline> {
    let Some(infoline) = &visit.app.desk else { return Vec::new() };
    let catalogue = &visit.knowledge.catalogue;
    let above = catalogue.position(code).map(|at| catalogue.ancestors_or_self(at)).unwrap_or_default();
    let codes: Vec<u32> =
        above.into_iter().filter_map(|(at, _)| Some(catalogue.entities().get(at)?.code.0)).collect();
    let found = infoline.records.guidelines_in_force(infoline.controller, &codes, visit.today).await;
    let found = match found {
        Ok(found) => found,
        Err(error) => {
            tracing::error!(%error, "guidelines could not be read");
            return Vec::new();
        }
    };
    let t = visit.t;
    let one = |guideline: &ariane_store::records::care::guidelines::Guideline| {
        let version = guideline.versions.first()?;
        let rules = &version.rules;
        let dated = [("care-guideline-from", rules.valid_from), ("care-guideline-review", rules.review_by)];
        let dated = dated.into_iter().filter_map(|(key, day)| Some(t.w(key, "day", &t.date(day?))));
        let authors = t.w("care-guideline-by", "authors", &rules.authors.join(", "));
        Some(PublicGuideline {
            title: guideline.title.clone(),
            language: guideline.language.parse::<Language>().unwrap_or(visit.language).code(),
            detail: std::iter::once(authors).chain(dated).collect::<Vec<_>>().join(" · "),
            body: version.body.clone(),
            url: version.url.clone(),
        })
    };
    found.iter().filter_map(one).collect()
}
