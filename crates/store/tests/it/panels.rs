//! Panels in the store, on both engines: three acts of three persons, an expert who sees one case while it is theirs to see, votes and
//! dissent that none can leave out, and what ends by itself.

use crate::cell::{medical, social, write};
use crate::clinical::allergy;
use crate::consents::{as_person, own, take};
use crate::dossiers::{agree, approve, begin as begin_dossier, judged, rendering, withdraw, write_entries};
use crate::engines::both;
use crate::office::{at, grant_all, staff};
use ariane_domain::access::grant::{
    AnswerPanel, Grant, ListCases, PreparePanel, ReadCase, ReadPanel, ShareForPanel, ValidatePanelAccess,
    ValidatePanelCase,
};
use ariane_domain::access::{Actor, Refusal};
use ariane_domain::account::Role;
use ariane_domain::cell::Reality;
use ariane_domain::cell::file::FileEvent;
use ariane_domain::cell::open_end::OpenEnd;
use ariane_domain::consent::GivenBy;
use ariane_domain::panel::acts::Expert;
use ariane_domain::panel::prepared::Preparing;
use ariane_domain::panel::seat::DeclineWhy;
use ariane_domain::panel::state::CpmsState;
use ariane_domain::panel::{PanelChange, PanelEnd, PanelKind, PanelState, SeatChange, Sight, Urgency, Vote};
use ariane_domain::protection::erasure::Delay;
use ariane_domain::purpose::Purpose;
use ariane_domain::referral::link::Channel;
use ariane_store::StoreError;
use ariane_store::directory::OWN_CONTROLLER;
use ariane_store::records::cell::CellError;
use ariane_store::records::consents::given::{NewConsent, Signed, Towards};
use ariane_store::records::dossier::release::Form;
use ariane_store::records::guest::Opens;
use ariane_store::records::outbox::Outgoing;
use ariane_store::records::panel::Panel;
use ariane_store::records::panel::changes::Said;
use ariane_store::records::panel::expert::ExpertView;
use ariane_store::records::rcp::advice::TellingWay;
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
    enquiry: Uuid,
    pub file: Uuid,
    dossier: Uuid,
    pub consent: Uuid,
}

pub async fn case(records: &Records) -> Case {
    let (enquiry, file) = own(records, "1990-01-02".parse().ok()).await;
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

async fn doctor(records: &Records, file: Uuid, name: &str, minute: i64) {
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
        let mut $work = $records.begin(at($minute)).await.expect("begun");
        let $grant = prepare(&mut $work, $who, $id).await.expect("allowed");
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
        let mut $work = $records.begin(at($minute)).await.expect("begun");
        let facts = $work.expert_facts(OWN_CONTROLLER, $seat).await.expect("facts");
        let $grant: Grant<AnswerPanel> = $work.grant(&Actor::Expert { seat: $seat }, facts).expect("let in");
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
async fn invited(records: &Records, id: Uuid, seat: Uuid, minute: i64) -> (String, String) {
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

async fn sees(records: &Records, seat: Uuid, minute: i64) -> Result<ExpertView, Refusal> {
    let mut work = records.begin(at(minute)).await.expect("begun");
    let facts = work.expert_facts(OWN_CONTROLLER, seat).await.expect("facts");
    let grant: Grant<ReadPanel> = work.grant(&Actor::Expert { seat }, facts)?;
    let view = work.read_as_expert(&grant).await.expect("read");
    work.commit().await.expect("kept");
    Ok(view)
}

async fn fetches(records: &Records, seat: Uuid, minute: i64) -> Option<Vec<u8>> {
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
    link: (String, String),
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

#[tokio::test]
async fn three_acts_are_of_three_persons_and_nothing_opens_before() {
    for engine in both().await {
        let records = engine.records().await;
        let one = case(&records).await;
        let new = preparing(PanelKind::Local, 10, 20);
        let id = begin(&records, &one, &new, 1, 10).await.expect("begun");
        assert_eq!(begin(&records, &one, &new, 1, 11).await.expect("again"), id, "a second click");
        let late = Preparing { due_on: at(0).date_naive() - TimeDelta::days(1), ..new.clone() };
        assert_eq!(rule(begin(&records, &one, &late, 9, 10).await), "panel-deadline");
        let early = house!(records, &hub(), id, 12, |work, grant| work
            .open_panel(&grant, &words(Some(1), 3, ""), "")
            .await);
        assert_eq!(rule(early), "panel-no-lead", "{}", engine.name);
        let seat = house!(records, &social(), id, 12, |work, grant| work
            .name_expert(&grant, &expert("genetik"), true, false)
            .await)
        .expect("named");
        // A function that is not theirs is refused by the policy, one person who holds both by the rule.
        for (who, is_case) in [(social(), true), (hub(), true), (social(), false), (medical(), false)] {
            let mut work = records.begin(at(13)).await.expect("begun");
            let facts = work.panel_facts(OWN_CONTROLLER, id).await.expect("facts");
            let refused = match is_case {
                true => work.grant::<ValidatePanelCase>(&who, facts).map(|_| ()),
                false => work.grant::<ValidatePanelAccess>(&who, facts).map(|_| ()),
            };
            assert_eq!(refused, Err(Refusal::Role), "{who:?}");
        }
        let Actor::Staff(mut both) = medical() else { panic!("staff") };
        both.roles.push(Role::HubCoordinator);
        let both = Actor::Staff(both);
        admit(&records, &both, id, seat, 14).await.expect("admitted");
        assert_eq!(rule(validate(&records, &both, id, 15).await), "same-person");
        doctor(&records, one.file, "", 16).await;
        let other = staff(302, Role::MedicalCoordinator);
        assert_eq!(rule(validate(&records, &other, id, 17).await), "panel-no-doctor");
        doctor(&records, one.file, "Dr Imaginaire", 18).await;
        let unvalidated = house!(records, &hub(), id, 19, |work, grant| work
            .open_panel(&grant, &words(Some(1), 4, ""), "")
            .await);
        assert_eq!(rule(unvalidated), "not-possible");
        assert!(validate(&records, &other, id, 20).await.expect("validated"));
        assert!(!validate(&records, &other, id, 21).await.expect("a second click"));
        let second = house!(records, &social(), id, 22, |work, grant| work
            .name_expert(&grant, &expert("cardiologia"), false, false)
            .await)
        .expect("named");
        let Actor::Staff(mut turned) = other.clone() else { panic!("staff") };
        turned.roles.push(Role::HubCoordinator);
        let turned = Actor::Staff(turned);
        assert_eq!(rule(admit(&records, &turned, id, second, 23).await), "same-person");
        let named = async |expert: Expert, is_staff| {
            rule(house!(records, &social(), id, 24, |work, grant| work
                .name_expert(&grant, &expert, false, is_staff)
                .await))
        };
        let far = Expert { country: "US".into(), ..expert("far") };
        assert_eq!(named(far, false).await, "panel-no-basis-abroad");
        assert_eq!(named(expert("genetik"), false).await, "panel-twice");
        assert_eq!(named(expert("maison"), true).await, "panel-own-staff");
        let opened = house!(records, &hub(), id, 25, |work, grant| work
            .open_panel(&grant, &words(Some(2), 5, ""), "")
            .await);
        assert!(opened.expect("opened"));
        let unadmitted = house!(records, &social(), id, 26, |work, grant| work
            .invite_expert(&grant, second, 1, |_, _| Outgoing::default())
            .await);
        assert_eq!(rule(unadmitted), "not-possible");
    }
}

#[tokio::test]
async fn an_expert_sees_one_case_by_link_and_code_and_says_what_they_think() {
    for engine in both().await {
        let records = engine.records().await;
        let one = case(&records).await;
        let all = open(&records, &one, 20).await;
        let (token, code) = &all.link;
        let wrong = records.enter_by_link(Opens::Seat, token, "AAAA-AAAA", at(17)).await.expect("tried");
        let astray = records.enter_by_link(Opens::Referral, token, code, at(17)).await.expect("tried");
        assert_eq!((wrong, astray), (None, None), "a code of its own, and nothing but a place");
        let session =
            records.enter_by_link(Opens::Seat, token, code, at(17)).await.expect("tried").expect("in");
        assert_eq!(
            records.opened_by_session(Opens::Seat, &session, at(18)).await.expect("looked"),
            Some(all.expert)
        );
        let view = sees(&records, all.expert, 18).await.expect("seated");
        assert_eq!(view.sight, Sight::Case);
        assert!(view.pseudonym.starts_with("P-") && !view.is_lead && view.composed.is_none());
        assert_eq!(
            fetches(&records, all.expert, 18).await.expect("bytes"),
            rendering("a").phenopacket.as_bytes()
        );

        let said = theirs!(records, all.expert, 20, |work, grant| work
            .write_as_expert(&grant, PanelChange::Ask, &words(None, 20, "Marqueurfrage"))
            .await);
        assert!(said.expect("asked"));
        assert!(panel(&records, all.id, 20).await.standing.asked_at.is_some());
        let version = panel(&records, all.id, 21).await.version;
        let stranger = house!(records, &social(), all.id, 21, |work, grant| work
            .answer_in_panel(&grant, &words(Some(version), 21, "Marqueurantwort"))
            .await);
        assert_eq!(rule(stranger), "not-yours", "what goes outside is a clinician's to say");
        house!(records, &medical(), all.id, 21, |work, grant| work
            .answer_in_panel(&grant, &words(Some(version), 21, "Marqueurantwort"))
            .await)
        .expect("answered");
        assert!(panel(&records, all.id, 22).await.standing.asked_at.is_none());

        let proposed = theirs!(records, all.expert, 23, |work, grant| work
            .write_as_expert(&grant, PanelChange::Propose, &words(None, 22, "Marqueurvorschlag"))
            .await);
        assert!(proposed.expect("proposed"));
        let again = theirs!(records, all.expert, 23, |work, grant| work
            .write_as_expert(&grant, PanelChange::Propose, &words(None, 22, "Marqueurvorschlag"))
            .await);
        assert!(!again.expect("a second click"));
        let proposal = sees(&records, all.lead, 24).await.expect("seated").proposals[0].id;
        let silent = theirs!(records, all.lead, 24, |work, grant| work
            .vote_as_expert(&grant, proposal, Vote::Disagree, &words(None, 23, " "))
            .await);
        assert_eq!(rule(silent), "words-missing", "who disagrees says why");
        for (seat, vote, key, why) in [
            (all.lead, Vote::Agree, 24, ""),
            (all.lead, Vote::Disagree, 25, "Marqueurgrund"),
            (all.expert, Vote::Agree, 26, ""),
        ] {
            theirs!(records, seat, 25, |work, grant| work
                .vote_as_expert(&grant, proposal, vote, &words(None, key, why))
                .await)
            .expect("voted");
        }
        let settled = sees(&records, all.expert, 26).await.expect("seated").proposals[0].settled.clone();
        assert_eq!((settled.agree, settled.dissent.len()), (1, 1), "one vote each, the last counts");

        let not_lead = theirs!(records, all.expert, 27, |work, grant| work
            .draft_advice(&grant, &words(None, 27, "x"))
            .await);
        assert_eq!(rule(not_lead), "not-yours");
        theirs!(records, all.lead, 27, |work, grant| work
            .draft_advice(&grant, &words(None, 28, "Marqueuravis"))
            .await)
        .expect("written");
        let (outcome, digest) =
            sees(&records, all.lead, 28).await.expect("seated").composed.expect("composed");
        assert_eq!(outcome.proposals[0].dissent[0].why, "Marqueurgrund");
        theirs!(records, all.expert, 29, |work, grant| work
            .vote_as_expert(&grant, proposal, Vote::Abstain, &words(None, 29, ""))
            .await)
        .expect("voted");
        let stale = theirs!(records, all.lead, 30, |work, grant| work
            .close_panel(&grant, &digest, &words(None, 30, ""))
            .await);
        assert_eq!(rule(stale), "not-what-was-read", "a vote came after it was read");
        let (_, digest) = sees(&records, all.lead, 31).await.expect("seated").composed.expect("composed");
        let mut closings = Vec::new();
        for key in [31, 31, 32] {
            let mut work = records.begin(at(32)).await.expect("begun");
            let facts = work.expert_facts(OWN_CONTROLLER, all.lead).await.expect("facts");
            let grant: Grant<AnswerPanel> =
                work.grant(&Actor::Expert { seat: all.lead }, facts).expect("let in");
            closings.push(work.close_panel(&grant, &digest, &words(None, key, "")).await);
            work.commit().await.expect("kept");
        }
        assert!(
            matches!(closings[..], [Ok(true), Ok(false), Err(CellError::Rule("not-possible"))]),
            "{closings:?}"
        );

        // The case is gone for the expert, what came of it is there; nobody told the person yet.
        assert_eq!(fetches(&records, all.expert, 33).await, None, "{}", engine.name);
        let after = sees(&records, all.expert, 33).await.expect("thanked");
        assert_eq!(after.sight, Sight::Thanks);
        assert!(after.fhir.is_empty() && after.outcome.is_some_and(|one| one.advice == "Marqueuravis"));
        let version = panel(&records, all.id, 34).await.version;
        house!(records, &medical(), all.id, 34, |work, grant| work
            .decide_panel(&grant, &words(Some(version), 33, "Marqueurdecision"))
            .await)
        .expect("decided");
        assert_eq!(sees(&records, all.expert, 35).await.expect("thanked").decision, "Marqueurdecision");
        let mut work = records.begin(at(36)).await.expect("begun");
        let person = as_person(&mut work, one.enquiry).await;
        assert!(work.told_plainly(&person).await.expect("read").is_empty(), "a human tells first");
        assert!(!work.own_panels(&person).await.expect("read")[0].is_told);
        drop(work);
        house!(records, &medical(), all.id, 37, |work, grant| work
            .tell_panel(&grant, version + 1, TellingWay::Explained, "Marqueursimple")
            .await)
        .expect("told");
        let again = house!(records, &medical(), all.id, 37, |work, grant| work
            .tell_panel(&grant, version + 2, TellingWay::Explained, "Autre chose")
            .await);
        assert_eq!(rule(again), "already-told", "{}", engine.name);
        let mut work = records.begin(at(38)).await.expect("begun");
        let person = as_person(&mut work, one.enquiry).await;
        assert_eq!(work.told_plainly(&person).await.expect("read")[0].text, "Marqueursimple");
        let log = work.own_access_log(&person, 500).await.expect("read");
        let readings = log.iter().filter(|line| line.action == "read-panel" && line.function == "expert");
        assert!(readings.count() >= 4, "each reading is theirs to see");
        let copy = work.whole_copy(&person).await.expect("copied");
        assert!(!copy.beside.is_empty());
        work.commit().await.expect("kept");
        for mark in [
            "Marqueurnom",
            "genetik@",
            "Marqueurfrage",
            "Marqueurantwort",
            "Marqueurvorschlag",
            "Marqueurgrund",
            "Marqueuravis",
            "Marqueurdecision",
            "Marqueursimple",
            "Marqueurmedecin",
        ] {
            assert!(engine.files_with(mark).is_empty(), "{}: {mark}", engine.name);
        }
        let steps: Vec<&str> =
            panel(&records, all.id, 39).await.steps.iter().map(|one| one.step.word()).collect();
        assert_eq!(
            steps,
            [
                "begun",
                "invited",
                "access-validated",
                "case-validated",
                "opened",
                "first-read",
                "first-contribution",
                "closed",
                "decided"
            ]
        );
    }
}

#[tokio::test]
async fn access_dies_with_the_deadline_and_somebody_is_told_that_it_is_late() {
    for engine in both().await {
        let records = engine.records().await;
        let one = case(&records).await;
        let all = open(&records, &one, 5).await;
        let (before, after) = (5 * DAY, 7 * DAY);
        assert!(sees(&records, all.expert, before).await.is_ok());
        assert_eq!(
            sees(&records, all.expert, after).await.map(|_| ()),
            Err(Refusal::OtherLink),
            "{}",
            engine.name
        );
        assert_eq!(fetches(&records, all.expert, after).await, None);
        let lead = sees(&records, all.lead, after).await.expect("time to close");
        assert_eq!(lead.changes, [PanelChange::Draft, PanelChange::Close], "and for nothing else");
        let mut work = records.begin(at(after)).await.expect("begun");
        let grant: Grant<ListCases> = grant_all(&work, &medical(), "board");
        let open_ends = work.open_ends(&grant, false, at(after).date_naive()).await.expect("looked");
        assert!(open_ends.iter().any(|one| one.end == OpenEnd::PanelLate), "it waits for somebody");
        let all_open: Grant<PreparePanel> = grant_all(&work, &hub(), "panels");
        let (listed, closed) = work.panels_under_way(&all_open, Reality::Real).await.expect("listed");
        assert!(listed[0].0.standing.is_late(at(after)) && closed == 0);
        drop(work);
        let version = panel(&records, all.id, after).await.version;
        let due = at(after).date_naive() + TimeDelta::days(3);
        house!(records, &hub(), all.id, after, |work, grant| work
            .extend_panel(&grant, &words(Some(version), 50, ""), due)
            .await)
        .expect("moved");
        assert!(sees(&records, all.expert, after + 1).await.is_ok(), "the deadline was moved");
        assert!(sees(&records, all.lead, 40 * DAY).await.is_err(), "the lead's time ends too");
    }
}

#[tokio::test]
async fn taking_the_agreement_back_ends_it_at_once_and_who_read_is_asked_to_delete_once() {
    for engine in both().await {
        let records = engine.records().await;
        let one = case(&records).await;
        let all = open(&records, &one, 20).await;
        sees(&records, all.expert, 18).await.expect("read");
        withdraw(&records, one.file, one.consent, 30).await;
        for seat in [all.lead, all.expert] {
            let closed = sees(&records, seat, 30).await.map(|_| ());
            assert_eq!(closed, Err(Refusal::OtherLink), "{}", engine.name);
            assert_eq!(fetches(&records, seat, 30).await, None);
        }
        let (token, code) = &all.link;
        assert_eq!(records.enter_by_link(Opens::Seat, token, code, at(31)).await.expect("tried"), None);
        let mut work = records.begin(at(31)).await.expect("begun");
        for who in [social(), medical(), hub()] {
            assert_eq!(prepare(&mut work, &who, all.id).await.map(|_| ()), Err(Refusal::NoAgreement));
        }
        let facts = work.case_facts(OWN_CONTROLLER, one.file).await.expect("facts");
        let read: Grant<ReadCase> = work.grant(&medical(), facts).expect("care goes on");
        let line = work.panels_of_case(&read).await.expect("listed")[0];
        assert_eq!(line.state, PanelState::Withdrawn);
        let asked = work.take_panel_deletions(OWN_CONTROLLER).await.expect("taken");
        assert_eq!(asked.len(), 1, "who read the case, and nobody else");
        assert_eq!(asked[0].expert.mail, "cardiologia@example.org");
        assert!(work.take_panel_deletions(OWN_CONTROLLER).await.expect("taken").is_empty(), "once");
        work.commit().await.expect("kept");
    }
}

#[tokio::test]
async fn a_death_ends_everything_and_writes_to_nobody() {
    for engine in both().await {
        let records = engine.records().await;
        let one = case(&records).await;
        let all = open(&records, &one, 20).await;
        let declined = theirs!(records, all.expert, 20, |work, grant| {
            let version = 4;
            work.answer_invitation(&grant, version, Some(DeclineWhy::Other), " ").await
        });
        assert_eq!(rule(declined), "words-missing");
        dies(&records, one.file, 21).await;
        for seat in [all.lead, all.expert] {
            assert!(sees(&records, seat, 22).await.is_err(), "{}", engine.name);
        }
        let ended = panel(&records, all.id, 23).await;
        assert_eq!((ended.state, ended.end), (PanelState::Withdrawn, Some(PanelEnd::Death)));
        assert!(records.lease_outgoing(at(23)).await.expect("read").is_none(), "nothing automatic goes out");
    }
}

#[tokio::test]
async fn an_expert_who_leaves_reads_no_more_and_what_they_said_stays() {
    for engine in both().await {
        let records = engine.records().await;
        let one = case(&records).await;
        let all = open(&records, &one, 20).await;
        theirs!(records, all.expert, 20, |work, grant| work
            .write_as_expert(&grant, PanelChange::Contribute, &words(None, 60, "Marqueurbeitrag"))
            .await)
        .expect("written");
        let version = sees(&records, all.expert, 21).await.expect("seated").version;
        theirs!(records, all.expert, 21, |work, grant| work
            .answer_invitation(&grant, version, Some(DeclineWhy::Conflict), "")
            .await)
        .expect("declined");
        assert!(sees(&records, all.expert, 21).await.is_err(), "{}", engine.name);
        assert!(
            sees(&records, all.lead, 22)
                .await
                .expect("seated")
                .notes
                .iter()
                .any(|n| n.text == "Marqueurbeitrag")
        );
        let lead = panel(&records, all.id, 23).await;
        let seat = lead.seats.iter().find(|seat| seat.is_lead).expect("a lead");
        house!(records, &social(), all.id, 24, |work, grant| work
            .end_seat(&grant, seat.id, seat.version, None, "absente pour longtemps")
            .await)
        .expect("ended");
        let after = panel(&records, all.id, 25).await;
        assert!(!after.standing.has_lead, "somebody else has to lead");
        assert!(sees(&records, all.lead, 25).await.is_err());
    }
}

#[tokio::test]
async fn a_european_panel_is_followed_and_its_outcome_written_down() {
    for engine in both().await {
        let records = engine.records().await;
        let one = case(&records).await;
        let none = Preparing { network: None, ..preparing(PanelKind::European, 10, 20) };
        assert_eq!(rule(begin(&records, &one, &none, 7, 10).await), "panel-no-network");
        let new = preparing(PanelKind::European, 10, 20);
        let id = begin(&records, &one, &new, 8, 10).await.expect("begun");
        let named = house!(records, &social(), id, 11, |work, grant| work
            .name_expert(&grant, &expert("x"), true, false)
            .await);
        assert_eq!(rule(named), "panel-not-this-kind", "its experts are in CPMS");
        validate(&records, &medical(), id, 12).await.expect("validated");
        let unnumbered = house!(records, &hub(), id, 13, |work, grant| work
            .open_panel(&grant, &words(Some(2), 70, ""), " ")
            .await);
        assert_eq!(rule(unnumbered), "panel-no-case-number");
        house!(records, &hub(), id, 13, |work, grant| work
            .open_panel(&grant, &words(Some(2), 71, ""), "Marqueurcpms-12")
            .await)
        .expect("opened");
        let on = at(14).date_naive();
        let ahead = house!(records, &hub(), id, 14, |work, grant| work
            .note_cpms(&grant, &words(Some(3), 72, ""), CpmsState::Enrolled, on + TimeDelta::days(1))
            .await);
        assert_eq!(rule(ahead), "panel-day-ahead");
        house!(records, &hub(), id, 14, |work, grant| work
            .note_cpms(&grant, &words(Some(3), 73, ""), CpmsState::Enrolled, on)
            .await)
        .expect("noted");
        house!(records, &hub(), id, 15, |work, grant| work
            .record_outcome(&grant, &words(Some(4), 74, "Marqueurissue"))
            .await)
        .expect("recorded");
        let closed = panel(&records, id, 16).await;
        assert_eq!(closed.state, PanelState::Closed);
        assert_eq!(closed.head.cpms, [(CpmsState::Enrolled, on)]);
        assert_eq!(closed.head.cpms_number, "Marqueurcpms-12");
        let late = house!(records, &social(), id, 17, |work, grant| work
            .withdraw_panel(&grant, &words(Some(5), 75, "trop tard"))
            .await);
        assert_eq!(rule(late), "not-possible");
        assert!(
            engine.files_with("Marqueurcpms").is_empty() && engine.files_with("Marqueurissue").is_empty()
        );
    }
}

#[tokio::test]
async fn a_panel_of_one_file_opens_nothing_of_another_and_a_stale_page_changes_nothing() {
    for engine in both().await {
        let records = engine.records().await;
        let one = case(&records).await;
        let id = begin(&records, &one, &preparing(PanelKind::Local, 10, 20), 1, 10).await.expect("begun");
        let stale = house!(records, &social(), id, 11, |work, grant| work
            .withdraw_panel(&grant, &words(Some(7), 80, "x"))
            .await);
        assert!(matches!(stale, Err(CellError::Store(StoreError::Conflict))), "{}", engine.name);
        let silent = house!(records, &social(), id, 11, |work, grant| work
            .withdraw_panel(&grant, &words(Some(1), 81, " "))
            .await);
        assert_eq!(rule(silent), "words-missing");
        let other = begin(&records, &one, &preparing(PanelKind::Local, 10, 20), 2, 10).await.expect("begun");
        let seat = house!(records, &social(), other, 12, |work, grant| work
            .name_expert(&grant, &expert("genetik"), true, false)
            .await)
        .expect("named");
        let astray = house!(records, &social(), id, 13, |work, grant| work.let_lead(&grant, seat, 1).await);
        assert!(matches!(astray, Err(CellError::Store(StoreError::NotThere))));
    }
}

#[tokio::test]
async fn an_agreement_that_runs_out_closes_the_case_and_an_erasure_ends_it() {
    for engine in both().await {
        let records = engine.records().await;
        let one = case(&records).await;
        let all = open(&records, &one, 20).await;
        sees(&records, all.expert, 18).await.expect("read");
        withdraw_quietly(&records, &one, 20).await;
        assert!(sees(&records, all.expert, DAY).await.is_ok(), "{}: until its last day", engine.name);
        let over = sees(&records, all.expert, 5 * DAY).await.map(|_| ());
        assert_eq!(over, Err(Refusal::NoAgreement), "{}: nobody had to end it", engine.name);
        let mut work = records.begin(at(5 * DAY)).await.expect("begun");
        let all_open: Grant<PreparePanel> = grant_all(&work, &hub(), "panels");
        let (listed, closed) = work.panels_under_way(&all_open, Reality::Real).await.expect("listed");
        assert_eq!((listed.len(), closed), (0, 1), "counted, and not shown");
        drop(work);

        let mut work = records.begin(at(6 * DAY)).await.expect("begun");
        let person = as_person(&mut work, one.enquiry).await;
        let effective = work.ask_erasure(&person, Delay(0)).await.expect("asked");
        work.commit().await.expect("kept");
        let later = effective + TimeDelta::days(3 * 365);
        for due in records.due_erasures(later).await.expect("looked") {
            records.carry_out(&due, later).await.expect("done");
        }
        let mut work = records.begin(later).await.expect("begun");
        let refused = work.expert_facts(OWN_CONTROLLER, all.expert).await.map(|facts| facts.open_seat);
        assert!(!matches!(refused, Ok(Some(_))), "{}: {refused:?}", engine.name);
    }
}

/// The agreement of a case gives way to one that ends in two days.
async fn withdraw_quietly(records: &Records, one: &Case, minute: i64) {
    let from = at(minute).date_naive();
    let signed = Signed { by: GivenBy::Person, parents: None, from, until: from + TimeDelta::days(2) };
    let new = NewConsent {
        purpose: Purpose::Panel,
        towards: Towards::Everybody,
        signed: Some(signed),
        text: String::new(),
    };
    take(records, one.file, minute, new).await.expect("taken");
    withdraw(records, one.file, one.consent, minute + 1).await;
}

#[tokio::test]
async fn of_two_who_close_at_the_same_moment_one_does() {
    for engine in both().await {
        let records = engine.records().await;
        let one = case(&records).await;
        let all = open(&records, &one, 20).await;
        sees(&records, all.lead, 18).await.expect("read");
        theirs!(records, all.lead, 19, |work, grant| work
            .draft_advice(&grant, &words(None, 90, "Attendre"))
            .await)
        .expect("written");
        let (_, digest) = sees(&records, all.lead, 20).await.expect("seated").composed.expect("composed");
        let close = async |key: u128| {
            let mut work = records.begin(at(21)).await?;
            let facts = work.expert_facts(OWN_CONTROLLER, all.lead).await?;
            let grant: Grant<AnswerPanel> =
                work.grant(&Actor::Expert { seat: all.lead }, facts).expect("let in");
            let done = work.close_panel(&grant, &digest, &words(None, key, "")).await?;
            work.commit().await?;
            Ok::<bool, CellError>(done)
        };
        let (first, second) = tokio::join!(close(91), close(92));
        let closed = [&first, &second].into_iter().filter(|one| matches!(one, Ok(true))).count();
        assert_eq!(closed, 1, "{}: {first:?} {second:?}", engine.name);
        assert_eq!(panel(&records, all.id, 22).await.state, PanelState::Closed);
    }
}
