//! One dossier: exactly what would leave, what was taken out of it, the approval of a clinician, and the download of what was approved.

use super::enclosures::EnclosurePart;
use super::rendering::{self, Rendered};
use super::texts::Found;
use super::{enclosed_words, for_purpose, handed, list};
use crate::pages::care::frame::{self, Head};
use crate::pages::care::plan::Before;
use crate::pages::cell::fault::{Failed, Fault, not_there};
use crate::pages::desk::frame::Work;
use crate::pages::desk::{Desk, Sent};
use crate::pages::render;
use crate::pages::shell::{Link, Shell};
use crate::pictures::Picture;
use crate::pictures::crowd::crowd;
use ariane_documents::Section;
use ariane_domain::cell::Acting;
use ariane_domain::cell::told::CLINICIANS;
use ariane_domain::dossier::approval::{Order, may_fetch};
use ariane_domain::dossier::{Addition, DossierState, Enclosed};
use ariane_domain::purpose::Purpose;
use ariane_store::records::dossier::Outline;
use ariane_store::records::dossier::draft::Material;
use ariane_store::records::dossier::release::Form;
use askama::Template;
use axum::extract::{Path, Query as Parameters};
use axum::response::{IntoResponse, Redirect, Response};
use uuid::Uuid;

const APPROVE: &str = "dossier-approve";
const CHANGE: &str = "dossier-change";
/// Most lines of words to be taken out besides.
const MOST_WORDS: usize = 200;

/// A finding on the page.
pub(super) struct FoundLine {
    pub key: String,
    pub original: String,
    pub replacement: String,
    pub why: String,
    pub usually_stays: bool,
    pub is_kept: bool,
    pub is_fixed: bool,
}

#[derive(Template)]
#[template(path = "dossier/one.html")]
struct OnePage {
    shell: Shell,
    work: Work,
    head: Head,
    at: String,
    facts: Vec<(String, String)>,
    added: Vec<(String, String)>,
    left_out: Vec<String>,
    language: &'static str,
    subtitle: String,
    meta: Vec<String>,
    sections: Vec<Section>,
    phenopacket: String,
    fhir: String,
    further: Vec<(String, String, String)>,
    not_in_phenopacket: Vec<String>,
    found: Vec<FoundLine>,
    words: String,
    digest: String,
    version: i32,
    is_draft: bool,
    may_approve: bool,
    needs_judgement: String,
    /// How many people it could be, and where it is judged anew; the picture where the number is known.
    fits: String,
    crowd: Option<Picture>,
    sharing: String,
    hides_disorder: bool,
    approved: String,
    over: String,
    downloads: Vec<Link>,
    enclosures: EnclosurePart,
    error: String,
    change_error: String,
}

/// What a page of a dossier stands on.
pub(super) struct Opened {
    pub outline: Outline,
    pub material: Material,
}

pub(super) async fn open(desk: &Desk, id: Uuid, dossier: Uuid) -> Result<Opened, Fault> {
    let mut work = desk.begin().await?;
    let (purpose, facts) = work.dossier_gate(desk.controller(), id, dossier).await?;
    let (outline, material) =
        for_purpose!(purpose, desk, work, facts, |grant| work.read_dossier(&grant, dossier).await?);
    work.commit().await?;
    Ok(Opened { outline, material })
}

/// `GET …/dossier/{dossier}`.
pub async fn get(
    desk: Desk,
    Path((id, dossier)): Path<(Uuid, Uuid)>,
    Parameters(before): Parameters<Before>,
) -> Response {
    let result = show(&desk, (id, dossier), Failed::default(), before.is_done()).await;
    settle(&desk, id, result).await
}

/// The answer: without an agreement the list of the file says so.
pub(super) async fn settle(desk: &Desk, id: Uuid, result: Result<Response, Fault>) -> Response {
    let result = match result {
        Err(Fault::Rule(word)) => list::refused(desk, id, word).await,
        Err(Fault::Trouble(trouble)) => Err(trouble),
        Ok(response) => Ok(response),
    };
    desk.settle(result)
}

async fn show(
    desk: &Desk,
    (id, dossier): (Uuid, Uuid),
    failed: Failed,
    done: bool,
) -> Result<Response, Fault> {
    let opened = open(desk, id, dossier).await?;
    let rendered = rendering::rendered(desk, &opened.outline, &opened.material).await?;
    let loaded = desk.load_case(id).await?;
    let status = failed.status();
    let page = desk.dossier_page(&loaded, &opened, rendered, failed, done);
    Ok(render(status, &page))
}

impl Desk {
    fn dossier_page(
        &self,
        loaded: &crate::pages::cell::case::Loaded,
        opened: &Opened,
        rendered: Rendered,
        failed: Failed,
        done: bool,
    ) -> OnePage {
        let t = self.visit.t;
        let (case, outline) = (&loaded.case, &opened.outline);
        let at = format!("{}/dossier/{}", self.case_at(case.id), outline.id);
        let additions = outline.order.additions();
        let is_draft = outline.state == DossierState::Draft;
        let is_clinician = Acting::of_roles(&self.signed.account.roles).is_any_of(CLINICIANS);
        let needs_judgement = !opened.material.is_judged && outline.purpose != Purpose::Transfer;
        let judged = opened.material.judged.as_ref().filter(|_| outline.purpose != Purpose::Transfer);
        let estimate = judged.and_then(|one| one.estimate);
        let fits = match (judged, &estimate) {
            (Some(_), Some(estimate)) => self.people_who_fit(estimate),
            (Some(_), None) => t.s("dossier-fits-unknown"),
            (None, _) => String::new(),
        };
        let recipient = &outline.order.recipient;
        let facts = [
            ("dossier-purpose", t.k("purpose", outline.purpose.word())),
            ("dossier-recipient", recipient.name.clone()),
            ("dossier-basis", if recipient.is_outside_eea { recipient.basis.clone() } else { String::new() }),
            ("dossier-pseudonym", outline.pseudonym.clone()),
            ("dossier-state", t.k("dossier-state", outline.state.word())),
            ("dossier-language", self.tongue(rendering::language_of(outline).code())),
        ];
        let approved = outline.approved.map(|(by, at)| {
            let (name, moment) = (loaded.colleagues.name(by), self.moment(at));
            t.ww("dossier-approved-by", ("name", &name), ("moment", &moment))
        });
        let may = may_fetch(outline.state, outline.approved.map(|(_, at)| at), self.now);
        let form =
            |form: Form| Link::new(t.k("dossier-form", form.word()), format!("{at}/{}", form.address()));
        let file = |(place, one): (usize, &Enclosed)| {
            Link::new(enclosed_words(t, place, one), format!("{at}/enclosure-{place}"))
        };
        let downloads: Vec<Link> = match may {
            Ok(()) => {
                let files = (1..).zip(&opened.material.enclosed).map(file);
                outline.forms.iter().copied().map(form).chain(files).collect()
            }
            Err(_) => Vec::new(),
        };
        let is_over = outline.state == DossierState::Approved && may.is_err();
        OnePage {
            shell: frame::of_file(self, case, &format!("dossier/{}", outline.id), t.s("dossier-one"))
                .via(Link::new(t.s("dossier-title"), format!("{}/dossier", self.case_at(case.id)))),
            work: crate::pages::cell::frame::work_on(self, case),
            head: Head::new(self, case, done, failed.all()),
            facts: facts
                .into_iter()
                .filter(|(_, text)| !text.is_empty())
                .map(|(key, text)| (t.s(key), text))
                .collect(),
            added: outline
                .order
                .additions
                .iter()
                .map(|(one, why)| (t.k("dossier-addition", one.word()), why.clone()))
                .collect(),
            left_out: Addition::ALL
                .into_iter()
                .filter(|one| !additions.contains(one))
                .map(|one| t.k("dossier-addition", one.word()))
                .chain([t.s("dossier-never")])
                .collect(),
            language: rendered.sheet.language,
            subtitle: rendered.sheet.title.clone(),
            meta: rendered.sheet.meta.clone(),
            sections: rendered.sheet.sections,
            digest: rendered.rendering.digest(),
            phenopacket: rendered.rendering.phenopacket,
            fhir: rendered.rendering.fhir,
            further: [
                (Form::Matchmaker, rendered.rendering.matchmaker),
                (Form::CommonData, rendered.rendering.common_data),
            ]
            .into_iter()
            .filter(|(_, text)| !text.is_empty())
            .map(|(form, text)| {
                let word = form.word();
                (t.k("dossier-form", word), t.k("dossier-form-hint", word), text)
            })
            .collect(),
            not_in_phenopacket: rendered
                .not_in_phenopacket
                .into_iter()
                .map(|kind| t.k("clinical-block", kind.word()))
                .collect(),
            found: rendered.found.iter().map(|one| self.found_line(one)).collect(),
            words: outline.order.words.join("\n"),
            version: outline.version,
            is_draft,
            may_approve: is_draft && is_clinician && !needs_judgement,
            needs_judgement: match is_draft && needs_judgement {
                true => format!("{}/sharing", self.case_at(case.id)),
                false => String::new(),
            },
            crowd: estimate.map(|one| crowd(&one, self.records.bound().enough, fits.clone())),
            fits,
            sharing: format!("{}/sharing", self.case_at(case.id)),
            hides_disorder: judged.is_some_and(|one| one.shown.disorder > 0),
            approved: approved.unwrap_or_default(),
            over: if is_over { t.k("cell-rule", "dossier-too-old") } else { String::new() },
            downloads,
            enclosures: self.enclosure_part(&at, &opened.material, &rendered.files, &failed),
            error: failed.error(APPROVE),
            change_error: failed.error(CHANGE),
            at,
        }
    }

    pub(super) fn found_line(&self, one: &Found) -> FoundLine {
        let t = self.visit.t;
        FoundLine {
            key: one.key.clone(),
            original: one.original.clone(),
            replacement: one.replacement.clone(),
            why: t.k("dossier-found", one.kind.word()),
            usually_stays: one.usually_stays,
            is_kept: one.is_kept,
            is_fixed: one.evidence == ariane_deidentify::Evidence::Added,
        }
    }
}

fn back(desk: &Desk, (id, dossier): (Uuid, Uuid)) -> Response {
    Redirect::to(&format!("{}/dossier/{dossier}?done=1", desk.case_at(id))).into_response()
}

/// The answer to a form of the page: back to it, or the page with the form that was not taken.
pub(super) async fn answered(
    desk: &Desk,
    ids: (Uuid, Uuid),
    form: &str,
    sent: &Sent,
    done: Result<(), Fault>,
) -> Response {
    let result = match done {
        Ok(()) => Ok(back(desk, ids)),
        // Without an agreement the page itself is closed.
        Err(Fault::Rule("dossier-no-agreement")) => Err(Fault::Rule("dossier-no-agreement")),
        Err(Fault::Rule(word)) => show(desk, ids, Failed::new(desk, form, word, sent), false).await,
        Err(trouble) => Err(trouble),
    };
    settle(desk, ids.0, result).await
}

/// `POST …/dossier/{dossier}`: what stays in the texts, what goes besides.
pub async fn change(desk: Desk, Path((id, dossier)): Path<(Uuid, Uuid)>, sent: Sent) -> Response {
    let done = write(&desk, id, dossier, &sent).await;
    answered(&desk, (id, dossier), CHANGE, &sent, done).await
}

async fn write(desk: &Desk, id: Uuid, dossier: Uuid, sent: &Sent) -> Result<(), Fault> {
    let opened = open(desk, id, dossier).await?;
    let text = sent.text("words");
    let words = text.lines().map(str::trim).filter(|line| !line.is_empty()).take(MOST_WORDS);
    let kept: Vec<String> = sent.all("keep").map(str::to_owned).collect();
    let order = Order {
        taken: sent
            .all("usual")
            .filter(|key| !kept.iter().any(|one| one == key))
            .map(str::to_owned)
            .collect(),
        kept,
        words: words.map(str::to_owned).collect(),
        ..opened.outline.order
    };
    let mut work = desk.begin().await?;
    let (purpose, facts) = work.dossier_gate(desk.controller(), id, dossier).await?;
    for_purpose!(purpose, desk, work, facts, |grant| work
        .write_dossier(&grant, dossier, sent.version(), &order)
        .await?);
    Ok(work.commit().await?)
}

/// `POST …/dossier/{dossier}/approve`.
pub async fn approve(desk: Desk, Path((id, dossier)): Path<(Uuid, Uuid)>, sent: Sent) -> Response {
    let done = release(&desk, id, dossier, &sent).await;
    answered(&desk, (id, dossier), APPROVE, &sent, done).await
}

async fn release(desk: &Desk, id: Uuid, dossier: Uuid, sent: &Sent) -> Result<(), Fault> {
    if !sent.is("read") {
        return Err(Fault::Rule("dossier-read-first"));
    }
    let opened = open(desk, id, dossier).await?;
    let rendered = rendering::rendered(desk, &opened.outline, &opened.material).await?;
    let mut work = desk.begin().await?;
    let (purpose, facts) = work.dossier_gate(desk.controller(), id, dossier).await?;
    let read = sent.line("digest");
    for_purpose!(purpose, desk, work, facts, |grant| work
        .approve_dossier(&grant, dossier, sent.version(), &read, &rendered.rendering)
        .await?);
    Ok(work.commit().await?)
}

/// `POST …/dossier/{dossier}/drop`.
pub async fn give_up(desk: Desk, Path((id, dossier)): Path<(Uuid, Uuid)>, sent: Sent) -> Response {
    let done = dropped(&desk, id, dossier, &sent).await;
    answered(&desk, (id, dossier), CHANGE, &sent, done).await
}

async fn dropped(desk: &Desk, id: Uuid, dossier: Uuid, sent: &Sent) -> Result<(), Fault> {
    let mut work = desk.begin().await?;
    let (purpose, facts) = work.dossier_gate(desk.controller(), id, dossier).await?;
    for_purpose!(purpose, desk, work, facts, |grant| work
        .drop_dossier(&grant, dossier, sent.version())
        .await?);
    Ok(work.commit().await?)
}

/// `GET …/dossier/{dossier}/{form}`: what was approved, and nothing else.
pub async fn fetch(desk: Desk, Path((id, dossier, form)): Path<(Uuid, Uuid, String)>) -> Response {
    let result = fetched(&desk, (id, dossier), &form).await;
    settle(&desk, id, result).await
}

async fn fetched(desk: &Desk, (id, dossier): (Uuid, Uuid), form: &str) -> Result<Response, Fault> {
    let form = Form::from_address(form).ok_or_else(not_there)?;
    let mut work = desk.begin().await?;
    let (purpose, facts) = work.dossier_gate(desk.controller(), id, dossier).await?;
    let piece =
        for_purpose!(purpose, desk, work, facts, |grant| work.fetch_dossier(&grant, dossier, form).await?);
    work.commit().await?;
    Ok(handed(piece))
}
