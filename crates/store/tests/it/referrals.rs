//! Referrals in the store, on both engines: nothing leaves without an agreement, one truth, nobody forgotten.

use crate::cell::{medical, new_case, social, write};
use crate::consents::{as_person, own};
use crate::engines::both;
use crate::office::{at, staff};
use crate::papers::{add, document};
use ariane_domain::access::grant::{AnswerReferral, Grant, PrepareReferral, ReadReferral, SendReferral};
use ariane_domain::access::{Actor, Facts, Refusal};
use ariane_domain::account::Role;
use ariane_domain::cell::document::DocumentKind;
use ariane_domain::cell::file::FileEvent;
use ariane_domain::cell::{Origin, Reality};
use ariane_domain::consent::{GivenBy, Means};
use ariane_domain::purpose::Purpose;
use ariane_domain::referral::link::{Channel, MOST_WRONG};
use ariane_domain::referral::packet::{PacketPart, PacketRule};
use ariane_domain::referral::roster::on_duty;
use ariane_domain::referral::state::{EndReason, ToldWay};
use ariane_domain::referral::{ReferralChange, ReferralKind, ReferralState};
use ariane_store::StoreError;
use ariane_store::directory::OWN_CONTROLLER;
use ariane_store::records::cell::CellError;
use ariane_store::records::consents::given::{NewConsent, Signed, Towards};
use ariane_store::records::guest::Opens;
use ariane_store::records::outbox::{Ending, Outgoing};
use ariane_store::records::persons::Identity;
use ariane_store::records::referrals::changes::Said;
use ariane_store::records::referrals::draft::NewReferral;
use ariane_store::records::referrals::recipient::ReportFile;
use ariane_store::records::referrals::roster::MemberText;
use ariane_store::records::referrals::send::Sending;
use ariane_store::records::referrals::{Card, Delivery, Head, recipient_id};
use ariane_store::records::{Records, Work};
use chrono::TimeDelta;
use uuid::Uuid;

const DAY: i64 = 24 * 60;

pub fn hub() -> Actor {
    staff(310, Role::HubCoordinator)
}

pub fn rule() -> PacketRule {
    PacketRule {
        kind: ReferralKind::Centre,
        needs: vec![PacketPart::Question, PacketPart::Identity],
        takes: vec![PacketPart::Documents],
    }
}

pub fn new(organisation: &str, key: u128) -> NewReferral {
    NewReferral {
        kind: ReferralKind::Centre,
        network: Some("ern-rnd".into()),
        organisation: Some(organisation.into()),
        head: Head {
            card: Card {
                name: "Centre imaginaire Marqueurcentre".into(),
                mail: "centre@example.org".into(),
                phone: "000 111".into(),
                ..Card::default()
            },
            why: vec!["Marqueurraison".into()],
            ..Head::default()
        },
        previous: None,
        key: Uuid::from_u128(key),
    }
}

/// A file whose person has a name and a birth date.
pub async fn file(records: &Records, name: &str) -> Uuid {
    let mut work = records.begin(at(0)).await.expect("begun");
    let send = crate::office::grant_all(&work, &social(), "case_file");
    let mut case = new_case(name, Origin::Hub, Reality::Real);
    case.identity = Identity { birth_date: "1990-01-02".parse().ok(), ..case.identity };
    let opened = work.receive_case(&send, &case).await.expect("received");
    let grant = write(&mut work, &social(), opened.id).await;
    work.change_case(&grant, 1, FileEvent::Accept, "", at(0).date_naive()).await.expect("accepted");
    work.commit().await.expect("kept");
    opened.id
}

pub async fn agree(records: &Records, file: Uuid, towards: Towards, minute: i64) -> Uuid {
    let mut work = records.begin(at(minute)).await.expect("begun");
    let grant = write(&mut work, &medical(), file).await;
    let from = at(minute).date_naive();
    let signed = Signed { by: GivenBy::Person, parents: None, from, until: from + TimeDelta::days(300) };
    let new = NewConsent { purpose: Purpose::Transfer, towards, signed: Some(signed), text: String::new() };
    let id = work.take_consent(&grant, &new, from).await.expect("taken");
    work.commit().await.expect("kept");
    id
}

pub fn towards(organisation: &str) -> Towards {
    Towards::Recipient(
        recipient_id(ReferralKind::Centre, organisation, "ern-rnd"),
        "Centre imaginaire".into(),
    )
}

pub async fn begin(records: &Records, file: Uuid, new: &NewReferral, minute: i64) -> Uuid {
    let mut work = records.begin(at(minute)).await.expect("begun");
    let facts = work.case_facts(OWN_CONTROLLER, file).await.expect("facts");
    let grant: Grant<PrepareReferral> = work.grant(&hub(), facts).expect("allowed");
    let id = work.begin_referral(&grant, new).await.expect("begun");
    work.commit().await.expect("kept");
    id
}

pub async fn prepare(work: &mut Work<'_>, id: Uuid) -> Grant<PrepareReferral> {
    let facts = work.referral_facts(OWN_CONTROLLER, id).await.expect("facts");
    work.grant(&hub(), facts).expect("allowed")
}

pub async fn question(records: &Records, id: Uuid, documents: &[Uuid], minute: i64) {
    let mut work = records.begin(at(minute)).await.expect("begun");
    let grant = prepare(&mut work, id).await;
    work.write_referral_draft(&grant, 1, "Marqueurquestion", "fr", (documents, false))
        .await
        .expect("written");
    work.commit().await.expect("kept");
}

/// Sends what is at its second version; the outer refusal is the policy's.
async fn send(
    records: &Records,
    id: Uuid,
    key: u128,
    minute: i64,
) -> Result<Result<Option<String>, CellError>, Refusal> {
    let mut work = records.begin(at(minute)).await.expect("begun");
    let facts = work.referral_sending_facts(OWN_CONTROLLER, id).await.expect("facts");
    let grant: Grant<SendReferral> = work.grant(&hub(), facts)?;
    let rule = rule();
    let how = Sending {
        version: 2,
        key: Some(Uuid::from_u128(key)),
        rule: &rule,
        is_listed: true,
        sender: "Cléo Fictive",
        channel: Channel::Mail,
    };
    let mail =
        |token: &str| Outgoing { to: "centre@example.org".into(), text: token.into(), ..Outgoing::default() };
    let sent = work.send_referral(&grant, &how, mail).await;
    if sent.is_ok() {
        work.commit().await.expect("kept");
    }
    Ok(sent)
}

pub async fn code(records: &Records, id: Uuid, channel: Channel, minute: i64) -> Result<String, CellError> {
    let mut work = records.begin(at(minute)).await?;
    let facts = work.referral_sending_facts(OWN_CONTROLLER, id).await?;
    let grant: Grant<SendReferral> = work.grant(&hub(), facts).expect("allowed");
    let code = work.issue_referral_code(&grant, channel).await?;
    work.commit().await?;
    Ok(code)
}

/// Whether the recipient gets through, by each path: reading, a document, an answer.
pub async fn paths(records: &Records, id: Uuid, document: Uuid, minute: i64) -> [Result<(), Refusal>; 3] {
    let me = Actor::Recipient { referral: id };
    let mut work = records.begin(at(minute)).await.expect("begun");
    let facts = work.referral_reading_facts(OWN_CONTROLLER, id).await.expect("facts");
    let read: Result<Grant<ReadReferral>, Refusal> = work.grant(&me, facts.clone());
    let answer: Result<Grant<AnswerReferral>, Refusal> = work.grant(&me, facts);
    let (mut opened, mut taken) = (read.clone().map(|_| ()), read.clone().map(|_| ()));
    if let Ok(grant) = &read {
        opened = work.read_referral(grant).await.map(|_| ()).map_err(|_| Refusal::OtherLink);
        taken =
            work.read_referral_document(grant, document).await.map(|_| ()).map_err(|_| Refusal::OtherLink);
    }
    work.commit().await.expect("kept");
    [opened, taken, answer.map(|_| ())]
}

pub async fn answer(
    records: &Records,
    id: Uuid,
    change: ReferralChange,
    said: &Said,
    minute: i64,
) -> Result<bool, CellError> {
    let mut work = records.begin(at(minute)).await?;
    let facts = work.referral_reading_facts(OWN_CONTROLLER, id).await?;
    // Who comes after a refusal finds the link closed.
    let grant: Result<Grant<AnswerReferral>, _> = work.grant(&Actor::Recipient { referral: id }, facts);
    let grant = grant.map_err(|_| CellError::Rule("closed"))?;
    let file = ReportFile {
        name: "Marqueurrapport.pdf",
        media_type: "application/pdf",
        bytes: b"%PDF-1.7 Marqueur",
    };
    let is_new = work.answer_referral(&grant, change, said, Some(file)).await?;
    work.commit().await?;
    Ok(is_new)
}

pub async fn dossier(
    records: &Records,
    id: Uuid,
    minute: i64,
) -> ariane_store::records::referrals::draft::Dossier {
    let mut work = records.begin(at(minute)).await.expect("begun");
    let grant = prepare(&mut work, id).await;
    let dossier = work.referral_dossier(&grant).await.expect("read");
    work.commit().await.expect("kept");
    dossier
}

pub fn said(version: i32, key: u128, text: &str, day: i64) -> Said {
    let day = (day > 0).then(|| at(day * DAY).date_naive());
    Said { version, key: Some(Uuid::from_u128(key)), detail: "", text: text.into(), day }
}

pub fn rule_of<T: std::fmt::Debug>(result: Result<T, CellError>) -> &'static str {
    match result {
        Err(CellError::Rule(word)) => word,
        other => panic!("no rule refused: {other:?}"),
    }
}

pub fn is_conflict<T>(result: &Result<T, CellError>) -> bool {
    matches!(result, Err(CellError::Store(StoreError::Conflict)))
}

#[tokio::test]
async fn it_is_sent_with_an_agreement_answered_by_link_and_code_and_closed_when_told() {
    for engine in both().await {
        let records = engine.records().await;
        let file = file(&records, "Anne Fictive").await;
        let paper = add(&records, file, 2, &document(DocumentKind::Report, false)).await;
        let genes = add(&records, file, 2, &document(DocumentKind::GeneticReport, false)).await;
        let id = begin(&records, file, &new("crmr-imaginaire", 1), 3).await;
        assert_eq!(begin(&records, file, &new("crmr-imaginaire", 1), 3).await, id, "a second click");
        question(&records, id, &[paper, genes], 4).await;
        assert_eq!(send(&records, id, 2, 5).await.err(), Some(Refusal::NoAgreement), "{}", engine.name);
        agree(&records, file, towards("crmr-ailleurs"), 5).await;
        assert_eq!(send(&records, id, 2, 6).await.err(), Some(Refusal::NoAgreement), "another's agreement");
        agree(&records, file, towards("crmr-imaginaire"), 6).await;
        let incomplete = send(&records, id, 2, 7).await.expect("allowed");
        assert_eq!(rule_of(incomplete), "referral-incomplete", "genetic results were not asked about");
        let mut work = records.begin(at(7)).await.expect("begun");
        let grant = prepare(&mut work, id).await;
        let set = work.write_referral_draft(&grant, 2, "Marqueurquestion", "fr", (&[paper], false)).await;
        set.expect("written");
        work.commit().await.expect("kept");
        let stale = send(&records, id, 2, 8).await.expect("allowed");
        assert!(is_conflict(&stale), "somebody wrote meanwhile");
        let mut work = records.begin(at(8)).await.expect("begun");
        let facts = work.referral_sending_facts(OWN_CONTROLLER, id).await.expect("facts");
        let grant: Grant<SendReferral> = work.grant(&hub(), facts).expect("agreed");
        let rule = rule();
        let how = Sending {
            version: 3,
            key: Some(Uuid::from_u128(2)),
            rule: &rule,
            is_listed: true,
            sender: "Cléo Fictive",
            channel: Channel::Mail,
        };
        let mail = |token: &str| Outgoing {
            to: "centre@example.org".into(),
            text: token.into(),
            ..Outgoing::default()
        };
        let gone = Sending { is_listed: false, ..how.clone() };
        assert_eq!(
            rule_of(work.send_referral(&grant, &gone, mail).await),
            "referral-incomplete",
            "centre closed"
        );
        let token = work.send_referral(&grant, &how, mail).await.expect("sent").expect("a token");
        assert_eq!(work.send_referral(&grant, &how, mail).await.expect("a second click"), None);
        work.commit().await.expect("kept");

        // The mail server is down, then up again: what is sent is said as it is.
        assert_eq!(dossier(&records, id, 9).await.referral.delivery, Delivery::Waiting(0));
        let leased = records.lease_outgoing(at(9)).await.expect("read").expect("one waits");
        assert_eq!(leased.mail.text, token, "{}", engine.name);
        records
            .end_outgoing(leased.controller, leased.id, 0, Ending::Later("refused"), at(9))
            .await
            .expect("ended");
        assert_eq!(dossier(&records, id, 10).await.referral.delivery, Delivery::Waiting(1));
        records.end_outgoing(leased.controller, leased.id, 1, Ending::Sent, at(11)).await.expect("ended");
        assert_eq!(dossier(&records, id, 12).await.referral.delivery, Delivery::Sent(at(11)));

        assert_eq!(
            records.enter_by_link(Opens::Referral, &token, "", at(12)).await.expect("tried"),
            None,
            "no code yet"
        );
        assert_eq!(rule_of(code(&records, id, Channel::Mail, 13).await), "same-channel");
        let first = code(&records, id, Channel::Phone, 13).await.expect("made");
        for _ in 0..MOST_WRONG {
            assert_eq!(
                records.enter_by_link(Opens::Referral, &token, "AAAA-AAAA", at(14)).await.expect("tried"),
                None
            );
        }
        assert_eq!(
            records.enter_by_link(Opens::Referral, &token, &first, at(14)).await.expect("tried"),
            None,
            "tried too often"
        );
        let second = code(&records, id, Channel::Phone, 15).await.expect("made");
        assert_eq!(
            records.enter_by_link(Opens::Referral, &token, &first, at(15)).await.expect("tried"),
            None,
            "the old code"
        );
        let session = records
            .enter_by_link(Opens::Referral, &token, &second, at(15))
            .await
            .expect("tried")
            .expect("let in");
        assert_eq!(
            records.opened_by_session(Opens::Referral, &session, at(16)).await.expect("looked"),
            Some(id)
        );
        assert_eq!(
            records.opened_by_session(Opens::Referral, &session, at(16 + 31)).await.expect("looked"),
            None,
            "idle"
        );
        let later =
            records.enter_by_link(Opens::Referral, &token, &second, at(20 * DAY)).await.expect("tried");
        assert!(later.is_some(), "the code serves again weeks later");

        assert_eq!(paths(&records, id, paper, 16).await, [Ok(()); 3], "{}", engine.name);
        assert!(paths(&records, id, genes, 16).await[1].is_err(), "a document that was not sent");
        assert!(answer(&records, id, ReferralChange::Receive, &said(4, 10, "", 0), 17).await.expect("said"));
        assert!(answer(&records, id, ReferralChange::Accept, &said(5, 11, "", 0), 18).await.expect("said"));
        assert!(!answer(&records, id, ReferralChange::Accept, &said(5, 11, "", 0), 18).await.expect("twice"));
        let other = answer(&records, id, ReferralChange::Accept, &said(5, 12, "", 0), 18).await;
        assert!(is_conflict(&other), "two accept at once: the second is told");
        let no_day = answer(&records, id, ReferralChange::Appoint, &said(6, 13, "", 0), 19).await;
        assert_eq!(rule_of(no_day), "no-day");
        assert!(answer(&records, id, ReferralChange::Appoint, &said(6, 13, "", 30), 19).await.expect("said"));
        let ahead = answer(&records, id, ReferralChange::See, &said(7, 14, "", 30), 20).await;
        assert_eq!(rule_of(ahead), "referral-day", "not seen before the day");
        assert!(
            answer(&records, id, ReferralChange::See, &said(7, 14, "", 30), 31 * DAY).await.expect("said")
        );
        let report = said(8, 15, "Marqueurresultat", 0);
        assert!(answer(&records, id, ReferralChange::Report, &report, 32 * DAY).await.expect("said"));
        let there = dossier(&records, id, 32 * DAY).await;
        assert_eq!(there.referral.state, ReferralState::Reported);
        assert_eq!(there.referral.head.report, "Marqueurresultat");
        assert_eq!(there.material.documents.len(), 3, "the report is among the papers of the file");

        let mut work = records.begin(at(33 * DAY)).await.expect("begun");
        let grant = prepare(&mut work, id).await;
        let early = work.change_referral(&grant, ReferralChange::Close, &said(9, 16, "", 0)).await;
        assert_eq!(rule_of(early), "referral-not-told");
        work.note_referral_told(&grant, 9, false, ToldWay::Spoken).await.expect("noted");
        work.note_referral_told(&grant, 10, true, ToldWay::Letter).await.expect("noted");
        assert!(
            work.change_referral(&grant, ReferralChange::Close, &said(11, 16, "", 0)).await.expect("closed")
        );
        work.commit().await.expect("kept");
        assert_eq!(
            paths(&records, id, paper, 33 * DAY).await,
            [Err(Refusal::OtherLink); 3],
            "{}",
            engine.name
        );
        assert_eq!(
            records.enter_by_link(Opens::Referral, &token, &second, at(33 * DAY)).await.expect("tried"),
            None
        );
        for mark in
            ["Marqueurquestion", "Marqueurcentre", "Marqueurraison", "Marqueurresultat", "Marqueurrapport"]
        {
            assert!(engine.files_with(mark).is_empty(), "{}: {mark}", engine.name);
        }
    }
}

/// Begins, writes and sends for somebody who agreed.
pub async fn under_way(records: &Records, file: Uuid, organisation: &str, key: u128, minute: i64) -> Uuid {
    let id = begin(records, file, &new(organisation, key), minute).await;
    question(records, id, &[], minute).await;
    send(records, id, key + 1, minute).await.expect("agreed").expect("sent").expect("a token");
    id
}

/// The person of an accepted file dies, which is written down.
pub async fn dies(records: &Records, file: Uuid, minute: i64) {
    let mut work = records.begin(at(minute)).await.expect("begun");
    let grant = write(&mut work, &medical(), file).await;
    let facts = work.case_facts(OWN_CONTROLLER, file).await.expect("facts");
    let read = work.grant(&medical(), facts).expect("allowed");
    let version = work.read_case(&read).await.expect("read").version;
    let day = at(minute).date_naive();
    work.change_case(&grant, version, FileEvent::RecordDeath, "", day).await.expect("recorded");
    work.commit().await.expect("kept");
}

#[tokio::test]
async fn taking_the_agreement_back_ends_it_at_once_and_asks_to_delete_once() {
    for engine in both().await {
        let records = engine.records().await;
        let file = file(&records, "Anne Fictive").await;
        let given = agree(&records, file, towards("crmr-imaginaire"), 2).await;
        let kept = agree(&records, file, towards("crmr-autre"), 2).await;
        let id = under_way(&records, file, "crmr-imaginaire", 1, 3).await;
        let other = under_way(&records, file, "crmr-autre", 10, 3).await;
        let none = Uuid::from_u128(9);
        assert!(paths(&records, id, none, 4).await[0].is_ok());
        let mut work = records.begin(at(5)).await.expect("begun");
        let grant = write(&mut work, &medical(), file).await;
        work.withdraw_consent(&grant, given, 1, Means::Spoken).await.expect("taken back");
        let deletions = work.take_deletions(OWN_CONTROLLER).await.expect("looked");
        assert_eq!(deletions.iter().map(|one| one.referral).collect::<Vec<_>>(), [id], "{}", engine.name);
        assert!(work.take_deletions(OWN_CONTROLLER).await.expect("looked").is_empty(), "asked once");
        work.commit().await.expect("kept");
        assert!(paths(&records, id, none, 5).await.iter().all(Result::is_err), "{}", engine.name);
        let ended = dossier(&records, id, 6).await.referral;
        assert_eq!((ended.state, ended.end), (ReferralState::Withdrawn, Some(EndReason::AgreementWithdrawn)));
        assert!(paths(&records, other, none, 6).await[0].is_ok(), "another recipient's goes on");
        let mut work = records.begin(at(7)).await.expect("begun");
        let facts = work.referral_sending_facts(OWN_CONTROLLER, id).await.expect("facts");
        assert!(work.grant::<SendReferral>(&hub(), facts).is_err(), "no other link is made");
        drop(work);
        // A death ends what is left, and nothing more goes out.
        dies(&records, file, 8).await;
        let ended = dossier(&records, other, 9).await.referral;
        assert_eq!(
            (ended.state, ended.end),
            (ReferralState::Withdrawn, Some(EndReason::Death)),
            "{}",
            engine.name
        );
        assert!(kept != given);
    }
}

#[tokio::test]
async fn who_declines_or_is_lost_is_passed_on_only_to_whom_the_person_agreed() {
    for engine in both().await {
        let records = engine.records().await;
        let file = file(&records, "Anne Fictive").await;
        agree(&records, file, towards("crmr-imaginaire"), 2).await;
        let id = under_way(&records, file, "crmr-imaginaire", 1, 3).await;
        let declined = Said { detail: "full", ..said(3, 20, "Complet", 0) };
        assert!(answer(&records, id, ReferralChange::Decline, &declined, 4).await.expect("said"));
        assert!(paths(&records, id, file, 4).await.iter().all(Result::is_err), "who declined reads no more");
        let pass = async |key: u128, minute| {
            let mut work = records.begin(at(minute)).await?;
            let grant = prepare(&mut work, id).await;
            let facts = work.case_facts(OWN_CONTROLLER, file).await?;
            let case: Grant<PrepareReferral> = work.grant(&hub(), facts).expect("allowed");
            let next = work.pass_on_referral(&grant, &case, 4, new("crmr-suivant", key)).await?;
            work.commit().await?;
            Ok::<Uuid, CellError>(next)
        };
        assert_eq!(rule_of(pass(30, 5).await), "no-consent-transfer", "{}", engine.name);
        assert_eq!(dossier(&records, id, 5).await.referral.state, ReferralState::Declined, "nothing ended");
        agree(&records, file, towards("crmr-suivant"), 6).await;
        let next = pass(30, 7).await.expect("passed on");
        assert_eq!(pass(30, 7).await.expect("a second click"), next);
        let (before, after) =
            (dossier(&records, id, 8).await.referral, dossier(&records, next, 8).await.referral);
        assert_eq!((before.state, before.end), (ReferralState::Closed, Some(EndReason::PassedOn)));
        assert_eq!((after.state, after.previous), (ReferralState::Draft, Some(id)));
        assert_eq!(after.head.question, "Marqueurquestion", "nothing is typed again");
        // Nobody answers: reminded, then given to a human.
        let sent = send_draft(&records, next, 40, 9).await;
        assert!(sent.is_some());
        let mut work = records.begin(at(40 * DAY)).await.expect("begun");
        let job = work.referral_job(OWN_CONTROLLER).expect("the job may");
        let under = work.referrals_under_way(&job).await.expect("listed");
        assert_eq!(under.iter().map(|one| one.id).collect::<Vec<_>>(), [next]);
        work.note_reminder(&job, next).await.expect("noted");
        work.lose_referral(&job, next).await.expect("noted");
        work.commit().await.expect("kept");
        assert_eq!(dossier(&records, next, 41 * DAY).await.referral.state, ReferralState::Lost);
        let found = answer(&records, next, ReferralChange::Accept, &said(3, 50, "", 0), 42 * DAY).await;
        assert!(found.expect("found again"), "what went astray may be answered all the same");
    }
}

async fn send_draft(records: &Records, id: Uuid, key: u128, minute: i64) -> Option<String> {
    let mut work = records.begin(at(minute)).await.expect("begun");
    let facts = work.referral_sending_facts(OWN_CONTROLLER, id).await.expect("facts");
    let grant: Grant<SendReferral> = work.grant(&hub(), facts).expect("agreed");
    let rule = rule();
    let how = Sending {
        version: 1,
        key: Some(Uuid::from_u128(key)),
        rule: &rule,
        is_listed: true,
        sender: "Cléo Fictive",
        channel: Channel::Letter,
    };
    let sent = work.send_referral(&grant, &how, |_| Outgoing::default()).await.expect("sent");
    work.commit().await.expect("kept");
    sent
}

#[tokio::test]
async fn waiting_times_are_told_from_five_persons_on_and_the_roster_says_who_is_there() {
    for engine in both().await {
        let records = engine.records().await;
        let everybody = Towards::Everybody;
        for n in 0..5_u128 {
            assert!(
                records.learned_waiting(OWN_CONTROLLER, at(20)).await.expect("read").is_empty(),
                "{}: {n} persons are too few",
                engine.name
            );
            let file = file(&records, "Anne Fictive").await;
            agree(&records, file, everybody.clone(), 2).await;
            let id = under_way(&records, file, "crmr-imaginaire", 100 * (n + 1), 3).await;
            let day = said(3, 100 * (n + 1) + 50, "", 14);
            answer(&records, id, ReferralChange::Appoint, &day, 4).await.expect("said");
        }
        let learned = records.learned_waiting(OWN_CONTROLLER, at(20)).await.expect("read");
        let one = learned.get("crmr-imaginaire").expect("told");
        assert_eq!((one.at_least, one.weeks), (5, 2), "{}", engine.name);

        let mut work = records.begin(at(30)).await.expect("begun");
        let grant: Grant<PrepareReferral> =
            work.grant(&hub(), Facts::of_all(OWN_CONTROLLER, "roster")).expect("allowed");
        let text = |name: &str| MemberText {
            name: name.into(),
            mail: "x@example.org".into(),
            ..MemberText::default()
        };
        let network = ["ern-rnd".to_owned()];
        let nobody = work.keep_hub_member(&grant, None, &network, &text(" "), false).await;
        assert_eq!(rule_of(nobody), "contact-no-name");
        let first =
            work.keep_hub_member(&grant, None, &network, &text("Marqueurcern"), false).await.expect("kept");
        let (skin, bea) = (["ern-skin".to_owned()], text("Béa Fictive"));
        let second = work.keep_hub_member(&grant, None, &skin, &bea, false).await.expect("kept");
        let day = at(30).date_naive();
        work.add_hub_absence(&grant, first, (day, day), Some(second)).await.expect("noted");
        let roster: Vec<_> =
            work.hub_roster(&grant).await.expect("read").into_iter().map(|one| one.on).collect();
        work.commit().await.expect("kept");
        assert_eq!(on_duty(&roster, "ern-rnd", day), Some(second));
        assert_eq!(on_duty(&roster, "ern-rnd", day + TimeDelta::days(1)), Some(first));
        assert!(engine.files_with("Marqueurcern").is_empty(), "{}", engine.name);
    }
}

#[tokio::test]
async fn the_person_sees_where_it_stands_and_is_told_the_outcome_by_a_human() {
    for engine in both().await {
        let records = engine.records().await;
        let (enquiry, file) = own(&records, "1990-01-02".parse().ok()).await;
        agree(&records, file, Towards::Everybody, 2).await;
        let id = under_way(&records, file, "crmr-imaginaire", 1, 3).await;
        let seen = async |minute| {
            let mut work = records.begin(at(minute)).await.expect("begun");
            let grant = as_person(&mut work, enquiry).await;
            let all = work.own_referrals(&grant).await.expect("read");
            let copy = format!("{:?}", work.whole_copy(&grant).await.expect("copied"));
            work.commit().await.expect("kept");
            (all, copy)
        };
        let (all, _) = seen(4).await;
        assert_eq!(all.len(), 1, "{}", engine.name);
        assert_eq!((all[0].state, all[0].recipient.as_deref()), (ReferralState::Sent, None));
        agree(&records, file, towards("crmr-imaginaire"), 5).await;
        assert!(answer(&records, id, ReferralChange::Accept, &said(3, 10, "", 0), 6).await.expect("said"));
        let report = said(4, 11, "Marqueurresultat", 0);
        assert!(answer(&records, id, ReferralChange::Report, &report, 7).await.expect("said"));
        let (all, copy) = seen(8).await;
        assert_eq!(
            all[0].recipient.as_deref(),
            Some("Centre imaginaire Marqueurcentre"),
            "an agreement names them"
        );
        assert!(!all[0].is_told && !copy.contains("Marqueurresultat") && !copy.contains("Marqueurquestion"));
        assert!(copy.contains("Centre imaginaire Marqueurcentre"), "{}", engine.name);
        let mut work = records.begin(at(9)).await.expect("begun");
        let grant = as_person(&mut work, enquiry).await;
        let log = work.own_access_log(&grant, 500).await.expect("read");
        let read =
            log.iter().filter(|entry| entry.action == "answer-referral" && entry.function == "recipient");
        assert_eq!(read.count(), 2, "each act of the recipient is in the log that the person sees");
    }
}
