//! Requests for access to the hospital's own record (duty D22): written as a letter, answered by the hospital, followed until it
//! confirmed that the access is closed.

use super::frame::{self, Head, answered};
use super::letter_made::paragraphs;
use super::plan::Before;
use crate::addresses::cell::CellPage;
use crate::pages::cell::acts::day;
use crate::pages::cell::fault::{Failed, Fault, not_there};
use crate::pages::desk::frame::Work;
use crate::pages::desk::trouble::Trouble;
use crate::pages::desk::{Colleagues, Desk, Sent};
use crate::pages::shell::Shell;
use crate::pages::start::Choice;
use crate::pages::{paper, render};
use crate::text::Text;
use ariane_documents::{Section, Sheet};
use ariane_domain::Language;
use ariane_domain::access::grant::WriteCase;
use ariane_domain::cell::hospital::RequestChange;
use ariane_domain::cell::machine::Machine as _;
use ariane_domain::cell::open_end::OpenEnd;
use ariane_domain::cell::{Acting, Span};
use ariane_store::StoreError;
use ariane_store::records::care::requests::{Request, RequestText};
use askama::Template;
use axum::extract::{Path, Query as Parameters};
use axum::response::Response;
use chrono::{Days, NaiveDate};
use serde::Deserialize;
use uuid::Uuid;

/// A request, ready to read.
pub struct RequestView {
    /// Id of its form.
    pub form: String,
    /// Where a change is sent.
    pub action: String,
    /// Its letter.
    pub pdf: String,
    /// Hospital.
    pub hospital: String,
    /// For whom.
    pub reader: String,
    /// Why.
    pub why: String,
    /// From when until when.
    pub span: String,
    /// Where it stands.
    pub state: String,
    /// What is open about it.
    pub open: String,
    /// What the hospital answered.
    pub answer: String,
    /// Who wrote it, when.
    pub written: String,
    /// Version.
    pub version: i32,
    /// What may be done.
    pub changes: Vec<Choice>,
    /// Words typed.
    pub typed: String,
    /// What is wrong.
    pub error: String,
    /// Whether its form is shown opened.
    pub is_open: bool,
}

#[derive(Template)]
#[template(path = "care/hospital.html")]
struct HospitalPage {
    shell: Shell,
    work: Work,
    head: Head,
    requests: Vec<RequestView>,
    may_ask: bool,
    hospital: String,
    reader: String,
    why: String,
    from: String,
    until: String,
    error: String,
    is_open: bool,
    languages: Vec<(&'static str, &'static str)>,
}

impl Desk {
    fn request_view(&self, id: Uuid, one: &Request, names: &Colleagues, failed: &Failed) -> RequestView {
        let t = self.visit.t;
        let form = format!("request-{}", one.id);
        let acting = Acting::of_roles(&self.signed.account.roles);
        let changes: Vec<&str> =
            one.rules.state.open_to(&acting).into_iter().map(RequestChange::word).collect();
        let at = format!("{}/hospital/{}", self.case_at(id), one.id);
        let (name, moment) = (names.name(one.author), self.moment(one.asked_at));
        let end = OpenEnd::of_request(&one.rules, self.now, self.records.cell());
        RequestView {
            pdf: format!("{at}/pdf"),
            action: at,
            hospital: one.text.hospital.clone(),
            reader: one.text.reader.clone(),
            why: one.text.why.clone(),
            span: self.request_span(t, one),
            state: t.k("record-request-state", one.rules.state.word()),
            open: end.map(|end| t.k("open-end-hint", end.word())).unwrap_or_default(),
            answer: one.text.answer.clone(),
            written: t.ww("care-written-by", ("name", &name), ("moment", &moment)),
            version: one.version,
            changes: self.choices(&changes, "record-request-change", &failed.text(&form, "change")),
            typed: failed.text(&form, "text"),
            error: failed.error(&form),
            is_open: failed.is(&form),
            form,
        }
    }

    /// First and last day of an access, in words.
    fn request_span(&self, t: Text, one: &Request) -> String {
        let office = &self.infoline.office;
        let last = one.rules.span.until.map(|until| office.day(until).pred_opt().unwrap_or_default());
        let last = last.map(|day| t.date(day)).unwrap_or_default();
        t.ww("care-record-span", ("from", &t.date(office.day(one.rules.span.from))), ("until", &last))
    }
}

/// `GET …/hospital`.
pub async fn get(desk: Desk, Path(id): Path<Uuid>, Parameters(before): Parameters<Before>) -> Response {
    let result = show(&desk, id, Failed::default(), before.is_done()).await;
    desk.settle(result)
}

async fn show(desk: &Desk, id: Uuid, failed: Failed, done: bool) -> Result<Response, Trouble> {
    let t = desk.visit.t;
    let loaded = desk.load_case(id).await?;
    let case = &loaded.case;
    let acting = Acting::of_roles(&desk.signed.account.roles);
    let requests = case.care.requests.iter();
    let typed = |field: &str| failed.text("request-new", field);
    let page = HospitalPage {
        shell: frame::of_file(desk, case, "hospital", t.s("care-record")),
        work: crate::pages::cell::frame::work(desk, CellPage::Case),
        head: Head::new(desk, case, done, failed.all()),
        requests: requests.map(|one| desk.request_view(id, one, &loaded.colleagues, &failed)).collect(),
        may_ask: RequestChange::ALL
            .iter()
            .any(|change| acting.is_any_of(ariane_domain::cell::hospital::RequestState::may(*change))),
        hospital: typed("hospital"),
        reader: typed("reader"),
        why: typed("why"),
        from: typed("from"),
        until: typed("until"),
        error: failed.error("request-new"),
        is_open: failed.is("request-new"),
        languages: Language::ALL.map(|one| (one.code(), one.endonym())).into(),
    };
    Ok(render(failed.status(), &page))
}

/// `POST …/hospital`.
pub async fn post(desk: Desk, Path(id): Path<Uuid>, sent: Sent) -> Response {
    let done = ask(&desk, id, &sent).await;
    answered(&desk, id, ("hospital", "request-new"), &sent, done, |failed| show(&desk, id, failed, false))
        .await
}

/// The stretch of whole days at the office; the last day belongs to it.
fn span(desk: &Desk, from: NaiveDate, until: NaiveDate) -> Result<Span, Fault> {
    let office = &desk.infoline.office;
    let after = until.checked_add_days(Days::new(1)).ok_or(Fault::Rule("no-day"))?;
    Ok(Span::new(office.begins(from), office.begins(after)))
}

async fn ask(desk: &Desk, id: Uuid, sent: &Sent) -> Result<(), Fault> {
    let mut work = desk.begin().await?;
    let grant = desk.case_grant::<WriteCase>(&mut work, id).await?;
    let from = day(sent, "from")?.unwrap_or_else(|| desk.today());
    let until = day(sent, "until")?.ok_or(Fault::Rule("record-no-end"))?;
    let text = RequestText {
        hospital: sent.line("hospital"),
        reader: sent.line("reader"),
        why: sent.text("why").trim().to_owned(),
        answer: String::new(),
    };
    work.ask_record(&grant, span(desk, from, until)?, &text).await?;
    Ok(work.commit().await?)
}

/// `POST …/hospital/{request}`: what the hospital said.
pub async fn change(desk: Desk, Path((id, request)): Path<(Uuid, Uuid)>, sent: Sent) -> Response {
    let done = move_on(&desk, id, request, &sent).await;
    let form = format!("request-{request}");
    answered(&desk, id, ("hospital", &form), &sent, done, |failed| show(&desk, id, failed, false)).await
}

async fn move_on(desk: &Desk, id: Uuid, request: Uuid, sent: &Sent) -> Result<(), Fault> {
    let change = RequestChange::from_word(sent.get("change")).ok_or_else(not_there)?;
    let mut work = desk.begin().await?;
    let grant = desk.case_grant::<WriteCase>(&mut work, id).await?;
    work.change_request(&grant, request, sent.version(), change, &sent.text("text")).await?;
    Ok(work.commit().await?)
}

/// The language that an address asks for.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct Asked {
    language: String,
}

/// `GET …/hospital/{request}/pdf?language=de`: the letter.
pub async fn pdf(
    desk: Desk,
    Path((id, request)): Path<(Uuid, Uuid)>,
    Parameters(asked): Parameters<Asked>,
) -> Response {
    let language = asked.language.parse().unwrap_or(desk.visit.language);
    let result = written(&desk, id, request, language).await;
    desk.settle(result)
}

async fn written(desk: &Desk, id: Uuid, request: Uuid, language: Language) -> Result<Response, Trouble> {
    let loaded = desk.load_case(id).await?;
    let (t, case) = (Text::new(language), &loaded.case);
    let found = case.care.requests.iter().find(|one| one.id == request);
    let one = found.ok_or(Trouble::Store(StoreError::NotThere))?;
    let day = desk.infoline.office.day(one.asked_at);
    let identity = &case.person.identity;
    let born = identity.birth_date.map(|day| t.w("care-record-born", "day", &t.date(day)));
    let who: Vec<String> = [Some(identity.name.clone()), born].into_iter().flatten().collect();
    let mut sections =
        vec![Section { lead: t.w("care-record-asks", "who", &who.join(", ")), ..Section::default() }];
    for (key, text) in [
        ("care-record-reader", &one.text.reader),
        ("care-record-when", &desk.request_span(t, one)),
        ("care-record-why", &one.text.why),
    ] {
        sections.push(Section { heading: t.s(key), lead: text.clone(), ..Section::default() });
    }
    sections.extend(paragraphs(&t.s("care-record-closing")));
    let signed = loaded.colleagues.name(one.author);
    sections.extend(paragraphs(&signed));
    let sheet = Sheet {
        language: language.code(),
        title: t.s("care-record-title"),
        meta: vec![t.s("care-letter-sender"), t.w("letter-to", "name", &one.text.hospital), t.date(day)],
        sections,
        footer: paper::footer(&[&signed, &t.date(day), &t.s("meeting-confidential")]),
        ..Sheet::default()
    };
    Ok(paper::handed_out(sheet, &t.s("letter-file"), day).await?)
}
