//! Whether a person wants to be followed at all: the one page of a file that is open where following rests on their agreement and none
//! counts. It shows no name and nothing of what the file holds.

use super::case::{tell_taken, withdrawal};
use super::form::{self, FORM, Signature};
use super::paper;
use super::view::{Shown, View};
use crate::addresses::cell::CellPage;
use crate::addresses::desk::DeskPage;
use crate::pages::care::plan::Before;
use crate::pages::cell::acts::day;
use crate::pages::cell::fault::{Failed, Fault};
use crate::pages::cell::frame;
use crate::pages::desk::frame::Work;
use crate::pages::desk::trouble::Trouble;
use crate::pages::desk::{Desk, Sent};
use crate::pages::render;
use crate::pages::shell::{Link, Shell};
use ariane_domain::access::grant::AskForCoordination;
use ariane_domain::cell::file::FileEvent;
use ariane_domain::purpose::Purpose;
use ariane_store::StoreError;
use ariane_store::records::consents::coordination::Asking;
use ariane_store::records::consents::given::{NewConsent, Towards};
use askama::Template;
use axum::extract::{Path, Query as Parameters};
use axum::response::{IntoResponse, Redirect, Response};
use uuid::Uuid;

const END: &str = "coordination-end";

#[derive(Template)]
#[template(path = "consents/coordination.html")]
struct CoordinationPage {
    shell: Shell,
    work: Work,
    lead: String,
    done: String,
    errors: Vec<(String, String)>,
    facts: Vec<(String, String)>,
    links: Vec<Link>,
    consents: Vec<View>,
    plain: String,
    at: String,
    signature: Signature,
    may_ask: bool,
    may_end: bool,
    end_error: String,
    version: i32,
    today: String,
}

impl Desk {
    /// Address of this page.
    fn coordination_at(&self, id: Uuid) -> String {
        format!("{}/coordination", self.case_at(id))
    }

    /// Where one goes on: the file where it is open, what the infoline wrote where it came from there.
    fn coordination_links(&self, id: Uuid, asking: &Asking) -> Vec<Link> {
        let (t, language) = (self.visit.t, self.visit.language);
        let number = t.w("cell-case-title", "number", &asking.number.to_string());
        let file = asking.is_open.then(|| Link::new(number, self.case_at(id)));
        let handed = asking.handover.map(|handover| {
            let at = DeskPage::Received.path_to(language, &handover.to_string());
            Link::new(t.s("coordination-handover"), at)
        });
        file.into_iter().chain(handed).collect()
    }
}

/// `GET …/coordination`.
pub async fn get(desk: Desk, Path(id): Path<Uuid>, Parameters(before): Parameters<Before>) -> Response {
    let result = show(&desk, id, &Failed::default(), before.is_done()).await;
    desk.settle(result)
}

async fn asked(desk: &Desk, id: Uuid) -> Result<Asking, Trouble> {
    let mut work = desk.begin().await?;
    let grant = desk.case_grant::<AskForCoordination>(&mut work, id).await?;
    let asking = work.coordination_asked(&grant).await?;
    work.commit().await?;
    Ok(asking)
}

async fn show(desk: &Desk, id: Uuid, failed: &Failed, done: bool) -> Result<Response, Trouble> {
    let t = desk.visit.t;
    let colleagues = desk.colleagues().await?;
    let asking = asked(desk, id).await?;
    let at = desk.coordination_at(id);
    let shown = Shown { at: at.clone(), documents: None, minority: asking.minority };
    let number = asking.number.to_string();
    let fact = |name: &str, text: String| (t.s(name), text);
    let end = FileEvent::for_want_of_agreement(asking.state, true).filter(|_| !asking.is_open);
    let page = CoordinationPage {
        shell: frame::shell(
            desk,
            CellPage::Case,
            &format!("{id}/coordination"),
            t.w("coordination-title", "number", &number),
        ),
        work: frame::work(desk, CellPage::Case),
        lead: t.s(if asking.is_open { "coordination-open" } else { "coordination-closed" }),
        done: if done { t.s("cell-done") } else { String::new() },
        errors: failed.all(),
        facts: vec![
            fact("coordination-received", t.date(desk.infoline.office.day(asking.received_at))),
            fact("coordination-origin", t.k("origin", asking.origin.word())),
            fact("coordination-state", t.k("file-state", asking.state.word())),
        ],
        links: desk.coordination_links(id, &asking),
        consents: asking
            .agreements
            .iter()
            .map(|one| desk.consent_view(&shown, one, &colleagues, failed))
            .collect(),
        plain: t.k("consent-plain", Purpose::Coordination.word()),
        signature: Signature::new(desk, failed),
        may_ask: asking.state.word() != "died",
        may_end: end.is_some(),
        end_error: failed.error(END),
        version: asking.version,
        today: desk.today().to_string(),
        at,
    };
    Ok(render(failed.status(), &page))
}

async fn settled(desk: &Desk, id: Uuid, form: &str, sent: &Sent, done: Result<(), Fault>) -> Response {
    let result = match done {
        Ok(()) => Ok(Redirect::to(&format!("{}?done=1", desk.coordination_at(id))).into_response()),
        Err(Fault::Rule(word)) => show(desk, id, &Failed::new(desk, form, word, sent), false).await,
        Err(Fault::Trouble(trouble)) => Err(trouble),
    };
    desk.settle(result)
}

/// `POST …/coordination`: asked on screen, or written down from paper.
pub async fn take(desk: Desk, Path(id): Path<Uuid>, sent: Sent) -> Response {
    let done = taken(&desk, id, &sent).await;
    settled(&desk, id, FORM, &sent, done).await
}

async fn taken(desk: &Desk, id: Uuid, sent: &Sent) -> Result<(), Fault> {
    let new = NewConsent {
        purpose: Purpose::Coordination,
        towards: Towards::Everybody,
        signed: form::signed(sent)?,
        text: sent.text("text"),
    };
    let mut work = desk.begin().await?;
    let grant = desk.case_grant::<AskForCoordination>(&mut work, id).await?;
    work.take_consent(&grant, &new, desk.today()).await?;
    Ok(work.commit().await?)
}

/// `POST …/coordination/{consent}/withdraw`: the person said no, or takes a yes back.
pub async fn withdraw(desk: Desk, Path((id, consent)): Path<(Uuid, Uuid)>, sent: Sent) -> Response {
    let done = withdrawn(&desk, id, consent, &sent).await;
    settled(&desk, id, &format!("consent-{consent}"), &sent, done).await
}

async fn withdrawn(desk: &Desk, id: Uuid, consent: Uuid, sent: &Sent) -> Result<(), Fault> {
    let means = withdrawal(sent)?;
    let colleagues = desk.colleagues().await?;
    let mut work = desk.begin().await?;
    let grant = desk.case_grant::<AskForCoordination>(&mut work, id).await?;
    let all = work.withdraw_consent(&grant, consent, sent.version(), means).await?;
    tell_taken(&mut work, desk, &colleagues, &all).await?;
    Ok(work.commit().await?)
}

/// `POST …/coordination/{consent}/second`: the other parent signed too.
pub async fn second(desk: Desk, Path((id, consent)): Path<(Uuid, Uuid)>, sent: Sent) -> Response {
    let done = second_signed(&desk, id, consent, &sent).await;
    settled(&desk, id, &format!("consent-{consent}"), &sent, done).await
}

async fn second_signed(desk: &Desk, id: Uuid, consent: Uuid, sent: &Sent) -> Result<(), Fault> {
    let on = day(sent, "on")?.ok_or(Fault::Rule("no-day"))?;
    let mut work = desk.begin().await?;
    let grant = desk.case_grant::<AskForCoordination>(&mut work, id).await?;
    work.second_parent_signed(&grant, consent, sent.version(), (on, desk.today())).await?;
    Ok(work.commit().await?)
}

/// `POST …/coordination/end`: the file ends for want of an agreement.
pub async fn end(desk: Desk, Path(id): Path<Uuid>, sent: Sent) -> Response {
    let done = ended(&desk, id, &sent).await;
    settled(&desk, id, END, &sent, done).await
}

async fn ended(desk: &Desk, id: Uuid, sent: &Sent) -> Result<(), Fault> {
    let mut work = desk.begin().await?;
    let grant = desk.case_grant::<AskForCoordination>(&mut work, id).await?;
    work.end_for_want_of_agreement(&grant, sent.version(), desk.today()).await?;
    Ok(work.commit().await?)
}

/// `GET …/coordination/{consent}/paper`: the form to be signed.
pub async fn form_on_paper(desk: Desk, Path((id, consent)): Path<(Uuid, Uuid)>) -> Response {
    let result = match asked(&desk, id).await {
        Ok(asking) => match asking.agreements.into_iter().find(|one| one.id == consent) {
            Some(one) => paper::of(&desk, asking.number, &one).await,
            None => Err(Trouble::Store(StoreError::NotThere)),
        },
        Err(trouble) => Err(trouble),
    };
    desk.settle(result)
}
