//! A house with panels, for tests: a case, who may do what, an open local advice with two experts.

use crate::cell::{medical, social, write};
use crate::clinical::allergy;
use crate::consents::own;
use crate::dossiers::{agree, approve, begin as begin_dossier, judged, rendering, write_entries};
use crate::office::{at, staff};
use ariane_domain::access::grant::{
    Grant, PreparePanel, ReadCase, ReadPanel, ShareForPanel, ValidatePanelAccess, ValidatePanelCase,
};
use ariane_domain::access::{Actor, Refusal};
use ariane_domain::account::Role;
use ariane_domain::cell::file::FileEvent;
use ariane_domain::panel::acts::Expert;
use ariane_domain::panel::prepared::Preparing;
use ariane_domain::panel::{PanelKind, SeatChange, Urgency};
use ariane_domain::purpose::Purpose;
use ariane_domain::referral::link::Channel;
use ariane_store::directory::OWN_CONTROLLER;
use ariane_store::records::cell::CellError;
use ariane_store::records::consents::given::Towards;
use ariane_store::records::dossier::release::Form;
use ariane_store::records::outbox::Outgoing;
use ariane_store::records::panel::Panel;
use ariane_store::records::panel::changes::Said;
use ariane_store::records::panel::expert::ExpertView;
use ariane_store::records::{Records, Work};
use chrono::TimeDelta;
use uuid::Uuid;

pub const DAY: i64 = 24 * 60;

pub fn hub() -> Actor {
    staff(310, Role::HubCoordinator)
}

pub fn rule<T: std::fmt::Debug>(done: Result<T, CellError>) -> &'static str {
    match done {
        Err(CellError::Rule(word)) => word,
        other => panic!("{other:?}"),
    }
}

pub fn expert(name: &str) -> Expert {
    Expert {
        name: format!("Marqueurnom {name}"),
        specialty: name.into(),
        country: "DE".into(),
        language: "de".into(),
        mail: format!("{name}@example.org"),
        phone: "+49 000 111 222".into(),
        basis: String::new(),
    }
}

pub fn words(version: Option<i32>, key: u128, text: &str) -> Said {
    Said { version, key: Some(Uuid::from_u128(key)), detail: "", text: text.into() }
}

/// A file with an approved dossier, and the agreement that covers it.
pub struct Case {
    pub enquiry: Uuid,
    pub file: Uuid,
    pub dossier: Uuid,
    pub consent: Uuid,
}

pub async fn case(records: &Records) -> Case {
    let (enquiry, file) = own(records, "1990-01-02".parse().ok()).await;
    case_of(records, enquiry, file).await
}

/// The same of a file that is there.
pub async fn case_of(records: &Records, enquiry: Uuid, file: Uuid) -> Case {
    let consent = agree(records, file, Purpose::Panel, Towards::Everybody, 2).await;
    write_entries(records, file, vec![allergy("latex")], 2).await;
    judged(records, file, 3).await;
    let dossier = begin_dossier::<ShareForPanel>(records, &medical(), file, None, 4).await;
    let dossier = dossier.expect("agreed").expect("begun");
    let rendered = rendering("a");
    approve(records, &medical(), (file, dossier), (&rendered.digest(), &rendered), 5)
        .await
        .expect("approved");
    doctor(records, file, "Dr Marqueurmedecin", 6).await;
    Case { enquiry, file, dossier, consent }
}

pub async fn doctor(records: &Records, file: Uuid, name: &str, minute: i64) {
    let mut work = records.begin(at(minute)).await.expect("begun");
    let facts = work.case_facts(OWN_CONTROLLER, file).await.expect("facts");
    let read: Grant<ReadCase> = work.grant(&medical(), facts).expect("allowed");
    let one = work.read_case(&read).await.expect("read");
    let grant = write(&mut work, &medical(), file).await;
    let mut head = one.head.clone();
    head.treating_doctor = name.into();
    work.change_head(&grant, one.version, &head, &one.person.identity).await.expect("written");
    work.commit().await.expect("kept");
}

pub fn preparing(kind: PanelKind, minute: i64, days: i64) -> Preparing {
    Preparing {
        kind,
        network: (kind == PanelKind::European).then(|| "ern-imaginaire".into()),
        urgency: Urgency::Usual,
        due_on: at(minute).date_naive() + TimeDelta::days(days),
    }
}

pub async fn begin(
    records: &Records,
    one: &Case,
    new: &Preparing,
    key: u128,
    minute: i64,
) -> Result<Uuid, CellError> {
    let mut work = records.begin(at(minute)).await?;
    let (_, facts) = work.dossier_gate(OWN_CONTROLLER, one.file, one.dossier).await?;
    let grant: Grant<ShareForPanel> = work.grant(&social(), facts).expect("agreed");
    let id = work.begin_panel(&grant, one.dossier, new, Uuid::from_u128(key)).await?;
    work.commit().await?;
    Ok(id)
}

pub async fn prepare(work: &mut Work<'_>, who: &Actor, id: Uuid) -> Result<Grant<PreparePanel>, Refusal> {
    let facts = work.panel_facts(OWN_CONTROLLER, id).await.expect("facts");
    work.grant(who, facts)
}

/// One act of the house in a unit of work of its own.
macro_rules! house {
    ($records:expr, $who:expr, $id:expr, $minute:expr, |$work:ident, $grant:ident| $body:expr) => {{
        let mut $work = $records.begin($crate::office::at($minute)).await.expect("begun");
        let $grant = $crate::panel_house::prepare(&mut $work, $who, $id).await.expect("allowed");
        let done = $body;
        if done.is_ok() {
            $work.commit().await.expect("kept");
        }
        done
    }};
}

/// One act of an expert in a unit of work of its own.
macro_rules! theirs {
    ($records:expr, $seat:expr, $minute:expr, |$work:ident, $grant:ident| $body:expr) => {{
        let mut $work = $records.begin($crate::office::at($minute)).await.expect("begun");
        let facts = $work.expert_facts(ariane_store::directory::OWN_CONTROLLER, $seat).await.expect("facts");
        let $grant: ariane_domain::access::grant::Grant<ariane_domain::access::grant::AnswerPanel> =
            $work.grant(&ariane_domain::access::Actor::Expert { seat: $seat }, facts).expect("let in");
        let done = $body;
        if done.is_ok() {
            $work.commit().await.expect("kept");
        }
        done
    }};
}

pub(crate) use {house, theirs};

pub async fn panel(records: &Records, id: Uuid, minute: i64) -> Panel {
    let mut work = records.begin(at(minute)).await.expect("begun");
    let grant = prepare(&mut work, &hub(), id).await.expect("allowed");
    work.read_panel(&grant).await.expect("read").panel
}

pub async fn validate(records: &Records, who: &Actor, id: Uuid, minute: i64) -> Result<bool, CellError> {
    let version = panel(records, id, minute).await.version;
    let mut work = records.begin(at(minute)).await?;
    let facts = work.panel_facts(OWN_CONTROLLER, id).await?;
    let grant: Grant<ValidatePanelCase> = work.grant(who, facts).expect("allowed");
    let done = work.validate_panel_case(&grant, &words(Some(version), 900, "")).await?;
    work.commit().await?;
    Ok(done)
}

pub async fn admit(
    records: &Records,
    who: &Actor,
    id: Uuid,
    seat: Uuid,
    minute: i64,
) -> Result<(), CellError> {
    let mut work = records.begin(at(minute)).await?;
    let facts = work.panel_facts(OWN_CONTROLLER, id).await?;
    let grant: Grant<ValidatePanelAccess> = work.grant(who, facts).expect("allowed");
    work.validate_panel_access(&grant, seat, 1, SeatChange::Admit, "").await?;
    work.commit().await?;
    Ok(())
}

/// The link of a place and its code, as the expert gets them.
pub async fn invited(records: &Records, id: Uuid, seat: Uuid, minute: i64) -> (String, String) {
    let mut token = String::new();
    let version =
        panel(records, id, minute).await.seats.iter().find(|one| one.id == seat).expect("a seat").version;
    house!(records, &social(), id, minute, |work, grant| {
        let mail = |made: &str, to: &Expert| {
            token = made.to_owned();
            Outgoing { to: to.mail.clone(), text: made.into(), ..Outgoing::default() }
        };
        work.invite_expert(&grant, seat, version, mail).await
    })
    .expect("sent");
    let code = house!(records, &social(), id, minute, |work, grant| work
        .issue_expert_code(&grant, seat, Channel::Phone)
        .await)
    .expect("made");
    (token, code)
}

pub async fn sees(records: &Records, seat: Uuid, minute: i64) -> Result<ExpertView, Refusal> {
    let mut work = records.begin(at(minute)).await.expect("begun");
    let facts = work.expert_facts(OWN_CONTROLLER, seat).await.expect("facts");
    let grant: Grant<ReadPanel> = work.grant(&Actor::Expert { seat }, facts)?;
    let view = work.read_as_expert(&grant).await.expect("read");
    work.commit().await.expect("kept");
    Ok(view)
}

pub async fn fetches(records: &Records, seat: Uuid, minute: i64) -> Option<Vec<u8>> {
    let mut work = records.begin(at(minute)).await.expect("begun");
    let facts = work.expert_facts(OWN_CONTROLLER, seat).await.expect("facts");
    let grant: Grant<ReadPanel> = work.grant(&Actor::Expert { seat }, facts).ok()?;
    work.fetch_as_expert(&grant, Form::Phenopacket).await.ok().map(|piece| piece.bytes)
}

/// The person of a file dies, which is written down.
pub async fn dies(records: &Records, file: Uuid, minute: i64) {
    let mut work = records.begin(at(minute)).await.expect("begun");
    let grant = write(&mut work, &medical(), file).await;
    let facts = work.case_facts(OWN_CONTROLLER, file).await.expect("facts");
    let read: Grant<ReadCase> = work.grant(&medical(), facts).expect("allowed");
    let version = work.read_case(&read).await.expect("read").version;
    let day = at(minute).date_naive();
    work.change_case(&grant, version, FileEvent::Accept, "", day).await.expect("accepted");
    work.change_case(&grant, version + 1, FileEvent::RecordDeath, "", day).await.expect("recorded");
    work.commit().await.expect("kept");
}

/// An open local advice with a lead and an expert, both seated.
pub struct Open {
    pub id: Uuid,
    pub lead: Uuid,
    pub expert: Uuid,
    pub link: (String, String),
}

pub async fn open(records: &Records, one: &Case, days: i64) -> Open {
    let id = begin(records, one, &preparing(PanelKind::Local, 10, days), 1, 10).await.expect("begun");
    let mut seats = Vec::new();
    for (name, is_lead) in [("genetik", true), ("cardiologia", false)] {
        let seat = house!(records, &social(), id, 11, |work, grant| work
            .name_expert(&grant, &expert(name), is_lead, false)
            .await);
        seats.push(seat.expect("named"));
        admit(records, &hub(), id, seats[seats.len() - 1], 12).await.expect("admitted");
    }
    validate(records, &medical(), id, 13).await.expect("validated");
    let opened = house!(records, &hub(), id, 14, |work, grant| work
        .open_panel(&grant, &words(Some(2), 2, ""), "")
        .await);
    assert!(opened.expect("opened"));
    let (lead, expert) = (seats[0], seats[1]);
    invited(records, id, lead, 15).await;
    let link = invited(records, id, expert, 15).await;
    for seat in seats {
        let version = sees(records, seat, 16).await.expect("the door").version;
        theirs!(records, seat, 16, |work, grant| work.answer_invitation(&grant, version, None, "").await)
            .expect("seated");
    }
    Open { id, lead, expert, link }
}
