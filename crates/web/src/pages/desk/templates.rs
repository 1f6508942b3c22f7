//! Reply templates per need and language, with their versions.

use super::frame::{self, Work};
use super::trouble::Trouble;
use super::{Colleagues, Desk, Sent};
use crate::addresses::desk::DeskPage;
use crate::pages::render;
use crate::pages::shell::{Link, Shell};
use crate::pages::start::{Choice, ChoiceGroup, need_choices};
use ariane_domain::access::grant::ManageTemplates;
use ariane_domain::{Language, NeedCode};
use ariane_knowledge::starter::reply_templates;
use ariane_store::StoreError;
use ariane_store::records::desk::templates::{Template as Kept, TemplateText};
use askama::Template;
use axum::extract::Path;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use uuid::Uuid;

/// A template in the list.
pub struct Row {
    /// Title and page.
    pub link: Link,
    /// Need, language, version, whether it is still offered.
    pub detail: String,
}

#[derive(Template)]
#[template(path = "desk/templates.html")]
struct TemplatesPage {
    shell: Shell,
    work: Work,
    rows: Vec<Row>,
    beginnings: Vec<TemplateText>,
    form: TemplateForm,
}

#[derive(Template)]
#[template(path = "desk/template.html")]
struct TemplatePage {
    shell: Shell,
    work: Work,
    form: TemplateForm,
    versions: Vec<(String, String)>,
    is_overtaken: bool,
}

/// The form of a template.
pub struct TemplateForm {
    action: String,
    version: i32,
    says: TemplateText,
    needs: Vec<ChoiceGroup>,
    languages: Vec<Choice>,
    error: String,
}

impl TemplateForm {
    fn new(desk: &Desk, action: String, version: i32, says: TemplateText, error: String) -> Self {
        let languages = Language::ALL.map(|l| Choice {
            value: l.code().into(),
            text: l.endonym().into(),
            chosen: l.code() == says.language,
        });
        Self {
            action,
            version,
            needs: need_choices(&desk.visit, &says.need),
            languages: languages.into(),
            says,
            error,
        }
    }
}

fn detail(desk: &Desk, kept: &Kept) -> String {
    let t = desk.visit.t;
    let need = kept.says.need.parse::<NeedCode>().ok();
    let need =
        need.map_or_else(|| t.s("field-need-any"), |n| crate::pages::entry::need_label(&desk.visit, n));
    let version = t.w("desk-version", "version", &kept.version.to_string());
    let mut parts = vec![need, desk.tongue(&kept.says.language), version];
    if kept.says.is_retired {
        parts.push(t.s("desk-template-retired"));
    }
    parts.join(" · ")
}

fn said(sent: &Sent) -> TemplateText {
    TemplateText {
        need: sent.get("need").parse::<NeedCode>().map(|n| n.to_string()).unwrap_or_default(),
        language: sent.get("language").parse::<Language>().unwrap_or(Language::Fr).code().to_owned(),
        title: sent.line("title"),
        text: sent.text("text"),
        is_retired: sent.is("retired"),
    }
}

/// What comes with the program in the language of the page, but for what was taken over already.
fn beginnings(language: Language, kept: &[Kept]) -> Vec<TemplateText> {
    let is_kept =
        |title: &str| kept.iter().any(|one| one.says.title == title && one.says.language == language.code());
    reply_templates::all()
        .into_iter()
        .filter_map(|mut one| {
            let (title, text) = (one.title.remove(&language)?, one.text.remove(&language)?);
            let language = language.code().to_owned();
            (!is_kept(&title)).then_some(TemplateText {
                need: one.need,
                language,
                title,
                text,
                is_retired: false,
            })
        })
        .collect()
}

/// `GET /{lang}/permanence/modeles`.
pub async fn get(desk: Desk) -> Response {
    let says = TemplateText { language: desk.visit.language.code().to_owned(), ..TemplateText::default() };
    let result = list(&desk, says, String::new(), StatusCode::OK).await;
    desk.settle(result)
}

async fn list(
    desk: &Desk,
    says: TemplateText,
    error: String,
    status: StatusCode,
) -> Result<Response, Trouble> {
    let at = DeskPage::Templates.path(desk.visit.language);
    let work = desk.begin().await?;
    // Asked although templates name nobody: who may not change them has no business here.
    desk.grant_all::<ManageTemplates>(&work, "template")?;
    let all = work.templates(desk.controller()).await?;
    work.commit().await?;
    let rows = all
        .iter()
        .map(|kept| Row {
            link: Link::new(kept.says.title.clone(), format!("{at}/{}", kept.id)),
            detail: detail(desk, kept),
        })
        .collect();
    let page = TemplatesPage {
        shell: frame::shell(desk, DeskPage::Templates, "", desk.visit.t.s("desk-templates")),
        work: Work::new(desk, Some(DeskPage::Templates)),
        rows,
        beginnings: beginnings(desk.visit.language, &all),
        form: TemplateForm::new(desk, at, 0, says, error),
    };
    Ok(render(status, &page))
}

/// `POST /{lang}/permanence/modeles`: a new one.
pub async fn post(desk: Desk, sent: Sent) -> Response {
    let result = create(&desk, &sent).await;
    desk.settle(result)
}

async fn create(desk: &Desk, sent: &Sent) -> Result<Response, Trouble> {
    let says = said(sent);
    if says.title.is_empty() || says.text.trim().is_empty() {
        let error = desk.visit.t.s("desk-template-empty");
        return list(desk, says, error, StatusCode::UNPROCESSABLE_ENTITY).await;
    }
    let mut work = desk.begin().await?;
    let grant = desk.grant_all::<ManageTemplates>(&work, "template")?;
    work.keep_template(&grant, None, &says).await?;
    work.commit().await?;
    Ok(Redirect::to(&DeskPage::Templates.path(desk.visit.language)).into_response())
}

/// `GET /{lang}/permanence/modeles/{id}`.
pub async fn one(desk: Desk, Path(id): Path<Uuid>) -> Response {
    let result = show(&desk, id, None, String::new(), StatusCode::OK).await;
    desk.settle(result)
}

async fn show(
    desk: &Desk,
    id: Uuid,
    typed: Option<TemplateText>,
    error: String,
    status: StatusCode,
) -> Result<Response, Trouble> {
    let colleagues: Colleagues = desk.colleagues().await?;
    let work = desk.begin().await?;
    desk.grant_all::<ManageTemplates>(&work, "template")?;
    let versions = work.template_versions(desk.controller(), id).await?;
    work.commit().await?;
    let latest = versions.first().ok_or(Trouble::Store(StoreError::NotThere))?;
    let t = desk.visit.t;
    let action = DeskPage::Templates.path_to(desk.visit.language, &id.to_string());
    let heading = |kept: &Kept| {
        let version = t.w("desk-version", "version", &kept.version.to_string());
        let by =
            t.ww("desk-note-by", ("name", &colleagues.name(kept.author)), ("moment", &desk.moment(kept.at)));
        (format!("{version} · {by}"), kept.says.text.clone())
    };
    let page = TemplatePage {
        shell: frame::shell(desk, DeskPage::Templates, &id.to_string(), latest.says.title.clone()),
        work: Work::new(desk, Some(DeskPage::Templates)),
        is_overtaken: status == StatusCode::CONFLICT,
        form: TemplateForm::new(
            desk,
            action,
            latest.version,
            typed.unwrap_or_else(|| latest.says.clone()),
            error,
        ),
        versions: versions.iter().map(heading).collect(),
    };
    Ok(render(status, &page))
}

/// `POST /{lang}/permanence/modeles/{id}`: a new version.
pub async fn change(desk: Desk, Path(id): Path<Uuid>, sent: Sent) -> Response {
    let result = replace(&desk, id, &sent).await;
    desk.settle(result)
}

async fn replace(desk: &Desk, id: Uuid, sent: &Sent) -> Result<Response, Trouble> {
    let says = said(sent);
    if says.title.is_empty() || says.text.trim().is_empty() {
        let error = desk.visit.t.s("desk-template-empty");
        return show(desk, id, Some(says), error, StatusCode::UNPROCESSABLE_ENTITY).await;
    }
    let kept = {
        let mut work = desk.begin().await?;
        let grant = desk.grant_all::<ManageTemplates>(&work, "template")?;
        match work.keep_template(&grant, Some((id, sent.version())), &says).await {
            Ok(_) => work.commit().await.map(|()| true)?,
            Err(StoreError::Conflict) => false,
            Err(other) => return Err(other.into()),
        }
    };
    if kept {
        Ok(Redirect::to(&DeskPage::Templates.path(desk.visit.language)).into_response())
    } else {
        show(desk, id, Some(says), String::new(), StatusCode::CONFLICT).await
    }
}
