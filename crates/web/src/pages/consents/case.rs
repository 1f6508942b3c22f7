//! The agreements of a file: what is asked, what counts and until when, what was taken back.

use super::form::{self, FORM, Signature};
use super::told::tell_readers;
use super::view::{Shown, View};
use crate::addresses::cell::CellPage;
use crate::letters::referral::tell_deletions;
use crate::pages::care::frame::{self, Head};
use crate::pages::care::plan::Before;
use crate::pages::cell::fault::{Failed, Fault, not_there};
use crate::pages::desk::frame::Work;
use crate::pages::desk::trouble::Trouble;
use crate::pages::desk::{Colleagues, Desk, Sent};
use crate::pages::families::told::tell_ended;
use crate::pages::render;
use crate::pages::shell::Shell;
use crate::pages::start::Choice;
use ariane_domain::access::grant::{HoldRcp, ReadCase, WriteCase};
use ariane_domain::consent::{ASKED, Means, Minority};
use ariane_domain::purpose::{Basis, Purpose};
use ariane_store::records::consents::given::{NewConsent, Towards};
use ariane_store::records::consents::own::TakenBack;
use ariane_store::records::rcp::series::Series;
use askama::Template;
use axum::extract::{Path, Query as Parameters};
use axum::response::{IntoResponse, Redirect, Response};
use uuid::Uuid;

const EVERYBODY: &str = "everybody";
const NAMED: &str = "named";

/// What another page leads to: a purpose and a recipient, by their codes.
#[derive(Debug, Default, serde::Deserialize)]
pub struct Preset {
    #[serde(default)]
    purpose: String,
    #[serde(default)]
    towards: String,
}

#[derive(Template)]
#[template(path = "consents/case.html")]
struct ConsentsPage {
    shell: Shell,
    work: Work,
    head: Head,
    gated: Vec<(String, String)>,
    consents: Vec<View>,
    purposes: Vec<Choice>,
    towards: Vec<Choice>,
    name: String,
    signature: Signature,
    is_open: bool,
    today: String,
}

impl Desk {
    /// Purposes with what the installation rests each on.
    fn gated(&self) -> Vec<(String, String)> {
        let t = self.visit.t;
        let basis = |purpose| match self.records.register().basis(purpose) {
            Some(Basis::Consent | Basis::Release) => t.s("consent-needed"),
            _ => t.s("consent-not-needed"),
        };
        ASKED.into_iter().map(|purpose| (t.k("purpose", purpose.word()), basis(purpose))).collect()
    }
}

/// `GET …/consents`.
pub async fn get(
    desk: Desk,
    Path(id): Path<Uuid>,
    Parameters(before): Parameters<Before>,
    Parameters(preset): Parameters<Preset>,
) -> Response {
    let result = show(&desk, id, &Failed::default(), (before.is_done(), &preset)).await;
    desk.settle(result)
}

/// The series of meetings, for who may hold one; for others the form offers none.
async fn series_of(desk: &Desk) -> Result<Vec<Series>, Trouble> {
    let mut work = desk.begin().await?;
    let facts = ariane_domain::access::Facts::of_all(desk.controller(), "rcp");
    let Ok(grant) = work.may::<HoldRcp>(&desk.actor(), facts) else { return Ok(Vec::new()) };
    let all = work.rcp_series(&grant).await?;
    work.commit().await?;
    Ok(all)
}

async fn show(
    desk: &Desk,
    id: Uuid,
    failed: &Failed,
    (done, preset): (bool, &Preset),
) -> Result<Response, Trouble> {
    let t = desk.visit.t;
    let case = desk.load_case(id).await?.case;
    let colleagues = desk.colleagues().await?;
    let series = series_of(desk).await?;
    let mut work = desk.begin().await?;
    let grant = desk.case_grant::<ReadCase>(&mut work, id).await?;
    let all = work.consents_of_case(&grant).await?;
    let recipients = work.recipients_of_case(&grant).await?;
    work.commit().await?;
    let at = desk.case_at(id);
    let typed = |field: &str| match (failed.is(FORM), field) {
        (false, "purpose") => preset.purpose.clone(),
        (false, "towards") => preset.towards.clone(),
        _ => failed.text(FORM, field),
    };
    let chosen = typed("towards");
    let mut towards = vec![Choice::new(EVERYBODY, t.s("consent-everybody"), chosen == EVERYBODY)];
    for one in &series {
        let (id, name) = (one.id.to_string(), t.w("consent-only-rcp", "name", &one.text.name));
        let is_chosen = id == chosen;
        towards.push(Choice::new(&id, name, is_chosen));
    }
    for (id, name) in &recipients {
        let (id, name) = (id.to_string(), t.w("consent-only-recipient", "name", name));
        let is_chosen = id == chosen;
        towards.push(Choice::new(&id, name, is_chosen));
    }
    towards.push(Choice::new(NAMED, t.s("consent-only-named"), chosen == NAMED));
    let documents = Some((format!("{at}/documents"), case.care.documents.as_slice()));
    let minority = Minority::of(case.person.identity.birth_date, desk.records.ages());
    let shown = Shown { at: format!("{at}/consents"), documents, minority };
    let page = ConsentsPage {
        shell: frame::of_file(desk, &case, "consents", t.s("consent-title")),
        work: crate::pages::cell::frame::work(desk, CellPage::Case),
        head: Head::new(desk, &case, done, failed.all()),
        gated: desk.gated(),
        consents: all.iter().map(|one| desk.consent_view(&shown, one, &colleagues, failed)).collect(),
        purposes: desk.choices(&ASKED.map(Purpose::word), "purpose", &typed("purpose")),
        towards,
        name: typed("name"),
        signature: Signature::new(desk, failed),
        is_open: failed.is(FORM) || all.is_empty() || !preset.purpose.is_empty(),
        today: desk.today().to_string(),
    };
    Ok(render(failed.status(), &page))
}

/// `POST …/consents`.
pub async fn take(desk: Desk, Path(id): Path<Uuid>, sent: Sent) -> Response {
    let done = taken(&desk, id, &sent).await;
    settled(&desk, id, FORM, &sent, done).await
}

async fn taken(desk: &Desk, id: Uuid, sent: &Sent) -> Result<(), Fault> {
    let purpose = Purpose::from_word(sent.get("purpose")).ok_or_else(not_there)?;
    let towards = match sent.get("towards") {
        EVERYBODY => Towards::Everybody,
        NAMED => Towards::Named(sent.line("name")),
        recipient if purpose == Purpose::Transfer => {
            let mut work = desk.begin().await?;
            let grant = desk.case_grant::<ReadCase>(&mut work, id).await?;
            let all = work.recipients_of_case(&grant).await?;
            let found = all.into_iter().find(|(one, _)| one.to_string() == recipient);
            let (id, name) = found.ok_or(Fault::Rule("consent-series"))?;
            Towards::Recipient(id, name)
        }
        series => {
            let all = series_of(desk).await?;
            let found = all.into_iter().find(|one| one.id.to_string() == series);
            let found = found.filter(|_| purpose == Purpose::Rcp).ok_or(Fault::Rule("consent-series"))?;
            Towards::Series(found.id, found.text.name)
        }
    };
    let new = NewConsent { purpose, towards, signed: form::signed(sent)?, text: sent.text("text") };
    let mut work = desk.begin().await?;
    let grant = desk.case_grant::<WriteCase>(&mut work, id).await?;
    work.take_consent(&grant, &new, desk.today()).await?;
    Ok(work.commit().await?)
}

/// `POST …/consents/{consent}/withdraw`.
pub async fn withdraw(desk: Desk, Path((id, consent)): Path<(Uuid, Uuid)>, sent: Sent) -> Response {
    let done = withdrawn(&desk, id, consent, &sent).await;
    settled(&desk, id, &format!("consent-{consent}"), &sent, done).await
}

async fn withdrawn(desk: &Desk, id: Uuid, consent: Uuid, sent: &Sent) -> Result<(), Fault> {
    let means = withdrawal(sent)?;
    let colleagues = desk.colleagues().await?;
    let mut work = desk.begin().await?;
    let grant = desk.case_grant::<WriteCase>(&mut work, id).await?;
    let taken = work.withdraw_consent(&grant, consent, sent.version(), means).await?;
    tell_taken(&mut work, desk, &colleagues, &taken).await?;
    Ok(work.commit().await?)
}

/// How it was said: on screen only the person does so.
pub(super) fn withdrawal(sent: &Sent) -> Result<Means, Fault> {
    Means::from_word(sent.get("means")).filter(|means| *means != Means::Screen).ok_or_else(not_there)
}

/// Writes to whoever has something because of what was taken back.
pub(super) async fn tell_taken(
    work: &mut ariane_store::records::Work<'_>,
    desk: &Desk,
    colleagues: &Colleagues,
    taken: &TakenBack,
) -> Result<(), Fault> {
    let accounts: Vec<_> = taken.readers.iter().filter_map(|one| colleagues.account(*one)).collect();
    tell_readers(work, &desk.infoline, &accounts, taken.number, desk.now).await?;
    for one in &taken.families {
        let account = colleagues.account(one.asked_by);
        tell_ended(work, &desk.infoline, account, one, desk.now).await?;
    }
    tell_deletions(work, &desk.infoline, desk.now).await?;
    crate::letters::panel::tell_deletions(work, &desk.infoline, desk.now).await?;
    Ok(())
}

pub(super) async fn settled(
    desk: &Desk,
    id: Uuid,
    form: &str,
    sent: &Sent,
    done: Result<(), Fault>,
) -> Response {
    let result = match done {
        Ok(()) => Ok(Redirect::to(&format!("{}/consents?done=1", desk.case_at(id))).into_response()),
        Err(Fault::Rule(word)) => {
            show(desk, id, &Failed::new(desk, form, word, sent), (false, &Preset::default())).await
        }
        Err(Fault::Trouble(trouble)) => Err(trouble),
    };
    desk.settle(result)
}
