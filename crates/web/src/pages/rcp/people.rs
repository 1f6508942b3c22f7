//! Who is invited to a session, and who was there.

use super::acts::back;
use super::session::told;
use super::{Fault, grant, mails};
use crate::pages::desk::{Desk, Sent};
use ariane_domain::access::Action;
use ariane_domain::cell::rcp::Specialty;
use axum::extract::Path;
use axum::response::Response;
use uuid::Uuid;

/// `POST …/people`: somebody is put on the list; where invitations went out already, theirs does now.
pub async fn invite(desk: Desk, Path(id): Path<Uuid>, sent: Sent) -> Response {
    let result = add(&desk, id, &sent).await;
    told(&desk, id, result, "people", &sent).await
}

async fn add(desk: &Desk, id: Uuid, sent: &Sent) -> Result<Response, Fault> {
    let colleagues = desk.colleagues().await?;
    let account: Uuid = sent.get("account").parse().map_err(|_| Fault::Rule("no-such-account"))?;
    let may = |action| colleagues.who_may(action).iter().any(|(id, _)| *id == account);
    if !may(Action::AttendRcp) && !may(Action::HoldRcp) {
        return Err(Fault::Rule("no-such-account"));
    }
    let specialty = Specialty::new(&sent.line("specialty")).ok_or(Fault::Rule("no-specialty"))?;
    let mut work = desk.begin().await?;
    let grant = grant(desk, &work, id).await?;
    let invited = work.invite_participant(&grant, account, &specialty).await?;
    let session = work.read_rcp(&grant).await?;
    if session.session.invited_at.is_some() && session.session.state.is_coming() {
        let name = work.one_rcp_series(&grant, session.series).await?.text.name;
        let letters = mails::Letters { desk, name: &name, session: &session };
        letters.send(&mut work, &[invited], &colleagues, mails::Says::Invited).await?;
    }
    work.commit().await?;
    Ok(back(desk, id, "person"))
}

/// `POST …/people/{one}/withdraw`: what was readable because of the invitation is closed at once.
pub async fn withdraw(desk: Desk, Path((id, one)): Path<(Uuid, Uuid)>, sent: Sent) -> Response {
    let result = take_back(&desk, id, one).await;
    told(&desk, id, result, "", &sent).await
}

async fn take_back(desk: &Desk, id: Uuid, one: Uuid) -> Result<Response, Fault> {
    let colleagues = desk.colleagues().await?;
    let mut work = desk.begin().await?;
    let grant = grant(desk, &work, id).await?;
    let there = work.rcp_participants(&grant).await?;
    let (_, was_told) = work.withdraw_participant(&grant, one).await?;
    let session = work.read_rcp(&grant).await?;
    if was_told && session.session.state.is_coming() {
        let name = work.one_rcp_series(&grant, session.series).await?.text.name;
        let gone: Vec<_> = there.into_iter().filter(|person| person.id == one).collect();
        let letters = mails::Letters { desk, name: &name, session: &session };
        letters.send(&mut work, &gone, &colleagues, mails::Says::Withdrawn).await?;
    }
    work.commit().await?;
    Ok(back(desk, id, "withdrawn"))
}

/// `POST …/presence`: who was there.
pub async fn presence(desk: Desk, Path(id): Path<Uuid>, sent: Sent) -> Response {
    let result = record(&desk, id, &sent).await;
    told(&desk, id, result, "", &sent).await
}

async fn record(desk: &Desk, id: Uuid, sent: &Sent) -> Result<Response, Fault> {
    let present: Vec<Uuid> = sent.all("present").filter_map(|id| id.parse().ok()).collect();
    let mut work = desk.begin().await?;
    let grant = grant(desk, &work, id).await?;
    work.record_presence(&grant, &present).await?;
    work.commit().await?;
    Ok(back(desk, id, "saved"))
}
